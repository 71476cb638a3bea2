//! Two versions of a contract beside each other: which key terms moved and for
//! whom that is worse, which findings came and went, which words changed.
//!
//! A clause that only moved or got another number has not changed.

mod clauses;
mod findings;
mod ladders;
mod pairing;
mod passages;
mod terms;
mod words;

pub use clauses::{ClauseChange, Passage};
pub use findings::{FindingChange, FindingChanges};
pub use terms::{Direction, TermChange};
pub use words::Piece;

use crate::catalogue::{Catalogue, Side};
use crate::check::{Review, Severity};
use crate::clause::Contract;
use crate::matching::Lang;
use pairing::Pairing;
use passages::passages;

/// A version of a contract, read and judged.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// As it was read.
    pub contract: &'a Contract,
    /// As it was judged.
    pub review: &'a Review,
}

/// What became of one version in the other.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// Key terms that changed, in the order of the new version; those that are
    /// gone come last.
    pub terms: Vec<TermChange<'a>>,
    /// Findings that came, went or weigh otherwise.
    pub findings: FindingChanges<'a>,
    /// Passages that are new, gone or worded otherwise.
    pub clauses: Vec<ClauseChange>,
    /// How many passages stand under another number or at another place, in
    /// the same words.
    pub moved: usize,
    /// How many stand as they stood.
    pub same: usize,
}

/// From which severity on a finding that came makes a contract worse.
const WORSE_FROM: Severity = Severity::Medium;

/// Compares two versions for one side; [`Side::Both`] takes directions from the
/// customer's seat. `lang` is the language of the sums shown.
pub fn compare<'a>(
    catalogue: &Catalogue,
    old: Version<'a>,
    new: Version<'a>,
    side: Side,
    lang: Lang,
) -> Comparison<'a> {
    let (before, after) = (passages(old.contract), passages(new.contract));
    let pairing = Pairing::new(&before, &after);
    let (moved, same) = pairing.moved_and_same(&before, &after, old.contract, new.contract);
    Comparison {
        terms: terms::changes(catalogue, old.review, new.review, side, lang),
        findings: findings::changes((old, &before), (new, &after), &pairing, side),
        clauses: clauses::changes(old.contract, new.contract, &before, &after, &pairing),
        moved,
        same,
    }
}

impl Comparison<'_> {
    /// Whether nothing changed that a reader would want to know.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.findings.is_empty() && self.clauses.is_empty()
    }

    /// Whether the side is worse off: a key term moved against it, or a finding
    /// of medium severity or above came or became graver.
    pub fn is_worse(&self) -> bool {
        self.terms.iter().any(|change| change.direction == Direction::Worse)
            || self.findings.gained.iter().any(|finding| finding.severity >= WORSE_FROM)
            || self
                .findings
                .reweighed
                .iter()
                .any(|change| change.new.severity > change.old.severity)
    }
}
