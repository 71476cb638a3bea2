//! What a rule looked at, as JSON, `fineprint.inspection/1`; documented in
//! `docs/json.md`. The text for people is in `terminal`.

use super::Run;
use super::json::{LabelEntry, label_entry};
use crate::check::{
    Finding, Inspection, Label, Looked, LookedFor, Review, Severity, Side, Status, Verdict,
};
use crate::clause::Kind;
use crate::matching::Lang;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// What a rule looked at in contracts, and what a report would do with what it
/// raised.
#[derive(Clone, Copy)]
pub struct Inspected<'a> {
    /// The contracts, and for whom.
    pub run: Run<'a>,
    /// Whether a finding of a severity makes the check fail.
    pub fails: &'a dyn Fn(Severity) -> bool,
}

impl Inspected<'_> {
    /// The contracts, each with what the rule looked at.
    pub(super) fn contracts(&self) -> impl Iterator<Item = (&Review, &Inspection)> {
        self.run.reviews.iter().filter_map(|review| Some((review, review.inspection.as_ref()?)))
    }

    /// What a report does with a finding.
    pub(super) fn fate(&self, finding: &Finding) -> String {
        let reason = finding.reason.as_ref();
        let (said, at) = reason.map_or(("", Cow::Borrowed("")), |reason| {
            (reason.text.as_str(), self.run.place(&reason.origin))
        });
        match finding.status {
            Status::Suppressed => format!("allowed at {at}: {said}"),
            Status::Baselined => "accepted in the baseline".to_owned(),
            Status::Reported if !self.run.concerns(finding) => {
                "harms only the other side: counted, not listed".to_owned()
            }
            Status::Reported if (self.fails)(finding.severity) => {
                "listed, and the check fails".to_owned()
            }
            Status::Reported => "listed; below what the check fails on".to_owned(),
        }
    }
}

/// The finding that a place is, where it is one.
pub(super) fn finding_of<'r>(review: &'r Review, place: &Looked) -> Option<&'r Finding> {
    review.findings.get(place.finding?)
}

/// Writes what a rule looked at as JSON, indented, with a final newline. Fails
/// only as `out` fails.
pub fn inspection_json(inspected: &Inspected, out: &mut dyn Write) -> io::Result<()> {
    let contracts = inspected.contracts().map(|(review, inspection)| Contract {
        paths: review.documents.iter().map(|d| inspected.run.path(&d.source.path)).collect(),
        kind: review.kind,
        languages: &review.languages,
        rule: RuleEntry {
            id: &inspection.rule,
            title: &inspection.title,
            path: &inspection.path,
            severity: inspection.severity,
            side: inspection.side,
        },
        hindrances: &inspection.hindrances,
        entries: inspection.entries.iter().map(|looked| entry(inspected, review, looked)).collect(),
    });
    let report = Report { schema: "fineprint.inspection/1", contracts: contracts.collect() };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn entry<'a>(inspected: &Inspected, review: &'a Review, looked: &'a LookedFor) -> Entry<'a> {
    let label = |label: &'a Label| {
        let document = review.documents.get(label.document)?;
        Some(label_entry(&inspected.run, document, label))
    };
    let places = looked.places.iter().map(|place| {
        let finding = finding_of(review, place);
        Place {
            verdict: place.verdict,
            clause: &place.label.address,
            because: &place.because,
            severity: finding.map(|finding| finding.severity),
            status: finding.map(|finding| finding.status),
            fate: finding.map(|finding| inspected.fate(finding)),
            label: label(&place.label),
            decided_by: place.decided_by.as_ref().and_then(label),
        }
    });
    Entry { entry: &looked.said, searched: &looked.searched, places: places.collect() }
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    contracts: Vec<Contract<'a>>,
}

#[derive(Serialize)]
struct Contract<'a> {
    paths: Vec<Cow<'a, str>>,
    kind: Kind,
    languages: &'a [Lang],
    rule: RuleEntry<'a>,
    hindrances: &'a [String],
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct RuleEntry<'a> {
    id: &'a str,
    title: &'a str,
    path: &'a str,
    severity: Severity,
    side: Side,
}

#[derive(Serialize)]
struct Entry<'a> {
    entry: &'a str,
    searched: &'a str,
    places: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    verdict: Verdict,
    clause: &'a str,
    because: &'a str,
    /// Of the finding, where it is one.
    severity: Option<Severity>,
    status: Option<Status>,
    /// What a report does with it.
    fate: Option<String>,
    label: Option<LabelEntry<'a>>,
    decided_by: Option<LabelEntry<'a>>,
}
