//! Blocks cut and joined to the units clauses are made of: several numbered
//! clauses in one paragraph come apart, the cells of a table row together.

use super::label::Label;
use crate::read::{Block, BlockKind, Document};
use crate::source::{Format, Mapped, Span};
use regex::Regex;
use std::sync::LazyLock;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading of this level; 7 is bold text used as one, 8 capitals.
    Heading(u8),
    /// A paragraph of a clause.
    Body,
    /// A row of a table, counted from 1 below the header.
    Row(usize),
    /// A footnote.
    Note,
    /// A page header or footer, or code: not judged.
    Aside,
}

/// One label at most, and the text behind it.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Which document.
    pub document: usize,
    /// Its first block there.
    pub block: usize,
    /// What it is.
    pub role: Role,
    /// Its clause number.
    pub label: Option<Label>,
    /// Nesting of the list it is an item of, if its number is a list marker.
    pub list_depth: Option<usize>,
    /// The text behind the label, with the way back to the source.
    pub text: Mapped,
    /// The label and the text in the source.
    pub span: Span,
    /// How many bytes at the start of `text` are bold.
    pub bold_start: usize,
    /// Words pending in a tracked change.
    pub pending: Vec<std::ops::Range<usize>>,
    /// Whether the reader of the file does not see it.
    pub hidden: bool,
}

/// Longest row that is read as one unit, in bytes.
const LONGEST_ROW: usize = 1_500;
/// Longest text that bold or capitals make a heading, in characters.
const LONGEST_HEADING: usize = 100;

/// The units of a document, in reading order.
pub(super) fn units(document: &Document, index: usize) -> Vec<Unit> {
    let mut found = Vec::new();
    let blocks = &document.blocks;
    let mut at = 0;
    while at < blocks.len() {
        if let BlockKind::Cell(first) = blocks[at].kind {
            let row = blocks[at..]
                .iter()
                .take_while(|b| matches!(b.kind, BlockKind::Cell(c) if c.table == first.table && c.row == first.row))
                .count();
            take_row(document, index, at..at + row, &mut found);
            at += row;
        } else {
            take_block(document, index, at, &mut found);
            at += 1;
        }
    }
    found
}

fn take_row(document: &Document, index: usize, range: std::ops::Range<usize>, out: &mut Vec<Unit>) {
    let cells = &document.blocks[range.clone()];
    let columns: Vec<usize> =
        cells.iter().map(|b| if let BlockKind::Cell(c) = b.kind { c.column } else { 0 }).collect();
    let simple = columns.windows(2).all(|w| w[0] != w[1])
        && cells.iter().map(|b| b.text.len()).sum::<usize>() <= LONGEST_ROW;
    if !simple || cells.len() == 1 {
        for at in range {
            take_block(document, index, at, out);
        }
        return;
    }
    let mut text = Mapped::default();
    for cell in cells.iter().filter(|c| !c.text.is_empty()) {
        if !text.is_empty() {
            text.push_for(" | ", Span::new(cell.span.start, cell.span.start));
        }
        text.append(&cell.text);
    }
    let BlockKind::Cell(first) = cells[0].kind else { return };
    let mut unit = unit_of(document, index, range.start, text, 0);
    unit.role = Role::Row(first.row + usize::from(!first.header));
    unit.label = Label::at_start(unit.text.as_str())
        .filter(|label| label.style == "code" || label.path.len() > 1);
    strip_label(&mut unit);
    out.push(unit);
}

