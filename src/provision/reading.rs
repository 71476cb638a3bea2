//! A contract with its words found and its provisions marked, and the
//! conditions rules put to it.

use super::Outcome;
use super::found::Hits;
use super::hits::{Hit, Sought, scan};
use crate::catalogue::{Catalogue, Condition, ListId, ProvisionId, Raise, Taken, Trigger};
use crate::clause::{Contract, Role};
use crate::matching::{Lang, Polarity};
use crate::source::Deadline;
use std::ops::Range;

/// Words a rule or provision found, with all its conditions met.
#[derive(Debug, Clone)]
pub(crate) struct Occurrence {
    /// The unit.
    pub(crate) unit: usize,
    /// The words, in its marked text.
    pub(crate) range: Range<usize>,
    /// The sentence around them.
    pub(crate) sentence: Range<usize>,
    /// The language of the pattern.
    pub(crate) lang: Lang,
    /// How they stand.
    pub(crate) polarity: Polarity,
}

impl Occurrence {
    /// Words where they were found.
    pub(crate) fn of(unit: usize, hit: &Hit) -> Self {
        Self {
            unit,
            range: hit.range.clone(),
            sentence: hit.sentence.clone(),
            lang: hit.lang,
            polarity: hit.polarity,
        }
    }

    /// Whether the words have effect.
    pub(crate) fn stands(&self) -> bool {
        self.polarity == Polarity::Operative
    }
}

/// A provision at its place.
#[derive(Debug, Clone)]
pub(crate) struct Provision {
    /// Which.
    pub(crate) id: ProvisionId,
    /// Where.
    pub(crate) at: Occurrence,
}

/// A contract read with a catalogue.
pub(crate) struct Reading<'c> {
    pub(crate) catalogue: &'c Catalogue,
    pub(crate) contract: &'c Contract,
    pub(crate) hits: Hits,
    /// In text order.
    pub(crate) provisions: Vec<Provision>,
    /// When to stop looking: what is found by then is not all.
    pub(crate) deadline: Deadline,
}

impl<'c> Reading<'c> {
    /// Finds the words and marks the provisions, however long it takes.
    pub(crate) fn new(catalogue: &'c Catalogue, contract: &'c Contract) -> Self {
        Self::watched(Deadline::default(), catalogue, contract, |_, _, _, _| {})
    }

    /// The same until a deadline, without words of which no rule makes anything.
    pub(crate) fn until(
        deadline: Deadline,
        catalogue: &'c Catalogue,
        contract: &'c Contract,
    ) -> Self {
        Self::read(Sought::Needed, deadline, catalogue, contract, |_, _, _, _| {})
    }

    /// With all words, telling what became of those that could mark a provision,
    /// and how they stand.
    pub(crate) fn watched(
        deadline: Deadline,
        catalogue: &'c Catalogue,
        contract: &'c Contract,
        watch: impl FnMut(ProvisionId, &Occurrence, Polarity, &Outcome),
    ) -> Self {
        Self::read(Sought::All, deadline, catalogue, contract, watch)
    }

    fn read(
        sought: Sought,
        deadline: Deadline,
        catalogue: &'c Catalogue,
        contract: &'c Contract,
        mut watch: impl FnMut(ProvisionId, &Occurrence, Polarity, &Outcome),
    ) -> Self {
        let hits = Hits::new(scan(catalogue, contract, sought, deadline));
        let mut reading = Self { catalogue, contract, hits, provisions: Vec::new(), deadline };
        // Provisions that speak of other provisions are marked after these.
        for dependent in [false, true] {
            let mut found = Vec::new();
            for (id, rule) in catalogue.provisions.iter().enumerate() {
                let speaks = rule.mark.iter().any(|mark| !mark.inside.is_empty())
                    || rule.unless.iter().any(|unless| !unless.provisions.is_empty());
                if speaks == dependent {
                    let unless: Vec<&Condition> = rule.unless.iter().collect();
                    for mark in &rule.mark {
                        let places =
                            reading.watched_occurrences(mark, &unless, |at, stands, outcome| {
                                watch(id, at, stands, outcome);
                            });
                        found.extend(places.into_iter().map(|at| Provision { id, at }));
                    }
                }
            }
            reading.provisions.extend(found);
            reading.provisions.sort_by_key(|p| (p.at.unit, p.at.range.start, p.id));
        }
        reading
    }

