//! Every place where words of the catalogue stand in a contract.

use crate::catalogue::{Catalogue, ListId, WordScan};
use crate::clause::{Contract, Role};
use crate::matching::{Lang, Places, Polarity, is_wide};
use crate::source::Deadline;
use rayon::prelude::*;
use std::cell::OnceCell;
use std::ops::Range;

/// As few units as are worth a search of their own: it needs room for all patterns.
const UNITS_AT_ONCE: usize = 32;

/// Words of a list at a place.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// Which list.
    pub(crate) list: ListId,
    /// Which of the catalogue's patterns.
    pub(crate) word: usize,
    /// The pattern's language.
    pub(crate) lang: Lang,
    /// Where in the unit's marked text.
    pub(crate) range: Range<usize>,
    /// The sentence around it.
    pub(crate) sentence: Range<usize>,
    /// How it stands there.
    pub(crate) polarity: Polarity,
}

/// The hits of a unit, in text order.
#[derive(Debug, Default)]
pub(super) struct UnitHits {
    /// Those in its own words.
    pub(super) own: Vec<Hit>,
    /// Those in the lead-in of its list, which other words of the sentence may need.
    pub(super) led: Vec<Hit>,
}

/// Which words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sought {
    /// All, for those who ask why a rule did not hold.
    All,
    /// Those a rule can make something of.
    Needed,
}

/// Scans every unit that is judged. One entry a unit; no hits behind the deadline.
pub(super) fn scan(
    catalogue: &Catalogue,
    contract: &Contract,
    sought: Sought,
    deadline: Deadline,
) -> Vec<UnitHits> {
    contract
        .units
        .par_iter()
        .enumerate()
        .with_min_len(UNITS_AT_ONCE)
        .map_init(
            || catalogue.gate.scan(),
            |scan, (unit, u)| {
                if u.role == Role::Aside || deadline.passed() {
                    UnitHits::default()
                } else {
                    scan_unit(catalogue, scan, contract, unit, sought, deadline)
                }
            },
        )
        .collect()
}

fn scan_unit(
    catalogue: &Catalogue,
    scan: &mut WordScan,
    contract: &Contract,
    unit: usize,
    sought: Sought,
    deadline: Deadline,
) -> UnitHits {
    let paragraph = &contract.paragraphs[unit];
    let text = paragraph.marked.as_str();
    let mut hits = UnitHits::default();
    if text.is_empty() {
        return hits;
    }
    let operators = &crate::catalogue::vocabulary().operators;
    for sentence in &paragraph.sentences {
        let places = Places::of(text, sentence.clone());
        let definition = OnceCell::new();
        let defined = || *definition.get_or_init(|| paragraph.definition_in(sentence));
        let mut words = scan.candidates(&text[sentence.clone()]);
        if sought == Sought::Needed {
            catalogue.needed.keep(&mut words, &catalogue.words, contract.has_heading(unit));
        }
        let han = text[sentence.clone()].chars().any(is_wide);
        for word in words {
            let word = word as usize;
            let entry = &catalogue.words[word];
            // A Chinese pattern of slots alone would match in any language.
            if entry.lang == Lang::Zh && !han {
                continue;
            }
            for range in entry.pattern.find_admitted(&places) {
                // How a hit stands is told from its whole sentence, which may be long.
                if deadline.passed() {
                    return hits;
                }
                let polarity = if contract.is_heading(unit, &range) {
                    Polarity::Heading
                } else {
                    match operators.polarity(text, sentence.clone(), range.clone()) {
                        Polarity::Operative
                            if defined().is_some_and(|from| from <= range.start) =>
                        {
                            Polarity::Defined
                        }
                        polarity => polarity,
                    }
                };
                let led = range.end <= paragraph.lead;
                let hits = if led { &mut hits.led } else { &mut hits.own };
                hits.push(Hit {
                    list: entry.list,
                    word,
                    lang: entry.lang,
                    range,
                    sentence: sentence.clone(),
                    polarity,
                });
            }
        }
    }
    for hits in [&mut hits.own, &mut hits.led] {
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::NamedParties;
    use crate::read::read_markdown;

    #[test]
    fn what_the_gate_turns_away_does_not_match() {
        let catalogue = Catalogue::load(&[]).unwrap();
        for path in ["fixtures/hosting-en.md", "fixtures/rtc-services-zh.md", "fixtures/awan-ms.md"]
        {
            let text = std::fs::read_to_string(path).unwrap();
            let document = read_markdown(path, text);
            let contract = Contract::new(vec![document], &NamedParties::default());
            let mut scan = catalogue.gate.scan();
            // Every pattern on every sentence would take minutes.
            for paragraph in contract.paragraphs.iter().step_by(12) {
                let text = paragraph.marked.as_str();
                for sentence in &paragraph.sentences {
                    let places = Places::of(text, sentence.clone());
                    let admitted = scan.candidates(&text[sentence.clone()]);
                    for (word, entry) in (0..).zip(&catalogue.words) {
                        if admitted.binary_search(&word).is_err() {
                            let found = entry.pattern.find_admitted(&places);
                            assert!(found.is_empty(), "{}: {text}", entry.pattern.written());
                        }
                    }
                }
            }
        }
    }
}
