//! A playbook's positions in words, for people who read the playbook itself.

use super::read::Playbook;
use crate::catalogue::{Catalogue, Demand, Held, Met, Position};
use crate::check::demand_words;
use crate::matching::Lang;

/// One position in words of one language.
#[derive(Debug, Clone)]
pub struct PositionWords {
    /// The name of the key term or provision.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The service, plan or severity it is for.
    pub subject: Option<String>,
    /// What is asked for.
    pub ideal: Option<String>,
    /// What can be signed.
    pub acceptable: String,
    /// From where on it is not signed.
    pub walk_away: Option<String>,
    /// What a contract meets that says nothing, where the playbook says so.
    pub missing: Option<Met>,
    /// Who approves, and as far as what.
    pub approvals: Vec<(String, Option<String>)>,
    /// Wording that meets the ideal.
    pub ask: Option<String>,
    /// Wording that is acceptable.
    pub fallback: Option<String>,
    /// Wording that needs approval.
    pub least: Option<String>,
    /// What to ask for in return.
    pub trade: Option<String>,
    /// What the playbook remarks.
    pub note: Option<String>,
}

impl Playbook {
    /// The positions in a language, or in the first the playbook has.
    pub fn in_words(&self, catalogue: &Catalogue, lang: Lang) -> Vec<PositionWords> {
        self.positions.iter().map(|position| words(position, catalogue, lang)).collect()
    }
}

fn words(position: &Position, catalogue: &Catalogue, lang: Lang) -> PositionWords {
    let (name, title) = match position.held {
        Held::Term(term) => {
            let rule = &catalogue.terms[term];
            (&rule.name, rule.file.title(lang))
        }
        Held::Provision(provision) => {
            let rule = &catalogue.provisions[provision];
            (&rule.name, rule.title(lang))
        }
    };
    let said = |demand: &Demand| demand_words(demand, lang);
    let text = position.text(lang);
    let approvals = position.approvals.iter().map(|approval| {
        let to = approval.to.clone().map(|to| match position.acceptable {
            Demand::AtLeast(_) => Demand::AtLeast(to),
            _ => Demand::AtMost(to),
        });
        (approval.by(lang).to_owned(), to.as_ref().map(said))
    });
    PositionWords {
        name: name.to_string(),
        title: title.to_owned(),
        subject: position.subject.clone(),
        ideal: position.ideal.as_ref().map(said),
        acceptable: said(&position.acceptable),
        walk_away: position.walk_away.as_ref().map(said),
        missing: position.missing,
        approvals: approvals.collect(),
        ask: text.and_then(|text| text.ideal.clone()),
        fallback: text.and_then(|text| text.acceptable.clone()),
        least: text.and_then(|text| text.least.clone()),
        trade: text.and_then(|text| text.trade.clone()),
        note: text.and_then(|text| text.note.clone()),
    }
}
