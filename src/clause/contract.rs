//! A contract: one or more documents as clauses and paragraphs, with its
//! parties and its kind.

use super::definitions::{Definition, definitions};
use super::kind::kind_of;
use super::pairs::{Pair, pairs};
use super::paragraph::Paragraph;
use super::parties::{NamedParties, Parties, tell};
use super::placeholders::{Placeholder, Stage, placeholders, stage};
use super::references::{Reference, references};
use super::tree::{Clause, tree};
use super::unit::{Role, Unit, units};
use crate::catalogue::{Cite, Kind};
use crate::matching::{Lang, Slot, fold, is_indonesian, is_wide};
use crate::read::Document;
use crate::source::{Format, Span};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;

/// Documents read as one contract.
#[derive(Debug, Clone)]
pub struct Contract {
    /// Its files.
    pub documents: Vec<Document>,
    /// Its clauses; each document's root first.
    pub clauses: Vec<Clause>,
    /// Its units, in reading order.
    pub units: Vec<Unit>,
    /// Each unit's text for matching.
    pub paragraphs: Vec<Paragraph>,
    /// Each unit's clause.
    pub owners: Vec<usize>,
    /// Who is who.
    pub parties: Parties,
    /// What kind of contract it is.
    pub kind: Kind,
    /// Languages of its paragraphs, most used first.
    pub languages: Vec<Lang>,
    /// What the user says it is for.
    said: Option<Stage>,
    /// Read when a check or the outline first asks.
    links: OnceLock<Links>,
}

/// What ties the parts of a contract together.
#[derive(Debug, Clone)]
struct Links {
    definitions: Vec<Definition>,
    references: Vec<Reference>,
    placeholders: Vec<Placeholder>,
    pairs: Vec<Pair>,
    stage: Stage,
}

