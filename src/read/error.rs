//! Why a file could not be read, for every reader.

use crate::ooxml::PackageError;
use crate::source::{DecodeError, Exceeded};

/// What is wrong with a file. The message does not name the file: whoever
/// reports it does.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// Nothing a person could read: blank, or pictures of pages.
    #[error("there is no text in it")]
    NoText,
    /// Not text in an encoding we know.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// Not a Word document we can read, or another format under a text's name.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// Over one of the bounds on untrusted files.
    #[error(transparent)]
    Bound(#[from] Exceeded),
}

impl ReadError {
    /// What the user can do about it, where there is something.
    pub fn remedy(&self) -> Option<String> {
        match self {
            Self::Empty => None,
            Self::NoText => Some("if it is a scan, ask for the file it was made from".to_owned()),
            Self::Decode(_) => Some("save it as UTF-8 text".to_owned()),
            Self::Package(error) => Some(error.remedy()),
            Self::Bound(exceeded) => Some(exceeded.remedy()),
        }
    }
}
