//! Paths of the command line become documents, or failures that name the file
//! and the remedy.

use super::args::{FormatIn, Reading};
use super::screen::Screen;
use crate::ooxml::foreign;
use crate::read::{Document, ReadError, WordOptions, format_of, read};
use crate::report::Failure;
use rayon::prelude::*;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Largest file, in bytes.
const LARGEST_FILE: u64 = 256 << 20;

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
    let bar = screen.progress(files.len());
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
fn read_one(path: &Path, reading: &Reading) -> Result<Document, Failure> {
    let name = path.display().to_string();
    let bytes = if name == "-" { standard_input(reading) } else { file(path) };
    bytes.and_then(|bytes| document(&name, &bytes, reading)).map_err(|problem| Failure {
        path: name.clone(),
        message: problem.message,
        remedy: problem.remedy,
    })
}

/// The bytes of a file.
pub(super) fn bytes_at(path: &Path) -> Result<Vec<u8>, Failure> {
    file(path).map_err(|problem| Failure {
        path: path.display().to_string(),
        message: problem.message,
        remedy: problem.remedy,
    })
}

/// Reads one file; why it cannot be read is said on standard error.
pub(super) fn read_or_complain(
    path: &Path,
    reading: &Reading,
    screen: &mut Screen,
) -> Option<Document> {
    read_one(path, reading).map_err(|failure| screen.complain_of(&failure)).ok()
}

/// What is wrong, and what to do about it.
struct Problem {
    message: String,
    remedy: Option<String>,
}

impl Problem {
    fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: Some(remedy.into()) }
    }

    fn of_file(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::new("there is no such file", "check the path"),
            io::ErrorKind::IsADirectory => {
                Self::new("this is a folder", "name a file; check takes folders")
            }
            io::ErrorKind::PermissionDenied => {
                Self::new("you may not read it", "ask its owner for permission")
            }
            _ => Self { message: format!("cannot be read: {error}"), remedy: None },
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        Self { message: error.to_string(), remedy: error.remedy() }
    }
}

fn standard_input(reading: &Reading) -> Result<Vec<u8>, Problem> {
    if reading.format_in.is_none() {
        return Err(Problem::new(
            "standard input has no name to tell its format by",
            "say --format-in markdown, docx or text",
        ));
    }
    bytes_of(io::stdin().lock())
}

fn file(path: &Path) -> Result<Vec<u8>, Problem> {
    bytes_of(std::fs::File::open(path).map_err(|error| Problem::of_file(&error))?)
}

/// All bytes of a file or pipe, which may be no regular file and never end.
fn bytes_of(source: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source
        .take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::of_file(&error))?;
    if bytes.len() as u64 > LARGEST_FILE {
        let message = format!("it is larger than the {} MiB allowed", LARGEST_FILE >> 20);
        return Err(Problem::new(message, "split it, or remove its pictures"));
    }
    Ok(bytes)
}

fn document(name: &str, bytes: &[u8], reading: &Reading) -> Result<Document, Problem> {
    let asked = reading.format_in.map(FormatIn::into);
    if asked.is_none() && format_of(name).is_none() {
        return Err(match foreign(bytes) {
            Some(error) => Problem::from(ReadError::from(error)),
            None => Problem::new(
                "its name does not tell a format that is read (.md, .markdown, .docx, .txt)",
                "say --format-in markdown, docx or text",
            ),
        });
    }
    let word = WordOptions { as_original: reading.as_original, limits: reading.limits() };
    Ok(read(name, bytes, asked, &word)?)
}
