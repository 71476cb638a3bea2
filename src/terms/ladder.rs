//! Credit ladders: what is paid for which uptime, from rows of tables, items
//! of lists and sentences.

use super::band::{Band, percents};
use super::grid::{Grid, GridCell, GridRow, grids};
use crate::arithmetic::Tier;
use crate::catalogue::{says, vocabulary};
use crate::clause::{Contract, Role};
use crate::matching::{Lang, Polarity};
use crate::provision::Occurrence;
use crate::quantity::{Comparator, Currency, Measure, TimeUnit};
use rust_decimal::Decimal;
use std::fmt::{Display, Formatter, Result};

/// One row: a band of uptime and what is paid for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LadderStep {
    /// The uptime.
    pub band: Band,
    /// The credit.
    pub credit: Credit,
    /// Whether it is paid in vouchers.
    pub voucher: bool,
    /// What a percentage is of, in the contract's own words, or empty.
    pub of: String,
    /// The service or plan the row is for, or empty.
    pub applies_to: String,
}

/// What a row pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credit {
    /// Nothing: the promise is kept.
    Nothing,
    /// Per cent of the fee.
    Percent(Decimal),
    /// Days of service.
    Days(Decimal),
    /// A sum of money.
    Sum(Decimal, Currency),
}

/// A step at its place.
#[derive(Debug, Clone)]
pub(crate) struct LadderRow {
    pub(crate) step: LadderStep,
    pub(crate) at: Occurrence,
}

/// The steps for one service or plan, in text order; never empty.
#[derive(Debug, Clone)]
pub(crate) struct Ladder {
    pub(crate) rows: Vec<LadderRow>,
}

impl Credit {
    /// The percentage, zero where nothing is paid.
    pub fn percent(self) -> Option<Decimal> {
        match self {
            Self::Nothing => Some(Decimal::ZERO),
            Self::Percent(percent) => Some(percent),
            Self::Days(_) | Self::Sum(..) => None,
        }
    }
}

impl LadderStep {
    /// The row as sums take it: the uptime it pays below, and the percentage.
    /// `None` for rows that pay nothing, in days or in money, or at the top.
    pub fn tier(&self) -> Option<Tier> {
        let below = self.band.upper?;
        let rate = self.credit.percent()?;
        Some(Tier { below, inclusive: self.band.upper_inclusive, rate })
    }
}

impl Display for LadderStep {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: {}", self.band, self.credit)
    }
}

impl Display for Band {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(lower) = self.lower {
            let sign = if self.lower_inclusive { ">=" } else { ">" };
            write!(f, "{sign} {lower}%")?;
        }
        if let Some(upper) = self.upper {
            let sign = if self.upper_inclusive { "<=" } else { "<" };
            let gap = if self.lower.is_some() { " " } else { "" };
            write!(f, "{gap}{sign} {upper}%")?;
        }
        Ok(())
    }
}

impl Display for Credit {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Nothing => f.write_str("0%"),
            Self::Percent(percent) => write!(f, "{}%", percent.normalize()),
            Self::Days(days) => write!(f, "{} d", days.normalize()),
            Self::Sum(sum, currency) => write!(f, "{} {}", currency.code(), sum.normalize()),
        }
    }
}

/// The ladders of a contract, in text order.
pub(crate) fn ladders(contract: &Contract) -> Vec<Ladder> {
    let mut found: Vec<Ladder> =
        grids(contract).iter().flat_map(|grid| of_grid(contract, grid)).collect();
    found.extend(super::ladder_text::of_text(contract));
    found.sort_by_key(|ladder| (ladder.rows[0].at.unit, ladder.rows[0].at.range.start));
    if found.len() > 1 {
        for ladder in &mut found {
            let heading = contract.heading(ladder.rows[0].at.unit).to_owned();
            for row in ladder.rows.iter_mut().filter(|row| row.step.applies_to.is_empty()) {
                row.step.applies_to.clone_from(&heading);
            }
        }
    }
    found
}

/// The folded text that stands before a unit and speaks of it: the last
/// paragraph and the heading.
pub(super) fn before(contract: &Contract, unit: usize) -> String {
    let last = (0..unit).rev().find(|&at| {
        !matches!(contract.units[at].role, Role::Row(_) | Role::Aside)
            && !contract.paragraphs[at].folded.is_empty()
    });
    let last = last.map_or("", |at| contract.paragraphs[at].folded.as_str());
    let heading = crate::clause::folded_heading(contract.heading(unit));
    format!("{heading}. {last}")
}

