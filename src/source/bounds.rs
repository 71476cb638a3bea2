//! How much of a stranger's file we are willing to take.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};

/// The bounds files are read within. All may be raised by a user who trusts a
/// file; the defaults hold every contract we have seen many times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file itself, in bytes.
    pub file_bytes: u64,
    /// Size of one paragraph, heading or cell, in bytes.
    pub paragraph_bytes: u64,
    /// How deep lists may nest.
    pub list_depth: u64,
    /// How deep tables may nest.
    pub table_depth: u64,
    /// Members of a Word file's zip.
    pub entries: u64,
    /// Size of one part, unpacked, in bytes.
    pub part_bytes: u64,
    /// Size of all parts read, unpacked, in bytes.
    pub total_bytes: u64,
    /// How many times larger than its packed form a part over 1 MiB may be.
    pub ratio: u64,
    /// How deep XML elements may nest.
    pub xml_depth: u64,
    /// Findings kept of one contract, the gravest.
    pub findings: u64,
    /// Time one contract may take, in seconds.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256 << 20,
            paragraph_bytes: 1 << 20,
            list_depth: 64,
            table_depth: 32,
            entries: 10_000,
            part_bytes: 64 << 20,
            total_bytes: 256 << 20,
            ratio: 500,
            xml_depth: 256,
            findings: 10_000,
            seconds: 60,
        }
    }
}

impl Limits {
    /// Sets one bound.
    pub fn set(&mut self, bound: Bound, limit: u64) {
        *match bound {
            Bound::FileBytes => &mut self.file_bytes,
            Bound::ParagraphBytes => &mut self.paragraph_bytes,
            Bound::ListDepth => &mut self.list_depth,
            Bound::TableDepth => &mut self.table_depth,
            Bound::Entries => &mut self.entries,
            Bound::PartBytes => &mut self.part_bytes,
            Bound::TotalBytes => &mut self.total_bytes,
            Bound::Ratio => &mut self.ratio,
            Bound::XmlDepth => &mut self.xml_depth,
            Bound::Findings => &mut self.findings,
            Bound::Seconds => &mut self.seconds,
        } = limit;
    }
}

/// Which bound a file went over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// [`Limits::file_bytes`]
    FileBytes,
    /// [`Limits::paragraph_bytes`]
    ParagraphBytes,
    /// [`Limits::list_depth`]
    ListDepth,
    /// [`Limits::table_depth`]
    TableDepth,
    /// [`Limits::entries`]
    Entries,
    /// [`Limits::part_bytes`]
    PartBytes,
    /// [`Limits::total_bytes`]
    TotalBytes,
    /// [`Limits::ratio`]
    Ratio,
    /// [`Limits::xml_depth`]
    XmlDepth,
    /// [`Limits::findings`]
    Findings,
    /// [`Limits::seconds`]
    Seconds,
}

impl Bound {
    /// All bounds.
    pub const ALL: [Self; 11] = [
        Self::FileBytes,
        Self::ParagraphBytes,
        Self::ListDepth,
        Self::TableDepth,
        Self::Entries,
        Self::PartBytes,
        Self::TotalBytes,
        Self::Ratio,
        Self::XmlDepth,
        Self::Findings,
        Self::Seconds,
    ];

    /// The bound's name, as the command line spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FileBytes => "file-bytes",
            Self::ParagraphBytes => "paragraph-bytes",
            Self::ListDepth => "list-depth",
            Self::TableDepth => "table-depth",
            Self::Entries => "entries",
            Self::PartBytes => "part-bytes",
            Self::TotalBytes => "total-bytes",
            Self::Ratio => "ratio",
            Self::XmlDepth => "xml-depth",
            Self::Findings => "findings",
            Self::Seconds => "seconds",
        }
    }

    /// An error where `value` is over `limit`. `subject` is the file, the part
    /// or the place that went over.
    ///
    /// # Errors
    /// [`Exceeded`], which names all three.
    pub fn check(self, value: u64, limit: u64, subject: &str) -> Result<(), Exceeded> {
        if value <= limit {
            return Ok(());
        }
        Err(Exceeded { bound: self, limit, subject: subject.to_owned() })
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileBytes => "is larger, in bytes, than",
            Self::ParagraphBytes => "is longer, in bytes, than",
            Self::ListDepth => "nests lists deeper than",
            Self::TableDepth => "nests tables deeper than",
            Self::Entries => "holds more members than",
            Self::PartBytes => "unpacks to more bytes than",
            Self::TotalBytes => "unpacks, all parts together, to more bytes than",
            Self::Ratio => "is packed more times over, as a zip bomb is, than",
            Self::XmlDepth => "nests XML elements deeper than",
            Self::Findings => "raises more findings than",
            Self::Seconds => "takes longer, in seconds, than",
        })
    }
}

/// Over one of the bounds on untrusted files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{subject} {bound} the limit of {limit}")]
pub struct Exceeded {
    /// Which bound.
    pub bound: Bound,
    /// Its value.
    pub limit: u64,
    /// The file, a part in it or a place.
    pub subject: String,
}

impl Exceeded {
    /// What the user can do about it.
    pub fn remedy(&self) -> String {
        format!("if you trust the file, raise it: --bound {}=N", self.bound.name())
    }
}

/// The text of a file that is read as a whole and is never long. What is longer
/// is not read to its end, which a device does not have.
///
/// # Errors
/// When it cannot be read, is longer than `limit` bytes or is not UTF-8.
pub fn text_within(path: &Path, limit: u64) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(limit.saturating_add(1)).read_to_string(&mut text)?;
    if text.len() as u64 > limit {
        let message = format!("it is larger than the {limit} bytes that such a file may have");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(text)
}

/// When the work on a contract is to stop. It is asked between pieces of work
/// that are short whatever the contract says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// So many seconds from now.
    pub fn after(seconds: u64) -> Self {
        // What no clock can tell is no limit.
        Self(Instant::now().checked_add(Duration::from_secs(seconds)))
    }

    /// Whether it is over. Without a deadline it never is.
    pub fn passed(self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bound_has_a_name_of_its_own_and_can_be_set() {
        for bound in Bound::ALL {
            assert_eq!(Bound::ALL.iter().filter(|b| b.name() == bound.name()).count(), 1);
            let mut limits = Limits::default();
            limits.set(bound, 1);
            assert_ne!(limits, Limits::default(), "{}", bound.name());
        }
    }

    #[test]
    fn no_deadline_never_passes() {
        assert!(!Deadline::default().passed());
        assert!(!Deadline::after(u64::MAX).passed());
        assert!(Deadline::after(0).passed());
    }
}
