//! Labels judged by those around them: an `(i)` between `(h)` and `(j)` is a
//! letter, and what only looks like a number is a label where it comes next.

use super::label::{Label, letter_number, roman_number};
use super::unit::{Role, Unit};
use crate::catalogue::{Cite, vocabulary};
use std::collections::BTreeMap;

/// Styles that write the same letters as letters and as Roman numbers.
const TWO_WAYS: [(&str, &str); 3] = [
    ("letter-paren", "roman-paren"),
    ("letter-dot", "roman-dot"),
    ("capital-dot", "roman-capital"),
];

/// Decides between letters and Roman numbers, and drops weak labels that do
/// not come next in a sequence.
pub(super) fn settle(units: &mut [Unit]) {
    drop_named_parts(units);
    drop_references(units);
    let following = following(units);
    let mut last: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (unit, next) in units.iter_mut().zip(following) {
        let contents = is_contents_line(unit.text.as_str());
        let heading = matches!(unit.role, Role::Heading(_));
        let Some(label) = &mut unit.label else { continue };
        read_letter(label, &last, next.as_deref());
        let before = last.get(&label.style).map_or(&[][..], Vec::as_slice);
        let within = last.get("article").map_or(&[][..], Vec::as_slice);
        let next = comes_next(before, &label.path)
            || (label.style == "section" && begins_article(before, within, &label.path));
        if contents || (label.weak && !heading && !next) {
            unit.label = None;
            continue;
        }
        last.insert(label.style.clone(), label.path.clone());
    }
}

/// Takes the labels from numbers that end a reference over a page: "as set out
/// in Section", "7.1.2 no later than".
fn drop_references(units: &mut [Unit]) {
    let words = &vocabulary().references.singular;
    let mut open = false;
    for unit in units.iter_mut().filter(|unit| unit.role != Role::Aside) {
        if open && unit.list_depth.is_none() {
            let text = unit.text.as_str();
            let begins =
                |label: &Label| text[label.len.min(text.len())..].starts_with(char::is_uppercase);
            unit.label =
                unit.label.take().filter(|label| label.cite != Cite::Path || begins(label));
        }
        let word = unit.text.as_str().trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
        open = word.len() < unit.text.as_str().trim().len()
            && (words.contains_key(&word) || words.values().any(|known| *known == word));
    }
}

/// How many units apart the lines of a list of schedules stand at most.
const LIST_LINES: usize = 2;

/// Takes the labels from schedules that are only named: in a list of them
/// before they begin, or in a running header while they are open.
fn drop_named_parts(units: &mut [Unit]) {
    let parts: Vec<(usize, usize, String)> = units
        .iter()
        .enumerate()
        .filter_map(|(at, unit)| {
            let label = unit.label.as_ref().filter(|label| label.cite == Cite::Part)?;
            Some((at, unit.document, label.text.to_lowercase()))
        })
        .collect();
    let mut last = BTreeMap::new();
    for (at, document, name) in &parts {
        last.insert((*document, name.as_str()), *at);
    }
    let mut named = Vec::new();
    for (index, (at, document, name)) in parts.iter().enumerate() {
        let later = last.get(&(*document, name.as_str())).is_some_and(|last| last > at);
        let listed =
            later && parts.get(index + 1).is_some_and(|(next, ..)| next - at <= LIST_LINES);
        let again = index > 0 && (*document, name) == (parts[index - 1].1, &parts[index - 1].2);
        if listed || again {
            named.push(*at);
        }
    }
    for at in named {
        units[at].label = None;
    }
}

/// Whether a section is the first of the article it stands in, or of the next
/// where nothing else was seen: Section 3.01.
fn begins_article(before: &[u32], within: &[u32], next: &[u32]) -> bool {
    let [article, 1] = next else { return false };
    before.is_empty()
        || within == [*article]
        || before.first().is_some_and(|last| last + 1 == *article)
}

