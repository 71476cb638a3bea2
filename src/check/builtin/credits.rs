//! Checks of credit ladders.

use crate::arithmetic::{CheckWording, Period, Wording, downtime, filled, human_minutes};
use crate::catalogue::{says, vocabulary};
use crate::check::raise::{Bench, Place};
use crate::provision::Occurrence;
use crate::terms::{Credit, KeyTerm, Ladder, LadderRow};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Uptimes that no row of a ladder pays for, or two.
pub(super) fn gap_or_overlap(bench: &Bench) -> Vec<Place> {
    let words = &Wording::of(bench.lang).checks;
    let mut places = Vec::new();
    for ladder in bench.ladders {
        let Some(rows) = ordered(ladder) else { continue };
        for pair in rows.windows(2) {
            if let Some(working) = misfit(pair[0], pair[1], words) {
                let further = vec![pair[0].at.clone().into()];
                places.push(Place { further, working: Some(working), ..pair[1].at.clone().into() });
            }
        }
        let last = rows[rows.len() - 1];
        if let Some(low) = last.step.band.lower.filter(|low| !low.is_zero()) {
            let working = filled(&words.gap_below, &[("low", &per_cent(low))]);
            places.push(Place { working: Some(working), ..last.at.clone().into() });
        }
    }
    places
}

/// The rows of a ladder from the best uptime to the worst. `None` where it has
/// less than two, or where its rows jump up and down: then several ladders
/// stand in one table and cannot be told apart.
fn ordered(ladder: &Ladder) -> Option<Vec<&LadderRow>> {
    let mut rows: Vec<&LadderRow> = ladder.rows.iter().collect();
    let order = |a: &&LadderRow, b: &&LadderRow| top(a).cmp(&top(b));
    let all = |wanted: Ordering| rows.windows(2).all(|w| order(&w[0], &w[1]) == wanted);
    if rows.len() < 2 || !(all(Ordering::Less) || all(Ordering::Greater)) {
        return None;
    }
    rows.sort_by(|a, b| order(b, a));
    Some(rows)
}

/// What orders the bands: the upper end, an open one above all.
fn top(row: &LadderRow) -> (Decimal, bool, Decimal) {
    let band = &row.step.band;
    let end = band.upper.unwrap_or(Decimal::ONE_HUNDRED + Decimal::ONE);
    (end, band.upper_inclusive, band.lower.unwrap_or_default())
}

/// What is wrong between a band and the next lower one. A row without a lower
/// end reaches down to the next.
fn misfit(high: &LadderRow, low: &LadderRow, words: &CheckWording) -> Option<String> {
    let (above, below) = (high.step.band, low.step.band);
    let (end, begin) = (above.lower?, below.upper?);
    let rows = [high.step.to_string(), low.step.to_string()];
    let (end_text, begin_text) = (per_cent(end), per_cent(begin));
    Some(match end.cmp(&begin) {
        Ordering::Greater => filled(&words.gap, &[("low", &begin_text), ("high", &end_text)]),
        Ordering::Less => filled(
            &words.overlap,
            &[("low", &end_text), ("high", &begin_text), ("first", &rows[0]), ("second", &rows[1])],
        ),
        Ordering::Equal => match (above.lower_inclusive, below.upper_inclusive) {
            (true, true) => filled(
                &words.overlap_at,
                &[("at", &end_text), ("first", &rows[0]), ("second", &rows[1])],
            ),
            (false, false) => filled(&words.gap_at, &[("at", &end_text)]),
            _ => return None,
        },
    })
}

fn per_cent(value: Decimal) -> String {
    format!("{value}%")
}

/// Rows that pay no more than the row for a better uptime.
pub(super) fn not_monotonic(bench: &Bench) -> Vec<Place> {
    let words = &Wording::of(bench.lang).checks;
    let mut places = Vec::new();
    for ladder in bench.ladders {
        let Some(rows) = ordered(ladder) else { continue };
        for pair in rows.windows(2) {
            let (better, worse) = (&pair[0].step, &pair[1].step);
            let less = match (better.credit, worse.credit) {
                (Credit::Percent(a), Credit::Percent(b)) | (Credit::Days(a), Credit::Days(b)) => {
                    b <= a
                }
                (Credit::Sum(a, of), Credit::Sum(b, other)) => of == other && b <= a,
                (Credit::Percent(_) | Credit::Days(_) | Credit::Sum(..), Credit::Nothing) => true,
                _ => false,
            };
            if less {
                let sides = [better.to_string(), worse.to_string()];
                let sides = [("first", sides[0].as_str()), ("second", sides[1].as_str())];
                places.push(Place {
                    further: vec![pair[0].at.clone().into()],
                    working: Some(filled(&words.not_more, &sides)),
                    ..pair[1].at.clone().into()
                });
            }
        }
    }
    places
}

