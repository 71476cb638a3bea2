//! Prices: what a figure is counted per where its column or row says so, and
//! the item a price is for.

use super::grid::{Grid, GridCell, GridRow};
use crate::catalogue::{TermRule, ValueKind, says, vocabulary};
use crate::clause::Contract;
use crate::matching::{Slot, is_wide};
use crate::quantity::{Measure, Per, PerUnit, Quantity, quantities};

/// Longest name of an item, in characters.
const LONGEST: usize = 60;

/// Whether a term is a price or a sum of money.
pub(super) fn is_money(rule: &TermRule) -> bool {
    rule.slots.contains(&Slot::Money)
}

/// The columns of a table that hold prices of any kind.
pub(super) fn columns(terms: &[TermRule], grid: &Grid, columns: &[usize]) -> Vec<usize> {
    let prices: Vec<&TermRule> =
        terms.iter().filter(|rule| rule.file.general && is_money(rule)).collect();
    let heads = |column: &&usize| prices.iter().any(|rule| rule.file.heads(grid.heading(**column)));
    of_one(grid, columns.iter().filter(heads).copied().collect())
}

/// The columns of prices of one unit, where another holds what the quantity of
/// the row comes to.
pub(super) fn of_one(grid: &Grid, columns: Vec<usize>) -> Vec<usize> {
    let words = &vocabulary().terms;
    if columns.len() < 2 || !grid.head.iter().any(|cell| says(&words.quantity_head, &cell.text)) {
        return columns;
    }
    let unit = |column: &&usize| says(&words.unit_price_head, grid.heading(**column));
    let one: Vec<usize> = columns.iter().filter(unit).copied().collect();
    if one.is_empty() { columns.into_iter().take(1).collect() } else { one }
}

/// Whether a row says that its price is paid once.
pub(super) fn paid_once(row: &GridRow) -> bool {
    row.cells.iter().any(|cell| says(&vocabulary().terms.paid_once, &cell.text))
}

/// A price with what it is counted per, where its column's heading or the
/// row's column of units says so.
pub(super) fn with_unit(grid: &Grid, row: &GridRow, column: usize, price: Quantity) -> Quantity {
    if !price.per.is_empty() || !matches!(price.measure, Measure::Money { .. }) {
        return price;
    }
    let words = &vocabulary().terms;
    let units = grid.head.iter().filter(|cell| says(&words.unit_column, &cell.text));
    let cells = units.filter_map(|head| row.cell(head.column)).filter(|cell| cell.column != column);
    let heading = grid.heading(column);
    let own = cells.map(|cell| cell.text.as_str()).find_map(per_of);
    match own {
        Some(per) => Quantity { per, ..price },
        None => with_label(heading, price),
    }
}

/// A price with what the heading of its column or the name of its row counts it
/// per: `Monthly fee`, `每千分钟（元）`.
pub(super) fn with_label(label: &str, price: Quantity) -> Quantity {
    if !price.per.is_empty() || !matches!(price.measure, Measure::Money { .. }) {
        return price;
    }
    let from =
        |sign: &str| label.find(sign).and_then(|at| per_of(label.get(at..)?.split('(').next()?));
    let per = ["per ", "/", "每", "setiap "].iter().find_map(|sign| from(sign)).or_else(|| {
        let first = per_of(label.split(' ').next()?)?;
        first.iter().all(|per| matches!(per.unit, PerUnit::Time(_))).then_some(first)
    });
    Quantity { per: per.unwrap_or_default(), ..price }
}

/// What a unit names: `1,000 minutes`, `per seat`, `元/千分钟`, `monthly`.
fn per_of(unit: &str) -> Option<Vec<Per>> {
    let unit = unit.trim();
    let slash = unit.find('/').and_then(|at| unit.get(at..)).unwrap_or_default();
    let tries = [
        format!("$1 {unit}"),
        format!("$1 per {unit}"),
        format!("1元{slash}"),
        format!("1元/{unit}"),
        format!("1元每{unit}"),
    ];
    tries
        .iter()
        .filter_map(|text| quantities(text).into_iter().next())
        .map(|price| price.per)
        .find(|per| !per.is_empty())
}

/// The item of a row: its first cells that hold no figure, no unit and no
/// volume that the price includes.
pub(super) fn item(
    terms: &[TermRule],
    grid: &Grid,
    row: &GridRow,
    column: usize,
) -> Option<String> {
    let words = &vocabulary().terms;
    let volume = |heading: &str| {
        terms.iter().any(|rule| rule.value == ValueKind::Count && rule.file.heads(heading))
    };
    let names: Vec<&str> = row
        .cells
        .iter()
        .filter(|cell| cell.column < column && !cell.text.is_empty())
        .filter(|cell| !says(&words.unit_column, grid.heading(cell.column)))
        .filter(|cell| !volume(grid.heading(cell.column)))
        .filter(|cell| {
            let money = cell.quantities.iter().any(|q| matches!(q.measure, Measure::Money { .. }));
            !money
                && cell
                    .text
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .nth(usize::from(cell.text.is_ascii()))
                    .is_some()
        })
        .map(|cell| cell.plain.as_str())
        .take(2)
        .collect();
    let name = names.join(" ");
    (!name.is_empty() && name.chars().count() <= LONGEST).then_some(name)
}

