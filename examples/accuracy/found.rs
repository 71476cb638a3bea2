//! *Provision found*: how well the marked provisions agree with the categories
//! experts labelled. A label is found when a span of its category's provisions
//! overlaps it; a span is right when a label of the category overlaps it.

use crate::labels::{Failed, contract, labels};
use fineprint::catalogue::Catalogue;
use fineprint::clause::{Contract, NamedParties};
use fineprint::report::outline;
use fineprint::source::Span;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// `start` and `end` count characters.
#[derive(serde::Deserialize)]
struct Label {
    contract: String,
    category: String,
    start: usize,
    end: usize,
}

/// Which half of the contracts: rules are developed on one and judged by the
/// other, of which only scores are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    Develop,
    Report,
}

impl Half {
    /// By the name alone, so that a contract never changes sides.
    fn of(name: &str) -> Self {
        if Sha256::digest(name)[0].is_multiple_of(2) { Self::Develop } else { Self::Report }
    }
}

/// Counts of labels and of spans.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Score {
    pub(crate) labels: usize,
    found: usize,
    pub(crate) spans: usize,
    right: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.labels += other.labels;
        self.found += other.found;
        self.spans += other.spans;
        self.right += other.right;
    }

    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.spans)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.found, self.labels)
    }

    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "labels are counted in thousands")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The scores of a category.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Scores {
    pub(crate) develop: Score,
    pub(crate) report: Score,
}

impl Scores {
    fn of(&mut self, half: Half) -> &mut Score {
        match half {
            Half::Develop => &mut self.develop,
            Half::Report => &mut self.report,
        }
    }

    fn all(self) -> Score {
        let mut all = self.develop;
        all.add(self.report);
        all
    }
}

/// A label no span touches, or a span no label touches.
pub(crate) struct Miss {
    category: String,
    what: &'static str,
    contract: String,
    before: String,
    words: String,
    after: String,
}

/// By category.
pub(crate) type Measured = BTreeMap<String, Scores>;

/// The scores of a folder, and what went wrong in the half that may be looked at.
pub(crate) fn measure(
    catalogue: &Catalogue,
    folder: &Path,
) -> Result<(Measured, Vec<Miss>), Failed> {
    let mut by_contract: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for label in labels::<Label>(folder)? {
        by_contract.entry(label.contract.clone()).or_default().push(label);
    }
    let contracts: Vec<(&String, &Vec<Label>)> = by_contract.iter().collect();
    let compared = contracts
        .par_iter()
        .map(|(name, labels)| Ok((Half::of(name), compare(catalogue, folder, name, labels)?)))
        .collect::<Result<Vec<_>, Failed>>()?;
    let mut measured = Measured::new();
    let mut misses = Vec::new();
    for (half, (scores, missed)) in compared {
        for (category, score) in scores {
            measured.entry(category).or_default().of(half).add(score);
        }
        if half == Half::Develop {
            misses.extend(missed);
        }
    }
    Ok((measured, misses))
}

type Compared = (BTreeMap<String, Score>, Vec<Miss>);

/// One contract: what was labelled beside what was marked.
fn compare(
    catalogue: &Catalogue,
    folder: &Path,
    name: &str,
    labels: &[Label],
) -> Result<Compared, Failed> {
    let contract = Contract::new(vec![contract(folder, name)?], &NamedParties::default());
    let outline = outline(catalogue, &contract).ok_or_else(|| format!("{name} is empty"))?;
    let text = &*contract.documents[0].source.text;
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let offset = |character: usize| offsets.get(character).copied().unwrap_or(text.len());
    let mut scores = BTreeMap::new();
    let mut misses = Vec::new();
    for (category, provisions) in catalogue.expert_categories() {
        let labelled: Vec<Span> = labels
            .iter()
            .filter(|label| label.category == category)
            .map(|label| Span::new(offset(label.start), offset(label.end)))
            .collect();
        let marked = outline.provisions().filter(|(name, _)| provisions.contains(name));
        let marked = merged(marked.map(|(_, span)| span).collect());
        let lone = |of: &[Span], beside: &[Span]| -> Vec<Span> {
            of.iter().filter(|span| !beside.iter().any(|b| b.overlaps(**span))).copied().collect()
        };
        let (missed, wrong) = (lone(&labelled, &marked), lone(&marked, &labelled));
        let score = Score {
            labels: labelled.len(),
            found: labelled.len() - missed.len(),
            spans: marked.len(),
            right: marked.len() - wrong.len(),
        };
        scores.insert(category.to_owned(), score);
        for (what, spans) in [("missed", missed), ("wrong", wrong)] {
            misses.extend(spans.into_iter().map(|span| Miss {
                category: category.to_owned(),
                what,
                contract: name.to_owned(),
                before: one_line(text[..span.start].chars().rev().take(200), true),
                words: one_line(text[span.range()].chars(), false),
                after: one_line(text[span.end..].chars().take(200), false),
            }));
        }
    }
    Ok((scores, misses))
}

/// Provisions of one category on the same words are one span.
fn merged(spans: BTreeSet<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut().filter(|last| last.overlaps(span)) {
            Some(last) => *last = last.cover(span),
            None => merged.push(span),
        }
    }
    merged
}

fn one_line(characters: impl Iterator<Item = char>, backwards: bool) -> String {
    let mut characters: Vec<char> = characters.collect();
    if backwards {
        characters.reverse();
    }
    let text: String = characters.into_iter().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Prints the table of scores and their means.
pub(crate) fn print(measured: &Measured) {
    let cells = |score: Score| {
        format!(
            "{} | {} | {:.2} | {:.2} | {:.3}",
            score.labels,
            score.spans,
            score.precision(),
            score.recall(),
            score.f1()
        )
    };
    let half = "labels | spans | precision | recall | F1";
    println!("| category | develop: {half} | report: {half} | all: {half} |");
    println!("|---{}|", "|---:".repeat(15));
    for (category, scores) in measured {
        let Scores { develop, report } = *scores;
        println!(
            "| {category} | {} | {} | {} |",
            cells(develop),
            cells(report),
            cells(scores.all())
        );
    }
    let means = [|s: &Scores| s.develop, |s: &Scores| s.report, |s: &Scores| s.all()]
        .map(|of| format!("{:.3}", mean_f1(measured, of)));
    println!("\nMean F1: develop {}, report {}, all {}", means[0], means[1], means[2]);
}

/// The mean F1 over the categories that have a label.
pub(crate) fn mean_f1(measured: &Measured, of: impl Fn(&Scores) -> Score) -> f64 {
    let scores: Vec<Score> = measured.values().map(of).filter(|s| s.labels > 0).collect();
    let sum: f64 = scores.iter().map(|score| score.f1()).sum();
    if scores.is_empty() {
        0.0
    } else {
        sum / f64::from(u32::try_from(scores.len()).unwrap_or(u32::MAX))
    }
}

/// Prints what went wrong in the develop half, for one category or `all`.
pub(crate) fn print_misses(misses: &[Miss], category: &str) {
    for miss in misses.iter().filter(|miss| category == "all" || miss.category == category) {
        let Miss { category, what, contract, before, words, after } = miss;
        let context =
            if *what == "missed" { words.clone() } else { format!("{before} [[{words}]] {after}") };
        println!("{what} {category}: {contract}\n    {context}");
    }
}
