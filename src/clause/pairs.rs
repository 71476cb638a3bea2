//! A bilingual contract's paragraphs in pairs: the cells of a row side by
//! side, paragraphs that alternate, the two halves of one paragraph, or the
//! clauses of one number in two versions. What the pairs say is not compared
//! here.

use super::contract::Contract;
use super::unit::Role;
use crate::matching::{Lang, is_wide, languages_of, sentences};
use std::collections::BTreeMap;
use std::ops::Range;

/// Words of one paragraph in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Half {
    /// The unit they stand in.
    pub unit: usize,
    /// Where, in the unit's plain text.
    pub range: Range<usize>,
    /// Their language.
    pub lang: Lang,
}

/// A paragraph and what says the same in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The half that stands first.
    pub first: Half,
    /// The other.
    pub second: Half,
}

/// Pairs fewer than this are chance: a quoted sentence, a heading in two languages.
const FEWEST_PAIRS: usize = 2;

/// A contract is bilingual where at least one paragraph in this many has its
/// counterpart; fewer are chance.
const SHARE_OF_PAIRED: usize = 4;

/// The pairs of a contract, in text order; empty where it is not bilingual.
pub(super) fn pairs(contract: &Contract) -> Vec<Pair> {
    let mut languages = contract.paragraphs.iter().flat_map(|paragraph| &paragraph.languages);
    let one = languages.next();
    if languages.all(|other| Some(other) == one) {
        return Vec::new();
    }
    let mut found: Vec<Pair> = Vec::new();
    let mut open: Option<Half> = None;
    let mut told = 0;
    for unit in 0..contract.units.len() {
        if matches!(contract.units[unit].role, Role::Aside | Role::Row(0))
            || contract.units[unit].text.as_str().trim().is_empty()
        {
            continue;
        }
        let halves = halves(contract, unit);
        told += halves.len();
        match halves.as_slice() {
            [first, second] => {
                found.push(Pair { first: first.clone(), second: second.clone() });
                open = None;
            }
            [half] => match open.take() {
                Some(before) if before.lang != half.lang && beside(contract, &before, half) => {
                    found.push(Pair { first: before, second: half.clone() });
                }
                _ => open = Some(half.clone()),
            },
            _ => open = None,
        }
    }
    if found.len() < FEWEST_PAIRS || found.len() * 2 * SHARE_OF_PAIRED < told {
        found = by_number(contract);
    }
    if found.len() < FEWEST_PAIRS { Vec::new() } else { found }
}

/// Whether two paragraphs that follow each other may say the same: no rows, of one
/// role, with one number or with a number for the first only.
fn beside(contract: &Contract, first: &Half, second: &Half) -> bool {
    let (one, other) = (&contract.units[first.unit], &contract.units[second.unit]);
    let numbers = match (&one.label, &other.label) {
        (Some(one), Some(other)) => one.path == other.path,
        (_, None) => true,
        (None, Some(_)) => false,
    };
    let heading = |role: Role| matches!(role, Role::Heading(_));
    // A row says in its cells what it says in both languages, and the next row says something else.
    let row = |role: Role| matches!(role, Role::Row(_));
    let rows = row(one.role) || row(other.role);
    !rows && one.document == other.document && numbers && heading(one.role) == heading(other.role)
}

/// The languages of a unit apart: the cells of its row, or its sentences, if
/// each is in one language and the language changes once.
fn halves(contract: &Contract, unit: usize) -> Vec<Half> {
    let text = contract.units[unit].text.as_str();
    let pieces: Vec<Range<usize>> = if matches!(contract.units[unit].role, Role::Row(_)) {
        cells(text)
    } else {
        let paragraph = &contract.paragraphs[unit];
        sentences(paragraph.folded.as_str())
            .into_iter()
            .flat_map(|sentence| by_script(text, paragraph.folded.origin(sentence).range()))
            .collect()
    };
    let mut found: Vec<Half> = Vec::new();
    for range in pieces {
        let Some(words) = text.get(range.clone()) else { continue };
        let Some(lang) = only_language(words) else { continue };
        match found.last_mut() {
            Some(last) if last.lang == lang => last.range.end = range.end,
            _ => found.push(Half { unit, range, lang }),
        }
    }
    found
}

/// A sentence apart where one ends and the script changes: between "days." and
/// 客户, where no space need stand.
fn by_script(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = vec![sentence.clone()];
    let Some(words) = text.get(sentence.clone()) else { return pieces };
    let mut ended = false;
    let mut han_before = None;
    for (at, c) in words.char_indices() {
        if c.is_alphabetic() {
            let han = is_wide(c);
            if ended && han_before.is_some_and(|before| before != han) {
                let cut = sentence.start + at;
                if let Some(last) = pieces.last_mut() {
                    last.end = cut;
                }
                pieces.push(cut..sentence.end);
            }
            (ended, han_before) = (false, Some(han));
        } else if matches!(c, '.' | ';' | ':' | '。' | '；' | '：') {
            ended = true;
        }
    }
    pieces
}

