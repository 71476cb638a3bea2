//! What rates and prices are counted per: `per user per month`, `/千分钟`,
//! `seorang sebulan`, and before the figure `每人每月`, `按日`.

use super::lexicon::{before, eat, rest, skip_space};
use super::model::{Per, PerUnit, TimeUnit};
use super::vocabulary::{
    ADVERBS, DAILY_BY, LATE, MODIFIERS, MODIFIERS_AFTER, PER, PER_DURATION, PER_FILLERS,
    PER_THINGS, PER_UNITS, PERIODS, PERIODS_BEFORE, THINGS,
};
use super::{chinese, figures};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A price is counted per at most this many things.
const MOST: usize = 3;

/// What may follow a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Periods.
    Percent,
    /// Periods and things.
    Money,
    /// Periods, also as `in any month`.
    Duration,
}

/// What a quantity that ends at `end` is counted per, and where that ends.
pub(super) fn behind(text: &str, end: usize, of: Of) -> (Vec<Per>, usize) {
    let (mut all, mut end) = (Vec::new(), end);
    for _ in 0..MOST {
        let Some((per, next)) = one_behind(text, skip_space(text, end), of) else { break };
        all.push(per);
        end = next;
    }
    (all, end)
}

fn time(unit: TimeUnit) -> Per {
    Per { count: Decimal::ONE, unit: PerUnit::Time(unit) }
}

fn thing(name: &'static str) -> Per {
    Per { count: Decimal::ONE, unit: PerUnit::Thing(Cow::Borrowed(name)) }
}

fn one_behind(text: &str, at: usize, of: Of) -> Option<(Per, usize)> {
    if let Some((unit, end)) = PERIODS.at(text, at) {
        return Some((time(unit), end));
    }
    if let Some((unit, end)) = ADVERBS.at(text, at)
        && !is_adjective(text, end)
    {
        return Some((time(unit), end));
    }
    if of == Of::Money
        && let Some((name, end)) = PER_THINGS.at(text, at)
    {
        return Some((thing(name), end));
    }
    let opened = PER.at(text, at);
    let opened = opened.or_else(|| PER_DURATION.at(text, at).filter(|_| of == Of::Duration));
    let ((), start) = opened?;
    let start = skip_space(text, start);
    let article = rest(text, at).starts_with("a ") || rest(text, at).starts_with("an ");
    let (count, unit_at) = if article { (Decimal::ONE, start) } else { count(text, start) };
    let noun_at = past_modifier(text, unit_at);
    if let Some((unit, end)) = PER_UNITS.at(text, noun_at).or_else(|| PER_UNITS.at(text, unit_at)) {
        let end = MODIFIERS_AFTER.at(text, skip_space(text, end)).map_or(end, |(_, end)| end);
        return Some((Per { count, unit: PerUnit::Time(unit) }, end));
    }
    if of != Of::Money || article {
        return None;
    }
    if let Some((name, end)) = THINGS.at(text, unit_at) {
        return Some((Per { count, unit: PerUnit::Thing(Cow::Borrowed(name)) }, end));
    }
    let named = rest(text, at).starts_with("per ");
    let (name, end) = word(text, unit_at).filter(|_| named)?;
    Some((Per { count, unit: PerUnit::Thing(Cow::Owned(name.to_owned())) }, end))
}

/// Whether an adverb that ends here stands before a noun, as in `99.9% monthly
/// uptime`, and so says nothing about the percentage.
fn is_adjective(text: &str, end: usize) -> bool {
    let tail = rest(text, skip_space(text, end));
    let next = tail.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    !matches!(next, "" | "on" | "in" | "until" | "from" | "and" | "or" | "for" | "to" | "by")
}

/// How many of the unit: `1,000`, `千`, else 1, and where the unit begins.
fn count(text: &str, at: usize) -> (Decimal, usize) {
    let words = |at| chinese::multiplier(text, at);
    match figures::figures(text, at) {
        Some((value, end)) => {
            let (by, end) = words(end).unwrap_or((Decimal::ONE, end));
            (value.checked_mul(by).unwrap_or(value), skip_space(text, end))
        }
        None => words(at)
            .or_else(|| Some((Decimal::ONE_THOUSAND, eat(text, at, "thousand")?)))
            .or_else(|| Some((Decimal::from(1_000_000), eat(text, at, "million")?)))
            .map_or((Decimal::ONE, at), |(value, end)| (value, skip_space(text, end))),
    }
}

/// Past `calendar` in `per calendar month`.
fn past_modifier(text: &str, at: usize) -> usize {
    MODIFIERS.at(text, at).map_or(at, |(_, end)| skip_space(text, end))
}

/// Any noun behind `per`, unless it is no noun.
fn word(text: &str, at: usize) -> Option<(&str, usize)> {
    let tail = rest(text, at);
    let len = tail.bytes().take_while(|b| b.is_ascii_lowercase()).count();
    let word = &tail[..len];
    let is_noun = len > 1
        && !matches!(
            word,
            "the" | "this" | "that" | "such" | "said" | "cent" | "additional" | "further" | "extra"
        );
    is_noun.then_some((word, at + len))
}

/// What stands before a figure: `每人每月`, `按日`, and where the figure begins.
pub(super) fn ahead(text: &str, at: usize) -> Option<(Vec<Per>, usize)> {
    let (mut all, mut end) = (Vec::new(), at);
    if let Some((unit, behind)) = PERIODS_BEFORE.at(text, at) {
        all.push(time(unit));
        end = behind;
    }
    while all.len() < MOST && rest(text, end).starts_with('每') {
        let Some((per, next)) = one_behind(text, end, Of::Money) else { break };
        all.push(per);
        end = next;
    }
    if all.is_empty() {
        return None;
    }
    for _ in 0..2 {
        end = skip_space(text, end);
        let Some(((), next)) = PER_FILLERS.at(text, end) else { break };
        end = next;
    }
    Some((all, skip_space(text, end)))
}

/// A period whose figure comes later in the sentence: `每逾期一日，…`, `每日按…的`,
/// `for each day of delay …`; and where it ends.
pub(super) fn announced(text: &str, at: usize) -> Option<(TimeUnit, usize)> {
    if let Some(end) = ["每日", "每天", "按日"].iter().find_map(|day| eat(text, at, day))
        && let Some((true, behind)) = DAILY_BY.at(text, end)
    {
        return Some((TimeUnit::Day, behind));
    }
    if let Some(late) = eat(text, at, "每")
        && let Some(((), start)) = LATE.at(text, late)
    {
        let start = ["一", "1"].iter().find_map(|one| eat(text, start, one)).unwrap_or(start);
        let start = past_modifier(text, start);
        return PER_UNITS.at(text, start);
    }
    let start = ["for each ", "for every ", "bagi setiap ", "untuk setiap "]
        .iter()
        .find_map(|opener| eat(text, at, opener))?;
    let whole_word = before(text, at).is_none_or(|c| !c.is_alphanumeric());
    let start = past_modifier(text, start);
    PER_UNITS.at(text, start).filter(|_| whole_word)
}
