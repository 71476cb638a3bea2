//! An expression walked over a text: what patterns are searched with.
//!
//! Thousands of patterns are each tried on a few sentences, so that what an
//! automaton costs to build is never earned back. A walk is built from the
//! parsed expression in next to no time, and goes back where it came to a
//! dead end. What takes too many steps that way is for the `regex` crate,
//! whose time is bounded.

use super::options::{Options, key};
use super::places::Places;
use super::steps::{Class, Edge, Step, Steps};
use std::ops::Range;

/// Steps that may be taken in one search, besides those for its length.
const STEPS: usize = 4_096;
/// Steps that may be taken for each byte of the text searched.
const STEPS_A_BYTE: usize = 64;

/// A match.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Walked {
    pub(super) range: Range<usize>,
    /// Where each group begins and ends; [`NOWHERE`] where it took no part.
    pub(super) groups: Vec<usize>,
}

/// No place of a text.
pub(super) const NOWHERE: usize = usize::MAX;

/// A walk took more steps than it may: nothing is known.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong;

/// Where a walk may go on when it came to a dead end.
#[derive(Clone, Copy)]
enum Choice {
    /// At a step, from a place.
    Step { step: u32, at: usize },
    /// With a later option of a step, from a place.
    Option { step: u32, next: u32, at: usize },
    /// Behind a run of characters that took all it could: it may give some back.
    Less { step: u32, from: usize, at: usize },
    /// Behind a run that took as few as it could: it may take so many more.
    More { step: u32, at: usize, left: u32 },
    /// None: the edge of a group is what it was before.
    Edge { slot: u32, at: usize },
}

/// One search; the choices' room is used again for every place tried.
struct Walk<'w> {
    steps: &'w [Step],
    text: &'w str,
    end: usize,
    left: usize,
    choices: Vec<Choice>,
    groups: Vec<usize>,
}

impl Steps {
    /// The leftmost match in a range of a text. What stands before the range is
    /// seen by the expression, what stands behind it is not.
    pub(super) fn find(&self, text: &str, within: Range<usize>) -> Result<Option<Walked>, TooLong> {
        let mut walk = Walk::new(self, text, within.clone());
        // Where the text must begin, no other place need be tried.
        let last = if self.begins_the_text() { within.start } else { within.end };
        let begins_a_word = self.begins_a_word();
        let bytes = &text.as_bytes()[..within.end];
        let in_word = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
        for at in within.start..=last {
            if begins_a_word && at > 0 && in_word(at - 1) && in_word(at) {
                continue;
            }
            let possible = match bytes.get(at) {
                None => self.first.nothing,
                Some(byte) if byte.is_ascii() => self.first.has(*byte),
                Some(_) => walk.key(at).is_some_and(|key| self.first.has(key)),
            };
            if possible && let Some(to) = walk.from(at)? {
                return Ok(Some(Walked { range: at..to, groups: walk.groups }));
            }
        }
        Ok(None)
    }

    /// The leftmost match in a sentence that is not empty and begins at one of
    /// its places in `from..=last`. What stands before is seen by the
    /// expression, what stands behind the sentence is not.
    pub(super) fn find_word(
        &self,
        sentence: &Places,
        from: usize,
        last: usize,
    ) -> Result<Option<Range<usize>>, TooLong> {
        let mut walk = Walk::new(self, sentence.text, from..sentence.end);
        let last = if self.begins_the_text() { 0 } else { last };
        for &(at, key) in sentence.between(from, last) {
            if self.first.has(key)
                && let Some(to) = walk.from(at)?
                && to > at
            {
                return Ok(Some(at..to));
            }
        }
        Ok(None)
    }

    fn begins_the_text(&self) -> bool {
        matches!(self.steps[0], Step::Edge(Edge::Start))
    }

    /// Whether no match begins between two letters of a word.
    fn begins_a_word(&self) -> bool {
        matches!(self.steps[0], Step::Edge(Edge::NoWordBefore | Edge::AnyWord))
    }
}

impl<'w> Walk<'w> {
    fn new(steps: &'w Steps, text: &'w str, within: Range<usize>) -> Self {
        Self {
            steps: &steps.steps,
            text,
            end: within.end,
            left: STEPS + STEPS_A_BYTE * within.len(),
            choices: Vec::new(),
            groups: vec![NOWHERE; steps.edges_of_groups],
        }
    }

