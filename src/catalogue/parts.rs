//! The parts of a rule that is ready to run, said again in the keys and names
//! of its file: for pages about rules, and for what the judge saw.

use super::rule::{Bound, Condition, ListId, ProvisionId, Raise, TermId, Trigger};
use super::{Catalogue, Held, Reach, Taken, yaml_name};
use crate::matching::{Slot, slot_names};
use std::cmp::Reverse;

impl Catalogue {
    /// The name of a list of words in its file.
    pub(crate) fn list_name(&self, list: ListId) -> &str {
        self.lists.get(list as usize).map_or("", String::as_str)
    }

    /// An entry of `raise`, or of a provision's `mark`, as its author wrote it:
    /// `find: a; with: b; within: clause`.
    pub(crate) fn raise_said(&self, raise: &Raise) -> String {
        let mut parts = Vec::new();
        let mut part = |key: &str, value: String| {
            if !value.is_empty() {
                parts.push(format!("{key}: {value}"));
            }
        };
        match &raise.trigger {
            Trigger::Find { lists, taken, heading, above, below } => {
                part("find", self.listed(lists));
                part("above", bounds(above));
                part("below", bounds(below));
                if *taken != Taken::Operative {
                    part("polarity", yaml_name(taken));
                }
                if *heading {
                    part("heading", "true".to_owned());
                }
            }
            Trigger::Absent { provisions, each, at } => {
                part(if *each { "incomplete" } else { "absent" }, self.provisions_said(provisions));
                part("at", self.provisions_said(at));
            }
            Trigger::Limit { term, above, below } => {
                part("limit", self.terms_said(&[*term]));
                part("above", bounds(above));
                part("below", bounds(below));
            }
            Trigger::Conflict { term } => part("conflict", self.terms_said(&[*term])),
            Trigger::Builtin { builtin, of } => {
                part("builtin", yaml_name(builtin));
                part("of", self.terms_said(of));
            }
            Trigger::Position(position) => part("position", self.held_said(position.held)),
        }
        part("with", self.listed(&raise.with));
        part("has", slots(&raise.has));
        if raise.within != Reach::Sentence {
            part("within", yaml_name(&raise.within));
        }
        part("in", self.provisions_said(&raise.inside));
        part("severity", raise.severity.as_ref().map(yaml_name).unwrap_or_default());
        part("harms", raise.harms.as_ref().map(yaml_name).unwrap_or_default());
        parts.join("; ")
    }

    /// An entry of `unless` as its author wrote it.
    pub(crate) fn condition_said(&self, condition: &Condition) -> String {
        let parts = [
            ("has", slots(&condition.has)),
            ("find", self.listed(&condition.find)),
            ("provision", self.provisions_said(&condition.provisions)),
            ("within", yaml_name(&condition.within)),
        ];
        let plain = condition.within == Reach::Sentence;
        let said = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let said = said.filter(|(key, _)| !plain || *key != "within");
        said.map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join("; ")
    }

    /// Names of provisions, one or a list.
    pub(crate) fn provisions_said(&self, provisions: &[ProvisionId]) -> String {
        listed(provisions.iter().map(|&id| &*self.provisions[id].name))
    }

    /// The packs a group is in.
    pub(crate) fn packs_of<'c>(&'c self, group: &'c str) -> impl Iterator<Item = &'c str> {
        let packs = self.packs.iter();
        packs
            .filter(move |(_, groups)| groups.iter().any(|other| other == group))
            .map(|(pack, _)| pack.as_str())
    }

    fn held_said(&self, held: Held) -> String {
        match held {
            Held::Term(term) => self.terms_said(&[term]),
            Held::Provision(provision) => self.provisions_said(&[provision]),
        }
    }

    fn terms_said(&self, terms: &[TermId]) -> String {
        listed(terms.iter().map(|&id| &*self.terms[id].name))
    }

    fn listed(&self, lists: &[ListId]) -> String {
        listed(lists.iter().map(|&list| self.list_name(list)))
    }
}

/// `a`, or `[a, b]`.
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        several => format!("[{}]", several.join(", ")),
    }
}

/// The names under which quantities were asked for.
fn slots(slots: &[Slot]) -> String {
    let mut left: Vec<Slot> = slots.to_vec();
    let mut names: Vec<(&str, &[Slot])> =
        slot_names().filter_map(|name| Some((name, Slot::named(name)?))).collect();
    // A name of several quantities says more than each of them.
    names.sort_by_key(|(_, slots)| Reverse(slots.len()));
    let said: Vec<&str> = names
        .into_iter()
        .filter(|(_, slots)| {
            let all = slots.iter().all(|slot| left.contains(slot));
            if all {
                left.retain(|slot| !slots.contains(slot));
            }
            all
        })
        .map(|(name, _)| name)
        .collect();
    listed(said.into_iter())
}

/// `30 days`, `[48 hours (medium), 72 hours]`.
fn bounds(bounds: &[Bound]) -> String {
    let said: Vec<String> = bounds
        .iter()
        .map(|bound| {
            let severity = bound.severity.as_ref().map(|s| format!(" ({})", yaml_name(s)));
            format!("{}{}", bound.said, severity.unwrap_or_default())
        })
        .collect();
    listed(said.iter().map(String::as_str))
}
