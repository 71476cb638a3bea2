//! Blocks cut and joined to the units clauses are made of: several numbered
//! clauses in one paragraph come apart, the cells of a table row together.

use super::cuts::{Cuts, cuts};
use super::headings::refine_role;
use super::label::Label;
use super::marks::is_wide_gap;
use super::run_in::run_in_heading;
use super::sequence::settle;
use crate::catalogue::Cite;
use crate::read::{Block, BlockKind, Document};
use crate::source::{Format, Mapped, Span};
use std::ops::Range;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading of this level; 7 is bold text used as one, 8 capitals, 9 a title behind a number.
    Heading(u8),
    /// A paragraph of a clause.
    Body,
    /// A row of a table, counted from 1 below the header.
    Row(usize),
    /// A footnote.
    Note,
    /// A page header or footer, a table of contents, or code: not judged.
    Aside,
}

/// One label at most, and the text behind it.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Which document.
    pub document: usize,
    /// Its first block there.
    pub block: usize,
    /// What it is.
    pub role: Role,
    /// Its clause number.
    pub label: Option<Label>,
    /// Nesting of the list it is an item of, if its number is a list marker.
    pub list_depth: Option<usize>,
    /// How many lists the text stands in, as an item or as a further paragraph of one.
    pub depth: usize,
    /// Whether it is an item with a bullet and no number.
    pub bullet: bool,
    /// The text behind the label, with the way back to the source.
    pub text: Mapped,
    /// The label and the text in the source.
    pub span: Span,
    /// How many bytes at the start of `text` are bold.
    pub bold_start: usize,
    /// Where in `text` its first line ends, or its first wide gap stands: what is
    /// before it may be a title.
    pub(super) gap: Option<usize>,
    /// The title in `text` that heads it.
    pub(super) run_in: Option<Range<usize>>,
    /// Words pending in a tracked change.
    pub pending: Vec<Range<usize>>,
    /// Content controls that nobody has filled in.
    pub open_fields: Vec<Range<usize>>,
    /// Whether the reader of the file does not see it.
    pub hidden: bool,
    /// Words in it that the reader does not see, though nothing hides them.
    pub unseen: Vec<Range<usize>>,
}

/// Longest row that is read as one unit, in bytes.
const LONGEST_ROW: usize = 1_500;
/// How far into a text a gap behind its title may stand, in bytes.
const LONGEST_TITLE: usize = 120;

/// The units of a document, in reading order.
pub(super) fn units(document: &Document, index: usize) -> Vec<Unit> {
    let mut found = Vec::new();
    let blocks = &document.blocks;
    let cuts = cuts(document);
    let mut at = 0;
    while at < blocks.len() {
        if let BlockKind::Cell(first) = blocks[at].kind {
            let row = blocks[at..]
                .iter()
                .take_while(|b| matches!(b.kind, BlockKind::Cell(c) if c.table == first.table && c.row == first.row))
                .count();
            take_row(document, index, at..at + row, &cuts, &mut found);
            at += row;
        } else {
            take_block(document, index, at, &cuts[at], &mut found);
            at += 1;
        }
    }
    settle(&mut found);
    for unit in &mut found {
        let wide = first_gap(document, &unit.text, unit.label.as_ref().map_or(0, |l| l.len));
        unit.gap = [wide, unit.gap].into_iter().flatten().min();
        strip_label(unit);
        refine_role(unit, &blocks[unit.block].kind);
        unit.run_in = run_in_heading(unit);
    }
    found
}

fn take_row(
    document: &Document,
    index: usize,
    range: Range<usize>,
    cuts: &[Cuts],
    out: &mut Vec<Unit>,
) {
    let cells = &document.blocks[range.clone()];
    let columns: Vec<usize> =
        cells.iter().map(|b| if let BlockKind::Cell(c) = b.kind { c.column } else { 0 }).collect();
    let simple = columns.windows(2).all(|w| w[0] != w[1])
        && cells.iter().map(|b| b.text.len()).sum::<usize>() <= LONGEST_ROW;
    if !simple || cells.len() == 1 {
        for at in range {
            take_block(document, index, at, &cuts[at], out);
        }
        return;
    }
    let mut text = Mapped::default();
    let mut starts = Vec::new();
    for cell in cells {
        if !text.is_empty() && !cell.text.is_empty() {
            text.push_for(" | ", Span::new(cell.span.start, cell.span.start));
        }
        starts.push(text.len());
        text.append(&cell.text);
    }
    let BlockKind::Cell(first) = cells[0].kind else { return };
    let mut unit = unit_of(document, index, range.start, text, 0);
    for (cell, start) in cells.iter().zip(starts).skip(1) {
        note(&mut unit, cell, 0..cell.text.len(), start);
    }
    unit.role = Role::Row(first.row + usize::from(!first.header));
    unit.label = Label::at_start(unit.text.as_str())
        .filter(|label| label.cite != Cite::Part && label.path.len() > 1)
        .filter(|label| !is_band(unit.text.as_str().get(label.len..).unwrap_or_default()));
    out.push(unit);
}

