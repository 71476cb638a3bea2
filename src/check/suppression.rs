//! Suppressions: what someone allowed at one place, and why. Those beside the
//! contract's words are read here; those of the settings come ready made.

use super::finding::{Finding, Reason, Status};
use super::raise::Raised;
use super::texts::note;
use crate::catalogue::Catalogue;
use crate::clause::Contract;
use crate::matching::Lang;
use crate::read::{BlockKind, Document, Remark};
use crate::source::{Format, Span};
use std::ops::Range;

/// A rule allowed at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The rule's id.
    pub rule: String,
    /// Why; never blank.
    pub reason: String,
    /// Where it holds.
    pub scope: Scope,
    /// Where it is written, for messages: `draft.md:12`, `fineprint.yaml:30`.
    pub origin: String,
}

/// Where a suppression holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Blocks of the contract's document of this index: a comment before a
    /// paragraph or a table.
    Blocks {
        /// Which of the contract's documents.
        document: usize,
        /// Its blocks, by index.
        blocks: Range<usize>,
    },
    /// Words of the contract's document of this index: a comment in Word.
    Words {
        /// Which of the contract's documents.
        document: usize,
        /// The words.
        span: Span,
    },
    /// A clause by its address, or the whole file where there is none.
    Clause {
        /// The file, as its document names it.
        path: String,
        /// The clause, as reports cite it, with or without a section sign.
        address: Option<String>,
    },
}

/// A remark that means to suppress and cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Which of the contract's documents.
    pub document: usize,
    /// The remark, or in Word the words it is on.
    pub span: Span,
    /// Where and what is wrong, with the remark's words.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// The form, for whoever missed it.
const FORM: &str = "write `fineprint: allow RULE: reason`, such as `fineprint: allow fees/open-ended-charges: agreed with finance`";

/// What a remark says to this program; `None` where it speaks to people.
fn read(remark: &str) -> Option<Result<(&str, String), &'static str>> {
    let colon = [':', '：'];
    let name = "fineprint";
    let rest = remark.trim_start();
    let (start, rest) = rest.split_at_checked(name.len())?;
    if !start.eq_ignore_ascii_case(name) {
        return None;
    }
    let Some(said) = rest.trim_start().strip_prefix(colon) else {
        let allows = rest.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("allow");
        return allows.then_some(Err("a colon stands behind `fineprint`"));
    };
    let said = said.trim_start();
    let Some(said) =
        said.strip_prefix("allow").filter(|said| !said.starts_with(char::is_alphabetic))
    else {
        return Some(Err("nothing but `allow` can stand behind `fineprint:`"));
    };
    let (rule, reason) = said.split_once(colon).unwrap_or((said, ""));
    let reason: Vec<&str> = reason.split_whitespace().collect();
    Some(match rule.trim() {
        "" => Err("it names no rule"),
        rule if rule.contains(',') => {
            Err("it names several rules: each has a comment and a reason of its own")
        }
        _ if reason.is_empty() => Err("the reason is missing"),
        rule if rule.contains(char::is_whitespace) => {
            Err("a colon stands between the rule and the reason")
        }
        rule => Ok((rule, reason.join(" "))),
    })
}

/// The suppressions in the remarks of a contract's documents, and those that
/// are malformed or name no rule.
pub(super) fn remarked(
    catalogue: &Catalogue,
    documents: &[Document],
) -> (Vec<Suppression>, Vec<Mistake>) {
    let (mut found, mut mistakes) = (Vec::new(), Vec::new());
    for (index, document) in documents.iter().enumerate() {
        for remark in &document.remarks {
            let (message, help) = match read(&remark.text) {
                None => continue,
                Some(Err(wrong)) => (wrong.to_owned(), FORM.to_owned()),
                Some(Ok((rule, _))) if !catalogue.has_rule(rule) => {
                    (format!("there is no rule {rule}"), catalogue.suggestion(rule))
                }
                Some(Ok((rule, reason))) => {
                    found.push(Suppression {
                        rule: rule.to_owned(),
                        reason,
                        scope: scope(document, index, remark),
                        origin: origin(document, remark),
                    });
                    continue;
                }
            };
            let words: Vec<&str> = remark.text.split_whitespace().collect();
            let message = format!(
                "{}: malformed suppression: {message} (`{}`)",
                origin(document, remark),
                words.join(" ")
            );
            mistakes.push(Mistake { document: index, span: remark.span, message, help });
        }
    }
    (found, mistakes)
}

fn origin(document: &Document, remark: &Remark) -> String {
    let line = document.source.position(remark.span.start).line;
    format!("{}:{line}", document.source.path)
}

/// What a remark covers: in Word the words it is on, else the block it stands
/// before, or the whole table.
fn scope(document: &Document, index: usize, remark: &Remark) -> Scope {
    let block = document.blocks.get(remark.block);
    if document.source.format == Format::Word {
        let words = Some(remark.span).filter(|span| !span.is_empty());
        let span = words.or(block.map(|block| block.span)).unwrap_or(remark.span);
        return Scope::Words { document: index, span };
    }
    let mut end = remark.block + 1;
    if let Some(BlockKind::Cell(first)) = block.map(|block| &block.kind) {
        let cells = document.blocks[remark.block..].iter();
        end = remark.block
            + cells
                .take_while(|b| matches!(&b.kind, BlockKind::Cell(c) if c.table == first.table))
                .count();
    }
    Scope::Blocks { document: index, blocks: remark.block..end }
}

