//! A text made from another, with the way back.

use super::Span;
use std::ops::Range;

/// A piece of the made text and the origin it was made from. Where both are
/// equally long and `verbatim`, offsets inside map one to one; otherwise the
/// piece maps as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    at: usize,
    len: usize,
    origin: Span,
    verbatim: bool,
}

/// A text built from pieces of an origin, each of which remembers where it
/// came from: a block's plain text over its source, or folded text over a
/// block's plain text.
#[derive(Debug, Clone, Default)]
pub struct Mapped {
    text: String,
    segments: Vec<Segment>,
}

impl Mapped {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Length of the text in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Appends text that stands at `start` in the origin, byte for byte.
    pub fn push(&mut self, text: &str, start: usize) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.segments.last_mut()
            && last.verbatim
            && last.origin.end == start
        {
            last.len += text.len();
            last.origin.end += text.len();
            return;
        }
        let origin = Span::new(start, start + text.len());
        self.segments.push(Segment { at, len: text.len(), origin, verbatim: true });
    }

    /// Appends text that stands for `origin` as a whole: an entity, a soft
    /// break shown as a space, a party's name folded to one character.
    pub fn push_for(&mut self, text: &str, origin: Span) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        self.segments.push(Segment { at, len: text.len(), origin, verbatim: false });
    }

    /// The smallest span of the origin that covers a range of the text. An
    /// empty range gives an empty span.
    pub fn origin(&self, range: Range<usize>) -> Span {
        if self.segments.is_empty() {
            return Span::default();
        }
        let start = self.origin_of_start(range.start);
        if range.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.origin_of_end(range.end).max(start))
    }

    fn origin_of_start(&self, offset: usize) -> usize {
        let index = self.segments.partition_point(|s| s.at + s.len <= offset);
        match self.segments.get(index) {
            Some(s) if s.verbatim => s.origin.start + offset.saturating_sub(s.at),
            Some(s) => s.origin.start,
            None => self.segments.last().map_or(0, |s| s.origin.end),
        }
    }

    fn origin_of_end(&self, offset: usize) -> usize {
        let index = self.segments.partition_point(|s| s.at + s.len < offset);
        match self.segments.get(index) {
            Some(s) if s.verbatim => s.origin.start + offset.saturating_sub(s.at),
            Some(s) => s.origin.end,
            None => self.segments.last().map_or(0, |s| s.origin.end),
        }
    }

    /// The range of the text that came from a span of the origin; empty where
    /// nothing did. Pieces that map as a whole are taken whole.
    pub fn range_of(&self, origin: Span) -> Range<usize> {
        let mut found: Option<Range<usize>> = None;
        for s in self.segments.iter().filter(|s| s.origin.overlaps(origin)) {
            let (mut from, mut to) = (s.at, s.at + s.len);
            if s.verbatim {
                from += origin.start.saturating_sub(s.origin.start);
                to -= s.origin.end.saturating_sub(origin.end);
            }
            found = Some(match found {
                Some(range) => range.start.min(from)..range.end.max(to),
                None => from..to,
            });
        }
        found.unwrap_or(0..0)
    }

    /// Appends another text over the same origin.
    pub fn append(&mut self, other: &Self) {
        for s in &other.segments {
            let text = &other.text[s.at..s.at + s.len];
            if s.verbatim {
                self.push(text, s.origin.start);
            } else {
                self.push_for(text, s.origin);
            }
        }
    }

    /// A part of the text, with its own way back.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        let first = self.segments.partition_point(|s| s.at + s.len <= range.start);
        for s in self.segments[first..].iter().take_while(|s| s.at < range.end) {
            let from = s.at.max(range.start);
            let to = (s.at + s.len).min(range.end);
            if from >= to {
                continue;
            }
            let text = &self.text[from..to];
            if s.verbatim {
                part.push(text, s.origin.start + (from - s.at));
            } else {
                part.push_for(text, s.origin);
            }
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Mapped {
        // origin: "un**limited** &amp; free"
        let mut mapped = Mapped::default();
        mapped.push("un", 0);
        mapped.push("limited", 4);
        mapped.push(" ", 13);
        mapped.push_for("&", Span::new(14, 19));
        mapped.push(" free", 19);
        mapped
    }

    #[test]
    fn ranges_map_to_the_smallest_covering_span() {
        let mapped = sample();
        assert_eq!(mapped.as_str(), "unlimited & free");
        assert_eq!(mapped.origin(0..9), Span::new(0, 11));
        assert_eq!(mapped.origin(2..9), Span::new(4, 11));
        assert_eq!(mapped.origin(10..11), Span::new(14, 19));
        assert_eq!(mapped.origin(12..16), Span::new(20, 24));
    }

    #[test]
    fn a_slice_keeps_its_way_back() {
        let part = sample().slice(2..12);
        assert_eq!(part.as_str(), "limited & ");
        assert_eq!(part.origin(8..9), Span::new(14, 19));
        assert_eq!(part.range_of(Span::new(15, 16)), 8..9);
    }
}
