//! A file as text with positions: its path, decoding, lines, spans, the maps
//! between a text made from a source and the source itself, and the bounds
//! within which any file is taken.
//!
//! Nothing here knows Markdown, Word or contracts.

mod bounds;
mod decode;
mod lines;
mod map;
mod paths;
mod span;

pub use bounds::{Bound, Deadline, Exceeded, Limits, text_within};
pub use decode::{DecodeError, decode};
pub use lines::{LineIndex, Position};
pub use map::Mapped;
pub use paths::{absolute, relative, repository};
pub use span::Span;

use std::sync::Arc;

/// The kind of file a contract came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// CommonMark with tables, `.md` and `.markdown`.
    Markdown,
    /// Office Open XML word processing, `.docx`.
    #[serde(rename = "docx")]
    Word,
    /// Plain text, `.txt`.
    Text,
}

/// One file's text, in which every position of the program counts.
///
/// For Markdown and plain text this is the decoded file; for Word it is the
/// text as Word shows it, one paragraph a line, with computed numbers.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the user gave it; `-` for standard input.
    pub path: String,
    /// What kind of file it is.
    pub format: Format,
    /// The text that all spans index, in UTF-8 bytes.
    pub text: Arc<str>,
    lines: LineIndex,
}

impl Source {
    /// Wraps decoded text and indexes its lines.
    pub fn new(path: impl Into<String>, format: Format, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Self { path: path.into(), format, text, lines }
    }

    /// The text a span covers.
    ///
    /// # Panics
    /// When the span is not inside the text or splits a character.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// The span of the line that holds a byte offset, without its line ending.
    pub fn line_at(&self, offset: usize) -> Span {
        self.lines.line_at(&self.text, offset)
    }
}
