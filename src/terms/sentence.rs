//! Key terms in the sentences of provisions: which of a sentence's quantities
//! the words of the provision speak of.

use super::claims::{Claim, settle};
use super::label::Held;
use super::line::clip;
use super::promise::{anothers_words, promises, replaced};
use super::severity::Severities;
use super::{KeyTerm, in_range, measure, period, subject};
use crate::catalogue::{By, Take, TermId, TermRule, ValueKind, says, vocabulary};
use crate::clause::{Paragraph, slot_of};
use crate::matching::Slot;
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Calendar, Days, Hours, Measure, Per, PerUnit, Quantity, TimeUnit};
use rust_decimal::Decimal;
use std::ops::Range;

/// A quantity and where it stands in its paragraph's marked text.
pub(super) type Placed<'p> = (std::borrow::Cow<'p, Quantity>, Range<usize>);

/// How many figures words may ask for.
const TRIES: usize = 2;

/// What a comma or another mark among words adds, in bytes.
pub(super) const MARK: usize = 40;

/// Looser than any words around a figure: they stand beside it.
const OUTSIDE: usize = 100_000;

/// The key terms that stand in sentences, in no order; figures `held` by another term's label are
/// left to it.
pub(super) fn of_sentences(reading: &Reading, held: &Held) -> Vec<KeyTerm> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut periods = Vec::new();
    let places: Vec<Occurrence> = reading
        .provisions
        .iter()
        .map(|provision| {
            let at = &provision.at;
            let sentence = clip(reading, at.unit, &at.sentence, at.range.start);
            Occurrence { sentence, ..at.clone() }
        })
        .collect();
    for (id, rule) in reading.catalogue.terms.iter().enumerate() {
        if matches!(rule.value, ValueKind::Ladder | ValueKind::Words) {
            continue;
        }
        for (provision, place) in reading.provisions.iter().zip(&places) {
            if !rule.inside.contains(&provision.id) || !place.stands() {
                continue;
            }
            if rule.value == ValueKind::Period {
                periods.extend(period_value(reading, (id, rule), place));
                continue;
            }
            if rule.file.by == Some(By::Severity) {
                let times = by_severity(reading, (id, rule), place);
                claims.extend(times.into_iter().map(|time| vec![time]));
                continue;
            }
            let mut all = reading.places_of(provision);
            // Words that run into the next part of a sentence are another figure's.
            let text = reading.contract.paragraphs[place.unit].marked.as_str();
            let whole = |range: &Range<usize>| {
                !text.get(range.clone()).is_some_and(|words| words.contains(';'))
            };
            if rule.file.each && all.iter().any(whole) {
                all.retain(whole);
            }
            let single = [place.range.clone()];
            let ranges: &[Range<usize>] =
                if rule.file.each && !all.is_empty() { &all } else { &single };
            for range in ranges {
                let at = Occurrence { range: range.clone(), ..place.clone() };
                let claim = values(reading, (id, rule), &at, &all);
                if claim.is_empty() && rule.file.or_period {
                    periods.extend(period_said(reading, (id, rule), &at));
                }
                claims.push(claim);
            }
        }
    }
    for claim in &mut claims {
        claim.retain(|(term, _)| {
            held.get(&(term.at.unit, term.at.range.start)).is_none_or(|id| *id == term.id)
        });
    }
    let mut found = settle(&reading.catalogue.terms, claims);
    found.extend(periods);
    found
}

/// How loosely words of a marked text hold a figure: the length of the shortest
/// that have it among them, more where marks part it, else how far they are from
/// it.
fn looseness(
    text: &str,
    places: &[Range<usize>],
    own: &Range<usize>,
    figure: &Range<usize>,
) -> usize {
    let holds = |range: &&Range<usize>| range.start <= figure.start && figure.end <= range.end;
    let length = |range: &Range<usize>| {
        let words = text.get(range.clone()).unwrap_or_default();
        range.len() + MARK * words.matches([',', ';', '、']).count()
    };
    let around = places.iter().chain([own]).filter(holds).map(length).min();
    around.unwrap_or_else(|| {
        let gap = figure.start.saturating_sub(own.end).max(own.start.saturating_sub(figure.end));
        OUTSIDE + gap
    })
}

