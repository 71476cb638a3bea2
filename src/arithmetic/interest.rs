//! Interest and charges on late payment.

use rust_decimal::{Decimal, MathematicalOps};

/// How many days make the year of an annual rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayCount {
    /// 365, the usual count.
    Actual365,
    /// 360, the count of banks.
    Banker360,
}

/// The days of a year by a count.
pub fn days_a_year(count: DayCount) -> u32 {
    match count {
        DayCount::Actual365 => 365,
        DayCount::Banker360 => 360,
    }
}

/// The nominal annual rate in per cent of a rate for a period of which the year
/// has `periods`: r x n, without compounding.
pub fn annual_rate(rate: Decimal, periods: u32) -> Option<Decimal> {
    rate.checked_mul(periods.into())
}

/// The effective annual rate in per cent where the interest of each period
/// bears interest in the next: (1 + r)^n - 1. At most 366 periods and 100 per
/// cent a period.
pub fn effective_annual_rate(rate: Decimal, periods: u32) -> Option<Decimal> {
    if periods > 366 || rate < Decimal::ZERO || rate > Decimal::ONE_HUNDRED {
        return None;
    }
    let growth = (Decimal::ONE + rate / Decimal::ONE_HUNDRED).checked_powu(periods.into())?;
    growth.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// Simple interest on a late sum that accrues daily: sum x annual rate (per
/// cent) x days / days of the year.
pub fn late_interest(
    sum: Decimal,
    annual_rate: Decimal,
    days: u32,
    count: DayCount,
) -> Option<Decimal> {
    sum.checked_mul(annual_rate)?
        .checked_mul(days.into())?
        .checked_div(days_a_year(count).into())?
        .checked_div(Decimal::ONE_HUNDRED)
}

/// Interest for every period begun, "per month or part thereof": sum x rate
/// (per cent a period) x whole periods, rounded up.
pub fn whole_periods(sum: Decimal, rate: Decimal, days: u32, period_days: u32) -> Option<Decimal> {
    if period_days == 0 {
        return None;
    }
    sum.checked_mul(rate)?
        .checked_mul(days.div_ceil(period_days).into())?
        .checked_div(Decimal::ONE_HUNDRED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monthly_and_daily_rates_by_the_year() {
        let both = |rate, periods| {
            let nominal = annual_rate(rate, periods).unwrap().normalize();
            (nominal, effective_annual_rate(rate, periods).unwrap())
        };
        for (rate, nominal, effective) in [
            (dec!(1), dec!(12), dec!(12.68)),
            (dec!(1.5), dec!(18), dec!(19.56)),
            (dec!(2), dec!(24), dec!(26.82)),
        ] {
            let (found, compounded) = both(rate, 12);
            assert_eq!((found, compounded.round_dp(2)), (nominal, effective));
        }
        for (rate, nominal, effective) in [
            (dec!(0.05), dec!(18.25), dec!(20.0)),
            (dec!(0.1), dec!(36.5), dec!(44.0)),
            (dec!(0.5), dec!(182.5), dec!(517)),
        ] {
            let (found, compounded) = both(rate, days_a_year(DayCount::Actual365));
            assert_eq!((found, compounded.round_dp(effective.scale())), (nominal, effective));
        }
        assert_eq!(annual_rate(dec!(0.3), 365), Some(dec!(109.5)));
        assert_eq!(annual_rate(dec!(0.05), days_a_year(DayCount::Banker360)), Some(dec!(18.00)));
    }

    #[test]
    fn ten_thousand_paid_45_days_late() {
        let daily = |rate| late_interest(dec!(10000), rate, 45, DayCount::Actual365).unwrap();
        assert_eq!(daily(dec!(18)).round_dp(2), dec!(221.92));
        assert_eq!(daily(dec!(12)).round_dp(2), dec!(147.95));
        assert_eq!(whole_periods(dec!(10000), dec!(1.5), 45, 30), Some(dec!(300)));
    }

    #[test]
    fn sums_beyond_a_decimal_are_refused() {
        assert_eq!(effective_annual_rate(dec!(100), 366), None);
        assert_eq!(late_interest(Decimal::MAX, dec!(18), 45, DayCount::Actual365), None);
        assert_eq!(whole_periods(dec!(1), dec!(1), 1, 0), None);
    }
}
