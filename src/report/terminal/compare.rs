//! A comparison for people at a terminal: key terms first, then findings, then
//! the words.

use super::Page;
use super::paint::Style;
use super::typeset::{columns, crop, fold, pad};
use crate::check::Finding;
use crate::compare::{ClauseChange, Direction, Piece, TermChange};
use crate::report::Compared;
use crate::report::printable::printable;
use std::io::{self, Write};

/// How many unchanged characters are shown beside a change.
const BESIDE: usize = 60;
/// Longest added or removed passage that is shown whole, in characters.
const LONGEST: usize = 400;

/// Writes the comparison for a terminal of `width` columns. Fails only as
/// `out` fails.
pub fn comparison_text(
    compared: &Compared,
    out: &mut dyn Write,
    width: usize,
    style: Style,
) -> io::Result<()> {
    let page = Page::new(width, style, compared.run.lang)?;
    let p = &page.phrases;
    let comparison = compared.comparison;
    for line in fold(&printable(&compared.names.join(" → ")), page.width) {
        writeln!(out, "{}", page.paint.strong(&line))?;
    }
    for line in page.parties(compared.reviews[1], page.width - 2) {
        writeln!(out, "  {line}")?;
    }
    if comparison.is_empty() {
        let mut said = vec![p.compare.nothing.clone()];
        said.extend(p.compare.clauses(comparison));
        return writeln!(out, "\n{}", said.join(&p.comma));
    }
    terms(&page, compared, out)?;
    findings(&page, compared, out)?;
    clauses(&page, compared, out)
}

fn title(page: &Page, name: &str, counted: &[String], out: &mut dyn Write) -> io::Result<()> {
    let p = &page.phrases;
    let text = format!("{name}{}{}", p.colon, counted.join(&p.comma));
    writeln!(out)?;
    for line in fold(&text, page.width) {
        writeln!(out, "{}", page.paint.strong(&line))?;
    }
    Ok(())
}

/// Key terms by what the change means, the worse first.
fn terms(page: &Page, compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let p = &page.phrases;
    let changes = &compared.comparison.terms;
    for direction in [Direction::Worse, Direction::Better, Direction::Neutral] {
        let these: Vec<&TermChange> =
            changes.iter().filter(|change| change.direction == direction).collect();
        if these.is_empty() {
            continue;
        }
        let what = p.compare.direction(direction, p.side(compared.seat()));
        title(page, &p.web.terms, &[what], out)?;
        for change in these {
            let address = page.cited(change.line().map_or("", |line| &line.clause.address));
            let text = format!("{address} {}", compared.values(change, p));
            let mut indent = "  ";
            for line in fold(printable(&text).trim(), page.width - 4) {
                writeln!(out, "{indent}{line}")?;
                indent = "    ";
            }
            for line in change.sum.iter().flat_map(|sum| fold(sum, page.width - 4)) {
                writeln!(out, "    {}", page.paint.faint(&line))?;
            }
        }
    }
    Ok(())
}

fn findings(page: &Page, compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let p = &page.phrases;
    let changes = &compared.comparison.findings;
    if changes.is_empty() {
        return Ok(());
    }
    title(page, &p.summary.findings, &p.compare.findings(changes), out)?;
    for finding in &changes.gained {
        line(
            page,
            "+",
            &page.paint.at(finding.severity, p.severity(finding.severity)),
            finding,
            out,
        )?;
    }
    for finding in &changes.resolved {
        line(page, "-", p.severity(finding.severity), finding, out)?;
    }
    for change in &changes.reweighed {
        let severities = [change.old, change.new].map(|f| p.severity(f.severity)).join(" → ");
        line(page, "~", &severities, change.new, out)?;
    }
    Ok(())
}

/// A finding in one line, and its words.
fn line(
    page: &Page,
    sign: &str,
    severity: &str,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    let missing = if finding.says_missing() {
        format!("{}{}", page.phrases.missing, page.phrases.colon)
    } else {
        String::new()
    };
    let place = page.cited(&finding.clause.address);
    let text = format!("{place} {missing}{}", finding.title);
    writeln!(
        out,
        "  {sign} {severity} {} {}",
        printable(text.trim()),
        page.paint.faint(&finding.rule)
    )?;
    if !finding.missing {
        let words: Vec<&str> = finding.primary().text.split_whitespace().collect();
        let words = printable(&format!("\"{}\"", words.join(" ")));
        writeln!(out, "      {}", crop(&words, page.width - 6, page.paint.ellipsis()))?;
    }
    Ok(())
}

fn clauses(page: &Page, compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let p = &page.phrases;
    let comparison = compared.comparison;
    let counted = p.compare.clauses(comparison);
    if counted.is_empty() {
        return Ok(());
    }
    title(page, &p.compare.words, &counted, out)?;
    for change in &comparison.clauses {
        let (sign, place, text) = match change {
            ClauseChange::Added(new) => ("+", new, cut(page, &new.text)),
            ClauseChange::Removed(old) => ("-", old, cut(page, &old.text)),
            ClauseChange::Redirected { new, .. } => {
                let text = cut(page, &new.text);
                ("~", new, format!("({}) {text}", p.compare.redirected))
            }
            ClauseChange::Reworded { new, pieces, .. } => ("~", new, around(page, pieces)),
        };
        let text = format!("{} {text}", page.cited(&place.address));
        let mut lead = format!("  {sign} ");
        for line in fold(printable(&text).trim(), page.width - 4) {
            writeln!(out, "{lead}{line}")?;
            lead = pad("", columns(&lead));
        }
    }
    Ok(())
}

/// A passage as far as it tells what it is about.
fn cut(page: &Page, text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}{}", text[..end].trim_end(), page.paint.ellipsis()),
    }
}

/// The changes of a passage, with a few words beside each.
fn around(page: &Page, pieces: &[Piece]) -> String {
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Gone(words) => text.push_str(&format!("[-{}-]", cut(page, words))),
            Piece::Come(words) => text.push_str(&format!("{{+{}+}}", cut(page, words))),
            Piece::Kept(words) => {
                let chars: Vec<char> = words.chars().collect();
                let (first, last) = (at == 0, at + 1 == pieces.len());
                let whole = if first || last { BESIDE } else { 2 * BESIDE };
                if chars.len() <= whole {
                    text.push_str(words);
                    continue;
                }
                if !first {
                    text.extend(&chars[..BESIDE]);
                }
                text.push_str(if first || last { page.paint.ellipsis() } else { page.paint.gap() });
                if !last {
                    text.extend(&chars[chars.len() - BESIDE..]);
                }
            }
        }
    }
    text
}
