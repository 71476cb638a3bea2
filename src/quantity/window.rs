//! Hours and days of service: `24x7`, `9am to 5pm`, `周一至周五`, `Isnin hingga
//! Jumaat`. Each part is read on its own; neighbours are joined afterwards.

use super::context::glued;
use super::figures::digits;
use super::lexicon::{before, eat, rest, skip_space};
use super::model::{Days, Hours, TimeUnit, Window};
use super::share;
use super::vocabulary::{
    ALWAYS, BUSINESS_DAYS, HALF_AFTER, HALF_BEFORE, NEXT_DAY, TO, TWICE_AND, UNITS, WEEKDAYS, ZONES,
};
use super::{chinese, english as en, malay as ms};
use jiff::civil::Weekday;
use rust_decimal::prelude::ToPrimitive;

/// The part of a window at an offset, and the offset behind it.
pub(super) fn part(text: &str, at: usize) -> Option<(Window, usize)> {
    if before(text, at).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (window, end) = product(text, at)
        .or_else(|| share::window(text, at))
        .or_else(|| phrase(text, at))
        .or_else(|| weekdays(text, at))
        .or_else(|| clock(text, at))?;
    let (window, end) = zoned(text, window, end);
    let (mut window, end) = on_business_days(text, window, end);
    window.except_holidays = without_holidays(text, end);
    Some((window, end))
}

/// Takes in `on business days` behind hours.
fn on_business_days(text: &str, window: Window, end: usize) -> (Window, usize) {
    let days = glued(text, end).and_then(|at| BUSINESS_DAYS.at(text, at));
    match days.filter(|_| window.days.is_none()) {
        Some((days, end)) => (Window { days: Some(days), ..window }, end),
        None => (window, end),
    }
}

/// How far behind a window the holidays it leaves out may be named, in bytes.
const HOLIDAY_REACH: usize = 60;

/// Whether the words behind a window leave public holidays out: `, excluding public holidays in
/// England`, `（法定节假日除外）`. They stay outside the window.
fn without_holidays(text: &str, end: usize) -> bool {
    let tail = rest(text, end);
    let near = tail
        .char_indices()
        .find(|(at, c)| *at >= HOLIDAY_REACH || matches!(c, '.' | ';' | '。'))
        .map_or(tail, |(at, _)| &tail[..at]);
    let near = near.trim_start_matches([' ', ',', '(', ')', '、']);
    let says = |words: [&[&str]; 3], holds: fn(&str, &str) -> bool| {
        words.concat().into_iter().any(|word| holds(near, word))
    };
    let except = [en::EXCEPT, chinese::EXCEPT, ms::EXCEPT];
    says([en::HOLIDAYS, chinese::HOLIDAYS, ms::HOLIDAYS], |near, word| near.contains(word))
        && (says(except, |near, word| near.starts_with(word))
            || near.contains(chinese::EXCEPT_AFTER))
}

fn window(days: Option<Days>, hours: Option<Hours>) -> Window {
    Window { days, hours, ..Window::default() }
}

/// `24x7`, `7×24小时`, `24/7/365`, `5*8`: hours of the day and days of the week
/// in either order.
fn product(text: &str, at: usize) -> Option<(Window, usize)> {
    let (first, end) = factor(text, at)?;
    let end = skip_space(text, end);
    let (sign, start) =
        ["x", "×", "*", "/"].iter().find_map(|sign| Some((*sign, eat(text, end, sign)?)))?;
    let (second, end) = factor(text, skip_space(text, start))?;
    let (hours, days) = (first.max(second), first.min(second));
    // A slash also writes fractions and dates; only round the clock is clear.
    let likely = match sign {
        "/" => (first, second) == (24, 7),
        _ => (5..=7).contains(&days) && (8..=24).contains(&hours),
    };
    let end = eat(text, end, sign).and_then(|year| eat(text, year, "365")).unwrap_or(end);
    let run_on = rest(text, end).starts_with(|c: char| c.is_ascii_alphanumeric());
    if !likely || run_on {
        return None;
    }
    let days = Days::PerWeek(u8::try_from(days).ok()?);
    Some((window(Some(days), Some(Hours::PerDay(u8::try_from(hours).ok()?))), end))
}

/// A figure of a product, with its unit if it has one: `7天`, `24h`.
fn factor(text: &str, at: usize) -> Option<(u16, usize)> {
    let (figure, end) = small(text, at)?;
    let unit = UNITS.at(text, skip_space(text, end));
    let unit = unit.filter(|(unit, _)| matches!(unit, TimeUnit::Hour | TimeUnit::Day));
    Some((figure, unit.map_or(end, |(_, end)| end)))
}

