//! One pattern of a rule: a regular expression over marked text, in the
//! dialect that `docs/rules.md` describes.

use super::dialect::{PartText, translate};
use super::expression::{Expression, next_char};
use super::looked::admits;
use super::places::Places;
use super::prepared;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// How often parts are looked for behind one match of the first.
const MOST_TRIES: usize = 48;
/// A validated pattern.
#[derive(Debug)]
pub struct Pattern {
    written: Cow<'static, str>,
    /// Its number, where the build prepared it.
    number: Option<u32>,
    /// Read back when first needed, where the build prepared it.
    parts: OnceLock<Vec<Part>>,
}

#[derive(Debug)]
pub(super) struct Part {
    /// How many characters may stand between the part before and this one.
    gap: usize,
    expression: Expression,
    /// Sets of literals: every match of the part contains one of each.
    literals: Vec<Vec<Cow<'static, str>>>,
}

impl From<PartText<'static>> for Part {
    fn from(PartText { gap, expression, literals, steps }: PartText<'static>) -> Self {
        Self { gap, expression: Expression::without_groups(expression, steps), literals }
    }
}

impl Pattern {
    /// Checks a pattern and translates it to an expression.
    ///
    /// # Errors
    /// A sentence for the rule's author: what is wrong and what to write instead.
    pub fn new(written: &str) -> Result<Self, String> {
        Self::spelt_out(written, written)
    }

    /// As `new`, for a pattern in which classes of words were spelt out.
    ///
    /// # Errors
    /// As `new`.
    pub fn spelt_out(written: &str, pattern: &str) -> Result<Self, String> {
        let parts = translate(pattern)?.into_iter().map(Part::from).collect::<Vec<_>>().into();
        let pattern = Self { written: written.to_owned().into(), number: None, parts };
        if pattern.compiles() {
            Ok(pattern)
        } else {
            Err(format!(
                "the pattern takes over {} KiB when compiled: divide it into several, or repeat less",
                Expression::SIZE_LIMIT >> 10
            ))
        }
    }

    /// Whether every part is small enough to be compiled.
    fn compiles(&self) -> bool {
        self.parts().iter().all(|part| part.expression.compiles())
    }

    /// A bundled pattern, as the build translated it; `None` where it did not.
    pub fn prepared(written: &str) -> Option<Self> {
        let (number, written) = prepared::find(written)?;
        Some(Self { written: written.into(), number: Some(number), parts: OnceLock::new() })
    }

    /// Its number in [`bundled_gate`](super::bundled_gate), where the build prepared it.
    pub fn number(&self) -> Option<u32> {
        self.number
    }

    pub(super) fn parts(&self) -> &[Part] {
        self.parts.get_or_init(|| {
            let parts = self.number.and_then(|number| prepared::parts(number).parts());
            parts.unwrap_or_default().into_iter().map(Part::from).collect()
        })
    }

    /// The pattern as its author wrote it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Sets of literals: every match contains one of each. Where there is none
    /// the pattern must always be tried.
    pub fn literals(&self) -> impl Iterator<Item = &[Cow<'static, str>]> {
        self.parts().iter().flat_map(|part| &part.literals).map(Vec::as_slice)
    }

    /// The matches in a sentence, leftmost first, not overlapping. `sentence`
    /// is a range of `text`; a match begins at the beginning of a word.
    pub fn find_all(&self, text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
        let words = &text[sentence.clone()];
        let admitted = self.number.and_then(|number| admits(number, words));
        if admitted.unwrap_or_else(|| self.parts().iter().all(|part| part.may_match(words))) {
            self.find_admitted(&Places::of(text, sentence))
        } else {
            Vec::new()
        }
    }

    /// The same for a sentence the gate has found to hold the pattern's literals.
    pub fn find_admitted(&self, sentence: &Places) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let Some((head, rest)) = self.parts().split_first() else { return found };
        let mut at = 0;
        while let Some(first) = head.expression.find_word(sentence, at, sentence.end) {
            match rest_after(rest, sentence, first.end) {
                Some(end) => {
                    at = end.max(next_char(sentence.text, first.start));
                    found.push(first.start..end);
                }
                None => at = next_char(sentence.text, first.start),
            }
            if at >= sentence.end {
                break;
            }
        }
        found
    }
}

