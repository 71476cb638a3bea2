//! Sums shown beside a finding.

use super::raise::Bench;
use crate::catalogue::Working;
use crate::provision::Occurrence;

/// The sum a rule asks for, from the quantities where it was raised; `None`
/// where they are not there.
pub(super) fn working(_working: Working, _bench: &Bench, _at: &Occurrence) -> Option<String> {
    None
}
