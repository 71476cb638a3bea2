//! What a reference resolves to: the clauses of a contract by their numbers,
//! schedule by schedule. The schedules themselves are in `schedules`.

use super::contract::Contract;
use super::label::numbers;
use super::references::{Citation, Target};
use super::schedules;
use super::unit::Role;
use crate::catalogue::{Cite, Cited, vocabulary};
use crate::source::Format;
use std::collections::{BTreeMap, BTreeSet};

/// A whole document's own clauses, or those of one schedule.
type Scope = (usize, Option<usize>);

/// Clauses by number.
pub(super) struct Targets<'c> {
    pub(super) contract: &'c Contract,
    /// The schedule each clause stands in.
    scopes: Vec<Scope>,
    numbered: BTreeMap<(Scope, Vec<u32>), usize>,
    /// Clauses by the word of their number as well: 条, 章, `article`, `perkara`.
    named: BTreeMap<(Scope, String, u32), usize>,
    children: Vec<Vec<usize>>,
    /// Schedules: kind and number, folded, to clause.
    pub(super) parts: Vec<(String, Vec<u32>, usize)>,
    /// Numbers that stand at places that are not references, as written.
    written: BTreeSet<String>,
    /// The words short lines begin with, folded: headings nobody labelled.
    pub(super) openings: BTreeSet<String>,
    /// Each unit's text in small letters, byte for byte.
    pub(super) lowered: Vec<String>,
}

/// Longest line that may be a heading, in bytes.
const LONGEST_HEADING: usize = 200;
/// Largest number of a clause. "Section 365" is of a statute.
const LARGEST_CLAUSE: u32 = 200;
/// Largest number of a clause under another.
const LARGEST_NUMBER: u32 = 99;
/// Fewest items of a clause whose references can dangle.
const FEWEST_ITEMS: usize = 2;
/// Fewest numbered clauses of a document whose references can dangle.
const FEWEST_CLAUSES: usize = 5;

impl<'c> Targets<'c> {
    pub(super) fn new(contract: &'c Contract, citations: &[Citation]) -> Self {
        let count = contract.clauses.len();
        let mut targets = Self {
            contract,
            scopes: Vec::with_capacity(count),
            numbered: BTreeMap::new(),
            named: BTreeMap::new(),
            children: vec![Vec::new(); count],
            parts: Vec::new(),
            written: BTreeSet::new(),
            openings: BTreeSet::new(),
            lowered: contract.units.iter().map(|u| u.text.as_str().to_ascii_lowercase()).collect(),
        };
        let words = &vocabulary().references;
        let mut chains: Vec<Vec<u32>> = Vec::with_capacity(count);
        for (index, clause) in contract.clauses.iter().enumerate() {
            let above = clause.parent.map_or_else(Vec::new, |at| chains[at].clone());
            let scope = clause.parent.map_or((clause.document, None), |at| targets.scopes[at]);
            if let Some(parent) = clause.parent {
                targets.children[parent].push(index);
            }
            let Some(label) = &clause.label else {
                targets.scopes.push(scope);
                chains.push(above);
                continue;
            };
            if label.cite == Cite::Part {
                targets.scopes.push((clause.document, Some(index)));
                chains.push(Vec::new());
                targets.parts.push((schedules::part_name(&label.text), label.path.clone(), index));
                continue;
            }
            targets.scopes.push(scope);
            let word = word_of(&label.text);
            if let (Some(word), [number]) = (&word, label.path.as_slice()) {
                targets.named.entry((scope, word.clone(), *number)).or_insert(index);
            }
            // Clauses count on from chapter to chapter.
            if word.is_some_and(|word| words.chapters.contains(&word)) {
                chains.push(Vec::new());
                continue;
            }
            let own = label.path.clone();
            let whole = own.len() > 1 || label.cite == Cite::Own;
            let chain = if own.len() > 1 { own.clone() } else { [above, own.clone()].concat() };
            if whole && !own.is_empty() {
                targets.note(scope, own, index);
            }
            if !chain.is_empty() {
                targets.note(scope, chain.clone(), index);
            }
            chains.push(chain);
        }
        targets.note_written(citations);
        targets
    }

