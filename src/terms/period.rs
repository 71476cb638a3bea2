//! The period a value holds over, where the sentence names it apart from the
//! figure: "12 hours of maintenance in each week".

use crate::catalogue::{says, vocabulary};
use crate::quantity::{Measure, Per, PerUnit, Quantity, TimeUnit};
use rust_decimal::Decimal;

/// How far from the figure the period may stand, in characters on either side.
const REACH: usize = 60;

/// The quantity with the period its sentence gives it, where it has none of
/// its own. `place` is where it stands in the sentence's marked text; `others`
/// are the quantities of the sentence, of which "one service month" is a period.
pub(crate) fn with_period<'q>(
    quantity: &Quantity,
    sentence: &str,
    place: usize,
    others: impl IntoIterator<Item = &'q Quantity>,
) -> Quantity {
    let mut quantity = quantity.clone();
    if quantity.per.is_empty()
        && let Some(unit) =
            period_near(sentence, place).or_else(|| others.into_iter().find_map(one_period))
    {
        quantity.per.push(Per { count: Decimal::ONE, unit: PerUnit::Time(unit) });
    }
    quantity
}

/// The unit of a length of one month or longer, by itself.
fn one_period(quantity: &Quantity) -> Option<TimeUnit> {
    match quantity.measure {
        Measure::Duration { value, unit, .. } if value == Decimal::ONE => {
            (unit >= TimeUnit::Month).then_some(unit)
        }
        _ => None,
    }
}

/// The period words name, alone or through the rate that stands among them.
pub(super) fn period_of<'q>(
    words: &str,
    inside: impl IntoIterator<Item = &'q Quantity>,
) -> Option<TimeUnit> {
    only_period(words).or_else(|| {
        inside
            .into_iter()
            .find_map(|q| q.period().or_else(|| one_period(q)))
            .filter(|unit| *unit >= TimeUnit::Day)
    })
}

/// The period named behind a place, else before it.
pub(super) fn period_near(sentence: &str, place: usize) -> Option<TimeUnit> {
    let behind: String = sentence.get(place..)?.chars().take(REACH).collect();
    let before: Vec<char> = sentence.get(..place)?.chars().rev().take(REACH).collect();
    let before: String = before.into_iter().rev().collect();
    only_period(&behind).or_else(|| only_period(&before))
}

/// The period of a text that names one and no other.
fn only_period(text: &str) -> Option<TimeUnit> {
    let words = &vocabulary().terms.periods;
    let named = [
        (&words.day, TimeUnit::Day),
        (&words.week, TimeUnit::Week),
        (&words.month, TimeUnit::Month),
        (&words.quarter, TimeUnit::Quarter),
        (&words.year, TimeUnit::Year),
    ];
    let mut found = named.into_iter().filter(|(patterns, _)| says(patterns, text));
    let (_, unit) = found.next()?;
    found.next().is_none().then_some(unit)
}
