//! The names a contract gives its parties: `Acme Ltd (the "Supplier")`,
//! `甲方（采购方）：某公司`.

use super::Text;
use super::company::{self, clip, last_name};
use crate::catalogue::{NameWords, Vocabulary, vocabulary};
use crate::matching::{fold, is_wide};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A name the contract gives a party.
#[derive(Debug)]
pub(super) struct Name {
    /// Folded.
    pub(super) word: String,
    /// In the contract's own letters.
    pub(super) full_name: Option<String>,
    /// Where it is given.
    pub(super) unit: usize,
    /// Names of one party have the same number.
    pub(super) party: usize,
    /// What stands in brackets beside a label: `采购方`, folded.
    pub(super) beside: Option<String>,
}

/// How many units at the start may hold the parties clause, and how many bytes.
const PARTIES_UNITS: usize = 60;
const PARTIES_BYTES: usize = 16_000;
/// How far before its role the holder of a role may stand, in bytes.
const HOLDER_BYTES: usize = 60;
/// Longest name of a party, in characters.
const LONGEST_NAME: usize = 90;
/// Longest name without a form of company in it, in words.
const LONGEST_PROPER: usize = 8;

/// The names in the parties clause, in order.
pub(super) fn names(texts: &[Text<'_>]) -> Vec<Name> {
    static LABELS: LazyLock<Option<Regex>> = LazyLock::new(|| labels(vocabulary()));
    static MEANS: LazyLock<Option<Regex>> = LazyLock::new(|| meanings(&vocabulary().names));
    let mut found = Vec::new();
    let mut bytes = 0;
    for (unit, text) in texts.iter().enumerate().take(PARTIES_UNITS) {
        if bytes > PARTIES_BYTES {
            break;
        }
        defined(texts, unit, PARTIES_BYTES - bytes, vocabulary(), &mut found);
        meant(text, unit, MEANS.as_ref(), vocabulary(), &mut found);
        labelled(text, unit, LABELS.as_ref(), vocabulary(), &mut found);
        bytes += text.folded.len();
    }
    unify(&mut found);
    found
}

/// Names behind which the same company stands are one party's.
fn unify(found: &mut [Name]) {
    let full: Vec<Option<String>> = found
        .iter()
        .map(|name| name.full_name.as_deref().map(|full| fold(full).as_str().to_owned()))
        .collect();
    for at in 1..found.len() {
        let Some(own) = &full[at] else { continue };
        if let Some(first) = full[..at].iter().position(|other| other.as_ref() == Some(own)) {
            found[at].party = found[first].party;
        }
    }
}

/// How many units at the start may hold a letterhead.
const LETTERHEAD_UNITS: usize = 8;
/// Shortest first word by which a company is called.
const SHORTEST_LEAD: usize = 4;

/// Companies whose names stand alone at the start, called by their first word:
/// `SARASVATI INFOWAYS PVT. LTD.` is Sarasvati in the text.
pub(super) fn letterheads(texts: &[Text<'_>]) -> Vec<Name> {
    let vocabulary = vocabulary();
    let mut found = Vec::new();
    for (unit, text) in texts.iter().enumerate().take(LETTERHEAD_UNITS) {
        let line = text.plain.split(['|', '·', '•']).next().unwrap_or_default();
        let line = line.split_once(" (").map_or(line, |(line, _)| line).trim();
        if !company::is_name(line, &vocabulary.names) {
            continue;
        }
        let folded = fold(line).as_str().to_owned();
        let lead = folded.split([' ', ',']).next().unwrap_or_default().to_owned();
        let own = lead.len() >= SHORTEST_LEAD
            && (!vocabulary.names.entities.contains(&lead) || vocabulary.parties.may_name(&lead));
        let word = if own { lead } else { folded };
        let name = Name { word, full_name: Some(line.to_owned()), unit, party: unit, beside: None };
        add(&mut found, name);
    }
    let title = texts.first().and_then(|text| trade_name(text.plain, &vocabulary.names));
    if let Some(word) = title {
        let party = LETTERHEAD_UNITS;
        add(&mut found, Name { word, full_name: None, unit: 0, party, beside: None });
    }
    found
}

/// The first word of a title, which may be what the vendor calls itself.
fn trade_name(title: &str, names: &NameWords) -> Option<String> {
    let first = title.split(|c: char| c.is_whitespace() || "《(（“\"".contains(c)).next()?;
    let length = first.chars().count();
    let word = fold(first).as_str().to_owned();
    let fits = if first.starts_with(is_wide) {
        (2..=LONGEST_TRADE_NAME).contains(&length)
    } else {
        length >= SHORTEST_LEAD && first.starts_with(char::is_uppercase)
    };
    let thing = names.things.iter().chain(&names.entities).any(|thing| word.ends_with(thing));
    (fits && !thing && word.chars().all(char::is_alphanumeric)).then_some(word)
}

/// Longest Chinese trade name, in characters.
const LONGEST_TRADE_NAME: usize = 6;

/// `"Council" means Seri Kelubi Municipal Council`, `"Contractor" means the
/// tenderer whose tender has been accepted`.
fn meant(
    text: &Text<'_>,
    unit: usize,
    means: Option<&Regex>,
    vocabulary: &Vocabulary,
    found: &mut Vec<Name>,
) {
    let (names, parties) = (&vocabulary.names, &vocabulary.parties);
    for given in means.iter().flat_map(|regex| regex.captures_iter(text.folded)) {
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

fn add(found: &mut Vec<Name>, name: Name) {
    if !name.word.is_empty() && !found.iter().any(|other| other.word == name.word) {
        found.push(name);
    }
}

/// `Acme Ltd, a company ... ("Acme" or the "Supplier")`.
fn defined(
    texts: &[Text<'_>],
    unit: usize,
    within: usize,
    vocabulary: &Vocabulary,
    found: &mut Vec<Name>,
) {
    static GIVEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"\((?<in>[^()]{0,80}"[^()]{1,120})\)|(?:hereinafter|hereafter|herein|selepas ini|以下简称|以下称|下称)[^"()]{0,50}(?<q>"[^"]{1,40}")"#).ok()
    });
    let (names, parties) = (&vocabulary.names, &vocabulary.parties);
    let text = texts[unit].folded;
    let mut from = 0;
    for given in GIVEN.iter().flat_map(|regex| regex.captures_iter(text)) {
        let Some(whole) = given.get(0) else { continue };
        if whole.start() > within {
            break;
        }
        let start = std::mem::replace(&mut from, whole.end());
        let Some(words) = given.name("in").or(given.name("q")) else { continue };
        let mut name = named_in(texts, unit, start..whole.start(), names);
        // The name may stand in the paragraph above its "(hereinafter ...)".
        if name.is_none() && whole.start() < 12 && unit > 0 {
            name = named_in(texts, unit - 1, 0..texts[unit - 1].folded.len(), names);
        }
        let party = found.len();
        for word in quoted(words.as_str(), names) {
            let held = || {
                let before = &text[start..whole.start()];
                let near = before.len().saturating_sub(HOLDER_BYTES);
                parties.may_name(&word)
                    && names
                        .holders
                        .iter()
                        .any(|h| before.rfind(h.as_str()).is_some_and(|at| at >= near))
            };
            // "The entity named in the Order (\"Customer\")" is named by its role alone.
            if name.is_some() || parties.always_names(&word) || held() {
                add(found, Name { word, full_name: name.clone(), unit, party, beside: None });
            }
        }
    }
}

/// The quoted names in a bracket; what all parties are called together is none.
fn quoted(bracket: &str, known: &NameWords) -> Vec<String> {
    let mut names = Vec::new();
    for (index, piece) in bracket.split('"').enumerate() {
        if index % 2 == 0 {
            if known.together.iter().any(|all| piece.contains(all.as_str())) {
                break;
            }
            continue;
        }
        let word = piece.trim().trim_start_matches("the ").trim_end_matches([',', '.', ';']).trim();
        let thing = known.things.iter().any(|thing| {
            word.strip_suffix(thing.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' ') || !thing.is_ascii())
        }) && !word.starts_with("first")
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
        names
            .between
            .iter()
            .any(|word| before.contains(word.as_str()) || above.contains(word.as_str()))
    };
    let named = written.starts_with(|c: char| !c.is_lowercase() && c != '"' && c != '“');
    let length = written.chars().count();
    let opens = names.openings.iter().any(|opening| name.starts_with(opening.as_str()))
        || name.contains(" agreement ");
    ((known || described || bare) && named && (2..=LONGEST_NAME).contains(&length) && !opens)
        .then(|| written.trim_matches('*').to_owned())
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

/// Finds `甲方（采购方）：某公司`, `采购方（甲方）：某公司`, `Customer: Acme Ltd`.
fn labels(vocabulary: &Vocabulary) -> Option<Regex> {
    let parties = &vocabulary.parties;
    let sides = [&parties.customer, &parties.vendor];
    let neutral = || parties.neutral.iter().map(String::as_str).chain(["丙方"]);
    let roles = sides.iter().flat_map(|side| {
        let han = side.if_defined.iter().filter(|word| word.starts_with(is_wide));
        side.always.iter().chain(&side.labels).chain(han)
    });
    let all = roles.chain(&vocabulary.names.weak_labels).map(String::as_str).chain(neutral());
    let (neutral, all) = (any_of(neutral()), any_of(all));
    Regex::new(&format!(
        r"(?:(?<role>[^()\s|,。;:]{{2,12}}) ?\((?<inner>{neutral})\)|(?<label>{all})(?: ?\((?<beside>[^()]{{1,30}})\))?) ?[:|]"
    ))
    .ok()
}

/// Finds `"Council" means ...`.
fn meanings(names: &NameWords) -> Option<Regex> {
    let means = any_of(names.means.iter().map(String::as_str));
    Regex::new(&format!(r#""(?<term>[^"]{{2,30}})" ?(?:{means}) ?(?<meaning>[^"]{{2,200}})"#)).ok()
}

/// Words as one alternative, longest first.
fn any_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<String> = words.map(regex::escape).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.join("|")
}

/// Whether a label begins an entry: behind a mark, or behind a space, which
/// folding takes away between Chinese words.
fn begins(text: &Text<'_>, at: usize) -> bool {
    let before = &text.folded[..at];
    let plain = text.plain.get(..text.map.origin(at..at + 1).start).unwrap_or_default();
    before.is_empty()
        || before.ends_with([' ', '|', '。', ';', ',', '_', '*', ')'])
        || plain.ends_with(char::is_whitespace)
}

/// Names behind labels at the start of a line, in a list or in a table.
fn labelled(
    text: &Text<'_>,
    unit: usize,
    labels: Option<&Regex>,
    vocabulary: &Vocabulary,
    found: &mut Vec<Name>,
) {
    let (names, parties) = (&vocabulary.names, &vocabulary.parties);
    let lines: Vec<_> = labels
        .iter()
        .flat_map(|regex| regex.captures_iter(text.folded))
        .filter_map(|line| {
            let mut range = line.get(0)?.range();
            if let Some(role) = line.name("role") {
                // Between Chinese words folding takes the space away.
                let written = text.plain_of(role.range());
                let last = written.split_whitespace().next_back().unwrap_or_default();
                range.start = role.end() - fold(last).len().min(role.len());
            }
            Some((range, line))
        })
        .filter(|(range, line)| line.name("role").is_some() || begins(text, range.start))
        .collect();
    for (index, (range, line)) in lines.iter().enumerate() {
        let Some(label) = line.name("label").or(line.name("inner")) else { continue };
        let label = label.as_str();
        let end = lines.get(index + 1).map_or(text.folded.len(), |(next, _)| next.start);
        let written = value(text, range.end..end.max(range.end), names);
        let side = [(&parties.customer, 0), (&parties.vendor, 1)]
            .into_iter()
            .find(|(side, _)| side.labels.iter().any(|word| word == label))
            .and_then(|(side, _)| side.always.first());
        let weak = side.is_some() || names.weak_labels.iter().any(|word| word == label);
        if weak && !company::has_entity(written, names) {
            continue;
        }
        let full = (written.chars().count() > 1
            && !written.contains(['_', '{', '['])
            && written.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase()))
        .then(|| written.to_owned());
        let beside = line.name("beside").map(|m| m.as_str().to_owned()).or_else(|| {
            let role = text.plain_of(line.name("role")?.range());
            let role = role.split_whitespace().next_back()?;
            Some(fold(role).as_str().to_owned())
        });
        let party = found.len();
        // The label of one side is no name; the one behind it is.
        if let Some(side) = side {
            let Some(full) = full else { continue };
            let word = fold(&full).as_str().to_owned();
            let beside = Some(side.clone());
            add(found, Name { word, full_name: Some(full), unit, party, beside });
            continue;
        }
        let called =
            beside.as_deref().and_then(|beside| beside.split('"').nth(1)).map(str::to_owned);
        if full.is_some() || beside.is_some() {
            let beside = match &called {
                Some(_) => Some(label.to_owned()),
                None => beside,
            };
            let word = label.to_owned();
            add(found, Name { word, full_name: full.clone(), unit, party, beside });
        }
        if let Some(word) = called {
            add(found, Name { word, full_name: full, unit, party, beside: None });
        }
    }
}

/// What stands behind a label, without what follows the name.
fn value<'a>(text: &Text<'a>, range: Range<usize>, names: &NameWords) -> &'a str {
    let folded = &text.folded[range.clone()];
    let end = folded.find([':', ';', '。', '|']).unwrap_or(folded.len());
    let written = text.plain_of(range.start..range.start + end).trim();
    // Behind a Chinese name, a space begins the next label.
    if written.starts_with(|c: char| !c.is_ascii()) {
        let written = written.split_whitespace().next().unwrap_or(written);
        let cut = written.find([',', '，']).map_or(written, |at| &written[..at]);
        let Some(bracket) = cut.find(['(', '（']) else { return cut };
        return if company::ends_as_entity(cut, names) { cut } else { &cut[..bracket] };
    }
    // The name it goes by stands in brackets and quotes behind it.
    let quoted = ["(\"", "(“"].iter().filter_map(|open| written.find(open)).min();
    let clipped = clip(&written[..quoted.unwrap_or(written.len())], names);
    if clipped.len() < written.len() && company::has_entity(clipped, names) {
        return clipped;
    }
    let comma = clipped.match_indices(',').map(|(at, _)| at).find(|&at| {
        let next = clipped[at + 1..].trim_start().split(' ').next().unwrap_or_default();
        !company::has_entity(next, names)
    });
    let bracket = clipped.find('(').filter(|&at| !company::has_entity(&clipped[at..], names));
    let end = comma.into_iter().chain(bracket).min().unwrap_or(clipped.len());
    let end = (0..=end.min(4 * LONGEST_NAME)).rev().find(|&at| clipped.is_char_boundary(at));
    clipped[..end.unwrap_or_default()].trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::fold;

    fn read(plain: &str) -> Vec<(String, String)> {
        let folded = fold(plain);
        let text = Text { folded: folded.as_str(), map: &folded, plain };
        let found = names(std::slice::from_ref(&text));
        found.into_iter().map(|n| (n.word, n.full_name.unwrap_or_default())).collect()
    }

    #[test]
    fn names_keep_the_letters_of_the_contract() {
        assert_eq!(
            read(
                "This Order is made between Meridian Relay Inc., a Delaware corporation at 500 Harbor Street, Oakland (“Meridian”), and Lumen Classroom Pte. Ltd., a company incorporated in Singapore (“Customer”)."
            ),
            [
                ("meridian".to_owned(), "Meridian Relay Inc.".to_owned()),
                ("customer".to_owned(), "Lumen Classroom Pte. Ltd.".to_owned())
            ]
        );
    }

    #[test]
    fn one_party_may_have_two_names() {
        let found = read(
            "by and between Corio Inc., a Delaware corporation (\"Corio\" or \"Licensee\") and X",
        );
        assert_eq!(
            found.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>(),
            ["corio", "licensee"]
        );
    }

    #[test]
    fn chinese_and_malay_parties() {
        assert_eq!(
            read("甲方（采购方）：成都桐屿教育科技有限公司"),
            [("甲方".to_owned(), "成都桐屿教育科技有限公司".to_owned())]
        );
        assert_eq!(
            read(
                "TELUK BIRU CLOUD SDN. BHD. (No. Syarikat: 2017), sebuah syarikat di Malaysia (selepas ini dirujuk sebagai \"Penyedia\")"
            ),
            [("penyedia".to_owned(), "TELUK BIRU CLOUD SDN. BHD.".to_owned())]
        );
    }

    #[test]
    fn names_without_a_form_of_company() {
        let found = read(
            "between WENBOROUGH COUNCIL (\"the Council\")\nand SHELFMARK SOFTWARE LIMITED (\"the Supplier\")",
        );
        assert_eq!(
            found,
            [
                ("council".to_owned(), "WENBOROUGH COUNCIL".to_owned()),
                ("supplier".to_owned(), "SHELFMARK SOFTWARE LIMITED".to_owned())
            ]
        );
        assert_eq!(
            read(
                "Antara Kelasku Edutek Sdn Bhd (\"Kelasku\") dan Sekolah Menengah Seri Bayu (\"Sekolah\")."
            )[1],
            ("sekolah".to_owned(), "Sekolah Menengah Seri Bayu".to_owned())
        );
    }

    #[test]
    fn roles_before_and_behind_neutral_labels() {
        let name = ("甲方".to_owned(), "苏州澄谷医药科技股份有限公司".to_owned());
        assert_eq!(
            read("委托方（甲方）：苏州澄谷医药科技股份有限公司"),
            std::slice::from_ref(&name)
        );
        assert_eq!(read("甲方（委托方）：苏州澄谷医药科技股份有限公司"), [name]);
        assert_eq!(
            read("本协议由蓝鲸网络有限公司（“服务提供商”）与订单上所载明的实体（“客户”）订立。"),
            [
                ("服务提供商".to_owned(), "蓝鲸网络有限公司".to_owned()),
                ("客户".to_owned(), String::new())
            ]
        );
    }

    #[test]
    fn names_in_tables_and_behind_weak_labels() {
        assert_eq!(
            read("Syarikat | SuaraLink Komunikasi Sdn. Bhd."),
            [("syarikat".to_owned(), "SuaraLink Komunikasi Sdn. Bhd.".to_owned())]
        );
        assert!(read("Company: the one named above").is_empty());
    }

    #[test]
    fn names_end_where_the_next_entry_begins() {
        let pair = |word: &str, full: &str| (word.to_owned(), full.to_owned());
        assert_eq!(
            read("客户：宁波东屿港务物流有限公司\n服务商：南京析微数据科技有限公司"),
            [pair("客户", "宁波东屿港务物流有限公司"), pair("服务商", "南京析微数据科技有限公司")]
        );
        assert_eq!(
            read("Customer: Tarn & Bellweather Foods plc. Commencement Date: 1 May 2026"),
            [pair("customer", "Tarn & Bellweather Foods plc.")]
        );
        assert_eq!(
            read("Penyedia | Teguh Pusat Data (M) Sdn. Bhd. (\"TPD\")"),
            [
                pair("tpd", "Teguh Pusat Data (M) Sdn. Bhd."),
                pair("penyedia", "Teguh Pusat Data (M) Sdn. Bhd.")
            ]
        );
    }

    #[test]
    fn names_given_in_running_text_and_in_definitions() {
        assert_eq!(
            read(
                "These Conditions govern the supply by Harbourline Telecoms (Hong Kong) Limited (\"HLT\") of circuits."
            ),
            [("hlt".to_owned(), "Harbourline Telecoms (Hong Kong) Limited".to_owned())]
        );
        assert_eq!(
            read(
                "\"Council\" means Seri Kelubi Municipal Council. \"Contractor\" means the tenderer whose tender is accepted. \"Uptime\" means the share of minutes."
            ),
            [
                ("council".to_owned(), "Seri Kelubi Municipal Council".to_owned()),
                ("contractor".to_owned(), String::new())
            ]
        );
        assert_eq!(
            read("\"LorongPay\" ialah nama niaga Lorong Teknologi Sdn Bhd, pengendali pembayaran.")
                [0]
            .1,
            "Lorong Teknologi Sdn Bhd"
        );
    }

    #[test]
    fn roles_beside_labels() {
        assert_eq!(
            read("Pihak A (Pelanggan): Seni Layar Sdn. Bhd., Petaling Jaya")[0].1,
            "Seni Layar Sdn. Bhd."
        );
        assert_eq!(
            read("支付机构（以下称“通联汇”）：通联汇支付服务有限公司")[1],
            ("通联汇".to_owned(), "通联汇支付服务有限公司".to_owned())
        );
    }

    #[test]
    fn things_in_brackets_are_no_parties() {
        assert!(read("This Services Agreement (the \"Agreement\") is made on 2 March 2026 (the \"Effective Date\")").is_empty());
        assert!(read("one party (the \"Discloser\") gives to the other").is_empty());
    }
}
