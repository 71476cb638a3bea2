//! Settings: `fineprint.yaml`, the command line's flags, and which of the two
//! said what.
//!
//! What the settings mean for a contract is decided by those who use them.

mod file;
mod find;
mod levels;
mod loaded;
mod places;
mod settings;
mod value;

pub use crate::clause::Stage;
pub use file::schema;
pub use find::{NAME, find};
pub use levels::{FailOn, Language};
pub use loaded::Loaded;
pub use settings::{Allowed, ContractFiles, Flags, Settings, Switched};
pub use value::{Origin, Told};

/// A commented file with every setting, for `fineprint init`.
pub const TEMPLATE: &str = include_str!("template.yaml");
