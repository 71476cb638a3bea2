//! Key terms read from contracts that were written and labelled by hand, in
//! `tests/extraction/`: found, wrong and missed by term.
//!
//! The contracts right in the folder are about service levels. Those in
//! `frozen/`, and most of those in `developed/`, were written and labelled by
//! people who had not seen the program; the first were read while rules were
//! written, the second never. The rest of `developed/` was labelled before the
//! program first read it.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use fineprint::catalogue::Catalogue;
use fineprint::check::{Judging, SheetLine};
use fineprint::clause::NamedParties;
use fineprint::read::{read_markdown, read_text};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The key terms that the contracts about service levels are labelled with.
const SERVICE_LEVELS: [&str; 10] = [
    "availability",
    "availability-target",
    "credit-cap",
    "credit-claim-time",
    "credit-ladder",
    "minimum-outage-time",
    "resolution-time",
    "response-time",
    "scheduled-maintenance-time",
    "support-hours",
];

/// Key terms the labellers did not know: a contract has them without a label.
const UNLABELLED: [&str; 4] = [
    "claim-deadline-time",
    "liquidated-damages-percent",
    "price-lock-time",
    "switching-notice-time",
];

/// One key term a contract states.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    term: String,
    /// The figure; of a ladder, its rows.
    value: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    per: String,
    #[serde(default)]
    subject: String,
}

#[derive(Debug, Default)]
struct Score {
    found: usize,
    wrong: usize,
    missed: usize,
}

fn read(line: &SheetLine) -> Stated {
    let ladder = !line.rows.is_empty();
    Stated {
        term: line.term.clone(),
        value: if ladder { line.value.clone() } else { line.figure.clone() },
        unit: if ladder { String::new() } else { line.unit.clone() },
        per: line.per.clone(),
        subject: line.subject.clone(),
    }
}

#[test]
fn service_levels_are_read_as_labelled() {
    let catalogue = Catalogue::load(&[]).expect("the bundled rules are sound");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction");
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut remarks = Vec::new();
    let mut contracts = 0;
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "md")) {
        contracts += 1;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let labels = std::fs::read_to_string(path.with_extension("yaml")).unwrap();
        let mut stated: Vec<Stated> = serde_yaml::from_str(&labels).unwrap();
        let review = fineprint::review(
            &catalogue,
            vec![read_markdown(&name, text)],
            &NamedParties::default(),
            Judging::default(),
        );
        for line in review.sheet.iter().filter(|line| SERVICE_LEVELS.contains(&&*line.term)) {
            let line = read(line);
            let score = scores.entry(line.term.clone()).or_default();
            match stated.iter().position(|label| *label == line) {
                Some(at) => {
                    stated.remove(at);
                    score.found += 1;
                }
                None => {
                    score.wrong += 1;
                    remarks.push(format!("{name}: wrong {line:?}"));
                }
            }
        }
        for label in stated {
            scores.entry(label.term.clone()).or_default().missed += 1;
            remarks.push(format!("{name}: missed {label:?}"));
        }
    }
    println!("{:28} found wrong missed", "key term");
    let mut all = Score::default();
    for (term, score) in &scores {
        println!("{term:28} {:5} {:5} {:6}", score.found, score.wrong, score.missed);
        all.found += score.found;
        all.wrong += score.wrong;
        all.missed += score.missed;
    }
    println!("{:28} {:5} {:5} {:6}", "all", all.found, all.wrong, all.missed);
    println!("{}", remarks.join("\n"));
    assert_eq!(contracts, 11, "a contract has no place in the count");
    let labelled = all.found + all.missed;
    assert!(all.found * 100 >= labelled * 95, "{} of {labelled} found", all.found);
    assert!(all.wrong * 100 <= labelled * 3, "{} wrong of {labelled}", all.wrong);
}

/// What a contract states, as its label says; see `docs/terms.md` for the names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    term: String,
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    per: Option<String>,
    #[serde(default)]
    subject: Option<String>,
    text: String,
    #[serde(default)]
    rows: Vec<Band>,
    #[serde(default)]
    #[expect(dead_code, reason = "told to people")]
    of: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Band {
    upper: Option<String>,
    lower: Option<String>,
    credit: Option<String>,
}

/// A figure without what makes equal figures differ: `7.00` and `7`.
fn figure(text: &str) -> String {
    match text.replace(',', "").parse::<Decimal>() {
        Ok(value) => value.normalize().to_string(),
        Err(_) => text.trim().to_lowercase(),
    }
}

/// A value and its unit in one form: per mille as per cent, weeks as days.
fn measured(value: &str, unit: &str, term: &str) -> (String, String) {
    let unit = unit.to_lowercase();
    let times = |by: Decimal| match value.replace(',', "").parse::<Decimal>() {
        Ok(value) => (value * by).normalize().to_string(),
        Err(_) => value.to_owned(),
    };
    match unit.as_str() {
        "per-mille" => (times(Decimal::new(1, 1)), "percent".to_owned()),
        "weeks" => (times(Decimal::from(7)), "days".to_owned()),
        "business-hours" => (figure(value), "hours".to_owned()),
        _ if term == "included-volume" => (figure(value), "count".to_owned()),
        _ => (figure(value), unit),
    }
}

