//! `fineprint compare`: what changed between two versions of a contract, and
//! for whom that is worse.

use super::args::{Grounds, Language, Reading};
use super::contracts::too_slow;
use super::inputs::{read_one, read_version};
use super::screen::Screen;
use super::settings::settings;
use super::{CLEAN, FINDINGS, TROUBLE};
use crate::catalogue::{Catalogue, Side};
use crate::check::{Judging, Review, judge};
use crate::clause::{Contract, NamedParties};
use crate::compare::{Version, compare};
use crate::config::{Flags, Settings};
use crate::matching::Lang;
use crate::read::{Document, format_of};
use crate::report::{Compared, Run, comparison_json, comparison_markdown, comparison_text};
use crate::source::{Deadline, Format};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct Compare {
    /// The version before: a contract, or REVISION:PATH as git has it
    #[arg(value_name = "OLD", required_unless_present = "redline")]
    old: Option<PathBuf>,
    /// The version after
    #[arg(value_name = "NEW", required_unless_present = "redline")]
    new: Option<PathBuf>,
    /// A Word file against itself: its tracked changes rejected, and accepted
    #[arg(long, value_name = "FILE", conflicts_with_all = ["old", "new", "as_original"])]
    redline: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    grounds: Grounds,
    /// Whose eyes to read with (default: customer)
    #[arg(long, value_enum)]
    side: Option<Side>,
    /// When to exit with 1
    #[arg(long, value_enum, default_value_t = CompareFail::Never, value_name = "WHEN")]
    fail_on: CompareFail,
    /// The comparison's language (default: auto, the new version's own)
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// How to write the comparison
    #[arg(long, value_enum, default_value_t = CompareFormat::Text, value_name = "FORMAT")]
    format: CompareFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    /// For people
    Text,
    /// For programs: described in docs/json.md
    Json,
    /// For a comment under a pull request
    #[value(alias = "md")]
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompareFail {
    /// A key term moved against the side, or a finding of medium severity or
    /// above came
    Worse,
    /// Anything changed but numbers and places
    Change,
    /// Always exit with 0 when the work was done
    Never,
}

impl Compare {
    fn flags(&self) -> Flags {
        let others = Flags { side: self.side, language: self.lang, ..Flags::default() };
        self.grounds.flags(others)
    }

    /// Both versions as they are named and read. A file that cannot be read has
    /// been complained of.
    fn versions(&self, screen: &mut Screen) -> Option<[Document; 2]> {
        let read = match (&self.redline, &self.old, &self.new) {
            (Some(file), ..) => {
                let name = file.display().to_string();
                let format = self.reading.format_in.map(Into::into).or_else(|| format_of(&name));
                if !matches!(format, Some(Format::Word) | None) {
                    screen.complain(&format!(
                        "{name}: only Word files hold tracked changes; name both versions"
                    ));
                    return None;
                }
                let original = self.reading.as_original();
                [read_one(file, &original), read_one(file, &self.reading)]
            }
            (None, Some(old), Some(new)) => {
                [read_version(old, &self.reading), read_version(new, &self.reading)]
            }
            _ => return None,
        };
        for failure in read.iter().filter_map(|read| read.as_ref().err()) {
            screen.complain_of(failure);
        }
        let [Ok(old), Ok(new)] = read else { return None };
        Some([old, new])
    }
}

/// One version, as it was read and as it was judged.
struct Judged {
    contract: Contract,
    review: Review,
}

impl Judged {
    fn version(&self) -> Version<'_> {
        Version { contract: &self.contract, review: &self.review }
    }
}

pub(super) fn run(arguments: &Compare, screen: &mut Screen) -> io::Result<u8> {
    let files = [&arguments.redline, &arguments.new, &arguments.old];
    let paths: Vec<PathBuf> = files.into_iter().flatten().filter(|p| p.exists()).cloned().collect();
    let Some(mut in_force) = settings(&arguments.grounds.file, &arguments.flags(), &paths, screen)
    else {
        return Ok(TROUBLE);
    };
    let Some(catalogue) = in_force.catalogue(screen) else { return Ok(TROUBLE) };
    let settings = &in_force.settings;
    let Some([old, new]) = arguments.versions(screen) else { return Ok(TROUBLE) };
    let names = names(arguments, &old, &new);
    // Both versions are told in one language: that of the new.
    let asked = settings.language.value.asked();
    let Some(new) = judged(arguments, &catalogue, settings, new, asked, screen) else {
        return Ok(TROUBLE);
    };
    let lang = asked.or_else(|| new.review.languages.first().copied()).unwrap_or(Lang::En);
    let Some(old) = judged(arguments, &catalogue, settings, old, Some(lang), screen) else {
        return Ok(TROUBLE);
    };
    let side = settings.side.value;
    let comparison = compare(&catalogue, old.version(), new.version(), side, lang);
    let run = Run { reviews: &[], failures: &[], side, lang, root: None };
    let compared = Compared {
        comparison: &comparison,
        reviews: [&old.review, &new.review],
        names: [&names[0], &names[1]],
        run: &run,
    };
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match arguments.format {
        CompareFormat::Text => comparison_text(&compared, out, width, style),
        CompareFormat::Json => comparison_json(&compared, out),
        CompareFormat::Markdown => comparison_markdown(&compared, out),
    })?;
    let fails = match arguments.fail_on {
        CompareFail::Worse => comparison.is_worse(),
        CompareFail::Change => !comparison.is_empty(),
        CompareFail::Never => false,
    };
    Ok(if fails { FINDINGS } else { CLEAN })
}

/// Judges a version as the settings say; `None` where time ran out.
fn judged(
    arguments: &Compare,
    catalogue: &Catalogue,
    settings: &Settings,
    document: Document,
    lang: Option<Lang>,
    screen: &mut Screen,
) -> Option<Judged> {
    let limits = arguments.reading.limits();
    let named = NamedParties {
        customer: settings.customer.value.clone(),
        vendor: settings.vendor.value.clone(),
    };
    let contract = Contract::new(vec![document], &named).at_stage(settings.stage.value);
    let judging = Judging {
        lang,
        stage: settings.stage.value,
        deadline: Deadline::after(limits.seconds),
        most: usize::try_from(limits.findings).ok(),
        ..Judging::default()
    };
    let review = judge(catalogue, contract.clone(), judging);
    if review.unfinished {
        screen.complain_of(&too_slow(&review.documents, limits.seconds));
        return None;
    }
    let name = &contract.documents.first()?.source.path;
    for warning in &contract.documents.first()?.warnings {
        screen.complain(&format!("{name}: {warning}"));
    }
    Some(Judged { contract, review })
}

/// What the versions are called: one file's two readings by what is read.
fn names(arguments: &Compare, old: &Document, new: &Document) -> [String; 2] {
    let path = |document: &Document| document.source.path.clone();
    match arguments.redline {
        Some(_) => [format!("{} (original)", path(old)), path(new)],
        None => [path(old), path(new)],
    }
}
