//! `fineprint check`.

use super::args::{Check, Output};
use super::baseline::{self, Accepted};
use super::contracts::{Outcome, first, plan};
use super::inputs::{files, listed};
use super::inspect;
use super::many::{self, Work, mind_interrupts};
use super::output::Targets;
use super::screen::Screen;
use super::settings::settings;
use super::{CLEAN, FINDINGS, NO_INPUT, TROUBLE};
use crate::catalogue::{Catalogue, Side};
use crate::check::Review;
use crate::config::Settings;
use crate::matching::Lang;
use crate::report::{Counts, Failure, Pointed, Run, json_lines_end, json_lines_of};
use crate::source::{absolute, repository};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn run(arguments: &Check, screen: &mut Screen) -> io::Result<u8> {
    let Some(targets) = targets(&arguments.output, screen) else { return Ok(TROUBLE) };
    let flags = arguments.judging.flags();
    let mut paths = arguments.paths.clone();
    if let Some(list) = &arguments.files_from {
        match listed(list, arguments.null, &arguments.reading) {
            Ok(more) => paths.extend(more),
            Err(failure) => {
                screen.complain_of(&failure);
                return Ok(TROUBLE);
            }
        }
    }
    let Some(mut in_force) = settings(&arguments.judging.grounds.file, &flags, &paths, screen)
    else {
        return Ok(TROUBLE);
    };
    let Some(catalogue) = in_force.catalogue(screen) else { return Ok(TROUBLE) };
    if !inspect::possible(arguments, &catalogue, screen) {
        return Ok(TROUBLE);
    }
    let settings = &in_force.settings;
    if paths.is_empty() && arguments.files_from.is_some() {
        screen.complain("the list of files is empty");
        return Ok(NO_INPUT);
    }
    if paths.is_empty() && settings.contracts.is_empty() {
        screen.complain(
            "name a contract or a folder of contracts, or list contracts: in fineprint.yaml",
        );
        return Ok(TROUBLE);
    }
    let Ok(accepted) = baseline::load(settings, arguments.update_baseline, screen) else {
        return Ok(TROUBLE);
    };
    let mut failures = Vec::new();
    let found = files(&paths, &mut failures);
    let nothing = found.is_empty() && !paths.is_empty();
    if nothing && failures.is_empty() {
        let folders: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        screen.complain(&format!(
            "no contracts in {}: nothing that git would not ignore ends in .md, .markdown, .docx or .txt",
            folders.join(", ")
        ));
        return Ok(NO_INPUT);
    }
    let planned = if nothing { Vec::new() } else { plan(found, arguments.together, settings) };
    let root = first(&planned).and_then(root);
    let catalogue = Arc::new(catalogue);
    let work = Work {
        catalogue: Arc::clone(&catalogue),
        settings: settings.clone(),
        reading: arguments.reading.clone(),
        planned,
        inspect: arguments.inspect.clone(),
    };
    // What was accepted before is known only when all contracts are.
    let streamed = (targets.streams() && accepted.is_none()).then_some(0);
    let mut judged = Judged { failures, root, streamed, ..Judged::default() };
    if !judge(work, &mut judged, &targets, screen)? {
        return Ok(many::EXIT);
    }
    if judged.streamed.is_some() {
        judged.end(settings.side.value, screen)?;
    }
    if arguments.inspect.is_some() {
        let Judged { mut reviews, failures, root, .. } = judged;
        let kept = accepted.is_none_or(|a| a.apply(&mut reviews, settings, Lang::En, screen));
        let (side, root) = (settings.side.value, root.as_deref());
        let run = Run { reviews: &reviews, failures: &failures, side, lang: Lang::En, root };
        let code = inspect::report(run, settings, arguments.output.format, screen)?;
        return Ok(if kept { code } else { TROUBLE });
    }
    report(&catalogue, judged, settings, accepted.as_ref(), &targets, screen)
}

/// What the contracts gave.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// In order; without those that were written as soon as they were judged
    /// and that no other report needs.
    reviews: Vec<Review>,
    failures: Vec<Failure>,
    /// Where the paths in reports for programs begin.
    root: Option<PathBuf>,
    /// How many contracts have their lines on standard output; `None`: nothing
    /// is written before all are judged.
    streamed: Option<usize>,
    counts: Counts,
    /// Whether a contract of these has a malformed suppression.
    mistaken: bool,
}

impl Judged {
    /// What was judged already.
    pub(super) fn of(review: Review) -> Self {
        Self { reviews: vec![review], ..Self::default() }
    }

