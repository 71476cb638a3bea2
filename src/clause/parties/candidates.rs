//! The parties there may be, and the side each is on.

use super::duties::Duties;
use super::names::Name;
use super::survey::Use;
use super::{NamedParties, Party, Text, same_name};
use crate::catalogue::Vocabulary;
use crate::matching::Slot;
use std::collections::BTreeMap;

/// A party the contract may have.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Folded words that name it.
    pub(super) words: Vec<String>,
    pub(super) full_name: Option<String>,
    /// The unit that shows its role, or gives its name.
    pub(super) unit: Option<usize>,
    pub(super) slot: Option<Slot>,
    /// How often it is named.
    pub(super) count: usize,
}

/// How often a name must be used to be a party's.
const LEAST_USES: usize = 3;
/// How far duties must lean for a side to be told by them.
const LEAST_LEAN: i64 = 4;

impl Candidate {
    /// The party, under the name the contract uses most.
    pub(super) fn party(&self, uses: &BTreeMap<String, Use>, texts: &[Text<'_>]) -> Party {
        let count = |word: &&String| uses.get(*word).map_or(0, |found| found.count);
        let word = self.words.iter().max_by_key(count).cloned().unwrap_or_default();
        Party {
            name: as_written(&word, texts),
            full_name: self.full_name.clone(),
            unit: self.unit.or_else(|| uses.get(&word)?.first),
        }
    }
}

/// A folded word in the contract's own letters: with a capital rather than
/// without, and all in capitals only if it never stands otherwise.
pub(super) fn as_written(word: &str, texts: &[Text<'_>]) -> String {
    let mut best: Option<(u8, &str)> = None;
    let letter = |c: char| c.is_ascii_alphanumeric();
    for text in texts {
        for (at, _) in text.folded.match_indices(word) {
            if word.starts_with(letter)
                && (text.folded[..at].ends_with(letter)
                    || text.folded[at + word.len()..].starts_with(letter))
            {
                continue;
            }
            let written = text.plain_of(at..at + word.len());
            let lower = written.chars().any(char::is_lowercase);
            let rank = match written.chars().next() {
                Some(c) if c.is_uppercase() => {
                    if lower {
                        3
                    } else {
                        2
                    }
                }
                Some(c) if c.is_lowercase() => 1,
                _ => 3,
            };
            if best.is_none_or(|(other, _)| other < rank) {
                best = Some((rank, written));
            }
            if rank == 3 {
                return written.to_owned();
            }
        }
    }
    best.map_or_else(|| word.to_owned(), |(_, written)| written.to_owned())
}

/// The parties that have names: those of the parties clause, and neutral
/// labels such as 甲方 wherever they are used.
pub(super) fn named(
    names: Vec<Name>,
    uses: &BTreeMap<String, Use>,
    vocabulary: &Vocabulary,
) -> Vec<Candidate> {
    let mut groups: BTreeMap<usize, Candidate> = BTreeMap::new();
    for name in names {
        let count = uses.get(&name.word).map_or(0, |found| found.count);
        let group = groups.entry(name.party).or_insert_with(|| Candidate {
            words: Vec::new(),
            full_name: name.full_name.clone(),
            unit: Some(name.unit),
            slot: None,
            count: 0,
        });
        let role = role_of(&name.word, vocabulary)
            .or_else(|| role_beside(name.beside.as_deref()?, vocabulary));
        group.slot = group.slot.or(role);
        group.count += count;
        group.words.push(name.word);
        group.words.extend(name.beside.filter(|word| role_of(word, vocabulary).is_some()));
    }
    let mut all: Vec<Candidate> = groups
        .into_values()
        .filter(|c| c.count >= LEAST_USES || (c.slot.is_some() && c.full_name.is_some()))
        .collect();
    for label in &vocabulary.parties.neutral {
        let found = uses.get(label).copied().unwrap_or_default();
        let count = found.count;
        if count > 1
            && (found.acts > 1 || !label.is_ascii())
            && !all.iter().any(|c| c.words.contains(label))
        {
            let words = vec![label.clone()];
            all.push(Candidate { words, full_name: None, unit: None, slot: None, count });
        }
    }
    all
}

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

/// The side a word always names.
fn role_of(word: &str, vocabulary: &Vocabulary) -> Option<Slot> {
    let words = &vocabulary.parties;
    if words.customer.always.iter().any(|w| w == word) {
        return Some(Slot::Customer);
    }
    words.vendor.always.iter().any(|w| w == word).then_some(Slot::Vendor)
}

/// The side that a bracket beside a label names: 甲方（采购方）.
fn role_beside(beside: &str, vocabulary: &Vocabulary) -> Option<Slot> {
    let words = &vocabulary.parties;
    let beside = beside.trim_start_matches("以下简称").trim_matches('"');
    let names = |list: &[String]| {
        list.iter().any(|w| beside == w || (!w.is_ascii() && beside.ends_with(w.as_str())))
    };
    let customer = names(&words.customer.always) || names(&words.customer.if_defined);
    let vendor = names(&words.vendor.always) || names(&words.vendor.if_defined);
    match (customer, vendor) {
        (true, false) => Some(Slot::Customer),
        (false, true) => Some(Slot::Vendor),
        _ => None,
    }
}

/// Adds the sides that role words name, where the contract uses them as names:
/// in capitals, or in Chinese as someone who acts.
pub(super) fn add_roles(
    all: &mut Vec<Candidate>,
    uses: &BTreeMap<String, Use>,
    vocabulary: &Vocabulary,
    extract: bool,
    equals: bool,
) {
    let words = &vocabulary.parties;
    // Beside a named party, "Customer" may be anybody's: it must be used as much.
    let named = all.iter().map(|candidate| candidate.count).max().unwrap_or_default();
    for (slot, side) in [(Slot::Customer, &words.customer), (Slot::Vendor, &words.vendor)] {
        let is_name = |word: &&String| {
            let Some(found) = uses.get(*word).filter(|found| found.count > 0) else { return false };
            let acts = if word.is_ascii() {
                found.capital * 2 > found.count && found.acts > 0
            } else {
                found.acts > 1
            };
            (extract && !(equals && found.acts == 0))
                || (acts
                    && !equals
                    && found.count >= LEAST_USES
                    && found.acts >= LEAST_USES
                    && found.acts * 8 >= named)
        };
        let found: Vec<String> = side
            .always
            .iter()
            .filter(is_name)
            .filter(|word| !all.iter().any(|c| c.words.contains(word)))
            .cloned()
            .collect();
        if found.is_empty() {
            continue;
        }
        let count = found.iter().filter_map(|w| uses.get(w)).map(|u| u.count).sum();
        match all.iter_mut().find(|c| c.slot == Some(slot)) {
            Some(known) => known.words.extend(found),
            None => {
                all.push(Candidate {
                    words: found,
                    full_name: None,
                    unit: None,
                    slot: Some(slot),
                    count,
                });
            }
        }
    }
}

/// Adds the role words of the other script, where all names are in one: in a
/// bilingual contract the Customer is also 客户.
pub(super) fn add_translations(
    all: &mut [Candidate],
    uses: &BTreeMap<String, Use>,
    vocabulary: &Vocabulary,
) {
    let mut scripts = all.iter().flat_map(|c| &c.words).map(|word| word.is_ascii());
    let Some(ascii) = scripts.next() else { return };
    if scripts.any(|other| other != ascii) {
        return;
    }
    let words = &vocabulary.parties;
    for (slot, side) in [(Slot::Customer, &words.customer), (Slot::Vendor, &words.vendor)] {
        let Some(known) = all.iter_mut().find(|c| c.slot == Some(slot)) else { continue };
        let acting = side.always.iter().filter(|word| {
            word.is_ascii() != ascii
                && uses.get(*word).is_some_and(|found| found.acts > 0 && found.capital > 0)
        });
        known.words.extend(acting.cloned());
    }
}

/// Makes one candidate of those whose words are one party in two languages:
/// 甲方 and Party A.
pub(super) fn unite(all: &mut Vec<Candidate>, vocabulary: &Vocabulary) {
    for words in &vocabulary.parties.equivalents {
        let has = |candidate: &Candidate| candidate.words.iter().any(|word| words.contains(word));
        let Some(first) = all.iter().position(has) else { continue };
        while let Some(other) = all.iter().skip(first + 1).position(has) {
            let other = all.remove(first + 1 + other);
            let kept = &mut all[first];
            kept.slot = kept.slot.or(other.slot);
            kept.full_name = kept.full_name.take().or(other.full_name);
            kept.unit = kept.unit.or(other.unit);
            kept.count += other.count;
            kept.words.extend(other.words);
        }
    }
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
                full_name: None,
                unit: None,
                slot: Some(slot),
                count: usize::MAX,
            }),
        }
    }
}

