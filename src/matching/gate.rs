//! One pass over a sentence decides which of all patterns are worth trying
//! there: those of whose literals it holds one of each set.

use super::pattern::Pattern;
use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};
use std::borrow::Cow;
use std::ops::Range;

/// How many bytes of a literal the automaton knows. What stands behind them is
/// compared on the spot: so the automaton is small, and built in no time.
const HEAD: usize = 6;

/// An automaton over the required literals of a set of patterns.
#[derive(Debug)]
pub struct Gate {
    /// Finds the heads of the literals.
    automaton: AhoCorasick,
    /// For each head, its literals.
    heads: Vec<Range<usize>>,
    /// All literals, those with one head beside each other.
    literals: Vec<Literal>,
    /// For each set of literals, its pattern.
    owners: Vec<u32>,
    /// For each pattern, how many sets it has.
    sets: Vec<u16>,
    /// Patterns with no required literal.
    always: Vec<u32>,
}

/// A literal, and the set it is of.
#[derive(Debug)]
struct Literal {
    text: Cow<'static, str>,
    set: u32,
}

impl Literal {
    fn head(&self) -> &[u8] {
        let bytes = self.text.as_bytes();
        &bytes[..bytes.len().min(HEAD)]
    }
}

impl Gate {
    /// Builds the gate; indices are those of the iterator.
    ///
    /// # Errors
    /// When the literals are too many for one automaton.
    pub fn new<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Result<Self, BuildError> {
        let mut literals: Vec<Literal> = Vec::new();
        let (mut owners, mut sets, mut always) = (Vec::new(), Vec::new(), Vec::new());
        for (owner, pattern) in (0..).zip(patterns) {
            let mut count = 0;
            for (set, texts) in (owners.len() as u32..).zip(pattern.literals()) {
                literals.extend(texts.iter().map(|text| Literal { text: text.clone(), set }));
                count += 1;
            }
            owners.resize(owners.len() + usize::from(count), owner);
            sets.push(count);
            if count == 0 {
                always.push(owner);
            }
        }
        literals.sort_unstable_by(|a, b| a.head().cmp(b.head()));
        let mut heads: Vec<Range<usize>> = Vec::new();
        for group in literals.chunk_by(|a, b| a.head() == b.head()) {
            let start = heads.last().map_or(0, |last| last.end);
            heads.push(start..start + group.len());
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(heads.iter().map(|range| literals[range.start].head()))?;
        Ok(Self { automaton, heads, literals, owners, sets, always })
    }

    /// Whether a pattern has literals it cannot match without.
    pub fn needs_words(&self, pattern: usize) -> bool {
        self.sets.get(pattern).is_some_and(|sets| *sets > 0)
    }

    /// The patterns that may match in a sentence, in ascending order.
    pub fn candidates(&self, sentence: &str) -> Vec<u32> {
        let mut seen = vec![false; self.owners.len()];
        let mut missing = self.sets.clone();
        let mut list = self.always.clone();
        for found in self.automaton.find_overlapping_iter(sentence) {
            let from = &sentence.as_bytes()[found.start()..];
            for literal in &self.literals[self.heads[found.pattern().as_usize()].clone()] {
                let seen = &mut seen[literal.set as usize];
                if *seen || !from.starts_with(literal.text.as_bytes()) {
                    continue;
                }
                *seen = true;
                let owner = self.owners[literal.set as usize];
                let missing = &mut missing[owner as usize];
                *missing -= 1;
                if *missing == 0 {
                    list.push(owner);
                }
            }
        }
        list.sort_unstable();
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_whose_literal_stands_there_are_tried() {
        let patterns: Vec<Pattern> = ["liability ~9~ unlimited", "无限责任", "[a-z]+"]
            .iter()
            .map(|p| Pattern::new(p).unwrap())
            .collect();
        let gate = Gate::new(patterns.iter()).unwrap();
        assert_eq!(gate.candidates("承担无限责任"), [1, 2]);
        assert_eq!(gate.candidates("liability is unlimited"), [0, 2]);
        assert_eq!(gate.candidates("nothing here"), [2]);
        assert_eq!(gate.candidates("liability is limited"), [2]);
    }
}
