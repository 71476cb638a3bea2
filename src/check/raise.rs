//! Rules run over a contract: what each raises, before beats and order.

use super::finding::{ClauseRef, Finding, Label, Status};
use super::fingerprint::fingerprint;
use super::inspect::{Hindrance, Watch};
use super::texts::{Texts, note};
use super::working::{Known, figures_at, sum};
use crate::catalogue::{Bound, Condition, Kind, ProvisionId, Raise, Rule, Severity, Side, Trigger};
use crate::matching::{Lang, Polarity, Slot};
use crate::provision::{Occurrence, Outcome, Reading};
use crate::read::{Gap, RevisionKind};
use crate::terms::{KeyTerm, Ladder, Wording, base_value, measure};
use rust_decimal::Decimal;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A finding with what ordering and beating need.
pub(super) struct Raised {
    pub(super) finding: Finding,
    pub(super) rule: usize,
    pub(super) at: Occurrence,
}

/// A place where a raise holds.
pub(super) struct Place {
    /// The words that are the cause.
    pub(super) at: Occurrence,
    /// Other words that belong to it.
    pub(super) further: Vec<Related>,
    /// The sum that shows it, where the rule names none.
    pub(super) working: Option<String>,
    /// What `{detail}` stands for in the rule's texts.
    pub(super) detail: String,
    /// Whether something is absent, and the words are where it belongs.
    pub(super) missing: bool,
}

impl From<Occurrence> for Place {
    fn from(at: Occurrence) -> Self {
        Self { at, further: Vec::new(), working: None, detail: String::new(), missing: false }
    }
}

/// What rules look at: the contract read, its key terms and ladders of credits, the
/// report's language.
#[derive(Clone, Copy)]
pub(super) struct Bench<'r, 'c> {
    pub(super) reading: &'r Reading<'c>,
    pub(super) terms: &'r [KeyTerm],
    /// Read when first asked for.
    pub(super) words: &'r (dyn Deref<Target = Vec<Wording>> + Sync),
    pub(super) ladders: &'r [Ladder],
    /// The report's language.
    pub(super) lang: Lang,
    /// Whether `applies` counts; tests of single sentences run without it.
    pub(super) applies: bool,
    /// A part of the rule that is left out, to prove that it matters.
    pub(super) without: Without,
    /// Who is told what becomes of each place; `None` where nobody asked.
    pub(super) watch: Option<&'r Watch>,
}

/// Another place that belongs to a finding.
pub(super) struct Related {
    pub(super) at: Occurrence,
    /// The name of what is said beside it, in `rules/vocabulary/findings.yaml`.
    pub(super) note: Option<&'static str>,
}

impl From<Occurrence> for Related {
    fn from(at: Occurrence) -> Self {
        Self { at, note: None }
    }
}

/// A part of a rule that is left out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Without {
    /// One of the catalogue's patterns; left out of the reading.
    pub(super) word: Option<usize>,
    /// One entry of `unless`.
    pub(super) unless: Option<usize>,
    /// One entry of `raise`.
    pub(super) raise: Option<usize>,
}

impl Without {
    /// The entries of a list without the one left out.
    pub(super) fn kept<T>(
        self,
        entries: &[T],
        left_out: Option<usize>,
    ) -> impl Iterator<Item = &T> {
        entries
            .iter()
            .enumerate()
            .filter(move |(at, _)| Some(*at) != left_out)
            .map(|(_, entry)| entry)
    }
}

impl Bench<'_, '_> {
    /// All findings of one rule, in text order.
    pub(super) fn run(&self, index: usize) -> Vec<Raised> {
        let rule = &self.reading.catalogue.rules[index];
        if self.applies && self.hindrance_of(rule).is_some() {
            return Vec::new();
        }
        let unless: Vec<&Condition> =
            self.without.kept(&rule.unless, self.without.unless).collect();
        let mut found: Vec<Raised> = Vec::new();
        for (entry, raise) in self.without.kept(&rule.raise, self.without.raise).enumerate() {
            if let Trigger::Position(position) = &raise.trigger {
                found.extend(self.missed(index, raise, position));
                continue;
            }
            if let Some(watch) = self.watch {
                watch.begin(entry);
            }
            for (place, severity) in self.places(rule, raise, &unless) {
                let at = &place.at;
                let same = found
                    .iter()
                    .any(|other| other.at.unit == at.unit && other.at.sentence == at.sentence);
                if !same {
                    let finding = self.finding(rule, raise, &place, severity);
                    found.push(Raised { finding, rule: index, at: place.at });
                }
            }
        }
        found
    }

