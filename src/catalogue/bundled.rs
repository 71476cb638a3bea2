//! `rules/` in the binary: every file as its author wrote it, and as the build
//! prepared it.

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::LazyLock;

static RULES: Dir = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// One line a file: its path, and as JSON what it says besides its tests.
static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/files.tsv"));

static PREPARED: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| LINES.lines().filter_map(|line| line.split_once('\t')).collect());

/// A file under `rules/` in the binary.
pub(super) fn embedded(path: &str) -> Option<&'static str> {
    RULES.get_file(path)?.contents_utf8()
}

/// All files, by their paths below `rules/`.
pub(super) fn files() -> impl Iterator<Item = (String, &'static str)> {
    let mut folders = vec![&RULES];
    std::iter::from_fn(move || {
        let folder = folders.pop()?;
        folders.extend(folder.dirs());
        Some(folder)
    })
    .flat_map(Dir::files)
    .filter_map(|file| {
        Some((file.path().to_string_lossy().replace('\\', "/"), file.contents_utf8()?))
    })
}

/// The files of a folder below `rules/`, by their names without the ending, in
/// the order of these.
pub(crate) fn bundled_texts(folder: &str) -> Vec<(String, &'static str)> {
    let name = |path: &str| {
        Some(path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".yaml")?.to_owned())
    };
    let mut texts: Vec<(String, &'static str)> =
        files().filter_map(|(path, text)| Some((name(&path)?, text))).collect();
    texts.sort();
    texts
}

/// What the build made of a file, if it could.
pub(super) fn prepared(path: &str) -> Option<&'static str> {
    PREPARED.get(path).copied()
}

/// A bundled file, read.
///
/// # Errors
/// What is wrong with it, with its path.
pub(crate) fn bundled<T: DeserializeOwned>(path: &str) -> Result<T, String> {
    if let Some(file) = prepared(path).and_then(|json| serde_json::from_str(json).ok()) {
        return Ok(file);
    }
    let text = embedded(path).ok_or_else(|| format!("rules/{path} is not there"))?;
    serde_yaml::from_str(text).map_err(|error| format!("rules/{path}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Catalogue, TestCase};

    #[test]
    fn prepared_files_say_what_the_written_ones_do() {
        let mut written = Catalogue::load_with_tests(&[]).unwrap();
        let forget = |tests: [&mut Vec<TestCase>; 3]| tests.into_iter().for_each(Vec::clear);
        for text in written.rules.iter_mut().flat_map(|rule| &mut rule.texts) {
            forget([&mut text.flags, &mut text.passes, &mut text.known_gap]);
        }
        for rule in &mut written.provisions {
            let file = &mut rule.file;
            for block in [&mut file.en, &mut file.zh, &mut file.ms].into_iter().flatten() {
                forget([&mut block.flags, &mut block.passes, &mut block.known_gap]);
            }
        }
        let prepared = Catalogue::load(&[]).unwrap();
        for (prepared, written) in prepared.rules.iter().zip(&written.rules) {
            assert_eq!(format!("{prepared:?}"), format!("{written:?}"));
        }
        assert_eq!(format!("{:?}", prepared.provisions), format!("{:?}", written.provisions));
        assert_eq!(format!("{:?}", prepared.terms), format!("{:?}", written.terms));
        assert_eq!(format!("{:?}", prepared.words), format!("{:?}", written.words));
    }

    #[test]
    fn every_file_is_prepared() {
        for (path, _) in files() {
            assert!(prepared(&path).is_some(), "{path}");
        }
    }
}
