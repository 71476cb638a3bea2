//! Names that stand alone at the start of a paper, on its letterhead or in its
//! title.

use super::{Name, Text, add};
use crate::catalogue::{NameWords, vocabulary};
use crate::clause::parties::company;
use crate::matching::{fold, is_wide};

/// How many units at the start may hold a letterhead.
const LETTERHEAD_UNITS: usize = 8;
/// Shortest first word by which a company is called.
const SHORTEST_LEAD: usize = 4;
/// Longest Chinese trade name, in characters.
const LONGEST_TRADE_NAME: usize = 6;

/// Companies whose names stand alone at the start, called by their first word:
/// `SARASVATI INFOWAYS PVT. LTD.` is Sarasvati in the text.
pub(in crate::clause::parties) fn letterheads(texts: &[Text<'_>]) -> Vec<Name> {
    let vocabulary = vocabulary();
    let mut found = Vec::new();
    for (unit, text) in texts.iter().enumerate().take(LETTERHEAD_UNITS) {
        let line = text.plain.split(['|', '·', '•']).next().unwrap_or_default();
        let line = line.split_once(" (").map_or(line, |(line, _)| line).trim();
        if !company::is_name(line, &vocabulary.names) {
            continue;
        }
        let folded = fold(line).as_str().to_owned();
        let lead = folded.split([' ', ',']).next().unwrap_or_default().to_owned();
        let own = lead.len() >= SHORTEST_LEAD
            && (!vocabulary.names.entities.contains(&lead) || vocabulary.parties.may_name(&lead));
        let word = if own { lead } else { folded };
        let name = Name { word, full_name: Some(line.to_owned()), unit, party: unit, beside: None };
        add(&mut found, name);
    }
    let title = texts.first().and_then(|text| trade_name(text.plain, &vocabulary.names));
    if let Some(word) = title {
        let party = LETTERHEAD_UNITS;
        add(&mut found, Name { word, full_name: None, unit: 0, party, beside: None });
    }
    found
}

/// The first word of a title, which may be what the vendor calls itself.
fn trade_name(title: &str, names: &NameWords) -> Option<String> {
    let first = title.split(|c: char| c.is_whitespace() || "《(（“\"".contains(c)).next()?;
    let length = first.chars().count();
    let word = fold(first).as_str().to_owned();
    let fits = if first.starts_with(is_wide) {
        (2..=LONGEST_TRADE_NAME).contains(&length)
    } else {
        length >= SHORTEST_LEAD && first.starts_with(char::is_uppercase)
    };
    let thing = names.things.iter().chain(&names.entities).any(|thing| word.ends_with(thing));
    (fits && !thing && word.chars().all(char::is_alphanumeric)).then_some(word)
}
