//! The dates of contracts for programs (`fineprint.dates/1`, see
//! `docs/json.md`), as Markdown and as a calendar file (RFC 5545). The
//! terminal's table is beside its report.

use super::Failure;
use super::headline::cited;
use super::markdown::escaped;
use super::phrases::Phrases;
use super::terms::path;
use crate::catalogue::Side;
use crate::check::{ClauseRef, Review};
use crate::dates::{Dates, Deadline};
use crate::matching::Lang;
use ics::parameters::Value;
use ics::properties::{Description, DtStart, Location, Summary, Transp, Trigger};
use ics::{Alarm, Event, ICalendar, escape_text};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// A reminder comes so long before a day: two weeks.
const REMINDER: &str = "-P14D";

/// The dates of several contracts.
#[derive(Debug, Clone, Copy)]
pub struct DateSheets<'a> {
    /// The contracts with their dates, in the order in which they were given.
    pub contracts: &'a [(&'a Review, Dates<'a>)],
    /// Files that could not be read.
    pub failures: &'a [Failure],
    /// The language of the sheet's own words.
    pub lang: Lang,
    /// From this day on dates are wanted: earlier ones are marked as past.
    pub from: Date,
}

#[derive(Serialize)]
struct Sheets<'a> {
    schema: &'static str,
    documents: Vec<Sheet<'a>>,
    failures: &'a [Failure],
}

#[derive(Serialize)]
struct Sheet<'a> {
    path: &'a str,
    start: Option<Date>,
    end: Option<Date>,
    renewals: usize,
    dates: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    term: &'a str,
    task: &'a str,
    days: &'a [Date],
    value: &'a str,
    subject: Option<&'a str>,
    party: Option<Side>,
    working: Option<&'a str>,
    clause: &'a ClauseRef,
    start: Option<usize>,
    end: Option<usize>,
    text: Option<&'a str>,
}

/// Writes the dates as JSON, indented, with a final newline. Fails only as
/// `out` fails.
pub fn dates_json(sheets: &DateSheets, out: &mut dyn Write) -> io::Result<()> {
    let documents = sheets.contracts.iter().map(|(review, dates)| Sheet {
        path: path(review),
        start: dates.start,
        end: dates.end,
        renewals: dates.renewals,
        dates: dates.deadlines.iter().map(row).collect(),
    });
    let all = Sheets {
        schema: "fineprint.dates/1",
        documents: documents.collect(),
        failures: sheets.failures,
    };
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn row<'a>(deadline: &'a Deadline) -> Row<'a> {
    let line = deadline.line;
    let label = line.label.as_ref();
    Row {
        term: &line.term,
        task: &deadline.task,
        days: &deadline.days,
        value: &line.value,
        subject: Some(line.subject.as_str()).filter(|subject| !subject.is_empty()),
        party: line.party,
        working: deadline.working.as_deref(),
        clause: &line.clause,
        start: label.map(|label| label.span.start),
        end: label.map(|label| label.span.end),
        text: label.map(|label| label.text.as_str()),
    }
}

/// Writes the dates as Markdown: a table a contract. Fails only as `out` fails.
pub fn dates_markdown(sheets: &DateSheets, out: &mut dyn Write) -> io::Result<()> {
    let p = Phrases::load(sheets.lang)?;
    for (index, (review, dates)) in sheets.contracts.iter().enumerate() {
        let gap = if index > 0 { "\n" } else { "" };
        writeln!(out, "{gap}### {}\n", escaped(path(review)))?;
        if let Some(runs) = p.dates.runs(dates) {
            writeln!(out, "{}\n", escaped(&runs))?;
        }
        writeln!(out, "| | | | |\n|---|---|---|---|")?;
        for deadline in &dates.deadlines {
            let party = deadline.line.party.map_or("", |side| p.side(side));
            let working = deadline.working.as_deref().unwrap_or(&deadline.line.value);
            let day = match when(deadline, sheets.from, &p) {
                Some((day, Some(remark))) => format!("{day} ({remark})"),
                Some((day, None)) => day.to_string(),
                None => String::new(),
            };
            writeln!(
                out,
                "| {day} | {} | {party} | {} {} |",
                escaped(&deadline.task),
                escaped(&cited(&deadline.line.clause.address, "§")),
                escaped(working)
            )?;
        }
    }
    Ok(())
}

/// The day of a deadline, of one that comes back the next, and a remark on it.
/// `None` where no day can be told.
pub(super) fn when<'p>(
    deadline: &Deadline,
    from: Date,
    phrases: &'p Phrases,
) -> Option<(Date, Option<&'p str>)> {
    let next = deadline.days.iter().find(|day| **day >= from).or(deadline.days.last());
    next.map(|&day| {
        let p = &phrases.dates;
        let past = (day < from).then_some(p.past.as_str());
        (day, past.or_else(|| (deadline.days.len() > 1).then_some(p.monthly.as_str())))
    })
}

/// Writes the dates that have a day as a calendar, with a reminder two weeks
/// before each. The same contracts and the same `made` give the same bytes.
/// Fails only as `out` fails.
pub fn dates_calendar(sheets: &DateSheets, made: Timestamp, out: &mut dyn Write) -> io::Result<()> {
    let p = Phrases::load(sheets.lang)?;
    let mut calendar = ICalendar::new("2.0", "-//fineprint//fineprint//EN");
    let stamp = made.strftime("%Y%m%dT%H%M%SZ").to_string();
    for (review, dates) in sheets.contracts {
        let contract = path(review);
        for deadline in &dates.deadlines {
            for day in deadline.days.iter().filter(|day| **day >= sheets.from) {
                calendar.add_event(event(contract, deadline, *day, &stamp, &p));
            }
        }
    }
    calendar.write(out)
}

fn event<'a>(
    contract: &str,
    deadline: &Deadline,
    day: Date,
    stamp: &str,
    phrases: &Phrases,
) -> Event<'a> {
    let line = deadline.line;
    let place = cited(&line.clause.address, "§");
    let summary = format!("{}{}{contract}", deadline.task, phrases.colon);
    let working = deadline.working.as_deref().unwrap_or_default();
    let text = line.label.as_ref().map_or("", |label| label.text.as_str());
    let about = format!("{contract} {place}\n{}{}{text}\n{working}", line.title, phrases.colon);
    let mut name = Sha256::new();
    for part in [contract, &line.term, &line.subject, &line.clause.address, &day.to_string()] {
        name.update(part);
        name.update([0]);
    }
    let uid: String = name.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let mut event = Event::new(format!("{uid}@fineprint"), stamp.to_owned());
    let mut start = DtStart::new(day.strftime("%Y%m%d").to_string());
    start.add(Value::DATE);
    event.push(start);
    event.push(Summary::new(escape_text(summary.clone()).into_owned()));
    event.push(Description::new(escape_text(about.trim().to_owned()).into_owned()));
    event.push(Location::new(escape_text(format!("{contract} {place}")).into_owned()));
    event.push(Transp::transparent());
    let reminder = Description::new(escape_text(summary).into_owned());
    event.add_alarm(Alarm::display(Trigger::new(REMINDER), reminder));
    event
}
