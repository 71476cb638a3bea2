//! Checks of dates.

use crate::check::raise::{Bench, Place};
use crate::clause::{Contract, Role};
use crate::matching::{Lang, Polarity};
use crate::provision::Occurrence;
use crate::quantity::{Measure, Quantity, impossible_dates};
use crate::source::Span;
use jiff::civil::Date;
use std::ops::Range;

/// Most bytes of marked text between the two ends of a period.
const REACH: usize = 40;

/// Days that no calendar has.
pub(super) fn impossible(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    judged(contract)
        .flat_map(|unit| {
            let paragraph = &contract.paragraphs[unit];
            impossible_dates(paragraph.folded.as_str()).into_iter().map(move |range| {
                place(contract, unit, paragraph.marked.range_of(Span::from(range))).into()
            })
        })
        .collect()
}

/// Periods whose second date lies before their first, however the figures are
/// read. Their rule names the words that make two dates a period.
pub(super) fn end_before_start(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    let mut places = Vec::new();
    for unit in judged(contract) {
        let paragraph = &contract.paragraphs[unit];
        for pair in paragraph.quantities.windows(2) {
            let [(first, from), (second, to)] = pair else { continue };
            let same = paragraph.sentence_at(*to).contains(from) && to - from <= REACH;
            let (Some(start), Some(end)) = (readings(first), readings(second)) else { continue };
            let reversed = start.iter().all(|start| end.iter().all(|end| end < start));
            if same && reversed {
                let width =
                    paragraph.marked.as_str()[*to..].chars().next().map_or(0, char::len_utf8);
                let working = Some(format!("{} < {}", end[0], start[0]));
                let at = place(contract, unit, *from..*to + width);
                places.push(Place { working, ..at.into() });
            }
        }
    }
    places
}

fn judged(contract: &Contract) -> impl Iterator<Item = usize> {
    (0..contract.units.len()).filter(|&unit| contract.units[unit].role != Role::Aside)
}

/// The days a date may mean.
fn readings(quantity: &Quantity) -> Option<Vec<Date>> {
    match quantity.measure {
        Measure::Date { date, month_first } => {
            Some(std::iter::once(date).chain(month_first).collect())
        }
        _ => None,
    }
}

fn place(contract: &Contract, unit: usize, range: Range<usize>) -> Occurrence {
    let paragraph = &contract.paragraphs[unit];
    Occurrence {
        unit,
        sentence: paragraph.sentence_at(range.start),
        range,
        lang: paragraph.languages.first().copied().unwrap_or(Lang::En),
        polarity: Polarity::Operative,
    }
}
