//! What the properties of paragraphs, runs, rows and cells mean for the text.

use super::elements::{Open, Pending};
use super::story::Walker;
use super::symbols::SymbolFont;
use super::tables::Table;
use crate::ooxml::Element;
use crate::read::RevisionKind;

/// Largest size of letters that nobody can read, in half points.
const TINY: i64 = 4;

impl Walker<'_> {
    pub(super) fn paragraph_property(&mut self, element: &Element<'_>) -> Open {
        let Some(host) = self.hosts.last_mut() else { return Open::Other };
        let paragraph = &mut host.paragraph;
        match element.local() {
            "pStyle" => paragraph.style = element.attribute("val"),
            "outlineLvl" => {
                paragraph.outline = element.number().and_then(|n| u8::try_from(n).ok());
            }
            "sectPr" => paragraph.ends_section = true,
            "shd" => paragraph.on_colour = true,
            "numPr" => return Open::ListProperties,
            "rPr" => return Open::MarkProperties,
            "pPrChange" if self.reading.as_original => return Open::FormerParagraph,
            _ => {}
        }
        Open::Other
    }

    /// In the text before a change, the properties before it are all there are.
    pub(super) fn former_paragraph(&mut self, element: &Element<'_>) -> Open {
        if let Some(host) = self.hosts.last_mut()
            && element.local() == "pPr"
        {
            let paragraph = &mut host.paragraph;
            paragraph.style = None;
            (paragraph.list, paragraph.level, paragraph.outline) = (None, None, None);
            return Open::ParagraphProperties;
        }
        Open::Other
    }

    /// As [`Walker::former_paragraph`], for a run.
    pub(super) fn former_run(&mut self, element: &Element<'_>) -> Open {
        if let Some(host) = self.hosts.last_mut()
            && element.local() == "rPr"
        {
            host.look = host.base(self.reading.styles);
            return Open::RunProperties;
        }
        Open::Other
    }

    pub(super) fn list_property(&mut self, element: &Element<'_>) -> Open {
        let as_original = self.reading.as_original;
        if let Some(host) = self.hosts.last_mut() {
            match element.local() {
                "numId" => host.paragraph.list = element.number(),
                "ilvl" => {
                    host.paragraph.level = element.number().and_then(|n| usize::try_from(n).ok());
                }
                // The paragraph was put into the list by a tracked change.
                "ins" if as_original => {
                    (host.paragraph.list, host.paragraph.level) = (None, None);
                }
                _ => {}
            }
        }
        Open::Other
    }

    pub(super) fn mark_property(&mut self, element: &Element<'_>) -> Open {
        let kind = match element.local() {
            "ins" | "moveTo" => Some(RevisionKind::Insertion),
            "del" | "moveFrom" => Some(RevisionKind::Deletion),
            _ => None,
        };
        if let Some(kind) = kind {
            self.count_change(element, kind);
        }
        if let Some(host) = self.hosts.last_mut() {
            let mark = &mut host.paragraph.mark;
            match (kind, element.local()) {
                (Some(RevisionKind::Insertion), _) => mark.inserted = true,
                (Some(RevisionKind::Deletion), _) => mark.deleted = true,
                (None, "vanish") => host.mark_hidden = Some(element.is_on()),
                (None, "rStyle") => {
                    let styles = self.reading.styles;
                    let mut look = host.base(styles);
                    look.take_style(&styles.of_run(&element.attribute("val").unwrap_or_default()));
                    host.mark_hidden = Some(look.hidden);
                }
                _ => {}
            }
        }
        Open::Other
    }

    pub(super) fn run_property(&mut self, element: &Element<'_>) -> Open {
        let styles = self.reading.styles;
        let Some(host) = self.hosts.last_mut() else { return Open::Other };
        let look = &mut host.look;
        match element.local() {
            "rStyle" => {
                look.take_style(&styles.of_run(&element.attribute("val").unwrap_or_default()));
            }
            "rFonts" => {
                let font = element.attribute("ascii").or_else(|| element.attribute("hAnsi"));
                look.font = font.and_then(|name| SymbolFont::named(&name));
            }
            "b" => look.bold = element.is_on(),
            "vanish" => look.hidden = element.is_on(),
            "color" => {
                let white = |value: String| value.eq_ignore_ascii_case("ffffff");
                look.ink.white = element.attribute("val").is_some_and(white);
            }
            "shd" | "highlight" => look.ink.on_colour = true,
            "sz" => look.ink.tiny = element.number().is_some_and(|size| size <= TINY),
            "rPrChange" if self.reading.as_original => return Open::FormerRun,
            _ => {}
        }
        Open::Other
    }

    pub(super) fn row_property(&mut self, element: &Element<'_>) -> Open {
        match element.local() {
            "tblHeader" if element.is_on() => self.with_table(Table::mark_header),
            "gridBefore" => {
                let columns = element.number().unwrap_or(0);
                self.with_table(|table| table.leave_out(columns));
            }
            "ins" => self.change_of_table(element, RevisionKind::Insertion),
            "del" => self.change_of_table(element, RevisionKind::Deletion),
            _ => {}
        }
        Open::Other
    }

    pub(super) fn cell_property(&mut self, element: &Element<'_>) -> Open {
        match element.local() {
            "gridSpan" => {
                let columns = element.number().unwrap_or(1);
                self.with_table(|table| table.span(columns));
            }
            "vMerge" if element.attribute("val").as_deref() != Some("restart") => {
                self.with_table(Table::merge);
            }
            "cellIns" => self.change_of_table(element, RevisionKind::Insertion),
            "cellDel" => self.change_of_table(element, RevisionKind::Deletion),
            _ => {}
        }
        Open::Other
    }

    /// A tracked change of a whole row or cell.
    fn change_of_table(&mut self, element: &Element<'_>, kind: RevisionKind) {
        self.count_change(element, kind);
        let rejects = self.rejects(kind);
        let around = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Row(pending) | Open::Cell(pending) => Some(pending),
            _ => None,
        });
        match around {
            Some(pending) if *pending == Pending::No && rejects => {
                *pending = Pending::Dropped;
                self.dropping += 1;
            }
            Some(pending) if *pending == Pending::No => {
                *pending = Pending::Kept;
                self.push_change(element, kind);
            }
            _ => {}
        }
    }
}
