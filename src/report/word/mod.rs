//! Reports as Word files: comments and tracked changes put into the contract
//! itself, and a memo of its own.
//!
//! A user's file is never read and written again: what is new is put between
//! its bytes, and all others stay as they are.

mod annotate;
mod comment;
mod comments_part;
mod layout;
mod look;
mod memo;
mod patch;
mod proposal;
mod standing;
mod tag;

pub use annotate::{AnnotateError, Annotated, Annotating, annotate};
pub use memo::memo;
