//! What offers cost, for programs: `fineprint.cost/1`.

use super::{CostPhrases, CostSheets};
use crate::check::{ClauseRef, SheetLine};
use crate::cost::{ExitFee, NoteKind, Offer, PartKind, Promotion, UsePeriod};
use crate::report::Failure;
use crate::report::terms::path;
use rust_decimal::Decimal;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Sheet<'a> {
    schema: &'static str,
    months: u32,
    uplift: Option<Decimal>,
    uses: Vec<UseRow<'a>>,
    offers: Vec<OfferRow<'a>>,
    common_currency: Option<&'static str>,
    failures: &'a [Failure],
}

#[derive(Serialize)]
struct UseRow<'a> {
    name: &'a str,
    amount: Decimal,
    unit: &'a str,
    per: UsePeriod,
}

#[derive(Serialize)]
struct OfferRow<'a> {
    path: &'a str,
    currency: Option<&'static str>,
    complete: bool,
    missing: &'a [String],
    total: Option<Decimal>,
    total_in_common: Option<Decimal>,
    more_than_cheapest_percent: Option<Decimal>,
    first_month: Option<Decimal>,
    first_month_more_than_cheapest_percent: Option<Decimal>,
    average_month: Option<Decimal>,
    months: Vec<Decimal>,
    parts: Vec<PartRow<'a>>,
    units: Vec<UnitRow<'a>>,
    promotion: Option<PromotionRow>,
    exit: Option<ExitRow<'a>>,
    service_level: Vec<Source<'a>>,
    notes: Vec<NoteRow<'a>>,
    open: Vec<OpenRow<'a>>,
    unused: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct PartRow<'a> {
    kind: PartKind,
    name: &'a str,
    amount: Decimal,
    working: &'a str,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct UnitRow<'a> {
    r#use: &'a str,
    per: Decimal,
    unit: &'a str,
    own: Decimal,
    with_all: Decimal,
}

#[derive(Serialize)]
struct PromotionRow {
    until_month: u32,
    before: Decimal,
    after: Decimal,
}

#[derive(Serialize)]
struct ExitRow<'a> {
    term_months: u32,
    source: Source<'a>,
    fees: &'a [ExitFee],
}

#[derive(Serialize)]
struct NoteRow<'a> {
    kind: NoteKind,
    message: String,
    source: Option<Source<'a>>,
}

/// A finding on fees, which no figure holds.
#[derive(Serialize)]
struct OpenRow<'a> {
    rule: &'a str,
    title: &'a str,
    clause: &'a ClauseRef,
}

/// A key term that a figure comes from.
#[derive(Serialize)]
struct Source<'a> {
    term: &'a str,
    subject: &'a str,
    value: &'a str,
    clause: &'a ClauseRef,
    start: Option<usize>,
    end: Option<usize>,
}

/// Writes the comparison as JSON, indented, with a final newline. Fails only as
/// `out` fails.
pub fn cost_json(sheets: &CostSheets, out: &mut dyn Write) -> io::Result<()> {
    let p = CostPhrases::load(sheets.lang)?;
    let uses = sheets.asked.uses.iter().map(|used| UseRow {
        name: &used.name,
        amount: used.amount.normalize(),
        unit: &used.unit.name,
        per: used.period,
    });
    let offers = sheets.offers.iter().enumerate();
    let sheet = Sheet {
        schema: "fineprint.cost/1",
        months: sheets.asked.months,
        uplift: sheets.asked.uplift,
        uses: uses.collect(),
        offers: offers.map(|(at, offer)| row(sheets, at, offer, &p)).collect(),
        common_currency: sheets.side_by_side.map(|beside| beside.currency.code()),
        failures: sheets.failures,
    };
    serde_json::to_writer_pretty(&mut *out, &sheet)?;
    writeln!(out)
}

fn row<'a>(sheets: &CostSheets<'a>, at: usize, offer: &'a Offer, p: &CostPhrases) -> OfferRow<'a> {
    let beside = sheets.side_by_side.and_then(|beside| beside.offers.get(at).copied().flatten());
    let promised = |line: &&SheetLine| line.service_level && !line.words && line.rows.is_empty();
    OfferRow {
        path: path(offer.review),
        currency: offer.currency.map(|currency| currency.code()),
        complete: offer.is_complete(),
        missing: &offer.missing,
        total: offer.currency.map(|_| cents(offer.total)),
        total_in_common: beside.map(|found| cents(found.total)),
        more_than_cheapest_percent: beside.map(|found| cents(found.all)),
        first_month: offer.first_month().map(cents),
        first_month_more_than_cheapest_percent: beside.map(|found| cents(found.first_month)),
        average_month: offer.average_month().map(cents),
        months: offer.months.iter().copied().map(cents).collect(),
        parts: offer
            .parts
            .iter()
            .map(|part| PartRow {
                kind: part.kind,
                name: &part.name,
                amount: cents(part.amount),
                working: &part.working,
                sources: part.lines.iter().map(|line| source(line)).collect(),
            })
            .collect(),
        units: offer
            .units
            .iter()
            .map(|unit| UnitRow {
                r#use: &unit.name,
                per: unit.per,
                unit: &unit.unit,
                own: unit.own.round_dp(6).normalize(),
                with_all: unit.with_all.round_dp(6).normalize(),
            })
            .collect(),
        promotion: offer.promotion.map(|Promotion { until, before, after }| PromotionRow {
            until_month: until,
            before: cents(before),
            after: cents(after),
        }),
        exit: offer.exit.as_ref().map(|exit| ExitRow {
            term_months: exit.term,
            source: source(exit.line),
            fees: &exit.fees,
        }),
        service_level: offer.review.sheet.iter().filter(promised).map(source).collect(),
        notes: offer
            .notes
            .iter()
            .map(|note| NoteRow {
                kind: note.kind,
                message: p.note(note),
                source: note.line.map(source),
            })
            .collect(),
        open: offer
            .open
            .iter()
            .map(|finding| OpenRow {
                rule: &finding.rule,
                title: &finding.title,
                clause: &finding.clause,
            })
            .collect(),
        unused: offer.unused.iter().map(|line| source(line)).collect(),
    }
}

/// An amount to the cent.
fn cents(amount: Decimal) -> Decimal {
    amount.round_dp(2).normalize()
}

fn source(line: &SheetLine) -> Source<'_> {
    let span = line.label.as_ref().map(|label| label.span);
    Source {
        term: &line.term,
        subject: &line.subject,
        value: &line.value,
        clause: &line.clause,
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
    }
}
