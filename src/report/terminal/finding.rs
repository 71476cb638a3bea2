//! One finding: its title, its words with the message under them, and what a
//! reader needs in order to act.

use super::Page;
use super::excerpt::Excerpts;
use super::typeset::{columns, crop_start, fold, pad};
use super::window::{Window, inside};
use crate::check::{Finding, Label, Review};
use crate::read::Document;
use crate::report::printable::printable;
use crate::source::Format;
use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, SourceCode};
use std::fmt;
use std::io::{self, Write};

/// Columns in front of the prose of a finding.
const INDENT: usize = 4;
/// A message is written beside its words where it takes at most this many
/// lines there ...
const BESIDE_LINES: usize = 3;
/// ... of at least this many columns; otherwise below.
const BESIDE_COLUMNS: usize = 24;

/// Prints findings, one after another.
pub(super) struct FindingPrinter<'p> {
    page: &'p Page,
    /// The width of the widest key.
    keys: usize,
}

/// What miette is given to draw.
#[derive(Debug)]
struct Drawing {
    heading: String,
    labels: Vec<LabeledSpan>,
    excerpts: Excerpts,
}

impl<'p> FindingPrinter<'p> {
    pub(super) fn new(page: &'p Page) -> Self {
        let p = &page.phrases;
        let keys = [&p.why, &p.propose, &p.note, &p.also].map(|key| columns(key));
        Self { page, keys: keys.into_iter().max().unwrap_or(0) }
    }

    /// Prints one finding of a review. `said` is one of the same rule that was
    /// printed before.
    pub(super) fn print(
        &self,
        review: &Review,
        finding: &Finding,
        said: Option<&Finding>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let word = self.severity(finding);
        let drawer =
            GraphicalReportHandler::new_themed(self.page.paint.theme(finding.severity, &word))
                .with_urls(false)
                .with_wrap_lines(false)
                .without_primary_span_start()
                .without_syntax_highlighting();
        let mut drawing = Drawing {
            heading: self.heading(finding, columns(&word)),
            labels: Vec::new(),
            excerpts: Excerpts::default(),
        };
        let mut below = Vec::new();
        for (index, label) in finding.labels.iter().enumerate() {
            let note = if index == 0 { Some(&finding.message) } else { label.note.as_ref() };
            let beside = review
                .documents
                .get(label.document)
                .is_some_and(|document| self.excerpt(&mut drawing, document, finding, label, note));
            below.extend(note.filter(|_| !beside));
        }
        let mut drawn = String::new();
        drawer.render_report(&mut drawn, &drawing).map_err(io::Error::other)?;
        out.write_all(drawn.as_bytes())?;
        for note in below {
            for line in fold(&printable(note), self.page.width - INDENT) {
                writeln!(out, "{}{line}", " ".repeat(INDENT))?;
            }
        }
        self.advice(finding, said, out)
    }

    /// What stands in front of the title: `high:`, `high, missing:`.
    fn severity(&self, finding: &Finding) -> String {
        let p = &self.page.phrases;
        let mut word = p.severity(finding.severity).to_owned();
        if finding.says_missing() {
            word += &p.comma;
            word += &p.missing;
        }
        word += &p.colon;
        word.trim_end().to_owned()
    }

    /// The title and the rule's id, on one line where both fit, beside a word
    /// of some columns.
    fn heading(&self, finding: &Finding, word: usize) -> String {
        let Page { width, paint, .. } = self.page;
        let room = width - 3 - word.max(1);
        let title = printable(&finding.title);
        let rule = printable(&finding.rule);
        let mut lines: Vec<String> =
            fold(&title, room).iter().map(|line| paint.strong(line)).collect();
        if columns(&title) + 2 + columns(&rule) <= room {
            lines = vec![format!("{}  {}", paint.strong(&title), paint.faint(&rule))];
        } else {
            lines.extend(fold(&rule, room).iter().map(|line| paint.faint(line)));
        }
        lines.join("\n")
    }

    /// Adds a label's window; whether the note could be put beside it.
    fn excerpt(
        &self,
        drawing: &mut Drawing,
        document: &Document,
        finding: &Finding,
        label: &Label,
        note: Option<&String>,
    ) -> bool {
        let Page { width, paint, .. } = self.page;
        let source = &document.source;
        let span = inside(&source.text, label.span);
        let position = source.position(span.start);
        let mut name = source.path.clone();
        if source.format != Format::Word {
            name = format!("{name}:{}:{}", position.line, position.column);
        }
        if label.primary && !finding.clause.address.is_empty() {
            name = format!("{name} {}", self.page.cited(&finding.clause.address));
        }
        let gutter = position.line.to_string().len() + 4;
        let name = crop_start(&printable(&name), width - gutter - 2, paint.ellipsis());
        let window = Window::new(source, span, width - gutter, *paint);
        let (front, own) = window.columns;
        let room = width.saturating_sub(gutter + front + own / 2 + 4);
        let lines = note.map(|note| fold(&printable(note), room));
        let fits = |lines: &Vec<String>| {
            lines.len() == 1 || room >= BESIDE_COLUMNS && lines.len() <= BESIDE_LINES
        };
        let beside = lines.filter(fits).map(|lines| lines.join("\n"));
        let said = beside.is_some();
        let span = drawing.excerpts.push(name, position.line, window, beside);
        drawing.labels.push(span);
        said
    }

    /// Why it matters, the sum, what to propose, and what must be known besides.
    /// A reason and a proposal that were printed in full before are referred to.
    fn advice(
        &self,
        finding: &Finding,
        said: Option<&Finding>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let p = &self.page.phrases;
        let also = finding.also.join(&p.comma);
        let said = said.filter(|said| {
            let same = said.why == finding.why && said.suggest == finding.suggest;
            same && !said.clause.address.is_empty()
        });
        let (why, propose) = match said {
            Some(said) => (p.as_for(&self.page.cited(&said.clause.address)), None),
            None => (finding.why.clone(), finding.suggest.as_deref()),
        };
        let entries = [
            (p.why.as_str(), Some(why.as_str())),
            ("=", finding.working.as_deref()),
            (&p.propose, propose),
            (&p.note, finding.caveat.as_deref()),
            (&p.also, Some(also.as_str())),
        ];
        for (key, text) in entries {
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else { continue };
            let hanging = INDENT + self.keys + 2;
            let mut key = self.page.paint.faint(&pad(key, self.keys + 2));
            for line in fold(&printable(text), self.page.width - hanging) {
                writeln!(out, "{}{key}{line}", " ".repeat(INDENT))?;
                key = " ".repeat(self.keys + 2);
            }
        }
        Ok(())
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.heading)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
