//! Cross-references: where a contract refers to its own clauses, schedules and
//! annexes, or to another document. What each resolves to is decided in
//! `targets`.

use super::contract::Contract;
use super::label::{letter_number, roman_number};
use super::targets::Targets;
use super::unit::Role;
use crate::catalogue::{Cited, ReferenceWords, vocabulary};
use std::collections::BTreeSet;
use std::ops::Range;

/// A reference to one clause, schedule or annex. "Clauses 3 to 5" is two
/// references.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The unit it stands in.
    pub unit: usize,
    /// Where in the unit's plain text: `Section 9.4`; of a list, the further
    /// numbers alone.
    pub range: Range<usize>,
    /// The number as written.
    pub number: String,
    /// As a reader would say it: `Section 6.5`, also of "Sections 1, 6.5 and 7".
    pub said: String,
    /// What it names.
    pub cited: Cited,
    /// What it resolves to.
    pub target: Target,
}

/// What a reference resolves to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A clause of the contract, by index; exact unless a sub-clause of it is meant.
    Clause {
        /// Index among the contract's clauses.
        clause: usize,
        /// Whether the whole number was found, not only its beginning.
        exact: bool,
    },
    /// The contract has no such clause or schedule.
    Missing,
    /// Another document is meant.
    Elsewhere,
    /// It cannot be told.
    Unclear,
}

/// A reference before it is resolved.
pub(super) struct Citation {
    pub(super) unit: usize,
    pub(super) range: Range<usize>,
    pub(super) number: String,
    pub(super) said: String,
    pub(super) cited: Cited,
    /// The word before the number, in small letters and singular: `schedule`,
    /// `article`; of 第二条 the one behind it.
    pub(super) name: String,
    /// Whether the words around say that this contract is meant.
    pub(super) here: bool,
    /// Whether the words around say that another document is meant.
    pub(super) elsewhere: bool,
}

/// Most bytes looked at before and behind a reference.
const AROUND: usize = 400;

/// All references of a contract, in reading order.
pub(super) fn references(contract: &Contract) -> Vec<Reference> {
    let citations: Vec<Citation> = contract
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| unit.role != Role::Aside)
        .flat_map(|(index, unit)| citations(index, unit.text.as_str()))
        .filter(|citation| !captions_the_file(contract, citation))
        .collect();
    let targets = Targets::new(contract, &citations);
    // "Section 4.4 (...) through Section 4.10 of the Separation Agreement".
    let within = |at: usize| {
        let part = part_beside(contract, &citations, at)?;
        match targets.resolve(&citations[part], None) {
            Target::Clause { clause, .. } => Some(clause),
            _ => None,
        }
    };
    let kind = |citation: &Citation| (citation.unit, citation.cited == Cited::Part);
    let beside: BTreeSet<(usize, bool)> =
        citations.iter().filter(|c| c.elsewhere).map(kind).collect();
    let resolved: Vec<Target> = citations
        .iter()
        .enumerate()
        .map(|(at, citation)| match targets.resolve(citation, within(at)) {
            Target::Missing if beside.contains(&kind(citation)) => Target::Unclear,
            target => target,
        })
        .collect();
    // Where hardly any number resolves, the clauses are what was not understood.
    // A copy without its schedules is nothing unusual.
    let of_clauses = || {
        let pairs = citations.iter().zip(&resolved);
        pairs.filter(|(citation, _)| citation.cited != Cited::Part).map(|(_, target)| target)
    };
    let missing = of_clauses().filter(|target| **target == Target::Missing).count();
    let found = of_clauses().filter(|target| matches!(target, Target::Clause { .. })).count();
    let trusted = missing <= 1 + found;
    citations
        .into_iter()
        .zip(resolved)
        .map(|(citation, target)| Reference {
            unit: citation.unit,
            range: citation.range,
            number: citation.number,
            said: citation.said,
            target: match target {
                Target::Missing if !trusted && citation.cited != Cited::Part => Target::Unclear,
                target => target,
            },
            cited: citation.cited,
        })
        .collect()
}

/// The reference to a schedule that stands right before or behind one to a
/// clause and says whose clause it is.
fn part_beside(contract: &Contract, citations: &[Citation], at: usize) -> Option<usize> {
    let words = &vocabulary().references;
    let citation = &citations[at];
    let text = contract.units[citation.unit].text.as_str();
    let is_part = |other: &usize| {
        let other = &citations[*other];
        other.unit == citation.unit && other.cited == Cited::Part
    };
    let behind = Some(at + 1).filter(|next| *next < citations.len()).filter(is_part);
    let behind = behind.filter(|&next| {
        let between = text.get(citation.range.end..citations[next].range.start);
        between.is_some_and(|between| words.part_behind.is_match(between))
    });
    let before = at.checked_sub(1).filter(is_part).filter(|&last| {
        let between = text.get(citations[last].range.end..citation.range.start);
        between.is_some_and(|between| words.part_before.is_match(between))
    });
    (citation.cited != Cited::Part).then_some(behind.or(before)).flatten()
}

/// How many units at the start may hold the mark of a filing.
const CAPTION: usize = 5;

/// Whether words are no reference but the mark under which the whole file was
/// filed: "Exhibit 10.11" at its top.
fn captions_the_file(contract: &Contract, citation: &Citation) -> bool {
    let text = contract.units[citation.unit].text.as_str();
    citation.cited == Cited::Part
        && citation.unit < CAPTION
        && citation.number.starts_with(|c: char| c.is_ascii_digit())
        && (text[..citation.range.start].trim().is_empty()
            || citation.number.starts_with("10.")
            || citation.number.starts_with("99."))
        && contract.clauses[contract.owners[citation.unit]].label.is_none()
}

