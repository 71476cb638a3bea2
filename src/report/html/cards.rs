//! A finding as the page shows it.

use crate::check::{Finding, Review, Severity, Status};
use crate::report::Run;
use crate::report::headline::cited;
use crate::report::phrases::Phrases;
use crate::source::Span;

/// A finding beside its words.
pub(super) struct Card {
    /// Its place on the page.
    pub(super) id: String,
    /// The place of its words.
    pub(super) words: String,
    pub(super) severity: Severity,
    /// The severity as the page's style names it, and as its reader does.
    pub(super) class: &'static str,
    pub(super) word: String,
    pub(super) group: String,
    pub(super) missing: bool,
    pub(super) title: String,
    pub(super) clause: String,
    pub(super) rule: String,
    pub(super) message: String,
    pub(super) working: Option<String>,
    pub(super) caveat: Option<String>,
    pub(super) why: String,
    pub(super) suggest: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) also: String,
    pub(super) labels: Vec<CardLabel>,
    /// What is said of further places.
    pub(super) notes: Vec<String>,
}

/// Words of a finding.
pub(super) struct CardLabel {
    pub(super) document: usize,
    pub(super) span: Span,
    pub(super) primary: bool,
}

/// The findings of a contract with one status, in clause order; `contract` is
/// its number, and names differ from those of other contracts.
pub(super) fn cards(
    run: &Run,
    p: &Phrases,
    review: &Review,
    status: Status,
    contract: usize,
) -> Vec<Card> {
    let findings = run.concerned(review).filter(|finding| finding.status == status);
    findings.enumerate().map(|(index, finding)| card(p, finding, contract, index + 1)).collect()
}

fn card(p: &Phrases, finding: &Finding, contract: usize, number: usize) -> Card {
    let clean = super::cleaned;
    let labels = finding.labels.iter().enumerate().map(|(index, label)| CardLabel {
        document: label.document,
        span: label.span,
        primary: index == 0,
    });
    Card {
        id: format!("f{contract}-{number}"),
        words: format!("w{contract}-{number}"),
        severity: finding.severity,
        class: super::class(finding.severity),
        word: p.severity(finding.severity).to_owned(),
        group: group(&finding.rule).to_owned(),
        missing: finding.says_missing(),
        title: clean(&finding.title),
        clause: clean(&cited(&finding.clause.address, "§")),
        rule: finding.rule.to_string(),
        message: clean(&finding.message),
        working: finding.working.as_deref().map(clean),
        caveat: finding.caveat.as_deref().map(clean),
        why: clean(&finding.why),
        suggest: finding.suggest.as_deref().map(clean),
        reason: finding.reason.as_ref().map(|reason| clean(&reason.text)),
        also: finding.also.join(&p.comma),
        labels: labels.collect(),
        notes: finding.labels.iter().skip(1).filter_map(|l| l.note.as_deref().map(clean)).collect(),
    }
}

/// What a rule is about: the part of its id before the stroke.
fn group(rule: &str) -> &str {
    rule.split_once('/').map_or(rule, |(group, _)| group)
}
