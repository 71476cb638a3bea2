//! One plain expression, in two forms: as steps that are walked, and as the
//! `regex` crate compiles it, for what a walk cannot do or takes too long over.

use super::steps::Steps;
use super::walk::Outcome;
use regex::{Regex, RegexBuilder};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// An expression; it is compiled when first needed.
pub(super) struct Expression {
    written: Cow<'static, str>,
    steps: Option<Steps>,
    regex: OnceLock<Option<Regex>>,
}

impl Expression {
    /// Most that the compiled form takes, in bytes.
    pub(super) const SIZE_LIMIT: usize = 1 << 20;

    /// An expression, and its steps if it can be walked.
    pub(super) fn new(written: Cow<'static, str>, steps: Option<Steps>) -> Self {
        Self { written, steps, regex: OnceLock::new() }
    }

    /// Whether it is sound, and small enough to be compiled.
    pub(super) fn compiles(&self) -> bool {
        self.regex().is_some()
    }

    /// The first match in a range that is not empty and begins at the beginning
    /// of a word. What stands before the range is seen by the expression, what
    /// stands behind it is not.
    pub(super) fn find_word(&self, text: &str, within: Range<usize>) -> Option<Range<usize>> {
        match self.steps.as_ref().map(|steps| steps.find(text, within.clone(), true)) {
            Some(Outcome::Found(found)) => Some(found),
            Some(Outcome::Nothing) => None,
            Some(Outcome::GaveUp) | None => self.find_with_regex(text, within),
        }
    }

    fn find_with_regex(&self, text: &str, within: Range<usize>) -> Option<Range<usize>> {
        let regex = self.regex()?;
        let mut at = within.start;
        while at <= within.end {
            let found = regex.find_at(&text[..within.end], at)?;
            let inside_word = text[found.start()..]
                .starts_with(|c: char| c.is_ascii_alphanumeric())
                && text[..found.start()].ends_with(|c: char| c.is_ascii_alphanumeric());
            if !inside_word && !found.is_empty() {
                return Some(found.range());
            }
            at = found.start() + text[found.start()..].chars().next().map_or(1, char::len_utf8);
        }
        None
    }

    fn regex(&self) -> Option<&Regex> {
        let build = || RegexBuilder::new(&self.written).size_limit(Self::SIZE_LIMIT).build().ok();
        self.regex.get_or_init(build).as_ref()
    }
}

/// Without the compiled form, which says the same at great length.
impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expression").field(&self.written).field(&self.steps).finish()
    }
}
