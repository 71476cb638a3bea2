//! How a contract stands to the playbook, for people at a terminal: a line a
//! position.

use super::Page;
use super::typeset::{columns, crop, fold, pad};
use crate::check::{Met, PositionLine, Review, Severity};
use crate::report::negotiation::{titled, value, worst_first};
use crate::report::printable::printable;
use std::io::{self, Write};

/// Columns that the words of a contract may take.
const LONGEST: usize = 60;

/// Writes the positions, the worst first; nothing without a playbook.
pub(super) fn positions(page: &Page, review: &Review, out: &mut dyn Write) -> io::Result<()> {
    if review.positions.is_empty() {
        return Ok(());
    }
    let p = &page.phrases;
    writeln!(out, "\n  {}", page.paint.strong(&p.playbook.title))?;
    let (quiet, lines): (Vec<&PositionLine>, Vec<&PositionLine>) =
        worst_first(review).into_iter().partition(|line| no_matter(line));
    let places: Vec<String> =
        lines.iter().map(|line| printable(&page.cited(&line.clause.address))).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let met_width = widest(&mut lines.iter().map(|l| columns(p.playbook.met(l.met))));
    let place_width = widest(&mut places.iter().map(|place| columns(place))).min(page.width / 4);
    let ellipsis = page.paint.ellipsis();
    for (line, place) in lines.iter().zip(&places) {
        let met = pad(p.playbook.met(line.met), met_width);
        let met = match line.met {
            Met::WalkAway => page.paint.at(Severity::High, &met),
            Met::NeedsApproval | Met::Unclear => page.paint.at(Severity::Medium, &met),
            Met::Ideal | Met::Acceptable | Met::Elsewhere => met,
        };
        let place = pad(&crop(place, place_width, ellipsis), place_width);
        let front = 4 + met_width + 2 + place_width + 2;
        let mut front_text = format!("    {met}  {place}  ");
        for text in fold(&printable(&said(page, line)), page.width.saturating_sub(front)) {
            writeln!(out, "{front_text}{text}")?;
            front_text = " ".repeat(front);
        }
    }
    if quiet.is_empty() {
        return Ok(());
    }
    let titles: Vec<String> = quiet.into_iter().map(titled).collect();
    let text = format!("{}{}{}", p.playbook.no_matter, p.colon, titles.join(&p.semicolon));
    for line in fold(&printable(&text), page.width.saturating_sub(4)) {
        writeln!(out, "    {}", page.paint.faint(&line))?;
    }
    Ok(())
}

/// Whether nothing is found, and nothing needs to be.
fn no_matter(line: &PositionLine) -> bool {
    line.label.is_none() && line.met <= Met::Acceptable
}

/// The term, what the contract says of it, and who must approve that.
fn said(page: &Page, line: &PositionLine) -> String {
    let p = &page.phrases;
    let value = crop(value(p, line), LONGEST, page.paint.ellipsis());
    let others = if line.others > 0 { format!(" (+{})", line.others) } else { String::new() };
    let approval = line.approval.as_ref().map_or_else(String::new, |by| {
        format!("{}{}{}{by}", p.semicolon, p.playbook.approvals, p.colon)
    });
    format!("{}{}{value}{others}{approval}", titled(line), p.colon)
}
