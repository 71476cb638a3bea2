//! Whether a pattern names a party in so many words, which it may not: what
//! parties are called differs between contracts.
//!
//! The build script looks for them with this very file.

use crate::matching::slot_names;

/// The first of these names that stands in a pattern as a word of its own, and
/// neither as a slot nor in one of the phrases that name no party.
pub(crate) fn party_name_in<'n>(
    folded: &str,
    mut names: impl Iterator<Item = &'n str>,
    not_a_party: impl Iterator<Item: AsRef<str>>,
) -> Option<&'n str> {
    let mut text = folded.to_owned();
    for slot in slot_names() {
        text = text.replace(&format!("{{{slot}}}"), " ");
    }
    for phrase in not_a_party {
        text = text.replace(phrase.as_ref(), " ");
    }
    let letter = |c: char| c.is_ascii_alphanumeric();
    names.find(|name| {
        text.match_indices(name).any(|(at, _)| {
            !name.starts_with(letter)
                || (!text[..at].ends_with(letter) && !text[at + name.len()..].starts_with(letter))
        })
    })
}
