//! The few words sums need, in one language.

use super::availability::Period;
use serde::Deserialize;
use std::collections::BTreeMap;

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
    /// Behind a length of time: `at worst, Mon-Fri 9-17`.
    pub at_worst: String,
}

impl Wording {
    /// A length of time in a period: `43.2 min per 30-day month`.
    pub(super) fn in_period(&self, time: &str, period: Period) -> Option<String> {
        Some(self.per.get(&period)?.replace("{}", time))
    }

    /// English, for tests.
    #[cfg(test)]
    pub(super) fn english() -> Self {
        let vocabulary = include_str!("../../rules/vocabulary/sums.yaml");
        let mut all: BTreeMap<String, Self> = serde_yaml::from_str(vocabulary).unwrap();
        all.remove("en").unwrap()
    }
}
