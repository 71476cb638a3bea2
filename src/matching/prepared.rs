//! The bundled patterns, translated when the program was built, so that a
//! start need not parse thousands of expressions.
//!
//! `build.rs` writes one line a pattern, fields divided by tabs: the pattern as
//! written, then for each part its gap, its expression, how many sets of
//! literals it has, and for each set how many literals and these.

use std::collections::HashMap;
use std::str::Split;
use std::sync::LazyLock;

static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/patterns.tsv"));

static FIELDS: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| LINES.lines().filter_map(|line| line.split_once('\t')).collect());

/// One part of a prepared pattern.
pub(super) struct PreparedPart {
    pub(super) gap: usize,
    pub(super) expression: &'static str,
    pub(super) literals: Vec<Vec<&'static str>>,
}

/// The patterns the build prepared, as written.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    FIELDS.keys().copied()
}

/// A pattern's text and parts, if the build prepared it.
pub(super) fn find(
    written: &str,
) -> Option<(&'static str, impl Iterator<Item = PreparedPart> + use<>)> {
    let (written, fields) = FIELDS.get_key_value(written)?;
    let mut fields = fields.split('\t');
    Some((written, std::iter::from_fn(move || part(&mut fields))))
}

fn part(fields: &mut Split<'static, char>) -> Option<PreparedPart> {
    let gap = fields.next()?.parse().ok()?;
    let expression = fields.next()?;
    let sets: usize = fields.next()?.parse().ok()?;
    let mut literals = Vec::with_capacity(sets);
    for _ in 0..sets {
        let count = fields.next()?.parse().ok()?;
        literals.push(fields.by_ref().take(count).collect());
    }
    Some(PreparedPart { gap, expression, literals })
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::FIELDS;

    #[test]
    fn a_prepared_pattern_is_what_its_text_translates_to() {
        assert!(FIELDS.len() > 1000);
        // Classes of words are spelt out by the catalogue.
        for written in FIELDS.keys().filter(|written| !written.contains('<')) {
            let prepared = format!("{:?}", Pattern::prepared(written));
            assert_eq!(prepared, format!("{:?}", Pattern::new(written).ok()));
        }
    }
}
