//! `rules/vocabulary/`: words that are about language and contracts in
//! general, not about one rule.

use super::bundled::bundled;
use super::citation::{DefinitionWords, PlaceholderWords, ReferenceWords};
use super::classes::WordClasses;
use super::party_names::party_name_in;
use super::{HeadingWords, Kind, NameWords, TermWords, UseWords};
use crate::matching::{Expression, Lang, OperatorWords, Operators, Pattern, fold};
use aho_corasick::AhoCorasick;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Party words, operators, kinds of contract and clause labels.
#[derive(Debug)]
pub struct Vocabulary {
    /// Names by which contracts call the parties, and the duties that tell who is who.
    pub parties: PartyWords,
    /// How contracts give the names of their parties.
    pub names: NameWords,
    /// What tells headings from names and sentences.
    pub headings: HeadingWords,
    /// Finds the names of the parties, among other words too.
    party_names: AhoCorasick,
    /// Words that deny and except.
    pub operators: Operators,
    /// Words by which a kind of contract is known.
    pub kinds: Kinds,
    /// Forms of clause numbers, in the order in which they are tried.
    pub labels: Vec<LabelForm>,
    /// Words that mean the same to many rules.
    pub classes: WordClasses,
    /// Words by which key terms are read.
    pub terms: TermWords,
    /// Words for what is bought and how it is counted.
    pub uses: UseWords,
    /// Forms of cross-references.
    pub references: ReferenceWords,
    /// Forms of definitions.
    pub definitions: DefinitionWords,
    /// Forms of places left open.
    pub placeholders: PlaceholderWords,
}

/// `parties.yaml`; all words folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PartyWords {
    /// Words for the one who pays.
    pub customer: RoleWords,
    /// Words for the one who serves.
    pub vendor: RoleWords,
    /// Words of standing terms that say whom they speak to.
    pub addresses: Vec<String>,
    /// Labels that may name either side: 甲方, Party A.
    pub neutral: Vec<String>,
    /// Words that are one and the same party in several languages.
    pub equivalents: Vec<Vec<String>>,
    /// Names that only a party is called by.
    pub drift: Vec<String>,
    /// What such a name is bound to do, right behind it.
    pub duties: Vec<String>,
    /// Words for either or both sides.
    pub either: Vec<String>,
    /// Words for outsiders.
    pub third: Vec<String>,
    /// Phrases that hold a role word and name no party: customer support.
    pub not_a_party: Vec<String>,
    /// Of the words that may name a side, those that name nobody else: they need neither a capital
    /// nor a definition.
    pub roles: Vec<String>,
    /// What stands right before a party named in lower case.
    pub articles: Vec<String>,
    /// What stands right behind a party that acts.
    pub acts: Vec<String>,
    /// The same, in a language without articles.
    pub acts_bare: Vec<String>,
    /// What the one who pays is said to do; patterns with `{party}` first.
    pub pays: Vec<PatternText>,
    /// What the one who serves is said to do.
    pub serves: Vec<PatternText>,
}

/// Words for one side.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RoleWords {
    /// Words that always name this side.
    pub always: Vec<String>,
    /// Words that do where the contract defines them as a party.
    pub if_defined: Vec<String>,
    /// What stands before the full name of this side: "Prepared for:".
    pub labels: Vec<String>,
    /// Pronouns of standing terms, and the form they fold to: `our` to `{vendor}'s`.
    pub pronouns: BTreeMap<String, String>,
}

/// A pattern of the vocabulary.
#[derive(Debug)]
pub struct PatternText(pub Pattern);

impl PatternText {
    /// Where it first stands in a text.
    pub fn first_in(&self, text: &str) -> Option<std::ops::Range<usize>> {
        self.0.find_all(text, 0..text.len()).into_iter().next()
    }
}

/// Whether one of the patterns stands in a text.
pub fn says(patterns: &[PatternText], text: &str) -> bool {
    patterns.iter().any(|pattern| pattern.first_in(text).is_some())
}

impl<'de> Deserialize<'de> for PatternText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Pattern::prepared(&text)
            .map_or_else(|| Pattern::new(&text), Ok)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}

/// `kinds.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// Words of a line that show it to be the title.
    pub nouns: Vec<PatternText>,
    /// How the sentence that opens a contract names it.
    pub opening: Vec<PatternText>,
    /// The kinds, in the order in which they are tried.
    pub list: Vec<KindWords>,
}

