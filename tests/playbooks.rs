//! Playbooks: what positions mean for a contract, and the proof of those to
//! start from.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use fineprint::catalogue::{Catalogue, Met, Severity};
use fineprint::check::{Judging, PositionLine, Review};
use fineprint::clause::NamedParties;
use fineprint::matching::Lang;
use fineprint::playbook::{Playbook, prove_playbook, starting_playbooks};
use fineprint::read::read_markdown;

/// The rules with a customer's playbook of these positions.
fn rules(positions: &str) -> Catalogue {
    let mut catalogue = Catalogue::load(&[]).unwrap();
    let text = format!("side: customer\nen: {{title: Ours}}\npositions:\n{positions}");
    Playbook::read("ours.yaml", &text, &catalogue).unwrap().enter(&mut catalogue);
    catalogue
}

/// A services agreement of these clauses, held to a playbook.
fn held_to(catalogue: &Catalogue, clauses: &str) -> Review {
    let text = format!(
        "# Services Agreement\n\nThis Agreement is made between Alder Ltd (\"Vendor\") and Birch Inc (\"Customer\").\n\n\
         1. Vendor shall provide the hosted service to Customer. Customer shall pay the fees.\n\n{clauses}\n"
    );
    let document = read_markdown("a.md", text);
    fineprint::review(catalogue, vec![document], &NamedParties::default(), Judging::default())
}

fn held(positions: &str, clauses: &str) -> Review {
    held_to(&rules(positions), clauses)
}

/// What a contract meets, and who must approve it.
fn stands(review: Review) -> Vec<(Met, String)> {
    let told = |line: PositionLine| (line.met, line.approval.unwrap_or_default());
    review.positions.into_iter().map(told).collect()
}

fn met(positions: &str, clauses: &str) -> Vec<(Met, String)> {
    stands(held(positions, clauses))
}

fn one(met: Met, approval: &str) -> Vec<(Met, String)> {
    vec![(met, approval.to_owned())]
}

const PAYMENT: &str = "\
- term: payment-days
  ideal: {at-least: 60 days}
  acceptable: {at-least: 30 days}
  walk-away: {below: 10 days}
  approvals: [{to: 20 days, by: manager}, {to: 14 days, by: finance}]
";

fn paid_in(days: &str) -> String {
    format!("2. Customer shall pay each invoice within {days} of receiving it.")
}

#[test]
fn a_figure_meets_one_of_the_positions() {
    let catalogue = rules(PAYMENT);
    for (days, expected) in [
        ("90 days", one(Met::Ideal, "")),
        ("60 days", one(Met::Ideal, "")),
        ("two months", one(Met::Ideal, "")),
        ("30 days", one(Met::Acceptable, "")),
        ("29 days", one(Met::NeedsApproval, "manager")),
        ("14 days", one(Met::NeedsApproval, "finance")),
        // Between the last who may approve and walking away nobody is named.
        ("12 days", one(Met::NeedsApproval, "")),
        ("9 days", one(Met::WalkAway, "")),
    ] {
        assert_eq!(stands(held_to(&catalogue, &paid_in(days))), expected, "{days}");
    }
}

#[test]
fn a_year_is_twelve_months() {
    let position = "- term: initial-term\n  acceptable: {at-most: 12 months}\n";
    let clause = "2. The initial term of this agreement is one year from the effective date.";
    assert_eq!(met(position, clause), one(Met::Acceptable, ""));
}

#[test]
fn a_missing_term_is_where_one_walks_away_unless_said() {
    assert_eq!(met(PAYMENT, ""), one(Met::WalkAway, ""));
    assert_eq!(met(&format!("{PAYMENT}  missing: ideal\n"), ""), one(Met::Ideal, ""));
    let elsewhere = "2. The service levels are set out in the Service Level Agreement published at example.com/sla, which is incorporated by reference.";
    let position = "- term: availability\n  acceptable: {at-least: 99.9%}\n";
    let walks = met(position, "");
    assert_eq!(walks, one(Met::WalkAway, ""));
    let text = format!("{position}elsewhere: [sla-incorporated, terms-incorporated]\n");
    assert_eq!(met(&text, elsewhere), one(Met::Elsewhere, ""));
}

#[test]
fn of_several_values_the_worst_counts_unless_each_does() {
    let clauses = "2. The Gold plan: Vendor shall make it available for at least 99.99% of each month.\n\n\
                   3. The Basic plan: Vendor shall make it available for at least 99.5% of each month.";
    let position = "- term: availability\n  acceptable: {at-least: 99.9%}\n";
    let worst = held(position, clauses).positions;
    assert_eq!(worst.len(), 1);
    assert!(worst[0].value.starts_with("99.5%"), "{}", worst[0].value);
    assert_eq!(worst[0].others, 1);
    let each = met(&format!("{position}  each: true\n"), clauses);
    assert_eq!(each, [one(Met::Acceptable, ""), one(Met::NeedsApproval, "")].concat());
}

