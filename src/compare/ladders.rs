//! Two ladders of credits: which pays more.

use super::Direction;
use crate::check::LadderStep;
use crate::terms::Band;
use rust_decimal::Decimal;

/// What a change of ladders means for the customer: better where the new one
/// pays more for some uptime and less for none.
pub(super) fn ladder_direction(old: &[LadderStep], new: &[LadderStep]) -> Direction {
    let (mut more, mut less) = (false, false);
    for uptime in uptimes(old.iter().chain(new)) {
        let (Some(was), Some(is)) = (paid(old, uptime), paid(new, uptime)) else {
            // Days and sums of money have no common measure with per cent.
            return Direction::Neutral;
        };
        more |= is > was;
        less |= is < was;
    }
    match (more, less) {
        (true, false) => Direction::Better,
        (false, true) => Direction::Worse,
        _ => Direction::Neutral,
    }
}

/// Uptimes at which ladders can differ: the ends of their bands, and between.
fn uptimes<'a>(steps: impl Iterator<Item = &'a LadderStep>) -> Vec<Decimal> {
    let ends = steps.flat_map(|step| [step.band.upper, step.band.lower]).flatten();
    let mut ends: Vec<Decimal> = ends.chain([Decimal::ZERO, Decimal::ONE_HUNDRED]).collect();
    ends.sort_unstable();
    ends.dedup();
    let between: Vec<Decimal> =
        ends.windows(2).map(|pair| (pair[0] + pair[1]) / Decimal::TWO).collect();
    ends.extend(between);
    ends
}

/// What a ladder pays for an uptime, in per cent: the most of the rows that
/// apply, nothing where none does. `None` where it is not said in per cent.
fn paid(steps: &[LadderStep], uptime: Decimal) -> Option<Decimal> {
    let applying = steps.iter().filter(|step| holds(&step.band, uptime));
    applying
        .map(|step| step.credit.percent())
        .try_fold(Decimal::ZERO, |most, percent| percent.map(|percent| most.max(percent)))
}

fn holds(band: &Band, uptime: Decimal) -> bool {
    band.upper.is_none_or(|upper| uptime < upper || (band.upper_inclusive && uptime == upper))
        && band
            .lower
            .is_none_or(|lower| uptime > lower || (band.lower_inclusive && uptime == lower))
}
