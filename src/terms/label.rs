//! Key terms behind a label: `Payment terms: 30 days`, or a clause under the
//! heading "Payment terms" that says no more than the figure.

use super::line::lines;
use super::promise::promises;
use super::sentence::{fitting, one, value};
use super::{KeyTerm, in_range, period};
use crate::catalogue::{TermId, ValueKind};
use crate::clause::{Paragraph, Role, folded_heading};
use crate::provision::{Occurrence, Reading};
use std::collections::HashMap;
use std::ops::Range;

/// Longest label, in bytes.
const LONGEST: usize = 90;

/// Most bytes between a label and a figure that is certainly its own.
const CLOSE: usize = 45;

/// The figures that stand close behind the name of a term, and whose they are.
pub(super) type Held = HashMap<(usize, usize), TermId>;

/// Where the label of a paragraph, or of one of its lines, ends.
pub(super) fn colon(paragraph: &Paragraph, line: &Range<usize>) -> Option<usize> {
    let own = paragraph.marked.as_str().get(line.clone())?;
    let colon = own.find(':').filter(|colon| *colon <= LONGEST)?;
    Some(line.start + colon)
}

/// The units that may hold labels, each with its lines.
pub(super) fn labelled_lines(reading: &Reading) -> Vec<(usize, Range<usize>)> {
    let units = &reading.contract.units;
    (0..units.len())
        .filter(|&unit| matches!(units[unit].role, Role::Body | Role::Note))
        .flat_map(|unit| lines(reading, unit).into_iter().map(move |line| (unit, line)))
        .collect()
}

/// Names with what is said behind them: labels with the rest of their line, defined terms with their meaning.
fn named(reading: &Reading) -> Vec<(usize, Range<usize>, Range<usize>)> {
    let contract = reading.contract;
    let mut all = Vec::new();
    for (unit, line) in labelled_lines(reading) {
        let paragraph = &contract.paragraphs[unit];
        let Some(colon) = colon(paragraph, &line) else { continue };
        let end = paragraph.sentence_at(colon + 1).end.min(line.end);
        all.push((unit, line.start..colon, colon + 1..end.max(colon + 1)));
    }
    for definition in contract.definitions().iter().filter(|definition| !definition.inline) {
        let marked = |plain: &Range<usize>| contract.marked_range(definition.unit, plain.clone());
        all.push((definition.unit, marked(&definition.range), marked(&definition.body)));
    }
    all
}

/// The key terms whose figure stands close behind their name: `Payment terms: 30 days`, `"Cure Period"
/// means 25 days`.
pub(super) fn of_lines(reading: &Reading) -> Vec<KeyTerm> {
    let contract = reading.contract;
    let mut found = Vec::new();
    for (unit, label, within) in named(reading) {
        let paragraph = &contract.paragraphs[unit];
        let text = paragraph.marked.as_str();
        let Some(label) = text.get(label) else { continue };
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            if !matches!(rule.value, ValueKind::Quantity | ValueKind::Count)
                || !rule.file.names(label)
            {
                continue;
            }
            let Some(first) = fitting(rule, paragraph, &within).into_iter().next() else {
                continue;
            };
            let between = text.get(within.start..first.1.start).unwrap_or_default();
            let close = between.len() <= CLOSE && !between.contains([',', ';', '.']);
            if close && promises(reading, rule, unit, first.1.start) {
                let at = Occurrence {
                    sentence: within.clone(),
                    ..super::column::occurrence(reading, unit, first.1.clone())
                };
                found.push(value(reading, (id, rule), &at, &first));
            }
        }
    }
    found
}

/// The key terms behind labels that are not in `known`, in no order.
pub(super) fn of_labels(reading: &Reading, known: &[KeyTerm]) -> Vec<KeyTerm> {
    let contract = reading.contract;
    let mut found: Vec<KeyTerm> = Vec::new();
    for (unit, line) in labelled_lines(reading) {
        let paragraph = &contract.paragraphs[unit];
        let text = paragraph.marked.as_str();
        let colon = colon(paragraph, &line);
        let heading = folded_heading(contract.heading(unit));
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            if matches!(rule.value, ValueKind::Ladder | ValueKind::Words) {
                continue;
            }
            let labelled = colon.filter(|colon| {
                text.get(line.start..*colon).is_some_and(|label| rule.file.names(label))
            });
            // A heading says too little of a term that each service has its own of.
            let titled = rule.file.by.is_none() && rule.file.names(&heading);
            let from = match labelled {
                Some(colon) => colon + 1,
                None if titled => line.start,
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
            let end = paragraph.sentence_at(from).end.min(line.end);
            let within: Range<usize> = from..end.max(from);
            let by_period = || {
                let inside = paragraph.quantities_in(&within).map(|(q, _)| q);
                period::period_of(&text[within.clone()], inside)
                    .map(|unit| (one(unit, within.clone()), within.clone()))
                    .filter(|(quantity, _)| in_range(rule, quantity))
            };
            let place = match rule.value {
                ValueKind::Period => by_period(),
                _ => {
                    let mut fitting = fitting(rule, paragraph, &within).into_iter();
                    let only = fitting.next().filter(|_| labelled.is_some() || fitting.len() == 0);
                    let figure = only.map(|(quantity, place)| (quantity.into_owned(), place));
                    figure.or_else(|| by_period().filter(|_| rule.file.or_period))
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
