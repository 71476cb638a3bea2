//! Where the name of a company or public body begins and ends in running text.

use crate::catalogue::NameWords;
use crate::matching::is_wide;

/// Shortest Chinese name of a company, in characters.
const SHORTEST_HAN: usize = 4;

/// The name a text ends with: `... supply by Acme (Hong Kong) Limited `.
pub(super) fn last_name<'a>(text: &'a str, names: &NameWords) -> Option<&'a str> {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ",;*(（\"“".contains(c));
    if text.ends_with(is_wide) {
        return last_han(text, names);
    }
    let words = words(text);
    let mut first = None;
    for (index, &(at, word)) in words.iter().enumerate().rev() {
        let next = words.get(index + 1).map(|&(_, next)| next);
        if !is_capital(word, names) || next.is_some_and(|next| ends_here(word, next, names)) {
            break;
        }
        first = Some(at);
    }
    let name = &text[first?..];
    let lead = self::words(name).into_iter().find(|(_, word)| !is_small(word, names))?.0;
    let name = &name[lead..];
    has_entity(name, names).then_some(name)
}

/// The same in Chinese, where no space parts words.
fn last_han<'a>(text: &'a str, names: &NameWords) -> Option<&'a str> {
    let mut depth = 0usize;
    let mut start = 0;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' if depth > 0 => depth -= 1,
            _ if depth == 0 && (c.is_whitespace() || ":：;；,，。(（、|与由".contains(c)) =>
            {
                start = at + c.len_utf8();
                break;
            }
            _ => {}
        }
    }
    let name = &text[start..];
    (name.chars().count() >= SHORTEST_HAN && ends_as_entity(name, names)).then_some(name)
}

/// A name without what follows its form of company on the line, or the next
/// entry of a form.
pub(super) fn clip<'a>(written: &'a str, names: &NameWords) -> &'a str {
    let words = words(written);
    let form = |word: &str| {
        let word = bare(word);
        names.forms.iter().flatten().any(|form| form.split(' ').any(|part| bare(part) == word))
    };
    let mut end = written.len();
    for (index, &(at, word)) in words.iter().enumerate().skip(1) {
        let Some(&(next_at, next)) = words.get(index + 1) else { break };
        let goes_on = form(next)
            || next.starts_with('(')
            || has_entity(next, names)
            || next.eq_ignore_ascii_case("liability");
        if form(word) && !goes_on {
            end = if word.ends_with(',') { at + word.len() } else { next_at };
            break;
        }
    }
    let lower = written.to_lowercase();
    if lower.len() == written.len() {
        let whole = |at: usize| !lower[at..].starts_with(char::is_alphabetic);
        let entry = names.entries.iter().filter_map(|entry| {
            let mut places = lower.match_indices(entry.as_str());
            places.find(|(at, _)| whole(at + entry.len())).map(|(at, _)| at)
        });
        end = entry.filter(|&at| at > 0).min().map_or(end, |at| at.min(end));
    }
    written.get(..end).unwrap_or(written).trim_end_matches([' ', ',', ';', '('])
}

/// Whether a text is nothing but the name of a company or body, as on a
/// letterhead.
pub(super) fn is_name(written: &str, names: &NameWords) -> bool {
    last_name(written, names) == Some(written) && words(written).len() <= LONGEST_LETTERHEAD
}

/// Most words of a name on a letterhead.
const LONGEST_LETTERHEAD: usize = 9;

/// Whether one of its words is a form of company.
pub(super) fn has_form(name: &str, names: &NameWords) -> bool {
    let mut forms = names.forms.iter().flatten().flat_map(|form| form.split(' '));
    forms.any(|form| name.split([' ', ',']).any(|word| bare(word) == bare(form)))
        || ends_as_entity(name, names)
}

/// Whether one of its words belongs to companies and bodies.
pub(super) fn has_entity(name: &str, names: &NameWords) -> bool {
    name.split([' ', ',']).any(|word| is_entity(word, names)) || ends_as_entity(name, names)
}

fn is_entity(word: &str, names: &NameWords) -> bool {
    let word = bare(word);
    names.entities.contains(&word)
}

pub(super) fn ends_as_entity(name: &str, names: &NameWords) -> bool {
    names.entity_endings.iter().any(|han| name.ends_with(han.as_str()))
}

/// Whether a name ends with a word although others follow.
fn ends_here(word: &str, next: &str, names: &NameWords) -> bool {
    word.ends_with([':', ';', '|'])
        || (word.ends_with(',') && !is_entity(next, names))
        || (word.ends_with('.') && word.len() > 4 && !is_entity(word, names))
}

fn is_small(word: &str, names: &NameWords) -> bool {
    names.small.iter().any(|small| small == word)
}

fn is_capital(word: &str, names: &NameWords) -> bool {
    let word = word.trim_start_matches(['(', '"', '“', '*', '&']);
    word.is_empty() || is_small(word, names) || word.starts_with(char::is_uppercase)
}

/// A word folded, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| "()\"“”*,.;".contains(c)).to_lowercase()
}

/// The words of a text, with where each begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut found = Vec::new();
    for piece in text.split(char::is_whitespace) {
        if !piece.is_empty() {
            found.push((at, piece));
        }
        // Spaces of more than one byte part words as well.
        at += piece.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}
