//! The names a contract gives its parties: `Acme Ltd (the "Supplier")`,
//! `甲方（采购方）：某公司`.

use super::Text;
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

/// Names of things that stand in brackets and quotes as parties do.
const THINGS: [&str; 34] = [
    "shares",
    "commission",
    "option",
    "exhibits",
    "website",
    "site",
    "trademarks",
    "materials",
    "agreement",
    "contract",
    "date",
    "services",
    "service",
    "term",
    "terms",
    "party",
    "parties",
    "amendment",
    "territory",
    "products",
    "product",
    "purpose",
    "program",
    "page",
    "act",
    "fund",
    "order",
    "software",
    "system",
    "perjanjian",
    "双方",
    "本合同",
    "本协议",
    "各方",
];
/// What a company or a person is said to be, behind the name.
const DESCRIBED: [&str; 22] = [
    "corporation",
    "company",
    "incorporated",
    "organized",
    "organised",
    "laws of",
    "individual",
    "registered",
    "partnership",
    "place of business",
    "offices at",
    "office at",
    "having its",
    "sebuah syarikat",
    "syarikat",
    "association",
    "公司",
    "residing",
    "acting through",
    "bank",
    "resident",
    "located at",
];
/// Words of a company's name.
const ENTITY: [&str; 25] = [
    "inc",
    "ltd",
    "llc",
    "limited",
    "corp",
    "corporation",
    "company",
    "gmbh",
    "plc",
    "bhd",
    "berhad",
    "b.v",
    "s.a",
    "ag",
    "lp",
    "l.p",
    "n.v",
    "co",
    "bank",
    "university",
    "trust",
    "pte",
    "pty",
    "kerajaan",
    "l.l.c",
];

