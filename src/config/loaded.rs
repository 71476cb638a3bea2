//! A settings file read: its form, the names in it, and the line of each value.

use super::file::{ConfigFile, ContractFile, SuppressionFile, Switch, Words};
use super::places;
use super::settings::{Allowed, ContractFiles, Switched};
use super::value::{Origin, Told};
use crate::catalogue::{Catalogue, Severity, YamlError, from_yaml};
use crate::playbook::is_playbook_name;
use crate::source::absolute;
use std::path::{Path, PathBuf};

/// A settings file that was read.
#[derive(Debug)]
pub struct Loaded {
    /// How messages name it.
    name: String,
    /// The folder its paths start from.
    folder: PathBuf,
    text: String,
    pub(super) file: ConfigFile,
}

impl Loaded {
    /// Reads the text of a settings file, which lies at `path`, from the root,
    /// and is called `name` in messages.
    ///
    /// # Errors
    /// The first mistake of form, at its place; else all files that are not
    /// there, each at its place.
    pub fn read(name: &str, path: &Path, text: String) -> Result<Self, Vec<YamlError>> {
        let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
        // A file of comments alone sets nothing; YAML has no empty mapping.
        let empty = text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#'));
        let file = if empty {
            ConfigFile::default()
        } else {
            from_yaml(name, &text).map_err(|error| vec![*error])?
        };
        let folder = path.parent().unwrap_or(path).to_owned();
        let loaded = Self { name: name.to_owned(), folder, text, file };
        let missing = loaded.missing_files();
        if missing.is_empty() { Ok(loaded) } else { Err(missing) }
    }

    fn missing_files(&self) -> Vec<YamlError> {
        let mut errors = Vec::new();
        let mut look = |key: &str, index: usize, path: &Path| {
            if !self.folder.join(path).is_file() {
                let shown = path.display().to_string();
                let at = places::value(&self.text, places::entry(&self.text, key, index), &shown);
                let help = "paths are relative to the folder of the settings".to_owned();
                errors.push(self.error(at, format!("there is no file {shown}"), Some(help)));
            }
        };
        if let Some(playbook) = self.file.playbook.as_ref().filter(|p| !is_playbook_name(&p.0)) {
            look("playbook", 0, Path::new(&playbook.0));
        }
        for (index, contract) in self.file.contracts.iter().enumerate() {
            contract.files.iter().for_each(|path| look("contracts", index, path));
        }
        for (index, suppression) in self.file.suppressions.iter().enumerate() {
            look("suppressions", index, &suppression.file);
        }
        errors.extend(
            self.file.contracts.iter().enumerate().filter(|(_, c)| c.files.is_empty()).map(
                |(index, _)| {
                    let at = places::entry(&self.text, "contracts", index).start;
                    self.error(at, "the contract has no files".to_owned(), None)
                },
            ),
        );
        errors
    }

    /// What is wrong with the names of rules, each at its place.
    pub fn wrong_names(&self, catalogue: &Catalogue) -> Vec<YamlError> {
        let mut errors = Vec::new();
        let rules = places::section(&self.text, "rules");
        for (name, switch) in &self.file.rules {
            let grave = !matches!(switch, Switch::On | Switch::Off);
            let rule = catalogue.has_rule(name);
            let at = places::key(&self.text, rules.clone(), name);
            let several = catalogue.has_group(name) || catalogue.has_pack(name);
            if !rule && name != "all" && !several {
                let message = format!("there is no rule, no group and no pack {name}");
                errors.push(self.error(at, message, Some(catalogue.suggestion(name))));
            } else if grave && !rule {
                let message = format!("{name} is no single rule: it can be on or off");
                let help = "a severity is given to a rule, such as fees/unused-lapses: low";
                errors.push(self.error(at, message, Some(help.to_owned())));
            }
        }
        for (index, suppression) in self.file.suppressions.iter().enumerate() {
            let name = &suppression.rule.0;
            if !catalogue.has_rule(name) {
                let entry = places::entry(&self.text, "suppressions", index);
                let at = places::value(&self.text, entry, name);
                let message = format!("there is no rule {name}");
                errors.push(self.error(at, message, Some(catalogue.suggestion(name))));
            }
        }
        errors
    }