/// Decides the open sides by duties, and by what is left over. Where the user
/// named one side, no duty denies the other.
pub(super) fn decide(
    all: &mut [Candidate],
    duties: &[Duties],
    said: bool,
    vocabulary: &Vocabulary,
) {
    let most = all.iter().map(|c| c.count.min(10_000)).max().unwrap_or_default();
    let lean: Vec<i64> = all
        .iter()
        .zip(duties)
        .map(|(candidate, duties)| duties.balance() + usual(candidate, vocabulary))
        .collect();
    let open = |all: &[Candidate]| -> Vec<usize> {
        (0..all.len()).filter(|&at| all[at].slot.is_none() && all[at].count * 8 >= most).collect()
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
        let opposed =
            lean[payer] > 0 && lean[server] < 0 || (free.len() == 2 && apart >= 2 * LEAST_LEAN);
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

/// How a name such as Buyer or Contractor usually leans.
fn usual(candidate: &Candidate, vocabulary: &Vocabulary) -> i64 {
    let words = &vocabulary.parties;
    let names = |list: &[String]| candidate.words.iter().any(|word| list.contains(word));
    match (names(&words.customer.if_defined), names(&words.vendor.if_defined)) {
        (true, false) => 3,
        (false, true) => -3,
        _ => 0,
    }
}

fn set(candidate: &mut Candidate, slot: Slot, duties: &Duties) {
    candidate.slot = Some(slot);
    let shown = if slot == Slot::Customer { duties.pays_in } else { duties.serves_in };
    candidate.unit = shown.or(candidate.unit);
}
