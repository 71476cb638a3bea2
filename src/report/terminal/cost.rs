//! What offers cost, for people at a terminal: side by side where columns fit,
//! then the working of each.

use super::Page;
use super::paint::Style;
use super::typeset::{columns, crop_start, fold, pad};
use crate::check::SheetLine;
use crate::cost::Offer;
use crate::report::CostSheets;
use crate::report::cost::{CostPhrases, CostRow, amount, table};
use crate::report::printable::printable;
use crate::report::terms::{path, with_place};
use std::io::{self, Write};

/// Columns of titles.
const TITLES: usize = 24;
/// Narrowest column of an offer beside others.
const NARROWEST: usize = 18;

/// Writes the comparison for a terminal of `width` columns. Fails only as `out`
/// fails.
pub fn cost_text(
    sheets: &CostSheets,
    out: &mut dyn Write,
    width: usize,
    style: Style,
) -> io::Result<()> {
    let page = Page::new(width, style, sheets.lang)?;
    let p = CostPhrases::load(sheets.lang)?;
    let rows = table(sheets, &p);
    for line in fold(&printable(&sheets.over(&p)), page.width) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    let room = page.width.saturating_sub(TITLES) / sheets.offers.len().max(1);
    if room >= NARROWEST {
        in_columns(&page, sheets, &rows.costs, &rows.service, room, out)?;
    } else {
        in_lists(&page, sheets, rows.costs.iter().chain(&rows.service), out)?;
    }
    writeln!(out)?;
    hanging(&p.conventions, page.width, 0, out)?;
    for offer in sheets.offers {
        writeln!(out)?;
        detail(&page, &p, offer, out)?;
    }
    Ok(())
}

/// A column for each offer.
fn in_columns(
    page: &Page,
    sheets: &CostSheets,
    costs: &[CostRow],
    service: &[CostRow],
    room: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name =
        |offer: &Offer| crop_start(&printable(path(offer.review)), room - 2, page.paint.ellipsis());
    let heads = CostRow {
        title: String::new(),
        cells: sheets.offers.iter().map(name).collect(),
        strong: true,
    };
    row(page, &heads, room, out)?;
    for rows in [costs, service] {
        if !rows.is_empty() {
            writeln!(out, "{}", page.paint.across(page.width))?;
        }
        for one in rows {
            row(page, one, room, out)?;
        }
    }
    Ok(())
}

/// Cells folded beside each other.
fn row(page: &Page, row: &CostRow, room: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut folded = vec![fold(&printable(&row.title), TITLES - 2)];
    let cell = |cell: &String| if cell.is_empty() { "-".to_owned() } else { printable(cell) };
    folded.extend(row.cells.iter().map(|text| fold(&cell(text), room - 2)));
    let height = folded.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for (column, lines) in folded.iter().enumerate() {
            let text = lines.get(at).map_or("", String::as_str);
            line.push_str(&pad(text, if column == 0 { TITLES } else { room }));
        }
        let line = line.trim_end();
        debug_assert!(columns(line) <= page.width, "{line}");
        writeln!(out, "{}", if row.strong { page.paint.strong(line) } else { line.to_owned() })?;
    }
    Ok(())
}

/// A list for each row, where columns would be too narrow.
fn in_lists<'r>(
    page: &Page,
    sheets: &CostSheets,
    rows: impl Iterator<Item = &'r CostRow>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for row in rows {
        writeln!(out, "{}", page.paint.strong(&printable(&row.title)))?;
        for (offer, cell) in
            sheets.offers.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty())
        {
            let text = format!("{}{}{cell}", path(offer.review), page.phrases.colon);
            hanging(&printable(&text), page.width, 2, out)?;
        }
    }
    Ok(())
}

/// The parts of an offer with their working, and what must be said of it.
fn detail(page: &Page, p: &CostPhrases, offer: &Offer, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", page.paint.strong(&page.contract(offer.review)))?;
    for part in &offer.parts {
        let what = format!("{}{}{}", p.part(part), page.phrases.colon, amount(offer, part.amount));
        hanging(&printable(&what), page.width, 2, out)?;
        let working = format!("= {}  {}", part.working, places(page, &part.lines));
        faint(page, &working, out)?;
    }
    if let Some(exit) = &offer.exit {
        let places = places(page, &[exit.line]);
        for fee in exit.quarters().filter(|fee| fee.working.contains(' ')) {
            let what = p.leaving(fee.after);
            let working = format!(
                "{what}{}{} = {}  {places}",
                page.phrases.colon,
                fee.working,
                amount(offer, fee.amount)
            );
            hanging(&printable(&working), page.width, 2, out)?;
        }
    }
    if !offer.notes.is_empty() {
        writeln!(out, "  {}", page.paint.strong(&p.notes_title))?;
    }
    for note in &offer.notes {
        let text = format!("{} {}", places(page, note.line.as_slice()), p.note(note));
        hanging(printable(&text).trim(), page.width, 4, out)?;
    }
    if !offer.open.is_empty() {
        writeln!(out, "  {}", page.paint.strong(&p.open))?;
    }
    for finding in &offer.open {
        let text = format!("{} {}", page.cited(&finding.clause.address), finding.title);
        hanging(printable(&text).trim(), page.width, 4, out)?;
    }
    if !offer.unused.is_empty() {
        writeln!(out, "  {}", page.paint.strong(&p.unused))?;
    }
    for line in &offer.unused {
        hanging(&printable(&with_place(line)), page.width, 4, out)?;
    }
    Ok(())
}

/// A text folded, all lines but the first two columns further in.
fn hanging(text: &str, width: usize, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    for (at, part) in fold(text, width - indent - 2).iter().enumerate() {
        let further = if at == 0 { "" } else { "  " };
        writeln!(out, "{}{further}{part}", " ".repeat(indent))?;
    }
    Ok(())
}

fn faint(page: &Page, text: &str, out: &mut dyn Write) -> io::Result<()> {
    for part in fold(&printable(text), page.width - 4) {
        writeln!(out, "    {}", page.paint.faint(&part))?;
    }
    Ok(())
}

/// The clauses of key terms, each once.
fn places(page: &Page, lines: &[&SheetLine]) -> String {
    let mut known: Vec<String> = Vec::new();
    for line in lines {
        let place = page.cited(&line.clause.address);
        if !place.is_empty() && !known.contains(&place) {
            known.push(place);
        }
    }
    known.join("; ")
}
