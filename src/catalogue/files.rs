//! Rule files as their authors write them: strict types, one per kind of file.
//!
//! No `tag`, `untagged` or `flatten`: with them an error loses its place.

use super::fields::{Names, PatternField, TestCase};
use super::{Kind, Severity, Side, SuggestAs};
use crate::matching::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `rules/checks/<group>/<name>.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CheckFile {
    pub(crate) harms: Side,
    pub(crate) severity: Severity,
    pub(crate) raise: Vec<RaiseFile>,
    #[serde(default)]
    pub(crate) unless: Vec<UnlessFile>,
    #[serde(default)]
    pub(crate) applies: AppliesFile,
    #[serde(default)]
    pub(crate) beats: Vec<String>,
    #[serde(default)]
    pub(crate) covers: Vec<String>,
    #[serde(default)]
    pub(crate) sources: Vec<String>,
    pub(crate) working: Option<Working>,
    /// What the wording of `suggest` is.
    #[serde(default)]
    pub(crate) suggest_as: SuggestAs,
    pub(crate) since: String,
    pub(crate) en: Option<CheckBlock>,
    pub(crate) zh: Option<CheckBlock>,
    pub(crate) ms: Option<CheckBlock>,
}

/// One language of a check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CheckBlock {
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) message: String,
    pub(crate) suggest: Option<String>,
    #[serde(default)]
    pub(crate) words: Words,
    #[serde(default)]
    pub(crate) flags: Vec<TestCase>,
    #[serde(default)]
    pub(crate) passes: Vec<TestCase>,
    #[serde(default)]
    pub(crate) known_gap: Vec<TestCase>,
    #[serde(default)]
    pub(crate) unattested: bool,
}

/// Named lists of patterns.
pub(crate) type Words = BTreeMap<String, Vec<PatternField>>;

/// One entry of `raise`, or of a provision's `mark`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RaiseFile {
    pub(crate) find: Names,
    pub(crate) with: Names,
    pub(crate) has: Names,
    pub(crate) within: Reach,
    #[serde(rename = "in")]
    pub(crate) inside: Names,
    pub(crate) polarity: Taken,
    pub(crate) heading: bool,
    pub(crate) absent: Names,
    pub(crate) at: Names,
    pub(crate) limit: Option<String>,
    pub(crate) above: Vec<BoundFile>,
    pub(crate) below: Vec<BoundFile>,
    pub(crate) conflict: Option<String>,
    pub(crate) builtin: Option<Builtin>,
    pub(crate) of: Names,
    pub(crate) severity: Option<Severity>,
    pub(crate) harms: Option<Side>,
}

/// One bound of a `limit`: exactly one unit.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct BoundFile {
    pub(crate) percent: Option<rust_decimal::Decimal>,
    pub(crate) minutes: Option<rust_decimal::Decimal>,
    pub(crate) hours: Option<rust_decimal::Decimal>,
    pub(crate) days: Option<rust_decimal::Decimal>,
    pub(crate) months: Option<rust_decimal::Decimal>,
    pub(crate) severity: Option<Severity>,
}

/// One entry of `unless`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct UnlessFile {
    pub(crate) has: Names,
    pub(crate) find: Names,
    pub(crate) provision: Names,
    pub(crate) within: Reach,
}

/// The contracts a rule is held to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct AppliesFile {
    pub(crate) kinds: Vec<Kind>,
    pub(crate) has: Names,
    pub(crate) lacks: Names,
}

/// Checks whose logic is code: what each looks for, no pattern could.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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

/// How far from a match other words and quantities are looked for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reach {
    /// The found words themselves: other words must enclose them.
    Words,
    /// The sentence as far as the found words: others may not begin behind them.
    Before,
    #[default]
    Sentence,
    Clause,
    Section,
    Contract,
}

/// Which polarities `find` takes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Taken {
    #[default]
    Operative,
    /// Operative, or stated in the definition of a term.
    Stated,
    Any,
}

/// Sums a finding can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Working {
    Downtime,
    EffectiveAvailability,
    AnnualRate,
    LostDiscount,
    MinimumOutage,
    Elapsed,
    CreditCap,
    Uplift,
    Commitment,
    Overage,
    Leaving,
    Prepaid,
    NoticeDate,
}

/// What sums of other places take a key term or a provision for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Serves {
    /// The hours in which a clock of business hours runs.
    Clock,
    /// How long the contract runs at first.
    Term,
    /// The first day of the term.
    Start,
    /// The last day of the term.
    End,
}

/// `rules/provisions/<name>.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ProvisionFile {
    pub(crate) mark: Vec<RaiseFile>,
    #[serde(default)]
    pub(crate) unless: Vec<UnlessFile>,
    /// Whether it only serves other files and is no news to a reader.
    #[serde(default)]
    pub(crate) incidental: bool,
    /// What sums take its date for.
    pub(crate) serves: Option<Serves>,
    /// The category experts of contracts label it with.
    pub(crate) cuad: Option<String>,
    pub(crate) en: Option<ProvisionBlock>,
    pub(crate) zh: Option<ProvisionBlock>,
    pub(crate) ms: Option<ProvisionBlock>,
}

