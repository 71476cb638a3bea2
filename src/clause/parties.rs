//! Who is who: the names a contract gives its parties, and who pays and who
//! serves.

use super::paragraph::Paragraph;
use crate::catalogue::{Vocabulary, vocabulary};
use crate::matching::{Slot, fold};
use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

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
    /// Labels whose role could not be told.
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

/// A place in folded text that is replaced.
pub(super) struct Place {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// Index of the quantity it stands for; `None` for a party.
    pub(super) quantity: Option<usize>,
}

/// All words that mention a party, and what each folds to.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    automaton: Option<AhoCorasick>,
    /// For each word its replacement; empty for a phrase that names no party.
    replacements: Vec<String>,
}

impl Mentions {
    fn new(words: BTreeMap<String, String>) -> Self {
        let (words, replacements): (Vec<_>, Vec<_>) =
            words.into_iter().filter(|(word, _)| !word.is_empty()).unzip();
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok();
        Self { automaton, replacements }
    }

    /// The mentions in a folded text.
    pub(super) fn find(&self, text: &str) -> Vec<Place> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let letter = |c: char| c.is_ascii_alphanumeric();
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(found) = automaton.find(aho_corasick::Input::new(text).range(at..)) {
            let range = found.range();
            let word = &text[range.clone()];
            let inside = (word.starts_with(letter) && text[..range.start].ends_with(letter))
                || (word.ends_with(letter) && text[range.end..].starts_with(letter));
            let replacement = &self.replacements[found.pattern().as_usize()];
            if inside {
                at = range.start + text[range.start..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            at = range.end;
            if !replacement.is_empty() {
                let start = if word.is_ascii() && text[..range.start].ends_with(" the ") {
                    range.start - 4
                } else if word.is_ascii() && &text[..range.start] == "the " {
                    0
                } else {
                    range.start
                };
                places.push(Place {
                    range: start..range.end,
                    text: replacement.clone(),
                    quantity: None,
                });
            }
        }
        places
    }
}

/// A name the contract gives a party: `Acme Ltd ("Customer")`.
#[derive(Debug)]
struct Alias {
    /// Folded.
    word: String,
    full_name: Option<String>,
    unit: usize,
}

/// How many units at the start may hold the parties clause.
const PARTIES_CLAUSE: usize = 60;

/// Tells the parties of a contract from its paragraphs, and marks their
/// mentions in all of them.
pub(super) fn tell(paragraphs: &mut [Paragraph], plain: &[&str], named: &NamedParties) -> Parties {
    let vocabulary = vocabulary();
    let words = &vocabulary.parties;
    let mut roles: BTreeMap<String, (Slot, Option<usize>)> = BTreeMap::new();
    let aliases = aliases(paragraphs);
    let standing = standing_terms(paragraphs);

    for (slot, list) in [(Slot::Customer, &words.customer), (Slot::Vendor, &words.vendor)] {
        for word in &list.always {
            roles.insert(word.clone(), (slot, None));
        }
    }
    let mut open: Vec<String> = Vec::new();
    for alias in &aliases {
        let name = alias.word.as_str();
        if let Some(role) = roles.get_mut(name) {
            role.1.get_or_insert(alias.unit);
        } else if words.either.iter().chain(&words.third).any(|w| w == name) {
        } else {
            open.push(alias.word.clone());
        }
    }
    for word in &words.neutral {
        if paragraphs.iter().any(|p| p.folded.as_str().contains(word.as_str())) {
            open.push(word.clone());
        }
    }
    open.dedup();
    for (label, slot, unit) in labelled_roles(paragraphs, &open, vocabulary) {
        roles.insert(label, (slot, Some(unit)));
    }
    open.retain(|word| !roles.contains_key(word));

    for (slot, name) in [(Slot::Customer, &named.customer), (Slot::Vendor, &named.vendor)] {
        let Some(name) = name else { continue };
        let name = fold(name).as_str().to_owned();
        let known = aliases
            .iter()
            .find(|a| {
                a.word == name
                    || a.full_name
                        .as_deref()
                        .is_some_and(|full| fold(full).as_str().contains(&name))
            })
            .map(|a| a.word.clone());
        for (_, (other, _)) in
            roles.iter_mut().filter(|(word, _)| **word == name || Some(*word) == known.as_ref())
        {
            *other = slot;
        }
        roles.insert(known.clone().unwrap_or_else(|| name.clone()), (slot, None));
        roles.insert(name.clone(), (slot, None));
        open.retain(|word| *word != name && Some(word) != known.as_ref());
    }
    by_duties(paragraphs, &mut open, &mut roles, vocabulary);

    // The one left over is the other side.
    if open.len() == 1 && aliases.len() + usize::from(words.neutral.contains(&open[0])) >= 1 {
        let taken: Vec<Slot> = roles
            .iter()
            .filter(|(word, (_, unit))| unit.is_some() && counts(paragraphs, word) > 0)
            .map(|(_, (slot, _))| *slot)
            .collect();
        let customer = taken.contains(&Slot::Customer);
        if customer != taken.contains(&Slot::Vendor) {
            let slot = if customer { Slot::Vendor } else { Slot::Customer };
            let unit = aliases.iter().find(|a| a.word == open[0]).map(|a| a.unit);
            roles.insert(open.remove(0), (slot, unit.or(Some(0))));
        }
    }

    let mut replacements: BTreeMap<String, String> = BTreeMap::new();
    if standing {
        for side in [&words.customer, &words.vendor] {
            for (word, form) in &side.pronouns {
                replacements.insert(word.clone(), expand(form));
            }
        }
    }
    for (word, (slot, _)) in &roles {
        replacements.insert(word.clone(), slot.char().to_string());
    }
    for word in &open {
        replacements.insert(word.clone(), Slot::Unknown.char().to_string());
    }
    for word in &words.either {
        let form = if word.starts_with("neither ") {
            format!("neither {}", Slot::Either.char())
        } else {
            Slot::Either.char().to_string()
        };
        replacements.insert(word.clone(), form);
    }
    for word in &words.third {
        replacements.insert(word.clone(), Slot::Third.char().to_string());
    }
    for phrase in &words.not_a_party {
        replacements.insert(phrase.clone(), String::new());
    }
    let mentions = Mentions::new(replacements);
    for paragraph in paragraphs.iter_mut() {
        paragraph.mark(&mentions);
    }
    let party = |slot: Slot, pronouns: &BTreeMap<String, String>, said: &Option<String>| {
        let best = roles
            .iter()
            .filter(|(_, (s, _))| *s == slot)
            .map(|(word, (_, unit))| (counts(paragraphs, word), word, *unit))
            .filter(|(count, ..)| *count > 0)
            .max_by_key(|(count, _, unit)| (unit.is_some(), *count));
        if let Some(name) = said {
            return Some(Party { name: name.clone(), full_name: None, unit: None });
        }
        match best {
            Some((_, word, unit)) => {
                let alias = aliases.iter().find(|a| a.word == *word);
                let (name, first) = as_written(paragraphs, plain, word);
                Some(Party {
                    name,
                    full_name: alias
                        .and_then(|a| a.full_name.as_ref())
                        .map(|full| as_written(paragraphs, plain, full).0),
                    unit: unit.or(alias.map(|a| a.unit)).or(first),
                })
            }
            None if standing => pronouns
                .iter()
                .filter(|(_, form)| !form.ends_with("'s"))
                .find_map(|(word, _)| {
                    (counts(paragraphs, word) > 0).then(|| as_written(paragraphs, plain, word))
                })
                .map(|(name, unit)| Party { name, full_name: None, unit }),
            None => None,
        }
    };
    Parties {
        customer: party(Slot::Customer, &words.customer.pronouns, &named.customer),
        vendor: party(Slot::Vendor, &words.vendor.pronouns, &named.vendor),
        unresolved: open.into_iter().filter(|word| counts(paragraphs, word) > 2).collect(),
    }
}

fn expand(form: &str) -> String {
    form.replace("{customer}", &Slot::Customer.char().to_string())
        .replace("{vendor}", &Slot::Vendor.char().to_string())
}

/// How often a folded word stands in the contract.
fn counts(paragraphs: &[Paragraph], word: &str) -> usize {
    let letter = |c: char| c.is_ascii_alphanumeric();
    paragraphs
        .iter()
        .map(|p| {
            let text = p.folded.as_str();
            text.match_indices(word)
                .filter(|(at, _)| {
                    !word.starts_with(letter)
                        || (!text[..*at].ends_with(letter)
                            && !text[at + word.len()..].starts_with(letter))
                })
                .count()
        })
        .sum()
}

/// A folded word in the contract's own letters, capitals preferred.
fn as_written(paragraphs: &[Paragraph], plain: &[&str], word: &str) -> (String, Option<usize>) {
    let mut found: Option<(String, usize)> = None;
    for (unit, paragraph) in paragraphs.iter().enumerate() {
        if let Some(at) = paragraph.folded.as_str().find(word) {
            let range = paragraph.folded.origin(at..at + word.len()).range();
            let written = plain[unit][range].to_owned();
            if written.chars().next().is_none_or(|c| !c.is_lowercase()) {
                return (written, Some(unit));
            }
            found.get_or_insert((written, unit));
        }
    }
    found.map_or_else(|| (word.to_owned(), None), |(name, unit)| (name, Some(unit)))
}

/// Whether the contract speaks as "we" to "you".
fn standing_terms(paragraphs: &[Paragraph]) -> bool {
    let pairs = [
        (["we", "our"], ["you", "your"]),
        (["我们", "我方"], ["您", "贵方"]),
        (["kami", "kami"], ["anda", "anda"]),
    ];
    pairs.iter().any(|(vendor, customer)| {
        let sum = |words: &[&str; 2]| words.iter().map(|w| counts(paragraphs, w)).sum::<usize>();
        sum(vendor) >= 3 && sum(customer) >= 5
    })
}

/// Names given in the parties clause: a quoted word in brackets after a name,
/// or `甲方：某公司`.
fn aliases(paragraphs: &[Paragraph]) -> Vec<Alias> {
    static QUOTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"[(,][^()"]{0,60}?(?:the )?"(?:the )?([^"(){};]{1,30})"(?: or (?:the )?"[^"]{1,20}")?[^()"]{0,40}\)"#).ok()
    });
    static LABELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"(甲方|乙方|丙方|party a|party b|pihak pertama|pihak kedua|customer|provider|vendor|supplier|client|pelanggan|pembekal)(?:\([^()]{1,20}\))?:([^,。;:()|]{2,60})"#).ok()
    });
    let mut found: Vec<Alias> = Vec::new();
    let mut add = |word: &str, full_name: Option<String>, unit: usize| {
        let word = word.trim().trim_end_matches([',', '.', ';']).to_owned();
        if !word.is_empty() && !found.iter().any(|a| a.word == word) {
            found.push(Alias { word, full_name, unit });
        }
    };
    for (unit, paragraph) in paragraphs.iter().enumerate().take(PARTIES_CLAUSE) {
        let text = paragraph.folded.as_str();
        for capture in QUOTED.iter().flat_map(|regex| regex.captures_iter(text)) {
            let (Some(whole), Some(alias)) = (capture.get(0), capture.get(1)) else { continue };
            if let Some(name) = entity_before(&text[..whole.start()])
                && !alias.as_str().contains("agreement")
                && !alias.as_str().contains("date")
            {
                let range = paragraph.folded.origin(name).range();
                add(alias.as_str(), Some(paragraph_plain(paragraph, range)), unit);
            }
        }
        for capture in LABELLED.iter().flat_map(|regex| regex.captures_iter(text)) {
            let (Some(alias), Some(name)) = (capture.get(1), capture.get(2)) else { continue };
            // Lines of one paragraph: 甲方：某公司 / 乙方：...
            let next = LABELLED_NEXT.iter().filter_map(|word| name.as_str().find(word)).min();
            let full = name.as_str()[..next.unwrap_or(name.len())].trim();
            let full = (!full.is_empty() && !full.contains('_')).then(|| full.to_owned());
            if unit < PARTIES_CLAUSE / 2 {
                add(alias.as_str(), full, unit);
            }
        }
    }
    found
}