    /// How one contract is written.
    fn view(&self, side: Side) -> Run<'_> {
        let (failures, root) = (&self.failures, self.root.as_deref());
        Run { reviews: &[], failures, side, lang: Lang::En, root }
    }

    /// Ends the lines on standard output.
    fn end(&self, side: Side, screen: &mut Screen) -> io::Result<()> {
        screen.out(|out| {
            json_lines_end(&self.view(side), self.streamed.unwrap_or(0), self.counts, out)
        })
    }
}

/// Judges all contracts, and writes each when it is done where that is asked. False
/// where Ctrl-C cut it short, which has been said.
fn judge(
    work: Work,
    judged: &mut Judged,
    targets: &Targets,
    screen: &mut Screen,
) -> io::Result<bool> {
    let (all, side) = (work.planned.len(), work.settings.side.value);
    let streams = judged.streamed.is_some();
    let mut done = 0;
    let bar = screen.progress(if streams { 0 } else { all });
    mind_interrupts();
    let whole = many::judge(work, |Outcome { review, failures }| {
        done += 1;
        bar.inc(1);
        bar.suspend(|| {
            if !targets.on_terminal() {
                // A report for a program is read by nobody; the terminal's shows them itself.
                failures.iter().for_each(|failure| screen.complain_of(failure));
            }
            point_at_mistakes(review.as_ref(), screen);
        });
        judged.failures.extend(failures);
        let Some(review) = review else { return Ok(()) };
        if let Some(before) = judged.streamed {
            judged.streamed = Some(before + 1);
            let view = judged.view(side);
            let mut lines = Vec::new();
            json_lines_of(&view, before + 1, &review, &mut lines)?;
            let counts = view.counts(&review);
            judged.counts += counts;
            judged.mistaken |= !review.mistakes.is_empty();
            // In one piece: whoever stops the program finds whole lines.
            screen.out(|out| out.write_all(&lines))?;
        }
        if !streams || targets.has_files() {
            judged.reviews.push(review);
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    if !whole {
        let left = if streams { "their lines are written" } else { "no report is written" };
        screen.complain(&format!("interrupted after {done} of {all} contracts; {left}"));
    }
    Ok(whole)
}

fn point_at_mistakes(review: Option<&Review>, screen: &mut Screen) {
    let width = screen.width();
    for (review, mistake) in review.into_iter().flat_map(|r| r.mistakes.iter().map(move |m| (r, m)))
    {
        if let Some(document) = review.documents.get(mistake.document) {
            screen.point(&Pointed::new(document, mistake, width));
        }
    }
}

/// The root that programs know a repository's files from: the workspace of
/// GitHub's runner, or the repository that holds the first contract.
fn root(first: &Path) -> Option<PathBuf> {
    if first == Path::new("-") {
        return None;
    }
    let path = absolute(first).ok()?;
    let workspace = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
    let workspace = workspace.filter(|root| root.is_absolute() && path.starts_with(root));
    workspace.or_else(|| repository(&path).map(Path::to_owned))
}

/// Where the reports go; what cannot be is said before any work is done.
pub(super) fn targets(output: &Output, screen: &mut Screen) -> Option<Targets> {
    let targets = Targets::new(output.format, &output.output);
    targets.map_err(|problem| screen.complain(&problem)).ok()
}

/// Writes the reports and tells the exit code.
pub(super) fn report(
    catalogue: &Catalogue,
    judged: Judged,
    settings: &Settings,
    accepted: Option<&Accepted>,
    targets: &Targets,
    screen: &mut Screen,
) -> io::Result<u8> {
    let Judged { mut reviews, failures, root, streamed, mut counts, mut mistaken } = judged;
    let asked = settings.language.value.asked();
    let lang = asked.or_else(|| reviews.first()?.languages.first().copied()).unwrap_or(Lang::En);
    let kept = accepted.is_none_or(|known| known.apply(&mut reviews, settings, lang, screen));
    let run = Run {
        reviews: &reviews,
        failures: &failures,
        side: settings.side.value,
        lang,
        root: root.as_deref(),
    };
    if streamed.is_none() {
        counts = run.total();
        mistaken = reviews.iter().any(|review| !review.mistakes.is_empty());
    }
    let whole = targets.write(&run, catalogue, streamed.is_some(), screen)?;
    Ok(if !whole || !kept || mistaken || !failures.is_empty() {
        // Work that could not be done counts more than findings.
        TROUBLE
    } else if counts.gravest().is_some_and(|severity| settings.fail_on.value.fails(severity)) {
        FINDINGS
    } else {
        CLEAN
    })
}
