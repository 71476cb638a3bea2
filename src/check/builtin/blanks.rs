//! Empty cells of tables whose columns hold figures: a price, a time or a credit
//! that nobody has filled in.

use super::Place;
use crate::catalogue::vocabulary;
use crate::clause::Contract;
use crate::source::Format;
use crate::terms::{Grid, GridRow, grids};

/// Fewest rows of a table of which an empty cell is an exception.
const FEWEST_ROWS: usize = 2;

/// Empty cells, one a row. A form to fill in has fields instead.
pub(super) fn empty_cells(contract: &Contract) -> Vec<Place> {
    if contract.is_template() {
        return Vec::new();
    }
    let mut places = Vec::new();
    for grid in grids(contract) {
        if grid.rows.len() < FEWEST_ROWS || grid.head.len() < 2 {
            continue;
        }
        // An empty cell of Markdown is no block; in Word a cell that is not there
        // is spanned by another.
        let first = grid.rows.first().map_or(0, |row| contract.units[row.unit].document);
        let spans = contract.documents[first].source.format != Format::Markdown;
        let columns = grid.head.iter().map(|cell| cell.column);
        let columns: Vec<usize> = columns.filter(|&c| owed(&grid, c, spans)).collect();
        for row in &grid.rows {
            let open = |column: &&usize| is_left_open(&grid, row, **column, spans);
            let empty = columns.iter().find(open);
            places.extend(empty.and_then(|&column| place(contract, &grid, row, column)));
        }
    }
    places
}

/// The text of a cell; `None` where another spans it.
fn text(row: &GridRow, column: usize, spans: bool) -> Option<&str> {
    row.cell(column).map(|cell| cell.text.as_str()).or((!spans).then_some(""))
}

/// Whether each row of a column owes a figure: most of them have one, or its
/// heading asks for one and none has.
fn owed(grid: &Grid, column: usize, spans: bool) -> bool {
    let cells = || grid.rows.iter().filter_map(|row| text(row, column, spans));
    let filled = cells().filter(|text| !text.is_empty()).count();
    let figures = cells().filter(|text| text.contains(|c: char| c.is_ascii_digit())).count();
    let empty = cells().filter(|text| text.is_empty()).count();
    let heading = grid.heading(column);
    // Two columns may as well be entries and what stands for each.
    let most = if grid.head.len() == 2 { figures == filled } else { figures * 2 > filled };
    column > 0
        && !heading.is_empty()
        && !heading.contains('[')
        && empty > 0
        && if filled == 0 {
            vocabulary().placeholders.columns.is_match(heading)
        } else {
            empty <= filled && most
        }
}

/// Whether a row leaves a column open: it says what it is about, is no heading
/// over other rows and no total.
fn is_left_open(grid: &Grid, row: &GridRow, column: usize, spans: bool) -> bool {
    let about = row.cell(0).map_or("", |cell| cell.text.as_str());
    let filled = row.cells.iter().filter(|cell| !cell.text.is_empty()).count();
    text(row, column, spans) == Some("")
        && !about.is_empty()
        && !vocabulary().placeholders.totals.is_match(about)
        && (filled > 1 || grid.head.len() == 2)
}

/// The first cell of the row, which says what is left open.
fn place(contract: &Contract, grid: &Grid, row: &GridRow, column: usize) -> Option<Place> {
    let name = &row.cell(0)?.plain;
    let start = contract.units[row.unit].text.as_str().find(name.as_str())?;
    let detail = format!("{} / {name}", grid.heading_as_written(column));
    Some(Place::new(contract, row.unit, start..start + name.len()).with_detail(detail))
}
