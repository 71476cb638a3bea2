//! Checks of cross-references.

use super::{Place, occurrence, opening};
use crate::catalogue::{Cited, Subject, vocabulary};
use crate::clause::{Contract, Reference, Role, Target, folded_heading};
use crate::quantity::QuantityKind;
use crate::source::Format;
use std::collections::BTreeSet;

/// References to clauses that do not exist; each number once.
pub(super) fn dangling(contract: &Contract) -> Vec<Place> {
    missing(contract, |reference| reference.cited != Cited::Part)
}

/// References to schedules and annexes that are not in the file: one finding,
/// which names them all.
pub(super) fn missing_schedules(contract: &Contract) -> Vec<Place> {
    let mut all = missing(contract, |reference| reference.cited == Cited::Part);
    all.sort_by_key(|place| (place.detail.len(), place.detail.clone()));
    let mut all = all.into_iter();
    let Some(mut first) = all.next() else { return Vec::new() };
    for place in all {
        first.detail.push_str(", ");
        first.detail.push_str(&place.detail);
        first.further.push(place.at.into());
    }
    vec![first]
}

fn missing(contract: &Contract, wanted: impl Fn(&Reference) -> bool) -> Vec<Place> {
    if amends(contract) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    contract
        .references()
        .iter()
        .filter(|reference| reference.target == Target::Missing && wanted(reference))
        .filter(|reference| !matches!(contract.units[reference.unit].role, Role::Heading(_)))
        .filter(|reference| !labels_the_file(contract, reference))
        .filter(|reference| seen.insert(reference.said.to_lowercase()))
        .map(|reference| place(contract, reference).with_detail(reference.said.clone()))
        .collect()
}

/// How many units at the start may say that a contract amends another.
const OPENING: usize = 12;

/// Whether a contract amends another, whose clauses and schedules it cites.
fn amends(contract: &Contract) -> bool {
    let amending = &vocabulary().references.amending;
    contract.units.iter().take(OPENING).any(|unit| amending.is_match(unit.text.as_str()))
}

/// How many units at the start may hold the mark of a filing.
const MARK: usize = 5;

/// Whether a reference is no reference but the mark under which the whole file
/// was filed: "Exhibit 10.11" at its top.
fn labels_the_file(contract: &Contract, reference: &Reference) -> bool {
    let text = contract.units[reference.unit].text.as_str();
    reference.cited == Cited::Part
        && reference.unit < MARK
        && (text[..reference.range.start].trim().is_empty()
            || reference.number.starts_with("10.")
            || reference.number.starts_with("99"))
}

fn place(contract: &Contract, reference: &Reference) -> Place {
    Place::new(contract, reference.unit, reference.range.clone())
}

/// Clauses that refer to themselves by number as if to another: "subject to
/// clause 4.2" in clause 4.2. "This clause 4.2" and items that name their own
/// clause are ordinary.
pub(super) fn to_itself(contract: &Contract) -> Vec<Place> {
    let words = &vocabulary().references;
    contract
        .references()
        .iter()
        .filter(|reference| {
            let Target::Clause { clause, exact: true } = reference.target else { return false };
            let text = contract.units[reference.unit].text.as_str();
            let before = &text[..reference.range.start];
            let after = &text[reference.range.end..];
            clause == contract.owners[reference.unit]
                && reference.cited == Cited::Clause
                && contract.clauses[clause].units.len() == 1
                && !words.here_before.iter().any(|p| p.is_match(before))
                && !words.here_after.iter().any(|p| p.is_match(after))
                && words.subordinate.is_match(before)
        })
        .map(|reference| place(contract, reference))
        .collect()
}

/// References that say what their target is about, where the target is about
/// something else: "the Fees set out in Schedule 1" where Schedule 1 has
/// nothing of fees.
pub(super) fn wrong_subject(contract: &Contract) -> Vec<Place> {
    let mut places = Vec::new();
    for reference in contract.references() {
        let Target::Clause { clause, exact: true } = reference.target else { continue };
        let target = &contract.clauses[clause];
        // Plain text has few headings one can rely on.
        let source = &contract.documents[target.document].source;
        if target.heading.is_empty() || source.format == Format::Text {
            continue;
        }
        let text = contract.units[reference.unit].text.as_str();
        let before = format!("{} ", folded_heading(&text[..reference.range.start]));
        let after = folded_heading(&text[reference.range.end..]);
        let subjects = &vocabulary().references.subjects;
        let Some(subject) = subjects
            .iter()
            .find(|subject| subject.before.is_match(&before) || subject.after.is_match(&after))
        else {
            continue;
        };
        let own_heading = folded_heading(&target.heading);
        let other =
            subjects.iter().any(|s| !std::ptr::eq(s, subject) && s.words.is_match(&own_heading));
        let named = target.units.clone().any(|unit| holds(contract, unit, subject));
        let above = contract
            .path_from(clause)
            .any(|at| subject.words.is_match(&folded_heading(&contract.clauses[at].heading)));
        if other && !named && !above {
            let mut found = place(contract, reference).with_detail(target.heading.clone());
            if let Some((unit, range)) = opening(contract, clause) {
                found = found.with_further(occurrence(contract, unit, range));
            }
            places.push(found);
        }
    }
    places
}

/// Whether a unit has something of a subject.
fn holds(contract: &Contract, unit: usize, subject: &Subject) -> bool {
    let paragraph = &contract.paragraphs[unit];
    if !subject.figures {
        return subject.words.is_match(paragraph.folded.as_str());
    }
    let sum = |kind| matches!(kind, QuantityKind::Money | QuantityKind::Price);
    let heads = matches!(contract.units[unit].role, Role::Heading(_) | Role::Row(0));
    paragraph.quantities.iter().any(|(quantity, _)| sum(quantity.kind()))
        || (heads && subject.words.is_match(paragraph.folded.as_str()))
}
