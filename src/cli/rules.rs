//! `fineprint rules`: list, show and prove the rules.

use crate::catalogue::Catalogue;
use crate::check::prove;
use std::io::{self, Write};
use std::path::Path;

/// `fineprint rules test`: exit code 1 where a rule is not proved.
pub(super) fn test(catalogue: &Catalogue, only: &str, out: &mut dyn Write) -> io::Result<i32> {
    let proof = prove(catalogue, only, Path::new("fixtures"));
    let mut rule = "";
    for failure in &proof.failures {
        if failure.rule != rule {
            writeln!(out, "{} ({})", failure.rule, failure.path)?;
            rule = &failure.rule;
        }
        writeln!(out, "  {}", failure.what)?;
    }
    writeln!(
        out,
        "{} rules, {} tests in {} language blocks, {} parts proved, {} known gaps, {} failures",
        proof.rules,
        proof.tests,
        proof.blocks,
        proof.parts,
        proof.gaps,
        proof.failures.len()
    )?;
    Ok(i32::from(!proof.failures.is_empty()))
}