fn small(text: &str, at: usize) -> Option<(u16, usize)> {
    let len = digits(text, at);
    if !(1..=2).contains(&len) {
        return None;
    }
    Some((rest(text, at).get(..len)?.parse().ok()?, at + len))
}

/// Phrases that say it whole: `around the clock`, `全天候`, `sepanjang masa`, and
/// days of work beside hours.
fn phrase(text: &str, at: usize) -> Option<(Window, usize)> {
    if let Some(((days, hours), end)) = ALWAYS.at(text, at) {
        return Some((window(days, hours), end));
    }
    // 工作日 is a window only beside hours: "工作日9:00-18:00".
    let (days, end) = BUSINESS_DAYS.at(text, at)?;
    let start = glued(text, end)?;
    let (hours, end) = clock(text, start)?;
    Some((Window { days: Some(days), ..hours }, end))
}

/// One weekday to another.
fn weekdays(text: &str, at: usize) -> Option<(Window, usize)> {
    let (first, end) = WEEKDAYS.at(text, at)?;
    let (last, end) =
        joined(text, end, |at| WEEKDAYS.at(text, at)).or_else(|| both_ends(text, end))?;
    let days = Some(Days::Span(first, last));
    let hours = glued(text, end).and_then(|at| bare_hours(text, at));
    let (hours, end) = hours.map_or((None, end), |(hours, end)| (Some(hours), end));
    Some((window(days, hours), end))
}

/// Fewest hours that two bare numbers behind days of the week span.
const LEAST_SPAN: u16 = 6;

/// `Mon-Fri 9-17`, `Monday to Friday 9 to 5`: bare numbers, which behind days of the week are hours.
fn bare_hours(text: &str, at: usize) -> Option<(Hours, usize)> {
    let (from, end) = small(text, at)?;
    let (to, end) = joined(text, end, |at| small(text, at))?;
    let to = if to < from && to < 12 { to + 12 } else { to };
    let tail = rest(text, end);
    let part = tail.trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit())
        || tail.starts_with([':', '%', '点', '时', '-', '/']);
    let counted = skip_space(text, end);
    let runs_on = UNITS.at(text, counted).is_some() || HALF_AFTER.at(text, counted).is_some();
    let fits = to <= 24 && to >= from + LEAST_SPAN && !part && !runs_on;
    fits.then_some((Hours::Clock { from: from * 60, to: to * 60 }, end))
}

/// `between Monday and Friday` is rare; `Saturday and Sunday` is two days that
/// follow each other.
fn both_ends(text: &str, end: usize) -> Option<(Weekday, usize)> {
    let ((), end) = TWICE_AND.at(text, skip_space(text, end))?;
    let (last, end) = WEEKDAYS.at(text, skip_space(text, end))?;
    (last == Weekday::Sunday).then_some((last, end))
}

/// What stands behind `to`, `至`, `hingga` or a dash at `end`.
fn joined<T>(text: &str, end: usize, read: impl Fn(usize) -> Option<T>) -> Option<T> {
    let at = skip_space(text, end);
    let start = TO
        .at(text, at)
        .map(|((), end)| end)
        .or_else(|| ["until", "till", "and", "dan"].iter().find_map(|to| eat(text, at, to)))?;
    read(skip_space(text, start))
}

/// A clock time as written.
#[derive(Clone, Copy)]
struct Time {
    minutes: u16,
    /// Whether it is said to be after noon.
    after_noon: Option<bool>,
    /// Whether it is written as a time and not as a bare number.
    marked: bool,
}

/// `9am to 5pm`, `9:00-18:00`, `上午9点至下午6点`, `9 pagi hingga 5 petang`.
fn clock(text: &str, at: usize) -> Option<(Window, usize)> {
    let (from, end) = time(text, at)?;
    let (to, end) = joined(text, end, |at| {
        let start = NEXT_DAY.at(text, at).map_or(at, |((), end)| end);
        time(text, start)
    })?;
    let certain = |time: Time| time.marked || time.after_noon.is_some();
    if !(certain(from) && certain(to) || from.after_noon.is_some() || to.after_noon.is_some()) {
        return None;
    }
    let mut to_minutes = of_day(to);
    let mut from_minutes = of_day(from);
    // "1 to 5pm": the first takes the half of the second where that fits.
    if from.after_noon.is_none()
        && to.after_noon == Some(true)
        && from_minutes + 12 * 60 < to_minutes
        && from.minutes < 7 * 60
    {
        from_minutes += 12 * 60;
    }
    // 下午1点至5点: the second is in the same half.
    if to.after_noon.is_none()
        && from.after_noon == Some(true)
        && to_minutes < from_minutes
        && to_minutes + 12 * 60 > from_minutes
        && to_minutes < 12 * 60
    {
        to_minutes += 12 * 60;
    }
    if from_minutes == to_minutes {
        return None;
    }
    Some((window(None, Some(Hours::Clock { from: from_minutes, to: to_minutes })), end))
}

