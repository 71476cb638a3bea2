//! Lines of a plain-text file, and the numbers that lost theirs.

use super::page_numbers::{self, PageNumber};
use crate::source::Span;
use std::ops::Range;

/// Blanks this wide inside a line stand for a line end that was lost when the
/// file was made, as in many filings. A tab counts as four.
pub(super) const WIDE_GAP: usize = 4;

/// One line without the blanks around its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether a form feed stands before the line's words.
    pub(super) begins_page: bool,
    /// Whether it was cut out of a longer line at wide gaps.
    pub(super) inside: bool,
}

impl Line {
    pub(super) fn is_blank(self) -> bool {
        self.span.is_empty()
    }
}

/// Splits a text at line feeds and form feeds. A form feed by itself does not
/// make a blank line: a sentence may run over the page.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    let (mut begins_page, mut after_feed) = (false, false);
    for piece in text.split_inclusive(['\n', '\x0C']) {
        let words = piece.trim();
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len();
        let feed = piece.ends_with('\x0C');
        if !words.is_empty() {
            for span in cut(words, start) {
                let inside = span.len() < words.len();
                lines.push(Line { span, begins_page, inside });
                begins_page = false;
            }
        } else if !feed && !after_feed {
            lines.push(Line { span: Span::new(at, at), begins_page: false, inside: false });
        }
        begins_page |= feed;
        after_feed = feed;
    }
    lines
}

/// Cuts out of a line what may be a page number between two wide gaps, and
/// what underlined the words of the line above. What a line end or a wide gap
/// separates is read the same, so that a number that turns out to be none
/// changes nothing.
fn cut(words: &str, start: usize) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut from = 0;
    while let Some((len, gap)) = next_gap(&words[from..]) {
        let end = from + len;
        if width(&words[end..end + gap]) >= WIDE_GAP {
            gaps.push(end..end + gap);
        }
        from = end + gap;
    }
    let mut pieces = Vec::new();
    let mut rest = 0;
    for (index, gap) in gaps.iter().enumerate() {
        let number = gaps
            .get(index + 1)
            .map(|next| gap.end..next.start)
            .filter(|number| is_page(&words[number.clone()]));
        let Some(piece) = number.or_else(|| underline(words, gap)) else { continue };
        if rest < gap.start {
            pieces.push(rest..gap.start);
        }
        rest = words.len() - words[piece.end..].trim_start().len();
        pieces.push(piece);
    }
    if rest < words.len() {
        pieces.push(rest..words.len());
    }
    pieces.into_iter().map(|piece| Span::new(start + piece.start, start + piece.end)).collect()
}

/// Whether words are a page number wherever they stand.
fn is_page(words: &str) -> bool {
    page_numbers::read(words).is_some_and(|number| number != PageNumber::Lettered)
}

/// Dashes after a wide gap, before words. After a colon they are the line of a
/// signature.
fn underline(words: &str, gap: &Range<usize>) -> Option<Range<usize>> {
    const SHORTEST: usize = 4;
    let after = &words[gap.end..];
    let dashes = after.len() - after.trim_start_matches('-').len();
    let underlines = dashes >= SHORTEST
        && after[dashes..].starts_with(char::is_whitespace)
        && !words[..gap.start].ends_with(':');
    underlines.then(|| gap.end..gap.end + dashes)
}

/// The next run of two blanks or more, or of a tab: the bytes before it and
/// its own length.
pub(super) fn next_gap(text: &str) -> Option<(usize, usize)> {
    let mut start = None;
    let mut previous_end = 0;
    for (at, c) in text.char_indices() {
        match (start, c.is_whitespace()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let run = &text[from..at];
                if run.chars().nth(1).is_some() || run == "\t" {
                    return Some((from, at - from));
                }
                start = None;
            }
            _ => {}
        }
        previous_end = at + c.len_utf8();
    }
    start.map(|from| (from, previous_end - from))
}

/// How wide blanks are, in spaces.
pub(super) fn width(blank: &str) -> usize {
    blank.chars().map(|c| if c == '\t' { WIDE_GAP } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_feeds_begin_pages_and_are_no_blank_lines() {
        let text = "one\r\n\x0Ctwo\n \n\x0C\nthree";
        let lines = split(text);
        let words: Vec<_> =
            lines.iter().map(|line| (&text[line.span.range()], line.begins_page)).collect();
        assert_eq!(words, [("one", false), ("two", true), ("", false), ("three", true)]);
    }
}
