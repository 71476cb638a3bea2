//! What a playbook holds a key term or a provision to, ready to judge by: its
//! names resolved, its figures read.

use super::rule::{ProvisionId, TermId};
use super::{Kind, Severity, SuggestAs};
use crate::matching::Lang;
use crate::quantity::Quantity;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What all rules of a playbook have in front of their names.
pub(crate) const PLAYBOOK_GROUP: &str = "playbook";

/// How a contract stands to a position. Ordered: the later, the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Met {
    /// As it was asked for.
    Ideal,
    /// It can be signed.
    Acceptable,
    /// Nothing is said here, and the contract points to other documents.
    Elsewhere,
    /// Units that cannot be compared: someone must read it.
    Unclear,
    /// Someone must approve it.
    NeedsApproval,
    /// It is not signed so.
    WalkAway,
}

/// What is held to a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// A key term.
    Term(TermId),
    /// A provision.
    Provision(ProvisionId),
}

/// What a contract must say, or where one walks away from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Demand {
    /// That it is there.
    Present,
    /// That it is not there.
    Absent,
    /// One of these words in it, as written.
    OneOf(Vec<String>),
    /// This much or more.
    AtLeast(Quantity),
    /// This much or less.
    AtMost(Quantity),
    /// Less than this.
    Below(Quantity),
    /// More than this.
    Above(Quantity),
}

/// Who may approve what lies between acceptable and walking away.
#[derive(Debug, Clone)]
pub(crate) struct Approval {
    /// As far as this; `None`: all of it.
    pub(crate) to: Option<Quantity>,
    /// Who, as the playbook names them in each of its languages.
    pub(crate) by: BTreeMap<Lang, String>,
}

/// One position of a playbook.
#[derive(Debug, Clone)]
pub(crate) struct Position {
    /// Its place in the playbook, from 0.
    pub(crate) order: usize,
    pub(crate) held: Held,
    /// The service, plan or severity it is for; `None`: whatever they are for.
    pub(crate) subject: Option<String>,
    /// Whether each value is judged, and not the worst alone.
    pub(crate) each: bool,
    pub(crate) ideal: Option<Demand>,
    pub(crate) acceptable: Demand,
    pub(crate) walk_away: Option<Demand>,
    /// What a contract meets that says nothing of it; `None`: as the demands say.
    pub(crate) missing: Option<Met>,
    /// From the least that needs approval on.
    pub(crate) approvals: Vec<Approval>,
    /// How grave it is to be where one walks away.
    pub(crate) severity: Severity,
    /// How grave it is to need approval.
    pub(crate) between: Severity,
    /// Contracts it is for: of these kinds (none: all), with one of these
    /// provisions (none: all), with none of those.
    pub(crate) kinds: Vec<Kind>,
    pub(crate) has: Vec<ProvisionId>,
    pub(crate) lacks: Vec<ProvisionId>,
    /// Provisions by which terms stand in other documents.
    pub(crate) elsewhere: Vec<ProvisionId>,
    pub(crate) suggest_as: SuggestAs,
    /// A language each; at least one.
    pub(crate) texts: Vec<PositionText>,
}

/// One language of a position.
#[derive(Debug, Clone)]
pub(crate) struct PositionText {
    pub(crate) lang: Lang,
    /// The name of the playbook.
    pub(crate) playbook: String,
    /// Wording that meets the ideal.
    pub(crate) ideal: Option<String>,
    /// Wording that can be signed.
    pub(crate) acceptable: Option<String>,
    /// Wording that can be signed with approval.
    pub(crate) least: Option<String>,
    /// What to ask for in return.
    pub(crate) trade: Option<String>,
    pub(crate) note: Option<String>,
}

impl Position {
    /// The text in a language, or in the first the playbook has.
    pub(crate) fn text(&self, lang: Lang) -> Option<&PositionText> {
        self.texts.iter().find(|text| text.lang == lang).or_else(|| self.texts.first())
    }
}

impl Approval {
    /// Who, in a language or the first there is.
    pub(crate) fn by(&self, lang: Lang) -> &str {
        self.by.get(&lang).or_else(|| self.by.values().next()).map_or("", String::as_str)
    }
}
