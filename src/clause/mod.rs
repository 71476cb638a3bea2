//! Documents become a contract: labels, the tree of clauses, definitions,
//! parties and the kind of document.

mod kind;

pub use kind::Kind;