/// One language of a provision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ProvisionBlock {
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) headings: Vec<PatternField>,
    #[serde(default)]
    pub(crate) words: Words,
    #[serde(default)]
    pub(crate) flags: Vec<TestCase>,
    #[serde(default)]
    pub(crate) passes: Vec<TestCase>,
    #[serde(default)]
    pub(crate) known_gap: Vec<TestCase>,
    #[serde(default)]
    pub(crate) unattested: bool,
}

/// `rules/terms/<name>.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TermFile {
    /// Kinds of quantity, or one of `ladder`, `period`, `count` and `words`.
    pub(crate) unit: Names,
    #[serde(rename = "in")]
    pub(crate) inside: Names,
    #[serde(default)]
    pub(crate) take: Take,
    /// Whether a sentence may state it several times, each for another subject.
    #[serde(default)]
    pub(crate) each: bool,
    /// What tells one value from another.
    pub(crate) by: Option<By>,
    /// Whether a narrower term that takes the same figure leaves nothing to this one.
    #[serde(default)]
    pub(crate) general: bool,
    /// Whether a contract has one at most: the first that is stated.
    #[serde(default)]
    pub(crate) single: bool,
    /// Whether every percentage that is written as a discount is one: `七折`, `20% off`.
    #[serde(default)]
    pub(crate) discounts: bool,
    /// A term beside whose value, in the same sentence, this one stands.
    pub(crate) beside: Option<String>,
    /// Whether the same value again, wherever it stands, says nothing new.
    #[serde(default)]
    pub(crate) once: bool,
    #[serde(default)]
    pub(crate) range: RangeFile,
    pub(crate) party: Option<Side>,
    pub(crate) working: Option<Working>,
    /// What the sums of other places take its value for.
    pub(crate) serves: Option<Serves>,
    /// What its length is counted from, where something must be done by its end.
    pub(crate) deadline: Option<Anchor>,
    /// Provisions without which the sum makes no sense.
    #[serde(default)]
    pub(crate) sum_with: Names,
    /// Whether it is part of a service level.
    #[serde(default)]
    pub(crate) service_level: bool,
    /// Whether it is only aimed at, so that words which disown a promise leave it as it is.
    #[serde(default)]
    pub(crate) aim: bool,
    /// Whether it takes the prices of rows that say they are paid once.
    #[serde(default)]
    pub(crate) paid_once: bool,
    /// Whether the value holds over a period that its sentence may name.
    #[serde(default)]
    pub(crate) periodic: bool,
    /// Which values the customer prefers; none where it depends.
    pub(crate) customer_prefers: Option<Prefers>,
    /// For whom it is good that a contract has the term at all; none where it depends.
    pub(crate) good_for: Option<Side>,
    pub(crate) en: TitleBlock,
    pub(crate) zh: TitleBlock,
    pub(crate) ms: TitleBlock,
}

