//! What an offer charges, as its key terms say it.

use super::band::Band;
use super::conditions::in_one_row;
use super::words::{Named, Unit};
use crate::catalogue::{says, vocabulary};
use crate::check::{Review, SheetLine};
use crate::matching::fold;
use crate::quantity::{Currency, Measure, PerUnit, Quantity, TimeUnit};
use rust_decimal::Decimal;

/// What a price is counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Basis {
    /// So many of a unit, and each for a period where it says so: a seat a month.
    Unit {
        /// 1,000 in `per 1,000 minutes`.
        count: Decimal,
        /// What is counted.
        unit: Unit,
        /// For how long one is paid.
        period: Option<TimeUnit>,
    },
    /// A period, however much is used.
    Flat(TimeUnit),
    /// The offer does not say.
    Unknown,
}

/// A price of an offer.
#[derive(Debug, Clone)]
pub(super) struct Charge<'a> {
    pub(super) line: &'a SheetLine,
    pub(super) price: Decimal,
    pub(super) currency: Currency,
    pub(super) basis: Basis,
    /// The tier it is for.
    pub(super) band: Option<Band>,
    /// What it is for, without the tier.
    pub(super) name: String,
    /// The things that speaks of.
    pub(super) named: Named,
}

/// A volume that a fee includes.
#[derive(Debug, Clone)]
pub(super) struct Allowance<'a> {
    pub(super) line: &'a SheetLine,
    /// Each month, in what its unit's size is in.
    pub(super) monthly: Decimal,
    pub(super) unit: Unit,
    pub(super) named: Named,
}

/// The charges of an offer.
#[derive(Debug, Default)]
pub(super) struct Charges<'a> {
    pub(super) prices: Vec<Charge<'a>>,
    pub(super) overages: Vec<Charge<'a>>,
    pub(super) allowances: Vec<Allowance<'a>>,
    /// Once, at the start.
    pub(super) once: Vec<Charge<'a>>,
}

impl<'a> Charges<'a> {
    /// Reads the charges of a contract. A bare dollar is `dollar`.
    pub(super) fn read(review: &'a Review, dollar: Option<Currency>) -> Self {
        let mut all = Self::default();
        for line in &review.sheet {
            let charge = || charge(line, dollar);
            match line.term.as_str() {
                "price-item" => all.prices.extend(charge()),
                "overage-price" => all.overages.extend(charge()),
                "set-up-fee" => all.once.extend(charge()),
                "included-volume" => all.allowances.extend(allowance(line)),
                _ => {}
            }
        }
        for charges in [&mut all.prices, &mut all.once] {
            paid_only(review, charges);
            said_once(review, charges);
        }
        all
    }

    /// The key terms of all prices.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'a SheetLine> {
        let prices = self.prices.iter().chain(&self.overages).chain(&self.once);
        prices.map(|charge| charge.line)
    }
}

/// Drops what says a price again: in another column, or in a sentence.
fn said_once(review: &Review, charges: &mut Vec<Charge>) {
    let mut kept: Vec<Charge> = Vec::new();
    for charge in charges.drain(..) {
        let again = |other: &Charge| {
            let (own, named) = (&charge.named, &other.named);
            let one_name = own.things == named.things
                && (!own.things.is_empty() || own.others == named.others);
            other.price == charge.price
                && other.currency == charge.currency
                && other.basis == charge.basis
                && other.band == charge.band
                && (one_name || in_one_row(review, other.line, charge.line))
        };
        if !kept.iter().any(again) {
            kept.push(charge);
        }
    }
    *charges = kept;
}

/// Drops list prices that stand beside the price that is paid.
fn paid_only(review: &Review, charges: &mut Vec<Charge>) {
    let words = &vocabulary().uses.list_price;
    let listed = |charge: &Charge| says(words, fold(&charge.line.subject).as_str());
    let paid: Vec<&SheetLine> =
        charges.iter().filter(|charge| !listed(charge)).map(|charge| charge.line).collect();
    charges.retain(|charge| {
        !listed(charge) || !paid.iter().any(|line| in_one_row(review, line, charge.line))
    });
}