/// Whether what stands behind the first figure of a row makes it the end of a band: `99.5 – 99.94`.
fn is_band(behind: &str) -> bool {
    behind.trim_start().starts_with(['-', '–', '—', '~', '～', '至', '<', '≤', '>', '≥', '%', '％'])
}

fn take_block(document: &Document, index: usize, at: usize, cuts: &Cuts, out: &mut Vec<Unit>) {
    let block = &document.blocks[at];
    let mut from = 0;
    for (piece, to) in cuts.at.iter().copied().chain([block.text.len()]).enumerate() {
        let part = block.text.slice(from..to);
        if piece == 0 || !part.as_str().trim().is_empty() {
            let mut unit = unit_of(document, index, at, part, from);
            if piece == 0 {
                unit.list_depth = block.marker.is_some().then_some(block.depth).filter(|&d| d > 0);
                unit.label =
                    block.marker.as_ref().and_then(|marker| Label::of_marker(&marker.text));
                unit.bullet = block.marker.is_some() && unit.label.is_none();
            }
            // A list bullet or an unread number may stand before a typed label.
            if cuts.contents {
                (unit.role, unit.label, unit.bullet) = (Role::Aside, None, false);
            } else if unit.label.is_none() {
                unit.label = Label::at_start(unit.text.as_str());
                unit.list_depth = None;
                unit.bullet &= unit.label.is_none();
                if let Some(label) = unit.label.as_ref().filter(|_| unit.bold_start == 0) {
                    unit.bold_start = bold_end(block, from, label.len);
                }
            }
            let label = unit.label.as_ref().map_or(0, |label| label.len);
            unit.gap = first_line(block, from..to, label);
            // A schedule does not begin in a cell or a list: there it is named.
            if matches!(block.kind, BlockKind::Cell(_)) || cuts.named.contains(&from) {
                unit.label = unit.label.filter(|label| label.cite != Cite::Part);
            }
            out.push(unit);
        }
        from = to;
    }
}

fn unit_of(document: &Document, index: usize, at: usize, text: Mapped, from: usize) -> Unit {
    let block = &document.blocks[at];
    let to = from + text.len();
    let span = if text.is_empty() { block.span } else { text.origin(0..text.len()) };
    let bold_start = block
        .strong
        .iter()
        .find(|range| range.start <= from && range.end > from)
        .map_or(0, |range| range.end.min(to) - from);
    let role = match block.kind {
        BlockKind::Heading { level } => Role::Heading(level),
        BlockKind::Paragraph | BlockKind::Cell(_) => Role::Body,
        BlockKind::Note => Role::Note,
        BlockKind::Margin | BlockKind::Code => Role::Aside,
    };
    let mut unit = Unit {
        document: index,
        block: at,
        role,
        label: None,
        list_depth: None,
        depth: block.depth,
        bullet: false,
        text,
        span,
        bold_start,
        gap: None,
        run_in: None,
        pending: Vec::new(),
        open_fields: Vec::new(),
        hidden: block.hidden,
        unseen: Vec::new(),
    };
    note(&mut unit, block, from..to, 0);
    unit
}

/// Takes over what is known of some words of a block, which stand `at` in the unit.
fn note(unit: &mut Unit, block: &Block, words: Range<usize>, at: usize) {
    let own = |range: &Range<usize>| {
        let (start, end) = (range.start.max(words.start), range.end.min(words.end));
        (start < end).then(|| at + start - words.start..at + end - words.start)
    };
    unit.pending.extend(block.revisions.iter().filter_map(|revision| own(&revision.range)));
    let asking = block.controls.iter().filter(|control| !control.filled);
    unit.open_fields.extend(asking.filter_map(|control| own(&control.range)));
    unit.unseen.extend(block.unseen.iter().filter_map(own));
}

