//! A value of the settings and who said it.

use std::fmt;

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said otherwise.
    Default,
    /// The settings file, with the line from 1.
    File {
        /// The file, as messages name it.
        path: String,
        /// The line of the key.
        line: usize,
    },
    /// The playbook that is in force.
    Playbook,
    /// A flag of the command line, such as `--side`.
    Flag(&'static str),
}

/// A value with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<T> {
    /// The value.
    pub value: T,
    /// Who said so.
    pub origin: Origin,
}

impl<T> Told<T> {
    /// The flag's value, else the file's, else the default.
    pub(super) fn first(
        flag: Option<T>,
        name: &'static str,
        file: Option<Self>,
        default: T,
    ) -> Self {
        match (flag, file) {
            (Some(value), _) => Self { value, origin: Origin::Flag(name) },
            (None, Some(told)) => told,
            (None, None) => Self { value: default, origin: Origin::Default },
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { path, line } => write!(f, "{path}:{line}"),
            Self::Playbook => f.write_str("the playbook"),
            Self::Flag(name) => f.write_str(name),
        }
    }
}