/// The ladders of a table: one for each column of credits and each service.
fn of_grid(contract: &Contract, grid: &Grid) -> Vec<Ladder> {
    let words = &vocabulary().terms;
    let Some(first) = grid.rows.first() else { return Vec::new() };
    let context = before(contract, first.unit);
    let columns = grid.columns();
    let Some(&bands) = columns.iter().find(|&&column| is_band_column(grid, column, &context))
    else {
        return Vec::new();
    };
    let paid: Vec<usize> = columns
        .iter()
        .copied()
        .filter(|&column| column != bands && is_credit_column(grid, column))
        .filter(|&column| {
            says(&words.credit, grid.heading(column))
                || says(&words.credit, &context)
                || grid
                    .rows
                    .iter()
                    .filter_map(|row| row.cell(column))
                    .any(|cell| says(&words.credit, &cell.text))
        })
        .collect();
    let mut found: Vec<(String, Ladder)> = Vec::new();
    for &column in &paid {
        let mut service = String::new();
        for row in &grid.rows {
            let named = row.cells.iter().find(|cell| {
                cell.column != bands && !paid.contains(&cell.column) && cell.quantities.is_empty()
            });
            if let Some(cell) = named.filter(|cell| !cell.text.is_empty()) {
                service.clone_from(&cell.plain);
            }
            let applies_to = match paid.len() {
                1 => service.clone(),
                _ => grid.heading_as_written(column).to_owned(),
            };
            let Some(step) = step(grid, row, bands, column, &context, &applies_to) else {
                continue;
            };
            let row = LadderRow { step, at: whole_unit(contract, row.unit) };
            match found.iter_mut().find(|(of, _)| *of == applies_to) {
                Some((_, ladder)) => ladder.rows.push(row),
                None => found.push((applies_to, Ladder { rows: vec![row] })),
            }
        }
    }
    found.into_iter().map(|(_, ladder)| ladder).collect()
}

/// A unit as a place.
fn whole_unit(contract: &Contract, unit: usize) -> Occurrence {
    let paragraph = &contract.paragraphs[unit];
    let all = paragraph.lead..paragraph.marked.len();
    Occurrence {
        unit,
        range: all.clone(),
        sentence: paragraph.sentence_at(all.start),
        lang: language(contract, unit),
        polarity: Polarity::Operative,
    }
}

/// The language of a unit; a row of figures has the contract's.
pub(super) fn language(contract: &Contract, unit: usize) -> Lang {
    let own = contract.paragraphs[unit].languages.first();
    own.or(contract.languages.first()).copied().unwrap_or(Lang::En)
}

fn step(
    grid: &Grid,
    row: &GridRow,
    bands: usize,
    paid: usize,
    context: &str,
    applies_to: &str,
) -> Option<LadderStep> {
    let band = band_of(row.cell(bands)?, grid.heading(bands))?;
    let cell = row.cell(paid)?;
    let heading = grid.heading(paid);
    let credit = credit_of(cell, heading)?;
    let words = &vocabulary().terms;
    let places = [cell.text.as_str(), heading];
    let of = places.iter().find_map(|text| {
        let range = words.base.iter().find_map(|base| base.first_in(text))?;
        Some(text[range].to_owned())
    });
    let voucher = says(&words.voucher, &cell.text)
        || says(&words.voucher, heading)
        || says(&words.voucher, context);
    let applies_to = applies_to.to_owned();
    Some(LadderStep { band, credit, voucher, of: of.unwrap_or_default(), applies_to })
}

/// A column in which at least half of the cells are bands, and which speaks of
/// availability or has nothing else to speak of.
fn is_band_column(grid: &Grid, column: usize, context: &str) -> bool {
    let words = &vocabulary().terms;
    let heading = grid.heading(column);
    let cells = || grid.rows.iter().filter_map(|row| row.cell(column));
    let bands = cells().filter(|cell| band_of(cell, heading).is_some()).count();
    let about =
        |patterns| says(patterns, heading) || cells().any(|cell| says(patterns, &cell.text));
    bands > 0
        && bands * 2 >= cells().count()
        && !about(&words.other_rate)
        && !says(&words.credit, heading)
        && (about(&words.uptime) || says(&words.uptime, context))
}

/// A column in which at least half of the cells are credits, and not all are nothing.
fn is_credit_column(grid: &Grid, column: usize) -> bool {
    let heading = grid.heading(column);
    let cells = || grid.rows.iter().filter_map(|row| row.cell(column));
    let credits: Vec<Credit> = cells().filter_map(|cell| credit_of(cell, heading)).collect();
    credits.len() * 2 >= cells().count() && credits.iter().any(|c| *c != Credit::Nothing)
}

