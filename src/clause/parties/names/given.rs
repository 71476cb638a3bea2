//! Names given in brackets and quotes in running text: `Acme Ltd, a company ...
//! ("Acme" or the "Supplier")`.

use super::{LONGEST_NAME, Name, Text, add};
use crate::catalogue::{NameWords, PartyWords, vocabulary};
use crate::clause::parties::company::{self, clip, last_name};
use crate::matching::{Expression, is_wide};
use std::ops::Range;
use std::sync::LazyLock;

/// How far before its role the holder of a role may stand, in bytes.
const HOLDER_BYTES: usize = 60;
/// Longest name without a form of company in it, in words.
const LONGEST_PROPER: usize = 8;

/// How many units below its heading the parties may be listed.
const HEADED: usize = 4;

/// `Acme Ltd, a company ... ("Acme" or the "Supplier")`.
pub(super) fn given(texts: &[Text<'_>], unit: usize, within: usize, found: &mut Vec<Name>) {
    // Quoted in a bracket, unquoted in one behind 下称, alone in one, quoted behind "hereinafter".
    static GIVEN: LazyLock<Option<Expression>> = LazyLock::new(|| {
        let forms = [
            r#"\((?<in>[^()]{0,80}"[^()]{1,120})\)"#,
            r#"\((?:以下简称|以下称|下称|简称)为?(?<han>[^()",。;]{2,10})\)"#,
            r#"\((?:the )?(?<bare>[^()"]{2,30})\)"#,
            r#"(?:hereinafter|hereafter|herein|selepas ini|以下简称|以下称|下称)[^"()]{0,50}(?<q>"[^"]{1,40}")"#,
        ];
        Expression::new(&forms.join("|")).ok()
    });
    let vocabulary = vocabulary();
    let (names, parties) = (&vocabulary.names, &vocabulary.parties);
    let text = texts[unit].folded;
    let mut from = 0;
    for given in GIVEN.iter().flat_map(|regex| regex.captures_iter(text)) {
        let Some(whole) = given.get(0) else { continue };
        if whole.start() > within {
            break;
        }
        let between =
            names.between.iter().any(|join| text[..whole.start()].contains(join.as_str()));
        let bare = given.name("bare").map(|word| word.as_str());
        if bare.is_some_and(|word| !between || !calls(word, &text[from..whole.start()])) {
            continue;
        }
        let start = std::mem::replace(&mut from, whole.end());
        let unquoted = bare.or(given.name("han").map(|word| word.as_str()));
        let called = match (unquoted, given.name("in").or(given.name("q"))) {
            (Some(word), _) => vec![word.to_owned()],
            (None, Some(words)) => quoted(words.as_str(), names),
            (None, None) => continue,
        };
        let stretch = start..whole.start();
        let mut name = named_in(texts, unit, behind_the_last(text, stretch.clone(), names), names);
        // The name may stand in the paragraph above its "(hereinafter ...)".
        if name.is_none() && whole.start() < 12 && unit > 0 {
            name = named_in(texts, unit - 1, 0..texts[unit - 1].folded.len(), names);
        }
        let party = found.len();
        let role = role_around(text, whole.range(), start, parties, names);
        let before = &text[stretch];
        let near = before.len().saturating_sub(HOLDER_BYTES);
        let held =
            names.holders.iter().any(|h| before.rfind(h.as_str()).is_some_and(|at| at >= near));
        for word in called {
            // "Between the Governing Body of Foo (\"the School\") and Acme Ltd"; a role alone names
            // "the entity named in the Order (\"Customer\")" and "any merchant (\"Merchant\")".
            let meant = parties.may_name(&word)
                && (held || between || before.trim_end().ends_with(word.as_str()));
            if name.is_some() || role.is_some() || parties.always_names(&word) || meant {
                let (full_name, beside) = (name.clone(), role.map(str::to_owned));
                add(found, Name { word, full_name, unit, party, beside });
            }
        }
    }
}

/// Whether a bracket without quotes calls what stands before it by a role or by the first word of
/// its name: `AgroNet Pty Ltd (AgroNet) and the farmer named below (Grower)`.
fn calls(word: &str, before: &str) -> bool {
    let first = before.rmatch_indices(word).any(|(at, _)| {
        let apart = before[..at].is_empty() || before[..at].ends_with([' ', ',', ';', '(']);
        apart && before[at + word.len()..].starts_with(' ')
    });
    first || vocabulary().parties.may_name(word)
}

/// Of what stands between two brackets, what belongs to the second:
/// `("Acme"), Delaware, and Foo Ltd ("Foo")`.
fn behind_the_last(text: &str, between: Range<usize>, names: &NameWords) -> Range<usize> {
    let stretch = &text[between.clone()];
    let joined = names.joins.iter().filter_map(|join| {
        let at = stretch.rfind(&format!(", {join}"))?;
        Some(at + ", ".len() + join.len())
    });
    let behind = if stretch.starts_with(',') { joined.max() } else { None };
    between.start + behind.unwrap_or(0)..between.end
}

/// The role that stands beside a bracket with a name: `the customer
/// ("University")`, `Foo University ("University"), as customer`.
fn role_around<'a>(
    text: &str,
    bracket: Range<usize>,
    from: usize,
    parties: &'a PartyWords,
    names: &NameWords,
) -> Option<&'a str> {
    let before = text[from..bracket.start].trim_end_matches([' ', ',']);
    let after = text[bracket.end..].trim_start_matches([' ', ',']);
    let after = names.role_behind.iter().find_map(|lead| after.strip_prefix(lead.as_str()));
    let letter = |c: char| c.is_ascii_alphanumeric();
    let roles = parties.customer.always.iter().chain(&parties.vendor.always);
    roles
        .filter(|role| {
            let own = before.strip_suffix(role.as_str()).is_some_and(|lead| {
                let lead = lead.trim_end_matches(' ');
                lead.is_empty()
                    || lead.ends_with(',')
                    || !role.is_ascii()
                    || names.role_leads.iter().any(|word| {
                        lead.strip_suffix(word.as_str()).is_some_and(|rest| !rest.ends_with(letter))
                    })
            });
            // `("Nimbus"), penyedia perkhidmatan,`
            let apposed = text[bracket.end..]
                .strip_prefix(", ")
                .and_then(|after| after.strip_prefix(role.as_str()))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ';', '.']));
            own || apposed
                || after
                    .and_then(|after| after.strip_prefix(role.as_str()))
                    .is_some_and(|rest| !rest.starts_with(letter))
        })
        .max_by_key(|role| role.len())
        .map(String::as_str)
}

