//! SARIF against its official schema, which `serde-sarif` ships.

use crate::sample;
use fineprint::catalogue::Catalogue;
use fineprint::check::{Review, Side, Status};
use fineprint::matching::Lang;
use fineprint::report::{Failure, Run, sarif};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

fn catalogue() -> &'static Catalogue {
    static LOADED: OnceLock<Catalogue> = OnceLock::new();
    LOADED.get_or_init(|| Catalogue::load(&[]).unwrap_or_else(|_| panic!("the rules are bad")))
}

fn written(run: &Run) -> Value {
    let mut out = Vec::new();
    sarif(run, catalogue(), &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// The official schema, from where cargo put the package that ships it.
fn schema() -> Value {
    let said = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    // Packages for other machines need not be there.
    let version = said("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let asked = ["metadata", "--format-version", "1", "--offline", "--filter-platform", host];
    let metadata = said(env!("CARGO"), &asked);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    let path = manifest.with_file_name("src").join("schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn assert_valid(logs: &[Value]) {
    let mut schema = schema();
    // The published pattern for languages has a bracket too many.
    for kind in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][kind]["properties"]["language"];
        assert_eq!(language["pattern"], "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$");
        language["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    assert_eq!(schema["title"], "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema");
    let validator = jsonschema::validator_for(&schema).unwrap();
    for log in logs {
        let errors: Vec<String> = validator
            .iter_errors(log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let mut wrong = logs[0].clone();
    wrong["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!validator.is_valid(&wrong), "the schema refuses nothing");
}

fn alone(review: Review) -> Value {
    let lang = review.languages[0];
    written(&Run { reviews: &[review], failures: &[], side: Side::Customer, lang, root: None })
}

#[test]
fn logs_in_three_languages_are_what_the_standard_asks_for() {
    let mut accepted = sample::english();
    accepted.findings[0].status = Status::Baselined;
    let failures =
        [Failure { path: "old/a scan.pdf".into(), message: "this is a PDF".into(), remedy: None }];
    let all = [accepted, sample::chinese(), sample::malay()];
    let run =
        Run { reviews: &all, failures: &failures, side: Side::Both, lang: Lang::Ms, root: None };
    let alone = [sample::english(), sample::chinese(), sample::malay()].map(alone);
    let nothing = Run { reviews: &[], ..run };
    assert_valid(&[
        alone[0].clone(),
        alone[1].clone(),
        alone[2].clone(),
        written(&run),
        written(&nothing),
    ]);
    for (mut log, name) in alone.into_iter().zip(["en", "zh", "ms"]) {
        // The rules' own pages change with the rules, the version with releases.
        let driver = &mut log["runs"][0]["tool"]["driver"];
        driver["semanticVersion"] = "…".into();
        for rule in driver["rules"].as_array_mut().unwrap() {
            rule["help"]["markdown"] = "…".into();
        }
        let log = serde_json::to_string_pretty(&log).unwrap();
        insta::assert_snapshot!(format!("sarif-{name}"), log);
    }
}

#[test]
fn a_rules_help_is_its_page() {
    let log = alone(sample::chinese());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "fees/open-ended-charges").unwrap();
    let help = rule["help"]["markdown"].as_str().unwrap();
    assert!(help.starts_with("# ") && help.contains("`fees/open-ended-charges`"), "{help}");
}

#[test]
fn offsets_and_snippets_are_the_same_words() {
    let review = sample::english();
    let text = review.documents[0].source.text.clone();
    let log = alone(review);
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let number = |key: &str| region[key].as_u64().unwrap() as usize;
        let snippet = region["snippet"]["text"].as_str().unwrap();
        let chars = text.chars().skip(number("charOffset")).take(number("charLength"));
        assert_eq!(chars.collect::<String>(), snippet);
        let start = number("byteOffset");
        assert_eq!(&text[start..start + number("byteLength")], snippet);
    }
}

#[test]
fn what_was_accepted_is_marked_as_the_standard_marks_it() {
    let mut review = sample::english();
    review.findings[0].status = Status::Baselined;
    let log = alone(review);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let of = |rule: &str| results.iter().find(|result| result["ruleId"] == rule).unwrap();
    assert_eq!(of("fees/open-ended-charges")["baselineState"], "unchanged");
    assert_eq!(of("support/no-hours")["baselineState"], "new");
    let suppression = &of("support/no-hours")["suppressions"][0];
    assert_eq!(suppression["justification"], "agreed with operations 2026-05");
    assert!(of("fees/unilateral-increase").get("suppressions").is_none());
}

#[test]
fn what_the_settings_allow_is_external() {
    let mut review = sample::english();
    let allowed = review.findings.iter_mut().find_map(|finding| finding.reason.as_mut()).unwrap();
    allowed.in_contract = false;
    let log = alone(review);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressions = results.iter().find_map(|result| result.get("suppressions")).unwrap();
    assert_eq!(suppressions[0]["kind"], "external");
    assert_valid(&[log]);
}

#[test]
fn what_went_wrong_in_a_contract_is_a_notification_at_its_place() {
    let log = alone(sample::mistaken());
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notifications = invocation["toolExecutionNotifications"].as_array().unwrap();
    let told: Vec<(&str, &str, Option<u64>)> = notifications
        .iter()
        .map(|notification| {
            let region = &notification["locations"][0]["physicalLocation"]["region"];
            let text = notification["message"]["text"].as_str().unwrap();
            (notification["level"].as_str().unwrap(), text, region["startLine"].as_u64())
        })
        .collect();
    assert_eq!(
        told,
        [("error", sample::MALFORMED, Some(1)), ("warning", sample::UNUSED, None)],
        "a mistake is told once"
    );
    assert_valid(&[alone(sample::english()), log]);
}

#[test]
fn a_word_file_is_cited_by_clause_and_not_by_bytes() {
    let log = alone(sample::chinese());
    let place = &log["runs"][0]["results"][0]["locations"][0];
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "第三条 3.2");
    let region = &place["physicalLocation"]["region"];
    assert!(region.get("byteOffset").is_none() && region.get("charOffset").is_none());
    assert!(region["snippet"]["text"].as_str().unwrap().starts_with("因甲方需求变更"));
}
