//! The settings of a run: defaults, the file, the flags.

use super::file::{ConfigFile, Words};
use super::levels::{FailOn, Language};
use super::loaded::Loaded;
use super::value::{Origin, Told};
use crate::catalogue::{Catalogue, Severity, Side};
use crate::clause::Stage;
use std::path::PathBuf;

/// What the command line says.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--side`
    pub side: Option<Side>,
    /// `--fail-on`
    pub fail_on: Option<FailOn>,
    /// `--lang`
    pub language: Option<Language>,
    /// `--stage`
    pub stage: Option<Stage>,
    /// `--customer`
    pub customer: Option<String>,
    /// `--vendor`
    pub vendor: Option<String>,
    /// `--rules`, as often as it is given
    pub rules_dirs: Vec<PathBuf>,
    /// `--baseline`
    pub baseline: Option<PathBuf>,
    /// `--playbook`
    pub playbook: Option<String>,
}

/// All settings, each with its origin. Paths of the file are from the root,
/// those of flags as they were given.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whose eyes to read with.
    pub side: Told<Side>,
    /// From which severity on the run fails.
    pub fail_on: Told<FailOn>,
    /// The language of the report.
    pub language: Told<Language>,
    /// Whether contracts are forms; `None`: each tells.
    pub stage: Told<Option<Stage>>,
    /// Who pays, by name.
    pub customer: Told<Option<String>>,
    /// Who serves, by name.
    pub vendor: Told<Option<String>>,
    /// Folders of rules; those of flags come last and win.
    pub rules_dirs: Vec<Told<PathBuf>>,
    /// Rules, groups and packs that are switched.
    pub rules: Vec<Told<Switched>>,
    /// Contracts of several files.
    pub contracts: Vec<Told<ContractFiles>>,
    /// Suppressions by clause.
    pub suppressions: Vec<Told<Allowed>>,
    /// What was accepted before.
    pub baseline: Told<Option<PathBuf>>,
    /// What contracts are held to: the name of a starting playbook or a file.
    pub playbook: Told<Option<PathBuf>>,
}

/// A rule, group or pack and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switched {
    /// `all`, a pack, a group or a rule.
    pub name: String,
    /// Whether it runs.
    pub on: bool,
    /// The severity its findings are given.
    pub severity: Option<Severity>,
}

/// The files of one contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractFiles {
    /// From the root, in the order of precedence.
    pub files: Vec<PathBuf>,
    /// Who pays, by its name in this contract.
    pub customer: Option<String>,
    /// Who serves, by its name in this contract.
    pub vendor: Option<String>,
}

/// A finding that the settings allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The rule's id.
    pub rule: String,
    /// The contract's file, from the root.
    pub file: PathBuf,
    /// The clause; `None`: the whole file.
    pub clause: Option<String>,
    /// Why.
    pub reason: String,
}

impl Settings {
    /// Flags over a file over defaults.
    pub fn new(loaded: Option<&Loaded>, flags: &Flags) -> Self {
        let name = |words: &Option<Words>| words.as_ref().map(|words| Some(words.0.clone()));
        let mut rules_dirs = loaded.map_or_else(Vec::new, Loaded::rules_dirs);
        let dirs = flags.rules_dirs.iter().cloned();
        rules_dirs.extend(dirs.map(|value| Told { value, origin: Origin::Flag("--rules") }));
        Self {
            side: Told::first(
                flags.side,
                "--side",
                said(loaded, "side", |file| file.side),
                Side::Customer,
            ),
            fail_on: Told::first(
                flags.fail_on,
                "--fail-on",
                said(loaded, "fail-on", |file| file.fail_on),
                FailOn::High,
            ),
            language: Told::first(
                flags.language,
                "--lang",
                said(loaded, "language", |file| file.language),
                Language::Auto,
            ),
            stage: Told::first(
                flags.stage.map(Some),
                "--stage",
                said(loaded, "stage", |file| file.stage.map(Some)),
                None,
            ),
            customer: Told::first(
                flags.customer.clone().map(Some),
                "--customer",
                said(loaded, "customer", |file| name(&file.customer)),
                None,
            ),
            vendor: Told::first(
                flags.vendor.clone().map(Some),
                "--vendor",
                said(loaded, "vendor", |file| name(&file.vendor)),
                None,
            ),
            baseline: Told::first(
                flags.baseline.clone().map(Some),
                "--baseline",
                loaded.and_then(Loaded::baseline),
                None,
            ),
            playbook: Told::first(
                flags.playbook.as_ref().map(|name| Some(PathBuf::from(name))),
                "--playbook",
                loaded.and_then(Loaded::playbook),
                None,
            ),
            rules_dirs,
            rules: loaded.map_or_else(Vec::new, Loaded::rules),
            contracts: loaded.map_or_else(Vec::new, Loaded::contracts),
            suppressions: loaded.map_or_else(Vec::new, Loaded::suppressions),
        }
    }

    /// Runs the rules that are asked for, as grave as they are said to be: the
    /// most precise name counts, wherever it stands.
    pub fn select(&self, catalogue: &mut Catalogue) {
        let precision = |switched: &Switched| match switched.name.as_str() {
            "all" => 0,
            name if catalogue.has_pack(name) => 1,
            name if catalogue.has_rule(name) => 3,
            _ => 2,
        };
        let mut switched: Vec<(u8, &Switched)> =
            self.rules.iter().map(|told| (precision(&told.value), &told.value)).collect();
        switched.sort_by_key(|(precision, _)| *precision);
        for (precision, switched) in switched {
            match switched.severity {
                _ if precision == 0 => catalogue.turn_all(switched.on),
                Some(severity) => catalogue.set_severity(&switched.name, severity),
                None => catalogue.turn(&switched.name, switched.on),
            }
        }
    }
}

/// What the file says of a value, with the line of its key.
fn said<T>(
    loaded: Option<&Loaded>,
    key: &str,
    value: impl Fn(&ConfigFile) -> Option<T>,
) -> Option<Told<T>> {
    let loaded = loaded?;
    loaded.at_key(value(&loaded.file), key)
}
