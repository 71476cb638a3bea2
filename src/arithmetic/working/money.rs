//! Rates, prices and credits written out.

use crate::arithmetic::commitment::{effective_unit_price, overage_rise};
use crate::arithmetic::credit::{Tier, credit};
use crate::arithmetic::interest::{annual_rate, effective_annual_rate};
use crate::arithmetic::leaving::{prepaid_lost, termination_sum};
use crate::arithmetic::price::{lost_discount_rise, uplift_rise, uplift_total};
use crate::arithmetic::show::{rounded, separated};
use crate::arithmetic::wording::{Wording, filled};
use rust_decimal::Decimal;

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

/// `1/(1 - 30%) - 1 = 42.86% more ...`: what the end of a discount adds to the
/// price.
pub fn lost_discount_working(discount: Decimal, wording: &Wording) -> Option<String> {
    let rise = lost_discount_rise(discount)?;
    let discount = separated(discount.normalize());
    Some(format!("1/(1 - {discount}%) - 1 = {}% {}", rounded(rise, 1), wording.rise))
}

/// `((1 + 5%)^5 - 1)/5% = 5.53 yearly fees in 5 years, 10.5% more than without`.
pub fn uplift_working(uplift: Decimal, years: u32, wording: &Wording) -> Option<String> {
    if uplift <= Decimal::ZERO {
        return None;
    }
    let fees = rounded(uplift_total(Decimal::ONE, uplift, years)?, 3);
    let rise = rounded(uplift_rise(uplift, years)?, 1);
    let uplift = separated(uplift.normalize());
    let sum = format!("((1 + {uplift}%)^{years} - 1)/{uplift}% = {fees}");
    let values = [("sum", sum.as_str()), ("years", &years.to_string()), ("rise", &rise)];
    Some(filled(&wording.sums.uplift, &values))
}

/// `1,000/600 = 1.67 times the price ... at 60% use`: what a unit costs where
/// only so many per cent of a commitment are used. With a price a unit, the
/// price itself: `10 x 1,000/600 = 16.67`.
pub fn commitment_working(
    price: Option<Decimal>,
    committed: Decimal,
    used: Decimal,
    wording: &Wording,
) -> Option<String> {
    let share = rounded(used.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(committed)?, 1);
    let parts = format!("{}/{}", separated(committed.normalize()), separated(used.normalize()));
    let each = effective_unit_price(price.unwrap_or(Decimal::ONE), committed, used)?;
    let each = rounded(each, 2);
    let (sentence, sum) = match price {
        Some(price) => (
            &wording.sums.commitment_price,
            format!("{} x {parts} = {each}", separated(price.normalize())),
        ),
        None => (&wording.sums.commitment, format!("{parts} = {each}")),
    };
    Some(filled(sentence, &[("share", &share), ("sum", &sum)]))
}

/// `(1 + 10% x 150%)/(1 + 10%) - 1 = 4.5% more a unit at 10% over`.
pub fn overage_working(over: Decimal, rate: Decimal, wording: &Wording) -> Option<String> {
    let rise = rounded(overage_rise(over, rate)?, 1);
    let (over, rate) = (separated(over.normalize()), separated(rate.normalize()));
    let sum = format!("(1 + {over}% x {rate}%)/(1 + {over}%) - 1 = {rise}%");
    Some(filled(&wording.sums.overage, &[("sum", &sum), ("over", &over)]))
}

/// What leaving costs after each quarter of a term, as a share in per cent of
/// the months that remain: in money where the fee of a month is known, else in
/// months of it. `None` for terms shorter than four months.
pub fn leaving_working(
    monthly: Option<Decimal>,
    months: u32,
    share: Decimal,
    wording: &Wording,
) -> Option<String> {
    if months < 4 {
        return None;
    }
    let step = if months.is_multiple_of(12) && months > 12 { 12 } else { months.div_ceil(4) };
    let due = |after: u32| {
        let sum = termination_sum(monthly.unwrap_or(Decimal::ONE), months, after, share)?;
        let left = months - after;
        let sum = match monthly {
            Some(monthly) => {
                let monthly = separated(monthly.normalize());
                format!("{left} x {monthly} x {}% = {}", share.normalize(), rounded(sum, 2))
            }
            None => format!("{left} x {}% = {}", share.normalize(), rounded(sum, 1)),
        };
        Some(filled(&wording.sums.leaving_after, &[("after", &after.to_string()), ("sum", &sum)]))
    };
    let points: Option<Vec<String>> =
        (1..).map(|n| n * step).take_while(|after| *after < months).map(due).collect();
    let sentence =
        if monthly.is_some() { &wording.sums.leaving } else { &wording.sums.leaving_months };
    let months = months.to_string();
    Some(filled(sentence, &[("months", &months), ("points", &points?.join("; "))]))
}

/// `60,000 x 7/12 = 35,000 lost when it ends after month 5`; without a fee, the
/// share of it.
pub fn prepaid_working(
    fee: Option<Decimal>,
    months: u32,
    after: u32,
    wording: &Wording,
) -> Option<String> {
    let left = months.checked_sub(after)?;
    let lost = prepaid_lost(fee.unwrap_or(Decimal::ONE_HUNDRED), months, after)?;
    let sum = match fee {
        Some(fee) => format!("{} x {left}/{months} = {}", separated(fee), rounded(lost, 2)),
        None => format!("{left}/{months} = {}%", rounded(lost, 1)),
    };
    Some(filled(&wording.sums.prepaid, &[("sum", &sum), ("after", &after.to_string())]))
}