/// What follows a party's name where line breaks have gone.
const LABELLED_NEXT: &[&str] =
    &["甲方", "乙方", "丙方", "地址", "住所", "法定代表人", "联系", "统一社会信用代码"];

/// Folded text is what there is at hand; the name is shown in it when the
/// original letters are not needed.
fn paragraph_plain(paragraph: &Paragraph, range: Range<usize>) -> String {
    let text = paragraph.folded.as_str();
    let folded = paragraph.folded.range_of(range.into());
    text[folded].trim().to_owned()
}

/// The name of a company or person right before a bracket.
fn entity_before(text: &str) -> Option<Range<usize>> {
    const ENTITY: &[&str] = &[
        "inc.",
        "inc",
        "ltd",
        "ltd.",
        "llc",
        "l.l.c.",
        "limited",
        "corp.",
        "corp",
        "corporation",
        "company",
        "gmbh",
        "plc",
        "bhd",
        "bhd.",
        "b.v.",
        "s.a.",
        "ag",
        "l.p.",
        "lp",
        "n.v.",
        "co.",
        "bank",
        "university",
        "trust",
        "pte",
        "kk",
        "pty",
        "registration",
        "no.",
        "fund",
        "association",
        "partnership",
        "kerajaan",
        "berhad",
    ];
    let from = ["between ", " and ", "by ", ": ", "; ", " dan ", "antara ", ". "]
        .iter()
        .filter_map(|lead| text.rfind(lead).map(|at| at + lead.len()))
        .max()
        .unwrap_or(0);
    let name = text[from..].trim();
    let words: Vec<&str> = name.split([' ', ',', '(', ')']).filter(|w| !w.is_empty()).collect();
    let entity = words.iter().any(|w| ENTITY.contains(w))
        || text.contains("公司")
        || text.contains("厂")
        || text.contains("中心");
    let near_start = text.len() < 600;
    let end = name
        .find(", a ")
        .or_else(|| name.find(" ("))
        .or_else(|| name.find(", an "))
        .or_else(|| name.find(", with "))
        .unwrap_or(name.len());
    (!name.is_empty() && near_start && (entity || words.len() <= 6)).then(|| {
        let start = from + (text[from..].len() - text[from..].trim_start().len());
        start..start + end
    })
}

