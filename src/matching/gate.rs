//! One pass over a sentence decides which of all patterns are worth trying
//! there: those of whose literals it holds one of each set.
//!
//! The literals' heads are a tree of bytes that is walked from every place of
//! the sentence. The build script makes the gate of the bundled patterns with
//! this very file; those of a user's own rules get one at the start.

use std::collections::BTreeMap;

/// How many bytes of a literal the tree knows. What stands behind them is
/// compared on the spot: so the tree is small, and soon left.
const HEAD: usize = 16;

/// A tree of the required literals of a set of patterns.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// The byte by which each node is reached; the children of a node stand
    /// beside each other, in order, the root's first.
    pub(super) labels: Vec<u8>,
    /// Where each node's children begin, and one more: where all end.
    pub(super) children: Vec<u32>,
    /// Where the literals whose head ends at a node begin, and one more.
    pub(super) ending: Vec<u32>,
    /// For each literal, what follows its head, in `rests`, and its set.
    pub(super) literals: Vec<[u32; 3]>,
    pub(super) rests: Vec<u8>,
    /// For each set of literals, where the patterns that ask for it begin in `owners`, and one
    /// more: many ask for the same set.
    pub(super) owned: Vec<u32>,
    /// The patterns of the sets.
    pub(super) owners: Vec<u32>,
    /// For each pattern, how many sets it has.
    pub(super) sets: Vec<u32>,
    /// Patterns with no required literal.
    pub(super) always: Vec<u32>,
}

/// A search with a gate through many sentences, with room of its own.
pub struct Scan<'g> {
    gate: &'g Gate,
    /// For each byte, the node it leads to from the root; 0 for none.
    roots: [u32; 256],
    /// The number of the sentence.
    now: u32,
    /// For each set, the last sentence that held a literal of it.
    seen: Vec<u32>,
    /// For each pattern, the last sentence that held one, and how many sets.
    found: Vec<[u32; 2]>,
}

impl Gate {
    /// Builds the gate of patterns, given by their sets of literals; a
    /// literal has at least one byte.
    pub fn new<S: AsRef<[L]>, L: AsRef<str>>(patterns: &[Vec<S>]) -> Self {
        let mut gate = Self::default();
        let mut owners: BTreeMap<Vec<&str>, Vec<u32>> = BTreeMap::new();
        for (owner, sets) in (0..).zip(patterns) {
            for set in sets {
                let texts = set.as_ref().iter().map(AsRef::as_ref).collect();
                owners.entry(texts).or_default().push(owner);
            }
            gate.sets.push(sets.len() as u32);
            if sets.is_empty() {
                gate.always.push(owner);
            }
        }
        let mut literals: Vec<(&[u8], u32)> = Vec::new();
        for (number, (set, owners)) in (0..).zip(&owners) {
            literals.extend(set.iter().map(|text| (text.as_bytes(), number)));
            gate.owned.push(gate.owners.len() as u32);
            gate.owners.extend(owners);
        }
        gate.owned.push(gate.owners.len() as u32);
        literals.sort_unstable();
        gate.plant(&literals);
        gate
    }

    /// Makes the tree of literals in order, level by level.
    fn plant(&mut self, literals: &[(&[u8], u32)]) {
        let head = |at: usize| &literals[at].0[..literals[at].0.len().min(HEAD)];
        // The literals below each node of a level; the root's are all.
        let mut level = vec![(0..literals.len(), 0)];
        // Nodes are numbered from 1: 0 is the root.
        let mut nodes = 1;
        while !level.is_empty() {
            let mut next = Vec::new();
            for (below, depth) in level {
                self.children.push(nodes);
                self.ending.push(self.literals.len() as u32);
                let mut at = below.start;
                while at < below.end && head(at).len() == depth {
                    let rest = &literals[at].0[depth..];
                    let [from, to] =
                        [self.rests.len() as u32, (self.rests.len() + rest.len()) as u32];
                    self.rests.extend_from_slice(rest);
                    self.literals.push([from, to, literals[at].1]);
                    at += 1;
                }
                while at < below.end {
                    let label = head(at)[depth];
                    let from = at;
                    while at < below.end && head(at)[depth] == label {
                        at += 1;
                    }
                    self.labels.push(label);
                    next.push((from..at, depth + 1));
                    nodes += 1;
                }
            }
            level = next;
        }
        self.children.push(nodes);
        self.ending.push(self.literals.len() as u32);
    }

