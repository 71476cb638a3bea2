//! Who is who: the names a contract gives its parties, and who pays and who
//! serves.
//!
//! Names come from the parties clause; sides from the roles it names and from
//! the duties in the clauses, never from a neutral label such as 甲方. What
//! cannot be told stays open, since a wrong side turns findings around.

mod candidates;
mod company;
mod duties;
mod mentions;
mod names;
mod sides;
mod survey;

pub(super) use mentions::{Mentions, Place};

use super::paragraph::Paragraph;
use crate::catalogue::{Kind, PartyWords, RoleWords, Vocabulary, vocabulary};
use crate::matching::{Slot, fold};
use crate::source::Mapped;
use candidates::Candidate;
use std::collections::BTreeMap;
use std::ops::Range;
use survey::{Use, survey};

/// A party and how its role was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The name the contract uses, in its own letters: `Acme`, `甲方`, `Customer`.
    pub name: String,
    /// The full name, where the parties clause gives one.
    pub full_name: Option<String>,
    /// The unit that shows the role; `None` when the user said it.
    pub unit: Option<usize>,
}

/// The two sides of a contract.
#[derive(Debug, Clone, Default)]
pub struct Parties {
    /// The one who pays.
    pub customer: Option<Party>,
    /// The one who serves.
    pub vendor: Option<Party>,
    /// Names of parties whose role could not be told, in the contract's letters.
    pub unresolved: Vec<String>,
}

/// Names the user gave.
#[derive(Debug, Clone, Default)]
pub struct NamedParties {
    /// `--customer`.
    pub customer: Option<String>,
    /// `--vendor`.
    pub vendor: Option<String>,
}

/// One unit's text, folded and plain.
#[derive(Debug, Clone, Copy)]
struct Text<'a> {
    folded: &'a str,
    map: &'a Mapped,
    plain: &'a str,
}

impl<'a> Text<'a> {
    /// The plain text that a range of the folded text stands for.
    fn plain_of(&self, folded: Range<usize>) -> &'a str {
        self.plain.get(self.map.origin(folded).range()).unwrap_or_default()
    }
}

/// A shorter text is an extract, in bytes: there every role word names a party.
const EXTRACT: usize = 2_500;

/// Tells the parties of a contract from its paragraphs, and marks their
/// mentions in all of them.
pub(super) fn tell(
    paragraphs: &mut [Paragraph],
    plain: &[&str],
    named: &NamedParties,
    kind: Kind,
) -> Parties {
    let vocabulary = vocabulary();
    let (parties, replacements) = {
        let texts: Vec<Text<'_>> = paragraphs
            .iter()
            .zip(plain)
            .map(|(p, plain)| Text { folded: p.folded.as_str(), map: &p.folded, plain })
            .collect();
        read(&texts, named, kind, vocabulary)
    };
    let mentions = Mentions::new(replacements);
    for paragraph in paragraphs.iter_mut() {
        paragraph.mark(&mentions);
    }
    parties
}

