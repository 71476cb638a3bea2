//! How a contract stands to the playbook, for people at a terminal: a line a
//! position.

use super::Page;
use super::typeset::{columns, crop, pad};
use crate::check::{Met, PositionLine, Review, Severity};
use crate::report::printable::printable;
use std::io::{self, Write};

/// Writes the positions; nothing without a playbook.
pub(super) fn positions(page: &Page, review: &Review, out: &mut dyn Write) -> io::Result<()> {
    if review.positions.is_empty() {
        return Ok(());
    }
    let p = &page.phrases;
    writeln!(out, "\n  {}", page.paint.strong(&p.playbook.title))?;
    let places: Vec<String> =
        review.positions.iter().map(|line| printable(&page.cited(&line.clause.address))).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let met_width = widest(&mut review.positions.iter().map(|l| columns(p.playbook.met(l.met))));
    let place_width = widest(&mut places.iter().map(|place| columns(place))).min(page.width / 4);
    let ellipsis = page.paint.ellipsis();
    for (line, place) in review.positions.iter().zip(&places) {
        let met = pad(p.playbook.met(line.met), met_width);
        let met = match line.met {
            Met::WalkAway => page.paint.at(Severity::High, &met),
            Met::NeedsApproval | Met::Unclear => page.paint.at(Severity::Medium, &met),
            Met::Ideal | Met::Acceptable | Met::Elsewhere => met,
        };
        let place = pad(&crop(place, place_width, ellipsis), place_width);
        let room = page.width.saturating_sub(4 + met_width + 2 + place_width + 2);
        let text = crop(&printable(&said(page, line)), room, ellipsis);
        writeln!(out, "    {met}  {place}  {text}")?;
    }
    Ok(())
}

/// The term, what the contract says of it, and who must approve that.
fn said(page: &Page, line: &PositionLine) -> String {
    let p = &page.phrases;
    let value = match (&line.label, line.words) {
        (None, _) => &p.playbook.silent,
        (Some(_), true) => &p.playbook.stated,
        (Some(_), false) => &line.value,
    };
    let subject =
        if line.subject.is_empty() { String::new() } else { format!(" ({})", line.subject) };
    let others = if line.others > 0 { format!(" (+{})", line.others) } else { String::new() };
    let approval = line.approval.as_ref().map_or_else(String::new, |by| {
        format!("{}{}{}{by}", p.semicolon, p.playbook.approvals, p.colon)
    });
    format!("{}{subject}{}{value}{others}{approval}", line.title, p.colon)
}
