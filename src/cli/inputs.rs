//! Paths of the command line become documents, or failures that name the file
//! and the remedy.

use super::args::{FormatIn, Reading};
use super::screen::Screen;
use crate::read::{Document, WordOptions, format_of, read};
use crate::report::Failure;
use crate::source::Format;
use indicatif::ProgressBar;
use rayon::prelude::*;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Largest file, in bytes.
const LARGEST_FILE: u64 = 256 << 20;
/// From this many files on, a terminal sees a progress bar.
const MANY_FILES: usize = 20;

/// What the paths gave.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// Documents, in the order of the paths; within a folder, sorted.
    pub(super) documents: Vec<Document>,
    /// Files that could not be read.
    pub(super) failures: Vec<Failure>,
}

/// Reads everything the paths name.
pub(super) fn read_all(paths: &[PathBuf], reading: &Reading, screen: &Screen) -> Inputs {
    let mut inputs = Inputs::default();
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &mut files, &mut inputs.failures);
        } else {
            files.push(path.clone());
        }
    }
    let bar = if files.len() >= MANY_FILES && screen.shows_progress() {
        ProgressBar::new(files.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    let read: Vec<Result<Document, Failure>> = files
        .par_iter()
        .map(|path| {
            let document = read_one(path, reading);
            bar.inc(1);
            document
        })
        .collect();
    bar.finish_and_clear();
    for result in read {
        match result {
            Ok(document) => inputs.documents.push(document),
            Err(failure) => inputs.failures.push(failure),
        }
    }
    inputs
}

/// The contracts in a folder and below, as git would see them.
fn walk(folder: &Path, files: &mut Vec<PathBuf>, failures: &mut Vec<Failure>) {
    let mut found = Vec::new();
    for entry in ignore::WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(entry) => {
                let path = entry.into_path();
                let lock_file =
                    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
                if path.is_file() && format_of(&path.to_string_lossy()).is_some() && !lock_file {
                    found.push(path);
                }
            }
            Err(error) => failures.push(Failure {
                path: folder.display().to_string(),
                message: error.to_string(),
                remedy: None,
            }),
        }
    }
    found.sort();
    files.extend(found);
}

/// Reads one file, or standard input for `-`.
pub(super) fn read_one(path: &Path, reading: &Reading) -> Result<Document, Failure> {
    let name = path.display().to_string();
    let failure = |message: String, remedy: Option<&str>| Failure {
        path: name.clone(),
        message,
        remedy: remedy.map(str::to_owned),
    };
    let asked = reading.format_in.map(FormatIn::into);
    if name == "-" {
        let format: Format = asked.ok_or_else(|| {
            failure(
                "standard input has no file name to tell its format by".to_owned(),
                Some("say --format-in markdown, docx or text"),
            )
        })?;
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .take(LARGEST_FILE)
            .read_to_end(&mut bytes)
            .map_err(|error| failure(format!("cannot be read: {error}"), None))?;
        return decode(&name, &bytes, Some(format), reading)
            .map_err(|message| failure(message, None));
    }
    let size = std::fs::metadata(path)
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                failure("there is no such file".to_owned(), Some("check the path"))
            }
            _ => failure(format!("cannot be read: {error}"), None),
        })?
        .len();
    if size > LARGEST_FILE {
        let message = format!("the file has {size} bytes, more than the {LARGEST_FILE} allowed");
        return Err(failure(message, Some("split it, or remove its pictures")));
    }
    let bytes =
        std::fs::read(path).map_err(|error| failure(format!("cannot be read: {error}"), None))?;
    if asked.is_none() && format_of(&name).is_none() {
        let (message, remedy) = unknown_kind(&bytes);
        return Err(failure(message.to_owned(), Some(remedy)));
    }
    decode(&name, &bytes, asked, reading).map_err(|message| failure(message, None))
}

fn decode(
    name: &str,
    bytes: &[u8],
    format: Option<Format>,
    reading: &Reading,
) -> Result<Document, String> {
    let word = WordOptions { as_original: reading.as_original, ..WordOptions::default() };
    read(name, bytes, format, &word).map_err(|error| error.to_string())
}

/// What to say of a file whose name tells no format we read.
fn unknown_kind(bytes: &[u8]) -> (&'static str, &'static str) {
    if bytes.starts_with(b"%PDF") {
        (
            "PDF files are not read: their text has no order to rely on",
            "ask for the Word file, or convert it to .docx or .txt",
        )
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        (
            "this is a legacy Word or a password-protected file",
            "open it in Word and save it as .docx without a password",
        )
    } else if bytes.starts_with(b"{\\rtf") {
        ("RTF files are not read", "open it in Word and save it as .docx")
    } else {
        (
            "its name does not tell a format that is read (.md, .markdown, .docx, .txt)",
            "say --format-in markdown, docx or text",
        )
    }
}
