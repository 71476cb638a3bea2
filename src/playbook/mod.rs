//! Playbooks: what one side wants, accepts and walks away from, term by term,
//! with wording for each and who approves what lies between.
//!
//! A playbook becomes rules of the catalogue, one a key term or provision. How
//! a contract stands to them is judged where all rules are.

mod enter;
mod fields;
mod file;
mod order;
mod places;
mod prove;
mod read;
mod resolve;
mod words;

pub use prove::{PlaybookProof, prove_playbook};
pub use read::{Playbook, PlaybookAbout};
pub use words::PositionWords;

use crate::catalogue::bundled_texts;
use std::path::Path;

/// Whether words name a playbook to start from and not a file.
pub fn is_playbook_name(words: &str) -> bool {
    let path = Path::new(words);
    let file = path.extension().is_some() || path.components().count() > 1;
    !file
}

/// The playbooks to start from: name and text.
pub fn starting_playbooks() -> Vec<(String, &'static str)> {
    bundled_texts("playbooks")
}

/// The text of the playbook to start from of this name.
pub fn starting_playbook(name: &str) -> Option<&'static str> {
    let found = starting_playbooks().into_iter().find(|(known, _)| known == name);
    found.map(|(_, text)| text)
}
