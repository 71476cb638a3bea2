//! Places left open: brackets to fill in, blanks, notes of the drafter. Blanks
//! of a signature block are none.

use super::contract::Contract;
use super::unit::{Role, Unit};
use crate::catalogue::vocabulary;
use clap::ValueEnum;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;

/// A place left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// The unit.
    pub unit: usize,
    /// Where in its plain text.
    pub range: Range<usize>,
}

/// From this many open places on, a document is a form to fill in.
const PLACES_OF_A_FORM: usize = 6;
/// Share of units with open places from which on a short document is one: one in this many.
const UNITS_PER_PLACE: usize = 12;
/// Longest line of a signature block, in bytes.
const LONGEST_SIGNATURE: usize = 240;
/// Units before a signature block's blank in which its words may stand.
const BLOCK: usize = 3;
/// How far from a blank the words of a signature block may stand, in bytes.
const BESIDE: usize = 80;
/// Different things a document asks for that make it a form where it names no party.
const FIELDS_OF_A_FORM: usize = 3;
/// How many units at the start may hold the title.
const TITLE: usize = 4;

pub(super) fn placeholders(contract: &Contract) -> Vec<Placeholder> {
    let words = &vocabulary().placeholders;
    let mut found = Vec::new();
    for (index, unit) in contract.units.iter().enumerate() {
        if unit.role == Role::Aside {
            continue;
        }
        let text = unit.text.as_str();
        let mut ranges: Vec<Range<usize>> = words
            .find
            .iter()
            .flat_map(|pattern| pattern.find_iter(text))
            .map(|found| without_edges(text, found.range()))
            .filter(|_| !signs(&contract.units, index))
            .filter(|range| {
                let blank = text[range.clone()].contains("__");
                let signed = || words.signed.is_match(shortly_before(text, range.start));
                !blank || !(is_ruled(text, range) || signed() || is_signed_beside(text, range))
            })
            .filter(|range| !is_pattern_of_a_name(text, range))
            .chain(unit.open_fields.iter().filter(|field| !field.is_empty()).cloned())
            .collect();
        ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        for range in ranges {
            if range.start >= end {
                end = range.end;
                found.push(Placeholder { unit: index, range });
            }
        }
    }
    found
}

/// An open place without the edges of its table cell.
fn without_edges(text: &str, range: Range<usize>) -> Range<usize> {
    let edge = |c: char| c == '|' || c.is_whitespace();
    let open = text[range.clone()].trim_matches(edge);
    let start = range.end - text[range.clone()].trim_start_matches(edge).len();
    start..start + open.len()
}

/// Whether a blank is a line drawn across the page: nothing is asked for before it.
fn is_ruled(text: &str, blank: &Range<usize>) -> bool {
    let before = text[..blank.start].trim_end();
    let after = text[blank.end..].trim_start();
    (before.is_empty() || before.ends_with(['.', ';', ')', '。', '；']))
        && !after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
}

/// The end of the text before a place.
fn shortly_before(text: &str, at: usize) -> &str {
    let start = text[..at].char_indices().rev().nth(LONGEST_SIGNATURE).map_or(0, |(at, _)| at);
    &text[start..at]
}

/// Whether a blank at a unit is for a signature or its date.
fn signs(units: &[Unit], at: usize) -> bool {
    let signing = &vocabulary().placeholders.signing;
    units[at.saturating_sub(BLOCK)..=at]
        .iter()
        .map(|unit| unit.text.as_str())
        .any(|text| text.len() <= LONGEST_SIGNATURE && signing.is_match(text))
}

/// Whether a signature block goes on right before or behind a blank; or not far
/// from it, where the blank is for an entry such blocks have.
fn is_signed_beside(text: &str, blank: &Range<usize>) -> bool {
    let words = &vocabulary().placeholders;
    let entry = words.entry.is_match(shortly_before(text, blank.start));
    let reach = if entry { LONGEST_SIGNATURE } else { BESIDE };
    let from = (0..=blank.start.saturating_sub(reach)).rev().find(|&at| text.is_char_boundary(at));
    let to = (blank.end + reach..text.len()).find(|&at| text.is_char_boundary(at));
    words.block.is_match(&text[from.unwrap_or(0)..to.unwrap_or(text.len())])
}

/// Whether an open place is part of a name in quotes: "The Shop of [City]".
fn is_pattern_of_a_name(text: &str, place: &Range<usize>) -> bool {
    let quote = |c: char| matches!(c, '"' | '”' | '“');
    let before = text[..place.start].rsplit(quote).next().unwrap_or("");
    text[place.end..].starts_with(quote)
        && before.len() < place.start
        && before.starts_with(char::is_uppercase)
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// A form to fill in: its open places are fields
    Template,
    /// On its way to a signature: open places are oversights
    Draft,
}

pub(super) fn stage(contract: &Contract, places: &[Placeholder]) -> Stage {
    let template = &vocabulary().placeholders.template;
    let titled = contract
        .units
        .iter()
        .filter(|unit| !unit.text.as_str().trim().is_empty())
        .take(TITLE)
        .any(|unit| unit.text.len() < 120 && template.is_match(unit.text.as_str()));
    let form = places.len() >= PLACES_OF_A_FORM
        || (titled && !places.is_empty())
        || (places.len() > 1 && places.len() * UNITS_PER_PLACE >= contract.units.len())
        || (!places.is_empty() && asks(contract));
    if form { Stage::Template } else { Stage::Draft }
}

/// Whether a document that names no party asks for several things, each in a
/// paragraph, cell or line of its own: `[Today's date]`.
fn asks(contract: &Contract) -> bool {
    let field = &vocabulary().placeholders.field;
    let parties = [&contract.parties.customer, &contract.parties.vendor];
    if parties.into_iter().flatten().any(|party| party.full_name.is_some()) {
        return false;
    }
    let asked: BTreeSet<&str> = contract
        .units
        .iter()
        .map(|unit| unit.text.as_str().trim())
        .filter(|text| field.is_match(text))
        .collect();
    asked.len() >= FIELDS_OF_A_FORM
}
