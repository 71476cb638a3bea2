//! Checks whose logic is code. Each still has a rule file that says what it
//! means; here stands only where it holds.

mod quantities;

use super::raise::Bench;
use crate::catalogue::Builtin;
use crate::provision::Occurrence;

/// A place where a builtin check holds, and what else to point at.
pub(super) struct Place {
    /// The words that are the cause.
    pub(super) at: Occurrence,
    /// Other words that belong to it.
    pub(super) further: Vec<Occurrence>,
}

/// Where a builtin check holds, in text order.
pub(super) fn places(builtin: Builtin, bench: &Bench) -> Vec<Place> {
    match builtin {
        Builtin::WordsAndFigures => quantities::words_and_figures(bench),
    }
}