/// The quoted names in a bracket; what all parties are called together is none.
fn quoted(bracket: &str, known: &NameWords) -> Vec<String> {
    let mut names = Vec::new();
    for (index, piece) in bracket.split('"').enumerate() {
        if index % 2 == 0 {
            // "(Acme Ltd, together with its affiliates, \"Acme\")" is one party.
            let piece = piece.replace("together with", "");
            if known.together.iter().any(|all| piece.contains(all.as_str())) {
                break;
            }
            continue;
        }
        let word = piece.trim().trim_start_matches("the ").trim_end_matches([',', '.', ';']).trim();
        let parties = &vocabulary().parties;
        let thing = !parties.may_name(word)
            && known.things.iter().any(|thing| {
                word.strip_suffix(thing.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.ends_with(' ') || !thing.is_ascii())
            })
            && !word.starts_with("first")
            && !word.starts_with("second");
        if !thing && (1..=30).contains(&word.chars().count()) {
            names.push(word.to_owned());
        }
    }
    names
}

/// The company or person named in a stretch of the parties clause: behind the
/// last label in it, in its description, or at its end.
fn named_in(
    texts: &[Text<'_>],
    unit: usize,
    range: Range<usize>,
    names: &NameWords,
) -> Option<String> {
    let text = &texts[unit].folded[range.clone()];
    let written = texts[unit].plain_of(range.clone());
    let described = names.ends.iter().any(|end| end.ends_with(is_wide) && text.contains(end));
    let last = last_name(written, names);
    if let Some(name) = last.filter(|name| name.starts_with(is_wide) && !described) {
        return Some(name.to_owned());
    }
    let label = last_label(text).map(|end| range.start + end);
    label
        .and_then(|label| entity(texts, unit, label..range.end, names))
        .or_else(|| entity(texts, unit, range, names).filter(|name| !name.contains('|')))
        .map(|name| clip(&name, names).to_owned())
        .or_else(|| last.filter(|name| company::has_form(name, names)).map(str::to_owned))
        .filter(|name| name.chars().count() <= LONGEST_NAME)
}

/// Where the last label of a text ends; one in brackets belongs to what stands
/// before it: `Acme Sdn. Bhd. (No. Syarikat: 2017)`.
fn last_label(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut label = None;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' | ':' if depth == 0 => label = Some(at + 1),
            _ => {}
        }
    }
    label
}

