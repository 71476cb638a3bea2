//! Availability as downtime, and what exclusions, dependencies and thresholds
//! leave of it.

use rust_decimal::{Decimal, MathematicalOps};

/// The period over which availability is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
    /// February of a common year.
    Month28,
    /// February of a leap year.
    Month29,
    /// 30 days: what most providers' tables use, and the default for a month.
    Month30,
    /// 31 days.
    Month31,
    /// A twelfth of 365.25 days: 730.5 hours.
    AverageMonth,
    /// Three months of 30 days.
    Quarter,
    /// 365 days, the default for a year.
    Year,
    /// 365.25 days.
    AverageYear,
}

impl Period {
    /// Its name for programs, as in `rules/vocabulary/sums.yaml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month28 => "month28",
            Self::Month29 => "month29",
            Self::Month30 => "month30",
            Self::Month31 => "month31",
            Self::AverageMonth => "average-month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::AverageYear => "average-year",
        }
    }

    /// Its length in minutes.
    pub fn minutes(self) -> Decimal {
        let day = 24 * 60;
        Decimal::from(match self {
            Self::Day => day,
            Self::Week => 7 * day,
            Self::Month28 => 28 * day,
            Self::Month29 => 29 * day,
            Self::Month30 => 30 * day,
            Self::Month31 => 31 * day,
            Self::AverageMonth => 43_830,
            Self::Quarter => 90 * day,
            Self::Year => 365 * day,
            Self::AverageYear => 525_960,
        })
    }
}

/// How a contract treats excluded minutes, such as maintenance, when it works
/// out uptime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Convention {
    /// They are no downtime, but stay in the period: 1 - U/T.
    NumeratorOnly,
    /// They leave the period as well: 1 - U/(T - E).
    Both,
}

/// A percentage of 0 to 100 as a fraction.
pub(super) fn fraction(percent: Decimal) -> Option<Decimal> {
    let valid = percent >= Decimal::ZERO && percent <= Decimal::ONE_HUNDRED;
    valid.then(|| percent / Decimal::ONE_HUNDRED)
}

fn percent(fraction: Decimal) -> Option<Decimal> {
    fraction.checked_mul(Decimal::ONE_HUNDRED)
}

/// The downtime in minutes that an availability in per cent allows in so many
/// minutes: D = T (1 - A).
pub fn downtime(available: Decimal, minutes: Decimal) -> Option<Decimal> {
    minutes.checked_mul(Decimal::ONE - fraction(available)?)
}

/// The uptime in per cent as the contract works it out, for unplanned and
/// excluded minutes of a period.
pub fn contract_uptime(
    period: Decimal,
    unplanned: Decimal,
    excluded: Decimal,
    convention: Convention,
) -> Option<Decimal> {
    let measured = match convention {
        Convention::NumeratorOnly => period,
        Convention::Both => period.checked_sub(excluded)?,
    };
    if measured <= Decimal::ZERO {
        return None;
    }
    percent(Decimal::ONE.checked_sub(unplanned.checked_div(measured)?)?)
}

/// The least availability in per cent that users may get when an availability
/// is promised and a share of all time (0 to 1) is excluded: A - m where
/// excluded time stays in the period, A (1 - m) where it leaves it.
pub fn effective(
    available: Decimal,
    excluded_share: Decimal,
    convention: Convention,
) -> Option<Decimal> {
    let promised = fraction(available)?;
    if excluded_share < Decimal::ZERO || excluded_share > Decimal::ONE {
        return None;
    }
    let left = match convention {
        Convention::NumeratorOnly => promised - excluded_share,
        Convention::Both => promised.checked_mul(Decimal::ONE - excluded_share)?,
    };
    percent(left.max(Decimal::ZERO))
}

/// The share of time, in per cent, that may be lost for ever unseen when only
/// outages of at least `least` whole minutes count: (k - 1)/k.
pub fn undetectable_share(least: Decimal) -> Option<Decimal> {
    if least < Decimal::ONE {
        return None;
    }
    percent(least.checked_sub(Decimal::ONE)?.checked_div(least)?)
}

/// The share of requests, in per cent, that is sure to succeed where errors
/// count only above a rate: A (1 - e), both in per cent.
pub fn request_success(available: Decimal, error_rate: Decimal) -> Option<Decimal> {
    percent(fraction(available)?.checked_mul(Decimal::ONE - fraction(error_rate)?)?)
}

/// Availability in per cent of services that are all needed and fail
/// independently: the product.
pub fn in_series(parts: &[Decimal]) -> Option<Decimal> {
    let all = parts.iter().try_fold(Decimal::ONE, |all, &part| all.checked_mul(fraction(part)?))?;
    percent(all)
}

