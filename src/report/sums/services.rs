//! Services that need each other, or stand in for each other.

use super::{Group, Line, SumsAsked, per_cent};
use crate::arithmetic::{
    Period, Wording, any_of, downtime, human_minutes, in_series, in_series_at_worst, rounded,
};
use rust_decimal::Decimal;

pub(super) fn together(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let page = &words.page;
    let mut lines = Vec::new();
    let serial = in_series(&asked.serial).filter(|_| !asked.serial.is_empty());
    let parallel = any_of(&asked.parallel).filter(|_| !asked.parallel.is_empty());
    if let Some(all) = serial {
        let sum: Vec<String> = asked.serial.iter().map(|part| per_cent(*part)).collect();
        lines.extend(line("serial", &page.serial, &sum.join(" x "), all, words));
        let lost = format!("1 - {}", lost(&asked.serial).join(" - "));
        let worst = in_series_at_worst(&asked.serial).filter(|_| asked.serial.len() > 1);
        lines.extend(
            worst.and_then(|worst| {
                line("serial-at-worst", &page.serial_at_worst, &lost, worst, words)
            }),
        );
    }
    if let Some(any) = parallel {
        let sum = format!("1 - {}", lost(&asked.parallel).join(" x "));
        lines.extend(line("parallel", &page.parallel, &sum, any, words));
    }
    if let (Some(all), Some(any)) = (serial, parallel) {
        let sum = format!("{}% x {}%", rounded(all, 4), rounded(any, 6));
        let both = in_series(&[all, any])?;
        lines.extend(line("behind", &page.behind, &sum, both, words));
    }
    let title = page.together.clone();
    (!lines.is_empty()).then_some(Group { name: "together", title, lines })
}

/// What each service may lose: `(1 - 99.9%)`.
fn lost(parts: &[Decimal]) -> Vec<String> {
    parts.iter().map(|part| format!("(1 - {})", per_cent(*part))).collect()
}

/// Places behind the point that tell an availability from a hundred per cent:
/// four, or as many as it takes to show two figures of what is lost.
fn places(available: Decimal) -> u32 {
    let lost = Decimal::ONE_HUNDRED - available;
    let enough = |places: &u32| lost >= Decimal::new(1, places.saturating_sub(1));
    (4..12).find(enough).unwrap_or(12)
}

fn line(
    name: &'static str,
    said: &str,
    sum: &str,
    value: Decimal,
    words: &Wording,
) -> Option<Line> {
    let minutes = downtime(value, Period::Month30.minutes())?;
    let month = words.in_period(&human_minutes(minutes, words), Period::Month30)?;
    let sum = format!("{sum} = {}%, {month}", rounded(value, places(value)));
    let text = words.labelled(said, &sum);
    Some(Line { name, text, value, unit: "percent" })
}
