//! The conditions of a rule put to a place: its `with`, `has` and `in`, and its
//! `unless`, each with what decided.

use super::{Occurrence, Provision, Reading};
use crate::catalogue::{Condition, ListId, ProvisionId, Raise, Reach};
use crate::matching::{Polarity, Slot};
use std::ops::Range;

/// What became of words that a `find` looked for, or of another place that a
/// raise was put to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything holds there.
    Holds,
    /// They stand in a way that is not taken.
    NotTaken,
    /// Another key of the raise does not hold.
    Unmet(Unmet),
    /// An entry of `unless` holds.
    Cancelled(Cancelled),
}

/// A key of a raise that does not hold at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmet {
    /// Words of this list are not within reach.
    With(ListId),
    /// None of its quantities is within reach.
    Has,
    /// None of its provisions is in the clause or announced by a heading.
    Inside,
}

/// What cancelled a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cancelled {
    /// Which entry of `unless`, from 0.
    pub(crate) entry: usize,
    /// Where it holds: the unit, and the range in its marked text.
    pub(crate) place: Spot,
}

/// A range of a unit's marked text.
pub(crate) type Spot = (usize, Range<usize>);

impl Reading<'_> {
    /// Whether the other keys of a raise hold at a place, and no `unless` does.
    pub(crate) fn outcome(&self, raise: &Raise, unless: &[&Condition], at: &Occurrence) -> Outcome {
        if let Some(unmet) = self.unmet(raise, at) {
            return Outcome::Unmet(unmet);
        }
        self.cancelled(unless, at).map_or(Outcome::Holds, Outcome::Cancelled)
    }

    /// The first of the other keys of a raise that does not hold at a place.
    fn unmet(&self, raise: &Raise, at: &Occurrence) -> Option<Unmet> {
        let missing =
            raise.with.iter().find(|list| self.words(&[**list], raise.within, at).is_none());
        if let Some(list) = missing {
            return Some(Unmet::With(*list));
        }
        if !raise.has.is_empty() && self.quantity(&raise.has, raise.within, at).is_none() {
            return Some(Unmet::Has);
        }
        let outside = !raise.inside.is_empty() && !self.inside(&raise.inside, at.unit);
        outside.then_some(Unmet::Inside)
    }

    /// The first condition of `unless` that holds at a place.
    fn cancelled(&self, unless: &[&Condition], at: &Occurrence) -> Option<Cancelled> {
        unless.iter().enumerate().find_map(|(entry, condition)| {
            let reach = condition.within;
            let place = self
                .quantity(&condition.has, reach, at)
                .or_else(|| self.words(&condition.find, reach, at))
                .or_else(|| self.provision(&condition.provisions, reach, at))?;
            Some(Cancelled { entry, place })
        })
    }

    /// The units a reach takes in; `None` means the sentence alone, or less.
    fn units_in(&self, reach: Reach, unit: usize) -> Option<Range<usize>> {
        match reach {
            Reach::Words | Reach::Before | Reach::Sentence => None,
            Reach::Clause => Some(self.contract.clause_units(unit)),
            Reach::Section => Some(self.contract.section_units(unit)),
            Reach::Contract => Some(0..self.hits.units()),
        }
    }

    /// Where words of one of these lists stand within reach.
    fn words(&self, lists: &[ListId], reach: Reach, at: &Occurrence) -> Option<Spot> {
        if lists.is_empty() {
            return None;
        }
        match self.units_in(reach, at.unit) {
            None => self
                .hits
                .in_sentence(lists, at.unit, &at.sentence)
                .find(|hit| {
                    let around = hit.range.start <= at.range.start && at.range.end <= hit.range.end;
                    match reach {
                        Reach::Words => around,
                        Reach::Before => hit.range.start < at.range.end,
                        _ => true,
                    }
                })
                .map(|hit| self.contract.home_of(at.unit, hit.range.clone())),
            Some(units) => {
                self.hits.first(lists, &units).map(|(unit, hit)| (unit, hit.range.clone()))
            }
        }
    }

    /// Where one of these quantities stands within reach.
    fn quantity(&self, slots: &[Slot], reach: Reach, at: &Occurrence) -> Option<Spot> {
        if slots.is_empty() {
            return None;
        }
        let within = |unit: usize, range: Range<usize>| {
            let text = &self.contract.paragraphs[unit].marked.as_str()[range.clone()];
            let (start, c) = text
                .char_indices()
                .find(|(_, c)| Slot::of(*c).is_some_and(|slot| slots.contains(&slot)))?;
            let start = range.start + start;
            Some(self.contract.home_of(unit, start..start + c.len_utf8()))
        };
        match self.units_in(reach, at.unit) {
            None if reach == Reach::Words => within(at.unit, at.range.clone()),
            None => within(at.unit, at.sentence.clone()),
            Some(mut units) => units.find_map(|unit| {
                within(unit, 0..self.contract.paragraphs[unit].marked.as_str().len())
            }),
        }
    }

    /// Where one of these provisions stands within reach, operative.
    fn provision(&self, provisions: &[ProvisionId], reach: Reach, at: &Occurrence) -> Option<Spot> {
        if provisions.is_empty() {
            return None;
        }
        let units = self.units_in(reach, at.unit);
        let sentence = units.is_none().then_some(&at.sentence);
        let mut all = self.provisions_in(&units.unwrap_or(at.unit..at.unit + 1)).iter();
        let found = all.find(|p| {
            provisions.contains(&p.id)
                && p.at.stands()
                && sentence.is_none_or(|sentence| p.at.sentence == *sentence)
        })?;
        Some((found.at.unit, found.at.range.clone()))
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
            let first = clause.units.start;
            self.hits
                .within(&lists, first..first + 1)
                .any(|(_, hit)| hit.polarity == Polarity::Heading)
        })
    }
}
