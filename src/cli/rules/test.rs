//! `fineprint rules test`: each rule proved.

use crate::check::prove;
use crate::cli::screen::Screen;
use crate::cli::settings::known_rules_with_tests;
use crate::cli::{CLEAN, FINDINGS, TROUBLE};
use clap::Args;
use std::io;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesTest {
    /// Only rules whose id begins so
    #[arg(value_name = "PREFIX", default_value = "")]
    prefix: String,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// Where `fixture:` tests find their files
    #[arg(long, value_name = "DIR", default_value = "fixtures")]
    fixtures: PathBuf,
}

/// Exit code 1 where a rule is not proved.
pub(super) fn run(arguments: &RulesTest, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules_with_tests(&arguments.rules, screen) else {
        return Ok(TROUBLE);
    };
    let proof = prove(&catalogue, &arguments.prefix, &arguments.fixtures);
    if proof.rules == 0 {
        screen.complain(&format!("no rule's id begins with {}", arguments.prefix));
        return Ok(TROUBLE);
    }
    screen.out(|out| {
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
            "{} rules, {} tests in {} language blocks, {} parts proved, {} known gaps, {} blocks unattested, {} failures",
            proof.rules,
            proof.tests,
            proof.blocks,
            proof.parts,
            proof.gaps,
            proof.unattested,
            proof.failures.len()
        )
    })?;
    Ok(if proof.failures.is_empty() { CLEAN } else { FINDINGS })
}
