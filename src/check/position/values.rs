//! What a contract says of a position's key term or provision, wherever it
//! says it.

use crate::catalogue::{Held, Position, ValueKind};
use crate::check::raise::Bench;
use crate::clause::folded_heading;
use crate::provision::{Occurrence, Reading};
use crate::quantity::Quantity;
use crate::terms::{Wording, severity_rank, wordings};

/// Something a contract says.
pub(super) struct Value {
    pub(super) stated: Stated,
    pub(super) subject: Option<String>,
    pub(super) at: Occurrence,
}

/// What kind of thing it says.
pub(super) enum Stated {
    Figure(Quantity),
    /// Its own words.
    Words,
    /// Only that it is there: a ladder or a provision.
    There,
}

/// The values a position is for, in text order.
pub(super) fn values(bench: &Bench, position: &Position) -> Vec<Value> {
    let all = of(bench, position.held);
    let Some(subject) = &position.subject else { return all };
    if all.iter().any(|value| is_for(value, subject)) {
        return all.into_iter().filter(|value| is_for(value, subject)).collect();
    }
    // What is promised for nothing in particular is promised for this as well.
    all.into_iter().filter(|value| value.subject.is_none()).collect()
}

fn is_for(value: &Value, subject: &str) -> bool {
    let Some(own) = &value.subject else { return false };
    match (severity_rank(own), severity_rank(subject)) {
        (Some(own), Some(asked)) => own == asked,
        _ => folded_heading(own).contains(&folded_heading(subject)),
    }
}

fn of(bench: &Bench, held: Held) -> Vec<Value> {
    let reading = bench.reading;
    let term = match held {
        Held::Term(term) => term,
        Held::Provision(id) => {
            let stands = reading.provisions.iter().filter(|p| p.id == id && p.at.stands());
            return stands.map(|p| there(p.at.clone(), None)).collect();
        }
    };
    match reading.catalogue.terms[term].value {
        ValueKind::Ladder => bench
            .ladders
            .iter()
            .filter_map(|ladder| ladder.rows.first())
            .map(|row| {
                let subject = Some(row.step.applies_to.clone()).filter(|s| !s.is_empty());
                there(row.at.clone(), subject)
            })
            .collect(),
        ValueKind::Words => words(reading, term),
        ValueKind::Quantity | ValueKind::Count | ValueKind::Period => bench
            .terms
            .iter()
            .filter(|value| value.id == term)
            .map(|value| Value {
                stated: Stated::Figure(value.quantity.clone()),
                subject: value.subject.clone(),
                at: value.at.clone(),
            })
            .collect(),
    }
}

fn there(at: Occurrence, subject: Option<String>) -> Value {
    Value { stated: Stated::There, subject, at }
}

/// The words of a term; where a heading announces it, those below alone, for
/// others speak of it in passing.
fn words(reading: &Reading, term: usize) -> Vec<Value> {
    let rule = &reading.catalogue.terms[term];
    let all: Vec<Wording> =
        wordings(reading).into_iter().filter(|wording| wording.id == term).collect();
    let headed = |wording: &&Wording| {
        rule.file.names(&folded_heading(reading.contract.heading(wording.at.unit)))
    };
    let below: Vec<Wording> = all.iter().filter(headed).cloned().collect();
    let kept = if below.is_empty() { all } else { below };
    kept.into_iter()
        .map(|wording| Value { stated: Stated::Words, subject: wording.subject, at: wording.at })
        .collect()
}

impl Value {
    /// Its words in the contract, as written.
    pub(super) fn written(&self, reading: &Reading) -> String {
        let contract = reading.contract;
        let range = contract.paragraphs[self.at.unit].plain_range(self.at.range.clone());
        let text = contract.units[self.at.unit].text.as_str();
        text.get(range).unwrap_or_default().trim().to_owned()
    }
}
