//! `rules/vocabulary/terms.yaml`: words by which key terms are read.

use super::vocabulary::PatternText;
use serde::Deserialize;

/// `terms.yaml`; all words folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TermWords {
    /// What a credit ladder measures.
    pub uptime: Vec<PatternText>,
    /// What looks like it and is something else.
    pub other_rate: Vec<PatternText>,
    /// What a credit ladder pays.
    pub credit: Vec<PatternText>,
    /// Whole cells that say no credit is paid.
    pub no_credit: Vec<String>,
    /// Credits that are not paid in money.
    pub voucher: Vec<PatternText>,
    /// What a credit is a share of.
    pub base: Vec<PatternText>,
    /// Brackets and words behind a bound that include or exclude it.
    pub included: Vec<String>,
    /// The same, excluding it.
    pub excluded: Vec<String>,
    /// Names of severities, the gravest rank first.
    pub severities: Vec<Vec<PatternText>>,
    /// What names the incidents that are left, of no rank.
    pub other_severities: Vec<PatternText>,
    /// Words of a plan, a tier or a place, each with values of its own.
    pub plan: Vec<PatternText>,
    /// What a row of totals is called.
    pub total: Vec<PatternText>,
    /// Rows that enter a total in a way of their own: discounts, taxes, subtotals.
    pub not_summed: Vec<PatternText>,
    /// Heads of columns of quantities.
    pub quantity_head: Vec<PatternText>,
    /// Heads of columns of unit prices.
    pub unit_price_head: Vec<PatternText>,
    /// Heads of columns of amounts.
    pub amount_head: Vec<PatternText>,
    /// Words that mean a value to differ from another.
    pub deliberate: Vec<PatternText>,
    /// Words right before a percentage that is added to another.
    pub plus: Vec<PatternText>,
    /// Over which period something is measured or allowed.
    pub periods: PeriodWords,
    /// What introduces an example: a figure behind it is none.
    pub illustration: Vec<PatternText>,
    /// What tells of the past, of others or of what is usual.
    pub history: Vec<PatternText>,
    /// What makes the measured figures of a sentence settings, alarms or tests.
    pub setting: Vec<PatternText>,
    /// How a sentence goes on to another service.
    pub goes_on: Vec<PatternText>,
    /// What makes the figures behind it a condition and no promise.
    pub condition: Vec<PatternText>,
    /// What takes back, behind a figure, that it binds anybody.
    pub disowned: Vec<PatternText>,
    /// What says, behind a figure, that another takes its place.
    pub replaced: Vec<PatternText>,
    /// How a sentence begins that speaks of the one before it.
    pub refers_back: Vec<PatternText>,
    /// Units of a price that is paid once.
    pub paid_once: Vec<PatternText>,
    /// Headings under which nothing is promised.
    pub no_promise_under: Vec<PatternText>,
    /// Headings of columns that hold the unit of a price.
    pub unit_column: Vec<PatternText>,
    /// What stands between an item and its price.
    pub priced: Vec<PatternText>,
    /// Words that begin a sentence about a price and are no part of the item's name.
    pub no_item: Vec<String>,
    /// Words of a sentence that are no name of a service.
    pub no_subject: Vec<String>,
    /// Names that mean the whole service.
    pub whole_service: Vec<String>,
}

/// Words for periods.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodWords {
    /// Every day.
    pub day: Vec<PatternText>,
    /// Every week.
    pub week: Vec<PatternText>,
    /// Every month.
    pub month: Vec<PatternText>,
    /// Every quarter.
    pub quarter: Vec<PatternText>,
    /// Every year.
    pub year: Vec<PatternText>,
}
