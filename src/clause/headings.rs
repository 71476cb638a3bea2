//! Which units are headings: real ones that hold a sentence are not, and bold
//! or capital lines and titles behind numbers are. Titles that share their
//! paragraph with text are found in `run_in`.

use super::unit::{Role, Unit};
use crate::catalogue::vocabulary;
use crate::matching::is_wide;
use crate::read::BlockKind;

/// Longest text that bold or capitals make a heading, in characters.
const LONGEST_HEADING: usize = 100;
/// What stands between a number and its title, and heads nothing.
pub(super) const DASHES: [char; 4] = ['-', '–', '—', ' '];
/// Longest title behind a number, in words or Chinese characters.
const LONGEST_TITLE: usize = 9;

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
    if known.notes.is_match(text) {
        return false;
    }
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
    let title = text.trim_end_matches(['.', ':', '：']).trim_start_matches(DASHES);
    if title.is_empty() || title.contains([';', '；', '。', '，', '|', '"', '“', '[', '_']) {
        return false;
    }
    // "Payment terms: 30 days" is a label and what stands behind it.
    if let Some((_, value)) = title.split_once([':', '：'])
        && (title.contains('：') || value.contains(|c: char| c.is_ascii_digit()))
    {
        return false;
    }
    if title.is_ascii() {
        return is_title_case(title);
    }
    // A title holds no figure: "7x24小时技术支持", "租期三年".
    if title.contains(|c: char| c.is_ascii_digit()) || ends_with_length(title) {
        return false;
    }
    let han = title.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
    han > 1
        && title.chars().count() <= LONGEST_TITLE + 6
        && !text.ends_with('：')
        && !vocabulary().headings.han_verbs.iter().any(|word| title.contains(word.as_str()))
}

/// Whether a line ends with a number of years, months, days or hours.
fn ends_with_length(line: &str) -> bool {
    let figures = ['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百'];
    ["年", "个月", "日", "天", "小时"]
        .iter()
        .filter_map(|unit| line.strip_suffix(unit))
        .any(|head| head.ends_with(figures))
}

pub(super) fn is_title_case(title: &str) -> bool {
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
        && words.last().is_some_and(|last| !stays(&last))
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
        for text in [
            "The Customer shall pay",
            "乙方应按月付款",
            "to hand over the System",
            "Customer:;",
            "Payment Terms: Net 30",
            "续签期限：每次两年",
            "租期三年",
            "7x24小时技术支持",
        ] {
            assert!(!is_title(text), "{text}");
        }
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
}
