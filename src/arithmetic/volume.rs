//! What a volume costs where its price has tiers, and what recurs from month
//! to month.

use rust_decimal::Decimal;

/// A tier of a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceTier {
    /// The volume from which on it holds.
    pub above: Decimal,
    /// The volume up to which it holds; without one, however much is used.
    pub up_to: Option<Decimal>,
    /// What a unit costs.
    pub price: Decimal,
}

impl PriceTier {
    /// The part of a volume that lies in it.
    pub fn part_of(&self, volume: Decimal) -> Decimal {
        let end = self.up_to.map_or(volume, |up_to| up_to.min(volume));
        end.saturating_sub(self.above).max(Decimal::ZERO)
    }
}

/// A volume at prices that each hold for their own part of it. `None` where
/// the tiers do not cover the volume.
pub fn graduated(volume: Decimal, tiers: &[PriceTier]) -> Option<Decimal> {
    let mut covered = Decimal::ZERO;
    let mut sum = Decimal::ZERO;
    for tier in tiers {
        let part = tier.part_of(volume);
        covered = covered.checked_add(part)?;
        sum = sum.checked_add(part.checked_mul(tier.price)?)?;
    }
    (covered == volume).then_some(sum)
}

/// A volume at the one price of the tier that it reaches. A volume at the
/// border of two tiers lies in the lower.
pub fn at_reached_tier(volume: Decimal, tiers: &[PriceTier]) -> Option<Decimal> {
    let holds = |tier: &&PriceTier| {
        let from = volume > tier.above || (volume.is_zero() && tier.above.is_zero());
        from && tier.up_to.is_none_or(|up_to| volume <= up_to)
    };
    volume.checked_mul(tiers.iter().find(holds)?.price)
}

/// How many times a first price is paid after so many yearly rises of `uplift`
/// per cent: (1 + u)^n. At most 100 rises.
pub fn growth(uplift: Decimal, rises: u32) -> Option<Decimal> {
    if rises > 100 {
        return None;
    }
    let year = Decimal::ONE.checked_add(uplift.checked_div(Decimal::ONE_HUNDRED)?)?;
    (0..rises).try_fold(Decimal::ONE, |all, _| all.checked_mul(year))
}

/// How often a price that rises every twelve months, for the first time after
/// `first` of them, has risen by a month (counted from 1).
pub fn rises_by(month: u32, first: u32) -> u32 {
    if month > first { 1 + (month - 1 - first) / 12 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tier(above: Decimal, up_to: Option<Decimal>, price: Decimal) -> PriceTier {
        PriceTier { above, up_to, price }
    }

    #[test]
    fn two_million_minutes_in_two_tiers() {
        let tiers = [
            tier(dec!(0), Some(dec!(1000000)), dec!(0.0068)),
            tier(dec!(1000000), None, dec!(0.0056)),
        ];
        assert_eq!(graduated(dec!(2000000), &tiers), Some(dec!(12400)));
        assert_eq!(at_reached_tier(dec!(2000000), &tiers), Some(dec!(11200)));
        assert_eq!(at_reached_tier(dec!(1000000), &tiers), Some(dec!(6800)));
        assert_eq!(graduated(dec!(2000000), &tiers[..1]), None, "no price for the second half");
    }

    #[test]
    fn rises_come_once_a_year() {
        let rises: Vec<u32> = [1, 12, 13, 24, 25, 36].map(|month| rises_by(month, 12)).to_vec();
        assert_eq!(rises, [0, 0, 1, 1, 2, 2]);
        assert_eq!(growth(dec!(5), 2), Some(dec!(1.1025)));
        assert_eq!(growth(dec!(5), 101), None);
    }

    proptest! {
        /// Splitting a tier changes nothing; more use never costs less; and where
        /// prices fall with volume, the reached tier is never dearer.
        #[test]
        fn tiers_add_up(
            volume in 0u32..5_000_000,
            border in 1u32..2_000_000,
            first in 1u32..10_000,
            less in 0u32..10_000,
        ) {
            let (low, high) = (Decimal::from(first.max(less)), Decimal::from(first.min(less)));
            let (volume, border) = (Decimal::from(volume), Decimal::from(border));
            let split = [tier(Decimal::ZERO, Some(border), low), tier(border, None, low)];
            prop_assert_eq!(graduated(volume, &split), Some(volume * low));
            let falling = [tier(Decimal::ZERO, Some(border), low), tier(border, None, high)];
            let own = graduated(volume, &falling).unwrap();
            prop_assert!(at_reached_tier(volume, &falling).unwrap() <= own);
            prop_assert!(graduated(volume + Decimal::ONE, &falling).unwrap() >= own);
        }
    }
}
