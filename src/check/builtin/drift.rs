//! Terms written in another way than they were defined: in small letters where
//! the contract writes capitals, or by a second name for the contract itself.

use super::{Place, occurrence};
use crate::catalogue::vocabulary;
use crate::clause::{Contract, Definition, Role, folded_heading};
use std::collections::HashSet;
use std::ops::Range;

/// Most times another way of writing is a slip; more often it is a habit.
const MOST_SLIPS: usize = 2;
/// How many times as often the contract must write it the one way.
const TIMES: usize = 2;

/// Where the words stand, in text order.
type Places = Vec<(usize, Range<usize>)>;

/// The first slip of each term.
pub(super) fn drift(contract: &Contract) -> Vec<Place> {
    let all = contract.definitions();
    let folded: Vec<String> = all.iter().map(|term| folded_heading(&term.term)).collect();
    let mut seen = HashSet::new();
    let mut places: Vec<Place> = all
        .iter()
        .zip(&folded)
        .filter(|(_, term)| seen.insert(term.as_str()))
        .filter_map(|(definition, term)| in_small_letters(contract, definition, term, &folded))
        .chain(second_names(contract))
        .collect();
    places.sort_by_key(|place| (place.at.unit, place.at.range.start));
    places.dedup_by_key(|place| (place.at.unit, place.at.range.start));
    places
}

/// A term of several words that the contract writes with capitals, where it
/// stands in small letters and means the same. `terms` are all terms, folded.
fn in_small_letters(
    contract: &Contract,
    definition: &Definition,
    folded: &str,
    terms: &[String],
) -> Option<Place> {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = definition.term.split(' ').collect();
    if words.len() < 2 || !words.iter().all(|word| capital(word)) || !definition.term.is_ascii() {
        return None;
    }
    let drift = &vocabulary().definitions.drift;
    if drift.ordinary.iter().any(|term| term == folded) {
        return None;
    }
    let homes: Vec<usize> = contract
        .definitions()
        .iter()
        .zip(terms)
        .filter(|(_, other)| other.starts_with(folded))
        .map(|(other, _)| other.unit)
        .collect();
    let small: Places = standing(contract, folded)
        .filter(|(unit, _)| !homes.contains(unit))
        .filter(|(unit, range)| {
            let text = contract.units[*unit].text.as_str();
            let written = &text[range.clone()];
            let before = folded_heading(&text[..range.start]);
            written.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
                && drift.before.is_match(&format!("{before} "))
                && !drift.not_behind.is_match(&text[range.end..])
        })
        .collect();
    let (unit, range) = small.first()?.clone();
    let slips = small.len() <= MOST_SLIPS && small.len() * TIMES <= definition.uses().count();
    let detail = definition.term.clone();
    slips.then(|| Place::new(contract, unit, range).with_detail(detail)).map(|place| {
        place.with_further(occurrence(contract, definition.unit, definition.range.clone()))
    })
}

/// Where the contract calls itself by another name than everywhere else.
fn second_names(contract: &Contract) -> Vec<Place> {
    let mut places = Vec::new();
    for names in &vocabulary().definitions.drift.own_names {
        let found: Vec<Places> = names
            .iter()
            .map(|name| {
                standing(contract, name).filter(|(unit, _)| is_body(contract, *unit)).collect()
            })
            .collect();
        let Some(usual) = found.iter().max_by_key(|uses| uses.len()) else { continue };
        for (name, uses) in names.iter().zip(&found) {
            let slips = (1..=MOST_SLIPS).contains(&uses.len());
            let defined = contract.definitions().iter().any(|d| {
                name.split(' ').any(|word| word == folded_heading(&d.term))
                    || name.contains(&folded_heading(&d.term)) && !d.term.is_ascii()
            });
            let named = usual.len() >= uses.len() * TIMES * 3;
            let (Some((unit, range)), Some((other, there))) = (uses.first(), usual.first()) else {
                continue;
            };
            if slips && named && !defined {
                let usual = contract.units[*other].text.as_str()[there.clone()].to_owned();
                places.push(
                    Place::new(contract, *unit, range.clone())
                        .with_detail(usual)
                        .with_further(occurrence(contract, *other, there.clone())),
                );
            }
        }
    }
    places
}

/// Whether a unit is of the contract proper: a schedule may be an agreement of
/// its own.
fn is_body(contract: &Contract, unit: usize) -> bool {
    matches!(contract.units[unit].role, Role::Body | Role::Row(_))
        && !contract.path_of(unit).any(|clause| clause.part)
}

/// Where folded words stand as whole words in the text that is judged.
fn standing<'c>(
    contract: &'c Contract,
    folded: &'c str,
) -> impl Iterator<Item = (usize, Range<usize>)> + 'c {
    contract.paragraphs.iter().enumerate().flat_map(move |(unit, paragraph)| {
        let judged = matches!(contract.units[unit].role, Role::Body | Role::Row(_));
        let text = if judged { paragraph.folded.as_str() } else { "" };
        text.match_indices(folded).filter_map(move |(at, found)| {
            let end = at + found.len();
            let letter = |c: char| c.is_ascii_alphanumeric();
            let whole = !text[..at].ends_with(letter) && !text[end..].starts_with(letter);
            whole.then(|| (unit, paragraph.folded.origin(at..end).range()))
        })
    })
}
