//! Sums shown beside a finding or a key term: which figures go into which sum.
//!
//! The sums themselves are arithmetic's.

mod known;

pub(super) use known::Known;

use crate::arithmetic::{
    BusinessHours, BusinessTime, Convention, Period, Term, Wording, commitment_working,
    credit_cap_working, downtime_working, effective_working, elapsed_working, least_uplift,
    leaving_working, lost_discount_working, minimum_outage_working, notice_working,
    overage_working, prepaid_working, rate_working, uplift_working,
};
use crate::catalogue::{Working, says, vocabulary};
use crate::matching::Lang;
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Calendar, Measure, PerUnit, Quantity, QuantityKind, TimeUnit};
use crate::terms::with_period;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The periods a promise of availability is shown over.
const PERIODS: [Period; 4] = [Period::Day, Period::Week, Period::Month30, Period::Year];

/// Years over which an uplift is shown where the contract names no longer term.
const USUAL_YEARS: u32 = 5;
/// Use, in per cent of a commitment, at which its unit price is shown.
const USE_SHOWN: i64 = 60;
/// Per cent beyond what is included at which overage is shown.
const OVER_SHOWN: i64 = 10;

/// What a sum is made of: the quantities that stand together, and the folded
/// words they stand in.
pub(super) struct Figures<'t> {
    pub(super) quantities: Vec<Quantity>,
    pub(super) sentence: &'t str,
}

/// The sum for figures that stand together; `None` where those it needs are
/// not among them.
pub(super) fn sum(
    working: Working,
    figures: &Figures,
    known: &Known,
    lang: Lang,
) -> Option<String> {
    let words = Wording::of(lang);
    let quantities = figures.quantities.as_slice();
    match working {
        Working::Downtime => {
            let stated = percent(quantities).filter(|p| *p > Decimal::from(50));
            downtime_working(stated.or_else(|| known.promised())?, &PERIODS, words)
        }
        Working::EffectiveAvailability => {
            let excluded = quantities.iter().find_map(excluded_hours)?;
            let promised = known.promised()?;
            effective_working(promised, excluded.0, excluded.1, Convention::Both, words)
        }
        Working::AnnualRate => {
            let rate = quantities.iter().find(|q| {
                q.kind() == QuantityKind::Rate || (q.percent().is_some() && q.period().is_some())
            })?;
            let periods = rate.period()?.per_year().filter(|periods| *periods > 1)?;
            rate_working(rate.percent()?, periods, words)
        }
        Working::LostDiscount => {
            let discount = quantities.iter().find_map(|q| match q.measure {
                Measure::Percent { value, discount } if discount => Some(value),
                _ => None,
            });
            lost_discount_working(discount?, words)
        }
        Working::MinimumOutage => {
            // Of the minute in which an outage is noticed at all, no share is lost.
            let least = lengths(quantities).find_map(Quantity::in_minutes)?;
            let least = Some(least).filter(|least| *least > Decimal::ONE)?;
            minimum_outage_working(least, words)
        }
        Working::Elapsed => elapsed(quantities, known, words),
        Working::CreditCap => credit_cap_working(percent(quantities)?, words),
        Working::Uplift => uplift(figures, known, words),
        Working::Commitment => {
            let price = quantities.iter().find(|q| q.kind() == QuantityKind::Price && !is_sum(q));
            let committed = sum_of_money(quantities).filter(|_| price.is_none());
            let committed = committed.unwrap_or(Decimal::ONE_HUNDRED);
            let used = committed.checked_mul(Decimal::new(USE_SHOWN, 2))?;
            commitment_working(price.and_then(Quantity::value), committed, used, words)
        }
        Working::Overage => {
            let rate = overage_rate(quantities)?;
            overage_working(Decimal::from(OVER_SHOWN), rate, words)
        }
        Working::Leaving => {
            let share = percent(quantities).unwrap_or(Decimal::ONE_HUNDRED);
            let is_fee = |q: &&Quantity| q.period() == Some(TimeUnit::Month) && is_sum(q);
            let monthly = quantities.iter().find(is_fee);
            leaving_working(monthly.and_then(Quantity::value), known.months()?, share, words)
        }
        Working::Prepaid => {
            let yearly = says(&vocabulary().terms.periods.year, figures.sentence);
            let months = if yearly { 12 } else { known.months()? };
            prepaid_working(sum_of_money(quantities), months, months / 2, words)
        }
        Working::NoticeDate => {
            let one = lengths(quantities).count() == 1;
            let notice = known.notice().filter(|_| !one);
            let term = notice.into_iter().chain(lengths(quantities)).find_map(notice_term)?;
            notice_working(known.end()?, term, words)
        }
    }
}

fn percent(quantities: &[Quantity]) -> Option<Decimal> {
    quantities.iter().find_map(Quantity::percent)
}

