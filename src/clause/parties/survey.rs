//! How a contract uses words: how often, in capitals, behind an article, and as
//! someone who acts.

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
    /// Uses in lower case as the one that is meant: behind "the", or acting in
    /// a language without articles.
    pub(super) definite: usize,
    /// Uses right before "shall", 应 or `hendaklah`.
    pub(super) acts: usize,
    /// The first unit that has it, one with a capital before others.
    pub(super) first: Option<usize>,
}

impl Use {
    /// Whether most uses are those of a name: with a capital, or in lower case
    /// as the one that is meant.
    pub(super) fn is_name(&self) -> bool {
        (self.capital + self.definite) * 2 > self.count
    }
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
            let (before, rest) = (&text.folded[..range.start], &text.folded[range.end..]);
            let follows = |acts: &[String]| acts.iter().any(|act| rest.starts_with(act.as_str()));
            let acts_bare = follows(&party_words.acts_bare);
            let article = party_words.articles.iter().any(|word| before.ends_with(word.as_str()));
            found.definite += usize::from(!capital && (article || acts_bare));
            found.acts += usize::from(acts_bare || follows(&party_words.acts));
        }
    }
    names.into_iter().zip(uses).collect()
}
