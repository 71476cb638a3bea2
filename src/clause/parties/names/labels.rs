//! Names behind labels: `甲方（采购方）：某公司`, `Customer: Acme Ltd`.

use super::{LONGEST_NAME, Name, Text, add, any_of};
use crate::catalogue::{NameWords, RoleWords, Vocabulary, vocabulary};
use crate::clause::parties::company::{self, clip};
use crate::matching::{Expression, fold, is_wide};
use std::ops::Range;
use std::sync::LazyLock;

/// The forms of labels.
struct Labels {
    /// `甲方：某公司`, `Customer: Acme Ltd`, `甲方（采购方）：某公司`.
    plain: Expression,
    /// The same, and `采购方（甲方）：某公司`.
    with_roles: Expression,
    /// What the latter cannot do without; as any words may stand before it, they are long to look for.
    role: Expression,
}

impl Labels {
    fn new(vocabulary: &Vocabulary) -> Result<Self, String> {
        let parties = &vocabulary.parties;
        let sides = [&parties.customer, &parties.vendor];
        let neutral = || parties.neutral.iter().map(String::as_str).chain(["丙方"]);
        let roles = sides.iter().flat_map(|side| {
            let han = side.if_defined.iter().filter(|word| word.starts_with(is_wide));
            side.always.iter().chain(&side.labels).chain(han)
        });
        let all = roles.chain(&vocabulary.names.weak_labels).map(String::as_str).chain(neutral());
        let role = format!(r"\((?<inner>{})\)", any_of(neutral()));
        let label = format!(r"(?<label>{})(?: ?\((?<beside>[^()]{{1,30}})\))?", any_of(all));
        Ok(Self {
            plain: Expression::new(&format!("{label} ?[:|]"))?,
            with_roles: Expression::new(&format!(
                r"(?:(?<role>[^()\s|,。;:]{{2,12}}) ?{role}|{label}) ?[:|]"
            ))?,
            role: Expression::new(&role)?,
        })
    }

    fn of(&self, text: &str) -> &Expression {
        if self.role.is_match(text) { &self.with_roles } else { &self.plain }
    }
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
pub(super) fn labelled(text: &Text<'_>, unit: usize, found: &mut Vec<Name>) {
    static LABELS: LazyLock<Option<Labels>> = LazyLock::new(|| Labels::new(vocabulary()).ok());
    let vocabulary = vocabulary();
    let (names, parties) = (&vocabulary.names, &vocabulary.parties);
    let lines: Vec<_> = LABELS
        .iter()
        .flat_map(|labels| labels.of(text.folded).captures_iter(text.folded))
        .filter_map(|line| {
            let mut range = line.get(0)?.range();
            if let Some(role) = line.name("role") {
                // Between Chinese words folding takes the space away.
                let written = text.plain_of(role.range());
                let last = written.split_whitespace().next_back().unwrap_or_default();
                range.start = role.end() - fold(last).len().min(role.as_str().len());
            }
            Some((range, line))
        })
        .filter(|(range, line)| line.name("role").is_some() || begins(text, range.start))
        .collect();
    for (index, (range, line)) in lines.iter().enumerate() {
        let Some(label) = line.name("label").or(line.name("inner")) else { continue };
        let label = label.as_str();
        let end = lines.get(index + 1).map_or(text.folded.len(), |(next, _)| next.start);
        let behind = range.end..end.max(range.end);
        let written = value(text, behind.clone(), names);
        let side = [(&parties.customer, 0), (&parties.vendor, 1)]
            .into_iter()
            .find(|(side, _)| side.labels.iter().any(|word| word == label))
            .and_then(|(side, _)| side.always.first());
        let own = side.is_some() && parties.may_name(label);
        let weak = side.is_some() && !own || names.weak_labels.iter().any(|word| word == label);
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
        let beside = beside.or_else(|| role_behind(text, behind, written));
        let party = found.len();
        // The label of one side is no name; the one behind it is.
        if let Some(side) = side {
            let Some(full) = full else { continue };
            let word = fold(&full).as_str().to_owned();
            let beside = Some(side.clone());
            add(found, Name { word, full_name: Some(full), unit, party, beside });
            // 采购单位 is also what the contract calls it.
            if own {
                let word = label.to_owned();
                add(found, Name { word, full_name: None, unit, party, beside: None });
            }
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

/// The role in brackets behind a name: `甲方：某公司（客户）`.
fn role_behind(text: &Text<'_>, range: Range<usize>, name: &str) -> Option<String> {
    let parties = &vocabulary().parties;
    let behind = text.plain_of(range).split_once(name).filter(|_| !name.is_empty())?.1;
    let inside = behind.trim_start().strip_prefix(['(', '（'])?.split([')', '）']).next()?;
    let role = fold(inside).as_str().to_owned();
    let known = |side: &RoleWords| side.always.contains(&role) || side.if_defined.contains(&role);
    (known(&parties.customer) || known(&parties.vendor)).then_some(role)
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