/// The same without trusting independence: 1 minus the sum of what each may
/// lose, at least 0.
pub fn in_series_at_worst(parts: &[Decimal]) -> Option<Decimal> {
    let lost = parts
        .iter()
        .try_fold(Decimal::ZERO, |lost, &part| lost.checked_add(Decimal::ONE - fraction(part)?))?;
    percent((Decimal::ONE - lost).max(Decimal::ZERO))
}

/// Availability in per cent of services of which any one suffices and which
/// fail independently. A shared dependency bounds it from above.
pub fn any_of(parts: &[Decimal]) -> Option<Decimal> {
    let lost = parts
        .iter()
        .try_fold(Decimal::ONE, |lost, &part| lost.checked_mul(Decimal::ONE - fraction(part)?))?;
    percent(Decimal::ONE - lost)
}

/// Availability in per cent of `all` equal, independent services of which
/// `needed` must run: the sum of binomials. At most 64 services.
pub fn at_least(needed: u32, all: u32, each: Decimal) -> Option<Decimal> {
    if needed > all || all > 64 {
        return None;
    }
    let up = fraction(each)?;
    let mut ways = Decimal::ONE;
    let mut sum = Decimal::ZERO;
    for down in 0..=(all - needed) {
        let running = up.checked_powu(u64::from(all - down))?;
        let failed = (Decimal::ONE - up).checked_powu(u64::from(down))?;
        sum = sum.checked_add(ways.checked_mul(running.checked_mul(failed)?)?)?;
        ways = ways.checked_mul((all - down).into())?.checked_div((down + 1).into())?;
    }
    percent(sum)
}

/// How many of `all` may fail where a rate in per cent succeeds: minutes,
/// sessions, requests.
pub fn failures(succeeds: Decimal, all: Decimal) -> Option<Decimal> {
    all.checked_mul(Decimal::ONE - fraction(succeeds)?)
}

