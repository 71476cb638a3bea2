//! A playbook as its author writes it: strict types.
//!
//! No `tag`, `untagged` or `flatten`: with them an error loses its place.

use super::fields::{Amount, DemandField};
use crate::catalogue::{Kind, Met, Names, Severity, Side, SuggestAs};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `rules/playbooks/<name>.yaml`, or a file of the user's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PlaybookFile {
    /// Whose positions these are.
    pub(super) side: Side,
    /// Provisions by which terms stand in other documents: what is missing then
    /// is not missing.
    #[serde(default)]
    pub(super) elsewhere: Names,
    /// The contracts it is for; a position can say otherwise for itself.
    #[serde(default)]
    pub(super) applies: AppliesFile,
    pub(super) positions: Vec<PositionFile>,
    pub(super) en: Option<AboutFile>,
    pub(super) zh: Option<AboutFile>,
    pub(super) ms: Option<AboutFile>,
}

/// What a playbook is, in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AboutFile {
    pub(super) title: String,
    pub(super) about: Option<String>,
    /// Names of those who approve, by the names the positions have for them.
    #[serde(default)]
    pub(super) approvers: BTreeMap<String, String>,
}

/// The position on one key term or provision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PositionFile {
    pub(super) term: Option<String>,
    pub(super) provision: Option<String>,
    /// The service, plan or severity it is for.
    pub(super) subject: Option<String>,
    /// Whether each value is judged; without it the worst speaks for all.
    #[serde(default)]
    pub(super) each: bool,
    #[serde(default)]
    pub(super) applies: AppliesFile,
    pub(super) ideal: Option<DemandField>,
    pub(super) acceptable: DemandField,
    pub(super) walk_away: Option<DemandField>,
    pub(super) missing: Option<Met>,
    /// How grave it is to be where one walks away; by default high.
    pub(super) severity: Option<Severity>,
    #[serde(default)]
    pub(super) approvals: Vec<ApprovalFile>,
    /// What the wording takes the place of; by default of the sentence.
    pub(super) suggest_as: Option<SuggestAs>,
    pub(super) en: Option<TextFile>,
    pub(super) zh: Option<TextFile>,
    pub(super) ms: Option<TextFile>,
}

/// The contracts a position is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct AppliesFile {
    pub(super) kinds: Vec<Kind>,
    pub(super) has: Names,
    pub(super) lacks: Names,
}

/// Who approves up to where.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ApprovalFile {
    pub(super) to: Option<Amount>,
    pub(super) by: String,
}

/// One language of a position.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct TextFile {
    /// Wording that meets the ideal.
    pub(super) ideal: Option<String>,
    /// Wording that is acceptable.
    pub(super) acceptable: Option<String>,
    /// Wording that needs approval; beyond it one walks away.
    pub(super) least: Option<String>,
    /// What to ask for in return.
    pub(super) trade: Option<String>,
    pub(super) note: Option<String>,
}
