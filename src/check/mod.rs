//! Contracts judged: findings raised, allowed or accepted before, and all that
//! a report says of a contract.

mod absence;
mod baseline;
mod builtin;
mod finding;
mod fingerprint;
mod inspect;
mod judge;
mod position;
mod prove;
mod raise;
mod review;
mod sheet;
mod suppression;
mod texts;
mod working;

pub use crate::catalogue::{Met, Severity, Side, SuggestAs};
pub use crate::terms::{Band, Credit, LadderStep};
pub use baseline::{Baseline, Changed, Files};
pub use finding::{ClauseRef, Finding, Label, Reason, Status};
pub(crate) use fingerprint::{lasting, without_place};
pub use inspect::{Inspection, Looked, LookedFor, Verdict};
pub use judge::{Judging, judge};
pub use position::PositionLine;
pub(crate) use position::{demand_words, fits, order, rule_text};
pub use prove::{Failure, Proof, prove};
pub use review::{Review, ReviewedParty, SheetLine};
pub use suppression::{Mistake, Scope, Suppression};
