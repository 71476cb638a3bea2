//! The negotiation list: what must, should and might change in a contract, what
//! to ask for, what to fall back to, what to ask in return.
//!
//! What is asked is decided here, once, for Markdown, HTML and the Word memo.

mod markdown;
mod page;

pub use markdown::negotiation_markdown;
pub(super) use markdown::{capital, parts};
pub use page::negotiation_html;

use super::Run;
use super::headline::cited;
use super::phrases::Phrases;
use crate::check::{Finding, Met, PositionLine, Review, Severity, SuggestAs};

/// How much an ask matters. Ordered: the first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It is not signed otherwise.
    Must,
    Should,
    Nice,
}

impl Rank {
    pub(super) const ALL: [Self; 3] = [Self::Must, Self::Should, Self::Nice];

    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Critical | Severity::High => Self::Must,
            Severity::Medium => Self::Should,
            Severity::Low => Self::Nice,
        }
    }
}

/// One thing to ask for.
#[derive(Debug, Clone)]
pub(super) struct Ask<'r> {
    pub(super) rank: Rank,
    /// Where one stands; none where the contract can be signed as it is.
    pub(super) severity: Option<Severity>,
    /// Whether it is the playbook's.
    pub(super) own: bool,
    /// The clauses; none where it stands in none.
    pub(super) places: Vec<&'r str>,
    pub(super) title: &'r str,
    /// What is found, in a sentence or two.
    pub(super) message: String,
    /// Wording to ask for.
    pub(super) ask: Option<&'r str>,
    /// Whether that is no wording but what to do.
    pub(super) advice: bool,
    pub(super) fallback: Option<&'r str>,
    pub(super) least: Option<&'r str>,
    /// Who may approve the least.
    pub(super) approval: Option<&'r str>,
    pub(super) trade: Option<&'r str>,
    pub(super) why: &'r str,
}

/// What to ask for in one contract: by rank, then the gravest first, a
/// playbook's before others, then in the order of clauses.
pub(super) fn asks<'r>(run: &Run, review: &'r Review) -> Vec<Ask<'r>> {
    let mut asks: Vec<Ask> = Vec::new();
    for finding in run.listed(review) {
        let ask = of_finding(finding, position_of(review, finding));
        // What is asked of several clauses in the same words is asked once.
        match asks.iter_mut().find(|other| other.is_same(&ask)) {
            Some(other) => other.places.extend(ask.places),
            None => asks.push(ask),
        }
    }
    asks.extend(review.positions.iter().filter(|line| could_be_better(line)).map(of_position));
    asks.sort_by_key(|ask| (ask.rank, std::cmp::Reverse(ask.severity), !ask.own));
    asks
}

impl Ask<'_> {
    fn is_same(&self, other: &Self) -> bool {
        let words = (self.title, &self.message, self.ask, self.severity);
        words == (other.title, &other.message, other.ask, other.severity)
    }

    /// The clauses as they are cited.
    pub(super) fn cited(&self, p: &Phrases) -> String {
        let places: Vec<String> = self.places.iter().map(|place| cited(place, "§")).collect();
        places.join(&p.comma)
    }
}

fn place(address: &str) -> Vec<&str> {
    if address.is_empty() { Vec::new() } else { vec![address] }
}

/// The positions of a contract, the worst first; among equals in the
/// playbook's order.
pub(super) fn worst_first(review: &Review) -> Vec<&PositionLine> {
    let mut lines: Vec<&PositionLine> = review.positions.iter().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.met));
    lines
}

/// A position's term with the service, plan or severity it is for.
pub(super) fn titled(line: &PositionLine) -> String {
    match line.subject.as_str() {
        "" => line.title.clone(),
        subject => format!("{} ({subject})", line.title),
    }
}

/// What a contract says of a position, or that it says nothing.
pub(super) fn value<'a>(p: &'a Phrases, line: &'a PositionLine) -> &'a str {
    match (&line.label, line.value.as_str()) {
        (None, _) => &p.playbook.silent,
        (Some(_), "") => &p.playbook.stated,
        (Some(_), value) => value,
    }
}

/// The position that a finding says is missed.
fn position_of<'r>(review: &'r Review, finding: &Finding) -> Option<&'r PositionLine> {
    review.positions.iter().find(|line| {
        let same_place = match &line.label {
            Some(label) => *label == *finding.primary(),
            None => finding.missing,
        };
        line.rule == finding.rule && same_place
    })
}

/// Whether it can be signed and is not yet what was asked for.
fn could_be_better(line: &PositionLine) -> bool {
    line.met == Met::Acceptable && line.ideal.is_some()
}

fn of_finding<'r>(finding: &'r Finding, line: Option<&'r PositionLine>) -> Ask<'r> {
    let of_line = |part: fn(&'r PositionLine) -> Option<&'r str>| line.and_then(part);
    let ask = finding.suggest.as_deref();
    Ask {
        rank: Rank::of(finding.severity),
        severity: Some(finding.severity),
        own: line.is_some(),
        places: place(&finding.clause.address),
        title: &finding.title,
        message: finding.message.clone(),
        ask,
        advice: line.is_none() && finding.suggest_as == SuggestAs::Advice,
        fallback: of_line(|line| line.fallback.as_deref()).filter(|text| ask != Some(*text)),
        least: of_line(|line| line.least.as_deref()),
        approval: of_line(|line| line.least_by.as_deref()),
        trade: of_line(|line| line.trade.as_deref()),
        // Without a note the playbook's finding only says that it is the playbook's.
        why: line.map_or(&finding.why, |line| line.note.as_deref().unwrap_or_default()),
    }
}

fn of_position(line: &PositionLine) -> Ask<'_> {
    Ask {
        rank: Rank::Nice,
        severity: None,
        own: true,
        places: place(&line.clause.address),
        title: &line.title,
        message: if line.words { String::new() } else { line.value.clone() },
        ask: line.ask.as_deref(),
        advice: false,
        fallback: None,
        least: None,
        approval: None,
        trade: line.trade.as_deref(),
        why: line.note.as_deref().unwrap_or_default(),
    }
}