/// The quantities of a paragraph that may be a term's value, inside a range of
/// its marked text.
pub(super) fn fitting<'p>(
    rule: &TermRule,
    paragraph: &'p Paragraph,
    within: &Range<usize>,
) -> Vec<Placed<'p>> {
    let mut found: Vec<Placed> = paragraph
        .quantities_in(within)
        .filter(|(quantity, _)| {
            slot_of(quantity).is_some_and(|slot| rule.slots.contains(&slot))
                && in_range(rule, quantity)
        })
        .map(|(quantity, place)| (std::borrow::Cow::Borrowed(quantity), slot_at(paragraph, place)))
        .filter(|(_, place)| !replaced(paragraph, place))
        .collect();
    // Of figures of several kinds, one that is another term's hides none of this one's.
    if rule.slots.len() > 1 && !found.is_empty() {
        let mut sentences: Vec<Range<usize>> =
            found.iter().map(|(_, place)| paragraph.sentence_at(place.start)).collect();
        sentences.dedup();
        let words: Vec<Range<usize>> =
            sentences.iter().flat_map(|of| anothers_words(rule, paragraph, of)).collect();
        found.retain(|(_, place)| !words.iter().any(|range| range.contains(&place.start)));
    }
    if rule.file.of_window && found.is_empty() {
        let windows = paragraph.quantities_in(within);
        found.extend(windows.filter_map(|(quantity, place)| {
            let length = window_length(quantity)?;
            Some((std::borrow::Cow::Owned(length), slot_at(paragraph, place)))
        }));
    }
    if rule.value == ValueKind::Count {
        let counts = paragraph.counts().iter();
        let inside = counts.filter(|(_, place)| within.contains(&place.start));
        let fitting = inside.filter(|(count, _)| in_range(rule, count));
        found.extend(fitting.map(|(q, at)| (std::borrow::Cow::Borrowed(q), at.clone())));
        found.sort_by_key(|(_, place)| place.start);
    }
    found
}

/// How long hours of the clock are: two hours, of one day two hours a week.
fn window_length(quantity: &Quantity) -> Option<Quantity> {
    let Measure::Window(window) = &quantity.measure else { return None };
    let Some(Hours::Clock { .. }) = window.hours else { return None };
    let value = Decimal::from(window.minutes_per_day()?).checked_div(Decimal::from(60))?;
    let mut length = one(TimeUnit::Hour, quantity.range.clone());
    length.measure =
        Measure::Duration { value, unit: TimeUnit::Hour, calendar: Calendar::Unstated };
    if let Some(Days::Span(from, to)) = window.days
        && from == to
    {
        length.per.push(Per { count: Decimal::ONE, unit: PerUnit::Time(TimeUnit::Week) });
    }
    Some(length)
}

/// The range of the reserved character at a place.
fn slot_at(paragraph: &Paragraph, place: usize) -> Range<usize> {
    let width = paragraph.marked.as_str()[place..].chars().next().map_or(0, char::len_utf8);
    place..place + width
}

/// The quantity of a provision's sentence that is the term's value, and the
/// next best that its words hold. `all` are the places of the words.
fn values(
    reading: &Reading,
    (id, rule): (TermId, &TermRule),
    at: &Occurrence,
    all: &[Range<usize>],
) -> Claim {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let fitting = fitting(rule, paragraph, &at.sentence);
    // Words that begin with a figure and end without may run over another's: in
    // "1 hour to respond, 4 to resolve" the last is the nearest.
    let leads = fitting.iter().any(|(_, place)| place.start == at.range.start);
    let closes = paragraph.marked.as_str()[at.range.clone()]
        .chars()
        .next_back()
        .is_some_and(|last| Slot::of(last).is_some_and(|slot| rule.slots.contains(&slot)));
    // What stands inside the words is theirs before anything outside.
    let distance = |place: usize| {
        if place >= at.range.end {
            (true, place - at.range.end)
        } else if place < at.range.start {
            // What stands behind the words is more often theirs than what stands before.
            (true, (at.range.start - place) * 2)
        } else {
            let (before, behind) = (place - at.range.start, at.range.end - place);
            (false, if leads && !closes { behind } else { behind.min(before) })
        }
    };
    let size = |q: &Quantity| measure(rule, q).unwrap_or_default();
    let chosen: Vec<&Placed> = match rule.take {
        Take::Nearest => {
            let apart = |place: &Range<usize>| {
                super::cue::parted(paragraph.marked.as_str(), place, &at.range)
            };
            let mut near: Vec<&Placed> = fitting.iter().collect();
            if near.iter().any(|(_, place)| !apart(place)) {
                near.retain(|(_, place)| !apart(place));
            }
            near.sort_by_key(|(_, place)| distance(place.start));
            near.truncate(TRIES);
            near
        }
        Take::First => fitting.first().into_iter().collect(),
        Take::Last => fitting.last().into_iter().collect(),
        Take::Lowest => fitting.iter().min_by_key(|(q, _)| size(q)).into_iter().collect(),
        Take::Highest => fitting.iter().max_by_key(|(q, _)| size(q)).into_iter().collect(),
    };
    let mut claim = Claim::new();
    for figure in chosen {
        let loose = looseness(paragraph.marked.as_str(), all, &at.range, &figure.1);
        // A second choice outside the words is a guess.
        if !promises(reading, rule, at.unit, figure.1.start)
            || (!claim.is_empty() && loose >= OUTSIDE)
        {
            break;
        }
        claim.push((value(reading, (id, rule), at, figure), loose));
    }
    claim
}

