//! Slots: the reserved characters that stand for parties and quantities in
//! marked text, and their names in patterns.

/// First of the reserved characters; all lie in a private-use range that
/// folding removes from the contract's own text.
const FIRST: u32 = 0xE000;

/// What one reserved character stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The one who pays.
    Customer,
    /// The one who serves.
    Vendor,
    /// Either party, each party, both parties.
    Either,
    /// A third party.
    Third,
    /// A party whose role could not be told.
    Unknown,
    /// A sum of money.
    Money,
    /// A percentage.
    Percent,
    /// A length of time.
    Duration,
    /// A calendar date.
    Date,
    /// A percentage per period.
    Rate,
    /// Money per unit.
    Price,
    /// Hours of service: Monday to Friday 9:00-17:00.
    Window,
    /// Hours of service that never end: 24x7, round the clock.
    Always,
}

use Slot::{
    Always, Customer, Date, Duration, Either, Money, Percent, Price, Rate, Third, Unknown, Vendor,
    Window,
};

const ALL: [Slot; 13] = [
    Customer, Vendor, Either, Third, Unknown, Money, Percent, Duration, Date, Rate, Price, Window,
    Always,
];

/// The names patterns use, and the characters each matches. A party of unknown
/// role may be either side.
const NAMES: &[(&str, &[Slot])] = &[
    ("customer", &[Customer, Unknown]),
    ("vendor", &[Vendor, Unknown]),
    ("either", &[Either]),
    ("third", &[Third]),
    ("party", &[Customer, Vendor, Either, Unknown]),
    ("money", &[Money, Price]),
    ("percent", &[Percent, Rate]),
    ("duration", &[Duration]),
    ("date", &[Date]),
    ("rate", &[Rate]),
    ("price", &[Price]),
    ("window", &[Window, Always]),
    ("always", &[Always]),
];

impl Slot {
    /// The reserved character.
    pub fn char(self) -> char {
        let index = ALL.iter().position(|&slot| slot == self).unwrap_or_default() as u32;
        char::from_u32(FIRST + index).unwrap_or('\u{E000}')
    }

    /// The slot a character stands for.
    pub fn of(c: char) -> Option<Self> {
        ALL.get((c as u32).checked_sub(FIRST)? as usize).copied()
    }

    /// The slots a name in a pattern or in `has` matches.
    pub fn named(name: &str) -> Option<&'static [Self]> {
        NAMES.iter().find(|(n, _)| *n == name).map(|(_, slots)| *slots)
    }

    /// Whether it stands for a party.
    pub fn is_party(self) -> bool {
        matches!(self, Customer | Vendor | Either | Third | Unknown)
    }
}

/// The slot names, for error messages and the schema.
pub fn slot_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name)
}

/// Whether a character is reserved and must not come from a contract's text.
pub(super) fn reserved(c: char) -> bool {
    Slot::of(c).is_some()
}
