//! Which numbers inside the lines of a plain text begin clauses: those that
//! come next after a number before them, on whatever page, and those that
//! begin a sequence which goes on behind them.

use super::marks::{Mark, Number, Standing};
use super::series::Items;
use std::collections::BTreeMap;

/// The sequences open while the marks of a document are read.
pub(super) struct Chains<'m> {
    marks: &'m [Mark],
    /// The last number of each, innermost last.
    open: Vec<Vec<u32>>,
    /// How many clauses have begun.
    begun: usize,
    /// The items under it.
    items: Items,
    /// The last 第 n 条.
    article: u32,
    /// The schedule that is open.
    part: String,
    /// The last schedule of a list of them.
    listed: Option<usize>,
    /// Where each schedule is last named.
    last_named: BTreeMap<&'m str, usize>,
}

/// Most sequences open at a time.
const DEEPEST: usize = 6;
/// How many marks ahead a sequence is looked for, and how many of its numbers.
const AHEAD: usize = 24;
const ENOUGH: usize = 4;
/// Numbers that follow each other closer than this many bytes are lines of a
/// table of contents.
const CLOSE: usize = 60;
/// Fewest clauses before a schedule in mid-line: before them it is only named.
const FEWEST_BEFORE: usize = 2;
/// So are schedules.
const CLOSE_PARTS: usize = 250;

impl<'m> Chains<'m> {
    pub(super) fn new(marks: &'m [Mark]) -> Self {
        let last_named = marks
            .iter()
            .enumerate()
            .filter_map(|(at, mark)| match &mark.number {
                Number::Part(name) => Some((name.as_str(), at)),
                _ => None,
            })
            .collect();
        Self {
            marks,
            open: Vec::new(),
            begun: 0,
            items: Items::default(),
            article: 0,
            part: String::new(),
            listed: None,
            last_named,
        }
    }

    /// Whether a clause begins at the next mark. Marks are taken in order.
    pub(super) fn take(&mut self, index: usize) -> bool {
        let mark = &self.marks[index];
        let begins = match &mark.number {
            Number::Path(path) => self.take_path(index, path),
            Number::Item(item) => self.items.take(mark, *item, &self.marks[index + 1..]),
            Number::Article(article) => {
                let begins = mark.standing == Standing::First
                    || *article == self.article + 1
                    || (*article == 1 && self.article == 0);
                if begins {
                    self.article = *article;
                    self.open.clear();
                    self.items = Items::default();
                }
                begins
            }
            Number::Part(name) => return self.take_part(index, name),
        };
        self.begun += usize::from(begins);
        begins
    }

    fn take_path(&mut self, index: usize, path: &[u32]) -> bool {
        let standing = self.marks[index].standing;
        let top = self.open.len().saturating_sub(1);
        let follows = (0..self.open.len())
            .rev()
            .find(|&at| comes_next(&self.open[at], path, if at == top { 2 } else { 1 }));
        let begins = match standing {
            Standing::First => true,
            Standing::Listed => {
                follows.is_some() || (self.is_open(path) && self.goes_on(index, path))
            }
            _ => follows.is_some() || self.goes_on(index, path),
        };
        if begins {
            match follows {
                Some(at) => {
                    self.open.truncate(at + 1);
                    self.open[at] = path.to_vec();
                }
                None => {
                    self.open.push(path.to_vec());
                    if self.open.len() > DEEPEST {
                        self.open.remove(0);
                    }
                }
            }
            self.items = Items::default();
        }
        begins
    }

    /// Whether a number is the first under the clause that is open.
    fn is_open(&self, path: &[u32]) -> bool {
        path.split_last().is_some_and(|(_, above)| self.open.last().is_some_and(|o| o == above))
    }

