//! Word files as a user meets them: what is shown, where it stands, and what
//! is refused.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

#[path = "../support/mutation.rs"]
mod mutation;

mod annotated;
mod changes;
mod corpus;
mod filled;
mod damaged;
mod hostile;
mod numbers;
mod package;
mod refused;
mod shown;
mod signs;
mod written;
