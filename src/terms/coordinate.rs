//! Promises that go on for another service in the same sentence: "99.95% for the
//! head office and 99.5% for the branches".

use super::promise::promises;
use super::sentence::fitting;
use super::{KeyTerm, period, subject};
use crate::catalogue::{By, says, vocabulary};
use crate::clause::Role;
use crate::matching::Slot;
use crate::provision::{Occurrence, Reading};
use crate::quantity::Comparator;

/// Most bytes between two coordinate figures.
const REACH: usize = 90;

/// The percentages that follow a promise of a service in its sentence.
pub(super) fn of_promises(reading: &Reading, found: &[KeyTerm]) -> Vec<KeyTerm> {
    let words = &vocabulary().terms;
    let mut more: Vec<KeyTerm> = Vec::new();
    for term in found {
        let rule = &reading.catalogue.terms[term.id];
        let unit = &reading.contract.units[term.at.unit];
        let promise = rule.file.by == Some(By::Service)
            && rule.file.periodic
            && rule.slots.contains(&Slot::Percent)
            && !matches!(unit.role, Role::Row(_));
        if !promise {
            continue;
        }
        let paragraph = &reading.contract.paragraphs[term.at.unit];
        let text = paragraph.marked.as_str();
        let sentence = text.get(term.at.sentence.clone()).unwrap_or_default();
        let mut end = term.at.range.end;
        for (quantity, place) in fitting(rule, paragraph, &term.at.sentence) {
            let taken = found
                .iter()
                .any(|other| other.at.unit == term.at.unit && other.at.range.start == place.start);
            let between = text.get(end..place.start).unwrap_or_default();
            if place.start < end || place.start > end + REACH || taken {
                continue;
            }
            let falls = matches!(quantity.comparator, Comparator::LessThan | Comparator::AtMost);
            let goes_on = says(&words.goes_on, between)
                && !says(&words.condition, between)
                && !says(&words.credit, between)
                && !says(&words.other_rate, between);
            if falls || !goes_on || !promises(reading, rule, term.at.unit, place.start) {
                break;
            }
            let from = place.start - term.at.sentence.start;
            let others = paragraph.quantities_in(&term.at.sentence).map(|(other, _)| other);
            more.push(KeyTerm {
                id: term.id,
                quantity: period::with_period(&quantity, sentence, from, others),
                subject: subject::subject(sentence, from),
                at: Occurrence { range: place.clone(), ..term.at.clone() },
            });
            end = place.end;
        }
    }
    more
}

/// The windows that stand in one sentence with another of their term: "24x7 for P1 and Mon-Fri 9:00-17:00
/// for the rest".
pub(super) fn of_windows(reading: &Reading, found: &[KeyTerm]) -> Vec<KeyTerm> {
    let mut more: Vec<KeyTerm> = Vec::new();
    for term in found {
        let rule = &reading.catalogue.terms[term.id];
        let unit = &reading.contract.units[term.at.unit];
        if !rule.file.each || rule.slots != [Slot::Window] || matches!(unit.role, Role::Row(_)) {
            continue;
        }
        let paragraph = &reading.contract.paragraphs[term.at.unit];
        let sentence = paragraph.sentence_at(term.at.range.start);
        for (quantity, place) in fitting(rule, paragraph, &sentence) {
            let taken = found
                .iter()
                .chain(&more)
                .any(|other| other.at.unit == term.at.unit && other.at.range.start == place.start);
            if !taken && promises(reading, rule, term.at.unit, place.start) {
                more.push(KeyTerm {
                    id: term.id,
                    quantity: quantity.into_owned(),
                    subject: None,
                    at: Occurrence { range: place, ..term.at.clone() },
                });
            }
        }
    }
    more
}
