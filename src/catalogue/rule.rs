//! Rules ready to run: names resolved to indices, nothing left to look up.

use super::builtin::Builtin;
use super::fields::TestCase;
use super::files::{CheckFile, ProvisionFile, Reach, Take, Taken, TermFile, Working};
use super::position::Position;
use super::{Kind, Severity, Side, SuggestAs};
use crate::matching::{Lang, Pattern, Slot};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::sync::Arc;

/// Index of a list of patterns, all languages together.
pub(crate) type ListId = u32;
/// Index of a provision.
pub(crate) type ProvisionId = usize;
/// Index of a key term.
pub(crate) type TermId = usize;

/// One pattern of one list.
#[derive(Debug)]
pub(crate) struct WordEntry {
    pub(crate) list: ListId,
    pub(crate) lang: Lang,
    pub(crate) pattern: Pattern,
}

/// The file something came from.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    /// As messages name it.
    pub(crate) path: String,
    /// All it says.
    pub(crate) text: Cow<'static, str>,
}

/// A check.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: Arc<str>,
    /// Whether it is run; the user may turn it off.
    pub(crate) on: bool,
    pub(crate) harms: Side,
    pub(crate) severity: Severity,
    pub(crate) raise: Vec<Raise>,
    pub(crate) unless: Vec<Condition>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) has: Vec<ProvisionId>,
    pub(crate) lacks: Vec<ProvisionId>,
    pub(crate) beats: Vec<Arc<str>>,
    pub(crate) working: Option<Working>,
    pub(crate) suggest_as: SuggestAs,
    pub(crate) covers: Vec<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) since: String,
    pub(crate) texts: Vec<RuleText>,
    pub(crate) origin: Origin,
}

/// One language of a check: what it says, and its proof.
#[derive(Debug)]
pub(crate) struct RuleText {
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) message: String,
    pub(crate) suggest: Option<String>,
    pub(crate) flags: Vec<TestCase>,
    pub(crate) passes: Vec<TestCase>,
    pub(crate) known_gap: Vec<TestCase>,
    pub(crate) unattested: bool,
}

/// One way to raise a finding, or to mark a provision.
#[derive(Debug)]
pub(crate) struct Raise {
    pub(crate) trigger: Trigger,
    pub(crate) with: Vec<ListId>,
    pub(crate) has: Vec<Slot>,
    pub(crate) within: Reach,
    pub(crate) inside: Vec<ProvisionId>,
    pub(crate) severity: Option<Severity>,
    pub(crate) harms: Option<Side>,
}

/// What sets a raise off.
#[derive(Debug)]
pub(crate) enum Trigger {
    /// Words, with a quantity among them beyond a bound where there are bounds.
    Find {
        /// Any of them.
        lists: Vec<ListId>,
        /// How they must stand.
        taken: Taken,
        /// Whether a heading will do.
        heading: bool,
        /// Largest values that are well.
        above: Vec<Bound>,
        /// Smallest values that are well.
        below: Vec<Bound>,
    },
    /// No operative provision of these kinds, or not of each, pointed at the
    /// first of others.
    Absent { provisions: Vec<ProvisionId>, each: bool, at: Vec<ProvisionId> },
    /// A key term beyond a bound.
    Limit { term: TermId, above: Vec<Bound>, below: Vec<Bound> },
    /// A key term with two values.
    Conflict { term: TermId },
    /// Logic in code.
    Builtin {
        /// Which.
        builtin: Builtin,
        /// The key terms it speaks of.
        of: Vec<TermId>,
    },
    /// A position of a playbook that is not met.
    Position(Box<Position>),
}

/// One bound of a limit, in the term's base unit: percent, or minutes.
#[derive(Debug, Clone)]
pub(crate) struct Bound {
    pub(crate) value: Decimal,
    /// As its author wrote it: `48 hours`.
    pub(crate) said: String,
    pub(crate) severity: Option<Severity>,
}

/// What cancels a finding.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) has: Vec<Slot>,
    pub(crate) find: Vec<ListId>,
    pub(crate) provisions: Vec<ProvisionId>,
    pub(crate) within: Reach,
}

/// A kind of operative sentence.
#[derive(Debug)]
pub(crate) struct ProvisionRule {
    pub(crate) name: Arc<str>,
    pub(crate) mark: Vec<Raise>,
    pub(crate) unless: Vec<Condition>,
    /// Headings that announce it.
    pub(crate) headings: ListId,
    pub(crate) file: ProvisionFile,
    pub(crate) origin: Origin,
}

/// What the value of a key term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueKind {
    /// A quantity.
    Quantity,
    /// A quantity or a number of things.
    Count,
    /// One month, quarter or year, as a period that comes round.
    Period,
    /// A ladder of credits.
    Ladder,
    /// The words themselves.
    Words,
}

/// A key term.
#[derive(Debug)]
pub(crate) struct TermRule {
    pub(crate) name: Arc<str>,
    pub(crate) value: ValueKind,
    /// Of a quantity, its kinds.
    pub(crate) slots: Vec<Slot>,
    pub(crate) inside: Vec<ProvisionId>,
    pub(crate) take: Take,
    /// The term beside which it stands.
    pub(crate) beside: Option<TermId>,
    /// Provisions without which the sum makes no sense.
    pub(crate) sum_with: Vec<ProvisionId>,
    pub(crate) file: TermFile,
    pub(crate) origin: Origin,
}

impl Rule {
    /// The text in a language, or in the first the rule has.
    pub(crate) fn text(&self, lang: Lang) -> &RuleText {
        self.texts.iter().find(|text| text.lang == lang).unwrap_or(&self.texts[0])
    }

    /// Moves what the file says of languages into texts.
    pub(super) fn texts_of(file: &mut CheckFile) -> Vec<RuleText> {
        let blocks =
            [(Lang::En, file.en.take()), (Lang::Zh, file.zh.take()), (Lang::Ms, file.ms.take())];
        blocks
            .into_iter()
            .filter_map(|(lang, block)| {
                block.map(|b| RuleText {
                    lang,
                    title: b.title,
                    why: b.why,
                    message: b.message,
                    suggest: b.suggest,
                    flags: b.flags,
                    passes: b.passes,
                    known_gap: b.known_gap,
                    unattested: b.unattested,
                })
            })
            .collect()
    }
}

impl ProvisionRule {
    /// The title in a language, or in the first the file has.
    pub(crate) fn title(&self, lang: Lang) -> &str {
        std::iter::once(lang)
            .chain(Lang::ALL)
            .find_map(|lang| self.file.block(lang))
            .map_or(&*self.name, |block| &block.title)
    }
}
