//! Whether the demands of a position lie in their order: ideal, acceptable, who
//! approves, walking away.

use super::fields::{Amount, DemandField};
use super::file::PositionFile;
use crate::catalogue::TermRule;
use crate::check::order;
use std::cmp::Ordering;

/// A figure that does not stand where it should.
pub(super) struct Disorder<'f> {
    pub(super) amount: &'f Amount,
    pub(super) message: &'static str,
    pub(super) help: Option<String>,
}

/// The figures of a position that do not stand where they should.
pub(super) fn disorders<'f>(term: &TermRule, file: &'f PositionFile) -> Vec<Disorder<'f>> {
    let (higher, acceptable) = match &file.acceptable {
        DemandField::AtLeast(amount) => (true, amount),
        DemandField::AtMost(amount) => (false, amount),
        DemandField::Below(amount) | DemandField::Above(amount) => {
            let help = Some("write {at-least: ..} or {at-most: ..}".to_owned());
            let message = "the bound of what is acceptable is itself acceptable";
            return vec![Disorder { amount, message, help }];
        }
        DemandField::Present | DemandField::Absent | DemandField::OneOf(_) => return Vec::new(),
    };
    let worse = if higher { Ordering::Less } else { Ordering::Greater };
    let is = |one: &Amount, than: &Amount, how: Ordering| {
        order(term, &one.quantity, false, &than.quantity) == Some(how)
    };
    let mut found = Vec::new();
    match (&file.ideal, higher) {
        (Some(DemandField::AtLeast(amount)), true) | (Some(DemandField::AtMost(amount)), false) => {
            let message = "the ideal is worse than what is acceptable";
            found.extend(is(amount, acceptable, worse).then_some((amount, message, None)));
        }
        (other, _) => found.extend(other.as_ref().and_then(DemandField::amount).map(|amount| {
            let key = if higher { "at-least" } else { "at-most" };
            let message = "the ideal and what is acceptable point to different sides";
            (amount, message, Some(format!("write {{{key}: {}}}", amount.written)))
        })),
    }
    let mut last = acceptable;
    for to in file.approvals.iter().filter_map(|approval| approval.to.as_ref()) {
        let message = "the approvals do not go from acceptable to walking away";
        let help = "the first approval lies next to what is acceptable".to_owned();
        found.extend(is(to, last, worse.reverse()).then_some((to, message, Some(help))));
        last = to;
    }
    match (&file.walk_away, higher) {
        (Some(DemandField::Below(amount)), true) | (Some(DemandField::Above(amount)), false) => {
            let message = "one walks away from what is acceptable or may be approved";
            found.extend(is(amount, last, worse.reverse()).then_some((amount, message, None)));
        }
        (other, _) => found.extend(other.as_ref().and_then(DemandField::amount).map(|amount| {
            let key = if higher { "below" } else { "above" };
            let message = "walk-away says from where on the contract is not signed";
            (amount, message, Some(format!("write walk-away: {{{key}: {}}}", amount.written)))
        })),
    }
    let all = found.into_iter();
    all.map(|(amount, message, help)| Disorder { amount, message, help }).collect()
}
