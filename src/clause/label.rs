//! Clause numbers at the start of a text, by the forms of the vocabulary.

use crate::catalogue::{Cite, vocabulary};

/// A clause number found at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Labels of one style are siblings.
    pub style: String,
    /// The number as it stands, without closing dots: `4.2`, `(b)`, `第五条`.
    pub text: String,
    /// The numbers in it, where they can be read: `4.2` is `[4, 2]`.
    pub path: Vec<u32>,
    /// How an address is made of it.
    pub cite: Cite,
    /// Bytes of the text the label takes, with the space behind it.
    pub len: usize,
    /// Whether a clause with this label may begin at a line break.
    pub at_breaks: bool,
    /// Whether it is one only where it comes next in a sequence.
    pub weak: bool,
}

/// Longest title behind a label that must stand alone, in characters.
const LONGEST_TITLE: usize = 120;
/// What a letter counts in a path of numbers, so that `B.1` is never taken for `2.1`.
pub(super) const LETTER: u32 = 1_000;
/// Months as they begin in English and Malay: `1 March 2026` is no clause.
const MONTHS: [&str; 16] = [
    "jan", "feb", "mar", "apr", "may", "mei", "jun", "jul", "aug", "ogo", "sep", "oct", "okt",
    "nov", "dec", "dis",
];

impl Label {
    /// The label at the start of a block's plain text. Leading white space and
    /// asterisks are passed over.
    pub fn at_start(text: &str) -> Option<Self> {
        let body = text.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
        let lead = text.len() - body.len();
        let first = body.chars().next()?;
        // Most paragraphs begin with an ordinary word: do not try 20 expressions on them.
        if first.is_lowercase()
            && !body[first.len_utf8()..].starts_with(['.', ')', '、', 'i', 'v', 'x'])
        {
            return None;
        }
        vocabulary().labels.iter().find_map(|form| {
            let found = form.pattern.0.captures(body)?;
            let number = found.name("n")?;
            let rest = &body[number.end()..];
            let closing = rest.len()
                - rest.trim_start_matches(['.', '．', ')', '）', '、', ':', '：', '*', '|']).len();
            let after = number.end() + closing;
            let title = body[after..].trim();
            if form.alone && !stands_alone(number.as_str(), title, form.cite) {
                return None;
            }
            let bare = form.weak
                && closing == 0
                && number.as_str().ends_with(|c: char| c.is_ascii_digit());
            if bare && (is_month(title) || Self::at_start(title).is_some()) {
                return None;
            }
            let space = body[after..].len() - body[after..].trim_start().len();
            let before_words = body[after + space..].starts_with(|c: char| c.is_ascii_lowercase());
            let text: String =
                number.as_str().chars().filter(|c| *c != '\u{3000}').map(half_width).collect();
            let path = numbers(&text);
            // Digits of other scripts, for one.
            if path.is_empty() && (form.cite == Cite::Path || form.style == "code") {
                return None;
            }
            Some(Self {
                style: form.style.clone(),
                path,
                text,
                cite: form.cite,
                len: lead + after + space,
                at_breaks: form.at_breaks,
                weak: form.weak || (form.style == "decimal" && before_words),
            })
        })
    }

    /// The label of a list marker or automatic number.
    pub fn of_marker(marker: &str) -> Option<Self> {
        let marker = marker.trim();
        if marker.chars().count() > 40
            || !marker.chars().any(char::is_alphanumeric)
                && !marker.contains(|c| ('①'..='⑳').contains(&c))
        {
            return None;
        }
        let mut label = Self::at_start(&format!("{marker} ")).or_else(|| {
            Self::at_start(&format!("{}. ", marker.trim_end_matches(['.', ')', '、'])))
        })?;
        label.len = 0;
        label.weak = false;
        Some(label)
    }
}

/// Whether a label heads what follows: the label and a title, not the beginning
/// of a sentence.
fn stands_alone(number: &str, title: &str, cite: Cite) -> bool {
    // "Schedule 13 G" is a form of the authorities.
    let form = cite == Cite::Part && title.len() == 1;
    // "ADDENDUM TO THE AGREEMENT" has no number.
    let word = number.rsplit(' ').next().unwrap_or("").to_lowercase();
    let joins = word.len() > 1 && vocabulary().headings.small.contains(&word);
    if form || joins || title.starts_with(|c: char| c.is_lowercase() || ",;)".contains(c)) {
        return false;
    }
    let short = title.chars().count() <= LONGEST_TITLE
        && !(title.ends_with(['.', '。', ';', '；']) && title.split(' ').count() > 6);
    let heads = if is_loud(number) { begins_title(title) } else { opens_loudly(title) };
    !lists_others(number, title) && (short || heads)
}

