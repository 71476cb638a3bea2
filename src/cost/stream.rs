//! What a use, or a fee, costs a month, with the sum written out.

use super::bill::Stream;
use super::choice::Choice;
use super::conditions::least_volume;
use super::offer::{Allowance, Basis, Charge, a_month};
use super::words::{Named, Unit};
use super::{Note, NoteKind, Use, band};
use crate::arithmetic::{PriceTier, at_reached_tier, graduated, money, separated};
use crate::check::{Review, SheetLine};
use crate::quantity::{Currency, TimeUnit};
use rust_decimal::Decimal;

/// Something that is paid each month, before rises and discounts.
#[derive(Debug)]
pub(super) struct Monthly<'a> {
    /// The use, or the offer's name of a fee.
    pub(super) name: String,
    /// What that speaks of.
    pub(super) named: Named,
    pub(super) lines: Vec<&'a SheetLine>,
    pub(super) stream: Stream,
    pub(super) working: String,
    /// How much is used a month and of what, for a use.
    pub(super) volume: Option<(Decimal, Unit)>,
    pub(super) currencies: Vec<Currency>,
}

/// How the tiers of an offer are to be read, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TierReading {
    /// Each price for its own part of the volume.
    OwnPart,
    /// The price of the tier reached for the whole.
    Whole,
    /// It does not say: as for own parts.
    Unsaid,
}

/// A fee for a period.
pub(super) fn fee<'a>(charge: &Charge<'a>) -> Option<Monthly<'a>> {
    let Basis::Flat(period) = charge.basis else { return None };
    Some(Monthly {
        name: charge.name.clone(),
        named: charge.named.clone(),
        lines: vec![charge.line],
        stream: Stream { flat: a_month(charge.price, period)?, used: Decimal::ZERO },
        working: per_month(money(charge.price), Some(period)),
        volume: None,
        currencies: vec![charge.currency],
    })
}

/// A use at the price that was chosen for it.
pub(super) fn used<'a>(
    review: &'a Review,
    used: &Use,
    choice: &Choice<'_, 'a>,
    months: u32,
    reading: TierReading,
    notes: &mut Vec<Note<'a>>,
) -> Option<Monthly<'a>> {
    let volume = used.monthly(months)?;
    let mut monthly = match choice {
        Choice::Price(charge) => at_price(review, charge, volume)?,
        Choice::Tiers(charges) => match in_tiers(used, charges, volume, reading, notes) {
            Some(monthly) => monthly,
            None => {
                notes.push(Note::of(NoteKind::TierGap, &[("use", &used.name)]));
                return None;
            }
        },
        Choice::Package { allowance, fee, overage } => {
            packaged(used, allowance, *fee, *overage, volume, notes)?
        }
    };
    monthly.name.clone_from(&used.name);
    monthly.volume = Some((volume, used.unit.clone()));
    Some(monthly)
}

/// A volume at a price a unit, or the least volume that is billed.
pub(super) fn at_price<'a>(
    review: &'a Review,
    charge: &Charge<'a>,
    volume: Decimal,
) -> Option<Monthly<'a>> {
    let Basis::Unit { count, unit, period } = &charge.basis else { return None };
    let mut lines = vec![charge.line];
    let mut billed = volume;
    if let Some((least, line)) = least_volume(review, &lines, unit)
        && least > volume
    {
        billed = least;
        lines.push(line);
    }
    let (amount, working) = counted(billed, charge.price, *count, unit)?;
    let amount = period.map_or(Some(amount), |period| a_month(amount, period))?;
    Some(Monthly {
        name: String::new(),
        named: charge.named.clone(),
        lines,
        stream: Stream { flat: Decimal::ZERO, used: amount },
        working: per_month(working, *period),
        volume: None,
        currencies: vec![charge.currency],
    })
}

/// So much at a price: `2,000,000/1,000 x 4.20`.
fn counted(
    volume: Decimal,
    price: Decimal,
    count: Decimal,
    unit: &Unit,
) -> Option<(Decimal, String)> {
    let own = volume.checked_div(unit.size)?;
    let amount = own.checked_mul(price)?.checked_div(count)?;
    let shown = separated(own.round_dp(2).normalize());
    let per = if count == Decimal::ONE { String::new() } else { format!("/{}", separated(count)) };
    Some((amount, format!("{shown}{per} x {}", money(price))))
}

/// A price for a period as one for a month: `5,400/12`.
fn per_month(working: String, period: Option<TimeUnit>) -> String {
    match period.and_then(TimeUnit::per_year) {
        None | Some(12) => working,
        Some(1) => format!("{working}/12"),
        Some(a_year) => format!("{working} x {a_year}/12"),
    }
}

