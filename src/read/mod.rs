//! A file becomes a [`Document`]: blocks of plain text in reading order, each
//! with the way back to the source.
//!
//! Readers know their format and nothing of contracts: what is a clause, a
//! definition or a party is decided later.

mod document;
mod error;
mod markdown;
mod open;
mod redactions;
mod text;
mod word;

pub use document::{
    Block, BlockKind, Cell, Control, Document, Gap, Marker, Origin, Remark, Revision, RevisionKind,
    Run,
};
pub use error::ReadError;
pub use markdown::read_markdown;
pub use open::{format_of, read};
pub use redactions::places as redacted_places;
pub use text::read_text;
pub use word::{WordOptions, read_word};
