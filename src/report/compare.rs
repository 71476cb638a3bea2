//! A comparison of two versions for programs (`fineprint.compare/1`, see
//! `docs/json.md`) and as Markdown. The terminal's is beside its report.

use super::Run;
use super::headline::cited;
use super::json::{FindingEntry, entry};
use super::markdown::escaped;
use super::phrases::Phrases;
use super::terms::with_place;
use crate::catalogue::Side;
use crate::check::{Finding, Review, SheetLine};
use crate::compare::{ClauseChange, Comparison, Direction, Passage, Piece, TermChange};
use serde::Serialize;
use std::io::{self, Write};

/// Two versions and what lies between them.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// What changed.
    pub comparison: &'a Comparison<'a>,
    /// The two versions, old and new.
    pub reviews: [&'a Review; 2],
    /// What the versions are called, old and new.
    pub names: [&'a str; 2],
    /// For whom, and in which language.
    pub run: &'a Run<'a>,
}

impl<'a> Compared<'a> {
    /// The side directions are for: both sides see them from the customer's seat.
    pub(super) fn seat(&self) -> Side {
        if self.run.side == Side::Vendor { Side::Vendor } else { Side::Customer }
    }

    /// A change in one sentence: what it was, what it is, what that comes to,
    /// for whom it is worse.
    pub(super) fn sentence(&self, change: &TermChange, phrases: &Phrases) -> String {
        let direction = phrases.compare.direction(change.direction, phrases.side(self.seat()));
        let mut parts = vec![self.values(change, phrases)];
        parts.extend(change.sum.clone());
        format!("{}{}{direction}", parts.join(&phrases.colon), phrases.comma)
    }

    /// The term's title, with its values before and after.
    pub(super) fn values(&self, change: &TermChange, phrases: &Phrases) -> String {
        let Some(line) = change.line() else { return String::new() };
        let title = &line.title;
        let subject =
            if line.subject.is_empty() { String::new() } else { format!(" ({})", line.subject) };
        let value = |line: Option<&SheetLine>| {
            line.map_or_else(|| phrases.compare.none.clone(), |line| line.value.clone())
        };
        format!("{title}{subject}{}{} → {}", phrases.colon, value(change.old), value(change.new))
    }
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    old: &'a str,
    new: &'a str,
    worse: bool,
    changes: Vec<Change<'a>>,
    findings: Findings<'a>,
    clauses: Vec<Clause<'a>>,
    unchanged: Unchanged,
}

/// A key term that changed.
#[derive(Serialize)]
struct Change<'a> {
    term: &'a str,
    title: &'a str,
    subject: Option<&'a str>,
    unit: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    direction: Direction,
    #[serde(rename = "for")]
    seat: Side,
    old: Option<Place<'a>>,
    new: Option<Place<'a>>,
    message: String,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    address: &'a str,
    heading: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct Findings<'a> {
    gained: Vec<FindingEntry<'a>>,
    resolved: Vec<FindingEntry<'a>>,
    reweighed: Vec<Pair<'a>>,
    moved: Vec<Pair<'a>>,
}

#[derive(Serialize)]
struct Pair<'a> {
    old: FindingEntry<'a>,
    new: FindingEntry<'a>,
}

#[derive(Serialize)]
struct Clause<'a> {
    change: &'static str,
    old: Option<Place<'a>>,
    new: Option<Place<'a>>,
}

#[derive(Serialize)]
struct Unchanged {
    clauses: usize,
    moved: usize,
    findings: usize,
}

/// Writes the comparison as JSON, indented, with a final newline. Fails only as
/// `out` fails.
pub fn comparison_json(compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(compared.run.lang)?;
    let comparison = compared.comparison;
    let findings = &comparison.findings;
    let finding = |version: usize, finding| entry(compared.run, compared.reviews[version], finding);
    let pair = |old, new| Pair { old: finding(0, old), new: finding(1, new) };
    let report = Report {
        schema: "fineprint.compare/1",
        old: compared.names[0],
        new: compared.names[1],
        worse: comparison.is_worse(),
        changes: comparison.terms.iter().map(|c| change(compared, c, &phrases)).collect(),
        findings: Findings {
            gained: findings.gained.iter().map(|f| finding(1, f)).collect(),
            resolved: findings.resolved.iter().map(|f| finding(0, f)).collect(),
            reweighed: findings.reweighed.iter().map(|c| pair(c.old, c.new)).collect(),
            moved: findings.moved.iter().map(|c| pair(c.old, c.new)).collect(),
        },
        clauses: comparison.clauses.iter().map(|c| clause(compared, c)).collect(),
        unchanged: Unchanged {
            clauses: comparison.same,
            moved: comparison.moved,
            findings: findings.same,
        },
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn change<'a>(compared: &Compared<'a>, change: &TermChange<'a>, phrases: &Phrases) -> Change<'a> {
    let figure = |line: Option<&'a SheetLine>| {
        line.map(|line| if line.figure.is_empty() { &line.value } else { &line.figure }.as_str())
    };
    let place = |version: usize, line: Option<&'a SheetLine>| {
        line.map(|line| Place {
            path: path(compared, version, line.label.as_ref().map_or(0, |label| label.document)),
            address: &line.clause.address,
            heading: &line.clause.heading,
            start: line.label.as_ref().map(|label| label.span.start),
            end: line.label.as_ref().map(|label| label.span.end),
            text: line.label.as_ref().map(|label| label.text.as_str()),
        })
    };
    let line = change.line();
    Change {
        term: line.map_or("", |line| &line.term),
        title: line.map_or("", |line| &line.title),
        subject: line.map(|line| line.subject.as_str()).filter(|subject| !subject.is_empty()),
        unit: line.map_or("", |line| &line.unit),
        from: figure(change.old),
        to: figure(change.new),
        direction: change.direction,
        seat: compared.seat(),
        old: place(0, change.old),
        new: place(1, change.new),
        message: compared.sentence(change, phrases),
    }
}

