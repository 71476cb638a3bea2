//! Where lines begin, so that an offset becomes a line and a column in
//! logarithmic time.

use super::Span;

/// A place in a text as people name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The byte offsets at which lines begin.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Indexes a text.
    pub fn new(text: &str) -> Self {
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts }
    }

    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// Line and column of an offset into the indexed text.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line(offset);
        let column = text[self.starts[line]..offset].chars().count() + 1;
        Position { line: line + 1, column }
    }

    /// The line around an offset, without its line ending.
    pub fn line_at(&self, text: &str, offset: usize) -> Span {
        let line = self.line(offset);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(text.len(), |&next| next - 1);
        let end = if text[start..end].ends_with('\r') { end - 1 } else { end };
        Span::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_before_crlf() {
        let text = "第一条 付款\r\nsecond";
        let index = LineIndex::new(text);
        let at = text.find("付款").unwrap_or_default();
        assert_eq!(index.position(text, at), Position { line: 1, column: 5 });
        assert_eq!(&text[index.line_at(text, at).range()], "第一条 付款");
        assert_eq!(index.position(text, text.len()), Position { line: 2, column: 7 });
    }
}
