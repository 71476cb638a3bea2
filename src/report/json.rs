//! The JSON report, `fineprint.report/1`; documented in `docs/json.md`.
//!
//! Fields are written in the order of these structs, and nothing in them
//! depends on time or machine: the same contracts give the same bytes.

use super::{Counts, Failure, Run};
use crate::check::{
    ClauseRef, Finding, Label, Met, PositionLine, Review, Severity, SheetLine, Side, Status,
};
use crate::clause::Kind;
use crate::matching::Lang;
use crate::read::Document;
use crate::source::Format;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes the JSON report, indented, with a final newline. Findings of the
/// other side are counted and left out, as in every format; suppressed and
/// baselined ones are there with their status. Fails only as `out` fails.
pub fn json(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let documents = run.reviews.iter().enumerate().flat_map(|(number, review)| {
        (0..review.documents.len()).map(move |index| document(run, number + 1, review, index))
    });
    let report = Report {
        schema: "fineprint.report/1",
        summary: run.total(),
        documents: documents.collect(),
        failures: run.failures.iter().map(|failure| unread(run, failure)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    summary: Counts,
    documents: Vec<DocumentEntry<'a>>,
    failures: Vec<Unread<'a>>,
}

/// A file that could not be read.
#[derive(Serialize)]
struct Unread<'a> {
    path: Cow<'a, str>,
    message: &'a str,
    remedy: Option<&'a str>,
}

/// One file. Files read as one contract share `contract`, and what is said of
/// the contract as a whole is repeated in each; its terms stand in the first.
#[derive(Serialize)]
struct DocumentEntry<'a> {
    path: Cow<'a, str>,
    format: Format,
    languages: &'a [Lang],
    kind: Kind,
    parties: Parties<'a>,
    findings: Vec<FindingEntry<'a>>,
    contract: usize,
    terms: Vec<TermEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    positions: Vec<PositionEntry<'a>>,
    warnings: Vec<&'a str>,
}

/// How the contract stands to a position of the playbook.
#[derive(Serialize)]
struct PositionEntry<'a> {
    rule: &'a str,
    /// The name of the key term or provision.
    term: &'a str,
    title: &'a str,
    subject: Option<&'a str>,
    value: Option<&'a str>,
    met: Met,
    approval: Option<&'a str>,
    ideal: Option<&'a str>,
    acceptable: &'a str,
    walk_away: Option<&'a str>,
    ask: Option<&'a str>,
    fallback: Option<&'a str>,
    least: Option<&'a str>,
    least_by: Option<&'a str>,
    trade: Option<&'a str>,
    note: Option<&'a str>,
    others: usize,
    clause: &'a ClauseRef,
    label: Option<LabelEntry<'a>>,
}

#[derive(Serialize)]
struct Parties<'a> {
    customer: Option<&'a str>,
    vendor: Option<&'a str>,
}

/// A finding as programs get it.
#[derive(Serialize)]
pub(super) struct FindingEntry<'a> {
    rule: &'a str,
    severity: Severity,
    side: Side,
    title: &'a str,
    message: &'a str,
    why: &'a str,
    missing: bool,
    status: Status,
    reason: Option<&'a str>,
    reason_at: Option<Cow<'a, str>>,
    clause: &'a ClauseRef,
    working: Option<&'a str>,
    suggest: Option<&'a str>,
    caveat: Option<&'a str>,
    fingerprint: &'a str,
    also: Vec<&'a str>,
    labels: Vec<LabelEntry<'a>>,
}

/// Words of a contract as programs get them.
#[derive(Serialize)]
pub(super) struct LabelEntry<'a> {
    path: Cow<'a, str>,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    primary: bool,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct TermEntry<'a> {
    term: &'a str,
    title: &'a str,
    value: &'a str,
    sums: &'a [String],
    clause: &'a ClauseRef,
}

