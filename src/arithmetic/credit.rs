//! Service credits and what they cover.

use super::availability::fraction;
use rust_decimal::Decimal;

/// One row of a credit ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Uptime in per cent below which the row applies.
    pub below: Decimal,
    /// Whether it applies at exactly that uptime too.
    pub inclusive: bool,
    /// Credit in per cent of the fee.
    pub rate: Decimal,
}

/// The credit for an uptime in per cent: the fee times the rate of the lowest
/// row the uptime falls below, at most the cap (in per cent of the fee). An
/// uptime that is below no row earns nothing. Rows may stand in any order.
pub fn credit(
    fee: Decimal,
    uptime: Decimal,
    ladder: &[Tier],
    cap: Option<Decimal>,
) -> Option<Decimal> {
    let holds = |row: &&Tier| uptime < row.below || (row.inclusive && uptime == row.below);
    let row = ladder.iter().filter(holds).min_by_key(|row| row.below);
    let rate = row.map_or(Decimal::ZERO, |row| row.rate);
    let rate = cap.map_or(rate, |cap| rate.min(cap));
    fee.checked_mul(fraction(rate)?)
}

/// The part of a fee that pays for an outage: fee x U/T, both in the same unit.
pub fn pro_rata(fee: Decimal, outage: Decimal, period: Decimal) -> Option<Decimal> {
    fee.checked_mul(outage)?.checked_div(period)
}

/// How much of a loss a credit covers, in per cent.
pub fn cover_ratio(credit: Decimal, loss: Decimal) -> Option<Decimal> {
    credit.checked_div(loss)?.checked_mul(Decimal::ONE_HUNDRED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder() -> [Tier; 3] {
        let row = |below, rate| Tier { below, inclusive: false, rate };
        [row(dec!(99.9), dec!(10)), row(dec!(99), dec!(25)), row(dec!(95), dec!(100))]
    }

    #[test]
    fn an_eight_hour_outage_is_hardly_covered() {
        let uptime = dec!(98.889);
        assert_eq!(credit(dec!(10000), uptime, &ladder(), None), Some(dec!(2500)));
        let capped = credit(dec!(10000), uptime, &ladder(), Some(dec!(10))).unwrap();
        assert_eq!(capped, dec!(1000));
        assert_eq!(capped * dec!(12), dec!(12000), "the most in a year is twelve caps");
        assert_eq!(pro_rata(dec!(10000), dec!(8), dec!(720)).unwrap().round_dp(2), dec!(111.11));
        assert_eq!(cover_ratio(dec!(2500), dec!(5000) * dec!(8)), Some(dec!(6.25)));
        assert_eq!(cover_ratio(capped, dec!(40000)), Some(dec!(2.5)));
    }

    #[test]
    fn a_flat_band_gives_no_reason_to_repair() {
        let flat = credit(dec!(10000), dec!(99.5), &ladder(), None).unwrap();
        assert_eq!((flat / dec!(43.2)).round_dp(1), dec!(23.1));
        assert_eq!((flat / dec!(432)).round_dp(1), dec!(2.3));
    }

    #[test]
    fn the_edge_of_a_row_earns_the_row_above() {
        assert_eq!(credit(dec!(100), dec!(99.9), &ladder(), None), Some(dec!(0)));
        assert_eq!(credit(dec!(100), dec!(99), &ladder(), None), Some(dec!(10)));
        assert_eq!(credit(dec!(100), dec!(50), &ladder(), None), Some(dec!(100)));
        let at_most = [Tier { inclusive: true, ..ladder()[0] }];
        assert_eq!(credit(dec!(100), dec!(99.9), &at_most, None), Some(dec!(10)));
        assert_eq!(credit(dec!(100), dec!(50), &[], None), Some(dec!(0)));
        assert_eq!(cover_ratio(dec!(1), dec!(0)), None);
    }
}
