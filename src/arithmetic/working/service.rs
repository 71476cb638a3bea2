//! Availability written out.

use crate::arithmetic::availability::{
    Convention, Period, downtime, effective, undetectable_share,
};
use crate::arithmetic::show::{human_minutes, rounded, separated};
use crate::arithmetic::wording::{Wording, filled};
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

/// `(5 - 1)/5 = 80% of the time ...`: the share of time that outages just
/// shorter than the shortest that counts can take without being seen.
pub fn minimum_outage_working(least: Decimal, wording: &Wording) -> Option<String> {
    let share = undetectable_share(least)?;
    let least = separated(least.normalize());
    Some(format!("({least} - 1)/{least} = {}% {}", rounded(share, 1), wording.unseen))
}

/// `12 x 10% of a month = 10% of a year's fees`: the most that credits come to.
pub fn credit_cap_working(cap: Decimal, wording: &Wording) -> Option<String> {
    if cap < Decimal::ZERO {
        return None;
    }
    Some(filled(&wording.sums.credit_cap, &[("cap", &separated(cap.normalize()))]))
}
