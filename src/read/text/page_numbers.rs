//! Lines that are nothing but a page number.

/// A line that may number a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageNumber {
    /// `Page 3`, `- 3 -`, `第3页`: nothing else is written so.
    Marked,
    /// A bare number, which may as well be an amount or a clause.
    Bare(u32),
    /// `A-1`, the first page of Exhibit A, which may as well be a clause.
    Lettered,
}

const PAGE_WORDS: &[&str] = &["page", "pg.", "halaman", "muka surat", "ms.", "第"];
const OF_WORDS: &[&str] = &["of", "daripada", "dari", "/", "页/共", "页共", "页,共", "页，共"];

/// Reads a trimmed line.
pub(super) fn read(line: &str) -> Option<PageNumber> {
    if line.len() > 40 {
        return None;
    }
    let original = line;
    let line = line.to_lowercase();
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '－' | '~');
    if let Some(inner) = line.strip_prefix(dash).and_then(|rest| rest.strip_suffix(dash)) {
        let inner = inner.trim();
        return (number(inner).is_some() || is_roman(inner)).then_some(PageNumber::Marked);
    }
    for word in PAGE_WORDS {
        if let Some(rest) = line.strip_prefix(word) {
            let rest = squeezed(rest);
            let rest = rest.trim_start_matches(['|', ':', '：']);
            return is_number_of(rest).then_some(PageNumber::Marked);
        }
    }
    let all = squeezed(&line);
    // "3 | P a g e", as one word processor writes it.
    if let Some(first) = all.strip_suffix("|page") {
        return number(first).map(|_| PageNumber::Marked);
    }
    if let Some((first, last)) = part_of(&all) {
        return (first <= last).then_some(if all.contains('/') {
            PageNumber::Bare(first)
        } else {
            PageNumber::Marked
        });
    }
    if let Some((first, second)) = line.split_once(char::is_whitespace) {
        // The last line of a page and the first of the next, run together.
        let (first, second) = (number(first)?, number(second.trim())?);
        return (second == first + 1).then_some(PageNumber::Bare(second));
    }
    if is_lettered(original) {
        return Some(PageNumber::Lettered);
    }
    number(&line).or_else(|| roman(line.trim(), original)).map(PageNumber::Bare)
}

/// `A-1`, `B-2-1`.
fn is_lettered(line: &str) -> bool {
    let mut pieces = line.split('-');
    let letter = pieces.next().is_some_and(|first| {
        (1..=2).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_uppercase())
    });
    let mut figures = pieces.map(|piece| piece.len() < 3 && number(piece).is_some());
    letter && figures.next() == Some(true) && figures.all(|figure| figure)
}

/// The pages before the first are counted `i`, `ii`; articles have capitals.
fn roman(line: &str, original: &str) -> Option<u32> {
    const ROMAN: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    let place = ROMAN.iter().position(|numeral| *numeral == line && line == original)?;
    u32::try_from(place + 1).ok()
}

/// `3of10`, `3/10`.
fn part_of(text: &str) -> Option<(u32, u32)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (first, rest) = text.split_at(digits);
    let last = ["of", "daripada", "/"].iter().find_map(|word| rest.strip_prefix(word))?;
    Some((number(first)?, number(last)?))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// `3`, `3of10`, `3页共10页`.
fn is_number_of(text: &str) -> bool {
    let text = text.strip_suffix('页').unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (first, rest) = text.split_at(digits);
    let of = OF_WORDS.iter().find_map(|word| rest.strip_prefix(word));
    let counted = rest.is_empty() || of.is_some_and(|last| number(last).is_some());
    (number(first).is_some() && counted) || is_roman(text)
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn is_roman(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|b| b"ivxl".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_in_three_languages() {
        for line in [
            "Page 3",
            "PAGE 3 OF 10",
            "Page 3/10",
            "- 3 -",
            "-3-",
            "– iv –",
            "第 3 页",
            "第3页 共10页",
            "第 3 页 / 共 10 页",
            "Halaman 3 daripada 10",
            "Muka surat 3",
            "Page iv",
            "Page | 3",
            "3 | P a g e",
            "3 of 10",
            "3 daripada 10",
        ] {
            assert_eq!(read(line), Some(PageNumber::Marked), "{line}");
        }
        assert_eq!(read("12"), Some(PageNumber::Bare(12)));
        assert_eq!(read("3/10"), Some(PageNumber::Bare(3)));
        assert_eq!(read("iv"), Some(PageNumber::Bare(4)));
        assert_eq!(read("IV"), None);
        assert_eq!(read("9    10"), Some(PageNumber::Bare(10)));
        assert_eq!(read("A-1"), Some(PageNumber::Lettered));
        assert_eq!(read("B-2-1"), Some(PageNumber::Lettered));
        for line in [
            "A-1.",
            "a-1",
            "ABC-1",
            "A-100",
            "第三条",
            "第3条",
            "3.",
            "Page three",
            "1,000",
            "-5%",
            "pages",
            "10 9",
            "--",
            "",
            "24/7",
            "7 of 5",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
