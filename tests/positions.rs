//! What a report points at is what stands there, on every fixture and on real
//! contracts; and the same contracts give the same bytes.
//!
//! Real contracts are looked for at `FINEPRINT_CORPUS`, otherwise beside the
//! repository; without them their tests say so and pass.

#![allow(clippy::print_stdout)]

use fineprint::catalogue::{Catalogue, Side};
use fineprint::check::{Finding, Judging, Review};
use fineprint::clause::NamedParties;
use fineprint::matching::Lang;
use fineprint::read::{WordOptions, format_of, read};
use fineprint::report::{Run, Style, json, terminal};
use rayon::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::load(&[]).expect("the bundled rules are sound"));

/// Contracts under a folder, sorted.
fn contracts(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ignore::WalkBuilder::new(folder)
        .standard_filters(false)
        .build()
        .map(|entry| entry.expect("the folder can be walked").into_path())
        .filter(|path| path.is_file() && format_of(&path.to_string_lossy()).is_some())
        .collect();
    files.sort();
    files
}

/// One file's review; `None` where it is no contract that can be read.
fn review(path: &Path) -> Option<Review> {
    let bytes = std::fs::read(path).expect("the file can be read");
    let name = path.to_string_lossy();
    let document = read(&name, &bytes, None, &WordOptions::default()).ok()?;
    let parties = NamedParties::default();
    Some(fineprint::review(&CATALOGUE, vec![document], &parties, Judging::default()))
}

/// Checks the labels of a finding and says how many there are.
fn check(review: &Review, finding: &Finding) -> usize {
    let primary: Vec<bool> = finding.labels.iter().map(|label| label.primary).collect();
    assert!(primary[0] && !primary[1..].contains(&true), "{finding:?}");
    for label in &finding.labels {
        let source = &review.documents[label.document].source;
        // Slicing panics beside a character boundary or past the end.
        let slice = &source.text[label.span.start..label.span.end];
        assert_eq!(label.text, slice, "{} {}", source.path, finding.rule);
        assert!(!slice.trim().is_empty(), "{} {} points at nothing", source.path, finding.rule);
        let position = source.position(label.span.start);
        let line = source.text.split('\n').nth(position.line - 1).expect("the line is there");
        let before: usize =
            source.text.split('\n').take(position.line - 1).map(|l| l.len() + 1).sum();
        let column: usize = line.chars().take(position.column - 1).map(char::len_utf8).sum();
        assert_eq!(before + column, label.span.start, "{} {}", source.path, finding.rule);
    }
    assert!(!finding.title.is_empty() && !finding.message.is_empty() && !finding.why.is_empty());
    assert!(!finding.message.contains(['{', '}']), "a slot was left open: {finding:?}");
    assert!(finding.suggest.iter().all(|text| !text.contains(['{', '}'])), "{finding:?}");
    finding.labels.len()
}

/// Checks every label on all contracts of a folder, and that people can be
/// shown them at any width.
fn check_all(folder: &Path) -> (usize, usize) {
    let counts = contracts(folder).into_par_iter().filter_map(|path| {
        let review = review(&path)?;
        let labels = review.findings.iter().map(|finding| check(&review, finding)).sum();
        let reviews = [review];
        for width in [40, 80, 120] {
            let run = Run {
                reviews: &reviews,
                failures: &[],
                side: Side::Both,
                lang: Lang::En,
                root: None,
            };
            let mut page = Vec::new();
            terminal(&run, &mut page, width, Style::PLAIN).expect("memory can be written");
            let page = String::from_utf8(page).expect("a report is text");
            let summary = page.rsplit("───\n").next().unwrap_or_default();
            assert!(summary.lines().count() < 24, "{}", path.display());
        }
        Some((1, labels))
    });
    counts.reduce(|| (0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
}

#[test]
fn every_label_on_the_fixtures_is_the_source() {
    let (read, labels) = check_all(Path::new("fixtures"));
    println!("{labels} labels on {read} contracts");
    assert!(read >= 12 && labels > 0);
}

#[test]
fn every_label_on_real_contracts_is_the_source() {
    let named = std::env::var_os("FINEPRINT_CORPUS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from("../shared/corpus"));
    if !folder.is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return;
    }
    let (read, labels) = check_all(&folder);
    println!("{labels} labels on {read} contracts");
    assert!(read > 0);
}

fn report() -> String {
    let reviews: Vec<Review> =
        contracts(Path::new("fixtures")).par_iter().filter_map(|path| review(path)).collect();
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Both, lang: Lang::En, root: None };
    let mut out = Vec::new();
    json(&run, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("JSON is text")
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert!(report() == report());
}

/// The fields docs/json.md promises, each with its type.
const FINDING: &[(&str, &str)] = &[
    ("rule", "string"),
    ("severity", "string"),
    ("side", "string"),
    ("title", "string"),
    ("message", "string"),
    ("why", "string"),
    ("missing", "boolean"),
    ("status", "string"),
    ("reason", "string or null"),
    ("reason_at", "string or null"),
    ("clause", "object"),
    ("working", "string or null"),
    ("suggest", "string or null"),
    ("caveat", "string or null"),
    ("fingerprint", "string"),
    ("also", "array"),
    ("labels", "array"),
];
const LABEL: &[(&str, &str)] = &[
    ("path", "string"),
    ("start", "number"),
    ("end", "number"),
    ("line", "number"),
    ("column", "number"),
    ("text", "string"),
    ("primary", "boolean"),
    ("note", "string or null"),
];

fn has_fields(value: &Value, fields: &[(&str, &str)]) {
    let object = value.as_object().expect("an object");
    let names: Vec<&str> = object.keys().map(String::as_str).collect();
    assert_eq!(names, fields.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (name, expected) in fields {
        let found = match &object[*name] {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        assert!(expected.split(" or ").any(|e| e == found), "{name} is {found}: {value}");
    }
}

#[test]
fn the_json_report_is_as_documented() {
    let report: Value = serde_json::from_str(&report()).expect("valid JSON");
    assert_eq!(report["schema"], "fineprint.report/1");
    let documents = report["documents"].as_array().expect("documents");
    assert!(documents.len() >= 12);
    let mut counted = [0; 4];
    for finding in documents.iter().flat_map(|d| d["findings"].as_array().expect("findings")) {
        has_fields(finding, FINDING);
        let severities = ["critical", "high", "medium", "low"];
        let severity = severities.iter().position(|s| finding["severity"] == *s);
        counted[severity.expect("a severity of the four")] += 1;
        assert!(["customer", "vendor", "both"].iter().any(|side| finding["side"] == *side));
        let labels = finding["labels"].as_array().expect("labels");
        labels.iter().for_each(|label| has_fields(label, LABEL));
        assert_eq!(labels[0]["primary"], true);
    }
    let summary = ["critical", "high", "medium", "low"].map(|s| report["summary"][s].as_u64());
    assert_eq!(summary, counted.map(Some));
}
