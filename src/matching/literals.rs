//! The literals an expression cannot match without: what the gate looks for
//! before an expression is tried at all.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Most alternatives kept for one expression.
const MOST: usize = 32;
/// Most characters of a class that are spelt out.
const MOST_IN_CLASS: usize = 6;

/// What is known of the strings an expression matches.
struct Known {
    /// All of them, if they are few.
    exact: Option<Vec<String>>,
    /// Strings one of which every match contains.
    inside: Option<Vec<String>>,
}

/// Literals (at least two bytes each) one of which is in every match of an
/// expression.
pub(super) fn required(hir: &Hir) -> Option<Vec<String>> {
    let known = known(hir);
    let mut set = better(known.exact.filter(|set| nowhere_empty(set)), known.inside)?;
    set.sort();
    set.dedup();
    let all = set.clone();
    set.retain(|s| !all.iter().any(|other| other != s && s.contains(other.as_str())));
    (set.iter().map(String::len).min()? >= 2).then_some(set)
}

fn nowhere_empty(set: &[String]) -> bool {
    set.iter().all(|s| !s.is_empty())
}

fn better(a: Option<Vec<String>>, b: Option<Vec<String>>) -> Option<Vec<String>> {
    let worth = |set: &[String]| {
        let shortest = set.iter().map(String::len).min().unwrap_or(0);
        (shortest * 4).saturating_sub(set.len())
    };
    match (a, b) {
        (Some(a), Some(b)) => Some(if worth(&b) > worth(&a) { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Rules are written by users: nesting is bounded by the parser's own limit
/// (250), so recursion here is too.
fn known(hir: &Hir) -> Known {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {
            Known { exact: Some(vec![String::new()]), inside: None }
        }
        HirKind::Literal(literal) => {
            let text = vec![String::from_utf8_lossy(&literal.0).into_owned()];
            Known { exact: Some(text.clone()), inside: Some(text) }
        }
        HirKind::Class(class) => {
            let spelt = spell_out(class);
            Known { exact: spelt.clone(), inside: spelt }
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
                    Known { exact, inside: None }
                }
                (0, _) => Known { exact: None, inside: None },
                (1, Some(1)) => sub,
                _ => Known { exact: None, inside: sub.inside },
            }
        }
        HirKind::Concat(parts) => sequence(parts),
        HirKind::Alternation(options) => {
            let options: Vec<Known> = options.iter().map(known).collect();
            let exact: Option<Vec<_>> = options.iter().map(|k| k.exact.clone()).collect();
            let exact = exact.map(|sets| {
                let mut all = sets.concat();
                all.sort();
                all.dedup();
                all
            });
            let inside: Option<Vec<_>> = options.into_iter().map(|k| k.inside).collect();
            Known {
                exact: exact.filter(|set| set.len() <= MOST),
                inside: inside.map(|sets| sets.concat()),
            }
        }
    }
}

fn sequence(parts: &[Hir]) -> Known {
    let mut run: Vec<String> = vec![String::new()];
    let mut whole = true;
    let mut inside = None;
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
                inside = better(inside, Some(run).filter(|set| nowhere_empty(set)));
                inside = better(inside, next.inside);
                run = exact.unwrap_or_else(|| vec![String::new()]);
            }
        }
    }
    inside = better(inside, Some(run.clone()).filter(|set| nowhere_empty(set)));
    Known { exact: whole.then_some(run), inside }
}

fn spell_out(class: &Class) -> Option<Vec<String>> {
    let Class::Unicode(class) = class else { return None };
    let count: usize = class.iter().map(|r| r.end() as usize - r.start() as usize + 1).sum();
    (count <= MOST_IN_CLASS)
        .then(|| class.iter().flat_map(|r| r.start()..=r.end()).map(String::from).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_match_holds_one_of_the_literals() {
        let required = |e| super::required(&regex_syntax::Parser::new().parse(e).unwrap());
        let of = |e| required(e).unwrap_or_default();
        assert_eq!(
            of("(additional|other) (charges|fees) may"),
            [
                "additional charges may",
                "additional fees may",
                "other charges may",
                "other fees may"
            ]
        );
        assert_eq!(
            of("fees?[a-z ]*shall (not )?increase"),
            ["shall increase", "shall not increase"]
        );
        assert_eq!(of("另行(收费|计费)"), ["另行收费", "另行计费"]);
        assert_eq!(required("[a-z]+"), None);
    }
}
