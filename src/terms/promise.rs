//! What is no promise, though it has the words of one: an example, history, a
//! recital, what the contract itself disowns.

use crate::catalogue::{By, TermRule, says, vocabulary};
use crate::clause::{Contract, Paragraph};
use crate::provision::Reading;
use std::ops::Range;

/// Whether what stands at a place is told as an example, as history or in a
/// recital, and promises nothing.
pub(super) fn no_promise(reading: &Reading, unit: usize, place: usize) -> bool {
    let words = &vocabulary().terms;
    let contract = reading.contract;
    let paragraph = &contract.paragraphs[unit];
    let sentence = paragraph.sentence_at(place);
    let before = paragraph.marked.as_str().get(sentence.start..place).unwrap_or_default();
    if says(&words.illustration, before)
        || says(&words.history, before)
        || in_bracketed_example(contract, unit, place)
    {
        return true;
    }
    let heading = crate::clause::folded_heading(contract.heading(unit));
    says(&words.no_promise_under, &heading) || is_told(paragraph)
}

/// How far back a bracket may have opened: in units, and in bytes of each.
const BRACKET_UNITS: usize = 8;
const BRACKET_BYTES: usize = 2_000;
/// How far behind an open bracket its example says that it is one, in bytes.
const BRACKET_LEAD: usize = 40;

/// Whether a place stands in brackets that hold an example, as forms have them: `[For example: ...]`, over
/// several paragraphs.
fn in_bracketed_example(contract: &Contract, unit: usize, place: usize) -> bool {
    let mut closed = 0_usize;
    for at in (0..=unit).rev().take(BRACKET_UNITS) {
        let text = contract.paragraphs[at].marked.as_str();
        let end = if at == unit { place } else { text.len() };
        let bytes = text.as_bytes().get(..end).unwrap_or_default();
        let from = bytes.len().saturating_sub(BRACKET_BYTES);
        for (index, byte) in bytes.iter().enumerate().skip(from).rev() {
            match byte {
                b']' => closed += 1,
                b'[' if closed > 0 => closed -= 1,
                b'[' => {
                    let inside = &text[index + 1..];
                    let lead = inside.char_indices().take_while(|(at, _)| *at < BRACKET_LEAD);
                    let lead = lead.last().map_or(0, |(at, c)| at + c.len_utf8());
                    return says(&vocabulary().terms.illustration, &inside[..lead]);
                }
                _ => {}
            }
        }
    }
    false
}

/// Longest title or lead-in that tells what a paragraph is, in bytes.
const TITLE: usize = 60;

/// Whether a paragraph is one of recitals by its own first words, or by those that lead its list in:
/// `Background. Under a former contract …`.
fn is_told(paragraph: &Paragraph) -> bool {
    let words = &vocabulary().terms;
    let text = paragraph.marked.as_str();
    let title = |text: &str| {
        let title = text.trim().trim_end_matches(['.', ':', '。', ' ']);
        title.len() <= TITLE && says(&words.no_promise_under, title)
    };
    let own = text.get(paragraph.lead..).unwrap_or_default();
    let first = own.find(['.', ':', '。']).and_then(|end| own.get(..end)).unwrap_or_default();
    title(first) || text.get(..paragraph.lead).is_some_and(|lead| !lead.is_empty() && title(lead))
}

/// The same for the value of a key term, which may be a setting, an alarm or
/// a test, and which the words behind it may disown,
/// too: "99.99%, which is a design figure and no commitment". What is only
/// aimed at is so disowned, and stays what it is.
pub(super) fn promises(reading: &Reading, rule: &TermRule, unit: usize, place: usize) -> bool {
    if no_promise(reading, unit, place) {
        return false;
    }
    let paragraph = &reading.contract.paragraphs[unit];
    if anothers(rule, paragraph, place) {
        return false;
    }
    if rule.file.aim {
        return true;
    }
    let words = &vocabulary().terms;
    let measured = rule.file.service_level && rule.file.by == Some(By::Service);
    let sentence = paragraph.marked.as_str().get(paragraph.sentence_at(place)).unwrap_or_default();
    !(disowned(paragraph, place) || measured && says(&words.setting, sentence))
}

/// Longest that the words which put another figure in one's place run, in characters.
const REPLACED: usize = 120;

/// Whether the words behind a figure put another in its place: "24 months is replaced by 36 months".
pub(super) fn replaced(paragraph: &Paragraph, figure: &Range<usize>) -> bool {
    let sentence = paragraph.sentence_at(figure.start);
    let behind = paragraph.marked.as_str().get(figure.end..sentence.end).unwrap_or_default();
    let near = behind.char_indices().nth(REPLACED).map_or(behind.len(), |(at, _)| at);
    says(&vocabulary().terms.replaced, &behind[..near])
}

/// Whether the words around a figure make it another's than this term's.
fn anothers(rule: &TermRule, paragraph: &Paragraph, place: usize) -> bool {
    anothers_words(rule, paragraph, &paragraph.sentence_at(place))
        .iter()
        .any(|words| words.contains(&place))
}

/// The words of a sentence that make the figures in them another's than this term's.
pub(super) fn anothers_words(
    rule: &TermRule,
    paragraph: &Paragraph,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let text = paragraph.marked.as_str();
    let never = paragraph.languages.iter().flat_map(|lang| rule.file.never(*lang));
    never.flat_map(|words| words.0.find_all(text, sentence.clone())).collect()
}

/// Whether the rest of a sentence, or the next that speaks of it, says that it
/// binds nobody.
fn disowned(paragraph: &Paragraph, place: usize) -> bool {
    let words = &vocabulary().terms;
    let text = paragraph.marked.as_str();
    let sentence = paragraph.sentence_at(place);
    if says(&words.disowned, text.get(place..sentence.end).unwrap_or_default()) {
        return true;
    }
    let next = paragraph.sentences.iter().find(|next| next.start >= sentence.end);
    let next = next.and_then(|next| text.get(next.clone())).unwrap_or_default().trim_start();
    says(&words.refers_back, next) && says(&words.disowned, next)
}