    /// Notes a clause under a number. Of several, a table of contents among them,
    /// the one with most under it is meant.
    fn note(&mut self, scope: Scope, path: Vec<u32>, clause: usize) {
        let size = |at: usize| self.contract.clauses[at].units.len();
        let kept = self.numbered.get(&(scope, path.clone()));
        if kept.is_none_or(|&other| size(other) < size(clause)) {
            self.numbered.insert((scope, path), clause);
        }
    }

    /// Notes the numbers that stand in the text outside of references: where
    /// the clauses were not understood, they show that the target is there.
    fn note_written(&mut self, citations: &[Citation]) {
        let mut next = 0;
        for (index, unit) in self.contract.units.iter().enumerate() {
            let text = unit.text.as_str();
            let mut taken = Vec::new();
            while let Some(citation) = citations.get(next).filter(|c| c.unit == index) {
                // Where a sentence begins with it, "SECTION 2.01." may well be a title.
                let before = text[..citation.range.start].trim_end();
                if before.is_empty() || before.ends_with(['.', ';', ':']) {
                    let main = citation.number.split(['(', ' ']).next().unwrap_or("");
                    self.written.insert(main.to_owned());
                }
                taken.push(citation.range.clone());
                next += 1;
            }
            let bytes = text.as_bytes();
            let mut at = 0;
            while at < bytes.len() {
                if !bytes[at].is_ascii_digit() {
                    at += 1;
                    continue;
                }
                let start = at;
                while at < bytes.len() && (bytes[at].is_ascii_digit() || bytes[at] == b'.') {
                    at += 1;
                }
                if !taken.iter().any(|range| range.contains(&start)) {
                    self.written.insert(text[start..at].trim_end_matches('.').to_owned());
                }
            }
            if text.len() <= LONGEST_HEADING || unit.role != Role::Body {
                let words: Vec<String> = text
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .take(2)
                    .map(str::to_lowercase)
                    .collect();
                self.openings.insert(words.join(" "));
            }
        }
    }

    /// Resolves a reference; `within` is the schedule named beside it:
    /// "paragraph 3 of Schedule 2", 附件二第2条.
    pub(super) fn resolve(&self, citation: &Citation, within: Option<usize>) -> Target {
        if citation.cited == Cited::Part {
            return self.resolve_part(citation);
        }
        if citation.elsewhere && within.is_none() {
            return Target::Elsewhere;
        }
        let (path, suffixes) = split(&citation.number);
        if citation.cited == Cited::Paragraph
            && within.is_none()
            && let Some(clause) = self.beside(citation)
        {
            return Target::Clause { clause, exact: true };
        }
        if self.is_past_the_items(citation) {
            return Target::Missing;
        }
        if path.is_empty() {
            return Target::Unclear;
        }
        if path[0] > LARGEST_CLAUSE
            && self.furthest(self.contract.units[citation.unit].document) <= LARGEST_CLAUSE
        {
            return Target::Elsewhere;
        }
        let own = self.scopes[self.contract.owners[citation.unit]];
        let home = within.map_or(own, |part| self.scopes[part]);
        if !citation.number.starts_with(|c: char| c.is_ascii_digit())
            && citation.cited == Cited::Paragraph
        {
            return Target::Unclear;
        }
        let base = match within {
            Some(_) => self.numbered.get(&(home, path.clone())).copied(),
            None => self.by_word(citation, home, &path).or_else(|| self.lookup(home, &path)),
        };
        let Some(base) = base else {
            return match (self.first_of(home, &path), within) {
                (Some(clause), None) => Target::Clause { clause, exact: false },
                (None, None) => self.absent(citation, home, &path),
                // The schedule is there; its clauses may be written otherwise.
                (_, Some(part)) => Target::Clause { clause: part, exact: false },
            };
        };
        let mut clause = base;
        let mut exact = true;
        for suffix in suffixes {
            match self.child(clause, &suffix) {
                Some(child) => clause = child,
                None => {
                    exact = false;
                    break;
                }
            }
        }
        Target::Clause { clause, exact }
    }

