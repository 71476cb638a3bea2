//! Days with their year: `2026-03-01`, `1 January 2026`, `2026年3月1日`, `1 Mac
//! 2026`, `01/02/2026`.

use super::chinese;
use super::figures::digits;
use super::lexicon::{before, eat, rest, skip_space};
use super::model::Measure;
use super::vocabulary::MONTHS;
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

/// The date at an offset, and the offset behind it.
pub(super) fn date(text: &str, at: usize) -> Option<(Measure, usize)> {
    if before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.')) {
        return None;
    }
    let (measure, end) = numeric(text, at)
        .or_else(|| chinese_date(text, at))
        .or_else(|| day_first(text, at))
        .or_else(|| month_first(text, at))?;
    let run_on = rest(text, end).starts_with(|c: char| c.is_ascii_alphanumeric());
    (!run_on).then_some((measure, end))
}

fn plain(year: i16, month: i8, day: i8) -> Option<Measure> {
    let date = Date::new(year, month, day).ok()?;
    Some(Measure::Date { date, month_first: None })
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
fn numeric(text: &str, at: usize) -> Option<(Measure, usize)> {
    let parts = |first_end| {
        let sign = rest(text, first_end).chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        let (second, end) = small(text, first_end + 1)?;
        let end = eat(text, end, sign.encode_utf8(&mut [0; 4]))?;
        Some((second, end))
    };
    if let Some((year, end)) = year(text, at) {
        let (month, end) = parts(end)?;
        let (day, end) = small(text, end)?;
        return Some((plain(year, month, day)?, end));
    }
    let (first, end) = small(text, at)?;
    let (second, end) = parts(end)?;
    let (year, end) = year(text, end)?;
    let (day_first, month_first) = (Date::new(year, second, first), Date::new(year, first, second));
    let measure = match (day_first.ok(), month_first.ok()) {
        (Some(date), month_first) if first != second => Measure::Date { date, month_first },
        (Some(date), _) | (None, Some(date)) => Measure::Date { date, month_first: None },
        (None, None) => return None,
    };
    Some((measure, end))
}

/// `1 January 2026`, `1st day of January, 2026`, `1 haribulan Mac 2026`.
fn day_first(text: &str, at: usize) -> Option<(Measure, usize)> {
    let (day, end) = small(text, at)?;
    let end = skip_space(text, ordinal(text, end));
    let end = ["day of ", "haribulan ", "of ", "-"]
        .iter()
        .find_map(|of| eat(text, end, of))
        .unwrap_or(end);
    let (month, end) = MONTHS.at(text, end)?;
    let (year, end) = year(text, separator(text, end))?;
    Some((plain(year, month, day)?, end))
}

/// `January 1, 2026`.
fn month_first(text: &str, at: usize) -> Option<(Measure, usize)> {
    let (month, end) = MONTHS.at(text, at)?;
    let (day, end) = small(text, skip_space(text, end))?;
    let (year, end) = year(text, separator(text, ordinal(text, end)))?;
    Some((plain(year, month, day)?, end))
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
fn chinese_date(text: &str, at: usize) -> Option<(Measure, usize)> {
    let part = |at, name: &str| {
        let at = skip_space(text, at);
        let (value, end) = match figure(text, at, 1, 4) {
            Some(figure) => figure,
            None => {
                let (value, end) = chinese::number(text, at)?;
                (value.to_i16()?, end)
            }
        };
        Some((value, eat(text, skip_space(text, end), name)?))
    };
    let (year, end) = part(at, "年")?;
    let (month, end) = part(end, "月")?;
    let (day, end) = part(end, "日").or_else(|| part(end, "号"))?;
    if !(1800..=2999).contains(&year) {
        return None;
    }
    Some((plain(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?, end))
}
