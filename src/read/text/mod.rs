//! Plain text: lines become paragraphs.
//!
//! A blank line ends a paragraph; other line ends are breaks inside it, since
//! the file may be hard-wrapped. Headings and clause numbers are decided later.

mod lines;
mod margins;
mod page_numbers;

use super::{Block, BlockKind, Document};
use crate::source::{Format, Mapped, Source, Span};
use lines::{Line, WIDE_GAP, next_gap, width};

/// Reads the text of a plain-text file. Every text has paragraphs, so this
/// cannot fail. Page numbers and running headers become
/// [`BlockKind::Margin`], after the paragraph they interrupt.
///
/// `path` is the name positions are reported under.
pub fn read_text(path: &str, text: String) -> Document {
    let source = Source::new(path, Format::Text, text);
    let lines = lines::split(&source.text);
    let margins = margins::find(&source.text, &lines);
    let mut blocks = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut waiting = Vec::new();
    for (line, is_margin) in lines.iter().zip(margins) {
        if line.is_blank() {
            blocks.extend(paragraph.take());
            blocks.append(&mut waiting);
        } else if is_margin {
            let mut text = Mapped::default();
            text.push(&source.text[line.span.range()], line.span.start);
            waiting.push(Block::new(BlockKind::Margin, text, line.span));
        } else {
            paragraph.push(&source.text, line);
        }
    }
    blocks.extend(paragraph.take());
    blocks.append(&mut waiting);
    Document {
        source,
        blocks,
        title: None,
        remarks: Vec::new(),
        warnings: Vec::new(),
        gaps: Vec::new(),
    }
}

/// A paragraph in the making.
#[derive(Debug, Default)]
struct Paragraph {
    text: Mapped,
    breaks: Vec<usize>,
    span: Option<Span>,
}

impl Paragraph {
    fn push(&mut self, source: &str, line: &Line) {
        if let Some(span) = self.span {
            self.text.push_for(" ", Span::new(span.end, line.span.start));
            self.breaks.push(self.text.len());
        }
        self.span = Some(self.span.map_or(line.span, |span| span.cover(line.span)));
        let mut rest = &source[line.span.range()];
        let mut at = line.span.start;
        while let Some((words, gap)) = next_gap(rest) {
            self.text.push(&rest[..words], at);
            let blank = Span::new(at + words, at + words + gap);
            self.text.push_for(" ", blank);
            if width(&source[blank.range()]) >= WIDE_GAP {
                self.breaks.push(self.text.len());
            }
            rest = &rest[words + gap..];
            at = blank.end;
        }
        self.text.push(rest, at);
    }

    fn take(&mut self) -> Option<Block> {
        let Self { text, breaks, span } = std::mem::take(self);
        let mut block = Block::new(BlockKind::Paragraph, text, span?);
        block.breaks = breaks;
        Some(block)
    }
}

#[cfg(test)]
mod tests;
