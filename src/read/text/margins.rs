//! Page furniture in plain text: page numbers, and the running headers and
//! footers that come back page after page.
//!
//! What is taken away here is not checked, so everything needs two signs: a
//! number must count on from another, a header must come back at page ends.

use super::lines::Line;
use super::page_numbers::{self, PageNumber};
use std::collections::HashMap;

/// Numbers closer than this many bytes do not count pages.
const PAGE_BYTES: usize = 800;
/// Headers closer than this many bytes are lines of a form.
const HEADER_BYTES: usize = 500;
/// A header longer than this many bytes is a sentence.
const HEADER_LEN: usize = 120;
/// As many times a line must come back to be a running header.
const REPEATS: usize = 3;
/// As many blank lines show where a page ended.
const PAGE_GAP: usize = 3;

/// For each line, whether it is page furniture.
pub(super) fn find(text: &str, lines: &[Line]) -> Vec<bool> {
    let surroundings = Surroundings::of(lines);
    let mut margins = vec![false; lines.len()];
    let mut bare = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        match page_numbers::read(&text[line.span.range()]) {
            Some(PageNumber::Marked) => margins[index] = true,
            Some(PageNumber::Bare(_)) if surroundings.at_page_break(lines, index) => {
                margins[index] = true;
            }
            Some(PageNumber::Bare(number)) if surroundings.beside_blank(index) => {
                bare.push((index, number, line.span.start));
            }
            _ => {}
        }
    }
    for pair in bare.windows(2) {
        let ((first, n, from), (second, m, to)) = (pair[0], pair[1]);
        if (1..=2).contains(&m.saturating_sub(n)) && to - from >= PAGE_BYTES {
            margins[first] = true;
            margins[second] = true;
        }
    }
    for index in running_headers(text, lines, &surroundings, &margins) {
        margins[index] = true;
    }
    margins
}

/// Lines that come back, spread over the text, mostly where pages end.
fn running_headers(
    text: &str,
    lines: &[Line],
    surroundings: &Surroundings,
    margins: &[bool],
) -> Vec<usize> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let words = &text[line.span.range()];
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let headerlike = letters > 1 && words.len() <= HEADER_LEN && !is_signature(words);
        if !margins[index] && headerlike {
            places.entry(key(words)).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for indexes in places.into_values().filter(|indexes| indexes.len() >= REPEATS) {
        let near = |i: &&usize| surroundings.near_page_end(lines, margins, **i);
        let at_page_ends = indexes.iter().filter(near).count();
        let spread = indexes
            .windows(2)
            .filter(|pair| lines[pair[1]].span.start - lines[pair[0]].span.end >= HEADER_BYTES)
            .count();
        if at_page_ends * 3 >= indexes.len() * 2 && spread * 3 >= (indexes.len() - 1) * 2 {
            found.extend(indexes);
        }
    }
    found
}

/// Whether a line is part of a signature block, which every party repeats.
fn is_signature(words: &str) -> bool {
    let lower = words.to_lowercase();
    let starts = ["by:", "name:", "title:", "date:", "/s/"];
    words.contains("___") || starts.iter().any(|start| lower.starts_with(start))
}

/// What repeats of a header share: all but the page's number.
fn key(words: &str) -> String {
    let lower = words.to_lowercase();
    let numbered = ["page", "页", "halaman", "muka surat"].iter().any(|word| lower.contains(word));
    if numbered {
        lower.chars().filter(|c| !c.is_ascii_digit()).collect()
    } else {
        words.to_owned()
    }
}

/// For each line, how many blank lines stand before and after it.
struct Surroundings {
    before: Vec<usize>,
    after: Vec<usize>,
}

impl Surroundings {
    fn of(lines: &[Line]) -> Self {
        let count = |run: &mut usize, line: &Line| {
            let blanks = *run;
            *run = if line.is_blank() { blanks + 1 } else { 0 };
            Some(blanks)
        };
        // The ends of the file are as good as a blank line.
        let before = lines.iter().scan(1, count).collect();
        let mut after: Vec<usize> = lines.iter().rev().scan(1, count).collect();
        after.reverse();
        Self { before, after }
    }

    fn beside_blank(&self, index: usize) -> bool {
        self.before[index] > 0 || self.after[index] > 0
    }

    fn previous(&self, index: usize) -> Option<usize> {
        index.checked_sub(self.before[index] + 1)
    }

    fn next(&self, lines: &[Line], index: usize) -> Option<usize> {
        Some(index + self.after[index] + 1).filter(|&next| next < lines.len())
    }

    /// Whether a form feed stands before or after the line.
    fn at_page_break(&self, lines: &[Line], index: usize) -> bool {
        lines[index].begins_page
            || self.next(lines, index).is_some_and(|next| lines[next].begins_page)
    }

    /// Whether the page ends or begins within two lines of words.
    fn near_page_end(&self, lines: &[Line], margins: &[bool], index: usize) -> bool {
        let here = |i: usize| {
            margins[i]
                || self.at_page_break(lines, i)
                || self.before[i].max(self.after[i]) >= PAGE_GAP
        };
        here(index)
            || self.previous(index).is_some_and(here)
            || self.next(lines, index).is_some_and(here)
    }
}
