//! What writers of rules rely on: the schemas that editors check rule files
//! by, the rule that `rules new` writes, and the pages about all rules.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use fineprint::catalogue::{Catalogue, RuleFile, rule_schema};
use fineprint::report::rule_docs;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

fn schema(of: RuleFile) -> jsonschema::Validator {
    jsonschema::validator_for(rule_schema(of).as_value()).unwrap()
}

/// All YAML files in a folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "yaml") {
                found.push(path);
            }
        }
    }
    found
}

fn wrong(schema: &jsonschema::Validator, yaml: &str) -> Vec<String> {
    let value: Value = serde_yaml::from_str(yaml).unwrap();
    schema.iter_errors(&value).map(|e| format!("{} at {}", e, e.instance_path())).collect()
}

#[test]
fn every_bundled_file_fits_the_schema_of_its_folder() {
    let folders = [
        ("rules/checks", RuleFile::Check),
        ("rules/provisions", RuleFile::Provision),
        ("rules/terms", RuleFile::Term),
    ];
    for (folder, of) in folders {
        let schema = schema(of);
        for path in files(Path::new(folder)) {
            let wrong = wrong(&schema, &std::fs::read_to_string(&path).unwrap());
            assert!(wrong.is_empty(), "{}: {}", path.display(), wrong.join("\n"));
        }
    }
}

/// A check that fits, to break in one place at a time.
const SOUND: &str = "
harms: customer
severity: high
raise:
  - find: parrot
    has: [money]
  - limit: payment-days
    above: [{days: 60, severity: high}]
unless:
  - find: cage
    within: clause
applies: {kinds: [sla]}
since: 0.1.0
en:
  title: Parrot at large
  why: It repeats what it hears.
  message: Bring no parrot.
  words:
    parrot: ['parrots?']
    cage: ['caged']
  flags: ['[[parrot]]', {doc: '# A contract'}]
  passes: ['caged parrot']
";

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let schema = schema(RuleFile::Check);
    assert_eq!(wrong(&schema, SOUND), [""; 0]);
    for (sound, broken) in [
        ("harms: customer", "harms: cutsomer"),
        ("severity: high\nraise", "severity: grave\nraise"),
        ("severity: high\nraise", "severty: high\nraise"),
        ("since: 0.1.0", ""),
        ("since: 0.1.0", "since: 0.1.0\nsuggests-as: clause"),
        ("find: parrot\n", "finds: parrot\n"),
        ("find: parrot\n", "find: parrot\n    limit: payment-days\n"),
        ("has: [money]", "has: [monye]"),
        ("{days: 60, severity: high}", "{days: 60, hours: 3}"),
        ("{days: 60, severity: high}", "{days: sixty}"),
        ("find: cage\n    ", ""),
        ("within: clause", "within: page"),
        ("kinds: [sla]", "kinds: [slas]"),
        ("title: Parrot at large", "titel: Parrot at large"),
        ("parrot: ['parrots?']", "parrot: 'parrots?'"),
        ("{doc: '# A contract'}", "{document: '# A contract'}"),
        ("en:", "fr:"),
    ] {
        let text = SOUND.replacen(sound, broken, 1);
        assert_ne!(text, SOUND, "{sound}");
        assert!(!wrong(&schema, &text).is_empty(), "{broken}");
        // And the reader agrees.
        let folder = tempfile::tempdir().unwrap();
        let checks = folder.path().join("checks/house");
        std::fs::create_dir_all(&checks).unwrap();
        std::fs::write(checks.join("parrot.yaml"), text).unwrap();
        assert!(Catalogue::load(&[folder.path()]).is_err(), "{broken}");
    }
}

/// Every key of a schema's objects, with whether it is described.
fn keys<'v>(value: &'v Value, found: &mut BTreeMap<&'v str, bool>) {
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            Value::Object(map) => {
                for (key, property) in
                    map.get("properties").and_then(Value::as_object).into_iter().flatten()
                {
                    let described = property.get("description").is_some();
                    *found.entry(key).or_insert(true) &= described;
                }
                left.extend(map.values());
            }
            Value::Array(list) => left.extend(list),
            _ => {}
        }
    }
}

#[test]
fn an_editor_can_say_what_each_key_is_for() {
    for of in [RuleFile::Check, RuleFile::Provision, RuleFile::Term] {
        let schema = rule_schema(of);
        let mut found = BTreeMap::new();
        keys(schema.as_value(), &mut found);
        let bare: Vec<_> = found.into_iter().filter(|(_, described)| !described).collect();
        assert!(bare.is_empty(), "{of:?}: {bare:?}");
    }
}

#[test]
fn a_new_rule_fits_its_schema_and_is_proved() {
    let folder = tempfile::tempdir().unwrap();
    let fineprint = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fineprint"));
        command.args(arguments).current_dir(folder.path()).output().unwrap()
    };
    let new = ["rules", "new", "house/transfer", "--lang", "en,zh,ms"];
    assert!(fineprint(&new).status.success());
    let path = folder.path().join("house/checks/house/transfer.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(wrong(&schema(RuleFile::Check), &text), [""; 0]);
    // The schema that its first line names is there.
    let named = text.lines().next().unwrap().split_once("$schema=").unwrap().1;
    assert!(path.parent().unwrap().join(named).is_file(), "{named}");
    let proved = fineprint(&["rules", "test", "--rules", "house", "house/transfer"]);
    let said = String::from_utf8(proved.stdout).unwrap();
    assert!(proved.status.success(), "{said}");
    assert!(said.starts_with("1 rules, 9 tests in 3 language blocks"), "{said}");
    // It writes over nothing.
    std::fs::write(&path, "mine").unwrap();
    assert_eq!(fineprint(&new).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn the_pages_about_rules_are_up_to_date() {
    let catalogue = Catalogue::load_with_tests(&[]).unwrap();
    let pages = rule_docs(&catalogue);
    let folder = Path::new("docs/rules");
    let stale: Vec<&String> = pages
        .iter()
        .filter(|(name, text)| {
            std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text)
        })
        .map(|(name, _)| name)
        .collect();
    assert!(stale.is_empty(), "run `cargo run -- rules docs docs/rules`: {stale:?}");
    let all = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(all, pages.len(), "docs/rules holds pages that nobody writes");
}

#[test]
fn the_links_between_pages_lead_somewhere() {
    let catalogue = Catalogue::load_with_tests(&[]).unwrap();
    let pages: BTreeMap<String, String> = rule_docs(&catalogue).into_iter().collect();
    for (name, page) in &pages {
        for link in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let there = pages.get(file).map_or_else(
                || Path::new("docs/rules").join(file).is_file(),
                |page| anchor.is_empty() || page.contains(&format!("<a id=\"{anchor}\">")),
            );
            assert!(there, "{name}: {link}");
        }
    }
}
