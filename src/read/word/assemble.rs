//! Paragraphs, in reading order, become the source text and its blocks.

use super::counters::{Counters, Flow, InList, Number};
use super::paragraph::{Anchor, AnchorKind, Paragraph, Words};
use super::story::Story;
use super::styles::{Inherited, Styles};
use super::tables::mark_headers;
use crate::read::{Block, BlockKind, Cell, Marker, Origin, Remark};
use crate::source::{Mapped, Span};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// In what part of the document a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Body,
    Note,
    Margin,
}

/// The text and blocks so far.
pub(super) struct Assembly<'a> {
    styles: &'a Styles,
    counters: Counters<'a>,
    text: String,
    blocks: Vec<Block>,
    anchors: HashMap<String, Anchored>,
    margins: HashSet<String>,
    hidden: usize,
    /// The place of the paragraph before, whose mark Word hides: the next goes
    /// on in its line.
    runs_on: Option<(Setting, Option<Cell>)>,
}

/// Where a comment's range was met: source offsets and the block.
#[derive(Debug, Default)]
struct Anchored {
    start: Option<usize>,
    end: Option<usize>,
    block: usize,
}

/// The result.
pub(super) struct Assembled {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) remarks: Vec<Remark>,
    /// How many blocks are hidden.
    pub(super) hidden: usize,
    /// Number formats we could not write.
    pub(super) unknown_formats: BTreeSet<String>,
}

/// Whether a line ends in a tab and the number of a page.
fn names_page(line: &str) -> bool {
    let number = line.trim_end().rsplit_once('\t').map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b"ivxlc".contains(&b))
}

/// A line to be written: its words and what stands around them.
struct Line<'p> {
    words: Words,
    number: Option<&'p Number>,
    kind: BlockKind,
    part: &'p Arc<str>,
    xml: Range<usize>,
    hidden: bool,
    /// Whether it is a block though it has no words.
    keep: bool,
}

impl<'a> Assembly<'a> {
    /// An empty document.
    pub(super) fn new(styles: &'a Styles, counters: Counters<'a>) -> Self {
        Self {
            styles,
            counters,
            text: String::new(),
            blocks: Vec::new(),
            anchors: HashMap::new(),
            margins: HashSet::new(),
            hidden: 0,
            runs_on: None,
        }
    }

    /// A header or footer. Sections repeat them; each wording is kept once.
    pub(super) fn add_margin(&mut self, part: &Arc<str>, paragraphs: Vec<Paragraph>) {
        let words = |p: &Paragraph| p.shown.text.trim().to_owned();
        let wording: Vec<String> = paragraphs.iter().map(words).collect();
        if self.margins.insert(wording.join("\n")) {
            for paragraph in paragraphs {
                self.add(part, paragraph, Setting::Margin);
            }
        }
    }

    /// Adds a paragraph: a line, and a block where there is something to read.
    pub(super) fn add(&mut self, part: &Arc<str>, mut paragraph: Paragraph, setting: Setting) {
        let inherited = self.styles.of_paragraph(paragraph.style.as_deref());
        let flow = match setting {
            Setting::Body if paragraph.in_box => Flow::Box,
            Setting::Body => Flow::Body,
            Setting::Note => Flow::Note,
            Setting::Margin => Flow::Margin,
        };
        let number = self.number(&paragraph, &inherited, flow);
        let outline = paragraph.outline.or(inherited.outline).filter(|level| *level < 9);
        let listed = inherited.contents && names_page(&paragraph.shown.text);
        let kind = match (setting, paragraph.cell, outline) {
            (Setting::Margin, ..) => BlockKind::Margin,
            // A table of contents that is no field any more.
            (Setting::Body, None, _) if listed => BlockKind::Margin,
            (Setting::Note, ..) => BlockKind::Note,
            (Setting::Body, Some(cell), _) => BlockKind::Cell(cell),
            (Setting::Body, None, Some(level)) => BlockKind::Heading { level: level + 1 },
            (Setting::Body, None, None) => BlockKind::Paragraph,
        };
        let blank = paragraph.is_blank();
        let has_number = number.as_ref().is_some_and(|number| !number.text.is_empty());
        let unseen = setting != Setting::Body || paragraph.in_contents;
        if blank && !has_number && unseen && !paragraph.stands_for_cell {
            self.place_anchors(&paragraph.anchors, self.text.len());
            return;
        }
        let place = (setting, paragraph.cell);
        let hidden = std::mem::take(&mut paragraph.hidden);
        let wholly_hidden = paragraph.shown.is_blank() && !hidden.is_blank();
        if self.runs_on.take() == Some(place) && !has_number && !wholly_hidden {
            // The line end of the paragraph before.
            self.text.pop();
        }
        if paragraph.mark.hidden && hidden.is_blank() && !blank {
            self.runs_on = Some(place);
        }
        let line = |words, number, hidden| Line {
            words,
            number,
            kind: kind.clone(),
            part,
            xml: paragraph.xml.clone(),
            hidden,
            keep: paragraph.stands_for_cell,
        };
        if wholly_hidden {
            self.place_anchors(&paragraph.anchors, self.text.len());
            self.write(line(hidden, number.as_ref(), true), &[]);
            return;
        }
        self.write(line(paragraph.shown, number.as_ref(), false), &paragraph.anchors);
        if !hidden.is_blank() {
            // What is hidden in a shown sentence stands by itself: the
            // sentence reads as Word shows it, and nothing is lost.
            self.write(line(hidden, None, true), &[]);
        }
    }

