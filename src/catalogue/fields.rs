//! Fields of rule files that check themselves while they are read, so that an
//! error points at the very value.

use super::vocabulary::vocabulary;
use crate::matching::Pattern;
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// One name, or a list of names.
#[derive(Debug, Default, Clone)]
pub(crate) struct Names(pub(crate) Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NamesVisitor;
        impl<'de> Visitor<'de> for NamesVisitor {
            type Value = Names;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a name or a list of names")
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Names, E> {
                Ok(Names(vec![name.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element()? {
                    names.push(name);
                }
                Ok(Names(names))
            }
        }
        deserializer.deserialize_any(NamesVisitor)
    }
}

/// A pattern, checked where it stands.
#[derive(Debug)]
pub(crate) struct PatternField(pub(crate) Pattern);

impl<'de> Deserialize<'de> for PatternField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PatternVisitor;
        impl Visitor<'_> for PatternVisitor {
            type Value = PatternField;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a pattern")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<PatternField, E> {
                if let Some(pattern) = Pattern::prepared(text) {
                    return Ok(PatternField(pattern));
                }
                if let Some(name) = vocabulary().party_name_in(text) {
                    return Err(E::custom(format!(
                        "the pattern names a party (\"{name}\"): write {{customer}}, {{vendor}}, {{either}}, {{third}} or {{party}}"
                    )));
                }
                let spelt = vocabulary().classes.spell_out(text).map_err(E::custom)?;
                Pattern::spelt_out(text, &spelt).map(PatternField).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(PatternVisitor)
    }
}

/// A test of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TestCase {
    /// A sentence or two, with `[[ ]]` around what must be underlined.
    Sentence(String),
    /// A whole contract in Markdown.
    Contract(String),
    /// A file in `fixtures/`.
    Fixture(String),
}

impl<'de> Deserialize<'de> for TestCase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TestVisitor;
        impl<'de> Visitor<'de> for TestVisitor {
            type Value = TestCase;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a sentence, `doc: |` with a contract, or `fixture: name.docx`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<TestCase, E> {
                Ok(TestCase::Sentence(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TestCase, A::Error> {
                let case = match map.next_entry::<String, String>()? {
                    Some((key, text)) if key == "doc" => TestCase::Contract(text),
                    Some((key, name)) if key == "fixture" => TestCase::Fixture(name),
                    Some((key, _)) => {
                        return Err(A::Error::unknown_field(&key, &["doc", "fixture"]));
                    }
                    None => return Err(A::Error::custom("the test is empty")),
                };
                match map.next_entry::<String, IgnoredAny>()? {
                    Some(_) => Err(A::Error::custom("a test has one key: doc or fixture")),
                    None => Ok(case),
                }
            }
        }
        deserializer.deserialize_any(TestVisitor)
    }
}
