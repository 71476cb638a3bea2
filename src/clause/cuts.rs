//! Where one block holds several clauses: numbers behind line breaks, and
//! clauses that a filing runs together on one line.

use super::label::Label;
use crate::read::Block;
use crate::source::Format;
use regex::Regex;
use std::sync::LazyLock;

/// Offsets in a block's text at which a further clause begins.
pub(super) fn cuts(block: &Block, format: Format) -> Vec<usize> {
    let text = block.text.as_str();
    let begins = |cut: &usize| *cut < text.len() && begins_clause(&text[..*cut], &text[*cut..]);
    let mut cuts: Vec<usize> = block.breaks.iter().copied().filter(begins).collect();
    if format == Format::Text {
        cuts.extend(inline_clauses(text));
        cuts.sort_unstable();
        cuts.dedup();
    }
    cuts
}

/// Whether a line inside a paragraph begins a clause of its own: it has a
/// label, and what stands before ends a sentence or is a bare title.
fn begins_clause(before: &str, after: &str) -> bool {
    let Some(label) = Label::at_start(after).filter(|label| label.at_breaks) else { return false };
    let before = before.trim_end().trim_end_matches('*');
    let ended = before.ends_with([
        '.', ';', ':', '。', '；', '：', '!', '?', '！', '？', ')', '）', '"', '”', '、',
    ]);
    let title =
        before.len() < 180 && Label::at_start(before).is_some() && before.chars().count() < 60;
    let conjunction = [" and", " or", " dan", " atau"].iter().any(|word| before.ends_with(word));
    let certain = label.path.len() > 1 || !label.text.is_ascii();
    let goes_on = after[label.len.min(after.len())..].starts_with(char::is_lowercase);
    let inside_words = before.ends_with(|c: char| c.is_ascii_alphanumeric());
    ended || title || conjunction || (certain && !goes_on && !inside_words)
}

/// A clause number inside a line.
struct Inline {
    at: usize,
    path: Vec<u32>,
    /// `(a)` and the like.
    letter: bool,
    /// Whether a sentence or a wide gap ends right before it.
    apart: bool,
}

/// Offsets inside a line of plain text at which the next clause in sequence
/// begins: `4. Term. 4.1 Start. ... (a) The Provider`.
fn inline_clauses(text: &str) -> Vec<usize> {
    let mut last: Vec<u32> = Label::at_start(text)
        .filter(|label| label.style == "decimal")
        .map(|label| label.path)
        .unwrap_or_default();
    let mut letter = 0;
    let mut found = Vec::new();
    for inline in inline_numbers(text) {
        if inline.letter {
            let next = inline.path[0] == letter + 1 || inline.path[0] == 1;
            if inline.apart && next {
                found.push(inline.at);
                letter = inline.path[0];
            }
        } else if comes_next(&last, &inline) {
            found.push(inline.at);
            last = inline.path;
            letter = 0;
        }
    }
    found
}

fn inline_numbers(text: &str) -> impl Iterator<Item = Inline> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?<before>\S)(?<gap>\s+)(?:(?<n>\d{1,2}(?:\.\d{1,2}){0,4})(?<dot>\.?)|\((?<l>[a-z])\))\s+(?:\([a-z]\)\s+)?[A-Z(\x22“]").ok()
    });
    NUMBER.iter().flat_map(move |regex| {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = regex.captures_at(text, from)?;
            let group = |name| found.name(name);
            let number = group("n").or(group("l"))?;
            // The next number may stand right behind this one: 4. Term. 4.1.
            from = number.end();
            let before = group("before")?;
            let wide = group("gap").is_some_and(|gap| gap.len() >= 3);
            let letter = group("l").is_some();
            let path: Vec<u32> = if letter {
                super::label::letter_number(number.as_str()).into_iter().collect()
            } else {
                number.as_str().split('.').filter_map(|n| n.parse().ok()).collect()
            };
            let ended = matches!(before.as_str(), "." | ";" | ":" | ")");
            let numbered = path.len() > 1 || group("dot").is_some_and(|dot| !dot.is_empty());
            let lead = &text[..before.end()];
            let apart = if letter {
                matches!(before.as_str(), "." | ":")
            } else {
                (ended || wide) && (numbered && !refers(lead))
            };
            let at = number.start() - usize::from(letter);
            Some(Inline { at, path, letter, apart: apart || (!letter && titled(lead) && numbered) })
        })
    })
}

