//! The command line: one file a command.

mod rules;

use crate::catalogue::Catalogue;
use crate::check::{Judging, judge};
use crate::clause::{Contract, NamedParties};
use std::io::Write;

/// Development entry.
pub fn run(out: &mut dyn Write) -> std::io::Result<i32> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let catalogue = match Catalogue::load(&[]) {
        Ok(catalogue) => catalogue,
        Err(errors) => {
            for error in errors {
                writeln!(out, "{:?}", miette::Report::new(error))?;
            }
            return Ok(2);
        }
    };
    match args.first().map(String::as_str) {
        Some("rules") => rules::test(&catalogue, args.get(2).map_or("", String::as_str), out),
        Some("outline") => {
            for path in &args[1..] {
                let bytes = std::fs::read(path)?;
                let document =
                    crate::read::read(path, &bytes, None, &Default::default()).map_err(std::io::Error::other)?;
                let contract = Contract::new(vec![document], &NamedParties::default());
                writeln!(
                    out,
                    "{:?} {:?} {:?}",
                    contract.kind, contract.languages, contract.parties
                )?;
                for clause in &contract.clauses {
                    writeln!(
                        out,
                        "{}{} | {}",
                        "  ".repeat(clause.depth),
                        clause.address,
                        clause.heading
                    )?;
                }
            }
            Ok(0)
        }
        _ => {
            for path in &args[1..] {
                let bytes = std::fs::read(path)?;
                let document =
                    crate::read::read(path, &bytes, None, &Default::default()).map_err(std::io::Error::other)?;
                let contract = Contract::new(vec![document], &NamedParties::default());
                writeln!(
                    out,
                    "== {path}\n{:?} {:?} {:?}",
                    contract.kind, contract.languages, contract.parties
                )?;
                let review = judge(&catalogue, contract, Judging::default());
                for f in &review.findings {
                    let l = f.primary();
                    let p = review.documents[l.document].source.position(l.span.start);
                    let line = review.documents[l.document].source.line_at(l.span.start);
                    let line = review.documents[l.document].source.slice(line);
                    let line: String =
                        line.chars().skip(p.column.saturating_sub(60)).take(200).collect();
                    writeln!(
                        out,
                        "{:?} {:?} {} §{} [{}] :{}:{}\n      {}",
                        f.severity,
                        f.side,
                        f.rule,
                        f.clause.address,
                        l.text,
                        p.line,
                        p.column,
                        line
                    )?;
                }
                for s in &review.sheet {
                    writeln!(out, "   {} = {} ({})", s.term, s.value, s.clause.address)?;
                }
            }
            Ok(0)
        }
    }
}
