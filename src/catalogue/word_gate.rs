//! The gate of the catalogue's words: which of them may match in a sentence.

use super::rule::WordEntry;
use crate::matching::{Gate, Scan, bundled_gate, count_of_bundled};

/// The gate of the bundled patterns, which the build made, and one of the
/// patterns in a user's own rules.
#[derive(Debug)]
pub(crate) struct WordGate {
    /// For each bundled pattern, the words that have it.
    bundled: Vec<Vec<u32>>,
    own: Gate,
    /// For each pattern of `own`, its word.
    own_words: Vec<u32>,
}

/// A search through sentences.
pub(crate) struct WordScan<'g> {
    gate: &'g WordGate,
    bundled: Scan<'g>,
    own: Scan<'g>,
}

impl WordGate {
    pub(super) fn new(words: &[WordEntry]) -> Self {
        let mut bundled = vec![Vec::new(); count_of_bundled()];
        let (mut own, mut own_words) = (Vec::new(), Vec::new());
        for (word, entry) in (0..).zip(words) {
            match entry.pattern.number() {
                Some(number) => bundled[number as usize].push(word),
                None => {
                    own.push(entry.pattern.literals().collect::<Vec<_>>());
                    own_words.push(word);
                }
            }
        }
        Self { bundled, own: Gate::new(&own), own_words }
    }

    pub(crate) fn scan(&self) -> WordScan<'_> {
        WordScan { gate: self, bundled: bundled_gate().scan(), own: self.own.scan() }
    }
}

impl WordScan<'_> {
    /// The words that may match in a sentence, in ascending order.
    pub(crate) fn candidates(&mut self, sentence: &str) -> Vec<u32> {
        let bundled = self.bundled.candidates(sentence).into_iter();
        let mut words: Vec<u32> =
            bundled.flat_map(|pattern| &self.gate.bundled[pattern as usize]).copied().collect();
        let own = self.own.candidates(sentence).into_iter();
        words.extend(own.map(|pattern| self.gate.own_words[pattern as usize]));
        words.sort_unstable();
        words
    }
}
