//! The bundled patterns, translated when the program was built, so that a
//! start need not parse thousands of expressions.
//!
//! `build.rs` stores how many there are; for each its text and, as bytes of
//! its own, its parts; and the gate of them all, in which each has the number
//! of its place.

use super::gate::Gate;
use super::stored::Reader;
use std::collections::HashMap;
use std::sync::LazyLock;

static STORED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.bin"));

static PREPARED: LazyLock<Prepared> =
    LazyLock::new(|| Prepared::stored(&mut Reader(STORED)).unwrap_or_default());

#[derive(Default)]
struct Prepared {
    numbers: HashMap<&'static str, u32>,
    parts: Vec<&'static [u8]>,
    gate: Gate,
}

impl Prepared {
    fn stored(reader: &mut Reader<'static>) -> Option<Self> {
        let count = reader.number()?;
        let mut numbers = HashMap::with_capacity(count);
        let mut parts = Vec::with_capacity(count);
        for number in 0..count {
            numbers.insert(reader.text()?, number as u32);
            parts.push(reader.bytes()?);
        }
        Some(Self { numbers, parts, gate: reader.gate()? })
    }
}

/// The number of a pattern the build prepared, and its text.
pub(super) fn find(written: &str) -> Option<(u32, &'static str)> {
    PREPARED.numbers.get_key_value(written).map(|(&text, &number)| (number, text))
}

/// The stored parts of a pattern.
pub(super) fn parts(number: u32) -> Reader<'static> {
    Reader(PREPARED.parts.get(number as usize).copied().unwrap_or_default())
}

/// The gate of all prepared patterns, by their numbers.
pub fn bundled_gate() -> &'static Gate {
    &PREPARED.gate
}

/// How many patterns the build prepared.
pub fn count_of_bundled() -> usize {
    PREPARED.parts.len()
}

/// The patterns the build prepared, as written.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    PREPARED.numbers.keys().copied()
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::all;

    #[test]
    fn a_prepared_pattern_is_what_its_text_translates_to() {
        assert!(all().count() > 1000);
        // Classes of words are spelt out by the catalogue.
        for written in all().filter(|written| !written.contains('<')) {
            let [prepared, translated] = [Pattern::prepared(written), Pattern::new(written).ok()]
                .map(|pattern| format!("{:?}", pattern.as_ref().map(Pattern::parts)));
            assert_eq!(prepared, translated);
        }
    }
}
