//! A folder of labelled contracts: `labels.jsonl`, a label a line, and the
//! contracts beside it or in `contracts/`.

use fineprint::read::{Document, WordOptions, read};
use serde::de::DeserializeOwned;
use std::error::Error;
use std::path::Path;

/// What goes wrong, for whoever is told.
pub(crate) type Failed = Box<dyn Error + Send + Sync>;

/// Every label of a folder.
pub(crate) fn labels<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>, Failed> {
    let path = folder.join("labels.jsonl");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let label = |(line, text): (usize, &str)| {
        serde_json::from_str(text)
            .map_err(|error| format!("{}, line {}: {error}", path.display(), line + 1).into())
    };
    text.lines().enumerate().map(label).collect()
}

/// Whether the labels name categories of provisions, not defects.
#[allow(dead_code, reason = "the tests of findings know what their labels are")]
pub(crate) fn of_provisions(folder: &Path) -> Result<bool, Failed> {
    let labels: Vec<serde_json::Value> = labels(folder)?;
    Ok(labels.first().is_some_and(|label| label.get("category").is_some()))
}

/// A contract of a folder.
pub(crate) fn contract(folder: &Path, name: &str) -> Result<Document, Failed> {
    let apart = folder.join("contracts").join(name);
    let path = if apart.is_file() { apart } else { folder.join(name) };
    let shown = path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| format!("{shown}: {error}"))?;
    Ok(read(&shown, &bytes, None, &WordOptions::default())?)
}
