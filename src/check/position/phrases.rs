//! The words positions are told in: `rules/vocabulary/positions.yaml`.

use crate::catalogue::{Demand, bundled};
use crate::matching::Lang;
use crate::quantity::{Calendar, Measure, Quantity};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// One language's words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Words {
    rule: String,
    pub(super) titles: Titles,
    pub(super) says: String,
    pub(super) silent: String,
    /// Where the contract speaks of it and names no figure.
    pub(super) no_figure: String,
    pub(super) acceptable: String,
    pub(super) walk_away: String,
    pub(super) approval: String,
    pub(super) no_approver: String,
    pub(super) unclear: String,
    pub(super) worst_of: String,
    pub(super) why: String,
    demands: Demands,
    between: String,
    /// Units of time, by their English plurals.
    units: BTreeMap<String, String>,
    business: String,
}

/// Titles of findings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Titles {
    pub(super) walk_away: String,
    pub(super) needs_approval: String,
    pub(super) needs_someone: String,
    pub(super) unclear: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Demands {
    present: String,
    absent: String,
    one_of: String,
    at_least: String,
    at_most: String,
    below: String,
    above: String,
}

/// The words of a language.
pub(super) fn words(lang: Lang) -> &'static Words {
    static LOADED: OnceLock<[Words; 3]> = OnceLock::new();
    let all = LOADED.get_or_init(|| {
        let read: Result<ByLanguage, String> = bundled("vocabulary/positions.yaml");
        let all = read.unwrap_or_else(|error| panic!("the bundled vocabulary is wrong: {error}"));
        [all.en, all.zh, all.ms]
    });
    &all[lang.choose(0, 1, 2)]
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByLanguage {
    en: Words,
    zh: Words,
    ms: Words,
}

/// What a position's rule is called.
pub(crate) fn rule_text(term: &str, lang: Lang) -> String {
    words(lang).rule.replace("{term}", term)
}

/// A demand in words: "at most 30 days".
pub(crate) fn demand_words(demand: &Demand, lang: Lang) -> String {
    let w = words(lang);
    let of = |template: &str, figure: &Quantity| {
        template.replace("{figure}", &figure_words(figure, lang))
    };
    match demand {
        Demand::Present => w.demands.present.clone(),
        Demand::Absent => w.demands.absent.clone(),
        Demand::OneOf(names) => w.demands.one_of.replace("{words}", &names.join(&w.between)),
        Demand::AtLeast(figure) => of(&w.demands.at_least, figure),
        Demand::AtMost(figure) => of(&w.demands.at_most, figure),
        Demand::Below(figure) => of(&w.demands.below, figure),
        Demand::Above(figure) => of(&w.demands.above, figure),
    }
}

/// A figure as a contract of that language would have it.
fn figure_words(figure: &Quantity, lang: Lang) -> String {
    let Some(value) = figure.value().filter(|_| figure.per.is_empty()) else {
        return figure.to_string();
    };
    match &figure.measure {
        Measure::Percent { .. } => format!("{}%", value.normalize()),
        Measure::Duration { unit, calendar, .. } => {
            let w = words(lang);
            let mut name = w.units.get(&format!("{}s", unit.name())).cloned().unwrap_or_default();
            if lang == Lang::En && value == rust_decimal::Decimal::ONE {
                name = unit.name().to_owned();
            }
            if *calendar == Calendar::Business {
                name = w.business.replace("{unit}", &name);
            }
            let space = lang.choose(" ", "", " ");
            format!("{}{space}{name}", value.normalize())
        }
        _ => figure.to_string(),
    }
}
