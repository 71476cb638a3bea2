//! fineprint reads a contract the way a compiler reads a program.
//!
//! The modules stand in the order in which a file passes through them; each
//! imports only from those above it.

pub mod check;
pub mod clause;
pub mod matching;
pub mod ooxml;
pub mod read;
pub mod source;
