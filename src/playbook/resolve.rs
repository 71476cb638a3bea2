//! Names and figures of a playbook become what they name; those that mean
//! nothing are errors with what is meant.

use super::fields::{Amount, DemandField};
use super::file::{AboutFile, PlaybookFile, PositionFile, TextFile};
use super::order::{Disorder, disorders};
use super::places::Text;
use crate::catalogue::{
    Approval, Catalogue, Demand, Held, Kind, Position, PositionText, ProvisionId, Severity,
    SuggestAs, TermRule, ValueKind, YamlError,
};
use crate::check::fits;
use crate::matching::Lang;
use std::collections::BTreeMap;

/// From this likeness on, of 1, a name is taken for a misspelling.
const ALIKE: f64 = 0.5;

/// The positions of a playbook; what is wrong is added to `errors`.
pub(super) fn resolve(
    catalogue: &Catalogue,
    file: &PlaybookFile,
    abouts: &[(Lang, AboutFile)],
    text: Text,
    errors: &mut Vec<YamlError>,
) -> Vec<Position> {
    if file.positions.is_empty() {
        errors.push(text.error(None, "positions", "the playbook has no position".to_owned(), None));
    }
    let mut resolver = Resolver { catalogue, abouts, text, entry: None, errors };
    let elsewhere = resolver.provisions(&file.elsewhere.0);
    let applies = Applies {
        has: resolver.provisions(&file.applies.has.0),
        lacks: resolver.provisions(&file.applies.lacks.0),
        kinds: file.applies.kinds.clone(),
    };
    let mut positions: Vec<Position> = Vec::new();
    for (order, entry) in file.positions.iter().enumerate() {
        resolver.entry = Some(order);
        let Some(position) = resolver.position(order, entry, &elsewhere, &applies) else {
            continue;
        };
        let twice = positions
            .iter()
            .any(|other| other.held == position.held && other.subject == position.subject);
        if twice {
            let name = entry.term.as_ref().or(entry.provision.as_ref());
            let name = name.map_or("", String::as_str);
            let help = "a second position on a term has a subject: of its own";
            resolver.complain(name, format!("{name} has two positions"), Some(help.to_owned()));
        }
        positions.push(position);
    }
    positions
}

/// The contracts that a whole playbook is for.
struct Applies {
    kinds: Vec<Kind>,
    has: Vec<ProvisionId>,
    lacks: Vec<ProvisionId>,
}

/// What a position says of its own, else what the playbook says.
fn own_or<T: Clone>(own: Vec<T>, all: &[T]) -> Vec<T> {
    if own.is_empty() { all.to_vec() } else { own }
}

struct Resolver<'r> {
    catalogue: &'r Catalogue,
    abouts: &'r [(Lang, AboutFile)],
    text: Text<'r>,
    /// The position looked at.
    entry: Option<usize>,
    errors: &'r mut Vec<YamlError>,
}