/// How far the words behind a typed label are bold, from the start of its unit.
fn bold_end(block: &Block, from: usize, label: usize) -> usize {
    let words = from + label;
    let bold = block.strong.iter().find(|range| range.start <= words && range.end > words);
    bold.map_or(0, |range| range.end - from)
}

/// The first wide gap of a line of plain text, if it stands near the start.
fn first_gap(document: &Document, text: &Mapped, from: usize) -> Option<usize> {
    if document.source.format != Format::Text {
        return None;
    }
    let words = text.as_str().get(from..)?;
    let blanks = words.match_indices(' ').map(|(at, _)| from + at);
    blanks
        .take_while(|at| *at <= from + LONGEST_TITLE)
        .find(|&at| is_wide_gap(&document.source, text, at..at + 1))
}

/// Where the first line of a unit ends, if it is short and words stand behind it.
fn first_line(block: &Block, piece: Range<usize>, label: usize) -> Option<usize> {
    let words = piece.start + label;
    let end = block.breaks.iter().copied().find(|&at| at > words)?;
    (end < piece.end && end - words <= LONGEST_TITLE).then_some(end - piece.start)
}

fn strip_label(unit: &mut Unit) {
    let Some(len) = unit.label.as_ref().map(|label| label.len.min(unit.text.len())) else { return };
    unit.text = unit.text.slice(len..unit.text.len());
    unit.bold_start = unit.bold_start.saturating_sub(len);
    unit.gap = unit.gap.and_then(|gap| gap.checked_sub(len));
    for range in unit.pending.iter_mut().chain(&mut unit.open_fields).chain(&mut unit.unseen) {
        *range = range.start.saturating_sub(len)..range.end.saturating_sub(len);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Cell;
    use crate::source::Source;

    fn texts(format: Format, text: &str, breaks: &[usize]) -> Vec<(String, String)> {
        let mut mapped = Mapped::default();
        mapped.push(text, 0);
        let mut block = Block::new(BlockKind::Paragraph, mapped, Span::new(0, text.len()));
        block.breaks = breaks.to_vec();
        let document = Document {
            source: Source::new("t", format, text),
            blocks: vec![block],
            remarks: Vec::new(),
            warnings: Vec::new(),
            title: None,
            gaps: Vec::new(),
        };
        units(&document, 0)
            .into_iter()
            .map(|u| {
                (u.label.map(|l| l.text).unwrap_or_default(), u.text.as_str().trim().to_owned())
            })
            .collect()
    }

    #[test]
    fn adjacent_lines_with_numbers_are_clauses() {
        let text = "4.1 本服务可用性。 4.2 赔偿按月计算。";
        let cut = text.find("4.2").unwrap();
        assert_eq!(
            texts(Format::Markdown, text, &[cut]),
            [("4.1".into(), "本服务可用性。".into()), ("4.2".into(), "赔偿按月计算。".into())]
        );
    }

    #[test]
    fn a_wrapped_reference_is_not_a_clause() {
        let text = "as set out in Section 4.2 of this Agreement";
        let cut = text.find("4.2").unwrap();
        assert_eq!(texts(Format::Markdown, text, &[cut]).len(), 1);
    }

    #[test]
    fn a_change_in_any_cell_is_the_rows() {
        let cell = |column: usize, text: &str| {
            let mut mapped = Mapped::default();
            mapped.push(text, column * 10);
            let cell = Cell { table: 0, row: 0, column, header: false };
            Block::new(BlockKind::Cell(cell), mapped, Span::new(column * 10, column * 10 + 5))
        };
        let mut price = cell(1, "USD 2");
        let change = |range| crate::read::Revision {
            kind: crate::read::RevisionKind::Insertion,
            range,
            author: String::new(),
            date: String::new(),
        };
        price.revisions = vec![change(4..5)];
        let document = Document {
            source: Source::new("t", Format::Text, "Seats     USD 2"),
            blocks: vec![cell(0, "Seats"), price],
            remarks: Vec::new(),
            warnings: Vec::new(),
            title: None,
            gaps: Vec::new(),
        };
        let row = units(&document, 0).remove(0);
        assert_eq!(row.pending.len(), 1);
        assert_eq!(&row.text.as_str()[row.pending[0].clone()], "2");
    }
}
