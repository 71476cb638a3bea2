//! Sums for people at a terminal, and the service levels of contracts with
//! their ladders as bars.

use super::Page;
use super::paint::Style;
use super::typeset::{columns, fold, pad};
use crate::arithmetic::{Period, Wording, downtime, human_minutes};
use crate::check::{Band, LadderStep, Review, SheetLine};
use crate::matching::Lang;
use crate::report::Group;
use crate::report::printable::printable;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::io::{self, Write};

/// Most columns of a bar of a hundred per cent.
const BAR: usize = 30;
/// Columns in front of a ladder.
const MARGIN: usize = 4;
/// Columns between those of a ladder.
const GAP: usize = 2;

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
            for (at, part) in fold(&line.text, page.width - 4).iter().enumerate() {
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
            chart(&page, &line.rows, style, lang, out)?;
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

/// The rows of a ladder: the uptime, the downtime it means in a month, the
/// credit, and a bar as long as the credit is high.
fn chart(
    page: &Page,
    rows: &[LadderStep],
    style: Style,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let words = Wording::of(lang);
    let heads = [&words.page.band, &words.page.band_down, &words.page.credit];
    let cells: Vec<[String; 3]> = rows
        .iter()
        .map(|step| [step.band.to_string(), down(&step.band, words), step.credit.to_string()])
        .collect();
    let widths = [0, 1, 2].map(|column| {
        let cells = cells.iter().map(|row| columns(&row[column]));
        cells.chain([columns(heads[column])]).max().unwrap_or(0)
    });
    let [band, time, credit] = widths;
    let taken = MARGIN + band + time + credit + 3 * GAP;
    let longest = usize::min(BAR, page.width.saturating_sub(taken));
    let line = |cells: [&str; 3], bar: &str| {
        let cells: Vec<String> =
            cells.iter().zip(widths).map(|(cell, width)| pad(cell, width)).collect();
        let gap = " ".repeat(GAP);
        let line = format!("{}{}{gap}{bar}", " ".repeat(MARGIN), cells.join(&gap));
        printable(line.trim_end())
    };
    let head = line(heads.map(String::as_str), "");
    writeln!(out, "{}", page.paint.faint(&head))?;
    for (step, cells) in rows.iter().zip(&cells) {
        let percent = step.credit.percent().unwrap_or_default();
        let length = (percent * Decimal::from(longest) / Decimal::ONE_HUNDRED).ceil().to_usize();
        let mark = if style.ascii { "#" } else { "█" };
        let bar = mark.repeat(length.unwrap_or(0).min(longest));
        writeln!(out, "{}", line([&cells[0], &cells[1], &cells[2]], &bar))?;
    }
    Ok(())
}

/// The downtime a band means in a 30-day month: `43.2 min - 7.2 h`, `> 36 h`.
fn down(band: &Band, words: &Wording) -> String {
    let time = |available: Option<Decimal>| {
        let minutes = downtime(available?, Period::Month30.minutes())?;
        Some(human_minutes(minutes, words))
    };
    // The whole month is no end worth printing.
    let worst = band.lower.filter(|lower| !lower.is_zero());
    match (time(band.upper), time(worst)) {
        (Some(from), Some(to)) => format!("{from} - {to}"),
        (Some(from), None) => format!("{} {from}", if band.upper_inclusive { ">=" } else { ">" }),
        (None, Some(to)) => format!("{} {to}", if band.lower_inclusive { "<=" } else { "<" }),
        (None, None) => String::new(),
    }
}
