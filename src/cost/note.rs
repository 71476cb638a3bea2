//! What must be said of a cost: what could not be told, and what was assumed.

use super::Use;
use crate::check::SheetLine;

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// No price for a use.
    NoPrice,
    /// Several prices could be meant for a use.
    Ambiguous,
    /// Fees of which only one is bought, and which is not said.
    Alternatives,
    /// Nothing says what use beyond the included volume costs.
    NoOverage,
    /// The included volume is counted for another use already.
    SharedVolume,
    /// Figures grow beyond what can be reckoned.
    TooLarge,
    /// Tiers of a price leave gaps, overlap, or do not reach as far as the use.
    TierGap,
    /// Only the unit of a price fits a use, not its words.
    ByUnit,
    /// Tiers were read as prices of their own parts of the volume.
    TiersGraduated,
    /// Tiers were read as prices of the whole volume.
    TiersWhole,
    /// The prices are in several currencies.
    Currencies,
    /// It is not said whose dollar a `$` is.
    BareDollar,
    /// A discount has no end and was counted throughout.
    DiscountThroughout,
    /// A discount hangs on a condition, or it is not clear of what it is; it
    /// was not counted.
    DiscountLeftOut,
    /// The most that the price may rise was counted.
    RiseAtMost,
    /// The rise comes with a renewal.
    RiseOnRenewal,
    /// Nothing says how the price changes, and none was counted.
    NoRise,
    /// A minimum whose period is not said was taken for the whole time.
    CommitmentPeriod,
    /// A minimum that belongs to no use, or is in another currency.
    CommitmentLeftOut,
    /// A trial is not counted.
    Trial,
    /// The exit fee was reckoned from the whole bill, for no fee is fixed.
    ExitOfBill,
    /// The exit fee was reckoned from fixed fees and minimums, not from use.
    ExitOfFixed,
    /// An exit fee in another currency, or of a kind that cannot be reckoned.
    ExitLeftOut,
}

/// Something that is said, with what fills its sentence.
#[derive(Debug, Clone)]
pub struct Note<'a> {
    /// What.
    pub kind: NoteKind,
    /// The names and figures of its sentence.
    pub values: Vec<(&'static str, String)>,
    /// The key term it is about.
    pub line: Option<&'a SheetLine>,
}

impl<'a> Note<'a> {
    pub(super) fn of(kind: NoteKind, values: &[(&'static str, &str)]) -> Self {
        let values = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { kind, values, line: None }
    }

    pub(super) fn about(kind: NoteKind, line: &'a SheetLine) -> Self {
        let values = vec![("value", line.value.clone())];
        Self { kind, values, line: Some(line) }
    }

    pub(super) fn by_unit(used: &Use, line: &'a SheetLine) -> Self {
        let values = [("use", used.name.as_str()), ("price", &line.value)];
        Self { line: Some(line), ..Self::of(NoteKind::ByUnit, &values) }
    }

    pub(super) fn ambiguous(used: &Use, lines: impl Iterator<Item = &'a SheetLine>) -> Self {
        let values = [("use", used.name.as_str()), ("prices", &called(lines))];
        Self::of(NoteKind::Ambiguous, &values)
    }
}

/// Prices as a user can name them: `Voice A (USD 5)`.
pub(super) fn called<'l>(lines: impl Iterator<Item = &'l SheetLine>) -> String {
    let call = |line: &SheetLine| {
        let name = if line.subject.is_empty() { &line.clause.address } else { &line.subject };
        format!("{name} ({})", line.value)
    };
    lines.map(call).collect::<Vec<_>>().join("; ")
}
