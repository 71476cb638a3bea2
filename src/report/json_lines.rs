//! JSON lines, for programs that read line by line: a line a finding
//! (`fineprint.finding/1`), a line for whatever else is to be known
//! (`fineprint.notice/1`) and a last one with the counts
//! (`fineprint.summary/1`); documented in `docs/json.md`.

use super::json::{FindingEntry, entry};
use super::{Counts, Failure, Run};
use crate::check::Review;
use crate::source::Format;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// A finding with the file it stands in.
#[derive(Serialize)]
struct FindingLine<'a> {
    schema: &'static str,
    path: Cow<'a, str>,
    contract: usize,
    #[serde(flatten)]
    finding: FindingEntry<'a>,
}

/// What is to be known besides findings.
#[derive(Serialize)]
struct NoticeLine<'a> {
    schema: &'static str,
    path: Cow<'a, str>,
    contract: Option<usize>,
    kind: Kind,
    message: &'a str,
    remedy: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// A file that could not be read.
    Unread,
    /// A suppression that hides nothing, for it cannot be understood.
    MalformedSuppression,
    /// What could not be resolved, and suppressions that allow nothing.
    Note,
}

/// That the run came to its end, and with what.
#[derive(Serialize)]
struct SummaryLine {
    schema: &'static str,
    contracts: usize,
    unread: usize,
    #[serde(flatten)]
    counts: Counts,
}

/// Writes the lines of all contracts and the end. Fails only as `out` fails.
pub fn json_lines(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    for (index, review) in run.reviews.iter().enumerate() {
        json_lines_of(run, index + 1, review, out)?;
    }
    json_lines_end(run, run.reviews.len(), run.total(), out)
}

/// Writes the lines of one contract, the `number`th from 1: what is to be known
/// of it, then its findings in the order of clauses. Findings of the other side
/// are left out; suppressed and baselined ones are there with their status. Of
/// `run` only the view counts, not its reviews. Fails only as `out` fails.
pub fn json_lines_of(
    run: &Run,
    number: usize,
    review: &Review,
    out: &mut dyn Write,
) -> io::Result<()> {
    for mistake in &review.mistakes {
        let Some(document) = review.documents.get(mistake.document) else { continue };
        let source = &document.source;
        // A Word file has no lines of its own.
        let place = (source.format != Format::Word).then(|| source.position(mistake.span.start));
        let notice = NoticeLine {
            remedy: Some(&mistake.help),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            ..notice(run, &source.path, Kind::MalformedSuppression, &mistake.message)
        };
        line(&NoticeLine { contract: Some(number), ..notice }, out)?;
    }
    for (document, warning) in review.warned() {
        let notice = notice(run, &document.source.path, Kind::Note, warning);
        line(&NoticeLine { contract: Some(number), ..notice }, out)?;
    }
    for finding in run.concerned(review) {
        let Some(document) = review.documents.get(finding.document()) else { continue };
        let finding = FindingLine {
            schema: "fineprint.finding/1",
            path: run.path(&document.source.path),
            contract: number,
            finding: entry(run, review, finding),
        };
        line(&finding, out)?;
    }
    Ok(())
}

/// Writes what comes behind the last contract: the run's unread files, and the
/// counts over all contracts. Fails only as `out` fails.
pub fn json_lines_end(
    run: &Run,
    contracts: usize,
    counts: Counts,
    out: &mut dyn Write,
) -> io::Result<()> {
    for Failure { path, message, remedy } in run.failures {
        let notice = notice(run, path, Kind::Unread, message);
        line(&NoticeLine { remedy: remedy.as_deref(), ..notice }, out)?;
    }
    let unread = run.failures.len();
    line(&SummaryLine { schema: "fineprint.summary/1", contracts, unread, counts }, out)
}

fn notice<'a>(run: &Run, path: &'a str, kind: Kind, message: &'a str) -> NoticeLine<'a> {
    NoticeLine {
        schema: "fineprint.notice/1",
        path: run.path(path),
        contract: None,
        kind,
        message,
        remedy: None,
        line: None,
        column: None,
    }
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
