//! What a rule looked at, for people who write rules: each entry of `raise`
//! with the places it was put to, and what decided there.

use super::Page;
use super::paint::Style;
use super::typeset::{columns, crop, fold, pad};
use crate::check::{Inspection, Label, Looked, LookedFor, Review, Severity, Verdict};
use crate::matching::Lang;
use crate::report::Inspected;
use crate::report::inspection::finding_of;
use crate::report::printable::printable;
use crate::source::Format;
use std::io::{self, Write};

/// Columns of the verdict in front of a place.
const VERDICT: usize = 15;

/// Most places of one entry that decided nothing: near misses of patterns, and
/// what code found well. JSON has all.
const MOST_QUIET: usize = 5;

/// Most lines that such a place is told in.
const MOST_LINES: usize = 2;

/// Writes what a rule looked at for a terminal of `width` columns. Fails only
/// as `out` fails.
pub fn inspection_text(
    inspected: &Inspected,
    out: &mut dyn Write,
    width: usize,
    style: Style,
) -> io::Result<()> {
    // Like all that speaks of rule files, in English.
    let page = Page::new(width, style, Lang::En)?;
    for (index, (review, inspection)) in inspected.contracts().enumerate() {
        if index == 0 {
            writeln!(out, "{}", page.paint.strong(&inspection.rule))?;
            writeln!(out, "  {}", printable(&inspection.title))?;
            writeln!(out, "  {}", page.paint.faint(&printable(&inspection.path)))?;
        }
        writeln!(out)?;
        of_contract(&page, inspected, review, inspection, out)?;
    }
    Ok(())
}

fn of_contract(
    page: &Page,
    inspected: &Inspected,
    review: &Review,
    inspection: &Inspection,
    out: &mut dyn Write,
) -> io::Result<()> {
    for line in fold(&page.contract(review), page.width) {
        writeln!(out, "{}", page.paint.strong(&line))?;
    }
    for line in page.parties(review, page.width - 2) {
        writeln!(out, "  {line}")?;
    }
    for hindrance in &inspection.hindrances {
        let said = format!("raises nothing here: {hindrance}");
        for line in fold(&printable(&said), page.width - 2) {
            writeln!(out, "  {}", page.paint.at(Severity::High, &line))?;
        }
    }
    for (number, looked) in inspection.entries.iter().enumerate() {
        writeln!(out)?;
        of_entry(page, inspected, review, (number + 1, looked), out)?;
    }
    Ok(())
}

fn of_entry(
    page: &Page,
    inspected: &Inspected,
    review: &Review,
    (number, looked): (usize, &LookedFor),
    out: &mut dyn Write,
) -> io::Result<()> {
    let said = format!("raise {number}  {}", looked.said);
    for line in fold(&printable(&said), page.width) {
        writeln!(out, "{}", page.paint.strong(&line))?;
    }
    for line in fold(&looked.searched, page.width - 2) {
        writeln!(out, "  {}", page.paint.faint(&line))?;
    }
    let mut quiet = 0;
    for place in &looked.places {
        quiet += usize::from(is_quiet(place.verdict));
        if !is_quiet(place.verdict) || quiet <= MOST_QUIET {
            of_place(page, inspected, review, place, out)?;
        }
    }
    if quiet > MOST_QUIET {
        let more = format!("{} more; --format json lists them", quiet - MOST_QUIET);
        writeln!(out, "  {}{}", pad("", VERDICT), page.paint.faint(&more))?;
    }
    if looked.places.is_empty() {
        writeln!(out, "  nothing in the contract comes near")?;
    }
    Ok(())
}

fn of_place(
    page: &Page,
    inspected: &Inspected,
    review: &Review,
    place: &Looked,
    out: &mut dyn Write,
) -> io::Result<()> {
    let finding = finding_of(review, place);
    let verdict = pad(name(place.verdict), VERDICT);
    let verdict = match finding {
        Some(finding) => page.paint.at(finding.severity, &verdict),
        None if place.verdict == Verdict::WouldRaise => page.paint.strong(&verdict),
        None => page.paint.faint(&verdict),
    };
    let room = page.width.saturating_sub(VERDICT + 2);
    writeln!(out, "  {verdict}{}", cited(page, review, &place.label, room))?;
    let fate = finding.map(|finding| {
        format!("{}; {}", page.phrases.severity(finding.severity), inspected.fate(finding))
    });
    let said: Vec<&str> = fate
        .as_deref()
        .into_iter()
        .chain([place.because.as_str()])
        .filter(|s| !s.is_empty())
        .collect();
    let because = said.join("; ");
    let mut lines = if because.is_empty() { Vec::new() } else { fold(&printable(&because), room) };
    if is_quiet(place.verdict) && lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        lines.push(page.paint.ellipsis().to_owned());
    }
    for line in lines {
        writeln!(out, "  {}{line}", pad("", VERDICT))?;
    }
    if let Some(label) = &place.decided_by {
        writeln!(out, "  {}by {}", pad("", VERDICT), cited(page, review, label, room - 3))?;
    }
    Ok(())
}

/// The clause, the place and the words of a label, on one line.
fn cited(page: &Page, review: &Review, label: &Label, room: usize) -> String {
    let source = review.documents.get(label.document).map(|document| &document.source);
    let place = source.filter(|source| source.format != Format::Word).map(|source| {
        let at = source.position(label.span.start);
        format!("{}:{}", at.line, at.column)
    });
    let clause = Some(page.cited(&label.address)).filter(|clause| !clause.is_empty());
    let before: Vec<String> = clause.into_iter().chain(place).collect();
    let before = before.join(" ");
    let words = printable(&label.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let left = room.saturating_sub(columns(&before) + 4).max(8);
    format!("{before}  \"{}\"", crop(&words, left, page.paint.ellipsis()))
}

/// Whether a place decided nothing, and there may be very many of its kind.
fn is_quiet(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NotMatched | Verdict::Sound)
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Raised => "raised",
        Verdict::WouldRaise => "would raise",
        Verdict::SameSentence => "same sentence",
        Verdict::Beaten => "beaten",
        Verdict::SaidByWords => "said by words",
        Verdict::Dropped => "dropped",
        Verdict::NotTaken => "not taken",
        Verdict::Unmet => "not met",
        Verdict::Cancelled => "cancelled",
        Verdict::WithinBounds => "within bounds",
        Verdict::Present => "is there",
        Verdict::NearMiss => "near miss",
        Verdict::NoValue => "no value",
        Verdict::NotMatched => "no match",
        Verdict::Sound => "sound",
    }
}
