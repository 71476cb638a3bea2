//! Dates for people at a terminal: the next first, what hangs on an event last.

use super::Page;
use super::paint::Style;
use super::typeset::{fold, pad};
use crate::dates::Deadline;
use crate::report::DateSheets;
use crate::report::dates::when;
use crate::report::printable::printable;
use std::io::{self, Write};

/// Columns of the day, with what is said beside it.
const DAY: usize = 12;

/// Writes the dates for a terminal of `width` columns. Fails only as `out`
/// fails.
pub fn dates_text(
    sheets: &DateSheets,
    out: &mut dyn Write,
    width: usize,
    style: Style,
) -> io::Result<()> {
    let page = Page::new(width, style, sheets.lang)?;
    for (index, (review, dates)) in sheets.contracts.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        for line in fold(&page.contract(review), page.width) {
            writeln!(out, "{}", page.paint.strong(&line))?;
        }
        for line in page.parties(review, page.width - 2) {
            writeln!(out, "  {line}")?;
        }
        let runs = page.phrases.dates.runs(dates);
        let runs = runs.unwrap_or_else(|| page.phrases.dates.unknown.clone());
        for line in fold(&runs, page.width - 2) {
            writeln!(out, "  {line}")?;
        }
        for deadline in &dates.deadlines {
            let (day, remark) = match when(deadline, sheets.from, &page.phrases) {
                Some((day, remark)) => (day.to_string(), remark),
                None => (String::new(), None),
            };
            let task = printable(&said(&page, deadline, remark));
            writeln!(out)?;
            for (at, part) in fold(&task, page.width - DAY).iter().enumerate() {
                writeln!(out, "{}{part}", pad(if at == 0 { &day } else { "" }, DAY))?;
            }
            for part in deadline.working.iter().flat_map(|sum| fold(sum, page.width - DAY)) {
                writeln!(out, "{}{}", pad("", DAY), page.paint.faint(&part))?;
            }
        }
    }
    Ok(())
}

/// What must be done, by whom and by which clause; without a day, in what time.
fn said(page: &Page, deadline: &Deadline, remark: Option<&str>) -> String {
    let line = deadline.line;
    let mut text = format!("{} {}", page.cited(&line.clause.address), deadline.task);
    let party = line.party.map(|side| page.phrases.side(side));
    for beside in [Some(line.subject.as_str()), party, remark].into_iter().flatten() {
        if !beside.is_empty() {
            text.push_str(&format!(" ({beside})"));
        }
    }
    if deadline.days.is_empty() {
        text.push_str(&page.phrases.colon);
        text.push_str(&line.value);
    }
    text.trim().to_owned()
}
