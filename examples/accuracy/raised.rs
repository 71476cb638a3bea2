//! *Finding raised*: how many labelled defects are raised, and how many near
//! misses are left alone. `judged/README.md` says what a label is.

use crate::labels::{Failed, contract, labels};
use fineprint::catalogue::{Catalogue, Severity};
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
        let found = review.findings.iter().filter(|f| of_hazard(&f.rule));
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

/// The scores of a folder by language, which a contract's name begins with, and
/// of `all`.
pub(crate) fn measure(
    catalogue: &Catalogue,
    folder: &Path,
) -> Result<BTreeMap<String, Score>, Failed> {
    let mut by_file: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for label in labels::<Label>(folder)? {
        by_file.entry(label.file.clone()).or_default().push(label);
    }
    let files: Vec<(&String, &Vec<Label>)> = by_file.iter().collect();
    let score = |(file, labels): &(&String, &Vec<Label>)| {
        let document = contract(folder, file)?;
        let parties = NamedParties::default();
        let review = fineprint::review(catalogue, vec![document], &parties, Judging::default());
        let mut score = Score::default();
        labels.iter().try_for_each(|label| score.take(label, &review))?;
        Ok((file.chars().take(2).collect(), score))
    };
    let scored = files.par_iter().map(score).collect::<Result<Vec<(String, Score)>, Failed>>()?;
    let mut by_language: BTreeMap<String, Score> = BTreeMap::new();
    for (language, score) in scored {
        for key in [language.as_str(), "all"] {
            by_language.entry(key.to_owned()).or_default().add(score);
        }
    }
    Ok(by_language)
}

/// Prints a table of scores.
pub(crate) fn print(by_language: &BTreeMap<String, Score>) {
    println!("| contracts | defects | raised | near misses | violated |");
    println!("|---|---:|---:|---:|---:|");
    for (language, score) in by_language {
        let Score { defects, raised, decoys, violated } = score;
        println!("| {language} | {defects} | {raised} | {decoys} | {violated} |");
    }
}
