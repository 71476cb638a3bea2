//! A block in the making.

use super::stars;
use crate::read::{Block, BlockKind, Marker};
use crate::source::{Mapped, Span};
use std::ops::Range;

/// Running text with its breaks and bold ranges.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: Mapped,
    breaks: Vec<usize>,
    strong: Vec<Range<usize>>,
    strong_depth: usize,
    strong_from: usize,
    /// Where every `**` stood, paired by the parser or not.
    marks: Vec<usize>,
    /// Whether the parser's pairing of `**` cannot be what was meant.
    mispaired: bool,
}

impl Flow {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends source text as it stands; blanks at the start of the block are
    /// dropped.
    pub(super) fn push(&mut self, text: &str, start: usize) {
        let kept = if self.text.is_empty() { text.trim_start() } else { text };
        self.text.push(kept, start + (text.len() - kept.len()));
    }

    /// Appends text that stands for `origin` as a whole.
    pub(super) fn push_for(&mut self, text: &str, origin: Span) {
        if !self.text.is_empty() || !text.trim().is_empty() {
            self.text.push_for(text, origin);
        }
    }

    /// Appends a piece of the source without asterisks left over from
    /// emphasis.
    pub(super) fn push_prose(&mut self, source: &str, piece: Range<usize>) {
        let mut from = piece.start;
        for (offset, _) in source[piece.clone()].match_indices('*') {
            let at = piece.start + offset;
            if stars::is_stray(source, at) {
                self.push(&source[from..at], from);
                from = at + 1;
                if stars::begins_run(source, at) {
                    self.mark();
                    self.mispaired = true;
                }
            }
        }
        self.push(&source[from..piece.end], from);
    }

    /// Begins a new line, shown as one space.
    pub(super) fn line_break(&mut self, origin: Span) {
        if self.text.is_empty() {
            return;
        }
        if !self.text.as_str().ends_with(char::is_whitespace) {
            self.text.push_for(" ", origin);
        }
        if self.breaks.last() != Some(&self.text.len()) {
            self.breaks.push(self.text.len());
        }
    }

    /// Notes a `**`.
    pub(super) fn mark(&mut self) {
        self.marks.push(self.text.len());
    }

    pub(super) fn open_strong(&mut self) {
        self.mispaired |= self.strong_depth > 0;
        if self.strong_depth == 0 {
            self.strong_from = self.text.len();
        }
        self.strong_depth += 1;
    }

    pub(super) fn close_strong(&mut self) {
        if self.strong_depth == 1 {
            self.strong.push(self.strong_from..self.text.len());
        }
        self.strong_depth = self.strong_depth.saturating_sub(1);
    }

    /// Completes a block from the text; `None` when there is none.
    fn into_block(mut self, kind: BlockKind, span: Span) -> Option<Block> {
        if self.strong_depth > 0 {
            self.strong.push(self.strong_from..self.text.len());
        }
        // The marks in order, two by two, are what the writer meant.
        if self.mispaired && self.marks.len() > 1 && self.marks.len().is_multiple_of(2) {
            self.strong = self.marks.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
        }
        let len = visible_len(self.text.as_str(), &kind);
        if len == 0 {
            return None;
        }
        let text = if len < self.text.len() { self.text.slice(0..len) } else { self.text };
        let mut block = Block::new(kind, text, span);
        block.breaks = self.breaks;
        block.breaks.retain(|&at| at < len);
        block.strong = self.strong.into_iter().map(|r| r.start..r.end.min(len)).collect();
        block.strong.retain(|range| range.start < range.end);
        Some(block)
    }
}

/// Length of the text without trailing blanks and, in a heading, without an
/// attribute such as `{#fees}`.
fn visible_len(text: &str, kind: &BlockKind) -> usize {
    let text = text.trim_end();
    let attribute = text.ends_with('}').then(|| text.rfind("{#")).flatten();
    match (kind, attribute) {
        (BlockKind::Heading { .. }, Some(at)) => text[..at].trim_end().len(),
        _ => text.len(),
    }
}

/// The block being read: what the reader sees, and what markup hides in it.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: BlockKind,
    pub(super) span: Span,
    pub(super) visible: Flow,
    pub(super) concealed: Flow,
    /// A clause number in an `id` at the start of the text.
    pub(super) id: Option<Marker>,
}

impl Draft {
    pub(super) fn new(kind: BlockKind, span: Span) -> Self {
        let (visible, concealed) = (Flow::default(), Flow::default());
        Self { kind, span, visible, concealed, id: None }
    }

    /// The visible block and the hidden one, where they have text.
    pub(super) fn into_blocks(self) -> (Option<Block>, Option<Block>) {
        let visible = self.visible.into_block(self.kind.clone(), self.span);
        let mut concealed = self.concealed.into_block(self.kind, self.span);
        if let Some(block) = &mut concealed {
            block.hidden = true;
        }
        (visible, concealed)
    }
}
