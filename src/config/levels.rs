//! Values that the settings and the command line share.

use crate::catalogue::Severity;
use crate::matching::Lang;
use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Deserialize;

/// From which severity on a run fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Only where signing is out of the question
    Critical,
    /// What must be negotiated
    High,
    /// What should be asked
    Medium,
    /// Anything
    Low,
    /// Always exit with 0 when the work was done
    Never,
}

/// The language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// The contract's own
    Auto,
    /// English
    En,
    /// Chinese
    Zh,
    /// Malay
    Ms,
}

impl FailOn {
    /// Whether a finding of this severity makes the run fail.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Critical => severity >= Severity::Critical,
            Self::High => severity >= Severity::High,
            Self::Medium => severity >= Severity::Medium,
            Self::Low => true,
            Self::Never => false,
        }
    }
}

impl Language {
    /// The language the user asked for, if any.
    pub fn asked(self) -> Option<Lang> {
        match self {
            Self::Auto => None,
            Self::En => Some(Lang::En),
            Self::Zh => Some(Lang::Zh),
            Self::Ms => Some(Lang::Ms),
        }
    }
}
