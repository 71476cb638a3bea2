//! The terminal report: what it looks like, and that it fits the terminal.

use crate::sample;
use fineprint::check::{Label, Review, Severity, Side};
use fineprint::clause::Kind;
use fineprint::matching::Lang;
use fineprint::report::{Failure, Run, Style, terminal};
use fineprint::source::{Format, Span};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

const ESCAPE: char = '\u{1b}';

fn drawn(run: &Run, width: usize, style: Style) -> String {
    let mut out = Vec::new();
    terminal(run, &mut out, width, style).unwrap();
    String::from_utf8(out).unwrap()
}

fn page(reviews: &[Review], lang: Lang, width: usize) -> String {
    let run = Run { reviews, failures: &[], side: Side::Customer, lang, root: None };
    let page = drawn(&run, width, Style::PLAIN);
    assert_fits(&page, width);
    page
}

fn assert_fits(page: &str, width: usize) {
    for line in page.lines() {
        assert!(line.width() <= width, "wider than {width}: {line}");
    }
}

fn unread() -> Failure {
    Failure {
        path: "old/scan.pdf".into(),
        message: "this is a PDF, which holds pictures of pages and not a contract's text".into(),
        remedy: Some("Ask for the Word file.".into()),
    }
}

#[test]
fn english_at_three_widths() {
    for width in [60, 80, 120] {
        let page = page(&[sample::english()], Lang::En, width);
        insta::assert_snapshot!(format!("english-{width}"), page);
    }
}

#[test]
fn chinese_at_three_widths() {
    for width in [60, 80, 120] {
        let page = page(&[sample::chinese()], Lang::Zh, width);
        insta::assert_snapshot!(format!("chinese-{width}"), page);
    }
}

#[test]
fn malay_at_three_widths() {
    for width in [60, 80, 120] {
        let page = page(&[sample::malay()], Lang::Ms, width);
        insta::assert_snapshot!(format!("malay-{width}"), page);
    }
}

#[test]
fn several_contracts_end_with_a_total() {
    let reviews = [sample::english(), sample::chinese(), sample::malay()];
    let failures = [unread()];
    let run = Run {
        reviews: &reviews,
        failures: &failures,
        side: Side::Customer,
        lang: Lang::En,
        root: None,
    };
    let page = drawn(&run, 80, Style::PLAIN);
    assert_fits(&page, 80);
    assert!(page.starts_with("not read\n  old/scan.pdf: this is a PDF"));
    let total = page.rfind("──\n").unwrap();
    insta::assert_snapshot!("total", &page[total + "──\n".len()..]);
}

#[test]
fn colours_and_ascii() {
    let reviews = [sample::malay()];
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let style = Style { colour: true, ascii: true };
    let page = drawn(&run, 80, style);
    assert!(page.is_ascii());
    insta::assert_snapshot!("ascii-colour", page.replace('\u{1b}', "ESC"));
}

#[test]
fn the_other_side_is_listed_only_when_asked_for() {
    let reviews = [sample::english()];
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let customer = drawn(&run, 80, Style::PLAIN);
    assert!(!customer.contains("Long payment term"));
    assert!(customer.contains("1 favours you; expect push-back"));
    let both = drawn(&Run { side: Side::Both, ..run }, 80, Style::PLAIN);
    assert!(both.contains("Long payment term"));
    assert!(!both.contains("favours you"));
    let vendor = drawn(&Run { side: Side::Vendor, ..run }, 80, Style::PLAIN);
    assert!(vendor.contains("Long payment term") && !vendor.contains("without limit"));
    assert!(vendor.contains("6 favour you; expect push-back"));
}

#[test]
fn what_is_allowed_is_only_counted() {
    let page = page(&[sample::english()], Lang::En, 80);
    assert!(!page.contains("Support without hours"));
    assert!(page.contains("1 suppressed"));
}

#[test]
fn the_summary_takes_24_lines_however_much_there_is() {
    let mut review = sample::english();
    for _ in 0..6 {
        review.findings.extend(review.findings.clone());
        review.sheet.extend(review.sheet.clone());
        review.quiet.extend(review.quiet.clone());
    }
    review.findings.iter_mut().for_each(|finding| finding.missing = true);
    for party in [&mut review.customer, &mut review.vendor] {
        party.as_mut().unwrap().name = "A Company With a Name Nobody Can Remember ".repeat(9);
    }
    review.documents[0].source.path = "a/long/way/down/".repeat(20);
    let failures = vec![unread(); 100];
    let many = vec![sample::english(); 30];
    for (reviews, lang) in [(vec![review], Lang::En), (many, Lang::Ms)] {
        let run =
            Run { reviews: &reviews, failures: &failures, side: Side::Customer, lang, root: None };
        for width in [40, 60, 80, 120] {
            let page = drawn(&run, width, Style::PLAIN);
            assert_fits(&page, width);
            let lines: Vec<&str> = page.lines().collect();
            let start = lines.iter().rposition(|line| line.starts_with("──")).unwrap();
            assert!((10..=24).contains(&(lines.len() - start)), "{}", lines[start..].join("\n"));
        }
    }
}

