//! Text that fits: columns, folding and cropping, Chinese and English alike.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthChar;

/// How far back from a cut a space is looked for, in characters.
const LONGEST_WORD: usize = 24;

/// Columns a character takes.
pub(super) fn columns_of(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Columns a text takes, counted by character as miette and textwrap count.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// Folds a text into lines of at most `width` columns: at spaces, between
/// Chinese characters but not before their closing punctuation, and inside a
/// word where it alone is too long.
pub(super) fn fold(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(2))
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
}

/// Text read away from some point, as far as there is room.
pub(super) struct Taken {
    /// In the order it was read.
    pub(super) chars: Vec<char>,
    /// Its columns.
    pub(super) columns: usize,
    /// Whether there was more.
    pub(super) cut: bool,
}

/// Takes characters while they fit into `room` columns; what does not fit is
/// cut at a space or beside a wide character where one is near, otherwise
/// between characters. `backwards` tells that the text is read from its end.
pub(super) fn take(text: impl Iterator<Item = char>, room: usize, backwards: bool) -> Taken {
    let mut chars = Vec::new();
    let mut columns = 0;
    let mut next = None;
    for c in text {
        if columns + columns_of(c) > room {
            next = Some(c);
            break;
        }
        columns += columns_of(c);
        chars.push(c);
    }
    let Some(next) = next else { return Taken { chars, columns, cut: false } };
    let rest = |at: usize| chars.get(at).copied().unwrap_or(next);
    // A combining mark stays with the character to its left.
    let whole = |at: usize| {
        let right = if backwards { chars[at - 1] } else { rest(at) };
        columns_of(right) > 0
    };
    let word = |at: usize| {
        let sides = [chars[at - 1], rest(at)];
        whole(at) && sides.iter().any(|c| c.is_whitespace() || columns_of(*c) > 1)
    };
    let near = chars.len().saturating_sub(LONGEST_WORD);
    let places = || (1..=chars.len()).rev();
    let end = places()
        .take_while(|&at| at > near)
        .find(|&at| word(at))
        .or_else(|| places().find(|&at| whole(at)))
        .unwrap_or(0);
    chars.truncate(end);
    while chars.last().is_some_and(|c| c.is_whitespace()) {
        chars.pop();
    }
    let columns = chars.iter().copied().map(columns_of).sum();
    Taken { chars, columns, cut: true }
}

/// Cuts a text to `width` columns, with the ellipsis inside them.
pub(super) fn crop(text: &str, width: usize, ellipsis: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let taken = take(text.chars(), width.saturating_sub(columns(ellipsis)), false);
    taken.chars.into_iter().chain(ellipsis.chars()).collect()
}

/// Cuts a text to `width` columns at its beginning: of a path, the end tells.
pub(super) fn crop_start(text: &str, width: usize, ellipsis: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut chars = Vec::new();
    let mut room = width.saturating_sub(columns(ellipsis));
    for c in text.chars().rev() {
        let Some(left) = room.checked_sub(columns_of(c)) else { break };
        room = left;
        chars.push(c);
    }
    ellipsis.chars().chain(chars.into_iter().rev()).collect()
}

/// Fills a text with spaces up to `width` columns.
pub(super) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_words_and_chinese_at_characters() {
        assert_eq!(crop("additional charges may apply", 21, "…"), "additional charges…");
        assert_eq!(crop("乙方可以收取额外费用", 10, "…"), "乙方可以…");
        assert_eq!(crop_start("drafts/2026/contract.docx", 16, "…"), "…6/contract.docx");
        assert_eq!(crop("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "…"), "e\u{301}e\u{301}…");
    }

    #[test]
    fn chinese_folds_without_spaces_and_keeps_its_punctuation() {
        assert_eq!(
            fold("总价无法从本合同得出，须另行约定。", 22),
            ["总价无法从本合同得出，", "须另行约定。"]
        );
        assert_eq!(
            fold("总价无法从本合同得出，须另行约定。", 20),
            ["总价无法从本合同得", "出，须另行约定。"]
        );
    }
}
