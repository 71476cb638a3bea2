//! A file becomes a [`Document`]: blocks of plain text in reading order, each
//! with the way back to the source.
//!
//! Readers know their format and nothing of contracts: what is a clause, a
//! definition or a party is decided later.

mod document;
mod markdown;
mod text;

pub use document::{Block, BlockKind, Cell, Document, Marker, Remark, Revision, RevisionKind};
pub use markdown::read_markdown;
pub use text::read_text;
