//! Files grouped to contracts, as the command line says or as the settings do,
//! and each contract read and judged.

use super::args::Reading;
use super::inputs::read_one;
use super::settings::shown;
use crate::catalogue::Catalogue;
use crate::check::{Judging, Review, Scope, Suppression};
use crate::clause::NamedParties;
use crate::config::{ContractFiles, Settings};
use crate::read::Document;
use crate::report::Failure;
use crate::source::{Bound, Deadline, Exceeded, absolute};
use std::path::{Path, PathBuf};

/// A contract that is to be checked.
#[derive(Debug)]
pub(super) struct Planned {
    /// In the order of precedence.
    files: Vec<PathBuf>,
    named: NamedParties,
}

/// What became of a contract.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// `None` where none of its files could be read, or time ran out.
    pub(super) review: Option<Review>,
    pub(super) failures: Vec<Failure>,
}

/// Groups files to contracts; without any, those of the settings. A file of a
/// contract brings the others with it, unless all are read together.
pub(super) fn plan(files: Vec<PathBuf>, together: bool, settings: &Settings) -> Vec<Planned> {
    let named = NamedParties {
        customer: settings.customer.value.clone(),
        vendor: settings.vendor.value.clone(),
    };
    if together && !files.is_empty() {
        return vec![Planned { files, named }];
    }
    let known: Vec<&ContractFiles> = settings.contracts.iter().map(|told| &told.value).collect();
    let of = |contract: &ContractFiles| Planned {
        // Reports name a file as the user did.
        files: contract
            .files
            .iter()
            .map(|file| files.iter().find(|given| from_root(given) == *file))
            .zip(&contract.files)
            .map(|(given, file)| given.cloned().unwrap_or_else(|| shown(file)))
            .collect(),
        named: NamedParties {
            customer: contract.customer.clone().or_else(|| named.customer.clone()),
            vendor: contract.vendor.clone().or_else(|| named.vendor.clone()),
        },
    };
    if files.is_empty() {
        return known.into_iter().map(of).collect();
    }
    let mut taken = vec![false; known.len()];
    let mut planned = Vec::new();
    for file in &files {
        let path = from_root(file);
        match known.iter().position(|contract| contract.files.contains(&path)) {
            Some(index) if std::mem::replace(&mut taken[index], true) => {}
            Some(index) => planned.push(of(known[index])),
            None => planned.push(Planned { files: vec![file.clone()], named: named.clone() }),
        }
    }
    planned
}

/// The first file of the first contract.
pub(super) fn first(planned: &[Planned]) -> Option<&Path> {
    planned.first()?.files.first().map(PathBuf::as_path)
}

impl Planned {
    /// Reads the files and judges what could be read, within the time that one
    /// contract may take. What the rule `inspect` looked at is told.
    pub(super) fn judged(
        &self,
        catalogue: &Catalogue,
        settings: &Settings,
        reading: &Reading,
        inspect: Option<&str>,
    ) -> Outcome {
        let limits = reading.limits();
        let deadline = Deadline::after(limits.seconds);
        let mut outcome = Outcome::default();
        let mut documents = Vec::new();
        for file in &self.files {
            match read_one(file, reading) {
                Ok(document) => documents.push(document),
                Err(failure) => outcome.failures.push(failure),
            }
        }
        if documents.is_empty() {
            return outcome;
        }
        let suppressions = suppressions(settings, &documents);
        let judging = Judging {
            lang: settings.language.value.asked(),
            stage: settings.stage.value,
            suppressions: &suppressions,
            deadline,
            most: usize::try_from(limits.findings).ok(),
            inspect,
            ..Judging::default()
        };
        let review = crate::review(catalogue, documents, &self.named, judging);
        if review.unfinished {
            outcome.failures.push(too_slow(&review.documents, limits.seconds));
        } else {
            outcome.review = Some(review);
        }
        outcome
    }

    /// What is said of a contract on which the program itself failed.
    pub(super) fn broken(&self) -> Outcome {
        let path = self.files.first().map(|file| file.display().to_string()).unwrap_or_default();
        let failure = Failure {
            path,
            message: "fineprint failed on it, which is a mistake in fineprint".to_owned(),
            remedy: Some("please report it, with the file if you may".to_owned()),
        };
        Outcome { review: None, failures: vec![failure] }
    }
}

/// A contract whose time ran out.
pub(super) fn too_slow(documents: &[Document], limit: u64) -> Failure {
    let subject = "the contract".to_owned();
    let exceeded = Exceeded { bound: Bound::Seconds, limit, subject };
    Failure {
        path: documents.first().map(|d| d.source.path.clone()).unwrap_or_default(),
        message: exceeded.to_string(),
        remedy: Some(exceeded.remedy()),
    }
}

/// The suppressions of the settings that speak of these files.
fn suppressions(settings: &Settings, documents: &[Document]) -> Vec<Suppression> {
    let mut found = Vec::new();
    for told in &settings.suppressions {
        let allowed = &told.value;
        let here =
            |document: &&Document| from_root(Path::new(&document.source.path)) == allowed.file;
        for document in documents.iter().filter(here) {
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

fn from_root(path: &Path) -> PathBuf {
    absolute(path).unwrap_or_else(|_| path.to_owned())
}
