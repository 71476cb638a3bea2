//! Two wordings of one passage, word by word; Chinese by character.

use crate::matching::is_wide;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Longest passage that is compared word by word, in words; a longer one is
/// shown whole, before and after.
const MOST_WORDS: usize = 5_000;

/// A piece of a reworded passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both.
    Kept(String),
    /// Stood in the old version.
    Gone(String),
    /// Stands in the new version.
    Come(String),
}

/// What changed between two wordings.
pub(super) fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (tokens(old), tokens(new));
    if before.len().max(after.len()) > MOST_WORDS {
        return vec![Piece::Gone(old.to_owned()), Piece::Come(new.to_owned())];
    }
    let mut pieces = Pieces::default();
    for change in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (was, is) = (&before[change.old_range()], &after[change.new_range()]);
        match change {
            // A lone space or "of" between two changes would break both up.
            DiffOp::Equal { .. } if !pieces.is_quiet() && is_slight(was) => {
                pieces.waiting = was.concat();
            }
            DiffOp::Equal { .. } => pieces.kept(&was.concat()),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                pieces.changed(&was.concat(), &is.concat());
            }
        }
    }
    pieces.finished()
}

/// Pieces as they are found: a run of changes is one pair of old and new.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    gone: String,
    come: String,
    /// Common words that may turn out to stand between two changes.
    waiting: String,
}

impl Pieces {
    fn is_quiet(&self) -> bool {
        self.gone.is_empty() && self.come.is_empty()
    }

    fn changed(&mut self, was: &str, is: &str) {
        let between = std::mem::take(&mut self.waiting);
        self.gone.push_str(&between);
        self.come.push_str(&between);
        self.gone.push_str(was);
        self.come.push_str(is);
    }

    fn kept(&mut self, text: &str) {
        let text = std::mem::take(&mut self.waiting) + text;
        for (changed, piece) in
            [(&mut self.gone, Piece::Gone as fn(String) -> Piece), (&mut self.come, Piece::Come)]
        {
            if !changed.is_empty() {
                self.done.push(piece(std::mem::take(changed)));
            }
        }
        if !text.is_empty() {
            self.done.push(Piece::Kept(text));
        }
    }

    fn finished(mut self) -> Vec<Piece> {
        self.kept("");
        self.done
    }
}

/// Whether common words are too few to keep two changes apart.
fn is_slight(words: &[&str]) -> bool {
    words.iter().filter(|word| !word.trim().is_empty()).count() <= 1
        && words.iter().all(|word| !word.contains(is_wide))
}

/// Words, spaces and signs in order; together they are the text.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if is_wide(c) => 0,
        c if c.is_whitespace() => 1,
        c if c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '’' | '%' | '-') => 2,
        _ => 0,
    };
    let mut found = Vec::new();
    let (mut start, mut last) = (0, 0);
    for (at, c) in text.char_indices() {
        let now = class(c);
        if at > start && (now == 0 || now != last) {
            found.push(&text[start..at]);
            start = at;
        }
        last = now;
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Kept(text) => text,
            Piece::Gone(text) => format!("[-{text}-]"),
            Piece::Come(text) => format!("{{+{text}+}}"),
        };
        pieces(old, new).into_iter().map(piece).collect()
    }

    #[test]
    fn figures_and_words_change_as_wholes() {
        assert_eq!(
            shown("available 99.9% of each month", "available 99.0% of each month"),
            "available [-99.9%-]{+99.0%+} of each month"
        );
        assert_eq!(
            shown("乙方应在三十日内付款", "乙方应在六十日内付款"),
            "乙方应在[-三-]{+六+}十日内付款"
        );
    }

    #[test]
    fn neighbouring_changes_are_one() {
        assert_eq!(
            shown("The Vendor shall use it", "The Vendor may sell it"),
            "The Vendor [-shall use-]{+may sell+} it"
        );
    }
}
