//! Where rule files come from: the folder in the binary, and folders of the
//! user's.

use super::bundled::{self, embedded};
use super::error::YamlError;
use super::rule::Origin;
use crate::source::text_within;
use std::borrow::Cow;
use std::path::Path;

/// Largest rule file, in bytes: the YAML reader is quadratic in nesting.
const LARGEST_FILE: u64 = 1 << 20;

/// One YAML file: where it came from, what it is called, its text.
pub(super) struct RuleSource {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) text: Cow<'static, str>,
    /// What the build made of it, where it is bundled and its tests are not asked for.
    pub(super) prepared: Option<&'static str>,
}

impl RuleSource {
    /// Where what is made of it came from.
    pub(super) fn origin(&self) -> Origin {
        Origin { path: self.path.clone(), text: self.text.clone() }
    }
}

/// All rule files, by the folder they lie in.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) checks: Vec<RuleSource>,
    pub(super) provisions: Vec<RuleSource>,
    pub(super) terms: Vec<RuleSource>,
}

impl Sources {
    fn add(
        &mut self,
        path: String,
        relative: &str,
        text: Cow<'static, str>,
        prepared: Option<&'static str>,
    ) {
        let text = text.strip_prefix('\u{FEFF}').map(|text| text.to_owned().into()).unwrap_or(text);
        let stem = relative.trim_end_matches(".yaml").trim_end_matches(".yml").replace('\\', "/");
        let (list, name) = if let Some(name) = stem.strip_prefix("checks/") {
            (&mut self.checks, name)
        } else if let Some(name) = stem.strip_prefix("provisions/") {
            (&mut self.provisions, name)
        } else if let Some(name) = stem.strip_prefix("terms/") {
            (&mut self.terms, name)
        } else {
            return;
        };
        list.retain(|other| other.name != name);
        list.push(RuleSource { path, name: name.to_owned(), text, prepared });
    }
}

/// The files in the binary; with their tests only as YAML.
pub(super) fn collect_embedded(sources: &mut Sources, tests: bool) {
    for (relative, text) in bundled::files() {
        let prepared = if tests { None } else { bundled::prepared(&relative) };
        sources.add(format!("rules/{relative}"), &relative, text.into(), prepared);
    }
}

/// The files in a folder of the user's; what cannot be one is an error.
pub(super) fn collect_folder(folder: &Path, sources: &mut Sources, errors: &mut Vec<YamlError>) {
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        errors.push(YamlError::about(&shown, "", "", "there is no such folder of rules", None));
        return;
    }
    let mut found = 0;
    for entry in ignore::WalkBuilder::new(folder).standard_filters(false).build().flatten() {
        let path = entry.path();
        if !path.extension().is_some_and(|e| e == "yaml" || e == "yml") {
            continue;
        }
        let relative = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        let shown = path.display().to_string();
        match text_within(path, LARGEST_FILE) {
            Ok(text) => {
                found += 1;
                if embedded(&relative) == Some(&*text) {
                    // A copy of a bundled file, its vocabulary for one, changes nothing.
                } else if !["checks/", "provisions/", "terms/"]
                    .iter()
                    .any(|f| relative.replace('\\', "/").starts_with(f))
                {
                    let help = "put it in checks/<group>/, provisions/ or terms/ of the folder";
                    errors.push(YamlError::about(
                        &shown,
                        &text,
                        "",
                        "this file is in none of the folders rules are read from",
                        Some(help.to_owned()),
                    ));
                } else {
                    sources.add(shown, &relative, text.into(), None);
                }
            }
            Err(error) => errors.push(YamlError::about(
                &shown,
                "",
                "",
                format!("cannot be read: {error}"),
                None,
            )),
        }
    }
    if found == 0 {
        errors.push(YamlError::about(
            &shown,
            "",
            "",
            "this folder holds no rule (*.yaml in checks/<group>/, provisions/ or terms/)",
            None,
        ));
    }
}
