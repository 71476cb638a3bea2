//! Defined terms: where a contract says what a word means, and where it uses
//! the word.

use super::contract::Contract;
use super::headings::is_title;
use super::unit::{Role, Unit};
use crate::catalogue::vocabulary;
use crate::matching::{Lang, fold, is_wide};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A term with its meaning.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The term in the contract's own letters, without quotes.
    pub term: String,
    /// The unit.
    pub unit: usize,
    /// The term in the unit's plain text, without quotes.
    pub range: Range<usize>,
    /// The words that say what it means, in the same text; where `inline`, those
    /// before the term.
    pub body: Range<usize>,
    /// Whether the term is named behind its meaning: `... (the "Fees")`.
    pub inline: bool,
    /// Where the contract has it, one list for all definitions of a term.
    places: Arc<Vec<Use>>,
}

/// Where a term stands: unit and range of its plain text.
type Use = (usize, Range<usize>);

/// Longest bold start that may be a term, in bytes.
const LONGEST_BOLD_TERM: usize = 60;
/// Longest term in title case without quotes, in words.
const LONGEST_PLAIN_TERM: usize = 6;

/// All definitions of a contract, in reading order, with their uses.
pub(super) fn definitions(contract: &Contract) -> Vec<Definition> {
    let mut found: Vec<Definition> = contract
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| !matches!(unit.role, Role::Aside))
        .flat_map(|(index, unit)| in_unit(index, unit))
        .collect();
    note_uses(contract, &mut found);
    found
}

fn in_unit(index: usize, unit: &Unit) -> Vec<Definition> {
    let words = &vocabulary().definitions;
    let text = unit.text.as_str();
    let mut found: Vec<Definition> = Vec::new();
    let take = |found: &mut Vec<Definition>, range: Range<usize>, body, inline| {
        let term = text[range.clone()].trim();
        let known = found.iter().any(|d| d.range.start < range.end && range.start < d.range.end);
        if !term.is_empty() && !known && term.chars().any(char::is_alphabetic) {
            let start = range.start + text[range.clone()].find(term).unwrap_or(0);
            let range = start..start + term.len();
            found.push(Definition {
                term: term.trim_end_matches([',', '.']).to_owned(),
                unit: index,
                range,
                body,
                inline,
                places: Arc::default(),
            });
        }
    };
    for form in &words.forms {
        for captures in form.pattern.captures_iter(text) {
            let (Some(whole), Some(terms)) = (captures.get(0), captures.name("terms")) else {
                continue;
            };
            let body = if form.inline {
                sentence_start(text, whole.start())..whole.start()
            } else {
                whole.end()..sentence_end(text, whole.end())
            };
            let mut quoted = words.term.captures_iter(terms.as_str()).peekable();
            if quoted.peek().is_none() {
                take(&mut found, terms.range(), body, form.inline);
                continue;
            }
            for captures in quoted {
                let Some(term) = captures.name("t") else { continue };
                let range = terms.start() + term.start()..terms.start() + term.end();
                take(&mut found, range, body.clone(), form.inline);
            }
        }
    }
    if found.is_empty()
        && let Some((term, body)) =
            bold_term(unit).or_else(|| capital_term(unit)).or_else(|| han_term(unit))
    {
        take(&mut found, term, body, false);
    }
    found.sort_by_key(|definition| definition.range.start);
    // A meaning ends where the next term begins.
    for at in 1..found.len() {
        let next = found[at].range.start;
        let before = &mut found[at - 1];
        if !before.inline && before.body.start < next && next < before.body.end {
            before.body.end = next;
        }
    }
    found
}

/// A bold term at the start of a paragraph, with a verb that defines behind it.
fn bold_term(unit: &Unit) -> Option<(Range<usize>, Range<usize>)> {
    let text = unit.text.as_str();
    let bold = unit.bold_start;
    if bold == 0 || bold > LONGEST_BOLD_TERM || bold >= text.len() {
        return None;
    }
    let rest = text[bold..].trim_start();
    let rest = rest.strip_prefix([':', '：', ',', '，']).map_or(rest, str::trim_start);
    let verbs = [
        "means ",
        "mean ",
        "has the meaning",
        "shall mean",
        "refers to",
        "是指",
        "指",
        "系指",
        "bermaksud",
        "ertinya",
        "bererti",
    ];
    let verb = verbs.iter().find(|verb| rest.starts_with(**verb))?;
    let start = text.len() - rest.len() + verb.len();
    let term = text[..bold].trim_end_matches([':', '：', ' ', ',', '，', '.']);
    Some((0..term.len(), start..sentence_end(text, start)))
}

