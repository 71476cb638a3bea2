//! Whether words stand as written, or are denied or excepted by operators
//! before them.

use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// How matched words stand in their sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// As written.
    Operative,
    /// Denied: "nothing excludes ...", 不…, tidak ...
    Negated,
    /// Taken out: "except for ...", 除…外, kecuali ...
    Excepted,
    /// Inside the definition of a term.
    Defined,
    /// A heading.
    Heading,
}

/// Operators of one language, as the vocabulary has them.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OperatorWords {
    /// Words that deny what follows.
    pub negation: Vec<String>,
    /// Words that take out what follows.
    pub exception: Vec<String>,
    /// Phrases that contain an operator's letters and are none.
    pub neither: Vec<String>,
    /// Marks and words at which an operator's reach ends.
    pub stops: Vec<String>,
    /// How many characters an operator reaches.
    pub reach: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Operator {
    Negation(usize),
    Exception(usize),
    Neither,
    Stop,
}

/// All languages' operators in one automaton.
#[derive(Debug)]
pub struct Operators {
    automaton: AhoCorasick,
    kinds: Vec<Operator>,
    longest_reach: usize,
}

impl Operators {
    /// Compiles the operators of all languages.
    ///
    /// # Errors
    /// When they do not fit one automaton.
    pub fn new(languages: &[OperatorWords]) -> Result<Self, aho_corasick::BuildError> {
        let mut words = Vec::new();
        let mut kinds = Vec::new();
        for language in languages {
            let lists = [
                (&language.neither, Operator::Neither),
                (&language.negation, Operator::Negation(language.reach)),
                (&language.exception, Operator::Exception(language.reach)),
                (&language.stops, Operator::Stop),
            ];
            for (list, kind) in lists {
                words.extend(list.iter().cloned());
                kinds.extend(std::iter::repeat_n(kind, list.len()));
            }
        }
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words)?;
        let longest_reach = languages.iter().map(|l| l.reach).max().unwrap_or(0);
        Ok(Self { automaton, kinds, longest_reach })
    }

    /// The polarity of words at `found` in a sentence of marked text.
    pub fn polarity(&self, text: &str, sentence: Range<usize>, found: Range<usize>) -> Polarity {
        let before = &text[sentence.start..found.start.max(sentence.start)];
        let from = before.char_indices().rev().nth(self.longest_reach + 12).map_or(0, |(at, _)| at);
        let window = &before[from..];
        let mut polarity = Polarity::Operative;
        for operator in self.automaton.find_iter(window) {
            let inside_word = {
                let letter = |c: char| c.is_ascii_alphanumeric();
                let word = &window[operator.range()];
                (word.starts_with(letter) && window[..operator.start()].ends_with(letter))
                    || (word.ends_with(letter) && window[operator.end()..].starts_with(letter))
            };
            if inside_word {
                continue;
            }
            let distance = window[operator.end()..].chars().count();
            match self.kinds[operator.pattern().as_usize()] {
                Operator::Negation(reach) if distance <= reach => polarity = Polarity::Negated,
                Operator::Exception(reach) if distance <= reach => polarity = Polarity::Excepted,
                Operator::Stop => polarity = Polarity::Operative,
                _ => {}
            }
        }
        polarity
    }
}
