//! Pairs of a bilingual contract whose figures, dates or parties differ.
//!
//! Only what stands in both versions and differs is raised: a figure that one
//! version alone seems to have may be one that was not read.

use super::{Place, occurrence};
use crate::clause::{Contract, Half, Pair};
use crate::matching::Slot;
use crate::quantity::{Measure, Quantity, QuantityKind, TimeUnit};
use rust_decimal::Decimal;

/// A figure in a form that is the same in every language.
#[derive(Debug, Clone, PartialEq)]
struct Figure {
    kind: QuantityKind,
    /// What stands for it: days for weeks, months for years.
    is: String,
    /// Which of the paragraph's quantities.
    index: usize,
}

/// Pairs that differ, at the words of the second version.
pub(super) fn mismatches(contract: &Contract) -> Vec<Place> {
    contract
        .pairs()
        .iter()
        .filter_map(|pair| figure(contract, pair).or_else(|| party(contract, pair)))
        .collect()
}

/// A figure of one version for which the other has another of its kind.
fn figure(contract: &Contract, pair: &Pair) -> Option<Place> {
    let (one, other) = (figures(contract, &pair.first), figures(contract, &pair.second));
    let only = |own: &[Figure], theirs: &[Figure]| -> Vec<Figure> {
        own.iter()
            .filter(|f| theirs.iter().all(|t| (t.kind, &t.is) != (f.kind, &f.is)))
            .cloned()
            .collect()
    };
    let (here, there) = (only(&one, &other), only(&other, &one));
    let (first, second) =
        here.iter().find_map(|f| there.iter().find(|t| t.kind == f.kind).map(|t| (f, t)))?;
    let words = |half: &Half, index: usize| {
        let paragraph = &contract.paragraphs[half.unit];
        paragraph.folded.origin(paragraph.quantities[index].0.range.clone()).range()
    };
    let (in_first, in_second) =
        (words(&pair.first, first.index), words(&pair.second, second.index));
    let text = |unit: usize, range: &std::ops::Range<usize>| {
        contract.units[unit].text.as_str().get(range.clone()).unwrap_or_default().to_owned()
    };
    let detail =
        format!("{} / {}", text(pair.first.unit, &in_first), text(pair.second.unit, &in_second));
    Some(
        Place::new(contract, pair.second.unit, in_second)
            .with_detail(detail)
            .with_further(occurrence(contract, pair.first.unit, in_first)),
    )
}

/// The figures in one half.
fn figures(contract: &Contract, half: &Half) -> Vec<Figure> {
    let paragraph = &contract.paragraphs[half.unit];
    paragraph
        .quantities
        .iter()
        .enumerate()
        .filter(|(_, (quantity, _))| {
            let at = paragraph.folded.origin(quantity.range.clone()).start;
            half.range.contains(&at)
        })
        .filter_map(|(index, (quantity, _))| {
            Some(Figure { kind: family(quantity.kind()), is: canonical(quantity)?, index })
        })
        .collect()
}

/// A figure may have its period in one version and leave it to the sentence
/// in the other.
fn family(kind: QuantityKind) -> QuantityKind {
    match kind {
        QuantityKind::Rate => QuantityKind::Percent,
        QuantityKind::Price => QuantityKind::Money,
        other => other,
    }
}

/// A figure without its language; none where a window or an order of day and
/// month leaves it open.
fn canonical(quantity: &Quantity) -> Option<String> {
    let number = |value: Decimal| value.normalize().to_string();
    Some(match &quantity.measure {
        Measure::Percent { value, .. } | Measure::Money { value, .. } => number(*value),
        Measure::Duration { value, unit, .. } => {
            let (times, unit) = match unit {
                TimeUnit::Year => (12, "month"),
                TimeUnit::Quarter => (3, "month"),
                TimeUnit::Week => (7, "day"),
                TimeUnit::Hour => (60, "minute"),
                other => (1, other.name()),
            };
            format!("{} {unit}", number(value.checked_mul(Decimal::from(times))?))
        }
        Measure::Date { date, month_first: None } => date.to_string(),
        Measure::Count { .. } | Measure::Date { .. } | Measure::Window(_) => return None,
    })
}

/// The one side that alone is named in each half, where the sides differ:
/// "the Supplier shall" beside 客户应当.
fn party(contract: &Contract, pair: &Pair) -> Option<Place> {
    let (one, other) = (sides(contract, &pair.first), sides(contract, &pair.second));
    let ([(first, _), ..], [(second, at), ..]) = (one.as_slice(), other.as_slice()) else {
        return None;
    };
    let alone = |found: &[(Slot, std::ops::Range<usize>)], slot: &Slot| {
        found.iter().all(|(s, _)| s == slot)
    };
    if first == second || !alone(&one, first) || !alone(&other, second) {
        return None;
    }
    let name = |slot: &Slot| contract.party_name(*slot).unwrap_or_default().to_owned();
    let further = occurrence(contract, pair.first.unit, one.first()?.1.clone());
    Some(
        Place::new(contract, pair.second.unit, at.clone())
            .with_detail(format!("{} / {}", name(first), name(second)))
            .with_further(further),
    )
}

/// The customer and the vendor wherever a half names them.
fn sides(contract: &Contract, half: &Half) -> Vec<(Slot, std::ops::Range<usize>)> {
    let paragraph = &contract.paragraphs[half.unit];
    paragraph.marked.as_str()[paragraph.lead..]
        .char_indices()
        .filter_map(|(at, c)| {
            let slot = Slot::of(c).filter(|slot| matches!(slot, Slot::Customer | Slot::Vendor))?;
            let at = paragraph.lead + at;
            let plain = paragraph.plain_range(at..at + c.len_utf8());
            half.range.contains(&plain.start).then_some((slot, plain))
        })
        .collect()
}
