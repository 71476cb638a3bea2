//! Checks of how parties are called: by a name nobody gave them, or with
//! another form of company than their own.

use super::{Place, occurrence};
use crate::catalogue::vocabulary;
use crate::clause::{Contract, Party, Role};
use std::collections::BTreeMap;
use std::ops::Range;

/// A name used more often than this is somebody's, though it is not known whose.
const MOST_USES: usize = 3;

/// Role words that do what a party does and name none: "the Vendor shall" in a
/// contract between Supplier and Customer. Each at its first use.
pub(super) fn unknown(contract: &Contract) -> Vec<Place> {
    let words = &vocabulary().parties;
    let sides = [&contract.parties.customer, &contract.parties.vendor];
    let parties: Vec<&Party> = sides.into_iter().flatten().collect();
    let unresolved = &contract.parties.unresolved;
    // Where the contract gives the parties no names, any role word may be one.
    let named = parties.iter().any(|party| party.full_name.is_some());
    let both = parties.len() == 2 && named || parties.is_empty() && unresolved.len() >= 2;
    if !both {
        return Vec::new();
    }
    let mut found: BTreeMap<&str, Vec<(usize, Range<usize>)>> = BTreeMap::new();
    for word in &words.drift {
        let own = parties.iter().any(|party| names(party, word))
            || unresolved.iter().any(|name| folds_to(name, word))
            || contract.definitions().iter().any(|d| folds_to(&d.term, word));
        if own {
            continue;
        }
        for (unit, u) in contract.units.iter().enumerate() {
            if matches!(u.role, Role::Body | Role::Row(_)) {
                acts(contract, unit, word, &mut found);
            }
        }
    }
    let mut places: Vec<Place> = found
        .into_values()
        .filter(|uses| uses.len() <= MOST_USES)
        .filter_map(|uses| {
            let (unit, range) = uses.first()?.clone();
            let name = contract.units[unit].text.as_str().get(range.clone())?.to_owned();
            Some(Place::new(contract, unit, range).with_detail(name))
        })
        .collect();
    places.sort_by_key(|place| (place.at.unit, place.at.range.start));
    places
}

/// Where a word stands as one who acts: with a capital, before "shall" or 应.
fn acts<'w>(
    contract: &Contract,
    unit: usize,
    word: &'w str,
    found: &mut BTreeMap<&'w str, Vec<(usize, Range<usize>)>>,
) {
    let words = &vocabulary().parties;
    let paragraph = &contract.paragraphs[unit];
    // What is already a party is a reserved character in the marked text.
    let text = paragraph.marked.as_str();
    for (at, _) in text.match_indices(word).filter(|(at, _)| *at >= paragraph.lead) {
        let end = at + word.len();
        let letter = |c: char| c.is_alphanumeric();
        if word.is_ascii() && (text[..at].ends_with(letter) || text[end..].starts_with(letter)) {
            continue;
        }
        let before = text[..at].trim_end();
        let starts = before.is_empty()
            || before.ends_with(['.', ';', ':', ',', '。', ';', ',', ')'])
            || before.ends_with("the")
            || before.ends_with("and")
            || before.ends_with("dan");
        let behind = words.duties.iter().any(|act| text[end..].starts_with(act.as_str()));
        let plain = paragraph.plain_range(at..end);
        let written = contract.units[unit].text.as_str().get(plain.clone()).unwrap_or_default();
        if behind && starts && !written.starts_with(char::is_lowercase) {
            found.entry(word).or_default().push((unit, plain));
        }
    }
}

fn names(party: &Party, word: &str) -> bool {
    folds_to(&party.name, word)
        || party.full_name.as_deref().is_some_and(|full| folds_to(full, word))
}

fn folds_to(name: &str, word: &str) -> bool {
    let folded = crate::matching::fold(name);
    folded.as_str().trim_start_matches("the ") == word
}