fn take_block(document: &Document, index: usize, at: usize, out: &mut Vec<Unit>) {
    let block = &document.blocks[at];
    let text = block.text.as_str();
    let mut cuts: Vec<usize> = block
        .breaks
        .iter()
        .copied()
        .filter(|&cut| cut < text.len() && begins_clause(&text[..cut], &text[cut..]))
        .collect();
    if document.source.format == Format::Text {
        cuts.extend(inline_clauses(text));
        cuts.sort_unstable();
        cuts.dedup();
    }
    let mut from = 0;
    for (piece, to) in cuts.into_iter().chain([text.len()]).enumerate() {
        let part = block.text.slice(from..to);
        if piece == 0 || !part.as_str().trim().is_empty() {
            let mut unit = unit_of(document, index, at, part, from);
            if piece == 0 {
                unit.list_depth = block.marker.is_some().then_some(block.depth).filter(|&d| d > 0);
                unit.label =
                    block.marker.as_ref().and_then(|marker| Label::of_marker(&marker.text));
            }
            // A list bullet or an unread number may stand before a typed label.
            if unit.label.is_none() {
                unit.label = Label::at_start(unit.text.as_str());
                unit.list_depth = None;
            }
            strip_label(&mut unit);
            refine_role(&mut unit, block);
            out.push(unit);
        }
        from = to;
    }
}

fn unit_of(document: &Document, index: usize, at: usize, text: Mapped, from: usize) -> Unit {
    let block = &document.blocks[at];
    let to = from + text.len();
    let span = if text.is_empty() { block.span } else { text.origin(0..text.len()) };
    let bold_start = block
        .strong
        .iter()
        .find(|range| range.start <= from && range.end > from)
        .map_or(0, |range| range.end.min(to) - from);
    let pending = block
        .revisions
        .iter()
        .filter(|r| r.range.start < to && r.range.end > from)
        .map(|r| r.range.start.max(from) - from..r.range.end.min(to) - from)
        .collect();
    let role = match block.kind {
        BlockKind::Heading { level } => Role::Heading(level),
        BlockKind::Paragraph | BlockKind::Cell(_) => Role::Body,
        BlockKind::Note => Role::Note,
        BlockKind::Margin | BlockKind::Code => Role::Aside,
    };
    Unit {
        document: index,
        block: at,
        role,
        label: None,
        list_depth: None,
        text,
        span,
        bold_start,
        pending,
        hidden: block.hidden,
    }
}

fn strip_label(unit: &mut Unit) {
    let Some(len) = unit.label.as_ref().map(|label| label.len.min(unit.text.len())) else { return };
    unit.text = unit.text.slice(len..unit.text.len());
    unit.bold_start = unit.bold_start.saturating_sub(len);
    for range in &mut unit.pending {
        *range = range.start.saturating_sub(len)..range.end.saturating_sub(len);
    }
}

/// A heading that is really a clause's text becomes one, and bold or capital
/// lines become headings.
fn refine_role(unit: &mut Unit, block: &Block) {
    let text = unit.text.as_str().trim();
    let length = text.chars().count();
    let sentence = text.ends_with(['.', '。', ';', '；', ',', '，']);
    let words = text.split_whitespace().count();
    match unit.role {
        Role::Heading(_)
            if length > LONGEST_HEADING && (sentence || words > 18 || length > 200) =>
        {
            unit.role = Role::Body;
        }
        Role::Heading(_) if sentence && (words > 12 || (words < 3 && length > 30)) => {
            unit.role = Role::Body;
        }
        Role::Body if matches!(block.kind, BlockKind::Paragraph) && !text.is_empty() => {
            let short = length <= LONGEST_HEADING && !sentence;
            let bold =
                unit.bold_start >= unit.text.as_str().trim_end().len() && unit.bold_start > 0;
            let capitals = text.chars().filter(|c| c.is_alphabetic()).count() > 3
                && !text.chars().any(char::is_lowercase)
                && text.is_ascii();
            if short && bold && !text.contains("  ") && !text.ends_with([':', '：']) {
                unit.role = Role::Heading(7);
            } else if short && capitals && !text.contains("___") {
                unit.role = Role::Heading(8);
            }
        }
        _ => {}
    }
}

