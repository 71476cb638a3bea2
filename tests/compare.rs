//! Two versions of a contract compared. `tests/compare/` holds edits of
//! fixtures, with what each means written down beside them.

use fineprint::catalogue::{Catalogue, Side};
use fineprint::check::{Judging, Review, judge};
use fineprint::clause::{Contract, NamedParties};
use fineprint::compare::{ClauseChange, Comparison, Direction, Version, compare};
use fineprint::matching::Lang;
use fineprint::read::{read_markdown, read_text};
use regex::{Captures, Regex};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A fixture, what is done to it, and what that means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    of: String,
    edits: Vec<Edit>,
    /// Key terms that change, each with its direction: `worse availability`.
    terms: Vec<String>,
    #[serde(default)]
    added: Vec<String>,
    #[serde(default)]
    removed: Vec<String>,
    #[serde(default)]
    reworded: Vec<String>,
}

/// One thing that is done to a text.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Edit {
    swap: Option<String>,
    r#for: Option<String>,
    /// The line that begins so is left out.
    cut: Option<String>,
    /// The section under this line changes its place.
    r#move: Option<String>,
    before: Option<String>,
    /// First numbers of clauses, and of references to them.
    renumber: BTreeMap<u32, u32>,
}

impl Edit {
    fn done_to(&self, text: &str) -> String {
        let once = |words: &str| {
            assert_eq!(text.matches(words).count(), 1, "{words}");
            text.find(words).expect("it is there")
        };
        if let (Some(swap), Some(by)) = (&self.swap, &self.r#for) {
            let at = once(swap);
            return format!("{}{by}{}", &text[..at], &text[at + swap.len()..]);
        }
        if let Some(cut) = &self.cut {
            let at = once(cut);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
            return format!("{}{}", &text[..at], &text[end..]);
        }
        if let (Some(title), Some(before)) = (&self.r#move, &self.before) {
            let (at, to) = (once(title), once(before));
            let end = text[at + 1..].find("\n## ").map_or(text.len(), |end| at + end + 2);
            assert!(to < at, "sections move up");
            return [&text[..to], &text[at..end], &text[to..at], &text[end..]].concat();
        }
        let number = Regex::new(r"(?m)(^|^## |\bclauses? |Klausa )(\d+)\b(\.)").expect("a pattern");
        let renumbered = number.replace_all(text, |found: &Captures| {
            let old: u32 = found[2].parse().expect("digits");
            let new = self.renumber.get(&old).unwrap_or(&old);
            format!("{}{new}{}", &found[1], &found[3])
        });
        renumbered.into_owned()
    }
}

/// A version as it is read and judged.
fn judged(catalogue: &Catalogue, contract: Contract) -> (Contract, Review) {
    let review = judge(catalogue, contract.clone(), Judging::default());
    (contract, review)
}

fn markdown(catalogue: &Catalogue, text: String) -> (Contract, Review) {
    let document = read_markdown("contract.md", text);
    judged(catalogue, Contract::new(vec![document], &NamedParties::default()))
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    std::fs::read_to_string(folder.join(name)).expect("a fixture")
}

fn said(comparison: &Comparison) -> (Vec<String>, [Vec<String>; 3]) {
    let mut terms: Vec<String> = comparison
        .terms
        .iter()
        .map(|change| {
            let direction = match change.direction {
                Direction::Worse => "worse",
                Direction::Better => "better",
                Direction::Neutral => "neutral",
            };
            format!("{direction} {}", change.line().expect("one end is there").term)
        })
        .collect();
    terms.sort();
    let mut clauses: [Vec<String>; 3] = Default::default();
    for change in &comparison.clauses {
        let (sort, passage) = match change {
            ClauseChange::Added(new) => (0, new),
            ClauseChange::Removed(old) => (1, old),
            ClauseChange::Reworded { new, .. } | ClauseChange::Redirected { new, .. } => (2, new),
        };
        clauses[sort].push(passage.address.clone());
    }
    (terms, clauses)
}

#[test]
fn edits_mean_what_is_written_beside_them() {
    let catalogue = Catalogue::load(&[]).expect("the bundled rules are sound");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 7, "the cases are there");
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let case: Case = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let old = fixture(&case.of);
        let new = case.edits.iter().fold(old.clone(), |text, edit| edit.done_to(&text));
        let (old, new) = (markdown(&catalogue, old), markdown(&catalogue, new));
        let (old, new) = (
            Version { contract: &old.0, review: &old.1 },
            Version { contract: &new.0, review: &new.1 },
        );
        let forth = compare(&catalogue, old, new, Side::Customer, Lang::En);
        let (terms, clauses) = said(&forth);
        let mut expected = case.terms.clone();
        expected.sort();
        assert_eq!(terms, expected, "{name}");
        assert_eq!(clauses, [case.added, case.removed, case.reworded], "{name}");
        let same = compare(&catalogue, new, new, Side::Customer, Lang::En);
        assert!(same.is_empty() && same.moved == 0, "{name}: a version against itself");
        // What is worse for one is better for the other, and the other way round.
        let vendor = compare(&catalogue, old, new, Side::Vendor, Lang::En);
        let back = compare(&catalogue, new, old, Side::Customer, Lang::En);
        let count = |comparison: &Comparison, direction: Direction| {
            comparison.terms.iter().filter(|change| change.direction == direction).count()
        };
        for (one, other) in
            [(Direction::Worse, Direction::Better), (Direction::Better, Direction::Worse)]
        {
            assert_eq!(count(&forth, one), count(&vendor, other), "{name}");
            assert_eq!(count(&forth, one), count(&back, other), "{name}");
        }
    }
}

#[test]
fn a_contract_in_another_format_has_not_changed() {
    let catalogue = Catalogue::load(&[]).expect("the bundled rules are sound");
    let text = "Services Agreement\n\n1. Availability\n\n1.1 The Vendor shall keep the Service \
        available 99.9% of each month. It may carry out maintenance on Sundays.\n\n1.2 The \
        Customer shall pay within 30 days.\n";
    // Markdown wraps lines and cuts a paragraph in two.
    let wrapped = "# Services Agreement\n\n## 1. Availability\n\n1.1 The Vendor shall keep the\n\
        Service available **99.9%** of each month.\n\nIt may carry out maintenance on Sundays.\n\n\
        1.2 The Customer shall pay within 30 days\\.\n";
    let plain = read_text("a.txt", text.to_owned());
    let old = judged(&catalogue, Contract::new(vec![plain], &NamedParties::default()));
    let new = markdown(&catalogue, wrapped.to_owned());
    let comparison = compare(
        &catalogue,
        Version { contract: &old.0, review: &old.1 },
        Version { contract: &new.0, review: &new.1 },
        Side::Both,
        Lang::En,
    );
    assert_eq!(comparison.clauses, []);
    assert!(comparison.terms.is_empty());
}
