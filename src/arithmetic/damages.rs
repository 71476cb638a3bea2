//! Yardsticks for agreed damages and deposits under Chinese law.

use rust_decimal::Decimal;

/// The sum above which agreed damages are presumed excessive: 130 per cent of
/// the loss (法释〔2023〕13号, article 65).
pub fn excessive_above(loss: Decimal) -> Option<Decimal> {
    loss.checked_mul(Decimal::new(13, 1))
}

/// The part of a deposit (定金) that has effect: at most 20 per cent of the
/// price (民法典, article 586).
pub fn effective_deposit(agreed: Decimal, price: Decimal) -> Option<Decimal> {
    Some(agreed.min(price.checked_mul(Decimal::new(2, 1))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yardsticks() {
        assert_eq!(excessive_above(dec!(100000)), Some(dec!(130000)));
        assert_eq!(effective_deposit(dec!(30000), dec!(100000)), Some(dec!(20000)));
        assert_eq!(effective_deposit(dec!(15000), dec!(100000)), Some(dec!(15000)));
    }
}
