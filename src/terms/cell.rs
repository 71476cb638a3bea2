//! Key terms in cells of tables that no heading names as a whole: the cues of a
//! term stand in the headings and in the other cells of the row.

use super::column::{cell_start, name, quantity_of, term_of};
use super::cue::several;
use super::grid::{Grid, GridCell, GridRow};
use super::ladder::before;
use super::{KeyTerm, price};
use crate::catalogue::{CueField, TermId, TermRule, ValueKind, says, vocabulary};
use crate::clause::slot_of;
use crate::provision::Reading;
use crate::quantity::{Quantity, quantities};
use crate::source::Span;
use std::collections::HashSet;

/// Longest cell whose figures are read so, in characters.
const LONGEST: usize = 80;

/// The texts around the figure of a cell, the nearest first: its heading and the cell itself, the
/// first cell of the row, the rest of the row, what stands over the table.
struct Around {
    near: String,
    label: String,
    row: String,
    over: String,
}

/// The key terms told by cues, of figures that `known` terms leave, in no order.
pub(super) fn of_cells(reading: &Reading, grids: &[Grid], known: &[KeyTerm]) -> Vec<KeyTerm> {
    let words = &vocabulary().terms;
    let taken: HashSet<(usize, usize)> = known
        .iter()
        .filter(|term| !reading.catalogue.terms[term.id].file.general)
        .map(|term| (term.at.unit, term.at.range.start))
        .collect();
    let elsewhere: HashSet<TermId> = known.iter().map(|term| term.id).collect();
    let mut found = Vec::new();
    for grid in grids {
        let Some(first) = grid.rows.first() else { continue };
        let context = before(reading.contract, first.unit);
        let credits = grid.head.iter().any(|cell| says(&words.credit, &cell.text));
        let bands = grid.head.iter().any(|cell| says(&words.uptime, &cell.text));
        if says(&words.illustration, &context)
            || says(&words.no_promise_under, &context)
            || (credits && bands)
        {
            continue;
        }
        let over = marked(&context);
        for row in &grid.rows {
            let figures = row.cells.iter().filter(|cell| {
                !cell.text.is_empty()
                    && cell.text.chars().any(|c| c.is_numeric())
                    && cell.text.chars().count() <= LONGEST
            });
            for (cell, piece, from) in figures
                .filter(|cell| Some(cell.column) != row.cells.first().map(|c| c.column))
                .flat_map(pieces)
            {
                let around = Around {
                    near: headed(grid, &piece),
                    label: row.cells.first().map(|first| headed(grid, first)).unwrap_or_default(),
                    row: rest_of(row, cell),
                    over: over.clone(),
                };
                let Some((id, mut quantity)) = best(reading, grid, &piece, &around) else {
                    continue;
                };
                quantity.range = from + quantity.range.start..from + quantity.range.end;
                let rule = &reading.catalogue.terms[id];
                if elsewhere.contains(&id) && !several(rule) {
                    continue;
                }
                let open = cell_start(reading, row, cell).is_some_and(|(unit, start)| {
                    let paragraph = &reading.contract.paragraphs[unit];
                    let folded = start + quantity.range.start..start + quantity.range.end;
                    let place = paragraph.marked.range_of(Span::from(folded));
                    !taken.contains(&(unit, place.start))
                });
                if !open {
                    continue;
                }
                let subject = rule.file.by.and_then(|_| name(grid, row, cell.column));
                let text = format!("{} {context}", grid.heading(cell.column));
                found.extend(term_of(reading, row, cell, (id, rule), quantity, &text, subject));
            }
        }
    }
    found
}

/// A cell, each of its parts that hold figures, and where that begins in it: `delay 90 ms; loss 0.3%`.
fn pieces(cell: &GridCell) -> Vec<(&GridCell, GridCell, usize)> {
    let figures = |text: &str| text.chars().any(|c| c.is_ascii_digit());
    let parts: Vec<&str> = cell.text.split_inclusive(';').filter(|part| figures(part)).collect();
    if parts.len() < 2 {
        return vec![(cell, cell.clone(), 0)];
    }
    parts
        .into_iter()
        .map(|part| {
            let quantities = quantities(part);
            let text = part.to_owned();
            let piece = GridCell { column: cell.column, plain: text.clone(), text, quantities };
            let from = cell.text.find(part).unwrap_or_default();
            (cell, piece, from)
        })
        .collect()
}

/// A cell behind its heading.
fn headed(grid: &Grid, cell: &GridCell) -> String {
    marked(&format!("{}: {}", grid.heading(cell.column), cell.text))
}

/// The other cells of a row, without their headings: another column's names no
/// figure of this one.
fn rest_of(row: &GridRow, own: &GridCell) -> String {
    let others = row.cells.iter().filter(|cell| cell.column != own.column);
    let texts: Vec<&str> = others
        .filter(|cell| cell.text.chars().count() <= LONGEST)
        .map(|cell| cell.text.as_str())
        .collect();
    marked(&texts.join("; "))
}

/// A folded text with its quantities as slots.
pub(super) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for quantity in quantities(text) {
        let Some(slot) = slot_of(&quantity) else { continue };
        out.push_str(text.get(at..quantity.range.start).unwrap_or_default());
        out.push(slot.char());
        at = at.max(quantity.range.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The term whose cues stand nearest around a cell, with the figure that fits it.
fn best(
    reading: &Reading,
    grid: &Grid,
    cell: &GridCell,
    around: &Around,
) -> Option<(TermId, Quantity)> {
    let heading = grid.heading(cell.column);
    let mut bids: Vec<(usize, TermId, Quantity)> = Vec::new();
    for (id, rule) in reading.catalogue.terms.iter().enumerate() {
        if !matches!(rule.value, ValueKind::Quantity) {
            continue;
        }
        let cues = reading.contract.languages.iter().flat_map(|lang| rule.file.cues(*lang));
        let Some(far) = cues.filter_map(|cue| far(cue, around)).min() else { continue };
        if let Some(quantity) = figure(rule, cell, heading) {
            bids.push((far, id, quantity));
        }
    }
    let (_, id, quantity) = bids.into_iter().min_by_key(|(far, id, _)| (*far, *id))?;
    Some((id, quantity))
}

fn figure(rule: &TermRule, cell: &GridCell, heading: &str) -> Option<Quantity> {
    quantity_of(rule, cell, heading).or_else(|| price::in_heading_currency(rule, cell, heading))
}

/// How far the words of a cue are, in hundredths a word; `None` where one is missing, or none stands
/// in the cell, over it or at the start of its row.
fn far(cue: &CueField, around: &Around) -> Option<usize> {
    let texts = [&around.near, &around.label, &around.row, &around.over];
    let stands = |word: &crate::catalogue::PatternField, text: &String| {
        !word.0.find_all(text, 0..text.len()).is_empty()
    };
    if cue.none.iter().any(|word| texts[..3].iter().any(|text| stands(word, text))) {
        return None;
    }
    let mut sum = 0;
    let mut own = false;
    for word in &cue.all {
        let at = texts.iter().position(|text| stands(word, text))?;
        own |= at < 2;
        sum += at;
    }
    own.then(|| sum * 100 / cue.all.len().max(1))
}
