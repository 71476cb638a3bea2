//! fineprint reads a contract the way a compiler reads a program.
//!
//! The modules stand in the order in which a file passes through them; each
//! imports only from those above it.

pub mod source;
pub mod ooxml;
pub mod read;
pub mod matching;
pub mod quantity;
pub mod catalogue;
pub mod clause;
pub mod provision;
pub mod arithmetic;
pub mod terms;
pub mod check;
pub mod report;
pub mod cli;
