//! The term sheet: key terms and the sums done with them.

use super::working::{promised, sum};
use super::{ClauseRef, SheetLine};
use crate::matching::Lang;
use crate::provision::Reading;
use crate::terms::KeyTerm;

/// One line a key term, in text order; what is said twice in the same words
/// has one line.
pub(super) fn sheet(reading: &Reading, terms: &[KeyTerm], lang: Lang) -> Vec<SheetLine> {
    let promised = promised(reading, terms);
    let mut lines: Vec<SheetLine> = Vec::new();
    for term in terms {
        let rule = &reading.catalogue.terms[term.id];
        let contract = reading.contract;
        let unit = &contract.units[term.at.unit];
        let written = contract.paragraphs[term.at.unit].plain_range(term.at.range.clone());
        let value = unit.text.as_str()[written].trim().to_owned();
        if lines.iter().any(|line| line.term == *rule.name && line.value == value) {
            continue;
        }
        let sum = rule.file.working.and_then(|w| sum(w, &[&term.quantity], promised, lang));
        lines.push(SheetLine {
            term: rule.name.to_string(),
            title: rule.file.title(lang).to_owned(),
            value,
            sums: sum.into_iter().collect(),
            clause: ClauseRef {
                address: contract.address(term.at.unit),
                heading: contract.heading(term.at.unit).to_owned(),
            },
        });
    }
    lines
}
