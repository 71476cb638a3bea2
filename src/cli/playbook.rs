//! `fineprint playbook`: list, show, start and test playbooks.

use super::args::Language;
use super::screen::Screen;
use super::settings::known_rules;
use super::{CLEAN, FINDINGS, TROUBLE};
use crate::catalogue::Catalogue;
use crate::matching::Lang;
use crate::playbook::{
    Playbook, is_playbook_name, prove_playbook, starting_playbook, starting_playbooks,
};
use crate::report::playbook_page;
use crate::source::text_within;
use clap::{Args, Subcommand};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Largest playbook, in bytes: the YAML reader is quadratic in nesting.
const LARGEST_FILE: u64 = 1 << 20;
/// From this likeness on, of 1, a name is taken for a misspelling.
const ALIKE: f64 = 0.4;

#[derive(Debug, Subcommand)]
pub(super) enum PlaybookCommand {
    /// List the playbooks to start from
    List(List),
    /// Print a playbook's positions, wording and who approves, for people
    Show(Show),
    /// Write a playbook to start from as a file to edit
    Init(Init),
    /// Read each wording of a playbook and see that it meets its position
    Test(Test),
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// The titles' language; auto: English
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// A playbook file, or one of `playbook list`
    #[arg(value_name = "FILE|NAME")]
    playbook: PathBuf,
    /// The page's language; auto: English
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// One of `playbook list`
    #[arg(value_name = "NAME")]
    name: String,
    /// The file to write
    #[arg(value_name = "FILE", default_value = "playbook.yaml")]
    path: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Test {
    /// A playbook file, or one of `playbook list`; without it all of these
    #[arg(value_name = "FILE|NAME")]
    playbook: Option<PathBuf>,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

pub(super) fn run(command: &PlaybookCommand, screen: &mut Screen) -> io::Result<u8> {
    match command {
        PlaybookCommand::List(arguments) => list(arguments, screen),
        PlaybookCommand::Show(arguments) => show(arguments, screen),
        PlaybookCommand::Init(arguments) => init(arguments, screen),
        PlaybookCommand::Test(arguments) => test(arguments, screen),
    }
}

/// Reads a playbook by its file or name. What is wrong has been said.
pub(super) fn load_playbook(
    path: &Path,
    catalogue: &Catalogue,
    screen: &mut Screen,
) -> Option<Playbook> {
    let shown = path.display().to_string();
    let (name, text) = match starting_playbook(&shown) {
        Some(text) => (format!("rules/playbooks/{shown}.yaml"), text.to_owned()),
        None => match text_within(path, LARGEST_FILE) {
            Ok(text) => (shown, text),
            Err(_) if is_playbook_name(&shown) => {
                screen.complain(&unknown(&shown));
                return None;
            }
            Err(error) => {
                screen.complain(&format!("{shown}: the playbook cannot be read: {error}"));
                return None;
            }
        },
    };
    let read = Playbook::read(&name, &text, catalogue);
    read.map_err(|errors| errors.iter().for_each(|error| screen.diagnose(error))).ok()
}

fn unknown(name: &str) -> String {
    let likeness = |known: &str| strsim::normalized_damerau_levenshtein(name, known);
    let known = starting_playbooks();
    let near = known
        .iter()
        .map(|(known, _)| known)
        .filter(|known| likeness(known) >= ALIKE)
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let meant = near.map_or_else(String::new, |near| format!("do you mean {near}? "));
    format!("there is no playbook {name}; {meant}`fineprint playbook list` shows all")
}

fn list(arguments: &List, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&[], &[], screen) else { return Ok(TROUBLE) };
    let lang = arguments.lang.asked().unwrap_or(Lang::En);
    let all = starting_playbooks();
    let width = all.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (name, _) in &all {
        let Some(playbook) = load_playbook(Path::new(name), &catalogue, screen) else {
            return Ok(TROUBLE);
        };
        let title = playbook.about(lang).map_or("", |about| &about.title);
        lines.push(format!("{name:width$}  {title}"));
    }
    screen.out(|out| lines.iter().try_for_each(|line| writeln!(out, "{line}")))?;
    Ok(CLEAN)
}

fn show(arguments: &Show, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&arguments.rules, &[], screen) else { return Ok(TROUBLE) };
    let Some(playbook) = load_playbook(&arguments.playbook, &catalogue, screen) else {
        return Ok(TROUBLE);
    };
    let lang = arguments.lang.asked().unwrap_or(Lang::En);
    let page = playbook_page(&playbook, &catalogue, lang)?;
    screen.out(|out| out.write_all(page.as_bytes()))?;
    Ok(CLEAN)
}

fn init(arguments: &Init, screen: &mut Screen) -> io::Result<u8> {
    let Some(text) = starting_playbook(&arguments.name) else {
        screen.complain(&unknown(&arguments.name));
        return Ok(TROUBLE);
    };
    let shown = arguments.path.display();
    let mut how = OpenOptions::new();
    how.write(true);
    // `create_new` looks and writes in one step: nothing is lost to a race.
    let how = if arguments.force { how.create(true).truncate(true) } else { how.create_new(true) };
    match how.open(&arguments.path).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => {
            screen.out(|out| writeln!(out, "wrote {shown}"))?;
            Ok(CLEAN)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            screen.complain(&format!("{shown} is there already; --force writes over it"));
            Ok(TROUBLE)
        }
        Err(error) => {
            screen.complain(&format!("{shown}: cannot be written: {error}"));
            Ok(TROUBLE)
        }
    }
}

/// Exit code 1 where a wording does not meet its position.
fn test(arguments: &Test, screen: &mut Screen) -> io::Result<u8> {
    let paths = match &arguments.playbook {
        Some(path) => vec![path.clone()],
        None => starting_playbooks().into_iter().map(|(name, _)| PathBuf::from(name)).collect(),
    };
    let mut failed = false;
    for path in paths {
        let Some(catalogue) = known_rules(&arguments.rules, &[], screen) else {
            return Ok(TROUBLE);
        };
        let Some(playbook) = load_playbook(&path, &catalogue, screen) else { return Ok(TROUBLE) };
        let proof = prove_playbook(&playbook, catalogue);
        failed |= !proof.failures.is_empty();
        screen.out(|out| {
            proof.failures.iter().try_for_each(|failure| writeln!(out, "{failure}"))?;
            writeln!(
                out,
                "{}: {} positions, {} wordings read, {} failures",
                path.display(),
                proof.positions,
                proof.wordings,
                proof.failures.len()
            )
        })?;
    }
    Ok(if failed { FINDINGS } else { CLEAN })
}
