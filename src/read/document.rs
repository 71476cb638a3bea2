//! What every reader produces.

use crate::source::{Mapped, Source, Span};
use std::ops::Range;
use std::sync::Arc;

/// A file as a sequence of blocks.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text all positions count in.
    pub source: Source,
    /// Paragraphs, headings, list items and table cells in reading order.
    pub blocks: Vec<Block>,
    /// What the file calls itself outside its text: the title in its front matter.
    pub title: Option<String>,
    /// Remarks of the file's own that are not contract text: HTML comments in
    /// Markdown, comments in Word. Suppressions are found among them.
    pub remarks: Vec<Remark>,
    /// What the reader could not resolve, in sentences for the user.
    pub warnings: Vec<String>,
    /// What of that findings may hang on.
    pub gaps: Vec<Gap>,
}

/// What a reader could not make out for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Some words of the contract stand where they are not read, so that what
    /// seems missing may be there.
    Words,
    /// Automatic numbers may be written otherwise than the text shows.
    Numbers,
}

/// One paragraph-like unit.
#[derive(Debug, Clone)]
pub struct Block {
    /// What kind of unit it is.
    pub kind: BlockKind,
    /// The text a person reads: no markup, soft breaks as spaces, with the way
    /// back to the source. A list marker or automatic number is not part of it.
    pub text: Mapped,
    /// The whole block in the source, markup and marker included.
    pub span: Span,
    /// The list marker or automatic number in front, if the format gives one.
    pub marker: Option<Marker>,
    /// How many lists (Markdown) or numbering levels (Word) the block is in; 0 outside.
    pub depth: usize,
    /// Offsets in `text` at which a line of the source or a forced break
    /// begins (never 0). A clause number may stand there.
    pub breaks: Vec<usize>,
    /// Ranges of `text` that are bold.
    pub strong: Vec<Range<usize>>,
    /// Pending tracked changes over ranges of `text` (Word only).
    pub revisions: Vec<Revision>,
    /// Content controls over ranges of `text` (Word only).
    pub controls: Vec<Control>,
    /// Contract text that Word hides from the reader.
    pub hidden: bool,
    /// Ranges of `text` in white on white, or too small to read (Word only).
    pub unseen: Vec<Range<usize>>,
    /// Where the text stands in the file's XML (Word only).
    pub origin: Option<Origin>,
}

/// Where a block's text stands inside a Word package, so that comments can be
/// put back at the very words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Name of the part, `word/document.xml`.
    pub part: Arc<str>,
    /// Bytes of the paragraph's element in the part, decoded and without a
    /// byte-order mark.
    pub paragraph: Range<usize>,
    /// The pieces of the text, in its order; together they cover all of it.
    pub runs: Vec<Run>,
}

/// A piece of a block's text and the XML it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The range of the block's text.
    pub text: Range<usize>,
    /// Bytes in the part: characters of a `w:t`, a reference (`&amp;`), or a
    /// whole element that stands for the text (`<w:tab/>`).
    pub xml: Range<usize>,
    /// Whether the two are equally long and offsets inside map one to one.
    pub verbatim: bool,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; level 1 is the highest.
    Heading {
        /// 1 to 9.
        level: u8,
    },
    /// A paragraph, or an item of a list.
    Paragraph,
    /// A cell of a table.
    Cell(Cell),
    /// A footnote's or endnote's text.
    Note,
    /// A page header or footer: kept apart from the contract's text.
    Margin,
    /// A fenced code block: kept, never judged.
    Code,
}

/// Where a table cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The table's number in the document, from 0; nested tables have their own.
    pub table: usize,
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0, counting columns spanned.
    pub column: usize,
    /// Whether the row is the table's header.
    pub header: bool,
}

/// A number or bullet in front of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// As a person sees it, without surrounding space: `4.2`, `(b)`, `第三条`, `•`.
    pub text: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// A remark beside the contract's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The words, without comment delimiters, trimmed.
    pub text: String,
    /// Who wrote it, where the format says so.
    pub author: Option<String>,
    /// Where it stands in the source; for Word, the words it is anchored on.
    pub span: Span,
    /// Index of the block it stands before or is anchored in; the number of
    /// blocks when it stands at the end.
    pub block: usize,
}

/// A tracked change that is pending in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Insertion or deletion.
    pub kind: RevisionKind,
    /// The range of the block's text it covers.
    pub range: Range<usize>,
    /// Who made it.
    pub author: String,
    /// When, as the file says (ISO 8601), or empty.
    pub date: String,
}

/// A content control: words that are filled in under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// Its title, or its tag where it has none; may be empty.
    pub name: String,
    /// The range of the block's text it holds.
    pub range: Range<usize>,
    /// Whether somebody has filled it in; otherwise it holds what asks for it.
    pub filled: bool,
}

/// Which way a tracked change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionKind {
    /// Words that stand only if the change is accepted.
    Insertion,
    /// Words that stand only if it is rejected.
    Deletion,
}

impl Block {
    /// A block with text and kind and nothing else.
    pub fn new(kind: BlockKind, text: Mapped, span: Span) -> Self {
        Self {
            kind,
            text,
            span,
            marker: None,
            depth: 0,
            breaks: Vec::new(),
            strong: Vec::new(),
            unseen: Vec::new(),
            revisions: Vec::new(),
            controls: Vec::new(),
            hidden: false,
            origin: None,
        }
    }
}
