//! Checks of defined terms.

use super::{Place, occurrence};
use crate::catalogue::vocabulary;
use crate::clause::{Contract, Definition, folded_heading};
use std::collections::BTreeMap;
use std::ops::Range;

fn place(contract: &Contract, definition: &Definition) -> Place {
    Place::new(contract, definition.unit, definition.range.clone())
        .with_detail(definition.term.clone())
}

/// Terms with a meaning of their own sentence that stand nowhere else in the
/// contract, in whatever letters.
pub(super) fn unused(contract: &Contract) -> Vec<Place> {
    let words = &vocabulary().definitions;
    contract
        .definitions()
        .iter()
        .filter(|definition| {
            let folded = folded_heading(&definition.term);
            !definition.inline
                && definition.uses.is_empty()
                && !words.known.contains(&folded)
                && folded.chars().count() > 1
                && !stands(contract, definition, &folded)
        })
        .map(|definition| place(contract, definition))
        .collect()
}

/// Whether a term stands anywhere but in its own definition, in any letters
/// and in any form that begins alike.
fn stands(contract: &Contract, definition: &Definition, folded: &str) -> bool {
    let stem = folded.trim_end_matches('s').trim_end_matches("ie").trim_end_matches('y');
    contract.paragraphs.iter().enumerate().any(|(unit, paragraph)| {
        let text = paragraph.folded.as_str();
        text.match_indices(stem).any(|(at, found)| {
            let plain = paragraph.folded.origin(at..at + found.len()).range();
            unit != definition.unit
                || plain.end <= definition.range.start
                || definition.range.end <= plain.start
        })
    })
}

/// Terms given a meaning twice in one part of a contract: in the same words, or
/// in others. A definition that only points at the other is not one.
pub(super) fn repeated(contract: &Contract, same: bool) -> Vec<Place> {
    let words = &vocabulary().definitions;
    let mut first: BTreeMap<(usize, Option<usize>, String), &Definition> = BTreeMap::new();
    let mut places = Vec::new();
    for definition in contract.definitions().iter().filter(|d| !d.inline) {
        let body = body(contract, definition);
        if words.pointer.0.is_match(&body) || body.trim().len() < 4 {
            continue;
        }
        let document = contract.units[definition.unit].document;
        let part = contract
            .path_from(contract.owners[definition.unit])
            .find(|&at| contract.clauses[at].part);
        let key = (document, part, folded_heading(&definition.term));
        match first.get(&key) {
            None => {
                first.insert(key, definition);
            }
            Some(other) if other.unit == definition.unit => {}
            Some(other) => {
                let alike = folded_heading(&body) == folded_heading(&self::body(contract, other));
                if alike == same {
                    let further = occurrence(contract, other.unit, other.range.clone());
                    places.push(place(contract, definition).with_further(further));
                }
            }
        }
    }
    places
}

/// The words that say what a term means, with the items under them.
fn body(contract: &Contract, definition: &Definition) -> String {
    let text = contract.units[definition.unit].text.as_str();
    let mut body = text.get(definition.body.clone()).unwrap_or("").to_owned();
    if definition.body.end >= text.trim_end().len() || body.trim_end().ends_with([':', '：']) {
        let clause = &contract.clauses[contract.owners[definition.unit]];
        for unit in contract.units.get(definition.unit + 1..clause.units.end).unwrap_or(&[]) {
            body.push(' ');
            body.push_str(unit.text.as_str());
        }
    }
    body
}

/// How far into a meaning the thing itself is named, in words.
const HEAD: usize = 5;

/// Terms whose meaning begins with the term itself, or with one whose meaning
/// begins with it: "Services" means the Services described.
pub(super) fn circular(contract: &Contract) -> Vec<Place> {
    let definitions: Vec<&Definition> =
        contract.definitions().iter().filter(|d| !d.inline).collect();
    let heads: Vec<Vec<usize>> = definitions
        .iter()
        .map(|definition| {
            let head = head(contract, definition);
            definitions
                .iter()
                .enumerate()
                .filter(|(_, other)| {
                    other.uses.iter().any(|(unit, at)| {
                        *unit == definition.unit && head.start == at.start && at.end <= head.end
                    }) && other.term.chars().any(|c| c.is_uppercase() || !c.is_ascii())
                })
                .map(|(at, _)| at)
                .collect()
        })
        .collect();
    let mut places = Vec::new();
    for (at, definition) in definitions.iter().enumerate() {
        let itself = heads[at].iter().any(|&other| definitions[other].term == definition.term);
        if itself {
            places.push(place(contract, definition));
            continue;
        }
        let back = heads[at].iter().find(|&&other| other > at && heads[other].contains(&at));
        if let Some(&other) = back {
            let other = definitions[other];
            let further = occurrence(contract, other.unit, other.range.clone());
            places.push(place(contract, definition).with_further(further));
        }
    }
    places
}

/// The first words of a meaning, past an article, up to where the thing is
/// described by others.
fn head(contract: &Contract, definition: &Definition) -> Range<usize> {
    let text = contract.units[definition.unit].text.as_str();
    let body = text.get(definition.body.clone()).unwrap_or("");
    let mut start = definition.body.start;
    let mut rest = body;
    loop {
        let trimmed =
            rest.trim_start_matches(|c: char| c.is_whitespace() || ",:：，“”\"".contains(c));
        let cut = ["the ", "any ", "all ", "a ", "an ", "each ", "such "]
            .iter()
            .find_map(|article| trimmed.strip_prefix(article));
        start += rest.len() - cut.unwrap_or(trimmed).len();
        rest = cut.unwrap_or(trimmed);
        if cut.is_none() {
            break;
        }
    }
    let end = rest
        .match_indices([' ', ',', ';', '，', '、'])
        .nth(HEAD)
        .map_or(rest.len(), |(at, _)| at);
    start..start + end
}
