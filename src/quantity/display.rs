//! Quantities in one canonical form, in English: `99.9 %`, `USD 1,000.00`,
//! `5 business days`, `USD 0.99 per 1,000 minutes`.

use super::model::{Calendar, Days, Hours, Measure, Per, PerUnit, Quantity, Window};
use jiff::civil::Weekday;
use rust_decimal::Decimal;
use std::fmt::{Display, Formatter, Result};

impl Display for Quantity {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let upper = self.upper;
        match &self.measure {
            Measure::Percent { value, discount } => {
                write!(f, "{} %", range(*value, upper, grouped))?;
                f.write_str(if *discount { " off" } else { "" })?;
            }
            Measure::Money { value, currency } => {
                write!(f, "{} {}", currency.code(), range(*value, upper, amount))?;
            }
            Measure::Duration { value, unit, calendar } => {
                let kind = match calendar {
                    Calendar::Unstated => "",
                    Calendar::Natural => "calendar ",
                    Calendar::Business => "business ",
                };
                let plural = if upper.is_none() && *value == Decimal::ONE { "" } else { "s" };
                write!(f, "{} {kind}{}{plural}", range(*value, upper, grouped), unit.name())?;
            }
            Measure::Count { value, thing } => {
                let one = upper.is_none() && *value == Decimal::ONE;
                let ending = if one { "" } else { plural(thing) };
                write!(f, "{} {thing}{ending}", range(*value, upper, grouped))?;
            }
            Measure::Date { date, .. } => write!(f, "{date}")?,
            Measure::Window(window) => write!(f, "{window}")?,
        }
        self.per.iter().try_for_each(|per| write!(f, " {per}"))
    }
}

impl Quantity {
    /// The name of its unit for programs: `percent`, `days`, `business-days`,
    /// `USD`, `count`, `date`, `window`.
    pub fn unit_name(&self) -> String {
        match &self.measure {
            Measure::Percent { .. } => "percent".to_owned(),
            Measure::Money { currency, .. } => currency.code().to_owned(),
            Measure::Duration { unit, calendar: Calendar::Business, .. } => {
                format!("business-{}s", unit.name())
            }
            Measure::Duration { unit, .. } => format!("{}s", unit.name()),
            Measure::Count { .. } => "count".to_owned(),
            Measure::Date { .. } => "date".to_owned(),
            Measure::Window(_) => "window".to_owned(),
        }
    }
}

impl Display for Per {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (name, plural) = match &self.unit {
            PerUnit::Time(unit) => (unit.name(), "s"),
            PerUnit::Thing(thing) => (thing.as_ref(), plural(thing)),
        };
        if self.count == Decimal::ONE {
            return write!(f, "per {name}");
        }
        write!(f, "per {} {name}{plural}", grouped(self.count))
    }
}

/// The plural ending of a counted thing: none for units of data and for words
/// that are not English.
fn plural(thing: &str) -> &'static str {
    let word = thing.is_ascii() && !matches!(thing, "gb" | "tb" | "mb") && !thing.ends_with('s');
    if word { "s" } else { "" }
}

impl Display for Window {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let days = self.days.map(|days| match days {
            Days::Span(from, to) => format!("{} to {}", day(from), day(to)),
            Days::PerWeek(days) => format!("{days} days a week"),
            Days::Business => "business days".to_owned(),
        });
        let hours = self.hours.map(|hours| match hours {
            Hours::Clock { from, to } => format!("{}-{}", clock(from), clock(to)),
            Hours::PerDay(hours) => format!("{hours} hours a day"),
        });
        let all: Vec<String> = if self.is_always() {
            vec!["24x7".to_owned()]
        } else {
            days.into_iter().chain(hours).collect()
        };
        f.write_str(&all.join(", "))?;
        if let Some(zone) = &self.zone {
            write!(f, " {}", named(zone))?;
        }
        f.write_str(if self.except_holidays { ", except public holidays" } else { "" })
    }
}

/// A zone as people write it: `CET`, `UTC+8`, `Singapore Time`.
fn named(zone: &str) -> String {
    if !zone.contains(' ') {
        return zone.to_uppercase();
    }
    let words = zone.split(' ').map(|word| match word.chars().next() {
        Some(first) => format!("{}{}", first.to_uppercase(), &word[first.len_utf8()..]),
        None => String::new(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn day(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn range(value: Decimal, upper: Option<Decimal>, show: impl Fn(Decimal) -> String) -> String {
    match upper {
        Some(upper) => format!("{}-{}", show(value), show(upper)),
        None => show(value),
    }
}

/// Money: two places, or more where more are stated.
fn amount(value: Decimal) -> String {
    let value = value.normalize();
    let places = value.scale().max(2);
    separated(&format!("{value:.*}", places as usize))
}

/// Without needless zeros, thousands separated.
fn grouped(value: Decimal) -> String {
    separated(&value.normalize().to_string())
}

fn separated(figure: &str) -> String {
    let (whole, places) = figure.split_once('.').map_or((figure, None), |(w, p)| (w, Some(p)));
    let mut out = String::with_capacity(figure.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(places) = places {
        out.push('.');
        out.push_str(places);
    }
    out
}
