//! What open HTML elements mean for the text after them. Elements may open in
//! one HTML block and close in another, with Markdown between.

use super::elements;
use super::tags::Tag;
use crate::read::Cell;
use crate::read::word::numeral;

/// An element that holds for all text up to its end tag, counting elements of
/// the same name inside.
#[derive(Debug)]
struct Reach {
    name: String,
    depth: usize,
    inline: bool,
}

impl Reach {
    /// Whether the reach goes on after a tag.
    fn goes_on(&mut self, tag: &Tag<'_>) -> bool {
        if tag.name == self.name {
            self.depth = if tag.closing { self.depth - 1 } else { self.depth + 1 };
        }
        self.depth > 0
    }
}

#[derive(Debug)]
struct HtmlTable {
    table: usize,
    rows: usize,
    column: usize,
    next_column: usize,
    head: bool,
    header: bool,
    in_cell: bool,
}

/// The numbers of an ordered list.
#[derive(Debug)]
struct Numbers {
    last: u32,
    /// The `type` attribute: `a`, `A`, `i`, `I`, or figures.
    style: Option<char>,
}

impl Numbers {
    /// The marker of the next item, which may bring its `own` number.
    fn next(&mut self, own: Option<u32>) -> String {
        self.last = own.unwrap_or_else(|| self.last.saturating_add(1));
        let format = match self.style {
            Some('a') => "lowerLetter",
            Some('A') => "upperLetter",
            Some('i') => "lowerRoman",
            Some('I') => "upperRoman",
            _ => "decimal",
        };
        let counted = (1..=MOST_ITEMS).contains(&self.last);
        let number = counted.then(|| numeral(format, self.last)).flatten();
        format!("{}.", number.unwrap_or_else(|| self.last.to_string()))
    }
}

/// Beyond this, items are counted in figures.
const MOST_ITEMS: u32 = 1_000;

/// The elements that are open.
#[derive(Debug, Default)]
pub(super) struct HtmlState {
    concealed: Option<Reach>,
    dropped: Option<Reach>,
    tables: Vec<HtmlTable>,
    /// The last number given in each open list; `None` for bullets.
    lists: Vec<Option<Numbers>>,
    heading: Option<u8>,
}

impl HtmlState {
    /// Whether text is hidden from the reader.
    pub(super) fn is_concealed(&self) -> bool {
        self.concealed.is_some()
    }

    /// Whether text is no text at all: style sheets, scripts, deletions.
    pub(super) fn is_dropped(&self) -> bool {
        self.dropped.is_some()
    }

    /// How many lists are open.
    pub(super) fn depth(&self) -> usize {
        self.lists.len()
    }

    /// The level of the open heading.
    pub(super) fn heading(&self) -> Option<u8> {
        self.heading
    }

    /// The open table cell.
    pub(super) fn cell(&self) -> Option<Cell> {
        let open = self.tables.last().filter(|table| table.in_cell)?;
        Some(Cell {
            table: open.table,
            row: open.rows.saturating_sub(1),
            column: open.column,
            header: open.header,
        })
    }

    /// Notes what a tag hides or drops; true when it begins a deletion.
    pub(super) fn reach(&mut self, tag: &Tag<'_>, inline: bool) -> bool {
        for reach in [&mut self.concealed, &mut self.dropped] {
            if reach.as_mut().is_some_and(|open| !open.goes_on(tag)) {
                *reach = None;
            }
        }
        if tag.closing || matches!(tag.name.as_str(), "br" | "hr" | "img" | "wbr" | "col") {
            return false;
        }
        let begin = || Some(Reach { name: tag.name.clone(), depth: 1, inline });
        if self.concealed.is_none() && tag.conceals() {
            self.concealed = begin();
        }
        let deleted = matches!(tag.name.as_str(), "del" | "s" | "strike");
        if self.dropped.is_none() && (deleted || matches!(tag.name.as_str(), "style" | "script")) {
            self.dropped = begin();
            return deleted;
        }
        false
    }

    /// The end of a block: what opened inside a paragraph ends with it.
    pub(super) fn end_block(&mut self) {
        self.concealed.take_if(|reach| reach.inline);
        self.dropped = None;
    }

    /// A Markdown heading: tables and lists left open end before it.
    pub(super) fn end_structure(&mut self) {
        self.tables.clear();
        self.lists.clear();
        self.heading = None;
    }

    /// Follows tables, lists and headings. `tables` is the number of tables
    /// begun in the document so far. For a list item, returns its marker.
    pub(super) fn structure(&mut self, tag: &Tag<'_>, tables: &mut usize) -> Option<String> {
        match (tag.name.as_str(), tag.closing) {
            ("table", false) => {
                self.tables.push(HtmlTable::new(*tables));
                *tables += 1;
            }
            ("table", true) => drop(self.tables.pop()),
            ("thead" | "tr" | "td" | "th" | "tbody" | "tfoot", _) => {
                if let Some(table) = self.tables.last_mut() {
                    table.part(tag);
                }
            }
            ("ol", false) => {
                let start = tag.value("start").and_then(|value| value.parse::<u32>().ok());
                let style = tag.value("type").and_then(|style| style.chars().next());
                self.lists
                    .push(Some(Numbers { last: start.map_or(0, |n| n.saturating_sub(1)), style }));
            }
            ("ul", false) => self.lists.push(None),
            ("ol" | "ul", true) => drop(self.lists.pop()),
            ("li", false) => {
                return match self.lists.last_mut() {
                    Some(Some(numbers)) => {
                        let own = tag.value("value").and_then(|value| value.parse().ok());
                        Some(numbers.next(own))
                    }
                    _ => Some("•".to_owned()),
                };
            }
            (name, closing) => {
                if let Some(level) = elements::heading_level(name) {
                    self.heading = (!closing).then_some(level);
                }
            }
        }
        None
    }
}

impl HtmlTable {
    fn new(table: usize) -> Self {
        Self {
            table,
            rows: 0,
            column: 0,
            next_column: 0,
            head: false,
            header: false,
            in_cell: false,
        }
    }

    fn part(&mut self, tag: &Tag<'_>) {
        self.in_cell = false;
        match (tag.name.as_str(), tag.closing) {
            ("thead", closing) => self.head = !closing,
            ("tr", false) => {
                self.rows += 1;
                self.next_column = 0;
            }
            (cell @ ("td" | "th"), false) => {
                let span = tag.value("colspan").and_then(|value| value.parse::<u16>().ok());
                self.column = self.next_column;
                self.next_column += usize::from(span.unwrap_or(1).max(1));
                self.header = self.head || cell == "th";
                self.in_cell = true;
            }
            _ => {}
        }
    }
}
