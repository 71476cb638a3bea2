//! Which price of an offer is for a use: by the words of both, and by what
//! they are counted in.

use super::offer::{Allowance, Basis, Charge, Charges};
use super::words::{Named, holds};
use super::{Asked, Note, NoteKind, Use};
use crate::check::SheetLine;

/// Words that two names do not share, where only their units agree.
const BY_UNIT: usize = usize::MAX;

/// What a use is priced by.
#[derive(Debug)]
pub(super) enum Choice<'o, 'a> {
    /// One price a unit.
    Price(&'o Charge<'a>),
    /// Prices that each hold for a tier of the volume.
    Tiers(Vec<&'o Charge<'a>>),
    /// A volume that is included, with its fee where it has one, and the price
    /// beyond.
    Package {
        allowance: &'o Allowance<'a>,
        fee: Option<&'o Charge<'a>>,
        overage: Option<&'o Charge<'a>>,
    },
}

/// What was chosen, what is to be said of it, and which of the prices the user
/// named it took.
pub(super) struct Chosen<'o, 'a> {
    pub(super) choice: Result<Choice<'o, 'a>, Note<'a>>,
    pub(super) notes: Vec<Note<'a>>,
    pub(super) named: Option<usize>,
    /// Whether the plan that was asked for decided.
    pub(super) by_plan: bool,
}

/// Chooses what a use is priced by.
pub(super) fn choose<'o, 'a>(
    used: &Use,
    charges: &'o Charges<'a>,
    asked: &Asked,
) -> Chosen<'o, 'a> {
    let mut by_plan = false;
    let mut notes = Vec::new();
    let pick = asked.prices.iter().position(|(name, _)| name == &used.name);
    let wanted = |line: &SheetLine| pick.is_none_or(|pick| is_called(line, &asked.prices[pick].1));
    let fits = |charge: &&Charge| matches!(&charge.basis, Basis::Unit { unit, .. } if unit.of == used.unit.of);
    let known =
        charges.prices.iter().any(|charge| pick.is_some() && fits(&charge) && wanted(charge.line))
            || charges
                .allowances
                .iter()
                .any(|a| pick.is_some() && a.unit.of == used.unit.of && wanted(a.line));
    let own = Named::read(&used.name);
    // A price the user named is taken whatever its words are.
    let rank = |line: &SheetLine, named: &Named| {
        if known { wanted(line).then_some(0) } else { distance(&own, named, line, used) }
    };
    // A volume of a plan that has its own fee is for whatever is counted so.
    let of_plan = |volume: &Allowance| {
        volume.named.things.is_empty() && charges.prices.iter().any(|charge| volume.has_fee(charge))
    };
    let prices =
        nearest(charges.prices.iter().filter(fits), |charge| rank(charge.line, &charge.named));
    let volumes = charges.allowances.iter().filter(|a| a.unit.of == used.unit.of);
    let volumes = nearest(volumes, |volume| {
        let plan = || (!known && of_plan(volume)).then_some(BY_UNIT);
        rank(volume.line, &volume.named).or_else(plan)
    });
    // A volume counts before a price a unit unless only its unit fits.
    let package = volumes.1.filter(|rank| prices.1.is_none_or(|price| *rank <= price));
    let (prices, price_rank) = (prices.0, prices.1);
    let volumes = kept(volumes.0, asked, &mut by_plan, |volume| volume.line);
    let choice = match (package, volumes.as_slice()) {
        (Some(rank), [allowance]) => {
            if rank == BY_UNIT {
                notes.push(Note::by_unit(used, allowance.line));
            }
            let partner = |list: &'o [Charge<'a>]| partner(list, allowance, charges);
            let overage = partner(&charges.overages).filter(fits).or_else(|| single(&prices));
            let fee = partner(&charges.prices).filter(|fee| matches!(fee.basis, Basis::Flat(_)));
            Ok(Choice::Package { allowance, fee, overage })
        }
        (Some(_), several) => Err(Note::ambiguous(used, several.iter().map(|volume| volume.line))),
        (None, _) => {
            let prices = kept(prices, asked, &mut by_plan, |charge| charge.line);
            if price_rank == Some(BY_UNIT) && prices.len() == 1 {
                notes.push(Note::by_unit(used, prices[0].line));
            }
            match prices.as_slice() {
                [] => Err(Note::of(NoteKind::NoPrice, &[("use", &used.name)])),
                [one] => Ok(Choice::Price(one)),
                several if several.iter().all(|charge| charge.band.is_some()) => {
                    Ok(Choice::Tiers(prices))
                }
                several => Err(Note::ambiguous(used, several.iter().map(|charge| charge.line))),
            }
        }
    };
    Chosen { choice, notes, named: pick.filter(|_| known), by_plan }
}

