//! Hours of the day and days of the week by their number: `24 hours a day, 7
//! days a week`, `24-hours-a-day`, `每周7天、每天24小时`, `24 jam sehari`.

use super::context::{comparator, glued};
use super::lexicon::{eat, skip_space};
use super::measure::time_unit;
use super::model::{Comparator, Days, Hours, TimeUnit, Window};
use super::number::number;
use super::vocabulary::{EACH, EACH_BEFORE};
use rust_decimal::prelude::ToPrimitive;

const WHOLE_DAY: u16 = 24;

/// A number of hours or days, and what they are a part of.
struct Share {
    count: u16,
    unit: TimeUnit,
    each: Option<TimeUnit>,
    end: usize,
}

impl Share {
    /// `8 hours a day`; of bare hours only the whole day is clear.
    fn hours(&self) -> Option<Hours> {
        let told = self.each == Some(TimeUnit::Day) || self.each.is_none() && self.is_whole();
        let fits = self.unit == TimeUnit::Hour && (1..=WHOLE_DAY).contains(&self.count);
        (told && fits).then_some(Hours::PerDay(u8::try_from(self.count).ok()?))
    }

    fn is_whole(&self) -> bool {
        self.count == WHOLE_DAY
    }

    /// `5 days a week`, `365 days a year`.
    fn days(&self) -> Option<Days> {
        let days = match (self.unit, self.each?) {
            (TimeUnit::Day, TimeUnit::Week) if (5..=7).contains(&self.count) => self.count,
            (TimeUnit::Day, TimeUnit::Year) if (365..=366).contains(&self.count) => 7,
            _ => return None,
        };
        Some(Days::PerWeek(u8::try_from(days).ok()?))
    }
}

/// The window at an offset that is told by numbers, and the offset behind it.
///
/// Hours of less than the whole day are a length of time unless the days of the
/// week stand beside them.
pub(super) fn window(text: &str, at: usize) -> Option<(Window, usize)> {
    let first = share(text, at)?;
    let next = glued(text, first.end).and_then(|start| share(text, start));
    if let Some(days) = first.days() {
        let hours = next.as_ref().and_then(|next| Some((next.hours()?, next.end)));
        let (hours, end) = hours.map_or((None, first.end), |(hours, end)| (Some(hours), end));
        return Some((
            Window { days: Some(days), hours, ..Window::default() },
            past_year(text, end),
        ));
    }
    let hours = first.hours()?;
    let days = next.and_then(|next| Some((next.days()?, next.end)));
    // "within 24 hours" is a time to act in.
    let bounded = first.each.is_none() && comparator(text, &(at..first.end)) != Comparator::Exactly;
    let (days, end) = match days {
        Some(_) if bounded => return None,
        Some((days, end)) => (Some(days), past_year(text, end)),
        None if first.each.is_some() && first.is_whole() => (None, first.end),
        None => return None,
    };
    Some((Window { days, hours: Some(hours), ..Window::default() }, end))
}

/// Past `365 days a year`, which adds nothing.
fn past_year(text: &str, end: usize) -> usize {
    let year = glued(text, end).and_then(|start| share(text, start));
    year.filter(|share| share.each == Some(TimeUnit::Year) && share.days().is_some())
        .map_or(end, |share| share.end)
}

fn share(text: &str, at: usize) -> Option<Share> {
    let before = EACH_BEFORE.at(text, at);
    let (before, start) = match before {
        Some((each, end)) => (Some(each), end),
        None => (EACH_BEFORE.ending_at(text, at).map(|(each, _)| each), at),
    };
    let number = number(text, start)?;
    let unit_at = past_joint(text, number.end);
    let (unit, _, end) = time_unit(text, unit_at)?;
    let whole = number.upper.is_none() && number.value.fract().is_zero();
    let count = number.value.to_u16().filter(|_| whole)?;
    let behind = EACH.at(text, past_joint(text, end)).filter(|_| before.is_none());
    let (each, end) = behind.map_or((before, end), |(each, end)| (Some(each), end));
    Some(Share { count, unit, each, end })
}

/// Past one space or hyphen.
fn past_joint(text: &str, at: usize) -> usize {
    eat(text, at, "-").unwrap_or_else(|| skip_space(text, at))
}
