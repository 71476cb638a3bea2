//! What each element of WordprocessingML means for the text, when it opens
//! and when it closes. Properties stand in `properties`.

use super::controls::{FormField, short};
use super::paragraph::{AnchorKind, Change, Look, NoteReference};
use super::story::{Entry, Frame, Walker};
use super::symbols::symbol;
use super::tables::Table;
use crate::ooxml::{Element, Namespace, PackageError};
use crate::read::RevisionKind;
use crate::source::Bound;

/// What an open element is, as far as its content or its end need to know.
pub(super) enum Open {
    Other,
    /// Stands between an element and its content without changing either.
    Transparent,
    Paragraph,
    ParagraphProperties,
    ListProperties,
    MarkProperties,
    /// With the look of the run around it, where runs nest.
    Run(Look),
    RunProperties,
    Text {
        preserve: bool,
    },
    /// The code of a field.
    Code,
    Table,
    Row(Pending),
    RowProperties,
    Cell(Pending),
    CellProperties,
    TextBox,
    /// The definition of a form field.
    FormField,
    Control,
    ControlProperties,
    /// A paragraph's properties before a tracked change of them.
    FormerParagraph,
    /// A run's properties before a tracked change of them.
    FormerRun,
    Dropped,
    Changed,
    SimpleField,
    /// Part of a formula that is written in brackets on one line.
    Bracketed,
    /// Part of a formula with signs around it.
    Formula,
    NaryProperties,
}

/// The tracked change of a whole row or cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pending {
    No,
    /// It is not there in the reading asked for.
    Dropped,
    /// It is, and its words are those of the change.
    Kept,
}

