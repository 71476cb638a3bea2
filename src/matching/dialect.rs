//! The dialect of patterns, as `docs/rules.md` describes it, translated to
//! plain expressions.
//!
//! The build script translates the bundled patterns with this very file.

use super::literals::required;
use super::plain::{is_wide, plain_in_pattern};
use super::slot::{Slot, slot_names};
use super::steps::Steps;
use regex_syntax::hir::Hir;
use std::borrow::Cow;

/// Longest gap between two parts, in characters.
const LONGEST_GAP: usize = 200;

/// What `\b` stands for: words also end beside slots, which are no word characters.
const NOT_INSIDE_A_WORD: &str = r"(?-u:\b{start-half}|\b{end-half})";

/// One part of a pattern, translated.
#[derive(Debug)]
pub(crate) struct PartText<'t> {
    /// How many characters may stand between the part before and this one.
    pub(crate) gap: usize,
    /// What it matches, as the `regex` crate reads it.
    pub(crate) expression: Cow<'t, str>,
    /// Sets of literals: every match of the part contains one of each.
    pub(crate) literals: Vec<Vec<Cow<'t, str>>>,
    /// The steps it takes, if it can be walked.
    pub(crate) steps: Option<Steps>,
}

/// Checks a pattern and translates its parts.
///
/// # Errors
/// A sentence for the rule's author: what is wrong and what to write instead.
pub(crate) fn translate(written: &str) -> Result<Vec<PartText<'static>>, String> {
    if let Some(c) = written.chars().find(|c| c.is_control()) {
        return Err(format!(
            "the pattern holds the control character U+{:04X}; in double quotes YAML turns \\b into one: use single quotes",
            c as u32
        ));
    }
    let mut parts = Vec::new();
    let mut rest = written;
    let mut gap = 0;
    loop {
        let (text, next) = match next_gap(rest)? {
            Some((before, width, after)) => (before, Some((width, after))),
            None => (rest, None),
        };
        if text.trim().is_empty() {
            return Err("a part of the pattern is empty".to_owned());
        }
        if next.is_some() || !parts.is_empty() {
            whole_beside_gap(text)?;
        }
        let (expression, hir) = expression_of(text.trim_matches(' '))?;
        let literals = required(&hir).into_iter();
        parts.push(PartText {
            gap,
            expression: expression.into(),
            literals: literals.map(|set| set.into_iter().map(Cow::from).collect()).collect(),
            steps: Steps::new(&hir),
        });
        let Some((width, after)) = next else { break };
        (gap, rest) = (width, after);
    }
    Ok(parts)
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

/// What stands beside a gap must be whole: no bracket that closes behind it, no
/// alternatives of which it is not clear whether they hold the gap.
fn whole_beside_gap(part: &str) -> Result<(), String> {
    let mut open = 0_usize;
    let mut chars = part.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => return Err("a gap ~N~ cannot stand inside brackets".into()),
            ')' | ']' => open -= 1,
            '|' if open == 0 => {
                return Err("which alternatives belong to the gap ~N~ is not clear: put them in brackets, as in (a|b) ~9~ c".into());
            }
            _ => {}
        }
    }
    if open > 0 {
        return Err("a gap ~N~ cannot stand inside brackets".into());
    }
    Ok(())
}

/// Rewrites the dialect to a plain expression, and parses it.
fn expression_of(pattern: &str) -> Result<(String, Hir), String> {
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
                        out.push_str(NOT_INSIDE_A_WORD);
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
