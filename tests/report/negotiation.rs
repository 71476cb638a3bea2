//! The negotiation list, as it is taken to the table.

use crate::sample;
use fineprint::check::{Met, PositionLine, Review, Side};
use fineprint::report::{Run, negotiation_html, negotiation_markdown};
use std::io::{self, Write};

fn written(review: &Review, list: fn(&Run, &mut dyn Write) -> io::Result<()>) -> String {
    let reviews = std::slice::from_ref(review);
    let lang = review.languages[0];
    let run = Run { reviews, failures: &[], side: Side::Customer, lang, root: None };
    let mut out = Vec::new();
    list(&run, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A position that the contract's first words meet.
fn position(review: &Review, met: Met) -> PositionLine {
    let label = review.findings[0].primary().clone();
    PositionLine {
        order: 0,
        rule: review.findings[0].rule.clone(),
        title: "Time for payment".into(),
        subject: String::new(),
        value: "30 days".into(),
        words: false,
        met,
        approval: None,
        ideal: Some("at least 60 days".into()),
        acceptable: "at least 30 days".into(),
        walk_away: None,
        ask: Some("pay within 60 days".into()),
        fallback: Some("pay within 30 days".into()),
        least: Some("pay within 14 days".into()),
        least_by: Some("finance".into()),
        trade: Some("a discount".into()),
        note: Some("cash is short".into()),
        others: 0,
        clause: review.findings[0].clause.clone(),
        label: Some(label),
    }
}

#[test]
fn a_position_that_is_missed_has_its_fallbacks_and_trade_beside_it() {
    let mut review = sample::english();
    review.positions = vec![position(&review, Met::WalkAway)];
    let list = written(&review, negotiation_markdown);
    for line in [
        "    - Fall back to: pay within 30 days\n",
        "    - At the least, with approval (finance): pay within 14 days\n",
        "    - In return: a discount\n",
        "    - Why: cash is short\n",
    ] {
        assert_eq!(list.matches(line).count(), 1, "{line}{list}");
    }
}

#[test]
fn what_is_acceptable_and_could_be_better_is_nice_to_have() {
    let mut review = sample::english();
    let line = position(&review, Met::Acceptable);
    review.findings.clear();
    review.positions = vec![line];
    let list = written(&review, negotiation_markdown);
    assert!(list.contains("## Nice to have (1)"), "{list}");
    assert!(list.contains("Ask for: pay within 60 days"), "{list}");
    review.positions[0].met = Met::Ideal;
    let list = written(&review, negotiation_markdown);
    assert!(list.contains("Nothing to negotiate"), "{list}");
}

#[test]
fn what_several_clauses_say_in_the_same_words_is_asked_once() {
    let mut review = sample::english();
    let mut again = review.findings[0].clone();
    again.clause.address = "9.9".into();
    review.findings.push(again);
    let title = format!("{}, §9.9 {}", "§3.3", review.findings[0].title);
    assert!(written(&review, negotiation_markdown).contains(&title));
}

#[test]
fn a_contract_cannot_put_markup_into_the_page() {
    let mut review = sample::english();
    review.findings[0].message = "<script>alert(1)</script>".into();
    let page = written(&review, negotiation_html);
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("alert(1)"));
}
