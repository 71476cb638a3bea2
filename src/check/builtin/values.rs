//! Checks of key terms that stand in a contract twice with different values.

use crate::arithmetic::{Wording, filled};
use crate::catalogue::{says, vocabulary};
use crate::check::raise::{Bench, Place};
use crate::clause::{Contract, folded_heading};
use crate::terms::{KeyTerm, measure};

/// Values of one key term and subject that differ, wherever they stand.
pub(super) fn differ(bench: &Bench, terms: &[&KeyTerm]) -> Vec<Place> {
    pairs(bench, terms, |_, _| true)
}

/// The same where they stand in different parts: the body, a schedule, another
/// file. Inside one part, several values usually are of several things.
pub(super) fn differ_between_parts(bench: &Bench, terms: &[&KeyTerm]) -> Vec<Place> {
    let contract = bench.reading.contract;
    let part = |term: &KeyTerm| part(contract, term.at.unit);
    pairs(bench, terms, |earlier, later| part(earlier) != part(later))
}

/// Where a unit stands: its document, and the schedule or annex there.
fn part(contract: &Contract, unit: usize) -> (usize, Option<usize>) {
    let around = contract.path_of(unit).find(|clause| clause.part);
    (contract.units[unit].document, around.map(|clause| clause.units.start))
}

/// Each value that differs from an earlier one it may be compared with, once.
fn pairs(
    bench: &Bench,
    terms: &[&KeyTerm],
    comparable: impl Fn(&KeyTerm, &KeyTerm) -> bool,
) -> Vec<Place> {
    let contract = bench.reading.contract;
    let size = |term: &KeyTerm| {
        let rule = &bench.reading.catalogue.terms[term.id];
        // Twelve months and a year are the same, whatever a month has of days.
        term.quantity.in_months().or_else(|| measure(rule, &term.quantity))
    };
    let kind = |term: &KeyTerm| term.quantity.in_months().is_some();
    let mut places: Vec<Place> = Vec::new();
    for (index, later) in terms.iter().enumerate() {
        let conflict = terms[..index].iter().find(|earlier| {
            earlier.id == later.id
                && subject(earlier) == subject(later)
                && kind(earlier) == kind(later)
                && earlier.quantity.kind() == later.quantity.kind()
                && size(earlier) != size(later)
                && (earlier.at.unit, &earlier.at.sentence) != (later.at.unit, &later.at.sentence)
                && comparable(earlier, later)
                && !deliberate(contract, earlier)
                && !deliberate(contract, later)
        });
        let Some(earlier) = conflict else { continue };
        let words = &Wording::of(bench.lang).checks;
        let said = [earlier, later].map(|term| {
            let address = contract.address(term.at.unit);
            if address.is_empty() {
                value(contract, term)
            } else {
                format!("{} ({address})", value(contract, term))
            }
        });
        let values = [("first", said[0].as_str()), ("second", said[1].as_str())];
        places.push(Place {
            further: vec![earlier.at.clone().into()],
            working: Some(filled(&words.two_values, &values)),
            ..later.at.clone().into()
        });
    }
    places
}

/// A value as the contract has it.
pub(super) fn value(contract: &Contract, term: &KeyTerm) -> String {
    super::written(contract, term.at.unit, term.at.range.clone()).to_owned()
}

/// What a value is for; the service as a whole has no name.
fn subject(term: &KeyTerm) -> Option<String> {
    let name = term.subject.as_deref().map(folded_heading)?;
    let name = name.strip_prefix("the ").unwrap_or(&name).to_owned();
    (!vocabulary().terms.whole_service.contains(&name)).then_some(name)
}

/// Whether the words around a value mean it to differ: "unless the order form
/// says otherwise", or a plan with values of its own.
fn deliberate(contract: &Contract, term: &KeyTerm) -> bool {
    let words = &vocabulary().terms;
    let sentence = &contract.paragraphs[term.at.unit].marked.as_str()[term.at.sentence.clone()];
    let heading = folded_heading(contract.heading(term.at.unit));
    says(&words.deliberate, sentence) || says(&words.plan, sentence) || says(&words.plan, &heading)
}
