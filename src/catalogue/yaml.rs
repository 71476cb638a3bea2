//! YAML text to a value, or an error at its place.
//!
//! The reader bounds how deep values and how often aliases may go, but takes
//! time square in the depth to find out: what nests beyond all sense is refused
//! before.

use super::error::YamlError;
use serde::de::DeserializeOwned;

/// Brackets that may be open, and dashes that may follow each other.
const DEEPEST: usize = 1000;

/// Reads the text of a YAML file, which messages call `name`.
///
/// # Errors
/// The first mistake, at its place.
pub(crate) fn from_yaml<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Box<YamlError>> {
    if let Some(at) = too_deep(text) {
        let message = "this is nested too deep to be read".to_owned();
        return Err(Box::new(YamlError::new(name, text, at, message, None)));
    }
    serde_yaml::from_str(text).map_err(|error| Box::new(YamlError::yaml(name, text, &error)))
}

/// The name a value has in YAML: `services-agreement`.
pub(crate) fn yaml_name(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Where values nest too deep. Brackets in words count as well, so that no
/// quote can hide one; no file has so many that never close.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut brackets, mut dashes) = (0_usize, 0_usize);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'[' | b'{' => brackets += 1,
            b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'-' | b'?' | b':' if bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) => {
                dashes += 1;
            }
            b' ' | b'\t' => {}
            _ => dashes = 0,
        }
        if brackets > DEEPEST || dashes > DEEPEST {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_beyond_all_sense_is_refused_where_it_begins_to_be() {
        let mappings = format!("a: {}", "{b: ".repeat(2000));
        for text in ["[".repeat(2000), "'\n".to_owned() + &mappings, "- ".repeat(2000)] {
            assert!(too_deep(&text).is_some_and(|at| at < 5000), "{text}");
        }
    }

    #[test]
    fn what_people_write_is_not_deep() {
        let ruler = format!("# {}\n", "-".repeat(5000));
        let lines = "words: ['[[a]]', \"x\", it's]\n- b\n".repeat(2000);
        assert_eq!(too_deep(&(ruler + &lines)), None);
    }
}
