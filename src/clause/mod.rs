//! Documents become a contract: labels, the tree of clauses, parties and the
//! kind of document. What sentences do is told later.

mod contract;
mod label;
mod paragraph;
mod parties;
mod tree;
mod unit;

pub use crate::catalogue::Kind;
pub use contract::{Contract, folded_heading};
pub use label::Label;
pub use paragraph::{Paragraph, slot_of};
pub use parties::{NamedParties, Parties, Party};
pub use tree::Clause;
pub use unit::{Role, Unit};
