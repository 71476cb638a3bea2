//! Credit ladders in running text: "below 99.9% but at least 99.0%: 10%", an
//! item of a list or a part of a sentence each.

use super::band::Band;
use super::ladder::{Credit, Ladder, LadderRow, LadderStep, before, credit_percent, language};
use crate::catalogue::{says, vocabulary};
use crate::clause::{Contract, Paragraph, Role};
use crate::matching::{Polarity, sentences};
use crate::provision::Occurrence;
use crate::quantity::{Comparator, Quantity, QuantityKind};
use rust_decimal::Decimal;
use std::ops::Range;

/// Most units between two rows of one ladder.
const REACH: usize = 1;

/// Bands from here on are of availability, whatever the words.
const LOWEST_TOP: u32 = 90;

/// What a percentage is in a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Bound,
    Credit,
}

/// The ladders in the text of a contract, in text order.
pub(super) fn of_text(contract: &Contract) -> Vec<Ladder> {
    let mut found: Vec<Ladder> = Vec::new();
    for unit in 0..contract.units.len() {
        if !matches!(contract.units[unit].role, Role::Body | Role::Note) {
            continue;
        }
        let rows = rows(contract, unit);
        let Some(first) = rows.first() else { continue };
        let follows = found.last().is_some_and(|ladder| {
            let last = &ladder.rows[ladder.rows.len() - 1].at;
            // A paragraph of several rows is a ladder of its own.
            unit - last.unit <= REACH && (rows.len() == 1 || last.unit == first.at.unit)
        });
        match found.last_mut().filter(|_| follows) {
            Some(ladder) => ladder.rows.extend(rows),
            None => found.push(Ladder { rows }),
        }
    }
    found.retain(|ladder| speaks_of_credits(contract, ladder));
    found
}

/// Whether the words around the rows speak of availability and of credits, and
/// of no other rate.
fn speaks_of_credits(contract: &Contract, ladder: &Ladder) -> bool {
    let words = &vocabulary().terms;
    let units = ladder.rows[0].at.unit..=ladder.rows[ladder.rows.len() - 1].at.unit;
    let own: String = units.clone().map(|unit| contract.paragraphs[unit].folded.as_str()).collect();
    let around = format!("{} {own}", before(contract, *units.start()));
    // Several bands at the top of the scale are those of an availability.
    let high = |row: &LadderRow| {
        let end = row.step.band.upper.or(row.step.band.lower);
        end.is_some_and(|end| end >= Decimal::from(LOWEST_TOP))
    };
    let uptime = || ladder.rows.len() > 1 && ladder.rows.iter().all(high);
    !says(&words.other_rate, &own)
        && (says(&words.uptime, &around) || uptime())
        && says(&words.credit, &around)
}

/// The rows a unit states.
fn rows(contract: &Contract, unit: usize) -> Vec<LadderRow> {
    let paragraph = &contract.paragraphs[unit];
    let text = paragraph.folded.as_str();
    if !text.contains(['%', '分']) && !text.contains("cent") && !text.contains("peratus") {
        return Vec::new();
    }
    sentences(text)
        .into_iter()
        .flat_map(|sentence| rows_of_sentence(contract, unit, paragraph, &sentence))
        .collect()
}

fn rows_of_sentence(
    contract: &Contract,
    unit: usize,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
) -> Vec<LadderRow> {
    let text = paragraph.folded.as_str();
    let parts: Vec<(Part, &Quantity, usize)> = paragraph
        .quantities
        .iter()
        .filter(|(q, _)| sentence.contains(&q.range.start))
        .filter_map(|(q, place)| Some((part(text, q)?, q, *place)))
        .collect();
    let parts = with_ranges(text, parts);
    // The credit closes a row, or opens it: "10% where availability is below 99.9%".
    let credit_first = parts.first().is_some_and(|(part, ..)| *part == Part::Credit);
    let mut rows = Vec::new();
    let mut group: Vec<(Part, &Quantity, usize)> = Vec::new();
    for next in parts {
        let complete = match (credit_first, next.0) {
            (true, Part::Credit) => !group.is_empty(),
            (true, Part::Bound) | (false, _) => false,
        };
        if complete {
            rows.extend(row(contract, unit, paragraph, sentence, &group));
            group.clear();
        }
        group.push(next);
        if !credit_first && next.0 == Part::Credit {
            rows.extend(row(contract, unit, paragraph, sentence, &group));
            group.clear();
        }
    }
    if credit_first {
        rows.extend(row(contract, unit, paragraph, sentence, &group));
    }
    rows
}

/// The parts with the ends of ranges as bounds: `99%（含）至99.9%之间`.
fn with_ranges<'q>(
    text: &str,
    mut parts: Vec<(Part, &'q Quantity, usize)>,
) -> Vec<(Part, &'q Quantity, usize)> {
    for at in 1..parts.len() {
        let (first, second) = (parts[at - 1].1, parts[at].1);
        if Band::ranges(text, first, second) {
            (parts[at - 1].0, parts[at].0) = (Part::Bound, Part::Bound);
        }
    }
    parts
}

/// What a percentage is, if it is part of a ladder at all. Words that cap
/// ("up to 50%") bound no band.
fn part(text: &str, quantity: &Quantity) -> Option<Part> {
    if quantity.kind() != QuantityKind::Percent && quantity.kind() != QuantityKind::Rate {
        return None;
    }
    let sign = text
        .get(..quantity.range.start)
        .is_some_and(|head| head.trim_end().ends_with(['=', '≤', '≥', '<', '>']));
    if Band::bounds(text, quantity) && (sign || quantity.comparator != Comparator::AtMost) {
        return Some(Part::Bound);
    }
    let plain = quantity.comparator == Comparator::Exactly && quantity.upper.is_none();
    plain.then_some(Part::Credit)
}

fn row(
    contract: &Contract,
    unit: usize,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
    group: &[(Part, &Quantity, usize)],
) -> Option<LadderRow> {
    let text = paragraph.folded.as_str();
    let bounds: Vec<&Quantity> =
        group.iter().filter(|(part, ..)| *part == Part::Bound).map(|(_, q, _)| *q).collect();
    let (_, paid, _) = group.iter().find(|(part, ..)| *part == Part::Credit)?;
    if bounds.is_empty() || bounds.len() > 2 {
        return None;
    }
    // Nothing is credited for "99.9% or more".
    let band = Band::read(text, &bounds, None).filter(|band| band.upper.is_some())?;
    let credit = credit_percent(paid.percent()?).filter(|credit| *credit != Credit::Nothing)?;
    let words = &vocabulary().terms;
    let own = &text[sentence.clone()];
    let of =
        words.base.iter().find_map(|base| base.first_in(own)).map(|range| own[range].to_owned());
    let start = group.iter().map(|(.., place)| *place).min()?;
    let last = group.iter().map(|(.., place)| *place).max()?;
    let width = paragraph.marked.as_str()[last..].chars().next().map_or(0, char::len_utf8);
    Some(LadderRow {
        step: LadderStep {
            band,
            credit,
            voucher: says(&words.voucher, own),
            of: of.unwrap_or_default(),
            applies_to: String::new(),
        },
        at: Occurrence {
            unit,
            range: start..last + width,
            sentence: paragraph.sentence_at(start),
            lang: language(contract, unit),
            polarity: Polarity::Operative,
        },
    })
}
