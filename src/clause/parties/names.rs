//! The names a contract gives its parties: `Acme Ltd (the "Supplier")`,
//! `甲方（采购方）：某公司`.

use super::Text;
use crate::catalogue::{NameWords, Vocabulary, vocabulary};
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
/// Longest name of a party, in characters.
const LONGEST_NAME: usize = 90;
/// Longest name without a form of company in it, in words.
const LONGEST_PROPER: usize = 8;

/// The names in the parties clause, in order.
pub(super) fn names(texts: &[Text<'_>]) -> Vec<Name> {
    let words = &vocabulary().names;
    static LABELS: LazyLock<Option<Regex>> = LazyLock::new(|| labels(vocabulary()));
    let mut found = Vec::new();
    let mut bytes = 0;
    for (unit, text) in texts.iter().enumerate().take(PARTIES_UNITS) {
        if bytes > PARTIES_BYTES {
            break;
        }
        defined(texts, unit, PARTIES_BYTES - bytes, vocabulary(), &mut found);
        labelled(text, unit, LABELS.as_ref(), words, &mut found);
        bytes += text.folded.len();
    }
    found
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
        let mut name = entity(texts, unit, start..whole.start(), names);
        // The name may stand in the paragraph above its "(hereinafter ...)".
        if name.is_none() && whole.start() < 12 && unit > 0 {
            name = entity(texts, unit - 1, 0..texts[unit - 1].folded.len(), names);
        }
        let party = found.len();
        for word in quoted(words.as_str(), names) {
            // "The entity named in the Order (\"Customer\")" is named by its role alone.
            if name.is_some() || parties.always_names(&word) {
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
        .filter_map(|lead| Some(text.rfind(&format!("{lead} "))? + lead.len() + 1))
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
    let roles = parties.customer.always.iter().chain(&parties.vendor.always);
    let neutral = parties.neutral.iter().map(String::as_str).chain(["丙方"]);
    let join = |words: Vec<&str>| {
        let mut words: Vec<String> = words.into_iter().map(regex::escape).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.join("|")
    };
    let neutral = join(neutral.collect());
    let all = join(roles.chain(&vocabulary.names.weak_labels).map(String::as_str).collect());
    Regex::new(&format!(
        r"(?:^|[ |。;,])(?:(?<role>[^()\s|,。;]{{2,12}})\((?<inner>{neutral})\)|(?<label>{neutral}|{all})(?:\((?<beside>[^()]{{1,20}})\))?)(?::| \| )(?<name>[^,。;:()|]{{0,60}})"
    ))
    .ok()
}

/// Names behind labels at the start of a line, in a list or in a table.
fn labelled(
    text: &Text<'_>,
    unit: usize,
    labels: Option<&Regex>,
    names: &NameWords,
    found: &mut Vec<Name>,
) {
    for line in labels.iter().flat_map(|regex| regex.captures_iter(text.folded)) {
        let Some(label) = line.name("label").or(line.name("inner")) else { continue };
        let Some(name) = line.name("name") else { continue };
        let written = text.plain_of(name.range()).trim();
        // Behind a Chinese name, a space begins the next label.
        let han = written.starts_with(|c: char| !c.is_ascii());
        let written = written.split(' ').next().filter(|_| han).unwrap_or(written);
        let weak = names.weak_labels.iter().any(|word| word == label.as_str());
        let company = || {
            let folded = name.as_str().trim();
            folded.split([' ', ',', '.']).any(|word| names.entities.iter().any(|e| e == word))
                || names.entity_endings.iter().any(|han| folded.ends_with(han.as_str()))
        };
        if weak && !company() {
            continue;
        }
        let full = (written.chars().count() > 1
            && !written.contains(['_', '{', '['])
            && written.starts_with(|c: char| !c.is_lowercase()))
        .then(|| written.to_owned());
        let beside = line.name("beside").or(line.name("role")).map(|m| m.as_str().to_owned());
        if full.is_some() || beside.is_some() {
            let party = found.len();
            add(
                found,
                Name { word: label.as_str().to_owned(), full_name: full, unit, party, beside },
            );
        }
    }
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
    fn things_in_brackets_are_no_parties() {
        assert!(read("This Services Agreement (the \"Agreement\") is made on 2 March 2026 (the \"Effective Date\")").is_empty());
        assert!(read("one party (the \"Discloser\") gives to the other").is_empty());
    }
}
