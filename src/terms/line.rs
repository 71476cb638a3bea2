//! Lines of a paragraph that each begin with a label, as order forms have them where nothing parts
//! one from the next: `Term: 12 months` over `Payment: 30 days`.

use crate::clause::Paragraph;
use crate::provision::Reading;
use std::ops::Range;

/// Longest label, in bytes.
const LONGEST: usize = 60;

/// Fewest lines with a label that make a paragraph one of lines.
const FEWEST: usize = 2;

/// The lines of a unit in its marked text; the unit as a whole, where its lines are no more than the
/// width of the page. A line without a label goes on with the one before.
pub(super) fn lines(reading: &Reading, unit: usize) -> Vec<Range<usize>> {
    let paragraph = &reading.contract.paragraphs[unit];
    let whole = paragraph.lead..paragraph.marked.len();
    let starts = starts(reading, unit, paragraph);
    let labelled = starts.iter().filter(|at| is_labelled(paragraph, **at)).count();
    if labelled < FEWEST {
        return vec![whole];
    }
    let mut ends: Vec<usize> =
        starts.into_iter().filter(|at| *at == whole.start || is_labelled(paragraph, *at)).collect();
    ends.push(whole.end);
    ends.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The part of a sentence that stands in the same line as a place.
pub(super) fn clip(
    reading: &Reading,
    unit: usize,
    sentence: &Range<usize>,
    place: usize,
) -> Range<usize> {
    let line = lines(reading, unit).into_iter().find(|line| line.contains(&place));
    match line {
        Some(line) if sentence.start < line.start || line.end < sentence.end => {
            // The words that lead a list in stay with its items.
            let paragraph = &reading.contract.paragraphs[unit];
            let first = line.start <= paragraph.lead;
            let start = if first { sentence.start } else { sentence.start.max(line.start) };
            start..sentence.end.min(line.end)
        }
        _ => sentence.clone(),
    }
}

/// Where the lines of a unit begin, in its marked text.
fn starts(reading: &Reading, unit: usize, paragraph: &Paragraph) -> Vec<usize> {
    let own = &reading.contract.units[unit];
    let mut starts = vec![paragraph.lead];
    let document = &reading.contract.documents[own.document];
    let breaks = document.blocks.get(own.block).map_or(&[][..], |block| &block.breaks);
    if breaks.is_empty() || own.text.is_empty() {
        return starts;
    }
    let block = &document.blocks[own.block];
    let first = own.text.origin(0..own.text.len()).range().start;
    for &at in breaks {
        // Where the line begins in the source, and from there in the unit.
        let Some(rest) = block.text.as_str().get(at..).filter(|rest| !rest.trim().is_empty())
        else {
            continue;
        };
        let from = at + (rest.len() - rest.trim_start().len());
        let source = block.text.origin(from..from + 1).range().start;
        // A line of a label begins with a capital; others only go on.
        if source <= first || rest.trim_start().starts_with(char::is_lowercase) {
            continue;
        }
        let plain = own.text.range_of(crate::source::Span::new(source, source + 1));
        let folded = paragraph.folded.range_of(plain.into());
        let marked = paragraph.marked.range_of(folded.into());
        starts.push(marked.start.max(paragraph.lead));
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Whether a line that begins at a place begins with a label and says something behind it.
fn is_labelled(paragraph: &Paragraph, at: usize) -> bool {
    let Some(rest) = paragraph.marked.as_str().get(at..) else { return false };
    let Some(colon) = rest.find(':').filter(|colon| *colon > 0 && *colon <= LONGEST) else {
        return false;
    };
    let (label, value) = rest.split_at(colon);
    let clean = !label.contains(['.', ';', '。', ',', '、']);
    clean && !value[1..].trim().is_empty() && label.chars().any(char::is_alphabetic)
}
