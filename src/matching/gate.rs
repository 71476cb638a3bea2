//! One pass over a text decides which of all patterns are worth trying there.

use super::pattern::Pattern;
use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};

/// An automaton over the required literals of a set of patterns.
#[derive(Debug)]
pub struct Gate {
    automaton: AhoCorasick,
    /// For each literal, the patterns that need it.
    owners: Vec<Vec<u32>>,
    /// Patterns with no required literal.
    always: Vec<u32>,
    patterns: usize,
}

impl Gate {
    /// Builds the gate; indices are those of the iterator.
    ///
    /// # Errors
    /// When the literals are too many for one automaton.
    pub fn new<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Result<Self, BuildError> {
        let mut literals: Vec<&String> = Vec::new();
        let mut index = std::collections::HashMap::new();
        let mut owners: Vec<Vec<u32>> = Vec::new();
        let mut always = Vec::new();
        let mut count = 0;
        for (at, pattern) in patterns.enumerate() {
            count = at + 1;
            let Some(set) = pattern.literals() else {
                always.push(at as u32);
                continue;
            };
            for literal in set {
                let slot = *index.entry(literal).or_insert_with(|| {
                    literals.push(literal);
                    owners.push(Vec::new());
                    owners.len() - 1
                });
                owners[slot].push(at as u32);
            }
        }
        let automaton =
            AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(literals)?;
        Ok(Self { automaton, owners, always, patterns: count })
    }

    /// The patterns that may match in a text, in ascending order.
    pub fn candidates(&self, text: &str) -> Vec<u32> {
        let mut seen = vec![false; self.owners.len()];
        let mut wanted = vec![false; self.patterns];
        let mut list = self.always.clone();
        for found in self.automaton.find_overlapping_iter(text) {
            let literal = found.pattern().as_usize();
            if std::mem::replace(&mut seen[literal], true) {
                continue;
            }
            for &owner in &self.owners[literal] {
                if !std::mem::replace(&mut wanted[owner as usize], true) {
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
    }
}
