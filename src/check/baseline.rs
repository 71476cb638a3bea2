//! The baseline: what was accepted when the checks were adopted on an old
//! text. What is in it counts no more; what is new does.

use super::finding::{Finding, Status};
use super::fingerprint::without_place;
use super::review::Review;
use super::texts::note;
use crate::matching::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the file's form.
const SCHEMA: &str = "fineprint.baseline/1";
/// Most characters of a finding's words that are kept, for people to read.
const MOST_WORDS: usize = 80;
/// Most stale entries that a warning names.
const MOST_NAMED: usize = 5;

/// Findings accepted before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: Vec<Entry>,
}

/// One accepted finding. `heading` and `words` are for people; they stay as
/// they were while the fingerprint does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Relative to the baseline's folder, with slashes.
    file: String,
    rule: String,
    fingerprint: String,
    heading: String,
    words: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    schema: String,
    findings: Vec<Entry>,
}

/// How the files of a run are known to the baseline.
pub trait Files {
    /// The name the baseline has for a document's path.
    fn name(&self, path: &str) -> String;
    /// Whether a file the baseline names is there.
    fn exists(&self, name: &str) -> bool;
}

/// What an update changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Entries that were not there.
    pub added: usize,
    /// Entries that are there no more.
    pub removed: usize,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// When the text is no baseline of this version; with line and column.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let file: BaselineFile = serde_json::from_str(text)?;
        if file.schema != SCHEMA {
            let message = format!("this is {}, and {SCHEMA} is read", file.schema);
            return Err(serde::de::Error::custom(message));
        }
        Ok(Self { entries: file.findings })
    }

    /// The file: sorted, an entry a line, so that a change of one finding is a
    /// change of one line.
    ///
    /// # Errors
    /// None in practice: texts can always be written as JSON.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        let entries: Result<Vec<String>, _> = self
            .entries
            .iter()
            .map(|entry| Ok(format!("    {}", serde_json::to_string(entry)?)))
            .collect::<Result<_, serde_json::Error>>();
        let entries = entries?.join(",\n");
        let between = if entries.is_empty() { "" } else { "\n" };
        Ok(format!(
            "{{\n  \"schema\": \"{SCHEMA}\",\n  \"findings\": [{between}{entries}{between}  ]\n}}\n"
        ))
    }

    /// Marks the findings that were accepted before, and returns the entries
    /// that nothing needs any more as `(file, rule: words)`. A finding is known
    /// by its fingerprint in its file; failing that, an entry that is left over
    /// knows one that moved under another heading, or whose file was renamed.
    /// Entries of files that are not in this run stay out of it.
    pub fn accept(&self, reviews: &mut [Review], files: &dyn Files) -> Vec<(String, String)> {
        let run: Vec<Vec<String>> = reviews.iter().map(|review| names(review, files)).collect();
        let mut used = vec![false; self.entries.len()];
        let gone: Vec<bool> = self
            .entries
            .iter()
            .map(|entry| {
                !run.iter().flatten().any(|n| *n == entry.file) && !files.exists(&entry.file)
            })
            .collect();
        // Whatever is where it was is known first: what moved gets what is left.
        for moved in [false, true] {
            for (review, names) in reviews.iter_mut().zip(&run) {
                let open = review.findings.iter_mut().filter(|f| f.status == Status::Reported);
                for finding in open {
                    let known = self.entries.iter().enumerate().position(|(index, entry)| {
                        let named = if moved {
                            entry.is_moved(finding) && (gone[index] || names.contains(&entry.file))
                        } else {
                            entry.fingerprint == finding.fingerprint
                                && names.get(finding.primary().document) == Some(&entry.file)
                        };
                        named && !used[index]
                    });
                    if let Some(index) = known {
                        used[index] = true;
                        finding.status = Status::Baselined;
                    }
                }
            }
        }
        let stale = self.entries.iter().enumerate().filter(|(index, entry)| {
            !used[*index] && (gone[*index] || run.iter().flatten().any(|name| *name == entry.file))
        });
        stale
            .map(|(_, entry)| (entry.file.clone(), format!("{} (\"{}\")", entry.rule, entry.words)))
            .collect()
    }

    /// Adds a warning of stale entries to the review whose file they are of, or
    /// to the first where that file is gone.
    pub fn warn(stale: &[(String, String)], reviews: &mut [Review], files: &dyn Files, lang: Lang) {
        let mut of_review: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (file, entry) in stale {
            let at = reviews.iter().position(|review| names(review, files).contains(file));
            of_review.entry(at.unwrap_or(0)).or_default().push(entry);
        }
        for (at, entries) in of_review {
            let mut named = entries.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join("; ");
            if entries.len() > MOST_NAMED {
                named += " ...";
            }
            let sentence = note("stale-baseline", lang)
                .replace("{n}", &entries.len().to_string())
                .replace("{entries}", &named);
            if let Some(review) = reviews.get_mut(at) {
                review.warnings.push(sentence);
            }
        }
    }

    /// The baseline that accepts what these reviews report and `counts` takes,
    /// besides what it accepted in files outside this run. Marks what is
    /// accepted now. Call it after [`accept`](Self::accept).
    pub fn update(
        &self,
        reviews: &mut [Review],
        files: &dyn Files,
        counts: impl Fn(&Finding) -> bool,
    ) -> (Self, Changed) {
        let run: Vec<String> = reviews.iter().flat_map(|review| names(review, files)).collect();
        let mut entries: Vec<Entry> = self
            .entries
            .iter()
            .filter(|entry| !run.contains(&entry.file) && files.exists(&entry.file))
            .cloned()
            .collect();
        for review in reviews {
            let names = names(review, files);
            for finding in &mut review.findings {
                let new = finding.status == Status::Reported && counts(finding);
                let Some(file) = names.get(finding.primary().document) else { continue };
                if !new && finding.status != Status::Baselined {
                    continue;
                }
                finding.status = Status::Baselined;
                let known = self
                    .entries
                    .iter()
                    .find(|e| e.file == *file && e.fingerprint == finding.fingerprint);
                entries.push(known.cloned().unwrap_or_else(|| Entry::new(file, finding)));
            }
        }
        entries.sort();
        let lacks = |list: &[Entry], entry: &Entry| !list.contains(entry);
        let changed = Changed {
            added: entries.iter().filter(|entry| lacks(&self.entries, entry)).count(),
            removed: self.entries.iter().filter(|entry| lacks(&entries, entry)).count(),
        };
        (Self { entries }, changed)
    }
}

impl Entry {
    /// Whether a finding is this one under other headings or in another file.
    fn is_moved(&self, finding: &Finding) -> bool {
        *self.rule == *finding.rule
            && without_place(&self.fingerprint) == without_place(&finding.fingerprint)
    }

    fn new(file: &str, finding: &Finding) -> Self {
        let words: Vec<&str> = finding.primary().text.split_whitespace().collect();
        Self {
            file: file.to_owned(),
            rule: finding.rule.to_string(),
            fingerprint: finding.fingerprint.clone(),
            heading: finding.clause.heading.clone(),
            words: words.join(" ").chars().take(MOST_WORDS).collect(),
        }
    }
}

fn names(review: &Review, files: &dyn Files) -> Vec<String> {
    review.documents.iter().map(|document| files.name(&document.source.path)).collect()
}
