//! Sums shown beside a finding or a key term: which figures go into which sum.
//!
//! The sums themselves are arithmetic's.

use crate::arithmetic::{
    Convention, Period, Wording, downtime_working, effective_working, elapsed_working,
    lost_discount_working, minimum_outage_working, rate_working,
};
use crate::catalogue::Working;
use crate::matching::Lang;
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Calendar, Measure, PerUnit, Quantity, QuantityKind, TimeUnit};
use crate::terms::{KeyTerm, with_period};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The periods a promise of availability is shown over.
const PERIODS: [Period; 4] = [Period::Day, Period::Week, Period::Month30, Period::Year];

/// The sum for quantities that stand together; `None` where the figures it
/// needs are not among them. `promised` is the availability the contract
/// promises, in per cent.
pub(super) fn sum(
    working: Working,
    quantities: &[Quantity],
    promised: Option<Decimal>,
    lang: Lang,
) -> Option<String> {
    let wording = Wording::of(lang);
    let percent = || {
        let found = quantities
            .iter()
            .find(|q| q.kind() == QuantityKind::Percent || q.kind() == QuantityKind::Rate);
        found.and_then(|q| q.percent())
    };
    match working {
        Working::Downtime => {
            let available = percent().filter(|p| *p > Decimal::from(50)).or(promised)?;
            downtime_working(available, &PERIODS, wording)
        }
        Working::EffectiveAvailability => {
            let excluded = quantities.iter().find_map(excluded_hours)?;
            effective_working(promised?, excluded.0, excluded.1, Convention::Both, wording)
        }
        Working::AnnualRate => {
            let rate = quantities.iter().find(|q| {
                q.kind() == QuantityKind::Rate || (q.percent().is_some() && q.period().is_some())
            })?;
            let periods = rate.period()?.per_year().filter(|periods| *periods > 1)?;
            rate_working(rate.percent()?, periods, wording)
        }
        Working::LostDiscount => {
            let discount = quantities.iter().find_map(|q| match q.measure {
                Measure::Percent { value, discount } if discount => Some(value),
                _ => None,
            });
            lost_discount_working(discount?, wording)
        }
        Working::MinimumOutage => {
            let least = quantities
                .iter()
                .filter(|q| q.kind() == QuantityKind::Duration)
                .find_map(|q| q.in_minutes())?;
            minimum_outage_working(least, wording)
        }
        Working::Elapsed => {
            let (value, unit) = quantities.iter().find_map(|q| match q.measure {
                Measure::Duration { value, unit, calendar: Calendar::Business } => {
                    Some((value, unit))
                }
                _ => None,
            })?;
            let minutes = match unit {
                TimeUnit::Minute => value,
                TimeUnit::Hour => value.checked_mul(Decimal::from(60))?,
                TimeUnit::Day => value.checked_mul(Decimal::from(8 * 60))?,
                _ => return None,
            };
            elapsed_working(minutes.to_u32()?, wording)
        }
    }
}

/// Hours that are excluded, and the hours of the period they are excluded
/// from: `12 hours per week` is 12 of 168.
fn excluded_hours(quantity: &Quantity) -> Option<(Decimal, Decimal)> {
    let hour = Decimal::from(60);
    let hours = quantity.in_minutes()?.checked_div(hour)?;
    let of = match quantity.per.first()?.unit {
        PerUnit::Time(TimeUnit::Day) => Period::Day,
        PerUnit::Time(TimeUnit::Week) => Period::Week,
        PerUnit::Time(TimeUnit::Month) => Period::Month30,
        PerUnit::Time(TimeUnit::Quarter) => Period::Quarter,
        PerUnit::Time(TimeUnit::Year) => Period::Year,
        _ => return None,
    };
    let of = of.minutes().checked_div(hour)?.checked_mul(quantity.per.first()?.count)?;
    (hours < of).then_some((hours, of))
}

/// The availability promised, in per cent, that words in a unit speak of: the
/// last before them, else the first behind.
pub(super) fn promised(reading: &Reading, terms: &[KeyTerm], unit: usize) -> Option<Decimal> {
    let promises: Vec<&KeyTerm> = terms
        .iter()
        .filter(|term| reading.catalogue.terms[term.id].file.working == Some(Working::Downtime))
        .collect();
    let last = promises.iter().rfind(|term| term.at.unit <= unit);
    last.or(promises.first()).and_then(|term| term.quantity.percent())
}

/// The quantities of a sentence, with the periods it names where the sum needs
/// them.
pub(super) fn quantities_at(reading: &Reading, at: &Occurrence, working: Working) -> Vec<Quantity> {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let sentence = &paragraph.marked.as_str()[at.sentence.clone()];
    let found = paragraph.quantities_in(&at.sentence);
    if working == Working::EffectiveAvailability {
        found.map(|(q, place)| with_period(q, sentence, place - at.sentence.start, [])).collect()
    } else {
        found.map(|(q, _)| q.clone()).collect()
    }
}
