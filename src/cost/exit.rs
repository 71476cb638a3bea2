//! What leaving an offer before its end costs.

use super::bill::Bill;
use super::conditions::months;
use super::{Note, NoteKind};
use crate::arithmetic::money;
use crate::check::{Review, SheetLine};
use crate::quantity::{Currency, Measure};
use rust_decimal::Decimal;

/// The price of leaving early.
#[derive(Debug, Clone)]
pub struct Exit<'a> {
    /// The key term that says so.
    pub line: &'a SheetLine,
    /// Months of the term it is reckoned over.
    pub term: u32,
    /// What is due when the offer ends after each month of the term but the last.
    pub fees: Vec<ExitFee>,
}

/// What is due when an offer ends after a month.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ExitFee {
    /// The months that were served, from 1.
    pub after: u32,
    /// What is due.
    pub amount: Decimal,
    /// How it was worked out.
    pub working: String,
}

impl Exit<'_> {
    /// What is due after a quarter, a half and three quarters of the term.
    pub fn quarters(&self) -> impl Iterator<Item = &ExitFee> {
        let points = [1, 2, 3].map(|quarter| (self.term * quarter).div_ceil(4));
        self.fees.iter().filter(move |fee| points.contains(&fee.after))
    }
}

/// The exit fees of an offer whose bill runs over its whole term. `committed`
/// is the least sum of a month.
pub(super) fn exit<'a>(
    review: &'a Review,
    bill: &Bill,
    committed: Decimal,
    term: u32,
    currency: Currency,
    notes: &mut Vec<Note<'a>>,
) -> Option<Exit<'a>> {
    let line = review.sheet.iter().find(|line| line.term == "early-termination-fee")?;
    let quantity = line.quantity.as_ref()?;
    let fixed: Vec<Decimal> = bill.fixed.iter().map(|fixed| (*fixed).max(committed)).collect();
    let of_bill = fixed.iter().all(Decimal::is_zero);
    let due = if of_bill { &bill.months } else { &fixed };
    let rest = |after: u32| {
        let from = usize::try_from(after).ok()?;
        let mut months = due.get(from..)?.iter();
        months.try_fold(Decimal::ZERO, |all, month| all.checked_add(*month))
    };
    let fee = |after: u32| -> Option<(Decimal, String)> {
        match quantity.measure {
            Measure::Percent { value, .. } => {
                let rest = rest(after)?;
                let share = value.checked_div(Decimal::ONE_HUNDRED)?;
                let working = format!("{} x {}%", money(rest), value.normalize());
                Some((rest.checked_mul(share)?, working))
            }
            Measure::Money { value, currency: own } if own == currency => {
                Some((value, money(value)))
            }
            Measure::Duration { .. } => {
                let length = months(line)?;
                let month = *due.get(usize::try_from(after).ok()?)?;
                let working = format!("{length} x {}", money(month));
                Some((month.checked_mul(length.into())?, working))
            }
            _ => None,
        }
    };
    let fees: Option<Vec<ExitFee>> = (1..term)
        .map(|after| fee(after).map(|(amount, working)| ExitFee { after, amount, working }))
        .collect();
    let Some(fees) = fees else {
        notes.push(Note::about(NoteKind::ExitLeftOut, line));
        return None;
    };
    if !matches!(quantity.measure, Measure::Money { .. }) {
        let kind = if of_bill { NoteKind::ExitOfBill } else { NoteKind::ExitOfFixed };
        notes.push(Note::about(kind, line));
    }
    Some(Exit { line, term, fees })
}
