//! JSON lines, `fineprint.finding/1`: one finding a line, for programs that
//! read line by line; documented in `docs/json.md`.

use super::Run;
use super::json::{FindingEntry, entry};
use serde::Serialize;
use std::io::{self, Write};

/// A finding with the file it stands in.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    path: &'a str,
    contract: usize,
    #[serde(flatten)]
    finding: FindingEntry<'a>,
}

/// Writes a line a finding, contract by contract, in the order of clauses.
/// Findings of the other side are left out; suppressed and baselined ones are
/// there with their status. Fails only as `out` fails.
pub fn json_lines(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    for (index, review) in run.reviews.iter().enumerate() {
        for finding in run.concerned(review) {
            let Some(document) = review.documents.get(finding.document()) else { continue };
            let line = Line {
                schema: "fineprint.finding/1",
                path: &document.source.path,
                contract: index + 1,
                finding: entry(review, finding),
            };
            serde_json::to_writer(&mut *out, &line)?;
            writeln!(out)?;
        }
    }
    Ok(())
}