/// A term whose value is a figure of a provision's sentence.
pub(super) fn value(
    reading: &Reading,
    (id, rule): (TermId, &TermRule),
    at: &Occurrence,
    (quantity, place): &Placed,
) -> KeyTerm {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let sentence = &paragraph.marked.as_str()[at.sentence.clone()];
    let others = paragraph.quantities_in(&at.sentence).map(|(other, _)| other);
    let quantity = if rule.file.periodic {
        period::with_period(quantity, sentence, place.start - at.sentence.start, others)
    } else {
        quantity.clone().into_owned()
    };
    let named = || subject::subject(sentence, at.range.start - at.sentence.start);
    let subject =
        if rule.file.periodic && rule.slots.contains(&Slot::Percent) { named() } else { None };
    let lead = || subject::lead(reading.contract, at.unit, place.start);
    let subject = subject.or_else(|| {
        rule.file.by?;
        let item = || super::price::item_before(reading.contract, at.unit, place.start);
        lead().or_else(|| item().filter(|_| super::price::is_money(rule)))
    });
    KeyTerm { id, quantity, subject, at: Occurrence { range: place.clone(), ..at.clone() } }
}

/// One month, quarter or year, as the words of a provision name it.
fn period_value(
    reading: &Reading,
    (id, rule): (TermId, &TermRule),
    at: &Occurrence,
) -> Option<KeyTerm> {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let text = paragraph.marked.as_str();
    let inside = paragraph.quantities_in(&at.range).map(|(q, _)| q);
    let unit = period::period_of(&text[at.range.clone()], inside).or_else(|| {
        let place = at.range.start.checked_sub(at.sentence.start)?;
        period::period_near(&text[at.sentence.clone()], place)
    })?;
    let quantity = one(unit, at.range.clone());
    let stands = in_range(rule, &quantity) && promises(reading, rule, at.unit, at.range.start);
    stands.then(|| KeyTerm { id, quantity, subject: None, at: at.clone() })
}

/// How far behind its words the period of a term may stand, in bytes.
const PERIOD_REACH: usize = 30;

/// One month, quarter or year that the words of a term name, or those close behind: "renews annually".
fn period_said(
    reading: &Reading,
    (id, rule): (TermId, &TermRule),
    at: &Occurrence,
) -> Option<KeyTerm> {
    let text = reading.contract.paragraphs[at.unit].marked.as_str();
    let tail = text.get(at.range.end..at.sentence.end)?;
    let length = tail
        .char_indices()
        .find(|(at, c)| *at >= PERIOD_REACH || matches!(c, ',' | ';' | '、'))
        .map_or(tail.len(), |(at, _)| at);
    let range = at.range.start..at.range.end + length;
    let quantity = one(period::period_of(&text[range.clone()], [])?, range.clone());
    let stands = in_range(rule, &quantity) && promises(reading, rule, at.unit, range.start);
    stands.then(|| KeyTerm { id, quantity, subject: None, at: Occurrence { range, ..at.clone() } })
}

/// One of a unit of time.
pub(super) fn one(unit: crate::quantity::TimeUnit, range: Range<usize>) -> Quantity {
    Quantity {
        measure: Measure::Duration { value: Decimal::ONE, unit, calendar: Calendar::Unstated },
        comparator: crate::quantity::Comparator::Exactly,
        per: Vec::new(),
        upper: None,
        words_disagree: None,
        range,
    }
}

