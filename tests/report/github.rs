//! GitHub's annotations.

use crate::sample;
use fineprint::check::{Review, Severity, Side};
use fineprint::matching::Lang;
use fineprint::report::{Failure, Run, github};

fn written(run: &Run) -> String {
    let mut out = Vec::new();
    github(run, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn alone(review: Review) -> String {
    let lang = review.languages[0];
    written(&Run { reviews: &[review], failures: &[], side: Side::Customer, lang, root: None })
}

#[test]
fn annotations_in_three_languages() {
    insta::assert_snapshot!("github-en", alone(sample::english()));
    insta::assert_snapshot!("github-zh", alone(sample::chinese()));
    insta::assert_snapshot!("github-ms", alone(sample::malay()));
}

#[test]
fn beyond_githubs_limits_the_gravest_are_kept_and_the_rest_is_counted() {
    let mut review = sample::malay();
    let one = review.findings.remove(0);
    for (severity, count) in [(Severity::Low, 11), (Severity::Medium, 12), (Severity::High, 14)] {
        for _ in 0..count {
            review.findings.push(one.clone());
            review.findings.last_mut().unwrap().severity = severity;
        }
    }
    review.findings.push(one);
    review.findings.last_mut().unwrap().severity = Severity::Critical;
    let text = alone(review);
    let count = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!([count("::error "), count("::warning "), count("::notice ")], [10, 10, 10]);
    assert!(text.lines().next().unwrap().contains("title=kritikal"));
    assert!(text.lines().last().unwrap().contains("::9 penemuan lagi"), "{text}");
}

#[test]
fn nothing_in_a_contract_or_a_path_becomes_a_command() {
    let mut review = sample::malay();
    let finding = &mut review.findings[0];
    finding.title = "a,line=1::b\n::error::c".into();
    finding.message = "100%\r\n::add-mask::secret".into();
    review.documents[0].source.path = "x,y:z\n::stop-commands::t.txt".into();
    let failures =
        [Failure { path: "a\n::error::b".into(), message: "c\n::error::d".into(), remedy: None }];
    let run = Run {
        reviews: &[review],
        failures: &failures,
        side: Side::Customer,
        lang: Lang::En,
        root: None,
    };
    let text = written(&run);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("::error file=a%0A%3A%3Aerror%3A%3Ab,title=fineprint::c"));
    assert!(lines[1].starts_with("::warning file=x%2Cy%3Az%0A%3A%3Astop"));
    assert!(lines[1].contains("title=medium%3A a%2Cline=1%3A%3Ab %3A%3Aerror%3A%3Ac"));
    assert!(lines[1].contains("::100%25"));
}

#[test]
fn what_went_wrong_in_a_contract_is_told_at_its_place_and_once() {
    let text = alone(sample::mistaken());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("::error file=hire.md,line=1,endLine=1,col=1,"), "{text}");
    assert!(lines[0].ends_with(&format!("::{}%0Awrite a reason", sample::MALFORMED)), "{text}");
    assert_eq!(lines[1], format!("::warning file=hire.md,title=fineprint::{}", sample::UNUSED));
}
