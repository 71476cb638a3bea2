//! *Finding raised*: how many labelled defects are raised, and how many near
//! misses are left alone. `judged/README.md` says what a label is.

use crate::labels::{Failed, contract, labels};
use fineprint::catalogue::{Catalogue, Severity, Side};
use fineprint::check::{Judging, Review};
use fineprint::clause::NamedParties;
use fineprint::source::Span;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(serde::Deserialize)]
struct Label {
    file: String,
    kind: String,
    hazard: String,
    /// Whom a defect harms; for whom a near miss looks like one.
    harms: Side,
    text: String,
}

/// Counts of labels.
#[derive(Default, Clone, Copy)]
pub(crate) struct Score {
    pub(crate) defects: usize,
    pub(crate) raised: usize,
    /// Near misses.
    pub(crate) decoys: usize,
    pub(crate) violated: usize,
}

/// Scores by what was counted.
pub(crate) type Scores = BTreeMap<String, Score>;

impl Score {
    fn add(&mut self, other: Score) {
        self.defects += other.defects;
        self.raised += other.raised;
        self.decoys += other.decoys;
        self.violated += other.violated;
    }

    fn take(&mut self, label: &Label, review: &Review) -> Result<(), Failed> {
        let groups = groups(&label.hazard)?;
        let of_hazard = |rule: &str| groups.iter().any(|g| rule.starts_with(g));
        // What a reader for that side is told.
        let told = review.findings.iter().filter(|f| f.concerns(label.harms));
        let found = told.filter(|f| of_hazard(&f.rule));
        if label.kind == "absent" {
            self.defects += 1;
            self.raised += usize::from(found.into_iter().any(|f| f.missing));
            return Ok(());
        }
        let span = place(&review.documents[0].source.text, &label.text)
            .ok_or_else(|| format!("not in {}: {}", label.file, label.text))?;
        let mut touching = found.filter(|f| f.labels.iter().any(|l| l.span.overlaps(span)));
        if label.kind == "defect" {
            self.defects += 1;
            self.raised += usize::from(touching.next().is_some());
        } else {
            self.decoys += 1;
            let told = touching.any(|f| !f.missing && f.severity >= Severity::Medium);
            self.violated += usize::from(told);
        }
        Ok(())
    }
}

/// The groups of rules that speak of a hazard.
fn groups(hazard: &str) -> Result<&'static [&'static str], Failed> {
    Ok(match hazard {
        "hidden-fees" => &["fees/", "trial/", "renewal/", "data/export-charged"],
        "support-hours" => &["support/"],
        "unlimited-liability" => &["liability/"],
        "data-export" => &["data/", "fees/"],
        "sla-definitions" => &["sla/", "credits/"],
        _ => return Err(format!("{hazard} is no hazard").into()),
    })
}

/// Where a label's words stand; white space may be wrapped otherwise.
fn place(source: &str, words: &str) -> Option<Span> {
    let shown: Vec<(usize, char)> =
        source.char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
    let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let at = shown
        .windows(wanted.len().max(1))
        .position(|window| window.iter().map(|(_, c)| c).eq(&wanted))?;
    let (last, c) = shown[at + wanted.len() - 1];
    Some(Span::new(shown[at].0, last + c.len_utf8()))
}

/// The scores of a folder: of `all`, by language, which a contract's name begins
/// with, by hazard, and by whom it harms.
pub(crate) fn measure(catalogue: &Catalogue, folder: &Path) -> Result<Scores, Failed> {
    let mut by_file: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for label in labels::<Label>(folder)? {
        by_file.entry(label.file.clone()).or_default().push(label);
    }
    let files: Vec<(&String, &Vec<Label>)> = by_file.iter().collect();
    let score = |(file, labels): &(&String, &Vec<Label>)| {
        let document = contract(folder, file)?;
        let parties = NamedParties::default();
        let review = fineprint::review(catalogue, vec![document], &parties, Judging::default());
        let mut scores: Scores = BTreeMap::new();
        for label in labels.iter() {
            let mut score = Score::default();
            score.take(label, &review)?;
            let language: String = file.chars().take(2).collect();
            let harms = if label.harms == Side::Vendor { "vendor" } else { "customer" };
            for key in ["all", &language, &label.hazard, &format!("harms the {harms}")] {
                scores.entry(key.to_owned()).or_default().add(score);
            }
        }
        Ok(scores)
    };
    let mut all = Scores::new();
    for scores in files.par_iter().map(score).collect::<Result<Vec<Scores>, Failed>>()? {
        for (key, score) in scores {
            all.entry(key).or_default().add(score);
        }
    }
    Ok(all)
}

/// Prints a table of scores.
pub(crate) fn print(scores: &Scores) {
    println!("| labels | defects | raised | near misses | violated |");
    println!("|---|---:|---:|---:|---:|");
    for (key, score) in scores {
        let Score { defects, raised, decoys, violated } = score;
        println!("| {key} | {defects} | {raised} | {decoys} | {violated} |");
    }
}
