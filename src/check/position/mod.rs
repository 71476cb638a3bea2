//! The positions of a playbook: which of them a contract meets, and what to say
//! where it does not.

mod compare;
mod meets;
mod phrases;
mod said;
mod values;

pub(crate) use compare::{fits, order};
pub(crate) use phrases::{demand_words, rule_text};

use super::raise::{Bench, Place, Raised};
use super::{ClauseRef, Finding, Label};
use crate::catalogue::{
    Held, Met, Position, ProvisionId, Raise, Rule, Severity, SuggestAs, Trigger,
};
use crate::provision::Occurrence;
use crate::read::BlockKind;
use std::sync::Arc;
use values::{Value, values};

/// How a contract stands to one position.
#[derive(Debug, Clone)]
pub struct PositionLine {
    /// Its place in the playbook, from 0.
    pub order: usize,
    /// The rule that raises it, `playbook/payment-days`.
    pub rule: Arc<str>,
    /// The title of the key term or provision, in the report's language.
    pub title: String,
    /// The service, plan or severity the value is for, or empty.
    pub subject: String,
    /// What the contract says, as written; empty where it says nothing, and of
    /// a provision.
    pub value: String,
    /// Whether the value is words and no figure.
    pub words: bool,
    /// Which position that meets.
    pub met: Met,
    /// Who may approve it, where someone must and is named.
    pub approval: Option<String>,
    /// What would be ideal, in words.
    pub ideal: Option<String>,
    /// What is acceptable, in words.
    pub acceptable: String,
    /// Where one walks away, in words.
    pub walk_away: Option<String>,
    /// Wording to ask for, in the contract's language and with its names.
    pub ask: Option<String>,
    /// Wording to fall back to.
    pub fallback: Option<String>,
    /// Wording that needs approval, and beyond which one walks away.
    pub least: Option<String>,
    /// Who may approve that, where the playbook names them.
    pub least_by: Option<String>,
    /// What to ask for in return, in the report's language.
    pub trade: Option<String>,
    /// What the playbook remarks, in the report's language.
    pub note: Option<String>,
    /// How many more values there are, of which this one is the worst.
    pub others: usize,
    /// Where it stands; of what is missing, where it belongs.
    pub clause: ClauseRef,
    /// The words of the value; `None` where the contract says nothing.
    pub label: Option<Label>,
}

/// A value held to a position, and what comes of it.
struct Judged<'p> {
    position: &'p Position,
    /// `None`: the contract says nothing.
    value: Option<Value>,
    met: Met,
    /// The one of the approvals that it needs.
    approval: Option<usize>,
    others: usize,
}

impl Bench<'_, '_> {
    /// How the contract stands to all positions of the playbook in force, in
    /// the playbook's order.
    pub(super) fn positions(&self) -> Vec<PositionLine> {
        let rules = self.reading.catalogue.rules.iter().filter(|rule| rule.on);
        let mut lines: Vec<PositionLine> = Vec::new();
        for rule in rules {
            for raise in &rule.raise {
                if let Trigger::Position(position) = &raise.trigger {
                    let judged = self.judged(position);
                    lines.extend(judged.iter().map(|held| self.line(rule, held)));
                }
            }
        }
        lines.sort_by_key(|line| line.order);
        lines
    }

    /// The findings of one position: what is missed, the worst first.
    pub(super) fn missed(&self, index: usize, raise: &Raise, position: &Position) -> Vec<Raised> {
        let rule = &self.reading.catalogue.rules[index];
        let mut judged = self.judged(position);
        judged.sort_by_key(|held| std::cmp::Reverse(held.met));
        let missed = judged.iter().filter_map(|held| {
            let severity = match held.met {
                Met::WalkAway => position.severity,
                Met::NeedsApproval | Met::Unclear => position.between,
                Met::Ideal | Met::Acceptable | Met::Elsewhere => return None,
            };
            let at = self.place_of(held)?;
            Some(self.raised(index, rule, raise, held, at, severity))
        });
        missed.collect()
    }

    /// The values of a position's term, each with what it meets; the worst
    /// alone, unless each is asked for.
    fn judged<'p>(&self, position: &'p Position) -> Vec<Judged<'p>> {
        if self.applies && self.hindrance(&position.kinds, &position.has, &position.lacks).is_some()
        {
            return Vec::new();
        }
        let mut values = values(self, position);
        // What names none of the words, where another does, speaks in passing.
        if values.iter().any(|value| self.names_any(position, value)) {
            values.retain(|value| self.names_any(position, value));
        }
        if values.is_empty() {
            let met = self.met_missing(position);
            let approval = (met == Met::NeedsApproval).then_some(0);
            return vec![Judged { position, value: None, met, approval, others: 0 }];
        }
        let all = values.into_iter().map(|value| {
            let (met, approval) = self.met(position, &value);
            Judged { position, value: Some(value), met, approval, others: 0 }
        });
        if position.each {
            return all.collect();
        }
        let all: Vec<Judged> = all.collect();
        let others = all.len() - 1;
        // Of equals the first speaks.
        let worst = all.into_iter().rev().max_by_key(|held| (held.met, held.approval));
        worst.map(|held| Judged { others, ..held }).into_iter().collect()
    }

    /// Where a position's finding stands: at its value, or where it belongs.
    fn place_of(&self, held: &Judged) -> Option<Occurrence> {
        if let Some(value) = &held.value {
            return Some(value.at.clone());
        }
        let provisions = self.provisions(held.position.held);
        self.anchor(&provisions, &provisions)
    }

    /// The provisions that a position's term stands in.
    fn provisions(&self, held: Held) -> Vec<ProvisionId> {
        match held {
            Held::Term(term) => self.reading.catalogue.terms[term].inside.clone(),
            Held::Provision(provision) => vec![provision],
        }
    }

    fn raised(
        &self,
        index: usize,
        rule: &Rule,
        raise: &Raise,
        held: &Judged,
        at: Occurrence,
        severity: Severity,
    ) -> Raised {
        let missing = held.value.is_none();
        let line = self.line(rule, held);
        let further = if missing {
            self.near_misses(&self.provisions(held.position.held), &at)
        } else {
            Vec::new()
        };
        let place = Place { missing, further, ..at.into() };
        let finding = self.finding(rule, raise, &place, severity);
        let suggest_as = if missing {
            SuggestAs::Clause
        } else if self.in_table(place.at.unit) {
            // A sentence cannot take the place of a cell.
            SuggestAs::Advice
        } else {
            held.position.suggest_as
        };
        let finding = Finding {
            title: self.title(held, &line),
            message: self.message(held, &line),
            why: self.why(held),
            suggest: line.ask.clone().or_else(|| line.fallback.clone()),
            suggest_as,
            ..finding
        };
        Raised { finding, rule: index, at: place.at }
    }

    fn in_table(&self, unit: usize) -> bool {
        let contract = self.reading.contract;
        let unit = &contract.units[unit];
        let block = &contract.documents[unit.document].blocks[unit.block];
        matches!(block.kind, BlockKind::Cell(_))
    }
}
