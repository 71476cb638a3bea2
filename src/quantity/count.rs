//! Numbers of things: `500 seats`, `10,000 HD minutes per month`, `每月10万分钟`,
//! `500 pengguna`. They are read apart from other quantities, for nearly every
//! figure of a contract counts something.

use super::context::{comparator, is_label};
use super::figures;
use super::lexicon::{before, is_han, rest, skip_space};
use super::model::{Measure, Quantity, TimeUnit};
use super::number::{Number, Style, number};
use super::per::{self, Of};
use super::vocabulary::{THINGS, UNITS};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Words that may stand between a number and the thing: `10,000 HD video minutes`.
const ADJECTIVES: usize = 3;

/// The least number in words alone that counts things; in Chinese characters, most small ones count none.
fn fewest_in_words(text: &str, at: usize) -> Decimal {
    if rest(text, at).starts_with(is_han) { Decimal::TEN } else { Decimal::TWO }
}

/// The numbers of things in a folded text, in order. Lengths of use, minutes
/// and hours, are among them.
pub fn counts(folded: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(c) = rest(folded, at).chars().next() {
        let glued = before(folded, at).is_some_and(|c| c.is_ascii_alphanumeric());
        let begins = c.is_alphanumeric() && !(glued && c.is_ascii_alphanumeric());
        let count = begins.then(|| count(folded, at)).flatten();
        at = match count {
            Some(count) => {
                let end = count.range.end;
                found.push(count);
                end
            }
            None if c.is_ascii_digit() => figures::skip(folded, at),
            None => at + c.len_utf8(),
        };
    }
    found
}

fn count(text: &str, at: usize) -> Option<Quantity> {
    let (before, start) = per::ahead(text, at).unwrap_or((Vec::new(), at));
    // "One user" and "a call" count nothing; "twenty hours" does.
    let number = number(text, start).filter(|number| {
        number.style != Style::Words || number.value >= fewest_in_words(text, start)
    })?;
    if is_label(text, start, number.value) {
        return None;
    }
    let (thing, end) = thing(text, &number)?;
    let (behind, last) = per::behind(text, end, Of::Duration);
    Some(Quantity {
        measure: Measure::Count { value: number.value, thing },
        comparator: comparator(text, &(start..end)),
        per: before.into_iter().chain(behind).collect(),
        upper: number.upper,
        words_disagree: number.disagree,
        range: at..last,
    })
}

/// What a number counts, with the words before it, and the offset behind it.
fn thing(text: &str, number: &Number) -> Option<(Cow<'static, str>, usize)> {
    let start = skip_space(text, number.end);
    let mut at = start;
    for _ in 0..=ADJECTIVES {
        if let Some((name, end)) = THINGS.at(text, at) {
            return Some((named(text, start, at, name), end));
        }
        if let Some((unit, end)) = UNITS.at(text, at)
            && matches!(unit, TimeUnit::Minute | TimeUnit::Hour)
        {
            return Some((named(text, start, at, unit.name()), end));
        }
        // "12 months of 20 users" counts no users with its first figure.
        let tail = rest(text, at);
        if UNITS.at(text, at).is_some() || tail.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let word: usize = tail.chars().take_while(|&c| letter(c)).map(char::len_utf8).sum();
        let spaced = tail.get(word..).is_some_and(|tail| tail.starts_with(' '));
        if word > 0 && spaced {
            at += word + 1;
        } else if let Some(han) = tail.chars().next().filter(|&c| is_han(c) && at == start) {
            at += han.len_utf8();
        } else {
            return None;
        }
    }
    None
}

/// A thing with its adjectives: `hd minute`.
fn named(text: &str, start: usize, at: usize, name: &'static str) -> Cow<'static, str> {
    match text.get(start..at).map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) if words.is_ascii() => Cow::Owned(format!("{words} {name}")),
        _ => Cow::Borrowed(name),
    }
}
