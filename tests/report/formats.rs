//! The JSON report, whole and line by line.

use crate::sample;
use fineprint::check::{Severity, Side};
use fineprint::matching::Lang;
use fineprint::report::{Failure, Run, json, json_lines};
use serde_json::Value;

fn written(run: &Run) -> String {
    let mut out = Vec::new();
    json(run, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_whole_report_of_a_small_contract() {
    let failures = [Failure {
        path: "scan.pdf".into(),
        message: "this is a PDF".into(),
        remedy: Some("Ask for the Word file.".into()),
    }];
    let reviews = [sample::malay()];
    let run = Run {
        reviews: &reviews,
        failures: &failures,
        side: Side::Customer,
        lang: Lang::En,
        root: None,
    };
    insta::assert_snapshot!("json", written(&run));
}

#[test]
fn labels_hold_exactly_the_words_at_their_place() {
    let reviews = [sample::english(), sample::chinese()];
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Both, lang: Lang::En, root: None };
    let report: Value = serde_json::from_str(&written(&run)).unwrap();
    let mut seen = 0;
    for (document, review) in report["documents"].as_array().unwrap().iter().zip(&reviews) {
        let text = &review.documents[0].source.text;
        let findings = document["findings"].as_array().unwrap();
        for label in findings.iter().flat_map(|f| f["labels"].as_array().unwrap()) {
            let [start, end, line, column] =
                ["start", "end", "line", "column"].map(|key| label[key].as_u64().unwrap() as usize);
            assert_eq!(label["text"], text[start..end]);
            let on_line: String =
                text.lines().nth(line - 1).unwrap().chars().skip(column - 1).collect();
            assert!(on_line.starts_with(text[start..end].lines().next().unwrap()));
            seen += 1;
        }
    }
    assert_eq!(seen, 12);
}

#[test]
fn the_same_contracts_give_the_same_bytes() {
    let first = [sample::english(), sample::chinese()];
    let again = [sample::english(), sample::chinese()];
    let run = |reviews| {
        written(&Run { reviews, failures: &[], side: Side::Customer, lang: Lang::Zh, root: None })
    };
    assert_eq!(run(&first), run(&again));
}

#[test]
fn what_is_allowed_stays_with_its_reason_and_the_other_side_is_counted() {
    let reviews = [sample::english()];
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let report: Value = serde_json::from_str(&written(&run)).unwrap();
    let findings = report["documents"][0]["findings"].as_array().unwrap();
    let allowed = findings.iter().find(|f| f["rule"] == "support/no-hours").unwrap();
    assert_eq!(allowed["status"], "suppressed");
    assert_eq!(allowed["reason"], "agreed with operations 2026-05");
    assert!(findings.iter().all(|f| f["side"] != "vendor"));
    let summary: Vec<u64> = ["critical", "high", "medium", "low", "suppressed", "other_side"]
        .iter()
        .map(|key| report["summary"][key].as_u64().unwrap())
        .collect();
    assert_eq!(summary, [1, 3, 2, 0, 1, 1]);
    assert_eq!(run.total().gravest(), Some(Severity::Critical));
}

#[test]
fn a_contract_in_several_files_gives_each_its_findings() {
    let mut review = sample::english();
    let other = sample::chinese();
    review.documents.extend(other.documents);
    for mut finding in other.findings {
        finding.labels.iter_mut().for_each(|label| label.document += 1);
        review.findings.push(finding);
    }
    let reviews = [review];
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let report: Value = serde_json::from_str(&written(&run)).unwrap();
    let documents = report["documents"].as_array().unwrap();
    let counts: Vec<usize> =
        documents.iter().map(|d| d["findings"].as_array().unwrap().len()).collect();
    assert_eq!(counts, [7, 2]);
    assert!(documents.iter().all(|d| d["contract"] == 1));
    assert_eq!(documents[1]["findings"][0]["labels"][0]["path"], "合同/云平台技术服务合同.docx");
    assert_eq!(documents[1]["terms"].as_array().unwrap().len(), 0);
}

#[test]
fn a_line_is_a_finding_with_the_fields_of_the_report() {
    let reviews = [sample::english(), sample::chinese(), sample::malay()];
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let mut out = Vec::new();
    json_lines(&run, &mut out).unwrap();
    let lines: Vec<Value> = String::from_utf8(out)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let report: Value = serde_json::from_str(&written(&run)).unwrap();
    let whole = report["documents"].as_array().unwrap().iter().flat_map(|document| {
        let findings = document["findings"].as_array().unwrap().iter();
        findings.map(|finding| (&document["path"], &document["contract"], finding))
    });
    let findings = lines.iter().filter(|line| line["schema"] == "fineprint.finding/1");
    assert_eq!(findings.clone().count(), 10);
    let last = lines.last().unwrap().as_object().unwrap();
    assert_eq!((&last["schema"], &last["contracts"]), (&"fineprint.summary/1".into(), &3.into()));
    for (count, value) in report["summary"].as_object().unwrap() {
        assert_eq!(&last[count], value, "{count}");
    }
    for (line, (path, contract, finding)) in findings.zip(whole) {
        let mut line = line.as_object().unwrap().clone();
        assert_eq!(line.remove("schema").unwrap(), "fineprint.finding/1");
        assert_eq!(
            (&line.remove("path").unwrap(), &line.remove("contract").unwrap()),
            (path, contract)
        );
        assert_eq!(&Value::Object(line), finding);
    }
}

#[test]
fn lines_in_three_languages() {
    let reviews = [("en", sample::english()), ("zh", sample::chinese()), ("ms", sample::malay())];
    for (name, review) in reviews {
        let lang = review.languages[0];
        let run = Run { reviews: &[review], failures: &[], side: Side::Customer, lang, root: None };
        let mut out = Vec::new();
        json_lines(&run, &mut out).unwrap();
        insta::assert_snapshot!(format!("lines-{name}"), String::from_utf8(out).unwrap());
    }
}
