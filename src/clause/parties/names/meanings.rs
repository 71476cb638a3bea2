//! Names given in definitions: `"Council" means Seri Kelubi Municipal Council`.

use super::{Name, Text, add, any_of};
use crate::catalogue::{NameWords, vocabulary};
use crate::clause::parties::company::{self, clip};
use crate::matching::Expression;
use std::ops::Range;
use std::sync::LazyLock;

/// `"Council" means Seri Kelubi Municipal Council`, `"Contractor" means the
/// tenderer whose tender has been accepted`.
pub(super) fn meant(text: &Text<'_>, unit: usize, found: &mut Vec<Name>) {
    static MEANS: LazyLock<Option<Expression>> = LazyLock::new(|| pattern(&vocabulary().names));
    let vocabulary = vocabulary();
    let (names, parties) = (&vocabulary.names, &vocabulary.parties);
    for given in MEANS.iter().flat_map(|regex| regex.captures_iter(text.folded)) {
        let (Some(term), Some(meaning)) = (given.name("term"), given.name("meaning")) else {
            continue;
        };
        let word = term.as_str().trim_start_matches("the ");
        let thing = names.things.iter().any(|thing| word.ends_with(thing.as_str()));
        if thing {
            continue;
        }
        let full = first_name(text, meaning.range(), names);
        let holder = names.holders.iter().any(|h| meaning.as_str().starts_with(h.as_str()));
        if full.is_some() || (holder && parties.may_name(word)) {
            let party = found.len();
            let word = word.to_owned();
            add(found, Name { word, full_name: full, unit, party, beside: None });
        }
    }
}

/// The company a definition begins with.
fn first_name(text: &Text<'_>, mut range: Range<usize>, names: &NameWords) -> Option<String> {
    for lead in &names.trade_names {
        if text.folded[range.clone()].starts_with(lead.as_str()) {
            range.start += lead.len();
        }
    }
    let folded = &text.folded[range.clone()];
    let stop = names
        .ends
        .iter()
        .filter_map(|end| folded.find(end.as_str()))
        .chain(folded.find([';', ':', '。', '(']))
        .chain(folded.match_indices(',').map(|(at, _)| at).find(|&at| {
            let next = folded[at + 1..].trim_start().split(' ').next().unwrap_or_default();
            !company::has_entity(next, names)
        }))
        .min()
        .unwrap_or(folded.len());
    let written = text.plain_of(range.start..range.start + stop).trim().trim_end_matches('.');
    let written = clip(written, names);
    company::is_name(written, names).then(|| written.to_owned())
}

/// Finds `"Council" means ...`.
fn pattern(names: &NameWords) -> Option<Expression> {
    let means = any_of(names.means.iter().map(String::as_str));
    Expression::new(&format!(r#""(?<term>[^"]{{2,30}})" ?(?:{means}) ?(?<meaning>[^"]{{2,200}})"#))
        .ok()
}
