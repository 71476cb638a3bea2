//! A band of availability, as a row of a credit ladder states it: from where
//! to where, and which of its ends it includes.

use crate::catalogue::vocabulary;
use crate::quantity::{Comparator, Quantity, QuantityKind};
use rust_decimal::Decimal;

/// A range of uptime, in per cent; an end that is not stated is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Band {
    /// The upper end.
    pub upper: Option<Decimal>,
    /// Whether an uptime of exactly that belongs to it.
    pub upper_inclusive: bool,
    /// The lower end.
    pub lower: Option<Decimal>,
    /// Whether an uptime of exactly that belongs to it.
    pub lower_inclusive: bool,
}

/// How a percentage bounds a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Upper { inclusive: bool },
    Lower { inclusive: bool },
}

/// Lowest percentage that bounds a band: below, ladders speak of credits.
const LOWEST: u32 = 30;

impl Band {
    /// The band that percentages of a folded text state together; `None`
    /// where they state no band. With `bare`, a single figure without a
    /// comparator bounds as given: a heading said "below".
    pub(super) fn read(
        text: &str,
        percents: &[&Quantity],
        bare: Option<Comparator>,
    ) -> Option<Self> {
        let mut band = Self::default();
        if let [first, second] = percents
            && Self::ranges(text, first, second)
        {
            let mut band = Self::between(text, first, second)?;
            // "99.0% to less than 99.9%"
            if Comparator::LessThan == second.comparator || Self::descends(text, first, second) {
                band.upper_inclusive = false;
            }
            return Some(band);
        }
        for quantity in percents {
            if let Some(upper) = quantity.upper {
                band.lower = quantity.percent();
                band.lower_inclusive = true;
                band.upper = Some(upper);
                band.upper_inclusive = !excluded_behind(text, quantity);
                if opened_by(text, quantity, '(') && closes(text, quantity) {
                    band.lower_inclusive = false;
                }
                continue;
            }
            match bound(text, quantity).or_else(|| bare.and_then(of_comparator))? {
                Bound::Upper { inclusive } => {
                    band.upper = quantity.percent();
                    band.upper_inclusive = inclusive;
                }
                Bound::Lower { inclusive } => {
                    band.lower = quantity.percent();
                    band.lower_inclusive = inclusive;
                }
            }
        }
        band.makes_sense().then_some(band)
    }

    /// Whether two figures of a text are the ends of a range, each high enough or zero.
    pub(super) fn ranges(text: &str, first: &Quantity, second: &Quantity) -> bool {
        let high =
            |q: &Quantity| q.percent().is_some_and(|p| p.is_zero() || p >= Decimal::from(LOWEST));
        let between = text.get(first.range.end..second.range.start).unwrap_or_default();
        let to_less = second.comparator == Comparator::LessThan
            && ["hingga", "sehingga", "to", "up to", "至", "到", "-"]
                .iter()
                .any(|to| between.trim_start().starts_with(to));
        high(first)
            && high(second)
            && (Self::descends(text, first, second)
                || bound(text, first).is_none()
                    && (bound(text, second).is_none() && joined(between) || to_less))
    }

    /// "Below 99.9% to 99.0%": from the higher end down.
    fn descends(text: &str, first: &Quantity, second: &Quantity) -> bool {
        let between = text.get(first.range.end..second.range.start).unwrap_or_default();
        let to = ["to", "down to", "hingga", "sehingga", "至", "到", "-"];
        first.comparator == Comparator::LessThan
            && first.percent() > second.percent()
            && to.contains(&between.trim())
    }

    /// Two figures joined as a range, in either order.
    fn between(text: &str, first: &Quantity, second: &Quantity) -> Option<Self> {
        let ends = [first, second].map(|q| (q.percent(), !excluded_behind(text, q)));
        let open = opened_by(text, first, '(') && closes(text, second);
        let (mut low, mut high) = (ends[0], ends[1]);
        low.1 &= !open;
        if low.0 > high.0 {
            (low, high) = (high, low);
        }
        let band =
            Self { upper: high.0, upper_inclusive: high.1, lower: low.0, lower_inclusive: low.1 };
        band.makes_sense().then_some(band)
    }

