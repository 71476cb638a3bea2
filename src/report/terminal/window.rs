//! A window onto a paragraph: the words of a label with as much around them
//! as fits on one line.

use super::paint::Paint;
use super::typeset::{Taken, columns, take};
use crate::report::printable::shown;
use crate::source::{Source, Span};
use std::ops::Range;

/// What is shown of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// One line, printable, with ellipses where the paragraph goes on.
    pub(super) text: String,
    /// The label's bytes in `text`; never empty.
    pub(super) label: Range<usize>,
    /// The columns in front of the label, and its own.
    pub(super) columns: (usize, usize),
}

impl Window {
    /// The window around a span, at most `room` columns wide. A label that is
    /// too long loses its middle; a label over several lines is shown as one.
    /// Spaces are shown as one space. The cost depends on `room`, not on the
    /// length of the paragraph.
    pub(super) fn new(source: &Source, span: Span, room: usize, paint: Paint) -> Self {
        let span = inside(&source.text, span);
        let text = &source.text;
        let before = source.line_at(span.start).start..span.start;
        let after = span.end..source.line_at(span.end).end.max(span.end);
        let (before, words, after) = (&text[before], &text[span.range()], &text[after]);

        let label = label(words, room, paint);
        let width = columns(&label);
        let (left, right) = context(before, after, room.saturating_sub(width), room / 2, paint);
        let left: String = left.into_iter().rev().collect();
        let start = left.len();
        let front = columns(&left);
        let text: String =
            [&left, &label].into_iter().flat_map(|s| s.chars()).chain(right).collect();
        Self { text, label: start..start + label.len(), columns: (front, width) }
    }
}

/// A span made safe to slice with.
pub(super) fn inside(text: &str, span: Span) -> Span {
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    let start = boundary(span.start).unwrap_or(0);
    Span::new(start, boundary(span.end).unwrap_or(0).max(start))
}

/// The label's words; its middle is left out where they are too long. Nothing
/// becomes a space, so that there is something to underline.
fn label(words: &str, room: usize, paint: Paint) -> String {
    let room = room.saturating_sub(2 * columns(paint.ellipsis()));
    let whole = take(squeezed(words.trim().chars()), room, false);
    if !whole.cut {
        let text: String = whole.chars.into_iter().collect();
        return if columns(&text) == 0 { " ".to_owned() } else { text };
    }
    let half = room.saturating_sub(columns(paint.gap())) / 2;
    let head = take(squeezed(words.trim().chars()), half, false).chars;
    let tail = take(squeezed(words.trim().chars().rev()), half, true).chars;
    head.into_iter().chain(paint.gap().chars()).chain(tail.into_iter().rev()).collect()
}

/// The text on both sides of a label: all where it fits, otherwise a little
/// more after than before, and never more than `most` columns before, so that
/// there is room to write under the label.
fn context(
    before: &str,
    after: &str,
    room: usize,
    most: usize,
    paint: Paint,
) -> (Vec<char>, Vec<char>) {
    let left = || squeezed(before.chars().rev());
    let right = || squeezed(after.chars());
    let (all_left, all_right) = (take(left(), room, true), take(right(), room, false));
    let fits = |side: &Taken, room: usize| !side.cut && side.columns <= room;
    if fits(&all_left, room) && fits(&all_right, room - all_left.columns) {
        return (trimmed(all_left.chars), all_right.chars);
    }
    // Room for an ellipsis on each side is kept free by the label.
    let mut left_room = (room * 2 / 5).max(room.min(columns(paint.ellipsis())));
    if fits(&all_left, left_room) {
        left_room = all_left.columns;
    } else if fits(&all_right, room - left_room) {
        left_room = (room - all_right.columns).min(most.max(left_room));
    }
    (trimmed(side(left(), left_room, true, paint)), side(right(), room - left_room, false, paint))
}

/// One side, with an ellipsis at its far end where it is cut.
fn side(
    text: impl Iterator<Item = char> + Clone,
    room: usize,
    backwards: bool,
    paint: Paint,
) -> Vec<char> {
    let whole = take(text.clone(), room, backwards);
    if !whole.cut {
        return whole.chars;
    }
    let kept = room.saturating_sub(columns(paint.ellipsis()));
    let mut taken = take(text, kept, backwards).chars;
    taken.extend(paint.ellipsis().chars().filter(|_| room >= columns(paint.ellipsis())));
    taken
}

/// Without the indentation at the far end of text read backwards.
fn trimmed(mut chars: Vec<char>) -> Vec<char> {
    while chars.last().is_some_and(|c| c.is_whitespace()) {
        chars.pop();
    }
    chars
}

/// Characters as they may be printed, each run of spaces as one.
fn squeezed(text: impl Iterator<Item = char> + Clone) -> impl Iterator<Item = char> + Clone {
    let mut space = false;
    text.filter_map(shown).filter(move |c| {
        let again = space && *c == ' ';
        space = *c == ' ';
        !again
    })
}

#[cfg(test)]
mod tests {
    use super::super::paint::Style;
    use super::*;
    use crate::source::Format;

    /// The window's text with its label in brackets.
    fn window(text: &str, words: &str, room: usize) -> String {
        let source = Source::new("a.md", Format::Markdown, text);
        let start = text.find(words).expect("the words stand there");
        let span = Span::new(start, start + words.len());
        let Window { text, label, columns: at } =
            Window::new(&source, span, room, Paint::new(Style::PLAIN));
        assert!(columns(&text) <= room, "{text:?} is wider than {room}");
        assert_eq!(at, (columns(&text[..label.start]), columns(&text[label.clone()])));
        format!("{}[{}]{}", &text[..label.start], &text[label.clone()], &text[label.end..])
    }

    #[test]
    fn what_fits_is_shown_whole() {
        assert_eq!(window("a\n  Fees may\tapply.\nb", "may\tapply", 20), "Fees [may apply].");
        assert_eq!(window("Fees", "Fees", 20), "[Fees]");
        assert_eq!(window("Fees\n\n", "\n", 20), "Fees[ ]");
    }

    #[test]
    fn a_paragraph_is_cut_at_words_with_more_after_than_before() {
        let text = "one two three four five six seven eight nine ten eleven twelve thirteen";
        assert_eq!(window(text, "seven", 30), "…five six [seven] eight nine…");
        assert_eq!(window(text, "two", 30), "one [two] three four five six…");
        assert_eq!(window(text, "thirteen", 30), "…eleven twelve [thirteen]");
    }

    #[test]
    fn chinese_is_cut_between_characters() {
        let text = "乙方对因违反保密义务造成的损失承担无限责任且不受本合同约定的赔偿上限限制";
        assert_eq!(window(text, "无限责任", 24), "…承担[无限责任]且不受本…");
    }

    #[test]
    fn a_long_label_loses_its_middle() {
        let text = "The Customer shall indemnify the Provider, its affiliates and agents without any limit.";
        assert_eq!(window(text, text, 40), "[The Customer […] any limit.]");
    }

    #[test]
    fn a_label_over_lines_is_shown_as_one() {
        let text = "before\nexcept for\n   maintenance, which\nafter";
        assert_eq!(window(text, "for\n   maintenance", 60), "except [for maintenance], which");
    }
}
