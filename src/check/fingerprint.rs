//! Names for findings that outlive edits around them.

use crate::clause::{Clause, Contract, Target, folded_heading};
use crate::matching::Slot;
use crate::provision::Occurrence;
use crate::source::Span;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// Hex digits of each half of a fingerprint.
const HALF: usize = 8;

/// A finding's name: 16 hex digits. The first half names the rule and the
/// sentence, the second the headings above it, so that a clause moved under
/// another heading keeps the first. Clause numbers, references to clauses, line
/// breaks and the parties' names do not enter; figures do, for 5% that becomes
/// 50% is not what was accepted. What is absent is named by its rule alone.
pub(super) fn fingerprint(
    rule: &str,
    contract: &Contract,
    at: &Occurrence,
    missing: bool,
) -> String {
    let mut words = Sha256::new();
    let mut headings = Sha256::new();
    words.update(rule.as_bytes());
    if !missing {
        let start = at.sentence.start.max(contract.paragraphs[at.unit].lead);
        words.update([0]);
        words.update(lasting(contract, at.unit, start.min(at.sentence.end)..at.sentence.end));
        // The title of the whole document says nothing of the place.
        for clause in contract.path_of(at.unit).filter(|clause| clause.depth > 0) {
            headings.update([0]);
            headings.update(lasting_heading(contract, clause));
        }
    }
    half(words) + &half(headings)
}

/// The part of a fingerprint that a clause keeps wherever it moves.
pub(crate) fn without_place(fingerprint: &str) -> &str {
    fingerprint.get(..HALF).unwrap_or(fingerprint)
}

fn half(hash: Sha256) -> String {
    hash.finalize().iter().take(HALF / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// A range of a unit's marked text, its quantities written out again and the
/// numbers of other clauses left out.
pub(crate) fn lasting(contract: &Contract, unit: usize, range: Range<usize>) -> String {
    let paragraph = &contract.paragraphs[unit];
    let cited: Vec<Range<usize>> = contract
        .references()
        .iter()
        .filter(|found| found.unit == unit && matches!(found.target, Target::Clause { .. }))
        .map(|found| contract.marked_range(unit, found.range.clone()))
        .collect();
    let mut text = String::new();
    for (offset, c) in paragraph.marked.as_str()[range.clone()].char_indices() {
        let at = range.start + offset;
        if let Some(reference) = cited.iter().find(|reference| reference.contains(&at)) {
            if at == reference.start.max(range.start) {
                text.push('#');
            }
        } else if Slot::of(c).is_some_and(|slot| !slot.is_party()) {
            let folded: Span = paragraph.marked.origin(at..at + c.len_utf8());
            text.push_str(paragraph.folded.as_str().get(folded.range()).unwrap_or_default());
        } else {
            text.push(c);
        }
    }
    text.trim().to_owned()
}

/// A clause's heading without the parties' names, as far as its first unit
/// holds it.
fn lasting_heading(contract: &Contract, clause: &Clause) -> String {
    let unit = clause.units.start;
    let plain = contract.units.get(unit).map_or("", |unit| unit.text.as_str());
    match plain.find(&clause.heading) {
        Some(start) if !clause.heading.is_empty() => {
            let end = start + clause.heading.len();
            lasting(contract, unit, contract.marked_range(unit, start..end))
        }
        _ => folded_heading(&clause.heading),
    }
}

/// Tells findings with one name apart, in text order: a second one gets `-2`.
pub(super) fn number_repeats<'f>(names: impl Iterator<Item = &'f mut String>) {
    let mut seen = std::collections::HashMap::new();
    for name in names {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            name.push_str(&format!("-{count}"));
        }
    }
}
