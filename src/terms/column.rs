//! Key terms in the columns of tables: a heading says which term, the row says
//! for which service, plan or severity.

use super::cell::marked;
use super::grid::{Grid, GridCell, GridRow};
use super::ladder::{before, language};
use super::{KeyTerm, price};
use crate::catalogue::{TermId, TermRule, ValueKind, says, vocabulary};
use crate::clause::slot_of;
use crate::matching::{Lang, Polarity, Slot};
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Comparator, Measure, Quantity, counts, quantities};
use crate::source::Span;
use std::ops::Range;

/// Longest name of a row, in characters.
const LONGEST_NAME: usize = 60;

/// The key terms that stand in columns of tables, in no order.
pub(super) fn of_tables(reading: &Reading, grids: &[Grid]) -> Vec<KeyTerm> {
    let words = &vocabulary().terms;
    let mut found = Vec::new();
    for grid in grids {
        let columns = grid.columns();
        let Some(first) = grid.rows.first() else { continue };
        let context = before(reading.contract, first.unit);
        if says(&words.illustration, &context) || says(&words.no_promise_under, &context) {
            continue;
        }
        // A column of credits makes the table a ladder, whose bands are no promises.
        let credits = grid.head.iter().any(|cell| says(&words.credit, &cell.text));
        let bands = grid.head.iter().any(|cell| says(&words.uptime, &cell.text));
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            let named = |column: &&usize| {
                let heading = grid.heading(**column);
                // A credit, unless the words are this term's whole name and no band stands beside.
                let credit = says(&words.credit, heading) && (bands || !rule.file.names(heading));
                heads(rule, heading) && !credit
            };
            let quantity = !matches!(rule.value, ValueKind::Ladder | ValueKind::Words);
            let mut heading: Vec<usize> = columns.iter().filter(named).copied().collect();
            if heading.is_empty() && rule.file.paid_once {
                heading = price::columns(&reading.catalogue.terms, grid, &columns);
            }
            if rule.file.general && price::is_money(rule) {
                heading = if heading.is_empty() {
                    price::bare_columns(&reading.catalogue.terms, grid, &context)
                } else {
                    price::of_one(grid, heading)
                };
                // A column that a narrower term is named by is not of prices.
                heading.retain(|&column| {
                    !reading.catalogue.terms.iter().any(|other| {
                        other.value == ValueKind::Count && other.file.heads(grid.heading(column))
                    })
                });
            }
            if !quantity || heading.is_empty() || (credits && rule.file.periodic) {
                continue;
            }
            // A row that is named for another term is that term's.
            let own = |row: &&GridRow| {
                let label = row.cells.first().map_or("", |cell| &cell.text);
                !reading.catalogue.terms.iter().any(|rule| rule.file.names(label))
            };
            // What is paid once is no price of a unit.
            let once = |row: &&GridRow| {
                !price::is_money(rule)
                    || !(rule.file.general || rule.file.paid_once)
                    || price::paid_once(row) == rule.file.paid_once
                    || rule.file.heads(grid.heading(heading[0])) && rule.file.paid_once
            };
            for row in grid.rows.iter().filter(own).filter(once) {
                for &column in &heading {
                    let Some(mut term) =
                        cell_term(reading, grid, row, column, (id, rule), &context)
                    else {
                        continue;
                    };
                    // Several columns of one term, such as a workaround and a fix, have names.
                    if heading.len() > 1 {
                        let of = term.subject.unwrap_or_default();
                        let kind = grid.heading_as_written(column);
                        term.subject = Some(format!("{of} {kind}").trim().to_owned());
                    }
                    found.push(term);
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
    term: (TermId, &TermRule),
    context: &str,
) -> Option<KeyTerm> {
    let cell = row.cell(column)?;
    let heading = grid.heading(column);
    let quantity = if term.1.value == ValueKind::Period {
        period_in(term.1, cell)?
    } else {
        quantity_of(term.1, cell, heading)
            .or_else(|| price::in_heading_currency(term.1, cell, heading))
            .or_else(|| price::in_unit_of(term.1, cell, heading, context))
            .or_else(|| period_in(term.1, cell).filter(|_| term.1.file.or_period))?
    };
    // "Below 99.9%" in such a column is a threshold.
    if term.1.file.periodic && quantity.comparator == Comparator::LessThan {
        return None;
    }
    let text = format!("{heading} {context}");
    let (quantity, subject) = if price::is_money(term.1) {
        (
            price::with_unit(grid, row, column, quantity),
            price::item(&reading.catalogue.terms, grid, row, column),
        )
    } else {
        (quantity, name(grid, row, column))
    };
    term_of(reading, row, cell, term, quantity, &text, subject)
}

/// A key term whose value is a quantity of a cell. `text` may name its period.
pub(super) fn term_of(
    reading: &Reading,
    row: &GridRow,
    cell: &GridCell,
    (id, rule): (TermId, &TermRule),
    quantity: Quantity,
    text: &str,
    subject: Option<String>,
) -> Option<KeyTerm> {
    // "[For example: USD 5]" fills a form in for show.
    if says(&vocabulary().terms.illustration, &cell.text) {
        return None;
    }
    let quantity =
        if rule.file.periodic { super::with_period(&quantity, text, 0, []) } else { quantity };
    let at = place(reading, row, cell, &quantity)?;
    Some(KeyTerm { id, quantity, subject, at })
}

/// One month, quarter or year that a cell names.
pub(super) fn period_in(rule: &TermRule, cell: &GridCell) -> Option<Quantity> {
    let unit = super::period::period_of(&cell.text, &cell.quantities)?;
    let one = super::sentence::one(unit, 0..cell.text.len());
    super::in_range(rule, &one).then_some(one)
}

/// Whether a heading names a term, with or without the unit in brackets behind it: `Recovery (hours)`.
pub(super) fn heads(rule: &TermRule, heading: &str) -> bool {
    rule.file.heads(heading)
        || heading.strip_suffix(')').and_then(|head| head.rsplit_once(" (")).is_some_and(
            |(name, unit)| {
                let unit = unit == "%" || !quantities(&format!("1 {unit}")).is_empty();
                unit && rule.file.heads(name)
            },
        )
}

/// The quantity of a cell that is a term's value. The heading may hold the
/// unit: `Response (hours)` over `4`.
pub(super) fn quantity_of(rule: &TermRule, cell: &GridCell, heading: &str) -> Option<Quantity> {
    let fits = |q: &&Quantity| {
        let count = rule.value == ValueKind::Count && matches!(q.measure, Measure::Count { .. });
        (count || slot_of(q).is_some_and(|slot| rule.slots.contains(&slot)))
            && super::in_range(rule, q)
    };
    if let Some(own) = cell.quantities.iter().filter(fits).find(|q| !anothers(rule, cell, q)) {
        return Some(own.clone());
    }
    if rule.value == ValueKind::Count
        && let Some(count) = counts(&cell.text).iter().find(fits)
    {
        return Some(count.clone());
    }
    if rule.value == ValueKind::Count
        && let Some(count) = bare_count(&cell.text, heading).filter(|count| fits(&count))
    {
        return Some(count);
    }
    if !cell.quantities.is_empty() {
        return None;
    }
    let figure = cell.text.trim_start_matches(['<', '>', '=', '≤', '≥', ' ']);
    if !figure.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    unit_of(heading).iter().find_map(|unit| {
        let text = &cell.text;
        let tries = [format!("{text} {unit}"), format!("{text}{unit}"), format!("{unit} {text}")];
        tries.iter().find_map(|text| {
            let mut read = quantities(text).into_iter().find(|q| fits(&q))?;
            read.range = 0..cell.text.len();
            Some(read)
        })
    })
}

/// Whether the words of a cell around one of its figures make it another term's.
fn anothers(rule: &TermRule, cell: &GridCell, quantity: &Quantity) -> bool {
    // The place of the figure's slot in the marked text.
    let (Some(head), Some(slot)) =
        (cell.text.get(..quantity.range.start), slot_of(quantity).map(Slot::char))
    else {
        return false;
    };
    let text = marked(&cell.text);
    let place = marked(head).len();
    if !text.get(place..).is_some_and(|rest| rest.starts_with(slot)) {
        return false;
    }
    [Lang::En, Lang::Zh, Lang::Ms].into_iter().flat_map(|lang| rule.file.never(lang)).any(|words| {
        words.0.find_all(&text, 0..text.len()).iter().any(|range| range.contains(&place))
    })
}

/// A cell that is a number and nothing else, with the scale its heading gives:
/// `50` under `Minutes (万)`.
fn bare_count(text: &str, heading: &str) -> Option<Quantity> {
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')) {
        return None;
    }
    let bracket = unit_of(heading).first().copied().unwrap_or_default();
    let tries = [format!("{text}{bracket}"), format!("{text}{bracket}个"), format!("{text}个")];
    let mut count = tries
        .iter()
        .find_map(|text| counts(text).into_iter().find(|count| count.range.start == 0))?;
    if let Measure::Count { thing, .. } = &mut count.measure {
        *thing = heading.split('(').next().unwrap_or_default().trim().to_owned().into();
    }
    count.range = 0..text.len();
    Some(count)
}

/// What a heading may give as the unit of its cells: the words in brackets,
/// behind a comma or "in", else its last word.
fn unit_of(heading: &str) -> Vec<&str> {
    let bracket = heading
        .rfind('(')
        .and_then(|open| heading.get(open + 1..)?.split(')').next().map(str::trim));
    let behind = heading.rsplit([',', '/']).next().filter(|part| part.len() < heading.len());
    let last = heading.rsplit(' ').next();
    [bracket, behind.map(str::trim), last].into_iter().flatten().filter(|u| !u.is_empty()).collect()
}

/// Where the quantity of a cell stands in its row's unit.
fn place(
    reading: &Reading,
    row: &GridRow,
    cell: &GridCell,
    quantity: &Quantity,
) -> Option<Occurrence> {
    let (unit, start) = cell_start(reading, row, cell)?;
    let contract = reading.contract;
    let paragraph = &contract.paragraphs[unit];
    let folded = start + quantity.range.start..start + quantity.range.end;
    let range = paragraph.marked.range_of(Span::from(folded));
    Some(occurrence(reading, unit, range))
}

/// A range of a unit's marked text as a place.
pub(super) fn occurrence(reading: &Reading, unit: usize, range: Range<usize>) -> Occurrence {
    Occurrence {
        unit,
        sentence: reading.contract.paragraphs[unit].sentence_at(range.start),
        range,
        lang: language(reading.contract, unit),
        polarity: Polarity::Operative,
    }
}

/// The unit a cell stands in and where its text begins in the folded text. The
/// cells before it are passed, for two may hold the same words.
pub(super) fn cell_start(
    reading: &Reading,
    row: &GridRow,
    cell: &GridCell,
) -> Option<(usize, usize)> {
    let paragraphs = &reading.contract.paragraphs;
    let (mut unit, mut from) = (row.unit, 0);
    // A row that is too long to be one unit has a unit for each cell.
    let last = (row.unit + 16).min(paragraphs.len());
    for next in &row.cells {
        let mut at = unit;
        let start = loop {
            if at >= last {
                break None;
            }
            let text = paragraphs[at].folded.as_str();
            let begin = if at == unit { from } else { 0 };
            if let Some(found) = text.get(begin..).and_then(|rest| rest.find(next.text.as_str())) {
                break Some((at, begin + found));
            }
            at += 1;
        };
        if let Some((found, start)) = start {
            (unit, from) = (found, start + next.text.len());
        }
        if next.column == cell.column {
            return start;
        }
    }
    None
}

/// The first cell of a row before the column; a bare number takes the heading
/// with it: `Severity 1`.
pub(super) fn name(grid: &Grid, row: &GridRow, column: usize) -> Option<String> {
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
