//! `fineprint outline`: what kind of contract it is, who is who and by which
//! clause, and the tree of clauses.

use super::args::Outline;
use super::inputs::read_one;
use super::screen::Screen;
use super::{CLEAN, TROUBLE};
use crate::clause::{Contract, NamedParties, Party};
use std::io;

pub(super) fn run(arguments: &Outline, screen: &mut Screen) -> io::Result<u8> {
    let document = match read_one(&arguments.path, &arguments.reading) {
        Ok(document) => document,
        Err(failure) => {
            screen.complain_of(&failure);
            return Ok(TROUBLE);
        }
    };
    let parties = &arguments.parties;
    let named = NamedParties { customer: parties.customer.clone(), vendor: parties.vendor.clone() };
    let contract = Contract::new(vec![document], &named);
    let width = screen.width();
    screen.out(|out| {
        writeln!(out, "{}", cut(&summary(&contract), width))?;
        for (index, clause) in contract.clauses.iter().enumerate() {
            let unit =
                &contract.units[clause.units.start.min(contract.units.len().saturating_sub(1))..];
            let Some(unit) = unit.first() else { continue };
            let indent = "  ".repeat(clause.depth.saturating_sub(1));
            let words = if clause.heading.is_empty() && index > 0 {
                unit.text.as_str().trim()
            } else {
                &clause.heading
            };
            let label = clause.label.as_ref().map_or("", |_| clause.address.as_str());
            let line = format!("{indent}{label}  {words}");
            let line = if label.is_empty() { format!("{indent}{words}") } else { line };
            writeln!(out, "{}", cut(&line, width))?;
        }
        Ok(())
    })?;
    Ok(CLEAN)
}

/// One line: kind, languages, and who is who by which clause.
fn summary(contract: &Contract) -> String {
    let languages: Vec<String> = contract.languages.iter().map(name_of).collect();
    let party = |role: &str, party: &Option<Party>| {
        let Some(party) = party else { return format!("{role} not told") };
        let name = match &party.full_name {
            Some(full) if *full != party.name => format!("{} ({full})", party.name),
            _ => party.name.clone(),
        };
        let place = party.unit.map(|unit| contract.address(unit)).filter(|place| !place.is_empty());
        place.map_or_else(|| format!("{role} {name}"), |place| format!("{role} {name} by {place}"))
    };
    let mut parts = vec![
        name_of(&contract.kind),
        languages.join("+"),
        party("customer", &contract.parties.customer),
        party("vendor", &contract.parties.vendor),
    ];
    if !contract.parties.unresolved.is_empty() {
        parts.push(format!("open: {}", contract.parties.unresolved.join(", ")));
    }
    format!("[{}]", parts.join("; "))
}

/// The name rules and settings use.
fn name_of(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// As much of a line as fits a width.
fn cut(line: &str, width: usize) -> String {
    use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
    if line.width() <= width {
        return line.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let mut kept: String = line
        .chars()
        .take_while(|c| {
            let wide = c.width().unwrap_or(0);
            let fits = wide <= room;
            room = room.saturating_sub(wide);
            fits
        })
        .collect();
    kept.push('…');
    kept
}
