//! Where the parts of a playbook stand in its text. The YAML reader gives
//! places for its own errors only; what it read has none.

use crate::catalogue::YamlError;

/// A playbook's text, to point into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) name: &'t str,
    pub(super) text: &'t str,
}

impl Text<'_> {
    /// An error at a name of the entry of this index, from 0; where it cannot
    /// be told, at the entry or the beginning.
    pub(super) fn error(
        &self,
        entry: Option<usize>,
        name: &str,
        message: String,
        help: Option<String>,
    ) -> YamlError {
        let start = entry.map_or(0, |entry| self.entry(entry));
        let rest = self.text.get(start..).unwrap_or_default();
        let at = start + rest.find(name).unwrap_or(0);
        YamlError::new(self.name, self.text, at, message, help)
    }

    /// Where the entry of `positions` of this index begins.
    fn entry(&self, index: usize) -> usize {
        let mut level = None;
        let mut inside = false;
        let mut entries = Vec::new();
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let indent = line.len() - line.trim_start_matches(' ').len();
            if inside && line.trim_start().starts_with("- ") {
                if *level.get_or_insert(indent) == indent {
                    entries.push(at);
                }
            } else if indent == 0 {
                inside = line.starts_with("positions:") || (inside && line.starts_with('#'));
            }
            at += line.len();
        }
        entries.get(index).copied().unwrap_or(0)
    }
}
