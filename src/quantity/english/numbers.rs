//! English number words: `ninety-nine point nine`, `one and one-half`,
//! `two hundred and fifty thousand`.

use crate::quantity::lexicon::{eat, rest};
use rust_decimal::Decimal;

/// A number is at most this many words; more is not a number but an attack.
const MOST_WORDS: usize = 24;

enum Word {
    /// 0 to 9.
    Digit(u32),
    /// 10 to 19.
    Teen(u32),
    /// 20, 30 … 90.
    Ten(u32),
    Hundred,
    /// A thousand and up.
    Scale(u64),
}

fn word(text: &str) -> Option<Word> {
    Some(match text {
        "zero" => Word::Digit(0),
        "one" => Word::Digit(1),
        "two" => Word::Digit(2),
        "three" => Word::Digit(3),
        "four" => Word::Digit(4),
        "five" => Word::Digit(5),
        "six" => Word::Digit(6),
        "seven" => Word::Digit(7),
        "eight" => Word::Digit(8),
        "nine" => Word::Digit(9),
        "ten" => Word::Teen(10),
        "eleven" => Word::Teen(11),
        "twelve" => Word::Teen(12),
        "thirteen" => Word::Teen(13),
        "fourteen" => Word::Teen(14),
        "fifteen" => Word::Teen(15),
        "sixteen" => Word::Teen(16),
        "seventeen" => Word::Teen(17),
        "eighteen" => Word::Teen(18),
        "nineteen" => Word::Teen(19),
        "twenty" => Word::Ten(20),
        "thirty" => Word::Ten(30),
        "forty" | "fourty" => Word::Ten(40),
        "fifty" => Word::Ten(50),
        "sixty" => Word::Ten(60),
        "seventy" => Word::Ten(70),
        "eighty" => Word::Ten(80),
        "ninety" => Word::Ten(90),
        "hundred" => Word::Hundred,
        "thousand" => Word::Scale(1_000),
        "million" => Word::Scale(1_000_000),
        "billion" => Word::Scale(1_000_000_000),
        _ => return None,
    })
}

/// The word of Latin letters at an offset.
fn letters(text: &str, at: usize) -> &str {
    let rest = rest(text, at);
    let end = rest.bytes().position(|b| !b.is_ascii_lowercase()).unwrap_or(rest.len());
    &rest[..end]
}

/// The ordinal in words at an offset, up to the ninety-ninth, and the offset
/// behind it.
pub(in crate::quantity) fn ordinal(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let first = letters(text, at);
    let end = at + first.len();
    if let Some(value) = ordinal_word(first) {
        return Some((value.into(), end));
    }
    let Word::Ten(tens) = word(first)? else { return None };
    let start = eat(text, end, "-").or_else(|| eat(text, end, " "))?;
    let second = letters(text, start);
    let ones = ordinal_word(second).filter(|ones| *ones < 10)?;
    Some(((tens + ones).into(), start + second.len()))
}

fn ordinal_word(text: &str) -> Option<u32> {
    Some(match text {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fifth" => 5,
        "eighth" => 8,
        "ninth" => 9,
        "twelfth" => 12,
        _ => {
            let stem = text.strip_suffix("th")?;
            let ten = stem.strip_suffix("ie").map(|stem| format!("{stem}y"));
            match word(ten.as_deref().unwrap_or(stem))? {
                Word::Digit(n) | Word::Teen(n) | Word::Ten(n) if n > 3 => n,
                _ => return None,
            }
        }
    })
}

/// What has been read of a number so far.
#[derive(Default)]
struct Reading {
    total: Decimal,
    group: Decimal,
    /// What the next word must be below, so that "five six" is two numbers.
    below: u32,
    read: bool,
}

