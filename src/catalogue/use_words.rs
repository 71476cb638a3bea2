//! `rules/vocabulary/uses.yaml`: words for what is bought and how it is counted.

use super::vocabulary::PatternText;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `uses.yaml`; all words folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UseWords {
    /// What is bought; the words of a row mean the same.
    pub things: Vec<Vec<String>>,
    /// Words that say no more than that something is used.
    pub plain: Vec<String>,
    /// What things are counted in.
    pub units: Vec<CountedIn>,
    /// Words behind a figure that multiply it.
    pub scales: BTreeMap<String, Decimal>,
    /// Periods of a use.
    pub periods: UsePeriodWords,
    /// A discount on prices a unit.
    pub unit_prices: Vec<PatternText>,
    /// A discount on fees a month.
    pub flat_fees: Vec<PatternText>,
    /// A discount of the first year.
    pub first_year: Vec<PatternText>,
    /// A discount of the first month.
    pub first_month: Vec<PatternText>,
    /// A price before what is taken off it.
    pub list_price: Vec<PatternText>,
    /// What hangs on a condition.
    pub conditional: Vec<PatternText>,
    /// A rise that comes with a renewal.
    pub on_renewal: Vec<PatternText>,
    /// Names of plans of which one is bought.
    pub plans: Vec<PatternText>,
    /// What need not be bought.
    pub optional: Vec<PatternText>,
    /// Tiers whose price, once reached, holds for the whole volume.
    pub whole_volume: Vec<PatternText>,
    /// Tiers whose prices hold for their own part of the volume.
    pub own_part: Vec<PatternText>,
    /// How the names of tiers bound a volume.
    pub bands: BandWords,
}

/// A unit that things are counted in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountedIn {
    /// As reports write it.
    pub name: String,
    /// The unit that its size is in: units of one such can be converted.
    pub of: String,
    /// How many of that.
    pub size: Decimal,
    /// How it is written.
    pub words: Vec<String>,
}

/// Words for the periods of a use.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsePeriodWords {
    /// Each month.
    pub month: Vec<String>,
    /// Each year.
    pub year: Vec<String>,
    /// In all.
    pub total: Vec<String>,
}

/// Words around the figures in the name of a tier.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BandWords {
    /// Between the two ends.
    pub join: Vec<String>,
    /// Before the upper end.
    pub up_to_before: Vec<String>,
    /// Behind it.
    pub up_to_behind: Vec<String>,
    /// Before the lower end.
    pub above_before: Vec<String>,
    /// Behind it.
    pub above_behind: Vec<String>,
    /// Before the length of a tier that begins where the last one ended.
    pub next_before: Vec<String>,
    /// What is left.
    pub rest: Vec<String>,
}