impl Suppression {
    /// Its reason, as a finding that it allows tells it.
    fn said(&self) -> Reason {
        Reason {
            text: self.reason.clone(),
            origin: self.origin.clone(),
            in_contract: !matches!(self.scope, Scope::Clause { .. }),
        }
    }
}

impl Scope {
    fn holds(&self, contract: &Contract, raised: &Raised) -> bool {
        let label = raised.finding.primary();
        match self {
            Self::Blocks { document, blocks } => {
                *document == label.document
                    && blocks.contains(&contract.units[raised.at.unit].block)
            }
            Self::Words { document, span } => {
                *document == label.document && span.overlaps(label.span)
            }
            Self::Clause { path, address } => {
                let here = contract
                    .documents
                    .get(label.document)
                    .is_some_and(|document| document.source.path == *path);
                let clause = &raised.finding.clause.address;
                here && address.as_ref().is_none_or(|address| cited(address) == *clause)
            }
        }
    }

    /// Whether it speaks of this contract at all.
    fn concerns(&self, contract: &Contract) -> bool {
        match self {
            Self::Blocks { .. } | Self::Words { .. } => true,
            Self::Clause { path, .. } => {
                contract.documents.iter().any(|document| document.source.path == *path)
            }
        }
    }
}

/// An address as reports hold it: without the sign they print in front.
fn cited(address: &str) -> &str {
    address.trim().trim_start_matches('§').trim_start()
}

/// Marks the findings that are allowed, each with its reason, and says which
/// suppressions allow nothing. What a rule that is off would have raised cannot
/// be known, so its suppressions are not called unused.
pub(super) fn suppress(
    catalogue: &Catalogue,
    contract: &Contract,
    suppressions: &[&Suppression],
    all: &mut [Raised],
    lang: Lang,
) -> Vec<String> {
    let mut unused = Vec::new();
    for suppression in suppressions.iter().filter(|s| s.scope.concerns(contract)) {
        let mut used = false;
        for raised in all.iter_mut() {
            if *raised.finding.rule == *suppression.rule
                && suppression.scope.holds(contract, raised)
            {
                used = true;
                raised.finding.status = Status::Suppressed;
                raised.finding.reason.get_or_insert_with(|| suppression.said());
            }
        }
        if !used && catalogue.is_on(&suppression.rule) {
            unused.push(unused_sentence(suppression, all.iter().map(|r| &r.finding), lang));
        }
    }
    unused
}

fn unused_sentence<'f>(
    suppression: &Suppression,
    findings: impl Iterator<Item = &'f Finding>,
    lang: Lang,
) -> String {
    let mut places: Vec<&str> = findings
        .filter(|finding| *finding.rule == *suppression.rule && !finding.clause.address.is_empty())
        .map(|finding| finding.clause.address.as_str())
        .collect();
    places.dedup();
    let mut sentence = note("unused-suppression", lang);
    if !places.is_empty() {
        sentence += &note("raised-at", lang).replace("{places}", &places.join(", "));
    }
    sentence.replace("{rule}", &suppression.rule).replace("{origin}", &suppression.origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_allows_one_rule_for_a_reason() {
        for remark in [
            "fineprint: allow fees/late: agreed with finance 2026-05",
            "  Fineprint:allow  fees/late :  agreed with\n finance 2026-05 ",
            "fineprint： allow fees/late：agreed with finance 2026-05",
        ] {
            let expected = ("fees/late", "agreed with finance 2026-05".to_owned());
            assert_eq!(read(remark), Some(Ok(expected)), "{remark}");
        }
        let colon = read("fineprint: allow fees/late: see 3.2: agreed");
        assert_eq!(colon, Some(Ok(("fees/late", "see 3.2: agreed".to_owned()))));
    }

    #[test]
    fn what_only_looks_like_one_is_an_error_and_never_silence() {
        for remark in [
            "fineprint allow fees/late: agreed",
            "fineprint-allow fees/late: agreed",
            "fineprint: ignore fees/late: agreed",
            "fineprint: allow",
            "fineprint: allow : agreed",
            "fineprint: allow fees/late",
            "fineprint: allow fees/late:  ",
            "fineprint: allow fees/late agreed with: finance",
            "fineprint: allow fees/late, fees/early: agreed",
            "fineprint: allowed fees/late: agreed",
        ] {
            assert!(matches!(read(remark), Some(Err(_))), "{remark}");
        }
    }

    #[test]
    fn a_remark_to_people_is_none_of_ours() {
        for remark in ["", "agreed", "fineprint says this is open-ended", "see the fine print", "¶"]
        {
            assert_eq!(read(remark), None, "{remark}");
        }
    }
}
