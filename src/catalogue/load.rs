//! From folders of YAML to a [`Catalogue`].

use super::bundled::bundled;
use super::error::YamlError;
use super::files::{CheckFile, ProvisionFile, TermFile};
use super::needed::Needed;
use super::rule::{ProvisionId, ProvisionRule, Rule, TermId, TermRule, WordEntry};
use super::sources::{RuleSource, Sources, collect_embedded, collect_folder};
use super::vocabulary::vocabulary;
use super::word_gate::WordGate;
use super::yaml::from_yaml;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// All rules, provisions and key terms, ready to run.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) rules: Vec<Rule>,
    pub(crate) provisions: Vec<ProvisionRule>,
    pub(crate) terms: Vec<TermRule>,
    pub(crate) words: Vec<WordEntry>,
    pub(crate) gate: WordGate,
    pub(crate) needed: Needed,
    /// The names of all lists of words, in their files.
    pub(super) lists: Vec<String>,
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

    /// The categories of expert labels that provisions correspond to, each with
    /// the names of its provisions.
    pub fn expert_categories(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut categories: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for provision in &self.provisions {
            if let Some(category) = &provision.file.cuad {
                categories.entry(category).or_default().push(&provision.name);
            }
        }
        categories
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
pub(super) struct Builder {
    pub(super) errors: Vec<YamlError>,
    pub(super) words: Vec<WordEntry>,
    /// The names of all lists of words, in their files.
    pub(super) lists: Vec<String>,
    pub(super) provisions: HashMap<String, ProvisionId>,
    pub(super) terms: HashMap<String, TermId>,
    /// Names of files that could not be read: speaking of them is no further mistake.
    pub(super) broken: HashSet<String>,
}

impl Builder {
    fn new(errors: Vec<YamlError>) -> Self {
        Self {
            errors,
            words: Vec::new(),
            lists: Vec::new(),
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
                    None => from_yaml(&source.path, &source.text).map_err(|error| *error),
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

        let provisions: Vec<ProvisionRule> =
            parsed.into_iter().map(|(s, f)| self.provision(&s, f)).collect();
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
                self.errors.push(YamlError::about(
                    &rule.origin.path,
                    &rule.origin.text,
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
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let gate = WordGate::new(&self.words);
        let needed = Needed::new(self.lists.len(), &provisions, &rules);
        Ok(Catalogue {
            rules,
            provisions,
            terms,
            words: self.words,
            gate,
            needed,
            lists: self.lists,
            packs,
        })
    }
}
