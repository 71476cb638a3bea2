//! The JSON schemas of rule files for editors, from the types that read them.
//!
//! What only the whole catalogue can tell, whether a name names anything, is
//! left to `fineprint rules test`.

use super::fields::{Names, PatternField, TestCase};
use super::files::{CheckFile, ProvisionFile, TermFile};
use crate::matching::{Slot, slot_names};
use clap::ValueEnum;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};
use std::borrow::Cow;

/// What a rule file can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RuleFile {
    /// A check: raises findings
    Check,
    /// A provision: a kind of operative sentence
    Provision,
    /// A key term: the quantity that stands in a provision
    Term,
}

/// The JSON schema of one kind of rule file.
pub fn rule_schema(file: RuleFile) -> Schema {
    match file {
        RuleFile::Check => schema_for!(CheckFile),
        RuleFile::Provision => schema_for!(ProvisionFile),
        RuleFile::Term => schema_for!(TermFile),
    }
}

/// Names of quantities in `has`.
pub(super) fn quantity_names(_: &mut SchemaGenerator) -> Schema {
    one_or_several(&quantities())
}

/// What the value of a key term can be.
pub(super) fn unit_names(_: &mut SchemaGenerator) -> Schema {
    let mut names = quantities();
    names.extend(["count", "ladder", "period", "words"]);
    one_or_several(&names)
}

fn quantities() -> Vec<&'static str> {
    let is_quantity = |name: &&str| {
        Slot::named(name).is_some_and(|slots| !slots.iter().any(|slot| slot.is_party()))
    };
    slot_names().filter(is_quantity).collect()
}

fn one_or_several(names: &[&str]) -> Schema {
    json_schema!({
        "anyOf": [
            { "enum": names },
            { "type": "array", "items": { "enum": names } }
        ]
    })
}

impl JsonSchema for Names {
    fn schema_name() -> Cow<'static, str> {
        "Names".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } }
            ]
        })
    }
}

impl JsonSchema for PatternField {
    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A pattern, matched on folded text: lower case, plain quotes; `~20~` is up to 20 characters, `<charge>` a class of words, `{vendor}` a party, `{money}` a quantity",
            "type": "string",
            "minLength": 1
        })
    }
}

impl JsonSchema for TestCase {
    fn schema_name() -> Cow<'static, str> {
        "Test".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let one = |key: &str, description: &str| {
            json_schema!({
                "type": "object",
                "properties": { key: { "description": description, "type": "string" } },
                "required": [key],
                "additionalProperties": false
            })
        };
        json_schema!({
            "description": "A sentence, a whole contract, or a file with one",
            "anyOf": [
                { "type": "string" },
                one("doc", "A whole contract in Markdown"),
                one("fixture", "The name of a file in the folder of fixtures")
            ]
        })
    }
}
