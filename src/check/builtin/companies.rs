//! Companies named in more than one way.

use super::{Place, occurrence};
use crate::clause::{Contract, Role, folded_heading};
use regex::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Legal forms that differ, each with its ways of writing; on plain text.
const FORMS: [(&str, &str); 9] = [
    ("inc", r"Inc\b\.?|Incorporated\b|INC\b\.?"),
    ("corp", r"Corp\b\.?|Corporation\b|CORP\b\.?|CORPORATION\b"),
    ("llc", r"L\.L\.C\.|LLC\b"),
    ("ltd", r"Ltd\b\.?|Limited\b|LTD\b\.?|LIMITED\b"),
    ("plc", r"PLC\b|plc\b"),
    ("gmbh", r"GmbH\b"),
    ("sdn bhd", r"(?i:Sdn\.?\s+Bhd\b\.?|Sendirian\s+Berhad)"),
    ("berhad", r"(?i:Berhad\b|Bhd\b\.?)"),
    ("pte ltd", r"(?i:Pte\.?\s+Ltd\b\.?)"),
];

/// A company's name without its legal form, and the form.
fn names(text: &str) -> Vec<(String, &'static str, Range<usize>)> {
    static LATIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let forms: Vec<String> =
            FORMS.iter().rev().enumerate().map(|(at, (_, f))| format!("(?<f{at}>{f})")).collect();
        let name = r"(?:[A-Z][\w&’'-]*\.?\s+){1,6}?";
        Regex::new(&format!(r"\b(?<name>{name}),?\s*(?:{})", forms.join("|"))).ok()
    });
    static HAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?<name>\p{Han}{4,16}?)(?<form>股份有限公司|有限责任公司|有限公司)").ok()
    });
    let mut found = Vec::new();
    for captures in LATIN.iter().flat_map(|regex| regex.captures_iter(text)) {
        let (Some(whole), Some(name)) = (captures.get(0), captures.name("name")) else { continue };
        let form = FORMS
            .iter()
            .rev()
            .enumerate()
            .find(|(at, _)| captures.name(&format!("f{at}")).is_some())
            .map(|(_, (form, _))| *form);
        if let Some(form) = form {
            let stem = folded_heading(name.as_str().trim_end_matches([',', ' ']));
            found.push((stem, form, whole.range()));
        }
    }
    for captures in HAN.iter().flat_map(|regex| regex.captures_iter(text)) {
        let (Some(whole), Some(name), Some(form)) =
            (captures.get(0), captures.name("name"), captures.name("form"))
        else {
            continue;
        };
        let form = if form.as_str().starts_with("股份") { "股份" } else { "有限" };
        found.push((name.as_str().to_owned(), form, whole.range()));
    }
    found
}

/// Companies that stand with two legal forms: "Acme Inc." and "Acme LLC". One
/// finding a company, at the form used less.
pub(super) fn forms(contract: &Contract) -> Vec<Place> {
    let mut by_name: BTreeMap<String, Vec<(&'static str, usize, Range<usize>)>> = BTreeMap::new();
    for (unit, u) in contract.units.iter().enumerate().filter(|(_, u)| u.role != Role::Aside) {
        for (name, form, range) in names(u.text.as_str()) {
            by_name.entry(name).or_default().push((form, unit, range));
        }
    }
    let mut places: Vec<Place> = by_name
        .into_values()
        .filter_map(|places| {
            // Affiliates are named side by side; a slip stands alone.
            let together = places.iter().any(|(form, unit, _)| {
                places.iter().any(|(other, at, _)| other != form && at == unit)
            });
            if together {
                return None;
            }
            let count = |form: &str| places.iter().filter(|(other, ..)| *other == form).count();
            let rare = places.iter().min_by_key(|(form, ..)| count(form))?;
            let common = places.iter().find(|(form, ..)| *form != rare.0)?;
            if count(rare.0) > 1 || count(common.0) < 2 {
                return None;
            }
            let further = occurrence(contract, common.1, common.2.clone());
            let name = contract.units[common.1].text.as_str().get(common.2.clone())?;
            Some(
                Place::new(contract, rare.1, rare.2.clone())
                    .with_further(further)
                    .with_detail(name.to_owned()),
            )
        })
        .collect();
    places.sort_by_key(|place| (place.at.unit, place.at.range.start));
    places
}
