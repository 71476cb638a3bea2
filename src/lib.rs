//! fineprint reads a contract the way a compiler reads a program.
//!
//! The modules stand in the order in which a file passes through them; each
//! imports only from those above it.

pub mod arithmetic;
pub mod check;
pub mod clause;
pub mod matching;
pub mod quantity;
pub mod read;
pub mod source;