    /// The clause whose number has the word of the reference: 第二条 beside 第二章.
    fn by_word(&self, citation: &Citation, home: Scope, path: &[u32]) -> Option<usize> {
        let [number] = path else { return None };
        let near = [home, (home.0, None)];
        near.iter()
            .find_map(|scope| self.named.get(&(*scope, citation.name.clone(), *number)))
            .copied()
    }

    /// The clause of a number: in the schedule the reference stands in, then in
    /// the body, then anywhere.
    fn lookup(&self, home: Scope, path: &[u32]) -> Option<usize> {
        let near = [home, (home.0, None)];
        near.iter().find_map(|scope| self.numbered.get(&(*scope, path.to_vec()))).copied().or_else(
            || self.numbered.iter().find(|((_, p), _)| p == path).map(|(_, clause)| *clause),
        )
    }

    /// The first clause under a number that has no line of its own: 10.1 for 10.
    fn first_of(&self, home: Scope, path: &[u32]) -> Option<usize> {
        let under = |scope: Scope| {
            let from = (scope, path.to_vec());
            let (key, clause) = self.numbered.range(from..).next()?;
            (key.0 == scope && key.1.len() == path.len() + 1 && key.1.starts_with(path))
                .then_some(*clause)
        };
        under(home).or_else(|| under((home.0, None)))
    }

    /// The item of a number in the clause around a reference: "paragraph (b)",
    /// 本条第（二）项.
    fn beside(&self, citation: &Citation) -> Option<usize> {
        let number = citation.number.trim_matches(['(', ')']);
        let above = || {
            let all = self.contract.path_from(self.contract.owners[citation.unit]);
            // 本条 is the article, and never the whole contract.
            all.filter(|&at| {
                self.contract.clauses[at].depth > 0 || !citation.said.starts_with("本条")
            })
        };
        let as_written = |clause: usize| {
            let mut items = self.children[clause].iter().copied();
            items.find(|&at| {
                let label = self.contract.clauses[at].label.as_ref();
                label.is_some_and(|label| trimmed(&label.text).eq_ignore_ascii_case(number))
            })
        };
        above().find_map(as_written).or_else(|| above().find_map(|at| self.child(at, number)))
    }

    /// Whether an item "of this clause" lies beyond the last item its clause has.
    fn is_past_the_items(&self, citation: &Citation) -> bool {
        let own = citation.here || citation.said.starts_with("本条");
        let owner = self.contract.owners[citation.unit];
        let document = &self.contract.documents[self.contract.clauses[owner].document];
        if citation.cited != Cited::Paragraph || !own || document.source.format == Format::Text {
            return false;
        }
        let number = numbers(citation.number.trim_matches(['(', ')']));
        let items = self.contract.path_from(owner).find_map(|clause| {
            let labels = self.children[clause]
                .iter()
                .filter_map(|&at| self.contract.clauses[at].label.as_ref());
            let last: Vec<u32> = labels.filter_map(|label| label.path.last().copied()).collect();
            (last.len() >= FEWEST_ITEMS).then_some(last)
        });
        let whole = |items: &[u32]| items.iter().copied().eq(1..=items.len() as u32);
        match (items, number.as_slice()) {
            (Some(items), &[number]) => whole(&items) && number as usize > items.len(),
            _ => false,
        }
    }

