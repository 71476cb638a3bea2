//! `fineprint rules docs`: the pages about all rules, written into a folder.

use crate::cli::screen::Screen;
use crate::cli::settings::known_rules_with_tests;
use crate::cli::{CLEAN, TROUBLE};
use crate::report::{MARK, rule_docs};
use clap::Args;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesDocs {
    /// The folder to write the pages into
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

pub(super) fn run(arguments: &RulesDocs, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules_with_tests(&arguments.rules, screen) else {
        return Ok(TROUBLE);
    };
    let pages = rule_docs(&catalogue);
    if let Err(error) = write(&arguments.folder, &pages) {
        screen.complain(&format!("{}: cannot be written: {error}", arguments.folder.display()));
        return Ok(TROUBLE);
    }
    screen.out(|out| {
        writeln!(out, "wrote {} files to {}", pages.len(), arguments.folder.display())
    })?;
    Ok(CLEAN)
}

/// Writes all, and removes the pages of groups that are no more. What
/// somebody else wrote stays.
fn write(folder: &Path, pages: &[(String, String)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let page = path.extension().is_some_and(|e| e == "md");
        let kept = pages.iter().any(|(name, _)| path.file_name().is_some_and(|n| n == &**name));
        if page && !kept && fs::read_to_string(&path)?.starts_with(MARK) {
            fs::remove_file(&path)?;
        }
    }
    pages.iter().try_for_each(|(name, text)| fs::write(folder.join(name), text))
}
