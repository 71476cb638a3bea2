//! What the user must know of the file besides its text, in sentences.

use super::story::{Changes, Story};
use crate::ooxml::{Limits, Node, Package, PackageError, XmlReader};
use std::collections::{BTreeMap, BTreeSet};

/// What was noticed while reading.
#[derive(Debug, Default)]
pub(super) struct Notices {
    changes: BTreeMap<String, Changes>,
    foreign: usize,
    pictures: usize,
    protection: Option<String>,
    signed: bool,
    /// Blocks of hidden text.
    pub(super) hidden: usize,
    /// Number formats we could not write.
    pub(super) unknown_formats: BTreeSet<String>,
}

impl Notices {
    /// Takes what a story has.
    pub(super) fn story(&mut self, story: &Story) {
        for (author, changes) in &story.changes {
            let sum = self.changes.entry(author.clone()).or_default();
            sum.insertions += changes.insertions;
            sum.deletions += changes.deletions;
        }
        self.foreign += story.foreign;
        self.pictures += story.pictures;
    }

    /// Takes what the package says of itself.
    pub(super) fn package(&mut self, package: &Package<'_>) {
        self.signed = package.has_folder("_xmlsignatures");
    }

    /// Reads the settings part.
    pub(super) fn settings(
        &mut self,
        part: &str,
        text: &str,
        limits: &Limits,
    ) -> Result<(), PackageError> {
        let mut reader = XmlReader::new(part, text, limits);
        while let Some(node) = reader.read()? {
            let Node::Open(element) = node else { continue };
            let enforced = element.attribute("enforcement");
            if element.local() == "documentProtection"
                && matches!(enforced.as_deref(), Some("1" | "true" | "on"))
            {
                self.protection = element.attribute("edit");
            }
        }
        Ok(())
    }

    /// The warnings. `empty`: no text was found at all.
    pub(super) fn sentences(&self, as_original: bool, empty: bool) -> Vec<String> {
        let mut sentences = Vec::new();
        let reading = if as_original { "rejected" } else { "accepted" };
        for (author, changes) in &self.changes {
            let author = if author.is_empty() { "an unnamed author" } else { author };
            sentences.push(format!(
                "Tracked changes by {author} are pending ({}, {}); they are read as {reading}.",
                count(changes.insertions, "insertion"),
                count(changes.deletions, "deletion"),
            ));
        }
        if let Some(edit) = &self.protection {
            let allowed = match edit.as_str() {
                "readOnly" => "nothing may be changed",
                "comments" => "only comments may be added",
                "trackedChanges" => "every change is tracked",
                "forms" => "only form fields may be filled in",
                _ => "editing is restricted",
            };
            sentences.push(format!("The document is protected: {allowed}."));
        }
        if self.signed {
            sentences.push(
                "The document carries a digital signature, which any change to the file breaks."
                    .to_owned(),
            );
        }
        if self.hidden > 0 {
            let paragraphs = count(self.hidden, "paragraph");
            sentences.push(format!("Word hides text in this document ({paragraphs})."));
        }
        for format in &self.unknown_formats {
            sentences.push(format!(
                "Numbers in the format `{format}` are shown as plain figures; Word may write them otherwise."
            ));
        }
        if self.foreign > 0 {
            let embedded = count(self.foreign, "embedded document");
            sentences.push(format!(
                "Text of {embedded} is not read; open the file in Word and save it."
            ));
        }
        if empty && self.pictures > 0 {
            sentences.push(
                "The document has pictures and no text: it may be a scan, which cannot be read."
                    .to_owned(),
            );
        }
        sentences
    }
}

fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}
