//! Everything a report says of one contract.

use super::{ClauseRef, Finding, Inspection, Label, Mistake, PositionLine};
use crate::arithmetic::TermEnd;
use crate::catalogue::Side;
use crate::clause::Kind;
use crate::matching::Lang;
use crate::quantity::Quantity;
use crate::read::Document;
use crate::source::Span;
use crate::terms::LadderStep;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// One contract, read and judged. A contract is one file, or several checked
/// together.
#[derive(Debug, Clone)]
pub struct Review {
    /// Its files.
    pub documents: Vec<Document>,
    /// Languages of its paragraphs, most used first.
    pub languages: Vec<Lang>,
    /// What kind of contract it is.
    pub kind: Kind,
    /// Who pays, if it can be told.
    pub customer: Option<ReviewedParty>,
    /// Who serves, if it can be told.
    pub vendor: Option<ReviewedParty>,
    /// What was raised, for both sides, in the order of clauses.
    pub findings: Vec<Finding>,
    /// Key terms and the sums done with them, in the order of clauses.
    pub sheet: Vec<SheetLine>,
    /// How it stands to the positions of the playbook in force, in the
    /// playbook's order; empty without one.
    pub positions: Vec<PositionLine>,
    /// The first day of its term, where it names one.
    pub start: Option<Date>,
    /// The last day of its initial term, where it can be told.
    pub end: Option<TermEnd>,
    /// Provisions that were read and raised nothing: title and clause.
    pub quiet: Vec<(String, ClauseRef)>,
    /// What could not be resolved, besides what its files say of themselves.
    pub warnings: Vec<String>,
    /// Remarks that mean to suppress and cannot; each is also among the warnings.
    pub mistakes: Vec<Mistake>,
    /// What the rule that was asked for looked at.
    pub inspection: Option<Inspection>,
    /// Whether the deadline passed before all rules were run: what is here is
    /// not to be relied on.
    pub unfinished: bool,
}

impl Review {
    /// All warnings: those of its files, then its own.
    pub fn all_warnings(&self) -> impl Iterator<Item = &str> {
        let of_documents = self.documents.iter().flat_map(|document| &document.warnings);
        of_documents.chain(&self.warnings).map(String::as_str)
    }

    /// The same without its mistakes, each with the file it is of, its own with
    /// the first: for formats that show a mistake at its place.
    pub fn warned(&self) -> impl Iterator<Item = (&Document, &str)> {
        let is_mistake = |warning: &String| self.mistakes.iter().any(|m| m.message == *warning);
        let own = self.warnings.iter().filter(move |warning| !is_mistake(warning));
        let first = self.documents.first().into_iter();
        let own = first.flat_map(move |first| own.clone().map(move |warning| (first, warning)));
        let of_documents = self
            .documents
            .iter()
            .flat_map(|document| document.warnings.iter().map(move |warning| (document, warning)));
        of_documents.chain(own).map(|(document, warning)| (document, warning.as_str()))
    }
}

/// A party and how its role was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedParty {
    /// The name the contract uses: `Acme Ltd`, `甲方`.
    pub name: String,
    /// The clause that shows the role, or `--customer`/`--vendor`.
    pub evidence: String,
}

/// A line of the term sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetLine {
    /// The key term's id, `availability`.
    pub term: String,
    /// Its title in the report's language.
    pub title: String,
    /// The value as the contract has it: `99.9 % per month`.
    pub value: String,
    /// The figure for programs, `99.9`; of a range both ends, `1-3`; empty for
    /// a ladder.
    pub figure: String,
    /// Its unit: `percent`, `days`, `business-days`, `USD`, `date`, `window`, `ladder`.
    pub unit: String,
    /// What it is counted per: `month`; or empty.
    pub per: String,
    /// How much it is, to be compared with another of the same unit: minutes of
    /// a duration, minutes a week of a window, percent (of a year for a rate), or
    /// an amount of money. `None` where that cannot be told.
    pub size: Option<Decimal>,
    /// The value as it was read; none where it is words or a ladder.
    pub quantity: Option<Quantity>,
    /// The service, plan or severity it is for, or empty.
    pub subject: String,
    /// Whether its value is words and no figure.
    pub words: bool,
    /// Whether it is part of a service level.
    pub service_level: bool,
    /// Who owes it, if one of the two.
    pub party: Option<Side>,
    /// The availability in per cent, where it is one whose downtime is worked
    /// out.
    pub available: Option<Decimal>,
    /// The most a credit may be, in per cent, where it is a cap on credits.
    pub credit_cap: Option<Decimal>,
    /// Sums done with it, each with its convention: `43.2 min per 30-day month`.
    pub sums: Vec<String>,
    /// Where it stands.
    pub clause: ClauseRef,
    /// The words it stands in.
    pub label: Option<Label>,
    /// The sentence these stand in, in the source of the label's document.
    pub sentence: Option<Span>,
    /// The rows of a credit ladder, in text order.
    pub rows: Vec<LadderStep>,
}