/// Whether a title goes on to the next of its kind, as in a list of schedules:
/// `SCHEDULE A FEES SCHEDULE B TERM`.
fn lists_others(number: &str, title: &str) -> bool {
    let word = number.split(' ').next().unwrap_or("");
    let near = title.char_indices().nth(LONGEST_TITLE).map_or(title, |(at, _)| &title[..at]);
    let next = |at: usize| near[at + word.len()..].split_whitespace().next().unwrap_or("");
    let single = |next: &str| next.len() == 1 && next.chars().all(|c| c.is_ascii_uppercase());
    is_loud(number) && near.match_indices(word).any(|(at, _)| single(next(at)))
}

/// Whether the word of a label is in capitals: `EXHIBIT A`.
fn is_loud(number: &str) -> bool {
    let mut word = number.split(' ').next().unwrap_or("").chars();
    number.len() > 5 && word.all(|c| c.is_ascii_uppercase())
}

/// Whether a text begins with a dash, a bracket, a capital or a number of its own.
fn begins_title(title: &str) -> bool {
    title.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "-–—[".contains(c))
}

/// Whether a text begins with two words in capitals.
fn opens_loudly(title: &str) -> bool {
    let capitals = |word: &str| word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase());
    let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(capitals) && words.next().is_some_and(capitals)
}

/// A full-width figure or point as its plain form.
pub(super) fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '．' => '.',
        other => other,
    }
}

/// Whether a title is the rest of a date.
fn is_month(title: &str) -> bool {
    let word = title.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    word == "mac" || (MONTHS.iter().any(|month| word.starts_with(month)) && word.len() <= 9)
}

/// The letter of the alphabet, from 1; `aa` comes after `z`.
pub(super) fn letter_number(text: &str) -> Option<u32> {
    let place = |byte: u8| u32::from(byte.to_ascii_lowercase() - b'a') + 1;
    match text.as_bytes() {
        [one] if one.is_ascii_alphabetic() => Some(place(*one)),
        [one, two] if one.is_ascii_alphabetic() && one == two => Some(26 + place(*one)),
        _ => None,
    }
}

/// The numbers of a label: figures, Chinese, roman or letters.
pub(super) fn numbers(label: &str) -> Vec<u32> {
    let core = label.trim_matches(|c: char| "（）()第条章节附件录表、 ".contains(c));
    // 第六条之一 is 6A.
    if let Some((article, inserted)) = core.split_once("条之") {
        let number = han_number(article).or_else(|| article.parse().ok());
        let letter = han_number(inserted);
        return number.zip(letter).map(|(n, letter)| n + letter * LETTER).into_iter().collect();
    }
    if let Some(number) = core.split(' ').find_map(counting_word) {
        return vec![number];
    }
    let core = core.rsplit(' ').next().unwrap_or(core);
    if let Some(c) = core.chars().next().filter(|c| ('①'..='⑳').contains(c)) {
        return vec![c as u32 - '①' as u32 + 1];
    }
    if core.chars().any(|c| c.is_ascii_digit()) {
        let mut path: Vec<u32> =
            core.split(['.', '．', '-', '(']).flat_map(lettered).filter_map(component).collect();
        // `1.0` heads 1.1 and 1.2.
        if path.len() == 2 && path[1] == 0 {
            path.pop();
        }
        return path;
    }
    if let Some(n) = han_number(core) {
        return vec![n];
    }
    let lower = core.to_ascii_lowercase();
    if (core.len() > 1 || "ivx".contains(&lower))
        && let Some(n) = roman_number(&lower)
    {
        return vec![n];
    }
    letter_number(&lower).into_iter().collect()
}

/// The number a word counts: `ONE`, `Second`, `Ketiga`.
fn counting_word(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let counting = &vocabulary().headings.counting;
    let at = counting.iter().position(|words| words.contains(&word))?;
    u32::try_from(at + 1).ok()
}

/// `A1` as `A` and `1`: Exhibit A1 is Exhibit A-1.
fn lettered(text: &str) -> impl Iterator<Item = &str> {
    let letter = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text[1..].starts_with(|c: char| c.is_ascii_digit());
    let (first, rest) = text.split_at(if letter { 1 } else { text.len() });
    std::iter::once(first).chain((!rest.is_empty()).then_some(rest))
}

/// One number of a path: `12`, `B`, `1A`.
fn component(text: &str) -> Option<u32> {
    let text = text.trim_end_matches(')');
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &text[digits.len()..];
    let letter = if letters.is_empty() { 0 } else { letter_number(letters)? * LETTER };
    let number = if digits.is_empty() { 0 } else { digits.parse::<u32>().ok()? };
    Some(letter + number)
}

/// 一 to 九百九十九.
fn han_number(text: &str) -> Option<u32> {
    let (mut total, mut digit) = (0, 0);
    for c in text.chars() {
        match c {
            '十' | '百' => {
                let unit = if c == '十' { 10 } else { 100 };
                total += digit.max(1) * unit;
                digit = 0;
            }
            '零' | '〇' => digit = 0,
            _ => digit = "一二三四五六七八九".chars().position(|d| d == c)? as u32 + 1,
        }
    }
    (!text.is_empty()).then_some(total + digit)
}