fn clause<'a>(compared: &Compared<'a>, change: &'a ClauseChange) -> Clause<'a> {
    let place = |version: usize, passage: &'a Passage| {
        Some(Place {
            path: path(compared, version, passage.document),
            address: &passage.address,
            heading: &passage.heading,
            start: Some(passage.span.start),
            end: Some(passage.span.end),
            text: Some(&passage.text),
        })
    };
    match change {
        ClauseChange::Added(new) => Clause { change: "added", old: None, new: place(1, new) },
        ClauseChange::Removed(old) => Clause { change: "removed", old: place(0, old), new: None },
        ClauseChange::Redirected { old, new } => {
            Clause { change: "redirected", old: place(0, old), new: place(1, new) }
        }
        ClauseChange::Reworded { old, new, .. } => {
            Clause { change: "reworded", old: place(0, old), new: place(1, new) }
        }
    }
}

fn path<'a>(compared: &Compared<'a>, version: usize, document: usize) -> &'a str {
    let documents = &compared.reviews[version].documents;
    documents.get(document).map_or("", |document| document.source.path.as_str())
}

/// Writes the comparison as Markdown, for a comment or a file. Fails only as
/// `out` fails.
pub fn comparison_markdown(compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let p = Phrases::load(compared.run.lang)?;
    let comparison = compared.comparison;
    let [old, new] = compared.names.map(escaped);
    writeln!(out, "## fineprint: {old} → {new}")?;
    if comparison.is_empty() {
        let mut said = vec![p.compare.nothing.clone()];
        said.extend(p.compare.clauses(comparison));
        return writeln!(out, "\n{}", said.join(&p.comma));
    }
    if !comparison.terms.is_empty() {
        writeln!(out, "\n| {} | {old} | {new} | |\n|---|---|---|---|", p.web.terms)?;
    }
    for change in &comparison.terms {
        let Some(line) = change.line() else { continue };
        let cell = |line: Option<&SheetLine>| {
            escaped(&line.map_or_else(|| p.compare.none.clone(), with_place))
        };
        let direction = p.compare.direction(change.direction, p.side(compared.seat()));
        let strong = if change.direction == Direction::Worse { "**" } else { "" };
        let sum =
            change.sum.as_ref().map_or_else(String::new, |sum| format!("<br>{}", escaped(sum)));
        writeln!(
            out,
            "| {} | {} | {} | {strong}{direction}{strong}{sum} |",
            escaped(&line.title),
            cell(change.old),
            cell(change.new)
        )?;
    }
    let findings = &comparison.findings;
    if !findings.is_empty() {
        let counted = p.compare.findings(findings).join(&p.comma);
        writeln!(out, "\n### {}{}{counted}\n", p.summary.findings, p.colon)?;
        for (sign, finding) in findings
            .gained
            .iter()
            .map(|finding| ("+", *finding))
            .chain(findings.resolved.iter().map(|finding| ("−", *finding)))
        {
            writeln!(out, "- {sign} {}", said(finding, p.severity(finding.severity)))?;
        }
        for change in &findings.reweighed {
            let severities = [change.old, change.new].map(|f| p.severity(f.severity)).join(" → ");
            writeln!(out, "- ± {}", said(change.new, &severities))?;
        }
    }
    if !comparison.clauses.is_empty() {
        let counted = p.compare.clauses(comparison).join(&p.comma);
        writeln!(out, "\n### {}{}{counted}\n", p.compare.words, p.colon)?;
    }
    for change in &comparison.clauses {
        let (place, text) = match change {
            ClauseChange::Added(new) => (new, format!("<ins>{}</ins>", escaped(&new.text))),
            ClauseChange::Removed(old) => (old, format!("<del>{}</del>", escaped(&old.text))),
            ClauseChange::Redirected { new, .. } => {
                (new, format!("*{}* {}", p.compare.redirected, escaped(&new.text)))
            }
            ClauseChange::Reworded { new, pieces, .. } => (new, marked(pieces)),
        };
        let address = escaped(&cited(&place.address, "§"));
        writeln!(out, "- {}", format!("{address} {text}").trim_start())?;
    }
    Ok(())
}

fn said(finding: &Finding, severity: &str) -> String {
    let place = cited(&finding.clause.address, "§");
    let line = format!("{} {} `{}`", escaped(&place), escaped(&finding.title), finding.rule);
    format!("**{severity}** {}", line.trim_start())
}

fn marked(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Kept(text) => escaped(text),
            Piece::Gone(text) => format!("<del>{}</del>", escaped(text)),
            Piece::Come(text) => format!("<ins>{}</ins>", escaped(text)),
        })
        .collect()
}
