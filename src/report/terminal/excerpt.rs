//! Windows as a source that miette can draw.
//!
//! miette neither wraps nor crops a line, and a contract's paragraph is one
//! line; so each label is given its own window. Windows stand one after
//! another in offsets that only miette sees, with gaps, so that it draws each
//! on its own.

use super::window::Window;
use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

/// The windows of one finding.
#[derive(Debug, Default)]
pub(super) struct Excerpts {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    offset: usize,
    name: String,
    line: usize,
    window: Window,
}

impl Excerpts {
    /// Adds a window with the name to write above it and its true line, from
    /// 1, and gives miette's label for it.
    pub(super) fn push(
        &mut self,
        name: String,
        line: usize,
        window: Window,
        note: Option<String>,
    ) -> LabeledSpan {
        let offset = self.parts.last().map_or(0, |last| last.offset + last.window.text.len() + 2);
        let span = (offset + window.label.start, window.label.len());
        self.parts.push(Part { offset, name, line, window });
        LabeledSpan::new_with_span(note, span)
    }
}

impl SourceCode for Excerpts {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inside = |part: &&Part| {
            part.offset <= span.offset()
                && span.offset() + span.len() <= part.offset + part.window.text.len()
        };
        // A span over two windows is refused: then miette does not merge them.
        let part = self.parts.iter().find(inside).ok_or(MietteError::OutOfBounds)?;
        let text = part.window.text.as_bytes();
        Ok(Box::new(MietteSpanContents::new_named(
            part.name.clone(),
            text,
            (part.offset, text.len()).into(),
            part.line - 1,
            0,
            1,
        )))
    }
}
