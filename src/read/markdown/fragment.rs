//! Text that Markdown does not look into: HTML blocks, and indented lines that
//! are no code. Tags are taken out, the rest is contract text.

use super::blocks::Blocks;
use super::elements;
use super::inline::{clause_id, is_bold};
use super::tags::{self, Piece, Tag};
use crate::read::Marker;
use crate::source::Span;
use std::ops::Range;

/// The longest character reference worth looking at, `&CounterClockwise...;`.
const MAX_ENTITY: usize = 40;

/// Lines of the source without what precedes them in lists and quotes, joined
/// so that a tag may run over a line end.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    joined: String,
    /// Where pieces begin: in `joined`, and in the source.
    starts: Vec<(usize, usize)>,
}

impl Chunks {
    /// Appends a range of the source.
    pub(super) fn push(&mut self, source: &str, range: Range<usize>) {
        let adjacent = self
            .starts
            .last()
            .is_some_and(|&(at, start)| start + (self.joined.len() - at) == range.start);
        if !adjacent {
            self.starts.push((self.joined.len(), range.start));
        }
        self.joined.push_str(&source[range]);
    }

    fn start_of(&self, at: usize) -> usize {
        let index = self.starts.partition_point(|&(from, _)| from <= at).saturating_sub(1);
        self.starts.get(index).map_or(0, |&(from, start)| start + (at - from))
    }

    /// The source of a range of the joined text.
    fn span(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let start = self.start_of(range.start);
            return Span::new(start, start);
        }
        Span::new(self.start_of(range.start), self.start_of(range.end - 1) + 1)
    }

    /// Reads the text into blocks.
    pub(super) fn read(self, out: &mut Blocks<'_>) {
        let text = self.joined.as_str();
        let mut at = 0;
        let mut line_start = true;
        while let Some(next) = text[at..].chars().next() {
            let rest = &text[at..];
            let len = match next {
                '\n' => {
                    self.line_end(out, at..at + 1);
                    line_start = true;
                    1
                }
                _ if line_start && next.is_whitespace() => next.len_utf8(),
                '<' => self.tag(out, at).unwrap_or_else(|| self.words(out, at, 1)),
                '&' => self.entity(out, at).unwrap_or_else(|| self.words(out, at, 1)),
                _ => {
                    let len = rest.find(['<', '&', '\n']).unwrap_or(rest.len());
                    self.words(out, at, len)
                }
            };
            line_start = next == '\n' || (line_start && next.is_whitespace());
            at += len;
        }
        out.close();
    }

    /// A blank line ends a paragraph, any other begins a line in it.
    fn line_end(&self, out: &mut Blocks<'_>, range: Range<usize>) {
        let next = self.joined[range.end..].split('\n').next().unwrap_or_default();
        if next.trim().is_empty() {
            out.close();
        } else {
            out.line_break(self.span(range));
        }
    }

    fn words(&self, out: &mut Blocks<'_>, at: usize, len: usize) -> usize {
        let blank = self.joined[at..at + len].trim().is_empty();
        if blank && !out.is_open() {
            return len;
        }
        let span = self.span(at..at + len);
        let source = out.text;
        if let Some(flow) = out.flow(span) {
            // A piece between two specials lies within one line, so in one chunk.
            flow.push_prose(source, span.range());
        }
        len
    }

    fn entity(&self, out: &mut Blocks<'_>, at: usize) -> Option<usize> {
        let rest = &self.joined[at..];
        let len = rest.bytes().take(MAX_ENTITY).position(|b| b == b';')? + 1;
        let meant = character(rest.get(1..len - 1)?)?;
        let span = self.span(at..at + len);
        if let Some(flow) = out.flow(span) {
            flow.push_for(meant.encode_utf8(&mut [0; 4]), span);
        }
        Some(len)
    }

    /// A comment or tag; `None` when the `<` is text.
    fn tag(&self, out: &mut Blocks<'_>, at: usize) -> Option<usize> {
        let (piece, len) = tags::read(&self.joined[at..])?;
        let span = self.span(at..at + len);
        match piece {
            Piece::Comment { text, closed } => out.remark(text, span, closed),
            Piece::Tag(tag) if out.elements.is_markup(&tag) => self.markup(out, &tag, at, span),
            Piece::Tag(_) => return None,
        }
        Some(len)
    }

    fn markup(&self, out: &mut Blocks<'_>, tag: &Tag<'_>, at: usize, span: Span) {
        let block = elements::is_block(&tag.name);
        if block {
            out.close();
            out.structure(tag, span);
        } else if tag.name == "br" {
            out.line_break(span);
        }
        if out.html.reach(tag, false) {
            out.deletion(span.start);
        }
        if let Some(id) = clause_id(tag) {
            let id = self.span(at + id.start..at + id.end);
            out.set_id(Marker { text: out.text[id.range()].to_owned(), span: id });
        }
        if is_bold(&tag.name) {
            out.bold(tag.closing, span);
        }
    }
}

/// The character a reference such as `amp` or `#8217` stands for.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ensp" | "emsp" | "thinsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "sect" => '§',
        "para" => '¶',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "deg" => '°',
        "times" => '×',
        "divide" => '÷',
        "plusmn" => '±',
        "le" => '≤',
        "ge" => '≥',
        "frac12" => '½',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        "cent" => '¢',
        "shy" => '\u{AD}',
        _ => return None,
    })
}
