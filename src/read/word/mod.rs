//! Word files, read as Word shows them: numbers computed, tracked changes
//! accepted, notes and text boxes in their places.
//!
//! The parts are read into paragraphs (`story`), which are then numbered and
//! laid out as the source text and its blocks (`assemble`). The package itself
//! is the business of `ooxml`.

mod assemble;
mod bindings;
mod controls;
mod counters;
mod elements;
mod fields;
mod formulas;
mod notices;
mod number_words;
mod numbering;
mod numerals;
mod paragraph;
mod properties;
mod scripts;
mod story;
mod styles;
mod symbols;
mod tables;

use crate::ooxml::{Package, PackageError, Relation};
use crate::read::{Document, ReadError};
use crate::source::{Format, Limits, Source};
use assemble::{Assembly, Setting};
use bindings::{Bound, differing};
use counters::Counters;
use notices::Notices;
use numbering::Numbering;
pub(super) use numerals::numeral;
use paragraph::{NoteReference, Paragraph};
use std::collections::HashMap;
use std::sync::Arc;
use story::{Entry, Reading, Story, read_story};
use styles::Styles;

/// How a Word file is read.
#[derive(Debug, Clone, Default)]
pub struct WordOptions {
    /// Read tracked changes as rejected: the text before them.
    pub as_original: bool,
    /// Bounds on a stranger's file.
    pub limits: Limits,
}

/// Reads a Word document. `path` is only its name in what is reported.
///
/// The source text has one line a paragraph, with the automatic number and a
/// tab in front; footnotes and endnotes follow the paragraph that refers to
/// them, headers and footers stand at the end.
///
/// # Errors
/// When the file is not a Word document, is encrypted or damaged, or goes over
/// a bound; the message says which, and what to do.
pub fn read_word(path: &str, bytes: &[u8], options: &WordOptions) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut parts = Parts::open(bytes, &options.limits)?;
    let limits = &options.limits;
    let styles = parts.parse("styles", |part, text| Styles::parse(part, text, limits))?;
    let numbering = parts.parse("numbering", |part, text| Numbering::parse(part, text, limits))?;
    let reading = Reading { styles: &styles, as_original: options.as_original, limits };

    let mut stories =
        Stories { reading: &reading, tables: 0, notices: Notices::default(), bound: Vec::new() };
    let main = parts.package.main().to_owned();
    let body = stories.read(&mut parts, &main)?.unwrap_or_default();
    let mut notes = Notes::default();
    for (kind, endnote) in [("footnotes", false), ("endnotes", true)] {
        if let Some(part) = parts.first(kind)
            && let Some(story) = stories.read(&mut parts, &part)?
        {
            notes.add(&part, endnote, story);
        }
    }
    let comments = match parts.first("comments") {
        Some(part) => stories.read(&mut parts, &part)?.unwrap_or_default(),
        None => Story::default(),
    };
    let mut margins = Vec::new();
    for part in parts.margins() {
        if let Some(story) = stories.read(&mut parts, &part)? {
            margins.push((Arc::from(part), story));
        }
    }

    let mut notices = stories.notices;
    // Data that cannot be read are none to Word either.
    notices.differing =
        differing(stories.bound, &mut parts.package, &parts.relations, limits).unwrap_or_default();
    notices.package(&parts.package);
    parts.parse("settings", |part, text| notices.settings(part, text, limits))?;

    let mut assembly = Assembly::new(&styles, Counters::new(&numbering));
    let part: Arc<str> = Arc::from(main);
    for paragraph in body.paragraphs {
        let references = paragraph.notes.clone();
        assembly.add(&part, paragraph, Setting::Body);
        for (part, paragraph) in references.iter().flat_map(|note| notes.take(note)) {
            assembly.add(&part, paragraph, Setting::Note);
        }
    }
    for (part, story) in margins {
        assembly.add_margin(&part, story.paragraphs);
    }
    let assembled = assembly.finish(comments);
    notices.hidden = assembled.hidden;
    notices.unknown_formats = assembled.unknown_formats;
    let warnings = notices.sentences(options.as_original, assembled.blocks.is_empty());
    Ok(Document {
        source: Source::new(path, Format::Word, assembled.text),
        blocks: assembled.blocks,
        remarks: assembled.remarks,
        warnings,
        title: None,
        gaps: notices.gaps(),
    })
}

