//! An offer priced: its months and its total, and what must be said of them.

use super::bill::{Bill, Cut, Least, Rise, Stream, Sum, bill};
use super::conditions::{Commitment, Discount, commitments, discounts, months, rise};
use super::draft::Draft;
use super::exit::exit;
use super::offer::{Charge, Charges};
use super::stream::Monthly;
use super::words::Named;
use super::{Asked, Note, NoteKind, Offer, Part, PartKind, Promotion, UnitCost};
use crate::arithmetic::money;
use crate::check::{Finding, Review, Severity, SheetLine, Side, Status};
use crate::quantity::QuantityKind;
use rust_decimal::Decimal;

/// Units of which a thousand are priced, not one.
const BY_THOUSAND: [&str; 3] = ["minutes", "calls", "messages"];

/// Prices an offer.
pub(super) fn priced<'a>(review: &'a Review, asked: &Asked) -> Offer<'a> {
    let charges = Charges::read(review, asked.dollar);
    let mut draft = Draft { offer: empty(review), asked, taken: Vec::new() };
    let mut all = draft.uses(review, &charges);
    all.extend(draft.fees(review, &charges));
    all.extend(draft.least(review, &charges));
    let once = draft.once(review, &charges);
    draft.currency(&all, &once);
    if draft.offer.currency.is_some() && draft.add_up(review, &charges, &all, &once).is_none() {
        draft.offer.currency = None;
        draft.offer.parts.clear();
        draft.offer.notes.push(Note::of(NoteKind::TooLarge, &[]));
    }
    draft.finish(review, &charges)
}

fn empty(review: &Review) -> Offer<'_> {
    Offer {
        review,
        currency: None,
        parts: Vec::new(),
        missing: Vec::new(),
        total: Decimal::ZERO,
        months: Vec::new(),
        units: Vec::new(),
        promotion: None,
        exit: None,
        notes: Vec::new(),
        open: open(review),
        unused: Vec::new(),
        named: Vec::new(),
        has_plan: false,
    }
}

/// What is raised on fees against the customer, each rule once; what is usual
/// in the trade and stated is in the figures.
fn open(review: &Review) -> Vec<&Finding> {
    let mut found: Vec<&Finding> = Vec::new();
    for finding in &review.findings {
        let on_fees = finding.rule.starts_with("fees/") && finding.concerns(Side::Customer);
        let counts = finding.status == Status::Reported
            && !finding.missing
            && finding.severity > Severity::Low;
        if on_fees && counts && !found.iter().any(|known| known.rule == finding.rule) {
            found.push(finding);
        }
    }
    found
}

