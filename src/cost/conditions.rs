//! What changes the price of an offer: discounts, rises and commitments, as
//! its key terms say them.

use super::bill::{Cut, Least, Rise};
use super::offer::{Charges, counted};
use super::words::Named;
use super::{Asked, Note, NoteKind};
use crate::catalogue::{says, vocabulary};
use crate::check::{Review, SheetLine};
use crate::matching::fold;
use crate::quantity::{Currency, Measure, TimeUnit};
use crate::read::BlockKind;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The sentence a key term stands in, folded.
pub(super) fn sentence(review: &Review, line: &SheetLine) -> String {
    let place = line.label.as_ref().zip(line.sentence);
    let text = place.and_then(|(label, span)| {
        review.documents.get(label.document)?.source.text.get(span.range())
    });
    text.map_or_else(String::new, |text| fold(text).as_str().to_owned())
}

/// Whether two key terms stand in one row of a table.
pub(super) fn in_one_row(review: &Review, one: &SheetLine, other: &SheetLine) -> bool {
    let row = |line: &SheetLine| {
        let label = line.label.as_ref()?;
        let blocks = &review.documents.get(label.document)?.blocks;
        let at = blocks.partition_point(|block| block.span.end <= label.span.start);
        match blocks.get(at)?.kind {
            BlockKind::Cell(cell) => Some((label.document, cell.table, cell.row)),
            _ => None,
        }
    };
    row(one).is_some_and(|place| row(other) == Some(place))
}

/// A discount that is counted.
pub(super) struct Discount<'a> {
    pub(super) line: &'a SheetLine,
    pub(super) cut: Cut,
}

/// The discounts of an offer on the streams of its bill.
pub(super) fn discounts<'a>(
    review: &'a Review,
    charges: &Charges,
    streams: &[&Named],
    notes: &mut Vec<Note<'a>>,
) -> Vec<Discount<'a>> {
    let words = &vocabulary().uses;
    let mut found = Vec::new();
    for line in review.sheet.iter().filter(|line| line.term == "discount") {
        let Some(share) = line.quantity.as_ref().and_then(|quantity| quantity.percent()) else {
            continue;
        };
        if is_another(review, line) {
            continue;
        }
        let sentence = sentence(review, line);
        // What stands in a row of prices is how they came about.
        let in_row = charges.lines().any(|price| in_one_row(review, price, line));
        let range = line.quantity.as_ref().is_some_and(|quantity| quantity.upper.is_some());
        if in_row || range || says(&words.conditional, &sentence) {
            notes.push(Note::about(NoteKind::DiscountLeftOut, line));
            continue;
        }
        let months = lasts(review, line).or_else(|| first_only(&sentence));
        let named = Named::read(&line.subject);
        let (unit_only, flat_only) =
            (says(&words.unit_prices, &sentence), says(&words.flat_fees, &sentence));
        let on = streams
            .iter()
            .map(|stream| {
                let meant = named.things.is_empty() || named.things.is_subset(&stream.things);
                (meant && (flat_only || !unit_only), meant && (unit_only || !flat_only))
            })
            .collect();
        if months.is_none() {
            notes.push(Note::about(NoteKind::DiscountThroughout, line));
        }
        found.push(Discount { line, cut: Cut { share, months, on } });
    }
    found
}

/// Whether a percentage that reads as a discount is another term's, or one of
/// the rows of a ladder of credits.
fn is_another(review: &Review, line: &SheetLine) -> bool {
    let section =
        |line: &SheetLine| line.clause.address.split(", ").next().unwrap_or_default().to_owned();
    let place = |line: &SheetLine| line.label.as_ref().map(|label| (label.document, label.span));
    review.sheet.iter().any(|other| {
        let taken = other.term != line.term && place(other) == place(line);
        let ladder =
            !other.rows.is_empty() && !section(line).is_empty() && section(other) == section(line);
        taken || ladder
    })
}

/// For how many months a discount lasts.
fn lasts(review: &Review, discount: &SheetLine) -> Option<u32> {
    let period = review.sheet.iter().find(|line| {
        line.term == "discount-period"
            && line.clause == discount.clause
            && line.sentence == discount.sentence
    });
    months(period?)
}

