//! A contract as the passages that are compared: its paragraphs, headings and
//! rows, each as the words that survive renumbering and another layout.

use crate::check::lasting;
use crate::clause::{Contract, Role};
use crate::matching::is_wide;
use std::ops::Range;

/// A unit of a contract for comparison.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Which unit.
    pub(super) unit: usize,
    /// Its words, without numbers of clauses.
    pub(super) key: String,
    /// The same by sentence.
    pub(super) sentences: Vec<String>,
    /// Its number and its heading.
    pub(super) place: (String, String),
}

/// What a contract says, in reading order; page headers and code stay out.
pub(super) fn passages(contract: &Contract) -> Vec<Text> {
    let mut found = Vec::new();
    for (unit, u) in contract.units.iter().enumerate() {
        if u.role == Role::Aside {
            continue;
        }
        let paragraph = &contract.paragraphs[unit];
        let key = |range: Range<usize>| bare(&lasting(contract, unit, range));
        let own = paragraph.lead..paragraph.marked.len();
        let whole = key(own.clone());
        if whole.is_empty() {
            continue;
        }
        let inside = |sentence: &Range<usize>| own.start.max(sentence.start)..sentence.end;
        let sentences = paragraph.sentences.iter().map(inside).filter(|s| s.start < s.end);
        let sentences = sentences.map(key).filter(|s| !s.is_empty()).collect();
        let place = (contract.address(unit), contract.heading(unit).to_owned());
        found.push(Text { unit, key: whole, sentences, place });
    }
    found
}

/// A text without what depends on its neighbours: spaces, and how an item of
/// a list ends.
fn bare(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let ended = |text: &str| text.trim_end_matches([';', '.', ',', ':', '。', '、', ' ']).len();
    let mut end = ended(&text);
    for joint in [" and", " or", " dan", " atau", "及", "或", "和", "以及"] {
        if let Some(rest) = text[..end].strip_suffix(joint) {
            end = ended(rest);
        }
    }
    text[..end].to_owned()
}

/// The words of a text by which it resembles another: of Chinese, characters.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        if is_wide(c) {
            found.push(c.to_string());
            open = false;
        } else if c.is_alphanumeric() || !(c.is_ascii() || c.is_whitespace() || c.is_control()) {
            match found.last_mut().filter(|_| open) {
                Some(word) => word.push(c.to_ascii_lowercase()),
                None => found.push(c.to_ascii_lowercase().to_string()),
            }
            open = true;
        } else {
            open = false;
        }
    }
    found
}
