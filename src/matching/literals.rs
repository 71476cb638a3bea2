//! The literals an expression cannot match without: what the gate looks for
//! before an expression is tried at all.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Most alternatives kept for one expression.
const MOST: usize = 32;
/// Most characters of a class that are spelt out.
const MOST_IN_CLASS: usize = 6;
/// Most sets that are asked of one expression.
const MOST_SETS: usize = 3;

/// Strings one of which is in every match.
type Set = Vec<String>;

/// What is known of the strings an expression matches.
struct Known {
    /// All of them, if they are few.
    exact: Option<Set>,
    /// Every match holds a string of each.
    inside: Vec<Set>,
}

/// Sets of literals (at least two bytes each): every match of an expression
/// holds one of each set. The most telling come first.
pub(super) fn required(hir: &Hir) -> Vec<Set> {
    let known = known(hir);
    let mut sets = known.inside;
    sets.extend(known.exact);
    sets.retain_mut(telling);
    sets.sort_by_key(|set| std::cmp::Reverse(worth(set)));
    let mut kept: Vec<Set> = Vec::new();
    for set in sets {
        // A set whose strings lie within those of another asks nothing more.
        let within =
            |other: &Set| other.iter().all(|long| set.iter().any(|s| long.contains(s.as_str())));
        if kept.len() < MOST_SETS && !kept.iter().any(within) {
            kept.push(set);
        }
    }
    kept
}

/// Sorts a set and leaves out what another string of it implies; whether it
/// then tells anything.
fn telling(set: &mut Set) -> bool {
    set.sort();
    set.dedup();
    let all = set.clone();
    set.retain(|s| !all.iter().any(|other| other != s && s.contains(other.as_str())));
    set.iter().map(String::len).min().is_some_and(|shortest| shortest >= 2)
}

fn worth(set: &Set) -> usize {
    let shortest = set.iter().map(String::len).min().unwrap_or(0);
    (shortest * 4).saturating_sub(set.len())
}

fn nowhere_empty(set: &Set) -> bool {
    set.iter().all(|s| !s.is_empty())
}

/// Rules are written by users: nesting is bounded by the parser's own limit
/// (250), so recursion here is too.
fn known(hir: &Hir) -> Known {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {
            Known { exact: Some(vec![String::new()]), inside: Vec::new() }
        }
        HirKind::Literal(literal) => {
            let text = vec![String::from_utf8_lossy(&literal.0).into_owned()];
            Known { exact: Some(text.clone()), inside: vec![text] }
        }
        HirKind::Class(class) => {
            let spelt = spell_out(class);
            Known { exact: spelt.clone(), inside: spelt.into_iter().collect() }
        }
        HirKind::Capture(capture) => known(&capture.sub),
        HirKind::Repetition(repetition) => {
            let sub = known(&repetition.sub);
            match (repetition.min, repetition.max) {
                (0, Some(1)) => {
                    let exact = sub.exact.filter(|set| set.len() < MOST).map(|mut set| {
                        set.push(String::new());
                        set
                    });
                    Known { exact, inside: Vec::new() }
                }
                (0, _) => Known { exact: None, inside: Vec::new() },
                (1, Some(1)) => sub,
                _ => Known { exact: None, inside: sub.inside },
            }
        }
        HirKind::Concat(parts) => sequence(parts),
        HirKind::Alternation(options) => alternatives(options),
    }
}

/// Of each alternative its best set: a match holds a string of one of them.
fn alternatives(options: &[Hir]) -> Known {
    let mut all: Option<Set> = Some(Vec::new());
    let mut one_of: Option<Set> = Some(Vec::new());
    for option in options {
        let Known { exact, inside } = known(option);
        let best = inside.into_iter().chain(exact.clone()).filter(nowhere_empty).max_by_key(worth);
        let joined = |sets: Option<Set>, more: Option<Set>| Some([sets?, more?].concat());
        all = joined(all, exact).filter(|set| set.len() <= MOST);
        one_of = joined(one_of, best);
    }
    let exact = all.map(|mut set| {
        set.sort();
        set.dedup();
        set
    });
    Known { exact, inside: one_of.into_iter().collect() }
}

fn sequence(parts: &[Hir]) -> Known {
    let mut run: Set = vec![String::new()];
    let mut whole = true;
    let mut inside = Vec::new();
    for part in parts {
        let next = known(part);
        match next.exact {
            Some(exact) if run.len() * exact.len() <= MOST => {
                run =
                    run.iter().flat_map(|a| exact.iter().map(move |b| format!("{a}{b}"))).collect();
                run.sort();
                run.dedup();
            }
            exact => {
                whole = false;
                inside.push(run);
                inside.extend(next.inside);
                run = exact.unwrap_or_else(|| vec![String::new()]);
            }
        }
    }
    inside.push(run.clone());
    inside.retain(nowhere_empty);
    Known { exact: whole.then_some(run), inside }
}

fn spell_out(class: &Class) -> Option<Set> {
    let Class::Unicode(class) = class else { return None };
    let count: usize = class.iter().map(|r| r.end() as usize - r.start() as usize + 1).sum();
    (count <= MOST_IN_CLASS)
        .then(|| class.iter().flat_map(|r| r.start()..=r.end()).map(String::from).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_match_holds_one_of_each_set() {
        let of = |e| super::required(&regex_syntax::Parser::new().parse(e).unwrap());
        assert_eq!(
            of("(additional|other) (charges|fees) may"),
            [[
                "additional charges may",
                "additional fees may",
                "other charges may",
                "other fees may"
            ]]
        );
        assert_eq!(
            of("fees?[a-z ]*shall (not )?increase"),
            [vec!["shall increase", "shall not increase"], vec!["fee"]]
        );
        assert_eq!(of("另行(收费|计费)"), [["另行收费", "另行计费"]]);
        assert_eq!(of("[a-z]+"), Vec::<Vec<String>>::new());
        assert_eq!(of("(in|of) [a-z]{2,9} (fee|cost)"), [[" cost", " fee"], ["in ", "of "]]);
    }
}
