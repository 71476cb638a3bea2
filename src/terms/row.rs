//! Key terms in the rows of tables: the first cell says which term, the others
//! hold its values, one a column of plans or services.

use super::column::{heads, period_in, quantity_of, term_of};
use super::grid::{Grid, GridCell, GridRow};
use super::ladder::before;
use super::{KeyTerm, price};
use crate::catalogue::{TermId, TermRule, ValueKind, says, vocabulary};
use crate::provision::Reading;

/// Longest name of a term in a row, in characters.
const LONGEST_LABEL: usize = 50;

/// The key terms that stand in rows, in no order.
pub(super) fn of_rows(reading: &Reading, grids: &[Grid]) -> Vec<KeyTerm> {
    let words = &vocabulary().terms;
    let mut found = Vec::new();
    for grid in grids {
        let Some(first) = grid.rows.first() else { continue };
        let context = before(reading.contract, first.unit);
        if says(&words.illustration, &context) || says(&words.no_promise_under, &context) {
            continue;
        }
        for row in grid.head_as_row().iter().chain(&grid.rows) {
            let Some(label) = row.cells.iter().find(|cell| is_label(&cell.text)) else { continue };
            // The whole name of one term may hold words of another's.
            let named = reading.catalogue.terms.iter().any(|rule| rule.file.names(&label.text));
            for (id, rule) in reading.catalogue.terms.iter().enumerate() {
                if matches!(rule.value, ValueKind::Ladder | ValueKind::Words)
                    || label.text.chars().count() > LONGEST_LABEL
                    || !heads(rule, &label.text)
                    || (named && !rule.file.names(&label.text))
                {
                    continue;
                }
                found.extend(values(reading, grid, row, label, (id, rule)));
            }
        }
    }
    found
}

/// Whether a cell names a row: more than its number.
fn is_label(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
}

fn values(
    reading: &Reading,
    grid: &Grid,
    row: &GridRow,
    label: &GridCell,
    (id, rule): (TermId, &TermRule),
) -> Vec<KeyTerm> {
    let mut values: Vec<(&GridCell, crate::quantity::Quantity)> = row
        .cells
        .iter()
        .filter(|cell| cell.column > label.column)
        .filter_map(|cell| {
            let heading = grid.heading(cell.column);
            let own = value(rule, cell, &label.text).or_else(|| value(rule, cell, heading))?;
            Some((cell, own))
        })
        .collect();
    // A price and the amount it comes to are one value.
    let first = values.first().map(|(_, quantity)| quantity.measure.clone());
    if values.iter().all(|(_, quantity)| Some(&quantity.measure) == first.as_ref())
        && grid.head.iter().all(|cell| !says(&vocabulary().terms.plan, &cell.text))
        && price::is_money(rule)
    {
        values.truncate(1);
    }
    let several = values.len() > 1;
    values
        .into_iter()
        .filter_map(|(cell, quantity)| {
            let heading = grid.heading_as_written(cell.column);
            let plan = says(&vocabulary().terms.plan, grid.heading(cell.column));
            let subject = ((several || plan) && !heading.is_empty()).then(|| heading.to_owned());
            term_of(reading, row, cell, (id, rule), quantity, &label.text, subject)
        })
        .collect()
}

fn value(rule: &TermRule, cell: &GridCell, label: &str) -> Option<crate::quantity::Quantity> {
    if rule.value == ValueKind::Period {
        return period_in(rule, cell);
    }
    let quantity = quantity_of(rule, cell, label)
        .or_else(|| price::in_unit_of(rule, cell, label, ""))
        .or_else(|| period_in(rule, cell).filter(|_| rule.file.or_period))?;
    Some(if price::is_money(rule) { price::with_label(label, quantity) } else { quantity })
}