fn document<'a>(run: &Run, contract: usize, review: &'a Review, index: usize) -> DocumentEntry<'a> {
    let document = &review.documents[index];
    let first = index == 0;
    let findings = run.concerned(review).filter(|finding| finding.document() == index);
    let of_contract = review.warnings.iter().filter(|_| first);
    DocumentEntry {
        path: run.path(&document.source.path),
        format: document.source.format,
        languages: &review.languages,
        kind: review.kind,
        parties: Parties {
            customer: review.customer.as_ref().map(|party| party.name.as_str()),
            vendor: review.vendor.as_ref().map(|party| party.name.as_str()),
        },
        findings: findings.map(|finding| entry(run, review, finding)).collect(),
        contract,
        terms: review.sheet.iter().filter(|_| first).map(term).collect(),
        positions: review
            .positions
            .iter()
            .filter(|_| first)
            .map(|line| position(run, review, line))
            .collect(),
        warnings: document.warnings.iter().chain(of_contract).map(String::as_str).collect(),
    }
}

fn unread<'a>(run: &Run, failure: &'a Failure) -> Unread<'a> {
    Unread {
        path: run.path(&failure.path),
        message: &failure.message,
        remedy: failure.remedy.as_deref(),
    }
}

/// A finding of a review for programs.
pub(super) fn entry<'a>(run: &Run, review: &'a Review, finding: &'a Finding) -> FindingEntry<'a> {
    let place = |label: &'a Label| {
        review.documents.get(label.document).map(|document| label_entry(run, document, label))
    };
    FindingEntry {
        rule: &finding.rule,
        severity: finding.severity,
        side: finding.side,
        title: &finding.title,
        message: &finding.message,
        why: &finding.why,
        missing: finding.missing,
        status: finding.status,
        reason: finding.reason.as_ref().map(|reason| reason.text.as_str()),
        reason_at: finding.reason.as_ref().map(|reason| run.place(&reason.origin)),
        clause: &finding.clause,
        working: finding.working.as_deref(),
        suggest: finding.suggest.as_deref(),
        caveat: finding.caveat.as_deref(),
        fingerprint: &finding.fingerprint,
        also: finding.also.iter().map(|rule| &**rule).collect(),
        labels: finding.labels.iter().filter_map(place).collect(),
    }
}

/// Words of a document for programs.
pub(super) fn label_entry<'a>(
    run: &Run,
    document: &'a Document,
    label: &'a Label,
) -> LabelEntry<'a> {
    let position = document.source.position(label.span.start);
    LabelEntry {
        path: run.path(&document.source.path),
        start: label.span.start,
        end: label.span.end,
        line: position.line,
        column: position.column,
        text: &label.text,
        primary: label.primary,
        note: label.note.as_deref(),
    }
}

fn position<'a>(run: &Run, review: &'a Review, line: &'a PositionLine) -> PositionEntry<'a> {
    let place = |label: &'a Label| {
        review.documents.get(label.document).map(|document| label_entry(run, document, label))
    };
    PositionEntry {
        rule: &line.rule,
        term: line.term(),
        title: &line.title,
        subject: Some(line.subject.as_str()).filter(|subject| !subject.is_empty()),
        value: Some(line.value.as_str()).filter(|value| !value.is_empty()),
        met: line.met,
        approval: line.approval.as_deref(),
        ideal: line.ideal.as_deref(),
        acceptable: &line.acceptable,
        walk_away: line.walk_away.as_deref(),
        ask: line.ask.as_deref(),
        fallback: line.fallback.as_deref(),
        least: line.least.as_deref(),
        least_by: line.least_by.as_deref(),
        trade: line.trade.as_deref(),
        note: line.note.as_deref(),
        others: line.others,
        clause: &line.clause,
        label: line.label.as_ref().and_then(place),
    }
}

fn term(line: &SheetLine) -> TermEntry<'_> {
    TermEntry {
        term: &line.term,
        title: &line.title,
        value: &line.value,
        sums: &line.sums,
        clause: &line.clause,
    }
}
