//! What is not there: where it belongs, and what was seen and rejected.

use super::raise::{Bench, Related};
use crate::catalogue::{ListId, ProvisionId, TermRule, Trigger, ValueKind};
use crate::clause::Role;
use crate::matching::{Lang, Polarity};
use crate::provision::Occurrence;

/// Most near misses that are pointed at.
const MOST_NEAR_MISSES: usize = 2;

impl Bench<'_, '_> {
    /// Those of some provisions that the contract lacks, if it lacks all of
    /// them or, where it must have `each`, any. One whose key term is read, from a
    /// table or a label, is there whatever its words are.
    pub(super) fn lacking(&self, provisions: &[ProvisionId], each: bool) -> Vec<ProvisionId> {
        let lacks = |id: &ProvisionId| !self.reading.has_any(&[*id]) && !self.has_term_of(*id);
        let lacking: Vec<ProvisionId> = provisions.iter().copied().filter(lacks).collect();
        if each || lacking.len() == provisions.len() { lacking } else { Vec::new() }
    }

    /// Whether a key term is read that stands in a provision.
    fn has_term_of(&self, provision: ProvisionId) -> bool {
        let of = |rule: &TermRule| rule.inside.contains(&provision);
        let terms = &self.reading.catalogue.terms;
        self.terms.iter().any(|term| of(&terms[term.id]))
            || self.words.iter().any(|wording| of(&terms[wording.id]))
            || !self.ladders.is_empty()
                && terms.iter().any(|rule| rule.value == ValueKind::Ladder && of(rule))
    }

    /// The titles of provisions, as a list.
    pub(super) fn titles(&self, provisions: &[ProvisionId]) -> String {
        let catalogue = self.reading.catalogue;
        let title = |&id: &ProvisionId| catalogue.provisions[id].title(self.lang);
        provisions.iter().map(title).collect::<Vec<_>>().join("; ")
    }

    /// Where something absent belongs: at a provision that calls for it, under
    /// a heading that announces it, or at the title.
    pub(super) fn anchor(&self, absent: &[ProvisionId], at: &[ProvisionId]) -> Option<Occurrence> {
        if let Some(provision) = self.reading.first_of(at) {
            return Some(provision.at.clone());
        }
        if let Some(heading) = self.reading.heading_for(absent) {
            return Some(heading);
        }
        let contract = self.reading.contract;
        let unit = contract
            .paragraphs
            .iter()
            .zip(&contract.units)
            .position(|(p, unit)| !p.marked.is_empty() && unit.role != Role::Aside)?;
        let paragraph = &contract.paragraphs[unit];
        let sentence = paragraph.sentences.first().cloned().unwrap_or(0..paragraph.marked.len());
        let lang = contract.languages.first().copied().unwrap_or(Lang::En);
        Some(Occurrence {
            unit,
            range: sentence.clone(),
            sentence,
            lang,
            polarity: Polarity::Heading,
        })
    }

    /// Words of the absent provisions that do not count: denied, excepted, in
    /// a definition or a heading.
    pub(super) fn near_misses(&self, absent: &[ProvisionId], anchor: &Occurrence) -> Vec<Related> {
        let lists: Vec<ListId> = absent
            .iter()
            .flat_map(|&id| &self.reading.catalogue.provisions[id].mark)
            .filter_map(|mark| match &mark.trigger {
                Trigger::Find { lists, .. } => Some(lists),
                _ => None,
            })
            .flatten()
            .copied()
            .collect();
        let hits = self.reading.hits.of(&lists);
        hits.filter(|(unit, _)| *unit != anchor.unit)
            .filter_map(|(unit, hit)| {
                let note = match hit.polarity {
                    Polarity::Negated => "denied",
                    Polarity::Excepted => "excepted",
                    Polarity::Defined => "defined",
                    Polarity::Heading => "heading",
                    Polarity::Operative => return None,
                };
                Some(Related { at: Occurrence::of(unit, hit), note: Some(note) })
            })
            .take(MOST_NEAR_MISSES)
            .collect()
    }
}
