//! Sums written out, for the line under a finding that shows how its figure
//! came about; the few words in them are the caller's.

use super::availability::{Convention, Period, downtime, effective, undetectable_share};
use super::calendar::{BusinessHours, Term, last_notice_day, worst_elapsed};
use super::credit::{Tier, credit};
use super::interest::{annual_rate, effective_annual_rate};
use super::price::lost_discount_rise;
use super::show::{human_minutes, rounded, separated};
use super::wording::Wording;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// `99.9% = 1.44 min per day, 10.1 min per week, 43.2 min per 30-day month,
/// 8.76 h per 365-day year`.
pub fn downtime_working(
    available: Decimal,
    periods: &[Period],
    wording: &Wording,
) -> Option<String> {
    let parts: Option<Vec<String>> = periods
        .iter()
        .map(|period| {
            let minutes = downtime(available, period.minutes())?;
            wording.in_period(&human_minutes(minutes, wording), *period)
        })
        .collect();
    Some(format!("{}% = {}", separated(available.normalize()), parts?.join(", ")))
}

/// `99.9% x (1 - 12/168) = 92.76%, 52.1 h per 30-day month`: what is left where
/// `excluded` of every `of` hours do not count. Where excluded time stays in
/// the period the sum is `99.9% - 12/168`.
pub fn effective_working(
    available: Decimal,
    excluded: Decimal,
    of: Decimal,
    convention: Convention,
    wording: &Wording,
) -> Option<String> {
    let left = effective(available, excluded.checked_div(of)?, convention)?;
    let minutes = downtime(left, Period::Month30.minutes())?;
    let promise = separated(available.normalize());
    let share = format!("{}/{}", separated(excluded.normalize()), separated(of.normalize()));
    let sum = match convention {
        Convention::Both => format!("{promise}% x (1 - {share})"),
        Convention::NumeratorOnly => format!("{promise}% - {share}"),
    };
    let lost = wording.in_period(&human_minutes(minutes, wording), Period::Month30)?;
    Some(format!("{sum} = {}%, {lost}", rounded(left, 2)))
}

/// `1.5% x 12 = 18% a year, 19.56% compounded`.
pub fn rate_working(rate: Decimal, periods: u32, wording: &Wording) -> Option<String> {
    let simple = annual_rate(rate, periods)?;
    let year = &wording.a_year;
    let sum = format!("{}% x {periods} = {}% {year}", rate.normalize(), rounded(simple, 2));
    Some(match effective_annual_rate(rate, periods) {
        Some(compounded) => {
            format!("{sum}, {}% {}", rounded(compounded, 2), wording.compounded)
        }
        None => sum,
    })
}

/// `98.889% -> 10,000 x 25% = 2,500`, with the cap where it bites.
pub fn credit_working(
    fee: Decimal,
    uptime: Decimal,
    ladder: &[Tier],
    cap: Option<Decimal>,
    wording: &Wording,
) -> Option<String> {
    let due = credit(fee, uptime, ladder, None)?;
    let paid = credit(fee, uptime, ladder, cap)?;
    let rate = due.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(fee)?;
    let (fee, uptime) = (separated(fee.normalize()), rounded(uptime, 3));
    let sum = format!("{uptime}% -> {fee} x {}% = {}", rounded(rate, 2), rounded(due, 2));
    Some(match cap {
        Some(cap) if paid < due => {
            format!("{sum}, {} {}%: {}", wording.capped_at, rounded(cap, 2), rounded(paid, 2))
        }
        _ => sum,
    })
}

/// `2027-02-28 - 90 days = 2026-11-30`.
pub fn notice_working(end: Date, term: Term, wording: &Wording) -> Option<String> {
    let (number, unit) = match term {
        Term::Days(days) => (days, &wording.days),
        Term::Months(months) => (months, &wording.months),
    };
    Some(format!("{end} - {number} {unit} = {}", last_notice_day(end, term)?))
}

/// `(5 - 1)/5 = 80% of the time ...`: the share of time that outages just
/// shorter than the shortest that counts can take without being seen.
pub fn minimum_outage_working(least: Decimal, wording: &Wording) -> Option<String> {
    let share = undetectable_share(least)?;
    let least = separated(least.normalize());
    Some(format!("({least} - 1)/{least} = {}% {}", rounded(share, 1), wording.unseen))
}

/// `1/(1 - 30%) - 1 = 42.86% more ...`: what the end of a discount adds to the
/// price.
pub fn lost_discount_working(discount: Decimal, wording: &Wording) -> Option<String> {
    let rise = lost_discount_rise(discount)?;
    let discount = separated(discount.normalize());
    Some(format!("1/(1 - {discount}%) - 1 = {}% {}", rounded(rise, 1), wording.rise))
}

/// `4 h = 68 h at worst, Mon-Fri 9-17`: business hours as time on the wall.
pub fn elapsed_working(minutes: u32, wording: &Wording) -> Option<String> {
    let worst = worst_elapsed(&BusinessHours::office(), minutes)?;
    let said = human_minutes(Decimal::from(minutes), wording);
    let hours = rounded(Decimal::from(worst).checked_div(Decimal::from(60))?, 1);
    Some(format!("{said} = {hours} {} {}", wording.hours, wording.at_worst))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn sums_are_written_out() {
        let english = Wording::english();
        use Period::{Day, Month30, Week, Year};
        assert_eq!(
            downtime_working(dec!(99.9), &[Day, Week, Month30, Year], &english).unwrap(),
            "99.9% = 1.44 min per day, 10.1 min per week, 43.2 min per 30-day month, \
             8.76 h per 365-day year"
        );
        assert_eq!(
            effective_working(dec!(99.9), dec!(12), dec!(168), Convention::Both, &english).unwrap(),
            "99.9% x (1 - 12/168) = 92.76%, 52.1 h per 30-day month"
        );
        assert_eq!(
            effective_working(dec!(99.9), dec!(8), dec!(720), Convention::NumeratorOnly, &english)
                .unwrap(),
            "99.9% - 8/720 = 98.79%, 8.72 h per 30-day month"
        );
        assert_eq!(
            rate_working(dec!(1.5), 12, &english).unwrap(),
            "1.5% x 12 = 18% a year, 19.56% compounded"
        );
        assert_eq!(
            minimum_outage_working(dec!(5), &english).unwrap(),
            "(5 - 1)/5 = 80% of the time can be down and count as up"
        );
        assert_eq!(
            lost_discount_working(dec!(30), &english).unwrap(),
            "1/(1 - 30%) - 1 = 42.9% more when it ends"
        );
        assert_eq!(elapsed_working(240, &english).unwrap(), "4 h = 68 h at worst (Mon-Fri 9-17)");
        let ladder = [Tier { below: dec!(99), rate: dec!(25) }];
        assert_eq!(
            credit_working(dec!(10000), dec!(98.889), &ladder, Some(dec!(10)), &english).unwrap(),
            "98.889% -> 10,000 x 25% = 2,500, capped at 10%: 1,000"
        );
        assert_eq!(
            notice_working(date(2027, 2, 28), Term::Days(90), &english).unwrap(),
            "2027-02-28 - 90 days = 2026-11-30"
        );
    }

    #[test]
    fn a_sum_that_cannot_be_done_is_not_written() {
        let english = Wording::english();
        assert_eq!(
            effective_working(dec!(99.9), dec!(1), dec!(0), Convention::Both, &english),
            None
        );
        assert_eq!(downtime_working(dec!(120), &[Period::Day], &english), None);
        assert_eq!(credit_working(dec!(0), dec!(98), &[], None, &english), None);
    }
}
