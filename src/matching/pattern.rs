//! One pattern of a rule: a regular expression over marked text, in the
//! dialect that `docs/rules.md` describes.

use super::fold::{is_wide, plain_in_pattern};
use super::literals::required;
use super::slot::{Slot, slot_names};
use regex::{Regex, RegexBuilder};
use regex_syntax::hir::Hir;
use std::ops::Range;
use std::sync::OnceLock;

/// Compiled size of one part of a pattern, in bytes.
const SIZE_LIMIT: usize = 1 << 20;
/// Longest gap between two parts, in characters.
const LONGEST_GAP: usize = 200;

/// A validated pattern; its expressions are compiled when first needed.
#[derive(Debug)]
pub struct Pattern {
    written: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// How many characters may stand between the part before and this one.
    gap: usize,
    expression: String,
    /// Literals one of which every match of the part contains.
    literals: Option<Vec<String>>,
    compiled: OnceLock<Option<Regex>>,
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
        if let Some(c) = pattern.chars().find(|c| c.is_control()) {
            return Err(format!(
                "the pattern holds the control character U+{:04X}; in double quotes YAML turns \\b into one: use single quotes",
                c as u32
            ));
        }
        let mut parts = Vec::new();
        let mut rest = pattern;
        let mut gap = 0;
        loop {
            let (text, next) = match next_gap(rest)? {
                Some((before, width, after)) => (before, Some((width, after))),
                None => (rest, None),
            };
            if text.trim().is_empty() {
                return Err("a part of the pattern is empty".to_owned());
            }
            let (expression, hir) = translate(text.trim_matches(' '))?;
            let literals = required(&hir);
            parts.push(Part { gap, expression, literals, compiled: OnceLock::new() });
            let Some((width, after)) = next else { break };
            (gap, rest) = (width, after);
        }
        Ok(Self { written: written.to_owned(), parts })
    }

    /// The pattern as its author wrote it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Literals one of which every match contains; `None` when there is no
    /// such set and the pattern must always be tried.
    pub(super) fn literals(&self) -> Option<&[String]> {
        self.parts
            .iter()
            .filter_map(|part| part.literals.as_deref())
            .max_by_key(|set| set.iter().map(String::len).min())
    }

    /// The matches in a sentence, leftmost first, not overlapping. `sentence`
    /// is a range of `text`; a match begins at the beginning of a word.
    pub fn find_all(&self, text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = sentence.start;
        while let Some(first) = self.parts[0].find(text, at..sentence.end) {
            match self.rest_after(text, first.end, sentence.end) {
                Some(end) => {
                    at = end.max(next_char(text, first.start));
                    found.push(first.start..end);
                }
                None => at = next_char(text, first.start),
            }
            if at >= sentence.end {
                break;
            }
        }
        found
    }

    /// Where the further parts end when they follow within their gaps.
    fn rest_after(&self, text: &str, end: usize, limit: usize) -> Option<usize> {
        let mut end = end;
        for part in &self.parts[1..] {
            let reach =
                text[end..limit].char_indices().nth(part.gap).map_or(limit, |(at, _)| end + at);
            let next = part.find(text, end..limit)?;
            if next.start > reach {
                return None;
            }
            end = next.end;
        }
        Some(end)
    }
}

impl Part {
    fn regex(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| RegexBuilder::new(&self.expression).size_limit(SIZE_LIMIT).build().ok())
            .as_ref()
    }

    /// The first match in a range that begins at the beginning of a word.
    fn find(&self, text: &str, within: Range<usize>) -> Option<Range<usize>> {
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
            at = next_char(text, found.start());
        }
        None
    }
}

fn next_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The first `~N~` of a pattern: what stands before, its width, what follows.
fn next_gap(pattern: &str) -> Result<Option<(&str, usize, &str)>, String> {
    let escaped = |at: usize| pattern[..at].ends_with('\\');
    let open = pattern.match_indices('~').map(|(at, _)| at).find(|&at| !escaped(at));
    let Some(open) = open else { return Ok(None) };
    let inner = &pattern[open + 1..];
    let width = inner
        .find('~')
        .and_then(|close| Some((inner[..close].parse::<usize>().ok()?, &inner[close + 1..])));
    match width {
        Some((width, after)) if width <= LONGEST_GAP => Ok(Some((&pattern[..open], width, after))),
        Some((width, _)) => Err(format!("the gap ~{width}~ is wider than {LONGEST_GAP}")),
        None => Err(
            "a gap is written ~N~, N the most characters between the two parts; a tilde itself \\~"
                .to_owned(),
        ),
    }
}

