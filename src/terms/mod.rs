//! Key terms: the quantities and words that stand in provisions, tables and
//! labelled lines, and the ladders of credits.

mod band;
mod cell;
mod claims;
mod column;
mod coordinate;
mod cue;
mod figures;
mod grid;
mod label;
mod ladder;
mod ladder_text;
mod line;
mod period;
mod price;
mod promise;
mod row;
mod sentence;
mod severity;
mod subject;
mod whole;
mod wording;

#[cfg(test)]
mod tests;

pub use band::Band;
pub(crate) use column::severity_rank;
pub(crate) use figures::{FigureRow, FigureTable, figure_tables};
pub(crate) use grid::{Grid, GridRow, grids};
pub use ladder::{Credit, LadderStep};
pub(crate) use ladder::{Ladder, LadderRow, ladders};
pub(crate) use period::with_period;
pub(crate) use wording::wordings;

use crate::catalogue::{TermId, TermRule};
use crate::matching::Slot;
use crate::provision::{Occurrence, Reading};
use crate::quantity::Quantity;
use rust_decimal::Decimal;

/// A key term with its value, at its place.
#[derive(Debug, Clone)]
pub(crate) struct KeyTerm {
    /// Which.
    pub(crate) id: TermId,
    /// Its value, with the period its sentence gives it.
    pub(crate) quantity: Quantity,
    /// The service, plan or severity it is for, where that is named.
    pub(crate) subject: Option<String>,
    /// The value's place: its sentence, and its range in the marked text.
    pub(crate) at: Occurrence,
}

/// A key term whose value is words, at its place.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    /// Which.
    pub(crate) id: TermId,
    /// The service it is for, where that is named.
    pub(crate) subject: Option<String>,
    /// The words.
    pub(crate) at: Occurrence,
}

/// The key terms of a contract that are quantities, in text order.
pub(crate) fn key_terms(reading: &Reading) -> Vec<KeyTerm> {
    let grids = grids(reading.contract);
    let labelled = label::of_lines(reading);
    let columns = column::of_tables(reading, &grids);
    let rows = row::of_rows(reading, &grids);
    // What a table or a label names is no other term's, whatever the sentence around it says.
    let named =
        columns.iter().chain(&rows).filter(|term| !reading.catalogue.terms[term.id].file.general);
    let held: label::Held =
        named.chain(&labelled).map(|term| ((term.at.unit, term.at.range.start), term.id)).collect();
    let sources = [
        columns,
        rows,
        sentence::of_sentences(reading, &held),
        sentence::of_discounts(reading),
        labelled,
    ];
    let mut found: Vec<KeyTerm> = Vec::new();
    for term in sources.into_iter().flatten() {
        add(&mut found, term);
    }
    for term in sentence::beside(reading, &found) {
        add(&mut found, term);
    }
    for term in coordinate::of_promises(reading, &found) {
        add(&mut found, term);
    }
    for term in cue::of_cues(reading, &found) {
        add(&mut found, term);
    }
    for term in cell::of_cells(reading, &grids, &found) {
        add(&mut found, term);
    }
    for term in coordinate::of_windows(reading, &found) {
        add(&mut found, term);
    }
    for term in whole::of_sentences(reading, &found) {
        add(&mut found, term);
    }
    // A label is the weakest evidence: it counts where nothing else states the term.
    for term in label::of_labels(reading, &found) {
        add(&mut found, term);
    }
    leave_ladders(reading, &mut found);
    give_way(reading, &mut found);
    found.sort_by_key(|term| (term.at.unit, term.at.range.start, term.id));
    say_once(reading, &mut found);
    found
}

