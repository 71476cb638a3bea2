//! Who pays and who serves, by what the clauses say each party does.

use super::Text;
use super::mentions::Mentions;
use crate::catalogue::Vocabulary;
use crate::matching::{Slot, sentences};
use crate::source::Mapped;
use std::collections::BTreeMap;

/// What the clauses say of one party.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Duties {
    /// How often it pays or is served.
    pub(super) customer: u32,
    /// How often it serves or is paid.
    pub(super) vendor: u32,
    /// The first unit that says it pays, and the first that says it serves.
    pub(super) pays_in: Option<usize>,
    pub(super) serves_in: Option<usize>,
}

impl Duties {
    /// Above 0 for one who pays, below for one who serves.
    pub(super) fn balance(self) -> i64 {
        i64::from(self.customer) - i64::from(self.vendor)
    }
}

/// Counts duties of parties, each of which may have several folded words.
///
/// In a pattern the first party is the one that acts, the second the one it
/// acts for.
pub(super) fn duties(
    words: &BTreeMap<String, usize>,
    parties: usize,
    texts: &[Text<'_>],
    vocabulary: &Vocabulary,
) -> Vec<Duties> {
    let mut found = vec![Duties::default(); parties];
    let unknown = Slot::Unknown.char().to_string();
    let mentions = Mentions::new(words.keys().map(|w| (w.clone(), unknown.clone())).collect());
    let sides = [(&vocabulary.parties.pays, true), (&vocabulary.parties.serves, false)];
    for (unit, text) in texts.iter().enumerate() {
        let Some(marked) = mark(text.folded, &mentions) else { continue };
        for sentence in sentences(marked.as_str()) {
            for (patterns, pays) in sides {
                for pattern in patterns {
                    for hit in pattern.0.find_all(marked.as_str(), sentence.clone()) {
                        let hit = own_clause(marked.as_str(), hit);
                        let who = actors(&marked, hit, text.folded, words);
                        if who.len() == 2 && who[0] == who[1] {
                            continue;
                        }
                        for (place, party) in who.into_iter().take(2).enumerate() {
                            credit(&mut found[party], pays == (place == 0), place == 0, unit);
                        }
                    }
                }
            }
        }
    }
    found
}

fn credit(duties: &mut Duties, customer: bool, acts: bool, unit: usize) {
    let weight = if acts { 2 } else { 1 };
    if customer {
        duties.customer += weight;
        duties.pays_in.get_or_insert(unit);
    } else {
        duties.vendor += weight;
        duties.serves_in.get_or_insert(unit);
    }
}

/// The text with parties as reserved characters; nothing if it names none.
fn mark(text: &str, mentions: &Mentions) -> Option<Mapped> {
    let places = mentions.find(text);
    if places.is_empty() {
        return None;
    }
    let mut marked = Mapped::default();
    let mut at = 0;
    for place in places {
        marked.push(&text[at..place.range.start], at);
        marked.push_for(&place.text, place.range.clone().into());
        at = place.range.end;
    }
    marked.push(&text[at..], at);
    Some(marked)
}

/// A hit without what a comma cuts off, where a party begins what follows the comma:
/// in "the Supplier shall serve the Customer, and the Customer shall pay" it is
/// not the Supplier who pays.
fn own_clause(text: &str, hit: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let party = |c: char| Slot::of(c).is_some_and(Slot::is_party);
    let Some(comma) = text[hit.clone()].rfind([',', ';']) else { return hit };
    let after = hit.start + comma + 1;
    let rest = text[after..hit.end].trim_start();
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    if rest.starts_with(party) { after..hit.end } else { hit }
}

/// The parties inside a hit, in order.
fn actors(
    marked: &Mapped,
    hit: std::ops::Range<usize>,
    folded: &str,
    words: &BTreeMap<String, usize>,
) -> Vec<usize> {
    let base = hit.start;
    marked.as_str()[hit]
        .char_indices()
        .filter(|(_, c)| Slot::of(*c).is_some_and(Slot::is_party))
        .filter_map(|(at, c)| {
            let at = base + at;
            let origin = marked.origin(at..at + c.len_utf8()).range();
            let word = &folded[origin];
            words.get(word.strip_prefix("the ").unwrap_or(word)).copied()
        })
        .collect()
}