/// Names of a party with another form of company than where it is named: "Acme
/// LLC" for Acme Limited. Each form once.
pub(super) fn variants(contract: &Contract) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for party in [&contract.parties.customer, &contract.parties.vendor].into_iter().flatten() {
        let Some(full) = party.full_name.as_deref() else { continue };
        let folded = crate::matching::fold(full);
        let Some((stem, own)) = form(folded.as_str()) else { continue };
        let mut seen = vec![own];
        for unit in 0..contract.units.len() {
            let paragraph = &contract.paragraphs[unit];
            let text = paragraph.folded.as_str();
            for (at, _) in text.match_indices(stem) {
                let rest = &text[at + stem.len()..];
                let Some((other, length)) = form_at(rest) else { continue };
                let plain = paragraph.folded.origin(at..at + stem.len() + length).range();
                let whole = !text[..at].ends_with(char::is_alphanumeric);
                if seen.contains(&other) || !whole {
                    continue;
                }
                seen.push(other);
                if is_of_its_own(&text[..at], &rest[length..]) {
                    continue;
                }
                let name =
                    contract.units[unit].text.as_str().get(plain.clone()).unwrap_or_default();
                let mut place = Place::new(contract, unit, plain)
                    .with_detail(format!("{} / {full}", name.trim()));
                if let Some(named) = party.unit {
                    let text = contract.units[named].text.as_str();
                    if let Some(at) = text.find(full) {
                        place =
                            place.with_further(occurrence(contract, named, at..at + full.len()));
                    }
                }
                places.push(place);
            }
        }
    }
    places.sort_by_key(|place| (place.at.unit, place.at.range.start));
    places
}

/// How far before a name the words may stand that make it another company, in
/// bytes of folded text.
const BEFORE: usize = 60;

/// Whether a name is that of another company than the party: it comes with its
/// own description or defined name, as the party of another agreement, or as a
/// company of the same group.
fn is_of_its_own(before: &str, after: &str) -> bool {
    let names = &vocabulary().names;
    let from = before.len().saturating_sub(BEFORE);
    let from = (from..=before.len()).find(|&at| before.is_char_boundary(at));
    let near = before.get(from.unwrap_or(0)..).unwrap_or("");
    let behind = after.trim_start_matches(['.', ',', ' ']);
    names.other_before.iter().any(|word| near.contains(word.as_str()))
        || names.other_behind.iter().any(|word| behind.starts_with(word.as_str()))
        || (near.ends_with('"') && behind.starts_with('"'))
}

/// A folded name before its form of company, and the form, one word for each.
fn form(name: &str) -> Option<(&str, usize)> {
    longest_form(|form| {
        let stem = name.trim_end_matches('.').strip_suffix(form)?.trim_end_matches([' ', ',']);
        (stem.chars().count() > 3).then_some(stem)
    })
    .map(|(stem, form, _)| (stem, form))
}

/// The form of company at the start of a folded text, and its length with what
/// joins it to the name.
fn form_at(text: &str) -> Option<(usize, usize)> {
    let rest = text.trim_start_matches([' ', ',']);
    let lead = text.len() - rest.len();
    longest_form(|form| {
        let after = rest.strip_prefix(form)?;
        let whole = !form.is_ascii() || (lead > 0 && !after.starts_with(char::is_alphanumeric));
        whole.then_some(())
    })
    .map(|((), form, length)| (form, lead + length))
}

/// What the longest fitting word for a form of company gives, with the number
/// of the form and the length of the word.
fn longest_form<T>(fits: impl Fn(&str) -> Option<T>) -> Option<(T, usize, usize)> {
    let forms = vocabulary().names.forms.iter().enumerate();
    forms
        .flat_map(|(at, words)| words.iter().map(move |word| (at, word)))
        .filter_map(|(at, word)| Some((fits(word)?, at, word.len())))
        .max_by_key(|(_, _, length)| *length)
}
