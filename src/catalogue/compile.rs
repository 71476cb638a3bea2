//! One file becomes one rule, provision or key term: its words are taken, its
//! names resolved, its bounds brought to base units.

use super::files::{
    AppliesFile, BoundFile, CheckFile, ProvisionFile, RaiseFile, TermFile, UnlessFile, Words,
};
use super::load::Builder;
use super::resolve::Scope;
use super::rule::{
    Bound, Condition, ListId, ProvisionRule, Raise, Rule, TermRule, Trigger, ValueKind, WordEntry,
};
use super::sources::RuleSource;
use crate::matching::Lang;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::sync::Arc;

impl Builder {
    pub(super) fn check(&mut self, source: &RuleSource, mut file: CheckFile) -> Option<Rule> {
        let mut scope = Scope { source, lists: HashMap::new() };
        if !source.name.contains('/') {
            self.complain(&scope, "", "a check stands in a group: checks/<group>/<name>.yaml");
        }
        for lang in Lang::ALL {
            if let Some(block) = lang.choose(&mut file.en, &mut file.zh, &mut file.ms) {
                self.take_words(&mut scope, lang, std::mem::take(&mut block.words));
            }
        }
        let raise: Vec<Raise> = file.raise.iter().filter_map(|r| self.raise(&scope, r)).collect();
        if file.raise.is_empty() {
            self.complain(&scope, "raise", "the rule raises nothing");
        }
        let unless = file.unless.iter().map(|u| self.condition(&scope, u)).collect();
        let AppliesFile { kinds, has, lacks } = std::mem::take(&mut file.applies);
        let has = self.provision_ids(&scope, &has);
        let lacks = self.provision_ids(&scope, &lacks);
        let texts = Rule::texts_of(&mut file);
        if texts.is_empty() {
            self.complain(&scope, "", "the rule speaks no language: give it en:, zh: or ms:");
            return None;
        }
        Some(Rule {
            id: Arc::from(source.name.as_str()),
            on: true,
            harms: file.harms,
            severity: file.severity,
            raise,
            unless,
            kinds,
            has,
            lacks,
            beats: file.beats.iter().map(|id| Arc::from(id.as_str())).collect(),
            working: file.working,
            suggest_as: file.suggest_as,
            covers: file.covers,
            sources: file.sources,
            since: file.since,
            texts,
            origin: source.origin(),
        })
    }

    pub(super) fn provision(
        &mut self,
        source: &RuleSource,
        mut file: ProvisionFile,
    ) -> ProvisionRule {
        let mut scope = Scope { source, lists: HashMap::new() };
        let headings = self.new_list("headings");
        for lang in Lang::ALL {
            if let Some(block) = lang.choose(&mut file.en, &mut file.zh, &mut file.ms) {
                let words = std::mem::take(&mut block.words);
                for field in std::mem::take(&mut block.headings) {
                    self.words.push(WordEntry { list: headings, lang, pattern: field.0 });
                }
                self.take_words(&mut scope, lang, words);
            }
        }
        let mark = file.mark.iter().filter_map(|r| self.raise(&scope, r)).collect();
        let unless = file.unless.iter().map(|u| self.condition(&scope, u)).collect();
        ProvisionRule {
            name: Arc::from(source.name.as_str()),
            mark,
            unless,
            headings,
            file,
            origin: source.origin(),
        }
    }

    pub(super) fn term(&mut self, source: &RuleSource, file: TermFile) -> TermRule {
        let scope = Scope { source, lists: HashMap::new() };
        let mut value = ValueKind::Quantity;
        let mut kinds: Vec<String> = Vec::new();
        for unit in &file.unit.0 {
            match unit.as_str() {
                "ladder" => value = ValueKind::Ladder,
                "period" => value = ValueKind::Period,
                "words" => value = ValueKind::Words,
                "count" => value = ValueKind::Count,
                _ => kinds.push(unit.clone()),
            }
        }
        let slots = self.slots(&scope, &kinds);
        let inside = self.provision_ids(&scope, &file.inside);
        let sum_with = self.provision_ids(&scope, &file.sum_with);
        let beside = file.beside.as_ref().and_then(|term| self.term_id(&scope, term));
        let name = Arc::from(source.name.as_str());
        TermRule {
            name,
            value,
            slots,
            inside,
            take: file.take,
            beside,
            sum_with,
            file,
            origin: source.origin(),
        }
    }

