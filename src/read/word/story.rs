//! One story of a Word document (the body, all footnotes, a header) as
//! paragraphs: the loop over its XML and what it keeps while reading. What
//! each element means stands in `elements`.

use super::bindings::Bound;
use super::controls::OpenControl;
use super::elements::Open;
use super::fields::Fields;
use super::formulas::Formula;
use super::paragraph::{Anchor, AnchorKind, Change, Ink, Look, Paragraph, Words};
use super::styles::Styles;
use super::tables::Table;
use crate::ooxml::{Node, PackageError, XmlReader};
use crate::source::Limits;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a story is read with.
pub(super) struct Reading<'a> {
    pub(super) styles: &'a Styles,
    /// Read tracked changes as rejected.
    pub(super) as_original: bool,
    pub(super) limits: &'a Limits,
}

/// A story read.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// In reading order; a text box follows the paragraph it hangs on.
    pub(super) paragraphs: Vec<Paragraph>,
    /// The notes or comments the story consists of, if it does.
    pub(super) entries: Vec<Entry>,
    /// Tables in it.
    pub(super) tables: usize,
    /// Tracked changes by author.
    pub(super) changes: BTreeMap<String, Changes>,
    /// Names of content controls nobody has filled in.
    pub(super) unfilled: Vec<String>,
    /// What in it shows words and is not read.
    pub(super) unread: Unread,
    /// Pictures and drawings in it.
    pub(super) pictures: usize,
    /// Content controls that show data of another part.
    pub(super) bound: Vec<Bound>,
    /// Names of fields that show a number which is not in the file.
    pub(super) uncounted: BTreeSet<&'static str>,
}

/// What shows words in Word and is not read.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Unread {
    /// Whole documents that Word takes in when it opens the file.
    pub(super) documents: usize,
    /// Sheets and other objects, shown as a picture.
    pub(super) objects: usize,
    /// Charts and diagrams.
    pub(super) diagrams: usize,
}

/// How many changes an author made, and when.
#[derive(Debug, Default, Clone)]
pub(super) struct Changes {
    pub(super) insertions: usize,
    pub(super) deletions: usize,
    /// Counted where the words go, not where they come from.
    pub(super) moves: usize,
    /// The days of the first and the last, ISO 8601; empty where none is given.
    pub(super) days: (String, String),
}

impl Changes {
    /// Adds those of another story.
    pub(super) fn add(&mut self, other: &Self) {
        self.insertions += other.insertions;
        self.deletions += other.deletions;
        self.moves += other.moves;
        self.made_on(&other.days.0);
        self.made_on(&other.days.1);
    }

    /// Notes a day on which one was made.
    pub(super) fn made_on(&mut self, day: &str) {
        let (first, last) = &mut self.days;
        if !day.is_empty() && (first.is_empty() || day < first.as_str()) {
            day.clone_into(first);
        }
        if day > last.as_str() {
            day.clone_into(last);
        }
    }
}

/// A footnote, endnote or comment.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) author: Option<String>,
}

/// Reads a story. Its tables are numbered from `first_table`.
///
/// # Errors
/// When its XML cannot be read or goes over a bound.
pub(super) fn read_story(
    part: &str,
    text: &str,
    first_table: usize,
    reading: &Reading<'_>,
) -> Result<Story, PackageError> {
    let mut walker = Walker::new(part, text, first_table, reading);
    walker.walk()?;
    if walker.fields.is_code_open() {
        // A field that never ends would hide all that follows.
        walker = Walker::new(part, text, first_table, reading);
        walker.fields.show_codes = true;
        walker.walk()?;
    }
    Ok(walker.finish())
}

/// A paragraph being read. Text boxes nest paragraphs in one another.
pub(super) struct Host {
    /// Where it will stand; `None` when it is dropped.
    slot: Option<usize>,
    pub(super) paragraph: Paragraph,
    /// How the run being read looks.
    pub(super) look: Look,
    /// How runs look that say nothing; known once the properties are read.
    base: Option<Look>,
    /// Whether its mark says of itself that it is hidden or not.
    pub(super) mark_hidden: Option<bool>,
}

impl Host {
    /// How runs look that say nothing.
    pub(super) fn base(&mut self, styles: &Styles) -> Look {
        let style = self.paragraph.style.as_deref();
        *self.base.get_or_insert_with(|| {
            let inherited = styles.of_paragraph(style);
            Look {
                bold: inherited.bold.unwrap_or(false),
                hidden: inherited.hidden.unwrap_or(false),
                font: None,
                ink: Ink { on_colour: inherited.on_colour, ..Ink::default() },
            }
        })
    }
}

