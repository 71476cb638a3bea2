//! Checks of single quantities.

use crate::check::raise::{Bench, Place};
use crate::clause::Role;
use crate::matching::{Lang, Polarity};
use crate::provision::Occurrence;

/// Quantities written in words and figures that name different amounts:
/// "thirty (60) days".
pub(super) fn words_and_figures(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    let mut places = Vec::new();
    for (unit, paragraph) in contract.paragraphs.iter().enumerate() {
        if contract.units[unit].role == Role::Aside {
            continue;
        }
        for (quantity, at) in &paragraph.quantities {
            let before = &paragraph.folded.as_str()[..quantity.range.start];
            if quantity.words_disagree.is_none() || continues(before) {
                continue;
            }
            let width = paragraph.marked.as_str()[*at..].chars().next().map_or(0, char::len_utf8);
            let at = Occurrence {
                unit,
                range: *at..*at + width,
                sentence: paragraph.sentence_at(*at),
                lang: paragraph.languages.first().copied().unwrap_or(Lang::En),
                polarity: Polarity::Operative,
            };
            places.push(at.into());
        }
    }
    places
}

/// Whether a number in words began before its reader saw it: a line was broken
/// inside "one-hundred and ninety-four".
fn continues(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches("and").trim_end_matches([' ', '-']);
    ["hundred", "thousand", "million", "ratus", "ribu", "juta"]
        .iter()
        .any(|word| before.ends_with(word))
}
