//! The names a contract gives its parties, each way of giving one in a module
//! of its own; here they are gathered.

mod given;
mod labels;
mod letterheads;
mod meanings;

pub(super) use letterheads::letterheads;

use super::Text;
use crate::matching::fold;

/// A name the contract gives a party.
#[derive(Debug)]
pub(super) struct Name {
    /// Folded.
    pub(super) word: String,
    /// In the contract's own letters.
    pub(super) full_name: Option<String>,
    /// Where it is given.
    pub(super) unit: usize,
    /// Names of one party have the same number.
    pub(super) party: usize,
    /// What stands in brackets beside a label: `采购方`, folded.
    pub(super) beside: Option<String>,
}

/// How many units at the start may hold the parties clause, and how many bytes.
const PARTIES_UNITS: usize = 60;
const PARTIES_BYTES: usize = 16_000;
/// Longest name of a party, in characters.
const LONGEST_NAME: usize = 90;
/// The names in the parties clause, in order.
pub(super) fn names(texts: &[Text<'_>]) -> Vec<Name> {
    let mut found = Vec::new();
    let mut bytes = 0;
    for (unit, text) in texts.iter().enumerate().take(PARTIES_UNITS) {
        if bytes > PARTIES_BYTES {
            break;
        }
        given::given(texts, unit, PARTIES_BYTES - bytes, &mut found);
        meanings::meant(text, unit, &mut found);
        labels::labelled(text, unit, &mut found);
        bytes += text.folded.len();
    }
    unify(&mut found);
    found
}

/// Names behind which the same company stands are one party's.
fn unify(found: &mut [Name]) {
    let full: Vec<Option<String>> = found
        .iter()
        .map(|name| name.full_name.as_deref().map(|full| fold(full).as_str().to_owned()))
        .collect();
    for at in 1..found.len() {
        let Some(own) = &full[at] else { continue };
        if let Some(first) = full[..at].iter().position(|other| other.as_ref() == Some(own)) {
            found[at].party = found[first].party;
        }
    }
}

/// Adds a name that is not known yet.
fn add(found: &mut Vec<Name>, name: Name) {
    if !name.word.is_empty() && !found.iter().any(|other| other.word == name.word) {
        found.push(name);
    }
}

/// Words as one alternative, longest first.
fn any_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<String> = words.map(regex::escape).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.join("|")
}

#[cfg(test)]
mod tests;
