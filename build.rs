//! Prepares `rules/` for the binary, so that a start need not read YAML or
//! parse thousands of patterns:
//!
//! - `files.tsv`: a line a file, its path and what it says as JSON, without
//!   the tests, which judging does not need;
//! - `patterns.bin`: the patterns translated, and their gate (`src/matching/prepared.rs`).
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
use matching::{Gate, PartText, Writer};
use party_names::party_name_in;
use serde_yaml::Value;

#[path = "src/catalogue/classes.rs"]
#[expect(unreachable_pub, reason = "it serves the library too")]
mod classes;
#[path = "src/catalogue/party_names.rs"]
mod party_names;
#[path = "src/matching"]
#[expect(dead_code, unreachable_pub, reason = "these files serve more than translating")]
mod matching {
    mod dialect;
    mod gate;
    mod literals;
    mod plain;
    mod slot;
    mod steps;
    mod store;
    mod traditional;

    pub(crate) use dialect::{PartText, translate};
    pub(crate) use gate::Gate;
    pub(crate) use slot::slot_names;
    pub(crate) use store::Writer;
}

/// Blocks of a rule file, one a language.
const LANGUAGES: [&str; 3] = ["en", "zh", "ms"];
/// What a block proves itself with.
const TESTS: [&str; 3] = ["flags", "passes", "known-gap"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/matching");
    println!("cargo::rerun-if-changed=src/catalogue/classes.rs");
    println!("cargo::rerun-if-changed=src/catalogue/party_names.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut files = String::new();
    let mut texts = BTreeSet::new();
    let (mut names, mut not_a_party) = (Vec::new(), Vec::new());
    for path in yaml_files(Path::new("rules"))? {
        let relative = path.strip_prefix("rules")?.to_string_lossy().replace('\\', "/");
        let Ok(mut file) = serde_yaml::from_str::<Value>(&fs::read_to_string(&path)?) else {
            continue;
        };
        drop_tests(&mut file);
        strings_in_lists(&file, &mut texts);
        if relative == "vocabulary/parties.yaml" {
            names = ["customer", "vendor", "neutral"]
                .into_iter()
                .flat_map(|side| texts_of(file.get(side).and_then(|s| s.get("always").or(Some(s)))))
                .collect();
            not_a_party = texts_of(file.get("not-a-party"));
        }
        if let Ok(json) = serde_json::to_string(&file) {
            writeln!(files, "{relative}\t{json}")?;
        }
    }
    fs::write(out.join("files.tsv"), files)?;
    let classes = fs::read_to_string("rules/vocabulary/classes.yaml")?;
    let classes: Option<WordClasses> = serde_yaml::from_str(&classes).ok();
    let mut patterns = Vec::new();
    for text in texts {
        // A pattern may not name a party: the program says which, and where.
        let named = names.iter().map(String::as_str);
        if party_name_in(&text.to_lowercase(), named, not_a_party.iter()).is_none()
            && let Some(parts) = parts_of(&text, classes.as_ref())
        {
            patterns.push((text, parts));
        }
    }
    fs::write(out.join("patterns.bin"), stored(&patterns))?;
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

fn texts_of(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_sequence).into_iter().flatten();
    list.filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

/// A pattern's parts, if it is sound.
fn parts_of(text: &str, classes: Option<&WordClasses>) -> Option<Vec<PartText<'static>>> {
    matching::translate(&classes?.spell_out(text).ok()?).ok()
}

/// As `src/matching/prepared.rs` reads them back.
fn stored(patterns: &[(String, Vec<PartText>)]) -> Vec<u8> {
    let mut all = Writer::default();
    all.number(patterns.len());
    let mut literals = Vec::new();
    for (text, parts) in patterns {
        all.bytes(text.as_bytes());
        let mut own = Writer::default();
        own.parts(parts);
        all.bytes(&own.into_bytes());
        literals.push(parts.iter().flat_map(|part| &part.literals).collect());
    }
    all.gate(&Gate::new(&literals));
    all.into_bytes()
}
