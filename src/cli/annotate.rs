//! `fineprint annotate`: the findings as comments in the contract's Word file.

use super::args::{Grounds, Language, Reading};
use super::baseline;
use super::contracts::plan;
use super::inputs::bytes_at;
use super::made::made;
use super::output::{possible, replace};
use super::screen::Screen;
use super::settings::settings;
use super::{CLEAN, TROUBLE};
use crate::catalogue::Side;
use crate::config::Flags;
use crate::matching::Lang;
use crate::ooxml::Package;
use crate::read::format_of;
use crate::report::{Annotated, Annotating, Run, annotate};
use crate::source::Format;
use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct Annotate {
    /// The contract: a Word file
    #[arg(value_name = "FILE")]
    contract: PathBuf,
    /// Where the file with comments goes
    #[arg(short, long, value_name = "FILE", required_unless_present = "in_place")]
    output: Option<PathBuf>,
    /// Put the comments into the contract's own file
    #[arg(long, conflicts_with = "output")]
    in_place: bool,
    /// Put proposed wording into the text too, as tracked changes
    #[arg(long)]
    suggest: bool,
    /// Annotate a signed file, whose signature then no longer holds
    #[arg(long)]
    break_signature: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    grounds: Grounds,
    /// Whose eyes to read with (default: customer)
    #[arg(long, value_enum)]
    side: Option<Side>,
    /// The comments' language (default: auto, the contract's own)
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

impl Annotate {
    fn flags(&self) -> Flags {
        let others = Flags { side: self.side, language: self.lang, ..Flags::default() };
        self.grounds.flags(others)
    }

    /// Where the result goes; an error says what cannot be.
    fn target(&self) -> Result<&Path, String> {
        let Some(output) = self.output.as_deref() else { return Ok(&self.contract) };
        let same = |a: &Path, b: &Path| match (a.canonicalize(), b.canonicalize()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        };
        if same(output, &self.contract) {
            let file = output.display();
            return Err(format!("{file} is the contract itself; --in-place writes into it"));
        }
        possible(output)?;
        Ok(output)
    }
}

pub(super) fn run(arguments: &Annotate, screen: &mut Screen) -> io::Result<u8> {
    let Some((target, done)) = annotated(arguments, screen) else { return Ok(TROUBLE) };
    let file = target.display();
    if let Err(error) = replace(target, &done.bytes) {
        screen.complain(&format!("cannot write {file}: {error}"));
        return Ok(TROUBLE);
    }
    let mut said =
        vec![format!("{} on {}", count(done.comments, "comment"), count(done.findings, "finding"))];
    if arguments.suggest {
        said.push(format!("{} as tracked changes", count(done.proposals, "proposal")));
    }
    if done.known > 0 {
        said.push(format!("{} had a comment already", count(done.known, "finding")));
    }
    if done.beside > 0 {
        let comments = count(done.beside, "comment");
        said.push(format!("{comments} beside the words, where Word takes none on them"));
    }
    screen.out(|out| writeln!(out, "{file}: {}", said.join("; ")))?;
    if done.homeless > 0 {
        let findings = count(done.homeless, "finding");
        screen.complain(&format!("{file}: no paragraph takes a comment on {findings}"));
        return Ok(TROUBLE);
    }
    Ok(CLEAN)
}

/// The file with its comments, and where it goes. What cannot be done is said.
fn annotated<'a>(arguments: &'a Annotate, screen: &mut Screen) -> Option<(&'a Path, Annotated)> {
    let path = &arguments.contract;
    let name = path.display().to_string();
    let prepared = takes_comments(path, &arguments.reading)
        .and_then(|()| arguments.target())
        .and_then(|target| Ok((target, made()?.to_string())));
    let (target, date) = prepared.map_err(|problem| screen.complain(&problem)).ok()?;
    let paths = std::slice::from_ref(path);
    let mut in_force = settings(&arguments.grounds.file, &arguments.flags(), paths, screen)?;
    let catalogue = in_force.catalogue(screen)?;
    let settings = &in_force.settings;
    let accepted = baseline::load(settings, false, screen).ok()?;
    let planned = plan(vec![path.clone()], false, settings).into_iter().next()?;
    let outcome = planned.judged(&catalogue, settings, &arguments.reading, None);
    outcome.failures.iter().for_each(|failure| screen.complain_of(failure));
    let review = outcome.review?;
    let document = review.documents.iter().position(|document| document.source.path == name)?;
    for warning in &review.documents[document].warnings {
        screen.complain(&format!("{name}: {warning}"));
    }
    let bytes =
        bytes_at(path, &arguments.reading).map_err(|failure| screen.complain_of(&failure)).ok()?;
    let limits = arguments.reading.limits();
    if !arguments.break_signature && Package::open(&bytes, &limits).is_ok_and(|p| p.is_signed()) {
        screen.complain(&format!(
            "{name}: it is signed, and a comment breaks the signature; annotate a copy without one, or say --break-signature"
        ));
        return None;
    }
    let asked = settings.language.value.asked();
    let lang = asked.or_else(|| review.languages.first().copied()).unwrap_or(Lang::En);
    let mut reviews = [review];
    if let Some(known) = &accepted {
        known.apply(&mut reviews, settings, lang, screen);
    }
    let side = settings.side.value;
    let run = Run { reviews: &reviews, failures: &[], side, lang, root: None };
    let asked = Annotating {
        run: &run,
        review: &reviews[0],
        document,
        date: &date,
        suggest: arguments.suggest,
    };
    let done = annotate(&asked, &bytes, &limits);
    done.map_err(|error| screen.complain(&format!("{name}: {error}")))
        .ok()
        .map(|done| (target, done))
}

/// Refuses what is no Word file, with what to do instead.
fn takes_comments(path: &Path, reading: &Reading) -> Result<(), String> {
    let name = path.display();
    let format = reading.format_in.map(Into::into).or_else(|| format_of(&name.to_string()));
    if name.to_string() == "-" {
        return Err("comments are put into a file: name it, not standard input".to_owned());
    }
    match format {
        Some(Format::Markdown | Format::Text) => Err(format!(
            "{name}: only Word files take comments; `fineprint check {name} --output html=review.html` shows the findings beside the text"
        )),
        Some(Format::Word) | None => Ok(()),
    }
}

fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}