impl<'a> Draft<'a, '_> {
    /// The months, the parts and the total. `None` where figures grow beyond
    /// all measure.
    fn add_up(
        &mut self,
        review: &'a Review,
        charges: &Charges<'a>,
        all: &[Monthly<'a>],
        once: &[Charge<'a>],
    ) -> Option<()> {
        let asked = self.asked;
        let currency = self.offer.currency?;
        let notes = &mut self.offer.notes;
        let named: Vec<&Named> = all.iter().map(|monthly| &monthly.named).collect();
        let discounts = discounts(review, charges, &named, notes);
        let (rise, rise_line) = rise(review, asked, notes);
        let commitments = commitments(review, currency, asked, notes);
        let streams: Vec<Stream> = all.iter().map(|monthly| monthly.stream.clone()).collect();
        let cuts: Vec<Cut> = discounts.iter().map(|discount| discount.cut.clone()).collect();
        let least: Vec<Least> = commitments.iter().map(|commitment| commitment.least).collect();
        let bill_over = |months| bill(&streams, &cuts, rise, &least, months);
        let bill = bill_over(asked.months)?;
        self.uses_and_fees(all)?;
        for charge in once {
            let working = money(charge.price);
            self.part(PartKind::Once, &charge.name, vec![charge.line], charge.price, working);
        }
        self.changes(&bill, rise, rise_line, &discounts, &commitments);
        let amounts = self.offer.parts.iter().map(|part| part.amount);
        self.offer.total = amounts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?;
        self.offer.units = units(all, &bill, self.offer.total, asked.months);
        self.offer.promotion = promotion(&cuts, &bill);
        let term = review.sheet.iter().find(|line| line.term == "initial-term").and_then(months);
        let term = term.filter(|term| *term <= 1_200).unwrap_or(asked.months);
        let monthly = |least: &Least| least.amount.checked_div(least.every.max(1).into());
        let committed = least.iter().filter_map(monthly).max().unwrap_or_default();
        let over_term = bill_over(term)?;
        let notes = &mut self.offer.notes;
        self.offer.exit = exit(review, &over_term, committed, term, currency, notes);
        self.offer.months = bill.months;
        Some(())
    }

    fn part(
        &mut self,
        kind: PartKind,
        name: &str,
        lines: Vec<&'a SheetLine>,
        amount: Decimal,
        working: String,
    ) {
        self.taken.extend(lines.iter().copied());
        self.offer.parts.push(Part { kind, name: name.to_owned(), lines, amount, working });
    }

    fn uses_and_fees(&mut self, all: &[Monthly<'a>]) -> Option<()> {
        let months = self.asked.months;
        for monthly in all {
            let each = monthly.stream.flat.checked_add(monthly.stream.used)?;
            let amount = each.checked_mul(months.into())?;
            let sum = &monthly.working;
            let sum = if sum.contains([' ', '/']) { format!("({sum})") } else { sum.clone() };
            let kind = if monthly.volume.is_some() { PartKind::Use } else { PartKind::Fee };
            let working = format!("{months} x {sum}");
            self.part(kind, &monthly.name, monthly.lines.clone(), amount, working);
        }
        Some(())
    }

    /// What rises and commitments add and discounts take off.
    fn changes(
        &mut self,
        bill: &Bill,
        rise: Option<Rise>,
        rise_line: Option<&'a SheetLine>,
        discounts: &[Discount<'a>],
        commitments: &[Commitment<'a>],
    ) {
        let some = |sum: &Sum| !sum.amount.is_zero();
        if let Some(rise) = rise.filter(|_| some(&bill.risen)) {
            let name = format!("{}%", rise.share.normalize());
            let lines = rise_line.into_iter().collect();
            self.part(PartKind::Rise, &name, lines, bill.risen.amount, bill.risen.working());
        }
        for (discount, sum) in discounts.iter().zip(&bill.cuts).filter(|(_, sum)| some(sum)) {
            let name = format!("{}%", discount.cut.share.normalize());
            let lines = vec![discount.line];
            self.part(PartKind::Discount, &name, lines, -sum.amount, sum.working());
        }
        for (commitment, sum) in commitments.iter().zip(&bill.topped) {
            self.taken.push(commitment.line);
            if some(sum) {
                let lines = vec![commitment.line];
                self.part(PartKind::Commitment, "", lines, sum.amount, sum.working());
            }
        }
    }

    /// What was found and not counted, and what is to be said besides.
    fn finish(mut self, review: &'a Review, charges: &Charges<'a>) -> Offer<'a> {
        let lines = charges.lines().chain(charges.allowances.iter().map(|volume| volume.line));
        let mut unused: Vec<&SheetLine> = Vec::new();
        for line in lines.filter(|line| !self.has_taken(line)) {
            // A price said again is not another.
            let again = self.taken.iter().chain(&unused).any(|other| {
                other.term == line.term
                    && other.figure == line.figure
                    && other.subject == line.subject
            });
            if !again {
                unused.push(line);
            }
        }
        self.offer.unused = unused;
        for line in &review.sheet {
            let count = line.quantity.as_ref().is_some_and(|q| {
                q.kind() != QuantityKind::Money && q.kind() != QuantityKind::Price
            });
            if line.term == "trial-period" {
                self.offer.notes.push(Note::about(NoteKind::Trial, line));
            } else if line.term == "minimum-commitment" && count && !self.is_below_use(line) {
                self.offer.notes.push(Note::about(NoteKind::CommitmentLeftOut, line));
            }
        }
        self.offer
    }

    /// Whether a least volume belongs to a price that is counted.
    fn is_below_use(&self, line: &SheetLine) -> bool {
        !line.subject.is_empty()
            && self
                .taken
                .iter()
                .any(|taken| taken.clause == line.clause && taken.subject == line.subject)
    }
}

fn units(all: &[Monthly], bill: &Bill, total: Decimal, months: u32) -> Vec<UnitCost> {
    let streams = bill.streams.iter().try_fold(Decimal::ZERO, |all, one| all.checked_add(*one));
    let cost = |(monthly, own): (&Monthly, &Decimal)| {
        let (volume, unit) = monthly.volume.as_ref()?;
        let by_thousand = BY_THOUSAND.contains(&unit.of.as_str());
        let per = if by_thousand { Decimal::ONE_THOUSAND } else { Decimal::ONE };
        let units = volume.checked_mul(months.into())?.checked_div(per)?;
        let own = own.checked_div(units)?;
        let share = total.checked_div(streams?)?;
        let with_all = own.checked_mul(share)?;
        Some(UnitCost { name: monthly.name.clone(), unit: unit.of.clone(), per, own, with_all })
    };
    all.iter().zip(&bill.streams).filter_map(cost).collect()
}

/// The end of the last discount within the months.
fn promotion(cuts: &[Cut], bill: &Bill) -> Option<Promotion> {
    let bites = |cut: &&Cut| cut.on.iter().any(|(flat, used)| *flat || *used);
    let until = cuts.iter().filter(bites).filter_map(|cut| cut.months).max()?;
    let at = usize::try_from(until).ok()?;
    let (before, after) = (*bill.months.get(at.checked_sub(1)?)?, *bill.months.get(at)?);
    Some(Promotion { until, before, after })
}