impl Resolver<'_> {
    fn complain(&mut self, name: &str, message: String, help: Option<String>) {
        self.errors.push(self.text.error(self.entry, name, message, help));
    }

    fn position(
        &mut self,
        order: usize,
        file: &PositionFile,
        elsewhere: &[ProvisionId],
        applies: &Applies,
    ) -> Option<Position> {
        let held = self.held(file)?;
        for demand in [&file.ideal, &Some(file.acceptable.clone()), &file.walk_away] {
            demand.iter().for_each(|demand| self.check_unit(held, demand));
        }
        for to in file.approvals.iter().filter_map(|approval| approval.to.as_ref()) {
            self.check_amount(held, to);
        }
        self.check_order(held, file);
        let texts = [(Lang::En, &file.en), (Lang::Zh, &file.zh), (Lang::Ms, &file.ms)];
        let none = TextFile::default();
        let texts = self.abouts.iter().map(|(lang, about)| {
            let own = texts.iter().find(|(of, _)| of == lang).and_then(|(_, text)| text.as_ref());
            said(*lang, about, own.unwrap_or(&none))
        });
        Some(Position {
            order,
            held,
            subject: file.subject.clone(),
            each: file.each,
            ideal: file.ideal.as_ref().map(demand),
            acceptable: demand(&file.acceptable),
            walk_away: file.walk_away.as_ref().map(demand).or_else(|| beyond_approval(file)),
            missing: file.missing,
            approvals: file
                .approvals
                .iter()
                .map(|approval| Approval {
                    to: approval.to.as_ref().map(|to| to.quantity.clone()),
                    by: self.names_of(&approval.by),
                })
                .collect(),
            severity: file.severity.unwrap_or(Severity::High),
            between: Severity::Medium,
            kinds: own_or(file.applies.kinds.clone(), &applies.kinds),
            has: own_or(self.provisions(&file.applies.has.0), &applies.has),
            lacks: own_or(self.provisions(&file.applies.lacks.0), &applies.lacks),
            elsewhere: elsewhere.to_vec(),
            suggest_as: file.suggest_as.unwrap_or(SuggestAs::Sentence),
            texts: texts.collect(),
        })
    }

    /// What is held to the position.
    fn held(&mut self, file: &PositionFile) -> Option<Held> {
        match (&file.term, &file.provision) {
            (Some(name), None) => {
                let names: Vec<&str> = self.catalogue.terms.iter().map(|t| &*t.name).collect();
                self.named("key term", name, &names).map(Held::Term)
            }
            (None, Some(name)) => self.provision(name).map(Held::Provision),
            _ => {
                let message = "a position has either term: or provision:".to_owned();
                self.complain("", message, None);
                None
            }
        }
    }

    fn provisions(&mut self, names: &[String]) -> Vec<ProvisionId> {
        names.iter().filter_map(|name| self.provision(name)).collect()
    }

    fn provision(&mut self, name: &str) -> Option<ProvisionId> {
        let names: Vec<&str> = self.catalogue.provisions.iter().map(|p| &*p.name).collect();
        self.named("provision", name, &names)
    }

    /// The index of a name, or an error with the likeliest.
    fn named(&mut self, kind: &str, name: &str, names: &[&str]) -> Option<usize> {
        let found = names.iter().position(|known| *known == name);
        if found.is_none() {
            let likeness = |known: &str| strsim::normalized_damerau_levenshtein(name, known);
            let shares =
                |known: &str| known.split('-').any(|word| name.split('-').any(|w| w == word));
            let near = names
                .iter()
                .filter(|known| likeness(known) >= ALIKE || shares(known))
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            let help = match near {
                Some(near) => format!("do you mean {near}?"),
                None => format!("the {kind}s are: {}", names.join(", ")),
            };
            self.complain(name, format!("there is no {kind} {name}"), Some(help));
        }
        found
    }

    /// Whether a demand can be made of what it is made of.
    fn check_unit(&mut self, held: Held, demand: &DemandField) {
        if let Some(amount) = demand.amount() {
            self.check_amount(held, amount);
        }
        if matches!(demand, DemandField::OneOf(_)) && self.term(held).is_some_and(has_figures) {
            let help = "write {at-least: ..} or {at-most: ..}";
            self.complain("one-of", "this term is a figure".to_owned(), Some(help.to_owned()));
        }
    }

    fn check_amount(&mut self, held: Held, amount: &Amount) {
        let Some(term) = self.term(held) else {
            let help = "a provision is present or absent, or has one of some words";
            let message = "a provision has no figure".to_owned();
            return self.complain(&amount.written, message, Some(help.to_owned()));
        };
        if !fits(term, &amount.quantity) {
            let name = &term.name;
            let message = format!("{} is not what {name} is counted in", amount.written);
            let help = format!("{name} is: {}", term.file.unit.0.join(", "));
            self.complain(&amount.written, message, Some(help));
        }
    }

    fn check_order(&mut self, held: Held, file: &PositionFile) {
        let Some(term) = self.term(held) else { return };
        for Disorder { amount, message, help } in disorders(term, file) {
            self.complain(&amount.written, message.to_owned(), help);
        }
    }

    fn term(&self, held: Held) -> Option<&'_ TermRule> {
        match held {
            Held::Term(term) => self.catalogue.terms.get(term),
            Held::Provision(_) => None,
        }
    }

    /// Who approves, in each language of the playbook.
    fn names_of(&self, by: &str) -> BTreeMap<Lang, String> {
        let name = |about: &AboutFile| about.approvers.get(by).cloned();
        self.abouts
            .iter()
            .map(|(lang, about)| (*lang, name(about).unwrap_or_else(|| by.to_owned())))
            .collect()
    }
}

/// What nobody may approve, where the playbook says how far who may.
fn beyond_approval(file: &PositionFile) -> Option<Demand> {
    let to = file.approvals.last()?.to.as_ref()?.quantity.clone();
    Some(match file.acceptable {
        DemandField::AtLeast(_) => Demand::Below(to),
        _ => Demand::Above(to),
    })
}

fn has_figures(term: &TermRule) -> bool {
    !matches!(term.value, ValueKind::Words | ValueKind::Ladder)
}

fn demand(field: &DemandField) -> Demand {
    match field {
        DemandField::Present => Demand::Present,
        DemandField::Absent => Demand::Absent,
        DemandField::OneOf(words) => Demand::OneOf(words.clone()),
        DemandField::AtLeast(amount) => Demand::AtLeast(amount.quantity.clone()),
        DemandField::AtMost(amount) => Demand::AtMost(amount.quantity.clone()),
        DemandField::Below(amount) => Demand::Below(amount.quantity.clone()),
        DemandField::Above(amount) => Demand::Above(amount.quantity.clone()),
    }
}

fn said(lang: Lang, about: &AboutFile, text: &TextFile) -> PositionText {
    let own = |text: &Option<String>| text.as_ref().map(|text| text.trim().to_owned());
    PositionText {
        lang,
        playbook: about.title.clone(),
        ideal: own(&text.ideal),
        acceptable: own(&text.acceptable),
        least: own(&text.least),
        trade: own(&text.trade),
        note: own(&text.note),
    }
}
