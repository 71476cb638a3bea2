//! Tables of figures: rows whose cells are sums or bare numbers, as in a price
//! schedule. What adds up to what is told by those who check it.

use super::grid::{Grid, GridCell, GridRow, grids};
use crate::clause::Contract;
use crate::quantity::Measure;
use rust_decimal::Decimal;

/// A table.
#[derive(Debug)]
pub(crate) struct FigureTable {
    /// Its rows, in text order.
    pub(crate) rows: Vec<FigureRow>,
    /// The folded headings of its columns, empty where there are none.
    pub(crate) heads: Vec<String>,
}

/// A row.
#[derive(Debug)]
pub(crate) struct FigureRow {
    /// The unit it stands in.
    pub(crate) unit: usize,
    /// Its words, folded: all cells without a figure.
    pub(crate) label: String,
    /// Its figures, each with its column.
    pub(crate) figures: Vec<(usize, Decimal)>,
}

impl FigureRow {
    /// The figure of a column.
    pub(crate) fn figure(&self, column: usize) -> Option<Decimal> {
        self.figures.iter().find(|(at, _)| *at == column).map(|(_, figure)| *figure)
    }
}

/// The tables of a contract that hold figures.
pub(crate) fn figure_tables(contract: &Contract) -> Vec<FigureTable> {
    let tables = grids(contract);
    let read = tables
        .iter()
        .map(|grid| FigureTable { rows: grid.rows.iter().map(row).collect(), heads: heads(grid) });
    read.filter(|table| table.rows.iter().any(|row| !row.figures.is_empty())).collect()
}

fn heads(grid: &Grid) -> Vec<String> {
    let last = grid.columns().last().map_or(0, |last| last + 1);
    (0..last).map(|column| grid.heading(column).to_owned()).collect()
}

fn row(row: &GridRow) -> FigureRow {
    let figures = row.cells.iter().filter_map(|cell| Some((cell.column, figure(cell)?)));
    let words = row.cells.iter().filter(|cell| figure(cell).is_none());
    let label: Vec<&str> = words.map(|cell| cell.text.as_str()).collect();
    FigureRow { unit: row.unit, label: label.join(" "), figures: figures.collect() }
}

/// The figure of a cell that holds nothing else: an amount of money, or a bare
/// number with or without its currency.
fn figure(cell: &GridCell) -> Option<Decimal> {
    if let [only] = cell.quantities.as_slice() {
        return match only.measure {
            Measure::Money { value, .. } if only.upper.is_none() => Some(value),
            _ => None,
        };
    }
    let bare: String = cell.text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
    let bare = bare.trim_start_matches(['$', '¥', '€', '£']).trim_start_matches("rm");
    bare.parse().ok().filter(|_| cell.quantities.is_empty())
}
