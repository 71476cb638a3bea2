//! Checks of the document as a whole: what is left open, hidden or pending.

use super::{Place, occurrence};
use crate::catalogue::vocabulary;
use crate::clause::{Contract, Role};
use crate::matching::{Lang, is_wide};

/// Places left open, one a clause. A form to fill in has fields instead.
pub(super) fn placeholders(contract: &Contract) -> Vec<Place> {
    if contract.is_template() {
        return Vec::new();
    }
    let mut last = None;
    let part = |unit: usize| {
        contract.path_from(contract.owners[unit]).find(|&at| contract.clauses[at].part)
    };
    // A schedule with several open places is a form the parties will use later.
    let form = |unit: usize| {
        let own = part(unit);
        own.is_some()
            && contract.placeholders().iter().filter(|other| part(other.unit) == own).count() > 1
    };
    contract
        .placeholders()
        .iter()
        .filter(|open| !form(open.unit) && !annexed_form(contract, open.unit))
        .filter(|open| last.replace(open.unit) != Some(open.unit))
        .map(|open| Place::new(contract, open.unit, open.range.clone()))
        .collect()
}

/// Whether a unit stands in an annex that is a form or a sample of one.
fn annexed_form(contract: &Contract, unit: usize) -> bool {
    let template = &vocabulary().placeholders.template;
    contract.path_of(unit).filter(|clause| clause.part).any(|part| {
        let title = contract.units[part.units.start].text.as_str();
        let end = title.char_indices().nth(LONGEST_TITLE).map_or(title.len(), |(at, _)| at);
        template.is_match(&part.heading) || template.is_match(&title[..end])
    })
}

/// How much of the first line of an annex may be its title, in characters.
const LONGEST_TITLE: usize = 80;

/// Text the file hides from its reader, or shows white or too small to read; each run of hidden
/// paragraphs once.
pub(super) fn hidden(contract: &Contract) -> Vec<Place> {
    let hidden = |at: usize| contract.units[at].hidden;
    let mut places = Vec::new();
    for (at, unit) in contract.units.iter().enumerate() {
        let text = unit.text.as_str();
        if unit.hidden && unit.role != Role::Aside && (at == 0 || !hidden(at - 1)) {
            let words = text.trim();
            let start = text.find(words).filter(|_| !words.is_empty());
            places.extend(start.map(|start| Place::new(contract, at, start..start + words.len())));
        } else if !unit.hidden {
            let said = unit.unseen.iter().find(|range| is_prose(&text[(*range).clone()]));
            places.extend(said.map(|range| Place::new(contract, at, range.clone())));
        }
    }
    places
}

/// Whether words say something: a single one is a mark by which a program for signing knows its place.
fn is_prose(text: &str) -> bool {
    text.split_whitespace().nth(1).is_some() || text.chars().filter(|c| is_wide(*c)).count() > 1
}

/// Tracked changes nobody has accepted: one finding a document, at the first.
pub(super) fn pending(contract: &Contract) -> Vec<Place> {
    let mut places: Vec<(usize, Place)> = Vec::new();
    let mut changes = vec![0; contract.documents.len()];
    for (at, unit) in contract.units.iter().enumerate() {
        for range in unit.pending.iter().filter(|range| !range.is_empty()) {
            changes[unit.document] += 1;
            // A changed space or line end cannot be shown to anybody.
            let seen = !unit.text.as_str()[range.clone()].trim().is_empty();
            if seen && places.iter().all(|(document, _)| *document != unit.document) {
                places.push((unit.document, Place::new(contract, at, range.clone())));
            }
        }
    }
    places
        .into_iter()
        .map(|(document, place)| place.with_detail(changes[document].to_string()))
        .collect()
}

/// A second language has at least this share of the text: one in this many.
const SHARE: usize = 4;

/// The title of a contract written in two languages, clause by clause.
pub(super) fn two_languages(contract: &Contract) -> Vec<Place> {
    let weight = |lang: Lang| -> usize {
        let own = contract.paragraphs.iter().filter(|p| p.languages == [lang]);
        own.map(|p| p.folded.as_str().chars().count()).sum()
    };
    let total: usize = contract.paragraphs.iter().map(|p| p.folded.as_str().chars().count()).sum();
    let both = Lang::ALL.iter().filter(|lang| weight(**lang) * SHARE >= total).count() > 1;
    let title = contract
        .units
        .iter()
        .position(|unit| unit.role != Role::Aside && !unit.text.as_str().trim().is_empty());
    let Some(unit) = title.filter(|_| both && total > 0) else { return Vec::new() };
    let text = contract.units[unit].text.as_str();
    let mut at = occurrence(contract, unit, 0..text.len());
    at.range = contract.paragraphs[unit].sentence_at(at.range.start);
    vec![at.into()]
}
