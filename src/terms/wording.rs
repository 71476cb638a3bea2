//! Key terms whose value is words: a formula, what is excluded, the governing
//! law. One a section: what follows there only goes on.

use super::Wording;
use super::column::{cell_start, name, occurrence};
use super::cue::languages;
use super::grid::{Grid, GridCell, GridRow, grids};
use super::label::{colon, labelled_lines};
use super::promise::no_promise;
use crate::catalogue::{CueField, PatternField, TermRule, ValueKind};
use crate::clause::{Paragraph, Role, folded_heading};
use crate::provision::{Occurrence, Reading};
use crate::source::Span;
use std::ops::Range;

/// A sentence; where it is no more than the clause's title, "Only remedy.", the one behind it.
fn behind_title(paragraph: &Paragraph, heading: &str, sentence: &Range<usize>) -> Range<usize> {
    let text = paragraph.marked.as_str().get(sentence.clone()).unwrap_or_default().trim();
    let next = paragraph.sentences.iter().find(|next| next.start >= sentence.end);
    let title = text.trim_end_matches(['.', ':', '。']);
    let is_title = sentence.start <= paragraph.lead
        && title.len() < text.len()
        && title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '*'))
            == heading.trim_end_matches(['.', ':', '。']);
    next.filter(|_| is_title).unwrap_or(sentence).clone()
}

/// Adds what its section does not hold yet.
fn add(found: &mut Vec<Wording>, reading: &Reading, wording: Wording) {
    let units = reading.contract.section_units(wording.at.unit);
    let known = found.iter().any(|other| other.id == wording.id && units.contains(&other.at.unit));
    if !known {
        found.push(wording);
    }
}

/// Whether a sentence has none of the words that make it another's.
fn may_be(rule: &TermRule, paragraph: &Paragraph, sentence: &Range<usize>) -> bool {
    let text = paragraph.marked.as_str();
    let mut never = paragraph.languages.iter().flat_map(|lang| rule.file.never(*lang));
    !never.any(|words| !words.0.find_all(text, sentence.clone()).is_empty())
}

/// The sentences that cues tell, of terms that nothing else states.
fn by_cues(reading: &Reading, known: &[Wording]) -> Vec<(usize, Range<usize>, usize)> {
    let mut found = Vec::new();
    for (id, rule) in reading.catalogue.terms.iter().enumerate() {
        if rule.value != ValueKind::Words || known.iter().any(|other| other.id == id) {
            continue;
        }
        for (unit, paragraph) in reading.contract.paragraphs.iter().enumerate() {
            if !matches!(reading.contract.units[unit].role, Role::Body | Role::Note) {
                continue;
            }
            let text = paragraph.marked.as_str();
            let cues: Vec<&CueField> = languages(reading, unit)
                .into_iter()
                .flat_map(|lang| rule.file.cues(lang))
                .collect();
            if cues.is_empty() {
                continue;
            }
            for sentence in &paragraph.sentences {
                let stands =
                    |word: &PatternField| !word.0.find_all(text, sentence.clone()).is_empty();
                let told =
                    |cue: &&CueField| cue.all.iter().all(stands) && !cue.none.iter().any(stands);
                if cues.iter().any(told)
                    && may_be(rule, paragraph, sentence)
                    && !no_promise(reading, unit, sentence.end)
                {
                    found.push((unit, sentence.start.max(paragraph.lead)..sentence.end, id));
                }
            }
        }
    }
    found
}

/// The cells under headings that name terms of words, each of what its row begins with.
fn of_columns(reading: &Reading, grid: &Grid) -> Vec<Wording> {
    let mut found = Vec::new();
    for column in grid.columns().into_iter().skip(1) {
        let named = |rule: &TermRule| {
            rule.value == ValueKind::Words && rule.file.names(grid.heading(column))
        };
        let Some(id) = reading.catalogue.terms.iter().position(named) else { continue };
        for row in &grid.rows {
            let says =
                |cell: &&GridCell| cell.text.chars().filter(|c| c.is_alphabetic()).count() > 1;
            let Some(cell) = row.cell(column).filter(says) else { continue };
            let subject = name(grid, row, column);
            found.extend(place_of(reading, row, cell).map(|at| Wording { id, subject, at }));
        }
    }
    found
}

/// Where a cell stands.
fn place_of(reading: &Reading, row: &GridRow, cell: &GridCell) -> Option<Occurrence> {
    let (unit, start) = cell_start(reading, row, cell)?;
    let folded = Span::from(start..start + cell.text.len());
    let range = reading.contract.paragraphs[unit].marked.range_of(folded);
    Some(occurrence(reading, unit, range))
}

/// The key terms of a contract that are words, in text order.
pub(crate) fn wordings(reading: &Reading) -> Vec<Wording> {
    let contract = reading.contract;
    let mut found: Vec<Wording> = Vec::new();
    for provision in &reading.provisions {
        if !provision.at.stands()
            || no_promise(reading, provision.at.unit, provision.at.range.start)
        {
            continue;
        }
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            let paragraph = &contract.paragraphs[provision.at.unit];
            if rule.value == ValueKind::Words
                && rule.inside.contains(&provision.id)
                && may_be(rule, paragraph, &provision.at.sentence)
            {
                // The lead of a list is another unit's text.
                let lead = paragraph.lead;
                let sentence = behind_title(
                    paragraph,
                    &folded_heading(contract.heading(provision.at.unit)),
                    &provision.at.sentence,
                );
                let range = sentence.start.max(lead)..sentence.end;
                let at = Occurrence { range, ..provision.at.clone() };
                add(&mut found, reading, Wording { id, subject: None, at });
            }
        }
    }
    for (unit, line) in labelled_lines(reading) {
        let paragraph = &contract.paragraphs[unit];
        let text = paragraph.marked.as_str();
        let Some(colon) = colon(paragraph, &line) else { continue };
        let label = text.get(line.start..colon).unwrap_or_default();
        let end = paragraph.sentence_at(colon + 1).end.min(line.end);
        if text.get(colon + 1..end).is_none_or(|value| value.trim().is_empty()) {
            continue;
        }
        for (id, rule) in reading.catalogue.terms.iter().enumerate() {
            if rule.value == ValueKind::Words && rule.file.names(label) {
                let at = occurrence(reading, unit, line.start..end);
                add(&mut found, reading, Wording { id, subject: None, at });
            }
        }
    }
    for (unit, range, id) in by_cues(reading, &found) {
        add(
            &mut found,
            reading,
            Wording { id, subject: None, at: occurrence(reading, unit, range) },
        );
    }
    for grid in grids(contract) {
        for row in grid.head_as_row().iter().chain(&grid.rows) {
            let mut cells = row.cells.iter().filter(|cell| !cell.text.is_empty());
            let (Some(label), Some(cell)) = (cells.next(), cells.next()) else { continue };
            for (id, rule) in reading.catalogue.terms.iter().enumerate() {
                if rule.value != ValueKind::Words || !rule.file.names(&label.text) {
                    continue;
                }
                let at = place_of(reading, row, cell);
                if let Some(at) = at {
                    add(&mut found, reading, Wording { id, subject: None, at });
                }
            }
        }
        found.extend(of_columns(reading, &grid));
    }
    found.sort_by_key(|wording| (wording.at.unit, wording.at.range.start, wording.id));
    found
}
