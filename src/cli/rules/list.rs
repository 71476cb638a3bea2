//! `fineprint rules list`: the rules, or what they can speak of, a line each.

use crate::catalogue::RuleFile;
use crate::cli::args::Language;
use crate::cli::screen::Screen;
use crate::cli::settings::known_rules;
use crate::cli::{CLEAN, TROUBLE};
use crate::matching::Lang;
use crate::report::rule_list;
use clap::Args;
use std::io;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesList {
    /// Only those whose id begins so
    #[arg(value_name = "PREFIX", default_value = "")]
    prefix: String,
    /// What to list: a rule speaks of provisions and key terms by their names
    #[arg(long, value_enum, default_value_t = RuleFile::Check, value_name = "KIND")]
    of: RuleFile,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// The titles' language; auto: English
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

pub(super) fn run(arguments: &RulesList, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&arguments.rules, &[], screen) else { return Ok(TROUBLE) };
    let lang = arguments.lang.asked().unwrap_or(Lang::En);
    let list = rule_list(&catalogue, arguments.of, &arguments.prefix, lang);
    if list.is_empty() {
        let what = match arguments.of {
            RuleFile::Check => "rule's id",
            RuleFile::Provision => "provision's name",
            RuleFile::Term => "key term's name",
        };
        screen.complain(&format!("no {what} begins with {}", arguments.prefix));
        return Ok(TROUBLE);
    }
    screen.out(|out| out.write_all(list.as_bytes()))?;
    Ok(CLEAN)
}