fn lengths(quantities: &[Quantity]) -> impl Iterator<Item = &Quantity> {
    quantities.iter().filter(|q| q.kind() == QuantityKind::Duration)
}

/// Whether it is an amount of money, at most for a period of time, and not the
/// price of a thing.
fn is_sum(quantity: &Quantity) -> bool {
    let timed = quantity.per.iter().all(|per| matches!(per.unit, PerUnit::Time(_)));
    matches!(quantity.measure, Measure::Money { .. }) && timed
}

fn sum_of_money(quantities: &[Quantity]) -> Option<Decimal> {
    let money = quantities.iter().find(|q| is_sum(q))?;
    money.value().filter(|value| *value > Decimal::ZERO)
}

/// Business hours as time on the wall, in the contract's own hours where it
/// states them.
fn elapsed(quantities: &[Quantity], known: &Known, words: &Wording) -> Option<String> {
    let (hours, said) = known
        .hours()
        .unwrap_or_else(|| (BusinessHours::office(), words.sums.office_assumed.clone()));
    let (value, unit) = quantities.iter().find_map(|q| match q.measure {
        Measure::Duration { value, unit, calendar: Calendar::Business } => Some((value, unit)),
        _ => None,
    })?;
    let time = match unit {
        TimeUnit::Minute => BusinessTime::Minutes(value.to_u32()?),
        TimeUnit::Hour => BusinessTime::Minutes(value.checked_mul(Decimal::from(60))?.to_u32()?),
        TimeUnit::Day => BusinessTime::Days(value.to_u32().filter(|_| value.is_integer())?),
        _ => return None,
    };
    elapsed_working(time, &hours, &said, words)
}

/// The least a formula raises a price, over the years of the term.
fn uplift(figures: &Figures, known: &Known, words: &Wording) -> Option<String> {
    let added = |q: &&Quantity| {
        let before = figures.sentence.get(..q.range.start).unwrap_or_default();
        says(&vocabulary().terms.plus, before)
    };
    let rates = || figures.quantities.iter().filter(|q| q.percent().is_some());
    let floor = rates().find(|q| !added(q)).and_then(Quantity::percent);
    let plus = rates().find(added).and_then(Quantity::percent);
    let least = least_uplift(floor.unwrap_or_default(), plus.unwrap_or_default())?;
    let years = known.months().map(|months| months.div_ceil(12)).filter(|years| *years > 1);
    uplift_working(least, years.unwrap_or(USUAL_YEARS), words)
}

/// What overage costs, in per cent of the price: two prices beside each other,
/// or a percentage above a hundred.
fn overage_rate(quantities: &[Quantity]) -> Option<Decimal> {
    let prices: Vec<&Quantity> =
        quantities.iter().filter(|q| q.kind() == QuantityKind::Price).collect();
    if let [price, over] = prices.as_slice()
        && price.unit_name() == over.unit_name()
        && price.per.first().map(|per| &per.unit) == over.per.first().map(|per| &per.unit)
    {
        let each = |q: &Quantity| q.value()?.checked_div(q.per.first()?.count);
        let rate = each(over)?.checked_div(each(price)?)?.checked_mul(Decimal::ONE_HUNDRED)?;
        return (rate > Decimal::ONE_HUNDRED).then_some(rate);
    }
    percent(quantities).filter(|rate| *rate > Decimal::ONE_HUNDRED)
}

/// A length of notice as the calendar counts it.
fn notice_term(length: &Quantity) -> Option<Term> {
    let Measure::Duration { value, unit, calendar } = length.measure else { return None };
    let number = value.to_u32().filter(|_| value.is_integer())?;
    Some(match (unit, calendar) {
        (TimeUnit::Day, Calendar::Business) => Term::BusinessDays(number),
        (TimeUnit::Day, _) => Term::Days(number),
        (TimeUnit::Week, _) => Term::Days(number.checked_mul(7)?),
        (TimeUnit::Month, _) => Term::Months(number),
        (TimeUnit::Quarter, _) => Term::Months(number.checked_mul(3)?),
        (TimeUnit::Year, _) => Term::Months(number.checked_mul(12)?),
        _ => return None,
    })
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

/// The figures of a sentence, with the periods it names where the sum needs
/// them; their ranges are those of the sentence.
pub(super) fn figures_at<'t>(
    reading: &Reading<'t>,
    at: &Occurrence,
    working: Working,
) -> Figures<'t> {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let sentence = &paragraph.marked.as_str()[at.sentence.clone()];
    let periods = working == Working::EffectiveAvailability;
    let placed = paragraph.quantities_in(&at.sentence).map(|(quantity, place)| {
        let place = place - at.sentence.start;
        let quantity =
            if periods { with_period(quantity, sentence, place, []) } else { quantity.clone() };
        Quantity { range: place..place, ..quantity }
    });
    Figures { quantities: placed.collect(), sentence }
}
