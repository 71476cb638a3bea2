//! `fineprint.yaml` as its author writes it: strict types, from which the
//! schema is made too.
//!
//! No `tag`, `untagged` or `flatten`: with them an error loses its place.

use super::levels::{FailOn, Language};
use crate::catalogue::Side;
use crate::clause::Stage;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// Settings of fineprint, in `fineprint.yaml` at the root of a repository or in
/// a folder below. Paths are relative to the file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(title = "fineprint.yaml")]
pub(super) struct ConfigFile {
    /// Whose eyes to read with; by default the customer's
    pub(super) side: Option<Side>,
    /// Exit with 1 from this severity on; by default high
    pub(super) fail_on: Option<FailOn>,
    /// The language of reports; by default the contract's own
    pub(super) language: Option<Language>,
    /// Whether contracts are forms to fill in or drafts; by default each tells
    pub(super) stage: Option<Stage>,
    /// The party that pays, by its name in the contracts, where they do not tell
    pub(super) customer: Option<Words>,
    /// The party that serves, by its name in the contracts, where they do not tell
    pub(super) vendor: Option<Words>,
    /// What to hold contracts to: the name of a starting playbook or a file
    pub(super) playbook: Option<Words>,
    /// Folders with rules of your own
    pub(super) rules_dirs: Vec<PathBuf>,
    /// Which checks run, and how grave their findings are: `all`, a pack (core,
    /// legal or drafting), a group such as sla, or a rule such as fees/unused-lapses. The
    /// most precise name counts
    #[serde(deserialize_with = "each_once")]
    pub(super) rules: BTreeMap<String, Switch>,
    /// Contracts that consist of several files
    pub(super) contracts: Vec<ContractFile>,
    /// Findings that are allowed, each for a reason
    pub(super) suppressions: Vec<SuppressionFile>,
    /// Findings that were accepted before: a file that --update-baseline writes
    pub(super) baseline: Option<PathBuf>,
}

/// A map whose keys stand there once: the later of two would win without a word.
fn each_once<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Switch>, D::Error> {
    struct SwitchesVisitor;
    impl<'de> Visitor<'de> for SwitchesVisitor {
        type Value = BTreeMap<String, Switch>;
        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("rules, groups and packs, each with what is done with it")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut switches = BTreeMap::new();
            while let Some((name, switch)) = map.next_entry::<String, Switch>()? {
                if switches.contains_key(&name) {
                    return Err(A::Error::custom(format!("{name} is there twice")));
                }
                switches.insert(name, switch);
            }
            Ok(switches)
        }
    }
    deserializer.deserialize_map(SwitchesVisitor)
}

/// What is done with a rule, a group or a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Switch {
    /// Run it
    On,
    /// Do not run it
    Off,
    /// Run the rule; its findings are critical
    Critical,
    /// Run the rule; its findings are high
    High,
    /// Run the rule; its findings are medium
    Medium,
    /// Run the rule; its findings are low
    Low,
}

/// A contract of several files.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ContractFile {
    /// Its files, in their order of precedence: what prevails comes first
    #[schemars(length(min = 1))]
    pub(super) files: Vec<PathBuf>,
    /// The party that pays, by its name in this contract
    #[serde(default)]
    pub(super) customer: Option<Words>,
    /// The party that serves, by its name in this contract
    #[serde(default)]
    pub(super) vendor: Option<Words>,
}

/// A finding that is allowed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SuppressionFile {
    /// The rule's id
    pub(super) rule: Words,
    /// The contract
    pub(super) file: PathBuf,
    /// The clause, as reports cite it, such as 4.2(b); without it, the whole file
    #[serde(default)]
    pub(super) clause: Option<Address>,
    /// Why, for whoever asks next year
    pub(super) reason: Words,
}

/// Words that are not blank.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
pub(super) struct Words(#[schemars(length(min = 1))] pub(super) String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordsVisitor;
        impl Visitor<'_> for WordsVisitor {
            type Value = Words;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("words")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
                let words: Vec<&str> = text.split_whitespace().collect();
                if words.is_empty() {
                    return Err(E::custom("this is blank: write what is meant"));
                }
                Ok(Words(words.join(" ")))
            }
        }
        deserializer.deserialize_str(WordsVisitor)
    }
}

/// A clause's address. In YAML `3` and `3.4` are numbers, and `3.10` would be
/// `3.1`, so it must be quoted where it looks like one.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
pub(super) struct Address(#[schemars(length(min = 1))] pub(super) String);

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AddressVisitor;
        impl Visitor<'_> for AddressVisitor {
            type Value = Address;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a clause's address in quotes, such as \"4.2\"")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Address, E> {
                match text.trim() {
                    "" => Err(E::custom("this is blank: leave the key out to mean the whole file")),
                    address => Ok(Address(address.to_owned())),
                }
            }
        }
        deserializer.deserialize_any(AddressVisitor)
    }
}

/// The JSON schema of the settings, for editors.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(ConfigFile)
}
