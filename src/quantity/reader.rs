//! One pass over the text: at each place where a word begins, the longest
//! reading is taken.

use super::lexicon::{is_han, rest};
use super::measure::{self, Unit};
use super::model::{Comparator, Measure, Per, PerUnit, Quantity, TimeUnit};
use super::per::{self, Of};
use super::{context, date, figures, window};
use rust_decimal::Decimal;

/// A period announced further back than this many bytes belongs to another
/// figure.
const REACH: usize = 150;

/// All quantities of a text, in order, without overlap.
///
/// The text is one paragraph after folding: ASCII in lower case, plain quotes
/// and dashes, half-width forms, single spaces. Other text is read as far as
/// it looks like that. The time is linear in the length of the text.
pub fn quantities(folded: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut announced: Option<(TimeUnit, usize)> = None;
    let mut at = 0;
    while let Some(c) = rest(folded, at).chars().next() {
        if matches!(c, '。' | ';') {
            announced = None;
        }
        if !may_begin(c) {
            at += c.len_utf8();
            continue;
        }
        if let Some((unit, end)) = per::announced(folded, at)
            && quantity(folded, at).is_none()
        {
            announced = Some((unit, end)).filter(|_| !closes(folded, &found, at));
            at = end;
            continue;
        }
        let Some(mut quantity) = quantity(folded, at) else {
            at = next(folded, at, c);
            continue;
        };
        at = quantity.range.end;
        if let Some((unit, from)) = announced
            && quantity.range.start.saturating_sub(from) <= REACH
            && quantity.per.is_empty()
            && matches!(quantity.measure, Measure::Percent { .. } | Measure::Money { .. })
        {
            let unit = PerUnit::Time(unit);
            quantity.per.push(Per { count: Decimal::ONE, unit });
            announced = None;
        }
        if !echoes(folded, &found, &quantity) && !joined(folded, &mut found, &quantity) {
            found.push(quantity);
        }
    }
    found
}

/// Most bytes between a share and the period that it is for.
const CLOSE: usize = 60;

/// Whether a period named at an offset belongs to the share before it: `5% of the fee for each hour`.
fn closes(text: &str, found: &[Quantity], at: usize) -> bool {
    found.last().is_some_and(|last| {
        let between = text.get(last.range.end..at).unwrap_or_default();
        matches!(last.measure, Measure::Percent { .. } | Measure::Money { .. })
            && between.len() <= CLOSE
            && !between.contains([',', ';', '.', '。', ':'])
    })
}

/// Whether a quantity may begin with this character.
fn may_begin(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '$' | '€' | '£' | '¥' | '￥')
}

/// Whether a quantity only repeats the last one: `5分钟以上(含5分钟)`.
fn echoes(text: &str, found: &[Quantity], next: &Quantity) -> bool {
    text.get(..next.range.start).is_some_and(|head| head.ends_with("(含"))
        && found.last().is_some_and(|last| last.measure == next.measure)
}

/// Where the next word begins.
fn next(text: &str, at: usize, c: char) -> usize {
    if c.is_ascii_digit() {
        return figures::skip(text, at);
    }
    if !c.is_alphabetic() || is_han(c) {
        return at + c.len_utf8();
    }
    let word = rest(text, at).chars().take_while(|&c| c.is_alphanumeric() && !is_han(c));
    at + word.map(char::len_utf8).sum::<usize>()
}

/// Lets the last window take in a neighbouring one.
fn joined(text: &str, found: &mut [Quantity], next: &Quantity) -> bool {
    let Some(last) = found.last_mut() else { return false };
    let (Measure::Window(first), Measure::Window(second)) = (&mut last.measure, &next.measure)
    else {
        return false;
    };
    let joins = window::join(text, first, last.range.end, second, next.range.start);
    if joins {
        last.range.end = next.range.end;
    }
    joins
}

/// The longest quantity at an offset.
fn quantity(text: &str, at: usize) -> Option<Quantity> {
    let plain = |(measure, end): (Measure, usize)| Quantity {
        measure,
        comparator: Comparator::Exactly,
        per: Vec::new(),
        upper: None,
        words_disagree: None,
        range: at..end,
    };
    let date = date::date(text, at).map(plain).map(|date| {
        let comparator = context::comparator(text, &date.range);
        Quantity { comparator, ..date }
    });
    let window = window::part(text, at).map(|(part, end)| plain((Measure::Window(part), end)));
    let measured = measured(text, at);
    // Of equally long readings the first of these stands.
    [measured, window, date].into_iter().flatten().max_by_key(|quantity| quantity.range.end)
}

/// How far behind a percentage the rate may be named that it stands above, in bytes.
const BASE_RATE: usize = 60;

/// Whether a percentage is added to a bank's rate, which is one of a year: `4% above the base rate`.
fn is_above_base_rate(text: &str, end: usize) -> bool {
    let tail = rest(text, end).trim_start();
    let opens = ["above ", "over ", "plus ", "in excess of ", "melebihi ", "di atas "];
    let rates = [
        "base rate",
        "base lending rate",
        "prime rate",
        "bank rate",
        "lending rate",
        "reference rate",
        "libor",
        "sofr",
        "hibor",
        "sibor",
        "euribor",
        "klibor",
        "kadar asas",
        "kadar pinjaman",
    ];
    let near = tail.char_indices().find(|(at, c)| *at >= BASE_RATE || matches!(c, ',' | ';'));
    let near = tail.get(..near.map_or(tail.len(), |(at, _)| at)).unwrap_or_default();
    opens.iter().any(|open| near.starts_with(open)) && rates.iter().any(|rate| near.contains(rate))
}

/// A number with its unit and what it is counted per.
fn measured(text: &str, at: usize) -> Option<Quantity> {
    let (before, start) = per::ahead(text, at).unwrap_or((Vec::new(), at));
    let reading = measure::reading(text, start)?;
    if context::is_factor(text, start, &reading) {
        return None;
    }
    let of = match reading.unit {
        Unit::Percent { .. } => Of::Percent,
        Unit::Money(_) => Of::Money,
        Unit::Time(..) => Of::Duration,
    };
    if !before.is_empty() && of == Of::Duration {
        return None;
    }
    let (behind, end) = per::behind(text, reading.range.end, of);
    let mut per: Vec<Per> = before.into_iter().chain(behind).collect();
    // "$400 per day for each day of absence" is a price per day.
    per.dedup();
    if of == Of::Percent && per.is_empty() && is_above_base_rate(text, end) {
        per.push(Per { count: Decimal::ONE, unit: PerUnit::Time(TimeUnit::Year) });
    }
    Some(Quantity {
        comparator: context::comparator(text, &reading.range),
        per,
        upper: reading.number.upper,
        words_disagree: reading.number.disagree,
        range: at..end,
        measure: reading.measure(),
    })
}
