//! The term sheet: key terms, the ladders of credits, and the sums done with
//! them.

use super::working::{Figures, Known, sum};
use super::{ClauseRef, Label, SheetLine};
use crate::catalogue::{ValueKind, Working};
use crate::clause::{Contract, Role};
use crate::matching::Lang;
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Measure, Quantity, QuantityKind};
use crate::terms::{KeyTerm, Ladder, Wording, measure};
use rust_decimal::Decimal;

/// One line a key term and a ladder, in text order; what is said twice of one
/// thing in the same words has one line.
pub(super) fn sheet(
    reading: &Reading,
    (terms, words, ladders): (&[KeyTerm], &[Wording], &[Ladder]),
    lang: Lang,
) -> Vec<SheetLine> {
    let mut lines: Vec<((usize, usize), SheetLine)> = Vec::new();
    for term in terms {
        let line = line(reading, terms, term, lang);
        let known = lines.iter().any(|(place, other)| {
            other.term == line.term
                && other.value == line.value
                && other.subject == line.subject
                && !(term.quantity.kind() == QuantityKind::Price
                    && in_other_table(reading.contract, place.0, term.at.unit))
        });
        if !known {
            lines.push(((term.at.unit, term.at.range.start), line));
        }
    }
    for wording in words {
        let place = (wording.at.unit, wording.at.range.start);
        lines.push((place, wording_line(reading, wording, lang)));
    }
    for ladder in ladders {
        let first = &ladder.rows[0].at;
        let place = (first.unit, first.range.start);
        lines.extend(ladder_line(reading, ladder, lang).map(|line| (place, line)));
    }
    lines.sort_by_key(|(place, _)| *place);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Whether two units are rows of different tables: the same price of the same item may be one of another
/// service there.
fn in_other_table(contract: &Contract, first: usize, second: usize) -> bool {
    let row = |unit: usize| matches!(contract.units[unit].role, Role::Row(_));
    row(first) && row(second) && !(first..second).all(row)
}

fn line(reading: &Reading, terms: &[KeyTerm], term: &KeyTerm, lang: Lang) -> SheetLine {
    let rule = &reading.catalogue.terms[term.id];
    let contract = reading.contract;
    let unit = &contract.units[term.at.unit];
    let written = contract.paragraphs[term.at.unit].plain_range(term.at.range.clone());
    let quantities = vec![term.quantity.clone()];
    let figures_of = Figures { quantities, sentence: "" };
    let makes_sense = rule.sum_with.is_empty() || reading.has_any(&rule.sum_with);
    let working = rule.file.working.filter(|_| makes_sense);
    let known = Known::at(reading, terms, term.at.unit);
    let (figure, mut unit_name, per) = figures(&term.quantity);
    if rule.value == ValueKind::Period {
        unit_name = unit_name.trim_end_matches('s').to_owned();
    }
    SheetLine {
        term: rule.name.to_string(),
        title: rule.file.title(lang).to_owned(),
        value: unit.text.as_str()[written].trim().to_owned(),
        figure,
        unit: unit_name,
        per,
        words: false,
        size: match &term.quantity.measure {
            Measure::Window(window) => window.minutes_per_week().map(Decimal::from),
            _ => measure(rule, &term.quantity),
        },
        quantity: Some(term.quantity.clone()),
        subject: term.subject.clone().unwrap_or_default(),
        service_level: rule.file.service_level,
        party: rule.file.party,
        credit_cap: term.quantity.percent().filter(|_| working == Some(Working::CreditCap)),
        available: term.quantity.percent().filter(|_| working == Some(Working::Downtime)),
        sums: working.and_then(|w| sum(w, &figures_of, &known, lang)).into_iter().collect(),
        clause: clause(reading, &term.at),
        label: Some(label(reading, &term.at)),
        sentence: Some(contract.span(term.at.unit, term.at.sentence.clone())),
        rows: Vec::new(),
    }
}

/// The line of a key term that is words: those of its sentence, with the items of the list it introduces.
fn wording_line(reading: &Reading, wording: &Wording, lang: Lang) -> SheetLine {
    let rule = &reading.catalogue.terms[wording.id];
    let contract = reading.contract;
    let written = contract.paragraphs[wording.at.unit].plain_range(wording.at.range.clone());
    let text = contract.units[wording.at.unit].text.as_str();
    let introduces = text[written.end..].trim().is_empty();
    let items = contract.items_of(wording.at.unit).filter(|_| introduces).map(|at| {
        let item = &contract.units[at];
        let label = item.label.as_ref().map_or("", |label| &label.text);
        let dot = if label.ends_with(char::is_alphanumeric) { "." } else { "" };
        format!("{label}{dot} {}", item.text.as_str().trim()).trim().to_owned()
    });
    let value = std::iter::once(text[written].trim().to_owned()).chain(items);
    SheetLine {
        term: rule.name.to_string(),
        title: rule.file.title(lang).to_owned(),
        value: value.collect::<Vec<_>>().join(" "),
        words: true,
        subject: wording.subject.clone().unwrap_or_default(),
        service_level: rule.file.service_level,
        party: rule.file.party,
        clause: clause(reading, &wording.at),
        label: Some(label(reading, &wording.at)),
        ..SheetLine::default()
    }
}

/// The line of a ladder, under the key term that is one.
fn ladder_line(reading: &Reading, ladder: &Ladder, lang: Lang) -> Option<SheetLine> {
    let rule = reading.catalogue.terms.iter().find(|rule| rule.value == ValueKind::Ladder)?;
    let at = &ladder.rows[0].at;
    let rows: Vec<_> = ladder.rows.iter().map(|row| row.step.clone()).collect();
    let value: Vec<String> = rows.iter().map(ToString::to_string).collect();
    Some(SheetLine {
        term: rule.name.to_string(),
        title: rule.file.title(lang).to_owned(),
        value: value.join("; "),
        unit: "ladder".to_owned(),
        subject: rows[0].applies_to.clone(),
        service_level: rule.file.service_level,
        party: rule.file.party,
        clause: clause(reading, at),
        label: Some(label(reading, at)),
        rows,
        ..SheetLine::default()
    })
}

fn clause(reading: &Reading, at: &Occurrence) -> ClauseRef {
    ClauseRef {
        address: reading.contract.address(at.unit),
        heading: reading.contract.heading(at.unit).to_owned(),
    }
}

fn label(reading: &Reading, at: &Occurrence) -> Label {
    let contract = reading.contract;
    let document = contract.units[at.unit].document;
    let span = contract.span(at.unit, at.range.clone());
    let text = contract.documents[document].source.slice(span).to_owned();
    let address = contract.address(at.unit);
    Label { document, span, text, primary: true, note: None, address }
}

/// A quantity for programs: its figure, its unit and what it is counted per.
fn figures(quantity: &Quantity) -> (String, String, String) {
    let per: Vec<String> = quantity
        .per
        .iter()
        .map(|per| per.to_string().trim_start_matches("per ").replace(',', ""))
        .map(|per| match per.as_str() {
            "gb" | "tb" | "mb" => per.to_uppercase(),
            _ => per,
        })
        .collect();
    let figure = match (quantity.value(), quantity.upper) {
        (Some(value), Some(upper)) => format!("{}-{}", value.normalize(), upper.normalize()),
        (Some(value), None) => value.normalize().to_string(),
        (None, _) => quantity.to_string(),
    };
    (figure, quantity.unit_name(), per.join(" "))
}
