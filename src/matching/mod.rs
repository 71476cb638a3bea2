//! Text made comparable, and what is looked for in it: folding, languages,
//! sentences, patterns and polarity.
//!
//! Nothing here knows rules or clauses.

mod fold;
mod gate;
mod lang;
mod literals;
mod pattern;
mod polarity;
mod sentences;
mod slot;

pub use fold::{fold, is_wide};
pub use gate::Gate;
pub use lang::{Lang, is_indonesian, languages_of};
pub use pattern::Pattern;
pub use polarity::{OperatorWords, Operators, Polarity};
pub use sentences::sentences;
pub use slot::{Slot, slot_names};
