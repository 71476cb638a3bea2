//! Fields of a playbook that check themselves while they are read, so that an
//! error points at the very value.

use crate::catalogue::Names;
use crate::matching::fold;
use crate::quantity::{Measure, Quantity, counts, quantities};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// A figure with its unit, as written and as read.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub(super) written: String,
    pub(super) quantity: Quantity,
}

/// What a figure without a unit is told.
const UNIT: &str = "write a figure with its unit, such as 99.9%, 30 days, USD 500 or 24x7";

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AmountVisitor;
        impl Visitor<'_> for AmountVisitor {
            type Value = Amount;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a figure with its unit, such as 99.9% or 30 days")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
                amount(text).map_err(E::custom)
            }
            fn visit_u64<E: Error>(self, _: u64) -> Result<Amount, E> {
                Err(E::custom(UNIT))
            }
            fn visit_f64<E: Error>(self, _: f64) -> Result<Amount, E> {
                Err(E::custom(UNIT))
            }
        }
        deserializer.deserialize_any(AmountVisitor)
    }
}

/// The one figure of a text.
fn amount(text: &str) -> Result<Amount, String> {
    let folded = fold(text.trim());
    let folded = folded.as_str();
    let mut found = quantities(folded);
    if found.is_empty() {
        found = counts(folded);
    }
    let quantity = match found.as_slice() {
        [quantity] if quantity.range == (0..folded.len()) => quantity.clone(),
        _ => return Err(format!("{text} is no figure; {UNIT}")),
    };
    if quantity.upper.is_some() || matches!(quantity.measure, Measure::Date { .. }) {
        return Err(format!("{text} is no single figure; {UNIT}"));
    }
    Ok(Amount { written: text.trim().to_owned(), quantity })
}

/// A demand: `present`, `absent`, or one key with its value.
#[derive(Debug, Clone)]
pub(super) enum DemandField {
    Present,
    Absent,
    OneOf(Vec<String>),
    AtLeast(Amount),
    AtMost(Amount),
    Below(Amount),
    Above(Amount),
}

const KEYS: [&str; 5] = ["at-least", "at-most", "below", "above", "one-of"];

impl<'de> Deserialize<'de> for DemandField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DemandVisitor;
        impl<'de> Visitor<'de> for DemandVisitor {
            type Value = DemandField;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("present, absent, or one of {at-least: ..}, {at-most: ..}, {below: ..}, {above: ..} and {one-of: [..]}")
            }
            fn visit_str<E: Error>(self, word: &str) -> Result<DemandField, E> {
                match word {
                    "present" => Ok(DemandField::Present),
                    "absent" => Ok(DemandField::Absent),
                    _ => Err(E::custom(format!(
                        "{word} is no demand: write present, absent, or {{at-least: {word}}} and the like"
                    ))),
                }
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<DemandField, A::Error> {
                let demand = match map.next_key::<String>()?.as_deref() {
                    Some("at-least") => DemandField::AtLeast(map.next_value()?),
                    Some("at-most") => DemandField::AtMost(map.next_value()?),
                    Some("below") => DemandField::Below(map.next_value()?),
                    Some("above") => DemandField::Above(map.next_value()?),
                    Some("one-of") => DemandField::OneOf(map.next_value::<Names>()?.0),
                    Some(key) => return Err(A::Error::unknown_field(key, &KEYS)),
                    None => return Err(A::Error::custom("the demand is empty")),
                };
                match map.next_entry::<IgnoredAny, IgnoredAny>()? {
                    Some(_) => Err(A::Error::custom(
                        "a demand has one key; a figure with a comma in it is quoted: 'USD 1,000'",
                    )),
                    None => Ok(demand),
                }
            }
        }
        deserializer.deserialize_any(DemandVisitor)
    }
}

impl DemandField {
    /// The figure, where there is one.
    pub(super) fn amount(&self) -> Option<&Amount> {
        match self {
            Self::AtLeast(amount)
            | Self::AtMost(amount)
            | Self::Below(amount)
            | Self::Above(amount) => Some(amount),
            Self::Present | Self::Absent | Self::OneOf(_) => None,
        }
    }
}
