//! Dates and hours written out.

use crate::arithmetic::calendar::{BusinessHours, worst_elapsed};
use crate::arithmetic::notice::{Term, TermEnd, last_day_after, last_notice_day, last_safe_day};
use crate::arithmetic::show::{human_minutes, rounded};
use crate::arithmetic::wording::{Wording, filled};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Working days that a letter takes where a contract deems it received.
const BY_POST: u32 = 3;

/// `2026-03-01 + 12 months - 1 day = 2027-02-28; 2027-02-28 - 90 days = ...`: the last day for a notice, and the
/// last safe day to send it, when the post takes three working days.
pub fn notice_working(end: TermEnd, term: Term, wording: &Wording) -> Option<String> {
    let day = end.day()?;
    let reckoned = match end {
        TermEnd::Stated(_) => String::new(),
        TermEnd::Reckoned { start, months } => {
            let values = [("start", start.to_string()), ("months", months.to_string())];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            format!("{} = {day}; ", filled(&wording.sums.term, &values))
        }
    };
    let office = BusinessHours::office();
    let last = last_notice_day(day, term, &office)?;
    let sum = format!("{reckoned}{day} - {} = {last}", said(term, wording));
    let days = [
        last_safe_day(last, 0, &office)?.to_string(),
        last_safe_day(last, BY_POST, &office)?.to_string(),
    ];
    let values = [("sum", sum.as_str()), ("working", &days[0]), ("post", &days[1])];
    Some(filled(&wording.sums.notice, &values))
}

/// `2027-02-28 + 30 days = 2027-03-30`: the last day of a period after a day,
/// with that day.
pub fn period_working(from: Date, term: Term, wording: &Wording) -> Option<(Date, String)> {
    let last = last_day_after(from, term, &BusinessHours::office())?;
    Some((last, format!("{from} + {} = {last}", said(term, wording))))
}

fn said(term: Term, wording: &Wording) -> String {
    let (number, unit) = match term {
        Term::Days(days) => (days, &wording.days),
        Term::BusinessDays(days) => (days, &wording.business_days),
        Term::Months(months) => (months, &wording.months),
    };
    format!("{number} {unit}")
}

/// Time that counts only while somebody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BusinessTime {
    /// Minutes of work.
    Minutes(u32),
    /// Days of work.
    Days(u32),
}

/// `4 h = 68 h at worst (Mon-Fri 09:00-17:00)`: business time as time on the
/// wall. `said` names the hours that were reckoned with.
pub fn elapsed_working(
    time: BusinessTime,
    hours: &BusinessHours,
    said: &str,
    wording: &Wording,
) -> Option<String> {
    let (minutes, promised) = match time {
        BusinessTime::Minutes(minutes) => (minutes, human_minutes(Decimal::from(minutes), wording)),
        BusinessTime::Days(days) => {
            (days.checked_mul(hours.minutes_a_day())?, format!("{days} {}", wording.business_days))
        }
    };
    let worst = worst_elapsed(hours, minutes)?;
    let worst = rounded(Decimal::from(worst).checked_div(Decimal::from(60))?, 1);
    let sum = format!("{promised} = {worst} {}", wording.hours);
    Some(filled(&wording.sums.at_worst, &[("sum", &sum), ("hours", said)]))
}
