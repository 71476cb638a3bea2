//! What an offer is made of while it is priced: a price for each use, the fees
//! besides, what is paid once, and the currency of all.

use super::choice::{Choice, choose, kept};
use super::conditions::{in_one_row, sentence};
use super::note::called;
use super::offer::{Basis, Charge, Charges};
use super::stream::{Monthly, TierReading, at_price, fee, used};
use super::{Asked, Note, NoteKind, Offer, Use};
use crate::catalogue::{says, vocabulary};
use crate::check::{Review, SheetLine};
use crate::clause::Kind;
use crate::matching::fold;
use crate::quantity::{Currency, QuantityKind};
use rust_decimal::Decimal;

/// An offer while it is priced.
pub(super) struct Draft<'a, 'q> {
    pub(super) offer: Offer<'a>,
    pub(super) asked: &'q Asked,
    /// Key terms that are counted, or belong to what is.
    pub(super) taken: Vec<&'a SheetLine>,
}

impl<'a> Draft<'a, '_> {
    pub(super) fn has_taken(&self, line: &SheetLine) -> bool {
        self.taken.iter().any(|taken| std::ptr::eq(*taken, line))
    }

    /// What each use costs a month.
    pub(super) fn uses(&mut self, review: &'a Review, charges: &Charges<'a>) -> Vec<Monthly<'a>> {
        let reading = tier_reading(review);
        let mut all = Vec::new();
        for asked in &self.asked.uses {
            let mut chosen = choose(asked, charges, self.asked);
            self.share(asked, &mut chosen.choice);
            self.offer.notes.extend(chosen.notes);
            self.offer.named.extend(chosen.named);
            self.offer.has_plan |= chosen.by_plan;
            let monthly = match &chosen.choice {
                Ok(choice) => {
                    if let Choice::Tiers(tiers) = choice {
                        self.taken.extend(tiers.iter().map(|charge| charge.line));
                    }
                    if let Choice::Package { overage: Some(overage), .. } = choice {
                        self.taken.push(overage.line);
                    }
                    let before = self.offer.notes.len();
                    let notes = &mut self.offer.notes;
                    let monthly = used(review, asked, choice, self.asked.months, reading, notes);
                    if monthly.is_none() && notes.len() == before {
                        notes.push(Note::of(NoteKind::TooLarge, &[]));
                    }
                    monthly
                }
                Err(note) => {
                    self.offer.notes.push(note.clone());
                    None
                }
            };
            match monthly {
                Some(monthly) => {
                    self.taken.extend(monthly.lines.iter().copied());
                    all.push(monthly);
                }
                None => self.offer.missing.push(asked.name.clone()),
            }
        }
        all
    }

    /// A volume is included once, and its fee is paid once.
    fn share(&self, used: &Use, choice: &mut Result<Choice<'_, 'a>, Note<'a>>) {
        let Ok(Choice::Package { allowance, fee, .. }) = choice else { return };
        if self.has_taken(allowance.line) {
            let values = [("use", used.name.as_str()), ("volume", &allowance.line.value)];
            let note = Note::of(NoteKind::SharedVolume, &values);
            *choice = Err(Note { line: Some(allowance.line), ..note });
        } else if fee.is_some_and(|fee| self.has_taken(fee.line)) {
            *fee = None;
        }
    }

    /// The fees that are due however much is used.
    pub(super) fn fees(&mut self, review: &Review, charges: &Charges<'a>) -> Vec<Monthly<'a>> {
        let words = vocabulary();
        let bought = |charge: &&Charge<'a>| {
            // The fee of a volume that no use takes is not bought.
            let of_volume = charges.allowances.iter().any(|volume| volume.has_fee(charge));
            matches!(charge.basis, Basis::Flat(_))
                && !self.has_taken(charge.line)
                && !of_volume
                && !says(&words.uses.optional, fold(&charge.line.subject).as_str())
        };
        let fees: Vec<&Charge<'a>> = charges.prices.iter().filter(bought).collect();
        let plan = |charge: &Charge| {
            let name = fold(&charge.name);
            says(&words.terms.plan, name.as_str()) || says(&words.uses.plans, name.as_str())
        };
        // Fees for one thing, of several plans, or beside each other in a row.
        let alike = |one: &Charge, other: &Charge| {
            let row = in_one_row(review, one.line, other.line);
            match one.named.things.is_empty() {
                true => other.named.things.is_empty() && (row || plan(one) && plan(other)),
                false => one.named.things == other.named.things,
            }
        };
        let mut groups: Vec<Vec<&Charge<'a>>> = Vec::new();
        for charge in fees {
            match groups.iter_mut().find(|group| group.iter().any(|one| alike(one, charge))) {
                Some(group) => group.push(charge),
                None => groups.push(vec![charge]),
            }
        }
        let mut all = Vec::new();
        for group in groups {
            let group = kept(group, self.asked, &mut self.offer.has_plan, |charge| charge.line);
            if let [charge] = group.as_slice() {
                self.taken.push(charge.line);
                all.extend(fee(charge));
            } else {
                let plans = called(group.iter().map(|charge| charge.line));
                self.offer
                    .missing
                    .push(group.iter().map(|c| c.name.as_str()).collect::<Vec<_>>().join(" / "));
                self.offer.notes.push(Note::of(NoteKind::Alternatives, &[("plans", &plans)]));
            }
        }
        all
    }

    /// Least volumes of what is not used, which are due all the same; in a price
    /// list nothing is.
    pub(super) fn least(&mut self, review: &'a Review, charges: &Charges<'a>) -> Vec<Monthly<'a>> {
        let mut all = Vec::new();
        if review.kind == Kind::PriceList {
            return all;
        }
        for charge in charges.prices.iter().filter(|charge| charge.band.is_none()) {
            let known = self.has_taken(charge.line) || charge.price.is_zero();
            let Some(monthly) = (!known).then(|| at_price(review, charge, Decimal::ZERO)).flatten()
            else {
                continue;
            };
            if !monthly.stream.used.is_zero() {
                self.taken.extend(monthly.lines.iter().copied());
                all.push(Monthly { name: charge.name.clone(), ..monthly });
            }
        }
        all
    }

    /// What is paid once.
    pub(super) fn once(&mut self, review: &Review, charges: &Charges<'a>) -> Vec<Charge<'a>> {
        let words = &vocabulary().uses;
        let due = |charge: &&Charge| {
            !says(&words.optional, &sentence(review, charge.line))
                && charge.line.quantity.as_ref().is_some_and(|q| q.kind() == QuantityKind::Money)
        };
        let once: Vec<Charge<'a>> = charges.once.iter().filter(due).cloned().collect();
        self.taken.extend(once.iter().map(|charge| charge.line));
        once
    }

    /// The one currency of what is counted.
    pub(super) fn currency(&mut self, all: &[Monthly], once: &[Charge]) {
        let mut currencies: Vec<Currency> = Vec::new();
        let of_months = all.iter().flat_map(|monthly| monthly.currencies.iter().copied());
        for currency in of_months.chain(once.iter().map(|charge| charge.currency)) {
            if !currencies.contains(&currency) {
                currencies.push(currency);
            }
        }
        if currencies.contains(&Currency::Dollar) {
            self.offer.notes.push(Note::of(NoteKind::BareDollar, &[]));
        }
        if let [currency] = currencies.as_slice() {
            self.offer.currency = Some(*currency).filter(|_| !all.is_empty());
        } else if !currencies.is_empty() {
            let codes: Vec<&str> = currencies.iter().map(|currency| currency.code()).collect();
            let codes = codes.join(", ");
            self.offer.notes.push(Note::of(NoteKind::Currencies, &[("currencies", &codes)]));
        }
    }
}

/// How the offer says its tiers are to be read.
fn tier_reading(review: &Review) -> TierReading {
    let words = &vocabulary().uses;
    let says_in = |patterns| {
        review
            .documents
            .iter()
            .flat_map(|document| &document.blocks)
            .any(|block| says(patterns, fold(block.text.as_str()).as_str()))
    };
    if says_in(&words.own_part) {
        TierReading::OwnPart
    } else if says_in(&words.whole_volume) {
        TierReading::Whole
    } else {
        TierReading::Unsaid
    }
}
