//! What the command line takes.

use super::output::Target;
use super::settings::SettingsFile;
use crate::catalogue::Side;
use crate::clause::{NamedParties, Stage};
pub(super) use crate::config::Language;
use crate::config::{FailOn, Flags};
use crate::source::{Bound, Format, Limits};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads contracts and SLAs, and shows each risk under the words that cause it.
///
/// Everything happens on this machine: no text leaves it.
#[derive(Debug, Parser)]
#[command(name = "fineprint", version, max_term_width = 100)]
pub(super) struct Arguments {
    /// When to use colour (NO_COLOR is respected)
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(super) color: Colour,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check contracts and show what will hurt
    Check(Check),
    /// Put the findings into a Word contract as comments
    Annotate(super::annotate::Annotate),
    /// Show what changed between two versions of a contract, and for whom it is worse
    Compare(super::compare::Compare),
    /// Print the settings in force and where each comes from
    Config(super::config::Config),
    /// Write a commented settings file
    Init(super::init::Init),
    /// Check a bundled bad contract, to see what a report looks like
    Demo(Demo),
    /// Print a rule's page: what it finds, why it matters, what to propose
    Explain(Explain),
    /// Print the tree of clauses
    Outline(Outline),
    /// Print the key terms with their clauses; several contracts side by side
    Terms(super::terms::Terms),
    /// Print what must be done by when, or write it as a calendar
    Dates(super::dates::DatesArguments),
    /// Price offers over months at a given use, side by side
    Cost(super::cost::CostArguments),
    /// Work out what an availability means, or what a contract promises
    Sla(super::sla::Sla),
    /// Print the text that positions count in
    Text(Text),
    /// Write, test and explain rules of your own
    #[command(subcommand)]
    Rules(super::rules::RulesCommand),
    /// List, show, start and test playbooks: positions, fallbacks, who approves
    #[command(subcommand)]
    Playbook(super::playbook::PlaybookCommand),
    /// Print a shell's completions
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Contracts: .md, .markdown, .docx, .txt, folders of these, or - for
    /// standard input; without any, the contracts of the settings file
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Check what is listed here as well, a path a line; - is standard input
    #[arg(long, value_name = "FILE")]
    pub(super) files_from: Option<PathBuf>,
    /// Paths in the list end with NUL and not with a line, as of find -print0
    #[arg(short = '0', long, requires = "files_from")]
    pub(super) null: bool,
    #[command(flatten)]
    pub(super) reading: Reading,
    /// Read all files as one contract, in their order of precedence
    #[arg(long)]
    pub(super) together: bool,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// Tell on which clauses a rule looked and why it raised what it did, and nothing else
    #[arg(long, value_name = "RULE", conflicts_with_all = ["update_baseline", "output"])]
    pub(super) inspect: Option<String>,
    /// Accept what is in the baseline now, and write it
    #[arg(long)]
    pub(super) update_baseline: bool,
    #[command(flatten)]
    pub(super) output: Output,
}

/// What a contract is judged by. The settings file can say it as well; the
/// command line wins.
#[derive(Debug, Args)]
pub(super) struct Grounds {
    #[command(flatten)]
    pub(super) file: SettingsFile,
    #[command(flatten)]
    parties: Parties,
    /// Whether contracts are forms to fill in or drafts (default: their open places tell)
    #[arg(long, value_enum)]
    stage: Option<Stage>,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// What was accepted before: it is counted, and is not new
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// What to hold contracts to: a playbook file, or one of `playbook list`
    #[arg(long, value_name = "FILE|NAME")]
    playbook: Option<String>,
}

/// What a contract is judged by, and how it is reported.
#[derive(Debug, Args)]
pub(super) struct Judging {
    #[command(flatten)]
    pub(super) grounds: Grounds,
    #[command(flatten)]
    view: View,
}

/// For whom a report is, in which language, and when it fails.
#[derive(Debug, Args)]
pub(super) struct View {
    /// Whose eyes to read with (default: customer)
    #[arg(long, value_enum)]
    side: Option<Side>,
    /// Exit with 1 from this severity on (default: high)
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// The report's language (default: auto)
    #[arg(long, value_enum)]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, Args)]
pub(super) struct Output {
    /// How to write the report to standard output (default: terminal)
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) format: Option<ReportFormat>,
    /// Write a report to a file as well, such as html=report.html; may be said often
    #[arg(long, value_name = "FORMAT=PATH", value_parser = super::output::target)]
    pub(super) output: Vec<Target>,
}

