//! What stands around a quantity: comparators, joints of ranges, and what
//! shows that a number is none.

use super::chinese;
use super::lexicon::{before, is_han, rest, skip_space, skip_space_back};
use super::measure::{Reading, Unit};
use super::model::Comparator;
use super::vocabulary::{
    AND, BETWEEN, COMPARE_AFTER, COMPARE_BEFORE, FILLERS, LABELS, ORDINALS, TO, WINDOW_GLUE,
};
use rust_decimal::Decimal;
use std::ops::Range;

/// Parts of a window further apart than this many bytes are two.
const MOST_GLUE: usize = 32;

/// The comparator of a quantity. Words behind it win: `within 30 days or
/// less` bounds no further than its last words.
pub(super) fn comparator(text: &str, range: &Range<usize>) -> Comparator {
    if let Some((comparator, _)) = COMPARE_AFTER.at(text, skip_space(text, range.end)) {
        return comparator;
    }
    let mut end = skip_space_back(text, range.start);
    for _ in 0..3 {
        if let Some((comparator, _)) = COMPARE_BEFORE.ending_at(text, end) {
            return comparator;
        }
        let Some(((), start)) = FILLERS.ending_at(text, end) else { break };
        end = skip_space_back(text, start);
    }
    Comparator::Exactly
}

/// Where the second end of a range begins, when a joint stands at `end`. `start`
/// is where the first end begins: `and` joins only behind `between`.
pub(super) fn joint(text: &str, start: usize, end: usize) -> Option<usize> {
    let at = skip_space(text, end);
    if let Some(((), end)) = TO.at(text, at) {
        return Some(skip_space(text, end));
    }
    let ((), end) = AND.at(text, at)?;
    BETWEEN.ending_at(text, skip_space_back(text, start))?;
    Some(skip_space(text, end))
}

/// Whether the number that begins at `start` is a label, an ordinal or a part
/// of a date, so that no quantity begins there.
pub(super) fn is_label(text: &str, start: usize, value: Decimal) -> bool {
    let end = skip_space_back(text, start);
    let previous = before(text, start);
    let glued = matches!(previous, Some('#' | '§'))
        || (value == Decimal::ONE
            && previous.is_some_and(|c| chinese::NOT_ONE_AFTER.contains(&c))
            && rest(text, start).starts_with('一'));
    let inside = rest(text, start).starts_with(is_han) && previous.is_some_and(chinese::continues);
    // "20-20 days": the second half of something already refused.
    let dashed = previous == Some('-')
        && text.get(..start - 1).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    glued
        || inside
        || dashed
        || LABELS.ending_at(text, end).is_some()
        || ORDINALS.ending_at(text, end).is_some()
}

/// Whether the number that begins at `start` follows a month, itself or as the
/// second end of a range: 15日 in 每月15日, 3日 in 次月1日至3日.
pub(super) fn in_month(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or_default();
    let first = TO.ending_at(text, start).and_then(|((), at)| {
        let first = text.get(..at)?.trim_end_matches(['日', '号']);
        Some(first.trim_end_matches(|c: char| c.is_ascii_digit() || chinese::continues(c)))
    });
    head.ends_with('月')
        || first.is_some_and(|first| first.len() < head.len() && first.ends_with('月'))
}

/// Whether a hundred per cent only turns a share into a percentage: `... ÷
/// total minutes × 100%`, `100% × ...`.
pub(super) fn is_factor(text: &str, start: usize, reading: &Reading) -> bool {
    let head = text.get(..start).unwrap_or_default().trim_end();
    let sign = head.ends_with(['×', '*', '✕', '⋅', '·'])
        || [" x", ")x", "multiplied by", "乘以", "didarab dengan"]
            .iter()
            .any(|times| head.ends_with(times));
    let begins = rest(text, reading.range.end).trim_start().starts_with(['×', '✕', '*', '⋅']);
    (sign || begins)
        && matches!(reading.unit, Unit::Percent { .. })
        && reading.number.value == Decimal::ONE_HUNDRED
}

/// Whether a Chinese unit that ends here is the start of a longer word.
pub(super) fn runs_on(text: &str, end: usize) -> bool {
    before(text, end).is_some_and(is_han) && rest(text, end).starts_with(chinese::NOT_UNIT_BEFORE)
}

/// Where the next part of a window may begin behind `end`.
pub(super) fn glued(text: &str, end: usize) -> Option<usize> {
    let mut at = end;
    loop {
        if at > end + MOST_GLUE {
            return None;
        }
        let signs = rest(text, at).bytes().take(4);
        at += signs.take_while(|b| matches!(b, b' ' | b',' | b'(' | b')' | b';' | b':')).count();
        match WINDOW_GLUE.at(text, at) {
            Some(((), next)) => at = next,
            None => return Some(at),
        }
    }
}
