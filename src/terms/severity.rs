//! The severity a time is promised for: named beside it in its sentence, at
//! the start of its item, or in the heading above it.

use crate::catalogue::vocabulary;
use crate::clause::{Contract, folded_heading};
use std::ops::Range;

/// The severities named around the times of one sentence.
#[derive(Debug)]
pub(super) struct Severities {
    /// For each time, the one named beside it.
    beside: Vec<Option<String>>,
    /// The one the sentence, its item or its heading is about.
    around: Option<String>,
}

impl Severities {
    /// Reads a sentence of a unit's marked text; `times` are the places of its
    /// times, in text order.
    pub(super) fn read(
        contract: &Contract,
        unit: usize,
        sentence: &Range<usize>,
        times: &[Range<usize>],
    ) -> Self {
        let paragraph = &contract.paragraphs[unit];
        let text = paragraph.marked.as_str();
        let written = |range: Range<usize>| {
            let plain = paragraph.plain_range(range.clone());
            let own = contract.units[unit].text.as_str().get(plain).map(str::trim);
            own.filter(|own| !own.is_empty()).unwrap_or(&text[range]).to_owned()
        };
        let gap = |index: usize| {
            let start = if index == 0 { sentence.start } else { times[index - 1].end };
            start..times.get(index).map_or(sentence.end, |time| time.start)
        };
        let first = |range: Range<usize>| named(text, range).into_iter().next();
        let last = |range: Range<usize>| named(text, range).pop();
        let before = !times.is_empty() && last(gap(0)).is_some();
        // Several times may follow one name: "P1: answer in 15 minutes, fix in 4 hours".
        let named_before = |index: usize| (0..=index).rev().find_map(|index| last(gap(index)));
        let beside = (0..times.len())
            .map(|index| if before { named_before(index) } else { first(gap(index + 1)) })
            .map(|found| found.map(written))
            .collect();
        let in_unit = first(0..sentence.end).map(written);
        let heading = contract.heading(unit);
        let around = in_unit.or_else(|| {
            let folded = folded_heading(heading);
            named(&folded, 0..folded.len()).first().map(|range| folded[range.clone()].to_owned())
        });
        Self { beside, around }
    }

    /// The severity beside a time.
    pub(super) fn beside(&self, time: usize) -> Option<String> {
        self.beside.get(time).cloned().flatten()
    }

    /// The severity the whole is about.
    pub(super) fn around(&self) -> Option<String> {
        self.around.clone()
    }
}

/// The severities a part of a folded text names, in text order.
fn named(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let Some(part) = text.get(within.clone()) else { return Vec::new() };
    let words = &vocabulary().terms;
    let mut found: Vec<Range<usize>> = words
        .severities
        .iter()
        .flatten()
        .chain(&words.other_severities)
        .flat_map(|name| name.0.find_all(part, 0..part.len()))
        .map(|range| range.start + within.start..range.end + within.start)
        .collect();
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    found.dedup_by(|next, kept| next.start < kept.end);
    found
}