/// Rewrites the dialect to a plain expression, and parses it.
fn translate(pattern: &str) -> Result<(String, Hir), String> {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.char_indices().peekable();
    let mut before: Option<char> = None;
    let mut in_class = false;
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                let Some((_, escaped)) = chars.next() else {
                    return Err("the pattern ends in a backslash".to_owned());
                };
                match escaped {
                    'b' => {
                        let after = chars.peek().map(|&(_, c)| c);
                        if [before, after].into_iter().flatten().any(is_wide) {
                            return Err("\\b beside a Chinese character never matches as meant; leave it out".to_owned());
                        }
                        out.push_str("(?-u:\\b)");
                    }
                    'd' if in_class => out.push_str("0-9"),
                    'd' => out.push_str("[0-9]"),
                    'w' if in_class => out.push_str("0-9a-z_"),
                    'w' => out.push_str("[0-9a-z_]"),
                    's' => out.push(' '),
                    'p' | 'P' => {
                        out.push('\\');
                        out.push(escaped);
                        for (_, c) in chars.by_ref() {
                            out.push(c);
                            if c == '}' {
                                break;
                            }
                        }
                    }
                    _ => {
                        out.push('\\');
                        out.push(escaped);
                    }
                }
                before = None;
                continue;
            }
            '{' if pattern[at + 1..].starts_with(|c: char| c.is_ascii_lowercase()) => {
                let close = pattern[at..].find('}').ok_or("a slot is not closed with }")?;
                let name = &pattern[at + 1..at + close];
                let slots = Slot::named(name).ok_or_else(|| {
                    let names: Vec<_> = slot_names().map(|n| format!("{{{n}}}")).collect();
                    format!("there is no slot {{{name}}}; the slots are {}", names.join(" "))
                })?;
                let class: String = slots.iter().map(|slot| slot.char()).collect();
                if in_class {
                    out.push_str(&class);
                } else {
                    out.push_str(&format!("[{class}]"));
                }
                while chars.peek().is_some_and(|&(next, _)| next <= at + close) {
                    chars.next();
                }
            }
            '.' if !in_class
                && chars.peek().is_some_and(|&(_, c)| matches!(c, '*' | '+' | '{')) =>
            {
                return Err(
                    "an open gap (.* .+ .{m,n}) is slow and crosses sentences: write ~N~ instead"
                        .to_owned(),
                );
            }
            ' ' if before.is_some_and(is_wide)
                || chars.peek().is_some_and(|&(_, next)| is_wide(next)) => {}
            c => {
                match c {
                    '[' => in_class = true,
                    ']' => in_class = false,
                    _ => {}
                }
                match plain_in_pattern(c) {
                    Some(p) if p.is_ascii_punctuation() => {
                        out.push('\\');
                        out.push(p);
                    }
                    Some(p) => out.push(p),
                    None => out.push(c),
                }
            }
        }
        before = Some(c);
    }
    let hir = regex_syntax::Parser::new().parse(&out).map_err(|error| {
        let reason = error.to_string();
        reason.lines().last().unwrap_or("it is not a regular expression").replace("error: ", "")
    })?;
    Ok((out, hir))
}

#[cfg(test)]
mod tests {
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
    fn a_match_begins_at_the_beginning_of_a_word() {
        assert!(found("ape", "landscape").is_empty());
        assert_eq!(found("fee", "coffee fees"), ["fee"]);
        assert_eq!(found(r"\bgdpr\b", "根据gdpr的规定"), ["gdpr"]);
    }

    #[test]
    fn full_width_characters_and_slots_are_understood() {
        assert_eq!(found("费用（含税）", "费用(含税)"), ["费用(含税)"]);
        let text = format!("{} shall pay {}", Slot::Customer.char(), Slot::Price.char());
        assert_eq!(found("{customer} shall pay {money}", &text), [text.as_str()]);
        assert!(found("{vendor} shall pay", &text).is_empty());
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
        ] {
            let error = Pattern::new(pattern).unwrap_err();
            assert!(error.contains(word), "{pattern}: {error}");
        }
    }
}
