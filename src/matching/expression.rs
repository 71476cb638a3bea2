//! One plain expression, in two forms: as steps that are walked, and as the
//! `regex` crate compiles it, for what a walk cannot do or takes too long over.

use super::places::Places;
use super::steps::Steps;
use super::walk::{NOWHERE, Walked};
use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Hir, HirKind};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// A regular expression as the `regex` crate reads it; it is compiled only
/// where it must be.
pub struct Expression {
    written: Cow<'static, str>,
    parsed: OnceLock<Parsed>,
    regex: OnceLock<Option<Regex>>,
}

/// What an expression says.
#[derive(Debug, Default)]
struct Parsed {
    /// If it can be walked.
    steps: Option<Steps>,
    /// The names of groups.
    names: Vec<(String, usize)>,
}

impl Parsed {
    fn new(written: &str) -> Result<Self, String> {
        let hir = regex_syntax::parse(written).map_err(|error| error.to_string())?;
        let mut names = Vec::new();
        name_groups(&hir, &mut names);
        Ok(Self { steps: Steps::with_groups(&hir), names })
    }
}

/// A match, with where its groups stand.
#[derive(Debug)]
pub struct Captures<'t, 'e> {
    text: &'t str,
    /// Where each group begins and ends, the whole match first.
    edges: Vec<usize>,
    names: &'e [(String, usize)],
}

/// A match, or a group of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl Expression {
    /// Most that the compiled form takes, in bytes.
    pub(super) const SIZE_LIMIT: usize = 1 << 20;

    /// An expression of the program's own, by which groups are asked for. It is
    /// parsed when it is first looked for: no contract needs all of them.
    ///
    /// # Errors
    /// What is wrong with it, in a build with assertions; in others a wrong one
    /// stands nowhere.
    pub fn new(written: &str) -> Result<Self, String> {
        if cfg!(debug_assertions) {
            Parsed::new(written)?;
        }
        let (parsed, regex) = (OnceLock::new(), OnceLock::new());
        Ok(Self { written: written.to_owned().into(), parsed, regex })
    }

    /// An expression of whose groups nothing is asked, and its steps if it can
    /// be walked.
    pub(super) fn without_groups(written: Cow<'static, str>, steps: Option<Steps>) -> Self {
        let parsed = Parsed { steps, names: Vec::new() }.into();
        Self { written, parsed, regex: OnceLock::new() }
    }

    fn parsed(&self) -> &Parsed {
        self.parsed.get_or_init(|| Parsed::new(&self.written).unwrap_or_default())
    }

    /// Whether it is small enough to be compiled.
    pub(super) fn compiles(&self) -> bool {
        self.regex().is_some()
    }

    /// Whether it stands in a text.
    pub fn is_match(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Where it first stands in a text.
    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.captures(text)?.get(0)
    }

    /// Where it stands in a text, leftmost first, not overlapping.
    pub fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.captures_iter(text).filter_map(|found| found.get(0))
    }

    /// The first match in a text, with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t, '_>> {
        self.captures_at(text, 0)
    }

    /// The same from a place on; what stands before it is seen.
    pub fn captures_at<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t, '_>> {
        let Parsed { steps, names } = self.parsed();
        let walked = steps.as_ref().map(|steps| steps.find(text, from..text.len()));
        let edges = match walked {
            Some(Ok(found)) => {
                let Walked { range, groups } = found?;
                [vec![range.start, range.end], groups].concat()
            }
            _ => {
                let found = self.regex()?.captures_at(text, from)?;
                let edges = |group: Option<regex::Match>| {
                    group.map_or([NOWHERE; 2], |group| [group.start(), group.end()])
                };
                found.iter().flat_map(edges).collect()
            }
        };
        Some(Captures { text, edges, names })
    }

    /// The matches in a text, leftmost first, not overlapping, with their groups.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t, '_>> {
        let mut from = 0;
        // An empty match right behind another is none.
        let mut last = None;
        std::iter::from_fn(move || {
            loop {
                let found = text.get(from..).and_then(|_| self.captures_at(text, from))?;
                let whole = found.get(0)?;
                let empty = whole.range().is_empty();
                from = if empty { next_char(text, whole.end) } else { whole.end };
                if !empty || last != Some(whole.end) {
                    last = Some(whole.end);
                    return Some(found);
                }
            }
        })
    }

    /// The first match in a sentence that is not empty and begins at one of its
    /// places in `from..=last`. What stands before is seen by the expression,
    /// what stands behind the sentence is not.
    pub(super) fn find_word(
        &self,
        sentence: &Places,
        from: usize,
        last: usize,
    ) -> Option<Range<usize>> {
        match self.parsed().steps.as_ref().map(|steps| steps.find_word(sentence, from, last)) {
            Some(Ok(found)) => found,
            _ => self.find_word_with_regex(sentence, from, last),
        }
    }

    fn find_word_with_regex(
        &self,
        sentence: &Places,
        from: usize,
        last: usize,
    ) -> Option<Range<usize>> {
        let regex = self.regex()?;
        let mut at = from;
        while at <= last.min(sentence.end) {
            let found = regex.find_at(&sentence.text[..sentence.end], at)?;
            let start = found.start();
            if start > last {
                return None;
            }
            if !found.is_empty() && !sentence.between(start, start).is_empty() {
                return Some(found.range());
            }
            at = next_char(sentence.text, start);
        }
        None
    }

    fn regex(&self) -> Option<&Regex> {
        let build = || RegexBuilder::new(&self.written).size_limit(Self::SIZE_LIMIT).build().ok();
        self.regex.get_or_init(build).as_ref()
    }
}

/// Recursion is bounded: the parser admits 250 levels of nesting.
fn name_groups(hir: &Hir, names: &mut Vec<(String, usize)>) {
    match hir.kind() {
        HirKind::Capture(capture) => {
            let name = capture.name.as_deref();
            names.extend(name.map(|name| (name.to_owned(), capture.index as usize)));
            name_groups(&capture.sub, names);
        }
        HirKind::Repetition(repetition) => name_groups(&repetition.sub, names),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().for_each(|part| name_groups(part, names));
        }
        _ => {}
    }
}

pub(super) fn next_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

impl<'t> Captures<'t, '_> {
    /// A group by its number, the whole match for 0; `None` where it took no part.
    pub fn get(&self, group: usize) -> Option<Match<'t>> {
        let &[start, end] = self.edges.get(2 * group..2 * group + 2)?.first_chunk()?;
        (end != NOWHERE).then_some(Match { text: self.text, start, end })
    }

    /// A group by its name.
    pub fn name(&self, name: &str) -> Option<Match<'t>> {
        // A name may stand once only: the parser sees to it.
        let (_, group) = self.names.iter().find(|(known, _)| known == name)?;
        self.get(*group)
    }
}

impl<'t> Match<'t> {
    /// Where it begins, in bytes of the text.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where it ends.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Both.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Its words.
    pub fn as_str(&self) -> &'t str {
        &self.text[self.range()]
    }
}

impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Without the compiled form, which says the same at great length.
impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expression").field(&self.written).field(self.parsed()).finish()
    }
}
