//! Sums written out, for the line under a finding that shows how its figure
//! came about. Signs and units only, so that they read in every language.

use super::availability::{Convention, Period, downtime, effective};
use super::calendar::{Term, last_notice_day};
use super::credit::{Tier, credit};
use super::interest::{annual_rate, effective_annual_rate};
use super::show::{human_minutes, rounded, separated};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// `99.9% = 1.44 min per day, 10.1 min per week, 43.2 min per 30-day month,
/// 8.76 h per 365-day year`.
pub fn downtime_working(available: Decimal, periods: &[Period]) -> Option<String> {
    let parts: Option<Vec<String>> = periods
        .iter()
        .map(|period| {
            let minutes = downtime(available, period.minutes())?;
            Some(format!("{} per {}", human_minutes(minutes), period.name()))
        })
        .collect();
    Some(format!("{}% = {}", separated(available.normalize()), parts?.join(", ")))
}

/// `99.9% x (1 - 12/168) = 92.76%, 52.1 h per 30 days`: what is left where
/// `excluded` of every `of` hours do not count. Where excluded time stays in
/// the period the sum is `99.9% - 12/168`.
pub fn effective_working(
    available: Decimal,
    excluded: Decimal,
    of: Decimal,
    convention: Convention,
) -> Option<String> {
    let left = effective(available, excluded.checked_div(of)?, convention)?;
    let minutes = downtime(left, Period::Month30.minutes())?;
    let promise = separated(available.normalize());
    let share = format!("{}/{}", separated(excluded.normalize()), separated(of.normalize()));
    let sum = match convention {
        Convention::Both => format!("{promise}% x (1 - {share})"),
        Convention::NumeratorOnly => format!("{promise}% - {share}"),
    };
    Some(format!("{sum} = {}%, {} per 30 days", rounded(left, 2), human_minutes(minutes)))
}

/// `1.5% x 12 = 18% a year, 19.56% compounded`.
pub fn rate_working(rate: Decimal, periods: u32) -> Option<String> {
    let simple = annual_rate(rate, periods)?;
    let sum = format!("{}% x {periods} = {}% a year", rate.normalize(), rounded(simple, 2));
    Some(match effective_annual_rate(rate, periods) {
        Some(compounded) => format!("{sum}, {}% compounded", rounded(compounded, 2)),
        None => sum,
    })
}

/// `98.889% -> 10,000 x 25% = 2,500`, with the cap where it bites.
pub fn credit_working(
    fee: Decimal,
    uptime: Decimal,
    ladder: &[Tier],
    cap: Option<Decimal>,
) -> Option<String> {
    let due = credit(fee, uptime, ladder, None)?;
    let paid = credit(fee, uptime, ladder, cap)?;
    let rate = due.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(fee)?;
    let (fee, uptime) = (separated(fee.normalize()), rounded(uptime, 3));
    let sum = format!("{uptime}% -> {fee} x {}% = {}", rounded(rate, 2), rounded(due, 2));
    Some(match cap {
        Some(cap) if paid < due => {
            format!("{sum}, capped at {}%: {}", rounded(cap, 2), rounded(paid, 2))
        }
        _ => sum,
    })
}

/// `2027-02-28 - 90 days = 2026-11-30`.
pub fn notice_working(end: Date, term: Term) -> Option<String> {
    let (number, unit) = match term {
        Term::Days(days) => (days, "days"),
        Term::Months(months) => (months, "months"),
    };
    Some(format!("{end} - {number} {unit} = {}", last_notice_day(end, term)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn sums_are_written_out() {
        use Period::{Day, Month30, Week, Year};
        assert_eq!(
            downtime_working(dec!(99.9), &[Day, Week, Month30, Year]).unwrap(),
            "99.9% = 1.44 min per day, 10.1 min per week, 43.2 min per 30-day month, \
             8.76 h per 365-day year"
        );
        assert_eq!(
            effective_working(dec!(99.9), dec!(12), dec!(168), Convention::Both).unwrap(),
            "99.9% x (1 - 12/168) = 92.76%, 52.1 h per 30 days"
        );
        assert_eq!(
            effective_working(dec!(99.9), dec!(8), dec!(720), Convention::NumeratorOnly).unwrap(),
            "99.9% - 8/720 = 98.79%, 8.72 h per 30 days"
        );
        assert_eq!(
            rate_working(dec!(1.5), 12).unwrap(),
            "1.5% x 12 = 18% a year, 19.56% compounded"
        );
        let ladder = [Tier { below: dec!(99), rate: dec!(25) }];
        assert_eq!(
            credit_working(dec!(10000), dec!(98.889), &ladder, Some(dec!(10))).unwrap(),
            "98.889% -> 10,000 x 25% = 2,500, capped at 10%: 1,000"
        );
        assert_eq!(
            notice_working(date(2027, 2, 28), Term::Days(90)).unwrap(),
            "2027-02-28 - 90 days = 2026-11-30"
        );
    }

    #[test]
    fn a_sum_that_cannot_be_done_is_not_written() {
        assert_eq!(effective_working(dec!(99.9), dec!(1), dec!(0), Convention::Both), None);
        assert_eq!(downtime_working(dec!(120), &[Period::Day]), None);
        assert_eq!(credit_working(dec!(0), dec!(98), &[], None), None);
    }
}