    fn makes_sense(&self) -> bool {
        let low = Decimal::from(LOWEST);
        let fits =
            |end: Option<Decimal>| end.is_none_or(|end| end >= low && end <= Decimal::ONE_HUNDRED);
        let ordered = self.upper.zip(self.lower).is_none_or(|(upper, lower)| lower <= upper);
        (self.upper.is_some() || self.lower.is_some())
            && fits(self.upper)
            && (fits(self.lower) || self.lower == Some(Decimal::ZERO))
            && ordered
    }

    /// Whether a percentage of a text bounds a band by itself.
    pub(super) fn bounds(text: &str, quantity: &Quantity) -> bool {
        let size = quantity.percent().is_some_and(|p| p >= Decimal::from(LOWEST));
        size && (quantity.upper.is_some() || bound(text, quantity).is_some())
    }
}

/// Percentages among quantities.
pub(super) fn percents(quantities: &[Quantity]) -> Vec<&Quantity> {
    quantities
        .iter()
        .filter(|q| matches!(q.kind(), QuantityKind::Percent | QuantityKind::Rate))
        .collect()
}

/// How a figure bounds, from the words around it. A sign before it wins over
/// one behind it, which may belong to the next figure.
fn bound(text: &str, quantity: &Quantity) -> Option<Bound> {
    let before = text.get(..quantity.range.start)?.trim_end();
    for (sign, bound) in [
        ("<=", Bound::Upper { inclusive: true }),
        ("≤", Bound::Upper { inclusive: true }),
        ("≦", Bound::Upper { inclusive: true }),
        (">=", Bound::Lower { inclusive: true }),
        ("≥", Bound::Lower { inclusive: true }),
        ("≧", Bound::Lower { inclusive: true }),
        ("<", Bound::Upper { inclusive: false }),
        (">", Bound::Lower { inclusive: false }),
    ] {
        if before.ends_with(sign) {
            return Some(bound);
        }
    }
    of_comparator(quantity.comparator).map(|bound| match bound {
        Bound::Upper { .. } if included_behind(text, quantity) => Bound::Upper { inclusive: true },
        Bound::Lower { .. } if included_behind(text, quantity) => Bound::Lower { inclusive: true },
        Bound::Upper { inclusive } => {
            Bound::Upper { inclusive: inclusive && !excluded_behind(text, quantity) }
        }
        Bound::Lower { inclusive } => {
            Bound::Lower { inclusive: inclusive && !excluded_behind(text, quantity) }
        }
    })
}

fn of_comparator(comparator: Comparator) -> Option<Bound> {
    Some(match comparator {
        Comparator::AtLeast => Bound::Lower { inclusive: true },
        Comparator::MoreThan => Bound::Lower { inclusive: false },
        Comparator::AtMost => Bound::Upper { inclusive: true },
        Comparator::LessThan => Bound::Upper { inclusive: false },
        Comparator::Exactly | Comparator::About => return None,
    })
}

/// Whether what stands between two figures makes them a range.
fn joined(between: &str) -> bool {
    let words = vocabulary();
    let marks = words.terms.included.iter().chain(&words.terms.excluded);
    let bare = marks.fold(between.to_owned(), |text, mark| text.replace(mark.as_str(), ""));
    matches!(
        bare.trim(),
        "-" | "--" | "~" | "to" | "and" | "至" | "到" | "," | "、" | "hingga" | "sehingga" | "dan"
    )
}

fn behind<'t>(text: &'t str, quantity: &Quantity) -> &'t str {
    text.get(quantity.range.end..).unwrap_or_default()
}

fn included_behind(text: &str, quantity: &Quantity) -> bool {
    let tail = behind(text, quantity);
    vocabulary().terms.included.iter().any(|mark| tail.starts_with(mark.as_str()))
}

/// Words that exclude the figure before them. A closing parenthesis does so
/// only where a bracket opened the interval: `[99.0%, 99.9%)`.
fn excluded_behind(text: &str, quantity: &Quantity) -> bool {
    let tail = behind(text, quantity);
    vocabulary().terms.excluded.iter().any(|mark| {
        tail.starts_with(mark.as_str())
            && (mark != ")" || text.trim_start().starts_with(['[', '(']) && closes(text, quantity))
    })
}

fn opened_by(text: &str, quantity: &Quantity, bracket: char) -> bool {
    text.get(..quantity.range.start).is_some_and(|head| head.trim_end().ends_with(bracket))
}

/// Whether a text ends with the bracket behind a figure.
fn closes(text: &str, quantity: &Quantity) -> bool {
    matches!(behind(text, quantity).trim(), ")" | "]")
}
