//! The names a contract gives its parties, each way of giving one in a module
//! of its own; here they are gathered.

mod given;
mod labels;
mod letterheads;
mod meanings;

pub(super) use letterheads::letterheads;

use super::Text;
use crate::catalogue::vocabulary;
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
    addressed(texts, &mut found);
    found
}

/// Shortest name by which a company goes without its form, in bytes.
const SHORTEST: usize = 4;

/// The first word of each full name, which no other party's begins with: what a contract may call
/// the party without saying so.
pub(super) fn shortened(found: &[Name]) -> Vec<Name> {
    let first = |name: &Name| -> Option<String> {
        let full = fold(name.full_name.as_deref()?);
        let word = full.as_str().split([' ', ',']).next()?.to_owned();
        (word.len() >= SHORTEST && word.is_ascii() && word != full.as_str()).then_some(word)
    };
    let firsts: Vec<(usize, String, usize)> =
        found.iter().filter_map(|name| Some((name.party, first(name)?, name.unit))).collect();
    let words = &vocabulary().parties;
    let known = |word: &String| found.iter().any(|name| name.word == *word) || words.may_name(word);
    // A name of its own, given beside the full one, is the one by which it goes.
    let proper = |name: &Name| {
        let named = name.full_name.as_deref().is_some_and(|full| fold(full).as_str() == name.word);
        !named && !words.may_name(&name.word) && !words.neutral.contains(&name.word)
    };
    firsts
        .iter()
        .filter(|(party, word, _)| {
            let called = found.iter().any(|name| name.party == *party && proper(name));
            let shared = firsts.iter().any(|(other, same, _)| other != party && same == word);
            !shared && !called && !known(word)
        })
        .map(|(party, word, unit)| Name {
            word: word.clone(),
            full_name: None,
            unit: *unit,
            party: *party,
            beside: None,
        })
        .collect()
}

/// The reader whom standing terms speak to: "This is a contract between you and Acme".
fn addressed(texts: &[Text<'_>], found: &mut Vec<Name>) {
    let words = &vocabulary().parties;
    for (unit, text) in texts.iter().enumerate().take(PARTIES_UNITS) {
        if !words.addresses.iter().any(|words| text.folded.contains(words.as_str())) {
            continue;
        }
        let mut pronouns = words.customer.pronouns.keys();
        let Some(word) = pronouns.find(|word| text.folded.contains(word.as_str())) else {
            continue;
        };
        let party = found.len();
        let (word, beside) = (word.clone(), Some(word.clone()));
        add(found, Name { word, full_name: None, unit, party, beside });
        return;
    }
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

/// Adds a name that is not known yet, or tells whose it is where nothing told it.
fn add(found: &mut Vec<Name>, name: Name) {
    match found.iter_mut().find(|other| other.word == name.word) {
        Some(known) if known.full_name.is_none() => {
            known.full_name = name.full_name;
            known.beside = known.beside.take().or(name.beside);
        }
        Some(_) => {}
        None if !name.word.is_empty() => found.push(name),
        None => {}
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
