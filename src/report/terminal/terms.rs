//! Term sheets for people at a terminal: one contract with its sums, or
//! several side by side.

use super::paint::Style;
use super::typeset::{columns, fold, pad};
use super::{Page, WIDTHS};
use crate::check::SheetLine;
use crate::report::TermSheets;
use crate::report::printable::printable;
use crate::report::terms::{path, with_place};
use std::io::{self, Write};

/// Narrowest column of a contract beside others.
const NARROWEST: usize = 18;
/// Widest column of titles.
const TITLES: usize = 30;

/// Writes the sheets for a terminal of `width` columns. Fails only as `out`
/// fails.
pub fn terms_text(
    sheets: &TermSheets,
    out: &mut dyn Write,
    width: usize,
    style: Style,
) -> io::Result<()> {
    let page = Page::new(width, style, sheets.lang)?;
    if let [review] = sheets.reviews {
        writeln!(out, "{}", page.paint.strong(&page.contract(review)))?;
        for line in page.parties(review, page.width - 2) {
            writeln!(out, "  {line}")?;
        }
        for line in &review.sheet {
            page.term(line, out)?;
            for step in &line.rows {
                let of = if step.of.is_empty() { String::new() } else { format!(" ({})", step.of) };
                writeln!(out, "    {}", printable(&format!("{step}{of}")))?;
            }
        }
        return Ok(());
    }
    let room = page.width.saturating_sub(TITLES) / sheets.reviews.len().max(1);
    if room >= NARROWEST {
        in_columns(&page, sheets, room, out)
    } else {
        in_lists(&page, sheets, out)
    }
}

/// A column for each contract.
fn in_columns(
    page: &Page,
    sheets: &TermSheets,
    room: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let heads: Vec<String> = sheets.reviews.iter().map(|review| printable(path(review))).collect();
    row(page, "", &heads, room, out)?;
    writeln!(out, "{}", page.paint.across(page.width))?;
    for (title, contracts) in sheets.side_by_side() {
        let cells: Vec<String> = contracts.iter().map(|lines| cell(page, lines)).collect();
        row(page, title, &cells, room, out)?;
    }
    Ok(())
}

fn cell(page: &Page, lines: &[&SheetLine]) -> String {
    let values: Vec<String> = lines.iter().map(|line| printable(&with_place(line))).collect();
    if values.is_empty() { "-".to_owned() } else { values.join(&page.phrases.semicolon) }
}

/// Cells folded beside each other.
fn row(
    page: &Page,
    title: &str,
    cells: &[String],
    room: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut folded = vec![fold(&printable(title), TITLES - 2)];
    folded.extend(cells.iter().map(|cell| fold(cell, room - 2)));
    let height = folded.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for (column, lines) in folded.iter().enumerate() {
            let text = lines.get(at).map_or("", String::as_str);
            line.push_str(&pad(text, if column == 0 { TITLES } else { room }));
        }
        let line = line.trim_end();
        debug_assert!(columns(line) <= page.width, "{line}");
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A list for each term, where columns would be too narrow.
fn in_lists(page: &Page, sheets: &TermSheets, out: &mut dyn Write) -> io::Result<()> {
    for (title, contracts) in sheets.side_by_side() {
        writeln!(out, "{}", page.paint.strong(&printable(title)))?;
        for (review, lines) in sheets.reviews.iter().zip(&contracts) {
            let text = format!("{}{}{}", path(review), page.phrases.colon, cell(page, lines));
            for line in fold(&printable(&text), page.width - 4) {
                writeln!(out, "  {line}")?;
            }
        }
    }
    Ok(())
}

impl Page {
    /// A page of so many columns.
    pub(super) fn new(width: usize, style: Style, lang: crate::matching::Lang) -> io::Result<Self> {
        Ok(Self {
            width: width.clamp(WIDTHS.0, WIDTHS.1),
            paint: super::Paint::new(style),
            phrases: super::Phrases::load(lang)?,
        })
    }

    /// A key term: where, what, how much, and the sums under it.
    pub(super) fn term(&self, line: &SheetLine, out: &mut dyn Write) -> io::Result<()> {
        let address = self.cited(&line.clause.address);
        let subject =
            if line.subject.is_empty() { String::new() } else { format!(" ({})", line.subject) };
        let value = if line.rows.is_empty() { line.value.as_str() } else { "" };
        let text = format!("{address} {}{subject}{}{value}", line.title, self.phrases.colon);
        writeln!(out)?;
        for (at, part) in fold(printable(&text).trim(), self.width - 2).iter().enumerate() {
            writeln!(out, "{}{part}", if at == 0 { "" } else { "  " })?;
        }
        for sum in &line.sums {
            for part in fold(sum, self.width - 4) {
                writeln!(out, "    {}", self.paint.faint(&part))?;
            }
        }
        Ok(())
    }
}