/// What a deadline is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Anchor {
    /// Back from the last day of the term.
    BeforeEnd,
    /// From the first day of the term.
    AfterStart,
    /// From the last day of the term.
    AfterEnd,
    /// From the end of each month.
    AfterMonth,
    /// From something that may happen.
    AfterEvent,
}

/// Which of several quantities of a sentence is the term's.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Take {
    #[default]
    Nearest,
    First,
    Last,
    Lowest,
    Highest,
}

/// What the values of a key term are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum By {
    /// The service, plan or tier.
    Service,
    /// The severity of an incident.
    Severity,
}

/// Which of two values one of the parties would rather have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Prefers {
    Higher,
    Lower,
}

/// Values a key term can have; others are something else.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RangeFile {
    pub(crate) min: Option<rust_decimal::Decimal>,
    pub(crate) max: Option<rust_decimal::Decimal>,
    pub(crate) min_days: Option<rust_decimal::Decimal>,
    pub(crate) max_days: Option<rust_decimal::Decimal>,
}

/// One language of a key term.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitleBlock {
    pub(crate) title: String,
    /// What must be done by the end of it.
    pub(crate) deadline: Option<String>,
    /// Headings of table columns in which the values stand.
    #[serde(default)]
    pub(crate) columns: Vec<PatternField>,
    /// What tables, headings and lines such as `Payment terms: 30 days` call it; the whole of it.
    #[serde(default)]
    pub(crate) called: Vec<PatternField>,
    /// Words around a figure, in any order, that tell it where no provision does.
    #[serde(default)]
    pub(crate) cues: Vec<CueField>,
}

/// Words of a sentence, or of the heading over it, that tell together which
/// term its figure is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CueField {
    /// Each of these must stand there.
    pub(crate) all: Vec<PatternField>,
    /// None of these may stand in the sentence.
    #[serde(default)]
    pub(crate) none: Vec<PatternField>,
}

impl ProvisionFile {
    pub(crate) fn block(&self, lang: Lang) -> Option<&ProvisionBlock> {
        lang.choose(&self.en, &self.zh, &self.ms).as_ref()
    }
}

impl TermFile {
    pub(crate) fn title(&self, lang: Lang) -> &str {
        &lang.choose(&self.en, &self.zh, &self.ms).title
    }

    /// Words that tell it in sentences of a language.
    pub(crate) fn cues(&self, lang: Lang) -> &[CueField] {
        &lang.choose(&self.en, &self.zh, &self.ms).cues
    }

    /// What must be done by its end; its title where that is not said.
    pub(crate) fn task(&self, lang: Lang) -> &str {
        let block = lang.choose(&self.en, &self.zh, &self.ms);
        block.deadline.as_deref().unwrap_or(&block.title)
    }

    /// Whether a column with this heading, folded, holds the term's values.
    pub(crate) fn heads(&self, heading: &str) -> bool {
        [&self.en, &self.zh, &self.ms]
            .into_iter()
            .flat_map(|block| &block.columns)
            .any(|column| !column.0.find_all(heading, 0..heading.len()).is_empty())
            || self.names(heading)
    }

    /// Whether a folded label is a name of the term. What stands in brackets at its end is left
    /// out of account.
    pub(crate) fn names(&self, label: &str) -> bool {
        let label = label.trim().trim_end_matches([':', '.', '*']).trim_end();
        let bare = match label.strip_suffix(')').and_then(|open| open.rfind('(')) {
            Some(open) => label[..open].trim_end(),
            None => label,
        };
        !bare.is_empty()
            && [&self.en, &self.zh, &self.ms].into_iter().flat_map(|block| &block.called).any(
                |name| {
                    name.0.find_all(bare, 0..bare.len()).iter().any(|all| all.len() == bare.len())
                },
            )
    }
}
