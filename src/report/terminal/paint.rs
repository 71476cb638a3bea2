//! Colours and drawing characters.

use crate::check::Severity;
use miette::{GraphicalTheme, ThemeCharacters, ThemeStyles};
use owo_colors::Style as Ink;

/// How a terminal may be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to send colours.
    pub colour: bool,
    /// Whether to draw with ASCII only. The contract's own words stay as they are.
    pub ascii: bool,
}

impl Style {
    /// Unicode lines, no colours: pipes and `NO_COLOR`.
    pub const PLAIN: Self = Self { colour: false, ascii: false };
    /// Unicode lines, colours.
    pub const COLOUR: Self = Self { colour: true, ascii: false };
}

/// A style at work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    style: Style,
}

impl Paint {
    pub(super) fn new(style: Style) -> Self {
        Self { style }
    }

    /// Where text was left out at an end.
    pub(super) fn ellipsis(self) -> &'static str {
        if self.style.ascii { "..." } else { "…" }
    }

    /// Where text was left out of a middle.
    pub(super) fn gap(self) -> &'static str {
        if self.style.ascii { " [...] " } else { " […] " }
    }

    /// In front of a clause's number.
    pub(super) fn section(self) -> &'static str {
        if self.style.ascii { "" } else { "§" }
    }

    /// A line across the page.
    pub(super) fn across(self, width: usize) -> String {
        self.ink(Ink::new().dimmed(), &(if self.style.ascii { "-" } else { "─" }).repeat(width))
    }

    /// Headings.
    pub(super) fn strong(self, text: &str) -> String {
        self.ink(Ink::new().bold(), text)
    }

    /// What accompanies: keys, ids.
    pub(super) fn faint(self, text: &str) -> String {
        self.ink(Ink::new().dimmed(), text)
    }

    /// What went wrong.
    pub(super) fn grave(self, text: &str) -> String {
        self.ink(Ink::new().red().bold(), text)
    }

    /// Text in a severity's colour.
    pub(super) fn at(self, severity: Severity, text: &str) -> String {
        self.ink(severity_ink(severity), text)
    }

    /// miette's theme for findings of a severity, whose name stands where
    /// miette puts an icon.
    pub(super) fn theme(self, severity: Severity, name: &str) -> GraphicalTheme {
        let mut characters = match self.style.ascii {
            true => ThemeCharacters::ascii(),
            false => ThemeCharacters::unicode(),
        };
        name.clone_into(&mut characters.error);
        let own = severity_ink(severity);
        let styles = match self.style.colour {
            true => ThemeStyles {
                error: own,
                link: Ink::new().cyan(),
                highlights: vec![own, Ink::new().cyan().bold(), Ink::new().green().bold()],
                ..ThemeStyles::ansi()
            },
            false => ThemeStyles::none(),
        };
        GraphicalTheme { characters, styles }
    }

    fn ink(self, ink: Ink, text: &str) -> String {
        if self.style.colour { ink.style(text).to_string() } else { text.to_owned() }
    }
}

fn severity_ink(severity: Severity) -> Ink {
    match severity {
        Severity::Critical => Ink::new().bright_red().bold(),
        Severity::High => Ink::new().red(),
        Severity::Medium => Ink::new().yellow(),
        Severity::Low => Ink::new().blue(),
    }
}
