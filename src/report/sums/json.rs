//! Sums for programs: `fineprint.sla/1`, see `docs/json.md`.

use super::{Group, Line};
use rust_decimal::Decimal;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Page<'a> {
    schema: &'static str,
    groups: Vec<GroupOut<'a>>,
}

#[derive(Serialize)]
struct GroupOut<'a> {
    name: &'a str,
    title: &'a str,
    sums: Vec<LineOut<'a>>,
}

#[derive(Serialize)]
struct LineOut<'a> {
    name: &'a str,
    value: Decimal,
    unit: &'a str,
    text: &'a str,
}

fn line(line: &Line) -> LineOut<'_> {
    let Line { name, text, value, unit } = line;
    LineOut { name, value: value.normalize(), unit, text }
}

/// Writes groups of sums as JSON, indented, with a final newline. Fails only as
/// `out` fails.
pub fn sums_json(groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    let groups = groups.iter().map(|group| GroupOut {
        name: group.name,
        title: &group.title,
        sums: group.lines.iter().map(line).collect(),
    });
    let page = Page { schema: "fineprint.sla/1", groups: groups.collect() };
    serde_json::to_writer_pretty(&mut *out, &page)?;
    writeln!(out)
}
