//! GitHub's workflow commands: annotations beside the changed lines.
//!
//! GitHub shows at most ten of each kind a step and drops the rest without a
//! word, so the gravest come first and what is left out is counted.

use super::Run;
use super::headline::cited;
use super::phrases::Phrases;
use super::printable::printable;
use crate::check::{Finding, Review, Severity};
use crate::source::{Format, Source, Span};
use std::io::{self, Write};

/// Annotations of one kind that GitHub shows of a step.
const MOST: usize = 10;

/// The title of what is no finding.
const TITLE: &str = "fineprint";

/// How an annotation is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
    Notice,
}

/// One annotation, its texts not yet escaped.
struct Annotation {
    level: Level,
    /// `file`, `line` and the like, in the order they are written.
    properties: Vec<(&'static str, String)>,
    message: String,
}

/// Writes the annotations: files that could not be read and suppressions that
/// are malformed, then listed findings, the gravest first, then warnings and
/// what was allowed, and a last one with the number of those left out. Fails
/// only as `out` fails.
pub fn github(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(run.lang)?;
    let mut all: Vec<Annotation> = run
        .failures
        .iter()
        .map(|failure| Annotation {
            level: Level::Error,
            properties: vec![("file", path(run, &failure.path)), ("title", TITLE.to_owned())],
            message: [Some(failure.message.as_str()), failure.remedy.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(&phrases.semicolon),
        })
        .collect();
    all.extend(run.reviews.iter().flat_map(|review| mistakes(run, review)));
    all.extend(
        run.gravest_first()
            .into_iter()
            .map(|(review, finding)| annotation(&phrases, run, review, finding)),
    );
    all.extend(run.reviews.iter().flat_map(|review| warnings(run, review)));
    all.extend(run.reviews.iter().filter_map(|review| allowed(&phrases, run, review)));
    let at = |level: Level| all.iter().filter(|a| a.level == level).count();
    let left_out = [Level::Error, Level::Warning, Level::Notice]
        .map(|level| at(level).saturating_sub(MOST))
        .iter()
        .sum::<usize>();
    // The last notice says how many there are more.
    let notices = if left_out > 0 { MOST - 1 } else { MOST };
    let cut = left_out + usize::from(left_out > 0 && at(Level::Notice) >= MOST);
    for (level, most) in [(Level::Error, MOST), (Level::Warning, MOST), (Level::Notice, notices)] {
        for annotation in all.iter().filter(|a| a.level == level).take(most) {
            annotation.write(out)?;
        }
    }
    if cut > 0 {
        let title = vec![("title", TITLE.to_owned())];
        let message = phrases.annotations_cut(cut);
        Annotation { level: Level::Notice, properties: title, message }.write(out)?;
    }
    Ok(())
}

/// Malformed suppressions, each at its place.
fn mistakes(run: &Run, review: &Review) -> impl Iterator<Item = Annotation> {
    review.mistakes.iter().map(move |mistake| {
        let document = review.documents.get(mistake.document);
        let mut properties =
            document.map_or_else(Vec::new, |document| place(run, &document.source, mistake.span));
        properties.push(("title", TITLE.to_owned()));
        let message = format!("{}\n{}", printable(&mistake.message), printable(&mistake.help));
        Annotation { level: Level::Error, properties, message }
    })
}

/// What is to be known of a contract besides its findings, at its first file.
fn warnings(run: &Run, review: &Review) -> impl Iterator<Item = Annotation> {
    review.warned().map(move |(document, warning)| {
        let file = ("file", path(run, &document.source.path));
        let properties = vec![file, ("title", TITLE.to_owned())];
        Annotation { level: Level::Warning, properties, message: printable(warning) }
    })
}

/// What was allowed or accepted before, at the contract's first file: a check
/// without annotations must not look as if there were nothing.
fn allowed(p: &Phrases, run: &Run, review: &Review) -> Option<Annotation> {
    let counts = run.counts(review);
    let mut lines = Vec::new();
    if counts.suppressed > 0 {
        lines.push(p.suppressed(counts.suppressed));
        lines.extend(run.suppressed(review).map(|finding| {
            let reason = finding.reason.as_ref().map_or("", |reason| reason.text.as_str());
            let place = cited(&finding.clause.address, "§");
            printable(format!("{place} {}{}{reason}", finding.rule, p.colon).trim_start())
        }));
    }
    if counts.baselined > 0 {
        lines.push(p.baselined(counts.baselined));
    }
    let document = review.documents.first().filter(|_| !lines.is_empty())?;
    let file = ("file", path(run, &document.source.path));
    let properties = vec![file, ("title", TITLE.to_owned())];
    Some(Annotation { level: Level::Notice, properties, message: lines.join("\n") })
}

/// Where words stand, as properties.
fn place(run: &Run, source: &Source, span: Span) -> Vec<(&'static str, String)> {
    let mut properties = vec![("file", path(run, &source.path))];
    // A Word file has no lines that GitHub could show.
    if source.format != Format::Word {
        let (start, end) = (source.position(span.start), source.position(span.end));
        properties.push(("line", start.line.to_string()));
        properties.push(("endLine", end.line.to_string()));
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
            properties.push(("endColumn", end.column.to_string()));
        }
    }
    properties
}

fn annotation(p: &Phrases, run: &Run, review: &Review, finding: &Finding) -> Annotation {
    let mut properties = Vec::new();
    if let Some(label) = finding.labels.first()
        && let Some(document) = review.documents.get(label.document)
    {
        properties = place(run, &document.source, label.span);
    }
    let mut title = format!("{}{}{}", p.severity(finding.severity), p.colon, finding.title);
    if !finding.clause.address.is_empty() {
        title.push_str(&format!(" ({})", cited(&finding.clause.address, "§")));
    }
    properties.push(("title", printable(&title)));
    let said = |key: &str, text: &Option<String>| {
        text.as_ref().map(|text| printable(&format!("{key}{}{text}", p.colon)))
    };
    let lines = [
        Some(printable(&finding.message)),
        finding.working.as_deref().map(printable),
        said(&p.propose, &finding.suggest),
        said(&p.note, &finding.caveat),
        Some(format!("fineprint explain {}", printable(&finding.rule))),
    ];
    Annotation {
        level: match finding.severity {
            Severity::Critical | Severity::High => Level::Error,
            Severity::Medium => Level::Warning,
            Severity::Low => Level::Notice,
        },
        properties,
        message: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
    }
}

impl Annotation {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let command = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Notice => "notice",
        };
        let properties: Vec<String> = self
            .properties
            .iter()
            .map(|(key, value)| format!("{key}={}", property(value)))
            .collect();
        writeln!(out, "::{command} {}::{}", properties.join(","), data(&self.message))
    }
}

/// A path from the repository's root, as GitHub writes paths.
fn path(run: &Run, path: &str) -> String {
    let path = run.path(path).replace('\\', "/");
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}

/// A message as a workflow command carries it: on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, which ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
