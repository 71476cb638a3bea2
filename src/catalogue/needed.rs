//! Which words are worth looking for in a sentence: those of which a rule can
//! make something, given which other words may stand there.
//!
//! A rule that finds words with others in the same sentence makes nothing of
//! either where the gate has not admitted both.

use super::files::Reach;
use super::rule::{Condition, ListId, ProvisionRule, Raise, Rule, Trigger, WordEntry};

/// What the rules need of each list of words.
#[derive(Debug)]
pub(crate) struct Needed {
    lists: Vec<Need>,
    joins: Vec<Join>,
}

/// When words of a list are needed.
#[derive(Debug, Clone, Default)]
struct Need {
    /// Wherever they stand.
    always: bool,
    /// In headings.
    in_headings: bool,
    /// In a sentence that has one of these joins.
    joins: Vec<u32>,
}

/// Words of one of some lists, and of each of others.
#[derive(Debug)]
struct Join {
    one: Vec<ListId>,
    each: Vec<ListId>,
}

/// The lists that may have words in a sentence, a bit each.
#[derive(Debug, Default)]
struct Present(Vec<u64>);

impl Needed {
    /// What these rules need of so many lists.
    pub(super) fn new(lists: usize, provisions: &[ProvisionRule], rules: &[Rule]) -> Self {
        let mut needed = Self { lists: vec![Need::default(); lists], joins: Vec::new() };
        for provision in provisions {
            needed.lists[provision.headings as usize].in_headings = true;
            needed.read(&provision.mark, &provision.unless);
            // Words that mark nothing for want of others are told of where the
            // provision is missing.
            for mark in &provision.mark {
                if let Trigger::Find { lists, .. } = &mark.trigger {
                    needed.always(lists);
                }
            }
        }
        for rule in rules {
            needed.read(&rule.raise, &rule.unless);
        }
        needed
    }

    fn always(&mut self, lists: &[ListId]) {
        lists.iter().for_each(|&list| self.lists[list as usize].always = true);
    }

    fn read(&mut self, raises: &[Raise], unless: &[Condition]) {
        for raise in raises {
            let Trigger::Find { lists, .. } = &raise.trigger else {
                self.always(&raise.with);
                unless.iter().for_each(|condition| self.always(&condition.find));
                continue;
            };
            let near = in_sentence(raise.within);
            let join = self.joins.len() as u32;
            let each = if near { raise.with.clone() } else { Vec::new() };
            self.joins.push(Join { one: lists.clone(), each });
            let mut needs = |list: ListId| self.lists[list as usize].joins.push(join);
            lists.iter().copied().for_each(&mut needs);
            if near {
                raise.with.iter().copied().for_each(&mut needs);
            }
            for condition in unless.iter().filter(|condition| in_sentence(condition.within)) {
                condition.find.iter().copied().for_each(&mut needs);
            }
            if !near {
                self.always(&raise.with);
            }
            for condition in unless.iter().filter(|condition| !in_sentence(condition.within)) {
                self.always(&condition.find);
            }
        }
    }

    /// Leaves those of a sentence's words that are needed there.
    pub(crate) fn keep(&self, words: &mut Vec<u32>, entries: &[WordEntry], in_heading: bool) {
        let list = |word: u32| entries[word as usize].list;
        let mut present = Present(vec![0; self.lists.len() / 64 + 1]);
        words.iter().for_each(|&word| present.add(list(word)));
        words.retain(|&word| {
            let need = &self.lists[list(word) as usize];
            need.always
                || (need.in_headings && in_heading)
                || need.joins.iter().any(|&join| present.holds(&self.joins[join as usize]))
        });
    }
}

/// Whether a reach goes no further than the sentence.
fn in_sentence(reach: Reach) -> bool {
    matches!(reach, Reach::Words | Reach::Before | Reach::Sentence)
}

impl Present {
    fn add(&mut self, list: ListId) {
        self.0[list as usize / 64] |= 1 << (list % 64);
    }

    fn has(&self, list: ListId) -> bool {
        self.0[list as usize / 64] & 1 << (list % 64) != 0
    }

    fn holds(&self, join: &Join) -> bool {
        join.one.iter().any(|&list| self.has(list)) && join.each.iter().all(|&list| self.has(list))
    }
}
