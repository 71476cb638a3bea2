//! What is filled in: content controls with their names, and form fields that
//! show a state instead of words.

use super::bindings::{Binding, Bound, LONGEST_HELD};
use super::elements::Open;
use super::story::Walker;
use crate::ooxml::Element;

/// A content control being read.
#[derive(Debug, Default)]
pub(super) struct OpenControl {
    /// What its author called it.
    title: String,
    tag: String,
    /// Whether it still shows what asks for it to be filled in.
    pub(super) asks: bool,
    /// The data it shows, where it is bound to some and shows them as they are.
    binding: Option<Binding>,
    as_they_are: bool,
    /// The words it holds, where it is bound.
    held: String,
}

impl OpenControl {
    /// Its title, or its tag where it has none.
    pub(super) fn name(&self) -> &str {
        if self.title.is_empty() { &self.tag } else { &self.title }
    }

    /// Takes words it holds.
    pub(super) fn hold(&mut self, text: &str) {
        if self.held.len() + text.len() > LONGEST_HELD {
            self.binding = None;
        }
        if self.binding.is_some() {
            self.held.push_str(text);
        }
    }
}

/// A form field of old that shows a state.
#[derive(Debug)]
pub(super) enum FormField {
    /// A box, ticked or not.
    Box { ticked: bool },
    /// A choice from a list.
    List { entries: Vec<String>, chosen: Option<usize> },
}

/// Entries of a list that are kept; Word allows 25.
const MOST_ENTRIES: usize = 64;

impl FormField {
    /// What Word shows.
    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Box { ticked: true } => "☒",
            Self::Box { ticked: false } => "☐",
            Self::List { entries, chosen } => {
                entries.get(chosen.unwrap_or(0)).map_or("", String::as_str)
            }
        }
    }

    /// Reads what its definition says.
    pub(super) fn read(&mut self, element: &Element<'_>) {
        match (self, element.local()) {
            // The state follows its default.
            (Self::Box { ticked }, "default" | "checked") => *ticked = element.is_on(),
            (Self::List { chosen, .. }, "result") => *chosen = index(element),
            (Self::List { chosen, .. }, "default") => *chosen = chosen.or(index(element)),
            (Self::List { entries, .. }, "listEntry") if entries.len() < MOST_ENTRIES => {
                entries.push(short(element.attribute("val")));
            }
            _ => {}
        }
    }
}

fn index(element: &Element<'_>) -> Option<usize> {
    element.number().and_then(|n| usize::try_from(n).ok())
}

impl Walker<'_> {
    pub(super) fn begin_control(&mut self) -> Open {
        self.controls.push(OpenControl { as_they_are: true, ..OpenControl::default() });
        Open::Control
    }

    pub(super) fn control_property(&mut self, element: &Element<'_>) -> Open {
        if let Some(control) = self.controls.last_mut() {
            match element.local() {
                "alias" => control.title = short(element.attribute("val")),
                "tag" => control.tag = short(element.attribute("val")),
                "showingPlcHdr" => control.asks = element.is_on(),
                "dataBinding" => {
                    let store = short(element.attribute("storeItemID"));
                    let path = short(element.attribute("xpath"));
                    control.binding = Some(Binding { store, path });
                }
                // Their data are a day, the key of a choice, a file.
                "date" | "dropDownList" | "comboBox" | "picture" => control.as_they_are = false,
                _ => {}
            }
        }
        Open::Other
    }

    pub(super) fn end_control(&mut self) {
        let Some(control) = self.controls.pop().filter(|_| self.dropping == 0) else { return };
        let name = control.name().to_owned();
        if let Some(binding) = control.binding.filter(|_| control.as_they_are) {
            let name = name.clone();
            self.story.bound.push(Bound { name, binding, held: control.held });
        }
        if control.asks {
            self.story.unfilled.push(name);
        }
    }
}

/// Names are kept with every piece of text; a megabyte of name is not.
pub(super) fn short(value: Option<String>) -> String {
    value.unwrap_or_default().chars().take(256).collect()
}