/// The company or person named in a stretch of the parties clause, before the
/// description of it.
fn entity(
    texts: &[Text<'_>],
    unit: usize,
    range: Range<usize>,
    names: &NameWords,
) -> Option<String> {
    let text = &texts[unit].folded[range.clone()];
    let at = start_of_name(text, names);
    let rest = &text[at..];
    let address = rest
        .match_indices(", ")
        .find(|(comma, _)| rest[comma + 2..].starts_with(|c: char| c.is_ascii_digit()));
    let end = names
        .ends
        .iter()
        .filter_map(|end| rest.find(end.as_str()))
        .chain(address.map(|(comma, _)| comma))
        .chain(before_role(rest))
        .filter(|&end| end > 0)
        .min()
        .unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches([' ', ',', ';']);
    let words = name.split([' ', ',']).map(|word| word.trim_end_matches('.'));
    let known = words.clone().any(|word| names.entities.iter().any(|entity| entity == word))
        || names.entity_endings.iter().any(|han| name.ends_with(han.as_str()));
    let described = names.described.iter().any(|word| rest[end..].contains(word.as_str()));
    let from = range.start + at;
    let written = texts[unit].plain_of(from..from + name.len()).trim();
    // A council or a school has no form of company in its name; where the
    // parties are named, capitals right before the bracket tell.
    let bare = rest[end..].trim().is_empty() && is_proper(written, names) && {
        let above = unit.checked_sub(1).map_or("", |above| texts[above].folded);
        let before = &texts[unit].folded[..from];
        let mut headings = texts[unit.saturating_sub(HEADED)..unit].iter();
        let headed =
            |text: &Text<'_>| names.parties_heads.iter().any(|head| text.folded.trim() == head);
        headings.any(headed)
            || names
                .between
                .iter()
                .any(|word| before.contains(word.as_str()) || above.contains(word.as_str()))
    };
    let named = written.starts_with(|c: char| !c.is_lowercase() && c != '"' && c != '“');
    let length = written.chars().count();
    // What has a duty is a party in a clause, and what stands in brackets there a thing.
    let mut duties = vocabulary().parties.duties.iter().filter(|duty| duty.is_ascii());
    let opens = names.openings.iter().any(|opening| name.starts_with(opening.as_str()))
        || name.contains(" agreement ")
        || duties.any(|duty| name.contains(duty.as_str()));
    ((known || described || bare) && named && (2..=LONGEST_NAME).contains(&length) && !opens)
        .then(|| written.trim_matches('*').to_owned())
}

/// Where a name ends that its role follows: `Acme Sdn Bhd, penyedia perkhidmatan`.
fn before_role(text: &str) -> Option<usize> {
    let parties = &vocabulary().parties;
    let mut roles = parties.customer.always.iter().chain(&parties.vendor.always);
    let comma = text.rfind(", ")?;
    let last = text[comma + 2..].trim_end();
    roles.any(|role| last == role.as_str()).then_some(comma)
}

/// Where the name begins in a stretch of the parties clause: behind the words
/// that lead to it or join it to the one before.
fn start_of_name(text: &str, names: &NameWords) -> usize {
    let mut at = names
        .leads
        .iter()
        .filter_map(|lead| {
            let whole = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric());
            let lead = format!("{lead} ");
            let at = text.rmatch_indices(&lead).map(|(at, _)| at).find(whole)?;
            Some(at + lead.len())
        })
        .chain(names.han_leads.iter().filter_map(|lead| Some(text.rfind(lead)? + lead.len())))
        .max()
        .unwrap_or(0);
    loop {
        let rest = &text[at..];
        let plain = rest.trim_start_matches(|c: char| c.is_whitespace() || ",;:.)●*-".contains(c));
        let plain =
            names.joins.iter().find_map(|join| plain.strip_prefix(join.as_str())).unwrap_or(plain);
        if plain.len() == rest.len() {
            return at;
        }
        at += rest.len() - plain.len();
    }
}

/// Whether a text is in title case or capitals throughout, small words aside.
fn is_proper(written: &str, names: &NameWords) -> bool {
    let words: Vec<&str> = written.split_whitespace().collect();
    let small = |word: &str| names.small.iter().any(|known| known == word);
    (1..=LONGEST_PROPER).contains(&words.len())
        && words.iter().all(|word| small(word) || word.starts_with(char::is_uppercase))
}
