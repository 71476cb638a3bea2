//! Checks of clause numbers. A contract numbered in a consistent way of its own
//! raises none: only what breaks a sequence that holds before and behind.

use super::{Place, occurrence, opening};
use crate::catalogue::Cite;
use crate::clause::{Contract, Label};
use crate::source::Format;

/// Fewest numbers that make a sequence.
const SHORTEST: usize = 3;

/// One number after another under one clause.
struct Series<'c> {
    /// Clause and its last number, in reading order.
    numbers: Vec<(usize, &'c Label, u32)>,
}

/// The sequences of numbers of a contract: siblings whose labels are written
/// alike. Items that a list numbers by itself are left out.
fn series(contract: &Contract) -> Vec<Series<'_>> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); contract.clauses.len()];
    for (index, clause) in contract.clauses.iter().enumerate() {
        // Filings run clauses together, and one that was not found is no gap.
        let lines = contract.documents[clause.document].source.format != Format::Text;
        if let Some(parent) = clause.parent.filter(|_| lines) {
            children[parent].push(index);
        }
    }
    let mut all = Vec::new();
    for siblings in children {
        let mut open: Vec<(String, Series)> = Vec::new();
        for index in siblings {
            let Some(label) = &contract.clauses[index].label else { continue };
            let Some(last) = label.path.last().copied() else { continue };
            if label.cite == Cite::Suffix || label.weak {
                continue;
            }
            let style = format!("{} {}", label.style, label.path.len());
            match open.iter_mut().find(|(other, _)| *other == style) {
                Some((_, series)) => series.numbers.push((index, label, last)),
                None => open.push((style, Series { numbers: vec![(index, label, last)] })),
            }
        }
        all.extend(open.into_iter().map(|(_, series)| series));
    }
    all
}

/// Numbers left out of a sequence that is whole otherwise: 1, 2, 4, 5.
pub(super) fn gaps(contract: &Contract) -> Vec<Place> {
    let mut places = Vec::new();
    for Series { numbers } in series(contract) {
        if numbers.len() < SHORTEST || numbers[0].2 != 1 {
            continue;
        }
        let steps: Vec<(usize, u32, u32)> = numbers
            .windows(2)
            .enumerate()
            .map(|(at, pair)| (at + 1, pair[0].2, pair[1].2))
            .filter(|(_, before, after)| *after != before + 1)
            .collect();
        let [(at, before, after)] = steps[..] else { continue };
        let one_missing = after == before + 2;
        let (clause, label, _) = numbers[at];
        if !one_missing || stands_elsewhere(contract, label, before + 1) {
            continue;
        }
        if let Some((unit, range)) = opening(contract, clause) {
            let missing = with_last(label, before + 1);
            places.push(Place::new(contract, unit, range).with_detail(missing));
        }
    }
    places
}

/// Numbers given to two clauses one after the other, in a sequence that goes on
/// as if there were one: 3.1, 3.2, 3.2, 3.3.
pub(super) fn duplicates(contract: &Contract) -> Vec<Place> {
    let mut places = Vec::new();
    for Series { numbers } in series(contract) {
        let broken =
            numbers.windows(2).filter(|p| p[1].2 != p[0].2 + 1 && p[1].2 != p[0].2).count();
        if numbers.len() < SHORTEST || broken > 0 || numbers[0].2 != 1 {
            continue;
        }
        let twice: Vec<usize> = (1..numbers.len())
            .filter(|&at| {
                numbers[at].2 == numbers[at - 1].2 && numbers[at].1.path == numbers[at - 1].1.path
            })
            .collect();
        let [at] = twice[..] else { continue };
        let (clause, label, _) = numbers[at];
        if let Some((unit, range)) = opening(contract, clause) {
            let mut place = Place::new(contract, unit, range).with_detail(label.text.clone());
            if let Some((unit, range)) = opening(contract, numbers[at - 1].0) {
                place = place.with_further(occurrence(contract, unit, range));
            }
            places.push(place);
        }
    }
    places
}

/// Whether a number that no sibling has stands elsewhere: at a clause put in
/// the wrong place, or in words such as "4.3 is not used".
fn stands_elsewhere(contract: &Contract, label: &Label, number: u32) -> bool {
    let mut path = label.path.clone();
    if let Some(last) = path.last_mut() {
        *last = number;
    }
    // A bare `2` between 1. and 3. is the number that seems to be left out.
    let labelled = contract
        .clauses
        .iter()
        .filter_map(|clause| clause.label.as_ref())
        .any(|other| other.path == path && (path.len() > 1 || other.weak));
    let written = with_last(label, number);
    labelled
        || contract.units.iter().any(|unit| {
            unit.text.as_str().match_indices(&written).any(|(at, _)| {
                let text = unit.text.as_str();
                let figure = |c: char| c.is_ascii_digit();
                (path.len() > 1 || at == 0)
                    && !text[..at].ends_with(figure)
                    && !text[at + written.len()..].starts_with(figure)
            })
        })
}

/// A label with another last number: 4.03 made of 4.04, 第五条 of 第六条. Numbers
/// in letters are shown in figures.
fn with_last(label: &Label, number: u32) -> String {
    let text = label.text.as_str();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let kept = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    if kept.len() < digits.len() {
        let padded = digits[kept.len()..].starts_with('0');
        let width = if padded { digits.len() - kept.len() } else { 0 };
        return format!("{kept}{number:0width$}{}", &text[digits.len()..]);
    }
    let is_numeral = |c: char| HAN_FIGURES.contains(&c) || c == '十';
    match (text.find(is_numeral), text.rfind(is_numeral), han_numeral(number)) {
        (Some(start), Some(last), Some(numeral)) => {
            let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
            format!("{}{numeral}{}", &text[..start], text[end..].trim_end_matches('、'))
        }
        _ => number.to_string(),
    }
}

/// Chinese figures, from one.
const HAN_FIGURES: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number below a hundred as clauses count it: 十二, 二十.
fn han_numeral(number: u32) -> Option<String> {
    let figure = |at: u32| HAN_FIGURES.get((at as usize).checked_sub(1)?).copied();
    if number >= 100 {
        return None;
    }
    let (tens, ones) = (number / 10, number % 10);
    let mut numeral = String::new();
    if tens > 0 {
        numeral.extend(figure(tens).filter(|_| tens > 1));
        numeral.push('十');
    }
    numeral.extend(figure(ones));
    Some(numeral)
}
