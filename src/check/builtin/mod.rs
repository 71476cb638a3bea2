//! Checks whose logic is code. Each still has a rule file that says what it
//! means; here stands only where it holds.

mod definitions;
mod document;
mod numbering;
mod quantities;
mod references;
mod undefined;

use super::raise::Bench;
use crate::catalogue::Builtin;
use crate::clause::Contract;
use crate::matching::{Lang, Polarity};
use crate::provision::Occurrence;
use std::ops::Range;

/// A place where a builtin check holds, and what else to point at.
pub(super) struct Place {
    /// The words that are the cause.
    pub(super) at: Occurrence,
    /// Other words that belong to it.
    pub(super) further: Vec<Occurrence>,
    /// What `{detail}` stands for in the rule's texts.
    pub(super) detail: String,
}

/// Where a builtin check holds, in text order.
pub(super) fn places(builtin: Builtin, bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    match builtin {
        Builtin::WordsAndFigures => quantities::words_and_figures(bench),
        Builtin::DanglingReference => references::dangling(contract),
        Builtin::MissingSchedule => references::missing_schedules(contract),
        Builtin::SelfReference => references::to_itself(contract),
        Builtin::WrongSubject => references::wrong_subject(contract),
        Builtin::NumberingGap => numbering::gaps(contract),
        Builtin::DuplicateNumber => numbering::duplicates(contract),
        Builtin::UndefinedTerm => undefined::undefined(contract),
        Builtin::UnusedDefinition => definitions::unused(contract),
        Builtin::DuplicateDefinition => definitions::repeated(contract, true),
        Builtin::ConflictingDefinition => definitions::repeated(contract, false),
        Builtin::CircularDefinition => definitions::circular(contract),
        Builtin::Placeholder => document::placeholders(contract),
        Builtin::HiddenText => document::hidden(contract),
        Builtin::PendingChanges => document::pending(contract),
        Builtin::TwoLanguages => document::two_languages(contract),
    }
}

impl Place {
    /// A place over a range of a unit's plain text.
    fn new(contract: &Contract, unit: usize, plain: Range<usize>) -> Self {
        Self { at: occurrence(contract, unit, plain), further: Vec::new(), detail: String::new() }
    }

    /// With what `{detail}` stands for.
    fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// With further words to point at.
    fn with_further(mut self, further: Occurrence) -> Self {
        self.further.push(further);
        self
    }
}

/// A range of a unit's plain text, as rules see it.
fn occurrence(contract: &Contract, unit: usize, plain: Range<usize>) -> Occurrence {
    let paragraph = &contract.paragraphs[unit];
    let range = contract.marked_range(unit, plain);
    let lang = paragraph.languages.first().or(contract.languages.first());
    Occurrence {
        unit,
        sentence: paragraph.sentence_at(range.start),
        range,
        lang: lang.copied().unwrap_or(Lang::En),
        polarity: Polarity::Operative,
    }
}

/// Longest beginning of a clause that is underlined for the whole, in characters.
const LONGEST_OPENING: usize = 60;

/// The first words of a clause, to point at the clause as a whole: its heading,
/// or the beginning of its text.
fn opening(contract: &Contract, clause: usize) -> Option<(usize, Range<usize>)> {
    let clause = &contract.clauses[clause];
    let unit =
        clause.units.clone().find(|&at| !contract.units[at].text.as_str().trim().is_empty())?;
    let text = contract.units[unit].text.as_str();
    let start = text.len() - text.trim_start().len();
    let heading = text[start..].starts_with(clause.heading.as_str()) && !clause.heading.is_empty();
    if heading {
        return Some((unit, start..start + clause.heading.len()));
    }
    let mut end = text.trim_end().len();
    if let Some((cut, _)) = text[start..].char_indices().nth(LONGEST_OPENING) {
        let cut = start + cut;
        end = end.min(text[start..cut].rfind(' ').map_or(cut, |space| start + space));
    }
    Some((unit, start..end))
}
