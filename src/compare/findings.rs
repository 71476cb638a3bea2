//! Findings that came, went or weigh otherwise.

use super::Version;
use super::pairing::Pairing;
use super::passages::Text;
use crate::catalogue::Side;
use crate::check::{Finding, Status, without_place};

/// A finding in both versions.
#[derive(Debug, Clone, Copy)]
pub struct FindingChange<'a> {
    /// As it was.
    pub old: &'a Finding,
    /// As it is.
    pub new: &'a Finding,
}

/// What became of findings.
#[derive(Debug, Clone, Default)]
pub struct FindingChanges<'a> {
    /// Those that are new.
    pub gained: Vec<&'a Finding>,
    /// Those that are gone.
    pub resolved: Vec<&'a Finding>,
    /// Those of another severity.
    pub reweighed: Vec<FindingChange<'a>>,
    /// Those under another number.
    pub moved: Vec<FindingChange<'a>>,
    /// How many stayed as they were, where they were.
    pub same: usize,
}

impl FindingChanges<'_> {
    /// Whether none came, went or weighs otherwise.
    pub fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.resolved.is_empty() && self.reweighed.is_empty()
    }
}

/// A finding, and the passage it stands in, by index.
type Placed<'a> = (&'a Finding, Option<usize>);

/// Whether an old finding and a new one of the same rule are the same.
type Sign<'s> = dyn Fn(&Placed, &Placed) -> bool + 's;

/// Pairs the findings that concern a side and count.
pub(super) fn changes<'a>(
    (old, before): (Version<'a>, &[Text]),
    (new, after): (Version<'a>, &[Text]),
    pairing: &Pairing,
    side: Side,
) -> FindingChanges<'a> {
    let (mut before, after) = (counted(old, before, side), counted(new, after, side));
    let one_passage = |old: &Placed, new: &Placed| match (old.1, new.1) {
        (Some(old), Some(new)) => pairing.new_of(old) == Some(new),
        _ => false,
    };
    let words = |placed: &Placed| without_place(&placed.0.fingerprint).to_owned();
    // The surer sign of being the same comes first.
    let signs: [&Sign; 4] = [
        &|old, new| old.0.fingerprint == new.0.fingerprint,
        &|old, new| words(old) == words(new),
        &one_passage,
        &|old, new| old.0.clause == new.0.clause,
    ];
    let mut known: Vec<Option<&Finding>> = vec![None; after.len()];
    for sign in signs {
        for (new, known) in after.iter().zip(&mut known).filter(|(_, known)| known.is_none()) {
            let same = before.iter().position(|old| {
                old.0.rule == new.0.rule && old.0.missing == new.0.missing && sign(old, new)
            });
            *known = same.map(|at| before.remove(at).0);
        }
    }
    let resolved = before.into_iter().map(|(finding, _)| finding).collect();
    let mut changes = FindingChanges { resolved, ..FindingChanges::default() };
    for ((new, _), old) in after.into_iter().zip(known) {
        match old {
            None => changes.gained.push(new),
            Some(old) if old.severity != new.severity => {
                changes.reweighed.push(FindingChange { old, new });
            }
            Some(old) if old.clause.address != new.clause.address => {
                changes.moved.push(FindingChange { old, new });
            }
            Some(_) => changes.same += 1,
        }
    }
    changes
}

fn counted<'a>(version: Version<'a>, texts: &[Text], side: Side) -> Vec<Placed<'a>> {
    let place = |finding: &Finding| {
        texts.iter().position(|text| {
            let unit = &version.contract.units[text.unit];
            let start = finding.primary().span.start;
            unit.document == finding.document() && (unit.span.start..unit.span.end).contains(&start)
        })
    };
    let all = version.review.findings.iter();
    all.filter(|finding| finding.status == Status::Reported && finding.concerns(side))
        .map(|finding| (finding, place(finding)))
        .collect()
}