fn in_tiers<'a>(
    used: &Use,
    charges: &[&Charge<'a>],
    volume: Decimal,
    reading: TierReading,
    notes: &mut Vec<Note<'a>>,
) -> Option<Monthly<'a>> {
    let first = *charges.first()?;
    let Basis::Unit { count, unit, period } = &first.basis else { return None };
    if charges.iter().any(|charge| charge.basis != first.basis) {
        return None;
    }
    let bands: Option<Vec<(&band::Band, Decimal)>> =
        charges.iter().map(|charge| Some((charge.band.as_ref()?, charge.each()?))).collect();
    let tiers = band::tiers(&bands?, unit)?;
    let own = graduated(volume, &tiers)?;
    let whole = at_reached_tier(volume, &tiers)?;
    let reached: Vec<(&PriceTier, &&Charge)> = tiers
        .iter()
        .zip(charges)
        .filter(|(tier, _)| tier.part_of(volume) > Decimal::ZERO)
        .collect();
    let amount = match reading {
        TierReading::Whole => whole,
        TierReading::OwnPart | TierReading::Unsaid => own,
    };
    let amount = period.map_or(Some(amount), |period| a_month(amount, period))?;
    let steps: Option<Vec<String>> = match reading {
        TierReading::Whole => {
            let (_, last) = reached.last()?;
            Some(vec![counted(volume, last.price, *count, unit)?.1])
        }
        _ => reached
            .iter()
            .map(|(tier, charge)| {
                counted(tier.part_of(volume), charge.price, *count, unit).map(|(_, text)| text)
            })
            .collect(),
    };
    if own != whole {
        let (kind, other) = match reading {
            TierReading::Whole => (NoteKind::TiersWhole, own),
            _ => (NoteKind::TiersGraduated, whole),
        };
        if reading != TierReading::OwnPart {
            let code = first.currency.code();
            let other = format!("{code} {}", money(other));
            notes.push(Note::of(kind, &[("use", &used.name), ("other", &other)]));
        }
    }
    Some(Monthly {
        name: String::new(),
        named: first.named.clone(),
        lines: reached.iter().map(|(_, charge)| charge.line).collect(),
        stream: Stream { flat: Decimal::ZERO, used: amount },
        working: per_month(steps?.join(" + "), *period),
        volume: None,
        currencies: charges.iter().map(|charge| charge.currency).collect(),
    })
}

fn packaged<'a>(
    used: &Use,
    allowance: &Allowance<'a>,
    fee: Option<&Charge<'a>>,
    overage: Option<&Charge<'a>>,
    volume: Decimal,
    notes: &mut Vec<Note<'a>>,
) -> Option<Monthly<'a>> {
    let mut monthly = Monthly {
        name: String::new(),
        named: allowance.named.clone(),
        lines: vec![allowance.line],
        stream: Stream::default(),
        working: String::new(),
        volume: None,
        currencies: Vec::new(),
    };
    let mut steps = Vec::new();
    if let Some(fee) = fee.and_then(super::stream::fee) {
        monthly.stream.flat = fee.stream.flat;
        monthly.lines.extend(fee.lines);
        monthly.currencies.extend(fee.currencies);
        steps.push(fee.working);
    }
    let beyond = volume.checked_sub(allowance.monthly)?;
    if beyond > Decimal::ZERO {
        let priced = overage.and_then(|charge| match &charge.basis {
            Basis::Unit { count, unit, .. } => Some((charge, *count, unit)),
            _ => None,
        });
        let Some((charge, count, unit)) = priced else {
            let own = beyond.checked_div(used.unit.size)?;
            let beyond = format!("{} {}", separated(own.normalize()), used.unit.name);
            let values = [("use", used.name.as_str()), ("beyond", &beyond)];
            notes.push(Note::of(NoteKind::NoOverage, &values));
            return None;
        };
        let (amount, _) = counted(beyond, charge.price, count, unit)?;
        let [all, included] = [volume, allowance.monthly].map(|part| part.checked_div(unit.size));
        let per =
            if count == Decimal::ONE { String::new() } else { format!("/{}", separated(count)) };
        steps.push(format!(
            "({} - {}){per} x {}",
            separated(all?.round_dp(2).normalize()),
            separated(included?.round_dp(2).normalize()),
            money(charge.price)
        ));
        monthly.stream.used = amount;
        monthly.lines.push(charge.line);
        monthly.currencies.push(charge.currency);
    }
    monthly.working = if steps.is_empty() { "0".to_owned() } else { steps.join(" + ") };
    Some(monthly)
}
