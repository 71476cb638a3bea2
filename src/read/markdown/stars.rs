//! Asterisks and underscores that the parser mistook: emphasis marks left as
//! text beside Chinese quotes, and redactions and blanks taken for emphasis.

use std::ops::Range;

/// Runs longer than this are blanks or redactions; looking further would make
/// a file of asterisks slow.
const LONGEST_MARK: usize = 4;

/// The run of one and the same character around `at`, at most
/// [`LONGEST_MARK`] bytes to each side.
fn run(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let mark = bytes[at];
    let before = bytes[..at].iter().rev().take(LONGEST_MARK).take_while(|&&b| b == mark).count();
    let after = bytes[at..].iter().take(LONGEST_MARK).take_while(|&&b| b == mark).count();
    at - before..at + after
}

fn neighbours(text: &str, run: &Range<usize>) -> (Option<char>, Option<char>) {
    (text[..run.start].chars().next_back(), text[run.end..].chars().next())
}

fn bracketed(before: Option<char>, after: Option<char>) -> bool {
    matches!(before, Some('[' | '［' | '【')) && matches!(after, Some(']' | '］' | '】'))
}

/// Whether the emphasis delimiter at `at` is really text: part of a redaction
/// such as `[***]` or of a blank such as `______`.
pub(super) fn is_literal(text: &str, at: usize) -> bool {
    let run = run(text, at);
    let (before, after) = neighbours(text, &run);
    match text.as_bytes()[at] {
        b'_' => run.len() >= LONGEST_MARK,
        _ => bracketed(before, after),
    }
}

/// Whether what the parser took for emphasis is a product or a power, as in
/// `5*3*2` and `单价*数量*12`: each mark stands between what may be factors.
pub(super) fn is_product(text: &str, emphasis: &Range<usize>) -> bool {
    if text.as_bytes()[emphasis.start] != b'*' {
        return false;
    }
    let (open, close) = (run(text, emphasis.start), run(text, emphasis.end - 1));
    let around = [neighbours(text, &open), neighbours(text, &close)];
    let every = |wanted: fn(char) -> bool| {
        around.iter().flat_map(|(a, b)| [*a, *b]).all(|c| c.is_some_and(wanted))
    };
    let mut either = around.iter().flat_map(|(a, b)| [*a, *b]);
    match (open.len(), close.len()) {
        (1, 1) if every(|c| c.is_ascii_alphanumeric()) => true,
        (1, 1) => every(char::is_alphanumeric) && either.any(is_figure),
        (2, 2) => every(|c| c.is_ascii_digit()),
        _ => false,
    }
}

fn is_figure(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '%' | '％'))
}

/// Whether the literal asterisk at `at` is an emphasis mark the parser could
/// not pair. Redactions, products and footnote stars are not.
pub(super) fn is_stray(text: &str, at: usize) -> bool {
    let run = run(text, at);
    let (before, after) = neighbours(text, &run);
    if before == Some('\\') || bracketed(before, after) {
        return false;
    }
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let alone = blank(before) && blank(after);
    let money = matches!(before, Some('$' | '€' | '£' | '¥' | '￥'));
    let product = is_figure(before) || is_figure(after);
    let power = is_figure(before) && is_figure(after);
    match run.len() {
        2 => !(money || alone || power),
        1 | 3 => (wide_mark(before) || wide_mark(after)) && !product,
        _ => false,
    }
}

/// Whether the asterisk at `at` opens its run.
pub(super) fn begins_run(text: &str, at: usize) -> bool {
    run(text, at).start == at
}

/// Chinese punctuation, beside which CommonMark's pairing goes wrong.
fn wide_mark(c: Option<char>) -> bool {
    matches!(
        c,
        Some('“' | '”' | '‘' | '’' | '：' | '，' | '；' | '（' | '）' | '\u{3001}'..='\u{3011}')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redactions_blanks_and_products_are_text() {
        assert!(is_literal("fee of [***] a year", 9));
        assert!(is_literal("[*]", 1));
        assert!(is_literal("By: ______(name)", 6));
        assert!(!is_literal("**fee**", 0));
        assert!(!is_stray("[***]", 2) && !is_stray("单价*数量", 6) && !is_stray("5 * 3", 2));
        assert!(!is_stray("（A-B）*100%", 11) && !is_stray("2**3", 1));
        for (text, emphasis) in [("5*3*2", 1..4), ("qty*price*12", 3..10), ("2**3**4", 1..6)] {
            assert!(is_product(text, &emphasis), "{text}");
        }
        for (text, emphasis) in [("un*limit*ed", 2..9), ("不*得*转让", 3..8)] {
            assert_eq!(is_product(text, &emphasis), text.is_ascii(), "{text}");
        }
        assert!(!is_product("(**un**limited)", &(1..7)));
        assert!(!is_stray("$** per unit", 1) && !is_stray("a ** b", 2) && !is_stray("\\*（a）", 1));
    }

    #[test]
    fn marks_beside_chinese_quotes_are_stray() {
        assert!(is_stray("**“服务”**指", 0) && is_stray("**“服务”**指", 15));
        assert!(is_stray("*“服务”*指", 0));
    }
}
