//! Which rules are run, how grave their findings are, and which rule is meant
//! by a name that is none.

use super::{Catalogue, Severity};
use crate::catalogue::position::PLAYBOOK_GROUP;
use crate::catalogue::rule::{Rule, Trigger};
use std::cmp::Reverse;

/// Most rules that are suggested for one that does not exist.
const MOST_ALIKE: usize = 5;
/// From this likeness on, of 1, a name is taken for a misspelling.
const ALIKE: f64 = 0.6;

impl Catalogue {
    /// The ids of all checks, sorted.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| &*rule.id)
    }

    /// Whether there is a rule of this id, on or off. A playbook's are known
    /// without it: what allows them may stand in a contract that is checked by
    /// another.
    pub fn has_rule(&self, id: &str) -> bool {
        self.rules.iter().any(|rule| &*rule.id == id) || self.is_position(id)
    }

    /// Whether an id is that of a position a playbook can have.
    pub fn is_position(&self, id: &str) -> bool {
        let named = id.split_once('/').filter(|(group, _)| *group == PLAYBOOK_GROUP);
        named.is_some_and(|(_, name)| {
            self.terms.iter().any(|term| &*term.name == name)
                || self.provisions.iter().any(|provision| &*provision.name == name)
        })
    }

    /// Whether there is a group of rules of this name: the part of their ids
    /// in front of the slash.
    pub fn has_group(&self, group: &str) -> bool {
        group == PLAYBOOK_GROUP || self.rule_ids().any(|id| in_group(id, group))
    }

    /// Whether a rule is there and is run.
    pub fn is_on(&self, id: &str) -> bool {
        self.rules.iter().any(|rule| &*rule.id == id && rule.on)
    }

    /// Turns all rules on or off.
    pub fn turn_all(&mut self, on: bool) {
        self.rules.iter_mut().for_each(|rule| rule.on = on);
    }

    /// Whether there is a pack of this name: groups that `rules/packs.yaml`
    /// turns on and off together. A group of the user's hides a pack so called.
    pub fn has_pack(&self, name: &str) -> bool {
        self.packs.contains_key(name) && !self.has_group(name)
    }

    /// Turns a rule, or all of a group or of a pack, on or off.
    pub fn turn(&mut self, name: &str, on: bool) {
        let groups = match self.packs.get(name) {
            Some(groups) if self.has_pack(name) => groups.clone(),
            _ => vec![name.to_owned()],
        };
        let named = |rule: &&mut Rule| {
            &*rule.id == name || groups.iter().any(|group| in_group(&rule.id, group))
        };
        self.rules.iter_mut().filter(named).for_each(|rule| rule.on = on);
    }

    /// Gives all findings of a rule one severity, and turns it on.
    pub fn set_severity(&mut self, id: &str, severity: Severity) {
        for rule in self.rules.iter_mut().filter(|rule| &*rule.id == id) {
            rule.on = true;
            rule.severity = severity;
            for raise in &mut rule.raise {
                raise.severity = None;
                match &mut raise.trigger {
                    Trigger::Limit { above, below, .. } => {
                        above.iter_mut().chain(below).for_each(|bound| bound.severity = None);
                    }
                    Trigger::Position(position) => {
                        (position.severity, position.between) = (severity, severity);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Rules that may be meant by a name, the likeliest first: those that share
    /// a word with it, otherwise those that are spelt like it.
    pub fn like(&self, asked: &str) -> Vec<&str> {
        let words: Vec<&str> = asked.split(['/', '-', '_', ' ']).filter(|w| w.len() > 2).collect();
        let shared = |id: &str| words.iter().filter(|word| id.contains(**word)).count();
        let spelt = |id: &str| strsim::normalized_damerau_levenshtein(asked, id);
        let mut found: Vec<&str> =
            self.rule_ids().filter(|id| shared(id) > 0 || spelt(id) >= ALIKE).collect();
        found.sort_by(|a, b| {
            let key = |id: &str| (Reverse(spelt(id) >= ALIKE), Reverse(shared(id)));
            key(a).cmp(&key(b)).then(spelt(b).total_cmp(&spelt(a)))
        });
        found.truncate(MOST_ALIKE);
        found
    }

    /// A sentence that names the likeliest rule for a name that is none.
    pub fn suggestion(&self, asked: &str) -> String {
        let like = self.like(asked).first().map(|id| format!("do you mean {id}? "));
        like.unwrap_or_default() + "`fineprint rules list` shows all rules"
    }
}

fn in_group(id: &str, group: &str) -> bool {
    id.split_once('/').is_some_and(|(first, _)| first == group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_group_is_in_one_pack_and_none_is_called_like_it() {
        let catalogue = Catalogue::load(&[]).unwrap();
        let group = |id: &str| id.split_once('/').map(|(group, _)| group.to_owned());
        let groups: BTreeSet<String> = catalogue.rule_ids().filter_map(group).collect();
        let mut packed: Vec<String> = catalogue.packs.values().flatten().cloned().collect();
        packed.sort();
        assert_eq!(packed, groups.into_iter().collect::<Vec<_>>());
        assert!(catalogue.packs.keys().all(|pack| catalogue.has_pack(pack)));
    }

    #[test]
    fn a_pack_is_turned_as_a_whole_and_alone() {
        let mut catalogue = Catalogue::load(&[]).unwrap();
        catalogue.turn("drafting", false);
        let drafting = |id: &str| in_group(id, "structure") || in_group(id, "tables");
        assert!(catalogue.rule_ids().all(|id| catalogue.is_on(id) != drafting(id)));
    }
}
