//! Contracts judged: findings raised, and all that a report says of a contract.

mod finding;
mod review;

pub use finding::{ClauseRef, Finding, Label, Severity, Side, Status};
pub use review::{Review, ReviewedParty, SheetLine};
