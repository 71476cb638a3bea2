//! The contract as a page shows it: its blocks in reading order, the words of
//! findings marked, and beside each stretch the findings that begin in it.

use super::cards::Card;
use super::segments::{Mark, Segment, lines, segments, segments_in};
use crate::read::{Block, BlockKind, Cell, Document};
use crate::source::Span;
use std::collections::HashMap;

/// Deepest indent shown.
const DEEPEST: usize = 6;
/// Widest cell shown, in columns; browsers allow a thousand.
const WIDEST: usize = 100;

/// A stretch of the contract, from a block with findings to the next.
#[derive(Default)]
pub(super) struct Row<'c> {
    pub(super) pieces: Vec<Piece>,
    pub(super) cards: Vec<&'c Card>,
}

/// What is drawn as one thing.
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    /// Findings that point here and have no words to mark.
    pub(super) anchors: Vec<String>,
}

/// How a piece is drawn.
pub(super) enum PieceKind {
    /// A heading of a level from 1 to 9.
    Heading(u8, Vec<Segment>),
    /// A paragraph: its indent, its number, its text.
    Paragraph(usize, String, Vec<Segment>),
    /// A footnote.
    Note(Vec<Segment>),
    /// Code, line by line.
    Code(Vec<String>),
    /// A table.
    Table(Vec<TableRow>),
}

/// A row of a table.
pub(super) struct TableRow {
    /// Its number in the table.
    number: usize,
    pub(super) cells: Vec<CellPiece>,
}

/// A cell of a table.
pub(super) struct CellPiece {
    pub(super) header: bool,
    /// Columns it takes.
    pub(super) columns: usize,
    /// Its place, for paragraphs of the same cell.
    column: usize,
    pub(super) paragraphs: Vec<Vec<Segment>>,
}

/// Which findings touch a block.
#[derive(Default)]
struct Touched<'c> {
    marks: Vec<Mark>,
    cards: Vec<&'c Card>,
    anchors: Vec<String>,
}

/// The rows of one document.
pub(super) fn rows<'c>(document: &Document, index: usize, cards: &'c [Card]) -> Vec<Row<'c>> {
    let shown: Vec<&Block> =
        document.blocks.iter().filter(|block| block.kind != BlockKind::Margin).collect();
    let leaders = leaders(&shown);
    let mut touched = touched(&shown, &leaders, index, cards);
    let mut rows: Vec<Row> = vec![Row::default()];
    for (at, block) in shown.iter().enumerate() {
        let touch = touched.remove(&at).unwrap_or_default();
        if !touch.cards.is_empty() && rows.last().is_some_and(|row| !row.is_empty()) {
            rows.push(Row::default());
        }
        let Some(row) = rows.last_mut() else { break };
        row.cards.extend(touch.cards);
        row.add(block, leaders[at] != at, &touch.marks, touch.anchors);
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// For each block the first that is drawn with it: a table is not torn apart,
/// and what is found in it stands beside all of it.
fn leaders(shown: &[&Block]) -> Vec<usize> {
    let table = |block: &Block| match &block.kind {
        BlockKind::Cell(cell) => Some(cell.table),
        _ => None,
    };
    let mut leaders: Vec<usize> = Vec::with_capacity(shown.len());
    for (at, block) in shown.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .filter(|&before| table(block).is_some() && table(block) == table(shown[before]));
        leaders.push(before.map_or(at, |before| leaders[before]));
    }
    leaders
}

/// The blocks that labels touch, by their place among those shown.
fn touched<'c>(
    shown: &[&Block],
    leaders: &[usize],
    index: usize,
    cards: &'c [Card],
) -> HashMap<usize, Touched<'c>> {
    let places = Places::new(shown);
    let mut touched: HashMap<usize, Touched> = HashMap::new();
    for card in cards {
        for label in card.labels.iter().filter(|label| label.document == index) {
            let mut anchor = label.primary.then(|| card.words.clone());
            let mut over = places.overlapping(label.span);
            // Words outside all blocks are told beside the block before them.
            let nearest = over.first().copied().or_else(|| places.before(label.span.start));
            over.retain(|&at| !shown[at].text.range_of(label.span).is_empty());
            for at in over {
                touched.entry(at).or_default().marks.push(Mark {
                    range: shown[at].text.range_of(label.span),
                    severity: card.severity,
                    card: card.id.clone(),
                    title: card.title.clone(),
                    id: anchor.take(),
                });
            }
            if let Some(at) = nearest.filter(|_| label.primary) {
                touched.entry(leaders[at]).or_default().cards.push(card);
                touched.entry(at).or_default().anchors.extend(anchor);
            }
        }
    }
    touched
}

