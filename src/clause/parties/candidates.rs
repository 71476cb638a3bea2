//! The parties there may be, and the side that the name of each tells.

use super::names::Name;
use super::survey::Use;
use super::{Party, Text, same_name};
use crate::catalogue::Vocabulary;
use crate::matching::Slot;
use std::collections::BTreeMap;

/// A party the contract may have.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    /// Folded words that name it.
    pub(super) words: Vec<String>,
    pub(super) full_name: Option<String>,
    /// The unit that shows its role, or gives its name.
    pub(super) unit: Option<usize>,
    pub(super) slot: Option<Slot>,
    /// How often it is named.
    pub(super) count: usize,
    /// Whether its name is given beside a role: `the customer ("University")`.
    pub(super) defined: bool,
}

/// How often a name must be used to be a party's.
const LEAST_USES: usize = 3;

impl Candidate {
    /// The party, under the name the contract uses most.
    pub(super) fn party(&self, uses: &BTreeMap<String, Use>, texts: &[Text<'_>]) -> Party {
        let count = |word: &&String| uses.get(*word).map_or(0, |found| found.count);
        // Of equals the one that was given first.
        let word = self.words.iter().rev().max_by_key(count).cloned().unwrap_or_default();
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
    extract: bool,
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
            defined: false,
        });
        group.defined |= name.beside.is_some();
        let role = role_of(&name.word, vocabulary)
            .or_else(|| role_beside(name.beside.as_deref()?, vocabulary));
        group.slot = group.slot.or(role);
        group.count += count;
        group.words.push(name.word);
        group.words.extend(name.beside.filter(|word| role_of(word, vocabulary).is_some()));
    }
    let mut all: Vec<Candidate> = groups
        .into_values()
        .filter(|c| {
            let labelled = c.words.iter().any(|word| vocabulary.parties.neutral.contains(word));
            c.count >= LEAST_USES
                || (c.slot.is_some() && (c.full_name.is_some() || c.defined))
                || ((labelled || extract) && c.full_name.is_some() && c.count > 1)
        })
        .collect();
    for label in &vocabulary.parties.neutral {
        let found = uses.get(label).copied().unwrap_or_default();
        let count = found.count;
        if count > 1
            && (found.acts > 1 || !label.is_ascii())
            && !all.iter().any(|c| c.words.contains(label))
        {
            let words = vec![label.clone()];
            all.push(Candidate { words, count, ..Candidate::default() });
        }
    }
    all
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
    let beside = beside.trim_start_matches("the ").trim_start_matches("以下简称").trim_matches('"');
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
/// in capitals, behind an article, or in Chinese as someone who acts.
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
            let acts =
                if word.is_ascii() { found.is_name() && found.acts > 0 } else { found.acts > 1 };
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
                    slot: Some(slot),
                    count,
                    ..Candidate::default()
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

/// How often a word must be used to name a party that nothing defines.
const LEAST_KNOWN: usize = 5;

/// Adds words that may name a side, where the contract uses one as a name
/// without a definition: "The University shall". Duties tell the side; in an
/// extract, which has few, the word does.
pub(super) fn add_known(
    all: &mut Vec<Candidate>,
    uses: &BTreeMap<String, Use>,
    vocabulary: &Vocabulary,
    extract: bool,
) {
    let words = &vocabulary.parties;
    let (customer, vendor) = (&words.customer.if_defined, &words.vendor.if_defined);
    let taken = |slot| all.iter().any(|c| c.slot == Some(slot));
    let open = [(customer, vendor, Slot::Customer), (vendor, customer, Slot::Vendor)];
    let mut known: Vec<(&String, Use, Option<Slot>)> = open
        .into_iter()
        .filter(|(_, _, slot)| !extract || !taken(*slot))
        .flat_map(|(own, other, slot)| {
            own.iter().filter(|word| !other.contains(word)).map(move |word| (word, slot))
        })
        .filter_map(|(word, slot)| Some((word, *uses.get(word)?, slot)))
        .filter_map(|(word, found, slot)| {
            let role = words.roles.contains(word);
            let short = extract && role && found.acts > 0;
            let enough = short || (found.count >= LEAST_KNOWN && found.acts >= LEAST_USES);
            let name = !word.is_ascii()
                || found.capital * 10 >= found.count * 9
                || (role && found.is_name());
            let new = !all.iter().any(|c| c.words.contains(word));
            (enough && name && new).then_some((word, found, short.then_some(slot)))
        })
        .collect();
    known.sort_by_key(|(_, found, _)| std::cmp::Reverse(found.acts));
    for (word, found, slot) in known.into_iter().take(2_usize.saturating_sub(all.len())) {
        let same = all.iter_mut().find(|c| slot.is_some() && c.slot == slot);
        match same {
            Some(known) => known.words.push(word.clone()),
            None => all.push(Candidate {
                words: vec![word.clone()],
                unit: found.first,
                slot,
                count: found.count,
                ..Candidate::default()
            }),
        }
    }
}

/// Adds the one whose name heads the paper, where a side is not named yet.
pub(super) fn add_letterheads(
    all: &mut Vec<Candidate>,
    heads: Vec<Name>,
    uses: &BTreeMap<String, Use>,
    vocabulary: &Vocabulary,
) {
    let known = |c: &Candidate, head: &Name| {
        c.full_name
            .as_deref()
            .zip(head.full_name.as_deref())
            .is_some_and(|(one, other)| same_name(one, other) || same_name(other, one))
    };
    let Some(head) = heads.into_iter().find(|head| !all.iter().any(|c| known(c, head))) else {
        return;
    };
    let found = uses.get(&head.word).copied().unwrap_or_default();
    let spoken = |word: &str| uses.get(word).is_some_and(|found| found.acts > 0);
    let standing = all.iter().all(|c| c.slot == Some(Slot::Customer))
        && vocabulary.parties.vendor.pronouns.keys().any(|word| spoken(word));
    // A word that also stands without a capital is no name.
    let name = head.full_name.is_some() || found.capital == found.count;
    if !name || (found.acts < 2 && (!standing || head.full_name.is_none())) {
        return;
    }
    all.push(Candidate {
        words: vec![head.word],
        full_name: head.full_name,
        unit: Some(head.unit),
        slot: standing.then_some(Slot::Vendor),
        count: found.count.max(1),
        defined: false,
    });
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