pub(super) fn roman_number(text: &str) -> Option<u32> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values: Option<Vec<u32>> = text.chars().map(value).collect();
    let values = values?;
    let mut total = 0;
    for (i, &v) in values.iter().enumerate() {
        if values.get(i + 1).is_some_and(|&next| next > v) {
            total -= v as i32;
        } else {
            total += v as i32;
        }
    }
    u32::try_from(total).ok().filter(|&n| n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_clause_number_is_read() {
        for (text, label, path) in [
            ("4.2 Fees. The Customer", "4.2", vec![4, 2]),
            ("1. DEFINITIONS", "1", vec![1]),
            ("5．3 乙方应", "5.3", vec![5, 3]),
            ("第五条 付款方式", "第五条", vec![5]),
            ("第十二条付款", "第十二条", vec![12]),
            ("第六条之一 保密", "第六条之一", vec![1_006]),
            ("（一）服务内容", "（一）", vec![1]),
            ("一、转让标的：", "一", vec![1]),
            ("1、技术目标", "1", vec![1]),
            ("附件一 服务等级", "附件一", vec![1]),
            ("(b) the Vendor", "(b)", vec![2]),
            ("(iv) any tax", "(iv)", vec![4]),
            ("Klausa 3 Bayaran", "Klausa 3", vec![3]),
            ("Lampiran A", "Lampiran A", vec![1]),
            ("Schedule 1 – Fees", "Schedule 1", vec![1]),
            ("ARTICLE IV", "ARTICLE IV", vec![4]),
            ("Section 7.2. Term", "Section 7.2", vec![7, 2]),
            ("C-8-3-2 | The tenderer", "C-8-3-2", vec![3_000, 8, 3, 2]),
            ("D. User-Generated Content", "D", vec![4]),
            ("4．双方陈述", "4", vec![4]),
            ("第一条、合同标的", "第一条", vec![1]),
            ("１．２ 服务内容", "1.2", vec![1, 2]),
            ("附件", "附件", vec![]),
            ("2.0 SCOPE OF SERVICES", "2.0", vec![2]),
            ("**1. Definisi**", "1", vec![1]),
            ("1A. Payment Processing", "1A", vec![1_001]),
            ("1A.2 Direct Relationship", "1A.2", vec![1_001, 2]),
            ("B.1 Control", "B.1", vec![2_000, 1]),
            ("（2）验收标准", "（2）", vec![2]),
            ("(aa) any other tax", "(aa)", vec![27]),
            ("Annex II", "Annex II", vec![2]),
            ("(pp) any cost", "(pp)", vec![42]),
            ("EXHIBIT A-1 Prices", "EXHIBIT A-1", vec![1_000, 1]),
            ("Lampiran A1", "Lampiran A1", vec![1_000, 1]),
            ("附件A-1 价格", "附件A-1", vec![1_000, 1]),
            ("附件2-1 价格", "附件2-1", vec![2, 1]),
            ("Schedule 1.1(g) - Domain Names", "Schedule 1.1(g)", vec![1, 1, 7_000]),
            ("SCHEDULE TWO", "SCHEDULE TWO", vec![2]),
            ("Third Schedule", "Third Schedule", vec![3]),
            ("JADUAL KEDUA", "JADUAL KEDUA", vec![2]),
            ("A1-2. Purpose and Scope", "A1-2", vec![1_000, 1, 2]),
            ("4.1A. Payment", "4.1A", vec![4, 1_001]),
            (
                "ARTICLE VII - BILLING Transporter shall bill on the tenth day of every month for all the gas that was taken in the month before that one.",
                "ARTICLE VII",
                vec![7],
            ),
        ] {
            let found = Label::at_start(text).unwrap_or_else(|| panic!("no label in {text:?}"));
            assert_eq!((found.text.as_str(), &found.path), (label, &path), "{text}");
        }
    }

    #[test]
    fn figures_in_prose_are_not_clause_numbers() {
        for text in [
            "30 days after the invoice",
            "99.9% of the time",
            "Schedule 1 sets out the Fees payable by the Customer.",
            "Section 4 of this Agreement survives.",
            "A. B. Smith".trim_start_matches("A. "),
            "2026年3月1日起",
            "1 March 2026",
            "Schedule 2 applies in any case.",
            "Schedule 13 G",
            "ADDENDUM TO THE AGREEMENT",
            "SCHEDULE A PRODUCTS SCHEDULE B FEES",
            "APPENDIX C, which the parties have signed",
            "Second, the Customer pays.",
            "(to) the extent",
            "e.g. the Services",
        ] {
            let found = Label::at_start(text);
            assert!(found.as_ref().is_none_or(|l| l.text == "B"), "{text}: {found:?}");
        }
    }
}