/// Minutes after midnight.
fn of_day(time: Time) -> u16 {
    let noon = 12 * 60;
    match time.after_noon {
        Some(true) if time.minutes < noon => time.minutes + noon,
        Some(false) if (noon..noon + 60).contains(&time.minutes) => time.minutes - noon,
        _ => time.minutes,
    }
}

fn time(text: &str, at: usize) -> Option<(Time, usize)> {
    for (word, minutes) in [("midnight", 24 * 60), ("noon", 12 * 60), ("midday", 12 * 60)] {
        if let Some(end) = eat(text, at, word) {
            return Some((Time { minutes, after_noon: None, marked: true }, end));
        }
    }
    let (half_before, start) =
        HALF_BEFORE.at(text, at).map_or((None, at), |(half, end)| (Some(half), end));
    let (hour, end) = match small(text, start) {
        Some(found) => found,
        None => {
            let (hour, end) = chinese::number(text, start)?;
            rest(text, end).starts_with(['点', '时']).then_some((hour.to_u16()?, end))?
        }
    };
    let (minute, marked, end) = minutes(text, end);
    let half_after = HALF_AFTER.at(text, skip_space(text, end));
    let (after_noon, end) = half_after.map_or((half_before, end), |(half, end)| (Some(half), end));
    if hour > 24 || minute > 59 || (after_noon.is_some() && hour == 0) {
        return None;
    }
    Some((Time { minutes: hour * 60 + minute, after_noon, marked }, end))
}

/// The minutes behind an hour, and whether the hour is marked as one.
fn minutes(text: &str, end: usize) -> (u16, bool, usize) {
    // 9.30 may also be a clause: the point alone does not make it a time.
    let colon = eat(text, end, ":");
    if let Some(start) = colon.or_else(|| eat(text, end, "."))
        && digits(text, start) == 2
        && let Some((minute, end)) = small(text, start)
    {
        let with_seconds = eat(text, end, ":").filter(|&s| digits(text, s) == 2);
        return (minute, colon.is_some(), with_seconds.map_or(end, |seconds| seconds + 2));
    }
    for name in ["点", "时"] {
        let Some(start) = eat(text, end, name) else { continue };
        if let Some(end) = eat(text, start, "半") {
            return (30, true, end);
        }
        let minute = small(text, start).and_then(|(m, end)| Some((m, eat(text, end, "分")?)));
        return minute.map_or((0, true, start), |(minute, end)| (minute, true, end));
    }
    (0, false, end)
}

/// Takes in the time zone behind a window, and the same in brackets behind that: `Singapore time
/// (UTC+8)`.
fn zoned(text: &str, window: Window, end: usize) -> (Window, usize) {
    let (first, end) = with_zone(text, window, end);
    if first.zone.is_none() || eat(text, skip_space(text, end), "(").is_none() {
        return (first, end);
    }
    let (again, end) = with_zone(text, first.clone(), end);
    (Window { zone: first.zone, ..again }, end)
}

fn with_zone(text: &str, mut window: Window, end: usize) -> (Window, usize) {
    let at = skip_space(text, end);
    let (start, close) = match eat(text, at, "(") {
        Some(open) => (open, true),
        None => (at, false),
    };
    if let Some(((), zone_end)) = ZONES.at(text, start) {
        let offset = rest(text, zone_end).strip_prefix(['+', '-']).map_or(0, |offset| {
            1 + offset.bytes().take(5).take_while(|b| b.is_ascii_digit() || *b == b':').count()
        });
        let zone_end = if offset > 1 { zone_end + offset } else { zone_end };
        let behind = if close { eat(text, zone_end, ")") } else { Some(zone_end) };
        if let Some(behind) = behind {
            window.zone = text.get(start..zone_end).map(str::to_owned);
            return (window, behind);
        }
    }
    (window, end)
}

/// Joins a window and its neighbour behind it, where only glue stands between
/// and they say different things.
pub(super) fn join(text: &str, first: &mut Window, end: usize, next: &Window, at: usize) -> bool {
    let apart = (first.days.is_some() && next.days.is_some())
        || (first.hours.is_some() && next.hours.is_some());
    if apart || glued(text, end) != Some(at) {
        return false;
    }
    first.days = first.days.or(next.days);
    first.hours = first.hours.or(next.hours);
    first.zone = first.zone.take().or_else(|| next.zone.clone());
    first.except_holidays |= next.except_holidays;
    true
}
