//! The term sheet: key terms and the sums done with them.

use super::working::{promised, sum};
use super::{ClauseRef, SheetLine};
use crate::matching::Lang;
use crate::provision::Reading;
use crate::terms::KeyTerm;

/// One line a key term, in text order.
pub(super) fn sheet(reading: &Reading, terms: &[KeyTerm], lang: Lang) -> Vec<SheetLine> {
    let promised = promised(reading, terms);
    terms
        .iter()
        .map(|term| {
            let rule = &reading.catalogue.terms[term.id];
            let working = rule.file.working;
            let sum = working.and_then(|w| sum(w, &[&term.quantity], promised, lang));
            SheetLine {
                term: rule.name.to_string(),
                title: rule.file.title(lang).to_owned(),
                value: term.quantity.to_string(),
                sums: sum.into_iter().collect(),
                clause: ClauseRef {
                    address: reading.contract.address(term.at.unit),
                    heading: reading.contract.heading(term.at.unit).to_owned(),
                },
            }
        })
        .collect()
}
