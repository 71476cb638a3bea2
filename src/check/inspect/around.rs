//! What an entry of `raise` went through besides the places it was put to: what
//! is there where something was to be missing, words that only came near,
//! provisions without a value, and what code found well.

use super::tell::{Teller, standing};
use super::unmatched::{Reached, reached};
use super::watch::Mark;
use super::{Looked, Verdict};
use crate::catalogue::{ListId, ProvisionId, Raise, Trigger};
use crate::check::builtin::Searched;
use crate::provision::{Outcome, Unmet};

impl Teller<'_, '_, '_> {
    /// Adds the provision that is there, or the words that do not count as one.
    pub(super) fn missing(&self, provisions: &[ProvisionId], places: &mut Vec<Looked>) {
        let catalogue = self.bench.reading.catalogue;
        if let Some(there) = self.bench.reading.first_of(provisions) {
            let name = &catalogue.provisions[there.id].name;
            places.push(self.looked(&there.at, Verdict::Present, format!("this is {name}")));
        }
        let marks = self.watch.marks.borrow();
        for Mark { provision, at, stands, outcome } in marks.iter() {
            let rule = &catalogue.provisions[*provision];
            let name = &rule.name;
            let (because, decided_by) = match outcome {
                _ if !provisions.contains(provision) => continue,
                Outcome::Holds if at.stands() => continue,
                Outcome::Holds | Outcome::NotTaken => {
                    (format!("the words {}", standing(*stands)), None)
                }
                Outcome::Unmet(unmet) => {
                    let mark = rule.mark.iter().find(|mark| asks(mark, *unmet));
                    let said = mark.map(|mark| self.unmet(*unmet, mark));
                    (said.unwrap_or_default(), None)
                }
                Outcome::Cancelled(by) => {
                    (self.cancelled(by, &rule.unless), Some(self.spot(&by.place)))
                }
            };
            let label = self.bench.label(at, None, true);
            let near = places.iter().any(|other| {
                other.verdict == Verdict::NearMiss
                    && other.label.document == label.document
                    && other.label.span.overlaps(label.span)
            });
            if !near {
                let mut place = self.looked(at, Verdict::NearMiss, format!("no {name}: {because}"));
                place.decided_by = decided_by;
                places.push(place);
            }
        }
    }

    /// The words by which provisions are known.
    pub(super) fn marks(&self, provisions: &[ProvisionId]) -> Vec<ListId> {
        let marks =
            provisions.iter().flat_map(|&id| &self.bench.reading.catalogue.provisions[id].mark);
        marks
            .flat_map(|mark| match &mark.trigger {
                Trigger::Find { lists, .. } => lists.clone(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// Adds the places where patterns came near, and says how far they came.
    pub(super) fn near(&self, lists: &[ListId], places: &mut Vec<Looked>) -> String {
        let Reached { patterns, admitted, matched, near } = reached(self.bench.reading, lists);
        for near in near {
            let because = format!("no match of '{}'", near.patterns.join("' or '"));
            places.push(self.looked(&near.at, Verdict::NotMatched, because));
        }
        format!(
            "patterns: {patterns}; the words they need stand in the contract: {admitted}; matching: {matched}"
        )
    }

    /// Adds the provisions in which a key term has no value, and counts its values.
    pub(super) fn valueless(&self, term: usize, places: &mut Vec<Looked>) -> String {
        let reading = self.bench.reading;
        let rule = &reading.catalogue.terms[term];
        let values: Vec<_> = self.bench.terms.iter().filter(|value| value.id == term).collect();
        for provision in reading.provisions.iter().filter(|p| rule.inside.contains(&p.id)) {
            let at = &provision.at;
            let read = values
                .iter()
                .any(|value| value.at.unit == at.unit && value.at.sentence == at.sentence);
            if !read {
                let name = &reading.catalogue.provisions[provision.id].name;
                let because = if at.stands() {
                    format!("this is {name}, and no {} was read in it", rule.name)
                } else {
                    format!("no {name}: the words {}", standing(at.polarity))
                };
                places.push(self.looked(at, Verdict::NoValue, because));
            }
        }
        format!("values of {} in the contract: {}", rule.name, values.len())
    }

    /// Adds what a builtin check looked through and found well, and counts it.
    pub(super) fn sound(&self, searched: &Searched, places: &mut Vec<Looked>) -> String {
        for at in &searched.places {
            let label = self.bench.label(at, None, true);
            let told = places.iter().any(|place| {
                place.label.document == label.document && place.label.span.overlaps(label.span)
            });
            if !told {
                places.push(self.looked(at, Verdict::Sound, ""));
            }
        }
        match searched.places.len() {
            0 => format!("code that looks through {}", searched.what),
            count => {
                format!("code that looks through {}, of which there are {count}", searched.what)
            }
        }
    }
}

/// Whether an entry has the key that was not met.
fn asks(mark: &Raise, unmet: Unmet) -> bool {
    match unmet {
        Unmet::With(list) => mark.with.contains(&list),
        Unmet::Has => !mark.has.is_empty(),
        Unmet::Inside => !mark.inside.is_empty(),
    }
}