fn read(
    texts: &[Text<'_>],
    named: &NamedParties,
    kind: Kind,
    vocabulary: &Vocabulary,
) -> (Parties, BTreeMap<String, String>) {
    let words = &vocabulary.parties;
    let mut names = names::names(texts);
    let shortened = names::shortened(&names);
    let heads = names::letterheads(texts);
    let sides = [&words.customer, &words.vendor];
    let surveyed = sides
        .iter()
        .flat_map(|side| side.always.iter().chain(&side.if_defined).chain(side.pronouns.keys()))
        .chain(&words.neutral)
        .chain(names.iter().chain(&heads).chain(&shortened).map(|name| &name.word))
        .cloned()
        .collect();
    let uses = survey(surveyed, words, texts);
    let is_name = |name: &names::Name| uses.get(&name.word).is_some_and(|found| found.is_name());
    names.extend(shortened.into_iter().filter(is_name));
    let extract = texts.iter().map(|text| text.folded.len()).sum::<usize>() < EXTRACT;
    // In a contract of two equals, a side is told only where a name says it.
    let equals = matches!(kind, Kind::Nda | Kind::Employment);
    let mut all = candidates::named(names, &uses, vocabulary, extract);
    if !equals {
        sides::speakers(&mut all, vocabulary);
    }
    if all.len() < 2 || (extract && !has_two_names(&all)) {
        candidates::add_roles(&mut all, &uses, vocabulary, extract, equals);
    }
    if !equals {
        candidates::add_translations(&mut all, &uses, vocabulary);
    }
    if !equals && all.len() < 2 {
        candidates::add_known(&mut all, &uses, vocabulary, extract);
    }
    if !equals && all.len() < 2 {
        candidates::add_letterheads(&mut all, heads, &uses, vocabulary);
    }
    candidates::unite(&mut all, vocabulary);
    sides::said(&mut all, named);
    if !equals {
        let owners: BTreeMap<String, usize> = all
            .iter()
            .enumerate()
            .flat_map(|(at, candidate)| candidate.words.iter().map(move |w| (w.clone(), at)))
            .collect();
        let duties = duties::duties(&owners, all.len(), texts, vocabulary);
        let said = named.customer.is_some() || named.vendor.is_some();
        sides::decide(&mut all, &duties, said, extract, vocabulary);
    }
    let standing = !equals
        && (sides::defines_speakers(&all, vocabulary)
            || speaks_as_we(&uses, words, extract)
                && (!has_two_names(&all) || pronouns_act(&all, &uses, vocabulary)));
    let replacements = replacements(&all, standing, vocabulary);
    let party = |slot: Slot, said: &Option<String>| {
        if let Some(name) = said {
            let word = fold(name).as_str().to_owned();
            let known = all.iter().find(|candidate| candidate.words.contains(&word));
            let full_name = known.and_then(|candidate| candidate.full_name.clone());
            return Some(Party { name: name.clone(), full_name, unit: None });
        }
        let best = all
            .iter()
            .filter(|candidate| candidate.slot == Some(slot))
            .max_by_key(|candidate| (candidate.full_name.is_some(), candidate.count));
        best.map(|candidate| candidate.party(&uses, texts))
            .or_else(|| pronoun(slot, &uses, texts, vocabulary).filter(|_| standing))
    };
    let parties = Parties {
        customer: party(Slot::Customer, &named.customer),
        vendor: party(Slot::Vendor, &named.vendor),
        unresolved: all
            .iter()
            .filter(|candidate| candidate.slot.is_none())
            .map(|candidate| candidate.party(&uses, texts).name)
            .collect(),
    };
    (parties, replacements)
}

/// Whether both sides have names of their own, so that "we" is quoted speech.
fn has_two_names(all: &[Candidate]) -> bool {
    all.iter().filter(|candidate| candidate.full_name.is_some()).count() >= 2
}

/// Whether the contract speaks as "we" to "you".
fn speaks_as_we(uses: &BTreeMap<String, Use>, words: &PartyWords, extract: bool) -> bool {
    let sum = |side: &RoleWords, ascii: bool| -> usize {
        let said = side.pronouns.keys().filter(|word| word.is_ascii() == ascii);
        said.filter_map(|word| uses.get(word)).map(|found| found.count).sum()
    };
    let (ours, yours) = if extract { (2, 2) } else { (3, 5) };
    [true, false]
        .iter()
        .any(|&ascii| sum(&words.vendor, ascii) >= ours && sum(&words.customer, ascii) >= yours)
}

/// Whether "we" and "you" act more than the parties do under their names.
fn pronouns_act(all: &[Candidate], uses: &BTreeMap<String, Use>, vocabulary: &Vocabulary) -> bool {
    let words = &vocabulary.parties;
    let acts = |word: &String| uses.get(word).map_or(0, |found| found.acts);
    let sides = [&words.customer, &words.vendor];
    let is_pronoun = |word: &String| sides.iter().any(|side| side.pronouns.contains_key(word));
    let spoken: usize = sides.iter().flat_map(|side| side.pronouns.keys()).map(acts).sum();
    let named: usize =
        all.iter().flat_map(|c| &c.words).filter(|word| !is_pronoun(word)).map(acts).sum();
    spoken > named
}

/// "We" or "you" as a party, for contracts that give no other name.
fn pronoun(
    slot: Slot,
    uses: &BTreeMap<String, Use>,
    texts: &[Text<'_>],
    vocabulary: &Vocabulary,
) -> Option<Party> {
    let words = &vocabulary.parties;
    let side = if slot == Slot::Customer { &words.customer } else { &words.vendor };
    let (word, found) = side
        .pronouns
        .iter()
        .filter(|(_, form)| form.ends_with('}'))
        .filter_map(|(word, _)| Some((word, uses.get(word)?)))
        .max_by_key(|(_, found)| (found.acts, found.count))?;
    (found.count > 0).then(|| Party {
        name: candidates::as_written(word, texts),
        full_name: None,
        unit: found.first,
    })
}

/// What each word that mentions a party is replaced by.
fn replacements(
    all: &[Candidate],
    standing: bool,
    vocabulary: &Vocabulary,
) -> BTreeMap<String, String> {
    let words = &vocabulary.parties;
    let mut found = BTreeMap::new();
    if standing {
        for (word, form) in words.customer.pronouns.iter().chain(&words.vendor.pronouns) {
            let form = form
                .replace("{customer}", &Slot::Customer.char().to_string())
                .replace("{vendor}", &Slot::Vendor.char().to_string());
            found.insert(word.clone(), form);
        }
    }
    for candidate in all {
        let slot = candidate.slot.unwrap_or(Slot::Unknown);
        for word in &candidate.words {
            // "We", "us" and "our" keep their forms.
            if standing && found.contains_key(word) {
                continue;
            }
            found.insert(word.clone(), slot.char().to_string());
        }
    }
    for word in &words.either {
        let either = Slot::Either.char();
        let form = if word.starts_with("neither ") {
            format!("neither {either}")
        } else {
            either.to_string()
        };
        found.insert(word.clone(), form);
    }
    for word in &words.third {
        found.insert(word.clone(), Slot::Third.char().to_string());
    }
    for phrase in &words.not_a_party {
        found.insert(phrase.clone(), String::new());
    }
    found
}

/// Whether two names are the same when folded, or one holds the other.
fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one.as_str().contains(other.as_str())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
