//! Durations in common units.
//!
//! Contracts rarely say how long a month is, so a convention stands here for
//! all comparisons: a month is 30 days, a quarter 90, a year 365. Business time
//! is turned into the time that passes on average in a week of five days of
//! eight hours: one business day is 7/5 days, one business hour 21/5 hours.

use super::model::{Calendar, Measure, Quantity, TimeUnit};
use rust_decimal::Decimal;

/// Minutes in a unit of time by the convention of this module; a second is a
/// sixtieth, a millisecond a thousandth of it, rounded to 28 places.
fn minutes(unit: TimeUnit) -> Decimal {
    let whole = |minutes: i64| Decimal::from(minutes);
    match unit {
        TimeUnit::Millisecond => Decimal::ONE / whole(60_000),
        TimeUnit::Second => Decimal::ONE / whole(60),
        TimeUnit::Minute => Decimal::ONE,
        TimeUnit::Hour => whole(60),
        TimeUnit::Day => whole(24 * 60),
        TimeUnit::Week => whole(7 * 24 * 60),
        TimeUnit::Month => whole(30 * 24 * 60),
        TimeUnit::Quarter => whole(90 * 24 * 60),
        TimeUnit::Year => whole(365 * 24 * 60),
    }
}

impl TimeUnit {
    /// Its length in minutes, with months of 30 days and years of 365.
    pub fn in_minutes(self) -> Decimal {
        minutes(self)
    }
}

impl Quantity {
    /// The length of a duration in minutes, with months of 30 days, years of
    /// 365 and business time stretched to the week it takes. None for other
    /// kinds and for lengths beyond what a decimal holds.
    pub fn in_minutes(&self) -> Option<Decimal> {
        let Measure::Duration { value, unit, calendar } = self.measure else { return None };
        let plain = match unit {
            TimeUnit::Millisecond => value.checked_div(60_000.into())?,
            TimeUnit::Second => value.checked_div(60.into())?,
            _ => value.checked_mul(minutes(unit))?,
        };
        match (calendar, unit) {
            (Calendar::Business, TimeUnit::Day) => stretched(plain, 7, 5),
            (Calendar::Business, TimeUnit::Hour | TimeUnit::Minute) => stretched(plain, 21, 5),
            _ => Some(plain),
        }
    }

    /// The length of a duration in days; see [`in_minutes`](Self::in_minutes).
    pub fn in_days(&self) -> Option<Decimal> {
        self.in_minutes()?.checked_div(Decimal::from(24 * 60))
    }

    /// The length in months, exact: only for durations stated in months,
    /// quarters and years, so that twelve months and one year are the same.
    pub fn in_months(&self) -> Option<Decimal> {
        let Measure::Duration { value, unit, .. } = self.measure else { return None };
        match unit {
            TimeUnit::Month => Some(value),
            TimeUnit::Quarter => value.checked_mul(3.into()),
            TimeUnit::Year => value.checked_mul(12.into()),
            _ => None,
        }
    }
}

fn stretched(minutes: Decimal, by: i64, of: i64) -> Option<Decimal> {
    minutes.checked_mul(by.into())?.checked_div(of.into())
}