#[test]
fn nothing_raised_is_said() {
    let mut review = sample::malay();
    review.findings.clear();
    assert!(page(&[review], Lang::En, 80).contains("findings    nothing raised"));
}

#[test]
fn five_megabytes_with_thousands_of_findings() {
    let mut review = sample::english();
    let paragraph = format!("{}\n\n", review.documents[0].source.text);
    let text = paragraph.repeat(5_000_000 / paragraph.len());
    let words = "Additional charges may apply";
    let one = review.findings[0].clone();
    let at = text.match_indices(words).map(|(start, _)| {
        let span = Span::new(start, start + words.len());
        let mut finding = one.clone();
        finding.labels[0] = Label { span, ..one.labels[0].clone() };
        finding
    });
    review.findings = at.collect();
    review.documents = vec![sample::document("big.md", Format::Markdown, &text)];
    let count = review.findings.len();
    let page = page(&[review], Lang::En, 80);
    assert_eq!(page.matches("Foo Inc may charge this").count(), count);
}

/// Words of contracts, with what is hard to draw among them.
fn paragraph() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,12} ",
        3 => "[\u{4e00}-\u{4e80}]{1,12}",
        1 => "[，。；：（）“”、]",
        1 => "[\t \n]{1,4}",
        1 => "[😀🎉👩‍💻é́ไทยعـ✓⚠️]{1,6}",
        1 => "[a-zA-Z0-9/:.]{30,200}",
        1 => "[\u{0}-\u{4ff}\u{5d0}-\u{7ff}\u{2000}-\u{206f}]{1,20}",
    ];
    proptest::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

fn visible(page: &str) -> String {
    page.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_fits_and_shows_its_words(
        before in paragraph(), words in "[a-z ]{1,8}[a-z]|[\u{4e00}-\u{4e80}]{1,8}", after in paragraph(),
        message in paragraph(), width in 40_usize..130,
    ) {
        let text = format!("{before}{words}{after}");
        let span = Span::new(before.len(), before.len() + words.len());
        let label = Label { document: 0, span, text: words.clone(), primary: true, note: None, address: String::new() };
        let documents = vec![sample::document("a.md", Format::Markdown, &text)];
        let mut finding = sample::finding(
            "vague/anything", Severity::High, ["Title", &message, &after],
            sample::clause(&before, ""), label,
        );
        finding.suggest = Some(before.clone());
        finding.labels.push(Label { note: Some(after.clone()), ..finding.labels[0].clone() });
        let mut review = sample::review(documents, &[Lang::En], Kind::Sla, [(&before, "1"), (&after, "")]);
        review.findings = vec![finding];
        review.quiet = vec![(after, sample::clause(&before, ""))];
        let page = page(&[review], Lang::Zh, width);
        prop_assert!(!page.contains(ESCAPE));
        prop_assert!(visible(&page).contains(&visible(&words)));
        prop_assert!(visible(&page).contains("Title"));
    }

    #[test]
    fn any_span_of_any_text_is_drawn(
        text in paragraph(), from in 0.0..1.0_f64, long in 0.0..1.0_f64, width in 40_usize..130,
    ) {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = (from * (ends.len() - 1) as f64) as usize;
        let end = start + (long * (ends.len() - start) as f64) as usize;
        let span = Span::new(ends[start], ends[end.min(ends.len() - 1)]);
        let label = Label { document: 0, span, text: String::new(), primary: true, note: None, address: String::new() };
        let documents = vec![sample::document("a.docx", Format::Word, &text)];
        let mut review = sample::review(documents, &[], Kind::Other, [("", ""), ("", "")]);
        review.findings = vec![sample::finding(
            "vague/anything", Severity::Low, ["Title", "the message", ""], sample::clause("3", ""), label,
        )];
        let page = page(&[review], Lang::Ms, width);
        prop_assert!(page.contains("the message"));
        prop_assert!(page.contains('┬') || page.contains("──\n") );
    }
}
