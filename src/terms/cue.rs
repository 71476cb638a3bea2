//! Key terms in sentences that no pattern of a provision knows: a figure of
//! the right unit with all cues of a term around it, in any order. The cues of
//! several terms may stand around one figure; the nearest have it.

use super::KeyTerm;
use super::line::lines;
use super::promise::promises;
use super::sentence::{MARK, fitting, value};
use super::severity::Severities;
use crate::catalogue::{By, CueField, PatternField, TermId, TermRule, ValueKind};
use crate::clause::{Role, folded_heading};
use crate::matching::{Lang, Slot};
use crate::provision::{Occurrence, Reading};
use std::collections::HashSet;
use std::ops::Range;

/// How far away a cue counts that stands in the heading, in bytes.
const HEADING: usize = 60;

/// Longest paragraph whose language is not certain, in bytes.
const SHORT: usize = 120;

/// A term that may have a figure, and how far its cues are.
struct Bid {
    far: usize,
    id: TermId,
    figure: Range<usize>,
}

/// The key terms told by cues, of figures that `known` terms leave, in no order.
pub(super) fn of_cues(reading: &Reading, known: &[KeyTerm]) -> Vec<KeyTerm> {
    // A general term gives its figure up to a narrower one.
    let taken: HashSet<(usize, usize)> = known
        .iter()
        .filter(|term| !reading.catalogue.terms[term.id].file.general)
        .map(|term| (term.at.unit, term.at.range.start))
        .collect();
    let stated: HashSet<(TermId, usize)> =
        known.iter().map(|term| (term.id, term.at.unit)).collect();
    let once: HashSet<TermId> = known.iter().map(|term| term.id).collect();
    let mut found = Vec::new();
    for (unit, paragraph) in reading.contract.paragraphs.iter().enumerate() {
        let role = reading.contract.units[unit].role;
        let open = |place: usize| place >= paragraph.lead && !taken.contains(&(unit, place));
        if !matches!(role, Role::Body | Role::Note)
            || !paragraph.quantities.iter().any(|(_, place)| open(*place))
        {
            continue;
        }
        let heading = folded_heading(reading.contract.heading(unit));
        for sentence in &pieces(reading, unit) {
            let mut bids = Vec::new();
            for (id, rule) in reading.catalogue.terms.iter().enumerate() {
                let again = stated.contains(&(id, unit)) && !rule.file.each
                    || once.contains(&id) && !several(rule);
                if matches!(rule.value, ValueKind::Quantity | ValueKind::Count) && !again {
                    bid((id, rule), reading, unit, sentence, &heading, &mut bids);
                }
            }
            bids.retain(|bid| open(bid.figure.start));
            let general = |bid: &Bid| reading.catalogue.terms[bid.id].file.general;
            bids.sort_by_key(|bid| (general(bid), bid.far, bid.figure.start));
            let mut given: Vec<(TermId, usize)> = Vec::new();
            for bid in bids {
                let rule = &reading.catalogue.terms[bid.id];
                let gone = given.iter().any(|&(id, place)| {
                    place == bid.figure.start || id == bid.id && !rule.file.each
                });
                if gone || !promises(reading, rule, unit, bid.figure.start) {
                    continue;
                }
                given.push((bid.id, bid.figure.start));
                let at = Occurrence {
                    sentence: sentence.clone(),
                    ..super::column::occurrence(reading, unit, bid.figure.clone())
                };
                found.extend(term(reading, (bid.id, rule), &at).map(|term| (bid.far, term)));
            }
        }
    }
    best_of_each(reading, found)
}

/// The sentences of a unit; where its lines have labels, each line's own.
fn pieces(reading: &Reading, unit: usize) -> Vec<Range<usize>> {
    let sentences = &reading.contract.paragraphs[unit].sentences;
    let lines = lines(reading, unit);
    if lines.len() < 2 {
        return sentences.clone();
    }
    let cut = |sentence: &Range<usize>| {
        let parts =
            lines.iter().map(|line| sentence.start.max(line.start)..sentence.end.min(line.end));
        parts.filter(|part| part.start < part.end).collect::<Vec<_>>()
    };
    sentences.iter().flat_map(cut).collect()
}

/// Whether cues may tell a term several times in a contract: a service level for each service or
/// severity. Of other terms the words that state them elsewhere are better evidence.
pub(super) fn several(rule: &TermRule) -> bool {
    rule.file.service_level && (rule.file.each || rule.file.by.is_some())
}

/// Of a term that a contract states once, only what its cues hold closest.
fn best_of_each(reading: &Reading, found: Vec<(usize, KeyTerm)>) -> Vec<KeyTerm> {
    let best = |id: TermId| found.iter().filter(|(_, t)| t.id == id).map(|(far, _)| *far).min();
    let keeps: Vec<bool> = found
        .iter()
        .map(|(far, t)| several(&reading.catalogue.terms[t.id]) || best(t.id) == Some(*far))
        .collect();
    found.into_iter().zip(keeps).filter_map(|((_, t), keep)| keep.then_some(t)).collect()
}

