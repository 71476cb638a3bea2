//! How long business hours last, and which days are working days.

use super::availability::Period;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use rust_decimal::Decimal;

/// The hours of a working week, and the days that are none although they fall
/// in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessHours {
    /// Minute of the day at which work begins, 0 to 1439.
    pub from: u16,
    /// Minute of the day at which it ends, after `from`, to 1440.
    pub to: u16,
    /// The days of work.
    pub days: Vec<Weekday>,
    /// Public holidays.
    pub holidays: Vec<Date>,
}

/// A clock that has not run out after so many days never will.
const MOST_DAYS: u32 = 3_660;

impl BusinessHours {
    /// Monday to Friday, nine to five, no holidays: what "business hours" means
    /// where a contract does not say.
    pub fn office() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        let days = vec![Monday, Tuesday, Wednesday, Thursday, Friday];
        Self { from: 9 * 60, to: 17 * 60, days, holidays: Vec::new() }
    }

    /// Whether a day is worked.
    pub(super) fn is_open(&self, date: Date) -> bool {
        self.days.contains(&date.weekday()) && !self.holidays.contains(&date)
    }

    /// The share of all hours, in per cent, that are worked in a week without
    /// holidays.
    pub fn share_of_week(&self) -> Option<Decimal> {
        let days: u32 = self.days.len().try_into().ok()?;
        let minutes = Decimal::from(self.minutes_a_day()).checked_mul(days.into())?;
        minutes.checked_div(Period::Week.minutes())?.checked_mul(Decimal::ONE_HUNDRED)
    }

    /// Minutes of work in a day.
    pub fn minutes_a_day(&self) -> u32 {
        u32::from(self.to.saturating_sub(self.from))
    }
}

/// When so many business minutes after a report have passed. None where the
/// hours are empty or it takes more than ten years.
pub fn elapsed(hours: &BusinessHours, reported: DateTime, minutes: u32) -> Option<DateTime> {
    let mut left = minutes;
    let mut date = reported.date();
    let clock = reported.time();
    let since_midnight = i32::from(clock.hour()) * 60 + i32::from(clock.minute());
    let mut start = u16::try_from(since_midnight).ok()?;
    for _ in 0..MOST_DAYS {
        let begin = start.max(hours.from);
        if hours.is_open(date) && begin < hours.to {
            let today = u32::from(hours.to - begin);
            if left <= today {
                let end = u32::from(begin) + left;
                return date.at(0, 0, 0, 0).checked_add(i64::from(end).minutes()).ok();
            }
            left -= today;
        }
        date = date.tomorrow().ok()?;
        start = 0;
    }
    None
}

/// The longest wall-clock time, in minutes, that so many business minutes can
/// take in an ordinary week without holidays: the report comes as the doors
/// close before the longest break. None where the hours are empty.
pub fn worst_elapsed(hours: &BusinessHours, minutes: u32) -> Option<u32> {
    if hours.minutes_a_day() == 0 {
        return None;
    }
    let ordinary = BusinessHours { holidays: Vec::new(), ..hours.clone() };
    let monday = Date::constant(2024, 1, 1);
    let closing = hours.to;
    (0..7i32)
        .filter_map(|day| {
            let date = monday.checked_add(day.days()).ok()?;
            let reported = date.at(0, 0, 0, 0).checked_add(i64::from(closing).minutes()).ok()?;
            let done = elapsed(&ordinary, reported, minutes)?;
            let open = ordinary.is_open(date);
            let wait = u32::try_from(done.duration_since(reported).as_mins()).ok();
            wait.filter(|_| open)
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn week(from: u16, to: u16, days: &[Weekday], holidays: &[Date]) -> BusinessHours {
        BusinessHours {
            from: from * 60,
            to: to * 60,
            days: days.to_vec(),
            holidays: holidays.to_vec(),
        }
    }

    const FIVE: [Weekday; 5] =
        [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

    #[test]
    fn four_business_hours_last_a_weekend() {
        let hours = week(9, 17, &FIVE, &[]);
        let friday = date(2026, 3, 6).at(17, 0, 0, 0);
        assert_eq!(elapsed(&hours, friday, 240), Some(date(2026, 3, 9).at(13, 0, 0, 0)));
        assert_eq!(worst_elapsed(&hours, 240), Some(68 * 60));
        assert_eq!(hours.share_of_week().unwrap().round_dp(1), dec!(23.8));
    }

    fn hours_until(hours: &BusinessHours, reported: DateTime) -> (DateTime, i64) {
        let done = elapsed(hours, reported, 240).unwrap();
        (done, done.duration_since(reported).as_hours())
    }

    #[test]
    fn holidays_make_it_longer() {
        let christmas = week(9, 17, &FIVE, &[date(2026, 12, 25), date(2026, 12, 28)]);
        let reported = date(2026, 12, 24).at(16, 30, 0, 0);
        let tuesday = date(2026, 12, 29).at(12, 30, 0, 0);
        assert_eq!(hours_until(&christmas, reported), (tuesday, 116));
        let golden: Vec<Date> = (1..=7).map(|day| date(2026, 10, day)).collect();
        let china = week(9, 18, &FIVE, &golden);
        let reported = date(2026, 9, 30).at(17, 30, 0, 0);
        let thursday = date(2026, 10, 8).at(12, 30, 0, 0);
        assert_eq!(hours_until(&china, reported), (thursday, 7 * 24 + 19));
        let kelantan = week(
            9,
            17,
            &[
                Weekday::Sunday,
                Weekday::Monday,
                Weekday::Tuesday,
                Weekday::Wednesday,
                Weekday::Thursday,
            ],
            &[],
        );
        let thursday = date(2026, 3, 5).at(16, 0, 0, 0);
        assert_eq!(elapsed(&kelantan, thursday, 240), Some(date(2026, 3, 8).at(12, 0, 0, 0)));
    }

    #[test]
    fn a_week_without_work_never_ends() {
        let closed = week(9, 9, &FIVE, &[]);
        assert_eq!(worst_elapsed(&closed, 240), None);
        assert_eq!(elapsed(&week(9, 17, &[], &[]), date(2026, 1, 1).at(0, 0, 0, 0), 1), None);
        assert_eq!(elapsed(&week(9, 17, &FIVE, &[]), date(9999, 12, 31).at(0, 0, 0, 0), 999), None);
    }
}
