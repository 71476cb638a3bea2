//! The rules on contracts written and labelled without sight of them: how many
//! of the defects are raised, and how many of the near misses are left alone.
//!
//! Half of the files, by the hash of their names, is frozen: its score is
//! printed and nothing of it is asserted, so that nobody tunes to it.

#![allow(clippy::print_stdout)]

use fineprint::catalogue::{Catalogue, Severity};
use fineprint::check::{Judging, Review};
use fineprint::clause::NamedParties;
use fineprint::read::{WordOptions, read};
use fineprint::source::Span;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

#[derive(serde::Deserialize)]
struct Label {
    file: String,
    kind: String,
    hazard: String,
    text: String,
}

#[derive(Default)]
struct Score {
    defects: usize,
    raised: usize,
    decoys: usize,
    violated: usize,
}

/// The groups of rules that speak of a hazard.
fn groups(hazard: &str) -> &'static [&'static str] {
    match hazard {
        "hidden-fees" => &["fees/", "trial/", "renewal/"],
        "support-hours" => &["support/"],
        "unlimited-liability" => &["liability/"],
        "data-export" => &["data/", "fees/"],
        "sla-definitions" => &["sla/", "credits/"],
        _ => panic!("{hazard} is no hazard"),
    }
}

/// Where a label's words stand; white space may be wrapped otherwise.
fn place(source: &str, words: &str) -> Span {
    let shown: Vec<(usize, char)> =
        source.char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
    let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let at = shown
        .windows(wanted.len())
        .position(|window| window.iter().map(|(_, c)| c).eq(&wanted))
        .unwrap_or_else(|| panic!("not in the contract: {words}"));
    let (last, c) = shown[at + wanted.len() - 1];
    Span::new(shown[at].0, last + c.len_utf8())
}

impl Score {
    fn take(&mut self, label: &Label, review: &Review) {
        let of_hazard = |rule: &str| groups(&label.hazard).iter().any(|g| rule.starts_with(g));
        let found = review.findings.iter().filter(|f| of_hazard(&f.rule));
        if label.kind == "absent" {
            self.defects += 1;
            self.raised += usize::from(found.into_iter().any(|f| f.missing));
            return;
        }
        let span = place(&review.documents[0].source.text, &label.text);
        let mut touching = found.filter(|f| f.labels.iter().any(|l| l.span.overlaps(span)));
        if label.kind == "defect" {
            self.defects += 1;
            self.raised += usize::from(touching.next().is_some());
        } else {
            self.decoys += 1;
            let told = touching.any(|f| !f.missing && f.severity >= Severity::Medium);
            self.violated += usize::from(told);
        }
    }
}

#[test]
fn defects_are_raised_and_near_misses_left_alone() {
    let catalogue = Catalogue::load(&[]).expect("the bundled rules are sound");
    let labels = std::fs::read_to_string("judged/labels.jsonl").expect("the labels are there");
    let labels: Vec<Label> =
        labels.lines().map(|line| serde_json::from_str(line).expect("a label is JSON")).collect();
    let mut by_file: BTreeMap<&str, Vec<&Label>> = BTreeMap::new();
    for label in &labels {
        by_file.entry(&label.file).or_default().push(label);
    }
    let mut files: Vec<&str> = by_file.keys().copied().collect();
    let name = |file: &str| Sha256::digest(file.rsplit('/').next().unwrap_or(file).as_bytes());
    files.sort_by_key(|file| name(file));
    let reviews: Vec<Review> = files
        .par_iter()
        .map(|file| {
            let bytes = std::fs::read(format!("judged/{file}")).expect("the contract is there");
            let document =
                read(file, &bytes, None, &WordOptions::default()).expect("the contract is read");
            let parties = NamedParties::default();
            fineprint::review(&catalogue, vec![document], &parties, Judging::default())
        })
        .collect();
    let mut halves = [Score::default(), Score::default()];
    for (index, (file, review)) in files.iter().zip(&reviews).enumerate() {
        let half = &mut halves[usize::from(index >= files.len().div_ceil(2))];
        by_file[file].iter().for_each(|label| half.take(label, review));
    }
    for (half, score) in ["developed on", "frozen"].iter().zip(&halves) {
        println!(
            "{half}: {} of {} defects raised, {} of {} near misses violated",
            score.raised, score.defects, score.violated, score.decoys
        );
    }
    let developed = &halves[0];
    assert!(developed.raised * 100 >= developed.defects * 85, "too few defects are raised");
    assert!(developed.violated * 100 <= developed.decoys * 8, "too many false alarms");
}