#[test]
fn a_position_for_a_severity_is_held_to_that_alone() {
    let clauses = "2. Vendor shall respond to critical incidents within 30 minutes.\n\n\
                   3. Vendor shall respond to low incidents within 2 days.";
    let position = "- term: response-time\n  subject: critical\n  acceptable: {at-most: 1 hour}\n  walk-away: {above: 4 hours}\n";
    assert_eq!(met(position, clauses), one(Met::Acceptable, ""));
}

#[test]
fn words_and_provisions_have_positions_too() {
    let law = "- term: governing-law\n  ideal: {one-of: [Malaysia]}\n  acceptable: {one-of: [Malaysia, Singapore]}\n  approvals: [{by: legal}]\n";
    let catalogue = rules(law);
    for (place, expected) in [
        ("Malaysia", one(Met::Ideal, "")),
        ("Singapore", one(Met::Acceptable, "")),
        ("Texas", one(Met::NeedsApproval, "legal")),
    ] {
        let clause = format!("2. This Agreement is governed by the laws of {place}.");
        assert_eq!(stands(held_to(&catalogue, &clause)), expected, "{place}");
    }
    let no_favours = "- provision: most-favoured\n  acceptable: absent\n  walk-away: present\n";
    assert_eq!(met(no_favours, ""), one(Met::Acceptable, ""));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let position = "- term: set-up-fee\n  acceptable: {at-most: 'MYR 1,000'}\n  missing: ideal\n";
    let clause = "2. Customer shall pay a one-time set-up fee of USD 200.";
    assert_eq!(met(position, clause), one(Met::Unclear, ""));
}

#[test]
fn what_is_missed_is_a_finding_on_the_words() {
    let catalogue = rules(PAYMENT);
    let held = |days: &str| held_to(&catalogue, &paid_in(days));
    let review = held("20 days");
    let finding = review.findings.iter().find(|f| &*f.rule == "playbook/payment-days").unwrap();
    assert_eq!(finding.severity, Severity::Medium);
    assert_eq!(finding.primary().text, "20 days");
    assert!(finding.title.contains("manager"), "{}", finding.title);
    let review = held("5 days");
    let finding = review.findings.iter().find(|f| &*f.rule == "playbook/payment-days").unwrap();
    assert_eq!(finding.severity, Severity::High);
    let review = held("30 days");
    assert!(review.findings.iter().all(|f| &*f.rule != "playbook/payment-days"));
}

#[test]
fn a_position_takes_the_place_of_the_limits_on_its_term() {
    let renewal = "2. This Agreement renews for periods of 12 months unless either party gives notice of non-renewal at least 120 days before the end of the term.";
    let rule = "renewal/early-notice";
    let raised = |review: &Review| review.findings.iter().any(|f| &*f.rule == rule);
    assert!(raised(&held(PAYMENT, renewal)), "the limit holds where no position stands");
    let own = "- term: renewal-notice-time\n  acceptable: {at-most: 180 days}\n";
    assert!(!raised(&held(own, renewal)));
}

#[test]
fn a_finding_of_a_playbook_is_allowed_as_any_other() {
    let remark = "<!-- fineprint: allow playbook/payment-days: agreed with finance -->\n\n";
    let review = held(PAYMENT, &format!("{remark}{}", paid_in("5 days")));
    assert!(review.mistakes.is_empty());
    let finding = review.findings.iter().find(|f| &*f.rule == "playbook/payment-days").unwrap();
    assert_eq!(finding.status, fineprint::check::Status::Suppressed);
    // Without the playbook the remark is none of a rule that is unknown.
    let catalogue = Catalogue::load(&[]).unwrap();
    assert!(catalogue.has_rule("playbook/payment-days"));
    assert!(!catalogue.has_rule("playbook/payment-day"));
}

#[test]
fn starting_playbooks_speak_three_languages_and_their_wording_meets_them() {
    let all = starting_playbooks();
    assert_eq!(all.len(), 2);
    for (name, text) in all {
        let catalogue = Catalogue::load(&[]).unwrap();
        let playbook = Playbook::read(&name, text, &catalogue).unwrap();
        for lang in Lang::ALL {
            assert_eq!(playbook.about(lang).unwrap().lang, lang, "{name}");
            for position in playbook.in_words(&catalogue, lang) {
                assert!(position.fallback.is_some(), "{name} {} {lang:?}", position.name);
                assert!(position.trade.is_some(), "{name} {} {lang:?}", position.name);
            }
        }
        let proof = prove_playbook(&playbook, catalogue);
        assert!(proof.wordings > 90, "{name}: {}", proof.wordings);
        assert_eq!(proof.failures, [""; 0], "{name}");
    }
}