/// Whether a user means a price of an offer by a name: words of its subject,
/// or its clause.
fn is_called(line: &SheetLine, name: &str) -> bool {
    holds(&line.subject, name) || holds(&line.clause.address, name)
}

/// How far a price's name is from a use's: how many things it speaks of that
/// the use does not. `None` where it does not speak of all that the use does.
fn distance(own: &Named, named: &Named, line: &SheetLine, used: &Use) -> Option<usize> {
    let all = own.things.is_subset(&named.things)
        && own.others.iter().all(|word| holds(&line.subject, word));
    if all && !(own.things.is_empty() && own.others.is_empty()) {
        return Some(named.things.len() - own.things.len());
    }
    // "40 seats" of "Gold plan, per seat": the unit is the name.
    let unit_is_name = super::words::Unit::in_phrase(&used.name).is_some_and(|u| u == used.unit)
        && own.others.is_empty();
    let says_nothing = named.things.is_empty() && (named.plain || unit_is_name);
    says_nothing.then_some(BY_UNIT)
}

/// Those of least rank, with it.
fn nearest<T: Copy>(
    all: impl Iterator<Item = T>,
    rank: impl Fn(T) -> Option<usize>,
) -> (Vec<T>, Option<usize>) {
    let ranked: Vec<(T, usize)> = all.filter_map(|one| Some((one, rank(one)?))).collect();
    let least = ranked.iter().map(|(_, rank)| *rank).min();
    (
        ranked.into_iter().filter(|(_, rank)| Some(*rank) == least).map(|(one, _)| one).collect(),
        least,
    )
}

/// Of several, those of the plan that was asked for, where one is.
pub(super) fn kept<'a, T: Copy>(
    all: Vec<T>,
    asked: &Asked,
    by_plan: &mut bool,
    line: impl Fn(T) -> &'a SheetLine,
) -> Vec<T> {
    let Some(plan) = asked.plan.as_deref().filter(|_| all.len() > 1) else { return all };
    let of_plan = |one: &T| holds(&line(*one).subject, plan);
    let chosen: Vec<T> = all.iter().copied().filter(of_plan).collect();
    *by_plan |= !chosen.is_empty();
    if chosen.is_empty() { all } else { chosen }
}

fn single<T: Copy>(all: &[T]) -> Option<T> {
    match all {
        [one] => Some(*one),
        _ => None,
    }
}

/// The charge that belongs to a volume: in its row, under its name, or the
/// only one where there is but one volume.
fn partner<'o, 'a>(
    list: &'o [Charge<'a>],
    allowance: &Allowance,
    charges: &Charges,
) -> Option<&'o Charge<'a>> {
    let line = allowance.line;
    let in_row = |charge: &&Charge| {
        charge.line.clause.address == line.clause.address && charge.line.subject == line.subject
    };
    let by_name =
        |charge: &&Charge| !line.subject.is_empty() && charge.line.subject == line.subject;
    let flat: Vec<&Charge> = list.iter().collect();
    list.iter()
        .find(in_row)
        .or_else(|| list.iter().find(by_name))
        .or_else(|| single(&flat).filter(|_| charges.allowances.len() == 1))
}
