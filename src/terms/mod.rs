//! Key terms: the quantities that stand in provisions, and the ladders of
//! credits.

mod band;
mod column;
mod figures;
mod grid;
mod ladder;
mod ladder_text;
mod period;
mod subject;

#[cfg(test)]
mod tests;

pub use band::Band;
pub(crate) use column::severity_rank;
pub(crate) use figures::{FigureRow, FigureTable, figure_tables};
pub use ladder::{Credit, LadderStep};
pub(crate) use ladder::{Ladder, LadderRow, ladders};
pub(crate) use period::with_period;

use crate::catalogue::{Take, TermId, TermRule};
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

/// The key terms of a contract, in text order; one a provision's sentence.
pub(crate) fn key_terms(reading: &Reading) -> Vec<KeyTerm> {
    let mut found: Vec<KeyTerm> = Vec::new();
    for (id, rule) in reading.catalogue.terms.iter().enumerate() {
        for provision in &reading.provisions {
            if !rule.inside.contains(&provision.id) || !provision.at.stands() {
                continue;
            }
            let Some(term) = value(reading, id, rule, &provision.at) else { continue };
            let known = found.iter().any(|other| {
                other.id == id && other.at.unit == term.at.unit && other.at.range == term.at.range
            });
            if !known {
                found.push(term);
            }
        }
    }
    for term in column::of_tables(reading) {
        let known = found.iter().any(|other| {
            other.id == term.id && other.at.unit == term.at.unit && other.at.range == term.at.range
        });
        if !known {
            found.push(term);
        }
    }
    found.sort_by_key(|term| (term.at.unit, term.at.range.start, term.id));
    found
}

/// The quantity of a provision's sentence that is the term's value.
fn value(reading: &Reading, id: TermId, rule: &TermRule, at: &Occurrence) -> Option<KeyTerm> {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let fitting: Vec<(&Quantity, usize)> = paragraph
        .quantities_in(&at.sentence)
        .filter(|(quantity, place)| {
            let slot = paragraph.marked.as_str()[*place..].chars().next().and_then(Slot::of);
            slot.is_some_and(|slot| rule.slots.contains(&slot)) && in_range(rule, quantity)
        })
        .collect();
    // Words that begin with a figure and end without may run over another's: in
    // "1 hour to respond, 4 to resolve" the last is the nearest.
    let leads = fitting.iter().any(|(_, place)| *place == at.range.start);
    let closes = paragraph.marked.as_str()[at.range.clone()]
        .chars()
        .next_back()
        .is_some_and(|last| Slot::of(last).is_some_and(|slot| rule.slots.contains(&slot)));
    // What stands inside the words is theirs before anything outside.
    let distance = |place: usize| {
        if place >= at.range.end {
            (true, place - at.range.end)
        } else if place < at.range.start {
            // What stands behind the words is more often theirs than what stands before.
            (true, (at.range.start - place) * 2)
        } else {
            let (before, behind) = (place - at.range.start, at.range.end - place);
            (false, if leads && !closes { behind } else { behind.min(before) })
        }
    };
    let size = |q: &Quantity| measure(rule, q).unwrap_or_default();
    let chosen = match rule.take {
        Take::Nearest => fitting.iter().min_by_key(|(_, place)| distance(*place)),
        Take::First => fitting.first(),
        Take::Last => fitting.last(),
        Take::Lowest => fitting.iter().min_by_key(|(q, _)| size(q)),
        Take::Highest => fitting.iter().max_by_key(|(q, _)| size(q)),
    };
    let (quantity, place) = chosen?;
    let width = paragraph.marked.as_str()[*place..].chars().next().map_or(0, char::len_utf8);
    let sentence = &paragraph.marked.as_str()[at.sentence.clone()];
    let others = paragraph.quantities_in(&at.sentence).map(|(other, _)| other);
    let quantity = if rule.file.periodic {
        with_period(quantity, sentence, place - at.sentence.start, others)
    } else {
        (*quantity).clone()
    };
    Some(KeyTerm {
        id,
        quantity,
        subject: rule
            .slots
            .contains(&Slot::Percent)
            .then(|| subject::subject(sentence, at.range.start - at.sentence.start))
            .flatten()
            .filter(|_| rule.file.periodic),
        at: Occurrence { range: *place..*place + width, ..at.clone() },
    })
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
