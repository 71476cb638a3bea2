//! `rules/` loaded: YAML to strict types to rules ready to run, every mistake
//! at its place in the file.
//!
//! What is looked for stands in the files; how it is looked for, in the
//! modules below this one.

mod bundled;
mod citation;
mod classes;
mod compile;
mod error;
mod fields;
mod files;
mod kind;
mod load;
mod name_words;
mod party_names;
mod resolve;
mod rule;
mod selection;
mod side;
mod sources;
mod suggest_as;
mod term_words;
mod vocabulary;
mod word_gate;
mod yaml;

pub(crate) use bundled::bundled;
pub use citation::{
    Cited, DefinitionForm, DefinitionWords, PlaceholderWords, ReferenceForm, ReferenceWords,
    Subject,
};
pub use classes::WordClasses;
pub use error::YamlError;
pub(crate) use fields::{PatternField, TestCase};
pub(crate) use files::{
    Anchor, Builtin, By, CueField, Prefers, Reach, Serves, Take, Taken, Working,
};
pub use kind::Kind;
pub use load::Catalogue;
pub use name_words::{HeadingWords, NameWords};
pub(crate) use rule::{
    Bound, Condition, ListId, ProvisionId, Raise, Rule, RuleText, TermId, TermRule, Trigger,
    ValueKind,
};
pub use side::{Severity, Side};
pub use suggest_as::SuggestAs;
pub use term_words::{PeriodWords, TermWords};
pub use vocabulary::{
    Cite, KindWords, Kinds, LabelForm, PartyWords, PatternText, Vocabulary, says, vocabulary,
};
pub(crate) use word_gate::WordScan;
pub(crate) use yaml::from_yaml;