/// The item a price in a sentence is for: the words before it, back to the
/// last mark, without verbs and articles.
pub(super) fn item_before(contract: &Contract, unit: usize, place: usize) -> Option<String> {
    let paragraph = &contract.paragraphs[unit];
    let sentence = paragraph.sentence_at(place);
    let start = sentence.start.max(paragraph.lead);
    let before = paragraph.marked.as_str().get(start..place)?;
    let from = before
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, ',' | ';' | '。' | '、' | '(' | '|') || Slot::of(*c).is_some())
        .map_or(0, |(at, c)| at + c.len_utf8());
    let piece = before.get(from..)?;
    let words = &vocabulary().terms;
    // "Voice is charged at", 语音按: the verb ends the name.
    let verb = words.priced.iter().filter_map(|p| p.first_in(piece)).map(|r| r.start).min();
    let name = piece.get(..verb.unwrap_or(piece.len()))?.trim();
    let name = words.no_item.iter().fold(name, |name, word| {
        let spaced = name
            .strip_prefix(word.as_str())
            .filter(|rest| word.ends_with(is_wide) || rest.starts_with(' '));
        spaced.unwrap_or(name).trim()
    });
    let name = name.trim_matches([':', '-', ' ', '*']);
    let fits = !name.is_empty() && name.chars().count() <= LONGEST;
    (fits && name.contains(|c: char| c.is_alphabetic())).then(|| name.to_owned())
}

/// A figure with a unit behind a slash as a price in the currency that its
/// heading holds: `6,800/月` under `单价（人民币元，含税）`, `20/user` under `Fee (USD)`.
pub(super) fn in_heading_currency(
    rule: &TermRule,
    cell: &GridCell,
    heading: &str,
) -> Option<Quantity> {
    let text = cell.text.as_str();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    let (figure, unit) = text.split_at_checked(end).filter(|(figure, _)| !figure.is_empty())?;
    if !is_money(rule) || !unit.trim_start().starts_with('/') {
        return None;
    }
    let bracket = heading.get(heading.rfind('(')? + 1..)?.split([')', ',', '、']).next()?.trim();
    let currency =
        bracket.strip_prefix("人民币").filter(|rest| !rest.is_empty()).unwrap_or(bracket);
    let tries = [format!("{figure}{currency}{unit}"), format!("{currency} {figure}{unit}")];
    let price = |text: &String| {
        let price = quantities(text).into_iter().next()?;
        (matches!(price.measure, Measure::Money { .. }) && !price.per.is_empty()).then_some(price)
    };
    let price = tries.iter().find_map(price)?;
    Some(Quantity { range: 0..text.len(), ..price })
}

/// Words near which a currency is that of the prices of a table.
const PRICED_IN: [&str; 14] = [
    "price", "rate", "fee", "charge", "amount", "harga", "kadar", "yuran", "caj", "价", "费",
    "单位", "金额", "amaun",
];

/// A figure of a text as a price: in the currency that the text names, and per what it says.
fn priced_as(figure: &str, text: &str) -> Option<Quantity> {
    let money = |text: &str| {
        quantities(text).into_iter().find(|q| matches!(q.measure, Measure::Money { .. }))
    };
    let currency = |name: &str| {
        let alone = money(name).is_none();
        let price =
            money(&format!("{name} {figure}")).or_else(|| money(&format!("{figure}{name}")));
        price.filter(|_| alone && name.len() > 1)
    };
    let words: Vec<&str> = text
        .split([' ', '/', ',', '(', ')', ':', '。', '、', ';'])
        .filter(|w| !w.is_empty())
        .collect();
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    let singles = words.iter().map(|word| {
        word.strip_prefix("人民币").filter(|rest| !rest.is_empty()).unwrap_or(word).to_owned()
    });
    let price = pairs.chain(singles).find_map(|name| currency(&name))?;
    if !price.per.is_empty() {
        return Some(price);
    }
    let unit = ["per ", "/", "bagi setiap ", "bagi ", "setiap ", "each "]
        .iter()
        .find_map(|sign| text.get(text.find(sign)? + sign.len()..))
        .and_then(|unit| unit.split([')', ';', '.', '(', '。']).next());
    let per = unit.and_then(per_of).unwrap_or_default();
    Some(Quantity { per, ..price })
}

/// Whether a cell is a figure and nothing else.
fn is_bare(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
}

/// The last sentence of the words before a table, where it says in what its prices are.
fn priced_in(context: &str) -> Option<&str> {
    context
        .split(['。', ';'])
        .flat_map(|part| part.split(". "))
        .filter(|part| {
            PRICED_IN.iter().any(|word| part.contains(word)) && priced_as("1", part).is_some()
        })
        .last()
}

/// The columns of bare figures, in a table whose prices have a currency before it.
pub(super) fn bare_columns(terms: &[TermRule], grid: &Grid, context: &str) -> Vec<usize> {
    if priced_in(context).is_none() {
        return Vec::new();
    }
    let words = &vocabulary().terms;
    let another = |column: &usize| {
        let heading = grid.heading(*column);
        says(&words.quantity_head, heading) || terms.iter().any(|rule| rule.file.heads(heading))
    };
    let bare = |column: &usize| {
        let mut cells = grid
            .rows
            .iter()
            .filter_map(|row| row.cell(*column))
            .filter(|cell| cell.text.chars().any(char::is_alphanumeric))
            .peekable();
        cells.peek().is_some() && cells.all(|cell| is_bare(&cell.text))
    };
    let first = grid.columns().first().copied();
    let columns = grid.columns().into_iter().filter(|column| Some(*column) != first);
    columns.filter(bare).filter(|column| !another(column)).collect()
}

/// A bare figure as a price, in the currency of its heading or of the words before its table.
pub(super) fn in_unit_of(
    rule: &TermRule,
    cell: &GridCell,
    heading: &str,
    context: &str,
) -> Option<Quantity> {
    if !is_money(rule) || !is_bare(&cell.text) {
        return None;
    }
    let text = priced_as("1", heading).map(|_| heading).or_else(|| priced_in(context))?;
    let mut price = priced_as(&cell.text, text)?;
    if rule.file.paid_once {
        price.per.clear();
    }
    price.range = 0..cell.text.len();
    Some(price)
}
