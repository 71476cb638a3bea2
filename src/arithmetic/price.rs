//! Prices over time: uplifts and discounts.

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

/// The least that a formula of "the greater of a floor and an index, plus so
/// many points" raises a price each year, in per cent: the index may be zero.
pub fn least_uplift(floor: Decimal, plus: Decimal) -> Option<Decimal> {
    floor.max(Decimal::ZERO).checked_add(plus)
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
        assert_eq!(least_uplift(dec!(5), dec!(2)), Some(dec!(7)));
    }

    #[test]
    fn a_lost_discount_is_a_rise() {
        assert_eq!(lost_discount_rise(dec!(30)).unwrap().round_dp(1), dec!(42.9));
        assert_eq!(lost_discount_rise(dec!(100)), None);
    }
}
