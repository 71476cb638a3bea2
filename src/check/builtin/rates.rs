//! Checks of interest rates.

use super::{counting, up_to_quantity};
use crate::arithmetic::{Wording, annual_rate, effective_annual_rate, filled, rate_working};
use crate::check::raise::{Bench, Place};
use crate::matching::Lang;
use crate::quantity::{Comparator, Quantity, TimeUnit};
use rust_decimal::Decimal;

/// Most bytes of marked text between two rates that state the same.
const REACH: usize = 60;

/// Two rates beside each other, one of them a year's, that do not follow from
/// each other, neither simple nor compounded.
pub(super) fn mismatch(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    let mut places = Vec::new();
    for (unit, paragraph) in counting(contract) {
        for pair in paragraph.quantities.windows(2) {
            let [(first, from), (second, to)] = pair else { continue };
            if !paragraph.sentence_at(*to).contains(from) || to - from > REACH {
                continue;
            }
            let yearly = |q: &Quantity| q.period() == Some(TimeUnit::Year);
            let (short, year) = match (yearly(first), yearly(second)) {
                (false, true) => (first, second),
                (true, false) => (second, first),
                _ => continue,
            };
            let Some(working) = differ(bench.lang, short, year) else { continue };
            let at = up_to_quantity(contract, unit, *from, *to);
            places.push(Place { working: Some(working), ..at.into() });
        }
    }
    places
}

/// The sum, where the rate of a shorter period is not the rate of a year.
fn differ(lang: Lang, short: &Quantity, year: &Quantity) -> Option<String> {
    let exact = |q: &Quantity| {
        matches!(q.comparator, Comparator::Exactly | Comparator::About) && q.upper.is_none()
    };
    if !exact(short) || !exact(year) {
        return None;
    }
    let (rate, stated) = (short.percent()?, year.percent()?);
    let mut counts = vec![short.period()?.per_year()?];
    if short.period() == Some(TimeUnit::Day) {
        counts.push(360);
    }
    let tolerance = Decimal::new(1, 1);
    let near = |rate: Option<Decimal>| rate.is_some_and(|r| (r - stated).abs() <= tolerance);
    let follows =
        counts.iter().any(|&n| near(annual_rate(rate, n)) || near(effective_annual_rate(rate, n)));
    if follows {
        return None;
    }
    let words = Wording::of(lang);
    let sum = rate_working(rate, counts[0], words)?;
    let stated = format!("{}% {}", stated.normalize(), words.a_year);
    Some(filled(&words.checks.not_rate, &[("sum", &sum), ("stated", &stated)]))
}