/// Ladders that begin to pay only below the availability promised.
pub(super) fn first_band(bench: &Bench, promises: &[&KeyTerm]) -> Vec<Place> {
    let words = Wording::of(bench.lang);
    let mut places = Vec::new();
    for ladder in bench.ladders {
        let paid = ladder.rows.iter().filter(|row| row.step.credit != Credit::Nothing);
        let first = paid.filter(|row| row.step.band.upper.is_some()).max_by_key(|row| top(row));
        let Some(first) = first else { continue };
        let Some(promise) = promise_for(bench, &first.at, promises) else { continue };
        let (Some(upper), Some(promised)) = (first.step.band.upper, promise.quantity.percent())
        else {
            continue;
        };
        let between = Decimal::ONE_HUNDRED - (promised - upper);
        let month = Period::Month30;
        let Some(minutes) = downtime(between, month.minutes()).filter(|_| upper < promised) else {
            continue;
        };
        let length = human_minutes(minutes, words);
        let between = words.in_period(&length, month).unwrap_or(length);
        let (promised, upper) = (per_cent(promised), per_cent(upper));
        let values = [("promise", promised.as_str()), ("top", &upper), ("between", &between)];
        places.push(Place {
            further: vec![promise.at.clone().into()],
            working: Some(filled(&words.checks.dead_zone, &values)),
            ..first.at.clone().into()
        });
    }
    places
}

/// The promise a ladder pays for: the only value there is, or the only one in
/// its section.
fn promise_for<'t>(
    bench: &Bench,
    ladder: &Occurrence,
    promises: &[&'t KeyTerm],
) -> Option<&'t KeyTerm> {
    let only = |among: Vec<&'t KeyTerm>| {
        let first = *among.first()?;
        let same = |term: &&KeyTerm| term.quantity.percent() == first.quantity.percent();
        among.iter().all(same).then_some(first)
    };
    let section = bench.reading.contract.section_units(ladder.unit);
    let near = promises.iter().copied().filter(|term| section.contains(&term.at.unit)).collect();
    only(promises.to_vec()).or_else(|| only(near))
}

/// Rows that pay more than the cap on credits lets through.
pub(super) fn above_cap(bench: &Bench, caps: &[&KeyTerm]) -> Vec<Place> {
    let words = &Wording::of(bench.lang).checks;
    let [cap] = caps else { return Vec::new() };
    let Some(most) = cap.quantity.percent() else { return Vec::new() };
    let mut places = Vec::new();
    for ladder in bench.ladders {
        for row in &ladder.rows {
            if row.at.unit == cap.at.unit && row.at.sentence == cap.at.sentence {
                continue;
            }
            if row.step.credit.percent().is_some_and(|percent| percent > most) {
                let (row_text, cap_text) = (row.step.to_string(), per_cent(most));
                let values = [("row", row_text.as_str()), ("cap", cap_text.as_str())];
                places.push(Place {
                    further: vec![cap.at.clone().into()],
                    working: Some(filled(&words.above_cap, &values)),
                    ..row.at.clone().into()
                });
            }
        }
    }
    places
}

/// Uptime in per cent, at or below which a month is no ordinary month: three
/// days of outage in thirty.
const LOWEST_REACHED: u32 = 90;

/// Rows that pay their credit only for a month that was down for more than
/// three days: the credit they show is never earned.
pub(super) fn out_of_reach(bench: &Bench) -> Vec<Place> {
    let words = Wording::of(bench.lang);
    let mut places = Vec::new();
    for ladder in bench.ladders {
        let tops = ladder.rows.iter().filter_map(|row| row.step.band.upper);
        // A ladder that begins so low speaks of something else.
        if tops.max().is_none_or(|top| top <= Decimal::from(LOWEST_REACHED)) {
            continue;
        }
        for row in ladder.rows.iter().filter(|row| row.step.credit != Credit::Nothing) {
            let upper = row.step.band.upper.filter(|top| *top < Decimal::from(LOWEST_REACHED));
            let month = Period::Month30;
            let Some(down) = upper.and_then(|top| downtime(top, month.minutes())) else {
                continue;
            };
            let length = human_minutes(down, words);
            let down = words.in_period(&length, month).unwrap_or(length);
            let row_text = row.step.to_string();
            let values = [("row", row_text.as_str()), ("down", down.as_str())];
            let working = Some(filled(&words.checks.out_of_reach, &values));
            places.push(Place { working, ..row.at.clone().into() });
        }
    }
    places
}

/// Units in front of a ladder that speak of it, with the head of its table.
const LEAD: usize = 4;
/// Units behind a ladder that do.
const TAIL: usize = 3;

/// Ladders whose percentages nothing near says what they are of. Their rule names
/// the words that say it elsewhere.
pub(super) fn without_base(bench: &Bench) -> Vec<Place> {
    let paragraphs = &bench.reading.contract.paragraphs;
    let first = |ladder: &Ladder| {
        let paid = ladder.rows.iter().filter(|row| matches!(row.step.credit, Credit::Percent(_)));
        let all: Vec<&LadderRow> = paid.collect();
        let at = ladder.rows[0].at.unit;
        let around = at.saturating_sub(LEAD)..(at + ladder.rows.len() + TAIL).min(paragraphs.len());
        let said = |unit: usize| says(&vocabulary().terms.base, paragraphs[unit].folded.as_str());
        let bare = all.iter().all(|row| row.step.of.is_empty()) && !around.into_iter().any(said);
        all.first().filter(|_| bare).map(|row| row.at.clone().into())
    };
    bench.ladders.iter().filter_map(first).collect()
}
