//! Days with their year: `2026-03-01`, `1 January 2026`, `2026年3月1日`, `1 Mac
//! 2026`, `01/02/2026`.

use super::chinese;
use super::figures::digits;
use super::lexicon::{before, eat, rest, skip_space};
use super::model::Measure;
use super::vocabulary::MONTHS;
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use std::ops::Range;

/// A day as written, whether or not the calendar has it.
#[derive(Debug, Clone, Copy)]
struct Written {
    year: i16,
    month: i8,
    day: i8,
    /// Whether the month and the day may stand the other way round.
    either_way: bool,
}

impl Written {
    fn named(year: i16, month: i8, day: i8) -> Self {
        Self { year, month, day, either_way: false }
    }

    fn measure(self) -> Option<Measure> {
        let day_first = Date::new(self.year, self.month, self.day).ok();
        let turned = (self.either_way && self.month != self.day)
            .then(|| Date::new(self.year, self.day, self.month).ok())
            .flatten();
        match (day_first, turned) {
            (Some(date), month_first) => Some(Measure::Date { date, month_first }),
            (None, Some(date)) => Some(Measure::Date { date, month_first: None }),
            (None, None) => None,
        }
    }
}

/// The date at an offset, and the offset behind it.
pub(super) fn date(text: &str, at: usize) -> Option<(Measure, usize)> {
    let (written, end) = written(text, at)?;
    Some((written.measure()?, end))
}

/// Days that no calendar has, such as 30 February: their ranges in a folded
/// text, in its order.
pub fn impossible_dates(folded: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in folded.char_indices() {
        if !c.is_alphanumeric() || found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let in_word = before(folded, at).is_some_and(|b| b.is_ascii_alphanumeric());
        let end = match written(folded, at) {
            Some((written, end)) => impossible(written).then_some(end),
            None if !in_word => yearless(folded, at).or_else(|| chinese_yearless(folded, at)),
            None => None,
        };
        found.extend(end.map(|end| at..end));
    }
    found
}

/// Whether no reading of a day is in the calendar, though its month is: other
/// figures, such as 13.25.2026, are hardly days.
fn impossible(written: Written) -> bool {
    let month = |month: i8| (1..=12).contains(&month);
    let day = |day: i8| (29..=31).contains(&day);
    let near = month(written.month) && day(written.day)
        || written.either_way && month(written.day) && day(written.month);
    near && written.measure().is_none()
}

/// `30 February`, of any year.
fn yearless(text: &str, at: usize) -> Option<usize> {
    let (day, end) = small(text, at)?;
    let (month, end) = MONTHS.at(text, skip_space(text, ordinal(text, end)))?;
    // 2024 is a leap year: the 29th of February is a day.
    (impossible(Written::named(2024, month, day))).then_some(end)
}

/// `2月30日`, of any year: what stands behind a year is part of that date.
fn chinese_yearless(text: &str, at: usize) -> Option<usize> {
    let (month, day, end) = chinese_day(text, at)?;
    impossible(Written::named(2024, month, day)).then_some(end)
}

/// A day as written, and the offset behind it.
fn written(text: &str, at: usize) -> Option<(Written, usize)> {
    if before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.')) {
        return None;
    }
    let (written, end) = numeric(text, at)
        .or_else(|| chinese_date(text, at))
        .or_else(|| day_first(text, at))
        .or_else(|| month_first(text, at))?;
    let run_on = rest(text, end).starts_with(|c: char| c.is_ascii_alphanumeric());
    (!run_on).then_some((written, end))
}

/// A number of `least` to `most` digits.
fn figure(text: &str, at: usize, least: usize, most: usize) -> Option<(i16, usize)> {
    let len = digits(text, at);
    if !(least..=most).contains(&len) {
        return None;
    }
    Some((rest(text, at).get(..len)?.parse().ok()?, at + len))
}

fn small(text: &str, at: usize) -> Option<(i8, usize)> {
    let (value, end) = figure(text, at, 1, 2)?;
    Some((i8::try_from(value).ok()?, end))
}

fn year(text: &str, at: usize) -> Option<(i16, usize)> {
    figure(text, at, 4, 4).filter(|&(year, _)| (1800..=2999).contains(&year))
}

/// `2026-03-01` and `01/02/2026`, with `-`, `/` or `.`.
fn numeric(text: &str, at: usize) -> Option<(Written, usize)> {
    let parts = |first_end| {
        let sign = rest(text, first_end).chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        let (second, end) = small(text, first_end + 1)?;
        let end = eat(text, end, sign.encode_utf8(&mut [0; 4]))?;
        Some((second, end))
    };
    if let Some((year, end)) = year(text, at) {
        let (month, end) = parts(end)?;
        let (day, end) = small(text, end)?;
        return Some((Written::named(year, month, day), end));
    }
    let (first, end) = small(text, at)?;
    let (second, end) = parts(end)?;
    let (year, end) = year(text, end)?;
    Some((Written { year, month: second, day: first, either_way: true }, end))
}

/// `1 January 2026`, `1st day of January, 2026`, `1 haribulan Mac 2026`.
fn day_first(text: &str, at: usize) -> Option<(Written, usize)> {
    let (day, end) = small(text, at)?;
    let end = skip_space(text, ordinal(text, end));
    let end = ["day of ", "haribulan ", "of ", "-"]
        .iter()
        .find_map(|of| eat(text, end, of))
        .unwrap_or(end);
    let (month, end) = MONTHS.at(text, end)?;
    let (year, end) = year(text, separator(text, end))?;
    Some((Written::named(year, month, day), end))
}

/// `January 1, 2026`.
fn month_first(text: &str, at: usize) -> Option<(Written, usize)> {
    let (month, end) = MONTHS.at(text, at)?;
    let (day, end) = small(text, skip_space(text, end))?;
    let (year, end) = year(text, separator(text, ordinal(text, end)))?;
    Some((Written::named(year, month, day), end))
}

fn ordinal(text: &str, at: usize) -> usize {
    ["st", "nd", "rd", "th"].iter().find_map(|end| eat(text, at, end)).unwrap_or(at)
}

fn separator(text: &str, at: usize) -> usize {
    let at = skip_space(text, at);
    let at = eat(text, at, ",").or_else(|| eat(text, at, "-")).unwrap_or(at);
    skip_space(text, at)
}

/// `2026年3月1日`, `二〇二六年三月一日`.
fn chinese_date(text: &str, at: usize) -> Option<(Written, usize)> {
    let (year, end) = chinese_part(text, at, "年")?;
    let (month, day, end) = chinese_day(text, end)?;
    (1800..=2999).contains(&year).then_some((Written::named(year, month, day), end))
}

/// `3月1日`, `三月一号`.
fn chinese_day(text: &str, at: usize) -> Option<(i8, i8, usize)> {
    let (month, end) = chinese_part(text, at, "月")?;
    let (day, end) = chinese_part(text, end, "日").or_else(|| chinese_part(text, end, "号"))?;
    Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?, end))
}

/// A number in figures or Chinese, and the unit behind it.
fn chinese_part(text: &str, at: usize, name: &str) -> Option<(i16, usize)> {
    let at = skip_space(text, at);
    let (value, end) = match figure(text, at, 1, 4) {
        Some(figure) => figure,
        None => {
            let (value, end) = chinese::number(text, at)?;
            (value.to_i16()?, end)
        }
    };
    Some((value, eat(text, skip_space(text, end), name)?))
}
