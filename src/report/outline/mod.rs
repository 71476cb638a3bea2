//! What was understood of a contract before any rule judged it, as text and as
//! JSON, `fineprint.outline/1`; documented in `docs/json.md`.

mod text;

use crate::catalogue::Catalogue;
use crate::clause::{Clause, Contract, Half, Kind, Party, Stage, Target};
use crate::matching::{Lang, Polarity};
use crate::provision::{Provision, Reading};
use crate::read::RevisionKind;
use crate::source::{Deadline, Format, Span};
use serde::Serialize;
use std::io::{self, Write};

pub use text::outline_text;

/// A contract's clauses and what ties them together. Offsets count in the text
/// of the file, as in the JSON report.
#[derive(Debug, Serialize)]
pub struct Outline<'a> {
    schema: &'static str,
    path: &'a str,
    format: Format,
    kind: Kind,
    stage: Stage,
    languages: &'a [Lang],
    parties: Parties<'a>,
    clauses: Vec<ClauseLine<'a>>,
    definitions: Vec<DefinitionLine<'a>>,
    references: Vec<ReferenceLine<'a>>,
    placeholders: Vec<Place<'a>>,
    pairs: Vec<PairLine>,
    pending: Vec<PendingLine<'a>>,
    warnings: &'a [String],
}

#[derive(Debug, Serialize)]
struct Parties<'a> {
    customer: Option<PartyLine<'a>>,
    vendor: Option<PartyLine<'a>>,
    unresolved: &'a [String],
}

#[derive(Debug, Serialize)]
struct PartyLine<'a> {
    name: &'a str,
    full_name: Option<&'a str>,
    /// The clause that shows the role.
    clause: Option<String>,
}

#[derive(Debug, Serialize)]
struct ClauseLine<'a> {
    address: &'a str,
    heading: &'a str,
    depth: usize,
    start: usize,
    end: usize,
    languages: Vec<Lang>,
    provisions: Vec<ProvisionLine<'a>>,
    /// The beginning of its text, for clauses without a heading.
    #[serde(skip)]
    opening: &'a str,
    #[serde(skip)]
    labelled: bool,
}

#[derive(Debug, Serialize)]
struct ProvisionLine<'a> {
    name: &'a str,
    start: usize,
    end: usize,
    polarity: Polarity,
}

#[derive(Debug, Serialize)]
struct DefinitionLine<'a> {
    term: &'a str,
    start: usize,
    end: usize,
    inline: bool,
    clause: String,
    uses: Vec<Range>,
}

#[derive(Debug, Serialize)]
struct ReferenceLine<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    clause: String,
    /// `clause`, `missing`, `elsewhere` or `unclear`.
    status: &'static str,
    /// The address of the clause it resolves to.
    target: Option<&'a str>,
    /// False where only the clause around the one named was found.
    exact: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    clause: String,
}

/// Words that say the same in two languages.
#[derive(Debug, Serialize)]
struct PairLine {
    first: HalfLine,
    second: HalfLine,
}

#[derive(Debug, Serialize)]
struct HalfLine {
    language: Lang,
    clause: String,
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct PendingLine<'a> {
    change: &'static str,
    text: &'a str,
    start: usize,
    end: usize,
    author: &'a str,
    date: &'a str,
}

#[derive(Debug, Serialize)]
struct Range {
    start: usize,
    end: usize,
}

