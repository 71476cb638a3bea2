//! From folders of YAML to a [`Catalogue`].

use super::bundled::bundled;
use super::error::YamlError;
use super::fields::Names;
use super::files::{
    AppliesFile, BoundFile, CheckFile, ProvisionFile, RaiseFile, TermFile, UnlessFile, Words,
};
use super::rule::{
    Bound, Condition, ListId, ProvisionId, ProvisionRule, Raise, Rule, TermId, TermRule, Trigger,
    WordEntry,
};
use super::sources::{RuleSource, Sources, collect_embedded, collect_folder};
use super::vocabulary::vocabulary;
use crate::matching::{Gate, Lang, Slot, slot_names};
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// All rules, provisions and key terms, ready to run.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) rules: Vec<Rule>,
    pub(crate) provisions: Vec<ProvisionRule>,
    pub(crate) terms: Vec<TermRule>,
    pub(crate) words: Vec<WordEntry>,
    pub(crate) gate: Gate,
    /// Groups of checks, by the names of the packs they are in.
    pub(super) packs: BTreeMap<String, Vec<String>>,
}

impl Catalogue {
    /// The bundled rules, and the user's own from `folders`. A file of the
    /// user's replaces the bundled one of the same id. The bundled rules come
    /// without their tests, which judging does not need.
    ///
    /// # Errors
    /// Every mistake in every file; a bad rule is one error and hides no other.
    pub fn load(folders: &[&Path]) -> Result<Self, Vec<YamlError>> {
        Self::read(folders, false)
    }

    /// The same with all tests, to prove or to explain; much slower.
    ///
    /// # Errors
    /// As [`Catalogue::load`].
    pub fn load_with_tests(folders: &[&Path]) -> Result<Self, Vec<YamlError>> {
        Self::read(folders, true)
    }

    fn read(folders: &[&Path], tests: bool) -> Result<Self, Vec<YamlError>> {
        let mut sources = Sources::default();
        let mut errors = Vec::new();
        collect_embedded(&mut sources, tests);
        for folder in folders {
            collect_folder(folder, &mut sources, &mut errors);
        }
        // Every contract needs the vocabulary: it is read beside the rules.
        rayon::join(vocabulary, || Builder::new(errors).build(sources)).1
    }
}

/// Collects words and errors while files are compiled.
struct Builder {
    errors: Vec<YamlError>,
    words: Vec<WordEntry>,
    lists: ListId,
    provisions: HashMap<String, ProvisionId>,
    terms: HashMap<String, TermId>,
    /// Names of files that could not be read: speaking of them is no further mistake.
    broken: HashSet<String>,
}

/// The file being compiled: its source for errors and its own word lists.
struct Scope<'s> {
    source: &'s RuleSource,
    lists: HashMap<String, ListId>,
}

impl Builder {
    fn new(errors: Vec<YamlError>) -> Self {
        Self {
            errors,
            words: Vec::new(),
            lists: 0,
            provisions: HashMap::new(),
            terms: HashMap::new(),
            broken: HashSet::new(),
        }
    }

    /// Reads files, several at once; those with a mistake are left out and noted.
    fn parse<T: serde::de::DeserializeOwned + Send>(
        &mut self,
        sources: Vec<RuleSource>,
    ) -> Vec<(RuleSource, T)> {
        let read: Vec<(RuleSource, Result<T, YamlError>)> = sources
            .into_par_iter()
            .map(|source| {
                let prepared = source.prepared.and_then(|json| serde_json::from_str(json).ok());
                let file = match prepared {
                    Some(file) => Ok(file),
                    None => serde_yaml::from_str(&source.text)
                        .map_err(|error| YamlError::yaml(&source.path, &source.text, &error)),
                };
                (source, file)
            })
            .collect();
        let mut parsed = Vec::with_capacity(read.len());
        for (source, file) in read {
            match file {
                Ok(file) => parsed.push((source, file)),
                Err(error) => {
                    self.errors.push(error);
                    self.broken.insert(source.name);
                }
            }
        }
        parsed
    }