    /// A search through sentences.
    pub fn scan(&self) -> Scan<'_> {
        let (sets, patterns) = (self.owned.len().saturating_sub(1), self.sets.len());
        let mut roots = [0; 256];
        let labels = self.labels.iter().take(self.children.get(1).map_or(0, |&to| to as usize - 1));
        for (node, &label) in (1..).zip(labels) {
            roots[usize::from(label)] = node;
        }
        Scan { gate: self, roots, now: 0, seen: vec![0; sets], found: vec![[0; 2]; patterns] }
    }

    /// The child of a node by a byte.
    fn child(&self, node: usize, byte: u8) -> Option<usize> {
        let [from, to] = [self.children[node] as usize, self.children[node + 1] as usize];
        // The label of node n is the one before n: the root has none.
        let at = self.labels[from - 1..to - 1].iter().position(|&label| label == byte)?;
        Some(from + at)
    }
}

impl Scan<'_> {
    /// The patterns that may match in a sentence, in ascending order.
    pub fn candidates(&mut self, sentence: &str) -> Vec<u32> {
        self.now += 1;
        let gate = self.gate;
        let bytes = sentence.as_bytes();
        let mut list = gate.always.clone();
        if gate.labels.is_empty() {
            return list;
        }
        for start in 0..bytes.len() {
            let mut next = Some(self.roots[usize::from(bytes[start])] as usize).filter(|&n| n > 0);
            let mut at = start;
            while let Some(node) = next {
                let [from, to] = [gate.ending[node] as usize, gate.ending[node + 1] as usize];
                for &[rest, end, set] in &gate.literals[from..to] {
                    let rest = &gate.rests[rest as usize..end as usize];
                    if self.seen[set as usize] != self.now && bytes[at + 1..].starts_with(rest) {
                        self.seen[set as usize] = self.now;
                        self.note(set as usize, &mut list);
                    }
                }
                at += 1;
                next = bytes.get(at).and_then(|&byte| gate.child(node, byte));
            }
        }
        list.sort_unstable();
        list
    }

    /// A set was seen: one more of each of its patterns.
    fn note(&mut self, set: usize, list: &mut Vec<u32>) {
        let [from, to] = [self.gate.owned[set] as usize, self.gate.owned[set + 1] as usize];
        for &owner in &self.gate.owners[from..to] {
            let [sentence, sets] = &mut self.found[owner as usize];
            if *sentence != self.now {
                [*sentence, *sets] = [self.now, 0];
            }
            *sets += 1;
            if *sets == self.gate.sets[owner as usize] {
                list.push(owner);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::super::store::Writer;
    use super::super::stored::Reader;
    use super::*;

    fn gate(patterns: &[&str]) -> Gate {
        let patterns: Vec<Pattern> = patterns.iter().map(|p| Pattern::new(p).unwrap()).collect();
        let literals: Vec<Vec<_>> = patterns.iter().map(|p| p.literals().collect()).collect();
        Gate::new(&literals)
    }

    #[test]
    fn only_patterns_whose_literal_stands_there_are_tried() {
        let gate = gate(&["liability ~9~ unlimited", "无限责任", "[a-z]+"]);
        let mut scan = gate.scan();
        assert_eq!(scan.candidates("承担无限责任"), [1, 2]);
        assert_eq!(scan.candidates("liability is unlimited"), [0, 2]);
        assert_eq!(scan.candidates("nothing here"), [2]);
        assert_eq!(scan.candidates("liability is limited"), [2]);
        assert_eq!(scan.candidates(""), [2]);
    }

    #[test]
    fn a_gate_is_read_back_as_it_was_stored() {
        for gate in [gate(&["fees? (may|will) rise", "费用", "fee", "a{9}"]), gate(&[])] {
            let mut writer = Writer::default();
            writer.gate(&gate);
            assert_eq!(Reader(&writer.into_bytes()).gate(), Some(gate));
        }
    }
}
