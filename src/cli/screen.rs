//! Where output goes: the report to standard output, complaints to standard
//! error, both with the width and colour the terminal can show.

use super::args::Colour;
use crate::report::{Failure, Pointed, Style};
use anstream::ColorChoice;
use indicatif::ProgressBar;
use miette::{GraphicalReportHandler, GraphicalTheme};
use std::io::{self, IsTerminal, Write};

/// The width of a report that goes to no terminal, in columns.
pub(super) const WIDTH_WITHOUT_TERMINAL: usize = 80;

/// From this many files on, a terminal sees a progress bar.
const MANY_FILES: usize = 8;

/// Standard output and error.
pub(super) struct Screen {
    colour: bool,
    width: usize,
}

impl Screen {
    /// Decides on colour and width once for the whole run.
    pub(super) fn new(colour: Colour) -> Self {
        let colour = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => anstream::AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        };
        let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = said
            .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
            .unwrap_or(WIDTH_WITHOUT_TERMINAL);
        Self { colour, width }
    }

    /// The report's width in columns.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The report's style.
    pub(super) fn style(&self) -> Style {
        if self.colour { Style::COLOUR } else { Style::PLAIN }
    }

    /// Writes to standard output through a buffer.
    pub(super) fn out<T>(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut out = io::BufWriter::new(io::stdout().lock());
        let value = write(&mut out)?;
        out.flush()?;
        Ok(value)
    }

    /// A progress bar over so many files: seen on a terminal where there are
    /// many, never in a pipe.
    pub(super) fn progress(&self, files: usize) -> ProgressBar {
        let seen = io::stderr().is_terminal() && io::stdout().is_terminal();
        if seen && files >= MANY_FILES {
            ProgressBar::new(files as u64)
        } else {
            ProgressBar::hidden()
        }
    }

    /// A sentence on standard error.
    pub(super) fn complain(&mut self, sentence: &str) {
        // Nothing is left to tell when standard error is gone.
        let _ = writeln!(io::stderr().lock(), "fineprint: {sentence}");
    }

    /// A file that could not be read, on standard error.
    pub(super) fn complain_of(&mut self, failure: &Failure) {
        let remedy =
            failure.remedy.as_ref().map_or_else(String::new, |remedy| format!("; {remedy}"));
        self.complain(&format!("{}: {}{remedy}", failure.path, failure.message));
    }

    /// A mistake at its place in a file, on standard error.
    pub(super) fn diagnose(&mut self, error: &dyn miette::Diagnostic) {
        self.draw(error, self.drawer());
    }

    /// A mistake in a contract, whose place is part of what is drawn.
    pub(super) fn point(&mut self, pointed: &Pointed) {
        self.draw(pointed, self.drawer().without_primary_span_start());
    }

    fn drawer(&self) -> GraphicalReportHandler {
        let theme =
            if self.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        GraphicalReportHandler::new_themed(theme)
            .with_width(self.width.clamp(40, 120))
            .with_links(false)
    }

    fn draw(&mut self, error: &dyn miette::Diagnostic, drawer: GraphicalReportHandler) {
        let mut text = String::new();
        match drawer.render_report(&mut text, error) {
            Ok(()) => {
                let _ = writeln!(io::stderr().lock(), "{}", text.trim_start_matches('\n'));
            }
            Err(_) => self.complain(&error.to_string()),
        }
    }
}
