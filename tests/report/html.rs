//! The report as a page.

use crate::sample;
use fineprint::check::{Credit, LadderStep, Reason, Review, SheetLine, Side, Status};
use fineprint::matching::Lang;
use fineprint::report::{Failure, Run, html};
use fineprint::source::{Format, Source};
use fineprint::terms::Band;
use rust_decimal::Decimal;

/// Tags the template writes; no other comes from a contract.
const TAGS: [&str; 47] = [
    "!doctype",
    "a",
    "article",
    "b",
    "body",
    "br",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "input",
    "label",
    "legend",
    "li",
    "meta",
    "nav",
    "ol",
    "output",
    "p",
    "pre",
    "rect",
    "script",
    "section",
    "span",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

fn written(run: &Run) -> String {
    let mut out = Vec::new();
    html(run, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A page without its style and script, which are files of their own.
fn alone(review: Review) -> String {
    let lang = review.languages[0];
    let page =
        written(&Run { reviews: &[review], failures: &[], side: Side::Customer, lang, root: None });
    let without = |page: &str, tag: &str| {
        let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
        let (front, rest) = page.split_once(&start).unwrap();
        format!("{front}{start}{end}{}", rest.split_once(&end).unwrap().1)
    };
    let hash = page.split("'sha256-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
    without(&without(&page, "style"), "script")
        .replace(&hash, "…")
        .replace(&format!("fineprint {}", env!("CARGO_PKG_VERSION")), "fineprint …")
}

fn percent(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The English sample with a promise and a ladder of credits.
fn with_figures() -> Review {
    let mut review = sample::english();
    review.sheet[1].available = Some(percent("99.9"));
    let step = |upper: &str, lower: Option<&str>, credit: &str| LadderStep {
        band: Band {
            upper: Some(percent(upper)),
            lower: lower.map(percent),
            lower_inclusive: true,
            ..Band::default()
        },
        credit: Credit::Percent(percent(credit)),
        voucher: false,
        of: "the Fees of the month".into(),
        applies_to: String::new(),
    };
    review.sheet.push(SheetLine {
        term: "credit-ladder".into(),
        title: "Service credits".into(),
        clause: sample::clause("4.3", "Service levels"),
        rows: vec![step("99.9", Some("99"), "10"), step("99", None, "25")],
        ..SheetLine::default()
    });
    review
}

#[test]
fn pages_in_three_languages() {
    insta::assert_snapshot!("html-en", alone(with_figures()));
    insta::assert_snapshot!("html-zh", alone(sample::chinese()));
    insta::assert_snapshot!("html-ms", alone(sample::malay()));
}

#[test]
fn every_finding_leads_to_its_words_and_back() {
    let page = alone(sample::english());
    let targets = page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut followed = 0;
    for target in targets {
        assert_eq!(page.matches(&format!("id=\"{target}\"")).count(), 1, "{target}");
        followed += 1;
    }
    assert!(followed > 15, "{followed}");
}

#[test]
fn what_was_accepted_is_told_apart_with_its_reason() {
    let page = alone(sample::english());
    assert!(page.contains("agreed with operations 2026-05"));
    assert_eq!(
        page.matches("class=\"card ").count(),
        6,
        "only what counts stands beside its words"
    );
}

#[test]
fn a_hostile_contract_brings_no_markup_and_no_address_into_the_page() {
    let hostile = "</p></title></style><script>alert(1)</script><img src=x onerror=alert(2)> \
                   \" onmouseover=\"alert(3)\" x=' {{ 7 * 7 }} <a href=javascript:alert(4)>b</a>";
    let mut review = with_figures();
    let text = format!(
        "# {hostile}\n\n1.1 {hostile}\n\n| {hostile} | b |\n|---|---|\n| {hostile} | d |\n"
    );
    let mut plain = sample::document("a.txt", Format::Text, &text);
    plain.source = Source::new(hostile, Format::Text, plain.source.text.clone());
    let markdown = sample::document("b.md", Format::Markdown, &text);
    review.documents = vec![plain, markdown];
    for document in 0..2 {
        let mut label = sample::label(&review.documents, document, hostile);
        label.note = Some(hostile.into());
        review.findings[document].labels = vec![label.clone(), label];
    }
    review.findings.truncate(3);
    review.findings[2].status = Status::Suppressed;
    review.findings[2].reason =
        Some(Reason { text: hostile.into(), origin: hostile.into(), in_contract: false });
    for finding in &mut review.findings {
        finding.rule = format!("{hostile}/{hostile}").into();
        finding.also = vec![hostile.into()];
        for text in [&mut finding.title, &mut finding.message, &mut finding.why] {
            *text = hostile.into();
        }
        for text in [&mut finding.working, &mut finding.suggest, &mut finding.caveat] {
            *text = Some(hostile.into());
        }
        finding.clause = sample::clause(hostile, hostile);
    }
    for line in &mut review.sheet {
        for text in [&mut line.title, &mut line.value, &mut line.subject] {
            *text = hostile.into();
        }
        line.sums = vec![hostile.into()];
        line.rows.iter_mut().for_each(|row| row.of = hostile.into());
    }
    review.quiet = vec![(hostile.into(), sample::clause(hostile, hostile))];
    review.warnings = vec![hostile.into()];
    for party in [&mut review.customer, &mut review.vendor].into_iter().flatten() {
        party.name = hostile.into();
        party.evidence = hostile.into();
    }
    let failures =
        [Failure { path: hostile.into(), message: hostile.into(), remedy: Some(hostile.into()) }];
    let reviews = [review.clone(), review];
    let run = Run {
        reviews: &reviews,
        failures: &failures,
        side: Side::Both,
        lang: Lang::En,
        root: None,
    };
    let page = written(&run);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
    for tag in page.split('<').skip(1).filter(|tag| !tag.starts_with('/')) {
        let inside = tag.split('>').next().unwrap();
        let name = inside.split([' ', '\n']).next().unwrap();
        assert!(TAGS.contains(&name), "<{tag}");
        // What is between quotes is a value; what is left are names.
        for name in inside.split('"').step_by(2).flat_map(str::split_whitespace) {
            assert!(!name.starts_with("on") && !name.starts_with("src"), "<{tag}");
        }
    }
    for link in page.split("href=\"").skip(1) {
        assert!(link.starts_with('#'), "{link}");
    }
}