/// Roles the contract itself puts beside a label: `甲方（客户）`, `乙方（服务商）：`.
fn labelled_roles(
    paragraphs: &[Paragraph],
    open: &[String],
    vocabulary: &Vocabulary,
) -> Vec<(String, Slot, usize)> {
    let words = &vocabulary.parties;
    let mut found = Vec::new();
    for (unit, paragraph) in paragraphs.iter().enumerate().take(PARTIES_CLAUSE) {
        let text = paragraph.folded.as_str();
        for label in open {
            for (at, _) in text.match_indices(label.as_str()) {
                let rest = &text[at + label.len()..];
                let Some(inner) = rest.strip_prefix('(').and_then(|r| r.split(')').next()) else {
                    continue;
                };
                let inner = inner.trim_start_matches("以下简称").trim_matches('"');
                let sides = [(Slot::Customer, &words.customer), (Slot::Vendor, &words.vendor)];
                for (slot, side) in sides {
                    if inner.chars().count() <= 14
                        && side.always.iter().chain(&side.if_defined).any(|word| {
                            inner == word || (!word.is_ascii() && inner.ends_with(word.as_str()))
                        })
                    {
                        found.push((label.clone(), slot, unit));
                    }
                }
            }
        }
    }
    found
}

/// Decides open labels by who is said to pay and who to serve.
fn by_duties(
    paragraphs: &[Paragraph],
    open: &mut Vec<String>,
    roles: &mut BTreeMap<String, (Slot, Option<usize>)>,
    vocabulary: &Vocabulary,
) {
    if open.is_empty() {
        return;
    }
    // Each open label gets a reserved character of its own while duties are counted.
    let words: BTreeMap<String, String> = open
        .iter()
        .map(|word| (word.clone(), Slot::Unknown.char().to_string()))
        .chain(roles.iter().map(|(word, (slot, _))| (word.clone(), slot.char().to_string())))
        .collect();
    let mentions = Mentions::new(words);
    let mut scores: BTreeMap<&str, (i32, Option<usize>)> = BTreeMap::new();
    for (unit, paragraph) in paragraphs.iter().enumerate() {
        let mut paragraph = paragraph.clone();
        paragraph.mark(&mentions);
        let text = paragraph.marked.as_str();
        for (patterns, worth) in [(&vocabulary.parties.pays, 1), (&vocabulary.parties.serves, -1)] {
            for pattern in patterns {
                for sentence in &paragraph.sentences {
                    for found in pattern.0.find_all(text, sentence.clone()) {
                        let last = worth == -1 && pattern.0.written().ends_with("{party}")
                            || pattern.0.written().starts_with("fees")
                            || pattern.0.written().starts_with("invoice");
                        let subject = if last {
                            text[found.clone()]
                                .char_indices()
                                .rev()
                                .find(|(_, c)| Slot::of(*c).is_some_and(Slot::is_party))
                        } else {
                            text[found.clone()]
                                .char_indices()
                                .find(|(_, c)| Slot::of(*c).is_some_and(Slot::is_party))
                        };
                        let Some((at, c)) = subject else { continue };
                        let at = found.start + at;
                        let range = paragraph.marked.origin(at..at + c.len_utf8()).range();
                        let word = paragraph.folded.as_str()[range].trim_start_matches("the ");
                        if let Some(label) = open.iter().find(|label| *label == word) {
                            let score = scores.entry(label).or_default();
                            score.0 += worth;
                            score.1.get_or_insert(unit);
                        }
                    }
                }
            }
        }
    }
    let best = |sign: i32| {
        scores
            .iter()
            .filter(|(_, (score, _))| score * sign > 0)
            .max_by_key(|(_, (score, _))| score * sign)
            .map(|(word, (_, unit))| ((*word).to_owned(), *unit))
    };
    let decided = [(best(1), Slot::Customer), (best(-1), Slot::Vendor)];
    for (found, slot) in decided {
        if let Some((word, unit)) = found {
            open.retain(|label| *label != word);
            roles.insert(word, (slot, unit));
        }
    }
}
