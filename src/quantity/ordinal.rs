//! Ordinals that mean a period: `the ninth day following expiry`, `hari
//! kesepuluh selepas`, `届满后第十日`. The fifth day of a month is a date, and
//! not read here.

use super::lexicon::{eat, rest, skip_space};
use super::measure::{Reading, Unit};
use super::model::{Calendar, TimeUnit};
use super::number::{Number, Style};
use super::vocabulary::{FROM, FROM_BEFORE, MODIFIERS, MODIFIERS_AFTER, ORDINAL_DAYS};
use super::{chinese, english, figures, malay};
use rust_decimal::Decimal;

/// The period an ordinal at an offset stands for.
pub(super) fn period(text: &str, at: usize) -> Option<Reading> {
    let (value, style, calendar, end) = if rest(text, at).starts_with('第') {
        han(text, at)?
    } else {
        english(text, at).or_else(|| malay(text, at))?
    };
    let number = Number { value, upper: None, disagree: None, style, end };
    Some(Reading { number, unit: Unit::Time(TimeUnit::Day, calendar), range: at..end })
}

type Found = (Decimal, Style, Calendar, usize);

fn han(text: &str, at: usize) -> Option<Found> {
    FROM_BEFORE.ending_at(text, at)?;
    let start = at + '第'.len_utf8();
    let (value, end, style) = match figures::figures(text, start) {
        Some((value, end)) => (value, end, Style::Figures),
        None => chinese::number(text, start).map(|(value, end)| (value, end, Style::Words))?,
    };
    let (calendar, end) = ORDINAL_DAYS.at(text, end)?;
    Some((value, style, calendar, end))
}

fn english(text: &str, at: usize) -> Option<Found> {
    let (value, end, style) = match figures::figures(text, at) {
        Some((value, end)) => {
            let end = english::ORDINAL_ENDINGS.iter().find_map(|mark| eat(text, end, mark))?;
            (value, end, Style::Figures)
        }
        None => english::ordinal(text, at).map(|(value, end)| (value, end, Style::Words))?,
    };
    let start = eat(text, end, " ")?;
    let (calendar, start) = match MODIFIERS.at(text, start) {
        Some((calendar, end)) => (calendar, skip_space(text, end)),
        None => (Calendar::Unstated, start),
    };
    let end = eat(text, start, "day")?;
    counts_from(text, end).then_some((value, style, calendar, end))
}

fn malay(text: &str, at: usize) -> Option<Found> {
    let end = eat(text, at, "hari")?;
    let (first, end) = modifier(text, end);
    let start = eat(text, end, " yang").unwrap_or(end);
    let start = eat(text, start, " ke")?;
    let start = eat(text, start, "-").unwrap_or(start);
    let (value, end, style) = match figures::figures(text, start) {
        Some((value, end)) => (value, end, Style::Figures),
        None => malay::number(text, start).map(|(value, end)| (value, end, Style::Words))?,
    };
    let (second, end) = modifier(text, end);
    let calendar = if first == Calendar::Unstated { second } else { first };
    counts_from(text, end).then_some((value, style, calendar, end))
}

/// `bekerja` or `kalendar` behind a word, if it stands there.
fn modifier(text: &str, end: usize) -> (Calendar, usize) {
    MODIFIERS_AFTER.at(text, skip_space(text, end)).unwrap_or((Calendar::Unstated, end))
}

/// Whether what follows counts from an event.
fn counts_from(text: &str, end: usize) -> bool {
    let Some(start) = eat(text, end, " ") else { return false };
    // `from2026` is no word: neither letters nor figures may follow.
    FROM.at(text, start)
        .is_some_and(|((), end)| !rest(text, end).starts_with(|c: char| c.is_alphanumeric()))
}
