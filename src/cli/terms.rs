//! `fineprint terms`: the term sheet of one or more contracts.

use super::args::{Language, Parties, Reading};
use super::screen::Screen;
use super::settings::known_rules;
use super::singles::{Singles, judged};
use super::{CLEAN, NO_INPUT, TROUBLE};
use crate::catalogue::Side;
use crate::report::{TermSheets, terms_json, terms_markdown, terms_text};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct Terms {
    /// Contracts: .md, .markdown, .docx, .txt, folders of these, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    parties: Parties,
    /// Only what this party owes
    #[arg(long, value_enum)]
    party: Option<Owes>,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// How to write the sheet
    #[arg(long, value_enum, default_value_t = TermsFormat::Text, value_name = "FORMAT")]
    format: TermsFormat,
    /// The language of the titles; auto: the contract's own
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Owes {
    Customer,
    Vendor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TermsFormat {
    /// For people; several files side by side
    Text,
    /// For programs: described in docs/json.md
    Json,
    /// A table for documents
    Markdown,
}

pub(super) fn run(arguments: &Terms, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&arguments.rules, &arguments.paths, screen) else {
        return Ok(TROUBLE);
    };
    let (reading, parties) = (&arguments.reading, &arguments.parties);
    let paths = &arguments.paths;
    let singles = judged(&catalogue, paths, reading, parties, arguments.lang, screen);
    let Some(Singles { mut reviews, failures, lang }) = singles else { return Ok(NO_INPUT) };
    if let Some(owes) = arguments.party {
        let side = match owes {
            Owes::Customer => Side::Customer,
            Owes::Vendor => Side::Vendor,
        };
        for review in &mut reviews {
            review.sheet.retain(|line| line.party.is_none_or(|party| party == side));
        }
    }
    let sheets = TermSheets { reviews: &reviews, failures: &failures, lang };
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match arguments.format {
        TermsFormat::Text => terms_text(&sheets, out, width, style),
        TermsFormat::Json => terms_json(&sheets, out),
        TermsFormat::Markdown => terms_markdown(&sheets, out),
    })?;
    Ok(if sheets.failures.is_empty() { CLEAN } else { TROUBLE })
}
