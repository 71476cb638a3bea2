//! What the user must know of the file besides its text, in sentences.

use super::bindings::Differing;
use super::story::{Changes, Story, Unread};
use crate::ooxml::{Node, Package, PackageError, XmlReader};
use crate::read::Gap;
use crate::source::Limits;
use std::collections::{BTreeMap, BTreeSet};

/// What was noticed while reading.
#[derive(Debug, Default)]
pub(super) struct Notices {
    changes: BTreeMap<String, Changes>,
    unfilled: Vec<String>,
    unread: Unread,
    pictures: usize,
    protection: Option<String>,
    signed: bool,
    uncounted: BTreeSet<&'static str>,
    /// Content controls that show other words than they hold.
    pub(super) differing: Vec<Differing>,
    /// Blocks of hidden text.
    pub(super) hidden: usize,
    /// Number formats we could not write.
    pub(super) unknown_formats: BTreeSet<String>,
}

impl Notices {
    /// Takes what a story has.
    pub(super) fn story(&mut self, story: &Story) {
        for (author, changes) in &story.changes {
            self.changes.entry(author.clone()).or_default().add(changes);
        }
        for name in &story.unfilled {
            if !name.is_empty() && !self.unfilled.contains(name) {
                self.unfilled.push(name.clone());
            }
        }
        self.unread.documents += story.unread.documents;
        self.unread.objects += story.unread.objects;
        self.unread.diagrams += story.unread.diagrams;
        self.pictures += story.pictures;
        self.uncounted.extend(&story.uncounted);
    }

    /// Takes what the package says of itself.
    pub(super) fn package(&mut self, package: &Package<'_>) {
        self.signed = package.is_signed();
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

    /// What of it findings may hang on.
    pub(super) fn gaps(&self) -> Vec<Gap> {
        let Unread { documents, objects, diagrams } = self.unread;
        let words = documents + objects + diagrams + self.differing.len() > 0;
        let numbers = !self.unknown_formats.is_empty() || !self.uncounted.is_empty();
        let words = words.then_some(Gap::Words);
        words.into_iter().chain(numbers.then_some(Gap::Numbers)).collect()
    }

    /// The warnings. `empty`: no text was found at all.
    pub(super) fn sentences(&self, as_original: bool, empty: bool) -> Vec<String> {
        let mut sentences = Vec::new();
        let reading = if as_original { "rejected" } else { "accepted" };
        for (author, changes) in &self.changes {
            let author = if author.is_empty() { "an unnamed author" } else { author };
            let kinds = [
                (changes.insertions, "insertion"),
                (changes.deletions, "deletion"),
                (changes.moves, "move"),
            ];
            let made = kinds.iter().filter(|(n, _)| *n > 0).map(|(n, kind)| count(*n, kind));
            let made: Vec<String> = made.collect();
            let days = match (changes.days.0.as_str(), changes.days.1.as_str()) {
                ("", _) => String::new(),
                (first, last) if first == last => format!(" of {first}"),
                (first, last) => format!(" of {first} to {last}"),
            };
            sentences.push(format!(
                "Tracked changes by {author}{days} are pending ({}); they are read as {reading}.",
                made.join(", "),
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
        for field in &self.uncounted {
            sentences.push(format!(
                "The numbers that {field} fields show are not in the file, and are not read."
            ));
        }
        let Unread { documents, objects, diagrams } = self.unread;
        if documents > 0 {
            let embedded = count(documents, "embedded document");
            sentences.push(format!(
                "Text of {embedded} is not read; open the file in Word and save it."
            ));
        }
        if objects > 0 {
            let embedded = count(objects, "embedded object");
            sentences.push(format!("Text of {embedded}, such as a sheet, is not read."));
        }
        if diagrams > 0 {
            let drawn = count(diagrams, "diagram");
            sentences.push(format!("Words in {drawn} are not read."));
        }
        for Differing { name, held, shown } in self.differing.iter().take(MOST_NAMED) {
            let (held, shown) = (excerpt(held), excerpt(shown));
            sentences.push(format!(
                "The field `{name}` holds “{held}”, which is read, but Word shows “{shown}” in it: open the file in Word and save it."
            ));
        }
        if let Some((first, rest)) = self.unfilled.split_at_checked(MOST_NAMED) {
            let (names, more) = (first.join(", "), rest.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            sentences.push(format!("Fields are not filled in: {names}{more}."));
        } else if !self.unfilled.is_empty() {
            sentences.push(format!("Fields are not filled in: {}.", self.unfilled.join(", ")));
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

/// As many fields that are not filled in are named.
const MOST_NAMED: usize = 8;

/// The beginning of a text.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut excerpt: String = text.chars().take(LONGEST).collect();
    if excerpt.len() < text.len() {
        excerpt.push('…');
    }
    excerpt
}

fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}
