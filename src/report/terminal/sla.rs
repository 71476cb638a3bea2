//! Sums for people at a terminal, and the service levels of contracts with
//! their ladders as bars.

use super::Page;
use super::paint::Style;
use super::typeset::{columns, fold, pad};
use crate::arithmetic::Wording;
use crate::check::{LadderStep, Review, SheetLine};
use crate::matching::Lang;
use crate::report::Group;
use crate::report::printable::printable;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::io::{self, Write};

/// Columns of a bar of a hundred per cent.
const BAR: u32 = 30;

/// Writes groups of sums. Fails only as `out` fails.
pub fn sums_text(
    groups: &[Group],
    out: &mut dyn Write,
    width: usize,
    style: Style,
    lang: Lang,
) -> io::Result<()> {
    let page = Page::new(width, style, lang)?;
    for (index, group) in groups.iter().enumerate() {
        title(&page, index, &group.title, out)?;
        for line in &group.lines {
            for (at, part) in fold(line, page.width - 4).iter().enumerate() {
                writeln!(out, "  {}{part}", if at == 0 { "" } else { "  " })?;
            }
        }
    }
    Ok(())
}

/// Writes what contracts promise: their service levels with the sums, and each
/// ladder of credits as bars. Fails only as `out` fails.
pub fn promises_text(
    reviews: &[Review],
    out: &mut dyn Write,
    width: usize,
    style: Style,
    lang: Lang,
) -> io::Result<()> {
    let page = Page::new(width, style, lang)?;
    for (index, review) in reviews.iter().enumerate() {
        title(&page, index, &page.contract(review), out)?;
        let lines: Vec<&SheetLine> = review.sheet.iter().filter(|l| l.service_level).collect();
        if lines.is_empty() {
            writeln!(out, "  {}", Wording::of(lang).page.nothing)?;
        }
        for line in lines {
            page.term(line, out)?;
            chart(&page, &line.rows, style, out)?;
        }
    }
    Ok(())
}

/// The title of a part of the page; an empty line parts it from the one before.
fn title(page: &Page, index: usize, text: &str, out: &mut dyn Write) -> io::Result<()> {
    if index > 0 {
        writeln!(out)?;
    }
    writeln!(out, "{}", page.paint.strong(text))
}

/// The rows of a ladder with bars as long as their credits are high.
fn chart(page: &Page, rows: &[LadderStep], style: Style, out: &mut dyn Write) -> io::Result<()> {
    let bands: Vec<String> = rows.iter().map(|step| step.band.to_string()).collect();
    let credits: Vec<String> = rows.iter().map(|step| step.credit.to_string()).collect();
    let band_width = bands.iter().map(|text| columns(text)).max().unwrap_or(0);
    let credit_width = credits.iter().map(|text| columns(text)).max().unwrap_or(0);
    let room = page.width.saturating_sub(band_width + credit_width + 8);
    for (step, (band, credit)) in rows.iter().zip(bands.iter().zip(&credits)) {
        let percent = step.credit.percent().unwrap_or_default();
        let length = (percent * Decimal::from(BAR) / Decimal::ONE_HUNDRED).ceil().to_usize();
        let mark = if style.ascii { "#" } else { "█" };
        let bar = mark.repeat(length.unwrap_or(0).min(room));
        let line = format!("    {}  {}  {bar}", pad(band, band_width), pad(credit, credit_width));
        writeln!(out, "{}", printable(line.trim_end()))?;
    }
    Ok(())
}
