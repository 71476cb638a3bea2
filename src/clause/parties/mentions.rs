//! Words that mention a party, found in folded text.

use aho_corasick::{AhoCorasick, Input, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// A place in folded text that is replaced.
pub(in crate::clause) struct Place {
    pub(in crate::clause) range: Range<usize>,
    pub(in crate::clause) text: String,
    /// Index of the quantity it stands for; `None` for a party.
    pub(in crate::clause) quantity: Option<usize>,
}

/// All words that mention a party, and what each folds to.
#[derive(Debug, Default)]
pub(in crate::clause) struct Mentions {
    automaton: Option<AhoCorasick>,
    /// For each word its replacement; empty for a phrase that names no party.
    replacements: Vec<String>,
}

impl Mentions {
    pub(super) fn new(words: BTreeMap<String, String>) -> Self {
        let (words, replacements): (Vec<_>, Vec<_>) =
            words.into_iter().filter(|(word, _)| !word.is_empty()).unzip();
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok();
        Self { automaton, replacements }
    }

    /// The words in a folded text, by their order, with their ranges.
    pub(super) fn words_in<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(found) = self.automaton.as_ref()?.find(Input::new(text).range(at..)) {
                let range = found.range();
                if is_word(text, &range) {
                    at = range.end;
                    return Some((found.pattern().as_usize(), range));
                }
                at = range.start + text[range.start..].chars().next().map_or(1, char::len_utf8);
            }
            None
        })
    }

    /// The mentions in a folded text; an English article belongs to them.
    pub(in crate::clause) fn find(&self, text: &str) -> Vec<Place> {
        let mut places = Vec::new();
        for (word, range) in self.words_in(text) {
            let replacement = &self.replacements[word];
            if replacement.is_empty() {
                continue;
            }
            let article = text[range.clone()].is_ascii() && ends_in_article(&text[..range.start]);
            let start = if article { range.start - 4 } else { range.start };
            places.push(Place {
                range: start..range.end,
                text: replacement.clone(),
                quantity: None,
            });
        }
        places
    }
}

fn ends_in_article(before: &str) -> bool {
    let rest = before.strip_suffix("the ");
    rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether no letter or figure stands right before or behind.
fn is_word(text: &str, range: &Range<usize>) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric();
    let word = &text[range.clone()];
    let inside_left = word.starts_with(letter) && text[..range.start].ends_with(letter);
    let inside_right = word.ends_with(letter) && text[range.end..].starts_with(letter);
    !inside_left && !inside_right
}
