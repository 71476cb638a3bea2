//! What one rule looked at in a contract, and why it raised what it did: told
//! by the judge while it judges ([`Watch`]), and put into sentences afterwards.
//!
//! Nothing is judged here.

mod around;
mod tell;
mod unmatched;
mod watch;

pub(super) use tell::inspection;
pub(super) use watch::Watch;

use super::Label;
use crate::catalogue::{Severity, Side};
use crate::provision::Occurrence;
use std::sync::Arc;

/// What one rule looked at.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// The rule's id.
    pub rule: Arc<str>,
    /// Its title, in the report's language.
    pub title: String,
    /// Its file.
    pub path: String,
    /// Its own severity.
    pub severity: Severity,
    /// Whom it harms.
    pub side: Side,
    /// Why it raises nothing here, whatever the words are; then its places say
    /// what it would do.
    pub hindrances: Vec<String>,
    /// One for each entry of its `raise`.
    pub entries: Vec<LookedFor>,
}

/// One entry of `raise`, and the places it was put to.
#[derive(Debug, Clone)]
pub struct LookedFor {
    /// The entry as its author wrote it: `find: open-ended; within: clause`.
    pub said: String,
    /// What was searched, and how far the search came.
    pub searched: String,
    /// In text order; the places where patterns only came near are last.
    pub places: Vec<Looked>,
}

/// A place a rule looked at.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The words.
    pub label: Label,
    /// What became of them.
    pub verdict: Verdict,
    /// Why, as a sentence without its full stop; empty where the verdict says all.
    pub because: String,
    /// Other words that decided it.
    pub decided_by: Option<Label>,
    /// Which of the review's findings it is, where it is one.
    pub finding: Option<usize>,
}

/// What became of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is a finding.
    Raised,
    /// It would be one, if the rule applied and were on.
    WouldRaise,
    /// It is part of another finding of the rule: a sentence has one.
    SameSentence,
    /// Another rule on the same words is raised in its place.
    Beaten,
    /// Something missing, whose cause is raised on words elsewhere.
    SaidByWords,
    /// There were more findings than are kept.
    Dropped,
    /// The words are denied, excepted, part of a definition or a heading.
    NotTaken,
    /// Another key of the entry does not hold.
    Unmet,
    /// An entry of `unless` holds.
    Cancelled,
    /// The value lies within the bounds, or is the same as the other.
    WithinBounds,
    /// What is looked for as missing is there.
    Present,
    /// A near miss of what is missing: words that do not count.
    NearMiss,
    /// A provision in which no value of the key term was read.
    NoValue,
    /// The words the patterns need are there, and no pattern matches.
    NotMatched,
    /// It was looked at, and there is nothing wrong with it.
    Sound,
}

/// Why a rule does not apply to a contract.
#[derive(Debug, Clone)]
pub(super) enum Hindrance {
    /// It is of none of the kinds.
    Kind,
    /// It has none of the provisions of `applies.has`.
    Has,
    /// It has one of `applies.lacks`, here.
    Lacks(Occurrence),
}
