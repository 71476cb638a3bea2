//! Chinese number words: `三十`, `九十九点九`, `壹拾贰万`, `廿`, `二〇二六`, `半`,
//! and the multipliers behind figures in `3.5万`.

use crate::quantity::lexicon::rest;
use rust_decimal::{Decimal, MathematicalOps};

/// A number is at most this many characters; a longer run is not one.
const MOST_CHARACTERS: usize = 32;

/// The digit a character stands for.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten a character multiplies by, up to a thousand.
fn tens(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    })
}

/// The larger power of ten a character multiplies by.
fn myriads(c: char) -> Option<u64> {
    Some(match c {
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// Whether a number may begin with this character.
fn starts_number(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '拾' | '廿' | '卅' | '半')
}

/// Whether the number that begins behind this character would be the tail of
/// another one, or an unknown multiple: 第三十, 数十.
pub(in crate::quantity) fn continues(c: char) -> bool {
    (is_part(c) && c != '点') || matches!(c, '数' | '几')
}

/// Multipliers at an offset, as in `3百万`, `1.5亿` or `千分钟`; at most three.
pub(in crate::quantity) fn multiplier(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let (mut value, mut end) = (Decimal::ONE, at);
    for c in rest(text, at).chars().take(3) {
        let by = match (tens(c), myriads(c)) {
            (Some(by), _) if by > 10 => u64::from(by),
            (_, Some(by)) => by,
            _ => break,
        };
        value = value.checked_mul(by.into())?;
        end += c.len_utf8();
    }
    // The thousand of 千分之五 is a denominator.
    let is_part = rest(text, end).starts_with("分之");
    (end > at && !is_part).then_some((value, end))
}

/// The number in Chinese words at an offset, and the offset behind it.
pub(in crate::quantity) fn number(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let tail = rest(text, at);
    if tail.starts_with('半') {
        return Some((Decimal::new(5, 1), at + '半'.len_utf8()));
    }
    if !tail.chars().next().is_some_and(starts_number) {
        return None;
    }
    let run: String = tail.chars().take(MOST_CHARACTERS + 1).take_while(|&c| is_part(c)).collect();
    if run.chars().count() > MOST_CHARACTERS {
        return None;
    }
    let whole = run.trim_end_matches('点');
    let (integer, fraction) = whole.split_once('点').unwrap_or((whole, ""));
    let positional = integer.chars().count() > 1 && integer.chars().all(|c| digit(c).is_some());
    let value = if positional { digits(integer)? } else { scaled(integer)? };
    let places = u64::try_from(fraction.chars().count()).ok()?;
    let part = match fraction {
        "" => Decimal::ZERO,
        _ => digits(fraction)?.checked_div(Decimal::TEN.checked_powu(places)?)?,
    };
    Some((value.checked_add(part)?, at + whole.len()))
}

fn is_part(c: char) -> bool {
    digit(c).is_some()
        || tens(c).is_some()
        || myriads(c).is_some()
        || matches!(c, '廿' | '卅' | '点')
}

/// Digits one after another: `二〇二六`.
fn digits(text: &str) -> Option<Decimal> {
    text.chars().try_fold(Decimal::ZERO, |value, c| {
        value.checked_mul(Decimal::TEN)?.checked_add(digit(c)?.into())
    })
}

/// Digits with their powers of ten: `一百二十三万`.
fn scaled(text: &str) -> Option<Decimal> {
    let (mut total, mut group, mut held) = (Decimal::ZERO, Decimal::ZERO, None);
    for c in text.chars() {
        if let Some(value) = digit(c) {
            if held.is_some_and(|held| held != 0) {
                return None;
            }
            held = Some(value);
        } else if let Some(by) = tens(c) {
            let times = held.take().filter(|&held| held != 0).unwrap_or(1);
            group = group.checked_add(Decimal::from(times * by))?;
        } else if let Some(by) = myriads(c) {
            group = group.checked_add(held.take().unwrap_or(0).into())?;
            // 一亿二千万: the smaller power multiplies only what follows the larger.
            total = if total >= by.into() {
                total.checked_add(group.checked_mul(by.into())?)?
            } else {
                total.checked_add(group)?.checked_mul(by.into())?
            };
            group = Decimal::ZERO;
        } else {
            group = group.checked_add(if c == '廿' { 20 } else { 30 }.into())?;
        }
    }
    total.checked_add(group)?.checked_add(held.unwrap_or(0).into())
}
