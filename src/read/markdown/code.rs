//! Code blocks. Contracts hold little code: four spaces before `(i)` indent a
//! sub-clause, and a fence that is never closed swallows clauses.

use super::blocks::Blocks;
use super::fragment::Chunks;
use crate::read::BlockKind;
use crate::source::Span;
use std::ops::Range;

/// A code block being read.
#[derive(Debug)]
pub(super) struct Code {
    fenced: bool,
    range: Range<usize>,
    lines: Vec<Range<usize>>,
}

impl Code {
    pub(super) fn new(fenced: bool, range: Range<usize>) -> Self {
        Self { fenced, range, lines: Vec::new() }
    }

    pub(super) fn push(&mut self, range: Range<usize>) {
        self.lines.push(range);
    }

    /// Makes one block of fenced code; other code is paragraphs.
    pub(super) fn read(self, out: &mut Blocks<'_>) {
        let source = out.text;
        let closed = self.fenced && is_closed(&source[self.range.clone()]);
        if closed {
            out.open(BlockKind::Code, Span::from(self.range));
            for line in self.lines {
                if let Some(flow) = out.flow(Span::from(line.clone())) {
                    flow.push(&source[line.clone()], line.start);
                }
            }
            out.close();
            return;
        }
        if self.fenced {
            let line = out.line(self.range.start);
            out.warnings.push(format!(
                "The code fence in line {line} is never closed: the text after it is read as text."
            ));
        }
        let mut chunks = Chunks::default();
        for line in self.lines {
            chunks.push(source, line);
        }
        chunks.read(out);
    }
}

/// Whether the block's last line is a fence of its own.
fn is_closed(block: &str) -> bool {
    let block = block.trim_end();
    let fence = block.as_bytes().first().copied().unwrap_or_default();
    let last = block.rsplit_once('\n').map_or("", |(_, last)| last);
    let last = last.trim_start_matches(['>', ' ', '\t']);
    last.len() > 2 && last.bytes().all(|b| b == fence)
}
