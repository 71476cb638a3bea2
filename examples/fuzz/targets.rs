//! What is fed, and with which seeds.

use super::mutate::{Lot, mutated, mutated_word};
use fineprint::catalogue::Catalogue;
use fineprint::check::Judging;
use fineprint::clause::{Label, NamedParties};
use fineprint::config::Loaded;
use fineprint::matching::fold;
use fineprint::quantity::quantities;
use fineprint::read::{WordOptions, format_of, read};
use fineprint::source::{Deadline, Format};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// The time a contract may take, in seconds: less than what is called a hang.
const SECONDS: u64 = 8;

/// Something that takes input from strangers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Markdown,
    Word,
    Text,
    Rule,
    Config,
    Quantities,
    Labels,
    /// Whole contracts of any format, from a folder the user names.
    Corpus,
}

impl Target {
    pub(crate) const ALL: [(&str, Self); 8] = [
        ("markdown", Self::Markdown),
        ("word", Self::Word),
        ("text", Self::Text),
        ("rule", Self::Rule),
        ("config", Self::Config),
        ("quantities", Self::Quantities),
        ("labels", Self::Labels),
        ("corpus", Self::Corpus),
    ];

    /// Whether a file can be its seed.
    pub(crate) fn takes(self, path: &Path) -> bool {
        let format = format_of(&path.to_string_lossy());
        match self {
            Self::Markdown => format == Some(Format::Markdown),
            Self::Word => format == Some(Format::Word),
            Self::Text => format == Some(Format::Text),
            Self::Corpus => format.is_some(),
            Self::Rule | Self::Config => path.extension().is_some_and(|end| end == "yaml"),
            Self::Quantities | Self::Labels => path.extension().is_some_and(|end| end == "txt"),
        }
    }

    /// Where its seeds are, besides `fuzz/seeds/<name>`.
    pub(crate) fn more_seeds(self) -> &'static [&'static str] {
        match self {
            Self::Markdown | Self::Word | Self::Text => &["fixtures"],
            Self::Rule => &["rules/checks", "rules/provisions", "rules/terms"],
            Self::Config | Self::Quantities | Self::Labels | Self::Corpus => &[],
        }
    }
}

/// What all cases of a run share.
pub(crate) struct Bench {
    pub(crate) target: Target,
    catalogue: Option<Catalogue>,
    /// A folder of rules with one file, rewritten for each case.
    house: tempfile::TempDir,
    /// Contracts that were not judged to the end for want of time.
    pub(crate) given_up: AtomicU64,
}

impl Bench {
    /// Readies a target; says why it cannot be.
    pub(crate) fn new(target: Target) -> Result<Self, String> {
        let house = tempfile::tempdir().map_err(|error| error.to_string())?;
        for folder in ["checks/own", "provisions", "terms"] {
            std::fs::create_dir_all(house.path().join(folder))
                .map_err(|error| error.to_string())?;
        }
        let judges =
            matches!(target, Target::Markdown | Target::Word | Target::Text | Target::Corpus);
        let catalogue = match judges.then(|| Catalogue::load(&[])) {
            Some(Err(_)) => return Err("the bundled rules are wrong".to_owned()),
            Some(Ok(catalogue)) => Some(catalogue),
            None => None,
        };
        Ok(Self { target, catalogue, house, given_up: AtomicU64::default() })
    }

    /// A case made from a seed.
    pub(crate) fn case(&self, path: &Path, seed: &[u8], other: &[u8], lot: &mut Lot) -> Vec<u8> {
        if format_of(&path.to_string_lossy()) == Some(Format::Word) {
            mutated_word(seed, other, lot)
        } else {
            mutated(seed, other, lot)
        }
    }

    /// Feeds a case; whatever is made of it, it must come back.
    pub(crate) fn feed(&self, path: &Path, case: &[u8]) {
        match self.target {
            Target::Markdown | Target::Word | Target::Text | Target::Corpus => {
                self.judge(path, case)
            }
            Target::Rule => self.load(path, case),
            Target::Config => {
                let text = String::from_utf8_lossy(case).into_owned();
                drop(Loaded::read("fineprint.yaml", &PathBuf::from("/fineprint.yaml"), text));
            }
            Target::Quantities => {
                let text = String::from_utf8_lossy(case);
                text.lines().for_each(|line| drop(quantities(fold(line).as_str())));
            }
            Target::Labels => {
                let text = String::from_utf8_lossy(case);
                for line in text.lines() {
                    drop((Label::at_start(line), Label::of_marker(line)));
                }
            }
        }
    }

    fn judge(&self, path: &Path, case: &[u8]) {
        let Some(catalogue) = &self.catalogue else { return };
        if let Ok(document) = read(&path.to_string_lossy(), case, None, &WordOptions::default()) {
            let parties = NamedParties::default();
            let judging = Judging { deadline: Deadline::after(SECONDS), ..Judging::default() };
            let review = fineprint::review(catalogue, vec![document], &parties, judging);
            if review.unfinished {
                self.given_up.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    fn load(&self, path: &Path, case: &[u8]) {
        let shown = path.to_string_lossy();
        let folder = ["provisions", "terms"].into_iter().find(|folder| shown.contains(folder));
        let file = self.house.path().join(folder.unwrap_or("checks/own")).join("case.yaml");
        if std::fs::write(&file, case).is_ok() {
            drop(Catalogue::load_with_tests(&[self.house.path()]));
            // What cannot be removed is written over by the next case.
            let _ = std::fs::remove_file(&file);
        }
    }
}