/// Blocks by where they stand in the source; reading order may be another.
struct Places {
    /// Where a block begins, its end, and the furthest end up to here.
    sorted: Vec<(Span, usize, usize)>,
}

impl Places {
    fn new(shown: &[&Block]) -> Self {
        let mut sorted: Vec<(Span, usize, usize)> =
            shown.iter().enumerate().map(|(at, block)| (block.span, at, 0)).collect();
        sorted.sort();
        let mut furthest = 0;
        for (span, _, reach) in &mut sorted {
            furthest = furthest.max(span.end);
            *reach = furthest;
        }
        Self { sorted }
    }

    /// The blocks that share words with a span, in the order of the source.
    fn overlapping(&self, span: Span) -> Vec<usize> {
        let end = self.sorted.partition_point(|(block, ..)| block.start < span.end);
        let near = self.sorted[..end].iter().rev().take_while(|(.., reach)| *reach > span.start);
        let mut found: Vec<usize> =
            near.filter(|(block, ..)| block.overlaps(span)).map(|&(_, at, _)| at).collect();
        found.reverse();
        found
    }

    /// The last block that begins before a place, or the first there is.
    fn before(&self, start: usize) -> Option<usize> {
        let end = self.sorted.partition_point(|(block, ..)| block.start <= start);
        self.sorted.get(end.saturating_sub(1)).map(|&(_, at, _)| at)
    }
}

impl Row<'_> {
    /// What follows the piece in which its findings begin.
    pub(super) fn rest(&self) -> &[Piece] {
        let beside = usize::from(!self.cards.is_empty());
        self.pieces.get(beside..).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.cards.is_empty()
    }

    /// Appends a block; a cell goes into the table before it where it belongs
    /// there.
    fn add(&mut self, block: &Block, same_table: bool, marks: &[Mark], anchors: Vec<String>) {
        let text = block.text.as_str();
        let whole = || segments(text, &block.strong, marks);
        let kind = match &block.kind {
            BlockKind::Heading { level } => {
                let mut text = whole();
                if let Some(marker) = &block.marker {
                    text.insert(0, Segment::plain(&format!("{} ", marker.text)));
                }
                PieceKind::Heading(*level, text)
            }
            BlockKind::Paragraph => {
                let marker = block.marker.as_ref().map_or("", |marker| &marker.text);
                let indent = block.depth.min(DEEPEST);
                for (number, range) in lines(text, &block.breaks).into_iter().enumerate() {
                    let marker = if number == 0 { marker } else { "" };
                    let text = segments_in(text, range, &block.strong, marks);
                    let anchors = if number == 0 { anchors.clone() } else { Vec::new() };
                    let kind = PieceKind::Paragraph(indent, marker.to_owned(), text);
                    self.pieces.push(Piece { kind, anchors });
                }
                return;
            }
            BlockKind::Cell(cell) => {
                let paragraph = whole();
                if let Some(Piece { kind: PieceKind::Table(rows), anchors: of_table }) =
                    self.pieces.last_mut().filter(|_| same_table)
                {
                    of_table.extend(anchors);
                    add_cell(rows, cell, paragraph);
                    return;
                }
                let mut rows = Vec::new();
                add_cell(&mut rows, cell, paragraph);
                PieceKind::Table(rows)
            }
            BlockKind::Note => PieceKind::Note(whole()),
            BlockKind::Code => PieceKind::Code(text.lines().map(super::cleaned).collect()),
            BlockKind::Margin => return,
        };
        self.pieces.push(Piece { kind, anchors });
    }
}

/// Adds a paragraph to its cell: in a new row, in a new cell, or in the last.
fn add_cell(rows: &mut Vec<TableRow>, cell: &Cell, paragraph: Vec<Segment>) {
    if rows.last().is_none_or(|row| row.number != cell.row) {
        rows.push(TableRow { number: cell.row, cells: Vec::new() });
    }
    let Some(row) = rows.last_mut() else { return };
    if let Some(last) = row.cells.last_mut() {
        if last.column == cell.column {
            last.paragraphs.push(paragraph);
            return;
        }
        last.columns = cell.column.saturating_sub(last.column).clamp(1, WIDEST);
    }
    let (header, column) = (cell.header, cell.column);
    row.cells.push(CellPiece { header, columns: 1, column, paragraphs: vec![paragraph] });
}