/// The names in the parties clause, in order.
pub(super) fn names(texts: &[Text<'_>]) -> Vec<Name> {
    let mut found = Vec::new();
    let mut bytes = 0;
    for (unit, text) in texts.iter().enumerate().take(PARTIES_UNITS) {
        if bytes > PARTIES_BYTES {
            break;
        }
        defined(texts, unit, PARTIES_BYTES - bytes, &mut found);
        labelled(text, unit, &mut found);
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
fn defined(texts: &[Text<'_>], unit: usize, within: usize, found: &mut Vec<Name>) {
    static GIVEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"\((?<in>[^()]{0,80}"[^()]{1,120})\)|(?:hereinafter|hereafter|herein|selepas ini|以下简称|以下称|下称)[^"()]{0,50}(?<q>"[^"]{1,40}")"#).ok()
    });
    let text = texts[unit].folded;
    let mut from = 0;
    for given in GIVEN.iter().flat_map(|regex| regex.captures_iter(text)) {
        let Some(whole) = given.get(0) else { continue };
        if whole.start() > within {
            break;
        }
        let start = std::mem::replace(&mut from, whole.end());
        let Some(words) = given.name("in").or(given.name("q")) else { continue };
        let mut name = entity(texts, unit, start..whole.start());
        // The name may stand in the paragraph above its "(hereinafter ...)".
        if name.is_none() && whole.start() < 12 && unit > 0 {
            name = entity(texts, unit - 1, 0..texts[unit - 1].folded.len());
        }
        let Some(full_name) = name else { continue };
        let party = found.len();
        for word in quoted(words.as_str()) {
            let full_name = Some(full_name.clone());
            add(found, Name { word, full_name, unit, party, beside: None });
        }
    }
}

/// The quoted names in a bracket; what all parties are called together is none.
fn quoted(bracket: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (index, piece) in bracket.split('"').enumerate() {
        if index % 2 == 0 {
            if ["collectively", "together", "each", "jointly"].iter().any(|all| piece.contains(all))
            {
                break;
            }
            continue;
        }
        let word = piece.trim().trim_start_matches("the ").trim_end_matches([',', '.', ';']).trim();
        let last = word.rsplit(' ').next().unwrap_or(word);
        let thing =
            THINGS.contains(&last) && !word.starts_with("first") && !word.starts_with("second");
        if !thing && (1..=30).contains(&word.chars().count()) {
            names.push(word.to_owned());
        }
    }
    names
}

/// The company or person named in a stretch of the parties clause, before the
/// description of it.
fn entity(texts: &[Text<'_>], unit: usize, range: Range<usize>) -> Option<String> {
    const LEADS: [&str; 9] = [
        "between",
        "among",
        "antara",
        "entered into by",
        "made by",
        "is by",
        "oleh",
        "between:",
        "by and",
    ];
    const ENDS: [&str; 28] = [
        " with ",
        ", a ",
        ", an ",
        " (",
        ", with",
        ", whose",
        ", having",
        " having ",
        ", located",
        " located ",
        ", sebuah",
        " sebuah",
        ", organi",
        ", incorporated",
        " incorporated",
        ", duly",
        ", registered",
        ", acting",
        ", on behalf",
        ", its ",
        ", the ",
        ", 注册",
        ",注册",
        ",住所",
        ",地址",
        " a company",
        " a corporation",
        ", of ",
    ];
    let text = &texts[unit].folded[range.clone()];
    let after = LEADS
        .iter()
        .filter_map(|lead| Some(text.rfind(&format!("{lead} "))? + lead.len() + 1))
        .max()
        .unwrap_or(0);
    let mut at = after;
    loop {
        let rest = &text[at..];
        let plain = rest.trim_start_matches(|c: char| c.is_whitespace() || ",;:.)●*-".contains(c));
        let plain =
            ["and ", "dan ", "by ", "between ", "with ", "(1", "(2", "1.", "2.", "与", "和"]
                .iter()
                .find_map(|join| plain.strip_prefix(join))
                .unwrap_or(plain);
        if plain.len() == rest.len() {
            break;
        }
        at += rest.len() - plain.len();
    }
    let rest = &text[at..];
    let address = rest
        .match_indices(", ")
        .find(|(comma, _)| rest[comma + 2..].starts_with(|c: char| c.is_ascii_digit()));
    let end = ENDS
        .iter()
        .filter_map(|end| rest.find(end))
        .chain(address.map(|(comma, _)| comma))
        .filter(|&end| end > 0)
        .min()
        .unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches([' ', ',', ';']);
    let words = name.split([' ', ',']).map(|word| word.trim_end_matches('.'));
    let known = words.clone().any(|word| ENTITY.contains(&word))
        || ["公司", "厂", "中心", "院"].iter().any(|han| name.ends_with(han));
    let described = DESCRIBED.iter().any(|word| rest[end..].contains(word));
    let from = range.start + at;
    let written = texts[unit].plain_of(from..from + name.len()).trim();
    let named = written.starts_with(|c: char| !c.is_lowercase() && c != '"' && c != '“');
    let length = written.chars().count();
    ((known || described) && named && (2..=LONGEST_NAME).contains(&length) && !is_lead(name))
        .then(|| written.trim_matches('*').to_owned())
}

/// Whether a stretch is the beginning of a sentence or a title and not a name.
fn is_lead(name: &str) -> bool {
    ["this ", "whereas", "witness", "now", "in consideration"]
        .iter()
        .any(|lead| name.starts_with(lead))
        || name.contains(" agreement ")
}

/// `甲方（采购方）：某公司`, `Customer: Acme Ltd`.
fn labelled(text: &Text<'_>, unit: usize, found: &mut Vec<Name>) {
    static LABELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[ |。;,])(?<label>甲方|乙方|丙方|party a|party b|pihak pertama|pihak kedua|customer|client|provider|vendor|supplier|service provider|pelanggan|pembekal|penyedia|客户|供应商|服务商)(?:\((?<beside>[^()]{1,20})\))?(?::| \| )(?<name>[^,。;:()|]{0,60})").ok()
    });
    for line in LABELLED.iter().flat_map(|regex| regex.captures_iter(text.folded)) {
        let (Some(label), Some(name)) = (line.name("label"), line.name("name")) else { continue };
        let written = text.plain_of(name.range()).trim();
        let full = (written.chars().count() > 1
            && !written.contains(['_', '{', '['])
            && written.starts_with(|c: char| !c.is_lowercase()))
        .then(|| written.to_owned());
        let beside = line.name("beside").map(|m| m.as_str().to_owned());
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
    fn things_in_brackets_are_no_parties() {
        assert!(read("This Services Agreement (the \"Agreement\") is made on 2 March 2026 (the \"Effective Date\")").is_empty());
        assert!(read("one party (the \"Discloser\") gives to the other").is_empty());
    }
}
