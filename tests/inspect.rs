//! What is told of a rule's looks is true to the judge: it changes nothing, and
//! what it calls raised is what was raised.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use fineprint::catalogue::Catalogue;
use fineprint::check::{Judging, Review, Verdict};
use fineprint::clause::NamedParties;
use fineprint::read::{WordOptions, read};
use std::collections::BTreeSet;

const FIXTURES: [&str; 4] = [
    "fixtures/hosting-en.md",
    "fixtures/rtc-services-zh.md",
    "fixtures/awan-ms.md",
    "fixtures/cloud-zh.docx",
];

/// Every so many of the rules that were raised are inspected: all would take minutes.
const STEP: usize = 12;

fn review(catalogue: &Catalogue, path: &str, inspect: Option<&str>) -> Review {
    let bytes = std::fs::read(path).unwrap();
    let document = read(path, &bytes, None, &WordOptions::default()).unwrap();
    let judging = Judging { inspect, ..Judging::default() };
    fineprint::review(catalogue, vec![document], &NamedParties::default(), judging)
}

/// The findings of a rule, by index.
fn of_rule(review: &Review, rule: &str) -> BTreeSet<usize> {
    let findings = review.findings.iter().enumerate();
    findings.filter(|(_, finding)| *finding.rule == *rule).map(|(index, _)| index).collect()
}

#[test]
fn what_it_calls_raised_is_what_was_raised() {
    let catalogue = Catalogue::load(&[]).unwrap();
    for path in FIXTURES {
        let alone = review(&catalogue, path, None);
        assert!(alone.inspection.is_none());
        let beaten = alone.findings.iter().flat_map(|finding| &finding.also);
        let rules: BTreeSet<&str> =
            alone.findings.iter().map(|f| &f.rule).chain(beaten).map(|rule| &**rule).collect();
        for rule in rules.into_iter().step_by(STEP) {
            let inspected = review(&catalogue, path, Some(rule));
            assert_eq!(inspected.findings, alone.findings, "{path}: {rule}");
            let inspection = inspected.inspection.as_ref().unwrap();
            let places = || inspection.entries.iter().flat_map(|entry| &entry.places);
            let raised: Vec<usize> = places().filter_map(|place| place.finding).collect();
            let once: BTreeSet<usize> = raised.iter().copied().collect();
            assert_eq!(raised.len(), once.len(), "{path}: {rule} is told twice");
            assert_eq!(once, of_rule(&inspected, rule), "{path}: {rule}");
            for place in places() {
                let is_raised = place.verdict == Verdict::Raised;
                assert_eq!(is_raised, place.finding.is_some(), "{path}: {rule}");
                assert_ne!(place.verdict, Verdict::Dropped, "{path}: {rule}");
                let document = &inspected.documents[place.label.document];
                assert_eq!(document.source.slice(place.label.span), place.label.text);
            }
            let names = alone.findings.iter().flat_map(|finding| &finding.also);
            if names.into_iter().any(|name| **name == *rule) {
                let told = places().any(|place| place.verdict == Verdict::Beaten);
                assert!(told, "{path}: {rule} is beaten, and nobody says so");
            }
        }
    }
}

#[test]
fn a_rule_that_is_off_says_what_it_would_do() {
    let mut catalogue = Catalogue::load(&[]).unwrap();
    let path = "fixtures/awan-ms.md";
    let on = review(&catalogue, path, Some("data/hostage"));
    catalogue.turn("data", false);
    let off = review(&catalogue, path, Some("data/hostage"));
    let told = |review: &Review, verdict: Verdict| {
        let inspection = review.inspection.as_ref().unwrap();
        let places = inspection.entries.iter().flat_map(|entry| &entry.places);
        let told = places.filter(|place| place.verdict == verdict);
        told.map(|place| place.label.span).collect::<Vec<_>>()
    };
    assert!(!told(&on, Verdict::Raised).is_empty());
    assert_eq!(told(&off, Verdict::WouldRaise), told(&on, Verdict::Raised));
    assert!(told(&off, Verdict::Raised).is_empty());
    assert!(of_rule(&off, "data/hostage").is_empty());
    assert_eq!(off.inspection.unwrap().hindrances.len(), 1);
}

#[test]
fn the_words_before_a_list_count_for_its_items() {
    let catalogue = Catalogue::load(&[]).unwrap();
    let rule = "termination/suspension-without-notice";
    let looked = |lead: &str| {
        let text = format!(
            "# Services Agreement\n\n## 4. Measures\n\n4.1 {lead}:\n\n(a) suspend the Services; or\n\n(b) move them to another data centre.\n"
        );
        let document = fineprint::read::read_markdown("list.md", text);
        let judging = Judging { inspect: Some(rule), ..Judging::default() };
        let review =
            fineprint::review(&catalogue, vec![document], &NamedParties::default(), judging);
        let found = of_rule(&review, rule).len();
        let entries = review.inspection.unwrap().entries;
        let decided = entries.into_iter().flat_map(|entry| entry.places);
        (found, decided.filter_map(|place| Some(place.decided_by?.text)).collect::<Vec<_>>())
    };
    assert_eq!(looked("The Vendor may, without notice"), (1, vec![]));
    assert_eq!(looked("The Vendor may").0, 0);
    let (found, decided) = looked("In an emergency, the Vendor may, without notice");
    assert_eq!(found, 0);
    assert!(decided.iter().any(|words| words.contains("emergency")), "{decided:?}");
}
