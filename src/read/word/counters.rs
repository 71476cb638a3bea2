//! Counting: which number stands in front of each paragraph of a list.

use super::numbering::{HIGHEST, LEVELS, Level, List, Numbering, Suffix};
use super::numerals::{custom, numeral};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The counters of a document, as far as it has been read.
pub(super) struct Counters<'a> {
    numbering: &'a Numbering,
    /// Numbers by definition: lists that share one count on together.
    counts: HashMap<(Flow, i64), [Option<u32>; LEVELS]>,
    /// Lists and levels whose own start has been used: it holds once.
    restarted: HashSet<(Flow, i64, usize)>,
    /// Formats we could not write.
    pub(super) unknown: BTreeSet<String>,
}

/// A sequence of paragraphs in which lists are counted by themselves.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Flow {
    #[default]
    Body,
    /// The text boxes.
    Box,
    Note,
    Margin,
}

/// What a paragraph and its style say of its place in a list.
#[derive(Debug, Default)]
pub(super) struct InList<'a> {
    /// Where it counts.
    pub(super) flow: Flow,
    /// `numId`.
    pub(super) list: i64,
    /// The level, from 0, that the paragraph gives itself.
    pub(super) level: Option<usize>,
    /// The level that its style gives.
    pub(super) style_level: Option<usize>,
    /// Where a style names the list: the paragraph's style, and those it is
    /// based on up to the one that does.
    pub(super) styles: &'a [&'a str],
}

/// A paragraph's number.
#[derive(Debug)]
pub(super) struct Number {
    /// As shown; empty where the level shows nothing.
    pub(super) text: String,
    /// The blank between it and the words.
    pub(super) blank: &'static str,
    /// Level, from 0.
    pub(super) level: usize,
}

impl<'a> Counters<'a> {
    /// Counters at the start of a document.
    pub(super) fn new(numbering: &'a Numbering) -> Self {
        Self {
            numbering,
            counts: HashMap::new(),
            restarted: HashSet::new(),
            unknown: BTreeSet::new(),
        }
    }

    /// Counts a paragraph. `None` where it is in no list of the document.
    pub(super) fn count(&mut self, place: &InList<'_>) -> Option<Number> {
        let list = self.numbering.list(place.list).filter(|_| place.list > 0)?;
        let at = self.level_of(list, place);
        let counts = self.advance(list, place, at);
        let level = self.numbering.level(list, at);
        let written = if level.hidden { String::new() } else { self.write(list, level, counts) };
        let text = written.trim().to_owned();
        // A level's text may end in the space that its suffix leaves out.
        let blank = match level.suffix {
            Suffix::Tab => "\t",
            Suffix::Nothing if written.ends_with(&text) => "",
            Suffix::Space | Suffix::Nothing => " ",
        };
        Some(Number { text, blank, level: at })
    }

    /// The paragraph's own level wins; a level linked to its style wins over
    /// the one the style gives.
    fn level_of(&self, list: &List, place: &InList<'_>) -> usize {
        let mut styles = place.styles.iter();
        let linked = || styles.find_map(|style| self.numbering.level_of_style(list, style));
        place.level.or_else(linked).or(place.style_level).unwrap_or(0).min(LEVELS - 1)
    }

    fn advance(&mut self, list: &List, place: &InList<'_>, at: usize) -> [u32; LEVELS] {
        let numbering = self.numbering;
        let start = |level: usize| {
            list.starts.get(&level).copied().unwrap_or_else(|| numbering.level(list, level).start)
        };
        let counts = self.counts.entry((place.flow, list.counts_by)).or_insert([None; LEVELS]);
        for level in 0..=at {
            if list.starts.contains_key(&level)
                && self.restarted.insert((place.flow, place.list, level))
            {
                counts[level..].fill(None);
            }
        }
        for (level, count) in counts.iter_mut().enumerate().take(at) {
            count.get_or_insert_with(|| start(level));
        }
        counts[at] = Some(counts[at].map_or_else(|| start(at), |n| (n + 1).min(HIGHEST)));
        for (level, count) in counts.iter_mut().enumerate().skip(at + 1) {
            match numbering.level(list, level).restart {
                Some(0) => {}
                Some(after) if at >= after => {}
                _ => *count = None,
            }
        }
        std::array::from_fn(|level| counts[level].unwrap_or_else(|| start(level)))
    }

    fn write(&mut self, list: &List, level: &Level, counts: [u32; LEVELS]) -> String {
        if level.format == "bullet" {
            return bullet(&level.text);
        }
        let mut text = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let digit = rest.peek().and_then(|d| d.to_digit(10)).filter(|d| *d > 0);
            match digit {
                Some(digit) if c == '%' => {
                    rest.next();
                    let at = digit as usize - 1;
                    let referred = self.numbering.level(list, at);
                    text.push_str(&self.number(referred, counts[at], level.legal));
                }
                _ => text.push(if c.is_control() { ' ' } else { c }),
            }
        }
        text
    }

    fn number(&mut self, level: &Level, n: u32, legal: bool) -> String {
        let format = match level.format.as_str() {
            // The default of the file format.
            "" => "decimal",
            kept @ ("none" | "bullet" | "decimalZero") => kept,
            _ if legal => "decimal",
            format => format,
        };
        let written = match &level.custom {
            Some(pattern) if format == "custom" => custom(pattern, n),
            _ => numeral(format, n),
        };
        written.unwrap_or_else(|| {
            self.unknown.insert(format.to_owned());
            n.to_string()
        })
    }
}

/// Bullets are mostly private characters of symbol fonts, or a letter of one;
/// such are shown as the ordinary bullet.
fn bullet(text: &str) -> String {
    let text = text.trim();
    let mut chars = text.chars();
    let shown = match (chars.next(), chars.next()) {
        (None, _) => return String::new(),
        (Some(c), None) => {
            !(c.is_alphanumeric() || c.is_control() || ('\u{E000}'..='\u{F8FF}').contains(&c))
        }
        (Some(_), Some(_)) => !text.chars().any(char::is_control),
    };
    if shown { text.to_owned() } else { "•".to_owned() }
}
