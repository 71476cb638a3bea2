//! The side each party is on where its name does not tell: by what the user
//! said, by who speaks, by duties and by what is left over.

use super::candidates::Candidate;
use super::duties::Duties;
use super::{NamedParties, same_name};
use crate::catalogue::Vocabulary;
use crate::matching::Slot;

/// How far duties must lean for a side to be told by them.
const LEAST_LEAN: i64 = 4;
/// How far apart two parties must lean where the duties of one alone tell, and others speak against them.
const LEAST_APART: i64 = 6;

/// Sides of parties that are called "we" and "you".
pub(super) fn speakers(all: &mut [Candidate], vocabulary: &Vocabulary) {
    let words = &vocabulary.parties;
    for (slot, side) in [(Slot::Customer, &words.customer), (Slot::Vendor, &words.vendor)] {
        for candidate in all.iter_mut().filter(|candidate| candidate.slot.is_none()) {
            if candidate.words.iter().any(|word| side.pronouns.contains_key(word)) {
                candidate.slot = Some(slot);
            }
        }
    }
}

/// Whether a definition says who "you" or "we" is: `the customer ("you")`.
pub(super) fn defines_speakers(all: &[Candidate], vocabulary: &Vocabulary) -> bool {
    let words = &vocabulary.parties;
    let pronoun = |word: &String| {
        words.customer.pronouns.contains_key(word) || words.vendor.pronouns.contains_key(word)
    };
    all.iter().any(|candidate| candidate.defined && candidate.words.iter().any(pronoun))
}

/// Sets the sides the user named.
pub(super) fn said(all: &mut Vec<Candidate>, named: &NamedParties) {
    for (slot, name) in [(Slot::Customer, &named.customer), (Slot::Vendor, &named.vendor)] {
        let Some(name) = name else { continue };
        let word = crate::matching::fold(name).as_str().to_owned();
        let known = all.iter().position(|c| {
            c.words.contains(&word)
                || c.full_name.as_deref().is_some_and(|full| same_name(full, name))
        });
        for candidate in all.iter_mut().filter(|c| c.slot == Some(slot)) {
            candidate.slot = None;
        }
        match known {
            Some(at) => {
                all[at].slot = Some(slot);
                if !all[at].words.contains(&word) {
                    all[at].words.push(word);
                }
            }
            None => all.push(Candidate {
                words: vec![word],
                slot: Some(slot),
                count: usize::MAX,
                ..Candidate::default()
            }),
        }
    }
}

/// Decides the open sides by duties, and by what is left over. Where the user
/// named one side, no duty denies the other; in an extract, which says little, less is enough where
/// nothing speaks against it.
pub(super) fn decide(
    all: &mut [Candidate],
    duties: &[Duties],
    said: bool,
    extract: bool,
    vocabulary: &Vocabulary,
) {
    let most = all.iter().map(|c| c.count.min(10_000)).max().unwrap_or_default();
    let lean: Vec<i64> = all
        .iter()
        .zip(duties)
        .map(|(candidate, duties)| duties.balance() + usual(candidate, vocabulary))
        .collect();
    let open = |all: &[Candidate]| -> Vec<usize> {
        (0..all.len())
            .filter(|&at| {
                all[at].slot.is_none() && (all[at].count * 8 >= most || all[at].full_name.is_some())
            })
            .collect()
    };
    let taken = |all: &[Candidate], slot| all.iter().position(|c| c.slot == Some(slot));
    let free = open(all);
    if taken(all, Slot::Customer).is_none() && taken(all, Slot::Vendor).is_none() {
        let Some(&payer) = free.iter().max_by_key(|&&at| lean[at]) else { return };
        let Some(&server) = free.iter().min_by_key(|&&at| lean[at]) else { return };
        let apart = lean[payer] - lean[server];
        let told: i64 = [payer, server]
            .iter()
            .map(|&at| i64::from(duties[at].customer) + i64::from(duties[at].vendor))
            .sum();
        let opposed = lean[payer] > 0 && lean[server] < 0
            || free.len() == 2 && (apart >= LEAST_APART || extract && apart >= told);
        if payer != server && apart >= LEAST_LEAN && apart * 3 >= told && opposed {
            set(&mut all[payer], Slot::Customer, &duties[payer]);
            set(&mut all[server], Slot::Vendor, &duties[server]);
        }
        return;
    }
    for (slot, other, sign) in
        [(Slot::Customer, Slot::Vendor, 1), (Slot::Vendor, Slot::Customer, -1)]
    {
        if taken(all, slot).is_some() || taken(all, other).is_none() {
            continue;
        }
        let best = free.iter().copied().max_by_key(|&at| lean[at] * sign);
        let Some(best) = best else { continue };
        // The only one left over is the other side unless its duties deny it.
        let alone = free.len() == 1 && (said || lean[best] * sign > -LEAST_LEAN);
        if alone || lean[best] * sign >= LEAST_LEAN {
            set(&mut all[best], slot, &duties[best]);
        }
    }
}

/// How much a name that may be a side's counts beside duties, and one that names nobody but a side.
const MAY_BE: i64 = 3;
const IS_ROLE: i64 = 8;

/// How a name such as Company or Contractor usually leans.
fn usual(candidate: &Candidate, vocabulary: &Vocabulary) -> i64 {
    let words = &vocabulary.parties;
    let names = |list: &[String]| candidate.words.iter().any(|word| list.contains(word));
    let weight = if names(&words.roles) { IS_ROLE } else { MAY_BE };
    match (names(&words.customer.if_defined), names(&words.vendor.if_defined)) {
        (true, false) => weight,
        (false, true) => -weight,
        _ => 0,
    }
}

fn set(candidate: &mut Candidate, slot: Slot, duties: &Duties) {
    candidate.slot = Some(slot);
    let shown = if slot == Slot::Customer { duties.pays_in } else { duties.serves_in };
    candidate.unit = shown.or(candidate.unit);
}
