//! Shares that words say without a figure: "shall not exceed that month's fee"
//! is a cap of 100 percent, "payable in advance" a prepaid share of as much.

use super::KeyTerm;
use super::cue::languages;
use super::promise::promises;
use crate::clause::Role;
use crate::provision::Reading;
use crate::quantity::{Comparator, Measure, Quantity};
use rust_decimal::Decimal;
use std::ops::Range;

/// Marks that end the words and are none of them.
const MARKS: [char; 4] = ['.', ',', ';', '。'];

/// The whole shares of sentences that state the term in no other way.
pub(super) fn of_sentences(reading: &Reading, found: &[KeyTerm]) -> Vec<KeyTerm> {
    let contract = reading.contract;
    let mut more: Vec<KeyTerm> = Vec::new();
    for (unit, paragraph) in contract.paragraphs.iter().enumerate() {
        if !matches!(contract.units[unit].role, Role::Body | Role::Note | Role::Row(_)) {
            continue;
        }
        let languages = languages(reading, unit);
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            for words in languages.iter().flat_map(|lang| rule.file.whole(*lang)) {
                for mut range in words
                    .0
                    .find_all(paragraph.marked.as_str(), paragraph.lead..paragraph.marked.len())
                {
                    let said = paragraph.marked.as_str().get(range.clone()).unwrap_or_default();
                    range.end = range.start + said.trim_end_matches(MARKS).len();
                    let at = super::column::occurrence(reading, unit, range.clone());
                    let stated = found.iter().chain(&more).any(|term| {
                        term.id == id && term.at.unit == unit && term.at.sentence == at.sentence
                    });
                    if !stated && promises(reading, rule, unit, range.start) {
                        more.push(KeyTerm { id, quantity: all(range), subject: None, at });
                    }
                }
            }
        }
    }
    more
}

fn all(range: Range<usize>) -> Quantity {
    Quantity {
        measure: Measure::Percent { value: Decimal::ONE_HUNDRED, discount: false },
        comparator: Comparator::Exactly,
        per: Vec::new(),
        upper: None,
        words_disagree: None,
        range,
    }
}