    fn error(&self, at: usize, message: String, help: Option<String>) -> YamlError {
        YamlError::new(&self.name, &self.text, at, message, help)
    }

    fn told<T>(&self, value: T, at: usize) -> Told<T> {
        let line = places::line(&self.text, at);
        Told { value, origin: Origin::File { path: self.name.clone(), line } }
    }

    /// A value that stands at a top-level key.
    pub(super) fn at_key<T>(&self, value: Option<T>, key: &str) -> Option<Told<T>> {
        value.map(|value| self.told(value, places::section(&self.text, key).start))
    }

    /// A path of the file, from the root.
    fn path(&self, path: &Path) -> PathBuf {
        let path = self.folder.join(path);
        absolute(&path).unwrap_or(path)
    }

    pub(super) fn baseline(&self) -> Option<Told<Option<PathBuf>>> {
        let path = self.file.baseline.as_ref().map(|path| Some(self.path(path)));
        self.at_key(path, "baseline")
    }

    /// A file from the root, or a name as it is.
    pub(super) fn playbook(&self) -> Option<Told<Option<PathBuf>>> {
        let playbook = self.file.playbook.as_ref().map(|words| {
            let named = Path::new(&words.0);
            Some(if is_playbook_name(&words.0) { named.to_owned() } else { self.path(named) })
        });
        self.at_key(playbook, "playbook")
    }

    pub(super) fn rules_dirs(&self) -> Vec<Told<PathBuf>> {
        let section = places::section(&self.text, "rules-dirs");
        let told = |path: &PathBuf| {
            let shown = path.display().to_string();
            self.told(self.path(path), places::value(&self.text, section.clone(), &shown))
        };
        self.file.rules_dirs.iter().map(told).collect()
    }

    pub(super) fn rules(&self) -> Vec<Told<Switched>> {
        let section = places::section(&self.text, "rules");
        let told = |(name, switch): (&String, &Switch)| {
            let severity = match switch {
                Switch::On | Switch::Off => None,
                Switch::Critical => Some(Severity::Critical),
                Switch::High => Some(Severity::High),
                Switch::Medium => Some(Severity::Medium),
                Switch::Low => Some(Severity::Low),
            };
            let on = *switch != Switch::Off;
            let at = places::key(&self.text, section.clone(), name);
            self.told(Switched { name: name.clone(), on, severity }, at)
        };
        self.file.rules.iter().map(told).collect()
    }

    pub(super) fn contracts(&self) -> Vec<Told<ContractFiles>> {
        let name = |words: &Option<Words>| words.as_ref().map(|words| words.0.clone());
        let told = |(index, contract): (usize, &ContractFile)| {
            let files = contract.files.iter().map(|path| self.path(path)).collect();
            let value = ContractFiles {
                files,
                customer: name(&contract.customer),
                vendor: name(&contract.vendor),
            };
            self.told(value, places::entry(&self.text, "contracts", index).start)
        };
        self.file.contracts.iter().enumerate().map(told).collect()
    }

    pub(super) fn suppressions(&self) -> Vec<Told<Allowed>> {
        let told = |(index, entry): (usize, &SuppressionFile)| {
            let value = Allowed {
                rule: entry.rule.0.clone(),
                file: self.path(&entry.file),
                clause: entry.clause.as_ref().map(|address| address.0.clone()),
                reason: entry.reason.0.clone(),
            };
            self.told(value, places::entry(&self.text, "suppressions", index).start)
        };
        self.file.suppressions.iter().enumerate().map(told).collect()
    }
}
