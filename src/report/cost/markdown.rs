//! What offers cost, as Markdown: a table, and a list of workings an offer.

use super::{CostPhrases, CostRow, CostSheets, amount, table};
use crate::check::SheetLine;
use crate::report::headline::cited;
use crate::report::markdown::escaped;
use crate::report::terms::{path, with_place};
use std::io::{self, Write};

/// Writes the comparison as Markdown. Fails only as `out` fails.
pub fn cost_markdown(sheets: &CostSheets, out: &mut dyn Write) -> io::Result<()> {
    let p = CostPhrases::load(sheets.lang)?;
    let rows = table(sheets, &p);
    writeln!(out, "{}\n", escaped(&sheets.over(&p)))?;
    let paths: Vec<String> =
        sheets.offers.iter().map(|offer| escaped(path(offer.review))).collect();
    writeln!(out, "| | {} |", paths.join(" | "))?;
    writeln!(out, "|---|{}", "---|".repeat(paths.len()))?;
    for row in rows.costs.iter().chain(&rows.service) {
        write_row(row, out)?;
    }
    writeln!(out, "\n{}", escaped(&p.conventions))?;
    for offer in sheets.offers {
        writeln!(out, "\n### {}\n", escaped(path(offer.review)))?;
        for part in &offer.parts {
            let lines = places(&part.lines);
            let what =
                format!("{}: {} = {}", p.part(part), part.working, amount(offer, part.amount));
            writeln!(out, "- {}{}", escaped(&what), escaped(&lines))?;
        }
        for note in &offer.notes {
            writeln!(
                out,
                "- {}{}",
                escaped(&p.note(note)),
                escaped(&places(note.line.as_slice()))
            )?;
        }
        for finding in &offer.open {
            let place = cited(&finding.clause.address, "§");
            let place = if place.is_empty() { place } else { format!(" ({place})") };
            writeln!(out, "- {}: {}{}", p.open, escaped(&finding.title), escaped(&place))?;
        }
        if !offer.unused.is_empty() {
            let unused: Vec<String> = offer.unused.iter().map(|line| with_place(line)).collect();
            writeln!(out, "- {}: {}", p.unused, escaped(&unused.join("; ")))?;
        }
    }
    Ok(())
}

fn write_row(row: &CostRow, out: &mut dyn Write) -> io::Result<()> {
    let strong = |text: &str| {
        let text = escaped(text);
        if row.strong && !text.is_empty() { format!("**{text}**") } else { text }
    };
    let cells: Vec<String> = row.cells.iter().map(|cell| strong(cell)).collect();
    writeln!(out, "| {} | {} |", escaped(&row.title), cells.join(" | "))
}

/// The clauses of key terms, each once: ` (§1, row 2; §1.1)`.
fn places(lines: &[&SheetLine]) -> String {
    let mut known: Vec<String> = Vec::new();
    for line in lines {
        let place = cited(&line.clause.address, "§");
        if !place.is_empty() && !known.contains(&place) {
            known.push(place);
        }
    }
    if known.is_empty() { String::new() } else { format!(" ({})", known.join("; ")) }
}