    fn number(
        &mut self,
        paragraph: &Paragraph,
        inherited: &Inherited<'_>,
        flow: Flow,
    ) -> Option<Number> {
        // Word numbers neither a bare section break nor a hidden paragraph.
        let bare_section = paragraph.ends_section && paragraph.shown.text.is_empty();
        let hidden = paragraph.mark.hidden && paragraph.shown.is_blank();
        if bare_section || hidden {
            return None;
        }
        let styles = if paragraph.list.is_none() { &*inherited.asked } else { &[] };
        self.counters.count(&InList {
            flow,
            list: paragraph.list.or(inherited.list)?,
            level: paragraph.level,
            style_level: inherited.level,
            styles,
        })
    }

    /// Writes a line and makes its block.
    fn write(&mut self, line: Line<'_>, anchors: &[Anchor]) {
        let start = self.text.len();
        let marker = line.number.filter(|number| !number.text.is_empty()).map(|number| {
            self.text.push_str(&number.text);
            let span = Span::new(start, self.text.len());
            self.text.push_str(number.blank);
            Marker { text: number.text.clone(), span }
        });
        let text_start = self.text.len();
        self.text.push_str(&line.words.text);
        let end = self.text.len();
        self.text.push('\n');
        self.place_anchors(anchors, text_start);
        if line.words.is_blank() && marker.is_none() && !line.keep {
            return;
        }
        self.hidden += usize::from(line.hidden);
        let mut text = Mapped::default();
        text.push(&line.words.text, text_start);
        let mut block = Block::new(line.kind, text, Span::new(start, end));
        block.marker = marker;
        block.depth = line.number.map_or(0, |number| number.level + 1);
        block.breaks = line.words.breaks;
        // A break at the end begins no line.
        block.breaks.pop_if(|at| *at == line.words.text.len());
        block.strong = line.words.strong;
        block.unseen = line.words.unseen;
        block.revisions = line.words.revisions;
        block.controls = line.words.controls;
        block.hidden = line.hidden;
        block.origin =
            Some(Origin { part: line.part.clone(), paragraph: line.xml, runs: line.words.runs });
        self.blocks.push(block);
    }

    /// Notes where comments are anchored in the words that begin at `start`.
    fn place_anchors(&mut self, anchors: &[Anchor], start: usize) {
        let block = self.blocks.len();
        for anchor in anchors {
            let known = self.anchors.entry(anchor.comment.clone());
            let place = known.or_insert_with(|| Anchored { block, ..Anchored::default() });
            match anchor.kind {
                AnchorKind::Start => place.start = Some(start + anchor.offset),
                AnchorKind::End => place.end = Some(start + anchor.offset),
                AnchorKind::Reference => {}
            }
        }
    }

    /// The document, with the comments of the file.
    pub(super) fn finish(mut self, comments: Story) -> Assembled {
        mark_headers(&mut self.blocks);
        let mut words = super::by_entry(comments.paragraphs);
        let mut remarks: Vec<Remark> = Vec::new();
        for (index, entry) in comments.entries.into_iter().enumerate() {
            let paragraphs = words.remove(&index).unwrap_or_default();
            let lines: Vec<String> = paragraphs.into_iter().map(|p| p.shown.text).collect();
            let (block, span) = self.anchored(&entry.id);
            let text = lines.join("\n").trim().to_owned();
            remarks.push(Remark { text, author: entry.author, span, block });
        }
        remarks.sort_by_key(|remark| (remark.block, remark.span.start));
        Assembled {
            text: self.text,
            blocks: self.blocks,
            remarks,
            hidden: self.hidden,
            unknown_formats: self.counters.unknown,
        }
    }

    /// The block and words a comment is anchored on: its range; where it has
    /// none, the whole block; at the end where it is anchored nowhere.
    fn anchored(&self, comment: &str) -> (usize, Span) {
        let nowhere = Span::new(self.text.len(), self.text.len());
        let Some(place) = self.anchors.get(comment) else { return (self.blocks.len(), nowhere) };
        let span = match (place.start, place.end) {
            (Some(start), Some(end)) => Span::new(start, end.max(start)),
            _ => self.blocks.get(place.block).map_or(nowhere, |block| block.span),
        };
        (place.block, span)
    }
}
