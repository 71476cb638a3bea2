//! The days by which notice must be given, or something must be done.

use super::calendar::BusinessHours;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A length of notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Calendar days.
    Days(u32),
    /// Working days.
    BusinessDays(u32),
    /// Calendar months. Where the month has no such day, its last day.
    Months(u32),
}

/// The last day of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermEnd {
    /// As a contract states it.
    Stated(Date),
    /// So many months from a first day, which is part of them.
    Reckoned {
        /// The first day.
        start: Date,
        /// Calendar months.
        months: u32,
    },
}

impl TermEnd {
    /// The day; twelve months from 1 March end on the last of February.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Stated(day) => Some(day),
            Self::Reckoned { start, months } => {
                let after = start.checked_add(Span::new().try_months(months).ok()?).ok()?;
                after.checked_sub(1.day()).ok()
            }
        }
    }
}

/// Most working days that are counted one by one: some ten years.
const MOST_WORKING_DAYS: u32 = 2_600;
/// A break longer than this many days is no weekend.
const LONGEST_BREAK: u32 = 60;

/// The last day on which notice "not less than N before the end" can be given:
/// the end less the term. `working` tells the working days. `None` where the
/// day lies outside the years 1 to 9999.
pub fn last_notice_day(end: Date, term: Term, working: &BusinessHours) -> Option<Date> {
    let span = match term {
        Term::Days(days) => Span::new().try_days(days).ok()?,
        Term::Months(months) => Span::new().try_months(months).ok()?,
        Term::BusinessDays(days) => return working_days_before(end, days, working),
    };
    end.checked_sub(span).ok()
}

/// The last day on which it is safe to send that notice: so many working days
/// of delivery before the last day it can be given, and never on a day nobody
/// works.
pub fn last_safe_day(last: Date, delivery: u32, working: &BusinessHours) -> Option<Date> {
    working_days_before(last_working(last, working)?, delivery, working)
}

/// The last day of a period that begins when a day ends. `None` where it lies
/// outside the years 1 to 9999.
pub fn last_day_after(from: Date, term: Term, working: &BusinessHours) -> Option<Date> {
    let span = match term {
        Term::Days(days) => Span::new().try_days(days).ok()?,
        Term::Months(months) => Span::new().try_months(months).ok()?,
        Term::BusinessDays(days) => return step(from, days, 1, working),
    };
    from.checked_add(span).ok()
}

/// The day on which a period from a day ends: that day is not counted, and
/// where the last one is no working day, the next is (民法典, articles 201 to
/// 203).
pub fn due_day(from: Date, term: Term, working: &BusinessHours) -> Option<Date> {
    nearest_working(last_day_after(from, term, working)?, 1, working)
}

fn last_working(day: Date, working: &BusinessHours) -> Option<Date> {
    nearest_working(day, -1, working)
}

fn working_days_before(day: Date, days: u32, working: &BusinessHours) -> Option<Date> {
    step(day, days, -1, working)
}

/// The day itself where it is worked, else the nearest that way.
fn nearest_working(mut day: Date, way: i64, working: &BusinessHours) -> Option<Date> {
    for _ in 0..LONGEST_BREAK {
        if working.is_open(day) {
            return Some(day);
        }
        day = day.checked_add(way.days()).ok()?;
    }
    None
}

/// So many working days further that way.
fn step(mut day: Date, days: u32, way: i64, working: &BusinessHours) -> Option<Date> {
    if days > MOST_WORKING_DAYS {
        return None;
    }
    for _ in 0..days {
        day = nearest_working(day.checked_add(way.days()).ok()?, way, working)?;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn last(end: Date, term: Term) -> Option<Date> {
        last_notice_day(end, term, &BusinessHours::office())
    }

    #[test]
    fn ninety_days_and_three_months_are_not_the_same_day() {
        let end = date(2027, 2, 28);
        assert_eq!(last(end, Term::Days(90)), Some(date(2026, 11, 30)));
        assert_eq!(last(end, Term::Months(3)), Some(date(2026, 11, 28)));
        assert_eq!(last(date(2029, 2, 28), Term::Days(90)), Some(date(2028, 11, 30)));
        assert_eq!(last(date(2026, 3, 31), Term::Months(1)), Some(date(2026, 2, 28)));
        assert_eq!(last(end, Term::Days(u32::MAX)), None);
        assert_eq!(last(date(2027, 3, 1), Term::BusinessDays(5)), Some(date(2027, 2, 22)));
        assert_eq!(last(end, Term::BusinessDays(u32::MAX)), None);
    }

    #[test]
    fn a_term_ends_the_day_before_it_began() {
        let reckoned = |start, months| TermEnd::Reckoned { start, months }.day();
        assert_eq!(reckoned(date(2026, 3, 1), 12), Some(date(2027, 2, 28)));
        assert_eq!(reckoned(date(2026, 1, 15), 36), Some(date(2029, 1, 14)));
        assert_eq!(reckoned(date(9999, 3, 1), 12), None);
    }

    #[test]
    fn notice_is_sent_on_a_working_day_before_the_post_takes_its_time() {
        let office = BusinessHours::office();
        let saturday = date(2026, 11, 28);
        assert_eq!(last_safe_day(saturday, 0, &office), Some(date(2026, 11, 27)));
        assert_eq!(last_safe_day(saturday, 3, &office), Some(date(2026, 11, 24)));
        let monday = date(2026, 11, 30);
        assert_eq!(last_safe_day(monday, 0, &office), Some(monday));
        assert_eq!(last_safe_day(monday, 3, &office), Some(date(2026, 11, 25)));
        let closed = BusinessHours { holidays: vec![monday], ..office };
        assert_eq!(last_safe_day(monday, 0, &closed), Some(date(2026, 11, 27)));
        let never = BusinessHours { days: Vec::new(), ..BusinessHours::office() };
        assert_eq!(last_safe_day(monday, 0, &never), None);
    }

    #[test]
    fn a_chinese_period_ends_on_a_working_day() {
        let golden = (1..=7).map(|day| date(2026, 10, day)).collect();
        let working = BusinessHours { holidays: golden, ..BusinessHours::office() };
        let due = |from, term| due_day(from, term, &working);
        assert_eq!(due(date(2026, 9, 20), Term::Days(15)), Some(date(2026, 10, 8)));
        assert_eq!(due(date(2026, 8, 31), Term::Months(6)), Some(date(2027, 3, 1)));
        assert_eq!(due(date(2026, 9, 30), Term::BusinessDays(1)), Some(date(2026, 10, 8)));
    }
}
