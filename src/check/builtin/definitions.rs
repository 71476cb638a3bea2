//! Checks of defined terms.

use super::{Place, occurrence};
use crate::catalogue::vocabulary;
use crate::clause::{Contract, Definition, Target, folded_heading};
use crate::matching::is_wide;
use crate::read::redacted_places;
use std::collections::BTreeMap;
use std::ops::Range;

fn place(contract: &Contract, definition: &Definition) -> Place {
    Place::new(contract, definition.unit, definition.range.clone())
        .with_detail(definition.term.clone())
}

/// Terms with a meaning of their own sentence that stand nowhere else in the
/// contract, in whatever letters.
pub(super) fn unused(contract: &Contract) -> Vec<Place> {
    // What uses a term may be among the words that were taken out.
    if contract.documents.iter().map(redacted_places).sum::<usize>() >= REDACTED {
        return Vec::new();
    }
    let words = &vocabulary().definitions;
    let all: String = contract.paragraphs.iter().map(|p| letters(p.folded.as_str())).collect();
    contract
        .definitions()
        .iter()
        .filter(|definition| {
            let folded = folded_heading(&definition.term);
            !definition.inline
                && definition.uses().next().is_none()
                && !words.known.contains(&folded)
                && folded.chars().count() > 1
                && !another_name(contract, definition)
                && !stands(contract, &all, definition, &folded)
        })
        .map(|definition| place(contract, definition))
        .collect()
}

/// As many places taken out of a contract may hide the use of a term.
const REDACTED: usize = 20;

/// Whether the term is one of several names of one thing, and any of them is
/// used: "Case Report Form" or "CRF".
fn another_name(contract: &Contract, definition: &Definition) -> bool {
    let text = contract.units[definition.unit].text.as_str();
    let quote = |c: char| "\"“”'‘’「『".contains(c) || c.is_whitespace();
    let before = text[..definition.range.start].trim_end_matches(quote);
    before.ends_with(" or")
        || definition.term.contains(" or ")
        || definition.term.contains(['(', '（'])
        || contract.definitions().iter().any(|other| {
            other.unit == definition.unit
                && other.range != definition.range
                && other.body.end == definition.body.end
                && !other.inline
        })
        || contract.definitions().iter().any(|other| {
            other.inline && other.unit == definition.unit && other.uses().next().is_some()
        })
}

/// A text without what may be written in several ways: a hyphen may be any of
/// several characters, with a space or none; "Client Property" may be called
/// "Client's Property".
fn letters(text: &str) -> String {
    text.replace("'s ", " ").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a term stands anywhere but in its own definition, in any letters
/// and in any form that begins alike. `all`: the letters of the contract.
fn stands(contract: &Contract, all: &str, definition: &Definition, folded: &str) -> bool {
    let stem = folded.trim_end_matches("(s)").trim_end_matches("(es)").trim_end_matches('s');
    let stem = stem.trim_end_matches("ie").trim_end_matches('y');
    if folded.is_ascii() {
        return all.matches(&letters(stem)).nth(1).is_some();
    }
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
    let own = |d: &&Definition| !d.inline && !within_limits(contract, d);
    for definition in contract.definitions().iter().filter(own) {
        if words.known.contains(&folded_heading(&definition.term)) {
            continue;
        }
        let body = body(contract, definition);
        if words.pointer.is_match(&body) || body.trim().len() < 4 {
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
                let (one, two) =
                    (folded_heading(&body), folded_heading(&self::body(contract, other)));
                let shared = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
                let alike = shared >= SAME || one.starts_with(&two) || two.starts_with(&one);
                if alike == same {
                    let further = occurrence(contract, other.unit, other.range.clone());
                    places.push(place(contract, definition).with_further(further));
                }
            }
        }
    }
    places
}

/// Two meanings that begin with this many characters alike are one.
const SAME: usize = 60;

/// Whether a meaning holds for one clause only, or from some time on: "for the
/// purposes of this clause".
fn within_limits(contract: &Contract, definition: &Definition) -> bool {
    let text = contract.units[definition.unit].text.as_str();
    let before = folded_heading(&text[..definition.range.start]);
    let scope = &vocabulary().definitions.limited;
    let near: String = {
        let skip = before.chars().count().saturating_sub(120);
        before.chars().skip(skip).collect()
    };
    scope.is_match(&near) || scope.is_match(&folded_heading(&text[definition.range.end..]))
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
    let text = |definition: &Definition| contract.units[definition.unit].text.as_str();
    let heads: Vec<Vec<usize>> = definitions
        .iter()
        .map(|definition| {
            let head = head(contract, definition);
            definitions
                .iter()
                .enumerate()
                .filter(|(_, other)| {
                    text(definition)[head.start..].starts_with(other.term.as_str())
                        && other.uses().any(|(unit, at)| {
                            *unit == definition.unit && head.start == at.start && at.end <= head.end
                        })
                        && !vocabulary()
                            .references
                            .singular
                            .values()
                            .any(|part| folded_heading(&other.term).starts_with(part.as_str()))
                        && is_described(&text(definition)[head.start + other.term.len()..])
                })
                .map(|(at, _)| at)
                .collect()
        })
        .collect();
    let mut places = Vec::new();
    for (at, definition) in definitions.iter().enumerate() {
        if vocabulary().definitions.known.contains(&folded_heading(&definition.term)) {
            continue;
        }
        if points_at_a_clause(contract, definition) {
            continue;
        }
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

/// Whether a meaning goes on to a clause that carries it: "the Fees payable
/// under Section 5".
fn points_at_a_clause(contract: &Contract, definition: &Definition) -> bool {
    contract.references().iter().any(|reference| {
        reference.unit == definition.unit
            && definition.body.start <= reference.range.start
            && reference.range.end <= definition.body.end
            && !matches!(reference.target, Target::Missing)
            && !matches!(reference.target, Target::Clause { clause, .. } if clause == contract.owners[definition.unit])
    })
}

/// Whether what follows a term only describes it further. A name goes on with
/// capitals, an agreement with its date and parties, and "the Licence granted in
/// clause 10" is told by what is done with it.
fn is_described(rest: &str) -> bool {
    let next = rest.trim_start();
    if rest.starts_with(is_wide) {
        return true;
    }
    let names = &vocabulary().definitions.names_go_on;
    rest.starts_with(' ')
        && next.starts_with(|c: char| c.is_lowercase())
        && !names.iter().any(|name| next.starts_with(name.as_str()))
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
    let end =
        rest.match_indices([' ', ',', ';', '，', '、']).nth(HEAD).map_or(rest.len(), |(at, _)| at);
    start..start + end
}