fn charge(line: &SheetLine, dollar: Option<Currency>) -> Option<Charge<'_>> {
    let quantity = line.quantity.as_ref()?;
    let Measure::Money { value, currency } = quantity.measure else { return None };
    let currency = match (currency, dollar) {
        (Currency::Dollar, Some(dollar)) => dollar,
        _ => currency,
    };
    let band = Band::read(&line.subject);
    let name = match &band {
        Some(band) => beginning(&line.subject, &band.item),
        None => line.subject.clone(),
    };
    // A range of prices is no price.
    let basis = if quantity.upper.is_some() { Basis::Unknown } else { basis(quantity) };
    Some(Charge { line, price: value, currency, basis, named: Named::read(&name), band, name })
}

/// As much of a name as written as its folded beginning has characters.
fn beginning(name: &str, folded: &str) -> String {
    name.chars().take(folded.chars().count()).collect::<String>().trim_end().to_owned()
}

fn basis(quantity: &Quantity) -> Basis {
    let mut counted: Option<(Decimal, Unit)> = None;
    let mut period = None;
    for per in &quantity.per {
        match &per.unit {
            PerUnit::Time(
                unit @ (TimeUnit::Millisecond
                | TimeUnit::Second
                | TimeUnit::Minute
                | TimeUnit::Hour),
            ) => counted = Some((per.count, Unit::named(unit.name()))),
            PerUnit::Time(unit) if per.count == Decimal::ONE => period = Some(*unit),
            PerUnit::Time(_) => return Basis::Unknown,
            PerUnit::Thing(thing) => {
                let unit = Unit::in_phrase(thing).unwrap_or_else(|| Unit::named(thing));
                counted = Some((per.count, unit));
            }
        }
    }
    match (counted, period) {
        (Some((count, unit)), period) if count > Decimal::ZERO => {
            Basis::Unit { count, unit, period }
        }
        (None, Some(period)) => Basis::Flat(period),
        _ => Basis::Unknown,
    }
}

fn allowance(line: &SheetLine) -> Option<Allowance<'_>> {
    let quantity = line.quantity.as_ref()?;
    let (value, unit) = counted(quantity)?;
    let monthly = value.checked_mul(unit.size)?;
    let monthly = a_month(monthly, quantity.period().unwrap_or(TimeUnit::Month))?;
    // "500,000 voice minutes" names what is included.
    let name = if line.subject.is_empty() { &line.value } else { &line.subject };
    Some(Allowance { line, monthly, unit, named: Named::read(name) })
}

/// A number of things, or a length of use.
pub(super) fn counted(quantity: &Quantity) -> Option<(Decimal, Unit)> {
    match &quantity.measure {
        Measure::Count { value, thing } => {
            let unit = Unit::in_phrase(thing).unwrap_or_else(|| Unit::named(thing));
            Some((*value, unit))
        }
        Measure::Duration { value, unit: unit @ (TimeUnit::Minute | TimeUnit::Hour), .. } => {
            Some((*value, Unit::named(unit.name())))
        }
        _ => None,
    }
}

/// What is due each month of an amount for a period: a twelfth of a year's, a
/// year having 52 weeks and 365 days.
pub(super) fn a_month(amount: Decimal, period: TimeUnit) -> Option<Decimal> {
    let a_year = period.per_year()?;
    if a_year == 12 {
        return Some(amount);
    }
    amount.checked_mul(a_year.into())?.checked_div(Decimal::from(12))
}

impl Charge<'_> {
    /// The price for one of what the unit's size is in; none for other prices.
    pub(super) fn each(&self) -> Option<Decimal> {
        let Basis::Unit { count, unit, .. } = &self.basis else { return None };
        self.price.checked_div(count.checked_mul(unit.size)?)
    }
}

impl Allowance<'_> {
    /// Whether a fee is the one that includes this volume: one of its plan.
    pub(super) fn has_fee(&self, charge: &Charge) -> bool {
        matches!(charge.basis, Basis::Flat(_))
            && !self.line.subject.is_empty()
            && charge.line.subject == self.line.subject
    }
}
