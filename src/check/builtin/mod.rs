//! Checks whose logic is code. Each still has a rule file that says what it
//! means; here stands only where it holds.

mod availabilities;
mod bilingual;
mod blanks;
mod credits;
mod dates;
mod definitions;
mod document;
mod drift;
mod numbering;
mod parties;
mod quantities;
mod rates;
mod references;
mod responses;
mod searched;
mod tables;
mod undefined;
mod values;

pub(super) use searched::{Searched, searched};

use super::raise::{Bench, Place, Related};
use crate::catalogue::{Builtin, TermId};
use crate::clause::{Contract, Paragraph, Role};
use crate::matching::{Lang, Polarity};
use crate::provision::Occurrence;
use crate::terms::KeyTerm;
use std::ops::Range;

/// Where a builtin check holds, in text order. `of` are the key terms its rule
/// names.
pub(super) fn places(builtin: Builtin, of: &[TermId], bench: &Bench) -> Vec<Place> {
    let named: Vec<&KeyTerm> = bench.terms.iter().filter(|term| of.contains(&term.id)).collect();
    let contract = bench.reading.contract;
    match builtin {
        Builtin::WordsAndFigures => quantities::words_and_figures(bench),
        Builtin::CreditGapOrOverlap => credits::gap_or_overlap(bench),
        Builtin::CreditNotMonotonic => credits::not_monotonic(bench),
        Builtin::CreditFirstBand => credits::first_band(bench, &named),
        Builtin::CreditOutOfReach => credits::out_of_reach(bench),
        Builtin::CreditWithoutBase => credits::without_base(bench),
        Builtin::CreditAboveCap => credits::above_cap(bench, &named),
        Builtin::StatedDowntimeWrong => availabilities::stated_downtime_wrong(bench),
        Builtin::TwoAvailabilities => availabilities::two(bench, &named),
        Builtin::TwoValues => values::differ(bench, &named),
        Builtin::TwoValuesApart => values::differ_between_parts(bench, &named),
        Builtin::TableSumWrong => tables::sums_wrong(bench),
        Builtin::RateMismatch => rates::mismatch(bench),
        Builtin::ResponseLadderDisorder => responses::disorder(bench, &named),
        Builtin::ImpossibleDate => dates::impossible(bench),
        Builtin::EndBeforeStart => dates::end_before_start(bench),
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
        Builtin::EmptyCell => blanks::empty_cells(contract),
        Builtin::TermDrift => drift::drift(contract),
        Builtin::HiddenText => document::hidden(contract),
        Builtin::PendingChanges => document::pending(contract),
        Builtin::BilingualMismatch => bilingual::mismatches(contract),
        Builtin::UnknownParty => parties::unknown(contract),
        Builtin::PartyNameVariant => parties::variants(contract),
        Builtin::TwoLanguages => document::two_languages(contract),
    }
}

impl Place {
    /// A place over a range of a unit's plain text.
    fn new(contract: &Contract, unit: usize, plain: Range<usize>) -> Self {
        occurrence(contract, unit, plain).into()
    }

    /// With what `{detail}` stands for.
    fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// With further words to point at.
    fn with_further(mut self, further: Occurrence) -> Self {
        self.further.push(Related::from(further));
        self
    }
}

/// A range of a unit's plain text, as rules see it.
fn occurrence(contract: &Contract, unit: usize, plain: Range<usize>) -> Occurrence {
    marked(contract, unit, contract.marked_range(unit, plain))
}

/// A range of a unit's marked text, as rules see it.
fn marked(contract: &Contract, unit: usize, range: Range<usize>) -> Occurrence {
    let paragraph = &contract.paragraphs[unit];
    let lang = paragraph.languages.first().or(contract.languages.first());
    Occurrence {
        unit,
        sentence: paragraph.sentence_at(range.start),
        range,
        lang: lang.copied().unwrap_or(Lang::En),
        polarity: Polarity::Operative,
    }
}

/// The paragraphs whose quantities count, each with its unit.
fn counting(contract: &Contract) -> impl Iterator<Item = (usize, &Paragraph)> {
    let paragraphs = contract.paragraphs.iter().enumerate();
    paragraphs.filter(|(unit, _)| contract.units[*unit].role != Role::Aside)
}

/// A range of a unit's marked text as the contract writes it.
fn written(contract: &Contract, unit: usize, range: Range<usize>) -> &str {
    let plain = contract.paragraphs[unit].plain_range(range);
    contract.units[unit].text.as_str().get(plain).unwrap_or_default().trim()
}

/// From one place in a unit's marked text to the end of the quantity at
/// another, as rules see it: a quantity is one reserved character there.
fn up_to_quantity(contract: &Contract, unit: usize, from: usize, last: usize) -> Occurrence {
    let text = contract.paragraphs[unit].marked.as_str();
    let width = text[last..].chars().next().map_or(0, char::len_utf8);
    marked(contract, unit, from..last + width)
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
