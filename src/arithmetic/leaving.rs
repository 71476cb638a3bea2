//! What it costs to leave before the end of a term.

use rust_decimal::Decimal;

/// A share in per cent of the fees of the months that remain. Nothing once the
/// term is over.
pub fn termination_sum(
    monthly: Decimal,
    months: u32,
    after: u32,
    share: Decimal,
) -> Option<Decimal> {
    let rest = monthly.checked_mul(months.saturating_sub(after).into())?;
    rest.checked_mul(share)?.checked_div(Decimal::ONE_HUNDRED)
}

/// What a discount already enjoyed comes to, where it has to be paid back: its
/// per cent of the list price of the time past.
pub fn claw_back(list_price: Decimal, discount: Decimal) -> Option<Decimal> {
    list_price.checked_mul(discount)?.checked_div(Decimal::ONE_HUNDRED)
}

/// The first month of a term after which it costs less to leave, pay the share
/// of the rest and buy elsewhere at another monthly price, than to stay: where
/// remaining x (p - q) exceeds what leaving costs. `None` where it never does.
pub fn leaving_pays_after(
    monthly: Decimal,
    elsewhere: Decimal,
    months: u32,
    fee: impl Fn(u32) -> Option<Decimal>,
) -> Option<u32> {
    let saved_a_month = monthly.checked_sub(elsewhere)?;
    (0..months).find(|&after| {
        let saved = saved_a_month.checked_mul((months - after).into());
        matches!((saved, fee(after)), (Some(saved), Some(fee)) if saved > fee)
    })
}

/// What is lost of a fee paid for `months` in advance, without refund, when the
/// contract ends after `after` of them.
pub fn prepaid_lost(fee: Decimal, months: u32, after: u32) -> Option<Decimal> {
    fee.checked_mul(months.saturating_sub(after).into())?.checked_div(months.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_after_fourteen_of_thirty_six_months() {
        let rest = |share| termination_sum(dec!(5000), 36, 14, share);
        assert_eq!(rest(dec!(100)), Some(dec!(110000)));
        assert_eq!(rest(dec!(50)), Some(dec!(55000)));
        assert_eq!(termination_sum(dec!(5000), 36, 40, dec!(50)), Some(dec!(0)));
        assert_eq!(claw_back(dec!(300000), dec!(15)), Some(dec!(45000)));
    }

    #[test]
    fn the_month_in_which_leaving_becomes_cheaper() {
        let flat = |_| Some(dec!(30000));
        assert_eq!(leaving_pays_after(dec!(5000), dec!(3000), 36, flat), Some(0));
        let half = |after| termination_sum(dec!(5000), 36, after, dec!(50));
        assert_eq!(leaving_pays_after(dec!(5000), dec!(3000), 36, half), None);
        assert_eq!(leaving_pays_after(dec!(5000), dec!(2000), 36, half), Some(0));
        let from_second_year = |after| Some(if after < 12 { dec!(90000) } else { dec!(20000) });
        assert_eq!(leaving_pays_after(dec!(5000), dec!(3000), 36, from_second_year), Some(12));
        assert_eq!(leaving_pays_after(dec!(3000), dec!(5000), 36, flat), None);
    }

    #[test]
    fn what_is_prepaid_is_lost() {
        assert_eq!(prepaid_lost(dec!(60000), 12, 5), Some(dec!(35000)));
        assert_eq!(prepaid_lost(dec!(60000), 0, 5), None);
    }
}
