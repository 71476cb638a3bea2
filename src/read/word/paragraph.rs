//! A paragraph as the XML gives it, before it is numbered and placed.

use super::controls::OpenControl;
use super::styles::Inherited;
use super::symbols::SymbolFont;
use crate::read::{Cell, Control, Revision, RevisionKind, Run};
use std::ops::Range;

/// One `w:p`.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The style it names.
    pub(super) style: Option<String>,
    /// Its own `numId`; 0 takes it out of its style's list.
    pub(super) list: Option<i64>,
    /// Its own numbering level, from 0.
    pub(super) level: Option<usize>,
    /// Its own outline level, from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// The words Word shows.
    pub(super) shown: Words,
    /// The words it hides.
    pub(super) hidden: Words,
    /// The table cell it stands in.
    pub(super) cell: Option<Cell>,
    /// Whether it stands in a text box.
    pub(super) in_box: bool,
    /// Whether it stands on a colour of its own.
    pub(super) on_colour: bool,
    /// Whether it must be kept, though empty, because its cell has nothing else.
    pub(super) stands_for_cell: bool,
    /// Whether it ends a section.
    pub(super) ends_section: bool,
    /// Whether it stands in a table of contents, whose text is left out.
    pub(super) in_contents: bool,
    /// The state of its paragraph mark.
    pub(super) mark: Mark,
    /// Footnotes and endnotes it refers to, in order.
    pub(super) notes: Vec<NoteReference>,
    /// Ends of comment ranges in `shown`.
    pub(super) anchors: Vec<Anchor>,
    /// The footnote, endnote or comment it belongs to: an index into the story's entries.
    pub(super) entry: Option<usize>,
    /// Bytes of the element in its part.
    pub(super) xml: Range<usize>,
}

/// What is said of the mark that ends a paragraph.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Mark {
    pub(super) inserted: bool,
    pub(super) deleted: bool,
    pub(super) hidden: bool,
}

/// A reference to a footnote or endnote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct NoteReference {
    pub(super) endnote: bool,
    pub(super) id: String,
}

/// Where a comment's range starts or ends.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    pub(super) comment: String,
    pub(super) kind: AnchorKind,
    pub(super) offset: usize,
}

/// Which end of a comment's range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AnchorKind {
    Start,
    End,
    /// The comment's own mark, for comments without a range.
    Reference,
}

/// How text looks and whose it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) hidden: bool,
    /// The font, where its letters are signs.
    pub(super) font: Option<SymbolFont>,
    pub(super) ink: Ink,
}

/// What may make words impossible to see, though nothing hides them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ink {
    /// White by the words' own properties.
    pub(super) white: bool,
    /// On a colour of their own, of their style or of their paragraph.
    pub(super) on_colour: bool,
    /// Of a size nobody can read.
    pub(super) tiny: bool,
}

impl Look {
    /// Takes over what the style of a run says. Bold and hidden switch: what
    /// the paragraph's style switched on, the run's switches off.
    pub(super) fn take_style(&mut self, style: &Inherited<'_>) {
        self.bold ^= style.bold.unwrap_or(false);
        self.hidden ^= style.hidden.unwrap_or(false);
        self.ink.on_colour |= style.on_colour;
    }
}

/// A tracked change around text.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) kind: RevisionKind,
    pub(super) author: String,
    pub(super) date: String,
}

/// Text with what is known of its parts.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    pub(super) breaks: Vec<usize>,
    pub(super) strong: Vec<Range<usize>>,
    pub(super) unseen: Vec<Range<usize>>,
    pub(super) revisions: Vec<Revision>,
    pub(super) controls: Vec<Control>,
}

impl Words {
    /// Appends text that stands at `xml`.
    pub(super) fn push(&mut self, text: &str, xml: Range<usize>, verbatim: bool) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        let range = start..self.text.len();
        self.runs.push(Run { text: range.clone(), xml, verbatim });
        range
    }

    /// Notes how the range just appended looks.
    pub(super) fn dress(&mut self, range: Range<usize>, look: Look, change: Option<&Change>) {
        if look.bold {
            lengthen(&mut self.strong, &range);
        }
        let Some(change) = change else { return };
        match self.revisions.last_mut() {
            Some(last)
                if last.range.end == range.start
                    && last.kind == change.kind
                    && last.author == change.author
                    && last.date == change.date =>
            {
                last.range.end = range.end;
            }
            _ => self.revisions.push(Revision {
                kind: change.kind,
                range,
                author: change.author.clone(),
                date: change.date.clone(),
            }),
        }
    }

    /// Notes that nobody can see the range just appended, though it is not hidden.
    pub(super) fn blend(&mut self, range: &Range<usize>) {
        lengthen(&mut self.unseen, range);
    }

    /// Notes the control that holds the range just appended.
    pub(super) fn hold(&mut self, range: Range<usize>, control: &OpenControl) {
        let (name, filled) = (control.name(), !control.asks);
        match self.controls.last_mut() {
            Some(last)
                if last.range.end == range.start && last.name == name && last.filled == filled =>
            {
                last.range.end = range.end;
            }
            _ => self.controls.push(Control { name: name.to_owned(), range, filled }),
        }
    }

    /// Whether there is nothing a person could see.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Adds a range, to the last one where they touch.
fn lengthen(ranges: &mut Vec<Range<usize>>, range: &Range<usize>) {
    match ranges.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => ranges.push(range.clone()),
    }
}

impl Paragraph {
    /// Whether words in such ink cannot be seen here. A table or a box may have a colour that is not
    /// known here.
    pub(super) fn blends(&self, ink: Ink) -> bool {
        let open = self.cell.is_none() && !self.in_box && !self.on_colour;
        ink.tiny || ink.white && !ink.on_colour && open
    }

    /// Takes over the words of the paragraph before, whose mark is gone: the
    /// mark that remains is this one's, and so are the properties.
    pub(super) fn continue_from(&mut self, before: Self) {
        self.shown = before.shown;
        self.hidden = before.hidden;
        self.notes = before.notes;
        self.anchors = before.anchors;
    }

    /// Whether it has no words at all.
    pub(super) fn is_blank(&self) -> bool {
        self.shown.is_blank() && self.hidden.is_blank()
    }
}
