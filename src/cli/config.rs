//! `fineprint config`: the settings in force and where each comes from.

use super::args::Judging;
use super::screen::Screen;
use super::settings::{settings, shown};
use super::{CLEAN, TROUBLE};
use crate::config::{ContractFiles, Origin, Settings, Switched, Told, schema};
use clap::{Args, ValueEnum};
use std::io;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Args)]
pub(super) struct Config {
    /// A contract or folder whose settings are asked for (default: here)
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    judging: Judging,
    /// Print the JSON schema of fineprint.yaml instead
    #[arg(long)]
    schema: bool,
}

pub(super) fn run(arguments: &Config, screen: &mut Screen) -> io::Result<u8> {
    if arguments.schema {
        let text = serde_json::to_string_pretty(&schema())?;
        screen.out(|out| writeln!(out, "{text}"))?;
        return Ok(CLEAN);
    }
    let flags = arguments.judging.flags();
    let Some(mut in_force) =
        settings(&arguments.judging.grounds.file, &flags, &arguments.paths, screen)
    else {
        return Ok(TROUBLE);
    };
    // Names of rules are checked too, so that what is printed is what would run.
    if in_force.catalogue(screen).is_none() {
        return Ok(TROUBLE);
    }
    let rows = rows(&in_force.settings);
    let width = |column: fn(&Row) -> &str| rows.iter().map(|row| column(row).width()).max();
    let keys = width(|row| row.key).unwrap_or(0);
    let values = width(|row| &row.value).unwrap_or(0);
    screen.out(|out| {
        for row in &rows {
            let key = format!("{}{}", row.key, " ".repeat(keys - row.key.width()));
            let value = format!("{}{}", row.value, " ".repeat(values - row.value.width()));
            writeln!(out, "{key}  {value}  {}", row.origin)?;
        }
        Ok(())
    })?;
    Ok(CLEAN)
}

/// A setting, its value and who said so.
struct Row {
    key: &'static str,
    value: String,
    origin: String,
}

fn rows(settings: &Settings) -> Vec<Row> {
    let mut rows = vec![
        row("side", &settings.side, name),
        row("fail-on", &settings.fail_on, name),
        row("language", &settings.language, name),
        row("stage", &settings.stage, |stage| stage.as_ref().map_or_else(each_tells, name)),
        row("customer", &settings.customer, |party| party.clone().unwrap_or_else(each_tells)),
        row("vendor", &settings.vendor, |party| party.clone().unwrap_or_else(each_tells)),
        row("baseline", &settings.baseline, |path| {
            path.as_deref().map_or_else(|| "none".to_owned(), path_shown)
        }),
    ];
    rows.push(row("playbook", &settings.playbook, |path| {
        path.as_deref().map_or_else(|| "none".to_owned(), path_shown)
    }));
    rows.extend(several("rules-dirs", &settings.rules_dirs, |folder| path_shown(folder)));
    rows.extend(several("rules", &settings.rules, switched));
    rows.extend(several("contracts", &settings.contracts, contract));
    rows.extend(several("suppressions", &settings.suppressions, |allowed| {
        let clause = allowed.clause.as_ref().map_or(String::new(), |clause| format!(" {clause}"));
        format!("{} {}{clause}: {}", allowed.rule, path_shown(&allowed.file), allowed.reason)
    }));
    rows
}

fn row<T>(key: &'static str, told: &Told<T>, value: impl Fn(&T) -> String) -> Row {
    Row { key, value: value(&told.value), origin: told.origin.to_string() }
}

/// A row for each, or one that says that there is none.
fn several<T>(key: &'static str, told: &[Told<T>], value: impl Fn(&T) -> String) -> Vec<Row> {
    if told.is_empty() {
        return vec![Row { key, value: "none".to_owned(), origin: Origin::Default.to_string() }];
    }
    told.iter().map(|told| row(key, told, &value)).collect()
}

fn each_tells() -> String {
    "as each contract tells".to_owned()
}

/// The name a value has on the command line and in the file.
fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

fn path_shown(path: &Path) -> String {
    shown(path).display().to_string()
}

fn switched(switched: &Switched) -> String {
    let value = switched.severity.map_or_else(
        || if switched.on { "on".to_owned() } else { "off".to_owned() },
        |severity| name(&severity),
    );
    format!("{}: {value}", switched.name)
}

fn contract(contract: &ContractFiles) -> String {
    let files: Vec<String> = contract.files.iter().map(|path| path_shown(path)).collect();
    files.join(" + ")
}