    /// Where the match that begins at a place ends.
    fn from(&mut self, at: usize) -> Result<Option<usize>, TooLong> {
        self.choices.clear();
        self.groups.fill(NOWHERE);
        let mut next = Some((0, at));
        while let Some((step, at)) = next {
            self.left = self.left.checked_sub(1).ok_or(TooLong)?;
            let onward = match &self.steps[step] {
                Step::Done => return Ok(Some(at)),
                Step::Text(text) => self.text.as_bytes()[at..self.end]
                    .starts_with(text)
                    .then(|| (step + 1, at + text.len())),
                Step::One(class) => self.one(class, at).map(|at| (step + 1, at)),
                Step::Edge(edge) => self.is_edge(*edge, at).then_some((step + 1, at)),
                Step::Jump(to) => Some((*to as usize, at)),
                Step::Group { slot } => {
                    let before = std::mem::replace(&mut self.groups[*slot as usize], at);
                    self.choices.push(Choice::Edge { slot: *slot, at: before });
                    Some((step + 1, at))
                }
                Step::Fork { first, second } => {
                    self.choices.push(Choice::Step { step: *second, at });
                    Some((*first as usize, at))
                }
                Step::Options(options) => self.option(step as u32, options, 0, at),
                Step::Run { class, least, most, greedy } => {
                    self.run(step, class, at, [*least, *most], *greedy)
                }
            };
            next = match onward {
                Some(onward) => Some(onward),
                None => self.back()?,
            };
        }
        Ok(None)
    }

    /// The key of the character at a place; `None` at the end, or inside one.
    fn key(&self, at: usize) -> Option<u8> {
        self.text.get(at..self.end)?.chars().next().map(key)
    }

    /// Into the next option that is worth trying, behind the words it begins with.
    fn option(
        &mut self,
        step: u32,
        options: &Options,
        from: u32,
        at: usize,
    ) -> Option<(usize, usize)> {
        let worth = options.worth(self.key(at));
        let rest = &self.text.as_bytes()[at..self.end];
        for (next, &target) in (from + 1..).zip(worth.get(from as usize..)?) {
            let target = target as usize;
            let onward = match &self.steps[target] {
                Step::Text(text) if !rest.starts_with(text) => continue,
                Step::Text(text) => (target + 1, at + text.len()),
                _ => (target, at),
            };
            if (next as usize) < worth.len() {
                self.choices.push(Choice::Option { step, next, at });
            }
            return Some(onward);
        }
        None
    }

    /// Behind one character of a class.
    fn one(&self, class: &Class, at: usize) -> Option<usize> {
        let byte = *self.text.as_bytes()[..self.end].get(at)?;
        if byte.is_ascii() {
            return class.contains_ascii(byte).then_some(at + 1);
        }
        let c = self.text[at..self.end].chars().next()?;
        class.contains(c).then(|| at + c.len_utf8())
    }

    /// Behind a run of characters of a class, as long or as short as may be.
    fn run(
        &mut self,
        step: usize,
        class: &Class,
        at: usize,
        [least, most]: [u32; 2],
        greedy: bool,
    ) -> Option<(usize, usize)> {
        let mut from = at;
        for _ in 0..least {
            from = self.one(class, from)?;
        }
        let this = step as u32;
        if greedy {
            let mut to = from;
            for _ in least..most {
                match self.one(class, to) {
                    Some(next) => to = next,
                    None => break,
                }
            }
            self.left = self.left.saturating_sub(to - at);
            if to > from {
                self.choices.push(Choice::Less { step: this, from, at: to });
            }
            Some((step + 1, to))
        } else {
            if most > least {
                self.choices.push(Choice::More { step: this, at: from, left: most - least });
            }
            Some((step + 1, from))
        }
    }

    /// The last choice that is still open, taken.
    fn back(&mut self) -> Result<Option<(usize, usize)>, TooLong> {
        while let Some(choice) = self.choices.pop() {
            self.left = self.left.checked_sub(1).ok_or(TooLong)?;
            match choice {
                Choice::Step { step, at } => return Ok(Some((step as usize, at))),
                Choice::Option { step, next, at } => {
                    let Step::Options(options) = &self.steps[step as usize] else { continue };
                    let onward = self.option(step, options, next, at);
                    if onward.is_some() {
                        return Ok(onward);
                    }
                }
                Choice::Edge { slot, at } => self.groups[slot as usize] = at,
                Choice::Less { step, from, at } => {
                    let next = step as usize + 1;
                    if let Some(at) = self.shorter(next, from, at) {
                        if at > from {
                            self.choices.push(Choice::Less { step, from, at });
                        }
                        return Ok(Some((next, at)));
                    }
                }
                Choice::More { step, at, left } => {
                    let Step::Run { class, .. } = &self.steps[step as usize] else { continue };
                    let Some(at) = self.one(class, at) else { continue };
                    if left > 1 {
                        self.choices.push(Choice::More { step, at, left: left - 1 });
                    }
                    return Ok(Some((step as usize + 1, at)));
                }
            }
        }
        Ok(None)
    }

