//! The command line: arguments, and one file a command.
//!
//! Exit codes: 0, nothing at or above `--fail-on`; 1, findings; 2, the tool
//! could not do all its work; 3, no input; 130, Ctrl-C.

mod annotate;
mod args;
mod baseline;
mod check;
mod compare;
mod completions;
mod config;
mod contracts;
mod cost;
mod dates;
mod demo;
mod explain;
mod git;
mod init;
mod inputs;
mod inspect;
mod made;
mod many;
mod outline;
mod output;
mod playbook;
mod rules;
mod screen;
mod settings;
mod singles;
mod sla;
mod terms;
mod text;

use crate::catalogue::{Catalogue, YamlError};
use args::{Arguments, Command};
use clap::Parser;
use screen::Screen;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Nothing at or above the level that fails.
const CLEAN: u8 = 0;
/// Findings at or above it.
const FINDINGS: u8 = 1;
/// Bad arguments, an unreadable file, a bad rule.
const TROUBLE: u8 = 2;
/// There was nothing to read.
const NO_INPUT: u8 = 3;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut screen = Screen::new(arguments.color);
    let code = match dispatch(arguments.command, &mut screen) {
        Ok(code) => code,
        // Whoever reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => CLEAN,
        Err(error) => {
            screen.complain(&format!("cannot write the report: {error}"));
            TROUBLE
        }
    };
    ExitCode::from(code)
}

fn dispatch(command: Command, screen: &mut Screen) -> io::Result<u8> {
    match command {
        Command::Check(check) => check::run(&check, screen),
        Command::Compare(compare) => compare::run(&compare, screen),
        Command::Annotate(annotate) => annotate::run(&annotate, screen),
        Command::Config(config) => config::run(&config, screen),
        Command::Init(init) => init::run(&init, screen),
        Command::Demo(demo) => demo::run(&demo, screen),
        Command::Explain(explain) => explain::run(&explain, screen),
        Command::Outline(outline) => outline::run(&outline, screen),
        Command::Dates(dates) => dates::run(&dates, screen),
        Command::Cost(cost) => cost::run(&cost, screen),
        Command::Terms(terms) => terms::run(&terms, screen),
        Command::Sla(sla) => sla::run(&sla, screen),
        Command::Text(text) => text::run(&text, screen),
        Command::Completions(completions) => completions::run(&completions, screen),
        Command::Playbook(playbook) => playbook::run(&playbook, screen),
        Command::Rules(command) => rules::run(&command, screen),
    }
}

/// The bundled rules and the user's own; mistakes are shown at their places.
fn load_rules(folders: &[PathBuf], screen: &mut Screen) -> Option<Catalogue> {
    sound(Catalogue::load(&paths(folders)), screen)
}

/// The same, with their tests.
fn load_rules_with_tests(folders: &[PathBuf], screen: &mut Screen) -> Option<Catalogue> {
    sound(Catalogue::load_with_tests(&paths(folders)), screen)
}

fn paths(folders: &[PathBuf]) -> Vec<&Path> {
    folders.iter().map(PathBuf::as_path).collect()
}

fn sound(loaded: Result<Catalogue, Vec<YamlError>>, screen: &mut Screen) -> Option<Catalogue> {
    loaded.map_err(|errors| errors.iter().for_each(|error| screen.diagnose(error))).ok()
}
