//! The places of a sentence where words begin: a pattern is tried nowhere else.

use super::options::key;
use std::ops::Range;

/// A sentence of a text, with its places.
pub struct Places<'t> {
    pub(super) text: &'t str,
    /// Where the sentence ends.
    pub(super) end: usize,
    /// Each place that is not inside a word, and the key of the character there.
    places: Vec<(usize, u8)>,
}

impl<'t> Places<'t> {
    /// Of a range of a text; what stands before it decides whether it begins
    /// inside a word.
    pub fn of(text: &'t str, sentence: Range<usize>) -> Self {
        let Range { start, end } = sentence;
        let letter = |c: char| c.is_ascii_alphanumeric();
        let mut inside = text[..start].ends_with(letter);
        let mut places = Vec::new();
        for (at, c) in text[start..end].char_indices() {
            if !(inside && letter(c)) {
                places.push((start + at, key(c)));
            }
            inside = letter(c);
        }
        Self { text, end, places }
    }

    /// Those in `from..=last`.
    pub(super) fn between(&self, from: usize, last: usize) -> &[(usize, u8)] {
        let from = self.places.partition_point(|place| place.0 < from);
        let to = self.places.partition_point(|place| place.0 <= last);
        self.places.get(from..to).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_place_is_inside_a_word() {
        let places = Places::of("refees on 费用", 2..16);
        let at = |from, last| places.between(from, last).iter().map(|p| p.0).collect::<Vec<_>>();
        assert_eq!(at(0, 99), [6, 7, 9, 10, 13]);
        assert_eq!(at(7, 9), [7, 9]);
        assert!(at(9, 7).is_empty());
        assert_eq!(Places::of("refees", 0..6).between(0, 6), [(0, b'r')]);
    }
}