fn citations(unit: usize, text: &str) -> Vec<Citation> {
    let words = &vocabulary().references;
    let mut found: Vec<Citation> = Vec::new();
    for form in &words.forms {
        for captures in form.pattern.captures_iter(text) {
            let (Some(whole), Some(list)) = (captures.get(0), captures.name("list")) else {
                continue;
            };
            if found.iter().any(|c| c.range.start < whole.end() && whole.start() < c.range.end) {
                continue;
            }
            // "Section 409A" is of a statute; "Section 3rd" is none.
            let glued = text[whole.end()..].starts_with(|c: char| c.is_ascii_alphanumeric());
            let (here, elsewhere) = surroundings(words, text, whole.range());
            let word = text[whole.start()..list.start()].trim();
            let counter = text[list.end()..].trim_start().chars().next();
            let name = words.singular.get(&word.to_lowercase()).cloned();
            let plural = name.is_some();
            let name = match counter.filter(|_| word == "第") {
                // 条 of 第二条.
                Some(counter) => counter.to_string(),
                None => name.unwrap_or_else(|| word.to_lowercase()),
            };
            let of_an_authority = words.elsewhere_itself.is_match(whole.as_str());
            let lone =
                form.kind == Cited::Part && list.as_str().bytes().all(|b| b.is_ascii_digit());
            // "Schedule 1-5" is one schedule, "Schedules 1-5" are five.
            let whole_list = form.kind == Cited::Part
                && !plural
                && !list.as_str().contains(|c: char| c.is_whitespace() || ",;&/、".contains(c));
            let mut numbers: Vec<Range<usize>> = if whole_list {
                std::iter::once(0..list.as_str().len()).collect()
            } else {
                words.number.find_iter(list.as_str()).map(|number| number.range()).collect()
            };
            // "Exhibit K, and PB will": the letters of a list are of one length.
            let letters = |number: &Range<usize>| {
                list.as_str()[number.clone()].bytes().all(|b| b.is_ascii_uppercase())
            };
            let one_letter =
                numbers.first().is_some_and(|first| first.len() == 1 && letters(first));
            numbers.retain(|number| {
                let letters = &list.as_str()[number.clone()];
                !words.no_letters.iter().any(|word| word == letters)
            });
            numbers.retain(|number| !one_letter || number.len() == 1 || !letters(number));
            let mut before = String::new();
            for (at, number) in numbers.into_iter().enumerate() {
                let range = list.start() + number.start..list.start() + number.end;
                let number = &list.as_str()[number];
                let last = range.end == list.end();
                let start = if at == 0 { whole.start() } else { range.start };
                let end = if last { whole.end() } else { range.end };
                let said = if !plural && at == 0 {
                    text[start..end].to_owned()
                } else {
                    let name = if word == "第" { word } else { &name };
                    let capital = word.chars().next().filter(|c| c.is_uppercase());
                    let first = capital.map(|c| c.to_string()).unwrap_or_default();
                    let rest = name.get(first.len()..).unwrap_or(name);
                    let close: String = text[list.end()..whole.end()].chars().take(1).collect();
                    format!("{first}{rest} {number}{close}")
                };
                // Of "3.1(a) and (b)" the second is 3.1(b); of "3.1 and (b) the fees" it is none.
                let mut number = if number.starts_with('(') && at > 0 {
                    let Some(whole) = beside(&before, number) else { break };
                    whole
                } else {
                    number.to_owned()
                };
                before.clone_from(&number);
                let filed = name == "schedule" && words.filed_forms.is_match(&number);
                let behind = captures.name("sub").filter(|_| last).map_or("", |sub| sub.as_str());
                for item in words.number.find_iter(behind) {
                    number.push_str(&format!("({})", item.as_str()));
                }
                found.push(Citation {
                    unit,
                    said,
                    range: start..end,
                    number,
                    cited: form.kind,
                    name: name.clone(),
                    here,
                    // "Exhibits 24" is a line of a table of contents.
                    elsewhere: elsewhere
                        || of_an_authority
                        || (glued && last)
                        || (plural && lone)
                        || filed,
                });
            }
        }
    }
    found.sort_by_key(|citation| citation.range.start);
    found
}

/// An item that stands alone in a list of numbers, with the clause of the one
/// before it, if it comes after that: `(b)` behind 3.1(a).
fn beside(before: &str, item: &str) -> Option<String> {
    let (clause, last) = before.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let count = |text: &str| {
        let text = text.trim_matches(['(', ')']);
        let roman = roman_number(text).filter(|_| text.len() > 1);
        roman.or_else(|| letter_number(text)).or_else(|| text.parse().ok())
    };
    (count(last)? < count(item)?).then(|| format!("{clause}{item}"))
}

/// Whether the words around a reference say that this contract is meant, or
/// another document.
fn surroundings(words: &ReferenceWords, text: &str, range: Range<usize>) -> (bool, bool) {
    let from = text[..range.start]
        .char_indices()
        .rev()
        .map(|(at, _)| at)
        .take_while(|at| range.start - at <= AROUND)
        .last()
        .unwrap_or(range.start);
    let to = text[range.end..]
        .char_indices()
        .map(|(at, c)| range.end + at + c.len_utf8())
        .take_while(|at| at - range.end <= AROUND)
        .last()
        .unwrap_or(range.end);
    let before = &text[from..range.start];
    let after = &text[range.end..to];
    let here = words.here_after.iter().any(|p| p.is_match(after))
        || words.here_before.iter().any(|p| p.is_match(before));
    let elsewhere = words.elsewhere_after.iter().any(|p| p.is_match(after))
        || words.elsewhere_before.iter().any(|p| p.is_match(before));
    (here, elsewhere && !here)
}