impl Contract {
    /// Reads documents as one contract. Never fails: what cannot be told is
    /// left open.
    pub fn new(mut documents: Vec<Document>, named: &NamedParties) -> Self {
        let mut all = Vec::new();
        let mut clauses = Vec::new();
        let mut owners = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let found = units(document, index);
            let lists_end = document.source.format == Format::Markdown;
            let (tree, of) = tree(&found, index, clauses.len(), all.len(), lists_end);
            clauses.extend(tree);
            owners.extend(of);
            all.extend(found);
        }
        let mut paragraphs: Vec<Paragraph> =
            all.par_iter().map(|u: &Unit| Paragraph::new(u.text.as_str(), u.bold_start)).collect();
        let plain: Vec<&str> = all.iter().map(|unit| unit.text.as_str()).collect();
        let kind = kind_of(&documents, &all, &paragraphs);
        let parties = tell(&mut paragraphs, &plain, named, kind);
        lead_items(&all, &clauses, &owners, &mut paragraphs);
        let languages = languages(&paragraphs);
        warn_of_indonesian(&mut documents, &all, &paragraphs);
        Self {
            documents,
            clauses,
            units: all,
            paragraphs,
            owners,
            parties,
            kind,
            languages,
            said: None,
            links: OnceLock::new(),
        }
    }

    /// The contract with the stage the user says it is at; `None`: as it looks.
    #[must_use]
    pub fn at_stage(mut self, stage: Option<Stage>) -> Self {
        self.said = stage;
        self
    }

    fn links(&self) -> &Links {
        self.links.get_or_init(|| {
            let placeholders = placeholders(self);
            Links {
                definitions: definitions(self),
                references: references(self),
                pairs: pairs(self),
                stage: stage(self, &placeholders),
                placeholders,
            }
        })
    }

    /// The terms it defines, in reading order.
    pub fn definitions(&self) -> &[Definition] {
        &self.links().definitions
    }

    /// Its cross-references, in reading order.
    pub fn references(&self) -> &[Reference] {
        &self.links().references
    }

    /// Places left open, in reading order.
    pub fn placeholders(&self) -> &[Placeholder] {
        &self.links().placeholders
    }

    /// Paragraphs that say the same in two languages, in reading order.
    pub fn pairs(&self) -> &[Pair] {
        &self.links().pairs
    }

    /// Whether it is a form to fill in or about to be signed.
    pub fn stage(&self) -> Stage {
        self.said.unwrap_or_else(|| self.links().stage)
    }

    /// Whether it is a form to fill in: then open places are fields, not oversights.
    pub fn is_template(&self) -> bool {
        self.stage() == Stage::Template
    }

    /// A clause and all above it by index, innermost first.
    pub fn path_from(&self, clause: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(clause), |&at| self.clauses[at].parent)
    }

    /// The languages of some units, most used first.
    pub fn languages_in(&self, units: Range<usize>) -> Vec<Lang> {
        languages(&self.paragraphs[units])
    }

    /// The range of a unit's marked text that stands for a range of its plain text.
    pub fn marked_range(&self, unit: usize, plain: Range<usize>) -> Range<usize> {
        let paragraph = &self.paragraphs[unit];
        paragraph.marked.range_of(Span::from(paragraph.folded.range_of(Span::from(plain))))
    }

    /// The source span of a range of a unit's marked text.
    pub fn span(&self, unit: usize, marked: Range<usize>) -> Span {
        let plain = self.paragraphs[unit].plain_range(marked);
        self.units[unit].text.origin(plain)
    }

    /// The unit whose own text words of a unit's marked text are, and where in its marked text: those of
    /// the lead-in of a list are of the unit that introduces it.
    pub fn home_of(&self, unit: usize, marked: Range<usize>) -> (usize, Range<usize>) {
        let paragraph = &self.paragraphs[unit];
        match paragraph.introduced.filter(|_| marked.end <= paragraph.lead) {
            Some((above, from)) => self.home_of(above, from + marked.start..from + marked.end),
            None => (unit, marked),
        }
    }

    /// The items of the list that a unit introduces, in text order.
    pub fn items_of(&self, unit: usize) -> impl Iterator<Item = usize> {
        let of =
            move |at: &usize| self.paragraphs[*at].introduced.is_some_and(|(by, _)| by == unit);
        (unit + 1..self.clause_of(unit).units.end.max(unit + 1)).filter(of)
    }

    /// The clause that holds a unit.
    pub fn clause_of(&self, unit: usize) -> &Clause {
        &self.clauses[self.owners[unit]]
    }

    /// The clause and all above it, innermost first.
    pub fn path_of(&self, unit: usize) -> impl Iterator<Item = &Clause> {
        std::iter::successors(Some(self.owners[unit]), |&at| self.clauses[at].parent)
            .map(|at| &self.clauses[at])
    }

    /// The units of the numbered clause around a unit, items included: 4.2
    /// with its (a) and (b), wherever in it the unit stands.
    pub fn clause_units(&self, unit: usize) -> Range<usize> {
        let clause = self
            .path_of(unit)
            .find(|clause| clause.label.as_ref().is_none_or(|label| label.cite != Cite::Suffix))
            .unwrap_or(&self.clauses[self.owners[unit]]);
        self.bounded(clause, unit)
    }

    /// The units of the highest clause around a unit that is not a whole part.
    pub fn section_units(&self, unit: usize) -> Range<usize> {
        let clause = self
            .path_of(unit)
            .take_while(|clause| clause.depth > 0 && !clause.part)
            .last()
            .unwrap_or(&self.clauses[self.owners[unit]]);
        self.bounded(clause, unit)
    }

    /// A root has no clause around: then only the unit itself and its neighbours count.
    fn bounded(&self, clause: &Clause, unit: usize) -> Range<usize> {
        if clause.depth == 0 {
            unit.saturating_sub(1).max(clause.units.start)..(unit + 2).min(clause.units.end)
        } else {
            clause.units.clone()
        }
    }

    /// As a person would cite the place of a unit.
    pub fn address(&self, unit: usize) -> String {
        let address = &self.clause_of(unit).address;
        let Role::Row(row) = self.units[unit].role else { return address.clone() };
        let language = self.languages.first().or(self.paragraphs[unit].languages.first());
        let place = match language {
            Some(Lang::Zh) => format!("第{row}行"),
            Some(Lang::Ms) => format!("baris {row}"),
            _ => format!("row {row}"),
        };
        if address.is_empty() { place } else { format!("{address}, {place}") }
    }

    /// The nearest heading over a unit, or empty.
    pub fn heading(&self, unit: usize) -> &str {
        self.path_of(unit)
            .map(|clause| clause.heading.as_str())
            .find(|h| !h.is_empty())
            .unwrap_or("")
    }

    /// Whether a unit is a heading, or begins with one.
    pub fn has_heading(&self, unit: usize) -> bool {
        let unit = &self.units[unit];
        matches!(unit.role, Role::Heading(_)) || unit.run_in.is_some()
    }

    /// Whether a range of a unit's marked text is a heading.
    pub fn is_heading(&self, unit: usize, marked: &Range<usize>) -> bool {
        match self.units[unit].role {
            Role::Heading(_) => true,
            _ => self.units[unit].run_in.as_ref().is_some_and(|heading| {
                self.paragraphs[unit].plain_range(marked.clone()).end <= heading.end
            }),
        }
    }

    /// The name the contract uses for a party, for messages.
    pub fn party_name(&self, slot: Slot) -> Option<&str> {
        let party = match slot {
            Slot::Customer => self.parties.customer.as_ref(),
            Slot::Vendor => self.parties.vendor.as_ref(),
            _ => None,
        };
        party.map(|p| p.name.as_str())
    }
}

