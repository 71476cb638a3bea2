//! Which position a value meets, and whose approval it needs.

use super::order;
use super::values::{Stated, Value};
use crate::catalogue::{Approval, Demand, Held, Met, Position, TermRule};
use crate::check::raise::Bench;
use crate::matching::fold;
use crate::quantity::Quantity;
use std::cmp::Ordering;

impl Bench<'_, '_> {
    /// Which position a value meets, and which of the approvals it needs.
    pub(super) fn met(&self, position: &Position, value: &Value) -> (Met, Option<usize>) {
        let ideal = position.ideal.as_ref();
        for (demand, met) in [(ideal, Met::Ideal), (Some(&position.acceptable), Met::Acceptable)] {
            match demand.map(|demand| self.satisfies(position, demand, value)) {
                Some(Some(true)) => return (met, None),
                Some(None) => return (Met::Unclear, None),
                Some(Some(false)) | None => {}
            }
        }
        let walks = position.walk_away.as_ref();
        if walks.is_some_and(|demand| self.satisfies(position, demand, value) == Some(true)) {
            return (Met::WalkAway, None);
        }
        let approval = position.approvals.iter().position(|one| self.reaches(position, one, value));
        (Met::NeedsApproval, approval)
    }

    /// What a contract meets that says nothing.
    pub(super) fn met_missing(&self, position: &Position) -> Met {
        let by_demand = || match (&position.ideal, &position.acceptable) {
            (Some(Demand::Absent), _) => Met::Ideal,
            (_, Demand::Absent) => Met::Acceptable,
            _ => Met::WalkAway,
        };
        let met = position.missing.unwrap_or_else(by_demand);
        let elsewhere = met > Met::Acceptable && self.reading.has_any(&position.elsewhere);
        if elsewhere { Met::Elsewhere } else { met }
    }

    /// Whether a value has any of the words that the demands name.
    pub(super) fn names_any(&self, position: &Position, value: &Value) -> bool {
        let demands = [position.ideal.as_ref(), Some(&position.acceptable)];
        demands.into_iter().chain([position.walk_away.as_ref()]).flatten().any(|demand| {
            matches!(demand, Demand::OneOf(_))
                && self.satisfies(position, demand, value) == Some(true)
        })
    }

    /// Whether a value is as demanded; `None` where that cannot be told.
    fn satisfies(&self, position: &Position, demand: &Demand, value: &Value) -> Option<bool> {
        let within = |figure: &Quantity, upper: bool, wanted: fn(Ordering) -> bool| {
            let Stated::Figure(stated) = &value.stated else { return None };
            order(self.rule(position)?, stated, upper, figure).map(wanted)
        };
        match demand {
            Demand::Present => Some(true),
            Demand::Absent => Some(false),
            Demand::OneOf(words) => {
                let written = fold(&value.written(self.reading));
                let says = |word: &String| contains_word(written.as_str(), fold(word).as_str());
                Some(words.iter().any(says))
            }
            Demand::AtLeast(figure) => within(figure, false, Ordering::is_ge),
            Demand::AtMost(figure) => within(figure, true, Ordering::is_le),
            Demand::Below(figure) => within(figure, false, Ordering::is_lt),
            Demand::Above(figure) => within(figure, true, Ordering::is_gt),
        }
    }

    /// Whether someone's approval goes as far as a value.
    fn reaches(&self, position: &Position, approval: &Approval, value: &Value) -> bool {
        let Some(to) = &approval.to else { return true };
        let demand = match position.acceptable {
            Demand::AtLeast(_) => Demand::AtLeast(to.clone()),
            _ => Demand::AtMost(to.clone()),
        };
        self.satisfies(position, &demand, value) == Some(true)
    }

    fn rule(&self, position: &Position) -> Option<&TermRule> {
        match position.held {
            Held::Term(term) => self.reading.catalogue.terms.get(term),
            Held::Provision(_) => None,
        }
    }
}

/// Whether words stand in a text as words of their own; in Chinese, at all.
fn contains_word(text: &str, words: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).is_some_and(|before| before.ends_with(letter));
        let behind = text.get(at + found.len()..).is_some_and(|rest| rest.starts_with(letter));
        !before && !behind
    })
}

#[cfg(test)]
mod tests {
    use super::contains_word;

    #[test]
    fn a_name_is_found_as_a_word_and_not_inside_another() {
        assert!(contains_word("governed by the laws of malaysia.", "malaysia"));
        assert!(!contains_word("the malaysian courts", "malaysia"));
        assert!(contains_word("适用中华人民共和国法律", "中华人民共和国"));
    }
}
