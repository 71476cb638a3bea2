//! The tree of clauses, from labels and heading levels together. How a clause
//! is cited is worked out afterwards.

use super::address::set_addresses;
use super::headings::{DASHES, is_title};
use super::label::{LETTER, Label};
use super::place::{Arrival, Open, place};
use super::unit::{Role, Unit};
use crate::catalogue::vocabulary;
use std::ops::Range;

/// One clause: a label or a heading, and the units under it.
#[derive(Debug, Clone)]
pub struct Clause {
    /// The clause above; `None` for a document's root.
    pub parent: Option<usize>,
    /// Which document.
    pub document: usize,
    /// The number as it stands, if it has one.
    pub label: Option<Label>,
    /// As a person would cite it; empty for the root.
    pub address: String,
    /// Its heading or run-in heading, or empty.
    pub heading: String,
    /// Its units and those of all clauses under it.
    pub units: Range<usize>,
    /// Whether it is a schedule or annex.
    pub part: bool,
    /// How deep it stands; the root is 0.
    pub depth: usize,
    /// Whether its number is a list marker, which counts inside its list only.
    pub(super) item: bool,
}

/// Builds the clauses of one document. Returns them with, for each unit, the
/// clause it belongs to; indices count from `first_clause` and `first_unit`.
pub(super) fn tree(
    units: &[Unit],
    document: usize,
    first_clause: usize,
    first_unit: usize,
    lists_end: bool,
) -> (Vec<Clause>, Vec<usize>) {
    let root = Clause {
        parent: None,
        document,
        label: None,
        address: String::new(),
        heading: String::new(),
        units: first_unit..first_unit + units.len(),
        part: false,
        depth: 0,
        item: false,
    };
    let mut builder = Builder {
        clauses: vec![root],
        open: Vec::new(),
        first_clause,
        document,
        lists_end,
        begun: false,
        bare: false,
        filed_as: None,
    };
    let caption = caption(units);
    let mut owners = Vec::with_capacity(units.len());
    for (index, unit) in units.iter().enumerate() {
        if caption != Some(index) {
            builder.take(unit, first_unit + index);
        }
        builder.bare = unit.label.is_some() && unit.text.as_str().trim().is_empty();
        owners.push(builder.current());
    }
    builder.close_to(0, first_unit + units.len());
    set_addresses(&mut builder.clauses, first_clause);
    (builder.clauses, owners)
}

struct Builder {
    clauses: Vec<Clause>,
    open: Vec<Open>,
    first_clause: usize,
    document: usize,
    /// Whether text outside a list ends it, as in Markdown. Word has no such sign.
    lists_end: bool,
    /// Whether any text was seen.
    begun: bool,
    /// Whether the unit before was a number and nothing else.
    bare: bool,
    /// The number under which the file was filed, in small letters.
    filed_as: Option<String>,
}

/// Longest title on the line under a schedule's number, in words.
const LONGEST_PART_TITLE: usize = 6;
/// Longest title of an agreement that was filed as an exhibit, in words.
const LONGEST_CAPTION: usize = 10;
/// How many units at the start may hold the number of a filing.
const CAPTION_UNITS: usize = 5;

impl Builder {
    fn current(&self) -> usize {
        self.open.last().map_or(self.first_clause, |open| open.clause)
    }

    /// Closes open clauses until `keep` remain.
    fn close_to(&mut self, keep: usize, end: usize) {
        while self.open.len() > keep {
            if let Some(open) = self.open.pop() {
                self.clauses[open.clause - self.first_clause].units.end = end;
            }
        }
    }

    fn take(&mut self, unit: &Unit, at: usize) {
        let heading = match unit.role {
            Role::Heading(level) => Some(level),
            Role::Aside | Role::Note => return,
            _ => None,
        };
        let text = unit.text.as_str().trim();
        if text.is_empty() && unit.label.is_none() {
            return;
        }
        let first = !std::mem::replace(&mut self.begun, true);
        match (&unit.label, heading) {
            // `Schedule 1` on one line and its title on the next.
            (None, None) if self.awaits_title(at) && is_short_title(unit) => {
                let clause = self.current() - self.first_clause;
                if self.clauses[clause].part {
                    self.clauses[clause].heading = text.to_owned();
                }
            }
            (None, None) => {
                if self.lists_end && matches!(unit.role, Role::Body) {
                    let outside = |open: &Open| open.list_depth.is_some_and(|d| d > unit.depth);
                    let keep = self.open.iter().position(outside).unwrap_or(self.open.len());
                    self.close_to(keep, at);
                }
            }
            // The title of the whole document is no clause.
            (None, Some(level)) if first && (level <= 2 || level >= 7) => {
                self.clauses[0].heading = text.to_owned();
            }
            // `ARTICLE IV` on one line and its title on the next.
            (None, Some(_)) if self.awaits_title(at) => {
                let clause = self.current() - self.first_clause;
                self.clauses[clause].heading = text.to_owned();
            }
            // The number under which a filing was made is no schedule, at its
            // head or above any of its pages.
            (Some(label), _)
                if is_filing_number(label) && (first || self.is_caption(label, at)) =>
            {
                self.begun &= !first;
                self.filed_as.get_or_insert_with(|| label.text.to_lowercase());
            }
            (label, _) => self.open_clause(unit, label.as_ref(), heading, at),
        }
    }