/// Whether a line inside a paragraph begins a clause of its own: it has a
/// label, and what stands before ends a sentence or is a bare title.
fn begins_clause(before: &str, after: &str) -> bool {
    let Some(label) = Label::at_start(after).filter(|label| label.at_breaks) else { return false };
    let before = before.trim_end().trim_end_matches('*');
    let ended = before.ends_with([
        '.', ';', ':', '。', '；', '：', '!', '?', '！', '？', ')', '）', '"', '”', '、',
    ]);
    let title = Label::at_start(before).is_some() && before.chars().count() < 60;
    let conjunction = before.ends_with(" and")
        || before.ends_with(" or")
        || before.ends_with(" dan")
        || before.ends_with(" atau");
    let certain = label.path.len() > 1 || !label.text.is_ascii();
    ended
        || title
        || conjunction
        || (certain
            && !after[label.len.min(after.len())..].starts_with(char::is_lowercase)
            && !before.ends_with(|c: char| c.is_alphanumeric() && c.is_ascii()))
}

/// Offsets inside a line of plain text at which the next clause in sequence
/// begins: `4. Term. 4.1 Start. ...`.
fn inline_clauses(text: &str) -> Vec<usize> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:[.;:)]\s+|\s{3,})((\d{1,2})((?:\.\d{1,2}){0,3})\.?)\s+[A-Z(\x{22}“]").ok()
    });
    let Some(number) = NUMBER.as_ref() else { return Vec::new() };
    let mut last: Vec<u32> = Label::at_start(text).map(|label| label.path).unwrap_or_default();
    let mut found = Vec::new();
    for capture in number.captures_iter(text) {
        let Some(whole) = capture.get(1) else { continue };
        let path: Vec<u32> = whole
            .as_str()
            .trim_end_matches('.')
            .split('.')
            .filter_map(|n| n.parse().ok())
            .collect();
        if path.len() == 1 && !whole.as_str().ends_with('.') {
            continue;
        }
        if follows(&last, &path) {
            found.push(whole.start());
            last = path;
        }
    }
    found
}

/// Whether one number comes right after another: 4.1 after 4, 4.2 after 4.1 or
/// 4.1.3, 5 after 4.2.
fn follows(last: &[u32], next: &[u32]) -> bool {
    let depth = next.len();
    if last.is_empty() || depth == 0 {
        return false;
    }
    if depth == last.len() + 1 {
        return next[..last.len()] == *last && next[depth - 1] == 1;
    }
    depth <= last.len()
        && next[..depth - 1] == last[..depth - 1]
        && next[depth - 1] == last[depth - 1] + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn texts(format: Format, text: &str, breaks: &[usize]) -> Vec<(String, String)> {
        let mut mapped = Mapped::default();
        mapped.push(text, 0);
        let mut block = Block::new(BlockKind::Paragraph, mapped, Span::new(0, text.len()));
        block.breaks = breaks.to_vec();
        let document = Document {
            source: Source::new("t", format, text),
            blocks: vec![block],
            remarks: Vec::new(),
            warnings: Vec::new(),
        };
        units(&document, 0)
            .into_iter()
            .map(|u| {
                (u.label.map(|l| l.text).unwrap_or_default(), u.text.as_str().trim().to_owned())
            })
            .collect()
    }

    #[test]
    fn adjacent_lines_with_numbers_are_clauses() {
        let text = "4.1 本服务可用性。 4.2 赔偿按月计算。";
        let cut = text.find("4.2").unwrap();
        assert_eq!(
            texts(Format::Markdown, text, &[cut]),
            [("4.1".into(), "本服务可用性。".into()), ("4.2".into(), "赔偿按月计算。".into())]
        );
    }

    #[test]
    fn a_wrapped_reference_is_not_a_clause() {
        let text = "as set out in Section 4.2 of this Agreement";
        let cut = text.find("4.2").unwrap();
        assert_eq!(texts(Format::Markdown, text, &[cut]).len(), 1);
    }

    #[test]
    fn filings_run_clauses_together_on_one_line() {
        let found = texts(
            Format::Text,
            "4. Term. 4.1 Start. It begins. 4.2 End. See Section 9. 2 copies.",
            &[],
        );
        let labels: Vec<_> = found.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["4", "4.1", "4.2"]);
    }
}
