//! The months of an offer: what recurs, what rises, what a discount takes off
//! and what a commitment adds.

use crate::arithmetic::{growth, money, rises_by, separated};
use rust_decimal::Decimal;

/// Something that is paid each month.
#[derive(Debug, Clone, Default)]
pub(super) struct Stream {
    /// However much is used.
    pub(super) flat: Decimal,
    /// By use.
    pub(super) used: Decimal,
}

/// A share taken off the price for the first months.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    /// In per cent.
    pub(super) share: Decimal,
    /// For how many months; without, for all.
    pub(super) months: Option<u32>,
    /// By stream: whether it is taken off the flat fee and off what is used.
    pub(super) on: Vec<(bool, bool)>,
}

/// A yearly rise.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rise {
    /// In per cent.
    pub(super) share: Decimal,
    /// The months before the first.
    pub(super) first: u32,
}

/// What is paid at least.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    pub(super) amount: Decimal,
    /// Over how many months it is reckoned up.
    pub(super) every: u32,
}

/// An amount and how it was worked out: `12 x 4,370 x 4%`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) amount: Decimal,
    steps: Vec<(u32, String, Decimal)>,
}

impl Sum {
    /// Adds what comes up in a month; the same again is counted.
    fn add(&mut self, amount: Decimal, working: String) -> Option<()> {
        self.amount = self.amount.checked_add(amount)?;
        match self.steps.last_mut() {
            Some((count, known, _)) if *known == working => *count += 1,
            _ => self.steps.push((1, working, amount)),
        }
        Some(())
    }

    pub(super) fn working(&self) -> String {
        let step = |(count, working, _): &(u32, String, Decimal)| format!("{count} x {working}");
        self.steps.iter().map(step).collect::<Vec<_>>().join(" + ")
    }
}

/// An offer over its months.
#[derive(Debug, Default)]
pub(super) struct Bill {
    /// What each month costs.
    pub(super) months: Vec<Decimal>,
    /// What of it is due whether or not the service is used, before what a
    /// commitment adds.
    pub(super) fixed: Vec<Decimal>,
    /// By stream, over all months.
    pub(super) streams: Vec<Decimal>,
    /// What the rise adds.
    pub(super) risen: Sum,
    /// By discount, what it takes off.
    pub(super) cuts: Vec<Sum>,
    /// By commitment, what it adds.
    pub(super) topped: Vec<Sum>,
}

/// Works out so many months. `None` where a figure grows beyond all measure.
pub(super) fn bill(
    streams: &[Stream],
    cuts: &[Cut],
    rise: Option<Rise>,
    least: &[Least],
    months: u32,
) -> Option<Bill> {
    let mut bill = Bill {
        streams: vec![Decimal::ZERO; streams.len()],
        cuts: vec![Sum::default(); cuts.len()],
        topped: vec![Sum::default(); least.len()],
        ..Bill::default()
    };
    let base = streams.iter().try_fold(Decimal::ZERO, |all, stream| {
        all.checked_add(stream.flat)?.checked_add(stream.used)
    })?;
    for month in 1..=months {
        let grown = match rise {
            Some(rise) => growth(rise.share, rises_by(month, rise.first))?,
            None => Decimal::ONE,
        };
        if grown > Decimal::ONE {
            let share = grown.checked_sub(Decimal::ONE)?;
            let percent = separated(share.checked_mul(Decimal::ONE_HUNDRED)?.normalize());
            bill.risen.add(base.checked_mul(share)?, format!("{} x {percent}%", money(base)))?;
        }
        let mut of_cuts = vec![Decimal::ZERO; cuts.len()];
        let (mut due, mut fixed) = (Decimal::ZERO, Decimal::ZERO);
        for (index, stream) in streams.iter().enumerate() {
            let mut parts = [stream.flat.checked_mul(grown)?, stream.used.checked_mul(grown)?];
            for (cut, before) in cuts.iter().zip(&mut of_cuts) {
                let on = cut.on.get(index).copied().unwrap_or_default();
                let runs = cut.months.is_none_or(|last| month <= last);
                for (part, applies) in parts.iter_mut().zip([on.0, on.1]) {
                    if applies && runs {
                        *before = before.checked_add(*part)?;
                        let off = part.checked_mul(cut.share)?.checked_div(Decimal::ONE_HUNDRED)?;
                        *part = part.checked_sub(off)?;
                    }
                }
            }
            let own = parts[0].checked_add(parts[1])?;
            bill.streams[index] = bill.streams[index].checked_add(own)?;
            due = due.checked_add(own)?;
            fixed = fixed.checked_add(parts[0])?;
        }
        for ((cut, before), sum) in cuts.iter().zip(of_cuts).zip(&mut bill.cuts) {
            if !before.is_zero() {
                let off = before.checked_mul(cut.share)?.checked_div(Decimal::ONE_HUNDRED)?;
                sum.add(off, format!("{} x {}%", money(before), separated(cut.share.normalize())))?;
            }
        }
        bill.months.push(due);
        bill.fixed.push(fixed);
        top_up(&mut bill, least, month, months)?;
    }
    Some(bill)
}

/// At the end of each period of a commitment, and of all months, adds what the
/// months of the period fall short of it; the last may be a part of a period.
fn top_up(bill: &mut Bill, least: &[Least], month: u32, months: u32) -> Option<()> {
    for (commitment, sum) in least.iter().zip(&mut bill.topped) {
        let rest = month % commitment.every.max(1);
        if rest != 0 && month != months {
            continue;
        }
        let length = if rest == 0 { commitment.every.max(1) } else { rest };
        let part = commitment.amount.checked_mul(length.into())?;
        let committed = part.checked_div(commitment.every.max(1).into())?;
        let start = bill.months.len().saturating_sub(length as usize);
        let paid = bill.months[start..]
            .iter()
            .try_fold(Decimal::ZERO, |all, month| all.checked_add(*month))?;
        let short = committed.checked_sub(paid)?;
        if short > Decimal::ZERO {
            sum.add(short, format!("({} - {})", money(committed), money(paid)))?;
            let last = bill.months.last_mut()?;
            *last = last.checked_add(short)?;
        }
    }
    Some(())
}