    /// The next shorter end of a run behind which the next step may go on.
    fn shorter(&mut self, next: usize, from: usize, mut at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let wanted = match &self.steps[next] {
            Step::Text(text) => text.first(),
            _ => None,
        };
        while at > from {
            at -= 1;
            self.left = self.left.saturating_sub(1);
            let fits = match wanted {
                Some(&byte) => bytes[at] == byte,
                None => self.text.is_char_boundary(at),
            };
            if fits {
                return Some(at);
            }
        }
        None
    }

    fn is_edge(&self, edge: Edge, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        let after = self.text[at..self.end].chars().next();
        edge.stands(before, after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_syntax::parse;

    fn find(expression: &str, text: &str) -> Result<Option<Walked>, TooLong> {
        let steps = Steps::with_groups(&parse(expression).unwrap()).unwrap();
        steps.find(text, 0..text.len())
    }

    fn find_word(expression: &str, text: &str) -> Result<Option<Range<usize>>, TooLong> {
        let steps = Steps::new(&parse(expression).unwrap()).unwrap();
        steps.find_word(&Places::of(text, 0..text.len()), 0, text.len())
    }

    #[test]
    fn what_takes_too_long_is_given_up() {
        let text = "a".repeat(200);
        assert_eq!(find("(a|aa|aaa)+b", &text), Err(TooLong));
        assert_eq!(find("(a|ab)+c", "abababa"), Ok(None));
    }

    #[test]
    fn the_end_of_the_range_is_the_end_of_the_text() {
        let steps = Steps::new(&parse("(?-u:\\b{start-half})fee$").unwrap()).unwrap();
        let found = |within| steps.find("a fees", within).map(|found| found.map(|f| f.range));
        assert_eq!(found(1..5), Ok(Some(2..5)));
        assert_eq!(found(0..6), Ok(None));
        let found = |within| steps.find_word(&Places::of("a fees", within), 0, 6);
        assert_eq!(found(1..5), Ok(Some(2..5)));
        assert_eq!(found(0..6), Ok(None));
    }

    /// Pieces of which expressions are made.
    const PIECES: [&str; 16] = [
        "a",
        "ab|b",
        "ba?",
        "[ab]{1,2}",
        "[^a费]{0,3}",
        "[^b]*",
        "b+?",
        "(a|ba){0,2}",
        "费用?",
        r"\P{L}",
        r"(?-u:\b{start-half})",
        r"(?-u:\b{end-half})",
        "[a-z ]{0,4}",
        "(ab|b)??",
        "(a|bb)+",
        r"\b",
    ];

    proptest::proptest! {
        /// The `regex` crate finds the same.
        #[test]
        fn it_finds_what_the_regex_crate_finds(
            pieces in proptest::collection::vec(proptest::sample::select(&PIECES), 1..5),
            text in "[ab 费用.]{0,24}",
        ) {
            let expression: String = pieces.iter().map(|piece| format!("({piece})")).collect();
            let regex = regex::Regex::new(&expression).unwrap();
            let edges = |found: &regex::Captures| {
                let edge = |group: Option<regex::Match>| {
                    group.map_or([NOWHERE; 2], |group| [group.start(), group.end()])
                };
                found.iter().skip(1).flat_map(edge).collect::<Vec<usize>>()
            };
            let first = regex.captures(&text).map(|found| (found.get(0).unwrap().range(), edges(&found)));
            // What is given up is no finding.
            if let Ok(walked) = find(&expression, &text) {
                let walked = walked.map(|walked| (walked.range, walked.groups));
                proptest::prop_assert_eq!(walked, first, "{}", expression);
            }
            let not_empty = (0..=text.len()).filter(|&at| text.is_char_boundary(at))
                .filter_map(|at| regex.find_at(&text, at))
                .find(|found| {
                    let inside = |c: char| c.is_ascii_alphanumeric();
                    let begins = found.as_str().starts_with(inside);
                    let inside = begins && text[..found.start()].ends_with(inside);
                    !found.is_empty() && !inside
                });
            if let Ok(walked) = find_word(&expression, &text) {
                proptest::prop_assert_eq!(walked, not_empty.map(|found| found.range()), "{}", expression);
            }
        }
    }
}