/// Gives every item of a list the words that introduce the list: those of the
/// clause the items stand in, never of another.
fn lead_items(units: &[Unit], clauses: &[Clause], owners: &[usize], paragraphs: &mut [Paragraph]) {
    // The last text of each clause that may introduce a list.
    let mut introductions: Vec<Option<usize>> = vec![None; clauses.len()];
    for (unit, u) in units.iter().enumerate() {
        if u.role != Role::Body || u.text.is_empty() {
            continue;
        }
        let owner = owners[unit];
        let clause = &clauses[owner];
        let opens = clause.units.start == unit && clause.label.is_some();
        let numbered = opens
            && (clause.item
                || clause.label.as_ref().is_some_and(|label| label.cite == Cite::Suffix));
        let within = if numbered { clause.parent } else { u.bullet.then_some(owner) };
        let introduction = within.and_then(|clause| introductions[clause]);
        if let Some(at) = introduction.filter(|&at| at < unit)
            && let Some((from, lead)) =
                paragraphs[at].lead_in(within.is_some_and(|c| clauses[c].depth > 0))
        {
            let lead = lead.to_owned();
            paragraphs[unit].lead_with(&lead, (at, from));
        }
        if !u.bullet {
            introductions[owner] = Some(unit);
        }
    }
}

/// Malay rules half understand Indonesian: better to say so than to be silent.
fn warn_of_indonesian(documents: &mut [Document], units: &[Unit], paragraphs: &[Paragraph]) {
    for (index, document) in documents.iter_mut().enumerate() {
        let own = units.iter().zip(paragraphs).filter(|(unit, _)| unit.document == index);
        let text: Vec<&str> =
            own.map(|(_, p)| p.folded.as_str()).filter(|text| !text.contains(is_wide)).collect();
        if is_indonesian(&text.join(" ")) {
            document.warnings.push(
                "this looks like Indonesian, which is not read: the Malay rules miss much of it"
                    .to_owned(),
            );
        }
    }
}

fn languages(paragraphs: &[Paragraph]) -> Vec<Lang> {
    let mut weight = [0usize; 3];
    let total: usize = paragraphs.iter().map(|p| p.folded.len()).sum();
    for paragraph in paragraphs {
        for (at, lang) in Lang::ALL.iter().enumerate() {
            if paragraph.languages.contains(lang) {
                weight[at] += paragraph.folded.len();
            }
        }
    }
    let mut found: Vec<(usize, Lang)> = weight
        .into_iter()
        .zip(Lang::ALL)
        .filter(|(bytes, _)| *bytes > 0 && *bytes * 20 >= total)
        .collect();
    found.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
    found.into_iter().map(|(_, lang)| lang).collect()
}

/// A heading's text, folded, for comparison with the headings provisions name.
pub fn folded_heading(heading: &str) -> String {
    fold(heading).as_str().to_owned()
}
