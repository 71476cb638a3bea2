//! Page furniture in plain text: page numbers, and the running headers and
//! footers that come back page after page.
//!
//! What is taken away here is not checked, so everything needs two signs: a
//! number must count on from another, a header must come back at page ends.

use super::lines::{Line, width};
use super::page_numbers::{self, PageNumber};
use std::collections::HashMap;

/// Numbers closer than this many bytes do not count pages.
const PAGE_BYTES: usize = 800;
/// Where pages are counted already, one may be as short as this many bytes.
const SHORT_PAGE_BYTES: usize = 40;
/// Headers closer than this many bytes are lines of a form.
const HEADER_BYTES: usize = 500;
/// A header longer than this many bytes is a sentence.
const HEADER_LEN: usize = 200;
/// As many times a line must come back to be a running header.
const REPEATS: usize = 3;
/// As many blank lines show where a page ended.
const PAGE_GAP: usize = 3;

/// For each line, whether it is page furniture.
pub(super) fn find(text: &str, lines: &[Line]) -> Vec<bool> {
    let surroundings = Surroundings::of(lines);
    let mut margins = vec![false; lines.len()];
    let mut bare: Vec<BareNumber> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        let words = &text[line.span.range()];
        match page_numbers::read(words) {
            Some(PageNumber::Marked) => margins[index] = true,
            Some(PageNumber::Bare(_)) if surroundings.at_page_break(lines, index) => {
                margins[index] = true;
            }
            Some(PageNumber::Bare(number)) if line.inside || surroundings.beside_blank(index) => {
                let ends = bare.last_mut().filter(|last| {
                    surroundings.previous(index) == Some(last.lines.1) && number == last.last + 1
                });
                match ends {
                    // The last line of a page and the first of the next.
                    Some(last) if last.is_single() => {
                        (last.lines.1, last.last) = (index, number);
                    }
                    _ => bare.push(BareNumber::new(index, number, line)),
                }
            }
            None if surroundings.beside_blank(index) && is_stamp(words) => margins[index] = true,
            _ => margins[index] = is_rule(words),
        }
    }
    for index in counting(&bare) {
        let (first, last) = bare[index].lines;
        margins[first] = true;
        margins[last] = true;
    }
    for (index, line) in lines.iter().enumerate() {
        let lettered = page_numbers::read(&text[line.span.range()]) == Some(PageNumber::Lettered);
        margins[index] |= lettered && surroundings.ends_page(lines, &margins, index);
    }
    for index in running_headers(text, lines, &surroundings, &margins) {
        margins[index] = true;
    }
    margins
}

/// A number by itself, or two where one page ends and the next begins.
struct BareNumber {
    first: u32,
    last: u32,
    lines: (usize, usize),
    /// Offset in the text.
    at: usize,
    inside: bool,
}

impl BareNumber {
    fn new(index: usize, number: u32, line: &Line) -> Self {
        let at = line.span.start;
        Self { first: number, last: number, lines: (index, index), at, inside: line.inside }
    }

    fn is_single(&self) -> bool {
        self.lines.0 == self.lines.1
    }

    /// Whether `next` counts on from this, `bytes` away or more.
    fn counts_on(&self, next: &Self, longest_step: u32, bytes: usize) -> bool {
        let pair = !self.is_single() || !next.is_single();
        let step = next.first.checked_sub(self.last);
        step.is_some_and(|step| step <= longest_step && (step > 0 || pair))
            && next.at - self.at >= bytes
    }
}

/// Which of the numbers count pages: those that count on from one another at
/// the distance of a page, and those that go on from such, as where an exhibit
/// is a line or two on a page of its own.
fn counting(numbers: &[BareNumber]) -> Vec<usize> {
    let mut counts = vec![false; numbers.len()];
    for (index, pair) in numbers.windows(2).enumerate() {
        if pair[0].counts_on(&pair[1], 2, PAGE_BYTES) {
            counts[index] = true;
            counts[index + 1] = true;
        }
    }
    let goes_on = |from: usize, to: usize| {
        let (first, second) = (&numbers[from], &numbers[to]);
        !first.inside && !second.inside && first.counts_on(second, 1, SHORT_PAGE_BYTES)
    };
    for next in 1..numbers.len() {
        counts[next] |= counts[next - 1] && goes_on(next - 1, next);
    }
    for index in (1..numbers.len()).rev() {
        counts[index - 1] |= counts[index] && goes_on(index - 1, index);
    }
    (0..numbers.len()).filter(|index| counts[*index]).collect()
}

/// Whether a line only underlines the words above it or rules a table.
fn is_rule(words: &str) -> bool {
    words.len() > 3 && words.chars().all(|c| matches!(c, '-' | '=' | '–' | '—' | ' '))
}

/// Whether a line is what a filing service prints under each page: `Source:
/// NAME, FORM, 9/20/2019`.
fn is_stamp(words: &str) -> bool {
    let date = words.strip_prefix("Source: ").and_then(|rest| rest.rsplit(", ").next());
    words.len() <= HEADER_LEN
        && date.is_some_and(|date| {
            date.split('/').count() == 3 && date.chars().all(|c| c == '/' || c.is_ascii_digit())
        })
}

/// Lines that come back, spread over the text, mostly where pages end.
fn running_headers(
    text: &str,
    lines: &[Line],
    surroundings: &Surroundings,
    margins: &[bool],
) -> Vec<usize> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    let mut numbered: HashMap<&str, Vec<(usize, u32)>> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let words = &text[line.span.range()];
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let headerlike = letters > 1 && words.len() <= HEADER_LEN && !is_signature(words);
        if !margins[index] && headerlike {
            places.entry(key(words)).or_default().push(index);
            if let Some((words, number)) = with_number(words) {
                numbered.entry(words).or_default().push((index, number));
            }
        }
    }
    let mut found = Vec::new();
    for places in numbered.into_values().filter(|places| places.len() >= REPEATS) {
        let counts_on = |pair: &[(usize, u32)]| {
            let apart = lines[pair[1].0].span.start - lines[pair[0].0].span.end;
            let step = pair[1].1.checked_sub(pair[0].1);
            matches!(step, Some(1 | 2)) && apart >= HEADER_BYTES
        };
        let counted = places.windows(2).filter(|pair| counts_on(pair)).count();
        if counted * 3 >= (places.len() - 1) * 2 {
            found.extend(places.into_iter().map(|(index, _)| index));
        }
    }
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
    let starts = ["by:", "name:", "title:", "date:", "/s/", "in witness whereof"];
    words.contains("___") || starts.iter().any(|start| lower.starts_with(start))
}

/// The words of a line that ends in a number at the margin: `Acme   3`,
/// `Acme | 3`.
fn with_number(line: &str) -> Option<(&str, u32)> {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = line[words.len()..].parse().ok()?;
    let rest = words.trim_end();
    let apart = width(&words[rest.len()..]) > 1;
    let bar = rest.strip_suffix('|').map(str::trim_end);
    bar.or_else(|| apart.then_some(rest)).map(|words| (words, number))
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

    /// Whether a page ends right behind the line.
    fn ends_page(&self, lines: &[Line], margins: &[bool], index: usize) -> bool {
        let apart = self.after[index] >= PAGE_GAP;
        self.next(lines, index).is_none_or(|next| apart || margins[next] || lines[next].begins_page)
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