/// What paragraphs follow each other in: the body, a cell, a text box.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) table: Option<Table>,
    /// A paragraph whose mark is gone and that runs on into the next.
    pub(super) running_on: Option<(usize, Paragraph)>,
}

/// Characters of one text element: text, place, whether verbatim.
type Piece<'a> = (Cow<'a, str>, Range<usize>, bool);

/// The state of the reading.
pub(super) struct Walker<'a> {
    pub(super) xml: XmlReader<'a>,
    pub(super) reading: &'a Reading<'a>,
    pub(super) open: Vec<Open>,
    pub(super) hosts: Vec<Host>,
    pub(super) frame: Frame,
    pub(super) outer: Vec<Frame>,
    pub(super) fields: Fields,
    pub(super) changes: Vec<Change>,
    pub(super) controls: Vec<OpenControl>,
    pub(super) formulas: Vec<Formula>,
    /// How many open elements drop what is in them.
    pub(super) dropping: usize,
    pub(super) next_table: usize,
    pub(super) story: Story,
    slots: Vec<Option<Paragraph>>,
    /// The slot filled last.
    last: usize,
    pieces: Vec<Piece<'a>>,
    /// Starts of comments met between paragraphs.
    waiting: Vec<String>,
    /// Whether the page has a colour.
    pub(super) coloured_page: bool,
}

impl<'a> Walker<'a> {
    fn new(part: &'a str, text: &'a str, first_table: usize, reading: &'a Reading<'a>) -> Self {
        Self {
            xml: XmlReader::new(part, text, reading.limits),
            reading,
            open: Vec::new(),
            hosts: Vec::new(),
            frame: Frame::default(),
            outer: Vec::new(),
            fields: Fields::default(),
            changes: Vec::new(),
            controls: Vec::new(),
            formulas: Vec::new(),
            dropping: 0,
            next_table: first_table,
            story: Story::default(),
            slots: Vec::new(),
            last: 0,
            pieces: Vec::new(),
            waiting: Vec::new(),
            coloured_page: false,
        }
    }

    fn walk(&mut self) -> Result<(), PackageError> {
        let first_table = self.next_table;
        while let Some(node) = self.xml.read()? {
            match node {
                Node::Open(element) => {
                    let open = self.open_element(&element)?;
                    self.open.push(open);
                }
                Node::Close => {
                    if let Some(open) = self.open.pop() {
                        self.close_element(open);
                    }
                }
                Node::Text { text, verbatim } => match self.open.last() {
                    Some(Open::Text { .. }) => {
                        self.pieces.push((text, self.xml.span(), verbatim));
                    }
                    Some(Open::Code) => self.fields.code(&text),
                    _ => {}
                },
            }
        }
        self.story.tables = self.next_table - first_table;
        Ok(())
    }

    fn finish(mut self) -> Story {
        self.stop_running_on();
        self.story.paragraphs = self.slots.into_iter().flatten().collect();
        self.story.uncounted = self.fields.uncounted;
        self.story
    }

    /// Appends text to the paragraph being read, unless it is not shown here.
    /// Gives back the words it became part of.
    pub(super) fn say(
        &mut self,
        text: &str,
        xml: Range<usize>,
        verbatim: bool,
    ) -> Option<&mut Words> {
        if self.dropping > 0 || self.fields.hide() || text.is_empty() {
            return None;
        }
        let host = self.hosts.last_mut()?;
        let blends = host.paragraph.blends(host.look.ink);
        let words =
            if host.look.hidden { &mut host.paragraph.hidden } else { &mut host.paragraph.shown };
        for control in &mut self.controls {
            control.hold(text);
        }
        let range = words.push(text, xml, verbatim);
        if let Some(control) = self.controls.last() {
            words.hold(range.clone(), control);
        }
        if blends {
            words.blend(&range);
        }
        words.dress(range, host.look, self.changes.last());
        Some(words)
    }

    /// Appends what an empty element stands for.
    pub(super) fn say_element(&mut self, text: &str) {
        self.say(text, self.xml.span(), false);
    }

    /// Appends a line break: a space, after which a line begins.
    pub(super) fn say_break(&mut self) {
        if let Some(words) = self.say(" ", self.xml.span(), false) {
            words.breaks.push(words.text.len());
        }
    }

