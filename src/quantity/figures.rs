//! Numbers in figures: `1,000.00`, `.5`, `10`.

use super::lexicon::{before, eat, rest};
use rust_decimal::Decimal;
use std::str::FromStr;

/// Longer runs of digits are identifiers.
const MOST_DIGITS: usize = 20;

/// Length of the ASCII digits at an offset.
pub(super) fn digits(text: &str, at: usize) -> usize {
    rest(text, at).bytes().take_while(u8::is_ascii_digit).count()
}

/// The number at an offset and the offset behind it. Nothing where the digits
/// are part of a version, a telephone number or another identifier.
pub(super) fn figures(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let lead = digits(text, at);
    let inside = |c: char| c == '.' || (lead == 0 && c.is_ascii_alphanumeric());
    if before(text, at).is_some_and(inside) {
        return None;
    }
    if lead > MOST_DIGITS || (lead == 0 && !rest(text, at).starts_with('.')) {
        return None;
    }
    let mut end = at + lead;
    if (1..=3).contains(&lead) {
        end = groups(text, end);
    }
    if let Some(point) = eat(text, end, ".") {
        let places = digits(text, point);
        if places > MOST_DIGITS || (lead == 0 && places == 0) {
            return None;
        }
        if places > 0 {
            end = point + places;
        }
    }
    let is_version = rest(text, end).starts_with('.') && digits(text, end + 1) > 0;
    if is_version || end == at {
        return None;
    }
    let figure: String = text.get(at..end)?.chars().filter(|&c| c != ',').collect();
    Some((Decimal::from_str(&figure).ok()?, end))
}

/// A whole number with a common fraction behind it: `1 1/2`, `1-1/2`. Halves,
/// quarters and eighths only, which are exact.
pub(super) fn fraction(text: &str, whole: Decimal, end: usize) -> Option<(Decimal, usize)> {
    let start = eat(text, end, " ").or_else(|| eat(text, end, "-"))?;
    let len = digits(text, start);
    let over = eat(text, start + len, "/")?;
    let below = digits(text, over);
    if len != 1 || below != 1 {
        return None;
    }
    let digit = |at: usize| text.get(at..at + 1)?.parse::<u32>().ok();
    let (top, bottom) = (digit(start)?, digit(over)?);
    if !matches!(bottom, 2 | 4 | 8) || top >= bottom {
        return None;
    }
    let part = Decimal::from(top).checked_div(bottom.into())?;
    Some((whole.checked_add(part)?, over + below))
}

/// Past `,000` and, as in India, `,00,000`: groups of two or three digits, the
/// last of three.
fn groups(text: &str, at: usize) -> usize {
    let (mut end, mut next) = (at, at);
    for _ in 0..MOST_DIGITS / 2 {
        let Some(start) = eat(text, next, ",") else { break };
        match digits(text, start) {
            2 => next = start + 2,
            3 => {
                next = start + 3;
                end = next;
            }
            _ => break,
        }
    }
    end
}

/// The offset behind everything that is written together with a figure, so
/// that its parts are not read on their own.
pub(super) fn skip(text: &str, at: usize) -> usize {
    let tail = rest(text, at).as_bytes();
    let mut len = 0;
    while let Some(&byte) = tail.get(len) {
        let joined = matches!(byte, b'.' | b',' | b':' | b'/')
            && tail.get(len + 1).is_some_and(u8::is_ascii_digit)
            && len > 0;
        if !byte.is_ascii_alphanumeric() && !joined {
            break;
        }
        len += 1;
    }
    at + len
}
