//! The fixtures are what their labels and their outlines say they are.

#![allow(clippy::unwrap_used)] // a test that cannot read its fixture should fail there

#[path = "../examples/write_fixtures/outlines.rs"]
mod outlines;
#[path = "../examples/write_fixtures/word.rs"]
mod word;

use docx_rs::{
    DocumentChild, Paragraph, Table, TableCellContent, TableChild, TableRowChild, read_docx,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A line of `fixtures/labels.jsonl`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    file: String,
    clause: String,
    kind: Kind,
    hazard: Hazard,
    harms: Harms,
    what: String,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Defect,
    Decoy,
    Absent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Hazard {
    HiddenFees,
    SupportHours,
    UnlimitedLiability,
    DataExport,
    SlaDefinitions,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Harms {
    Customer,
    Vendor,
    Both,
}

/// Contracts in which nothing should be raised at medium or above in the five hazards.
const CLEAN: [&str; 4] = ["fair-en.md", "fair-ms.md", "fair-zh.md", "nda-en.md"];

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn labels() -> Vec<Label> {
    let lines = std::fs::read_to_string(fixture("labels.jsonl")).unwrap();
    let label = |(number, line)| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("line {}: {error}", number + 1))
    };
    lines.lines().enumerate().map(label).collect()
}

/// The words a person sees, each run of white space as one space.
fn visible(name: &str) -> String {
    let text = if name.ends_with(".docx") {
        paragraphs(&std::fs::read(fixture(name)).unwrap())
            .iter()
            .map(Paragraph::raw_text)
            .collect::<Vec<_>>()
            .join("\n")
    } else {
        std::fs::read_to_string(fixture(name)).unwrap()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs(word: &[u8]) -> Vec<Paragraph> {
    let mut found = Vec::new();
    for child in read_docx(word).unwrap().document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => found.push(*paragraph),
            DocumentChild::Table(table) => found.extend(cells(&table)),
            _ => {}
        }
    }
    found
}

fn cells(table: &Table) -> impl Iterator<Item = Paragraph> + '_ {
    let cells = table.rows.iter().flat_map(|TableChild::TableRow(row)| &row.cells);
    let contents = cells.flat_map(|TableRowChild::TableCell(cell)| &cell.children);
    contents.filter_map(|content| match content {
        TableCellContent::Paragraph(paragraph) => Some(paragraph.as_ref().clone()),
        _ => None,
    })
}

#[test]
fn labelled_words_stand_once_in_their_contract() {
    let mut texts = BTreeMap::new();
    for label in labels() {
        let text = texts.entry(label.file.clone()).or_insert_with(|| visible(&label.file));
        assert!(!label.clause.is_empty() && !label.what.is_empty(), "{label:?}");
        if label.kind == Kind::Absent {
            assert!(label.text.is_empty(), "{label:?}");
        } else {
            assert_eq!(text.matches(&label.text).count(), 1, "{label:?}");
        }
    }
}

#[test]
fn every_contract_has_labels_and_every_defective_one_has_all_five_hazards() {
    let mut defects: BTreeMap<String, BTreeSet<Hazard>> = BTreeMap::new();
    for label in labels() {
        let hazards = defects.entry(label.file).or_default();
        if label.kind != Kind::Decoy && label.harms != Harms::Vendor {
            hazards.insert(label.hazard);
        }
    }
    for (file, hazards) in &defects {
        let expected = if CLEAN.contains(&file.as_str()) { 0 } else { 5 };
        assert_eq!(hazards.len(), expected, "{file}: {hazards:?}");
    }
    let mut contracts = BTreeSet::new();
    for entry in std::fs::read_dir(fixture("")).unwrap() {
        let entry = entry.unwrap();
        // Folders hold what single rules are tested on.
        if entry.file_type().unwrap().is_dir() {
            continue;
        }
        let name = entry.file_name().into_string().unwrap();
        if name != "README.md" && name != "labels.jsonl" {
            contracts.insert(name);
        }
    }
    assert_eq!(contracts, defects.into_keys().collect());
}

#[test]
fn word_contracts_are_what_the_outlines_give() {
    for (name, outline, scheme) in outlines::ALL {
        let written = word::write(outline, scheme).unwrap();
        assert!(written == word::write(outline, scheme).unwrap(), "{name} differs between runs");
        assert!(
            written == std::fs::read(fixture(name)).unwrap(),
            "{name} is stale: cargo run --example write_fixtures"
        );
    }
}

#[test]
fn word_contracts_have_automatic_numbers_and_tables() {
    for (name, ..) in outlines::ALL {
        let file = std::fs::read(fixture(name)).unwrap();
        let numbered = paragraphs(&file).iter().filter(|p| p.has_numbering).count();
        assert!(numbered > 40, "{name}: {numbered} numbered paragraphs");
        let children = read_docx(&file).unwrap().document.children;
        let tables = children.iter().filter(|child| matches!(child, DocumentChild::Table(_)));
        assert_eq!(tables.count(), 2, "{name}");
    }
}