/// The band of a cell. A heading may hold the per-cent sign or the comparator
/// for all of its cells.
fn band_of(cell: &GridCell, heading: &str) -> Option<Band> {
    let words = &vocabulary().terms;
    let words_of_heading = heading.replace("(%)", "").replace('%', "");
    let bare = crate::quantity::quantities(&format!("{} 99%", words_of_heading.trim()))
        .last()
        .map(|q| q.comparator)
        .filter(|c| matches!(c, Comparator::LessThan | Comparator::AtMost));
    let interval = cell.text.trim_start().starts_with(['[', '(']);
    let signs = says(&words.uptime, heading)
        && (cell.text.contains(['<', '>', '≤', '≥']) || has_shares_alone(&cell.text));
    let all_bare = (heading.contains('%') || signs) && !cell.text.contains('%');
    if all_bare || (interval && cell.text.contains('%')) {
        let text = with_signs(&cell.text);
        let quantities = crate::quantity::quantities(&text);
        return Band::read(&text, &percents(&quantities), bare);
    }
    let percents = percents(&cell.quantities);
    if percents.is_empty() || says(&words.credit, &cell.text) {
        return None;
    }
    Band::read(&cell.text, &percents, bare)
}

/// Lowest figure that under "Availability" is a percentage without its sign.
const LOWEST_SHARE: u32 = 80;

/// Whether all figures of a text can be shares of a hundred that are running time, and one has decimals:
/// `99.5 to 99.94`.
fn has_shares_alone(text: &str) -> bool {
    let figures: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|figure| figure.trim_matches('.'))
        .filter(|figure| !figure.is_empty())
        .collect();
    let share = |figure: &&str| {
        let value = figure.parse::<Decimal>().ok();
        value.is_some_and(|v| v >= Decimal::from(LOWEST_SHARE) && v <= Decimal::ONE_HUNDRED)
    };
    figures.iter().all(share) && figures.iter().any(|figure| figure.contains('.'))
}

/// A text with a per-cent sign behind each figure.
fn with_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut figures = false;
    for c in text.chars() {
        let figure = c.is_ascii_digit() || (c == '.' && figures);
        if figures && !figure && c != '%' {
            out.push('%');
        }
        figures = figure;
        out.push(c);
    }
    if figures {
        out.push('%');
    }
    out
}

/// The credit of a cell.
fn credit_of(cell: &GridCell, heading: &str) -> Option<Credit> {
    let text = cell.text.trim();
    if vocabulary().terms.no_credit.iter().any(|nothing| nothing == text) {
        return Some(Credit::Nothing);
    }
    if percents(&cell.quantities).is_empty() && whole(text) {
        return Some(Credit::Percent(Decimal::ONE_HUNDRED));
    }
    if let Some(percent) = percents(&cell.quantities).first().and_then(|q| q.percent()) {
        return credit_percent(percent);
    }
    let read = cell.quantities.iter().find_map(|q| match q.measure {
        Measure::Duration { value, unit: TimeUnit::Day, .. } => Some(Credit::Days(value)),
        Measure::Duration { value, unit: TimeUnit::Month, .. } if value == Decimal::ONE => {
            Some(Credit::Percent(Decimal::ONE_HUNDRED))
        }
        Measure::Money { value, currency } => Some(Credit::Sum(value, currency)),
        _ => None,
    });
    let bare = || text.parse().ok().filter(|_| heading.contains('%')).and_then(credit_percent);
    read.or_else(bare)
}

/// Words that give back the whole price.
const WHOLE: [&str; 16] = [
    "全免",
    "全额免",
    "全额退",
    "全额返",
    "全额减",
    "全额赔",
    "免收当月",
    "免收全部",
    "whole of the",
    "the whole fee",
    "entire fee",
    "full refund",
    "full monthly fee",
    "no charge for the month",
    "dikecualikan sepenuhnya",
    "keseluruhan yuran",
];

/// Whether words give back the whole price, with no figure.
pub(super) fn whole(text: &str) -> bool {
    WHOLE.iter().any(|word| text.contains(word))
}

/// A percentage as a credit; above a hundred it is something else.
pub(super) fn credit_percent(percent: Decimal) -> Option<Credit> {
    let fits = percent >= Decimal::ZERO && percent <= Decimal::ONE_HUNDRED;
    fits.then_some(if percent.is_zero() { Credit::Nothing } else { Credit::Percent(percent) })
}
