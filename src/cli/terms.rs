//! `fineprint terms`: the term sheet of one or more contracts.

use super::args::{Language, Parties, Reading};
use super::contracts::too_slow;
use super::inputs::read_all;
use super::screen::Screen;
use super::settings::known_rules;
use super::{CLEAN, NO_INPUT, TROUBLE};
use crate::catalogue::Side;
use crate::check::{Judging, Review};
use crate::matching::Lang;
use crate::read::Document;
use crate::report::{Failure, TermSheets, terms_json, terms_markdown, terms_text};
use crate::source::Deadline;
use clap::{Args, ValueEnum};
use rayon::prelude::*;
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
    let inputs = read_all(&arguments.paths, &arguments.reading, screen);
    if inputs.documents.is_empty() && inputs.failures.is_empty() {
        screen.complain("no contracts here: nothing ends in .md, .markdown, .docx or .txt");
        return Ok(NO_INPUT);
    }
    let named = arguments.parties.named();
    let limits = arguments.reading.limits();
    let review = |document: Document, lang: Option<Lang>| {
        let deadline = Deadline::after(limits.seconds);
        let judging = Judging { lang, deadline, ..Judging::default() };
        crate::review(&catalogue, vec![document], &named, judging)
    };
    let mut documents = inputs.documents.into_iter();
    // The first contract's language is the language of the whole sheet.
    let first = documents.next().map(|document| review(document, arguments.lang.asked()));
    let own = first.as_ref().and_then(|review| review.languages.first().copied());
    let lang = arguments.lang.asked().or(own).unwrap_or(Lang::En);
    let rest: Vec<Document> = documents.collect();
    let rest: Vec<Review> =
        rest.into_par_iter().map(|document| review(document, Some(lang))).collect();
    let (unfinished, mut reviews): (Vec<Review>, Vec<Review>) =
        first.into_iter().chain(rest).partition(|review| review.unfinished);
    let slow = unfinished.iter().map(|review| too_slow(&review.documents, limits.seconds));
    let failures: Vec<Failure> = inputs.failures.into_iter().chain(slow).collect();
    if let Some(owes) = arguments.party {
        let side = match owes {
            Owes::Customer => Side::Customer,
            Owes::Vendor => Side::Vendor,
        };
        for review in &mut reviews {
            review.sheet.retain(|line| line.party.is_none_or(|party| party == side));
        }
    }
    failures.iter().for_each(|failure| screen.complain_of(failure));
    let sheets = TermSheets { reviews: &reviews, failures: &failures, lang };
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match arguments.format {
        TermsFormat::Text => terms_text(&sheets, out, width, style),
        TermsFormat::Json => terms_json(&sheets, out),
        TermsFormat::Markdown => terms_markdown(&sheets, out),
    })?;
    Ok(if sheets.failures.is_empty() { CLEAN } else { TROUBLE })
}
