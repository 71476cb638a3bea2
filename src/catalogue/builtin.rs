//! The names of the checks whose logic is code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Checks whose logic is code: what each looks for, no pattern could.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Builtin {
    /// Words and figures beside each other that name different amounts.
    WordsAndFigures,
    /// A credit ladder that leaves an uptime out, or counts it twice.
    CreditGapOrOverlap,
    /// A credit ladder that pays no more for a worse uptime.
    CreditNotMonotonic,
    /// A credit ladder that begins below the promise.
    CreditFirstBand,
    /// A row of a credit ladder above the cap.
    CreditAboveCap,
    /// A last row of a credit ladder that no ordinary month reaches.
    CreditOutOfReach,
    /// A credit ladder that does not say of what its percentages are.
    CreditWithoutBase,
    /// A downtime that does not follow from the availability beside it.
    StatedDowntimeWrong,
    /// Two availabilities promised for one thing.
    TwoAvailabilities,
    /// A total or an amount that the other figures of its table do not come to.
    TableSumWrong,
    /// Two values of a key term, wherever they stand.
    TwoValues,
    /// Two values of a key term in different parts of the contract.
    TwoValuesApart,
    /// A rate a month and a rate a year that are not the same.
    RateMismatch,
    /// A graver incident that is answered later.
    ResponseLadderDisorder,
    /// A day no calendar has.
    ImpossibleDate,
    /// A period that ends before it begins.
    EndBeforeStart,
    /// References to clauses the contract does not have.
    DanglingReference,
    /// References to schedules and annexes the contract does not have.
    MissingSchedule,
    /// Clauses that refer to themselves as to another.
    SelfReference,
    /// References that name another subject than their target's heading.
    WrongSubject,
    /// Numbers left out.
    NumberingGap,
    /// Numbers given twice.
    DuplicateNumber,
    /// Terms used as defined that are not.
    UndefinedTerm,
    /// Defined terms that stand nowhere else.
    UnusedDefinition,
    /// Terms defined twice in the same words.
    DuplicateDefinition,
    /// Terms defined twice in different words.
    ConflictingDefinition,
    /// Terms defined by themselves.
    CircularDefinition,
    /// Pairs of a bilingual contract whose figures, dates or parties differ.
    BilingualMismatch,
    /// A party called by a name nobody defined.
    UnknownParty,
    /// A party with another form of company than its own.
    PartyNameVariant,
    /// Places left open, in a contract that is no template.
    Placeholder,
    /// Empty cells of tables in columns of figures.
    EmptyCell,
    /// A defined term in small letters, or a second name for the contract.
    TermDrift,
    /// Text the file hides.
    HiddenText,
    /// Tracked changes nobody has accepted.
    PendingChanges,
    /// Two languages side by side.
    TwoLanguages,
}

impl Builtin {
    /// Whether what it finds hangs on the numbers of clauses.
    pub(crate) fn trusts_numbers(self) -> bool {
        matches!(
            self,
            Self::DanglingReference
                | Self::MissingSchedule
                | Self::SelfReference
                | Self::WrongSubject
                | Self::NumberingGap
                | Self::DuplicateNumber
        )
    }
}
