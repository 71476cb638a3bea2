//! Figures as people read them.

use super::wording::Wording;
use rust_decimal::{Decimal, RoundingStrategy};

/// A figure rounded half up to so many places, without needless zeros,
/// thousands separated: `43,200`, `92.76`.
pub fn rounded(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    separated(rounded.normalize())
}

/// An amount of money: whole, or with two places; smaller parts of a price a
/// unit are kept.
pub fn money(value: Decimal) -> String {
    let places = if value.abs() < Decimal::ONE { 6 } else { 2 };
    let mut shown =
        value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize();
    if !shown.is_integer() && shown.scale() < 2 {
        shown.rescale(2);
    }
    separated(shown)
}

/// A figure as it is, with commas between thousands.
pub fn separated(value: Decimal) -> String {
    let plain = value.abs().to_string();
    let (whole, places) = plain.split_once('.').map_or((plain.as_str(), ""), |parts| parts);
    let mut out = String::from(if value.is_sign_negative() && !value.is_zero() { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !places.is_empty() {
        out.push('.');
        out.push_str(places);
    }
    out
}

/// Minutes in the unit people would say: seconds below a minute, minutes below
/// two hours, hours below five days, then days; three figures where there is a
/// fraction: `25.9 s`, `43.2 min`, `8.76 h`, `18.3 days`.
pub fn human_minutes(minutes: Decimal, wording: &Wording) -> String {
    in_unit_of(minutes, minutes, wording)
}

/// Minutes before and after in the unit that suits the smaller: `43.2 min → 432
/// min`.
pub fn human_change(before: Decimal, after: Decimal, wording: &Wording) -> String {
    let unit = before.abs().min(after.abs());
    let [before, after] = [before, after].map(|minutes| in_unit_of(unit, minutes, wording));
    format!("{before} → {after}")
}

/// Minutes in the unit in which people would say `size` minutes.
fn in_unit_of(size: Decimal, minutes: Decimal, wording: &Wording) -> String {
    let size = size.abs();
    let (value, unit) = if size.is_zero() {
        (minutes, &wording.minutes)
    } else if size < Decimal::ONE {
        (minutes.saturating_mul(Decimal::from(60)), &wording.seconds)
    } else if size < Decimal::from(2 * 60) {
        (minutes, &wording.minutes)
    } else if size < Decimal::from(5 * 24 * 60) {
        (minutes / Decimal::from(60), &wording.hours)
    } else {
        (minutes / Decimal::from(24 * 60), &wording.days)
    };
    let places = match value.abs() {
        value if value < Decimal::TEN => 2,
        value if value < Decimal::ONE_HUNDRED => 1,
        _ => 0,
    };
    format!("{} {unit}", rounded(value, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_as_people_say_them() {
        for (minutes, expected) in [
            (dec!(43.2), "43.2 min"),
            (dec!(525.6), "8.76 h"),
            (dec!(1.44), "1.44 min"),
            (dec!(0.432), "25.9 s"),
            (dec!(10.08), "10.1 min"),
            (dec!(3125.74), "52.1 h"),
            (dec!(26280), "18.3 days"),
            (dec!(0), "0 min"),
        ] {
            assert_eq!(human_minutes(minutes, &Wording::english()), expected);
        }
        assert!(human_minutes(Decimal::MAX, &Wording::english()).ends_with(" days"));
    }

    #[test]
    fn money_has_two_places_or_none() {
        for (amount, expected) in [
            (dec!(109377.6), "109,377.60"),
            (dec!(2400.00), "2,400"),
            (dec!(0.0068), "0.0068"),
            (dec!(1.1), "1.10"),
            (dec!(-22410.005), "-22,410.01"),
        ] {
            assert_eq!(money(amount), expected);
        }
    }

    #[test]
    fn a_change_is_told_in_one_unit() {
        let change = |before, after| human_change(before, after, &Wording::english());
        assert_eq!(change(dec!(43.2), dec!(432)), "43.2 min → 432 min");
        assert_eq!(change(dec!(432), dec!(43.2)), "432 min → 43.2 min");
        assert_eq!(change(dec!(216), dec!(432)), "3.6 h → 7.2 h");
    }

    #[test]
    fn thousands_are_separated() {
        assert_eq!(rounded(dec!(-1234567.895), 2), "-1,234,567.9");
        assert_eq!(separated(dec!(1000.00)), "1,000.00");
        assert_eq!(rounded(dec!(-0.001), 2), "0");
    }
}
