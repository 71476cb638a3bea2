//! The blocks made so far and the one being made.

use super::definitions;
use super::draft::{Draft, Flow};
use super::elements::Elements;
use super::html::HtmlState;
use super::markers::PendingMarker;
use crate::read::{Block, BlockKind, Marker, Remark};
use crate::source::{Mapped, Source, Span};

/// What the document will consist of.
#[derive(Debug)]
pub(super) struct Blocks<'s> {
    source: &'s Source,
    pub(super) text: &'s str,
    pub(super) elements: Elements,
    pub(super) blocks: Vec<Block>,
    pub(super) remarks: Vec<Remark>,
    pub(super) warnings: Vec<String>,
    pub(super) html: HtmlState,
    /// How many Markdown lists and footnotes are open.
    pub(super) lists: usize,
    pub(super) notes: usize,
    tables: usize,
    draft: Option<Draft>,
    marker: Option<PendingMarker>,
    /// A clause number in an anchor before the block it numbers.
    next_id: Option<Marker>,
    deletions: Vec<usize>,
}

impl<'s> Blocks<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self {
            source,
            text: &source.text,
            elements: Elements::of(&source.text),
            blocks: Vec::new(),
            remarks: Vec::new(),
            warnings: Vec::new(),
            html: HtmlState::default(),
            lists: 0,
            notes: 0,
            tables: 0,
            draft: None,
            marker: None,
            next_id: None,
            deletions: Vec::new(),
        }
    }

    /// The kind of a block of running text at this place.
    pub(super) fn kind_here(&self) -> BlockKind {
        match (self.html.cell(), self.html.heading()) {
            (Some(cell), _) => BlockKind::Cell(cell),
            (None, Some(level)) => BlockKind::Heading { level },
            (None, None) if self.notes > 0 => BlockKind::Note,
            (None, None) => BlockKind::Paragraph,
        }
    }

    /// Begins a block, ending the one before.
    pub(super) fn open(&mut self, kind: BlockKind, span: Span) {
        self.close();
        let mut draft = Draft::new(kind, span);
        draft.id = self.next_id.take();
        self.draft = Some(draft);
    }

    /// Whether a block is being made.
    pub(super) fn is_open(&self) -> bool {
        self.draft.is_some()
    }

    /// The text being made at `at`; a block is begun if there is none.
    pub(super) fn flow(&mut self, at: Span) -> Option<&mut Flow> {
        if self.html.is_dropped() {
            return None;
        }
        if self.draft.is_none() {
            self.open(self.kind_here(), at);
        }
        let concealed = self.html.is_concealed();
        let draft = self.draft.as_mut()?;
        draft.span = draft.span.cover(at);
        Some(if concealed { &mut draft.concealed } else { &mut draft.visible })
    }

    /// Begins a new line in the open block, if there is one.
    pub(super) fn line_break(&mut self, at: Span) {
        if self.is_open()
            && let Some(flow) = self.flow(at)
        {
            flow.line_break(at);
        }
    }

    /// Takes a clause number from an `id`: for the open block if its text has
    /// not begun, for the next block if none is open.
    pub(super) fn set_id(&mut self, id: Marker) {
        match &mut self.draft {
            Some(draft) if draft.visible.is_empty() => draft.id = draft.id.take().or(Some(id)),
            Some(_) => {}
            None => self.next_id = Some(id),
        }
    }

    /// Gives the next block a list marker.
    pub(super) fn set_marker(&mut self, marker: Marker) {
        self.spend_marker();
        self.marker = Some(PendingMarker { marker, depth: self.depth() });
    }

    /// A marker whose item has no text of its own: a number that is written
    /// there is still a clause's number and becomes the text of a block.
    pub(super) fn spend_marker(&mut self) {
        let Some(pending) = self.marker.take().filter(PendingMarker::is_number) else {
            return;
        };
        if self.text[pending.marker.span.range()] != pending.marker.text {
            return;
        }
        let mut text = Mapped::default();
        text.push(&pending.marker.text, pending.marker.span.start);
        let mut block = Block::new(BlockKind::Paragraph, text, pending.marker.span);
        block.depth = pending.depth;
        self.blocks.push(block);
    }

    /// Ends the open block.
    pub(super) fn close(&mut self) {
        let Some(mut draft) = self.draft.take() else {
            return;
        };
        self.html.end_block();
        draft.span = self.trimmed(draft.span);
        let id = draft.id.take();
        let (visible, concealed) = draft.into_blocks();
        if let Some(block) = visible {
            self.push(block, id);
        } else {
            self.next_id = id;
        }
        if let Some(block) = concealed {
            self.push(block, None);
        }
    }

    /// Adds a block with its marker: a clause number in the source's `id`
    /// rather than the list's.
    fn push(&mut self, mut block: Block, id: Option<Marker>) {
        block.depth = self.depth();
        let listed = self.marker.take().map(|pending| pending.marker);
        for marker in listed.iter().chain(&id) {
            block.span = block.span.cover(marker.span);
        }
        block.marker = id.or(listed);
        self.blocks.push(block);
    }

    fn trimmed(&self, span: Span) -> Span {
        let slice = &self.text[span.range()];
        Span::new(span.start, span.start + slice.trim_end().len())
    }

    fn depth(&self) -> usize {
        self.lists + self.html.depth()
    }

    /// Takes the number for a table.
    pub(super) fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables - 1
    }

    /// Follows an HTML tag that stands on its own; for a list item, gives the
    /// next block its marker.
    pub(super) fn structure(&mut self, tag: &super::tags::Tag<'_>, span: Span) {
        if let Some(text) = self.html.structure(tag, &mut self.tables) {
            self.set_marker(Marker { text, span });
        }
    }

    /// Keeps a comment.
    pub(super) fn remark(&mut self, text: &str, span: Span, closed: bool) {
        let block = self.blocks.len();
        self.remarks.push(Remark { text: text.to_owned(), author: None, span, block });
        if !closed {
            let line = self.line(span.start);
            self.warnings.push(format!(
                "The comment that begins in line {line} is never closed: the text after it is not read."
            ));
        }
    }

    /// Notes that text is struck through.
    pub(super) fn deletion(&mut self, at: usize) {
        self.deletions.push(at);
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.source.position(offset).line
    }

    /// Makes paragraphs of what the parser took for link definitions between
    /// two offsets.
    pub(super) fn definitions(&mut self, from: usize, to: usize) {
        let gap = &self.text[from..to];
        if !gap.contains("]:") {
            return;
        }
        for lines in definitions::find(gap, from) {
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
                continue;
            };
            let span = Span::new(first.start, last.end);
            if definitions::is_link(&self.text[span.range()]) {
                continue;
            }
            self.open(self.kind_here(), span);
            let source = self.text;
            for line in lines {
                if let Some(flow) = self.flow(line) {
                    flow.line_break(Span::new(line.start, line.start));
                    flow.push_prose(source, line.range());
                }
            }
            self.close();
        }
    }

    /// Ends the document.
    pub(super) fn finish(&mut self) {
        self.close();
        self.spend_marker();
        if let Some(&first) = self.deletions.first() {
            let (line, count) = (self.line(first), self.deletions.len());
            self.warnings.push(format!(
                "Struck-through text is read as deleted ({count}, the first in line {line})."
            ));
        }
    }
}
