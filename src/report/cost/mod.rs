//! What offers cost: as JSON for programs (`fineprint.cost/1`, see
//! `docs/json.md`), as Markdown for documents, and as rows that the terminal
//! sets out.

mod json;
mod markdown;
mod phrases;
mod table;

pub use json::cost_json;
pub use markdown::cost_markdown;
pub(super) use phrases::CostPhrases;
pub(super) use table::{CostRow, amount, table};

use super::Failure;
use crate::arithmetic::filled;
use crate::cost::{Asked, Offer, SideBySide};
use crate::matching::Lang;

/// Offers and what they were priced for.
#[derive(Debug, Clone, Copy)]
pub struct CostSheets<'a> {
    /// The offers, in the order in which they were given.
    pub offers: &'a [Offer<'a>],
    /// What they were priced for.
    pub asked: &'a Asked,
    /// The offers in one currency, where that can be done.
    pub side_by_side: Option<&'a SideBySide>,
    /// Files that could not be read.
    pub failures: &'a [Failure],
    /// The language of the sheet's own words.
    pub lang: Lang,
}

impl CostSheets<'_> {
    /// Over how many months, and at which use.
    pub(super) fn over(&self, p: &CostPhrases) -> String {
        let uses: Vec<String> = self.asked.uses.iter().map(|used| p.used(used)).collect();
        let length = p.length(self.asked.months);
        filled(&p.over, &[("length", &length), ("uses", &uses.join("; "))])
    }
}