/// Drops the promises and discounts that are bounds and credits of a ladder.
fn leave_ladders(reading: &Reading, found: &mut Vec<KeyTerm>) {
    let share = |term: &KeyTerm| {
        let file = &reading.catalogue.terms[term.id].file;
        let percent = term.quantity.percent().is_some();
        percent && (file.discounts || file.periodic && file.service_level)
    };
    if !found.iter().any(share) {
        return;
    }
    let rows: Vec<Occurrence> = ladders(reading.contract)
        .into_iter()
        .flat_map(|ladder| ladder.rows)
        .map(|row| row.at)
        .collect();
    found.retain(|term| {
        let inside = |row: &Occurrence| {
            row.unit == term.at.unit
                && row.range.start <= term.at.range.start
                && term.at.range.end <= row.range.end
        };
        !share(term) || !rows.iter().any(inside)
    });
}

/// Drops the general terms whose figure a narrower one takes.
fn give_way(reading: &Reading, found: &mut Vec<KeyTerm>) {
    let general = |term: &KeyTerm| reading.catalogue.terms[term.id].file.general;
    let narrow: Vec<(usize, usize)> = found
        .iter()
        .filter(|term| !general(term))
        .map(|term| (term.at.unit, term.at.range.start))
        .collect();
    found.retain(|term| !general(term) || !narrow.contains(&(term.at.unit, term.at.range.start)));
}

/// Drops what only says a value again, or is another value of a term that has one. A sentence with a figure comes before
/// one without.
fn say_once(reading: &Reading, found: &mut Vec<KeyTerm>) {
    let figured = |term: &KeyTerm| {
        let paragraph = &reading.contract.paragraphs[term.at.unit];
        paragraph.quantities_in(&term.at.sentence).any(|(q, _)| q.percent().is_some())
    };
    let rule = |term: &KeyTerm| &reading.catalogue.terms[term.id].file;
    let mut kept: Vec<KeyTerm> = Vec::new();
    for term in found.drain(..) {
        let same = |other: &KeyTerm| {
            rule(&term).once
                && other.id == term.id
                && other.quantity.measure == term.quantity.measure
                || rule(&term).single && other.id == term.id
        };
        match kept.iter().position(same) {
            Some(at) if rule(&term).once && figured(&term) && !figured(&kept[at]) => {
                kept[at] = term;
            }
            Some(_) => {}
            None => kept.push(term),
        }
    }
    *found = kept;
}

/// Adds a term unless the same place states it already.
fn add(found: &mut Vec<KeyTerm>, term: KeyTerm) {
    let known = found.iter().any(|other| {
        other.id == term.id && other.at.unit == term.at.unit && other.at.range == term.at.range
    });
    if !known {
        found.push(term);
    }
}

/// A quantity of words in the unit bounds are written in; a percentage for a
/// period is that of a year.
pub(crate) fn base_value(quantity: &Quantity) -> Option<Decimal> {
    let yearly = || {
        let periods = quantity.period()?.per_year()?;
        quantity.percent()?.checked_mul(periods.into())
    };
    quantity.in_minutes().or_else(yearly).or_else(|| quantity.percent())
}

/// A value in the unit bounds are written in: minutes for a duration, percent
/// for a percentage, percent of a year for a rate, the amount for money.
pub(crate) fn measure(rule: &TermRule, quantity: &Quantity) -> Option<Decimal> {
    let yearly = || {
        let periods = quantity.period().filter(|_| rule.slots == [Slot::Rate])?.per_year()?;
        quantity.percent()?.checked_mul(periods.into())
    };
    quantity
        .in_minutes()
        .or_else(yearly)
        .or_else(|| quantity.percent())
        .or_else(|| quantity.value())
}

fn in_range(rule: &TermRule, quantity: &Quantity) -> bool {
    let range = &rule.file.range;
    let day = Decimal::from(24 * 60);
    let (low, high) = if quantity.in_minutes().is_some() {
        (range.min_days.map(|d| d * day), range.max_days.map(|d| d * day))
    } else {
        (range.min, range.max)
    };
    let Some(value) = measure(rule, quantity) else { return low.is_none() && high.is_none() };
    low.is_none_or(|low| value >= low) && high.is_none_or(|high| value <= high)
}
