//! Documents become a contract: labels, the tree of clauses, parties and the
//! kind of document. What sentences do is told later.

mod address;
mod chains;
mod contents;
mod contract;
mod cuts;
mod definitions;
mod headings;
mod inside;
mod kind;
mod label;
mod marks;
mod pairs;
mod paragraph;
mod parties;
mod place;
mod placeholders;
mod references;
mod run_in;
mod schedules;
mod sequence;
mod series;
mod targets;
mod tree;
mod unit;

pub use crate::catalogue::Kind;
pub use contract::{Contract, folded_heading};
pub use definitions::{Definition, stem};
pub use label::Label;
pub use pairs::{Half, Pair};
pub use paragraph::{Paragraph, slot_of};
pub use parties::{NamedParties, Parties, Party};
pub use placeholders::{Placeholder, Stage};
pub use references::{Reference, Target};
pub use tree::Clause;
pub use unit::{Role, Unit};
