//! The languages fineprint reads.

/// A language of contracts, rules and reports.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    serde::Serialize,
    clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Chinese.
    Zh,
    /// Malay.
    Ms,
}

impl Lang {
    /// All of them, in the order in which reports name them.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Ms];
}
