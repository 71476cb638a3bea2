//! `fineprint check --inspect RULE`: on which clauses a rule looked, and why it
//! raised what it did.

use super::args::{Check, ReportFormat};
use super::screen::Screen;
use super::{CLEAN, TROUBLE};
use crate::catalogue::{Catalogue, Severity};
use crate::config::Settings;
use crate::report::{Inspected, Run, inspection_json, inspection_text};
use std::io;

/// What cannot be inspected is said before any work is done.
pub(super) fn possible(arguments: &Check, catalogue: &Catalogue, screen: &mut Screen) -> bool {
    let Some(rule) = &arguments.inspect else { return true };
    if !catalogue.has_rule(rule) {
        screen.complain(&format!("there is no rule {rule}; {}", catalogue.suggestion(rule)));
        return false;
    }
    let known =
        matches!(arguments.output.format, None | Some(ReportFormat::Terminal | ReportFormat::Json));
    if !known {
        screen.complain("--inspect is written as terminal or json");
    }
    known
}

/// Writes what the rule looked at. It is no check: what was raised does not
/// count for the exit code.
pub(super) fn report(
    run: Run,
    settings: &Settings,
    format: Option<ReportFormat>,
    screen: &mut Screen,
) -> io::Result<u8> {
    let fails = |severity: Severity| settings.fail_on.value.fails(severity);
    let inspected = Inspected { run, fails: &fails };
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match format {
        Some(ReportFormat::Json) => inspection_json(&inspected, out),
        _ => inspection_text(&inspected, out, width, style),
    })?;
    run.failures.iter().for_each(|failure| screen.complain_of(failure));
    Ok(if run.is_whole() { CLEAN } else { TROUBLE })
}
