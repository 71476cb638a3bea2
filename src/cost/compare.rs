//! Offers beside each other: in one currency, each against the cheapest.

use super::Offer;
use crate::quantity::Currency;
use rust_decimal::Decimal;

/// What one unit of a currency is worth in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// The currency.
    pub from: Currency,
    /// How much of the other, above zero.
    pub value: Decimal,
    /// The other.
    pub to: Currency,
}

/// Offers in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    /// The currency.
    pub currency: Currency,
    /// By offer; none for one that is not complete.
    pub offers: Vec<Option<Difference>>,
}

/// An offer against the cheapest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// What it costs in all, in the common currency.
    pub total: Decimal,
    /// How much more its first month costs, in per cent of the lowest.
    pub first_month: Decimal,
    /// How much more it costs in all, in per cent of the lowest.
    pub all: Decimal,
}

/// Puts offers beside each other. `None` where fewer than two are complete, or
/// a currency has no rate.
pub fn side_by_side(offers: &[Offer], rates: &[Rate]) -> Option<SideBySide> {
    let complete: Vec<&Offer> = offers.iter().filter(|offer| offer.is_complete()).collect();
    let first = complete.first()?.currency?;
    let common = rates.first().map_or(first, |rate| rate.to);
    let in_common = |amount: Decimal, currency: Currency| {
        if currency == common {
            return Some(amount);
        }
        let rate = rates.iter().find(|rate| rate.from == currency && rate.to == common)?;
        amount.checked_mul(rate.value)
    };
    let figures = |offer: &Offer| {
        let currency = offer.currency?;
        let first = in_common(offer.first_month()?, currency)?;
        Some((first, in_common(offer.total, currency)?))
    };
    let known: Option<Vec<(Decimal, Decimal)>> =
        complete.iter().map(|offer| figures(offer)).collect();
    let known = known.filter(|known| known.len() > 1)?;
    let lowest_first = known.iter().map(|(first, _)| *first).min()?;
    let lowest = known.iter().map(|(_, total)| *total).min()?;
    let more = |amount: Decimal, lowest: Decimal| {
        amount.checked_sub(lowest)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(lowest)
    };
    let difference = |offer: &Offer| {
        let (first, total) = figures(offer).filter(|_| offer.is_complete())?;
        Some(Difference {
            total,
            first_month: more(first, lowest_first)?,
            all: more(total, lowest)?,
        })
    };
    Some(SideBySide { currency: common, offers: offers.iter().map(difference).collect() })
}
