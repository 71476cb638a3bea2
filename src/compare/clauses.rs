//! Passages that are new, gone, worded otherwise or lead elsewhere.

use super::pairing::Pairing;
use super::passages::Text;
use super::words::{Piece, pieces};
use crate::clause::{Contract, Target};
use crate::source::Span;
use std::collections::HashMap;

/// Words at their place in a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The clause, as a person would cite it; empty in front of the first.
    pub address: String,
    /// The nearest heading, or empty.
    pub heading: String,
    /// Which of the version's documents, by index.
    pub document: usize,
    /// Where in its source.
    pub span: Span,
    /// What a person reads there.
    pub text: String,
}

/// What happened to a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClauseChange {
    /// It is new.
    Added(Passage),
    /// It is gone.
    Removed(Passage),
    /// Its words stayed, and a reference in them leads to another clause.
    Redirected {
        /// As it was.
        old: Passage,
        /// As it is.
        new: Passage,
    },
    /// It stands in other words.
    Reworded {
        /// As it was.
        old: Passage,
        /// As it is.
        new: Passage,
        /// Word by word.
        pieces: Vec<Piece>,
    },
}

/// The changes in the order of the new version; what is gone stands where it
/// stood among what stayed.
pub(super) fn changes(
    old: &Contract,
    new: &Contract,
    before: &[Text],
    after: &[Text],
    pairing: &Pairing,
) -> Vec<ClauseChange> {
    let aims = Aims::new(old, new, before, after);
    let mut found = Vec::new();
    let mut next_old = 0;
    for (at, text) in after.iter().enumerate() {
        if let Some(was) = pairing.old_of(at) {
            removed(old, before, pairing, next_old..was, &mut found);
            next_old = next_old.max(was + 1);
            let both = || (passage(old, before[was].unit), passage(new, text.unit));
            if !pairing.is_same(was, at) {
                let (old, new) = both();
                let pieces = pieces(&old.text, &new.text);
                found.push(ClauseChange::Reworded { old, new, pieces });
            } else if aims.differ(pairing, before[was].unit, text.unit) {
                let (old, new) = both();
                found.push(ClauseChange::Redirected { old, new });
            }
        } else if !pairing.come(at).is_empty() {
            found.push(ClauseChange::Added(passage(new, text.unit)));
        }
    }
    removed(old, before, pairing, next_old..before.len(), &mut found);
    found
}

/// Old passages of a range that are gone.
fn removed(
    old: &Contract,
    before: &[Text],
    pairing: &Pairing,
    range: std::ops::Range<usize>,
    found: &mut Vec<ClauseChange>,
) {
    for at in range {
        if pairing.new_of(at).is_none() && !pairing.gone(at).is_empty() {
            found.push(ClauseChange::Removed(passage(old, before[at].unit)));
        }
    }
}

fn passage(contract: &Contract, unit: usize) -> Passage {
    let text = &contract.units[unit].text;
    Passage {
        address: contract.address(unit),
        heading: contract.heading(unit).to_owned(),
        document: contract.units[unit].document,
        span: text.origin(0..text.as_str().len()),
        text: text.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The clauses that passages refer to.
struct Aims {
    /// The passages, by index, at which the clauses begin that old units cite.
    old: HashMap<usize, Vec<Option<usize>>>,
    /// The same of the new version.
    new: HashMap<usize, Vec<Option<usize>>>,
}

impl Aims {
    fn new(old: &Contract, new: &Contract, before: &[Text], after: &[Text]) -> Self {
        Self { old: aims(old, before), new: aims(new, after) }
    }

    /// Whether a reference in words that stayed now leads elsewhere: not where
    /// its clause is what has another number.
    fn differ(&self, pairing: &Pairing, old: usize, new: usize) -> bool {
        let (Some(old), Some(new)) = (self.old.get(&old), self.new.get(&new)) else { return false };
        old.iter().zip(new).any(|(was, is)| match (was, is) {
            (Some(was), Some(is)) => {
                pairing.new_of(*was).is_some_and(|became| became != *is)
                    && pairing.old_of(*is).is_some()
            }
            _ => false,
        })
    }
}

fn aims(contract: &Contract, texts: &[Text]) -> HashMap<usize, Vec<Option<usize>>> {
    let index: HashMap<usize, usize> =
        texts.iter().enumerate().map(|(at, text)| (text.unit, at)).collect();
    let mut found: HashMap<usize, Vec<Option<usize>>> = HashMap::new();
    for reference in contract.references() {
        let aim = match reference.target {
            Target::Clause { clause, .. } => {
                index.get(&contract.clauses[clause].units.start).copied()
            }
            Target::Missing | Target::Elsewhere | Target::Unclear => None,
        };
        found.entry(reference.unit).or_default().push(aim);
    }
    found
}
