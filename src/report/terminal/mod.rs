//! The report for people at a terminal: findings drawn under their words, and
//! a closing summary that suffices alone.

mod compare;
mod cost;
mod dates;
mod excerpt;
mod finding;
mod inspection;
mod mistake;
mod paint;
mod positions;
mod sla;
mod summary;
mod terms;
mod typeset;
mod window;

pub use compare::comparison_text;
pub use cost::cost_text;
pub use dates::dates_text;
pub use inspection::inspection_text;
pub use mistake::Pointed;
pub use paint::Style;
pub use sla::{promises_text, sums_text};
pub use terms::terms_text;

use super::headline::cited;
use super::phrases::Phrases;
use super::printable::printable;
use super::{Failure, Run};
use crate::check::{Finding, Review};
use finding::FindingPrinter;
use paint::Paint;
use std::collections::HashMap;
use std::io::{self, Write};
use typeset::{columns, crop, fold};

/// The narrowest and the widest page. Below, nothing can be drawn under its
/// words; above, prose is hard to read.
const WIDTHS: (usize, usize) = (40, 120);

/// Writes the report for a terminal of `width` columns; no line is wider,
/// except that less than 40 columns are taken as 40. Fails only as `out` fails.
pub fn terminal(run: &Run, out: &mut dyn Write, width: usize, style: Style) -> io::Result<()> {
    let page = Page::new(width, style, run.lang)?;
    let printer = FindingPrinter::new(&page);
    unread(&page, run.failures, out)?;
    for (index, review) in run.reviews.iter().enumerate() {
        if index > 0 || !run.failures.is_empty() {
            writeln!(out)?;
        }
        heading(&page, review, out)?;
        let mut said: HashMap<&str, &Finding> = HashMap::new();
        for finding in run.listed(review) {
            writeln!(out)?;
            printer.print(review, finding, said.get(&*finding.rule).copied(), out)?;
            said.entry(&finding.rule).or_insert(finding);
        }
        suppressed(&page, run, review, out)?;
        positions::positions(&page, review, out)?;
        writeln!(out)?;
        summary::of_review(&page, run, review, out)?;
    }
    if run.reviews.len() > 1 {
        writeln!(out)?;
        summary::of_run(&page, run, out)?;
    }
    Ok(())
}

/// What everything on a page shares.
struct Page {
    /// Columns.
    width: usize,
    paint: Paint,
    phrases: Phrases,
}

impl Page {
    /// What the contract is: its files, kind and languages.
    fn contract(&self, review: &Review) -> String {
        let files: Vec<&str> = review.documents.iter().map(|d| d.source.path.as_str()).collect();
        let what = self.phrases.described(review);
        printable(&format!("{}{}{what}", files.join(" + "), self.phrases.colon))
    }

    /// A clause's address as it is cited: numbers with a section sign, names
    /// as they are.
    fn cited(&self, address: &str) -> String {
        cited(address, self.paint.section())
    }

    /// Who is who, and which clause shows it: on one line of `width` columns,
    /// or a party a line.
    fn parties(&self, review: &Review, width: usize) -> Vec<String> {
        let both = self.phrases.parties(review, self.paint.section()).map(|text| printable(&text));
        let line = both.join(&self.phrases.semicolon);
        if columns(&line) <= width {
            return vec![line];
        }
        both.iter().map(|text| crop(text, width, self.paint.ellipsis())).collect()
    }
}

/// Files that could not be read, and what to do.
fn unread(page: &Page, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
    let p = &page.phrases;
    if !failures.is_empty() {
        writeln!(out, "{}", page.paint.grave(&p.summary.unread))?;
    }
    for failure in failures {
        let what = format!("{}{}{}", failure.path, p.colon, failure.message);
        let mut indent = "  ";
        for text in [Some(&what), failure.remedy.as_ref()].into_iter().flatten() {
            for line in fold(&printable(text), page.width - 4) {
                writeln!(out, "{indent}{line}")?;
                indent = "    ";
            }
        }
    }
    Ok(())
}

/// What was allowed, where, and why.
fn suppressed(page: &Page, run: &Run, review: &Review, out: &mut dyn Write) -> io::Result<()> {
    let mut findings = run.suppressed(review).peekable();
    if findings.peek().is_some() {
        writeln!(out, "\n  {}", page.paint.strong(&page.phrases.allowed))?;
    }
    for finding in findings {
        let place = format!("{} {}", page.cited(&finding.clause.address), finding.rule);
        let reason = finding.reason.as_ref().map_or("", |reason| &reason.text);
        let what = format!("{}{}{reason}", place.trim_start(), page.phrases.colon);
        let mut indent = "    ";
        for line in fold(&printable(&what), page.width - 6) {
            writeln!(out, "{indent}{}", page.paint.faint(&line))?;
            indent = "      ";
        }
    }
    Ok(())
}

/// Who and what, before the findings.
fn heading(page: &Page, review: &Review, out: &mut dyn Write) -> io::Result<()> {
    for line in fold(&page.contract(review), page.width) {
        writeln!(out, "{}", page.paint.strong(&line))?;
    }
    for line in page.parties(review, page.width - 2) {
        writeln!(out, "  {line}")?;
    }
    for warning in review.all_warnings() {
        let note = format!("{}{}{}", page.phrases.note, page.phrases.colon, printable(warning));
        for line in fold(&note, page.width - 2) {
            writeln!(out, "  {}", page.paint.faint(&line))?;
        }
    }
    Ok(())
}
