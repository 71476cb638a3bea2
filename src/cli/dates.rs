//! `fineprint dates`: what must be done by when, as a table and as a calendar.

use super::args::{Language, Parties, Reading};
use super::made::made;
use super::screen::Screen;
use super::settings::known_rules;
use super::singles::{Singles, judged};
use super::{CLEAN, NO_INPUT, TROUBLE};
use crate::dates::{Asked, dates};
use crate::report::{DateSheets, dates_calendar, dates_json, dates_markdown, dates_text};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct DatesArguments {
    /// Contracts: .md, .markdown, .docx, .txt, folders of these, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// The first day of the term, as 2026-07-01, where the contract does not tell
    #[arg(long, value_name = "DAY")]
    start: Option<Date>,
    /// The last day of the term
    #[arg(long, value_name = "DAY")]
    end: Option<Date>,
    /// From which day on (default: today)
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    /// How to write the dates
    #[arg(long, value_enum, default_value_t = DatesFormat::Text, value_name = "FORMAT")]
    format: DatesFormat,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    parties: Parties,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// The language of the titles; auto: the contract's own
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DatesFormat {
    /// For people
    Text,
    /// For programs: described in docs/json.md
    Json,
    /// A table for documents
    Markdown,
    /// For calendars: days with a reminder two weeks before
    Ics,
}

pub(super) fn run(arguments: &DatesArguments, screen: &mut Screen) -> io::Result<u8> {
    if let (Some(start), Some(end)) = (arguments.start, arguments.end)
        && end < start
    {
        screen.complain(&format!("the term ends on {end}, before it starts on {start}"));
        return Ok(TROUBLE);
    }
    let made = match made() {
        Ok(made) => made,
        Err(problem) => {
            screen.complain(&problem);
            return Ok(TROUBLE);
        }
    };
    let Some(catalogue) = known_rules(&arguments.rules, &arguments.paths, screen) else {
        return Ok(TROUBLE);
    };
    let (reading, parties) = (&arguments.reading, &arguments.parties);
    let paths = &arguments.paths;
    let singles = judged(&catalogue, paths, reading, parties, arguments.lang, screen);
    let Some(Singles { reviews, failures, lang }) = singles else { return Ok(NO_INPUT) };
    let from = arguments.from.unwrap_or_else(|| made.to_zoned(TimeZone::UTC).date());
    let asked = Asked { start: arguments.start, end: arguments.end, from };
    let contracts: Vec<_> =
        reviews.iter().map(|review| (review, dates(&catalogue, review, asked, lang))).collect();
    let sheets = DateSheets { contracts: &contracts, failures: &failures, lang, from };
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match arguments.format {
        DatesFormat::Text => dates_text(&sheets, out, width, style),
        DatesFormat::Json => dates_json(&sheets, out),
        DatesFormat::Markdown => dates_markdown(&sheets, out),
        DatesFormat::Ics => dates_calendar(&sheets, made, out),
    })?;
    Ok(if failures.is_empty() { CLEAN } else { TROUBLE })
}
