//! A number in each of the ways Word can write it in front of a paragraph.

const LOWER_DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const PLAIN_UNITS: [&str; 4] = ["", "十", "百", "千"];
const LEGAL_DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const LEGAL_UNITS: [&str; 4] = ["", "拾", "佰", "仟"];
const LEGAL_DIGITS_TRADITIONAL: [&str; 10] =
    ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"];
const LEGAL_UNITS_TRADITIONAL: [&str; 4] = ["", "拾", "佰", "仟"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Writes `n` in a `numFmt`. `None` for a format we do not know.
pub(super) fn numeral(format: &str, n: u32) -> Option<String> {
    Some(match format {
        "decimal" | "decimalHalfWidth" => n.to_string(),
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperLetter" => letters(n),
        "lowerLetter" => letters(n).to_lowercase(),
        "ordinal" => format!("{n}{}", ordinal_suffix(n)),
        "cardinalText" => super::number_words::cardinal(n),
        "ordinalText" => super::number_words::ordinal(n),
        "numberInDash" => format!("- {n} -"),
        "hex" => format!("{n:X}"),
        "chineseCounting" | "taiwaneseCounting" | "japaneseCounting" => {
            let mut digits = LOWER_DIGITS;
            digits[0] = "〇";
            counting(n, digits, PLAIN_UNITS, true)
        }
        "chineseCountingThousand" | "taiwaneseCountingThousand" => {
            counting(n, LOWER_DIGITS, PLAIN_UNITS, true)
        }
        "chineseLegalSimplified" => counting(n, LEGAL_DIGITS, LEGAL_UNITS, false),
        "ideographLegalTraditional" => {
            counting(n, LEGAL_DIGITS_TRADITIONAL, LEGAL_UNITS_TRADITIONAL, false)
        }
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => digit_by_digit(n),
        "ideographTraditional" => from_list(STEMS, n),
        "ideographZodiac" => from_list(BRANCHES, n),
        "ideographZodiacTraditional" => sexagenary(n),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            enclosed(n, &[(1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)])
        }
        "decimalEnclosedFullstop" => enclosed(n, &[(1, 20, 0x2488)]),
        "decimalEnclosedParen" => enclosed(n, &[(1, 20, 0x2474)]),
        "ideographEnclosedCircle" => enclosed(n, &[(1, 10, 0x3280)]),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(n),
        _ => return None,
    })
}

/// A format of the author's own, by its first example: `001, 002, 003, ...`
/// is a number of at least three figures. `None` where it is not figures.
pub(super) fn custom(pattern: &str, n: u32) -> Option<String> {
    let first = pattern.split(',').next()?.trim();
    let figures = !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit());
    figures.then(|| format!("{n:0width$}", width = first.len().min(9)))
}

fn roman(mut n: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, numeral) in PARTS {
        while n >= value {
            text.push_str(numeral);
            n -= value;
        }
    }
    text
}

/// A to Z, AA, BB to ZZ, AAA; Word begins again after thirty letters.
fn letters(n: u32) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let index = index % (26 * 30);
    let letter = char::from(b'A' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1) as usize).collect()
}

fn ordinal_suffix(n: u32) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// Chinese numbers with units, up to 9,999. `short_ten`: 十二, not 一十二.
fn counting(n: u32, digits: [&str; 10], units: [&str; 4], short_ten: bool) -> String {
    if n == 0 {
        return digits[0].to_owned();
    }
    if n > 9_999 {
        return n.to_string();
    }
    let mut text = String::new();
    let mut zero = false;
    for place in (0..4).rev() {
        let digit = (n / 10_u32.pow(place) % 10) as usize;
        if digit == 0 {
            zero = !text.is_empty();
            continue;
        }
        if zero {
            text.push_str(digits[0]);
            zero = false;
        }
        if !(short_ten && digit == 1 && place == 1 && text.is_empty()) {
            text.push_str(digits[digit]);
        }
        text.push_str(units[place as usize]);
    }
    text
}

fn digit_by_digit(n: u32) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    n.to_string().bytes().map(|b| DIGITS[usize::from(b - b'0') % 10]).collect()
}

fn full_width(n: u32) -> String {
    n.to_string().chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10)).collect()
}

fn from_list(list: &str, n: u32) -> String {
    let index = n.checked_sub(1).map(|index| index as usize);
    let found = index.and_then(|index| list.chars().nth(index));
    found.map_or_else(|| n.to_string(), String::from)
}

/// 甲子 to 癸亥, a cycle of sixty.
fn sexagenary(n: u32) -> String {
    let Some(index) = n.checked_sub(1) else { return n.to_string() };
    let stem = STEMS.chars().nth(index as usize % 10);
    let branch = BRANCHES.chars().nth(index as usize % 12);
    stem.into_iter().chain(branch).collect()
}

/// A single character for a number, by ranges of numbers and the character of
/// the first; plain figures outside them.
fn enclosed(n: u32, ranges: &[(u32, u32, u32)]) -> String {
    ranges
        .iter()
        .find(|(from, to, _)| (*from..=*to).contains(&n))
        .and_then(|(from, _, first)| char::from_u32(first + (n - from)))
        .map_or_else(|| n.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: &str, numbers: &[u32]) -> Vec<String> {
        numbers.iter().filter_map(|n| numeral(format, *n)).collect()
    }

    #[test]
    fn western_numbers_are_written_as_word_writes_them() {
        assert_eq!(written("lowerRoman", &[1, 4, 9, 48]), ["i", "iv", "ix", "xlviii"]);
        assert_eq!(written("upperLetter", &[1, 26, 27, 53]), ["A", "Z", "AA", "AAA"]);
        assert_eq!(
            written("ordinal", &[1, 2, 3, 11, 22, 113]),
            ["1st", "2nd", "3rd", "11th", "22nd", "113th"]
        );
        assert_eq!(written("decimalZero", &[1, 10, 100]), ["01", "10", "100"]);
        assert_eq!(written("cardinalText", &[1, 21, 100]), ["One", "Twenty-One", "One Hundred"]);
        assert_eq!(
            written("ordinalText", &[1, 12, 20, 21]),
            ["First", "Twelfth", "Twentieth", "Twenty-First"]
        );
        assert_eq!(custom("001, 002, 003, ...", 7).as_deref(), Some("007"));
        assert_eq!(numeral("someday", 1), None);
    }

    #[test]
    fn chinese_numbers_are_written_as_word_writes_them() {
        assert_eq!(
            written("chineseCountingThousand", &[1, 10, 12, 20, 105, 110, 1005]),
            ["一", "十", "十二", "二十", "一百零五", "一百一十", "一千零五"]
        );
        assert_eq!(
            written("chineseLegalSimplified", &[1, 10, 12, 305]),
            ["壹", "壹拾", "壹拾贰", "叁佰零伍"]
        );
        assert_eq!(written("ideographDigital", &[10, 26]), ["一〇", "二六"]);
        assert_eq!(written("ideographTraditional", &[1, 10, 11]), ["甲", "癸", "11"]);
        assert_eq!(
            written("decimalEnclosedCircle", &[1, 20, 21, 50, 51]),
            ["①", "⑳", "㉑", "㊿", "51"]
        );
        assert_eq!(written("decimalFullWidth", &[12]), ["１２"]);
    }
}
