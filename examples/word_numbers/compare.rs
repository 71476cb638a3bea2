//! Numbers of a document beside the lines of a printed text.
//!
//! Both are in the same order but for notes and text boxes, so that each
//! paragraph is looked for a little ahead of the one before, then anywhere.

use fineprint::read::{Block, BlockKind, Document};

/// How many lines ahead a paragraph is looked for first.
const AHEAD: usize = 60;
/// So many characters of a paragraph tell it from others.
const TELLING: usize = 24;
/// What is longer, in characters, is no number.
const LONGEST_NUMBER: usize = 16;

/// What two readings of the numbers have in common.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    pub(crate) equal: usize,
    pub(crate) differ: usize,
    /// Numbered paragraphs that are printed without a number, or not at all.
    pub(crate) only_ours: usize,
    /// Paragraphs without a number that are printed with one.
    pub(crate) only_theirs: usize,
    pub(crate) differences: Vec<String>,
}

impl Comparison {
    /// Numbered paragraphs in the document.
    pub(crate) fn numbers(&self) -> usize {
        self.equal + self.differ + self.only_ours
    }

    pub(crate) fn is_equal(&self) -> bool {
        self.differ + self.only_ours + self.only_theirs == 0
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.equal += other.equal;
        self.differ += other.differ;
        self.only_ours += other.only_ours;
        self.only_theirs += other.only_theirs;
        self.differences.extend(other.differences);
    }

    fn note(&mut self, document: &Document, block: &Block, printed: &str) {
        let ours = document.source.slice(block.span);
        let line = document.source.position(block.span.start).line;
        self.differences.push(format!(
            "{}, line {line}\n  ours    {}\n  theirs  {}",
            document.source.path,
            ours.chars().take(80).collect::<String>(),
            printed.chars().take(80).collect::<String>(),
        ));
    }
}

/// Compares the automatic numbers of a document with a printed text.
pub(crate) fn compare(document: &Document, printed: &str) -> Comparison {
    let printed: Vec<&str> = printed.trim_start_matches('\u{FEFF}').lines().collect();
    let lines: Vec<String> = printed.iter().map(|line| squeezed(line)).collect();
    let mut comparison = Comparison::default();
    let mut at = 0;
    for block in &document.blocks {
        if block.kind == BlockKind::Margin || block.hidden {
            continue;
        }
        let number = number_of(block);
        let words = squeezed(first_line(block));
        if words.is_empty() && number.is_empty() {
            continue;
        }
        if block.marker.is_some() && number.is_empty() {
            // A bullet, which each program draws in its own way.
            at = bullet(&lines, at, &words).unwrap_or(at);
            continue;
        }
        match find(&lines, at, &number, &words) {
            Some((line, label)) => {
                at = line + 1;
                match (number.is_empty(), label == number) {
                    (true, true) => {}
                    (false, true) => comparison.equal += 1,
                    (true, false) => {
                        comparison.only_theirs += 1;
                        comparison.note(document, block, printed[line]);
                    }
                    (false, false) if label.is_empty() => {
                        comparison.only_ours += 1;
                        comparison.note(document, block, printed[line]);
                    }
                    (false, false) => {
                        comparison.differ += 1;
                        comparison.note(document, block, printed[line]);
                    }
                }
            }
            None if number.is_empty() => {}
            None => {
                comparison.only_ours += 1;
                comparison.note(document, block, "(no such line)");
            }
        }
    }
    comparison
}

/// The line after that of a paragraph with a bullet.
fn bullet(lines: &[String], from: usize, words: &str) -> Option<usize> {
    let ahead = lines.iter().enumerate().skip(from).take(AHEAD);
    let is_bullet = |line: &str| {
        line.strip_suffix(words).is_some_and(|sign| !sign.chars().any(char::is_alphanumeric))
    };
    ahead.into_iter().find(|(_, line)| is_bullet(line)).map(|(at, _)| at + 1)
}

/// The line a paragraph is printed on, and what stands before its words. One
/// with the same number is taken first: lines such as "Date" come back.
fn find(lines: &[String], from: usize, number: &str, words: &str) -> Option<(usize, String)> {
    let from = from.min(lines.len());
    let near = from..(from + AHEAD).min(lines.len());
    let places = || near.clone().chain(near.end..lines.len()).chain(0..from);
    let whole = format!("{number}{words}");
    let is_whole = |at: &usize| lines[*at] == whole;
    let telling = words.chars().nth(TELLING).is_some();
    // Marks of notes and boxes of forms, inside a paragraph, are written differently.
    let beginning: String = whole.chars().take(number.chars().count() + TELLING).collect();
    let begins = |at: &usize| lines[*at].starts_with(&beginning);
    let label = |at: usize| {
        let label = lines[at].strip_suffix(words).filter(|_| !words.is_empty())?;
        is_label(label).then(|| (at, label.to_owned()))
    };
    let same = |at| (at, number.to_owned());
    (near.clone().find(is_whole).map(same))
        .or_else(|| places().find(is_whole).filter(|_| telling).map(same))
        .or_else(|| places().find_map(label))
        .or_else(|| places().find(begins).or_else(|| places().find(is_whole)).map(same))
}

/// Whether what stands before a paragraph's words may be a number, or nothing.
fn is_label(text: &str) -> bool {
    let sign = |c: char| c.is_alphanumeric() || ".()（）、-[]".contains(c);
    text.is_empty() || (text.chars().count() <= LONGEST_NUMBER && text.chars().all(sign))
}

/// The automatic number without blanks; nothing where it is a bullet.
fn number_of(block: &Block) -> String {
    let number = block.marker.as_ref().map(|marker| squeezed(&marker.text)).unwrap_or_default();
    if number.chars().any(char::is_alphanumeric) { number } else { String::new() }
}

fn first_line(block: &Block) -> &str {
    let text = block.text.as_str();
    block.breaks.first().and_then(|end| text.get(..*end)).unwrap_or(text)
}

/// Without blanks, which the two programs write differently, and bullets.
fn squeezed(text: &str) -> String {
    let dropped = |c: char| {
        c.is_whitespace()
            || c == '\u{AD}'
            || c == '\u{200B}'
            || ('\u{E000}'..='\u{F8FF}').contains(&c)
    };
    text.chars().filter(|c| !dropped(*c)).collect()
}
