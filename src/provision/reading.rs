//! A contract with its words found and its provisions marked, and the
//! conditions rules put to it.

use super::hits::{Hit, scan};
use crate::catalogue::{Catalogue, Condition, ListId, ProvisionId, Raise, Reach, Taken, Trigger};
use crate::clause::{Contract, Role};
use crate::matching::{Lang, Polarity, Slot};
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
    pub(crate) hits: Vec<Vec<Hit>>,
    /// In text order.
    pub(crate) provisions: Vec<Provision>,
    /// When to stop looking: what is found by then is not all.
    pub(crate) deadline: Deadline,
}

impl<'c> Reading<'c> {
    /// Finds the words and marks the provisions, however long it takes.
    pub(crate) fn new(catalogue: &'c Catalogue, contract: &'c Contract) -> Self {
        Self::until(Deadline::default(), catalogue, contract)
    }

    /// The same until a deadline.
    pub(crate) fn until(
        deadline: Deadline,
        catalogue: &'c Catalogue,
        contract: &'c Contract,
    ) -> Self {
        let hits = scan(catalogue, contract, deadline);
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
                        let places = reading.occurrences(mark, &unless);
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
        let keep = |hits: &Vec<Hit>| hits.iter().filter(|hit| hit.word != word).cloned().collect();
        Self {
            catalogue: self.catalogue,
            contract: self.contract,
            hits: self.hits.iter().map(keep).collect(),
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
        let mut found: Vec<Range<usize>> = self.hits[at.unit]
            .iter()
            .filter(|hit| hit.sentence == at.sentence && lists.contains(&hit.list))
            .filter(|hit| matches!(hit.polarity, Polarity::Operative | Polarity::Defined))
            .map(|hit| hit.range.clone())
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
        let Trigger::Find { lists, taken, heading, .. } = &raise.trigger else { return Vec::new() };
        let mut found: Vec<Occurrence> = Vec::new();
        for (unit, hits) in self.hits.iter().enumerate() {
            for hit in hits.iter().filter(|hit| lists.contains(&hit.list)) {
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
                let occurrence = Occurrence {
                    unit,
                    range: hit.range.clone(),
                    sentence: hit.sentence.clone(),
                    lang: hit.lang,
                    polarity,
                };
                if !polarity_fits
                    || !self.meets(raise, &occurrence)
                    || self.cancelled(unless, &occurrence)
                {
                    continue;
                }
                match found
                    .last_mut()
                    .filter(|last| last.unit == unit && last.sentence == hit.sentence)
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
        }
        found
    }

    /// Whether the other keys of a raise hold at a place.
    pub(crate) fn meets(&self, raise: &Raise, at: &Occurrence) -> bool {
        raise.with.iter().all(|list| self.stands(&[*list], raise.within, at))
            && (raise.has.is_empty() || self.quantity_stands(&raise.has, raise.within, at))
            && (raise.inside.is_empty() || self.inside(&raise.inside, at.unit))
    }

    /// Whether a condition of `unless` holds at a place.
    pub(crate) fn cancelled(&self, unless: &[&Condition], at: &Occurrence) -> bool {
        unless.iter().any(|condition| {
            (!condition.has.is_empty()
                && self.quantity_stands(&condition.has, condition.within, at))
                || (!condition.find.is_empty()
                    && self.stands(&condition.find, condition.within, at))
                || (!condition.provisions.is_empty()
                    && self.provision_stands(&condition.provisions, condition.within, at))
        })
    }

    /// The units a reach takes in; `None` means the sentence alone, or less.
    fn units_in(&self, reach: Reach, unit: usize) -> Option<Range<usize>> {
        match reach {
            Reach::Words | Reach::Before | Reach::Sentence => None,
            Reach::Clause => Some(self.contract.clause_units(unit)),
            Reach::Section => Some(self.contract.section_units(unit)),
            Reach::Contract => Some(0..self.hits.len()),
        }
    }

    fn stands(&self, lists: &[ListId], reach: Reach, at: &Occurrence) -> bool {
        match self.units_in(reach, at.unit) {
            None => self.hits[at.unit]
                .iter()
                .filter(|hit| lists.contains(&hit.list) && hit.sentence == at.sentence)
                .any(|hit| {
                    let around = hit.range.start <= at.range.start && at.range.end <= hit.range.end;
                    match reach {
                        Reach::Words => around,
                        Reach::Before => hit.range.start < at.range.end,
                        _ => true,
                    }
                }),
            Some(units) => units
                .into_iter()
                .any(|unit| self.hits[unit].iter().any(|hit| lists.contains(&hit.list))),
        }
    }

    fn quantity_stands(&self, slots: &[Slot], reach: Reach, at: &Occurrence) -> bool {
        let holds = |text: &str| {
            text.chars().any(|c| Slot::of(c).is_some_and(|slot| slots.contains(&slot)))
        };
        let text = |unit: usize| self.contract.paragraphs[unit].marked.as_str();
        match self.units_in(reach, at.unit) {
            None if reach == Reach::Words => holds(&text(at.unit)[at.range.clone()]),
            None => holds(&text(at.unit)[at.sentence.clone()]),
            Some(units) => units.into_iter().any(|unit| holds(text(unit))),
        }
    }

    fn provision_stands(&self, provisions: &[ProvisionId], reach: Reach, at: &Occurrence) -> bool {
        let units = self.units_in(reach, at.unit);
        let sentence = units.is_none().then_some(&at.sentence);
        self.provisions_in(&units.unwrap_or(at.unit..at.unit + 1)).iter().any(|p| {
            provisions.contains(&p.id)
                && p.at.stands()
                && sentence.is_none_or(|sentence| p.at.sentence == *sentence)
        })
    }

    /// The provisions that stand in a range of units.
    fn provisions_in(&self, units: &Range<usize>) -> &[Provision] {
        let from = self.provisions.partition_point(|p| p.at.unit < units.start);
        let to = self.provisions.partition_point(|p| p.at.unit < units.end);
        &self.provisions[from..to]
    }

    /// Whether the clause around a unit holds one of these provisions, or a
    /// heading over it announces one.
    fn inside(&self, provisions: &[ProvisionId], unit: usize) -> bool {
        let units = self.contract.clause_units(unit);
        self.provisions_in(&units).iter().any(|p| provisions.contains(&p.id))
            || self.announced(provisions, unit)
    }

    fn announced(&self, provisions: &[ProvisionId], unit: usize) -> bool {
        let lists: Vec<ListId> =
            provisions.iter().map(|&id| self.catalogue.provisions[id].headings).collect();
        self.contract.path_of(unit).filter(|clause| clause.depth > 0).any(|clause| {
            self.hits[clause.units.start]
                .iter()
                .any(|hit| lists.contains(&hit.list) && hit.polarity == Polarity::Heading)
        })
    }

    /// The first heading that announces one of these provisions.
    pub(crate) fn heading_for(&self, provisions: &[ProvisionId]) -> Option<Occurrence> {
        let lists: Vec<ListId> =
            provisions.iter().map(|&id| self.catalogue.provisions[id].headings).collect();
        self.hits.iter().enumerate().find_map(|(unit, hits)| {
            if !matches!(self.contract.units[unit].role, Role::Heading(_)) {
                return None;
            }
            let hit = hits.iter().find(|hit| lists.contains(&hit.list))?;
            Some(Occurrence {
                unit,
                range: hit.range.clone(),
                sentence: hit.sentence.clone(),
                lang: hit.lang,
                polarity: hit.polarity,
            })
        })
    }
}
