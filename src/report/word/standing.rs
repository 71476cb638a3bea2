//! Where in the body of a Word file a comment on some words can stand.

use super::layout::Layout;
use super::patch::{Edge, Patch};
use crate::read::{Block, BlockKind, Document, Run};
use crate::source::Span;
use std::ops::Range;

/// Whether a comment stands on its words, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Words,
    /// On the paragraph that the text box hangs on.
    TextBox,
    /// On the paragraph that refers to the note.
    Note,
    /// On the first paragraph, for a header or footer.
    Margin,
    /// On the paragraph beside hidden words.
    Hidden,
}

/// The two places of a comment's range, and its paragraph in the layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) places: Range<usize>,
    pub(super) paragraph: usize,
    pub(super) standing: Standing,
}

/// The index of the block that some words of the source stand in.
pub(super) fn block_of(document: &Document, span: Span) -> Option<usize> {
    document.blocks.partition_point(|block| block.span.start <= span.start).checked_sub(1)
}

/// Finds the places for a comment on words of the source. `None` where the
/// body has no paragraph that could take it.
pub(super) fn anchor(patch: &mut Patch<'_>, document: &Document, span: Span) -> Option<Anchor> {
    let index = block_of(document, span)?;
    let block = &document.blocks[index];
    let standing = match block.kind {
        BlockKind::Note => Standing::Note,
        BlockKind::Margin => Standing::Margin,
        _ if block.hidden => Standing::Hidden,
        _ => Standing::Words,
    };
    if standing == Standing::Words
        && let Some(paragraph) = paragraph_of(patch.layout(), block)
    {
        if let Some(host) = patch.layout().paragraphs[paragraph].host {
            let standing = Standing::TextBox;
            return whole(patch.layout(), host).map(|anchor| Anchor { standing, ..anchor });
        }
        if let Some(bytes) = bytes_of(block, block.text.range_of(span))
            && let Some(start) = patch.place(bytes.start, Edge::Start)
            && let Some(end) = patch.place(bytes.end, Edge::End)
            && start <= end
        {
            return Some(Anchor { places: start..end, paragraph, standing });
        }
        if let Some(anchor) = whole(patch.layout(), paragraph) {
            return Some(anchor);
        }
    }
    let (before, after) = document.blocks.split_at(index);
    let mut near = before.iter().rev().chain(after);
    let mut first = document.blocks.iter();
    let candidates: &mut dyn Iterator<Item = &Block> =
        if standing == Standing::Margin { &mut first } else { &mut near };
    candidates
        .filter(|block| !block.hidden && !matches!(block.kind, BlockKind::Note | BlockKind::Margin))
        .filter_map(|block| paragraph_of(patch.layout(), block))
        .filter(|&paragraph| patch.layout().paragraphs[paragraph].host.is_none())
        .find_map(|paragraph| whole(patch.layout(), paragraph))
        .map(|anchor| Anchor { standing, ..anchor })
}

/// The paragraph of the layout that a block of the body is.
pub(super) fn paragraph_of(layout: &Layout<'_>, block: &Block) -> Option<usize> {
    layout.paragraph_at(block.origin.as_ref()?.paragraph.start)
}

/// All that is in a paragraph; nothing can be put into an empty element.
fn whole(layout: &Layout<'_>, paragraph: usize) -> Option<Anchor> {
    let at = layout.paragraphs.get(paragraph)?;
    if at.close.is_empty() {
        return None;
    }
    let start = at.properties.as_ref().map_or(at.open.end, |properties| properties.end);
    Some(Anchor { places: start..at.close.start, paragraph, standing: Standing::Words })
}

/// The bytes of the part that a range of a block's text was read from, blanks
/// at its ends left out.
pub(super) fn bytes_of(block: &Block, range: Range<usize>) -> Option<Range<usize>> {
    let text = block.text.as_str().get(range.clone())?;
    let start = range.start + text.len() - text.trim_start().len();
    let end = range.start + text.trim_end().len();
    if start >= end {
        return None;
    }
    let runs = &block.origin.as_ref()?.runs;
    let at = |run: &Run, offset: usize| run.xml.start + (offset - run.text.start);
    let first = runs.iter().find(|run| run.text.end > start)?;
    let last = runs.iter().rev().find(|run| run.text.start < end)?;
    Some(Range {
        start: if first.verbatim { at(first, start) } else { first.xml.start },
        end: if last.verbatim { at(last, end) } else { last.xml.end },
    })
}
