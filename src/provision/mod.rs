//! Which sentences do what: the catalogue's words found in a contract, its
//! provisions marked, and the conditions rules put to both.
//!
//! Nothing here raises a finding.

mod hits;
mod reading;

pub(crate) use reading::{Cancelled, Occurrence, Outcome, Provision, Reading, Spot, Unmet};