    /// How severe words are whose quantities have bounds: `None` where none of
    /// them lies beyond.
    fn bounded(
        &self,
        at: &Occurrence,
        above: &[Bound],
        below: &[Bound],
        severity: Severity,
    ) -> Option<Severity> {
        if above.is_empty() && below.is_empty() {
            return Some(severity);
        }
        let paragraph = &self.reading.contract.paragraphs[at.unit];
        let values = paragraph.quantities_in(&at.range).filter_map(|(q, _)| base_value(q));
        let beyond = values.filter_map(|value| beyond(value, above, below));
        beyond.map(|bound| bound.severity.unwrap_or(severity)).max()
    }

    /// The value of a key term in the unit of bounds.
    fn size(&self, term: &KeyTerm) -> Option<Decimal> {
        measure(&self.reading.catalogue.terms[term.id], &term.quantity)
    }

    /// Why what is for some contracts is not for this one; `None` where it is.
    pub(super) fn hindrance(
        &self,
        kinds: &[Kind],
        has: &[ProvisionId],
        lacks: &[ProvisionId],
    ) -> Option<Hindrance> {
        if !kinds.is_empty() && !kinds.contains(&self.reading.contract.kind) {
            return Some(Hindrance::Kind);
        }
        if !has.is_empty() && !self.reading.has_any(has) {
            return Some(Hindrance::Has);
        }
        let lacked = self.reading.first_of(lacks)?;
        Some(Hindrance::Lacks(lacked.at.clone()))
    }

    /// Why a rule raises nothing in this contract, whatever its words are.
    pub(super) fn hindrance_of(&self, rule: &Rule) -> Option<Hindrance> {
        self.hindrance(&rule.kinds, &rule.has, &rule.lacks)
    }

    /// Whether the other keys of a raise hold at a place, and no `unless` does.
    fn holds(&self, raise: &Raise, unless: &[&Condition], at: &Occurrence) -> bool {
        let outcome = self.reading.outcome(raise, unless, at);
        if let Some(watch) = self.watch {
            watch.saw(at, at.polarity, &outcome);
        }
        outcome == Outcome::Holds
    }

    /// Tells whoever watches that a value is within its bounds.
    fn within_bounds(&self, at: &Occurrence) {
        if let Some(watch) = self.watch {
            watch.within_bounds(at);
        }
    }

    /// Where a raise holds, how severe it is there, and what else to point at.
    fn places(&self, rule: &Rule, raise: &Raise, unless: &[&Condition]) -> Vec<(Place, Severity)> {
        let severity = raise.severity.unwrap_or(rule.severity);
        match &raise.trigger {
            Trigger::Find { above, below, .. } => self
                .reading
                .watched_occurrences(raise, unless, |at, stands, outcome| {
                    if let Some(watch) = self.watch {
                        watch.saw(at, stands, outcome);
                    }
                })
                .into_iter()
                .filter_map(|at| {
                    let bounded = self.bounded(&at, above, below, severity);
                    if bounded.is_none() {
                        self.within_bounds(&at);
                    }
                    Some((at.into(), bounded?))
                })
                .collect(),
            Trigger::Absent { provisions, each, at } => {
                let lacking = self.lacking(provisions, *each);
                if lacking.is_empty() {
                    return Vec::new();
                }
                let anchor = self.anchor(&lacking, at);
                let held = anchor.filter(|place| self.holds(raise, unless, place));
                held.into_iter()
                    .map(|at| {
                        let further = self.near_misses(&lacking, &at);
                        let detail = self.titles(&lacking);
                        (Place { further, missing: true, detail, ..at.into() }, severity)
                    })
                    .collect()
            }
            Trigger::Limit { term, above, below } => self
                .terms
                .iter()
                .filter(|t| t.id == *term)
                .filter_map(|t| {
                    let beyond = self.size(t).and_then(|size| beyond(size, above, below));
                    if beyond.is_none() {
                        self.within_bounds(&t.at);
                    }
                    let beyond = beyond?;
                    self.holds(raise, unless, &t.at)
                        .then(|| (t.at.clone().into(), beyond.severity.unwrap_or(severity)))
                })
                .collect(),
            Trigger::Builtin { builtin, of } => super::builtin::places(*builtin, of, self)
                .into_iter()
                .filter(|place| self.holds(raise, unless, &place.at))
                .map(|place| (place, severity))
                .collect(),
            // It says more than a place: see `missed`.
            Trigger::Position(_) => Vec::new(),
            Trigger::Conflict { term } => {
                let holding: Vec<&KeyTerm> = self
                    .terms
                    .iter()
                    .filter(|t| t.id == *term && self.holds(raise, unless, &t.at))
                    .collect();
                let Some((first, others)) = holding.split_first() else { return Vec::new() };
                others
                    .iter()
                    .filter(|t| self.size(t) != self.size(first))
                    .take(1)
                    .map(|t| {
                        let further = vec![Related::from(first.at.clone())];
                        (Place { further, ..t.at.clone().into() }, severity)
                    })
                    .collect()
            }
        }
    }