/// The first year or month, where that is how long it lasts.
fn first_only(sentence: &str) -> Option<u32> {
    let words = &vocabulary().uses;
    let year = says(&words.first_year, sentence).then_some(12);
    year.or_else(|| says(&words.first_month, sentence).then_some(1))
}

/// A duration in whole months; a month is 30 days, and one begun counts.
pub(super) fn months(line: &SheetLine) -> Option<u32> {
    let quantity = line.quantity.as_ref()?;
    let exact = quantity.in_months();
    let days = || quantity.in_days()?.checked_div(Decimal::from(30));
    exact.or_else(days)?.ceil().to_u32().filter(|months| *months > 0)
}

/// The yearly rise that is counted: the user's, else the highest of the offer.
pub(super) fn rise<'a>(
    review: &'a Review,
    asked: &Asked,
    notes: &mut Vec<Note<'a>>,
) -> (Option<Rise>, Option<&'a SheetLine>) {
    let of = |term: &str| review.sheet.iter().find(|line| line.term == term).and_then(months);
    let locked = of("price-lock-time").unwrap_or(0);
    if let Some(share) = asked.uplift {
        let rise = Rise { share, first: locked.max(12) };
        return ((share > Decimal::ZERO).then_some(rise), None);
    }
    let share = |line: &SheetLine| line.quantity.as_ref().and_then(|quantity| quantity.percent());
    let lines = review.sheet.iter().filter(|line| line.term == "price-change-cap");
    let highest =
        lines.filter_map(|line| Some((share(line)?, line))).max_by_key(|(share, _)| *share);
    let Some((share, line)) = highest else {
        if asked.months > 12 {
            notes.push(Note::of(NoteKind::NoRise, &[]));
        }
        return (None, None);
    };
    let on_renewal = says(&vocabulary().uses.on_renewal, &sentence(review, line));
    let term = of("initial-term").filter(|_| on_renewal).unwrap_or(0);
    let first = locked.max(12).max(term);
    if first < asked.months {
        let values = vec![("value", format!("{}%", share.normalize()))];
        notes.push(Note { values, ..Note::about(NoteKind::RiseAtMost, line) });
    } else if on_renewal {
        notes.push(Note::about(NoteKind::RiseOnRenewal, line));
    }
    (Some(Rise { share, first }), Some(line))
}

/// A sum that is paid at least.
pub(super) struct Commitment<'a> {
    pub(super) line: &'a SheetLine,
    pub(super) least: Least,
}

/// The least sums of an offer in the currency of its bill.
pub(super) fn commitments<'a>(
    review: &'a Review,
    currency: Currency,
    asked: &Asked,
    notes: &mut Vec<Note<'a>>,
) -> Vec<Commitment<'a>> {
    let mut found = Vec::new();
    for line in review.sheet.iter().filter(|line| line.term == "minimum-commitment") {
        let Some(quantity) = &line.quantity else { continue };
        let Measure::Money { value, currency: own } = quantity.measure else { continue };
        if own != currency && !(own == Currency::Dollar && asked.dollar == Some(currency)) {
            notes.push(Note::about(NoteKind::CommitmentLeftOut, line));
            continue;
        }
        let every = match quantity.period() {
            Some(TimeUnit::Month) => 1,
            Some(TimeUnit::Quarter) => 3,
            Some(TimeUnit::Year) => 12,
            _ => {
                notes.push(Note::about(NoteKind::CommitmentPeriod, line));
                asked.months
            }
        };
        found.push(Commitment { line, least: Least { amount: value, every } });
    }
    found
}

/// The least volume of a use that is billed each month, in what its unit's size
/// is in, with the key term that says so.
pub(super) fn least_volume<'a>(
    review: &'a Review,
    prices: &[&SheetLine],
    unit: &super::words::Unit,
) -> Option<(Decimal, &'a SheetLine)> {
    review.sheet.iter().filter(|line| line.term == "minimum-commitment").find_map(|line| {
        let quantity = line.quantity.as_ref()?;
        let (value, own) = counted(quantity)?;
        let beside = prices.iter().any(|price| {
            price.clause == line.clause && price.subject == line.subject && !line.subject.is_empty()
        });
        let size = if own.of == unit.of { own.size } else { Decimal::ONE };
        let each = value.checked_mul(size)?;
        let monthly = super::offer::a_month(each, quantity.period().unwrap_or(TimeUnit::Month))?;
        beside.then_some((monthly, line))
    })
}
