//! Key terms of service levels read from contracts that were written and
//! labelled by hand, in `tests/extraction/`: found, wrong and missed by term.

use fineprint::catalogue::Catalogue;
use fineprint::check::{Judging, SheetLine};
use fineprint::clause::NamedParties;
use fineprint::read::read_markdown;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

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
        for line in review.sheet.iter().filter(|line| line.service_level) {
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
