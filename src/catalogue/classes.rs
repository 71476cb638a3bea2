//! Classes of words that many rules share: `<charge>` in a pattern stands for
//! every word by which a contract calls one.
//!
//! The words are in `rules/vocabulary/classes.yaml`; what a pattern does with
//! them is said in `matching::Pattern`.

use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The classes of all languages, by name; a name belongs to one language.
#[derive(Debug, Deserialize)]
#[serde(try_from = "ClassesFile")]
pub struct WordClasses(BTreeMap<String, String>);

/// `classes.yaml`: by language, so that one lawyer reviews one block.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassesFile {
    en: BTreeMap<String, Vec<String>>,
    zh: BTreeMap<String, Vec<String>>,
    ms: BTreeMap<String, Vec<String>>,
}

impl TryFrom<ClassesFile> for WordClasses {
    type Error = String;

    fn try_from(file: ClassesFile) -> Result<Self, String> {
        let mut classes = BTreeMap::new();
        for (name, words) in file.en.into_iter().chain(file.zh).chain(file.ms) {
            let text = format!("(?:{})", words.join("|"));
            if classes.insert(name.clone(), text).is_some() {
                return Err(format!("there are two classes <{name}>"));
            }
        }
        Ok(Self(classes))
    }
}

impl WordClasses {
    /// A pattern with each class spelt out.
    ///
    /// # Errors
    /// A sentence for the rule's author when there is no such class.
    pub fn spell_out<'p>(&self, pattern: &'p str) -> Result<Cow<'p, str>, String> {
        if !pattern.contains('<') {
            return Ok(Cow::Borrowed(pattern));
        }
        let mut out = String::with_capacity(pattern.len() * 4);
        let mut rest = pattern;
        while let Some(open) = rest.find('<') {
            let (before, from) = rest.split_at(open);
            out.push_str(before);
            // (?<name> and (?P<name> name a group; \< is the sign itself.
            let other = before.ends_with("(?") || before.ends_with("(?P") || before.ends_with('\\');
            match from.find('>').filter(|_| !other) {
                Some(close) => {
                    let name = &from[1..close];
                    let words = self.0.get(name).ok_or_else(|| {
                        let names: Vec<_> = self.0.keys().map(|n| format!("<{n}>")).collect();
                        format!(
                            "there is no class of words <{name}>; the classes are {}",
                            names.join(" ")
                        )
                    })?;
                    out.push_str(words);
                    rest = &from[close + 1..];
                }
                None => {
                    out.push('<');
                    rest = &from[1..];
                }
            }
        }
        out.push_str(rest);
        Ok(Cow::Owned(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_spelt_out_and_an_unknown_one_is_named() {
        let classes: WordClasses = serde_yaml::from_str(
            "en: {charge: ['fees?', 'charges?']}\nzh: {费用: [费, 款]}\nms: {bayaran: [caj]}",
        )
        .unwrap();
        assert_eq!(
            classes.spell_out("new <charge> ~9~ apply").unwrap(),
            "new (?:fees?|charges?) ~9~ apply"
        );
        assert_eq!(classes.spell_out("(加收)?<费用>").unwrap(), "(加收)?(?:费|款)");
        assert_eq!(classes.spell_out("(?<n>a)").unwrap(), "(?<n>a)");
        let error = classes.spell_out("<levy> applies").unwrap_err();
        assert!(error.contains("<levy>") && error.contains("<bayaran>"), "{error}");
    }
}
