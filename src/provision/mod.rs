//! Which sentences do what: the catalogue's words found in a contract, its
//! provisions marked, and the conditions rules put to both.
//!
//! Nothing here raises a finding.

mod conditions;
mod found;
mod hits;
mod reading;

pub(crate) use conditions::{Cancelled, Outcome, Spot, Unmet};
pub(crate) use reading::{Occurrence, Provision, Reading};
