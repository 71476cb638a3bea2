//! What a reference resolves to: the clauses of a contract by their numbers,
//! schedule by schedule.

use super::contract::Contract;
use super::label::numbers;
use super::references::{Citation, Target};
use super::unit::Role;
use crate::catalogue::{Cite, Cited};
use crate::matching::is_wide;
use crate::source::Format;
use std::collections::{BTreeMap, BTreeSet};

/// A whole document's own clauses, or those of one schedule.
type Scope = (usize, Option<usize>);

/// Clauses by number.
pub(super) struct Targets<'c> {
    contract: &'c Contract,
    /// The schedule each clause stands in.
    scopes: Vec<Scope>,
    numbered: BTreeMap<(Scope, Vec<u32>), usize>,
    children: Vec<Vec<usize>>,
    /// Schedules: kind and number, folded, to clause.
    parts: Vec<(String, Vec<u32>, usize)>,
    /// Numbers that stand at places that are not references, as written.
    written: BTreeSet<String>,
    /// The words short lines begin with, folded: headings nobody labelled.
    openings: BTreeSet<String>,
}

/// Schedules are numbered either way.
const ROMAN: [&str; 11] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/// A line that short is a title, in bytes.
const SHORT_LINE: usize = 60;
/// Longest line that may be a heading, in bytes.
const LONGEST_HEADING: usize = 200;
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
            children: vec![Vec::new(); count],
            parts: Vec::new(),
            written: BTreeSet::new(),
            openings: BTreeSet::new(),
        };
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
                targets.parts.push((part_name(&label.text), label.path.clone(), index));
                continue;
            }
            targets.scopes.push(scope);
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

    pub(super) fn resolve(&self, citation: &Citation) -> Target {
        if citation.cited == Cited::Part {
            return self.resolve_part(citation);
        }
        if citation.elsewhere {
            return Target::Elsewhere;
        }
        let (path, suffixes) = split(&citation.number);
        if citation.cited == Cited::Paragraph
            && let Some(clause) = self.beside(citation)
        {
            return Target::Clause { clause, exact: true };
        }
        if self.is_past_the_items(citation) {
            return Target::Missing;
        }
        if path.is_empty() || path[0] > 200 {
            return Target::Unclear;
        }
        let home = self.scopes[self.contract.owners[citation.unit]];
        if !citation.number.starts_with(|c: char| c.is_ascii_digit())
            && citation.cited == Cited::Paragraph
        {
            return Target::Unclear;
        }
        let Some(base) = self.lookup(home, &path) else {
            return match self.first_of(home, &path) {
                Some(clause) => Target::Clause { clause, exact: false },
                None => self.absent(citation, home, &path),
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
        self.contract
            .path_from(self.contract.owners[citation.unit])
            .filter(|&at| self.contract.clauses[at].depth > 0 || !citation.said.starts_with("本条"))
            .find_map(|clause| self.child(clause, number))
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
                    let text = label.text.trim_matches(['(', ')', '（', '）', '.']);
                    text.eq_ignore_ascii_case(suffix)
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
        let around = &crate::catalogue::vocabulary().references.elsewhere_around;
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

    fn resolve_part(&self, citation: &Citation) -> Target {
        let name = part_name(&citation.name);
        let mut number = numbers(&citation.number);
        // "Exhibit 10.1" and "Schedule 1-2" count as written.
        if number.is_empty() {
            number = numbers(citation.number.split(['(', '-']).next().unwrap_or(""));
        }
        let same = |text: &str| text.eq_ignore_ascii_case(&citation.number);
        let label = |clause: usize| {
            let text = self.contract.clauses[clause].label.as_ref().map_or("", |l| l.text.as_str());
            text.rsplit([' ', '件', '录', '表']).next().unwrap_or("")
        };
        let found = self.parts.iter().find(|(kind, path, clause)| {
            *kind == name && (*path == number || same(label(*clause)))
        });
        if let Some((_, _, clause)) = found {
            if citation.elsewhere {
                return Target::Unclear;
            }
            return Target::Clause { clause: *clause, exact: true };
        }
        if citation.elsewhere {
            return Target::Elsewhere;
        }
        let around = &crate::catalogue::vocabulary().references.elsewhere_around;
        if around.is_match(self.contract.units[citation.unit].text.as_str()) {
            return Target::Unclear;
        }
        let alike = self
            .parts
            .iter()
            .any(|(kind, path, _)| *path == number || (*kind == name && path.is_empty()));
        // "Exhibit A-2" is a page of Exhibit A, "Annex 1(B)" a part of Annex I.
        let written = citation.number.to_lowercase();
        let main = written.split(['-', '(']).next().unwrap_or("").to_owned();
        let roman = number.first().and_then(|&n| ROMAN.get(n as usize)).map(|r| (*r).to_owned());
        let there = [Some(written), Some(main), roman].into_iter().flatten().any(|number| {
            let heading = format!("{name} {number}");
            let close = heading.replace(' ', "");
            self.openings.contains(&heading)
                || self.openings.iter().any(|opening| opening.starts_with(&close))
                || self.is_titled(&heading)
                || self.is_itself(&heading)
        });
        if alike || there { Target::Unclear } else { Target::Missing }
    }

    /// Whether a line reads as the title of a schedule that was not understood
    /// as one: short, in capitals, or in plain text, whose lines mean little.
    fn is_titled(&self, heading: &str) -> bool {
        self.contract.documents.iter().any(|document| {
            document.source.text.lines().any(|line| {
                let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
                let begins = line
                    .get(..heading.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(heading))
                    && !line[heading.len()..].starts_with(char::is_alphanumeric);
                begins
                    && (line.len() < SHORT_LINE
                        || document.source.format == Format::Text
                        || line.starts_with(|c: char| c.is_uppercase())
                            && line[..heading.len()].chars().all(|c| !c.is_lowercase()))
            }) || (document.source.format == Format::Text
                && (document.source.text.contains(&heading.to_uppercase())
                    || titles_mid_line(&document.source.text, heading)))
        })
    }

    /// Whether the whole file is the schedule that is meant: its title or name says so.
    fn is_itself(&self, heading: &str) -> bool {
        self.contract.documents.iter().any(|document| {
            let name = document.source.path.to_lowercase();
            name.contains(heading)
                || name.contains(&heading.replace(' ', "-"))
                || name.contains(&heading.replace(' ', "_"))
        })
    }
}

/// Whether a filing runs a schedule's title together with what is before: "…, AS
/// AMENDED. Exhibit A Part 1".
fn titles_mid_line(text: &str, heading: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.match_indices(heading).any(|(at, _)| {
        let behind = &text[at + heading.len()..];
        let title = behind.trim_start_matches([' ', ':', '-']);
        text[at..].starts_with(char::is_uppercase)
            && text[..at].trim_end().ends_with('.')
            && behind.starts_with([' ', ':'])
            && title.starts_with(char::is_uppercase)
    })
}

/// A schedule's kind at the start of its label, folded and in the singular.
fn part_name(label: &str) -> String {
    let label = label.trim();
    let name: String = if label.starts_with(is_wide) {
        label.chars().take(2).collect()
    } else {
        // "Third Schedule" counts before it names.
        let counting = &crate::catalogue::vocabulary().headings.counting;
        let counts = |word: &&str| {
            counting.iter().any(|words| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
        };
        let word = label.split(' ').find(|word| !counts(word)).unwrap_or(label);
        word.chars().take_while(|c| c.is_alphabetic()).collect()
    };
    let name = name.to_lowercase();
    crate::catalogue::vocabulary().references.singular.get(&name).cloned().unwrap_or(name)
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