impl From<Span> for Range {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

impl<'a> Outline<'a> {
    /// The name of every provision marked, with its words.
    pub fn provisions(&self) -> impl Iterator<Item = (&'a str, Span)> {
        let marked = self.clauses.iter().flat_map(|clause| &clause.provisions);
        marked.map(|provision| (provision.name, Span::new(provision.start, provision.end)))
    }
}

/// The outline of a contract of one document.
pub fn outline<'a>(catalogue: &'a Catalogue, contract: &'a Contract) -> Option<Outline<'a>> {
    let document = contract.documents.first()?;
    let provisions = Reading::until(Deadline::default(), catalogue, contract).provisions;
    let source = &document.source;
    let references = contract.references().iter().map(|reference| {
        let span = contract.units[reference.unit].text.origin(reference.range.clone());
        let (status, target, exact) = match &reference.target {
            Target::Clause { clause, exact } => {
                ("clause", Some(contract.clauses[*clause].address.as_str()), Some(*exact))
            }
            Target::Missing => ("missing", None, None),
            Target::Elsewhere => ("elsewhere", None, None),
            Target::Unclear => ("unclear", None, None),
        };
        ReferenceLine {
            text: source.slice(span),
            start: span.start,
            end: span.end,
            clause: contract.address(reference.unit),
            status,
            target,
            exact,
        }
    });
    let definitions = contract.definitions().iter().map(|definition| {
        let origin = |unit: usize, range: &std::ops::Range<usize>| {
            contract.units[unit].text.origin(range.clone())
        };
        let span = origin(definition.unit, &definition.range);
        DefinitionLine {
            term: &definition.term,
            start: span.start,
            end: span.end,
            inline: definition.inline,
            clause: contract.address(definition.unit),
            uses: definition.uses().map(|(unit, at)| origin(*unit, at).into()).collect(),
        }
    });
    let placeholders = contract.placeholders().iter().map(|place| {
        let span = contract.units[place.unit].text.origin(place.range.clone());
        Place {
            text: source.slice(span),
            start: span.start,
            end: span.end,
            clause: contract.address(place.unit),
        }
    });
    let half = |half: &Half| {
        let span = contract.units[half.unit].text.origin(half.range.clone());
        let clause = contract.address(half.unit);
        HalfLine { language: half.lang, clause, start: span.start, end: span.end }
    };
    let pairs = contract
        .pairs()
        .iter()
        .map(|pair| PairLine { first: half(&pair.first), second: half(&pair.second) });
    let pending = document.blocks.iter().flat_map(|block| {
        block.revisions.iter().map(|revision| {
            let span = block.text.origin(revision.range.clone());
            PendingLine {
                change: match revision.kind {
                    RevisionKind::Insertion => "insertion",
                    RevisionKind::Deletion => "deletion",
                },
                text: source.slice(span),
                start: span.start,
                end: span.end,
                author: &revision.author,
                date: &revision.date,
            }
        })
    });
    Some(Outline {
        schema: "fineprint.outline/1",
        path: &source.path,
        format: source.format,
        kind: contract.kind,
        stage: contract.stage(),
        languages: &contract.languages,
        parties: Parties {
            customer: contract.parties.customer.as_ref().map(|p| party(contract, p)),
            vendor: contract.parties.vendor.as_ref().map(|p| party(contract, p)),
            unresolved: &contract.parties.unresolved,
        },
        clauses: (0..contract.clauses.len())
            .filter_map(|index| clause_line(catalogue, contract, &provisions, index))
            .collect(),
        definitions: definitions.collect(),
        references: references.collect(),
        placeholders: placeholders.collect(),
        pairs: pairs.collect(),
        pending: pending.collect(),
        warnings: &document.warnings,
    })
}

fn party<'a>(contract: &Contract, party: &'a Party) -> PartyLine<'a> {
    PartyLine {
        name: &party.name,
        full_name: party.full_name.as_deref(),
        clause: party.unit.map(|unit| contract.address(unit)),
    }
}

fn clause_line<'a>(
    catalogue: &'a Catalogue,
    contract: &'a Contract,
    provisions: &[Provision],
    index: usize,
) -> Option<ClauseLine<'a>> {
    let clause = &contract.clauses[index];
    let units = contract.units.get(clause.units.clone())?;
    let first = units.first()?;
    let own = provisions.iter().filter(|p| contract.owners[p.at.unit] == index);
    let provisions = own.map(|provision| {
        let span = contract.span(provision.at.unit, provision.at.range.clone());
        ProvisionLine {
            name: &catalogue.provisions[provision.id].name,
            start: span.start,
            end: span.end,
            polarity: provision.at.polarity,
        }
    });
    Some(ClauseLine {
        address: &clause.address,
        heading: &clause.heading,
        depth: clause.depth,
        start: start_of(contract, clause),
        end: units.iter().map(|unit| unit.span.end).max().unwrap_or(first.span.end),
        languages: contract.languages_in(clause.units.clone()),
        provisions: provisions.collect(),
        opening: first.text.as_str().trim(),
        labelled: clause.label.is_some(),
    })
}

/// Where a clause begins, its number included.
fn start_of(contract: &Contract, clause: &Clause) -> usize {
    let unit = &contract.units[clause.units.start];
    let block = &contract.documents[unit.document].blocks[unit.block];
    let number = block.marker.as_ref().map(|marker| marker.span.start);
    // A marker belongs to the first of the clauses in its block.
    let opens = unit.span.start <= block.span.start
        || !contract.units[..clause.units.start]
            .last()
            .is_some_and(|before| before.document == unit.document && before.block == unit.block);
    number.filter(|_| opens).map_or(unit.span.start, |start| start.min(unit.span.start))
}

/// Writes an outline as JSON, indented, with a final newline. Fails only as
/// `out` fails.
pub fn outline_json(outline: &Outline, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, outline)?;
    writeln!(out)
}
