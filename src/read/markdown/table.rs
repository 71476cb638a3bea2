//! Markdown tables: where each cell stands, and cells beyond the header's.

use super::blocks::Blocks;
use crate::read::{BlockKind, Cell};
use crate::source::Span;

/// The table being read.
#[derive(Debug)]
pub(super) struct Table {
    next: Cell,
    /// Where the last cell ended.
    end: usize,
}

impl Table {
    /// Begins the document's table of that number.
    pub(super) fn new(table: usize) -> Self {
        Self { next: Cell { table, row: 0, column: 0, header: true }, end: 0 }
    }

    /// Places a cell that ends at `end`.
    pub(super) fn next_cell(&mut self, end: usize) -> Cell {
        let cell = self.next;
        self.next.column += 1;
        self.end = end;
        cell
    }

    /// Ends a row at `end`. The parser leaves out cells for which the header
    /// has no column; they are contract text all the same.
    pub(super) fn end_row(&mut self, end: usize, out: &mut Blocks<'_>) {
        let source = out.text;
        let mut at = self.end;
        let rest = if at < end { &source[at..end] } else { "" };
        for part in rest.split_inclusive('|') {
            let (start, text) = (at, part.trim_end_matches('|'));
            at += part.len();
            if text.trim().is_empty() {
                continue;
            }
            let start = start + (text.len() - text.trim_start().len());
            let range = start..start + text.trim().len();
            let cell = self.next_cell(at);
            out.open(BlockKind::Cell(cell), Span::from(range.clone()));
            if let Some(flow) = out.flow(range.clone().into()) {
                flow.push_prose(source, range);
            }
            out.close();
        }
        self.next.row += 1;
        self.next.column = 0;
        self.next.header = false;
        self.end = end;
    }
}