/// Where the further parts end when they follow within their gaps. Where
/// the first match of a part leads nowhere, its next ones within reach are
/// tried, up to a bound for the whole pattern.
fn rest_after(rest: &[Part], sentence: &Places, end: usize) -> Option<usize> {
    let Places { text, end: limit, .. } = *sentence;
    // For each part placed so far: where its next match may begin, and the
    // last place where it may.
    let mut open = match rest.first() {
        Some(part) => vec![(end, reach(text, end, limit, part.gap))],
        None => return Some(end),
    };
    for _ in 0..MOST_TRIES {
        let depth = open.len();
        let (from, last) = open.last_mut()?;
        let Some(next) = rest[depth - 1].expression.find_word(sentence, *from, *last) else {
            open.pop();
            continue;
        };
        let Some(part) = rest.get(depth) else { return Some(next.end) };
        *from = next_char(text, next.start);
        open.push((next.end, reach(text, next.end, limit, part.gap)));
    }
    None
}

/// The last place where a part may begin behind a gap of so many characters.
fn reach(text: &str, end: usize, limit: usize, gap: usize) -> usize {
    text[end..limit].char_indices().nth(gap).map_or(limit, |(at, _)| end + at)
}

impl Part {
    /// Whether a text holds a literal without which the part does not match.
    fn may_match(&self, text: &str) -> bool {
        self.literals.iter().all(|set| set.iter().any(|one| text.contains(&**one)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::slot::Slot;
    use super::*;

    fn found<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
        let pattern = Pattern::new(pattern).unwrap();
        pattern.find_all(text, 0..text.len()).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn a_gap_finds_the_nearest_next_part_within_its_width() {
        assert_eq!(
            found(
                "fees? ~20~ (may|will) change",
                "the fees from time to time may change. a fee will change"
            ),
            ["fees from time to time may change", "fee will change"]
        );
        assert!(found("fees ~5~ may change", "fees from time to time may change").is_empty());
        assert_eq!(found("另行 ~4~ 收费", "须另行单独收费"), ["另行单独收费"]);
    }

    #[test]
    fn a_middle_part_is_tried_again_where_the_rest_does_not_follow() {
        let pattern = "fees ~30~ may ~8~ change";
        let text = "fees may in some cases and may change";
        assert_eq!(found(pattern, text), [text]);
        assert!(
            found(pattern, "fees may, in some long and very rare cases, may change").is_empty()
        );
        assert_eq!(found("费用 ~9~ 可 ~2~ 调整", "费用可协商,亦可调整"), ["费用可协商,亦可调整"]);
        let maybe = "may ".repeat(4_000);
        assert!(
            found("fees ~200~ may ~200~ may ~200~ change", &format!("fees {maybe}")).is_empty()
        );
    }

    #[test]
    fn a_match_begins_at_the_beginning_of_a_word() {
        assert!(found("ape", "landscape").is_empty());
        assert_eq!(found("fee", "coffee fees"), ["fee"]);
        assert_eq!(found(r"\bgdpr\b", "根据gdpr的规定"), ["gdpr"]);
        assert!(found(r"fees?\b", "feed").is_empty());
        assert!(found(r"(pay|a) \bfee", "pay coffee").is_empty());
    }

    #[test]
    fn full_width_characters_and_slots_are_understood() {
        assert_eq!(found("费用（含税）", "费用(含税)"), ["费用(含税)"]);
        let text = format!("{} shall pay {}", Slot::Customer.char(), Slot::Price.char());
        assert_eq!(found("{customer} shall pay {money}", &text), [text.as_str()]);
        assert!(found("{vendor} shall pay", &text).is_empty());
        assert_eq!(found(r"pay {money}\b", &text), [&text[text.find("pay").unwrap()..]]);
        assert_eq!(found(r"\b{customer} shall", &text).len(), 1);
    }

    #[test]
    fn every_bundled_pattern_compiles() {
        let too_large: Vec<_> = prepared::all()
            .filter(|written| !Pattern::prepared(written).is_some_and(|p| p.compiles()))
            .collect();
        assert!(too_large.is_empty(), "{too_large:#?}");
    }

    #[test]
    fn mistakes_are_explained() {
        for (pattern, word) in [
            ("\u{8}unlimited", "single quotes"),
            ("fees .* apply", "~N~"),
            ("{client} pays", "no slot"),
            ("(open", "unclosed"),
            (r"\b费用", "Chinese"),
            ("a ~900~ b", "wider"),
            (r"\p{L}{900}", "over 1024 KiB"),
            ("fees ~9~ rise|grow", "(a|b) ~9~"),
            ("(a|a ~9~ )b", "inside brackets"),
        ] {
            let error = Pattern::new(pattern).unwrap_err();
            assert!(error.contains(word), "{pattern}: {error}");
        }
    }
}
