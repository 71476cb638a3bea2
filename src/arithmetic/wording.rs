//! The few words sums need, in one language.

use super::availability::Period;
use crate::matching::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Units and conventions as a language writes them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wording {
    /// After a number: `s`.
    pub seconds: String,
    /// After a number: `min`.
    pub minutes: String,
    /// After a number: `h`.
    pub hours: String,
    /// After a number: `days`.
    pub days: String,
    /// After a number: `working days`.
    pub business_days: String,
    /// After a number: `months`.
    pub months: String,
    /// A length of time in each period, with its convention: `{} per 30-day month`.
    pub per: BTreeMap<Period, String>,
    /// Behind a percentage: `a year`.
    pub a_year: String,
    /// Behind a percentage: `compounded`.
    pub compounded: String,
    /// Before a percentage: `capped at`.
    pub capped_at: String,
    /// Behind a share: `of the time can be down and still count as up`.
    pub unseen: String,
    /// Behind a rise: `more when it ends`.
    pub rise: String,
    /// Sums with words in them.
    pub sums: SumWording,
    /// Sentences of the checks of tables and promises.
    pub checks: CheckWording,
    /// Words of the page of sums.
    pub page: PageWording,
}

/// Sums with `{names}` to fill; `{sum}` holds the figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SumWording {
    /// `{sum}` when the clock runs in `{hours}`.
    pub at_worst: String,
    /// The hours reckoned with where a contract states none.
    pub office_assumed: String,
    /// The most that credits of `{cap}` per cent a month come to in a year.
    pub credit_cap: String,
    /// `{sum}` yearly fees in `{years}`, `{rise}` per cent more.
    pub uplift: String,
    /// What a unit costs at `{share}` per cent of use, in times the price.
    pub commitment: String,
    /// The same, with the price.
    pub commitment_price: String,
    /// `{sum}` more a unit at `{over}` per cent over.
    pub overage: String,
    /// What leaving a term of `{months}` costs, at `{points}`.
    pub leaving: String,
    /// The same, in months of fee.
    pub leaving_months: String,
    /// One of the points: after month `{after}`, `{sum}`.
    pub leaving_after: String,
    /// `{sum}` lost after month `{after}`.
    pub prepaid: String,
    /// `{months}` from `{start}`.
    pub term: String,
    /// `{sum}`, the last `{working}` day, and the last day for the `{post}`.
    pub notice: String,
}

/// Sentences with `{names}` to fill.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CheckWording {
    /// Between `{low}` and `{high}` no row applies.
    pub gap: String,
    /// At exactly `{at}` no row applies.
    pub gap_at: String,
    /// Below `{low}` no row applies.
    pub gap_below: String,
    /// From `{low}` to `{high}` both `{first}` and `{second}` apply.
    pub overlap: String,
    /// At exactly `{at}` both apply.
    pub overlap_at: String,
    /// `{second}` pays no more than `{first}`.
    pub not_more: String,
    /// Promised `{promise}`, paid for below `{top}`.
    pub dead_zone: String,
    /// `{row}` is above the cap `{cap}`.
    pub above_cap: String,
    /// `{row}` begins only after `{down}` of downtime.
    pub out_of_reach: String,
    /// `{promise}` allows `{allows}`, not `{stated}`.
    pub not_downtime: String,
    /// `{sum}`, not `{stated}`.
    pub not_rate: String,
    /// `{first}` and `{second}`, which are not the same.
    pub two_values: String,
    /// `{sum}`, and not `{stated}`.
    pub not_sum: String,
    /// `{graver}` has more time than `{lesser}`.
    pub slower: String,
}

/// Words of the page of sums, `fineprint sla`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PageWording {
    /// Downtime that `{available}` allows.
    pub allows: String,
    /// With the excluded time.
    pub excluded: String,
    /// What is left where excluded time leaves the period.
    pub leaves: String,
    /// What is left where it stays in the period.
    pub stays: String,
    /// Several services.
    pub together: String,
    /// Services that are all needed.
    pub serial: String,
    /// The same without independence.
    pub serial_at_worst: String,
    /// Services of which one suffices.
    pub parallel: String,
    /// Both: services of which one suffices behind services that are all needed.
    pub behind: String,
    /// An outage of `{outage}` in a 30-day month.
    pub outage: String,
    /// The credit.
    pub credit: String,
    /// The part of the fee that pays for the outage.
    pub pro_rata: String,
    /// What the credit covers of a loss.
    pub cover: String,
    /// Over the uptimes of a ladder.
    pub band: String,
    /// Over the downtimes of a ladder, with their convention.
    pub band_down: String,
    /// `{sum}` behind its `{name}`.
    pub labelled: String,
    /// No promise was found.
    pub nothing: String,
}

/// A sentence with its `{names}` filled.
pub fn filled(sentence: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(sentence.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

impl Wording {
    /// The words of a language.
    ///
    /// # Panics
    /// When the embedded vocabulary is wrong, which a test would have shown.
    pub fn of(lang: Lang) -> &'static Self {
        static LOADED: OnceLock<BTreeMap<Lang, Wording>> = OnceLock::new();
        let all = LOADED.get_or_init(|| {
            crate::catalogue::bundled("vocabulary/sums.yaml")
                .unwrap_or_else(|error| panic!("the bundled vocabulary is wrong: {error}"))
        });
        &all[&lang]
    }

    /// A length of time in a period: `43.2 min per 30-day month`.
    pub fn in_period(&self, time: &str, period: Period) -> Option<String> {
        Some(self.per.get(&period)?.replace("{}", time))
    }

    /// A sum behind what it is: `Credit: 2,500`.
    pub fn labelled(&self, name: &str, sum: &str) -> String {
        filled(&self.page.labelled, &[("name", name), ("sum", sum)])
    }

    /// English, for tests.
    #[cfg(test)]
    pub(super) fn english() -> Self {
        let vocabulary = include_str!("../../rules/vocabulary/sums.yaml");
        let mut all: BTreeMap<String, Self> = serde_yaml::from_str(vocabulary).unwrap();
        all.remove("en").unwrap()
    }
}
