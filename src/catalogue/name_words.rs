//! `names.yaml` and `headings.yaml`: how contracts name their parties, and
//! what tells headings from such names.

use crate::matching::Expression;
use serde::Deserialize;

/// `names.yaml`; all words folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NameWords {
    /// Names of things that stand in brackets and quotes as parties do.
    pub things: Vec<String>,
    /// What a company or a person is said to be, behind the name.
    pub described: Vec<String>,
    /// Words of a company's name.
    pub entities: Vec<String>,
    /// Endings of Chinese names.
    pub entity_endings: Vec<String>,
    /// Forms of company at the end of a name, those that are one form together.
    pub forms: Vec<Vec<String>>,
    /// What stands right before a name.
    pub leads: Vec<String>,
    /// The same in Chinese, where no space follows.
    pub han_leads: Vec<String>,
    /// What joins a name to the one before, or numbers it.
    pub joins: Vec<String>,
    /// What ends a name.
    pub ends: Vec<String>,
    /// Beginnings of sentences and titles, which are no names.
    pub openings: Vec<String>,
    /// Small words inside a name in title case.
    pub small: Vec<String>,
    /// Words that show a sentence to be the one that names the parties.
    pub between: Vec<String>,
    /// Headings above the list of the parties.
    pub parties_heads: Vec<String>,
    /// What calls all parties by one name.
    pub together: Vec<String>,
    /// Labels that only name a party with a company behind them.
    pub weak_labels: Vec<String>,
    /// What may follow a name on its line and is no part of it.
    pub entries: Vec<String>,
    /// Who holds a role that a definition gives without a name.
    pub holders: Vec<String>,
    /// What a definition may put before the name it gives.
    pub trade_names: Vec<String>,
    /// What stands before a role that a bracket behind it gives a name.
    pub role_leads: Vec<String>,
    /// What stands before a role behind the bracket.
    pub role_behind: Vec<String>,
    /// What joins a defined term to its meaning.
    pub means: Vec<String>,
    /// What stands shortly before the name of another company than the party.
    pub other_before: Vec<String>,
    /// What stands right behind it.
    pub other_behind: Vec<String>,
}

/// `headings.yaml`; all words in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HeadingWords {
    /// Words that join names on a title page and head nothing.
    pub joins: Vec<String>,
    /// Last words of a company's name.
    pub entities: Vec<String>,
    /// Words that make a line in capitals a sentence.
    pub verbs: Vec<String>,
    /// Words that stay small in a title.
    pub small: Vec<String>,
    /// Words that make a line of Chinese a sentence.
    pub han_verbs: Vec<String>,
    /// Words that count schedules, from one.
    pub counting: Vec<Vec<String>>,
    /// Headings that no address names.
    pub openings: Vec<String>,
    /// Headings of a table of contents.
    pub contents: Vec<String>,
    /// Words that begin a sentence behind a title.
    pub openers: Vec<String>,
    /// The same in Chinese, where no space follows.
    pub han_openers: Vec<String>,
    /// Last words of a contract's title.
    pub agreements: Vec<String>,
    /// Lines in capitals that only speak of pages, signatures or pictures.
    pub notes: Expression,
}