/// The package and what belongs to its main part.
struct Parts<'a> {
    package: Package<'a>,
    relations: Vec<Relation>,
}

impl<'a> Parts<'a> {
    fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, PackageError> {
        let mut package = Package::open(bytes, limits)?;
        let main = package.main().to_owned();
        let relations = package.relations(&main)?;
        Ok(Self { package, relations })
    }

    /// Names of the parts that belong to the main part as `kind`.
    fn all<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s str> {
        let internal = self.relations.iter().filter(|relation| !relation.external);
        internal.filter(move |relation| relation.kind == kind).map(|relation| &*relation.target)
    }

    fn first(&self, kind: &str) -> Option<String> {
        self.all(kind).next().map(str::to_owned)
    }

    /// Headers, then footers, each part once.
    fn margins(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.all("header").chain(self.all("footer")) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Parses the part that belongs to the main part as `kind`; the default
    /// where there is none.
    fn parse<T: Default>(
        &mut self,
        kind: &str,
        parse: impl FnOnce(&str, &str) -> Result<T, PackageError>,
    ) -> Result<T, PackageError> {
        let Some(part) = self.first(kind) else { return Ok(T::default()) };
        match self.package.part(&part)? {
            Some(text) => parse(&part, &text),
            None => Ok(T::default()),
        }
    }
}

/// Reads the stories of a document, with tables numbered through all of them.
struct Stories<'a> {
    reading: &'a Reading<'a>,
    tables: usize,
    notices: Notices,
    bound: Vec<Bound>,
}

impl Stories<'_> {
    fn read(&mut self, parts: &mut Parts<'_>, part: &str) -> Result<Option<Story>, PackageError> {
        let Some(text) = parts.package.part(part)? else { return Ok(None) };
        let mut story = read_story(part, &text, self.tables, self.reading)?;
        self.bound.append(&mut story.bound);
        self.tables += story.tables;
        self.notices.story(&story);
        Ok(Some(story))
    }
}

/// Footnotes and endnotes, until the text refers to them.
#[derive(Default)]
struct Notes {
    waiting: HashMap<NoteReference, (Arc<str>, Vec<Paragraph>)>,
}

impl Notes {
    fn add(&mut self, part: &str, endnote: bool, story: Story) {
        let part: Arc<str> = Arc::from(part);
        for (index, paragraphs) in by_entry(story.paragraphs) {
            let Some(Entry { id, .. }) = story.entries.get(index) else { continue };
            let reference = NoteReference { endnote, id: id.clone() };
            self.waiting.insert(reference, (part.clone(), paragraphs));
        }
    }

    /// The paragraphs of a note; nothing when it has been taken before.
    fn take(
        &mut self,
        note: &NoteReference,
    ) -> impl Iterator<Item = (Arc<str>, Paragraph)> + use<> {
        let (part, paragraphs) = self.waiting.remove(note).unwrap_or_default();
        paragraphs.into_iter().map(move |paragraph| (part.clone(), paragraph))
    }
}

/// The paragraphs of a story by the note or comment they belong to.
fn by_entry(paragraphs: Vec<Paragraph>) -> HashMap<usize, Vec<Paragraph>> {
    let mut entries: HashMap<usize, Vec<Paragraph>> = HashMap::new();
    for paragraph in paragraphs {
        if let Some(entry) = paragraph.entry {
            entries.entry(entry).or_default().push(paragraph);
        }
    }
    entries
}