/// The figures of a sentence that have a term's cues around them.
fn bid(
    (id, rule): (TermId, &TermRule),
    reading: &Reading,
    unit: usize,
    sentence: &Range<usize>,
    heading: &str,
    bids: &mut Vec<Bid>,
) {
    let paragraph = &reading.contract.paragraphs[unit];
    let cues: Vec<&CueField> =
        languages(reading, unit).into_iter().flat_map(|lang| rule.file.cues(lang)).collect();
    if cues.is_empty() {
        return;
    }
    let text = paragraph.marked.as_str();
    // What a figure is counted per is part of it: "10 hours per month".
    let (figures, own): (Vec<Range<usize>>, Vec<&str>) = fitting(rule, paragraph, sentence)
        .into_iter()
        .map(|(quantity, place)| {
            (place, paragraph.folded.as_str().get(quantity.range.clone()).unwrap_or_default())
        })
        .unzip();
    if figures.is_empty() {
        return;
    }
    for cue in cues {
        if cue.none.iter().any(|p| !p.0.find_all(text, sentence.clone()).is_empty()) {
            continue;
        }
        let words: Vec<Vec<Range<usize>>> =
            cue.all.iter().map(|word| word.0.find_all(text, sentence.clone())).collect();
        let nearest_to: HashSet<usize> =
            words.iter().flatten().filter_map(|place| nearest(text, place, &figures)).collect();
        let above = |word: &PatternField| !word.0.find_all(heading, 0..heading.len()).is_empty();
        let in_heading: Vec<bool> = cue.all.iter().map(above).collect();
        for (at, figure) in figures.iter().enumerate() {
            let within =
                |word: &PatternField| !word.0.find_all(own[at], 0..own[at].len()).is_empty();
            let far = cue.all.iter().zip(&words).zip(&in_heading).map(|((word, places), above)| {
                let near = beside(places, figure).map(|at| &places[at]);
                let near = near.filter(|place| !parted(text, figure, place));
                let near = near.map(|place| gap(text, place, figure)).min();
                near.or_else(|| within(word).then_some(0)).or(above.then_some(HEADING))
            });
            let Some(far) = far.sum::<Option<usize>>() else { continue };
            // A term of many words is not farther away for it.
            let far = far / words.len().max(1);
            // One of the words at least must be nearer to no other figure.
            if nearest_to.contains(&at) || (figures.len() == 1 && words.iter().all(Vec::is_empty)) {
                bids.push(Bid { far, id, figure: figure.clone() });
            }
        }
    }
}

/// The languages of a paragraph; of a short one, which shows them badly, those of the contract too.
pub(super) fn languages(reading: &Reading, unit: usize) -> Vec<Lang> {
    let paragraph = &reading.contract.paragraphs[unit];
    let mut all = paragraph.languages.clone();
    if paragraph.marked.len() <= SHORT {
        all.extend(&reading.contract.languages);
        all.sort_unstable();
        all.dedup();
    }
    all
}

/// How far two ranges of a text are apart; each mark between them counts more
/// than the words do.
fn gap(text: &str, a: &Range<usize>, b: &Range<usize>) -> usize {
    let between = a.end.min(b.end)..a.start.max(b.start);
    let words = text.get(between).unwrap_or_default();
    words.len() + MARK * words.matches([',', ';', ':', '、']).count()
}

/// Whether words stand in a later part of the sentence than a figure, which they do not speak of: "14 days
/// to fetch it; then it is deleted".
pub(super) fn parted(text: &str, figure: &Range<usize>, words: &Range<usize>) -> bool {
    let between = figure.end..words.start.max(figure.end);
    text.get(between).unwrap_or_default().contains(';')
}

/// The figure nearest to words, by its number.
fn nearest(text: &str, words: &Range<usize>, figures: &[Range<usize>]) -> Option<usize> {
    beside(figures, words).min_by_key(|&at| gap(text, words, &figures[at]))
}

/// The numbers of those ranges, in the order of the text, that are next to a place on its two sides. What
/// lies behind them is farther away: a paragraph of a thousand figures is not read a thousand times.
fn beside(ranges: &[Range<usize>], place: &Range<usize>) -> Range<usize> {
    let next = ranges.partition_point(|range| range.start < place.start);
    next.saturating_sub(1)..ranges.len().min(next + 1)
}

fn term(reading: &Reading, (id, rule): (TermId, &TermRule), at: &Occurrence) -> Option<KeyTerm> {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let figures = fitting(rule, paragraph, &at.sentence);
    let index = figures.iter().position(|(_, place)| *place == at.range)?;
    let mut term = value(reading, (id, rule), at, &figures[index]);
    if rule.file.by == Some(By::Severity) {
        let places: Vec<Range<usize>> = figures.iter().map(|(_, place)| place.clone()).collect();
        let named = Severities::read(reading.contract, at.unit, &at.sentence, &places);
        term.subject = named.beside(index).or_else(|| named.around());
    }
    // Words before the figure that are slots alone name nothing.
    term.subject = term.subject.filter(|name| !name.chars().any(|c| Slot::of(c).is_some()));
    Some(term)
}
