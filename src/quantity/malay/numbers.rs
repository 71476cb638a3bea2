//! Malay number words: `sembilan puluh sembilan perpuluhan sembilan`, `dua
//! belas`, `seratus lima puluh ribu`.

use crate::quantity::lexicon::{eat, rest};
use rust_decimal::Decimal;

/// A number is at most this many words.
const MOST_WORDS: usize = 24;

fn digit(word: &str) -> Option<u32> {
    Some(match word {
        "kosong" | "sifar" => 0,
        "satu" => 1,
        "dua" => 2,
        "tiga" => 3,
        "empat" => 4,
        "lima" => 5,
        "enam" => 6,
        "tujuh" => 7,
        "lapan" => 8,
        "sembilan" => 9,
        _ => return None,
    })
}

/// What has been read: millions and thousands, hundreds and tens, and a digit
/// that the next word may multiply.
#[derive(Default)]
struct Reading {
    total: Decimal,
    group: Decimal,
    digit: Option<u32>,
    read: bool,
}

impl Reading {
    fn take(&mut self, word: &str) -> Option<()> {
        if let Some(value) = digit(word) {
            if self.digit.replace(value).is_some() {
                return None;
            }
            self.read = true;
            return Some(());
        }
        match word {
            "sepuluh" => self.add(10)?,
            "sebelas" => self.add(11)?,
            "seratus" => self.add(100)?,
            "belas" => {
                let digit = self.digit.take()?;
                self.group += Decimal::from(10 + digit);
            }
            "puluh" => self.times(10)?,
            "ratus" => self.times(100)?,
            "seribu" => self.scale(1_000, true)?,
            "sejuta" => self.scale(1_000_000, true)?,
            "ribu" => self.scale(1_000, false)?,
            "juta" => self.scale(1_000_000, false)?,
            "bilion" => self.scale(1_000_000_000, false)?,
            _ => return None,
        }
        self.read = true;
        Some(())
    }

    fn add(&mut self, value: u32) -> Option<()> {
        if self.digit.is_some() {
            return None;
        }
        self.group += Decimal::from(value);
        Some(())
    }

    fn times(&mut self, by: u32) -> Option<()> {
        self.group += Decimal::from(self.digit.take()? * by);
        Some(())
    }

    fn scale(&mut self, by: u32, one: bool) -> Option<()> {
        let group = self.group + Decimal::from(self.digit.take().unwrap_or(u32::from(one)));
        if group.is_zero() {
            return None;
        }
        self.total = self.total.checked_add(group.checked_mul(by.into())?)?;
        self.group = Decimal::ZERO;
        Some(())
    }

    fn value(&self) -> Option<Decimal> {
        self.total.checked_add(self.group + Decimal::from(self.digit.unwrap_or(0)))
    }
}

/// The word of Latin letters at an offset.
fn letters(text: &str, at: usize) -> &str {
    let rest = rest(text, at);
    let end = rest.bytes().position(|b| !b.is_ascii_lowercase()).unwrap_or(rest.len());
    &rest[..end]
}

/// The number in Malay words at an offset, and the offset behind it.
pub(in crate::quantity) fn number(text: &str, at: usize) -> Option<(Decimal, usize)> {
    if letters(text, at) == "setengah" {
        return Some((Decimal::new(5, 1), at + "setengah".len()));
    }
    let mut reading = Reading::default();
    let (mut next, mut end) = (at, at);
    let mut value = None;
    for _ in 0..MOST_WORDS {
        let this = letters(text, next);
        if reading.take(this).is_none() {
            break;
        }
        end = next + this.len();
        value = reading.value();
        let Some(after) = eat(text, end, " ") else { break };
        next = after;
    }
    let value = value?;
    let Some(mut tail) = eat(text, end, " perpuluhan") else { return Some((value, end)) };
    let (mut fraction, mut place) = (Decimal::ZERO, Decimal::ONE);
    for _ in 0..MOST_WORDS {
        let Some(after) = eat(text, tail, " ") else { break };
        let this = letters(text, after);
        let Some(digit) = digit(this) else { break };
        place /= Decimal::TEN;
        fraction += place * Decimal::from(digit);
        tail = after + this.len();
    }
    let end = if place < Decimal::ONE { tail } else { end };
    Some((value.checked_add(fraction)?, end))
}
