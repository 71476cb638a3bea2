//! Numbers inside the lines of a plain text at which a clause may begin. Which
//! of them do is decided in `chains`.

use super::inside::{bracketed, dotted, han_inside, numbers_inside, parts_inside};
use super::label::Label;
use super::series::Item;
use crate::catalogue::Cite;
use crate::read::{Block, Document};
use crate::source::{Mapped, Source};
use std::ops::Range;

/// A number at which a clause may begin.
pub(super) struct Mark {
    /// Which block of the document.
    pub(super) block: usize,
    /// Offset in the block's text.
    pub(super) at: usize,
    /// Offset in the file, to tell how far apart two marks stand.
    pub(super) place: usize,
    pub(super) number: Number,
    pub(super) standing: Standing,
}

/// What a mark counts.
pub(super) enum Number {
    /// `4`, `4.2`, `Section 4.2`, `ARTICLE IV`.
    Path(Vec<u32>),
    /// `(b)`, `(iv)`, `C.`
    Item(Item),
    /// 第五条.
    Article(u32),
    /// A schedule, in small letters.
    Part(String),
}

/// How a mark stands among the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// At the start of a paragraph, or behind a line end that begins a clause.
    First,
    /// The same, but a figure may stand there as well.
    Weak,
    /// Behind the end of a sentence, a wide gap or a title.
    Apart,
    /// A further item of a list inside a sentence.
    Listed,
}

/// Blanks as wide as this in the file stand for a lost line end.
const WIDE_GAP: usize = 3;
/// Longest line of a table of contents, in bytes.
const LONGEST_LINE: usize = 140;
/// Longest line that begins a schedule for certain, in bytes.
const LONGEST_PART: usize = 140;

/// What stands around a letter or figure.
const BRACKETS: [char; 4] = ['(', ')', '（', '）'];

/// Whether blanks of a text are a wide gap in the file.
pub(super) fn is_wide_gap(source: &Source, text: &Mapped, gap: Range<usize>) -> bool {
    let written = source.slice(text.origin(gap));
    written.chars().count() >= WIDE_GAP && !written.contains('\n')
}

/// The marks of a paragraph, in text order.
pub(super) fn marks(document: &Document, block: usize, from: &Block, cuts: &[usize]) -> Vec<Mark> {
    let text = from.text.as_str();
    let place = |at: usize| from.text.origin(at..at).start;
    let mut found: Vec<Mark> = std::iter::once(0)
        .chain(cuts.iter().copied())
        .filter_map(|at| {
            let (number, standing) = first(&text[at..])?;
            Some(Mark { block, at, place: place(at), number, standing })
        })
        .collect();
    let wide = |gap: Range<usize>| is_wide_gap(&document.source, &from.text, gap);
    let inside =
        numbers_inside(text, &wide).chain(parts_inside(text, &wide)).chain(han_inside(text, &wide));
    for (at, number, standing) in inside {
        if at > 0 && !cuts.contains(&at) {
            found.push(Mark { block, at, place: place(at), number, standing });
        }
    }
    found.sort_by_key(|mark| mark.at);
    drop_contents(text, &mut found);
    found
}

/// Takes out the lines of a table of contents: a title and a page number, one
/// after the other.
fn drop_contents(text: &str, marks: &mut Vec<Mark>) {
    let numbers: Vec<usize> = marks
        .iter()
        .filter(|mark| matches!(mark.number, Number::Path(_)))
        .map(|mark| mark.at)
        .collect();
    let paged: Vec<bool> = numbers
        .windows(2)
        .map(|pair| {
            let line = text[pair[0]..pair[1]].trim_end();
            let title = line.trim_end_matches(|c: char| c.is_ascii_digit());
            let page = line.len() - title.len();
            line.len() <= LONGEST_LINE && (1..=3).contains(&page) && title.ends_with([' ', '.'])
        })
        .collect();
    let is_line = |at: usize| paged.get(at).copied().unwrap_or(false);
    let listed: Vec<usize> = (0..numbers.len())
        .filter(|&at| {
            let above = at > 0 && is_line(at - 1);
            // The last line has no number behind it.
            (is_line(at) && (above || is_line(at + 1))) || (above && at > 1 && is_line(at - 2))
        })
        .map(|at| numbers[at])
        .collect();
    // Schedules behind its first line are named in it.
    let first = listed.first().copied().filter(|_| listed.len() > 2);
    marks.retain(|mark| {
        let named = matches!(mark.number, Number::Part(_)) && first.is_some_and(|at| mark.at > at);
        mark.at == 0 || !(named || listed.binary_search(&mark.at).is_ok())
    });
}

/// What the label at the start of a text counts.
fn first(text: &str) -> Option<(Number, Standing)> {
    let label = Label::at_start(text)?;
    let standing = if label.weak { Standing::Weak } else { Standing::First };
    let single = label.path.first().copied();
    let number = match label.style.as_str() {
        // A long line may only name it.
        _ if label.cite == Cite::Part => {
            let long = text.len() > LONGEST_PART;
            let standing = if long { Standing::Weak } else { standing };
            return Some((Number::Part(label.text.to_lowercase()), standing));
        }
        "decimal" | "section" | "article" => Number::Path(label.path),
        "article-han" => Number::Article(single?),
        "letter-paren" | "roman-paren" | "digit-paren" => {
            Number::Item(bracketed(label.text.trim_matches(BRACKETS))?)
        }
        "letter-dot" | "roman-dot" | "capital-dot" => Number::Item(dotted(&label.text)?),
        _ => return None,
    };
    Some((number, standing))
}
