//! The report as one self-contained page: the contract with the words of its
//! findings marked, the findings beside them, and the figures drawn.
//!
//! A contract is a stranger's text. All of it goes through the template's
//! escaping, and the page allows itself no network and no script but its own.

mod cards;
mod contract;
mod numbers;
mod segments;

use super::headline::SEVERITIES;
use super::phrases::Phrases;
use super::printable::printable;
use super::{Failure, Run};
use crate::check::{Review, Severity, Status};
use crate::matching::Lang;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cards::{Card, cards};
use contract::{PieceKind, Row, rows};
use numbers::Numbers;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{self, Write};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");
/// Findings named at the top of a contract.
const FIRST: usize = 5;

/// Writes the page, in the language of the report. Fails only as `out` fails.
pub fn html(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(run.lang)?;
    let found: Vec<Found> = run
        .reviews
        .iter()
        .enumerate()
        .map(|(index, review)| Found {
            number: index + 1,
            listed: cards(run, &phrases, review, Status::Reported, index + 1),
        })
        .collect();
    let reviews = run.reviews.iter().zip(&found);
    let page = Page {
        p: &phrases,
        lang: code(run.lang),
        title: title(run),
        counted: phrases.counted(run.total(), true),
        severities: SEVERITIES
            .iter()
            .filter(|&&severity| run.total().at(severity) > 0)
            .map(|&severity| {
                (class(severity), phrases.severity(severity), run.total().at(severity))
            })
            .collect(),
        groups: groups(&found).into_iter().map(|group| (group, phrases.group(group))).collect(),
        contracts: reviews.map(|(review, found)| shown(run, &phrases, review, found)).collect(),
        failures: run.failures,
        style: STYLE,
        script: SCRIPT,
        script_hash: STANDARD.encode(Sha256::digest(SCRIPT)),
        version: env!("CARGO_PKG_VERSION"),
    };
    let text = page.render().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

/// The page.
#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    p: &'a Phrases,
    lang: &'static str,
    title: String,
    counted: String,
    /// Class, word and number of each severity there is.
    severities: Vec<(&'static str, &'a str, usize)>,
    /// Name and words of each group there is.
    groups: Vec<(&'a str, &'a str)>,
    contracts: Vec<Shown<'a>>,
    failures: &'a [Failure],
    style: &'static str,
    script: &'static str,
    script_hash: String,
    version: &'static str,
}

/// The listed findings of a contract and its number.
struct Found {
    number: usize,
    listed: Vec<Card>,
}

/// One contract on the page.
struct Shown<'a> {
    number: usize,
    title: String,
    described: String,
    parties: [String; 2],
    counted: String,
    other_side: Option<String>,
    warnings: Vec<String>,
    first: Vec<&'a Card>,
    missing: Vec<&'a Card>,
    numbers: Numbers,
    /// Each file with its name, where there are several.
    files: Vec<(Option<String>, Vec<Row<'a>>)>,
    /// What the contract's own text is written in.
    lang: &'static str,
    /// What does not count: why not, and the findings.
    allowed: Vec<(String, Vec<Card>)>,
    quiet: String,
}

fn shown<'a>(run: &Run, p: &'a Phrases, review: &'a Review, found: &'a Found) -> Shown<'a> {
    let mut first: Vec<&Card> = found.listed.iter().collect();
    first.sort_by_key(|card| std::cmp::Reverse(card.severity));
    let missing = first.iter().copied().filter(|card| card.missing).collect();
    first.truncate(FIRST);
    let counts = run.counts(review);
    let names: Vec<String> = review.documents.iter().map(|d| cleaned(&d.source.path)).collect();
    let several = review.documents.len() > 1;
    let files = review.documents.iter().enumerate().map(|(index, document)| {
        (several.then(|| cleaned(&document.source.path)), rows(document, index, &found.listed))
    });
    let not_counted = [
        (Status::Suppressed, p.suppressed(counts.suppressed)),
        (Status::Baselined, p.baselined(counts.baselined)),
    ];
    let allowed = not_counted
        .into_iter()
        .map(|(status, title)| (title, cards(run, p, review, status, found.number)))
        .filter(|(_, cards)| !cards.is_empty());
    let quiet = review.quiet.iter().map(|(title, clause)| {
        let place = super::headline::cited(&clause.address, "§");
        format!("{title} {place}").trim_end().to_owned()
    });
    Shown {
        number: found.number,
        title: names.join(" + "),
        described: p.described(review),
        parties: p.parties(review, "§").map(|party| cleaned(&party)),
        counted: p.counted(counts, true),
        other_side: (counts.other_side > 0).then(|| p.favour(counts.other_side)),
        warnings: review.all_warnings().map(cleaned).collect(),
        first,
        missing,
        numbers: Numbers::new(p, review, run.lang),
        files: files.collect(),
        lang: review.languages.first().map_or("", |&lang| code(lang)),
        allowed: allowed.collect(),
        quiet: cleaned(&quiet.collect::<Vec<_>>().join(&p.comma)),
    }
}

/// What the browser's tab says.
fn title(run: &Run) -> String {
    let paths = run.reviews.iter().flat_map(|review| &review.documents);
    let paths: Vec<String> = paths.map(|document| cleaned(&document.source.path)).collect();
    match paths.as_slice() {
        [] => "fineprint".to_owned(),
        [path] => format!("{path} · fineprint"),
        [path, others @ ..] => format!("{path} +{} · fineprint", others.len()),
    }
}

fn groups(found: &[Found]) -> BTreeSet<&str> {
    found.iter().flat_map(|found| &found.listed).map(|card| card.group.as_str()).collect()
}

/// Text without what would steer its reader's program. Markup in it is the
/// template's affair.
fn cleaned(text: &str) -> String {
    printable(text)
}

/// The name a severity has in the style.
fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
    }
}

/// The name a language has in HTML.
fn code(lang: Lang) -> &'static str {
    lang.choose("en", "zh-Hans", "ms")
}
