//! The outline for people: a line a clause, then what the lines cannot show.

use super::{Outline, Stage};
use std::io::{self, Write};

/// Writes an outline as text, a clause a line, cut to `width` columns. Fails
/// only as `out` fails.
pub fn outline_text(outline: &Outline, out: &mut dyn Write, width: usize) -> io::Result<()> {
    let mut line = |line: String| writeln!(out, "{}", cut(&line, width));
    line(summary(outline))?;
    for clause in &outline.clauses {
        let indent = "  ".repeat(clause.depth.saturating_sub(1));
        let words = if clause.heading.is_empty() && clause.depth > 0 {
            clause.opening
        } else {
            clause.heading
        };
        let label = if clause.labelled { clause.address } else { "" };
        let gap = if label.is_empty() { "" } else { "  " };
        let names = provisions(clause.provisions.iter().map(|p| p.name));
        let names = cut(&names, width / 2);
        let room = width.saturating_sub(unicode_width::UnicodeWidthStr::width(names.as_str()));
        line(format!("{}{names}", cut(&format!("{indent}{label}{gap}{words}"), room)))?;
    }
    section(&mut line, "Definitions", &outline.definitions, |definition| {
        let uses = definition.uses.len();
        let place = if definition.clause.is_empty() { "-" } else { &definition.clause };
        format!("{}  ({place}, used {uses} times)", definition.term)
    })?;
    let open: Vec<_> = outline.references.iter().filter(|r| r.status != "clause").collect();
    let resolved = outline.references.len() - open.len();
    line(String::new())?;
    line(format!("References: {resolved} of {} lead to a clause", outline.references.len()))?;
    for reference in open {
        let status = match reference.status {
            "missing" => "there is none",
            "elsewhere" => "another document",
            _ => "could not be told",
        };
        line(format!("  {} in {}: {status}", reference.text, reference.clause))?;
    }
    section(&mut line, "Open places", &outline.placeholders, |place| {
        format!("{} in {}", place.text, place.clause)
    })?;
    if !outline.pairs.is_empty() {
        line(String::new())?;
        line(format!("Bilingual: {} pairs of paragraphs", outline.pairs.len()))?;
    }
    section(&mut line, "Pending changes", &outline.pending, |pending| {
        format!("{} by {}: {}", pending.change, pending.author, pending.text)
    })?;
    section(&mut line, "Warnings", outline.warnings, Clone::clone)
}

/// One line: kind, stage, languages, and who is who by which clause.
fn summary(outline: &Outline) -> String {
    let name = |value: Result<serde_json::Value, _>| {
        value.ok().and_then(|v: serde_json::Value| v.as_str().map(str::to_owned))
    };
    let mut parts: Vec<String> = name(serde_json::to_value(outline.kind)).into_iter().collect();
    if outline.stage == Stage::Template {
        parts.push("template".to_owned());
    }
    let languages = outline.languages.iter().filter_map(|lang| name(serde_json::to_value(lang)));
    parts.push(languages.collect::<Vec<_>>().join("+"));
    let parties = &outline.parties;
    for (role, party) in [("customer", &parties.customer), ("vendor", &parties.vendor)] {
        let Some(party) = party else {
            parts.push(format!("{role} not told"));
            continue;
        };
        let full = party.full_name.filter(|full| *full != party.name);
        let full = full.map_or_else(String::new, |full| format!(" ({full})"));
        let by = party.clause.as_deref().filter(|clause| !clause.is_empty());
        let by = by.map_or_else(String::new, |clause| format!(" by {clause}"));
        parts.push(format!("{role} {}{full}{by}", party.name));
    }
    if !parties.unresolved.is_empty() {
        parts.push(format!("open: {}", parties.unresolved.join(", ")));
    }
    format!("[{}]", parts.join("; "))
}

/// ` [liability-cap, fees]`, each name once; nothing where there are none.
fn provisions<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    if kept.is_empty() { String::new() } else { format!("  [{}]", kept.join(", ")) }
}

fn section<T>(
    line: &mut impl FnMut(String) -> io::Result<()>,
    title: &str,
    entries: &[T],
    show: impl Fn(&T) -> String,
) -> io::Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    line(String::new())?;
    line(title.to_owned())?;
    entries.iter().try_for_each(|entry| line(format!("  {}", show(entry))))
}

/// As much of a line as fits a width.
fn cut(line: &str, width: usize) -> String {
    use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
    let line = line.replace('\n', " ");
    if line.width() <= width {
        return line;
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