/// For each unit whose label may be read two ways, the next label of its kind.
fn following(units: &[Unit]) -> Vec<Option<String>> {
    let mut next: [Option<String>; 3] = Default::default();
    let mut found: Vec<Option<String>> = units
        .iter()
        .rev()
        .map(|unit| {
            let label = unit.label.as_ref()?;
            let way = TWO_WAYS.iter().position(|(a, b)| label.style == *a || label.style == *b)?;
            next[way].replace(core(&label.text).to_owned())
        })
        .collect();
    found.reverse();
    found
}

fn core(text: &str) -> &str {
    text.trim_matches(['(', ')', '（', '）', '.'])
}

/// Reads a single letter as a letter or as a Roman number.
fn read_letter(label: &mut Label, last: &BTreeMap<String, Vec<u32>>, next: Option<&str>) {
    let Some((letters, romans)) =
        TWO_WAYS.iter().find(|(a, b)| label.style == *a || label.style == *b)
    else {
        return;
    };
    let text = core(&label.text).to_ascii_lowercase();
    let (Some(letter), Some(roman)) = (letter_number(&text), roman_number(&text)) else { return };
    let after = |style: &str, number: u32| {
        last.get(style).is_some_and(|path| path.last() == Some(&(number - 1)))
    };
    let next = next.map(str::to_ascii_lowercase);
    let next_is = |number: u32, read: fn(&str) -> Option<u32>| {
        next.as_deref().is_some_and(|text| read(text) == Some(number + 1))
    };
    let is_roman = if text.len() > 1 {
        !after(letters, letter)
    } else if letter > 1 && after(letters, letter) {
        text == "i" && next.as_deref() == Some("ii")
    } else if roman == 1 {
        !next_is(letter, letter_number) || next.as_deref() == Some("ii")
    } else {
        after(romans, roman)
            || (roman < 11 && next_is(roman, roman_number) && !next_is(letter, letter_number))
    };
    let (style, number) = if is_roman { (romans, roman) } else { (letters, letter) };
    label.style = (*style).to_owned();
    label.path = vec![number];
}

/// Whether a path comes next after another, or begins anew; one may be missing.
fn comes_next(before: &[u32], next: &[u32]) -> bool {
    let Some((&number, above)) = next.split_last() else { return false };
    if number == 1 {
        return above.is_empty() || before.starts_with(above);
    }
    before.len() >= next.len()
        && before[..above.len()] == *above
        && (number == before[above.len()] + 1 || number == before[above.len()] + 2)
}

/// `1. Definitions ........ 3` and `1. Definitions<tab>3` stand in a table of contents.
fn is_contents_line(text: &str) -> bool {
    let text = text.trim_end();
    let page = text.trim_end_matches(|c: char| c.is_ascii_digit());
    page.len() < text.len()
        && (page.ends_with('\t')
            || page.trim_end().ends_with("....")
            || page.trim_end().ends_with("……"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next() {
        assert!(comes_next(&[], &[1]) && comes_next(&[4], &[5]) && comes_next(&[4, 2], &[5]));
        assert!(comes_next(&[4], &[4, 1]) && comes_next(&[4, 1, 3], &[4, 2]));
        assert!(!comes_next(&[4], &[30]) && !comes_next(&[4, 2], &[99, 9]));
    }

    #[test]
    fn the_first_section_of_an_article() {
        assert!(begins_article(&[2, 15], &[], &[3, 1]) && begins_article(&[], &[], &[3, 1]));
        assert!(begins_article(&[1, 4], &[3], &[3, 1]));
        assert!(!begins_article(&[2, 15], &[2], &[9, 1]) && !begins_article(&[2], &[2], &[2, 3]));
    }

    #[test]
    fn lines_of_a_table_of_contents_are_no_clauses() {
        assert!(is_contents_line("1. Definitions ........ 3") && is_contents_line("2. Fees\t14"));
        assert!(!is_contents_line("2. Fees of 14"));
    }
}
