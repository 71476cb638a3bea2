//! The settings' schema, the template and their documentation say the same.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use fineprint::catalogue::Catalogue;
use fineprint::config::{Flags, Loaded, Origin, Settings, TEMPLATE, schema};
use std::path::Path;

/// The keys at the top level of the settings.
fn keys() -> Vec<String> {
    let schema = schema();
    schema.as_value()["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_schema_in_the_documentation_is_the_one_that_is_printed() {
    let kept = include_str!("../docs/fineprint.schema.json");
    let printed = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    assert!(kept == printed, "fineprint config --schema > docs/fineprint.schema.json");
}

#[test]
fn every_setting_is_in_the_template_and_in_the_documentation() {
    let documentation = include_str!("../docs/configuration.md");
    for key in keys() {
        assert!(
            TEMPLATE.lines().any(|l| l.trim_start_matches("# ").starts_with(&format!("{key}:"))),
            "the template has no {key}"
        );
        assert!(documentation.contains(&format!("| `{key}`")), "no line on {key}");
    }
}

#[test]
fn the_template_is_valid_as_it_is_and_with_every_setting_on() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["order-form.md", "master-agreement.md", "service-levels.md"] {
        std::fs::write(folder.path().join(file), "# A contract\n").unwrap();
    }
    let path = folder.path().join("fineprint.yaml");
    let read = |text: &str| Loaded::read("fineprint.yaml", Path::new(&path), text.to_owned());
    assert!(read(TEMPLATE).is_ok());
    let setting = |line: &str| {
        let line = line.strip_prefix("# ").unwrap_or(line);
        keys().iter().any(|key| line.starts_with(&format!("{key}:"))) || line.starts_with("  ")
    };
    let all: Vec<&str> = TEMPLATE
        .lines()
        .filter(|line| setting(line))
        .map(|line| line.strip_prefix("# ").unwrap_or(line))
        .collect();
    let loaded = read(&all.join("\n")).unwrap();
    assert_eq!(loaded.wrong_names(&Catalogue::load(&[]).unwrap()).len(), 0, "rules that are none");
    let settings = Settings::new(Some(&loaded), &Flags::default());
    let told = [&settings.side.origin, &settings.baseline.origin, &settings.rules_dirs[0].origin];
    assert!(told.iter().all(|origin| matches!(origin, Origin::File { .. })), "{told:?}");
    assert_eq!((settings.rules.len(), settings.contracts[0].value.files.len()), (2, 3));
    assert_eq!(settings.suppressions[0].value.clause.as_deref(), Some("3.3"));
}

#[test]
fn a_file_of_comments_alone_sets_nothing() {
    let loaded = Loaded::read("fineprint.yaml", Path::new("/fineprint.yaml"), "# todo\n".into());
    let settings = Settings::new(Some(&loaded.unwrap()), &Flags::default());
    assert_eq!(settings.side.origin, Origin::Default);
}

#[test]
fn a_rule_that_is_switched_twice_is_an_error() {
    let text = "rules:\n  sla: off\n  sla: on\n";
    let errors = Loaded::read("fineprint.yaml", Path::new("/fineprint.yaml"), text.into());
    let said = errors.unwrap_err()[0].to_string();
    assert!(said.contains("sla is there twice"), "{said}");
}
