//! `fineprint check`.

use super::args::{Check, FailOn, Output};
use super::inputs::{Inputs, read_all};
use super::output::Targets;
use super::screen::Screen;
use super::{CLEAN, FINDINGS, NO_INPUT, TROUBLE, load_rules};
use crate::catalogue::{Catalogue, Side};
use crate::check::{Judging, Review};
use crate::clause::NamedParties;
use crate::matching::Lang;
use crate::read::Document;
use crate::report::Run;
use rayon::prelude::*;
use std::io;

pub(super) fn run(arguments: &Check, screen: &mut Screen) -> io::Result<u8> {
    let Some(targets) = targets(&arguments.output, screen) else { return Ok(TROUBLE) };
    let Some(catalogue) = load_rules(&arguments.rules, screen) else { return Ok(TROUBLE) };
    let inputs = read_all(&arguments.paths, &arguments.reading, screen);
    if inputs.documents.is_empty() && inputs.failures.is_empty() {
        let folders: Vec<_> = arguments.paths.iter().map(|p| p.display().to_string()).collect();
        screen.complain(&format!(
            "no contracts in {}: nothing that git would not ignore ends in .md, .markdown, .docx or .txt",
            folders.join(", ")
        ));
        return Ok(NO_INPUT);
    }
    let named = NamedParties {
        customer: arguments.parties.customer.clone(),
        vendor: arguments.parties.vendor.clone(),
    };
    report(&catalogue, inputs, arguments.together, &named, &arguments.output, &targets, screen)
}

/// Where the reports go; what cannot be is said before any work is done.
pub(super) fn targets(output: &Output, screen: &mut Screen) -> Option<Targets> {
    let targets = Targets::new(output.format, &output.output);
    targets.map_err(|problem| screen.complain(&problem)).ok()
}

/// Judges what was read and writes the report.
pub(super) fn report(
    catalogue: &Catalogue,
    inputs: Inputs,
    together: bool,
    named: &NamedParties,
    output: &Output,
    targets: &Targets,
    screen: &mut Screen,
) -> io::Result<u8> {
    let Inputs { documents, failures } = inputs;
    let contracts: Vec<Vec<Document>> = if together {
        vec![documents].into_iter().filter(|files| !files.is_empty()).collect()
    } else {
        documents.into_iter().map(|document| vec![document]).collect()
    };
    let judging = Judging { lang: output.lang.asked(), stage: output.stage.asked() };
    let bar = screen.progress(contracts.len());
    let reviews: Vec<Review> = contracts
        .into_par_iter()
        .map(|files| {
            let review = crate::review(catalogue, files, named, judging);
            bar.inc(1);
            review
        })
        .collect();
    bar.finish_and_clear();
    let lang = output.lang.asked().or_else(|| reviews.first()?.languages.first().copied());
    let side = Side::from(output.side);
    let run = Run { reviews: &reviews, failures: &failures, side, lang: lang.unwrap_or(Lang::En) };
    if !targets.on_terminal() {
        // A report for a program is read by nobody; the terminal's shows them itself.
        failures.iter().for_each(|failure| screen.complain_of(failure));
    }
    let whole = targets.write(&run, catalogue, screen)?;
    Ok(if whole { exit_code(&run, output.fail_on) } else { TROUBLE })
}

fn exit_code(run: &Run, fail_on: FailOn) -> u8 {
    if !run.failures.is_empty() {
        TROUBLE
    } else if run.gravest().is_some_and(|severity| fail_on.fails(severity)) {
        FINDINGS
    } else {
        CLEAN
    }
}
