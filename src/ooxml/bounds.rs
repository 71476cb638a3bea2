//! How much of a stranger's file we are willing to unpack.

use super::PackageError;
use std::fmt;

/// The bounds a Word file is read within. All may be raised by a user who
/// trusts the file; the defaults hold every contract we have seen many times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file itself, in bytes.
    pub file_bytes: u64,
    /// Members of the zip.
    pub entries: u64,
    /// Size of one part, unpacked, in bytes.
    pub part_bytes: u64,
    /// Size of all parts read, unpacked, in bytes.
    pub total_bytes: u64,
    /// How many times larger than its packed form a part over 1 MiB may be.
    pub ratio: u64,
    /// How deep XML elements may nest.
    pub xml_depth: u64,
    /// How deep tables may nest.
    pub table_depth: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256 << 20,
            entries: 10_000,
            part_bytes: 64 << 20,
            total_bytes: 256 << 20,
            ratio: 500,
            xml_depth: 256,
            table_depth: 32,
        }
    }
}

impl Limits {
    /// Sets one bound.
    pub fn set(&mut self, bound: Bound, limit: u64) {
        *match bound {
            Bound::FileBytes => &mut self.file_bytes,
            Bound::Entries => &mut self.entries,
            Bound::PartBytes => &mut self.part_bytes,
            Bound::TotalBytes => &mut self.total_bytes,
            Bound::Ratio => &mut self.ratio,
            Bound::XmlDepth => &mut self.xml_depth,
            Bound::TableDepth => &mut self.table_depth,
        } = limit;
    }
}

/// Which bound a file went over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// [`Limits::file_bytes`]
    FileBytes,
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
    /// [`Limits::table_depth`]
    TableDepth,
}

impl Bound {
    /// All bounds.
    pub const ALL: [Self; 7] = [
        Self::FileBytes,
        Self::Entries,
        Self::PartBytes,
        Self::TotalBytes,
        Self::Ratio,
        Self::XmlDepth,
        Self::TableDepth,
    ];

    /// The bound's name, as settings spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FileBytes => "file-bytes",
            Self::Entries => "entries",
            Self::PartBytes => "part-bytes",
            Self::TotalBytes => "total-bytes",
            Self::Ratio => "ratio",
            Self::XmlDepth => "xml-depth",
            Self::TableDepth => "table-depth",
        }
    }

    /// An error where `value` is over `limit`. `subject` is the part or file
    /// that went over.
    pub fn check(self, value: u64, limit: u64, subject: &str) -> Result<(), PackageError> {
        if value <= limit {
            return Ok(());
        }
        Err(PackageError::Bound { bound: self, limit, subject: subject.to_owned() })
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileBytes => "is larger, in bytes, than",
            Self::Entries => "holds more members than",
            Self::PartBytes => "unpacks to more bytes than",
            Self::TotalBytes => "unpacks, all parts together, to more bytes than",
            Self::Ratio => "is packed more times over, as a zip bomb is, than",
            Self::XmlDepth => "nests XML elements deeper than",
            Self::TableDepth => "nests tables deeper than",
        })
    }
}
