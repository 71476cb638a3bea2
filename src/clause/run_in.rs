//! Titles that share their paragraph with the text they head: bold, before a
//! full stop, a gap or a sentence, or in capitals.

use super::headings::{DASHES, is_title, is_title_case};
use super::unit::{Role, Unit};
use crate::catalogue::vocabulary;
use crate::matching::is_wide;
use std::ops::Range;

/// Longest bold start that may be a run-in heading, in characters.
const LONGEST_RUN_IN: usize = 80;
/// Longest title before a sentence, in words.
const LONGEST_TITLE: usize = 6;
/// Words in capitals before a sentence that are all shorter than this, or one
/// of just this length, are a name.
const SHORTEST_CAPITALS: usize = 4;

/// The run-in heading of a paragraph: its bold start, or a short title before
/// the first full stop with text behind it.
pub(super) fn run_in_heading(unit: &Unit) -> Option<Range<usize>> {
    if matches!(unit.role, Role::Heading(_)) || unit.label.is_none() {
        return None;
    }
    let text = unit.text.as_str();
    let bold = unit.bold_start;
    if bold > 0 && bold < text.len() && ends_as_heading(text, bold) {
        return Some(0..bold);
    }
    before_stop(text)
        .or_else(|| before_gap(unit))
        .or_else(|| capitals_before(text))
        .or_else(|| before_sentence(text))
}

/// The title before the first full stop or colon.
fn before_stop(text: &str) -> Option<Range<usize>> {
    let end = text.find(['.', ':'])?;
    let rest = text[end..].trim_start_matches(['.', ':', ' ']);
    let title = text[..end].trim_start_matches(DASHES).trim_end();
    // "Inc." and the like end no title.
    let apart = text[end + 1..].starts_with([' ', '.']) && begins_sentence(rest);
    (title.is_ascii()
        && apart
        && is_title_case(title)
        && title.len() > 2
        && !title.ends_with(" Inc"))
    .then_some(0..end)
}

/// Whether a text begins with a capital, or with a name such as iVillage.
fn begins_sentence(text: &str) -> bool {
    let mut letters = text.chars();
    let small = letters.next().is_some_and(char::is_lowercase);
    !small || letters.next().is_some_and(char::is_uppercase)
}

/// The title before a wide gap or a line end: `1.1 Defined Terms   Unless otherwise`.
fn before_gap(unit: &Unit) -> Option<Range<usize>> {
    let text = unit.text.as_str();
    let gap = unit.gap?;
    let title = text[..gap].trim();
    let rest = text[gap..].trim_start();
    let begins = if title.contains(is_wide) {
        let openers = &vocabulary().headings.han_openers;
        openers.iter().any(|opener| rest.starts_with(opener.as_str())) && !title.contains('方')
    } else {
        begins_sentence(rest)
    };
    (is_title(title) && !rest.is_empty() && begins).then_some(0..gap)
}

/// The words in title case before a sentence that begins with a word no title
/// holds there: `17. Survival In addition to`.
fn before_sentence(text: &str) -> Option<Range<usize>> {
    let openers = &vocabulary().headings.openers;
    let opens = |word: &str| openers.iter().any(|opener| opener.eq_ignore_ascii_case(word));
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
    for (at, _) in text.match_indices(' ') {
        let title = text[..at].trim();
        let count = title.split_whitespace().count();
        if count > LONGEST_TITLE {
            return None;
        }
        let mut words = text[at..].split_whitespace();
        let first = words.next()?;
        if capital(first) && opens(first) && words.take(2).any(small) {
            let begins = title.split(' ').next().is_some_and(|word| !opens(word) || count > 1);
            return (begins && title.is_ascii() && is_title_case(title)).then_some(0..at);
        }
    }
    None
}

/// The words in capitals before a sentence: `9. COSTS Each party`. A name in
/// capitals is followed by another word of the name or by what it does.
fn capitals_before(text: &str) -> Option<Range<usize>> {
    let known = &vocabulary().headings;
    let letters = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut end = 0;
    let mut longest = 0;
    let mut count = 0;
    let mut rest = text;
    loop {
        let word = rest.split(' ').next().unwrap_or("");
        let plain = letters(word);
        let loud = !word.is_empty()
            && word.is_ascii()
            && !word.contains(['"', '[', '_', '$', '='])
            && !plain.chars().any(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        // "A" may begin the sentence: it is read with what follows.
        let next = rest[word.len()..].trim_start();
        let begins = plain == "A" && next.starts_with(char::is_lowercase);
        if !loud || next.is_empty() || begins || end > LONGEST_RUN_IN {
            break;
        }
        longest = longest.max(plain.len());
        count += 1;
        end += rest.len() - next.len();
        rest = next;
    }
    let mut following = rest.split(' ');
    let first = following.next().unwrap_or("");
    let second = following.next().unwrap_or("");
    let opener = first.starts_with(|c: char| c.is_ascii_uppercase())
        && (first.len() == 1 || first.contains(|c: char| c.is_ascii_lowercase()))
        && second.starts_with(|c: char| c.is_ascii_lowercase());
    let named = known.entities.contains(&letters(first).to_lowercase())
        || known.verbs.iter().any(|verb| verb == second);
    let title = text[..end].trim();
    let sentence = title.split(' ').any(|word| known.verbs.contains(&letters(word).to_lowercase()));
    let long_enough = longest > SHORTEST_CAPITALS || (count > 1 && longest >= SHORTEST_CAPITALS);
    (opener
        && long_enough
        && !(count == 1 && named)
        && !sentence
        && title.chars().count() <= LONGEST_RUN_IN)
        .then_some(0..title.len())
}

/// Whether bold text is a heading and not a term that begins its sentence or
/// is defined.
fn ends_as_heading(text: &str, bold: usize) -> bool {
    let (title, rest) = text.split_at(bold);
    let title = title.trim();
    let closed = title.ends_with(['.', ':', '。', '：', '?'])
        || rest.trim_start().starts_with(['.', ':', '-', '–', '—', '。', '：']);
    let goes_on =
        rest.trim_start().starts_with(|c: char| c.is_lowercase() || ",;'’(（，；".contains(c));
    title.chars().count() <= LONGEST_RUN_IN
        && !title.starts_with(['"', '“'])
        && (closed || (!goes_on && title.is_ascii() && is_title_case(title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_capitals_before_a_sentence() {
        let title = |text| capitals_before(text).map(|range| text[range].to_owned());
        for (text, expected) in [
            ("COSTS Each of the parties pays", Some("COSTS")),
            (
                "PRICE AND QUANTITY; PRICE ADJUSTMENTS Except for",
                Some("PRICE AND QUANTITY; PRICE ADJUSTMENTS"),
            ),
            ("NOTICES A notice may be given", Some("NOTICES")),
            ("ACME shall pay", None),
            ("GLOBEX Corporation shall pay", None),
            ("NTL The parties agree", None),
            ("THE SUPPLIER SHALL NOT BE LIABLE", None),
            ("The Customer pays", None),
        ] {
            assert_eq!(title(text).as_deref(), expected, "{text}");
        }
        assert!(before_stop("Publicity. iVillage and").is_some());
        assert!(before_stop("Acme Ltd. is").is_none());
    }

    #[test]
    fn a_bold_term_that_begins_a_sentence_is_no_heading() {
        assert!(!ends_as_heading("Provider will deliver", 8));
        assert!(!ends_as_heading("“Affiliate” means an entity", 15));
        assert!(ends_as_heading("Fees. Customer will pay", 5));
        assert!(ends_as_heading("Access and Use During the term", 14));
    }
}