/// Availability in per cent from the mean time between failures and the mean
/// time to repair, in the same unit: F/(F + R).
pub fn from_repair_times(between: Decimal, repair: Decimal) -> Option<Decimal> {
    percent(between.checked_div(between.checked_add(repair)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(available: Decimal) -> [String; 6] {
        use Period::{AverageMonth, AverageYear, Month28, Month30, Month31, Year};
        [Month28, Month30, Month31, AverageMonth, Year, AverageYear]
            .map(|period| downtime(available, period.minutes()).unwrap().normalize().to_string())
    }

    #[test]
    fn downtime_by_period() {
        assert_eq!(row(dec!(95)), ["2016", "2160", "2232", "2191.5", "26280", "26298"]);
        assert_eq!(row(dec!(98)), ["806.4", "864", "892.8", "876.6", "10512", "10519.2"]);
        assert_eq!(row(dec!(99)), ["403.2", "432", "446.4", "438.3", "5256", "5259.6"]);
        assert_eq!(row(dec!(99.5)), ["201.6", "216", "223.2", "219.15", "2628", "2629.8"]);
        assert_eq!(row(dec!(99.8)), ["80.64", "86.4", "89.28", "87.66", "1051.2", "1051.92"]);
        assert_eq!(row(dec!(99.9)), ["40.32", "43.2", "44.64", "43.83", "525.6", "525.96"]);
        assert_eq!(row(dec!(99.95)), ["20.16", "21.6", "22.32", "21.915", "262.8", "262.98"]);
        assert_eq!(row(dec!(99.99)), ["4.032", "4.32", "4.464", "4.383", "52.56", "52.596"]);
        assert_eq!(row(dec!(99.995)), ["2.016", "2.16", "2.232", "2.1915", "26.28", "26.298"]);
        assert_eq!(row(dec!(99.999)), ["0.4032", "0.432", "0.4464", "0.4383", "5.256", "5.2596"]);
    }

    #[test]
    fn rounding_and_business_hours_change_the_promise() {
        let month = Period::Month30.minutes();
        let rounded_up = downtime(dec!(99.85), month).unwrap();
        let promised = downtime(dec!(99.9), month).unwrap();
        assert_eq!((rounded_up, rounded_up / promised), (dec!(64.8), dec!(1.5)));
        let office = dec!(22) * dec!(8) * dec!(60);
        assert_eq!(downtime(dec!(99.9), office), Some(dec!(10.56)));
        assert_eq!((office / month * dec!(100)).round_dp(1), dec!(24.4));
        let eight_hours = |period: Period| {
            contract_uptime(period.minutes(), dec!(480), dec!(0), Convention::NumeratorOnly)
                .unwrap()
                .round_dp(3)
        };
        assert_eq!(eight_hours(Period::Month30), dec!(98.889));
        assert_eq!(eight_hours(Period::Year), dec!(99.909));
    }

    #[test]
    fn the_smallest_step_is_a_minute() {
        let step = |minutes: Decimal| {
            let month = Period::Month30.minutes();
            let up = contract_uptime(month, minutes, dec!(0), Convention::NumeratorOnly).unwrap();
            (dec!(100) - up).round_dp(5)
        };
        assert_eq!(step(dec!(1)), dec!(0.00231));
        assert_eq!(step(dec!(5)), dec!(0.01157));
    }

    #[test]
    fn one_long_incident_breaks_the_month() {
        let budget = downtime(dec!(99.9), Period::Month30.minutes()).unwrap();
        assert!(budget < dec!(120), "a repair of two hours is longer than {budget} minutes");
        assert_eq!(downtime(dec!(95), Period::Month30.minutes()).unwrap() / dec!(60), dec!(36));
    }

    #[test]
    fn rates_as_counts() {
        assert_eq!(failures(dec!(98), dec!(10000000)), Some(dec!(200000)));
        assert_eq!(failures(dec!(101), dec!(1)), None);
    }

    #[test]
    fn exclusions_eat_the_promise() {
        let weekly = dec!(12) / dec!(168);
        let worst = |share, convention| effective(dec!(99.9), share, convention).unwrap();
        assert_eq!(worst(weekly, Convention::NumeratorOnly).round_dp(3), dec!(92.757));
        assert_eq!(worst(weekly, Convention::Both).round_dp(3), dec!(92.764));
        let minutes = downtime(worst(weekly, Convention::Both), Period::Month30.minutes()).unwrap();
        assert_eq!((minutes / dec!(60)).round_dp(1), dec!(52.1));
        let monthly = dec!(8) / dec!(720);
        assert_eq!(worst(monthly, Convention::NumeratorOnly).round_dp(2), dec!(98.79));
        let hours =
            |left| (downtime(left, Period::Month30.minutes()).unwrap() / dec!(60)).round_dp(1);
        assert_eq!(hours(worst(monthly, Convention::NumeratorOnly)), dec!(8.7));
        let four = worst(dec!(4) / dec!(168), Convention::Both);
        assert_eq!((four.round_dp(2), hours(four)), (dec!(97.52), dec!(17.8)));
        assert_eq!(
            contract_uptime(dec!(43200), dec!(43.2), dec!(2880), Convention::Both)
                .unwrap()
                .round_dp(3),
            dec!(99.893)
        );
    }

    #[test]
    fn thresholds_hide_outages() {
        assert_eq!(undetectable_share(dec!(5)), Some(dec!(80)));
        assert_eq!(undetectable_share(dec!(10)), Some(dec!(90)));
        assert_eq!(request_success(dec!(99.9), dec!(5)), Some(dec!(94.905)));
    }

    #[test]
    fn services_together() {
        assert_eq!(in_series(&[dec!(99.95), dec!(99.99)]).unwrap().round_dp(2), dec!(99.94));
        assert_eq!(in_series_at_worst(&[dec!(99.95), dec!(99.99)]), Some(dec!(99.94)));
        let eight = [
            dec!(99.9),
            dec!(99.9),
            dec!(99.9),
            dec!(99.95),
            dec!(99.99),
            dec!(99.99),
            dec!(99.99),
            dec!(99.995),
        ];
        assert_eq!(in_series(&eight).unwrap().round_dp(4), dec!(99.6156));
        let pair = any_of(&[dec!(99.9), dec!(99.9)]).unwrap();
        assert_eq!(pair, dec!(99.9999));
        assert_eq!(in_series(&[dec!(99.99), pair]).unwrap().round_dp(2), dec!(99.99));
        assert_eq!(at_least(2, 3, dec!(99)).unwrap().round_dp(3), dec!(99.970));
        assert_eq!(from_repair_times(dec!(998), dec!(2)), Some(dec!(99.8)));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        assert_eq!(downtime(dec!(101), dec!(60)), None);
        assert_eq!(downtime(dec!(-1), dec!(60)), None);
        assert_eq!(downtime(dec!(0), Decimal::MAX), Some(Decimal::MAX));
        assert_eq!(effective(dec!(99), dec!(2), Convention::Both), None);
        assert_eq!(contract_uptime(dec!(1), dec!(1), dec!(1), Convention::Both), None);
        assert_eq!(from_repair_times(dec!(0), dec!(0)), None);
        assert_eq!(undetectable_share(dec!(0)), None);
    }
}
