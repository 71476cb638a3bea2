//! Letters and figures of other scripts that Word can number with.

const KATAKANA: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const KATAKANA_NARROW: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
// The two letters no longer in use have no narrow form.
const IROHA_NARROW: &str = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
const SYLLABLES: &str = "가나다라마바사아자차카타파하";
const CONSONANTS: &str = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const DAGGERS: &str = "*†‡§";

/// Writes `n` in a `numFmt` that counts with letters or with other figures.
/// `None` where the format is another.
pub(super) fn script(format: &str, n: u32) -> Option<String> {
    Some(match format {
        "lowerLetter" => repeated(LATIN, n),
        "upperLetter" => repeated(LATIN, n).to_uppercase(),
        "russianLower" => repeated(RUSSIAN, n),
        "russianUpper" => repeated(RUSSIAN, n).to_uppercase(),
        "chicago" => repeated(DAGGERS, n),
        "aiueo" => in_turn(KATAKANA_NARROW, n),
        "aiueoFullWidth" => in_turn(KATAKANA, n),
        "iroha" => in_turn(IROHA_NARROW, n),
        "irohaFullWidth" => in_turn(IROHA, n),
        "ganada" => in_turn(SYLLABLES, n),
        "chosung" => in_turn(CONSONANTS, n),
        "thaiNumbers" => in_figures('๐', n),
        "hindiNumbers" => in_figures('०', n),
        "decimalFullWidth" | "decimalFullWidth2" => in_figures('０', n),
        _ => return None,
    })
}

/// The letter at place `n`; plain figures where the list has no more.
pub(super) fn one_of(list: &str, n: u32) -> String {
    let index = n.checked_sub(1).map(|index| index as usize);
    let found = index.and_then(|index| list.chars().nth(index));
    found.map_or_else(|| n.to_string(), String::from)
}

/// After the last letter the first comes again.
fn in_turn(list: &str, n: u32) -> String {
    let len = list.chars().count();
    let letter = n.checked_sub(1).and_then(|index| list.chars().nth(index as usize % len));
    letter.map_or_else(|| n.to_string(), String::from)
}

/// A to Z, AA, BB to ZZ, AAA; Word begins again after thirty letters.
fn repeated(list: &str, n: u32) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let len = list.chars().count();
    let index = index as usize % (len * 30);
    let letter = list.chars().nth(index % len);
    letter.map_or_else(String::new, |letter| letter.to_string().repeat(index / len + 1))
}

fn in_figures(zero: char, n: u32) -> String {
    let figure = |c: char| char::from_u32(u32::from(zero) + c.to_digit(10)?);
    n.to_string().chars().filter_map(figure).collect()
}
