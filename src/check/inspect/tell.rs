//! What was watched, put into sentences.

use super::watch::{Gone, Seen, Watch};
use super::{Hindrance, Inspection, Looked, LookedFor, Verdict};
use crate::catalogue::{Condition, Held, Raise, Reach, Rule, Trigger, yaml_name};
use crate::check::builtin::searched;
use crate::check::raise::Bench;
use crate::check::{Finding, Label};
use crate::matching::Polarity;
use crate::provision::{Cancelled, Occurrence, Outcome, Spot, Unmet};
use std::sync::Arc;

/// What a watched rule looked at, when all is settled. `findings` are those
/// that are kept.
pub(in crate::check) fn inspection(
    watch: &Watch,
    bench: &Bench,
    findings: &[Finding],
) -> Inspection {
    let rule = &bench.reading.catalogue.rules[watch.rule];
    let teller = Teller { watch, bench, rule, findings };
    let entries = rule.raise.iter().enumerate();
    Inspection {
        rule: Arc::clone(&rule.id),
        title: rule.text(bench.lang).title.clone(),
        path: rule.origin.path.clone(),
        severity: rule.severity,
        side: rule.harms,
        hindrances: teller.hindrances(),
        entries: entries.map(|(entry, raise)| teller.entry(entry, raise)).collect(),
    }
}

/// All that the sentences are made from.
pub(super) struct Teller<'t, 'r, 'c> {
    pub(super) watch: &'t Watch,
    pub(super) bench: &'t Bench<'r, 'c>,
    rule: &'t Rule,
    findings: &'t [Finding],
}

