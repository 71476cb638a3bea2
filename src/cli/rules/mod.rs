//! `fineprint rules`: what a writer of rules needs, one file a command.

mod docs;
mod list;
mod new;
mod schema;
mod show;
mod test;

use super::screen::Screen;
use clap::Subcommand;
use std::io;

#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// List the rules
    List(list::RulesList),
    /// Show what a rule, a provision or a key term is made of
    Show(show::RulesShow),
    /// Write a rule to start from
    New(new::RulesNew),
    /// Run each rule's tests, and prove that they notice every part of it
    Test(test::RulesTest),
    /// Print the JSON schema of rule files, for editors
    Schema(schema::RulesSchema),
    /// Write a page for each group of rules, in Markdown, and the schemas
    Docs(docs::RulesDocs),
}

pub(super) fn run(command: &RulesCommand, screen: &mut Screen) -> io::Result<u8> {
    match command {
        RulesCommand::List(list) => list::run(list, screen),
        RulesCommand::Show(show) => show::run(show, screen),
        RulesCommand::New(new) => new::run(new, screen),
        RulesCommand::Test(test) => test::run(test, screen),
        RulesCommand::Schema(schema) => schema::run(schema, screen),
        RulesCommand::Docs(docs) => docs::run(docs, screen),
    }
}