/// How files are read.
#[derive(Debug, Clone, Args)]
pub(super) struct Reading {
    /// Read all files as this, whatever their names; standard input needs it
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) format_in: Option<FormatIn>,
    /// Read tracked changes in Word files as rejected, not as accepted
    #[arg(long)]
    pub(super) as_original: bool,
    /// Change a bound on files from strangers; an error names the one to raise
    #[arg(long = "bound", value_name = "NAME=N", value_parser = bound)]
    bounds: Vec<(Bound, u64)>,
}

/// Who is who, when the contract does not tell.
#[derive(Debug, Args)]
pub(super) struct Parties {
    /// The party that pays, by its name in the contract
    #[arg(long, value_name = "NAME")]
    pub(super) customer: Option<String>,
    /// The party that serves, by its name in the contract
    #[arg(long, value_name = "NAME")]
    pub(super) vendor: Option<String>,
}

impl Parties {
    /// The names, as reading takes them.
    pub(super) fn named(&self) -> NamedParties {
        NamedParties { customer: self.customer.clone(), vendor: self.vendor.clone() }
    }
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[command(flatten)]
    pub(super) view: View,
    #[command(flatten)]
    pub(super) output: Output,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule's id, such as fees/open-ended-charges
    #[arg(value_name = "RULE")]
    pub(super) rule: String,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    /// The page's language; auto: English
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    pub(super) lang: Language,
}

#[derive(Debug, Args)]
pub(super) struct Outline {
    /// The contract
    #[arg(value_name = "FILE")]
    pub(super) path: PathBuf,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) parties: Parties,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    /// Whether it is a form to fill in or a draft (default: its open places tell)
    #[arg(long, value_enum)]
    pub(super) stage: Option<Stage>,
    /// What the outline is for
    #[arg(long, value_enum, default_value_t = OutlineFormat::Text, value_name = "FORMAT")]
    pub(super) format: OutlineFormat,
}

#[derive(Debug, Args)]
pub(super) struct Text {
    /// The contract
    #[arg(value_name = "FILE")]
    pub(super) path: PathBuf,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people: the words underlined, and a summary
    Terminal,
    /// For a browser: the contract with its findings beside it, in one file
    Html,
    /// For a comment under a pull request
    #[value(alias = "md")]
    Markdown,
    /// For programs: one document, described in docs/json.md
    Json,
    /// For programs: one finding a line, described in docs/json.md
    Jsonl,
    /// For code scanning and editors: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: annotations beside the lines
    Github,
    /// For Word: a memo to forward, with a negotiation list
    Memo,
    /// For the table: what must, should and might change, what to fall back to
    /// and what to ask in return; a page where the file is .html, else Markdown
    Negotiation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutlineFormat {
    /// For people: a line a clause
    Text,
    /// For programs: one document, described in docs/json.md
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatIn {
    #[value(alias = "md")]
    Markdown,
    Docx,
    #[value(alias = "txt")]
    Text,
}

impl From<FormatIn> for Format {
    fn from(format: FormatIn) -> Self {
        match format {
            FormatIn::Markdown => Self::Markdown,
            FormatIn::Docx => Self::Word,
            FormatIn::Text => Self::Text,
        }
    }
}

impl Grounds {
    /// What the command line says, besides `others`.
    pub(super) fn flags(&self, others: Flags) -> Flags {
        Flags {
            stage: self.stage,
            customer: self.parties.customer.clone(),
            vendor: self.parties.vendor.clone(),
            rules_dirs: self.rules.clone(),
            baseline: self.baseline.clone(),
            playbook: self.playbook.clone(),
            ..others
        }
    }
}

impl Judging {
    /// What the command line says.
    pub(super) fn flags(&self) -> Flags {
        self.grounds.flags(self.view.flags())
    }
}

impl View {
    /// What the command line says.
    pub(super) fn flags(&self) -> Flags {
        Flags { side: self.side, fail_on: self.fail_on, language: self.lang, ..Flags::default() }
    }
}

impl Reading {
    /// The same with tracked changes rejected.
    pub(super) fn as_original(&self) -> Self {
        Self { as_original: true, ..self.clone() }
    }

    /// The bounds files are read within.
    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        for &(bound, limit) in &self.bounds {
            limits.set(bound, limit);
        }
        limits
    }
}

/// Reads `ratio=1000`.
fn bound(text: &str) -> Result<(Bound, u64), String> {
    let names = || Bound::ALL.map(Bound::name).join(", ");
    let (name, limit) = text.split_once('=').ok_or_else(|| format!("write {text}=N"))?;
    let bound = Bound::ALL
        .into_iter()
        .find(|bound| bound.name() == name)
        .ok_or_else(|| format!("the bounds are {}", names()))?;
    let limit = limit.parse().map_err(|_| format!("{limit} is not a whole number"))?;
    Ok((bound, limit))
}