    pub(super) fn finding(
        &self,
        rule: &Rule,
        raise: &Raise,
        place: &Place,
        severity: Severity,
    ) -> Finding {
        let at = &place.at;
        let contract = self.reading.contract;
        let missing = place.missing;
        let paragraph = &contract.paragraphs[at.unit];
        let clause_lang =
            if missing { contract.languages.first().copied().unwrap_or(at.lang) } else { at.lang };
        let said = rule.text(self.lang);
        let proposed = rule.text(clause_lang);
        let texts = Texts { contract, at, detail: &place.detail };
        let mut severity = severity;
        let mut caveats = Vec::new();
        let side = raise.harms.unwrap_or(rule.harms);
        let words = &paragraph.marked.as_str()[at.range.clone()];
        if side != Side::Both && !missing && words.contains(Slot::Unknown.char()) {
            severity = severity.lowered();
            caveats.push(note("party-unknown", self.lang));
        }
        let unit = &contract.units[at.unit];
        let plain = paragraph.plain_range(at.range.clone());
        if unit.pending.iter().any(|range| range.start < plain.end && plain.start < range.end) {
            caveats.push(self.pending(at));
        }
        let is_gap = |gap| contract.documents.iter().any(|document| document.gaps.contains(&gap));
        if missing && is_gap(Gap::Words) {
            severity = severity.lowered();
            caveats.push(note("unread", self.lang));
        }
        let numbered =
            matches!(&raise.trigger, Trigger::Builtin { builtin, .. } if builtin.trusts_numbers());
        if numbered && is_gap(Gap::Numbers) {
            severity = severity.lowered();
            caveats.push(note("numbers-unsure", self.lang));
        }
        if unit.hidden {
            caveats.push(note("hidden", self.lang));
        }
        let mut labels = vec![self.label(at, None, true)];
        labels.extend(place.further.iter().map(|related| {
            let said = related.note.map(|name| note(name, self.lang));
            self.label(&related.at, said, false)
        }));
        Finding {
            rule: Arc::clone(&rule.id),
            severity,
            side,
            title: said.title.clone(),
            message: texts.fill(&said.message),
            why: texts.fill(&said.why),
            missing,
            called_for: missing && at.polarity != Polarity::Heading,
            status: Status::Reported,
            reason: None,
            clause: ClauseRef {
                address: contract.address(at.unit),
                heading: contract.heading(at.unit).to_owned(),
            },
            working: place.working.clone().or_else(|| {
                let working = rule.working?;
                let figures = figures_at(self.reading, at, working);
                sum(working, &figures, &Known::at(self.reading, self.terms, at.unit), self.lang)
            }),
            suggest: proposed.suggest.as_deref().map(|text| texts.fill(text)),
            suggest_as: rule.suggest_as,
            sentence: contract.span(at.unit, self.worded(at, at.sentence.clone())),
            caveat: (!caveats.is_empty()).then(|| caveats.join(" ")),
            fingerprint: fingerprint(&rule.id, contract, at, missing),
            also: Vec::new(),
            labels,
        }
    }

    /// What is said of words that are a pending change: whose, and how they are read.
    fn pending(&self, at: &Occurrence) -> String {
        let contract = self.reading.contract;
        let unit = &contract.units[at.unit];
        let span = contract.span(at.unit, at.range.clone());
        let block = &contract.documents[unit.document].blocks[unit.block];
        let change = block.revisions.iter().find(|change| {
            let changed = block.text.origin(change.range.clone());
            changed.start < span.end && span.start < changed.end
        });
        let name = match change.map(|change| change.kind) {
            Some(RevisionKind::Deletion) => "pending-deletion",
            _ => "pending",
        };
        let day = |date: &str| date.get(..10).unwrap_or_default().to_owned();
        let who = change.map(|change| [change.author.clone(), day(&change.date)]);
        let who: Vec<String> = who.into_iter().flatten().filter(|word| !word.is_empty()).collect();
        let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
        note(name, self.lang).replace("{who}", &who)
    }

    /// A range of a paragraph without the number in front of it.
    pub(super) fn worded(&self, at: &Occurrence, range: Range<usize>) -> Range<usize> {
        let lead = self.reading.contract.paragraphs[at.unit].lead;
        range.start.max(lead).min(range.end)..range.end
    }

    pub(super) fn label(&self, at: &Occurrence, note: Option<String>, primary: bool) -> Label {
        let contract = self.reading.contract;
        let span = contract.span(at.unit, self.worded(at, at.range.clone()));
        let document = contract.units[at.unit].document;
        let text = contract.documents[document].source.slice(span).to_owned();
        let address = contract.address(at.unit);
        Label { document, span, text, primary, note, address }
    }
}

/// The most severe bound a value lies beyond.
fn beyond<'b>(value: Decimal, above: &'b [Bound], below: &'b [Bound]) -> Option<&'b Bound> {
    let over = above.iter().filter(|bound| value > bound.value);
    let under = below.iter().filter(|bound| value < bound.value);
    over.chain(under).max_by_key(|bound| bound.severity)
}
