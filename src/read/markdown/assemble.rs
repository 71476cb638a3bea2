//! From parser events to blocks: which event begins and ends what.

use super::blocks::Blocks;
use super::code::Code;
use super::fragment::Chunks;
use super::markers;
use super::table::Table;
use crate::read::{BlockKind, Marker};
use crate::source::{Source, Span};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use std::ops::Range;

/// The state between two events.
#[derive(Debug)]
pub(super) struct Assembly<'s> {
    pub(super) text: &'s str,
    pub(super) out: Blocks<'s>,
    code: Option<Code>,
    html: Chunks,
    table: Option<Table>,
    /// Whether each open emphasis is bold in earnest.
    pub(super) emphasis: Vec<bool>,
    /// Where the closing bracket of each open link stands, if it is text.
    pub(super) links: Vec<Option<usize>>,
    /// Open deletions marked by `~~`.
    pub(super) struck: usize,
    /// Everything before this offset is in a block or known to be markup.
    covered: usize,
}

impl<'s> Assembly<'s> {
    /// Begins a document whose front matter ends at `body`.
    pub(super) fn new(source: &'s Source, body: usize) -> Self {
        Self {
            text: &source.text,
            out: Blocks::new(source),
            code: None,
            html: Chunks::default(),
            table: None,
            emphasis: Vec::new(),
            links: Vec::new(),
            struck: 0,
            covered: body,
        }
    }

    /// Takes the next event with its range in the source.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(_) => self.html.push(self.text, range),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push(range),
                None => self.words(&text, range),
            },
            Event::Rule => {
                self.boundary(range.start);
                self.cover(range.end);
            }
            inline => self.inline(inline, range),
        }
    }

    /// Ends the document.
    pub(super) fn finish(mut self) -> Blocks<'s> {
        self.boundary(self.text.len());
        self.out.finish();
        self.out
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.leaf(BlockKind::Paragraph, range),
            Tag::Heading { level, .. } => {
                self.out.html.end_structure();
                let prose = is_underlined_prose(&self.text[range.clone()]);
                let heading = BlockKind::Heading { level: level as u8 };
                self.leaf(if prose { BlockKind::Paragraph } else { heading }, range);
            }
            Tag::CodeBlock(kind) => {
                self.boundary(range.start);
                self.cover(range.end);
                self.code = Some(Code::new(matches!(kind, CodeBlockKind::Fenced(_)), range));
            }
            Tag::HtmlBlock => {
                self.boundary(range.start);
                self.cover(range.end);
            }
            Tag::Table(_) => {
                self.boundary(range.start);
                self.cover(range.end);
                self.table = Some(Table::new(self.out.next_table()));
            }
            Tag::TableCell => {
                if let Some(table) = &mut self.table {
                    let cell = table.next_cell(range.end);
                    self.out.open(BlockKind::Cell(cell), range.into());
                }
            }
            Tag::List(_) => {
                self.boundary(range.start);
                self.out.lists += 1;
            }
            Tag::Item => {
                self.boundary(range.start);
                if let Some(marker) = markers::list_marker(self.text, range.into()) {
                    self.out.set_marker(marker);
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.boundary(range.start);
                self.out.notes += 1;
                let at = range.start + 2;
                if self.text.get(at..at + label.len()) == Some(&*label) {
                    let span = Span::new(at, at + label.len());
                    self.out.set_marker(Marker { text: label.into_string(), span });
                }
            }
            Tag::BlockQuote(_) => self.boundary(range.start),
            inline => self.start_inline(&inline, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.out.close(),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    code.read(&mut self.out);
                }
            }
            TagEnd::HtmlBlock => std::mem::take(&mut self.html).read(&mut self.out),
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row(range.end, &mut self.out);
                }
            }
            TagEnd::Table => self.table = None,
            TagEnd::List(_) => {
                self.boundary(range.end);
                self.out.lists = self.out.lists.saturating_sub(1);
            }
            TagEnd::Item => {
                self.boundary(range.end);
                self.out.spend_marker();
            }
            TagEnd::FootnoteDefinition => {
                self.boundary(range.end);
                self.out.spend_marker();
                self.out.notes = self.out.notes.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => self.boundary(range.end),
            inline => self.end_inline(inline, range),
        }
    }

    /// Begins a block of running text.
    fn leaf(&mut self, kind: BlockKind, range: Range<usize>) {
        self.boundary(range.start);
        self.cover(range.end);
        let kind = match kind {
            BlockKind::Paragraph => self.out.kind_here(),
            kind => kind,
        };
        self.out.open(kind, range.into());
    }

    /// Ends the open block; what the parser left out before `to` becomes text.
    fn boundary(&mut self, to: usize) {
        self.out.close();
        self.recover(to);
    }

    /// Makes the paragraphs that the parser took for link definitions.
    pub(super) fn recover(&mut self, to: usize) {
        if self.covered < to {
            self.out.definitions(self.covered, to);
            self.covered = to;
        }
    }

    /// Marks the source as accounted for.
    pub(super) fn cover(&mut self, to: usize) {
        self.covered = self.covered.max(to);
    }
}

/// Titles underlined with `---` are short; a paragraph above a rule is not a
/// title only because the blank line is missing.
fn is_underlined_prose(block: &str) -> bool {
    const TITLE_COLUMNS: usize = 100;
    const SENTENCE_COLUMNS: usize = 40;
    let Some((title, underline)) = block.trim_end().rsplit_once('\n') else {
        return false;
    };
    if underline.contains(|c: char| !matches!(c, '-' | '=' | '>' | ' ' | '\t')) {
        return false;
    }
    let title = title.trim();
    let columns: usize = title.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    title.contains('\n')
        || columns > TITLE_COLUMNS
        || (columns > SENTENCE_COLUMNS && title.ends_with(['.', ';', ',', '。', '；', '，']))
}
