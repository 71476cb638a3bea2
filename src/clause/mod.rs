//! Documents become a contract: labels, the tree of clauses, definitions,
//! parties and the kind of document.

pub use crate::catalogue::Kind;
