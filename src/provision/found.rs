//! The words found in a contract, by unit and by list.

use super::hits::{Hit, UnitHits};
use crate::catalogue::ListId;
use std::ops::Range;

/// Where a hit is: its unit, and its number there.
type Place = (u32, u32);

/// Every place where words of the catalogue stand.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    /// One entry a unit, in text order.
    by_unit: Vec<Vec<Hit>>,
    /// For each list, its hits, in text order.
    by_list: Vec<Vec<Place>>,
    /// For each unit, those in the lead-in of its list; they are in the unit of the lead-in too.
    led: Vec<Vec<Hit>>,
}

impl Hits {
    /// Of the hits of each unit.
    pub(super) fn new(units: Vec<UnitHits>) -> Self {
        let (by_unit, led): (Vec<_>, Vec<_>) = units.into_iter().map(|u| (u.own, u.led)).unzip();
        let mut by_list: Vec<Vec<Place>> = Vec::new();
        for (unit, hits) in (0..).zip(&by_unit) {
            for (number, hit) in (0..).zip(hits) {
                let list = hit.list as usize;
                if by_list.len() <= list {
                    by_list.resize_with(list + 1, Vec::new);
                }
                by_list[list].push((unit, number));
            }
        }
        Self { by_unit, by_list, led }
    }

    /// The same without those of one pattern.
    pub(super) fn without(&self, word: usize) -> Self {
        let keep = |hits: &Vec<Hit>| hits.iter().filter(|hit| hit.word != word).cloned().collect();
        let units = self.by_unit.iter().zip(&self.led);
        Self::new(units.map(|(own, led)| UnitHits { own: keep(own), led: keep(led) }).collect())
    }

    /// How many units there are.
    pub(super) fn units(&self) -> usize {
        self.by_unit.len()
    }

    /// All of a unit, in text order.
    pub(crate) fn in_unit(&self, unit: usize) -> &[Hit] {
        &self.by_unit[unit]
    }

    /// Those of some lists in a sentence of a unit, in text order: in its own words, then in the lead-in of
    /// its list.
    pub(super) fn in_sentence<'h>(
        &'h self,
        lists: &'h [ListId],
        unit: usize,
        sentence: &'h Range<usize>,
    ) -> impl Iterator<Item = &'h Hit> {
        let led = self.led[unit].iter().filter(|hit| lists.contains(&hit.list));
        let own = self.within(lists, unit..unit + 1).map(|(_, hit)| hit);
        own.chain(led).filter(move |hit| hit.sentence == *sentence)
    }

    /// Those of some lists, in text order, each with its unit.
    pub(crate) fn of(&self, lists: &[ListId]) -> impl Iterator<Item = (usize, &Hit)> {
        self.within(lists, 0..self.by_unit.len())
    }

    /// Those of some lists in a range of units, in text order, each with its unit.
    pub(crate) fn within(
        &self,
        lists: &[ListId],
        units: Range<usize>,
    ) -> impl Iterator<Item = (usize, &Hit)> {
        let mut places: Vec<Place> = Vec::new();
        for &list in lists {
            places.extend(self.of_list(list, &units));
        }
        if lists.len() > 1 {
            places.sort_unstable();
            places.dedup();
        }
        places.into_iter().map(|place| self.at(place))
    }

    /// The first of some lists in a range of units, with its unit.
    pub(super) fn first(&self, lists: &[ListId], units: &Range<usize>) -> Option<(usize, &Hit)> {
        let firsts = lists.iter().filter_map(|&list| self.of_list(list, units).first());
        firsts.min().map(|&place| self.at(place))
    }

    fn of_list(&self, list: ListId, units: &Range<usize>) -> &[Place] {
        let all = self.by_list.get(list as usize).map_or(&[][..], Vec::as_slice);
        let from = all.partition_point(|&(unit, _)| (unit as usize) < units.start);
        let behind = &all[from..];
        &behind[..behind.partition_point(|&(unit, _)| (unit as usize) < units.end)]
    }

    fn at(&self, (unit, number): Place) -> (usize, &Hit) {
        let unit = unit as usize;
        (unit, &self.by_unit[unit][number as usize])
    }
}
