//! What a reference to a schedule or annex resolves to.

use super::label::numbers;
use super::references::{Citation, Target};
use super::targets::Targets;
use crate::catalogue::vocabulary;
use crate::matching::is_wide;
use crate::source::Format;

/// Schedules are numbered either way.
const ROMAN: [&str; 11] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/// Words that short are a title, in bytes.
const SHORT_LINE: usize = 60;

impl Targets<'_> {
    pub(super) fn resolve_part(&self, citation: &Citation) -> Target {
        let name = part_name(&citation.name);
        let mut number = numbers(&citation.number);
        // "Exhibit 10.1" and "Schedule 1-2" count as written.
        if number.is_empty() {
            number = numbers(citation.number.split(['(', '-']).next().unwrap_or(""));
        }
        let same = |text: &str| text.eq_ignore_ascii_case(&citation.number);
        let label = |clause: usize| {
            let text = self.contract.clauses[clause].label.as_ref().map_or("", |l| l.text.as_str());
            text.rsplit([' ', '件', '录', '表']).next().unwrap_or("")
        };
        let found = self.parts.iter().find(|(kind, path, clause)| {
            *kind == name && (*path == number || same(label(*clause)))
        });
        if let Some((_, _, clause)) = found {
            if citation.elsewhere {
                return Target::Unclear;
            }
            return Target::Clause { clause: *clause, exact: true };
        }
        if citation.elsewhere {
            return Target::Elsewhere;
        }
        let around = &vocabulary().references.elsewhere_around;
        if around.is_match(self.contract.units[citation.unit].text.as_str()) {
            return Target::Unclear;
        }
        let alike = self
            .parts
            .iter()
            .any(|(kind, path, _)| *path == number || (*kind == name && path.is_empty()));
        // "Exhibit A-2" is a page of Exhibit A, "Annex 1(B)" a part of Annex I.
        let written = citation.number.to_lowercase();
        let main = written.split(['-', '(']).next().unwrap_or("").to_owned();
        let roman = number.first().and_then(|&n| ROMAN.get(n as usize)).map(|r| (*r).to_owned());
        let there = [Some(written), Some(main), roman].into_iter().flatten().any(|number| {
            let heading = format!("{name} {number}");
            let close = heading.replace(' ', "");
            self.openings.contains(&heading)
                || self.openings.iter().any(|opening| opening.starts_with(&close))
                || self.is_titled(&heading)
                || self.is_itself(&heading)
        });
        if alike || there { Target::Unclear } else { Target::Missing }
    }

    /// Whether words read as the title of a schedule that was not understood as
    /// one: at the start of a unit or behind a sentence, short or in capitals.
    /// Plain text runs a title and what is under it together.
    fn is_titled(&self, heading: &str) -> bool {
        let units = self.contract.units.iter().zip(&self.lowered);
        units.into_iter().any(|(unit, lowered)| {
            let text = unit.text.as_str();
            let format = self.contract.documents[unit.document].source.format;
            lowered.match_indices(heading).any(|(at, _)| {
                let before = text[..at].trim_end();
                let after = &text[at + heading.len()..];
                let begins = before.is_empty() || before.ends_with(['.', ']', ')', ':', ';', '"']);
                let title = !after.starts_with(char::is_alphanumeric)
                    && after.trim_start().starts_with(|c: char| !c.is_lowercase() && c != ',');
                let title = title || after.trim().is_empty();
                let loud = text[at..at + heading.len()].chars().all(|c| !c.is_lowercase());
                let run_on = format == Format::Text
                    && text[at..].starts_with(char::is_uppercase)
                    && after.starts_with([' ', ':']);
                begins && title && (loud || run_on || text.len() - at < SHORT_LINE)
            })
        })
    }

    /// Whether the whole file is the schedule that is meant: its title or name says so.
    fn is_itself(&self, heading: &str) -> bool {
        self.contract.documents.iter().any(|document| {
            let name = document.source.path.to_lowercase();
            name.contains(heading)
                || name.contains(&heading.replace(' ', "-"))
                || name.contains(&heading.replace(' ', "_"))
        })
    }
}

/// A schedule's kind at the start of its label, folded and in the singular.
pub(super) fn part_name(label: &str) -> String {
    let label = label.trim();
    let name: String = if label.starts_with(is_wide) {
        label.chars().take(2).collect()
    } else {
        // "Third Schedule" counts before it names.
        let counting = &vocabulary().headings.counting;
        let counts = |word: &&str| {
            counting.iter().any(|words| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
        };
        let word = label.split(' ').find(|word| !counts(word)).unwrap_or(label);
        word.chars().take_while(|c| c.is_alphabetic()).collect()
    };
    let name = name.to_lowercase();
    vocabulary().references.singular.get(&name).cloned().unwrap_or(name)
}