impl Walker<'_> {
    /// Opens an element.
    ///
    /// # Errors
    /// When tables nest too deep.
    pub(super) fn open_element(&mut self, element: &Element<'_>) -> Result<Open, PackageError> {
        Ok(match element.namespace {
            Namespace::Compatibility => Open::Transparent,
            Namespace::Math => self.open_math(element),
            Namespace::Other => self.open_foreign(element),
            Namespace::Word => match self.parent() {
                Some(Open::ParagraphProperties) => self.paragraph_property(element),
                Some(Open::ListProperties) => self.list_property(element),
                Some(Open::MarkProperties) => self.mark_property(element),
                Some(Open::RunProperties) => self.run_property(element),
                Some(Open::RowProperties) => self.row_property(element),
                Some(Open::CellProperties) => self.cell_property(element),
                Some(Open::ControlProperties) => self.control_property(element),
                Some(Open::FormField) => {
                    self.fields.define(element);
                    Open::Other
                }
                Some(Open::FormerParagraph) => self.former_paragraph(element),
                Some(Open::FormerRun) => self.former_run(element),
                Some(Open::Run(_)) => self.open_in_run(element)?,
                _ => self.open_content(element)?,
            },
        })
    }

    pub(super) fn parent(&self) -> Option<&Open> {
        self.open.iter().rev().find(|open| !matches!(open, Open::Transparent))
    }

    fn open_content(&mut self, element: &Element<'_>) -> Result<Open, PackageError> {
        Ok(match element.local() {
            "p" => {
                self.begin_paragraph();
                Open::Paragraph
            }
            "pPr" if matches!(self.parent(), Some(Open::Paragraph)) => Open::ParagraphProperties,
            "background" => {
                self.coloured_page = true;
                Open::Other
            }
            "r" => self.begin_run(),
            "ins" | "moveTo" => self.begin_change(element, RevisionKind::Insertion),
            "del" | "moveFrom" => self.begin_change(element, RevisionKind::Deletion),
            "fldSimple" => {
                self.fields.begin_simple(&element.attribute("instr").unwrap_or_default());
                Open::SimpleField
            }
            "commentRangeStart" => self.anchor_at(element, AnchorKind::Start),
            "commentRangeEnd" => self.anchor_at(element, AnchorKind::End),
            "tbl" => self.begin_table()?,
            "tr" => {
                self.with_table(Table::begin_row);
                Open::Row(Pending::No)
            }
            "trPr" if matches!(self.parent(), Some(Open::Row(_))) => Open::RowProperties,
            "tc" => {
                self.with_table(Table::begin_cell);
                Open::Cell(Pending::No)
            }
            "tcPr" if matches!(self.parent(), Some(Open::Cell(_))) => Open::CellProperties,
            "txbxContent" => {
                self.outer.push(std::mem::take(&mut self.frame));
                Open::TextBox
            }
            "footnote" | "endnote" | "comment" => {
                let id = element.attribute("id").unwrap_or_default();
                self.story.entries.push(Entry { id, author: element.attribute("author") });
                Open::Other
            }
            "sdt" => self.begin_control(),
            "sdtPr" if matches!(self.parent(), Some(Open::Control)) => Open::ControlProperties,
            "checkBox" => self.form_field(FormField::Box { ticked: false }),
            "ddList" => self.form_field(FormField::List { entries: Vec::new(), chosen: None }),
            "altChunk" | "subDoc" => {
                self.story.unread.documents += 1;
                Open::Other
            }
            // A field or box of a program's own, shown as a picture.
            "control" => {
                self.story.unread.objects += 1;
                Open::Other
            }
            // The pronunciation above a word, not a part of the sentence.
            "rt" => self.drop_content(),
            _ => Open::Other,
        })
    }

    fn open_in_run(&mut self, element: &Element<'_>) -> Result<Open, PackageError> {
        match element.local() {
            "rPr" => return Ok(Open::RunProperties),
            "t" | "delText" => {
                let preserve = element.attribute("space").as_deref() == Some("preserve");
                return Ok(Open::Text { preserve });
            }
            "instrText" | "delInstrText" => return Ok(Open::Code),
            "tab" | "ptab" => self.say_element("\u{9}"),
            "br" | "cr" => self.say_break(),
            "noBreakHyphen" => self.say_element("-"),
            "sym" => {
                let font = element.attribute("font").unwrap_or_default();
                let code = element.attribute("char").unwrap_or_default();
                let code = u32::from_str_radix(code.trim(), 16).unwrap_or_default();
                self.say_element(symbol(&font, code).encode_utf8(&mut [0; 4]));
            }
            "fldChar" if self.dropping == 0 => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.fields.separate(),
                Some("end") => self.end_field(),
                _ => {}
            },
            "footnoteReference" | "endnoteReference" => self.note(element),
            "commentReference" => return Ok(self.anchor_at(element, AnchorKind::Reference)),
            "drawing" | "pict" | "object" => self.story.pictures += 1,
            _ => return self.open_content(element),
        }
        Ok(Open::Other)
    }

    /// Drawings: of interest is what in them is shown as words.
    fn open_foreign(&mut self, element: &Element<'_>) -> Open {
        match element.local() {
            // Words drawn as a picture, such as a watermark.
            "textpath" => {
                let words = short(element.attribute("string"));
                self.say_element(&words.replace(|c: char| c.is_ascii_control(), " "));
            }
            "chart" | "relIds" => self.story.unread.diagrams += 1,
            "OLEObject" => {
                let program = element.attribute("ProgID").unwrap_or_default();
                // A formula is a picture of itself; a sheet shows one page of many.
                self.story.unread.objects += usize::from(!program.starts_with("Equation"));
            }
            _ => {}
        }
        Open::Other
    }

    fn form_field(&mut self, field: FormField) -> Open {
        self.fields.take_form(field);
        Open::FormField
    }

    fn end_field(&mut self) {
        if let Some(shown) = self.fields.end() {
            self.say_element(&shown);
        }
    }

    pub(super) fn begin_run(&mut self) -> Open {
        let styles = self.reading.styles;
        let Some(host) = self.hosts.last_mut() else { return Open::Other };
        let base = host.base(styles);
        Open::Run(std::mem::replace(&mut host.look, base))
    }

    fn begin_change(&mut self, element: &Element<'_>, kind: RevisionKind) -> Open {
        self.count_change(element, kind);
        if self.rejects(kind) {
            return self.drop_content();
        }
        self.push_change(element, kind);
        Open::Changed
    }

    pub(super) fn push_change(&mut self, element: &Element<'_>, kind: RevisionKind) {
        self.changes.push(Change {
            kind,
            author: short(element.attribute("author")),
            date: short(element.attribute("date")),
        });
    }

    /// Whether words of such a change are not there in the reading asked for.
    pub(super) fn rejects(&self, kind: RevisionKind) -> bool {
        (kind == RevisionKind::Insertion) == self.reading.as_original
    }

    pub(super) fn count_change(&mut self, element: &Element<'_>, kind: RevisionKind) {
        let author = short(element.attribute("author"));
        let changes = self.story.changes.entry(author).or_default();
        match element.local() {
            "moveTo" => changes.moves += 1,
            "moveFrom" => {}
            _ if kind == RevisionKind::Insertion => changes.insertions += 1,
            _ => changes.deletions += 1,
        }
        // 2026-05-01T09:00:00Z: the day is what a reader needs.
        let date = short(element.attribute("date"));
        changes.made_on(date.get(..10).unwrap_or_default());
    }

    fn drop_content(&mut self) -> Open {
        self.dropping += 1;
        Open::Dropped
    }

    fn begin_table(&mut self) -> Result<Open, PackageError> {
        self.stop_running_on();
        let table = Some(Table::new(self.next_table));
        self.next_table += 1;
        self.outer.push(std::mem::replace(&mut self.frame, Frame { table, ..Frame::default() }));
        let depth = self.outer.iter().filter(|frame| frame.table.is_some()).count() + 1;
        let limit = self.reading.limits.table_depth;
        Bound::TableDepth.check(depth as u64, limit, self.xml.part())?;
        Ok(Open::Table)
    }

    pub(super) fn with_table(&mut self, act: impl FnOnce(&mut Table)) {
        if let Some(table) = &mut self.frame.table {
            act(table);
        }
    }

    fn note(&mut self, element: &Element<'_>) {
        if self.dropping > 0 || self.fields.hide() {
            return;
        }
        let endnote = element.local() == "endnoteReference";
        let id = element.attribute("id").unwrap_or_default();
        if let Some(host) = self.hosts.last_mut() {
            host.paragraph.notes.push(NoteReference { endnote, id });
        }
    }

    fn anchor_at(&mut self, element: &Element<'_>, kind: AnchorKind) -> Open {
        if let Some(id) = element.attribute("id") {
            self.anchor(id, kind);
        }
        Open::Other
    }

    fn end_pending(&mut self, pending: Pending) {
        match pending {
            Pending::No => {}
            Pending::Dropped => self.dropping -= 1,
            Pending::Kept => {
                self.changes.pop();
            }
        }
    }

    /// Closes an element.
    pub(super) fn close_element(&mut self, open: Open) {
        match open {
            Open::Paragraph => self.end_paragraph(),
            Open::Run(look) => {
                if let Some(host) = self.hosts.last_mut() {
                    host.look = look;
                }
            }
            Open::Text { preserve } => self.end_text(preserve),
            Open::Table | Open::TextBox => {
                self.stop_running_on();
                self.frame = self.outer.pop().unwrap_or_default();
                if matches!(open, Open::Table) {
                    self.with_table(Table::note_table);
                }
            }
            Open::Row(pending) => {
                self.end_pending(pending);
                self.with_table(|table| table.end_row(pending != Pending::Dropped));
            }
            Open::Cell(pending) => {
                self.end_cell();
                self.end_pending(pending);
            }
            Open::Dropped => self.dropping -= 1,
            Open::Changed => {
                self.changes.pop();
            }
            Open::SimpleField => self.end_field(),
            Open::Control => self.end_control(),
            Open::Bracketed => self.say_element(")"),
            Open::Formula => self.end_formula(),
            Open::Other
            | Open::Transparent
            | Open::ParagraphProperties
            | Open::ListProperties
            | Open::MarkProperties
            | Open::RunProperties
            | Open::FormField
            | Open::ControlProperties
            | Open::FormerParagraph
            | Open::FormerRun
            | Open::Code
            | Open::NaryProperties
            | Open::RowProperties
            | Open::CellProperties => {}
        }
    }
}