    fn build(mut self, mut sources: Sources) -> Result<Catalogue, Vec<YamlError>> {
        for list in [&mut sources.checks, &mut sources.provisions, &mut sources.terms] {
            list.sort_by(|a, b| a.name.cmp(&b.name));
        }
        let parsed: Vec<(RuleSource, ProvisionFile)> = self.parse(sources.provisions);
        self.provisions =
            parsed.iter().enumerate().map(|(i, (s, _))| (s.name.clone(), i)).collect();
        let terms: Vec<(RuleSource, TermFile)> = self.parse(sources.terms);
        self.terms = terms.iter().enumerate().map(|(i, (s, _))| (s.name.clone(), i)).collect();

        let provisions = parsed.into_iter().map(|(s, f)| self.provision(&s, f)).collect();
        let terms = terms.into_iter().map(|(s, f)| self.term(&s, f)).collect();
        let (checks, files): (Vec<RuleSource>, Vec<CheckFile>) =
            self.parse(sources.checks).into_iter().unzip();
        let rules: Vec<Rule> = checks
            .iter()
            .zip(files)
            .filter_map(|(source, file)| self.check(source, file))
            .collect();
        let ids: Vec<&str> = rules.iter().map(|rule| &*rule.id).collect();
        for rule in &rules {
            for beaten in rule
                .beats
                .iter()
                .filter(|id| !ids.contains(&&***id) && !self.broken.contains(&***id))
            {
                let text = checks.iter().find(|s| s.path == rule.path).map_or("", |s| &*s.text);
                self.errors.push(YamlError::about(
                    &rule.path,
                    text,
                    beaten,
                    format!("there is no rule {beaten} to beat"),
                    None,
                ));
            }
        }
        let packs = bundled("packs.yaml").unwrap_or_else(|error| {
            self.errors.push(YamlError::about("rules/packs.yaml", "", "", error, None));
            BTreeMap::new()
        });
        let gate = match Gate::new(self.words.iter().map(|entry| &entry.pattern)) {
            Ok(gate) => gate,
            Err(error) => {
                self.errors.push(YamlError::about("rules", "", "", error.to_string(), None));
                return Err(self.errors);
            }
        };
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        Ok(Catalogue { rules, provisions, terms, words: self.words, gate, packs })
    }

    fn check(&mut self, source: &RuleSource, mut file: CheckFile) -> Option<Rule> {
        let mut scope = Scope { source, lists: HashMap::new() };
        if !source.name.contains('/') {
            self.complain(&scope, "", "a check stands in a group: checks/<group>/<name>.yaml");
        }
        for lang in Lang::ALL {
            let block = match lang {
                Lang::En => file.en.as_mut(),
                Lang::Zh => file.zh.as_mut(),
                Lang::Ms => file.ms.as_mut(),
            };
            if let Some(block) = block {
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
            path: source.path.clone(),
        })
    }

