//! Figures of a contract beside figures of a playbook.

use crate::catalogue::{TermRule, ValueKind};
use crate::matching::Slot;
use crate::quantity::{Currency, Measure, Per, Quantity, TimeUnit};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::cmp::Ordering;

/// What a size is counted in; sizes of one unit can be compared.
#[derive(Debug, PartialEq, Eq)]
enum Unit<'q> {
    Percent,
    Minutes,
    MinutesOfService,
    Money(Currency, &'q [Per]),
    Things(&'q Cow<'static, str>),
}

/// How a value of a key term compares to a figure; `None` where their units do
/// not. Of a range, `upper` takes the higher end.
pub(crate) fn order(
    rule: &TermRule,
    value: &Quantity,
    upper: bool,
    figure: &Quantity,
) -> Option<Ordering> {
    let (unit, size) = size(rule, value, upper)?;
    let (of, bound) = self::size(rule, figure, false)?;
    let same = unit == of || (rule.value == ValueKind::Count && counts(&unit) && counts(&of));
    same.then(|| size.cmp(&bound))
}

fn counts(unit: &Unit) -> bool {
    matches!(unit, Unit::Things(_))
}

fn size<'q>(rule: &TermRule, quantity: &'q Quantity, upper: bool) -> Option<(Unit<'q>, Decimal)> {
    let end = |value: Decimal| quantity.upper.filter(|_| upper).unwrap_or(value);
    match &quantity.measure {
        Measure::Percent { value, .. } => {
            let periods = quantity.period().filter(|_| rule.slots == [Slot::Rate]);
            let periods = periods.and_then(TimeUnit::per_year).unwrap_or(1);
            Some((Unit::Percent, end(*value).checked_mul(periods.into())?))
        }
        Measure::Money { value, currency } => {
            Some((Unit::Money(one_dollar(*currency), &quantity.per), end(*value)))
        }
        Measure::Duration { value, unit, calendar } => {
            let value = end(*value);
            let measure = Measure::Duration { value, unit: *unit, calendar: *calendar };
            let whole = Quantity { measure, upper: None, ..quantity.clone() };
            Some((Unit::Minutes, minutes(&whole)?))
        }
        Measure::Count { value, thing } => Some((Unit::Things(thing), end(*value))),
        Measure::Window(window) => {
            let week = Decimal::from(7 * 24 * 60);
            let served = window.minutes_per_week().map(Decimal::from);
            let always = window.is_round_the_clock().then_some(week);
            Some((Unit::MinutesOfService, always.or(served)?))
        }
        Measure::Date { .. } => None,
    }
}

/// A dollar that does not say whose is read as the one most contracts mean.
fn one_dollar(currency: Currency) -> Currency {
    if currency == Currency::Dollar { Currency::Usd } else { currency }
}

/// Minutes by which a year and twelve months are the same.
fn minutes(duration: &Quantity) -> Option<Decimal> {
    let year = Decimal::from(12);
    match duration.in_months().filter(|months| (months % year).is_zero()) {
        Some(months) => (months / year).checked_mul(TimeUnit::Year.in_minutes()),
        None => duration.in_minutes(),
    }
}

/// Whether a figure is of a kind that the key term's values can be.
pub(crate) fn fits(rule: &TermRule, figure: &Quantity) -> bool {
    let slot = crate::clause::slot_of(figure);
    let rate = matches!(figure.measure, Measure::Percent { .. });
    match rule.value {
        ValueKind::Ladder | ValueKind::Words => false,
        ValueKind::Period => matches!(figure.measure, Measure::Duration { .. }),
        ValueKind::Count if matches!(figure.measure, Measure::Count { .. }) => true,
        ValueKind::Count | ValueKind::Quantity => {
            slot.is_some_and(|slot| rule.slots.contains(&slot))
                || (rate && rule.slots.contains(&Slot::Rate))
        }
    }
}
