//! Prices over time: uplifts, discounts, commitments and the cost of leaving.

use rust_decimal::Decimal;

/// A yearly fee of `years` years that rises by `uplift` per cent each year, in
/// all: F ((1 + u)^n - 1)/u. At most 100 years.
pub fn uplift_total(fee: Decimal, uplift: Decimal, years: u32) -> Option<Decimal> {
    if years > 100 {
        return None;
    }
    let growth = Decimal::ONE.checked_add(uplift.checked_div(Decimal::ONE_HUNDRED)?)?;
    let (mut total, mut this_year) = (Decimal::ZERO, fee);
    for _ in 0..years {
        total = total.checked_add(this_year)?;
        this_year = this_year.checked_mul(growth)?;
    }
    Some(total)
}

/// How much more that is, in per cent, than the first fee every year.
pub fn uplift_rise(uplift: Decimal, years: u32) -> Option<Decimal> {
    if years == 0 {
        return None;
    }
    let share = uplift_total(Decimal::ONE, uplift, years)?.checked_div(years.into())?;
    share.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// How much a price rises, in per cent, when a discount in per cent ends:
/// 1/(1 - d) - 1.
pub fn lost_discount_rise(discount: Decimal) -> Option<Decimal> {
    let left = Decimal::ONE_HUNDRED.checked_sub(discount)?;
    if left <= Decimal::ZERO || discount < Decimal::ZERO {
        return None;
    }
    discount.checked_div(left)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// What a unit really costs when `committed` units are paid for at a price and
/// `used` are used: p x C/Q, or the price itself where all are used.
pub fn effective_unit_price(price: Decimal, committed: Decimal, used: Decimal) -> Option<Decimal> {
    if used >= committed {
        return Some(price);
    }
    price.checked_mul(committed)?.checked_div(used)
}

/// The share of a commitment, in per cent, that must be used before it costs
/// less than paying as one goes: p/q.
pub fn break_even_share(price: Decimal, pay_as_you_go: Decimal) -> Option<Decimal> {
    price.checked_div(pay_as_you_go)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// What leaving costs: a share in per cent of the fees of the months that
/// remain. Nothing once the term is over.
pub fn termination_sum(
    monthly: Decimal,
    months: u32,
    after: u32,
    share: Decimal,
) -> Option<Decimal> {
    let rest = monthly.checked_mul(months.saturating_sub(after).into())?;
    rest.checked_mul(share)?.checked_div(Decimal::ONE_HUNDRED)
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
    fn five_years_of_uplift() {
        for (uplift, total, rise) in [
            (dec!(3), dec!(530914), dec!(6.2)),
            (dec!(5), dec!(552563), dec!(10.5)),
            (dec!(7), dec!(575074), dec!(15.0)),
            (dec!(10), dec!(610510), dec!(22.1)),
        ] {
            let found = uplift_total(dec!(100000), uplift, 5).unwrap();
            assert_eq!(found.round_dp(0), total);
            assert_eq!(uplift_rise(uplift, 5).unwrap().round_dp(1), rise);
        }
        assert_eq!(uplift_total(dec!(100), dec!(0), 3), Some(dec!(300)));
        assert_eq!(uplift_total(Decimal::MAX, dec!(5), 5), None);
    }

    #[test]
    fn a_lost_discount_is_a_rise() {
        assert_eq!(lost_discount_rise(dec!(30)).unwrap().round_dp(1), dec!(42.9));
        assert_eq!(lost_discount_rise(dec!(100)), None);
    }

    #[test]
    fn a_commitment_half_used() {
        let price = effective_unit_price(dec!(10), dec!(1000), dec!(600)).unwrap();
        assert_eq!(price.round_dp(2), dec!(16.67));
        assert_eq!(effective_unit_price(dec!(10), dec!(1000), dec!(0)), None);
        assert_eq!(effective_unit_price(dec!(10), dec!(1000), dec!(1200)), Some(dec!(10)));
        assert_eq!(break_even_share(dec!(10), dec!(14)).unwrap().round_dp(1), dec!(71.4));
    }

    #[test]
    fn leaving_early() {
        assert_eq!(termination_sum(dec!(5000), 36, 14, dec!(100)), Some(dec!(110000)));
        assert_eq!(termination_sum(dec!(5000), 36, 14, dec!(50)), Some(dec!(55000)));
        assert_eq!(termination_sum(dec!(5000), 36, 40, dec!(50)), Some(dec!(0)));
        assert_eq!(prepaid_lost(dec!(60000), 12, 5), Some(dec!(35000)));
    }
}
