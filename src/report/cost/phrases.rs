//! The words of a comparison of costs, from `phrases.yaml` beside this file.

use crate::arithmetic::{filled, rounded};
use crate::cost::{Note, NoteKind, Part, PartKind, Use, UsePeriod};
use crate::matching::Lang;
use serde::Deserialize;
use std::collections::HashMap;
use std::io;

/// One language's words; `{names}` are filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::report) struct CostPhrases {
    months: MonthPhrases,
    /// Over what `{length}`, and at which `{uses}`.
    pub(super) over: String,
    each: EachPhrases,
    units: HashMap<String, String>,
    pub(super) total: String,
    pub(super) total_in: String,
    pub(super) incomplete: String,
    pub(super) no_total: String,
    pub(super) more: String,
    pub(super) cheapest: String,
    pub(super) first_more: String,
    pub(super) all_more: String,
    pub(super) first_month: String,
    pub(super) average_month: String,
    pub(super) promotion: String,
    pub(super) promoted: String,
    pub(super) own: String,
    pub(super) with_all: String,
    exit: String,
    parts: HashMap<PartKind, String>,
    /// Over the notes.
    pub(in crate::report) notes_title: String,
    /// By what conventions all is reckoned.
    pub(in crate::report) conventions: String,
    /// Over the findings on fees.
    pub(in crate::report) open: String,
    /// Over the prices that were not counted.
    pub(in crate::report) unused: String,
    notes: HashMap<NoteKind, String>,
}

/// One month, and several.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthPhrases {
    one: String,
    many: String,
}

/// How a use is written, by its period.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EachPhrases {
    month: String,
    year: String,
    total: String,
}

impl CostPhrases {
    /// The words of a language. An error says that this build of the program
    /// has a mistake in its phrases.
    pub(in crate::report) fn load(lang: Lang) -> io::Result<Self> {
        let mut all: HashMap<Lang, Self> =
            serde_yaml::from_str(include_str!("phrases.yaml")).map_err(io::Error::other)?;
        all.remove(&lang).ok_or_else(|| io::Error::other(format!("no phrases in {lang:?}")))
    }

    /// A use with its period: `voice 2,000,000 minutes a month`.
    pub(super) fn used(&self, used: &Use) -> String {
        let template = match used.period {
            UsePeriod::Month => &self.each.month,
            UsePeriod::Year => &self.each.year,
            UsePeriod::Total => &self.each.total,
        };
        let amount = rounded(used.amount, 4);
        let unit = self.unit(&used.unit.name);
        filled(template, &[("use", &used.name), ("amount", &amount), ("unit", unit)])
    }

    /// A unit in the report's language, where that is known.
    pub(super) fn unit<'u>(&'u self, name: &'u str) -> &'u str {
        self.units.get(name).map_or(name, String::as_str)
    }

    /// What a part of a total is.
    pub(in crate::report) fn part(&self, part: &Part) -> String {
        let template = self.parts.get(&part.kind).map_or("", String::as_str);
        filled(template, &[("name", &part.name)]).trim().to_owned()
    }

    /// Leaving after so many months.
    pub(in crate::report) fn leaving(&self, after: u32) -> String {
        filled(&self.exit, &[("length", &self.length(after))])
    }

    /// So many months.
    pub(super) fn length(&self, months: u32) -> String {
        match months {
            1 => self.months.one.clone(),
            _ => filled(&self.months.many, &[("n", &months.to_string())]),
        }
    }

    /// What a note says.
    pub(in crate::report) fn note(&self, note: &Note) -> String {
        let template = self.notes.get(&note.kind).map_or("", String::as_str);
        let values: Vec<(&str, &str)> =
            note.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        filled(template, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_words() {
        let english = CostPhrases::load(Lang::En).expect("phrases.yaml is whole");
        for lang in Lang::ALL {
            let phrases = CostPhrases::load(lang).expect("phrases.yaml is whole");
            assert_eq!(phrases.parts.len(), 6, "{lang:?}");
            for kind in english.notes.keys() {
                assert!(phrases.notes.contains_key(kind), "{lang:?} {kind:?}");
            }
            assert_eq!(phrases.notes.len(), 23, "{lang:?}");
        }
    }
}
