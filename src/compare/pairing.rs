//! Which passage of the old version is which of the new.
//!
//! First those in the same words, wherever they stand; then those that share
//! sentences, for a paragraph may be cut in two; then those that resemble each
//! other.

use super::passages::{Text, words};
use crate::clause::Contract;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// A word in more passages than this does not tell which is meant.
const COMMON: usize = 50;
/// From which share of common words on two passages are versions of one.
const ALIKE: f64 = 0.5;
/// The same for two under one number and heading.
const ALIKE_AT_ONE_PLACE: f64 = 0.3;

/// Pairs of passages, by their indices.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// For each old passage, the new one.
    new_of: Vec<Option<usize>>,
    /// For each new passage, the old one.
    old_of: Vec<Option<usize>>,
    /// For each old passage, what no new one says.
    old_rest: Vec<Vec<usize>>,
    /// For each new passage, what no old one said.
    new_rest: Vec<Vec<usize>>,
}

impl Pairing {
    /// Pairs the passages of two versions.
    pub(super) fn new(old: &[Text], new: &[Text]) -> Self {
        let mut pairing = Self {
            new_of: vec![None; old.len()],
            old_of: vec![None; new.len()],
            old_rest: vec![Vec::new(); old.len()],
            new_rest: vec![Vec::new(); new.len()],
        };
        pairing.by_words(old, new);
        pairing.by_sentences(old, new);
        pairing.by_likeness(old, new);
        pairing
    }

    fn pair(&mut self, old: usize, new: usize) {
        if self.new_of[old].is_none() && self.old_of[new].is_none() {
            self.new_of[old] = Some(new);
            self.old_of[new] = Some(old);
        }
    }

    fn by_words(&mut self, old: &[Text], new: &[Text]) {
        let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (at, text) in old.iter().enumerate() {
            places.entry(&text.key).or_default().push_back(at);
        }
        for (at, text) in new.iter().enumerate() {
            if let Some(before) = places.get_mut(text.key.as_str()).and_then(VecDeque::pop_front) {
                self.pair(before, at);
            }
        }
    }

    fn by_sentences(&mut self, old: &[Text], new: &[Text]) {
        let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (at, text) in old.iter().enumerate().filter(|(at, _)| self.new_of[*at].is_none()) {
            self.old_rest[at] = (0..text.sentences.len()).collect();
            for sentence in &text.sentences {
                places.entry(sentence).or_default().push_back(at);
            }
        }
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (at, text) in new.iter().enumerate().filter(|(at, _)| self.old_of[*at].is_none()) {
            for (number, sentence) in text.sentences.iter().enumerate() {
                match places.get_mut(sentence.as_str()).and_then(VecDeque::pop_front) {
                    Some(before) => {
                        *shared.entry((before, at)).or_default() += sentence.len();
                        let said = &old[before].sentences;
                        self.old_rest[before].retain(|&of| said[of] != *sentence);
                    }
                    None => self.new_rest[at].push(number),
                }
            }
        }
        let mut shared: Vec<_> = shared.into_iter().collect();
        shared.sort_by_key(|&(pair, bytes)| (std::cmp::Reverse(bytes), pair));
        for ((before, after), _) in shared {
            self.pair(before, after);
        }
    }

    fn by_likeness(&mut self, old: &[Text], new: &[Text]) {
        let open_old = open(old, &self.new_of, &self.old_rest);
        let open_new = open(new, &self.old_of, &self.new_rest);
        let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, (_, words)) in open_old.iter().enumerate() {
            for (word, _) in words {
                holders.entry(word).or_default().push(index);
            }
        }
        holders.retain(|_, texts| texts.len() <= COMMON);
        let mut alike = Vec::new();
        for (after, words) in &open_new {
            let mut candidates: Vec<usize> = words
                .iter()
                .filter_map(|(word, _)| holders.get(word.as_str()))
                .flatten()
                .copied()
                .collect();
            candidates.sort_unstable();
            candidates.dedup();
            for candidate in candidates {
                let (before, others) = &open_old[candidate];
                let likeness = likeness(words, others);
                let one_place = old[*before].place == new[*after].place;
                if likeness >= if one_place { ALIKE_AT_ONE_PLACE } else { ALIKE } {
                    let bonus = if one_place { ALIKE - ALIKE_AT_ONE_PLACE } else { 0.0 };
                    alike.push((likeness + bonus, *before, *after));
                }
            }
        }
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, before, after) in alike {
            self.pair(before, after);
        }
    }

    /// The old passage that a new one was.
    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.old_of[new]
    }

    /// The new passage that an old one became.
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.new_of[old]
    }

    /// Whether a pair says the same, or all that it says otherwise stands in
    /// its neighbours.
    pub(super) fn is_same(&self, old: usize, new: usize) -> bool {
        self.old_rest[old].is_empty() && self.new_rest[new].is_empty()
    }

    /// The sentences of an old passage that are said no more.
    pub(super) fn gone(&self, old: usize) -> &[usize] {
        &self.old_rest[old]
    }

    /// The sentences of a new passage that nobody said before.
    pub(super) fn come(&self, new: usize) -> &[usize] {
        &self.new_rest[new]
    }

    /// How many passages stand at another place in the same words, and how many
    /// where they stood.
    pub(super) fn moved_and_same(
        &self,
        before: &[Text],
        after: &[Text],
        old: &Contract,
        new: &Contract,
    ) -> (usize, usize) {
        let (mut moved, mut same) = (0, 0);
        for (at, text) in after.iter().enumerate() {
            let Some(was) = self.old_of[at].filter(|&was| self.is_same(was, at)) else { continue };
            let there = old.address(before[was].unit) == new.address(text.unit);
            *(if there { &mut same } else { &mut moved }) += 1;
        }
        (moved, same)
    }
}

/// Passages without a pair, with the words of what nobody else says, sorted
/// and counted.
fn open(
    texts: &[Text],
    paired: &[Option<usize>],
    rest: &[Vec<usize>],
) -> Vec<(usize, Vec<(String, usize)>)> {
    let open = (0..texts.len()).filter(|&at| paired[at].is_none() && !rest[at].is_empty());
    open.map(|at| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for &sentence in &rest[at] {
            for word in words(&texts[at].sentences[sentence]) {
                *counts.entry(word).or_default() += 1;
            }
        }
        (at, counts.into_iter().collect())
    })
    .collect()
}

/// The share of words two texts have in common, 0 to 1 (Dice's coefficient).
fn likeness(one: &[(String, usize)], other: &[(String, usize)]) -> f64 {
    let size = |words: &[(String, usize)]| words.iter().map(|(_, count)| count).sum::<usize>();
    let (mut at, mut common) = (0, 0);
    for (word, count) in one {
        while other.get(at).is_some_and(|(w, _)| w < word) {
            at += 1;
        }
        if let Some((_, there)) = other.get(at).filter(|(w, _)| w == word) {
            common += count.min(there);
        }
    }
    let all = size(one) + size(other);
    if all == 0 { 0.0 } else { 2.0 * common as f64 / all as f64 }
}
