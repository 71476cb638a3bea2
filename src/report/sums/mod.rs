//! The page of sums, `fineprint sla`: what an availability allows, what
//! exclusions and dependencies leave of it, and what an outage is worth.

mod json;
mod outage;
mod services;

pub use json::sums_json;

use crate::arithmetic::{
    Convention, Period, Tier, Wording, downtime, effective, effective_working, filled,
    human_minutes, separated,
};
use crate::matching::Lang;
use rust_decimal::Decimal;

/// All conventions for the length of a period.
const PERIODS: [Period; 10] = [
    Period::Day,
    Period::Week,
    Period::Month28,
    Period::Month29,
    Period::Month30,
    Period::Month31,
    Period::AverageMonth,
    Period::Quarter,
    Period::Year,
    Period::AverageYear,
];

/// What is to be worked out; what is `None` or empty is left out.
#[derive(Debug, Clone, Default)]
pub struct SumsAsked {
    /// An availability, in per cent.
    pub available: Option<Decimal>,
    /// Minutes that do not count, and the minutes of the period they are of.
    pub excluded: Option<(Decimal, Decimal)>,
    /// Availabilities that are all needed, in per cent.
    pub serial: Vec<Decimal>,
    /// Availabilities of which one suffices, in per cent.
    pub parallel: Vec<Decimal>,
    /// Minutes of an outage in a month.
    pub outage: Option<Decimal>,
    /// The fee of a month.
    pub fee: Option<Decimal>,
    /// What credits are paid.
    pub ladder: Vec<Tier>,
    /// The most that is paid, in per cent of the fee.
    pub cap: Option<Decimal>,
    /// What an hour of outage costs the customer.
    pub loss: Option<Decimal>,
    /// The service whose ladder it is, where a contract has several.
    pub service: String,
}

/// Sums under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Their name for programs: `downtime`, `excluded`, `together`, `outage`.
    pub name: &'static str,
    /// What they are about.
    pub title: String,
    /// One sum a line.
    pub lines: Vec<Line>,
}

/// A sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its name for programs: `month30`, `serial`, `credit`.
    pub name: &'static str,
    /// Written out, with its working and its convention.
    pub text: String,
    /// What it comes to, not rounded.
    pub value: Decimal,
    /// In what: `minutes`, `percent`, or `money` in the currency of the fee.
    pub unit: &'static str,
}

/// The sums, in a language. What cannot be done is left out.
pub fn sums(asked: &SumsAsked, lang: Lang) -> Vec<Group> {
    let words = Wording::of(lang);
    [
        allowed(asked, words),
        excluded(asked, words),
        services::together(asked, words),
        outage::outage(asked, words),
    ]
    .into_iter()
    .flatten()
    .filter(|group| !group.lines.is_empty())
    .collect()
}

fn per_cent(value: Decimal) -> String {
    format!("{}%", separated(value.normalize()))
}

fn allowed(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let available = asked.available?;
    let line = |period: &Period| {
        let value = downtime(available, period.minutes())?;
        let text = words.in_period(&human_minutes(value, words), *period)?;
        Some(Line { name: period.name(), text, value, unit: "minutes" })
    };
    Some(Group {
        name: "downtime",
        title: filled(&words.page.allows, &[("available", &per_cent(available))]),
        lines: PERIODS.iter().filter_map(line).collect(),
    })
}

fn excluded(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let available = asked.available?;
    let (minutes, of) = asked.excluded?;
    let hour = Decimal::from(60);
    let (hours, of_hours) = (minutes.checked_div(hour)?, of.checked_div(hour)?);
    let line = |name, convention, said: &str| {
        let sum = effective_working(available, hours, of_hours, convention, words)?;
        let value = effective(available, minutes.checked_div(of)?, convention)?;
        Some(Line { name, text: format!("{sum} ({said})"), value, unit: "percent" })
    };
    let lines = [
        line("leaves-period", Convention::Both, &words.page.leaves),
        line("stays-in-period", Convention::NumeratorOnly, &words.page.stays),
    ];
    Some(Group {
        name: "excluded",
        title: words.page.excluded.clone(),
        lines: lines.into_iter().flatten().collect(),
    })
}
