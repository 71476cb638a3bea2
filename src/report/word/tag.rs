//! The tags of a text element, written again where it is cut or struck out.

use std::ops::Range;

/// What XML counts as blank at the ends of a text.
pub(super) const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// What of a text element is shown.
pub(super) fn shown(text: &str, inside: Range<usize>, preserve: bool) -> Range<usize> {
    let words = text.get(inside.clone()).unwrap_or_default();
    if preserve {
        return inside;
    }
    let start = inside.start + words.len() - words.trim_start_matches(BLANK).len();
    start..(inside.start + words.trim_end_matches(BLANK).len()).max(start)
}

/// A tag of a text element, to be written again.
pub(super) struct Tag<'t> {
    text: &'t str,
    /// Behind the name.
    pub(super) name_end: usize,
    preserve: bool,
}

impl<'t> Tag<'t> {
    /// A start or an end tag; whether its element keeps its blanks.
    pub(super) fn new(text: &'t str, preserve: bool) -> Self {
        let behind = |c: char| c.is_ascii_whitespace() || c == '>' || c == '/';
        let from = if text.starts_with("</") { 2 } else { 1 };
        let name_end = text.get(from..).and_then(|name| name.find(behind)).unwrap_or(0) + from;
        Self { text, name_end, preserve }
    }

    /// The tag, of shown or of deleted text.
    pub(super) fn named(&self, struck: bool) -> String {
        if !struck {
            return self.text.to_owned();
        }
        let (name, rest) = self.text.split_at(self.name_end.saturating_sub(1));
        format!("{name}delTex{rest}")
    }

    /// The same, with blanks at the ends shown.
    pub(super) fn preserving(&self, struck: bool) -> String {
        if self.preserve {
            return self.named(struck);
        }
        let name = Self { text: self.text.get(..self.name_end).unwrap_or_default(), ..*self };
        format!(r#"{} xml:space="preserve">"#, name.named(struck))
    }
}
