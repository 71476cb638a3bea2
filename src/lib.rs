//! fineprint reads a contract the way a compiler reads a program.
//!
//! The modules stand in the order in which a file passes through them; each
//! imports only from those above it.

pub mod catalogue;
pub mod check;
pub mod clause;
pub mod matching;
pub mod provision;
pub mod quantity;
pub mod read;
pub mod source;
pub mod terms;
