//! Rule files as their authors write them: strict types, one per kind of file.
//!
//! No `tag`, `untagged` or `flatten`: with them an error loses its place.

use super::builtin::Builtin;
use super::fields::{Names, PatternField, TestCase};
use super::schema::{quantity_names, unit_names};
use super::{Kind, Severity, Side, SuggestAs};
use crate::matching::Lang;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `rules/checks/<group>/<name>.yaml`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("anyOf" = [{"required": ["en"]}, {"required": ["zh"]}, {"required": ["ms"]}]))]
#[schemars(title = "A check of fineprint")]
pub(crate) struct CheckFile {
    /// Whom it hurts
    pub(crate) harms: Side,
    /// How much it matters; market-standard wording is never above low
    pub(crate) severity: Severity,
    /// A finding where any of these holds; inside one, all keys must hold
    #[schemars(length(min = 1))]
    pub(crate) raise: Vec<RaiseFile>,
    /// No finding where any of these holds
    #[serde(default)]
    pub(crate) unless: Vec<UnlessFile>,
    /// The contracts the rule is held to; without it, all
    #[serde(default)]
    pub(crate) applies: AppliesFile,
    /// Rules that stay silent where this one speaks on the same words
    #[serde(default)]
    pub(crate) beats: Vec<String>,
    /// Ids of the catalogue of checks that it covers
    #[serde(default)]
    pub(crate) covers: Vec<String>,
    /// Laws, standards and surveys it rests on
    #[serde(default)]
    pub(crate) sources: Vec<String>,
    /// A sum to show beside the finding
    pub(crate) working: Option<Working>,
    /// What the wording of `suggest` takes the place of in a Word file
    #[serde(default)]
    pub(crate) suggest_as: SuggestAs,
    /// The version of fineprint, or of your rules, that first had it
    pub(crate) since: String,
    /// English: what it says, its words and its proof
    pub(crate) en: Option<CheckBlock>,
    /// Chinese: what it says, its words and its proof
    pub(crate) zh: Option<CheckBlock>,
    /// Malay: what it says, its words and its proof
    pub(crate) ms: Option<CheckBlock>,
}

/// One language of a check.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CheckBlock {
    /// What is wrong, in a few words
    pub(crate) title: String,
    /// Why it matters, in general
    pub(crate) why: String,
    /// One sentence on this very clause; {customer}, {vendor}, {money}, {duration} and so on stand for its own
    pub(crate) message: String,
    /// Wording to propose
    pub(crate) suggest: Option<String>,
    /// Patterns by the name of their list, in lower case and in single quotes: `{vendor} <may> ~20~ <charge>`
    #[serde(default)]
    pub(crate) words: Words,
    /// Texts that must raise, with [[ ]] around exactly what must be underlined
    #[serde(default)]
    pub(crate) flags: Vec<TestCase>,
    /// Near misses that must not raise although they touch a word of the rule
    #[serde(default)]
    pub(crate) passes: Vec<TestCase>,
    /// Texts that should raise one day; they do not fail
    #[serde(default)]
    pub(crate) known_gap: Vec<TestCase>,
    /// Whether the wording is not backed by public documents
    #[serde(default)]
    pub(crate) unattested: bool,
}

/// Named lists of patterns.
pub(crate) type Words = BTreeMap<String, Vec<PatternField>>;

/// One entry of `raise`, or of a provision's `mark`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(extend("oneOf" = [
    {"required": ["find"]}, {"required": ["absent"]}, {"required": ["incomplete"]}, {"required": ["limit"]},
    {"required": ["conflict"]}, {"required": ["builtin"]}
]))]
pub(crate) struct RaiseFile {
    /// A sentence has operative words of one of these lists; they are underlined
    pub(crate) find: Names,
    /// Words of each of these lists stand within reach, too
    pub(crate) with: Names,
    /// One of these quantities stands within reach
    #[schemars(schema_with = "quantity_names")]
    pub(crate) has: Names,
    /// The reach of `with` and `has`
    pub(crate) within: Reach,
    /// The clause holds one of these provisions, or a heading over it announces one
    #[serde(rename = "in")]
    pub(crate) inside: Names,
    /// Which words `find` takes
    pub(crate) polarity: Taken,
    /// Whether `find` takes headings, too
    pub(crate) heading: bool,
    /// The contract has no operative provision of these names
    pub(crate) absent: Names,
    /// The contract lacks at least one of the provisions of these names, operative; `{detail}` lists what it lacks
    pub(crate) incomplete: Names,
    /// With `absent` and `incomplete`: underline the first provision of these names
    pub(crate) at: Names,
    /// A key term lies beyond a bound
    pub(crate) limit: Option<String>,
    /// Beyond are values above these
    pub(crate) above: Vec<BoundFile>,
    /// Beyond are values below these
    pub(crate) below: Vec<BoundFile>,
    /// A key term has two values
    pub(crate) conflict: Option<String>,
    /// What the code of this name finds
    pub(crate) builtin: Option<Builtin>,
    /// With `builtin`: the key terms it speaks of
    pub(crate) of: Names,
    /// The severity of this entry
    pub(crate) severity: Option<Severity>,
    /// Whom this entry hurts
    pub(crate) harms: Option<Side>,
}