    fn provision(&mut self, source: &RuleSource, mut file: ProvisionFile) -> ProvisionRule {
        let mut scope = Scope { source, lists: HashMap::new() };
        let headings = self.new_list();
        for lang in Lang::ALL {
            let block = match lang {
                Lang::En => file.en.as_mut(),
                Lang::Zh => file.zh.as_mut(),
                Lang::Ms => file.ms.as_mut(),
            };
            if let Some(block) = block {
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
            path: source.path.clone(),
        }
    }

    fn term(&mut self, source: &RuleSource, file: TermFile) -> TermRule {
        let scope = Scope { source, lists: HashMap::new() };
        let ladder = file.unit == "ladder";
        let named = (!ladder).then_some(&file.unit);
        let slots = self
            .slots(&scope, named.map_or(&[], std::slice::from_ref))
            .first()
            .and_then(|_| Slot::named(&file.unit))
            .unwrap_or(&[]);
        let inside = self.provision_ids(&scope, &file.inside);
        let sum_with = self.provision_ids(&scope, &file.sum_with);
        let name = Arc::from(source.name.as_str());
        TermRule { name, slots, inside, take: file.take, sum_with, ladder, file }
    }

    fn new_list(&mut self) -> ListId {
        self.lists += 1;
        self.lists - 1
    }

    fn take_words(&mut self, scope: &mut Scope, lang: Lang, words: Words) {
        for (name, patterns) in words {
            let list = match scope.lists.get(&name) {
                Some(&list) => list,
                None => {
                    let list = self.new_list();
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
            file.limit.is_some(),
            file.conflict.is_some(),
            file.builtin.is_some(),
        ];
        if triggers.iter().filter(|&&t| t).count() != 1 {
            self.complain(
                scope,
                "raise",
                "each entry has exactly one of find, absent, limit, conflict and builtin",
            );
            return None;
        }
        let trigger = if !file.find.0.is_empty() {
            Trigger::Find {
                lists: self.list_ids(scope, &file.find),
                taken: file.polarity,
                heading: file.heading,
            }
        } else if !file.absent.0.is_empty() {
            Trigger::Absent {
                provisions: self.provision_ids(scope, &file.absent),
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
                    (file.percent, Decimal::ONE),
                    (file.minutes, Decimal::ONE),
                    (file.hours, hour),
                    (file.days, day),
                    (file.months, day * Decimal::from(30)),
                ];
                let mut given = units.iter().filter_map(|(value, unit)| value.map(|v| v * unit));
                let value = given.next();
                if value.is_none() || given.next().is_some() {
                    self.complain(
                        scope,
                        "limit",
                        "a bound has one of percent, minutes, hours, days and months",
                    );
                }
                value.map(|value| Bound { value, severity: file.severity })
            })
            .collect()
    }

    fn list_ids(&mut self, scope: &Scope, names: &Names) -> Vec<ListId> {
        names
            .0
            .iter()
            .filter_map(|name| {
                let found = scope.lists.get(name).copied();
                if found.is_none() {
                    let known = list_of(scope.lists.keys());
                    self.complain_with(
                        scope,
                        name,
                        format!("no language of this file has words called {name}"),
                        format!("it has: {known}"),
                    );
                }
                found
            })
            .collect()
    }

    fn provision_ids(&mut self, scope: &Scope, names: &Names) -> Vec<ProvisionId> {
        names
            .0
            .iter()
            .filter_map(|name| {
                let found = self.provisions.get(name).copied();
                if found.is_none() && !self.broken.contains(name) {
                    let known = list_of(self.provisions.keys());
                    self.complain_with(
                        scope,
                        name,
                        format!("there is no provision {name}"),
                        format!("the provisions are: {known}"),
                    );
                }
                found
            })
            .collect()
    }

    fn term_id(&mut self, scope: &Scope, name: &str) -> Option<TermId> {
        let found = self.terms.get(name).copied();
        if found.is_none() && !self.broken.contains(name) {
            let known = list_of(self.terms.keys());
            self.complain_with(
                scope,
                name,
                format!("there is no key term {name}"),
                format!("the key terms are: {known}"),
            );
        }
        found
    }

    fn slots(&mut self, scope: &Scope, names: &[String]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for name in names {
            match Slot::named(name) {
                Some(named) => slots.extend_from_slice(named),
                None => {
                    let known: Vec<_> = slot_names().collect();
                    self.complain_with(
                        scope,
                        name,
                        format!("there is no quantity {name}"),
                        format!("write one of: {}", known.join(", ")),
                    );
                }
            }
        }
        slots
    }

    fn complain(&mut self, scope: &Scope, name: &str, message: &str) {
        self.errors.push(YamlError::about(
            &scope.source.path,
            &scope.source.text,
            name,
            message,
            None,
        ));
    }

    fn complain_with(&mut self, scope: &Scope, name: &str, message: String, help: String) {
        self.errors.push(YamlError::about(
            &scope.source.path,
            &scope.source.text,
            name,
            message,
            Some(help),
        ));
    }
}

fn list_of<'n>(names: impl Iterator<Item = &'n String>) -> String {
    let mut names: Vec<&str> = names.map(String::as_str).collect();
    names.sort_unstable();
    names.join(", ")
}
