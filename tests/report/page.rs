//! The terminal report: snapshots, and that it fits.

use crate::sample;
use fineprint::check::{Review, Side};
use fineprint::matching::Lang;
use fineprint::report::{Failure, Run, Style, terminal};

pub fn page(reviews: &[Review], failures: &[Failure], lang: Lang, width: usize) -> String {
    let run = Run { reviews, failures, side: Side::Customer, lang };
    let mut out = Vec::new();
    terminal(&run, &mut out, width, Style::PLAIN).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn english() {
    for width in [60, 80, 120] {
        insta::assert_snapshot!(
            format!("english-{width}"),
            page(&[sample::english()], &[], Lang::En, width)
        );
    }
}

#[test]
fn chinese() {
    for width in [60, 80, 120] {
        insta::assert_snapshot!(
            format!("chinese-{width}"),
            page(&[sample::chinese()], &[], Lang::Zh, width)
        );
    }
}

#[test]
fn malay() {
    for width in [60, 80, 120] {
        insta::assert_snapshot!(
            format!("malay-{width}"),
            page(&[sample::malay()], &[], Lang::Ms, width)
        );
    }
}