/// One bound of a `limit`: exactly one unit.
#[derive(Debug, Default, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(extend("oneOf" = [
    {"required": ["percent"]}, {"required": ["minutes"]}, {"required": ["hours"]},
    {"required": ["days"]}, {"required": ["months"]}
]))]
pub(crate) struct BoundFile {
    /// Percent; of a year where the term is a rate
    #[schemars(with = "Option<f64>")]
    pub(crate) percent: Option<rust_decimal::Decimal>,
    /// Minutes
    #[schemars(with = "Option<f64>")]
    pub(crate) minutes: Option<rust_decimal::Decimal>,
    /// Hours
    #[schemars(with = "Option<f64>")]
    pub(crate) hours: Option<rust_decimal::Decimal>,
    /// Days
    #[schemars(with = "Option<f64>")]
    pub(crate) days: Option<rust_decimal::Decimal>,
    /// Months of 30 days
    #[schemars(with = "Option<f64>")]
    pub(crate) months: Option<rust_decimal::Decimal>,
    /// The severity beyond this bound
    pub(crate) severity: Option<Severity>,
}

/// One entry of `unless`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(extend("anyOf" = [
    {"required": ["has"]}, {"required": ["find"]}, {"required": ["provision"]}
]))]
pub(crate) struct UnlessFile {
    /// One of these quantities stands within reach
    #[schemars(schema_with = "quantity_names")]
    pub(crate) has: Names,
    /// Words of one of these lists stand within reach, negated or not
    pub(crate) find: Names,
    /// An operative provision of one of these names stands within reach
    pub(crate) provision: Names,
    /// The reach
    pub(crate) within: Reach,
}

/// The contracts a rule is held to.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct AppliesFile {
    /// Contracts of one of these kinds
    pub(crate) kinds: Vec<Kind>,
    /// Contracts that have one of these provisions
    pub(crate) has: Names,
    /// Contracts that have none of these provisions
    pub(crate) lacks: Names,
}

/// How far from a match other words and quantities are looked for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reach {
    /// The found words themselves: other words must enclose them
    Words,
    /// The sentence as far as the found words: others may not begin behind them
    Before,
    /// The sentence
    #[default]
    Sentence,
    /// The numbered clause and what is under it
    Clause,
    /// The top-level clause around it
    Section,
    /// The whole contract
    Contract,
}

/// Which polarities `find` takes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Taken {
    /// Operative words only
    #[default]
    Operative,
    /// Operative, or stated in the definition of a term
    Stated,
    /// Negated and excepted words, too
    Any,
}

/// Sums a finding can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Working {
    /// What an availability allows
    Downtime,
    /// An availability with its exclusions
    EffectiveAvailability,
    /// A rate for a year
    AnnualRate,
    /// What the end of a discount costs
    LostDiscount,
    /// Outages too short to count
    MinimumOutage,
    /// Business hours as time on the wall
    Elapsed,
    /// What a cap on credits lets through in a year
    CreditCap,
    /// An increase compounded over the term
    Uplift,
    /// The unit price at 60% of use
    Commitment,
    /// The average price at 10% over
    Overage,
    /// The cost of leaving, month by month
    Leaving,
    /// What is lost halfway
    Prepaid,
    /// The last day for a notice, and the last safe day to send it
    NoticeDate,
}

/// What sums of other places take a key term or a provision for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "A provision of fineprint")]
pub(crate) struct ProvisionFile {
    /// The provision stands where any of these holds
    #[schemars(length(min = 1))]
    pub(crate) mark: Vec<RaiseFile>,
    /// And where none of these does
    #[serde(default)]
    pub(crate) unless: Vec<UnlessFile>,
    /// Whether it only serves other files and is no news to a reader.
    #[serde(default)]
    pub(crate) incidental: bool,
    /// What sums take its date for.
    pub(crate) serves: Option<Serves>,
    /// The category experts of contracts label it with.
    pub(crate) cuad: Option<String>,
    /// English
    pub(crate) en: Option<ProvisionBlock>,
    /// Chinese
    pub(crate) zh: Option<ProvisionBlock>,
    /// Malay
    pub(crate) ms: Option<ProvisionBlock>,
}