    /// Whether a sequence that nothing precedes goes on behind its number: one
    /// that begins by one number more, any other by two.
    fn goes_on(&self, index: usize, path: &[u32]) -> bool {
        let begins = path.last() == Some(&1);
        if begins && path.len() > 1 && self.open.is_empty() {
            return true;
        }
        let mut last = path;
        let mut count = 0;
        let mut end = self.marks[index].place;
        for mark in self.marks[index + 1..].iter().filter(|mark| !is_item(mark)).take(AHEAD) {
            match &mark.number {
                Number::Part(_) => break,
                Number::Path(next) if comes_next(last, next, 1) => {
                    last = next;
                    count += 1;
                    end = mark.place;
                }
                Number::Path(next) if next == path => break,
                _ => {}
            }
            if count == ENOUGH {
                break;
            }
        }
        let spread = end.saturating_sub(self.marks[index].place) >= CLOSE * count;
        count >= if begins { 1 } else { 2 } && spread
    }

    fn take_part(&mut self, index: usize, name: &str) -> bool {
        let mark = &self.marks[index];
        // A running header names the schedule that is open.
        let again = self.part == name;
        let place = mark.place;
        let ahead = &self.marks[index + 1..];
        let close = |other: &Mark| other.place.abs_diff(place) < CLOSE_PARTS;
        let next = ahead
            .iter()
            .filter(|mark| !is_item(mark))
            .take(AHEAD)
            .find(|next| matches!(next.number, Number::Part(_)));
        let later = self.last_named.get(name).is_some_and(|&last| last > index);
        let listed = (later && next.is_some_and(close))
            || self.listed.is_some_and(|at| close(&self.marks[at]));
        if listed {
            self.listed = Some(index);
        }
        let early = self.begun < FEWEST_BEFORE && self.part.is_empty();
        let begins = match mark.standing {
            Standing::First => !self.counts_on(index),
            _ => !again && !listed && !early && !self.counts_on(index),
        };
        if begins && !again {
            self.open.clear();
            self.items = Items::default();
            self.article = 0;
            name.clone_into(&mut self.part);
        }
        begins
    }

    /// Whether the clauses go on behind a schedule's name as if nothing stood
    /// between: then it is only named.
    fn counts_on(&self, index: usize) -> bool {
        let ahead = self.marks[index + 1..].iter().filter(|mark| !is_item(mark));
        let next = ahead.take(AHEAD).find(|mark| {
            matches!(mark.number, Number::Path(_) | Number::Part(_) | Number::Article(_))
        });
        match next.map(|mark| &mark.number) {
            Some(Number::Path(path)) => {
                let follows = self.open.iter().any(|last| comes_next(last, path, 1));
                follows && path.first().is_some_and(|&number| number > 1)
            }
            _ => false,
        }
    }
}

fn is_item(mark: &Mark) -> bool {
    matches!(mark.number, Number::Item(_))
}

/// Whether one number comes next after another: 4.1 after 4, 4.2 after 4.1 or
/// 4.1.3, 5 after 4.2, 5.1 after 4.2 where 5 was lost. `step`: how far the last
/// number may go on.
fn comes_next(last: &[u32], next: &[u32], step: u32) -> bool {
    let Some((&number, above)) = next.split_last() else { return false };
    let depth = next.len();
    if depth == last.len() + 1 {
        return above == last && number == 1;
    }
    if depth > last.len() {
        return false;
    }
    let before = last[depth - 1];
    (above == &last[..depth - 1] && (before + 1..=before + step).contains(&number))
        || (depth == 2 && above[0] == last[0] + 1 && number == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next_in_a_line() {
        assert!(comes_next(&[4], &[4, 1], 1) && comes_next(&[4, 1, 3], &[4, 2], 1));
        assert!(comes_next(&[4, 2], &[5], 1) && comes_next(&[4, 2], &[5, 1], 1));
        assert!(comes_next(&[4, 2], &[4, 4], 2) && !comes_next(&[4, 2], &[4, 4], 1));
        assert!(!comes_next(&[4], &[4, 2], 2) && !comes_next(&[4, 2], &[9], 2));
    }
}