    /// Whether a filing number stands in the first lines, or was seen there.
    fn is_caption(&self, label: &Label, at: usize) -> bool {
        let head = at < self.clauses[0].units.start + CAPTION_UNITS && self.open.is_empty();
        head || self.filed_as.as_deref() == Some(label.text.to_lowercase().as_str())
    }

    /// Whether the clause opened by the unit before has a number and no words.
    fn awaits_title(&self, at: usize) -> bool {
        let clause = &self.clauses[self.current() - self.first_clause];
        clause.label.is_some()
            && clause.heading.is_empty()
            && clause.units.start + 1 == at
            && self.bare
    }

    fn open_clause(&mut self, unit: &Unit, label: Option<&Label>, heading: Option<u8>, at: usize) {
        let text = unit.text.as_str().trim();
        let title = if heading.is_some() {
            text
        } else {
            unit.run_in.clone().map_or("", |range| unit.text.as_str()[range].trim())
        };
        let arrival = Arrival {
            label,
            heading,
            titled: !title.is_empty(),
            list_depth: unit.list_depth.filter(|_| label.is_some_and(|l| l.path.len() == 1)),
        };
        let placed = place(&self.open, &arrival, self.lists_end);
        self.close_to(placed.keep, at);
        let parent = self.current();
        let depth = self.clauses[parent - self.first_clause].depth + 1;
        let mut label = label.cloned();
        if let (Some(label), Some(number)) = (&mut label, placed.counted) {
            label.text = number.to_string();
            label.path = vec![number];
        }
        self.clauses.push(Clause {
            parent: Some(parent),
            document: self.document,
            part: label.as_ref().is_some_and(is_part),
            item: placed.item,
            label,
            address: String::new(),
            heading: title.trim_end_matches(['.', ':', '：']).trim_start_matches(DASHES).to_owned(),
            units: at..at,
            depth,
        });
        let clause = self.first_clause + self.clauses.len() - 1;
        self.open.push(placed.open(&arrival, clause));
    }
}

/// Whether a line without a number is the title of the schedule named above it.
fn is_short_title(unit: &Unit) -> bool {
    let text = unit.text.as_str().trim();
    text.split_whitespace().count() <= LONGEST_PART_TITLE && is_title(text) && !unit.bullet
}

/// The unit at the head of a file that only says as which exhibit of something
/// else a whole agreement was filed: `EXHIBIT B`, and the agreement's title.
fn caption(units: &[Unit]) -> Option<usize> {
    let said = |unit: &Unit| unit.label.is_some() || !unit.text.as_str().trim().is_empty();
    let mut first = units.iter().enumerate().filter(|(_, unit)| said(unit));
    let (index, unit) = first.next()?;
    let exhibit = unit
        .label
        .as_ref()
        .is_some_and(|label| is_part(label) && label.text.to_lowercase().starts_with("exhibit"));
    let own = unit.text.as_str().trim();
    let title = if own.is_empty() { first.next()?.1.text.as_str().trim() } else { own };
    let words: Vec<&str> = title.split_whitespace().collect();
    let named = words
        .last()
        .is_some_and(|last| vocabulary().headings.agreements.contains(&last.to_lowercase()));
    (exhibit && named && words.len() <= LONGEST_CAPTION).then_some(index)
}

/// `EXHIBIT 10.4` at the head of a file.
fn is_filing_number(label: &Label) -> bool {
    is_part(label)
        && label.text.to_lowercase().starts_with("exhibit")
        && label.path.first().is_some_and(|&number| number < LETTER)
        && label.text.contains(|c: char| c.is_ascii_digit())
}

fn is_part(label: &Label) -> bool {
    label.cite == crate::catalogue::Cite::Part
}

#[cfg(test)]
#[path = "tree_tests.rs"]
mod tests;
