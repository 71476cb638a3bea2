//! A malformed suppression, drawn under its words like a finding.

use super::excerpt::Excerpts;
use super::paint::{Paint, Style};
use super::window::Window;
use crate::check::Mistake;
use crate::read::Document;
use crate::report::printable::printable;
use crate::source::Format;
use miette::{Diagnostic, LabeledSpan, SourceCode};
use std::fmt;

/// A mistake with a window onto the place where it was made.
#[derive(Debug)]
pub struct Pointed {
    message: String,
    help: String,
    label: LabeledSpan,
    excerpts: Excerpts,
}

impl Pointed {
    /// A mistake in a document, for a page of `width` columns.
    pub fn new(document: &Document, mistake: &Mistake, width: usize) -> Self {
        let source = &document.source;
        let position = source.position(mistake.span.start);
        let name = match source.format {
            Format::Word => source.path.clone(),
            _ => format!("{}:{}:{}", source.path, position.line, position.column),
        };
        let gutter = position.line.to_string().len() + 4;
        let room = width.saturating_sub(gutter).max(gutter);
        let window = Window::new(source, mistake.span, room, Paint::new(Style::PLAIN));
        let mut excerpts = Excerpts::default();
        let label = excerpts.push(printable(&name), position.line, window, None);
        Self { message: printable(&mistake.message), help: mistake.help.clone(), label, excerpts }
    }
}

impl fmt::Display for Pointed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Pointed {}

impl Diagnostic for Pointed {
    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(self.label.clone())))
    }
}