impl Teller<'_, '_, '_> {
    fn hindrances(&self) -> Vec<String> {
        let reading = self.bench.reading;
        let catalogue = reading.catalogue;
        let mut said = Vec::new();
        if !self.rule.on {
            said.push("the settings turn it off".to_owned());
        }
        said.extend(self.bench.hindrance_of(self.rule).map(|hindrance| match hindrance {
            Hindrance::Kind => {
                let kinds: Vec<String> = self.rule.kinds.iter().map(yaml_name).collect();
                format!(
                    "the contract is of the kind {}, and the rule applies to {}",
                    yaml_name(&reading.contract.kind),
                    kinds.join(", ")
                )
            }
            Hindrance::Has => format!(
                "the rule applies to contracts that have {}, and none stands in this one",
                catalogue.provisions_said(&self.rule.has)
            ),
            Hindrance::Lacks(at) => format!(
                "the rule applies to contracts that lack {}, and one stands in {}",
                catalogue.provisions_said(&self.rule.lacks),
                self.clause(at.unit)
            ),
        }));
        said
    }

    fn entry(&self, entry: usize, raise: &Raise) -> LookedFor {
        let seen = self.watch.seen.borrow();
        let mut places = self.told(&seen, entry, raise);
        let searched = match &raise.trigger {
            Trigger::Find { lists, .. } => self.near(lists, &mut places),
            Trigger::Absent { provisions, .. } => {
                self.missing(provisions, &mut places);
                self.near(&self.marks(provisions), &mut places)
            }
            Trigger::Limit { term, .. } | Trigger::Conflict { term } => {
                self.valueless(*term, &mut places)
            }
            Trigger::Builtin { builtin, of } => {
                self.sound(&searched(*builtin, of, self.bench), &mut places)
            }
            Trigger::Position(position) => match position.held {
                Held::Term(term) => self.valueless(term, &mut places),
                Held::Provision(provision) => {
                    self.missing(&[provision], &mut places);
                    self.near(&self.marks(&[provision]), &mut places)
                }
            },
        };
        LookedFor { said: self.bench.reading.catalogue.raise_said(raise), searched, places }
    }

    /// The places an entry was put to, and what became of each.
    fn told(&self, seen: &[Seen], entry: usize, raise: &Raise) -> Vec<Looked> {
        let mut told = Vec::new();
        let mut known: Vec<&Seen> = Vec::new();
        for one in seen.iter().filter(|seen| seen.entry == entry) {
            // Several patterns match the same words.
            let same =
                |other: &&Seen| other.at.unit == one.at.unit && other.at.range == one.at.range;
            if known.iter().any(same) {
                continue;
            }
            known.push(one);
            let Seen { at, stands, outcome, .. } = one;
            let mut place = match outcome {
                None => self.looked(at, Verdict::WithinBounds, "the value is within the bounds"),
                Some(Outcome::Holds) => self.settled(seen, entry, at, raise),
                Some(Outcome::NotTaken) => {
                    self.looked(at, Verdict::NotTaken, format!("the words {}", standing(*stands)))
                }
                Some(Outcome::Unmet(unmet)) => {
                    self.looked(at, Verdict::Unmet, self.unmet(*unmet, raise))
                }
                Some(Outcome::Cancelled(by)) => self
                    .looked(at, Verdict::Cancelled, self.cancelled(by, &self.rule.unless))
                    .decided_by(self.spot(&by.place)),
            };
            if let Some(value) = self.value(at, raise) {
                place.because = match place.because.as_str() {
                    "" => value,
                    because => format!("{value}: {because}"),
                };
            }
            told.push(place);
        }
        told
    }

    /// What became of a place where all holds.
    fn settled(&self, seen: &[Seen], entry: usize, at: &Occurrence, raise: &Raise) -> Looked {
        let gone = self.watch.gone.borrow();
        let same = |other: &Occurrence| other.unit == at.unit && other.sentence == at.sentence;
        let sentence = self.sentence(at);
        let label = self.bench.label(at, None, true);
        let first = seen.iter().find(|s| s.outcome == Some(Outcome::Holds) && same(&s.at));
        if first.is_some_and(|first| (first.entry, &first.at.range) != (entry, &at.range)) {
            return self.looked(at, Verdict::SameSentence, "the sentence has its finding");
        }
        let found = self.findings.iter().position(|finding| {
            *finding.rule == *self.rule.id
                && finding.sentence == sentence
                && finding.document() == label.document
        });
        if let Some(index) = found {
            let finding = &self.findings[index];
            let because = finding.caveat.clone().unwrap_or_default();
            let mut place = self.looked(at, Verdict::Raised, because);
            place.finding = Some(index);
            place.label = finding.primary().clone();
            return place;
        }
        if let Some((_, gone)) = gone.iter().find(|(other, _)| same(other)) {
            return match gone {
                Gone::Beaten { rule, address } => {
                    let at_clause =
                        if address.is_empty() { String::new() } else { format!(" at {address}") };
                    self.looked(at, Verdict::Beaten, format!("{rule} is raised{at_clause}"))
                }
                Gone::SaidByWords => self.looked(
                    at,
                    Verdict::SaidByWords,
                    "the rule is raised on words that bear it out",
                ),
            };
        }
        if !self.rule.on || self.bench.hindrance_of(self.rule).is_some() {
            return self.looked(at, Verdict::WouldRaise, "");
        }
        if matches!(raise.trigger, Trigger::Conflict { .. }) {
            return self.looked(at, Verdict::WithinBounds, "no other value differs from it");
        }
        self.looked(at, Verdict::Dropped, "there are more findings than are kept")
    }

    /// The value of a key term, where that is what the entry is about.
    fn value(&self, at: &Occurrence, raise: &Raise) -> Option<String> {
        let (Trigger::Limit { term, .. } | Trigger::Conflict { term }) = &raise.trigger else {
            return None;
        };
        let stands = |other: &Occurrence| other.unit == at.unit && other.range == at.range;
        let found = self.bench.terms.iter().find(|t| t.id == *term && stands(&t.at))?;
        let name = &self.bench.reading.catalogue.terms[*term].name;
        Some(format!("{name} is {}", found.quantity))
    }

    pub(super) fn unmet(&self, unmet: Unmet, raise: &Raise) -> String {
        let catalogue = self.bench.reading.catalogue;
        let within = reach(raise.within);
        match unmet {
            Unmet::With(list) => {
                format!("no words of {} stand {within} (with)", catalogue.list_name(list))
            }
            Unmet::Has => format!("none of the quantities of has stands {within}"),
            Unmet::Inside => format!(
                "the clause holds no {}, and no heading over it announces one (in)",
                catalogue.provisions_said(&raise.inside)
            ),
        }
    }

    pub(super) fn cancelled(&self, by: &Cancelled, unless: &[Condition]) -> String {
        let said = unless.get(by.entry).map(|c| self.bench.reading.catalogue.condition_said(c));
        format!("unless {} holds ({})", by.entry + 1, said.unwrap_or_default())
    }

    pub(super) fn looked(
        &self,
        at: &Occurrence,
        verdict: Verdict,
        because: impl Into<String>,
    ) -> Looked {
        let (label, because) = (self.bench.label(at, None, true), because.into());
        Looked { label, verdict, because, decided_by: None, finding: None }
    }

    pub(super) fn spot(&self, (unit, range): &Spot) -> Label {
        let sentence = self.bench.reading.contract.paragraphs[*unit].sentence_at(range.start);
        let at = Occurrence {
            unit: *unit,
            range: range.clone(),
            sentence,
            lang: self.bench.lang,
            polarity: Polarity::Operative,
        };
        self.bench.label(&at, None, false)
    }

    fn sentence(&self, at: &Occurrence) -> crate::source::Span {
        let worded = self.bench.worded(at, at.sentence.clone());
        self.bench.reading.contract.span(at.unit, worded)
    }

    fn clause(&self, unit: usize) -> String {
        match self.bench.reading.contract.address(unit) {
            address if address.is_empty() => "the opening".to_owned(),
            address => address,
        }
    }
}

impl Looked {
    fn decided_by(self, label: Label) -> Self {
        Self { decided_by: Some(label), ..self }
    }
}

/// How words stand, behind "the words".
pub(super) fn standing(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Operative => "stand as written",
        Polarity::Negated => "are negated",
        Polarity::Excepted => "stand in an exception",
        Polarity::Defined => "stand in the definition of a term",
        Polarity::Heading => "stand in a heading",
    }
}

/// A reach, behind "stand".
fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Words => "around the words",
        Reach::Before => "in the sentence before the words",
        Reach::Sentence => "in the sentence",
        Reach::Clause => "in the clause",
        Reach::Section => "in the section",
        Reach::Contract => "in the contract",
    }
}
