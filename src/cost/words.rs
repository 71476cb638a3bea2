//! What a name speaks of: `hd-video` and 高清视频通话 are the same things.

use crate::catalogue::{CountedIn, vocabulary};
use crate::matching::{fold, is_wide};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A unit that uses and prices are counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As reports write it: `minutes`, `GB`, else as the offer has it.
    pub name: String,
    /// The unit that its size is in; units of one such can be converted.
    pub of: String,
    /// How many of that.
    pub size: Decimal,
}

impl Unit {
    fn known(unit: &CountedIn) -> Self {
        Self { name: unit.name.clone(), of: unit.of.clone(), size: unit.size }
    }

    /// The unit that a word names; an unknown word is a unit of its own.
    pub(super) fn named(word: &str) -> Self {
        let word = fold(word.trim()).as_str().to_owned();
        let known = vocabulary().uses.units.iter().find(|unit| unit.words.contains(&word));
        known.map_or_else(|| Self { name: word.clone(), of: word, size: Decimal::ONE }, Self::known)
    }

    /// The unit that stands last in a phrase: `included HD minutes`.
    pub(super) fn in_phrase(phrase: &str) -> Option<Self> {
        let phrase = fold(phrase).as_str().to_owned();
        let units = &vocabulary().uses.units;
        let found = units.iter().flat_map(|unit| unit.words.iter().map(move |word| (unit, word)));
        found
            .filter_map(|(unit, word)| Some((last_word(&phrase, word)?, word.len(), unit)))
            .max_by_key(|(end, length, _)| (*end, *length))
            .map(|(_, _, unit)| Self::known(unit))
    }
}

/// Where a word of a text ends for the last time.
fn last_word(text: &str, word: &str) -> Option<usize> {
    text.rmatch_indices(word)
        .map(|(at, _)| (at, at + word.len()))
        .find(|&(start, end)| stands(text, start, end))
        .map(|(_, end)| end)
}

/// Whether a range of a text is no part of a longer word.
fn stands(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_wide(c));
    let (before, first) = (text[..start].chars().next_back(), text[start..].chars().next());
    let (last, behind) = (text[..end].chars().next_back(), text[end..].chars().next());
    let cut = letter(before) && letter(first) || letter(last) && letter(behind);
    !cut
}

/// The things a name speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// By their rows in the vocabulary.
    pub(super) things: BTreeSet<usize>,
    /// Its other words.
    pub(super) others: Vec<String>,
    /// Whether it says that something is used, and perhaps no more.
    pub(super) plain: bool,
}

impl Named {
    /// Reads a name.
    pub(super) fn read(name: &str) -> Self {
        let text = spaced(name);
        let words = &vocabulary().uses;
        let mut named = Self { plain: text.trim().is_empty(), ..Self::default() };
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rows = words.things.iter().enumerate();
            let known = rows
                .flat_map(|(row, words)| words.iter().map(move |word| (Some(row), spaced(word))))
                .chain(words.plain.iter().map(|word| (None, spaced(word))))
                .filter(|(_, word)| {
                    text[at..].starts_with(word.as_str()) && stands(&text, at, at + word.len())
                })
                .max_by_key(|(_, word)| word.len());
            at += match known {
                Some((row, word)) => {
                    named.plain |= row.is_none();
                    named.things.extend(row);
                    word.len()
                }
                None if c.is_alphanumeric() && !is_wide(c) => {
                    let letters = |c: &char| c.is_alphanumeric() && !is_wide(*c);
                    let word: String = text[at..].chars().take_while(letters).collect();
                    let length = word.len();
                    named.others.push(word);
                    length
                }
                None => c.len_utf8(),
            };
        }
        named
    }
}

/// A text folded, with hyphens as spaces.
fn spaced(text: &str) -> String {
    fold(text).as_str().replace(['-', '_'], " ")
}

/// Whether a folded text holds a name as the user wrote it.
pub(super) fn holds(text: &str, name: &str) -> bool {
    let (text, name) = (spaced(text), spaced(name));
    let mut places = text.match_indices(name.as_str());
    !name.is_empty() && places.any(|(at, _)| stands(&text, at, at + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_languages_name_one_thing() {
        let of = |name: &str| Named::read(name).things;
        for same in [
            &["hd-video", "HD video package", "高清视频通话", "Video HD", "720P视频"][..],
            &["voice", "Real-time audio", "语音通话", "Suara"],
            &["seats", "Akaun pengajar", "每席位", "user licences"],
            &["full-hd video", "全高清视频", "1080P video"],
        ] {
            let things = of(same[0]);
            assert!(!things.is_empty());
            assert!(same.iter().all(|name| of(name) == things), "{same:?}");
        }
        assert!(of("video").is_subset(&of("hd video")) && of("video") != of("hd video"));
        assert_ne!(of("full hd video"), of("hd video"));
        assert_eq!(Named::read("Pinnock voice").others, ["pinnock"]);
        assert!(Named::read("用量").plain && Named::read("").plain);
    }

    #[test]
    fn units_are_found_in_phrases() {
        let named = |phrase: &str| Unit::in_phrase(phrase).map(|unit| unit.name);
        assert_eq!(named("included HD minutes").as_deref(), Some("minutes"));
        assert_eq!(named("10万分钟").as_deref(), Some("minutes"));
        assert_eq!(named("participant minute").as_deref(), Some("minutes"));
        assert_eq!(named("tempat duduk"), None);
        assert_eq!(Unit::named("TB").size, Decimal::from(1024));
        assert_eq!(Unit::named("viewer").of, "viewer");
    }
}