    /// The same reading as if one of the catalogue's patterns were not there;
    /// provisions stay.
    pub(crate) fn without(&self, word: usize) -> Self {
        Self {
            catalogue: self.catalogue,
            contract: self.contract,
            hits: self.hits.without(word),
            provisions: self.provisions.clone(),
            deadline: self.deadline,
        }
    }

    /// Every place of a provision's own words in its sentence, in text order.
    pub(crate) fn places_of(&self, provision: &Provision) -> Vec<Range<usize>> {
        let marks = &self.catalogue.provisions[provision.id].mark;
        let lists: Vec<ListId> = marks
            .iter()
            .flat_map(|mark| match &mark.trigger {
                Trigger::Find { lists, .. } => lists.as_slice(),
                _ => &[],
            })
            .copied()
            .collect();
        let at = &provision.at;
        let mut found: Vec<Range<usize>> = self
            .hits
            .within(&lists, at.unit..at.unit + 1)
            .filter(|(_, hit)| hit.sentence == at.sentence)
            .filter(|(_, hit)| matches!(hit.polarity, Polarity::Operative | Polarity::Defined))
            .map(|(_, hit)| hit.range.clone())
            .collect();
        found.dedup();
        found
    }

    /// Whether the contract has one of these provisions, operative.
    pub(crate) fn has_any(&self, provisions: &[ProvisionId]) -> bool {
        self.first_of(provisions).is_some()
    }

    /// The first of these provisions that is operative.
    pub(crate) fn first_of(&self, provisions: &[ProvisionId]) -> Option<&Provision> {
        self.provisions.iter().find(|p| provisions.contains(&p.id) && p.at.stands())
    }

    /// Where a `find` entry holds and no `unless` cancels it; at most one place a sentence.
    pub(crate) fn occurrences(&self, raise: &Raise, unless: &[&Condition]) -> Vec<Occurrence> {
        self.watched_occurrences(raise, unless, |_, _, _| {})
    }

    /// The same, telling what became of all words the entry looks for, and how
    /// these words stand.
    pub(crate) fn watched_occurrences(
        &self,
        raise: &Raise,
        unless: &[&Condition],
        mut watch: impl FnMut(&Occurrence, Polarity, &Outcome),
    ) -> Vec<Occurrence> {
        let Trigger::Find { lists, taken, heading, .. } = &raise.trigger else { return Vec::new() };
        let mut found: Vec<Occurrence> = Vec::new();
        for (unit, hit) in self.hits.of(lists) {
            // A condition may look at the whole contract for every hit.
            if self.deadline.passed() {
                return found;
            }
            let polarity_fits = match hit.polarity {
                Polarity::Operative => true,
                Polarity::Heading => *heading,
                Polarity::Defined => *taken != Taken::Operative,
                Polarity::Negated | Polarity::Excepted => *taken == Taken::Any,
            };
            // What a definition states is as operative as the term it defines.
            let polarity = match (*taken, hit.polarity) {
                (Taken::Stated, Polarity::Defined) => Polarity::Operative,
                (_, polarity) => polarity,
            };
            let occurrence = Occurrence { polarity, ..Occurrence::of(unit, hit) };
            let outcome = if polarity_fits {
                self.outcome(raise, unless, &occurrence)
            } else {
                Outcome::NotTaken
            };
            watch(&occurrence, hit.polarity, &outcome);
            if outcome != Outcome::Holds {
                continue;
            }
            match found.last_mut().filter(|last| last.unit == unit && last.sentence == hit.sentence)
            {
                Some(last) => {
                    let overlap = hit.range.start < last.range.end;
                    if overlap && hit.range.len() > last.range.len() {
                        last.range = hit.range.clone();
                    }
                }
                None => found.push(occurrence),
            }
        }
        found
    }

    /// The first heading that announces one of these provisions.
    pub(crate) fn heading_for(&self, provisions: &[ProvisionId]) -> Option<Occurrence> {
        let lists: Vec<ListId> =
            provisions.iter().map(|&id| self.catalogue.provisions[id].headings).collect();
        let heading = |unit: usize| matches!(self.contract.units[unit].role, Role::Heading(_));
        let mut hits = self.hits.of(&lists).filter(|(unit, _)| heading(*unit));
        hits.next().map(|(unit, hit)| Occurrence::of(unit, hit))
    }
}
