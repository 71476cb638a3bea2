//! Where keys and entries stand in a YAML text in block style. The YAML reader
//! gives places for its own errors only; what it read has none.

use std::ops::Range;

/// Lines with the offset of their first byte.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn says_something(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#')
}

/// Whether a line begins with a key, quoted or not.
fn begins(line: &str, key: &str) -> bool {
    let line = line.trim_start();
    let line = line.trim_start_matches(['"', '\'']);
    line.strip_prefix(key)
        .is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
}

/// The part of a text that a top-level key heads, the key's line included; the
/// whole text where it cannot be told.
pub(super) fn section(text: &str, key: &str) -> Range<usize> {
    let mut inside = lines(text).skip_while(|(_, line)| indent(line) > 0 || !begins(line, key));
    let Some((start, first)) = inside.next() else { return 0..text.len() };
    let end = inside
        .find(|(_, line)| indent(line) == 0 && says_something(line) && !line.starts_with('-'))
        .map_or(text.len(), |(at, _)| at);
    start..end.max(start + first.len())
}

/// The entry of this index, from 0, of a list that a top-level key heads; the
/// section where it cannot be told.
pub(super) fn entry(text: &str, key: &str, index: usize) -> Range<usize> {
    let section = section(text, key);
    let inside = &text[section.clone()];
    let mut level = None;
    let starts: Vec<usize> = lines(inside)
        .skip(1)
        .filter(|(_, line)| {
            let dash = line.trim_start().starts_with('-');
            dash && *level.get_or_insert(indent(line)) == indent(line)
        })
        .map(|(at, _)| section.start + at)
        .collect();
    match starts.get(index) {
        Some(&start) => start..starts.get(index + 1).copied().unwrap_or(section.end),
        None => section,
    }
}

/// The offset of a key in a part of a text, or the part's beginning.
pub(super) fn key(text: &str, part: Range<usize>, key: &str) -> usize {
    let found = lines(&text[part.clone()])
        .find(|(_, line)| begins(line.trim_start().trim_start_matches("- "), key));
    found.map_or(part.start, |(at, line)| part.start + at + line.find(key).unwrap_or_default())
}

/// The offset of a value in a part of a text, or the part's beginning.
pub(super) fn value(text: &str, part: Range<usize>, value: &str) -> usize {
    part.start + text[part].find(value).unwrap_or_default()
}

/// The line of an offset, from 1.
pub(super) fn line(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# side: vendor
side: customer

rules:
  sla: off
  # fees: on
  \"vague/discretion\": low

suppressions:
- rule: a/b
  file: one.md
  reason: agreed
- file: two.md
  rule: a/b
  reason: agreed
baseline: b.json
";

    #[test]
    fn keys_and_entries_are_found_at_their_lines() {
        let at = |offset| line(TEXT, offset);
        assert_eq!(at(section(TEXT, "side").start), 2);
        assert_eq!(at(key(TEXT, section(TEXT, "rules"), "sla")), 5);
        assert_eq!(at(key(TEXT, section(TEXT, "rules"), "vague/discretion")), 7);
        assert_eq!(at(entry(TEXT, "suppressions", 0).start), 10);
        assert_eq!(at(value(TEXT, entry(TEXT, "suppressions", 1), "a/b")), 14);
        assert_eq!(at(section(TEXT, "baseline").start), 16);
    }

    #[test]
    fn what_is_in_flow_style_is_the_text_itself() {
        assert_eq!(section("{side: vendor}", "side"), 0..14);
        assert_eq!(entry("{contracts: [{files: [a.md]}]}", "contracts", 0), 0..30);
    }
}
