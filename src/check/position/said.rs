//! What is said of a position: its line in the table, its finding.

use super::phrases::{demand_words, words};
use super::values::Stated;
use super::{Judged, PositionLine};
use crate::catalogue::{Approval, Held, Met, Rule};
use crate::check::ClauseRef;
use crate::check::raise::Bench;
use crate::check::texts::Texts;
use crate::matching::Lang;
use std::sync::Arc;

impl Bench<'_, '_> {
    /// The line of a position.
    pub(super) fn line(&self, rule: &Rule, judged: &Judged) -> PositionLine {
        let (position, contract) = (judged.position, self.reading.contract);
        let place = self.place_of(judged);
        let first = contract.languages.first().copied().unwrap_or(self.lang);
        let own_lang = judged.value.as_ref().map_or(first, |value| value.at.lang);
        let proposed = position.text(own_lang);
        let fill = |text: Option<&String>| {
            let at = place.as_ref()?;
            Some(Texts { contract, at, detail: "" }.fill(text?))
        };
        let said = position.text(self.lang);
        let (words, value) = match &judged.value {
            Some(value) => match value.stated {
                Stated::Figure(_) => (false, value.written(self.reading)),
                Stated::Words => (true, value.written(self.reading)),
                Stated::There => (true, String::new()),
            },
            None => (false, String::new()),
        };
        let subject = judged.value.as_ref().and_then(|value| value.subject.clone());
        PositionLine {
            order: position.order,
            rule: Arc::clone(&rule.id),
            title: self.term_title(position.held),
            subject: subject.or_else(|| position.subject.clone()).unwrap_or_default(),
            value,
            words,
            met: judged.met,
            approval: self.approver(judged),
            ideal: position.ideal.as_ref().map(|demand| demand_words(demand, self.lang)),
            acceptable: demand_words(&position.acceptable, self.lang),
            walk_away: position.walk_away.as_ref().map(|demand| demand_words(demand, self.lang)),
            ask: fill(proposed.and_then(|text| text.ideal.as_ref())),
            fallback: fill(proposed.and_then(|text| text.acceptable.as_ref())),
            least: fill(proposed.and_then(|text| text.least.as_ref())),
            least_by: position.approvals.last().map(|last| last.by(self.lang).to_owned()),
            trade: said.and_then(|text| text.trade.clone()),
            note: said.and_then(|text| text.note.clone()),
            others: judged.others,
            clause: place.as_ref().map_or_else(ClauseRef::default, |at| ClauseRef {
                address: contract.address(at.unit),
                heading: contract.heading(at.unit).to_owned(),
            }),
            label: judged.value.as_ref().map(|value| self.label(&value.at, None, true)),
        }
    }

    fn term_title(&self, held: Held) -> String {
        let catalogue = self.reading.catalogue;
        match held {
            Held::Term(term) => catalogue.terms[term].file.title(self.lang).to_owned(),
            Held::Provision(provision) => {
                catalogue.provisions[provision].title(self.lang).to_owned()
            }
        }
    }

    fn approver(&self, judged: &Judged) -> Option<String> {
        if judged.met != Met::NeedsApproval {
            return None;
        }
        let approval: &Approval = judged.position.approvals.get(judged.approval?)?;
        Some(approval.by(self.lang).to_owned())
    }

    /// The title of the finding.
    pub(super) fn title(&self, judged: &Judged, line: &PositionLine) -> String {
        let titles = &words(self.lang).titles;
        let template = match (judged.met, &line.approval) {
            (Met::Unclear, _) => &titles.unclear,
            (Met::NeedsApproval, Some(by)) => {
                return titles
                    .needs_approval
                    .replace("{term}", &line.titled(self.lang))
                    .replace("{by}", by);
            }
            (Met::NeedsApproval, None) => &titles.needs_someone,
            _ => &titles.walk_away,
        };
        template.replace("{term}", &line.titled(self.lang))
    }

    /// What the contract says, what we would sign, and who approves the rest.
    pub(super) fn message(&self, judged: &Judged, line: &PositionLine) -> String {
        let w = words(self.lang);
        let mut sentences = Vec::new();
        match &judged.value {
            None if self.reading.has_any(&self.provisions(judged.position.held)) => {
                sentences.push(w.no_figure.clone());
            }
            None => sentences.push(w.silent.clone()),
            Some(_) if line.words => {}
            Some(_) => sentences.push(w.says.replace("{value}", &line.value)),
        }
        sentences.push(w.acceptable.replace("{demand}", &line.acceptable));
        if let Some(walk_away) = &line.walk_away {
            sentences.push(w.walk_away.replace("{demand}", walk_away));
        }
        match (judged.met, &line.approval) {
            (Met::NeedsApproval, Some(by)) => sentences.push(w.approval.replace("{by}", by)),
            (Met::NeedsApproval, None) => sentences.push(w.no_approver.clone()),
            (Met::Unclear, _) => sentences.push(w.unclear.clone()),
            _ => {}
        }
        if line.others > 0 {
            sentences.push(w.worst_of.replace("{n}", &(line.others + 1).to_string()));
        }
        sentences.join(self.lang.choose(" ", "", " "))
    }

    /// The playbook's own remark, or that it asks for this.
    pub(super) fn why(&self, judged: &Judged) -> String {
        let text = judged.position.text(self.lang);
        let asked = || {
            let playbook = text.map_or("", |text| &text.playbook);
            words(self.lang).why.replace("{playbook}", playbook)
        };
        text.and_then(|text| text.note.clone()).unwrap_or_else(asked)
    }
}

impl PositionLine {
    /// The name of the key term or provision.
    pub fn term(&self) -> &str {
        self.rule.split_once('/').map_or(&self.rule, |(_, name)| name)
    }

    /// The term with what it is for.
    fn titled(&self, lang: Lang) -> String {
        let (open, close) = lang.choose((" (", ")"), ("（", "）"), (" (", ")"));
        match self.subject.as_str() {
            "" => self.title.clone(),
            subject => format!("{}{open}{subject}{close}", self.title),
        }
    }
}
