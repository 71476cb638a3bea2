//! Credit ladders in running text: "below 99.9% but at least 99.0%: 10%", an
//! item of a list or a part of a sentence each.

use super::band::Band;
use super::ladder::{
    Credit, Ladder, LadderRow, LadderStep, before, credit_percent, language, whole,
};
use crate::catalogue::{says, vocabulary};
use crate::clause::{Contract, Paragraph, Role};
use crate::matching::{Polarity, sentences};
use crate::provision::Occurrence;
use crate::quantity::{Comparator, Measure, Quantity, QuantityKind, TimeUnit};
use rust_decimal::Decimal;
use std::ops::Range;

/// Most units between two rows of one ladder.
const REACH: usize = 1;

/// Bands from here on are of availability, whatever the words.
const LOWEST_TOP: u32 = 90;

/// A plain percentage from here on, below a hundred, is what was promised, and no credit.
const PROMISED: u32 = 90;

/// Most units between a ladder and the promise it goes down from.
const PROMISE_REACH: usize = 12;

/// Most days of service that are a credit.
const MOST_DAYS: u32 = 62;

/// Words that make days a credit.
const DAYS_OF_SERVICE: [&str; 10] = [
    "extend",
    "free of charge",
    "days of service",
    "free days",
    "送",
    "延长",
    "顺延",
    "免费",
    "percuma",
    "dilanjutkan",
];

/// Words of what a customer is given back, beside those for credits.
const GIVEN_BACK: [&str; 9] = [
    "get back",
    "gets back",
    "'s bill back",
    "'s fee back",
    "off the bill",
    "knocked off",
    "off that month",
    "免收",
    "扣减",
];

/// What a percentage, or days of service, are in a ladder.
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
        && (says(&words.credit, &around)
            || GIVEN_BACK.iter().any(|word| around.contains(word))
            || ladder.rows.iter().any(|row| matches!(row.step.credit, Credit::Days(_))))
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
    let mut parts = with_ranges(text, parts);
    parts.retain(|(part, quantity, _)| *part == Part::Bound || !is_promised(quantity));
    let parts = with_days(paragraph, sentence, parts);
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
    } else if let Some((_, last, _)) = group.last()
        && whole(text.get(last.range.end..sentence.end).unwrap_or_default())
    {
        rows.extend(row(contract, unit, paragraph, sentence, &group));
    }
    rows
}

/// The parts with days of service as credits, where no percentage is one: `低于99.5%的，送5天`.
fn with_days<'q>(
    paragraph: &'q Paragraph,
    sentence: &Range<usize>,
    mut parts: Vec<(Part, &'q Quantity, usize)>,
) -> Vec<(Part, &'q Quantity, usize)> {
    let own = paragraph.folded.as_str().get(sentence.clone()).unwrap_or_default();
    if parts.is_empty()
        || parts.iter().any(|(part, ..)| *part == Part::Credit)
        || !DAYS_OF_SERVICE.iter().any(|word| own.contains(word))
    {
        return parts;
    }
    let inside = paragraph.quantities.iter().filter(|(q, _)| sentence.contains(&q.range.start));
    parts.extend(
        inside.filter(|(q, _)| days(q).is_some()).map(|(q, place)| (Part::Credit, q, *place)),
    );
    parts.sort_by_key(|(_, q, _)| q.range.start);
    parts
}

/// Whether a percentage is too high for a credit, and less than all.
fn is_promised(quantity: &Quantity) -> bool {
    let high = |p: Decimal| p >= Decimal::from(PROMISED) && p < Decimal::ONE_HUNDRED;
    quantity.percent().is_some_and(high)
}

/// The nearest promise above a band whose upper end is left to it: "where it falls short, 5% if it is 99%
/// or higher".
fn promised_above(
    contract: &Contract,
    unit: usize,
    before: usize,
    lower: Decimal,
) -> Option<Decimal> {
    let first = unit.saturating_sub(PROMISE_REACH);
    (first..=unit).rev().find_map(|at| {
        let stated = contract.paragraphs[at].quantities.iter().rev().map(|(quantity, _)| quantity);
        let mut stated = stated.filter(|q| at < unit || q.range.start < before);
        stated.find_map(|q| {
            let falls = matches!(q.comparator, Comparator::LessThan | Comparator::AtMost);
            q.percent().filter(|p| is_promised(q) && !falls && *p > lower)
        })
    })
}

/// The days of a quantity that may be a credit.
fn days(quantity: &Quantity) -> Option<Decimal> {
    match quantity.measure {
        Measure::Duration { value, unit: TimeUnit::Day, .. } => {
            (value <= Decimal::from(MOST_DAYS) && quantity.upper.is_none()).then_some(value)
        }
        _ => None,
    }
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
    // `98%以下` bounds a band; "up to 50%" caps.
    let bounds = sign || quantity.comparator != Comparator::AtMost || is_promised(quantity);
    if Band::bounds(text, quantity) && bounds {
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
    let paid = group.iter().find(|(part, ..)| *part == Part::Credit).map(|(_, paid, _)| *paid);
    if bounds.is_empty() || bounds.len() > 2 {
        return None;
    }
    let mut band = Band::read(text, &bounds, None)?;
    let credit = match paid {
        Some(paid) => {
            days(paid).map(Credit::Days).or_else(|| paid.percent().and_then(credit_percent))
        }
        None => Some(Credit::Percent(Decimal::ONE_HUNDRED)),
    };
    let credit = credit.filter(|credit| *credit != Credit::Nothing)?;
    if band.upper.is_none() {
        let from = bounds.first().map_or(0, |q| q.range.start).min(sentence.start);
        band.upper = Some(promised_above(contract, unit, from, band.lower?)?);
    }
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
