//! How a clause is cited: `4.2(b)`, `第五条 5.3`, `Schedule 2 3`, `B.1`.

use super::label::Label;
use super::tree::Clause;
use crate::catalogue::{Cite, vocabulary};
use crate::matching::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Longest heading that is put before a number that stands under several headings.
const LONGEST_LEAD: usize = 60;

/// Gives each clause of a document its address; clauses come after those above them.
pub(super) fn set_addresses(clauses: &mut [Clause], first: usize) {
    let leading = leading(clauses, first);
    for at in 1..clauses.len() {
        let Some(above) = parent(clauses, &clauses[at], first) else { continue };
        let clause = &clauses[at];
        let numbered = nearest_labelled(clauses, above, first);
        clauses[at].address = match &clause.label {
            Some(label) if numbered.label.is_some() => {
                under(label, clause.item, above.item, numbered)
            }
            Some(label) => {
                let leads = clause.parent.is_some_and(|above| leading.contains(&above));
                if leads && label.cite == Cite::Path {
                    format!("{} {}", above.heading, label.text)
                } else {
                    label.text.clone()
                }
            }
            // A heading inside a numbered clause is cited by the number.
            None if numbered.label.is_some() => numbered.address.clone(),
            None => clause.heading.clone(),
        };
    }
}

/// The headings without a number under which a number stands that another such
/// heading has as well: they are put before their numbers.
fn leading(clauses: &[Clause], first: usize) -> BTreeSet<usize> {
    let openings = &vocabulary().headings.openings;
    let mut under: BTreeMap<&[u32], BTreeSet<usize>> = BTreeMap::new();
    for clause in clauses {
        let label = clause.label.as_ref().filter(|label| label.cite == Cite::Path);
        if let (Some(label), Some(at), Some(above)) =
            (label, clause.parent, parent(clauses, clause, first))
            && above.label.is_none()
        {
            under.entry(&label.path).or_default().insert(at);
        }
    }
    let names = |at: &usize| {
        let heading = &clauses[at - first];
        let folded = fold(heading.heading.trim_end_matches([':', '：', '.']));
        heading.depth > 0
            && heading.heading.chars().count() <= LONGEST_LEAD
            && !openings.iter().any(|opening| opening == folded.as_str())
    };
    let several = under.into_values().filter(|headings| headings.len() > 1);
    several.flatten().filter(names).collect()
}

fn parent<'a>(clauses: &'a [Clause], clause: &Clause, first: usize) -> Option<&'a Clause> {
    clauses.get(clause.parent?.checked_sub(first)?)
}

/// The clause itself, or the nearest above it that has a number.
fn nearest_labelled<'a>(clauses: &'a [Clause], mut clause: &'a Clause, first: usize) -> &'a Clause {
    while clause.label.is_none()
        && let Some(above) = parent(clauses, clause, first)
    {
        clause = above;
    }
    clause
}

/// The address of a label under a clause.
fn under(label: &Label, item: bool, nested: bool, above: &Clause) -> String {
    let text = &label.text;
    let Some(upper) = &above.label else { return text.clone() };
    let behind = || format!("{} {text}", above.address);
    let letter = |label: &Label| matches!(label.style.as_str(), "capital-dot" | "roman-capital");
    match label.cite {
        Cite::Part => text.clone(),
        Cite::Suffix if above.part && !text.starts_with(['(', '（']) => behind(),
        Cite::Suffix if text.starts_with(|c: char| c == '(' || !c.is_ascii()) => {
            format!("{}{text}", above.address)
        }
        Cite::Suffix => format!("{}({text})", above.address),
        Cite::Own if above.part => format!("{}, {text}", above.address),
        Cite::Own if letter(label) && upper.cite == Cite::Path => {
            format!("{}.{text}", above.address)
        }
        Cite::Own => text.clone(),
        Cite::Path if above.part => behind(),
        Cite::Path if item && nested => format!("{}.{text}", above.address),
        Cite::Path if label.style == "letter-decimal" => text.clone(),
        Cite::Path if label.path.len() == 1 && letter(upper) => format!("{}.{text}", above.address),
        Cite::Path if upper.cite == Cite::Own => {
            if is_english(upper) && label.path.len() > 1 {
                text.clone()
            } else {
                behind()
            }
        }
        // 4.2 under 4 needs no more than its own number.
        Cite::Path if label.path.len() > 1 => match above.address.strip_suffix(upper.text.as_str())
        {
            Some(lead) if label.path.starts_with(&upper.path) => format!("{lead}{text}"),
            _ => text.clone(),
        },
        Cite::Path if text.is_ascii() && above.address.is_ascii() => {
            format!("{}({text})", above.address)
        }
        Cite::Path => behind(),
    }
}

/// English articles and sections are not named with the numbers under them.
fn is_english(label: &Label) -> bool {
    let word = label.text.split(' ').next().unwrap_or("").to_lowercase();
    ["article", "part", "chapter", "section", "clause"].contains(&word.as_str())
}
