//! The report as a comment under a pull request.

use crate::sample;
use fineprint::check::{Review, Side, Status};
use fineprint::matching::Lang;
use fineprint::report::{Run, markdown};

fn written(run: &Run) -> String {
    let mut out = Vec::new();
    markdown(run, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn alone(review: Review) -> String {
    let lang = review.languages[0];
    written(&Run { reviews: &[review], failures: &[], side: Side::Customer, lang, root: None })
}

#[test]
fn comments_in_three_languages() {
    insta::assert_snapshot!("markdown-en", alone(sample::english()));
    insta::assert_snapshot!("markdown-zh", alone(sample::chinese()));
    insta::assert_snapshot!("markdown-ms", alone(sample::malay()));
}

#[test]
fn what_was_accepted_is_there_with_its_reason() {
    let mut review = sample::english();
    review.findings[0].status = Status::Baselined;
    let text = alone(review);
    assert!(text.contains("<summary>1 accepted before</summary>\n\n- §3.3 Charge with no amount"));
    assert!(text.contains("`support/no-hours`: agreed with operations 2026-05"));
}

#[test]
fn what_is_to_be_known_of_a_contract_stands_in_front_of_its_findings() {
    let text = alone(sample::mistaken());
    assert!(text.contains("\n*note*: hire.md:1: malformed suppression: the reason is missing\n"));
    assert!(text.contains(&format!("\n*note*: {}\n", sample::UNUSED)), "{text}");
}

#[test]
fn a_comment_is_never_longer_than_github_takes_and_says_what_is_left_out() {
    let reviews: Vec<Review> = (0..40)
        .map(|_| {
            let mut review = sample::chinese();
            let one = review.findings[0].clone();
            review.findings.extend(std::iter::repeat_n(one, 20));
            review
        })
        .collect();
    let run =
        Run { reviews: &reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let text = written(&run);
    assert!(text.chars().count() < 65_536, "{}", text.chars().count());
    let in_full = text.matches("<details><summary>high: ").count();
    let left = text.trim_end().lines().last().unwrap();
    let left: usize = left.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(in_full + left, run.total().high);
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
}

#[test]
fn a_contract_cannot_write_markup_into_the_comment() {
    let mut review = sample::malay();
    let hostile =
        "</summary></details><img src=x onerror=alert(1)> | @everyone [a](javascript:b) `c";
    let finding = &mut review.findings[0];
    for text in [&mut finding.title, &mut finding.message, &mut finding.why] {
        *text = hostile.into();
    }
    finding.suggest = Some(hostile.into());
    finding.clause.address = hostile.into();
    finding.labels[0].text = hostile.into();
    review.documents[0].source.path = hostile.into();
    let text = alone(review);
    let live = text.replace("\\]", "");
    assert!(
        !live.contains("<img") && !live.contains("](") && !live.contains("@everyone"),
        "{text}"
    );
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
}
