//! Names in a file become what they name: its own word lists, provisions, key
//! terms and quantities; a name that names nothing is an error with what there is.

use super::error::YamlError;
use super::fields::Names;
use super::load::Builder;
use super::rule::{ListId, ProvisionId, TermId};
use super::sources::RuleSource;
use crate::matching::{Slot, slot_names};
use std::collections::HashMap;

/// The file being compiled: its source for errors and its own word lists.
pub(super) struct Scope<'s> {
    pub(super) source: &'s RuleSource,
    pub(super) lists: HashMap<String, ListId>,
}

impl Builder {
    pub(super) fn list_ids(&mut self, scope: &Scope, names: &Names) -> Vec<ListId> {
        names
            .0
            .iter()
            .filter_map(|name| {
                let found = scope.lists.get(name).copied();
                if found.is_none() {
                    let known = list_of(scope.lists.keys());
                    self.complain_with(
                        scope,
                        name,
                        format!("no language of this file has words called {name}"),
                        format!("it has: {known}"),
                    );
                }
                found
            })
            .collect()
    }

    pub(super) fn provision_ids(&mut self, scope: &Scope, names: &Names) -> Vec<ProvisionId> {
        names
            .0
            .iter()
            .filter_map(|name| {
                let found = self.provisions.get(name).copied();
                if found.is_none() && !self.broken.contains(name) {
                    let known = list_of(self.provisions.keys());
                    self.complain_with(
                        scope,
                        name,
                        format!("there is no provision {name}"),
                        format!("the provisions are: {known}"),
                    );
                }
                found
            })
            .collect()
    }

    pub(super) fn term_id(&mut self, scope: &Scope, name: &str) -> Option<TermId> {
        let found = self.terms.get(name).copied();
        if found.is_none() && !self.broken.contains(name) {
            let known = list_of(self.terms.keys());
            self.complain_with(
                scope,
                name,
                format!("there is no key term {name}"),
                format!("the key terms are: {known}"),
            );
        }
        found
    }

    pub(super) fn slots(&mut self, scope: &Scope, names: &[String]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for name in names {
            match Slot::named(name) {
                Some(named) => slots.extend_from_slice(named),
                None => {
                    let known: Vec<_> = slot_names().collect();
                    self.complain_with(
                        scope,
                        name,
                        format!("there is no quantity {name}"),
                        format!("write one of: {}", known.join(", ")),
                    );
                }
            }
        }
        slots
    }

    pub(super) fn complain(&mut self, scope: &Scope, name: &str, message: &str) {
        self.errors.push(YamlError::about(
            &scope.source.path,
            &scope.source.text,
            name,
            message,
            None,
        ));
    }

    pub(super) fn complain_with(
        &mut self,
        scope: &Scope,
        name: &str,
        message: String,
        help: String,
    ) {
        self.errors.push(YamlError::about(
            &scope.source.path,
            &scope.source.text,
            name,
            message,
            Some(help),
        ));
    }
}

fn list_of<'n>(names: impl Iterator<Item = &'n String>) -> String {
    let mut names: Vec<&str> = names.map(String::as_str).collect();
    names.sort_unstable();
    names.join(", ")
}
