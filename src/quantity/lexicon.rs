//! Phrases with their meanings, found at a place in the text; the longest wins.

use std::collections::HashMap;

/// Phrases and what they mean.
pub(super) type Table<T> = &'static [(&'static str, T)];

/// Tables of one or more languages, indexed by first and by last character.
pub(super) struct Lexicon<T: 'static> {
    by_first: HashMap<char, Vec<(&'static str, T)>>,
    by_last: HashMap<char, Vec<(&'static str, T)>>,
}

impl<T: Copy> Lexicon<T> {
    /// Indexes the phrases of all tables.
    pub(super) fn new(tables: &[Table<T>]) -> Self {
        let mut lexicon = Self { by_first: HashMap::new(), by_last: HashMap::new() };
        for &(phrase, meaning) in tables.iter().copied().flatten() {
            let (first, last) = (phrase.chars().next(), phrase.chars().next_back());
            for (map, key) in [(&mut lexicon.by_first, first), (&mut lexicon.by_last, last)] {
                if let Some(key) = key {
                    map.entry(key).or_default().push((phrase, meaning));
                }
            }
        }
        for map in [&mut lexicon.by_first, &mut lexicon.by_last] {
            map.values_mut()
                .for_each(|list| list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len())));
        }
        lexicon
    }

    /// The longest phrase that begins at `at` and ends where a word ends, with
    /// the offset behind it.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(T, usize)> {
        let rest = text.get(at..)?;
        let list = self.by_first.get(&rest.chars().next()?)?;
        list.iter().find_map(|&(phrase, meaning)| {
            let after = rest.strip_prefix(phrase)?;
            let cut = is_letter(phrase.chars().next_back()) && is_letter(after.chars().next());
            (!cut).then_some((meaning, at + phrase.len()))
        })
    }

    /// The longest phrase that ends at `end` and begins where a word begins,
    /// with its first offset.
    pub(super) fn ending_at(&self, text: &str, end: usize) -> Option<(T, usize)> {
        let head = text.get(..end)?;
        let list = self.by_last.get(&head.chars().next_back()?)?;
        list.iter().find_map(|&(phrase, meaning)| {
            let before = head.strip_suffix(phrase)?;
            let cut = is_letter(phrase.chars().next()) && is_letter(before.chars().next_back());
            (!cut).then_some((meaning, end - phrase.len()))
        })
    }
}

/// A letter of a script that puts spaces between words.
fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphabetic() && !is_han(c))
}

/// A Han character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '〇')
}

/// The text from an offset on; empty past the end.
pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The offset behind one space, if one stands at `at`.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    at + usize::from(rest(text, at).starts_with(' '))
}

/// The offset before one space, if one ends at `end`.
pub(super) fn skip_space_back(text: &str, end: usize) -> usize {
    end - usize::from(text.get(..end).is_some_and(|head| head.ends_with(' ')))
}

/// The offset behind `expected`, if it stands at `at`.
pub(super) fn eat(text: &str, at: usize, expected: &str) -> Option<usize> {
    rest(text, at).starts_with(expected).then_some(at + expected.len())
}

/// The character before an offset.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}
