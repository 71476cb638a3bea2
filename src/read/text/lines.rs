//! Lines of a plain-text file.

use crate::source::Span;

/// One line without the blanks around its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether a form feed stands before the line's words.
    pub(super) begins_page: bool,
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
            lines.push(Line { span: Span::new(start, start + words.len()), begins_page });
            begins_page = false;
        } else if !feed && !after_feed {
            lines.push(Line { span: Span::new(at, at), begins_page: false });
        }
        begins_page |= feed;
        after_feed = feed;
    }
    lines
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
