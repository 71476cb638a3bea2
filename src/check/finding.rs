//! What a check says of a contract.

use crate::catalogue::{Severity, Side, SuggestAs};
use crate::source::Span;
use std::sync::Arc;

/// Whether a finding counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It counts.
    Reported,
    /// Allowed by a suppression with its reason.
    Suppressed,
    /// Accepted before, in the baseline.
    Baselined,
}

/// Why a finding is allowed, and where that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The words of whoever allowed it.
    pub text: String,
    /// Where they stand, as messages cite it: `draft.md:12`, `fineprint.yaml:30`.
    pub origin: String,
    /// Whether that is the contract itself, and not the settings.
    pub in_contract: bool,
}

/// Words a finding points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which of the contract's documents, by index.
    pub document: usize,
    /// Where in its source.
    pub span: Span,
    /// Exactly the source text of the span.
    pub text: String,
    /// Whether this is the finding's cause; each finding has one such label.
    pub primary: bool,
    /// What to say beside it, for further labels ("capped here").
    pub note: Option<String>,
    /// The clause they stand in, as a person would cite it; empty in front of
    /// the first.
    pub address: String,
}

/// The clause a finding stands in.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct ClauseRef {
    /// As a person would cite it: `4.2(b)`, `第五条 5.3`, `Lampiran A 3`; empty in front of the first clause.
    pub address: String,
    /// The nearest heading, or empty.
    pub heading: String,
}

/// One thing a reader should know, ask, negotiate or refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id, `fees/open-ended-charges`.
    pub rule: Arc<str>,
    /// How much it matters.
    pub severity: Severity,
    /// Whom it harms.
    pub side: Side,
    /// A few words, in the report's language.
    pub title: String,
    /// One sentence on this very clause.
    pub message: String,
    /// Why it matters, in general.
    pub why: String,
    /// Whether something is absent (then the label is where it belongs).
    pub missing: bool,
    /// Whether the label of what is absent is on words that call for it, and not
    /// on a heading or the title.
    pub called_for: bool,
    /// Whether it counts.
    pub status: Status,
    /// The reason of the suppression, where there is one.
    pub reason: Option<Reason>,
    /// Where it stands.
    pub clause: ClauseRef,
    /// The sum done, with its convention.
    pub working: Option<String>,
    /// Wording to propose, in the clause's language.
    pub suggest: Option<String>,
    /// What that wording takes the place of.
    pub suggest_as: SuggestAs,
    /// The sentence that the primary label's words stand in.
    pub sentence: Span,
    /// Why the severity is lower than the rule's, or what could not be told.
    pub caveat: Option<String>,
    /// Hex digits that stay the same when the contract is renumbered or reflowed.
    pub fingerprint: String,
    /// Rules that this one beat on the same words.
    pub also: Vec<Arc<str>>,
    /// The words; exactly one is primary, and it comes first.
    pub labels: Vec<Label>,
}

impl Finding {
    /// The label that caused the finding.
    pub fn primary(&self) -> &Label {
        &self.labels[0]
    }

    /// Whether a reader is told that it is missing: words that call for it
    /// are there to be seen.
    pub fn says_missing(&self) -> bool {
        self.missing && !self.called_for
    }

    /// Whether it harms a side; to both sides, everything does.
    pub fn concerns(&self, side: Side) -> bool {
        side == Side::Both || self.side == Side::Both || self.side == side
    }

    /// The document it stands in, by index: that of its primary label.
    pub fn document(&self) -> usize {
        self.labels.first().map_or(0, |label| label.document)
    }
}
