//! Key terms in the columns of tables: a heading says which term, the row says
//! for which service, plan or severity.

use super::KeyTerm;
use super::grid::{Grid, GridCell, GridRow, grids};
use super::ladder::{before, language};
use crate::catalogue::{TermId, TermRule, says, vocabulary};
use crate::clause::slot_of;
use crate::matching::Polarity;
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Comparator, Quantity};

/// Longest name of a row, in characters.
const LONGEST_NAME: usize = 60;

/// The key terms that stand in tables, in no order.
pub(super) fn of_tables(reading: &Reading) -> Vec<KeyTerm> {
    let mut found = Vec::new();
    for grid in grids(reading.contract) {
        let columns = grid.columns();
        let Some(first) = grid.rows.first() else { continue };
        // A column of credits makes the table a ladder, whose bands are no promises.
        let words = &vocabulary().terms;
        let credits = grid.head.iter().any(|cell| says(&words.credit, &cell.text));
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            let heads = |column: &usize| {
                rule.file.heads(grid.heading(*column))
                    && !says(&words.credit, grid.heading(*column))
            };
            if rule.ladder || !columns.iter().any(heads) || (credits && rule.file.periodic) {
                continue;
            }
            let context = before(reading.contract, first.unit);
            for row in &grid.rows {
                for &column in columns.iter().filter(|column| heads(column)) {
                    found.extend(cell_term(reading, &grid, row, column, (id, rule), &context));
                }
            }
        }
    }
    found
}

fn cell_term(
    reading: &Reading,
    grid: &Grid,
    row: &GridRow,
    column: usize,
    (id, rule): (TermId, &TermRule),
    context: &str,
) -> Option<KeyTerm> {
    let cell = row.cell(column)?;
    let fits = |q: &&Quantity| {
        slot_of(q).is_some_and(|slot| rule.slots.contains(&slot)) && super::in_range(rule, q)
    };
    let quantity = cell.quantities.iter().find(fits)?;
    // "Below 99.9%" in such a column is a threshold.
    if rule.file.periodic && quantity.comparator == Comparator::LessThan {
        return None;
    }
    let text = format!("{} {context}", grid.heading(column));
    let quantity = if rule.file.periodic {
        super::with_period(quantity, &text, 0, [])
    } else {
        quantity.clone()
    };
    let at = place(reading, row.unit, &quantity, cell)?;
    Some(KeyTerm { id, quantity, subject: name(grid, row, column), at })
}

/// Where the quantity of a cell stands in its row's unit.
fn place(
    reading: &Reading,
    unit: usize,
    quantity: &Quantity,
    cell: &GridCell,
) -> Option<Occurrence> {
    let contract = reading.contract;
    // A row that is too long to be one unit has a unit for each cell.
    let units = unit..(unit + 16).min(contract.units.len());
    for unit in units {
        let paragraph = &contract.paragraphs[unit];
        let text = paragraph.folded.as_str();
        let Some(start) = text.find(cell.text.as_str()) else { continue };
        let at = start + quantity.range.start;
        let (_, place) = paragraph.quantities.iter().find(|(q, _)| q.range.contains(&at))?;
        let width = paragraph.marked.as_str()[*place..].chars().next().map_or(0, char::len_utf8);
        return Some(Occurrence {
            unit,
            range: *place..*place + width,
            sentence: paragraph.sentence_at(*place),
            lang: language(contract, unit),
            polarity: Polarity::Operative,
        });
    }
    None
}

/// The first cell of a row before the column; a bare number takes the heading
/// with it: `Severity 1`.
fn name(grid: &Grid, row: &GridRow, column: usize) -> Option<String> {
    let cell = row
        .cells
        .iter()
        .filter(|cell| cell.column < column && !cell.text.is_empty())
        .find(|cell| cell.plain.chars().count() <= LONGEST_NAME)?;
    let number = cell.text.chars().all(|c| c.is_ascii_digit());
    let heading = grid.heading_as_written(cell.column);
    if number && !heading.is_empty() {
        return Some(format!("{heading} {}", cell.plain));
    }
    Some(cell.plain.clone())
}

/// The rank a name of a severity has, 0 the gravest.
pub(crate) fn severity_rank(name: &str) -> Option<usize> {
    let name = crate::clause::folded_heading(name);
    let words = &vocabulary().terms.severities;
    words
        .iter()
        .position(|rank| rank.iter().any(|p| p.first_in(&name).is_some_and(|r| r.start == 0)))
}
