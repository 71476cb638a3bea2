//! What an offer costs over a number of months at a given use, from its key
//! terms: prices and tiers, packages and what lies beyond them, what is paid
//! once, discounts and their end, rises, commitments, and the price of leaving.
//!
//! Every figure keeps the key terms it comes from and how it was worked out.
//! What could not be told, and what had to be assumed, is a [`Note`]. Nothing
//! here reads text beyond names; how it is said is the report's.

mod band;
mod bill;
mod choice;
mod compare;
mod conditions;
mod draft;
mod exit;
mod note;
mod offer;
mod priced;
mod stream;
mod usage;
mod words;

pub use compare::{Difference, Rate, SideBySide, side_by_side};
pub use exit::{Exit, ExitFee};
pub use note::{Note, NoteKind};
pub use usage::{Use, UsePeriod};
pub use words::Unit;

use crate::check::{Finding, Review, SheetLine};
use crate::quantity::Currency;
use rust_decimal::Decimal;

/// What offers are priced for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What is used.
    pub uses: Vec<Use>,
    /// Over how many months, from 1 to 1,200.
    pub months: u32,
    /// The yearly rise in per cent to reckon with, in place of the offers' own.
    pub uplift: Option<Decimal>,
    /// The plan, where an offer has several.
    pub plan: Option<String>,
    /// Which price is meant for a use: the use's name, and words of the price's
    /// name or clause.
    pub prices: Vec<(String, String)>,
    /// Whose dollar a bare `$` is.
    pub dollar: Option<Currency>,
}

/// What an offer costs.
#[derive(Debug, Clone)]
pub struct Offer<'a> {
    /// The offer.
    pub review: &'a Review,
    /// The currency of all its figures; none where nothing could be priced.
    pub currency: Option<Currency>,
    /// What the total is made of.
    pub parts: Vec<Part<'a>>,
    /// Uses that could not be priced: the total is without them.
    pub missing: Vec<String>,
    /// The sum of its parts.
    pub total: Decimal,
    /// What each month costs, without what is paid once.
    pub months: Vec<Decimal>,
    /// What each use costs a unit.
    pub units: Vec<UnitCost>,
    /// What the end of the last discount changes.
    pub promotion: Option<Promotion>,
    /// What leaving early costs.
    pub exit: Option<Exit<'a>>,
    /// What could not be told, and what was assumed.
    pub notes: Vec<Note<'a>>,
    /// Findings on fees: what the figures do not hold.
    pub open: Vec<&'a Finding>,
    /// Prices that were found and not counted.
    pub unused: Vec<&'a SheetLine>,
    /// Which of the prices that the user named it has, by their order.
    pub named: Vec<usize>,
    /// Whether the plan that was asked for is one of its own.
    pub has_plan: bool,
}

impl Offer<'_> {
    /// Whether all uses are priced and the total is one.
    pub fn is_complete(&self) -> bool {
        self.currency.is_some() && self.missing.is_empty()
    }

    /// What the first month costs, without what is paid once.
    pub fn first_month(&self) -> Option<Decimal> {
        self.months.first().copied().filter(|_| self.currency.is_some())
    }

    /// What a month costs on average, with all that is paid once.
    pub fn average_month(&self) -> Option<Decimal> {
        let months = u32::try_from(self.months.len()).ok()?;
        self.total.checked_div(months.into()).filter(|_| self.currency.is_some())
    }
}

/// A part of what an offer costs.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// What sort of part.
    pub kind: PartKind,
    /// The use, or the offer's name of the fee; may be empty.
    pub name: String,
    /// The key terms it comes from, the first the nearest.
    pub lines: Vec<&'a SheetLine>,
    /// What it adds to the total; a discount takes off.
    pub amount: Decimal,
    /// How it was worked out: `24 x (1,350 + 500,000/1,000 x 1.10)`.
    pub working: String,
}

/// What sort of part of a cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// A use at its price.
    Use,
    /// A fee that is due however much is used.
    Fee,
    /// Paid once.
    Once,
    /// What rises add.
    Rise,
    /// What a discount takes off.
    Discount,
    /// What a commitment adds.
    Commitment,
}

/// What a use costs a unit.
#[derive(Debug, Clone)]
pub struct UnitCost {
    /// The use.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// For so many of it.
    pub per: Decimal,
    /// By its own prices, after rises and discounts.
    pub own: Decimal,
    /// With its share of all else that is paid, in proportion.
    pub with_all: Decimal,
}

/// What the end of a discount changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promotion {
    /// The last month with it.
    pub until: u32,
    /// What that month costs.
    pub before: Decimal,
    /// What the next one does.
    pub after: Decimal,
}

/// Prices an offer.
pub fn cost<'a>(review: &'a Review, asked: &Asked) -> Offer<'a> {
    priced::priced(review, asked)
}
