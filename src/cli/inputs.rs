//! Paths of the command line become documents, or failures that name the file
//! and the remedy.

use super::args::{FormatIn, Reading};
use super::git;
use super::screen::Screen;
use crate::ooxml::foreign;
use crate::read::{Document, ReadError, WordOptions, format_of, read};
use crate::report::Failure;
use crate::source::Bound;
use rayon::prelude::*;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

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
    let files = files(paths, &mut inputs.failures);
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

/// The files that paths name: folders are walked.
pub(super) fn files(paths: &[PathBuf], failures: &mut Vec<Failure>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &mut files, failures);
        } else {
            files.push(path.clone());
        }
    }
    files
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
                // A link that leads nowhere is a file that cannot be read.
                let file = path.is_file() || (path.is_symlink() && !path.exists());
                if file && format_of(&path.to_string_lossy()).is_some() && !lock_file {
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

/// The paths in a list: one a line, or each with a NUL behind it.
pub(super) fn listed(list: &Path, null: bool, reading: &Reading) -> Result<Vec<PathBuf>, Failure> {
    let bytes = if list.as_os_str() == "-" {
        bytes_of(io::stdin().lock(), reading.limits().file_bytes)
    } else {
        file(list, reading)
    };
    let bytes = bytes.map_err(|problem| Failure {
        path: list.display().to_string(),
        message: problem.message,
        remedy: problem.remedy,
    })?;
    let end = if null { b'\0' } else { b'\n' };
    let lines = bytes.split(|&byte| byte == end);
    let lines = lines.map(|line| if null { line } else { line.trim_ascii_end() });
    Ok(lines.filter(|line| !line.is_empty()).map(path_of).collect())
}

/// A path as the system writes it; elsewhere than on Unix it is text.
fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let path = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into();
    #[cfg(not(unix))]
    let path = String::from_utf8_lossy(bytes).into_owned().into();
    path
}

/// Reads one file, or standard input for `-`.
pub(super) fn read_one(path: &Path, reading: &Reading) -> Result<Document, Failure> {
    let name = path.display().to_string();
    let bytes = if name == "-" { standard_input(reading) } else { file(path, reading) };
    bytes.and_then(|bytes| document(&name, &bytes, reading)).map_err(|problem| Failure {
        path: name.clone(),
        message: problem.message,
        remedy: problem.remedy,
    })
}

/// Reads one file, or what git has of it: `HEAD~1:terms.md`.
pub(super) fn read_version(path: &Path, reading: &Reading) -> Result<Document, Failure> {
    let name = path.display().to_string();
    if path.exists() || !git::is_revision(&name) {
        return read_one(path, reading);
    }
    let blob = git::read(&name, |bytes| bytes_of(bytes, reading.limits().file_bytes));
    let bytes = match blob {
        Ok(read) => read,
        Err(said) => Err(Problem::new(
            format!("there is no such file, and git says: {said}"),
            "check the path, or the revision",
        )),
    };
    bytes.and_then(|bytes| document(&name, &bytes, reading)).map_err(|problem| Failure {
        path: name.clone(),
        message: problem.message,
        remedy: problem.remedy,
    })
}

/// The bytes of a file.
pub(super) fn bytes_at(path: &Path, reading: &Reading) -> Result<Vec<u8>, Failure> {
    file(path, reading).map_err(|problem| Failure {
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
    bytes_of(io::stdin().lock(), reading.limits().file_bytes)
}

fn file(path: &Path, reading: &Reading) -> Result<Vec<u8>, Problem> {
    let file = File::open(path).map_err(|error| Problem::of_file(&error))?;
    steady(&file, &file, reading.limits().file_bytes)
}

/// The bytes of a file, of which no part is older than another.
fn steady(file: &File, bytes: impl Read, limit: u64) -> Result<Vec<u8>, Problem> {
    // A pipe or a device has no size and no time that would tell.
    let seen = || file.metadata().ok().filter(Metadata::is_file);
    let state = |seen: Metadata| (seen.len(), seen.modified().ok());
    let before = seen().map(state);
    let bytes = bytes_of(bytes, limit)?;
    if before.is_some() && before != seen().map(state) {
        return Err(Problem::new("it changed while it was read", "run the check again"));
    }
    Ok(bytes)
}

/// All bytes of a file or pipe, which may be no regular file and never end.
fn bytes_of(source: impl Read, limit: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::of_file(&error))?;
    Bound::FileBytes.check(bytes.len() as u64, limit, "the file").map_err(ReadError::from)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Seek, Write};

    /// Reads a file to which somebody else writes in the middle of it.
    struct Disturbed<'f>(&'f File);

    impl Read for Disturbed<'_> {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(bytes)?;
            if read > 0 {
                self.0.write_all(b"more")?;
            }
            Ok(read)
        }
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_not_judged() {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(b"4.1 Fees").expect("written");
        file.rewind().expect("rewound");
        let changed = steady(&file, Disturbed(&file), 100).map_err(|problem| problem.message);
        assert_eq!(changed, Err("it changed while it was read".to_owned()));
        file.rewind().expect("rewound");
        assert!(steady(&file, &file, 100).is_ok_and(|bytes| bytes.starts_with(b"4.1 Fees")));
    }
}
