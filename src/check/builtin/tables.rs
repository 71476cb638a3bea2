//! Checks of tables of figures.

use super::marked;
use crate::arithmetic::{Wording, filled, separated};
use crate::catalogue::{says, vocabulary};
use crate::check::raise::{Bench, Place};
use crate::terms::{FigureRow, FigureTable, figure_tables};
use rust_decimal::Decimal;

/// More summands than this are counted and not written out.
const MOST_WRITTEN: usize = 6;

/// A figure that is not what others come to.
struct Wrong {
    unit: usize,
    /// `10 x 1,000 = 10,000`.
    sum: String,
    stated: Decimal,
}

/// Totals that are not the sum of their column, and amounts that are not the
/// quantity times the unit price. Tables with discounts, taxes or sums between
/// are left alone: how these enter is seldom written.
pub(super) fn sums_wrong(bench: &Bench) -> Vec<Place> {
    let contract = bench.reading.contract;
    let words = &Wording::of(bench.lang).checks;
    let tables = figure_tables(contract);
    let plain = tables.iter().filter(|table| {
        !table.rows.iter().any(|row| says(&vocabulary().terms.not_summed, &row.label))
    });
    let mut wrong: Vec<Wrong> =
        plain.flat_map(|table| wrong_amounts(table).chain(wrong_totals(table))).collect();
    wrong.sort_by_key(|wrong| wrong.unit);
    let place = |wrong: Wrong| {
        let paragraph = &contract.paragraphs[wrong.unit];
        let at = marked(contract, wrong.unit, paragraph.lead..paragraph.marked.len());
        let stated = separated(wrong.stated.normalize());
        let values = [("sum", wrong.sum.as_str()), ("stated", stated.as_str())];
        Place { working: Some(filled(&words.not_sum, &values)), ..at.into() }
    };
    wrong.into_iter().map(place).collect()
}

/// The last row, where it is a total: each of its figures under a column that
/// is full of figures.
fn wrong_totals(table: &FigureTable) -> impl Iterator<Item = Wrong> {
    let split = table.rows.split_last();
    let total = split
        .filter(|(last, above)| above.len() > 1 && says(&vocabulary().terms.total, &last.label));
    let figures = total.into_iter().flat_map(|(last, above)| {
        last.figures.iter().filter_map(move |&(column, stated)| {
            let parts: Option<Vec<Decimal>> = above.iter().map(|row| row.figure(column)).collect();
            let parts = parts?;
            let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
            let wrong = !same(sum, stated);
            wrong.then(|| Wrong { unit: last.unit, sum: written(&parts, " + ", sum), stated })
        })
    });
    // A total of quantities beside a total of amounts is one mistake, if any.
    figures.take(1)
}

fn wrong_amounts(table: &FigureTable) -> impl Iterator<Item = Wrong> {
    let words = &vocabulary().terms;
    let column = |patterns| table.heads.iter().position(|head| says(patterns, head));
    let columns = column(&words.quantity_head)
        .zip(column(&words.unit_price_head))
        .zip(column(&words.amount_head))
        .filter(|((quantity, price), amount)| quantity != price && price != amount);
    columns
        .into_iter()
        .flat_map(|columns| table.rows.iter().filter_map(move |row| wrong_amount(row, columns)))
}

fn wrong_amount(
    row: &FigureRow,
    ((quantity, price), amount): ((usize, usize), usize),
) -> Option<Wrong> {
    let parts = [row.figure(quantity)?, row.figure(price)?];
    let stated = row.figure(amount)?;
    let product = parts[0].checked_mul(parts[1])?;
    let wrong = !same(product, stated);
    wrong.then(|| Wrong { unit: row.unit, sum: written(&parts, " x ", product), stated })
}

/// Whether two sums are the same but for rounding to a whole unit.
fn same(sum: Decimal, stated: Decimal) -> bool {
    sum.checked_sub(stated).is_some_and(|off| off.abs() < Decimal::ONE)
}

fn written(parts: &[Decimal], sign: &str, result: Decimal) -> String {
    let result = separated(result.normalize());
    if parts.len() > MOST_WRITTEN {
        return result;
    }
    let parts: Vec<String> = parts.iter().map(|part| separated(part.normalize())).collect();
    format!("{} = {result}", parts.join(sign))
}
