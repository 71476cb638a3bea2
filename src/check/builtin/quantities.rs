//! Checks of single quantities.

use super::{counting, up_to_quantity};
use crate::check::raise::{Bench, Place};

/// Quantities written in words and figures that name different amounts:
/// "thirty (60) days".
pub(super) fn words_and_figures(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    let mut places = Vec::new();
    for (unit, paragraph) in counting(contract) {
        for (quantity, at) in &paragraph.quantities {
            let before = &paragraph.folded.as_str()[..quantity.range.start];
            if quantity.words_disagree.is_none() || continues(before) {
                continue;
            }
            places.push(up_to_quantity(contract, unit, *at, *at).into());
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
