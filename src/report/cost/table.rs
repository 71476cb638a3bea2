//! Offers side by side as rows of cells, for those formats that people read.

use super::CostSheets;
use super::phrases::CostPhrases;
use crate::arithmetic::{Period, Wording, downtime_working, filled, money, rounded};
use crate::check::SheetLine;
use crate::cost::{Offer, UnitCost};
use crate::report::headline::cited;
use crate::report::terms::with_place;
use rust_decimal::Decimal;

/// A row of the comparison.
#[derive(Debug)]
pub(in crate::report) struct CostRow {
    /// What it shows.
    pub(in crate::report) title: String,
    /// By offer; empty where there is nothing to show.
    pub(in crate::report) cells: Vec<String>,
    /// Whether it is one of those that decide.
    pub(in crate::report) strong: bool,
}

/// What offers cost, and what that buys.
pub(in crate::report) struct CostTable {
    pub(in crate::report) costs: Vec<CostRow>,
    pub(in crate::report) service: Vec<CostRow>,
}

/// An amount in the currency of an offer.
pub(in crate::report) fn amount(offer: &Offer, value: Decimal) -> String {
    format!("{} {}", offer.currency.map_or("", |currency| currency.code()), money(value))
}

/// A price a unit: four places.
fn unit_price(offer: &Offer, value: Decimal) -> String {
    format!("{} {}", offer.currency.map_or("", |currency| currency.code()), rounded(value, 4))
}

pub(in crate::report) fn table(sheets: &CostSheets, p: &CostPhrases) -> CostTable {
    let offers = sheets.offers;
    let length = p.length(sheets.asked.months);
    let row = |title: String, strong: bool, cell: &dyn Fn(usize, &Offer) -> Option<String>| {
        let cells = offers.iter().enumerate();
        let cells: Vec<String> =
            cells.map(|(at, offer)| cell(at, offer).unwrap_or_default()).collect();
        CostRow { title, cells, strong }
    };
    let mut costs = vec![row(filled(&p.total, &[("length", &length)]), true, &|_, offer| {
        let total = offer.currency.map(|_| amount(offer, offer.total));
        Some(match total {
            Some(total) if !offer.missing.is_empty() => {
                let missing = offer.missing.join(", ");
                filled(&p.incomplete, &[("total", &total), ("missing", &missing)])
            }
            Some(total) => total,
            None => p.no_total.clone(),
        })
    })];
    if let Some(beside) = sheets.side_by_side {
        let difference = |at: usize| beside.offers.get(at).copied().flatten();
        let more = |percent: Decimal| match percent.is_zero() {
            true => p.cheapest.clone(),
            false => filled(&p.more, &[("percent", &rounded(percent, 1))]),
        };
        if offers.iter().any(|offer| offer.currency.is_some_and(|own| own != beside.currency)) {
            let code = beside.currency.code();
            costs.push(row(filled(&p.total_in, &[("currency", code)]), true, &|at, _| {
                difference(at).map(|found| format!("{code} {}", money(found.total)))
            }));
        }
        costs.push(row(p.first_more.clone(), true, &|at, _| {
            Some(more(difference(at)?.first_month))
        }));
        costs.push(row(p.all_more.clone(), true, &|at, _| Some(more(difference(at)?.all))));
    }
    costs.push(row(p.first_month.clone(), false, &|_, offer| {
        Some(amount(offer, offer.first_month()?))
    }));
    costs.push(row(p.average_month.clone(), false, &|_, offer| {
        Some(amount(offer, offer.average_month()?))
    }));
    costs.push(row(p.promotion.clone(), false, &|_, offer| promotion(offer, p)));
    for used in &sheets.asked.uses {
        let of = |offer: &Offer| offer.units.iter().find(|unit| unit.name == used.name).cloned();
        let Some(any) = offers.iter().find_map(of) else { continue };
        let (per, unit) = (rounded(any.per, 0), p.unit(&any.unit));
        let title = filled(&p.own, &[("use", &used.name), ("per", &per), ("unit", unit)]);
        let price = |offer: &Offer, of_unit: &dyn Fn(UnitCost) -> Decimal| {
            of(offer).map(|unit| unit_price(offer, of_unit(unit)))
        };
        costs.push(row(title, false, &|_, offer| price(offer, &|unit| unit.own)));
        costs.push(row(p.with_all.clone(), false, &|_, offer| {
            // Its share of a cost that is not whole would be too small.
            price(offer, &|unit| unit.with_all).filter(|_| offer.is_complete())
        }));
    }
    costs.extend(exits(offers, p));
    costs.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    CostTable { costs, service: service(sheets) }
}

fn promotion(offer: &Offer, p: &CostPhrases) -> Option<String> {
    let promotion = offer.promotion?;
    let change = promotion.after.checked_sub(promotion.before)?;
    let change = change.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(promotion.before)?;
    let sign = if change.is_sign_negative() { "" } else { "+" };
    let values = [
        ("month", (promotion.until + 1).to_string()),
        ("before", amount(offer, promotion.before)),
        ("after", amount(offer, promotion.after)),
        ("percent", format!("{sign}{}", rounded(change, 1))),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(filled(&p.promoted, &values))
}

/// A row for each month after which some offer's exit fee is shown.
fn exits(offers: &[Offer], p: &CostPhrases) -> Vec<CostRow> {
    let fees = offers.iter().filter_map(|offer| offer.exit.as_ref());
    let mut points: Vec<u32> =
        fees.flat_map(|exit| exit.quarters().map(|fee| fee.after).collect::<Vec<_>>()).collect();
    points.sort_unstable();
    points.dedup();
    let cell = |offer: &Offer, after: u32| {
        let fees = &offer.exit.as_ref()?.fees;
        let fee = fees.iter().find(|fee| fee.after == after)?;
        Some(amount(offer, fee.amount))
    };
    let row = |after: u32| CostRow {
        title: p.leaving(after),
        cells: offers.iter().map(|offer| cell(offer, after).unwrap_or_default()).collect(),
        strong: false,
    };
    points.into_iter().map(row).collect()
}

/// What each offer promises, a row a key term.
fn service(sheets: &CostSheets) -> Vec<CostRow> {
    let promised = |line: &&SheetLine| line.service_level && !line.words && line.rows.is_empty();
    let mut terms: Vec<(&str, &str)> = Vec::new();
    for line in sheets.offers.iter().flat_map(|offer| offer.review.sheet.iter().filter(promised)) {
        if !terms.iter().any(|(term, _)| *term == line.term) {
            terms.push((&line.term, &line.title));
        }
    }
    let words = Wording::of(sheets.lang);
    let said = |line: &SheetLine| {
        let down = line.available.and_then(|a| downtime_working(a, &[Period::Month30], words));
        match down {
            Some(down) => format!("{down} ({})", cited(&line.clause.address, "§")),
            None => with_place(line),
        }
    };
    let row = |(term, title): &(&str, &str)| {
        let of = |offer: &Offer| {
            let lines = offer.review.sheet.iter().filter(promised);
            let values: Vec<String> = lines.filter(|line| line.term == *term).map(said).collect();
            values.join("; ")
        };
        let title = (*title).to_owned();
        CostRow { title, cells: sheets.offers.iter().map(of).collect(), strong: false }
    };
    terms.iter().map(row).collect()
}
