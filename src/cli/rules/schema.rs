//! `fineprint rules schema`: what editors know rule files by.

use crate::catalogue::{RuleFile, rule_schema};
use crate::cli::CLEAN;
use crate::cli::screen::Screen;
use clap::Args;
use std::io;

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesSchema {
    /// Whose schema
    #[arg(value_enum, default_value_t = RuleFile::Check, value_name = "KIND")]
    of: RuleFile,
}

pub(super) fn run(arguments: &RulesSchema, screen: &mut Screen) -> io::Result<u8> {
    let text = serde_json::to_string_pretty(&rule_schema(arguments.of))?;
    screen.out(|out| writeln!(out, "{text}"))?;
    Ok(CLEAN)
}
