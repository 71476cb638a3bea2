//! What the judge tells of one rule while it judges.

use crate::catalogue::ProvisionId;
use crate::check::Finding;
use crate::matching::Polarity;
use crate::provision::{Occurrence, Outcome};
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// Listens while one rule is judged.
#[derive(Debug)]
pub(crate) struct Watch {
    /// The rule, as an index of the catalogue.
    pub(super) rule: usize,
    /// The entry of `raise` that is being tried.
    entry: Cell<usize>,
    /// Places, in the order in which they were tried.
    pub(super) seen: RefCell<Vec<Seen>>,
    /// Words of provisions that the rule looks for as missing.
    pub(super) marks: RefCell<Vec<Mark>>,
    /// Findings that are not listed, and why.
    pub(super) gone: RefCell<Vec<(Occurrence, Gone)>>,
}

/// A place an entry of `raise` was put to.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) entry: usize,
    pub(super) at: Occurrence,
    /// How its words stand.
    pub(super) stands: Polarity,
    /// What became of it; `None` where it lies within the bounds.
    pub(super) outcome: Option<Outcome>,
}

/// Words that could mark a provision.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) provision: ProvisionId,
    pub(super) at: Occurrence,
    pub(super) stands: Polarity,
    pub(super) outcome: Outcome,
}

/// Why a finding of the rule is not listed.
#[derive(Debug, Clone)]
pub(super) enum Gone {
    /// Another rule's is, at this clause.
    Beaten { rule: Arc<str>, address: String },
    /// The rule's own on words is.
    SaidByWords,
}

impl Watch {
    /// Over one rule of the catalogue.
    pub(crate) fn over(rule: usize) -> Self {
        Self {
            rule,
            entry: Cell::new(0),
            seen: RefCell::default(),
            marks: RefCell::default(),
            gone: RefCell::default(),
        }
    }

    /// Whether it is this rule that is watched.
    pub(crate) fn is_over(&self, rule: usize) -> bool {
        self.rule == rule
    }

    /// An entry of `raise` is tried.
    pub(crate) fn begin(&self, entry: usize) {
        self.entry.set(entry);
    }

    /// What became of a place.
    pub(crate) fn saw(&self, at: &Occurrence, stands: Polarity, outcome: &Outcome) {
        let (entry, at, outcome) = (self.entry.get(), at.clone(), Some(outcome.clone()));
        self.seen.borrow_mut().push(Seen { entry, at, stands, outcome });
    }

    /// A value lies within the bounds. Where its words were told of already,
    /// this is what became of them.
    pub(crate) fn within_bounds(&self, at: &Occurrence) {
        let entry = self.entry.get();
        let mut seen = self.seen.borrow_mut();
        let known = seen.iter_mut().filter(|seen| {
            let same = seen.at.unit == at.unit && seen.at.sentence == at.sentence;
            seen.entry == entry && same && seen.outcome == Some(Outcome::Holds)
        });
        if known.map(|seen| seen.outcome = None).count() == 0 {
            let (at, stands) = (at.clone(), at.polarity);
            seen.push(Seen { entry, at, stands, outcome: None });
        }
    }

    /// What became of words that could mark a provision.
    pub(crate) fn saw_mark(
        &self,
        provision: ProvisionId,
        at: &Occurrence,
        stands: Polarity,
        outcome: &Outcome,
    ) {
        let (at, outcome) = (at.clone(), outcome.clone());
        self.marks.borrow_mut().push(Mark { provision, at, stands, outcome });
    }

    /// Another rule's finding stands in the place of one of the rule's.
    pub(crate) fn beaten(&self, at: &Occurrence, winner: &Finding) {
        let rule = Arc::clone(&winner.rule);
        let gone = Gone::Beaten { rule, address: winner.clause.address.clone() };
        self.gone.borrow_mut().push((at.clone(), gone));
    }

    /// What the rule misses is borne out by words it is raised on.
    pub(crate) fn said_by_words(&self, at: &Occurrence) {
        self.gone.borrow_mut().push((at.clone(), Gone::SaidByWords));
    }
}
