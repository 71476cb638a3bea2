//! What sums need to know of the whole contract: the availability it promises,
//! its hours of support, how long it runs and when it ends.

use crate::arithmetic::{BusinessHours, TermEnd};
use crate::catalogue::{Serves, Working};
use crate::provision::{Occurrence, Reading};
use crate::quantity::{Days, Hours, Measure, Quantity, Window};
use crate::terms::KeyTerm;
use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What is known around one unit of a contract.
pub(in crate::check) struct Known<'r> {
    reading: &'r Reading<'r>,
    terms: &'r [KeyTerm],
    unit: usize,
}

impl<'r> Known<'r> {
    /// What is known where a unit's words are worked with.
    pub(in crate::check) fn at(reading: &'r Reading, terms: &'r [KeyTerm], unit: usize) -> Self {
        Self { reading, terms, unit }
    }

    /// The key terms that serve sums in a way.
    fn serving(&self, serves: Serves) -> impl Iterator<Item = &'r KeyTerm> {
        let rules = &self.reading.catalogue.terms;
        self.terms.iter().filter(move |term| rules[term.id].file.serves == Some(serves))
    }

    /// The availability promised, in per cent, that words in the unit speak of:
    /// the last before them, else the first behind.
    pub(super) fn promised(&self) -> Option<Decimal> {
        let rules = &self.reading.catalogue.terms;
        let promises: Vec<&KeyTerm> = self
            .terms
            .iter()
            .filter(|term| rules[term.id].file.working == Some(Working::Downtime))
            .collect();
        let last = promises.iter().rfind(|term| term.at.unit <= self.unit);
        last.or(promises.first()).and_then(|term| term.quantity.percent())
    }

    /// The hours of support and how the contract writes them, where it states
    /// days and hours, once.
    pub(super) fn hours(&self) -> Option<(BusinessHours, String)> {
        let mut windows = self.serving(Serves::Clock).filter_map(|term| {
            let Measure::Window(window) = &term.quantity.measure else { return None };
            let text = &self.reading.contract.units[term.at.unit].text;
            let paragraph = &self.reading.contract.paragraphs[term.at.unit];
            let written = text.as_str().get(paragraph.plain_range(term.at.range.clone()))?;
            Some((working_hours(window)?, written.trim().to_owned()))
        });
        let first = windows.next()?;
        windows.all(|(hours, _)| hours == first.0).then_some(first)
    }

    /// The length of notice that words of the unit hold, where a key term is one.
    pub(super) fn notice(&self) -> Option<&'r Quantity> {
        let rules = &self.reading.catalogue.terms;
        let notice = |term: &&KeyTerm| rules[term.id].file.working == Some(Working::NoticeDate);
        self.terms.iter().filter(notice).find(|t| t.at.unit == self.unit).map(|t| &t.quantity)
    }

    /// The whole months of the initial term, where the contract names one.
    pub(super) fn months(&self) -> Option<u32> {
        let mut lengths = self.serving(Serves::Term).filter_map(|term| term.quantity.in_months());
        let first = lengths.next()?;
        let only = lengths.all(|other| other == first) && first.is_integer();
        first.to_u32().filter(|months| only && *months > 0)
    }

    /// The first day of the term, where the contract names one.
    pub(in crate::check) fn start(&self) -> Option<Date> {
        self.only_date(Serves::Start)
    }

    /// The last day of the initial term: as the contract states it, else the
    /// day before the first day plus the term.
    pub(in crate::check) fn end(&self) -> Option<TermEnd> {
        let stated = self.only_date(Serves::End).map(TermEnd::Stated);
        stated.or_else(|| {
            let (start, months) = (self.start()?, self.months()?);
            Some(TermEnd::Reckoned { start, months })
        })
    }

    /// The one day that provisions of a kind name; none where its figures may
    /// be read in two ways, or where they name several.
    fn only_date(&self, serves: Serves) -> Option<Date> {
        let mut days = self.reading.provisions.iter().filter_map(|provision| {
            let rule = &self.reading.catalogue.provisions[provision.id];
            let wanted = rule.file.serves == Some(serves) && provision.at.stands();
            last_date(self.reading, &provision.at).filter(|_| wanted)
        });
        let first = days.next()?;
        days.all(|other| other == first).then_some(first)
    }
}

/// The last date among some words.
fn last_date(reading: &Reading, at: &Occurrence) -> Option<Date> {
    let paragraph = &reading.contract.paragraphs[at.unit];
    let words = paragraph.quantities_in(&at.range);
    let dates = words.filter_map(|(quantity, _)| match quantity.measure {
        Measure::Date { date, month_first: None } => Some(date),
        _ => None,
    });
    dates.last()
}

/// A window as hours of work; none where it never closes, or leaves days or
/// hours open.
fn working_hours(window: &Window) -> Option<BusinessHours> {
    if window.is_round_the_clock() {
        return None;
    }
    let Some(Hours::Clock { from, to }) = window.hours.filter(|_| window.days.is_some()) else {
        return None;
    };
    let (first, last) = match window.days? {
        Days::Span(first, last) => (first, last),
        Days::Business | Days::PerWeek(5) => (Weekday::Monday, Weekday::Friday),
        Days::PerWeek(_) => return None,
    };
    let days = first.cycle_forward().take(7);
    let mut days: Vec<Weekday> = days.take_while(|day| *day != last).collect();
    days.push(last);
    (from < to).then(|| BusinessHours { from, to, days, holidays: Vec::new() })
}