/// How one kind of contract is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KindWords {
    /// The kind.
    pub kind: Kind,
    /// Words of a title; one suffices.
    pub title: Vec<PatternText>,
    /// Words of the body; where no title tells, the kind of which most paragraphs speak wins.
    #[serde(default)]
    pub body: Vec<PatternText>,
    /// Words of the body that tell the kind whatever the title says.
    #[serde(default)]
    pub settles: Vec<PatternText>,
}

/// One form of clause number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LabelForm {
    /// Labels of one style are siblings.
    pub style: String,
    /// Matches the label at the start of plain text; group `n` is the number.
    pub pattern: LabelPattern,
    /// How a clause with this label is cited.
    pub cite: Cite,
    /// Only where the whole block is the label and a title.
    #[serde(default)]
    pub alone: bool,
    /// May also stand behind a line break inside a paragraph.
    #[serde(default)]
    pub at_breaks: bool,
    /// Looks like ordinary words or figures: a label only where it comes next in a sequence.
    #[serde(default)]
    pub weak: bool,
}

/// How an address is made of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cite {
    /// The label alone: `Article IV`, `第五条`.
    Own,
    /// A path of numbers, `4.2`: alone, or after a label that does not begin it.
    Path,
    /// Put behind the address of the clause above: `4.2(b)`.
    Suffix,
    /// A schedule or annex: begins a part, `附件一`.
    Part,
}

/// A regular expression anchored at the start.
#[derive(Debug)]
pub struct LabelPattern(pub Expression);

impl<'de> Deserialize<'de> for LabelPattern {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Expression::new(&format!("^(?:{text})")).map(Self).map_err(serde::de::Error::custom)
    }
}

impl PartyWords {
    /// Whether a folded word always names one of the two sides.
    pub fn always_names(&self, word: &str) -> bool {
        self.customer.always.iter().chain(&self.vendor.always).any(|name| name == word)
    }

    /// Whether a folded word may name a side.
    pub fn may_name(&self, word: &str) -> bool {
        let defined = self.customer.if_defined.iter().chain(&self.vendor.if_defined);
        self.always_names(word) || defined.into_iter().any(|name| name == word)
    }

    /// Words that name a party whatever the contract.
    fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.customer.always.iter().chain(&self.vendor.always);
        names.chain(&self.neutral).map(String::as_str)
    }
}

impl Vocabulary {
    fn load() -> Result<Self, String> {
        let words: BTreeMap<Lang, OperatorWords> = bundled("vocabulary/polarity.yaml")?;
        let words: Vec<OperatorWords> = words.into_values().collect();
        let parties: PartyWords = bundled("vocabulary/parties.yaml")?;
        Ok(Self {
            party_names: AhoCorasick::new(parties.names()).map_err(|e| e.to_string())?,
            parties,
            names: bundled("vocabulary/names.yaml")?,
            headings: bundled("vocabulary/headings.yaml")?,
            operators: Operators::new(&words).map_err(|e| e.to_string())?,
            kinds: bundled("vocabulary/kinds.yaml")?,
            labels: bundled("vocabulary/labels.yaml")?,
            classes: bundled("vocabulary/classes.yaml")?,
            terms: bundled("vocabulary/terms.yaml")?,
            uses: bundled("vocabulary/uses.yaml")?,
            references: bundled("vocabulary/references.yaml")?,
            definitions: bundled("vocabulary/definitions.yaml")?,
            placeholders: bundled("vocabulary/placeholders.yaml")?,
        })
    }

    /// A party's name that stands as a word in a pattern, if any.
    pub fn party_name_in(&self, pattern: &str) -> Option<&str> {
        let folded = fold(pattern);
        if !self.party_names.is_match(folded.as_str()) {
            return None;
        }
        party_name_in(folded.as_str(), self.parties.names(), self.parties.not_a_party.iter())
    }
}

/// The vocabulary in the binary.
///
/// # Panics
/// When the embedded files are wrong, which a test would have shown.
pub fn vocabulary() -> &'static Vocabulary {
    static LOADED: OnceLock<Vocabulary> = OnceLock::new();
    LOADED.get_or_init(|| {
        Vocabulary::load()
            .unwrap_or_else(|error| panic!("the bundled vocabulary is wrong: {error}"))
    })
}
