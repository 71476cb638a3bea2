//! Tables of a contract as rows of cells, folded and with their quantities.
//!
//! What the columns mean is told by those who read them.

use crate::clause::{Contract, Unit};
use crate::matching::fold;
use crate::quantity::{Quantity, quantities};
use crate::read::{BlockKind, Cell};
use std::collections::HashMap;

/// A table.
#[derive(Debug)]
pub(crate) struct Grid {
    /// The headings of its columns; empty where it has none.
    pub(crate) head: Vec<GridCell>,
    /// The unit of the headings, where the file marks them as such.
    head_unit: Option<usize>,
    /// Its other rows.
    pub(crate) rows: Vec<GridRow>,
}

/// A row of a table.
#[derive(Debug)]
pub(crate) struct GridRow {
    /// Its number in the table.
    number: usize,
    /// The unit of its first cell.
    pub(crate) unit: usize,
    /// Its cells; one that is empty has an empty text.
    pub(crate) cells: Vec<GridCell>,
}

/// The text of a cell.
#[derive(Debug, Clone)]
pub(crate) struct GridCell {
    /// Counted from 0.
    pub(crate) column: usize,
    /// Folded.
    pub(crate) text: String,
    /// As it stands.
    pub(crate) plain: String,
    /// In the folded text.
    pub(crate) quantities: Vec<Quantity>,
}

impl Grid {
    /// The heading of a column, or empty.
    pub(crate) fn heading(&self, column: usize) -> &str {
        self.head.iter().find(|cell| cell.column == column).map_or("", |cell| &cell.text)
    }

    /// The same, as it stands.
    pub(crate) fn heading_as_written(&self, column: usize) -> &str {
        self.head.iter().find(|cell| cell.column == column).map_or("", |cell| &cell.plain)
    }

    /// The headings as a row, for tables that have none and put a row there.
    pub(super) fn head_as_row(&self) -> Option<GridRow> {
        Some(GridRow { number: 0, unit: self.head_unit?, cells: self.head.clone() })
    }

    /// The columns that hold anything.
    pub(crate) fn columns(&self) -> Vec<usize> {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let mut columns: Vec<usize> = cells.map(|cell| cell.column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

impl GridCell {
    fn new(column: usize, plain: &str) -> Self {
        let plain = plain.trim().to_owned();
        let text = fold(&plain).as_str().to_owned();
        Self { column, quantities: quantities(&text), plain, text }
    }
}

impl GridRow {
    /// The cell of a column.
    pub(crate) fn cell(&self, column: usize) -> Option<&GridCell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

/// The tables of a contract, in reading order.
pub(crate) fn grids(contract: &Contract) -> Vec<Grid> {
    let mut found: Vec<Grid> = Vec::new();
    let mut known: HashMap<(usize, usize), usize> = HashMap::new();
    let mut unit = 0;
    for (document, read) in contract.documents.iter().enumerate() {
        for (at, block) in read.blocks.iter().enumerate() {
            let BlockKind::Cell(cell) = block.kind else { continue };
            let begins = |next: &Unit| (next.document, next.block) <= (document, at);
            while contract.units.get(unit + 1).is_some_and(begins) {
                unit += 1;
            }
            let index = *known.entry((document, cell.table)).or_insert_with(|| {
                found.push(Grid { head: Vec::new(), head_unit: None, rows: Vec::new() });
                found.len() - 1
            });
            take(&mut found[index], cell, block.text.as_str(), unit);
        }
    }
    found.iter_mut().for_each(first_row_as_head);
    found
}

fn take(grid: &mut Grid, cell: Cell, plain: &str, unit: usize) {
    let cells = if cell.header {
        grid.head_unit.get_or_insert(unit);
        &mut grid.head
    } else {
        if grid.rows.last().is_none_or(|row| row.number != cell.row) {
            grid.rows.push(GridRow { number: cell.row, unit, cells: Vec::new() });
        }
        let Some(row) = grid.rows.last_mut() else { return };
        &mut row.cells
    };
    match cells.iter_mut().find(|known| known.column == cell.column) {
        // A second paragraph of the same cell.
        Some(known) => *known = GridCell::new(cell.column, &format!("{} {plain}", known.plain)),
        None => cells.push(GridCell::new(cell.column, plain)),
    }
}

/// A first row without figures is the head, whether or not the file says so.
fn first_row_as_head(grid: &mut Grid) {
    let plain = grid.rows.first().is_some_and(|row| {
        row.cells.len() > 1 && row.cells.iter().all(|cell| cell.quantities.is_empty())
    });
    if grid.head.is_empty() && grid.rows.len() > 1 && plain {
        grid.head = grid.rows.remove(0).cells;
    }
}