    fn child(&self, clause: usize, suffix: &str) -> Option<usize> {
        let mut level = self.children[clause].clone();
        // A heading without a number may stand between.
        for _ in 0..2 {
            let found = level.iter().copied().find(|&at| {
                let label = self.contract.clauses[at].label.as_ref();
                label.is_some_and(|label| {
                    trimmed(&label.text).eq_ignore_ascii_case(suffix)
                        || (!label.path.is_empty() && label.path.as_slice() == numbers(suffix))
                })
            });
            if found.is_some() {
                return found;
            }
            level = level.iter().flat_map(|&at| self.children[at].iter().copied()).collect();
        }
        None
    }

    /// Whether a number that no clause has is missing, or only not understood.
    fn absent(&self, citation: &Citation, home: Scope, path: &[u32]) -> Target {
        let own: BTreeSet<u32> = self
            .numbered
            .keys()
            .filter(|(scope, path)| *scope == (home.0, None) && !path.is_empty())
            .map(|(_, path)| path[0])
            .collect();
        let clauses = self.numbered.keys().filter(|(scope, _)| *scope == (home.0, None)).count();
        let last = own.iter().next_back().copied().unwrap_or(0);
        // Numbers that begin at 1 and leave none out are a numbering one can rely on.
        let complete = own.iter().copied().eq(1..=last);
        // One left out is a slip, unless the file is one that runs its lines together.
        let lines = self.contract.documents[home.0].source.format != Format::Text;
        let one_left_out = lines && own.contains(&1) && own.len() + 1 == last as usize;
        let nearly = one_left_out && path[0] > last + 1;
        let certain_word = citation.cited == Cited::Clause || citation.here;
        // "Section 12.212" is of a regulation: no contract counts that far.
        let far = path.iter().any(|&number| number > LARGEST_NUMBER);
        let around = &vocabulary().references.elsewhere_around;
        let section = self.contract.section_units(citation.unit);
        if far
            || self.contract.units[section].iter().any(|u| around.is_match(u.text.as_str()))
            || citation.cited == Cited::Paragraph
            || !certain_word
            || clauses < FEWEST_CLAUSES
            || !(complete || nearly)
        {
            return Target::Unclear;
        }
        // Some contracts write 10.02.1.
        let written: String = path.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        let main = citation.number.split(['(', ' ']).next().unwrap_or("");
        let known = self.written.contains(&written) || self.written.contains(main);
        // A schedule may count its own clauses, or be another agreement: there a
        // number is missing only where no numbering reaches so far.
        let within_reach = home.1.is_some() && path[0] <= self.furthest(home.0).saturating_add(1);
        let missing = if within_reach {
            false
        } else if path.len() > 1 || home.1.is_some() {
            !known
        } else {
            path[0] > last + 1 || (path[0] > last && !self.written.contains(&written))
        };
        if missing { Target::Missing } else { Target::Unclear }
    }

    /// The highest first number of any clause of a document, its schedules' too.
    fn furthest(&self, document: usize) -> u32 {
        let own = self.numbered.keys().filter(|(scope, _)| scope.0 == document);
        own.filter_map(|(_, path)| path.first().copied()).max().unwrap_or(0)
    }
}

/// The number of an item without what stands around it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(['(', ')', '（', '）', '.'])
}

/// The word of a clause's number, in small letters: 条 of 第二条, `perkara`.
fn word_of(label: &str) -> Option<String> {
    if label.starts_with('第') {
        return label.chars().next_back().map(String::from);
    }
    let (word, _) = label.split_once(' ')?;
    Some(word.to_lowercase())
}

/// `4.2(b)(ii)` as `[4, 2]` and `b`, `ii`.
fn split(number: &str) -> (Vec<u32>, Vec<String>) {
    let mut pieces = number.split(['(', ')']).map(str::trim).filter(|piece| !piece.is_empty());
    let Some(main) = pieces.next() else { return (Vec::new(), Vec::new()) };
    let path = match main.split_once('.') {
        Some((roman, rest)) if roman.chars().all(|c| c.is_ascii_uppercase()) => {
            [numbers(roman), numbers(rest)].concat()
        }
        _ => numbers(main),
    };
    (path, pieces.map(str::to_owned).collect())
}