/// A term in title case behind a clause number, with a verb that defines behind
/// it: `1.7. Confidential Information shall mean`.
fn capital_term(unit: &Unit) -> Option<(Range<usize>, Range<usize>)> {
    unit.label.as_ref()?;
    let text = unit.text.as_str();
    let found = vocabulary().definitions.plain_verbs.find(text);
    let verb = found.filter(|verb| {
        let term = text[..verb.start()].trim();
        let words = term.split(' ').count();
        words <= LONGEST_PLAIN_TERM && is_title(term) && !term.contains(',')
    })?;
    let term = text[..verb.start()].trim_end().len();
    Some((0..term, verb.end()..sentence_end(text, verb.end())))
}

/// A Chinese term without quotes at the start of a numbered clause.
fn han_term(unit: &Unit) -> Option<(Range<usize>, Range<usize>)> {
    unit.label.as_ref()?;
    let text = unit.text.as_str();
    let verb = vocabulary().definitions.plain_han.captures(text)?.name("verb")?;
    Some((0..verb.start(), verb.end()..sentence_end(text, verb.end())))
}

fn sentence_end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let end = rest
        .match_indices(['.', '。', ';', '；'])
        .find(|(at, stop)| !stop.starts_with('.') || rest[at + 1..].starts_with([' ', '\n']))
        .map_or(rest.len(), |(at, _)| at);
    from + end
}

fn sentence_start(text: &str, to: usize) -> usize {
    text[..to].rfind(['。', ';', '；']).map_or_else(
        || text[..to].rfind(". ").map_or(0, |at| at + 2),
        |at| at + text[at..].chars().next().map_or(1, char::len_utf8),
    )
}

/// The form of a term that its singular and plural share, folded.
pub fn stem(term: &str) -> String {
    let folded = fold(term).as_str().to_owned();
    let Some(last) = folded.chars().last() else { return folded };
    if !last.is_ascii_alphabetic() {
        return folded;
    }
    for (ending, kept) in [("ies", ""), ("y", ""), ("sses", "ss"), ("ss", "ss"), ("s", "")] {
        if let Some(stem) = folded.strip_suffix(ending)
            && stem.len() >= 2
        {
            return format!("{stem}{kept}");
        }
    }
    folded
}

/// Endings a stem may have where it is the same word.
const ENDINGS: [&str; 8] = ["", "s", "es", "y", "ies", "'s", "s'", "ies'"];

/// Finds the uses of all terms at once.
fn note_uses(contract: &Contract, definitions: &mut [Definition]) {
    let mut by_stem: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, definition) in definitions.iter().enumerate() {
        by_stem.entry(stem(&definition.term)).or_default().push(at);
    }
    by_stem.remove("");
    let (stems, owners): (Vec<String>, Vec<Vec<usize>>) = by_stem.into_iter().unzip();
    // Where each stands, in any letters and with a capital.
    let mut places: Vec<[Vec<Use>; 2]> = vec![Default::default(); stems.len()];
    let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let Ok(automaton) = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&stems) else {
        return;
    };
    for (unit, u) in contract.units.iter().enumerate() {
        if u.role == Role::Aside {
            continue;
        }
        let folded = &contract.paragraphs[unit].folded;
        let text = folded.as_str();
        for hit in automaton.find_overlapping_iter(text) {
            let Some(end) = word_end(text, hit.start(), hit.end()) else { continue };
            let plain = folded.origin(hit.start()..end).range();
            let written = u.text.as_str().get(plain.clone()).unwrap_or("");
            let [any, capitals] = &mut places[hit.pattern().as_usize()];
            if capital(written) {
                capitals.push((unit, plain.clone()));
            }
            any.push((unit, plain));
        }
    }
    for (owners, places) in owners.into_iter().zip(places) {
        let [any, capitals] = places.map(Arc::new);
        for owner in owners {
            let definition = &mut definitions[owner];
            definition.places =
                Arc::clone(if capital(&definition.term) { &capitals } else { &any });
        }
    }
}

/// The end of the word a stem stands in, if it is a form of that very word.
fn word_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let letter = |c: char| c.is_alphanumeric() && !is_wide(c);
    if text[..start].chars().next_back().is_some_and(letter)
        && text[start..].chars().next().is_some_and(letter)
    {
        return None;
    }
    if text[..end].chars().next_back().is_none_or(is_wide) {
        return Some(end);
    }
    let rest = &text[end..];
    let tail = rest.find(|c: char| !letter(c) && c != '\'').unwrap_or(rest.len());
    ENDINGS.contains(&&rest[..tail]).then_some(end + tail)
}

impl Definition {
    /// Where else the contract uses the term, in reading order.
    pub fn uses(&self) -> impl Iterator<Item = &(usize, Range<usize>)> {
        self.places.iter().filter(|(unit, place)| {
            *unit != self.unit || self.range.end <= place.start || place.end <= self.range.start
        })
    }

    /// The language its meaning is in.
    pub fn language(&self, contract: &Contract) -> Lang {
        if self.term.chars().any(is_wide) {
            return Lang::Zh;
        }
        contract.paragraphs[self.unit].languages.first().copied().unwrap_or(Lang::En)
    }
}
