//! Text inside a block: words, emphasis, links, breaks and inline HTML.

use super::assemble::Assembly;
use super::blocks::Blocks;
use super::definitions;
use super::draft::Flow;
use super::elements;
use super::markers;
use super::stars;
use super::tags::{self, Piece};
use crate::read::Marker;
use crate::source::Span;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

impl Assembly<'_> {
    /// The text being made at `at`, unless it is struck through.
    fn flow(&mut self, at: &Range<usize>) -> Option<&mut Flow> {
        if self.struck > 0 {
            return None;
        }
        if !self.out.is_open() {
            self.recover(at.start);
        }
        self.cover(at.end);
        self.out.flow(at.clone().into())
    }

    /// A run of text; only a character reference is not the source's own
    /// bytes. The parser counts the line end after a last backslash in.
    pub(super) fn words(&mut self, text: &str, range: Range<usize>) {
        let source = self.text;
        if let Some(flow) = self.flow(&range) {
            if source[range.clone()].starts_with(text) {
                flow.push_prose(source, range.start..range.start + text.len());
            } else {
                flow.push_for(text, range.into());
            }
        }
    }

    /// Any inline event that is not plain text.
    pub(super) fn inline(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::SoftBreak | Event::HardBreak => {
                if self.struck == 0 {
                    self.out.line_break(range.clone().into());
                }
                self.cover(range.end);
            }
            Event::Code(text) => self.code_span(&text, range),
            Event::InlineHtml(_) => self.inline_html(range),
            Event::FootnoteReference(_) => self.cover(range.end),
            _ => {}
        }
    }

    /// Code loses its backticks; line ends inside it, and the marks of quotes
    /// after them, have become spaces.
    fn code_span(&mut self, text: &str, range: Range<usize>) {
        let source = self.text;
        let slice = &source[range.clone()];
        let ticks = slice.bytes().take_while(|&b| b == b'`').count();
        let inner = range.start + ticks..range.end.saturating_sub(ticks).max(range.start + ticks);
        let Some(flow) = self.flow(&range) else {
            return;
        };
        match source[inner.clone()].find(text) {
            Some(at) => flow.push(text, inner.start + at),
            None => flow.push_for(text, inner.into()),
        }
    }

    /// Pushes a delimiter that is text after all.
    fn literal(&mut self, range: Range<usize>) {
        let source = self.text;
        if let Some(flow) = self.flow(&range) {
            flow.push(&source[range.clone()], range.start);
        }
    }

    pub(super) fn start_inline(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let (len, strong) = match tag {
            Tag::Strong => (2, true),
            Tag::Emphasis => (1, false),
            Tag::Strikethrough => return self.start_strike(range),
            Tag::Link { link_type, dest_url, .. } => {
                let shortcut = matches!(link_type, LinkType::Shortcut | LinkType::ShortcutUnknown);
                let text = shortcut && !definitions::is_address(dest_url);
                self.links.push(text.then_some(range.end - 1));
                if text {
                    self.literal(range.start..range.start + 1);
                }
                return;
            }
            _ => return,
        };
        let product = stars::is_product(self.text, &range);
        let literal = product || stars::is_literal(self.text, range.start);
        self.emphasis.push(strong && !literal);
        if literal {
            self.literal(range.start..range.start + len);
        } else if strong {
            let paired = self.text.as_bytes()[range.start] == b'*';
            if let Some(flow) = self.flow(&(range.start..range.start + len)) {
                if paired {
                    flow.mark();
                }
                flow.open_strong();
            }
        }
    }

    pub(super) fn end_inline(&mut self, tag: TagEnd, range: Range<usize>) {
        let len = match tag {
            TagEnd::Strong => 2,
            TagEnd::Emphasis => 1,
            TagEnd::Strikethrough => return self.end_strike(range),
            TagEnd::Link => {
                if let Some(bracket) = self.links.pop().flatten() {
                    self.literal(bracket..bracket + 1);
                }
                return;
            }
            _ => return,
        };
        let strong = self.emphasis.pop().unwrap_or(false);
        let mark = range.end - len..range.end;
        let product = stars::is_product(self.text, &range);
        let literal = product || stars::is_literal(self.text, mark.start);
        let paired = self.text.as_bytes()[mark.start] == b'*';
        if strong && let Some(flow) = self.flow(&mark) {
            if paired && !literal {
                flow.mark();
            }
            flow.close_strong();
        }
        if literal {
            self.literal(mark);
        }
    }

    /// `~~` deletes; a single `~` is about as much as "about".
    fn start_strike(&mut self, range: Range<usize>) {
        if self.text[range.clone()].starts_with("~~") {
            self.struck += 1;
            self.out.deletion(range.start);
        } else {
            self.literal(range.start..range.start + 1);
        }
    }

    fn end_strike(&mut self, range: Range<usize>) {
        if self.text[range.clone()].starts_with("~~") {
            self.struck = self.struck.saturating_sub(1);
        } else {
            self.literal(range.end - 1..range.end);
        }
    }

    fn inline_html(&mut self, range: Range<usize>) {
        let source = self.text;
        self.cover(range.end);
        if self.struck > 0 {
            return;
        }
        match tags::read(&source[range.clone()]) {
            Some((Piece::Comment { text, closed }, _)) => {
                self.out.remark(text, range.into(), closed);
            }
            Some((Piece::Tag(tag), _)) if self.out.elements.is_markup(&tag) => {
                self.inline_tag(&tag, range);
            }
            _ => self.placeholder(range),
        }
    }

    /// A placeholder, which may run over a line end.
    fn placeholder(&mut self, range: Range<usize>) {
        let source = self.text;
        let mut at = range.start;
        for line in source[range.clone()].split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let Some(flow) = self.flow(&range) else {
                return;
            };
            if start > range.start {
                flow.line_break(Span::new(start, start));
            }
            flow.push_prose(source, start..start + line.trim().len());
        }
    }

    fn inline_tag(&mut self, tag: &tags::Tag<'_>, range: Range<usize>) {
        if self.out.html.reach(tag, true) {
            self.out.deletion(range.start);
        }
        if let Some(id) = clause_id(tag) {
            let span = Span::new(range.start + id.start, range.start + id.end);
            self.out.set_id(Marker { text: self.text[span.range()].to_owned(), span });
        }
        if tag.name == "br" || elements::is_block(&tag.name) {
            self.out.line_break(range.into());
        } else if is_bold(&tag.name) {
            self.out.bold(tag.closing, range.into());
        }
    }
}

impl Blocks<'_> {
    /// A `<b>` or `</b>`.
    pub(super) fn bold(&mut self, closing: bool, span: Span) {
        if let Some(flow) = self.flow(span) {
            if closing { flow.close_strong() } else { flow.open_strong() }
        }
    }
}

/// Whether an element makes its text bold.
pub(super) fn is_bold(name: &str) -> bool {
    matches!(name, "b" | "strong")
}

/// The place in a tag of an `id` or `name` that is a clause number.
pub(super) fn clause_id(tag: &tags::Tag<'_>) -> Option<Range<usize>> {
    tag.attributes()
        .find(|a| {
            (a.name.eq_ignore_ascii_case("id") || (tag.name == "a" && a.name == "name"))
                && a.value.is_some_and(markers::is_clause_number)
        })
        .map(|a| a.place)
}
