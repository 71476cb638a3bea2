//! Why a file could not be read, for every reader.

use crate::ooxml::PackageError;
use crate::source::DecodeError;

/// What is wrong with a file, and the remedy. The message does not name the
/// file: whoever reports it does.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// Not text in an encoding we know.
    #[error("{0}; save it as UTF-8")]
    Decode(#[from] DecodeError),
    /// Not a Word document we can read.
    #[error(transparent)]
    Package(#[from] PackageError),
}
