//! Text made comparable, and what is looked for in it: folding, languages,
//! sentences, patterns and polarity.
//!
//! Nothing here knows rules or clauses.

mod dialect;
mod expression;
mod fold;
mod gate;
mod lang;
mod literals;
mod looked;
mod options;
mod pattern;
mod places;
mod plain;
mod polarity;
mod prepared;
mod sentences;
mod slot;
mod steps;
#[cfg(test)]
mod store;
mod stored;
mod traditional;
mod walk;

pub use expression::{Captures, Expression, Match};
pub use fold::fold;
pub use gate::{Gate, Scan};
pub use lang::{Lang, is_indonesian, languages_of};
pub use pattern::Pattern;
pub use places::Places;
pub use plain::is_wide;
pub use polarity::{OperatorWords, Operators, Polarity};
pub use prepared::{bundled_gate, count_of_bundled};
pub use sentences::sentences;
pub use slot::{Slot, slot_names};
