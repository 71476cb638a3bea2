//! Contracts judged: findings raised, and all that a report says of a contract.

mod finding;
mod review;

pub use crate::catalogue::{Severity, Side};
pub use finding::{ClauseRef, Finding, Label, Status};
pub use review::{Review, ReviewedParty, SheetLine};
