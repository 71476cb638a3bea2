//! Parts of a sum told in words: `half of the remaining fees`, `剩余服务费的一半`,
//! `separuh daripada yuran`. Only what is a part of money is a percentage.

use super::lexicon::{before, rest, skip_space_back};
use super::measure::{Reading, Unit};
use super::number::{Number, Style};
use super::vocabulary::FRACTIONS;
use super::{chinese, english as en, malay as ms};
use rust_decimal::Decimal;

/// Most bytes between the part and the money it is of.
const REACH: usize = 48;

/// The part of a sum that begins at an offset, in per cent.
pub(super) fn part_of_sum(text: &str, at: usize) -> Option<Reading> {
    if before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    let (percent, end) = FRACTIONS.at(text, at)?;
    let of_money = is_before_money(text, end) || is_behind_money(text, at);
    let number = Number {
        value: Decimal::from(percent),
        upper: None,
        disagree: None,
        style: Style::Words,
        end,
    };
    of_money.then_some(Reading { number, unit: Unit::Percent { discount: false }, range: at..end })
}

fn is_before_money(text: &str, end: usize) -> bool {
    let tail = rest(text, end);
    let near = tail
        .char_indices()
        .find(|(at, c)| *at >= REACH || matches!(c, ',' | ';' | '.' | ':'))
        .map_or(tail, |(at, _)| &tail[..at]);
    let says = |words: [&[&str]; 2], holds: fn(&str, &str) -> bool| {
        words.concat().into_iter().any(|word| holds(near, word))
    };
    says([en::PART_OF, ms::PART_OF], |near, word| near.starts_with(word))
        && says([en::MONEY_NAMES, ms::MONEY_NAMES], |near, word| near.contains(word))
}

fn is_behind_money(text: &str, at: usize) -> bool {
    let head = text.get(..skip_space_back(text, at)).unwrap_or_default();
    head.strip_suffix('的').is_some_and(|head| head.ends_with(chinese::MONEY_ENDINGS))
}
