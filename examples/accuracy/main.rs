//! Prints how accurate the rules are on a folder of labelled contracts:
//! *provision found* where experts labelled provisions, *finding raised* where
//! defects and near misses were labelled. `docs/accuracy.md` says how it counts.

#![allow(clippy::print_stdout)]

mod found;
mod labels;
mod raised;

use fineprint::catalogue::Catalogue;
use labels::Failed;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "wanted: a folder with labels.jsonl [--rules DIR] [--misses CATEGORY]";

/// What was asked for.
struct Asked {
    folder: PathBuf,
    rules: Option<PathBuf>,
    misses: Option<String>,
}

fn main() -> ExitCode {
    match asked().and_then(|asked| measure(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn asked() -> Result<Asked, Failed> {
    let mut args = std::env::args().skip(1);
    let mut asked = Asked { folder: PathBuf::new(), rules: None, misses: None };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--rules" => asked.rules = Some(args.next().ok_or(USAGE)?.into()),
            "--misses" => asked.misses = Some(args.next().ok_or(USAGE)?),
            _ if asked.folder.as_os_str().is_empty() => asked.folder = arg.into(),
            _ => return Err(USAGE.into()),
        }
    }
    if asked.folder.as_os_str().is_empty() { Err(USAGE.into()) } else { Ok(asked) }
}

fn measure(asked: &Asked) -> Result<(), Failed> {
    let folders: Vec<&Path> = asked.rules.iter().map(PathBuf::as_path).collect();
    let catalogue = Catalogue::load(&folders)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    if labels::of_provisions(&asked.folder)? {
        let (measured, misses) = found::measure(&catalogue, &asked.folder)?;
        match &asked.misses {
            Some(category) => found::print_misses(&misses, category),
            None => found::print(&measured),
        }
    } else {
        raised::print(&raised::measure(&catalogue, &asked.folder)?);
    }
    Ok(())
}
