//! The term sheet: key terms and the sums done with them.

use super::{ClauseRef, SheetLine};
use crate::matching::Lang;
use crate::provision::Reading;
use crate::terms::KeyTerm;

/// One line a key term, in text order.
pub(super) fn sheet(reading: &Reading, terms: &[KeyTerm], lang: Lang) -> Vec<SheetLine> {
    terms
        .iter()
        .map(|term| {
            let rule = &reading.catalogue.terms[term.id];
            SheetLine {
                term: rule.name.to_string(),
                title: rule.file.title(lang).to_owned(),
                value: term.quantity.to_string(),
                sums: Vec::new(),
                clause: ClauseRef {
                    address: reading.contract.address(term.at.unit),
                    heading: reading.contract.heading(term.at.unit).to_owned(),
                },
            }
        })
        .collect()
}
