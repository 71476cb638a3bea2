//! A number in figures, in words, or in both: `thirty (30)`, `三十（30）`,
//! `30 (tiga puluh)`, `3.5万`, `1.2 million`, `5-10`.

use super::lexicon::{eat, rest, skip_space};
use super::{chinese, context, english, figures, malay, vocabulary};
use rust_decimal::Decimal;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Words,
    Figures,
    Both,
}

/// A number in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// The higher end of a range.
    pub(super) upper: Option<Decimal>,
    /// Words and figures where they differ.
    pub(super) disagree: Option<(Decimal, Decimal)>,
    pub(super) style: Style,
    /// The offset behind it.
    pub(super) end: usize,
}

/// The number at an offset, with its range.
pub(super) fn number(text: &str, at: usize) -> Option<Number> {
    let mut first = pair(text, at)?;
    if let Some(start) = context::joint(text, at, first.end)
        && let Some(second) = pair(text, start)
        && second.value > first.value
    {
        first.upper = Some(second.value);
        first.disagree = first.disagree.or(second.disagree);
        first.end = second.end;
    }
    Some(first)
}

/// A number and, in parentheses, the same in the other style.
fn pair(text: &str, at: usize) -> Option<Number> {
    let first = single(text, at)?;
    let Some(open) = eat(text, skip_space(text, first.end), "(") else { return Some(first) };
    let Some(second) = single(text, skip_space(text, open)) else { return Some(first) };
    let Some(end) = eat(text, skip_space(text, second.end), ")") else { return Some(first) };
    if first.style == second.style {
        return Some(first);
    }
    Some(Number { end, ..agreed(first, second) })
}

/// One number written twice. Where the two differ the words stand.
pub(super) fn agreed(first: Number, second: Number) -> Number {
    let words_first = first.style == Style::Words;
    let (words, figures) = if words_first { (first, second) } else { (second, first) };
    let disagree = (words.value != figures.value).then_some((words.value, figures.value));
    Number { disagree, style: Style::Both, end: second.end, ..words }
}

/// A number in one style.
fn single(text: &str, at: usize) -> Option<Number> {
    let number = |(value, end), style| Number { value, upper: None, disagree: None, style, end };
    if let Some((value, end)) = figures::figures(text, at) {
        let (value, end) = match figures::fraction(text, value, end) {
            Some(mixed) => mixed,
            None => scaled(text, value, end)?,
        };
        return Some(number(with_half(text, (value, end))?, Style::Figures));
    }
    let words = match rest(text, at).as_bytes().first()? {
        b'a'..=b'z' => english::number(text, at).or_else(|| malay::number(text, at)),
        _ => chinese::number(text, at),
    }?;
    Some(number(with_half(text, words)?, Style::Words))
}

/// `一个半`, `3个半`: a half behind the counter.
fn with_half(text: &str, (value, end): (Decimal, usize)) -> Option<(Decimal, usize)> {
    match eat(text, end, "个半") {
        Some(end) => Some((value.checked_add(Decimal::new(5, 1))?, end)),
        None => Some((value, end)),
    }
}

/// A figure with its scale: `1.2 million`, `3.5万`, `5 juta`.
fn scaled(text: &str, value: Decimal, end: usize) -> Option<(Decimal, usize)> {
    if let Some((by, end)) = chinese::multiplier(text, end) {
        return Some((value.checked_mul(by)?, end));
    }
    match vocabulary::SCALES.at(text, skip_space(text, end)) {
        Some((power, end)) => Some((value.checked_mul(Decimal::from(10u64.pow(power)))?, end)),
        None => Some((value, end)),
    }
}
