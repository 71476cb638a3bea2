//! The figures of the arguments, each with what to write where one is none.

use crate::arithmetic::Tier;
use crate::matching::fold;
use crate::quantity::{PerUnit, Quantity, QuantityKind, quantities};
use rust_decimal::Decimal;

/// `99.9%`, or `99.9`.
pub(super) fn percent(text: &str) -> Result<Decimal, String> {
    let figure = text.trim().trim_end_matches(['%', '％']).trim();
    let value: Decimal =
        figure.parse().map_err(|_| format!("{text} is no percentage: write one such as 99.9%"))?;
    if value < Decimal::ZERO || value > Decimal::ONE_HUNDRED {
        return Err(format!("{text} is no availability: it lies between 0% and 100%"));
    }
    Ok(value)
}

pub(super) fn sum(option: &str, text: &str) -> Result<Decimal, String> {
    let value: Option<Decimal> = text.trim().replace([',', '_'], "").parse().ok();
    value
        .filter(|value| *value > Decimal::ZERO)
        .ok_or_else(|| format!("{option}: {text} is no sum of money: write figures such as 10000"))
}

/// `99.9:10`: below 99.9% of uptime, 10% of the fee.
pub(super) fn tier(text: &str) -> Result<Tier, String> {
    let wrong = || {
        format!("--ladder: {text} is no row: write UPTIME:CREDIT such as 99.9:10, joined by commas")
    };
    let (below, rate) = text.split_once(':').ok_or_else(wrong)?;
    let part = |text: &str| percent(text).map_err(|_| wrong());
    Ok(Tier { below: part(below)?, inclusive: false, rate: part(rate)? })
}

/// A length of time, read as in a contract; `h`, `min` and `/` are understood.
fn length(text: &str) -> Option<Quantity> {
    let mut words = String::new();
    for c in fold(text).as_str().chars() {
        match c {
            '/' => words.push_str(" per "),
            _ if words.ends_with(|last: char| last.is_ascii_digit()) && c.is_ascii_alphabetic() => {
                words.push(' ');
                words.push(c);
            }
            _ => words.push(c),
        }
    }
    let spelled: Vec<&str> = words
        .split_whitespace()
        .map(|word| match word {
            "h" | "hr" | "hrs" => "hours",
            "m" | "min" | "mins" => "minutes",
            "s" | "sec" => "seconds",
            "d" => "days",
            "w" | "wk" => "week",
            "mo" => "month",
            "y" | "yr" => "year",
            other => other,
        })
        .collect();
    let found = quantities(&spelled.join(" "));
    found.into_iter().find(|q| q.kind() == QuantityKind::Duration && q.upper.is_none())
}

pub(super) fn outage(text: &str) -> Result<Decimal, String> {
    let minutes = length(text).and_then(|length| length.in_minutes());
    minutes.filter(|minutes| *minutes <= Decimal::from(30 * 24 * 60)).ok_or_else(|| {
        format!("--outage: {text} is no outage of up to 30 days: write one such as 8h or 45 min")
    })
}

/// Excluded minutes and the minutes of the period they are of; a month is 30
/// days.
pub(super) fn excluded(text: &str) -> Result<(Decimal, Decimal), String> {
    let wrong = || {
        format!("--exclude: cannot read {text}: write a time and its period such as \"12 h/week\"")
    };
    let length = length(text).ok_or_else(wrong)?;
    let per = length.per.first().ok_or_else(wrong)?;
    let PerUnit::Time(unit) = per.unit else { return Err(wrong()) };
    let of = unit.in_minutes().checked_mul(per.count).ok_or_else(wrong)?;
    let minutes = length.in_minutes().ok_or_else(wrong)?;
    if minutes >= of {
        return Err(format!("--exclude: {text} leaves nothing of the period"));
    }
    Ok((minutes, of))
}
