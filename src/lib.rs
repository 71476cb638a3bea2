//! fineprint reads a contract the way a compiler reads a program.
//!
//! The modules stand in the order in which a file passes through them; each
//! imports only from those above it.

pub mod source;
pub mod ooxml;
pub mod read;
pub mod matching;
pub mod quantity;
pub mod catalogue;
pub mod clause;
pub mod provision;
pub mod arithmetic;
pub mod terms;
pub mod check;
pub mod playbook;
pub mod compare;
pub mod cost;
pub mod dates;
pub mod report;
pub mod config;
pub mod cli;

use catalogue::Catalogue;
use check::{Judging, Review};
use clause::{Contract, NamedParties};
use read::Document;

/// The way through the house from documents to a review: the documents become
/// one contract, its words are found and its provisions marked, its key terms
/// are read, and every rule is run over it.
pub fn review(
    catalogue: &Catalogue,
    documents: Vec<Document>,
    parties: &NamedParties,
    judging: Judging,
) -> Review {
    let contract = Contract::new(documents, parties).at_stage(judging.stage);
    check::judge(catalogue, contract, judging)
}
