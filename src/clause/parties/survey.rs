//! How a contract uses words: how often, in capitals, and as someone who acts.

use super::Text;
use super::mentions::Mentions;
use crate::catalogue::PartyWords;
use std::collections::BTreeMap;

/// How a word is used.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Use {
    pub(super) count: usize,
    /// Uses with a capital first letter.
    pub(super) capital: usize,
    /// Uses right before "shall", 应 or `hendaklah`.
    pub(super) acts: usize,
    /// The first unit that has it, one with a capital before others.
    pub(super) first: Option<usize>,
}

/// Surveys folded words in one pass over the contract.
pub(super) fn survey(
    words: Vec<String>,
    party_words: &PartyWords,
    texts: &[Text<'_>],
) -> BTreeMap<String, Use> {
    let mut list: BTreeMap<String, String> = words.into_iter().map(|w| (w.clone(), w)).collect();
    for phrase in &party_words.not_a_party {
        list.insert(phrase.clone(), String::new());
    }
    let names: Vec<String> = list.keys().cloned().collect();
    let mut uses = vec![Use::default(); names.len()];
    let mentions = Mentions::new(list);
    for (unit, text) in texts.iter().enumerate() {
        for (word, range) in mentions.words_in(text.folded) {
            let found = &mut uses[word];
            let capital = !text.plain_of(range.clone()).starts_with(char::is_lowercase);
            if found.first.is_none() || (capital && found.capital == 0) {
                found.first = Some(unit);
            }
            found.count += 1;
            found.capital += usize::from(capital);
            let rest = &text.folded[range.end..];
            found.acts +=
                usize::from(party_words.acts.iter().any(|act| rest.starts_with(act.as_str())));
        }
    }
    names.into_iter().zip(uses).collect()
}
