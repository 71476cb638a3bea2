//! Where in which table the reader is.

use crate::read::{Block, BlockKind, Cell};
use std::collections::BTreeMap;

/// A table being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    number: usize,
    row: usize,
    column: usize,
    header: bool,
    span: usize,
    /// The cell is part of one above it.
    merged: bool,
    /// The cell's first paragraph, and whether any has words.
    first: Option<usize>,
    has_words: bool,
}

/// Word has at most 63 columns; a larger span is a lie.
const WIDEST: i64 = 63;

impl Table {
    /// The table with this number in the document.
    pub(super) fn new(number: usize) -> Self {
        Self { number, ..Self::default() }
    }

    /// A row begins.
    pub(super) fn begin_row(&mut self) {
        (self.column, self.header) = (0, false);
    }

    /// The row is a header.
    pub(super) fn mark_header(&mut self) {
        self.header = true;
    }

    /// Columns the row leaves out at its start.
    pub(super) fn leave_out(&mut self, columns: i64) {
        self.column += columns.clamp(0, WIDEST) as usize;
    }

    /// The row ends; `kept` unless a tracked change removes it.
    pub(super) fn end_row(&mut self, kept: bool) {
        self.row += usize::from(kept);
    }

    /// A cell begins.
    pub(super) fn begin_cell(&mut self) {
        (self.span, self.merged, self.first, self.has_words) = (1, false, None, false);
    }

    /// Columns the cell spans.
    pub(super) fn span(&mut self, columns: i64) {
        self.span = columns.clamp(1, WIDEST) as usize;
    }

    /// The cell continues the one above.
    pub(super) fn merge(&mut self) {
        self.merged = true;
    }

    /// The cell being read.
    pub(super) fn cell(&self) -> Cell {
        Cell { table: self.number, row: self.row, column: self.column, header: self.header }
    }

    /// The cell has a paragraph.
    pub(super) fn note_paragraph(&mut self, slot: usize, blank: bool) {
        self.first.get_or_insert(slot);
        self.has_words |= !blank;
    }

    /// The cell has a table in it.
    pub(super) fn note_table(&mut self) {
        self.has_words = true;
    }

    /// The cell ends. The paragraph that must stand for it, where it has no words.
    pub(super) fn end_cell(&mut self) -> Option<usize> {
        self.column += self.span;
        self.first.take().filter(|_| !self.merged && !self.has_words)
    }
}

/// Few authors mark a header row. A first row that is all bold is one, in a
/// table where something else is not.
pub(super) fn mark_headers(blocks: &mut [Block]) {
    // For each table: whether the first row is all bold, whether another row is.
    let mut tables: BTreeMap<usize, (bool, bool)> = BTreeMap::new();
    for block in blocks.iter() {
        let BlockKind::Cell(cell) = block.kind else { continue };
        let (first, others) = tables.entry(cell.table).or_insert((true, true));
        let seen = if cell.row == 0 { first } else { others };
        *seen &= is_bold(block);
    }
    for block in blocks {
        if let BlockKind::Cell(cell) = &mut block.kind
            && cell.row == 0
            && tables.get(&cell.table) == Some(&(true, false))
        {
            cell.header = true;
        }
    }
}

fn is_bold(block: &Block) -> bool {
    let text = block.text.as_str();
    let mut outside = 0;
    let mut plain = String::new();
    for range in &block.strong {
        plain.push_str(text.get(outside..range.start).unwrap_or_default());
        outside = range.end;
    }
    plain.push_str(text.get(outside..).unwrap_or_default());
    plain.trim().is_empty()
}
