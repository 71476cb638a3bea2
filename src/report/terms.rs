//! Term sheets: JSON for programs (`fineprint.terms/1`, see `docs/json.md`) and
//! Markdown for documents. The terminal's is beside its report.

use super::Failure;
use super::markdown::escaped;
use crate::check::{ClauseRef, Credit, LadderStep, Review, SheetLine, Side};
use crate::matching::Lang;
use rust_decimal::Decimal;
use serde::Serialize;
use std::io::{self, Write};

/// The term sheets of several contracts.
#[derive(Debug, Clone, Copy)]
pub struct TermSheets<'a> {
    /// The contracts, in the order in which they were given.
    pub reviews: &'a [Review],
    /// Files that could not be read.
    pub failures: &'a [Failure],
    /// The language of the sheet's own words.
    pub lang: Lang,
}

impl<'a> TermSheets<'a> {
    /// The terms of all contracts, each once, in the order in which they come
    /// up, with the lines each contract has for it.
    pub(super) fn side_by_side(&self) -> Vec<(&'a str, Vec<Vec<&'a SheetLine>>)> {
        let mut terms: Vec<(&str, &str)> = Vec::new();
        for line in self.reviews.iter().flat_map(|review| &review.sheet) {
            if !terms.iter().any(|(term, _)| *term == line.term) {
                terms.push((&line.term, &line.title));
            }
        }
        let lines = |term: &str| {
            let of = |review: &'a Review| review.sheet.iter().filter(|l| l.term == term).collect();
            self.reviews.iter().map(of).collect()
        };
        terms.into_iter().map(|(term, title)| (title, lines(term))).collect()
    }
}

/// The path of a contract of one file.
pub(super) fn path(review: &Review) -> &str {
    review.documents.first().map_or("", |document| document.source.path.as_str())
}

#[derive(Serialize)]
struct Sheets<'a> {
    schema: &'static str,
    documents: Vec<Sheet<'a>>,
    failures: &'a [Failure],
}

#[derive(Serialize)]
struct Sheet<'a> {
    path: &'a str,
    customer: Option<&'a str>,
    vendor: Option<&'a str>,
    terms: Vec<Term<'a>>,
}

#[derive(Serialize)]
struct Term<'a> {
    term: &'a str,
    title: &'a str,
    value: Option<&'a str>,
    unit: &'a str,
    per: Option<&'a str>,
    subject: Option<&'a str>,
    party: Option<Side>,
    clause: &'a ClauseRef,
    start: Option<usize>,
    end: Option<usize>,
    text: Option<&'a str>,
    sums: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    upper: Option<Decimal>,
    upper_inclusive: bool,
    lower: Option<Decimal>,
    lower_inclusive: bool,
    credit_percent: Option<Decimal>,
    credit_days: Option<Decimal>,
    credit_sum: Option<String>,
    voucher: bool,
    of: Option<&'a str>,
    applies_to: Option<&'a str>,
}

/// Writes the sheets as JSON, indented, with a final newline. Fails only as
/// `out` fails.
pub fn terms_json(sheets: &TermSheets, out: &mut dyn Write) -> io::Result<()> {
    let documents = sheets.reviews.iter().map(|review| Sheet {
        path: path(review),
        customer: review.customer.as_ref().map(|party| party.name.as_str()),
        vendor: review.vendor.as_ref().map(|party| party.name.as_str()),
        terms: review.sheet.iter().map(term).collect(),
    });
    let all = Sheets {
        schema: "fineprint.terms/1",
        documents: documents.collect(),
        failures: sheets.failures,
    };
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn term(line: &SheetLine) -> Term<'_> {
    let span = line.label.as_ref().map(|label| label.span);
    Term {
        term: &line.term,
        title: &line.title,
        value: said(&line.figure),
        unit: &line.unit,
        per: said(&line.per),
        subject: said(&line.subject),
        party: line.party,
        clause: &line.clause,
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        text: line.label.as_ref().map(|label| label.text.as_str()),
        sums: &line.sums,
        rows: line.rows.iter().map(row).collect(),
    }
}

fn row(step: &LadderStep) -> Row<'_> {
    let band = step.band;
    let (mut percent, mut days, mut sum) = (None, None, None);
    match step.credit {
        Credit::Nothing => percent = Some(Decimal::ZERO),
        Credit::Percent(value) => percent = Some(value),
        Credit::Days(value) => days = Some(value),
        Credit::Sum(value, currency) => sum = Some(format!("{} {value}", currency.code())),
    }
    Row {
        upper: band.upper,
        upper_inclusive: band.upper_inclusive,
        lower: band.lower,
        lower_inclusive: band.lower_inclusive,
        credit_percent: percent,
        credit_days: days,
        credit_sum: sum,
        voucher: step.voucher,
        of: said(&step.of),
        applies_to: said(&step.applies_to),
    }
}

/// Writes the sheets as one Markdown table: a row a term, a column a contract;
/// the sums under it where there is one contract. Fails only as `out` fails.
pub fn terms_markdown(sheets: &TermSheets, out: &mut dyn Write) -> io::Result<()> {
    let paths: Vec<String> = sheets.reviews.iter().map(|review| escaped(path(review))).collect();
    writeln!(out, "| | {} |", paths.join(" | "))?;
    writeln!(out, "|---|{}", "---|".repeat(paths.len()))?;
    for (title, columns) in sheets.side_by_side() {
        let cells: Vec<String> = columns
            .iter()
            .map(|lines| {
                let values: Vec<String> = lines.iter().map(|line| with_place(line)).collect();
                escaped(&values.join("; "))
            })
            .collect();
        writeln!(out, "| {} | {} |", escaped(title), cells.join(" | "))?;
    }
    if let [review] = sheets.reviews
        && review.sheet.iter().any(|line| !line.sums.is_empty())
    {
        writeln!(out)?;
        for line in review.sheet.iter().filter(|line| !line.sums.is_empty()) {
            writeln!(out, "- {}: {}", escaped(&line.title), escaped(&line.sums.join("; ")))?;
        }
    }
    Ok(())
}

/// A value with its subject and its clause: `99.9% (API gateway, 4.1)`.
pub(super) fn with_place(line: &SheetLine) -> String {
    let places: Vec<&str> = [line.subject.as_str(), &line.clause.address]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect();
    let value = &line.value;
    if places.is_empty() { value.clone() } else { format!("{value} ({})", places.join(", ")) }
}