    fn new_list(&mut self, name: &str) -> ListId {
        self.lists.push(name.to_owned());
        (self.lists.len() - 1) as ListId
    }

    fn take_words(&mut self, scope: &mut Scope, lang: Lang, words: Words) {
        for (name, patterns) in words {
            let list = match scope.lists.get(&name) {
                Some(&list) => list,
                None => {
                    let list = self.new_list(&name);
                    scope.lists.insert(name, list);
                    list
                }
            };
            self.words.extend(patterns.into_iter().map(|field| WordEntry {
                list,
                lang,
                pattern: field.0,
            }));
        }
    }

    fn raise(&mut self, scope: &Scope, file: &RaiseFile) -> Option<Raise> {
        let triggers = [
            !file.find.0.is_empty(),
            !file.absent.0.is_empty(),
            !file.incomplete.0.is_empty(),
            file.limit.is_some(),
            file.conflict.is_some(),
            file.builtin.is_some(),
        ];
        if triggers.iter().filter(|&&t| t).count() != 1 {
            self.complain(
                scope,
                "raise",
                "each entry has exactly one of find, absent, incomplete, limit, conflict and builtin",
            );
            return None;
        }
        let trigger = if !file.find.0.is_empty() {
            Trigger::Find {
                lists: self.list_ids(scope, &file.find),
                taken: file.polarity,
                heading: file.heading,
                above: self.bounds(scope, &file.above),
                below: self.bounds(scope, &file.below),
            }
        } else if !file.absent.0.is_empty() || !file.incomplete.0.is_empty() {
            let each = file.absent.0.is_empty();
            let names = if each { &file.incomplete } else { &file.absent };
            Trigger::Absent {
                provisions: self.provision_ids(scope, names),
                each,
                at: self.provision_ids(scope, &file.at),
            }
        } else if let Some(name) = &file.limit {
            let above = self.bounds(scope, &file.above);
            let below = self.bounds(scope, &file.below);
            if above.is_empty() == below.is_empty() {
                self.complain(scope, name, "a limit has either above: or below:");
            }
            Trigger::Limit { term: self.term_id(scope, name)?, above, below }
        } else if let Some(builtin) = file.builtin {
            let of = file.of.0.iter().filter_map(|name| self.term_id(scope, name)).collect();
            Trigger::Builtin { builtin, of }
        } else {
            Trigger::Conflict { term: self.term_id(scope, file.conflict.as_ref()?)? }
        };
        Some(Raise {
            trigger,
            with: self.list_ids(scope, &file.with),
            has: self.slots(scope, &file.has.0),
            within: file.within,
            inside: self.provision_ids(scope, &file.inside),
            severity: file.severity,
            harms: file.harms,
        })
    }

    fn condition(&mut self, scope: &Scope, file: &UnlessFile) -> Condition {
        if file.has.0.is_empty() && file.find.0.is_empty() && file.provision.0.is_empty() {
            self.complain(scope, "unless", "an entry of unless needs has, find or provision");
        }
        Condition {
            has: self.slots(scope, &file.has.0),
            find: self.list_ids(scope, &file.find),
            provisions: self.provision_ids(scope, &file.provision),
            within: file.within,
        }
    }

    /// Bounds in the base unit: percent as it is, times in minutes (a month is 30 days).
    fn bounds(&mut self, scope: &Scope, files: &[BoundFile]) -> Vec<Bound> {
        files
            .iter()
            .filter_map(|file| {
                let hour = Decimal::from(60);
                let day = hour * Decimal::from(24);
                let units = [
                    (file.percent, Decimal::ONE, "%"),
                    (file.minutes, Decimal::ONE, " minutes"),
                    (file.hours, hour, " hours"),
                    (file.days, day, " days"),
                    (file.months, day * Decimal::from(30), " months"),
                ];
                let mut given = units.iter().filter_map(|(value, unit, name)| {
                    value.map(|v| (v * unit, format!("{}{name}", v.normalize())))
                });
                let bound = given.next();
                if bound.is_none() || given.next().is_some() {
                    self.complain(
                        scope,
                        "limit",
                        "a bound has one of percent, minutes, hours, days and months",
                    );
                }
                bound.map(|(value, said)| Bound { value, said, severity: file.severity })
            })
            .collect()
    }
}
