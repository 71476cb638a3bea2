//! How far the patterns of lists of words came: those whose literals stand
//! somewhere, those that match, and where one only came near.

use crate::catalogue::ListId;
use crate::clause::Role;
use crate::matching::Lang;
use crate::provision::{Occurrence, Reading};
use std::collections::BTreeSet;
use std::ops::Range;

/// How far patterns came.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// Patterns in all.
    pub(super) patterns: usize,
    /// Of these, those whose literals stand in one sentence of the contract.
    pub(super) admitted: usize,
    /// Of these, those that match somewhere.
    pub(super) matched: usize,
    /// Sentences with the literals of patterns, in which none matches.
    pub(super) near: Vec<Near>,
}

/// A sentence that has what patterns cannot match without.
#[derive(Debug)]
pub(super) struct Near {
    pub(super) at: Occurrence,
    /// The patterns, as their author wrote them.
    pub(super) patterns: Vec<String>,
}

/// How far the patterns of lists came in a contract.
pub(super) fn reached(reading: &Reading, lists: &[ListId]) -> Reached {
    let catalogue = reading.catalogue;
    let own: BTreeSet<usize> = catalogue
        .words
        .iter()
        .enumerate()
        .filter(|(_, word)| lists.contains(&word.list))
        .map(|(index, _)| index)
        .collect();
    let mut reached = Reached { patterns: own.len(), ..Reached::default() };
    let (mut admitted, mut matched) = (BTreeSet::new(), BTreeSet::new());
    let contract = reading.contract;
    let mut scan = catalogue.gate.scan();
    // A pattern without literals is tried everywhere, and is near nowhere.
    let always: BTreeSet<u32> = scan.candidates("").into_iter().collect();
    for (unit, paragraph) in contract.paragraphs.iter().enumerate() {
        if contract.units[unit].role == Role::Aside {
            continue;
        }
        let text = paragraph.marked.as_str();
        for sentence in &paragraph.sentences {
            let hits: Vec<usize> = reading
                .hits
                .in_unit(unit)
                .iter()
                .filter(|hit| hit.sentence == *sentence && own.contains(&hit.word))
                .map(|hit| hit.word)
                .collect();
            let tried = scan.candidates(&text[sentence.clone()]);
            let tried: Vec<u32> =
                tried.into_iter().filter(|&word| own.contains(&(word as usize))).collect();
            admitted.extend(tried.iter().copied());
            matched.extend(hits.iter().copied());
            let near = tried.into_iter().filter(|word| !always.contains(word));
            let near: Vec<usize> = near.map(|word| word as usize).collect();
            if hits.is_empty() && !near.is_empty() {
                let written = |&word: &usize| catalogue.words[word].pattern.written().to_owned();
                let patterns = near.iter().map(written).collect();
                let at = whole(unit, sentence, paragraph.lead, catalogue.words[near[0]].lang);
                reached.near.push(Near { at, patterns });
            }
        }
    }
    (reached.admitted, reached.matched) = (admitted.len(), matched.len());
    reached
}

/// A sentence as a place.
fn whole(unit: usize, sentence: &Range<usize>, lead: usize, lang: Lang) -> Occurrence {
    let start = sentence.start.max(lead).min(sentence.end);
    Occurrence {
        unit,
        range: start..sentence.end,
        sentence: sentence.clone(),
        lang,
        polarity: crate::matching::Polarity::Operative,
    }
}
