//! What the code of a builtin check looks through, for whoever asks why it
//! raised nothing.

use super::{counting, occurrence, opening, up_to_quantity};
use crate::catalogue::{Builtin, TermId};
use crate::check::raise::Bench;
use crate::clause::{Contract, Role};
use crate::provision::Occurrence;
use crate::quantity::{Measure, Quantity};
use crate::terms::{figure_tables, grids};

/// What was looked through.
pub(crate) struct Searched {
    /// What it is, in the plural.
    pub(crate) what: &'static str,
    /// Each of them, in text order.
    pub(crate) places: Vec<Occurrence>,
}

/// What a builtin check looks through in a contract. `of` are the key terms its
/// rule names.
pub(crate) fn searched(builtin: Builtin, of: &[TermId], bench: &Bench) -> Searched {
    let contract = bench.reading.contract;
    let (what, places) = match builtin {
        Builtin::WordsAndFigures => ("quantities", quantities(contract, |_| true)),
        Builtin::StatedDowntimeWrong => {
            ("percentages", quantities(contract, |q| q.percent().is_some()))
        }
        Builtin::RateMismatch => {
            ("rates", quantities(contract, |q| q.percent().is_some() && q.period().is_some()))
        }
        Builtin::ImpossibleDate | Builtin::EndBeforeStart => {
            ("dates", quantities(contract, |q| matches!(q.measure, Measure::Date { .. })))
        }
        Builtin::TwoAvailabilities
        | Builtin::TwoValues
        | Builtin::TwoValuesApart
        | Builtin::ResponseLadderDisorder => ("values of key terms", values(bench, of)),
        Builtin::CreditGapOrOverlap
        | Builtin::CreditNotMonotonic
        | Builtin::CreditFirstBand
        | Builtin::CreditAboveCap
        | Builtin::CreditOutOfReach
        | Builtin::CreditWithoutBase => ("rows of credit ladders", ladder_rows(bench)),
        Builtin::TableSumWrong => ("rows of tables of figures", figure_rows(contract)),
        Builtin::EmptyCell => ("rows of tables", table_rows(contract)),
        Builtin::DanglingReference
        | Builtin::MissingSchedule
        | Builtin::SelfReference
        | Builtin::WrongSubject => ("references", references(contract)),
        Builtin::NumberingGap | Builtin::DuplicateNumber => {
            ("numbered clauses", numbered(contract))
        }
        Builtin::UndefinedTerm
        | Builtin::UnusedDefinition
        | Builtin::DuplicateDefinition
        | Builtin::ConflictingDefinition
        | Builtin::CircularDefinition
        | Builtin::TermDrift => ("definitions", definitions(contract)),
        Builtin::Placeholder => ("open places", placeholders(contract)),
        Builtin::BilingualMismatch => ("pairs of paragraphs in two languages", pairs(contract)),
        Builtin::UnknownParty | Builtin::PartyNameVariant => ("parties", parties(contract)),
        Builtin::HiddenText | Builtin::PendingChanges | Builtin::TwoLanguages => {
            ("paragraphs", Vec::new())
        }
    };
    Searched { what, places }
}

fn quantities(contract: &Contract, fits: impl Fn(&Quantity) -> bool) -> Vec<Occurrence> {
    let mut places = Vec::new();
    for (unit, paragraph) in counting(contract) {
        let fitting = paragraph.quantities.iter().filter(|(quantity, _)| fits(quantity));
        places.extend(fitting.map(|(_, at)| up_to_quantity(contract, unit, *at, *at)));
    }
    places
}

fn values(bench: &Bench, of: &[TermId]) -> Vec<Occurrence> {
    let named = bench.terms.iter().filter(|term| of.contains(&term.id));
    named.map(|term| term.at.clone()).collect()
}

fn ladder_rows(bench: &Bench) -> Vec<Occurrence> {
    bench.ladders.iter().flat_map(|ladder| &ladder.rows).map(|row| row.at.clone()).collect()
}

fn figure_rows(contract: &Contract) -> Vec<Occurrence> {
    let rows = figure_tables(contract).into_iter().flat_map(|table| table.rows);
    rows.map(|row| unit(contract, row.unit)).collect()
}

fn table_rows(contract: &Contract) -> Vec<Occurrence> {
    let rows = grids(contract).into_iter().flat_map(|grid| grid.rows);
    rows.map(|row| unit(contract, row.unit)).collect()
}

fn references(contract: &Contract) -> Vec<Occurrence> {
    let judged = contract.references().iter();
    let judged = judged.filter(|r| !matches!(contract.units[r.unit].role, Role::Aside));
    judged.map(|r| occurrence(contract, r.unit, r.range.clone())).collect()
}

fn numbered(contract: &Contract) -> Vec<Occurrence> {
    let all = 0..contract.clauses.len();
    let labelled = all.filter(|&clause| contract.clauses[clause].label.is_some());
    labelled
        .filter_map(|clause| opening(contract, clause))
        .map(|(unit, plain)| occurrence(contract, unit, plain))
        .collect()
}

fn definitions(contract: &Contract) -> Vec<Occurrence> {
    let all = contract.definitions().iter();
    all.map(|d| occurrence(contract, d.unit, d.range.clone())).collect()
}

fn placeholders(contract: &Contract) -> Vec<Occurrence> {
    let all = contract.placeholders().iter();
    all.map(|p| occurrence(contract, p.unit, p.range.clone())).collect()
}

fn pairs(contract: &Contract) -> Vec<Occurrence> {
    let halves = contract.pairs().iter().map(|pair| &pair.first);
    halves.map(|half| occurrence(contract, half.unit, half.range.clone())).collect()
}

fn parties(contract: &Contract) -> Vec<Occurrence> {
    let sides = [&contract.parties.customer, &contract.parties.vendor];
    sides
        .into_iter()
        .flatten()
        .filter_map(|party| party.unit)
        .map(|at| unit(contract, at))
        .collect()
}

/// All of a unit.
fn unit(contract: &Contract, at: usize) -> Occurrence {
    occurrence(contract, at, 0..contract.units[at].text.as_str().len())
}
