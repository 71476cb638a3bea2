//! Severity and side: how much a thing matters, and to whom.

use clap::ValueEnum;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How much a finding matters. Ordered: `Low < Critical`.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    Serialize,
    JsonSchema,
    ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Know it.
    Low,
    /// Ask about it.
    Medium,
    /// Negotiate it.
    High,
    /// Do not sign with it.
    Critical,
}

impl Severity {
    /// The next lower level; `Low` stays.
    pub fn lowered(self) -> Self {
        match self {
            Self::Critical => Self::High,
            Self::High => Self::Medium,
            Self::Medium | Self::Low => Self::Low,
        }
    }
}

/// The side a finding harms.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema, ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The one who pays
    Customer,
    /// The one who serves
    Vendor,
    /// Everybody's
    Both,
}
