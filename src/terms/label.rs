//! Key terms behind a label: `Payment terms: 30 days`, or a clause under the
//! heading "Payment terms" that says no more than the figure.

use super::promise::promises;
use super::sentence::{fitting, one};
use super::{KeyTerm, period};
use crate::catalogue::ValueKind;
use crate::clause::{Role, folded_heading};
use crate::provision::Reading;
use std::ops::Range;

/// Longest label, in bytes.
const LONGEST: usize = 90;

/// The key terms behind labels that are not in `known`, in no order.
pub(super) fn of_labels(reading: &Reading, known: &[KeyTerm]) -> Vec<KeyTerm> {
    let contract = reading.contract;
    let mut found: Vec<KeyTerm> = Vec::new();
    for unit in 0..contract.units.len() {
        if !matches!(contract.units[unit].role, Role::Body | Role::Note) {
            continue;
        }
        let paragraph = &contract.paragraphs[unit];
        let text = paragraph.marked.as_str();
        let colon = text
            .get(paragraph.lead..)
            .and_then(|own| own.find(':'))
            .filter(|colon| *colon <= LONGEST)
            .map(|colon| paragraph.lead + colon);
        let heading = folded_heading(contract.heading(unit));
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            if matches!(rule.value, ValueKind::Ladder | ValueKind::Words) {
                continue;
            }
            let labelled = colon.filter(|colon| {
                text.get(paragraph.lead..*colon).is_some_and(|label| rule.file.names(label))
            });
            // A heading says too little of a term that each service has its own of.
            let titled = rule.file.by.is_none() && rule.file.names(&heading);
            let from = match labelled {
                Some(colon) => colon + 1,
                None if titled => paragraph.lead,
                None => continue,
            };
            let units = if titled { contract.clause_units(unit) } else { unit..unit + 1 };
            let stated = |terms: &[KeyTerm]| {
                terms.iter().any(|term| term.id == id && units.contains(&term.at.unit))
            };
            if stated(known) || stated(&found) {
                continue;
            }
            // The first sentence with a figure; another figure in it leaves open which is meant.
            let within: Range<usize> = from..paragraph.sentence_at(from).end.max(from);
            let place = match rule.value {
                ValueKind::Period => {
                    let inside = paragraph.quantities_in(&within).map(|(q, _)| q);
                    period::period_of(&text[within.clone()], inside)
                        .map(|unit| (one(unit, within.clone()), within.clone()))
                }
                _ => {
                    let mut fitting = fitting(rule, paragraph, &within).into_iter();
                    let only = fitting.next().filter(|_| labelled.is_some() || fitting.len() == 0);
                    only.map(|(quantity, place)| (quantity.into_owned(), place))
                }
            };
            let Some((quantity, range)) = place else { continue };
            if !promises(reading, rule, unit, range.start) {
                continue;
            }
            let at = super::column::occurrence(reading, unit, range);
            found.push(KeyTerm { id, quantity, subject: None, at });
        }
    }
    found
}
