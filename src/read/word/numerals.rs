//! A number in each of the ways Word can write it in front of a paragraph.
//! Letters and figures of other scripts stand in `scripts`.

use super::scripts::{one_of, script};

const LOWER_DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/// Beyond 99 these formats have no units, and a circle for nought.
const CIRCLE_ZERO_DIGITS: [&str; 10] = ["○", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const ROUND_ZERO_DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const PLAIN_UNITS: [&str; 4] = ["", "十", "百", "千"];
const LEGAL_DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const LEGAL_UNITS: [&str; 4] = ["", "拾", "佰", "仟"];
const LEGAL_DIGITS_TRADITIONAL: [&str; 10] =
    ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"];
const LEGAL_UNITS_TRADITIONAL: [&str; 4] = ["", "拾", "佰", "仟"];
const LEGAL_DIGITS_JAPANESE: [&str; 10] =
    ["零", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"];
const LEGAL_UNITS_JAPANESE: [&str; 4] = ["", "拾", "百", "阡"];
const HANGUL_DIGITS: [&str; 10] = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
const HANGUL_UNITS: [&str; 4] = ["", "십", "백", "천"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Writes `n` in a `numFmt`. `None` for a format we do not know.
pub(in crate::read) fn numeral(format: &str, n: u32) -> Option<String> {
    Some(match format {
        "decimal" | "decimalHalfWidth" => n.to_string(),
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "ordinal" => format!("{n}{}", ordinal_suffix(n)),
        "cardinalText" => super::number_words::cardinal(n),
        "ordinalText" => super::number_words::ordinal(n),
        "numberInDash" => format!("- {n} -"),
        "hex" => format!("{n:X}"),
        "chineseCounting" | "taiwaneseCounting" if n < 100 => {
            counting(n, LOWER_DIGITS, PLAIN_UNITS, true)
        }
        "chineseCounting" | "taiwaneseCounting" | "taiwaneseDigital" => {
            digit_by_digit(n, CIRCLE_ZERO_DIGITS)
        }
        "japaneseCounting" => counting_short(n, LOWER_DIGITS, PLAIN_UNITS),
        "chineseCountingThousand" | "taiwaneseCountingThousand" => {
            counting(n, LOWER_DIGITS, PLAIN_UNITS, true)
        }
        "chineseLegalSimplified" => counting(n, LEGAL_DIGITS, LEGAL_UNITS, false),
        "ideographLegalTraditional" => {
            counting(n, LEGAL_DIGITS_TRADITIONAL, LEGAL_UNITS_TRADITIONAL, false)
        }
        "japaneseLegal" => counting(n, LEGAL_DIGITS_JAPANESE, LEGAL_UNITS_JAPANESE, false),
        "koreanCounting" => counting_short(n, HANGUL_DIGITS, HANGUL_UNITS),
        "koreanDigital" => digit_by_digit(n, HANGUL_DIGITS),
        "koreanDigital2" => digit_by_digit(n, LOWER_DIGITS),
        "ideographDigital" | "japaneseDigitalTenThousand" => digit_by_digit(n, ROUND_ZERO_DIGITS),
        "ideographTraditional" => one_of(STEMS, n),
        "ideographZodiac" => one_of(BRANCHES, n),
        "ideographZodiacTraditional" => sexagenary(n),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            enclosed(n, &[(1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)])
        }
        "decimalEnclosedFullstop" => enclosed(n, &[(1, 20, 0x2488)]),
        "decimalEnclosedParen" => enclosed(n, &[(1, 20, 0x2474)]),
        // In brackets, whatever its name says.
        "ideographEnclosedCircle" => enclosed(n, &[(1, 10, 0x3220)]),
        _ => return script(format, n),
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

/// Numbers with units in which neither nought nor a one before a unit is
/// written: 百十, not 一百一十.
fn counting_short(n: u32, digits: [&str; 10], units: [&str; 4]) -> String {
    if n == 0 || n > 9_999 {
        return counting(n, digits, units, false);
    }
    let mut text = String::new();
    for place in (0..4).rev() {
        let digit = (n / 10_u32.pow(place) % 10) as usize;
        if digit > 1 || (digit == 1 && place == 0) {
            text.push_str(digits[digit]);
        }
        if digit > 0 {
            text.push_str(units[place as usize]);
        }
    }
    text
}

fn digit_by_digit(n: u32, digits: [&str; 10]) -> String {
    n.to_string().bytes().map(|b| digits[usize::from(b - b'0') % 10]).collect()
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
        assert_eq!(written("cardinalText", &[1, 21, 100]), ["One", "Twenty-one", "One hundred"]);
        assert_eq!(
            written("ordinalText", &[1, 12, 20, 21]),
            ["First", "Twelfth", "Twentieth", "Twenty-first"]
        );
        assert_eq!(custom("001, 002, 003, ...", 7).as_deref(), Some("007"));
        assert_eq!(numeral("someday", 1), None);
    }

    #[test]
    fn letters_of_other_scripts_are_written_as_word_writes_them() {
        assert_eq!(written("aiueo", &[1, 2, 46]), ["ｱ", "ｲ", "ﾝ"]);
        assert_eq!(written("aiueoFullWidth", &[1, 46, 47]), ["ア", "ン", "ア"]);
        assert_eq!(written("iroha", &[1, 3]), ["ｲ", "ﾊ"]);
        assert_eq!(written("irohaFullWidth", &[1, 48]), ["イ", "ン"]);
        assert_eq!(
            written("japaneseCounting", &[3, 10, 21, 111, 205]),
            ["三", "十", "二十一", "百十一", "二百五"]
        );
        assert_eq!(written("japaneseLegal", &[1, 2, 3, 10]), ["壱", "弐", "参", "壱拾"]);
        assert_eq!(written("koreanCounting", &[1, 12]), ["일", "십이"]);
        assert_eq!(written("ganada", &[1, 14]), ["가", "하"]);
        assert_eq!(written("russianLower", &[1, 29, 30]), ["а", "я", "аа"]);
        assert_eq!(written("chicago", &[1, 4, 5]), ["*", "§", "**"]);
        assert_eq!(written("thaiNumbers", &[10]), ["๑๐"]);
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
        assert_eq!(written("chineseCounting", &[9, 12, 99, 100]), ["九", "十二", "九十九", "一○○"]);
        assert_eq!(written("taiwaneseDigital", &[10]), ["一○"]);
        assert_eq!(written("ideographDigital", &[10, 26]), ["一〇", "二六"]);
        assert_eq!(written("ideographEnclosedCircle", &[1, 10]), ["㈠", "㈩"]);
        assert_eq!(written("ideographTraditional", &[1, 10, 11]), ["甲", "癸", "11"]);
        assert_eq!(
            written("decimalEnclosedCircle", &[1, 20, 21, 50, 51]),
            ["①", "⑳", "㉑", "㊿", "51"]
        );
        assert_eq!(written("decimalFullWidth", &[12]), ["１２"]);
    }
}
