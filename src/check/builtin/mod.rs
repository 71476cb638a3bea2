//! Checks whose logic is code. Each still has a rule file that says what it
//! means; here stands only where it holds.

mod availabilities;
mod credits;
mod dates;
mod quantities;
mod rates;
mod responses;

use super::raise::{Bench, Place};
use crate::catalogue::{Builtin, TermId};
use crate::terms::KeyTerm;

/// Where a builtin check holds, in text order. `of` are the key terms its rule
/// names.
pub(super) fn places(builtin: Builtin, of: &[TermId], bench: &Bench) -> Vec<Place> {
    let named: Vec<&KeyTerm> = bench.terms.iter().filter(|term| of.contains(&term.id)).collect();
    match builtin {
        Builtin::WordsAndFigures => quantities::words_and_figures(bench),
        Builtin::CreditGapOrOverlap => credits::gap_or_overlap(bench),
        Builtin::CreditNotMonotonic => credits::not_monotonic(bench),
        Builtin::CreditFirstBand => credits::first_band(bench, &named),
        Builtin::CreditAboveCap => credits::above_cap(bench, &named),
        Builtin::StatedDowntimeWrong => availabilities::stated_downtime_wrong(bench),
        Builtin::TwoAvailabilities => availabilities::two(bench, &named),
        Builtin::RateMismatch => rates::mismatch(bench),
        Builtin::ResponseLadderDisorder => responses::disorder(bench, &named),
        Builtin::ImpossibleDate => dates::impossible(bench),
        Builtin::EndBeforeStart => dates::end_before_start(bench),
    }
}
