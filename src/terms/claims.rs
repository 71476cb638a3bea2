//! One figure, one key term. The words of several terms may reach for the same
//! figure: "restored in 4 hours with no more than 5 minutes of data lost". The
//! term whose words hold a figure closest has it; the others take the next
//! figure their words speak of, or none.

use super::KeyTerm;
use crate::catalogue::TermRule;
use std::collections::HashMap;

/// The values one place of a provision may have, the best first, each with how
/// loosely the words hold it: the smaller, the closer.
pub(super) type Claim = Vec<(KeyTerm, usize)>;

/// A general term takes a figure that no narrower one has.
const GENERAL: usize = 1_000_000;

/// The value of each claim. Each asks for its best figure; one that loses it
/// to closer words asks for its next.
pub(super) fn settle(rules: &[TermRule], claims: Vec<Claim>) -> Vec<KeyTerm> {
    let cost = |claim: usize, candidate: usize| {
        let (term, loose): &(KeyTerm, usize) = claims.get(claim)?.get(candidate)?;
        let general = rules.get(term.id).is_some_and(|rule| rule.file.general);
        Some((term, loose + if general { GENERAL } else { 0 }))
    };
    let mut holders: HashMap<(usize, usize), Vec<(usize, usize)>> = HashMap::new();
    let mut asking: Vec<(usize, usize)> = (0..claims.len()).map(|claim| (claim, 0)).collect();
    // Each round moves a claim on to a later figure, so there is an end.
    while let Some((claim, candidate)) = asking.pop() {
        let Some((term, own)) = cost(claim, candidate) else { continue };
        let held = holders.entry((term.at.unit, term.at.range.start)).or_default();
        let closer = held.iter().any(|&(other, at)| {
            cost(other, at).is_some_and(|(other, theirs)| other.id != term.id && theirs < own)
        });
        if closer {
            asking.push((claim, candidate + 1));
            continue;
        }
        held.retain(|&(other, at)| {
            let stays =
                cost(other, at).is_none_or(|(other, theirs)| other.id == term.id || theirs == own);
            if !stays {
                asking.push((other, at + 1));
            }
            stays
        });
        held.push((claim, candidate));
    }
    let mut kept: Vec<(usize, usize)> = holders.into_values().flatten().collect();
    kept.sort_unstable();
    let mut claims = claims;
    kept.into_iter()
        .filter_map(|(claim, candidate)| {
            let values = claims.get_mut(claim)?;
            (candidate < values.len()).then(|| values.swap_remove(candidate).0)
        })
        .collect()
}
