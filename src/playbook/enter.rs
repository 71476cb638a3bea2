//! A playbook's positions become rules of a catalogue, in the place of the
//! limits that its other rules set on the same terms.

use super::read::Playbook;
use crate::catalogue::{
    Catalogue, Held, Origin, PLAYBOOK_GROUP, Position, Raise, Reach, Rule, RuleText, SuggestAs,
    TermId, Trigger,
};
use crate::check::{demand_words, rule_text};
use crate::matching::Lang;
use std::sync::Arc;

impl Playbook {
    /// Adds the positions to a catalogue's rules, a rule a key term or
    /// provision. A position on a term replaces the limits on it.
    pub fn enter(&self, catalogue: &mut Catalogue) {
        let terms: Vec<TermId> = self
            .positions
            .iter()
            .filter_map(|position| match position.held {
                Held::Term(term) => Some(term),
                Held::Provision(_) => None,
            })
            .collect();
        let replaced = |raise: &Raise| match &raise.trigger {
            Trigger::Limit { term, .. } => terms.contains(term),
            _ => false,
        };
        for rule in catalogue.rules.iter_mut().filter(|rule| rule.raise.iter().any(replaced)) {
            // Words with bounds beside a limit are the same limit, in wordings no term is read from.
            rule.raise.retain(|raise| match &raise.trigger {
                Trigger::Find { above, below, .. } => above.is_empty() && below.is_empty(),
                _ => !replaced(raise),
            });
        }
        let mut entered: Vec<Rule> = Vec::new();
        for position in &self.positions {
            let id = id(catalogue, position.held);
            let raise = raise(position);
            match entered.iter_mut().find(|rule| *rule.id == id) {
                Some(rule) => rule.raise.push(raise),
                None => entered.push(self.rule(catalogue, id, position, raise)),
            }
        }
        catalogue.rules.retain(|rule| entered.iter().all(|new| new.id != rule.id));
        catalogue.rules.extend(entered);
    }

    fn rule(&self, catalogue: &Catalogue, id: String, position: &Position, raise: Raise) -> Rule {
        let texts = Lang::ALL.into_iter().filter(|lang| {
            let spoken = self.about.iter().any(|about| about.lang == *lang);
            spoken || self.about.is_empty()
        });
        Rule {
            id: Arc::from(id),
            on: true,
            harms: self.side,
            severity: position.severity,
            raise: vec![raise],
            unless: Vec::new(),
            kinds: Vec::new(),
            has: Vec::new(),
            lacks: Vec::new(),
            beats: same_absence(catalogue, position.held),
            working: None,
            suggest_as: SuggestAs::default(),
            covers: Vec::new(),
            sources: Vec::new(),
            since: String::new(),
            texts: texts.map(|lang| text(catalogue, position, lang)).collect(),
            origin: Origin { path: String::new(), text: "".into() },
        }
    }
}

fn id(catalogue: &Catalogue, held: Held) -> String {
    let name = match held {
        Held::Term(term) => &catalogue.terms[term].name,
        Held::Provision(provision) => &catalogue.provisions[provision].name,
    };
    format!("{PLAYBOOK_GROUP}/{name}")
}

fn raise(position: &Position) -> Raise {
    Raise {
        trigger: Trigger::Position(Box::new(position.clone())),
        with: Vec::new(),
        has: Vec::new(),
        within: Reach::default(),
        inside: Vec::new(),
        severity: None,
        harms: None,
    }
}

/// Rules that miss the same thing and no more, and point at no words that call
/// for it: the position says more of it.
fn same_absence(catalogue: &Catalogue, held: Held) -> Vec<Arc<str>> {
    let own = match held {
        Held::Term(term) => catalogue.terms[term].inside.clone(),
        Held::Provision(provision) => vec![provision],
    };
    let misses = |raise: &Raise| match &raise.trigger {
        Trigger::Absent { provisions, each: false, at } => {
            at.is_empty() && provisions.iter().all(|provision| own.contains(provision))
        }
        _ => false,
    };
    let rules = catalogue.rules.iter().filter(|rule| rule.raise.iter().any(misses));
    rules.map(|rule| Arc::clone(&rule.id)).collect()
}

/// What is said of a position in general, where no contract is at hand.
fn text(catalogue: &Catalogue, position: &Position, lang: Lang) -> RuleText {
    let title = match position.held {
        Held::Term(term) => catalogue.terms[term].file.title(lang),
        Held::Provision(provision) => catalogue.provisions[provision].title(lang),
    };
    let said = position.text(lang);
    let note = said.and_then(|said| said.note.clone());
    RuleText {
        lang,
        title: rule_text(title, lang),
        why: note.unwrap_or_else(|| rule_text(title, lang)),
        message: demand_words(&position.acceptable, lang),
        suggest: said.and_then(|said| said.ideal.clone().or_else(|| said.acceptable.clone())),
        flags: Vec::new(),
        passes: Vec::new(),
        known_gap: Vec::new(),
        unattested: false,
    }
}
