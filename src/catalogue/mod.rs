//! `rules/` loaded: YAML to strict types to rules ready to run, every mistake
//! at its place in the file.
//!
//! What is looked for stands in the files; how it is looked for, in the
//! modules below this one.

mod builtin;
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
mod needed;
mod parts;
mod party_names;
mod position;
mod resolve;
mod rule;
mod schema;
mod selection;
mod side;
mod sources;
mod suggest_as;
mod term_words;
mod use_words;
mod vocabulary;
mod word_gate;
mod yaml;

pub(crate) use builtin::Builtin;
pub(crate) use bundled::{bundled, bundled_texts};
pub use citation::{
    Cited, DefinitionForm, DefinitionWords, PlaceholderWords, ReferenceForm, ReferenceWords,
    Subject,
};
pub use classes::WordClasses;
pub use error::YamlError;
pub(crate) use fields::{Names, PatternField, TestCase};
pub(crate) use files::{Anchor, By, CueField, Prefers, Reach, Serves, Take, Taken, Working};
pub use kind::Kind;
pub use load::Catalogue;
pub use name_words::{HeadingWords, NameWords};
pub use position::Met;
pub(crate) use position::{Approval, Demand, Held, PLAYBOOK_GROUP, Position, PositionText};
pub(crate) use rule::{
    Bound, Condition, ListId, Origin, ProvisionId, ProvisionRule, Raise, Rule, RuleText, TermId,
    TermRule, Trigger, ValueKind,
};
pub use schema::{RuleFile, rule_schema};
pub use side::{Severity, Side};
pub use suggest_as::SuggestAs;
pub use term_words::{PeriodWords, TermWords};
pub use use_words::{BandWords, CountedIn, UsePeriodWords, UseWords};
pub use vocabulary::{
    Cite, KindWords, Kinds, LabelForm, PartyWords, PatternText, RoleWords, Vocabulary, says,
    vocabulary,
};
pub(crate) use word_gate::WordScan;
pub(crate) use yaml::{from_yaml, yaml_name};