/// Whether a number stands right behind a title in capitals or title case:
/// `2 PROVISION OF DOCUMENTATION 2.1 Provision`.
fn titled(lead: &str) -> bool {
    let from = lead.len().saturating_sub(60);
    let from = (from..=lead.len()).find(|&at| lead.is_char_boundary(at)).unwrap_or(lead.len());
    let tail = &lead[from..];
    let word = tail.rsplit(' ').next().unwrap_or(tail);
    word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && !refers(lead)
}

/// Whether the words before a number make it a reference.
fn refers(lead: &str) -> bool {
    const BEFORE: [&str; 17] = [
        "section",
        "sections",
        "clause",
        "clauses",
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "exhibit",
        "schedule",
        "annex",
        "appendix",
        "and",
        "or",
        "to",
        "no.",
        "part",
    ];
    let word = lead.rsplit([' ', '(', ',']).next().unwrap_or(lead);
    BEFORE.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether one number comes next after another: 4.1 after 4, 4.2 after 4.1 or
/// 4.1.3, 5 after 4.2, 5.1 after 4.2 where 5 was lost.
fn comes_next(last: &[u32], next: &Inline) -> bool {
    let path = &next.path;
    let depth = path.len();
    if !next.apart || depth == 0 {
        return false;
    }
    if last.is_empty() {
        return depth > 1 && path[depth - 1] == 1;
    }
    if depth == last.len() + 1 {
        return path[..last.len()] == *last && path[depth - 1] == 1;
    }
    if depth > last.len() {
        return false;
    }
    let same = path[..depth - 1] == last[..depth - 1];
    let step = |from: u32, to: u32| to == from + 1 || to == from + 2;
    (same && step(last[depth - 1], path[depth - 1]))
        || (depth == 2 && path[0] == last[0] + 1 && path[1] == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut cuts = inline_clauses(text);
        cuts.insert(0, 0);
        cuts.push(text.len());
        cuts.windows(2).map(|pair| text[pair[0]..pair[1]].trim()).collect()
    }

    #[test]
    fn clauses_on_one_line_come_apart() {
        assert_eq!(
            pieces("4. Term. 4.1 Start. It begins. 4.2 End. See Section 9. 2 copies."),
            ["4. Term.", "4.1 Start. It begins.", "4.2 End. See Section 9. 2 copies."]
        );
        assert_eq!(
            pieces("2 PROVISION OF DOCUMENTATION 2.1 Provision The Maker gives. 3. FEES 3.1 Price"),
            [
                "2 PROVISION OF DOCUMENTATION",
                "2.1 Provision The Maker gives.",
                "3. FEES",
                "3.1 Price"
            ]
        );
    }

    #[test]
    fn paragraphs_with_letters_come_apart_and_lists_inside_a_sentence_do_not() {
        assert_eq!(
            pieces(
                "2.2 Payment. (a) The Recipient pays (i) fees and (ii) costs. (b) The Provider invoices."
            ),
            [
                "2.2 Payment.",
                "(a) The Recipient pays (i) fees and (ii) costs.",
                "(b) The Provider invoices."
            ]
        );
        assert_eq!(pieces("5.1 Either party may (a) Terminate; or (b) Suspend.").len(), 1);
    }

    #[test]
    fn references_inside_a_line_are_left_alone() {
        assert_eq!(
            pieces("7.1 Subject to Section 7.2 Customer shall pay under Clause 7.3 Fees.").len(),
            1
        );
    }
}
