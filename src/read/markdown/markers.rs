//! List markers and clause numbers as the source spells them.

use crate::read::Marker;
use crate::source::Span;

/// A list marker waiting for the first block of its item.
#[derive(Debug)]
pub(super) struct PendingMarker {
    pub(super) marker: Marker,
    pub(super) depth: usize,
}

impl PendingMarker {
    /// Whether the marker says something by itself: a number, not a bullet.
    pub(super) fn is_number(&self) -> bool {
        self.marker.text.contains(|c: char| c.is_ascii_digit())
    }
}

/// The marker at the start of a list item. The parser counts items itself and
/// is often wrong about what is written, so the source is read.
pub(super) fn list_marker(source: &str, item: Span) -> Option<Marker> {
    let text = &source[item.range()];
    let start = item.start + (text.len() - text.trim_start().len());
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let len = match text.as_bytes().get(digits)? {
        b'.' | b')' if digits > 0 => digits + 1,
        b'-' | b'*' | b'+' if digits == 0 => 1,
        _ => return None,
    };
    Some(Marker { text: text[..len].to_owned(), span: Span::new(start, start + len) })
}

/// Whether an `id` is a clause number such as `1`, `4.2` or `4.2(b)`.
pub(super) fn is_clause_number(id: &str) -> bool {
    let number = id.split('(').next().unwrap_or_default();
    let rest = &id[number.len()..];
    id.len() <= 16
        && number
            .split('.')
            .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
        && (rest.is_empty() || (rest.len() > 2 && rest.ends_with(')')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_read_as_written() {
        let marker = |text: &str| {
            list_marker(text, Span::new(0, text.len())).map(|m| (m.text, m.span.start))
        };
        assert_eq!(marker("10. ten"), Some(("10.".to_owned(), 0)));
        assert_eq!(marker("  3) three"), Some(("3)".to_owned(), 2)));
        assert_eq!(marker("- item"), Some(("-".to_owned(), 0)));
        assert_eq!(marker("text"), None);
        assert_eq!(marker(""), None);
    }

    #[test]
    fn only_numbers_are_clause_numbers() {
        assert!(["1", "1.1", "12.3.4", "4.2(b)"].into_iter().all(is_clause_number));
        assert!(
            ["", "a-definitions", "1.", "2019-01", "v1.2", "1(", "12345"]
                .into_iter()
                .all(|id| !is_clause_number(id))
        );
    }
}
