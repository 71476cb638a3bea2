//! What is paid for quantities: commitments, overage, true-ups and parts of a
//! period.

use rust_decimal::Decimal;

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

/// How much the average price rises, in per cent, when use runs `over` per cent
/// beyond what is included and that part is charged at `rate` per cent of the
/// price.
pub fn overage_rise(over: Decimal, rate: Decimal) -> Option<Decimal> {
    if over < Decimal::ZERO {
        return None;
    }
    let hundred = Decimal::ONE_HUNDRED;
    let paid = hundred.checked_add(over.checked_mul(rate)?.checked_div(hundred)?)?;
    let used = hundred.checked_add(over)?;
    paid.checked_div(used)?.checked_sub(Decimal::ONE)?.checked_mul(hundred)
}

/// What is paid, and what the use is worth, at a price a unit and period where
/// the quantity may rise from period to period but never fall.
pub fn true_up(price: Decimal, used: &[Decimal]) -> Option<(Decimal, Decimal)> {
    let (mut paid, mut worth, mut highest) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for &quantity in used {
        highest = highest.max(quantity);
        paid = paid.checked_add(price.checked_mul(highest)?)?;
        worth = worth.checked_add(price.checked_mul(quantity)?)?;
    }
    Some((paid, worth))
}

/// How a part of a year is charged when an order is added to a running term and
/// ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proration {
    /// For so many days of 365.
    Days(u32),
    /// For so many whole months of 12.
    Months(u32),
}

/// The part of a yearly fee that is due until a common end.
pub fn co_termination(fee: Decimal, part: Proration) -> Option<Decimal> {
    let (share, of) = match part {
        Proration::Days(days) => (days, 365),
        Proration::Months(months) => (months, 12),
    };
    fee.checked_mul(share.into())?.checked_div(of.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_half_used() {
        let price = effective_unit_price(dec!(10), dec!(1000), dec!(600)).unwrap();
        assert_eq!(price.round_dp(2), dec!(16.67));
        assert_eq!(effective_unit_price(dec!(10), dec!(1000), dec!(0)), None);
        assert_eq!(effective_unit_price(dec!(10), dec!(1000), dec!(1200)), Some(dec!(10)));
        assert_eq!(break_even_share(dec!(10), dec!(14)).unwrap().round_dp(1), dec!(71.4));
    }

    #[test]
    fn a_tenth_over_at_half_as_much_again() {
        assert_eq!(overage_rise(dec!(10), dec!(150)).unwrap().round_dp(1), dec!(4.5));
        assert_eq!(overage_rise(dec!(10), dec!(100)), Some(dec!(0)));
        assert_eq!(overage_rise(dec!(-1), dec!(150)), None);
    }

    #[test]
    fn seats_that_only_rise() {
        let (paid, worth) = true_up(dec!(120), &[dec!(100), dec!(140), dec!(90)]).unwrap();
        assert_eq!((paid, worth), (dec!(45600), dec!(39600)));
        assert_eq!(((paid / worth - Decimal::ONE) * Decimal::ONE_HUNDRED).round_dp(1), dec!(15.2));
    }

    #[test]
    fn an_order_that_ends_with_the_others() {
        let half = |part| co_termination(dec!(12000), part).unwrap().round_dp(2);
        assert_eq!(half(Proration::Months(6)), dec!(6000));
        assert_eq!(half(Proration::Days(181)), dec!(5950.68));
    }
}
