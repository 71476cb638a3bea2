//! `fineprint check`.

use super::args::{Check, Output};
use super::baseline::{self, Accepted};
use super::contracts::{Contracts, gather};
use super::output::Targets;
use super::screen::Screen;
use super::settings::settings;
use super::{CLEAN, FINDINGS, NO_INPUT, TROUBLE};
use crate::catalogue::Catalogue;
use crate::check::{Judging, Review};
use crate::config::{FailOn, Settings};
use crate::matching::Lang;
use crate::report::{Pointed, Run};
use rayon::prelude::*;
use std::io;

pub(super) fn run(arguments: &Check, screen: &mut Screen) -> io::Result<u8> {
    let Some(targets) = targets(&arguments.output, screen) else { return Ok(TROUBLE) };
    let flags = arguments.judging.flags();
    let Some(in_force) = settings(&arguments.judging.file, &flags, &arguments.paths, screen) else {
        return Ok(TROUBLE);
    };
    let settings = &in_force.settings;
    let Some(catalogue) = in_force.catalogue(screen) else { return Ok(TROUBLE) };
    if arguments.paths.is_empty() && settings.contracts.is_empty() {
        screen.complain(
            "name a contract or a folder of contracts, or list contracts: in fineprint.yaml",
        );
        return Ok(TROUBLE);
    }
    let Ok(accepted) = baseline::load(settings, arguments.update_baseline, screen) else {
        return Ok(TROUBLE);
    };
    let contracts =
        gather(&arguments.paths, arguments.together, settings, &arguments.reading, screen);
    if contracts.each.is_empty() && contracts.failures.is_empty() {
        let folders: Vec<_> = arguments.paths.iter().map(|p| p.display().to_string()).collect();
        screen.complain(&format!(
            "no contracts in {}: nothing that git would not ignore ends in .md, .markdown, .docx or .txt",
            folders.join(", ")
        ));
        return Ok(NO_INPUT);
    }
    report(&catalogue, contracts, settings, accepted.as_ref(), &targets, screen)
}

/// Where the reports go; what cannot be is said before any work is done.
pub(super) fn targets(output: &Output, screen: &mut Screen) -> Option<Targets> {
    let targets = Targets::new(output.format, &output.output);
    targets.map_err(|problem| screen.complain(&problem)).ok()
}

/// Judges what was read and writes the report.
pub(super) fn report(
    catalogue: &Catalogue,
    contracts: Contracts,
    settings: &Settings,
    accepted: Option<&Accepted>,
    targets: &Targets,
    screen: &mut Screen,
) -> io::Result<u8> {
    let suppressions = contracts.suppressions(settings);
    let Contracts { each, failures } = contracts;
    let asked = settings.language.value.asked();
    let judging = Judging { lang: asked, stage: settings.stage.value, suppressions: &suppressions };
    let bar = screen.progress(each.len());
    let mut reviews: Vec<Review> = each
        .into_par_iter()
        .map(|files| {
            let review = crate::review(catalogue, files.documents, &files.named, judging);
            bar.inc(1);
            review
        })
        .collect();
    bar.finish_and_clear();
    let lang = asked.or_else(|| reviews.first()?.languages.first().copied()).unwrap_or(Lang::En);
    let kept = accepted.is_none_or(|known| known.apply(&mut reviews, settings, lang, screen));
    let run = Run { reviews: &reviews, failures: &failures, side: settings.side.value, lang };
    if !targets.on_terminal() {
        // A report for a program is read by nobody; the terminal's shows them itself.
        failures.iter().for_each(|failure| screen.complain_of(failure));
    }
    let width = screen.width();
    for review in &reviews {
        for mistake in &review.mistakes {
            if let Some(document) = review.documents.get(mistake.document) {
                screen.point(&Pointed::new(document, mistake, width));
            }
        }
    }
    let whole = targets.write(&run, catalogue, screen)?;
    Ok(if whole && kept { exit_code(&run, settings.fail_on.value) } else { TROUBLE })
}

/// Work that could not be done counts more than findings.
fn exit_code(run: &Run, fail_on: FailOn) -> u8 {
    if !run.is_whole() {
        TROUBLE
    } else if run.gravest().is_some_and(|severity| fail_on.fails(severity)) {
        FINDINGS
    } else {
        CLEAN
    }
}
