//! Terms used as if they were defined.
//!
//! Capitals alone say little: names, titles and headings have them too. Only
//! terms of the kind contracts define are looked at, and only in contracts that
//! define their terms.

use super::{Place, occurrence};
use crate::catalogue::vocabulary;
use crate::clause::{Contract, Party, Role, folded_heading, stem};
use crate::matching::is_wide;
use std::collections::BTreeMap;
use std::ops::Range;

/// Fewest definitions of a contract that defines its terms.
const FEWEST_DEFINITIONS: usize = 3;
/// Fewest uses of a term.
const FEWEST_USES: usize = 2;

/// Where a term stands.
type Uses = Vec<(usize, Range<usize>)>;

/// Terms used at least twice that nothing defines, each at its first use.
pub(super) fn undefined(contract: &Contract) -> Vec<Place> {
    let words = &vocabulary().definitions;
    let own = contract.definitions().iter().filter(|d| !d.inline).count();
    let borrows = contract.units.iter().any(|unit| words.borrowed.is_match(unit.text.as_str()));
    if own < FEWEST_DEFINITIONS || borrows || contract.is_template() {
        return Vec::new();
    }
    // "Pelanggan" is who somebody is, and not what "Data Pelanggan" means.
    let parties = [&contract.parties.customer, &contract.parties.vendor];
    let known: Vec<String> = contract
        .definitions()
        .iter()
        .filter(|d| !parties.into_iter().flatten().any(|party| party.name == d.term))
        .map(|d| folded_heading(&d.term))
        .collect();
    let mut found: BTreeMap<String, Uses> = BTreeMap::new();
    for head in words.heads.iter().filter(|head| !known.iter().any(|k| akin(k, head))) {
        let uses = uses(contract, head);
        if !introduced(contract, head) {
            found.insert(head.clone(), uses);
        }
    }
    for (term, uses) in quoted(contract) {
        if !known.iter().any(|k| k.contains(&term) || term.contains(k.as_str())) {
            found.insert(term, uses);
        }
    }
    let mut places: Vec<Place> = found
        .into_values()
        .filter(|uses| uses.len() >= FEWEST_USES)
        .filter_map(|uses| {
            let (unit, range) = uses.first()?.clone();
            let term = contract.units[unit].text.as_str().get(range.clone())?.to_owned();
            let place = Place::new(contract, unit, range).with_detail(term);
            let (unit, range) = uses.get(1)?.clone();
            Some(place.with_further(occurrence(contract, unit, range)))
        })
        .collect();
    places.sort_by_key(|place| (place.at.unit, place.at.range.start));
    places
}

/// Singular and plural are one term, "Losses" and "Loss" too, and "Promotion Fees" may be called "Fees".
fn akin(defined: &str, used: &str) -> bool {
    let (defined, used) = (stem(defined), stem(used));
    let (defined, used) = (defined.as_str(), used.as_str());
    defined.ends_with(used) || used.ends_with(defined)
}

/// Where a term stands with capitals inside a sentence, as a whole: not as the
/// end of a longer name.
fn uses(contract: &Contract, head: &str) -> Uses {
    let mut uses = Vec::new();
    for (unit, u) in contract.units.iter().enumerate() {
        if !matches!(u.role, Role::Body | Role::Row(_)) {
            continue;
        }
        let folded = &contract.paragraphs[unit].folded;
        let plain = u.text.as_str();
        for (at, _) in folded.as_str().match_indices(head) {
            let range = folded.origin(at..at + head.len()).range();
            let (Some(before), Some(words), Some(after)) =
                (plain.get(..range.start), plain.get(range.clone()), plain.get(range.end..))
            else {
                continue;
            };
            let capitals = words.split_whitespace().all(|w| w.starts_with(char::is_uppercase))
                && words.chars().any(char::is_lowercase);
            // At the start of a sentence the second word's capital shows the term.
            let opens = before.trim_end().ends_with('.') || before.is_empty();
            let whole = opens && words.contains(' ')
                || before.ends_with(' ')
                    && before
                        .split_whitespace()
                        .next_back()
                        .is_some_and(|w| w.chars().all(|c| c.is_lowercase()) && w.len() > 1);
            // "Data Pelanggan Hotel" is the Hotel's.
            let whose = || {
                let parties = [&contract.parties.customer, &contract.parties.vendor];
                let named = |party: &Party| after.trim_start().starts_with(party.name.as_str());
                parties.into_iter().flatten().any(named)
            };
            let ends = !after.starts_with(char::is_alphanumeric)
                && (!after.trim_start().starts_with(char::is_uppercase) || whose());
            if capitals && whole && ends {
                uses.push((unit, range));
            }
        }
    }
    uses
}

/// Whether a term is introduced in some other way: as a heading, the label of
/// a row or line, in quotes, or by a longer term that is defined.
fn introduced(contract: &Contract, head: &str) -> bool {
    let quoted = format!("\"{head}");
    let line = format!("{head}:");
    let cell = format!("{head} |");
    contract.units.iter().zip(&contract.paragraphs).any(|(unit, paragraph)| {
        let text = paragraph.folded.as_str();
        let bold = unit.bold_start > 0
            && unit
                .text
                .as_str()
                .get(..unit.bold_start)
                .is_some_and(|bold| folded_heading(bold).starts_with(head));
        text.contains(&quoted)
            || text.contains(&line)
            || text.starts_with(&cell)
            || text == head
            || bold
            || (matches!(unit.role, Role::Heading(_)) && text.contains(head))
    })
}

/// Longest Chinese term in quotes, in characters.
const LONGEST_QUOTED: usize = 12;

/// Chinese terms that stand in quotes.
fn quoted(contract: &Contract) -> BTreeMap<String, Uses> {
    let mut found: BTreeMap<String, Uses> = BTreeMap::new();
    for (unit, u) in contract.units.iter().enumerate() {
        let text = u.text.as_str();
        for (open, _) in text.match_indices('“') {
            let start = open + '“'.len_utf8();
            let Some(len) = text[start..].find('”') else { break };
            let term = &text[start..start + len];
            let count = term.chars().count();
            if (2..=LONGEST_QUOTED).contains(&count) && term.chars().all(is_wide) {
                found.entry(term.to_owned()).or_default().push((unit, start..start + len));
            }
        }
    }
    found
}
