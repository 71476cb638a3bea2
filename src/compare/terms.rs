//! Key terms that moved, which way, and for whom that is worse.

use super::ladders::ladder_direction;
use crate::arithmetic::{Period, Wording, downtime, human_change, human_minutes};
use crate::catalogue::{Catalogue, Prefers, Side, TermRule, ValueKind};
use crate::check::{Review, SheetLine};
use crate::clause::folded_heading;
use crate::matching::Lang;
use std::cmp::Ordering;

/// What a change means for a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// It is worse off.
    Worse,
    /// It is better off.
    Better,
    /// It depends, or cannot be told.
    Neutral,
}

impl Direction {
    fn flipped(self) -> Self {
        match self {
            Self::Worse => Self::Better,
            Self::Better => Self::Worse,
            Self::Neutral => Self::Neutral,
        }
    }
}

/// A key term that changed, came or went. At least one end is there.
#[derive(Debug, Clone)]
pub struct TermChange<'a> {
    /// As it was.
    pub old: Option<&'a SheetLine>,
    /// As it is.
    pub new: Option<&'a SheetLine>,
    /// What that means for the side compared for.
    pub direction: Direction,
    /// What both figures come to, with the convention: `43.2 min -> 432 min per
    /// 30-day month`.
    pub sum: Option<String>,
}

impl<'a> TermChange<'a> {
    /// The line that names the term: as it is or, where it is gone, as it was.
    pub fn line(&self) -> Option<&'a SheetLine> {
        self.new.or(self.old)
    }
}

/// The key terms that differ between two reviews.
pub(super) fn changes<'a>(
    catalogue: &Catalogue,
    old: &'a Review,
    new: &'a Review,
    side: Side,
    lang: Lang,
) -> Vec<TermChange<'a>> {
    let mut before: Vec<&SheetLine> = old.sheet.iter().collect();
    let mut pairs: Vec<(Option<&SheetLine>, Option<&SheetLine>)> =
        new.sheet.iter().map(|line| (None, Some(line))).collect();
    // What stayed as it was is known first; then what is for the same thing; a
    // term that either version has once needs no subject.
    let signs: [fn(&SheetLine, &SheetLine) -> bool; 3] = [
        |a, b| same_subject(a, b) && same_value(a, b),
        same_subject,
        |a, b| a.subject.is_empty() || b.subject.is_empty() || same_value(a, b),
    ];
    for sign in signs {
        for (known, line) in &mut pairs {
            let Some(line) = line.filter(|_| known.is_none()) else { continue };
            let same = before.iter().position(|was| was.term == line.term && sign(was, line));
            *known = same.map(|at| before.remove(at));
        }
    }
    pairs.extend(before.into_iter().map(|gone| (Some(gone), None)));
    // What is promised twice in the same words has one line in the sheet, so a
    // line may stand for two, of which only one changed.
    for (was, is) in &mut pairs {
        match (*was, *is) {
            (None, Some(line)) => *was = only(old, line),
            (Some(line), None) => *is = only(new, line),
            _ => {}
        }
    }
    let rule = |line: &SheetLine| catalogue.terms.iter().find(|rule| *rule.name == *line.term);
    let changed = pairs.into_iter().filter(|(old, new)| match (old, new) {
        (Some(old), Some(new)) => !same_value(old, new),
        _ => true,
    });
    changed
        .map(|(was, is)| {
            let rule = is.or(was).and_then(rule);
            let customer = match (rule, was, is) {
                (Some(rule), Some(was), Some(is)) => moved(rule, was, is),
                (Some(rule), None, Some(_)) => stands(catalogue, rule, old),
                (Some(rule), Some(_), None) => stands(catalogue, rule, new).flipped(),
                _ => Direction::Neutral,
            };
            let direction = if side == Side::Vendor { customer.flipped() } else { customer };
            TermChange { old: was, new: is, direction, sum: sum(was, is, lang) }
        })
        .collect()
}

/// The line for the same thing, where a review has exactly one.
fn only<'a>(review: &'a Review, line: &SheetLine) -> Option<&'a SheetLine> {
    let mut same = review.sheet.iter().filter(|l| l.term == line.term && same_subject(l, line));
    same.next().filter(|_| same.next().is_none())
}

fn same_subject(a: &SheetLine, b: &SheetLine) -> bool {
    folded_heading(&a.subject) == folded_heading(&b.subject)
}

fn same_value(a: &SheetLine, b: &SheetLine) -> bool {
    if !a.rows.is_empty() || !b.rows.is_empty() {
        return a
            .rows
            .iter()
            .map(|row| (row.band, row.credit))
            .eq(b.rows.iter().map(|row| (row.band, row.credit)));
    }
    let same_size = a.size.is_some() && a.size == b.size;
    (a.figure == b.figure || same_size) && a.unit == b.unit && a.per == b.per
}

/// What a move between two values means for the customer.
fn moved(rule: &TermRule, old: &SheetLine, new: &SheetLine) -> Direction {
    if rule.value == ValueKind::Ladder {
        return ladder_direction(&old.rows, &new.rows);
    }
    let (Some(prefers), Some(was), Some(is)) = (rule.file.customer_prefers, old.size, new.size)
    else {
        return Direction::Neutral;
    };
    // Sums of different money, and shares of different periods, cannot be compared.
    let comparable = old.unit == new.unit || (is_time(&old.unit) && is_time(&new.unit));
    if !comparable || (old.per != new.per && old.unit != "percent") {
        return Direction::Neutral;
    }
    match (is.cmp(&was), prefers) {
        (Ordering::Equal, _) => Direction::Neutral,
        (Ordering::Greater, Prefers::Higher) | (Ordering::Less, Prefers::Lower) => {
            Direction::Better
        }
        (Ordering::Greater, Prefers::Lower) | (Ordering::Less, Prefers::Higher) => Direction::Worse,
    }
}

/// Whether a unit's sizes are minutes.
fn is_time(unit: &str) -> bool {
    let unit = unit.strip_prefix("business-").unwrap_or(unit);
    matches!(
        unit,
        "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "quarters" | "years"
    )
}

/// What it means for the customer that a contract has a term that the `other`
/// version lacks. Where the other says the same thing in another unit, as a cap
/// in months and in money, it cannot be told.
fn stands(catalogue: &Catalogue, rule: &TermRule, other: &Review) -> Direction {
    let kin = |line: &&SheetLine| {
        let others = catalogue.terms.iter().find(|rule| *rule.name == *line.term);
        others.is_some_and(|o| {
            o.name == rule.name || o.inside.iter().any(|p| rule.inside.contains(p))
        })
    };
    match rule.file.good_for {
        _ if other.sheet.iter().any(|line| kin(&line)) => Direction::Neutral,
        Some(Side::Customer) => Direction::Better,
        Some(Side::Vendor) => Direction::Worse,
        Some(Side::Both) | None => Direction::Neutral,
    }
}

/// What availabilities allow, before and after.
fn sum(old: Option<&SheetLine>, new: Option<&SheetLine>, lang: Lang) -> Option<String> {
    let wording = Wording::of(lang);
    let allows = |line: &SheetLine| downtime(line.available?, Period::Month30.minutes());
    let time = match (old.map(allows), new.map(allows)) {
        (Some(old), Some(new)) => human_change(old?, new?, wording),
        (Some(only), None) | (None, Some(only)) => human_minutes(only?, wording),
        (None, None) => return None,
    };
    wording.in_period(&time, Period::Month30)
}