/// How well a line fits a label, or `None` where it says something else.
fn fit(label: &Label, line: &SheetLine, text: &str) -> Option<u32> {
    if label.term != line.term {
        return None;
    }
    let near = line.label.as_ref().is_some_and(|found| {
        let mut stated = text.match_indices(&label.text).map(|(at, words)| at..at + words.len());
        stated.any(|range| found.span.start < range.end && range.start < found.span.end)
    });
    if line.words {
        return near.then_some(1);
    }
    if !label.rows.is_empty() {
        return bands_agree(&label.rows, line).then_some(1);
    }
    let value = label.value.clone().unwrap_or_default();
    let stated = measured(&value, label.unit.as_deref().unwrap_or_default(), &label.term);
    let read = measured(&line.figure, &line.unit, &line.term);
    // A window is written in many ways: its place tells.
    if stated != read && !(line.unit == "window" && near) {
        return None;
    }
    let plain = |text: &str| -> String {
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let wanted = plain(label.subject.as_deref().unwrap_or_default());
    let subject = plain(&line.subject);
    let same = wanted == subject
        || !wanted.is_empty()
            && !subject.is_empty()
            && (wanted.contains(&subject) || subject.contains(&wanted));
    let per = label.per.as_deref().unwrap_or_default() == line.per;
    Some(u32::from(near) * 4 + u32::from(same) * 3 + u32::from(per))
}

/// Whether the bands begin and pay alike; a lower end may be left to the next.
fn bands_agree(stated: &[Band], line: &SheetLine) -> bool {
    let sorted = |mut rows: Vec<(String, String, String)>| {
        rows.retain(|row| row.2 != "0");
        rows.sort();
        rows
    };
    let text = |value: &Option<String>| figure(value.as_deref().unwrap_or_default());
    let stated =
        sorted(stated.iter().map(|b| (text(&b.upper), text(&b.lower), text(&b.credit))).collect());
    let end =
        |value: Option<Decimal>| value.map_or_else(String::new, |v| v.normalize().to_string());
    let read = line
        .rows
        .iter()
        .map(|row| (end(row.band.upper), end(row.band.lower), end(row.credit.percent())));
    let read = sorted(read.collect());
    stated.len() == read.len()
        && stated
            .iter()
            .zip(&read)
            .all(|(a, b)| a.0 == b.0 && a.2 == b.2 && (b.1.is_empty() || a.1 == b.1))
}

/// Scores the contracts of a folder and prints the sum. Where they may be
/// looked at, the table by term and what went wrong are printed, too.
fn score(folder: &str, expected: usize, open: bool) -> Score {
    let catalogue = Catalogue::load(&[]).expect("the bundled rules are sound");
    let folder_name = folder;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction").join(folder);
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e != "yaml"));
    paths.sort();
    assert_eq!(paths.len(), expected, "a contract has no place in the count");
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut remarks = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let labels: Vec<Label> =
            serde_yaml::from_str(&std::fs::read_to_string(path.with_extension("yaml")).unwrap())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        let document = if name.ends_with(".md") {
            read_markdown(&name, text.clone())
        } else {
            read_text(&name, text.clone())
        };
        let review = fineprint::review(
            &catalogue,
            vec![document],
            &NamedParties::default(),
            Judging::default(),
        );
        let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            for (line_at, line) in review.sheet.iter().enumerate() {
                pairs.extend(fit(label, line, &text).map(|fit| (fit, at, line_at)));
            }
        }
        pairs.sort_by_key(|&(fit, label, line)| (std::cmp::Reverse(fit), label, line));
        let (mut stated, mut read) = (vec![false; labels.len()], vec![false; review.sheet.len()]);
        for (_, label, line) in pairs {
            if !stated[label] && !read[line] {
                (stated[label], read[line]) = (true, true);
                scores.entry(labels[label].term.clone()).or_default().found += 1;
            }
        }
        for (label, _) in labels.iter().zip(&stated).filter(|(_, found)| !**found) {
            scores.entry(label.term.clone()).or_default().missed += 1;
            remarks
                .push(format!("{name}: missed {} {:?} {:?}", label.term, label.value, label.text));
        }
        let unread = review.sheet.iter().zip(&read).filter(|(_, found)| !**found);
        for (line, _) in unread.filter(|(line, _)| !UNLABELLED.contains(&&*line.term)) {
            scores.entry(line.term.clone()).or_default().wrong += 1;
            remarks.push(format!(
                "{name}: wrong {} {:?} in {}",
                line.term, line.value, line.clause.address
            ));
        }
    }
    let mut all = Score::default();
    println!("{:28} found wrong missed", "key term");
    for (term, score) in &scores {
        if open {
            println!("{term:28} {:5} {:5} {:6}", score.found, score.wrong, score.missed);
        }
        all.found += score.found;
        all.wrong += score.wrong;
        all.missed += score.missed;
    }
    println!("{:28} {:5} {:5} {:6}", folder_name, all.found, all.wrong, all.missed);
    if open {
        println!("{}", remarks.join("\n"));
    }
    all
}

/// Percent found and percent wrong, of what the labels state.
fn shares(score: &Score) -> (usize, usize) {
    let stated = score.found + score.missed;
    (score.found * 100 / stated, score.wrong * 100 / stated)
}

#[test]
fn key_terms_of_contracts_that_were_read_while_the_rules_were_written() {
    let (found, wrong) = shares(&score("developed", 30, true));
    assert!(found >= 81 && wrong <= 6, "{found} % found, {wrong} % wrong");
}

#[test]
fn key_terms_of_contracts_that_nobody_looked_at() {
    let (found, wrong) = shares(&score("frozen", 18, false));
    assert!(found >= 52 && wrong <= 19, "{found} % found, {wrong} % wrong");
}