    /// Appends a text element. Without `xml:space="preserve"` the blanks
    /// around it are not part of it.
    pub(super) fn end_text(&mut self, preserve: bool) {
        let blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let mut pieces = std::mem::take(&mut self.pieces);
        let mut kept = 0..pieces.len();
        if !preserve {
            let has_text = |piece: &Piece<'_>| !piece.0.chars().all(blank);
            kept.start = pieces.iter().position(has_text).unwrap_or(kept.end);
            kept.end = pieces.iter().rposition(has_text).map_or(kept.start, |last| last + 1);
        }
        let (first, last) = (kept.start, kept.end.saturating_sub(1));
        for (index, (text, xml, verbatim)) in pieces.drain(..).enumerate() {
            if !kept.contains(&index) {
                continue;
            }
            let (mut text, mut xml) = (&*text, xml);
            if !preserve && verbatim {
                if index == first {
                    let trimmed = text.trim_start_matches(blank);
                    xml.start += text.len() - trimmed.len();
                    text = trimmed;
                }
                if index == last {
                    text = text.trim_end_matches(blank);
                    xml.end = xml.start + text.len();
                }
            }
            // A paragraph is one line; a space is as long as a line end.
            let text = text.replace(|c: char| c.is_ascii_control(), " ");
            self.say_in_font(&text, xml, verbatim);
        }
        self.pieces = pieces;
    }

    /// Appends characters, in a symbol font as the signs they show.
    fn say_in_font(&mut self, text: &str, xml: Range<usize>, verbatim: bool) {
        let Some(font) = self.hosts.last().and_then(|host| host.look.font) else {
            self.say(text, xml, verbatim);
            return;
        };
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let place = if verbatim { xml.start + at..xml.start + end } else { xml.clone() };
            match font.shown(c) {
                Some(sign) => self.say(sign.encode_utf8(&mut [0; 4]), place, false),
                None => self.say(&text[at..end], place, verbatim),
            };
        }
    }

    pub(super) fn begin_paragraph(&mut self) {
        let slot = (self.dropping == 0).then(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        let mut paragraph = Paragraph {
            cell: self.frame.table.as_ref().map(Table::cell),
            in_contents: self.fields.in_contents(),
            in_box: !self.hosts.is_empty(),
            on_colour: self.coloured_page,
            entry: self.story.entries.len().checked_sub(1),
            xml: self.xml.span(),
            ..Paragraph::default()
        };
        if slot.is_some() {
            for control in &mut self.controls {
                control.hold("\n");
            }
            if let Some((_, before)) = self.frame.running_on.take() {
                paragraph.continue_from(before);
            }
            let starts = self.waiting.drain(..).map(|comment| Anchor {
                comment,
                kind: AnchorKind::Start,
                offset: 0,
            });
            paragraph.anchors.extend(starts);
        }
        let look = Look::default();
        self.hosts.push(Host { slot, paragraph, look, base: None, mark_hidden: None });
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(mut host) = self.hosts.pop() else { return };
        host.paragraph.xml.end = self.xml.span().end;
        let Some(slot) = host.slot else { return };
        let hidden = host.mark_hidden.unwrap_or_else(|| host.base(self.reading.styles).hidden);
        host.paragraph.mark.hidden = hidden;
        let mark = host.paragraph.mark;
        let gone = if self.reading.as_original { mark.inserted } else { mark.deleted };
        if gone {
            self.frame.running_on = Some((slot, host.paragraph));
        } else {
            self.store(slot, host.paragraph);
        }
    }

    fn store(&mut self, slot: usize, paragraph: Paragraph) {
        if let Some(table) = &mut self.frame.table {
            table.note_paragraph(slot, paragraph.is_blank());
        }
        if let Some(place) = self.slots.get_mut(slot) {
            *place = Some(paragraph);
            self.last = slot;
        }
    }

    /// A paragraph whose mark is gone has nothing to run on into. Without
    /// words it is gone too, and counts in no list.
    pub(super) fn stop_running_on(&mut self) {
        let Some((slot, mut paragraph)) = self.frame.running_on.take() else { return };
        if paragraph.is_blank() {
            paragraph.list = Some(0);
        }
        self.store(slot, paragraph);
    }

    pub(super) fn end_cell(&mut self) {
        self.stop_running_on();
        let table = self.frame.table.as_mut();
        let Some(slot) = table.and_then(Table::end_cell) else { return };
        if let Some(Some(paragraph)) = self.slots.get_mut(slot) {
            paragraph.stands_for_cell = true;
        }
    }

    /// Notes one end of a comment's range at the place being read.
    pub(super) fn anchor(&mut self, comment: String, kind: AnchorKind) {
        let place = match self.hosts.last_mut() {
            Some(host) => Some(&mut host.paragraph),
            None if kind == AnchorKind::Start => {
                self.waiting.push(comment);
                return;
            }
            None => self.slots.get_mut(self.last).and_then(Option::as_mut),
        };
        let Some(paragraph) = place else { return };
        let offset = paragraph.shown.text.len();
        paragraph.anchors.push(Anchor { comment, kind, offset });
    }
}
