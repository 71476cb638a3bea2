//! Checks of promised availabilities.

use super::{counting, up_to_quantity, written};
use crate::arithmetic::{Period, Wording, downtime, downtime_working, filled};
use crate::catalogue::{says, vocabulary};
use crate::check::raise::{Bench, Place};
use crate::clause::{Paragraph, Role, folded_heading};
use crate::matching::Lang;
use crate::quantity::{Calendar, Comparator, Measure, Quantity, TimeUnit};
use crate::terms::{KeyTerm, with_period};
use rust_decimal::Decimal;
use std::ops::Range;

/// Most bytes of marked text between an availability and the downtime it is said to allow.
const REACH: usize = 100;

/// A downtime beside an availability that does not follow from it by any
/// convention for the length of its period.
pub(super) fn stated_downtime_wrong(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    let mut places = Vec::new();
    for (unit, paragraph) in counting(contract) {
        for pair in paragraph.quantities.windows(2) {
            let Some((available, stated)) = pair_of(paragraph, pair) else { continue };
            if !paragraph.sentence_at(stated.1).contains(&available.1) {
                continue;
            }
            let at = up_to_quantity(contract, unit, stated.1, stated.1);
            let said = written(contract, unit, at.range.clone());
            let Some(working) = wrong(bench.lang, available.0, &stated.0, said) else { continue };
            places.push(Place { working: Some(working), ..at.into() });
        }
    }
    places
}

/// A quantity and where it stands.
type Placed<Q> = (Q, usize);

/// An availability and a length of time with its period, in either order, and
/// where each stands.
fn pair_of<'p>(
    paragraph: &'p Paragraph,
    pair: &'p [(Quantity, usize)],
) -> Option<(Placed<&'p Quantity>, Placed<Quantity>)> {
    let [first, second] = pair else { return None };
    if second.1.saturating_sub(first.1) > REACH {
        return None;
    }
    let high = |q: &Quantity| {
        q.upper.is_none()
            && q.percent().is_some_and(|p| p >= Decimal::from(90) && p < Decimal::ONE_HUNDRED)
    };
    let (available, stated) = match (high(&first.0), high(&second.0)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let Measure::Duration { calendar: Calendar::Unstated | Calendar::Natural, .. } =
        stated.0.measure
    else {
        return None;
    };
    let sentence: Range<usize> = paragraph.sentence_at(stated.1);
    let text = &paragraph.marked.as_str()[sentence.clone()];
    let place = stated.1.checked_sub(sentence.start)?;
    let mut length = with_period(&stated.0, text, place, []);
    if length.per.is_empty() {
        length.per.clone_from(&available.0.per);
    }
    Some(((&available.0, available.1), (length, stated.1)))
}

/// The conventions for the length of a period, the usual one first.
fn lengths(period: TimeUnit) -> &'static [Period] {
    match period {
        TimeUnit::Day => &[Period::Day],
        TimeUnit::Week => &[Period::Week],
        TimeUnit::Month => {
            &[Period::Month30, Period::Month28, Period::Month31, Period::AverageMonth]
        }
        TimeUnit::Quarter => &[Period::Quarter],
        TimeUnit::Year => &[Period::Year, Period::AverageYear],
        TimeUnit::Millisecond | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => &[],
    }
}

/// The sum, where what is stated, `said` in the contract's own words, lies outside
/// all conventions: more than 2 per cent off, or half a unit of the last place up
/// to 5 per cent.
fn wrong(lang: Lang, available: &Quantity, stated: &Quantity, said: &str) -> Option<String> {
    if matches!(stated.comparator, Comparator::AtLeast | Comparator::MoreThan) {
        return None;
    }
    let period = stated.period()?;
    let percent = available.percent()?;
    let minutes = stated.in_minutes()?;
    let value = stated.value()?;
    let half_place = Decimal::new(5, value.scale() + 1).checked_div(value)?;
    let slack = half_place.clamp(Decimal::new(2, 2), Decimal::new(5, 2));
    let allowed: Vec<Decimal> =
        lengths(period).iter().filter_map(|period| downtime(percent, period.minutes())).collect();
    let (low, high) = (allowed.iter().min()?, allowed.iter().max()?);
    let fits = minutes >= low.checked_mul(Decimal::ONE - slack)?
        && minutes <= high.checked_mul(Decimal::ONE + slack)?;
    if fits {
        return None;
    }
    let words = Wording::of(lang);
    let usual = lengths(period).first()?;
    let sum = downtime_working(percent, &[*usual], words)?;
    Some(filled(&words.checks.not_downtime, &[("sum", &sum), ("stated", said)]))
}

/// Two availabilities promised for the same thing over the same period. What
/// speaks of plans, tiers or places may have several.
pub(super) fn two(bench: &Bench, promises: &[&KeyTerm]) -> Vec<Place> {
    let contract = bench.reading.contract;
    let words = &vocabulary().terms;
    let by_plan = |term: &KeyTerm| {
        let paragraph = &contract.paragraphs[term.at.unit];
        let sentence = &paragraph.marked.as_str()[term.at.sentence.clone()];
        says(&words.plan, sentence)
            || says(&words.plan, &folded_heading(contract.heading(term.at.unit)))
    };
    let subject = |term: &KeyTerm| {
        let name = term.subject.as_deref().map(folded_heading)?;
        let name = name.strip_prefix("the ").unwrap_or(&name).to_owned();
        (!words.whole_service.contains(&name)).then_some(name)
    };
    let mut places: Vec<Place> = Vec::new();
    for (index, later) in promises.iter().enumerate() {
        let conflict = promises[..index].iter().find(|earlier| {
            let same_period = match (earlier.quantity.period(), later.quantity.period()) {
                (Some(first), Some(second)) => first == second,
                _ => true,
            };
            let same_subject = subject(earlier) == subject(later);
            let same_place = earlier.at.unit == later.at.unit
                && (earlier.at.sentence == later.at.sentence
                    || matches!(contract.units[later.at.unit].role, Role::Row(_)));
            same_period
                && same_subject
                && !same_place
                && earlier.quantity.percent() != later.quantity.percent()
                && !by_plan(earlier)
                && !by_plan(later)
        });
        if let Some(earlier) = conflict {
            let both = [&earlier.quantity, &later.quantity].map(|q| {
                q.percent()
                    .and_then(|p| downtime_working(p, &[Period::Month30], Wording::of(bench.lang)))
            });
            places.push(Place {
                further: vec![earlier.at.clone().into()],
                working: Some(both.into_iter().flatten().collect::<Vec<_>>().join("; ")),
                ..later.at.clone().into()
            });
        }
    }
    places
}