/// One language of a provision.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ProvisionBlock {
    /// What it is called
    pub(crate) title: String,
    /// Headings that announce it
    #[serde(default)]
    pub(crate) headings: Vec<PatternField>,
    /// Patterns by the name of their list, in lower case and in single quotes: `{vendor} <may> ~20~ <charge>`
    #[serde(default)]
    pub(crate) words: Words,
    /// Texts that must raise, with [[ ]] around exactly what must be underlined
    #[serde(default)]
    pub(crate) flags: Vec<TestCase>,
    /// Near misses that must not raise although they touch a word of the rule
    #[serde(default)]
    pub(crate) passes: Vec<TestCase>,
    /// Texts that should raise one day; they do not fail
    #[serde(default)]
    pub(crate) known_gap: Vec<TestCase>,
    /// Whether the wording is not backed by public documents
    #[serde(default)]
    pub(crate) unattested: bool,
}

/// `rules/terms/<name>.yaml`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "A key term of fineprint")]
pub(crate) struct TermFile {
    /// Kinds of quantity, or one of `ladder`, `period`, `count` and `words`
    #[schemars(schema_with = "unit_names")]
    pub(crate) unit: Names,
    /// The provisions in whose sentence the value stands
    #[serde(rename = "in")]
    pub(crate) inside: Names,
    /// Which of several quantities of the sentence it is
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
    /// Values it can have; others are something else
    #[serde(default)]
    pub(crate) range: RangeFile,
    /// Who owes it
    pub(crate) party: Option<Side>,
    /// A sum to show with it
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
    /// Whether hours of the clock are its length: `Sundays 02:00-04:00`.
    #[serde(default)]
    pub(crate) of_window: bool,
    /// Whether words that name one month, quarter or year are its value where no figure is: `renews
    /// annually`.
    #[serde(default)]
    pub(crate) or_period: bool,
    /// Which values the customer prefers; none where it depends.
    pub(crate) customer_prefers: Option<Prefers>,
    /// For whom it is good that a contract has the term at all; none where it depends.
    pub(crate) good_for: Option<Side>,
    /// English
    pub(crate) en: TitleBlock,
    /// Chinese
    pub(crate) zh: TitleBlock,
    /// Malay
    pub(crate) ms: TitleBlock,
}

/// What a deadline is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Take {
    /// The nearest to the marked words
    #[default]
    Nearest,
    /// The first
    First,
    /// The last
    Last,
    /// The lowest
    Lowest,
    /// The highest
    Highest,
}

/// What the values of a key term are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum By {
    /// The service, plan or tier.
    Service,
    /// The severity of an incident.
    Severity,
}

/// Which of two values one of the parties would rather have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Prefers {
    /// The higher
    Higher,
    /// The lower
    Lower,
}

/// Values a key term can have; others are something else.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RangeFile {
    /// Smallest percentage or sum
    #[schemars(with = "Option<f64>")]
    pub(crate) min: Option<rust_decimal::Decimal>,
    /// Largest percentage or sum
    #[schemars(with = "Option<f64>")]
    pub(crate) max: Option<rust_decimal::Decimal>,
    /// Shortest time, in days
    #[schemars(with = "Option<f64>")]
    pub(crate) min_days: Option<rust_decimal::Decimal>,
    /// Longest time, in days
    #[schemars(with = "Option<f64>")]
    pub(crate) max_days: Option<rust_decimal::Decimal>,
}

/// One language of a key term.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitleBlock {
    /// What it is called
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
    /// Words with a figure among them that is another's.
    #[serde(default)]
    pub(crate) never: Vec<PatternField>,
    /// Words that say all of it, 100 percent, where no figure is: `the fees of that month`.
    #[serde(default)]
    pub(crate) whole: Vec<PatternField>,
}

/// Words of a sentence, or of the heading over it, that tell together which
/// term its figure is.
#[derive(Debug, Deserialize, JsonSchema)]
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

    /// Words of a language with a figure among them that is another's.
    pub(crate) fn never(&self, lang: Lang) -> &[PatternField] {
        &lang.choose(&self.en, &self.zh, &self.ms).never
    }

    /// Words of a language that say all of it.
    pub(crate) fn whole(&self, lang: Lang) -> &[PatternField] {
        &lang.choose(&self.en, &self.zh, &self.ms).whole
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