impl Reading {
    fn take(&mut self, word: &Word) -> Option<()> {
        match *word {
            Word::Digit(n) if self.below > 1 => {
                self.group += Decimal::from(n);
                self.below = 1;
            }
            Word::Teen(n) if self.below >= 20 => {
                self.group += Decimal::from(n);
                self.below = 1;
            }
            Word::Ten(n) if self.below >= 100 => {
                self.group += Decimal::from(n);
                self.below = 10;
            }
            Word::Hundred if self.read && self.group > Decimal::ZERO && self.group < 100.into() => {
                self.group *= Decimal::ONE_HUNDRED;
                self.below = 100;
            }
            Word::Scale(n) if self.read && self.group > Decimal::ZERO => {
                let scaled = self.group.checked_mul(n.into())?;
                self.total = self.total.checked_add(scaled)?;
                self.group = Decimal::ZERO;
                self.below = 1_000;
            }
            _ => return None,
        }
        self.read = true;
        Some(())
    }

    fn value(&self) -> Option<Decimal> {
        self.total.checked_add(self.group)
    }
}

/// The number in English words at an offset, and the offset behind it.
pub(in crate::quantity) fn number(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let half = Decimal::new(5, 1);
    for phrase in ["one-half", "one half", "half a", "half an", "half"] {
        if let Some(end) = eat(text, at, phrase)
            && letters(text, end).is_empty()
        {
            // "one half of one percent"
            let end = eat(text, end, " of one").filter(|&e| letters(text, e).is_empty());
            return Some((half, end.unwrap_or(at + phrase.len())));
        }
    }
    let mut reading = Reading { below: 1_000, ..Reading::default() };
    let (mut next, mut end) = (at, at);
    for _ in 0..MOST_WORDS {
        let this = letters(text, next);
        if this == "and" && reading.read {
            next += this.len() + 1;
            continue;
        }
        if word(this).and_then(|word| reading.take(&word)).is_none() {
            break;
        }
        end = next + this.len();
        let comma = usize::from(rest(text, end).starts_with(", ") && reading.group.is_zero());
        if !rest(text, end + comma).starts_with([' ', '-']) {
            break;
        }
        next = end + comma + 1;
    }
    if !reading.read {
        return None;
    }
    let value = reading.value()?;
    let tail = fraction(text, end).or_else(|| part(text, end));
    match tail {
        Some((fraction, end)) => Some((value.checked_add(fraction)?, end)),
        None => Some((value, end)),
    }
}

/// ` point nine five`.
fn fraction(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let mut end = eat(text, at, " point")?;
    let (mut value, mut place) = (Decimal::ZERO, Decimal::ONE);
    for _ in 0..MOST_WORDS {
        let Some(next) = eat(text, end, " ").or_else(|| eat(text, end, "-")) else { break };
        let this = letters(text, next);
        let Some(Word::Digit(digit)) = word(this) else { break };
        place /= Decimal::TEN;
        value += place * Decimal::from(digit);
        end = next + this.len();
    }
    (place < Decimal::ONE).then_some((value, end))
}

/// ` and one-half`, ` and nine tenths`.
fn part(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let start = eat(text, at, " and ")?;
    // Cheques are drawn for "one hundred and no/100 dollars".
    for phrase in ["no/100", "00/100", "no cents"] {
        if let Some(end) = eat(text, start, phrase) {
            return Some((Decimal::ZERO, end));
        }
    }
    for phrase in ["one-half", "one half", "a half"] {
        if let Some(end) = eat(text, start, phrase) {
            return Some((Decimal::new(5, 1), end));
        }
    }
    let first = letters(text, start);
    let (Word::Digit(n) | Word::Teen(n)) = word(first)? else { return None };
    let next = start + first.len();
    let next = eat(text, next, " ").or_else(|| eat(text, next, "-"))?;
    let name = letters(text, next);
    let value = match name {
        "quarter" | "quarters" => Decimal::new(i64::from(n) * 25, 2),
        "tenth" | "tenths" => Decimal::new(n.into(), 1),
        "hundredth" | "hundredths" => Decimal::new(n.into(), 2),
        _ => return None,
    };
    Some((value, next + name.len()))
}
