//! Which units are headings: real ones that hold a sentence are not, and bold
//! or capital lines and titles behind numbers are.

use super::unit::{Role, Unit};
use crate::catalogue::vocabulary;
use crate::matching::is_wide;
use crate::read::BlockKind;
use std::ops::Range;

/// Longest text that bold or capitals make a heading, in characters.
const LONGEST_HEADING: usize = 100;
/// Longest title behind a number, in words or Chinese characters.
const LONGEST_TITLE: usize = 9;
/// Longest bold start that may be a run-in heading, in characters.
const LONGEST_RUN_IN: usize = 80;
/// Words in capitals before a sentence that are all shorter than this, or one
/// of just this length, are a name.
const SHORTEST_CAPITALS: usize = 4;

/// A heading that is really a clause's text becomes one, and bold or capital
/// lines and short titles behind numbers become headings.
pub(super) fn refine_role(unit: &mut Unit, kind: &BlockKind) {
    let text = unit.text.as_str().trim();
    let length = text.chars().count();
    let sentence = text.ends_with(['.', '。', ';', '；', ',', '，']);
    let words = text.split_whitespace().count();
    match unit.role {
        Role::Heading(_)
            if length > LONGEST_HEADING && (sentence || words > 18 || length > 200) =>
        {
            unit.role = Role::Body;
        }
        Role::Heading(_)
            if words > 12
                && !text.ends_with(['?', '？'])
                && (text.contains(". ") || text.ends_with([':', '：'])) =>
        {
            unit.role = Role::Body;
        }
        Role::Heading(_) if sentence && (words > 12 || (length > 30 && text.contains(is_wide))) => {
            unit.role = Role::Body;
        }
        // Word's heading styles often number whole clauses.
        Role::Heading(_) if unit.label.is_some() && sentence && is_clause(text) => {
            unit.role = Role::Body;
        }
        Role::Body if matches!(kind, BlockKind::Paragraph) && length > 0 && !unit.bullet => {
            if length > LONGEST_HEADING {
                return;
            }
            let bold =
                unit.bold_start > 0 && unit.bold_start >= unit.text.as_str().trim_end().len();
            if unit.label.is_some() && (is_title(text) || (bold && !sentence)) {
                unit.role = Role::Heading(9);
            } else if bold && !sentence && heads(text) && !text.contains("  ") {
                unit.role = Role::Heading(7);
            } else if !sentence && in_capitals(text) && heads(text) {
                unit.role = Role::Heading(8);
            }
        }
        _ => {}
    }
}

/// Whether a line that ends as a sentence is one, and no title with a stop.
fn is_clause(text: &str) -> bool {
    if text.ends_with(['。', '；']) {
        return true;
    }
    let verbs = &vocabulary().headings.verbs;
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.len() > 3 && words.iter().any(|word| verbs.contains(word))
}

fn in_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.is_ascii()
        && letters > 3
        && letters * 10 > text.chars().filter(|c| !c.is_whitespace()).count() * 7
        && !text.chars().any(char::is_lowercase)
}

/// Whether a line without a number may head what follows: not a signature
/// line, a company's name, a word that joins two of them, or a sentence.
fn heads(text: &str) -> bool {
    if text.contains("__") || text.contains(':') || text.contains('：') || text.contains('|') {
        return false;
    }
    let known = &vocabulary().headings;
    let folded = text.to_lowercase();
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let has = |list: &[String], word: &str| list.iter().any(|known| known == word);
    let entity = words.last().is_some_and(|last| {
        known.entities.iter().any(|name| last == name || (!name.is_ascii() && last.ends_with(name)))
    });
    let sentence = words.len() > 3 && words.iter().any(|word| has(&known.verbs, word));
    let joins = words.iter().all(|word| has(&known.joins, word)) || has(&known.joins, &folded);
    !entity && !sentence && !joins
}

/// Whether the text behind a number is a title: a few words in title case or
/// capitals, or a few Chinese characters that end no sentence.
pub(super) fn is_title(text: &str) -> bool {
    let title = text.trim_end_matches(['.', ':', '：']);
    if title.is_empty() || title.contains([';', '；', '。', '，', '|', '"', '“', '[', '_']) {
        return false;
    }
    if title.is_ascii() {
        return is_title_case(title);
    }
    let han = title.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
    han > 1
        && title.chars().count() <= LONGEST_TITLE + 6
        && !text.ends_with('：')
        && !vocabulary().headings.han_verbs.iter().any(|word| title.contains(word.as_str()))
}

fn is_title_case(title: &str) -> bool {
    let words: Vec<&str> = title.split_whitespace().collect();
    let capital = |word: &&&str| {
        word.trim_start_matches(['(', '\'', '/', '-']).starts_with(|c: char| c.is_uppercase())
            || matches!(**word, "&" | "-" | "/")
    };
    let capitals = words.iter().filter(capital).count();
    let stays = |word: &&&str| vocabulary().headings.small.iter().any(|small| small == **word);
    let small = words.iter().filter(stays).count();
    capitals > 0
        && (1..=LONGEST_TITLE).contains(&words.len())
        && capitals + small == words.len()
        && words[0].starts_with(|c: char| c.is_uppercase())
}

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
    before_stop(text).or_else(|| before_gap(unit)).or_else(|| capitals_before(text))
}

/// The title before the first full stop or colon.
fn before_stop(text: &str) -> Option<Range<usize>> {
    let end = text.find(['.', ':'])?;
    let rest = text[end..].trim_start_matches(['.', ':', ' ']);
    let title = text[..end].trim();
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

/// The title before a wide gap: `1.1 Defined Terms   Unless otherwise`.
fn before_gap(unit: &Unit) -> Option<Range<usize>> {
    let text = unit.text.as_str();
    let gap = unit.gap?;
    let rest = text[gap..].trim_start();
    (is_title(text[..gap].trim()) && !rest.is_empty() && begins_sentence(rest)).then_some(0..gap)
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
    fn titles_behind_numbers() {
        for title in
            ["DEFINITIONS", "Term and Termination.", "付款方式", "Undang-Undang Mengawal Selia"]
        {
            assert!(is_title(title), "{title}");
        }
        for text in
            ["The Customer shall pay", "乙方应按月付款", "to hand over the System", "Customer:;"]
        {
            assert!(!is_title(text), "{text}");
        }
    }

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
    fn names_and_signatures_in_capitals_head_nothing() {
        for line in [
            "AND",
            "BETWEEN",
            "ANTARA",
            "BRACKWATER HOSTING LIMITED",
            "BY: ________",
            "NOW IT IS HEREBY AGREED",
        ] {
            assert!(!heads(line), "{line}");
        }
        assert!(heads("LIMITATION OF LIABILITY") && heads("BAHAWASANYA"));
    }

    #[test]
    fn a_bold_term_that_begins_a_sentence_is_no_heading() {
        assert!(!ends_as_heading("Provider will deliver", 8));
        assert!(!ends_as_heading("“Affiliate” means an entity", 15));
        assert!(ends_as_heading("Fees. Customer will pay", 5));
        assert!(ends_as_heading("Access and Use During the term", 14));
    }
}
