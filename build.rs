//! Prepares `rules/` for the binary, so that a start need not read YAML or
//! parse thousands of patterns:
//!
//! - `files.tsv`: a line a file, its path and what it says as JSON, without
//!   the tests, which judging does not need;
//! - `patterns.tsv`: a line a pattern, translated (`src/matching/prepared.rs`).
//!
//! The YAML itself is in the binary too. What cannot be prepared is left out
//! here and read from there, which shows any mistake at its place in the file.

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use classes::WordClasses;
use serde_yaml::Value;

#[path = "src/catalogue/classes.rs"]
#[expect(unreachable_pub, reason = "it serves the library too")]
mod classes;
#[path = "src/matching"]
#[expect(dead_code, unreachable_pub, reason = "these files serve more than translating")]
mod matching {
    pub(crate) mod dialect;
    mod literals;
    mod plain;
    pub(crate) mod slot;
    mod traditional;
}

/// Blocks of a rule file, one a language.
const LANGUAGES: [&str; 3] = ["en", "zh", "ms"];
/// What a block proves itself with.
const TESTS: [&str; 3] = ["flags", "passes", "known-gap"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/matching");
    println!("cargo::rerun-if-changed=src/catalogue/classes.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut files = String::new();
    let mut texts = BTreeSet::new();
    let mut names = Vec::new();
    for path in yaml_files(Path::new("rules"))? {
        let relative = path.strip_prefix("rules")?.to_string_lossy().replace('\\', "/");
        let Ok(mut file) = serde_yaml::from_str::<Value>(&fs::read_to_string(&path)?) else {
            continue;
        };
        drop_tests(&mut file);
        strings_in_lists(&file, &mut texts);
        if relative == "vocabulary/parties.yaml" {
            names = party_names(&file);
        }
        if let Ok(json) = serde_json::to_string(&file) {
            writeln!(files, "{relative}\t{json}")?;
        }
    }
    fs::write(out.join("files.tsv"), files)?;
    let classes = fs::read_to_string("rules/vocabulary/classes.yaml")?;
    let classes: Option<WordClasses> = serde_yaml::from_str(&classes).ok();
    let mut patterns = String::new();
    for text in texts {
        // A pattern may not name a party: the program looks closer, and explains.
        let mut plain = text.to_lowercase();
        for slot in matching::slot::slot_names() {
            plain = plain.replace(&format!("{{{slot}}}"), "");
        }
        if !names.iter().any(|name| plain.contains(name))
            && let Some(line) = line_of(&text, classes.as_ref())
        {
            writeln!(patterns, "{line}")?;
        }
    }
    fs::write(out.join("patterns.tsv"), patterns)?;
    Ok(())
}

fn yaml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn drop_tests(file: &mut Value) {
    for language in LANGUAGES {
        if let Some(block) = file.get_mut(language).and_then(Value::as_mapping_mut) {
            for key in TESTS {
                block.remove(key);
            }
        }
    }
}

/// Every text of a list: all patterns, and some that are none and never asked for.
fn strings_in_lists(file: &Value, texts: &mut BTreeSet<String>) {
    let mut open = vec![file];
    while let Some(value) = open.pop() {
        match value {
            Value::Mapping(mapping) => open.extend(mapping.values()),
            Value::Sequence(list) => {
                texts.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                open.extend(list);
            }
            _ => {}
        }
    }
}

/// Words that always name a party.
fn party_names(file: &Value) -> Vec<String> {
    [file.get("customer"), file.get("vendor"), file.get("neutral")]
        .into_iter()
        .flatten()
        .flat_map(|list| list.get("always").unwrap_or(list).as_sequence())
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

/// A pattern's line, if it is sound.
fn line_of(text: &str, classes: Option<&WordClasses>) -> Option<String> {
    let mut fields = vec![text.to_owned()];
    let spelt = classes?.spell_out(text).ok()?;
    for part in matching::dialect::translate(&spelt).ok()? {
        fields.extend([part.gap.to_string(), part.expression]);
        fields.push(part.literals.len().to_string());
        for set in part.literals {
            fields.push(set.len().to_string());
            fields.extend(set);
        }
    }
    let plain = fields.iter().all(|field| !field.contains(char::is_control));
    plain.then(|| fields.join("\t"))
}
