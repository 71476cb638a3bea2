//! Files grouped to contracts: as the command line says, or as the settings do.

use super::args::Reading;
use super::inputs::{Inputs, read_all};
use super::screen::Screen;
use super::settings::shown;
use crate::check::{Scope, Suppression};
use crate::clause::NamedParties;
use crate::config::{ContractFiles, Settings, absolute};
use crate::read::Document;
use crate::report::Failure;
use std::path::{Path, PathBuf};

/// Contracts to judge.
#[derive(Debug, Default)]
pub(super) struct Contracts {
    pub(super) each: Vec<Files>,
    /// Files that could not be read.
    pub(super) failures: Vec<Failure>,
}

/// One contract.
#[derive(Debug)]
pub(super) struct Files {
    /// In the order of precedence.
    pub(super) documents: Vec<Document>,
    pub(super) named: NamedParties,
}

/// Reads what the paths name, or without any the contracts of the settings. A
/// file of a contract brings the others with it, unless all paths are read
/// together.
pub(super) fn gather(
    paths: &[PathBuf],
    together: bool,
    settings: &Settings,
    reading: &Reading,
    screen: &Screen,
) -> Contracts {
    let named = NamedParties {
        customer: settings.customer.value.clone(),
        vendor: settings.vendor.value.clone(),
    };
    let Inputs { documents, failures } = read_all(paths, reading, screen);
    let mut contracts = Contracts { each: Vec::new(), failures };
    if together {
        if !documents.is_empty() {
            contracts.each.push(Files { documents, named });
        }
        return contracts;
    }
    let mut waiting: Vec<Option<Document>> = documents.into_iter().map(Some).collect();
    let known: Vec<&ContractFiles> = settings.contracts.iter().map(|told| &told.value).collect();
    let mut taken = vec![false; known.len()];
    for at in 0..waiting.len() {
        let Some(path) = waiting[at].as_ref().map(from_root) else { continue };
        match known.iter().position(|contract| contract.files.contains(&path)) {
            Some(index) => {
                taken[index] = true;
                contracts.add(known[index], &mut waiting, &named, reading, screen);
            }
            None => contracts.each.extend(
                waiting[at]
                    .take()
                    .map(|document| Files { documents: vec![document], named: named.clone() }),
            ),
        }
    }
    if paths.is_empty() {
        for contract in known {
            contracts.add(contract, &mut waiting, &named, reading, screen);
        }
    }
    contracts
}

impl Contracts {
    /// Adds a contract of the settings, with those of its files that wait and
    /// those that are still to be read.
    fn add(
        &mut self,
        contract: &ContractFiles,
        waiting: &mut [Option<Document>],
        named: &NamedParties,
        reading: &Reading,
        screen: &Screen,
    ) {
        let mut documents = Vec::new();
        for path in &contract.files {
            let here = waiting
                .iter_mut()
                .find(|document| document.as_ref().is_some_and(|d| from_root(d) == *path));
            if let Some(document) = here.and_then(Option::take) {
                documents.push(document);
                continue;
            }
            let path = shown(path);
            let failed = |failure: &Failure| Path::new(&failure.path) == path;
            if !self.failures.iter().any(failed) {
                let inputs = read_all(&[path], reading, screen);
                documents.extend(inputs.documents);
                self.failures.extend(inputs.failures);
            }
        }
        if !documents.is_empty() {
            let customer = contract.customer.clone().or_else(|| named.customer.clone());
            let vendor = contract.vendor.clone().or_else(|| named.vendor.clone());
            self.each.push(Files { documents, named: NamedParties { customer, vendor } });
        }
    }

    /// The suppressions of the settings that speak of these contracts.
    pub(super) fn suppressions(&self, settings: &Settings) -> Vec<Suppression> {
        let mut found = Vec::new();
        for told in &settings.suppressions {
            let allowed = &told.value;
            let documents = self.each.iter().flat_map(|files| &files.documents);
            for document in documents.filter(|document| from_root(document) == allowed.file) {
                found.push(Suppression {
                    rule: allowed.rule.clone(),
                    reason: allowed.reason.clone(),
                    scope: Scope::Clause {
                        path: document.source.path.clone(),
                        address: allowed.clause.clone(),
                    },
                    origin: told.origin.to_string(),
                });
            }
        }
        found
    }
}

fn from_root(document: &Document) -> PathBuf {
    let path = Path::new(&document.source.path);
    absolute(path).unwrap_or_else(|_| path.to_owned())
}
