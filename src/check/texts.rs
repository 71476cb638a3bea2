//! What a rule says, filled with the contract's own names and figures.

use crate::clause::Contract;
use crate::matching::{Lang, Slot};
use crate::provision::Occurrence;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The place a text speaks of.
pub(super) struct Texts<'t> {
    pub(super) contract: &'t Contract,
    pub(super) at: &'t Occurrence,
    /// What `{detail}` stands for.
    pub(super) detail: &'t str,
}

/// `rules/vocabulary/findings.yaml`: what is said of findings in general.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Phrases {
    /// The names of the two sides where the contract gives none.
    customer: BTreeMap<Lang, String>,
    vendor: BTreeMap<Lang, String>,
    /// What stands for a figure the sentence does not have.
    blank: BTreeMap<Lang, String>,
    /// Sentences and notes by name.
    notes: BTreeMap<String, BTreeMap<Lang, String>>,
}

fn phrases() -> &'static Phrases {
    static LOADED: OnceLock<Phrases> = OnceLock::new();
    LOADED.get_or_init(|| {
        crate::catalogue::bundled("vocabulary/findings.yaml")
            .unwrap_or_else(|error| panic!("the bundled vocabulary is wrong: {error}"))
    })
}

/// A note in a language.
pub(super) fn note(name: &str, lang: Lang) -> String {
    let by_lang = phrases().notes.get(name);
    by_lang.and_then(|by_lang| by_lang.get(&lang)).cloned().unwrap_or_default()
}

impl Texts<'_> {
    /// Replaces `{customer}`, `{vendor}` and the first quantities of the sentence,
    /// and `{detail}`.
    pub(super) fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.trim().to_owned();
        }
        let lang = self.at.lang;
        let mut filled = text.trim().to_owned();
        for (slot, name, unknown) in [
            (Slot::Customer, "{customer}", &phrases().customer),
            (Slot::Vendor, "{vendor}", &phrases().vendor),
        ] {
            let said = self.contract.party_name(slot).map(str::to_owned);
            let said =
                said.filter(|name| !is_pronoun(name)).or_else(|| unknown.get(&lang).cloned());
            filled = filled.replace(name, &said.unwrap_or_default());
        }
        for name in ["money", "percent", "duration", "date", "rate", "price", "window"] {
            let placeholder = format!("{{{name}}}");
            if filled.contains(&placeholder) {
                let value = self.quantity(name).or_else(|| phrases().blank.get(&lang).cloned());
                filled = filled.replace(&placeholder, &value.unwrap_or_default());
            }
        }
        filled.replace("{detail}", self.detail)
    }

    /// The first quantity of a kind in the sentence, in the contract's own words.
    fn quantity(&self, name: &str) -> Option<String> {
        let slots = Slot::named(name)?;
        let paragraph = &self.contract.paragraphs[self.at.unit];
        let text = paragraph.marked.as_str();
        let (at, c) = text[self.at.sentence.clone()]
            .char_indices()
            .find(|(_, c)| Slot::of(*c).is_some_and(|slot| slots.contains(&slot)))?;
        let at = self.at.sentence.start + at;
        if at < paragraph.lead {
            return None;
        }
        let range = paragraph.plain_range(at..at + c.len_utf8());
        Some(self.contract.units[self.at.unit].text.as_str().get(range)?.trim().to_owned())
    }
}

/// "We may charge" reads wrong as "we" in a report: then the role is named.
fn is_pronoun(name: &str) -> bool {
    let words = &crate::catalogue::vocabulary().parties;
    let name = crate::clause::folded_heading(name);
    words.customer.pronouns.contains_key(&name) || words.vendor.pronouns.contains_key(&name)
}