/// The cells of a row, as the row's text joins them.
fn cells(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split(" | ")
        .map(|cell| {
            let range = at..at + cell.len();
            at = range.end + " | ".len();
            range
        })
        .collect()
}

/// The language of words that are in one language; none for figures alone.
fn only_language(words: &str) -> Option<Lang> {
    if !words.chars().any(char::is_alphabetic) {
        return None;
    }
    let folded = crate::matching::fold(words);
    // One version quotes terms of the other: the script of the sentence tells.
    match languages_of(folded.as_str()).as_slice() {
        [lang] => Some(*lang),
        [Lang::Zh, ..] => Some(Lang::Zh),
        _ => None,
    }
}

/// Clauses with one number in two languages: a contract and behind it its
/// translation.
fn by_number(contract: &Contract) -> Vec<Pair> {
    let mut numbered: BTreeMap<Vec<u32>, Vec<Half>> = BTreeMap::new();
    for (unit, u) in contract.units.iter().enumerate() {
        let Some(label) = u.label.as_ref().filter(|label| !label.path.is_empty()) else { continue };
        let above: Vec<u32> = contract
            .path_from(contract.owners[unit])
            .skip(1)
            .filter_map(|at| contract.clauses[at].label.as_ref())
            .flat_map(|label| label.path.iter().copied())
            .collect();
        let key = above.into_iter().chain(label.path.iter().copied()).collect();
        if let [half] = halves(contract, unit).as_slice() {
            numbered.entry(key).or_default().push(half.clone());
        }
    }
    let mut found: Vec<Pair> = numbered
        .into_values()
        .filter_map(|halves| match halves.as_slice() {
            [first, second] if first.lang != second.lang => {
                Some(Pair { first: first.clone(), second: second.clone() })
            }
            _ => None,
        })
        .collect();
    found.sort_by_key(|pair| pair.first.unit);
    found
}

#[cfg(test)]
mod tests {
    use crate::clause::{Contract, NamedParties};
    use crate::read::read_markdown;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let document = read_markdown("t.md", text.to_owned());
        let contract = Contract::new(vec![document], &NamedParties::default());
        let words = |half: &super::Half| {
            contract.units[half.unit].text.as_str()[half.range.clone()].trim().to_owned()
        };
        contract.pairs().iter().map(|pair| (words(&pair.first), words(&pair.second))).collect()
    }

    const FEE: (&str, &str) = ("The Customer shall pay within 30 days.", "客户应在30日内付款。");
    const END: (&str, &str) = ("Either party may end it by notice.", "任何一方可以通知终止。");

    fn both() -> Vec<(String, String)> {
        [FEE, END].map(|(one, other)| (one.to_owned(), other.to_owned())).to_vec()
    }

    #[test]
    fn rows_side_by_side() {
        let table = format!(
            "| English | 中文 |\n|---|---|\n| {} | {} |\n| {} | {} |\n",
            FEE.0, FEE.1, END.0, END.1
        );
        assert_eq!(pairs(&table), both());
    }

    #[test]
    fn paragraphs_that_alternate() {
        let text = format!("1. {}\n\n   {}\n\n2. {}\n\n   {}\n", FEE.0, FEE.1, END.0, END.1);
        assert_eq!(pairs(&text), both());
    }

    #[test]
    fn rows_below_each_other_are_no_versions() {
        let text = format!(
            "1. {}\n\n   {}\n\n2. {}\n\n   {}\n\n| Uptime | Credit |\n|---|---|\n\
             | at least 95.0% of the month | the Customer receives 20% |\n\
             | 99.0% hingga 99.8% bagi setiap bulan | Pelanggan menerima 10% |\n",
            FEE.0, FEE.1, END.0, END.1
        );
        assert_eq!(pairs(&text), both());
    }

    #[test]
    fn halves_of_one_paragraph() {
        let text = format!("1. {} {}\n\n2. {} {}\n", FEE.0, FEE.1, END.0, END.1);
        assert_eq!(pairs(&text), both());
    }

    #[test]
    fn two_versions_one_after_the_other() {
        let text = format!(
            "# Agreement\n\n1. {}\n2. {}\n\n# 合同\n\n1. {}\n2. {}\n",
            FEE.0, END.0, FEE.1, END.1
        );
        assert_eq!(pairs(&text), both());
    }

    #[test]
    fn one_language_has_no_pairs() {
        assert!(pairs("1. The Customer shall pay.\n\n2. The Supplier shall serve.\n").is_empty());
        assert!(pairs("1. 客户应付款。\n\n2. 供应商应提供服务（the Services）。\n").is_empty());
    }
}
