//! SARIF 2.1.0, the form in which code scanning and editors take findings.

mod model;
mod place;

use super::Run;
use super::rule_page;
use crate::catalogue::Catalogue;
use crate::check::{Finding, Review, Severity, Status};
use crate::matching::Lang;
use model::{
    Artifact, Configuration, Descriptor, Driver, Fingerprints, Help, Invocation, Location, Log,
    Notification, OwnedText, ResultProperties, RuleProperties, SarifResult, SarifRun, Suppression,
    Text, Tool,
};
use std::io::{self, Write};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one SARIF log with one run. The catalogue gives the rules' help;
/// findings of the other side are left out, suppressed and baselined ones are
/// there and marked as such. Fails only as `out` fails.
pub fn sarif(run: &Run, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    let found: Vec<(&Review, &Finding)> = run
        .reviews
        .iter()
        .flat_map(|review| run.concerned(review).map(move |finding| (review, finding)))
        .collect();
    let mut rules: Vec<&Finding> = found.iter().map(|(_, finding)| *finding).collect();
    rules.sort_by(|a, b| a.rule.cmp(&b.rule));
    rules.dedup_by(|a, b| a.rule == b.rule);
    let artifacts: Vec<Artifact> = run
        .reviews
        .iter()
        .flat_map(|review| &review.documents)
        .map(|document| place::artifact(run, document))
        .collect();
    let descriptors: io::Result<Vec<Descriptor>> =
        rules.iter().map(|finding| descriptor(catalogue, finding, run.lang)).collect();
    // A baseline's state is said of all results or of none.
    let baseline = found.iter().any(|(_, finding)| finding.status == Status::Baselined);
    let results = found.iter().map(|&(review, finding)| SarifResult {
        rule_index: rules.partition_point(|other| other.rule < finding.rule),
        baseline_state: baseline.then_some(match finding.status {
            Status::Baselined => "unchanged",
            Status::Reported | Status::Suppressed => "new",
        }),
        ..result(run, &artifacts, review, finding)
    });
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [SarifRun {
            tool: Tool {
                driver: Driver {
                    name: "fineprint",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: descriptors?,
                },
            },
            invocations: [Invocation {
                execution_successful: run.is_whole(),
                tool_execution_notifications: notifications(run, &artifacts),
            }],
            language: run.lang,
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: place::bases(),
            results: results.collect(),
            artifacts,
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

/// A rule, as one of its findings and its page tell it.
fn descriptor<'a>(
    catalogue: &Catalogue,
    finding: &'a Finding,
    lang: Lang,
) -> io::Result<Descriptor<'a>> {
    let rule = catalogue.rules.iter().find(|rule| rule.id == finding.rule);
    let severity = rule.map_or(finding.severity, |rule| rule.severity);
    Ok(Descriptor {
        id: &finding.rule,
        short_description: Text { text: &finding.title },
        full_description: Text { text: &finding.why },
        help: Help { text: &finding.why, markdown: rule_page(catalogue, &finding.rule, lang)? },
        default_configuration: Configuration { level: level(severity) },
        properties: RuleProperties {
            tags: [finding.rule.split_once('/').map_or("", |(group, _)| group)],
        },
    })
}

fn result<'a>(
    run: &Run,
    artifacts: &[Artifact],
    review: &'a Review,
    finding: &'a Finding,
) -> SarifResult<'a> {
    let mut message = format!("{}: {}", finding.title, finding.message);
    for more in [&finding.working, &finding.caveat].into_iter().flatten() {
        message.push_str("\n\n");
        message.push_str(more);
    }
    let mut places = finding.labels.iter().filter_map(|label| {
        let document = review.documents.get(label.document)?;
        Some(place::location(run, artifacts, document, label))
    });
    let first = places
        .next()
        .map(|location| Location { logical_locations: place::clause(&finding.clause), ..location });
    let related = places.zip(1..).map(|(location, id)| Location { id: Some(id), ..location });
    SarifResult {
        rule_id: &finding.rule,
        rule_index: 0,
        level: level(finding.severity),
        message: OwnedText { text: message },
        locations: first.into_iter().collect(),
        related_locations: related.collect(),
        partial_fingerprints: Fingerprints { fineprint: &finding.fingerprint },
        suppressions: (finding.status == Status::Suppressed).then_some([Suppression {
            kind: match &finding.reason {
                Some(reason) if !reason.in_contract => "external",
                _ => "inSource",
            },
            status: "accepted",
            justification: finding.reason.as_ref().map(|reason| reason.text.as_str()),
        }]),
        baseline_state: None,
        properties: ResultProperties {
            severity: finding.severity,
            side: finding.side,
            missing: finding.missing,
            suggest: finding.suggest.as_deref(),
            caveat: finding.caveat.as_deref(),
            also: finding.also.iter().map(|rule| &**rule).collect(),
        },
    }
}

/// What went wrong, then what is to be known of each contract besides its
/// findings.
fn notifications<'a>(run: &'a Run, artifacts: &[Artifact]) -> Vec<Notification<'a>> {
    let said = |level, message: &'a str, location| Notification {
        level,
        message: Text { text: message },
        locations: [location],
    };
    let unread = run
        .failures
        .iter()
        .map(|failure| said("error", &failure.message, place::whole(run, &failure.path)));
    let of_contracts = run.reviews.iter().flat_map(|review| {
        let mistakes = review.mistakes.iter().filter_map(|mistake| {
            let document = review.documents.get(mistake.document)?;
            let place = place::words(run, artifacts, document, mistake.span);
            Some(said("error", &mistake.message, place))
        });
        let warnings = review.warned().map(|(document, warning)| {
            said("warning", warning, place::whole(run, &document.source.path))
        });
        mistakes.chain(warnings).collect::<Vec<_>>()
    });
    unread.chain(of_contracts).collect()
}