/// The times of a sentence that are a term's, each with the severity beside it.
/// A time belongs to the words it stands in, else to the last before it.
fn by_severity(reading: &Reading, (id, rule): (TermId, &TermRule), at: &Occurrence) -> Claim {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let mut owners: Vec<(Range<usize>, bool)> = Vec::new();
    for other in &reading.catalogue.terms {
        if other.file.by != Some(By::Severity) {
            continue;
        }
        for provision in &reading.provisions {
            let here =
                provision.at.unit == at.unit && at.sentence.contains(&provision.at.range.start);
            if here && other.inside.contains(&provision.id) {
                let own = other.name == rule.name;
                owners.extend(reading.places_of(provision).into_iter().map(|range| (range, own)));
            }
        }
    }
    owners.sort_by_key(|(range, _)| range.start);
    let fitting = fitting(rule, paragraph, &at.sentence);
    let places: Vec<Range<usize>> = fitting.iter().map(|(_, place)| place.clone()).collect();
    let severities = Severities::read(reading.contract, at.unit, &at.sentence, &places);
    let mut found = Vec::new();
    for (index, (quantity, place)) in fitting.iter().enumerate() {
        // Words that run over another's time cross a comma, or are longer than those whose time it is.
        let held = owners
            .iter()
            .filter(|(range, _)| range.start <= place.start && place.end <= range.end)
            .min_by_key(|(range, _)| {
                // Words before the time end with it; others stand behind it.
                let between = if range.end == place.end {
                    range.start..place.start
                } else {
                    place.end..range.end
                };
                let words = paragraph.marked.as_str().get(between).unwrap_or_default();
                // "respond within an hour and resolve": what stands behind "and" has a time of its own.
                let goes_on = range.end != place.end && says(&vocabulary().terms.goes_on, words);
                (goes_on || words.contains([',', ';', '、']), range.len())
            });
        let before = owners.iter().rfind(|(range, _)| range.start <= place.start);
        // Words behind a time are its own only in the same part of the sentence.
        let behind = owners.first().filter(|(range, _)| {
            let between = place.end..range.start.max(place.end);
            let between = paragraph.marked.as_str().get(between).unwrap_or_default();
            !between.contains(';')
        });
        let owner = held.or(before).or(behind);
        let beside = severities.beside(index);
        if !owner.is_some_and(|(_, own)| *own)
            || (held.is_none() && beside.is_none() && fitting.len() > 1)
            || !promises(reading, rule, at.unit, place.start)
        {
            continue;
        }
        let subject = beside.or_else(|| severities.around());
        let words = held.map_or(&at.range, |(range, _)| range);
        let term = KeyTerm {
            id,
            quantity: quantity.clone().into_owned(),
            subject,
            at: Occurrence { range: place.clone(), ..at.clone() },
        };
        found.push((term, looseness(paragraph.marked.as_str(), &[], words, place)));
    }
    found
}

/// The percentages that are written as discounts, for the terms that are.
pub(super) fn of_discounts(reading: &Reading) -> Vec<KeyTerm> {
    let mut found = Vec::new();
    let terms = reading.catalogue.terms.iter().enumerate();
    for (id, rule) in terms.filter(|(_, rule)| rule.file.discounts) {
        for (unit, paragraph) in reading.contract.paragraphs.iter().enumerate() {
            let all = paragraph.lead..paragraph.marked.len();
            for (quantity, place) in fitting(rule, paragraph, &all) {
                let off = matches!(quantity.measure, Measure::Percent { discount: true, .. });
                if off && promises(reading, rule, unit, place.start) {
                    let subject = subject::lead(reading.contract, unit, place.start);
                    let at = super::column::occurrence(reading, unit, place);
                    found.push(KeyTerm { id, quantity: quantity.into_owned(), subject, at });
                }
            }
        }
    }
    found
}

/// How long something lasts that is for the first of a unit of time.
const FIRST: [(&str, TimeUnit); 12] = [
    ("first year", TimeUnit::Year),
    ("first contract year", TimeUnit::Year),
    ("first month", TimeUnit::Month),
    ("first quarter", TimeUnit::Quarter),
    ("首年", TimeUnit::Year),
    ("第一年", TimeUnit::Year),
    ("首个合同年", TimeUnit::Year),
    ("首月", TimeUnit::Month),
    ("首个月", TimeUnit::Month),
    ("首季", TimeUnit::Quarter),
    ("tahun pertama", TimeUnit::Year),
    ("bulan pertama", TimeUnit::Month),
];

/// The values that stand in one sentence with those of another term, nearest
/// to them.
pub(super) fn beside(reading: &Reading, found: &[KeyTerm]) -> Vec<KeyTerm> {
    let mut values = Vec::new();
    for (id, rule) in reading.catalogue.terms.iter().enumerate() {
        let Some(other) = rule.beside else { continue };
        for term in found.iter().filter(|term| term.id == other) {
            let paragraph = &reading.contract.paragraphs[term.at.unit];
            let nearest = fitting(rule, paragraph, &term.at.sentence)
                .into_iter()
                .filter(|(_, place)| promises(reading, rule, term.at.unit, place.start))
                .min_by_key(|(_, place)| place.start.abs_diff(term.at.range.start));
            let text = paragraph.marked.as_str();
            let first = || {
                let sentence = text.get(term.at.sentence.clone())?;
                let start = |(words, unit): &(&str, TimeUnit)| {
                    let at = sentence.find(words)? + term.at.sentence.start;
                    let range = at..at + words.len();
                    Some((std::borrow::Cow::Owned(one(*unit, range.clone())), range))
                };
                FIRST.iter().find_map(start)
            };
            if let Some((quantity, range)) = nearest.or_else(first) {
                let at = Occurrence { range, ..term.at.clone() };
                values.push(KeyTerm { id, quantity: quantity.into_owned(), subject: None, at });
            }
        }
    }
    values
}
