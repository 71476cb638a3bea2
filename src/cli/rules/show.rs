//! `fineprint rules show`: what a rule, a provision or a key term is made of.

use crate::cli::screen::Screen;
use crate::cli::settings::known_rules_with_tests;
use crate::cli::{CLEAN, TROUBLE};
use crate::report::{rule_parts, rule_written};
use clap::Args;
use std::io;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesShow {
    /// A rule's id, such as fees/open-ended-charges, the name of a provision or a key term, or
    /// a class of words in quotes, such as '<may>'
    #[arg(value_name = "NAME")]
    name: String,
    /// Print the file itself, to start a rule of your own from
    #[arg(long)]
    yaml: bool,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

pub(super) fn run(arguments: &RulesShow, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules_with_tests(&arguments.rules, screen) else {
        return Ok(TROUBLE);
    };
    let name = arguments.name.as_str();
    let shown = if arguments.yaml {
        rule_written(&catalogue, name).map(str::to_owned)
    } else {
        rule_parts(&catalogue, name, screen.width())
    };
    let Some(shown) = shown else {
        screen.complain(&format!(
            "there is no rule, provision or key term {name}; {}; rules list --of provision and --of term show the others",
            catalogue.suggestion(name)
        ));
        return Ok(TROUBLE);
    };
    screen.out(|out| out.write_all(shown.as_bytes()))?;
    Ok(CLEAN)
}
