//! Where the paragraphs, runs and texts of a part stand in its XML: what must
//! be known to put something between two words and change nothing else.

use crate::ooxml::{Element, Namespace, Node, PackageError, XmlReader};
use crate::source::Limits;
use std::collections::BTreeSet;
use std::ops::Range;

/// The namespace of ISO Strict documents; all others are Transitional.
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The elements of one part, all ranges in bytes of its text.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    pub(super) text: &'t str,
    /// In the order in which they open.
    pub(super) paragraphs: Vec<ParagraphAt>,
    /// In the order in which they open.
    pub(super) runs: Vec<RunAt>,
    /// Elements that nothing is put inside of: formulas, words with their
    /// pronunciation above.
    pub(super) shells: Vec<Range<usize>>,
    /// Elements directly inside a paragraph.
    children: Vec<Range<usize>>,
    /// Numbers that comments, bookmarks and tracked changes have already.
    pub(super) ids: BTreeSet<u32>,
    /// The namespace of the part's elements.
    pub(super) namespace: &'static str,
}

/// A `w:p`.
#[derive(Debug)]
pub(super) struct ParagraphAt {
    pub(super) open: Range<usize>,
    pub(super) properties: Option<Range<usize>>,
    /// The end tag; empty where the element is.
    pub(super) close: Range<usize>,
    /// The paragraph whose text box it stands in.
    pub(super) host: Option<usize>,
}

/// A `w:r`.
#[derive(Debug)]
pub(super) struct RunAt {
    pub(super) open: Range<usize>,
    pub(super) properties: Option<Range<usize>>,
    pub(super) close: Range<usize>,
    pub(super) paragraph: usize,
    pub(super) children: Vec<ChildAt>,
    /// Whether a tracked change takes it away.
    pub(super) gone: bool,
    /// The element directly inside the paragraph that it is or stands in.
    child: usize,
}

/// What stands in a run, its properties apart.
#[derive(Debug)]
pub(super) struct ChildAt {
    pub(super) range: Range<usize>,
    pub(super) kind: ChildKind,
}

/// What a run's child is.
#[derive(Debug)]
pub(super) enum ChildKind {
    /// A `w:t`, with its tags.
    Text { open: Range<usize>, close: Range<usize>, preserve: bool },
    /// A tab, a break, a symbol: a part of the sentence.
    Character,
    /// The mark of a comment.
    Mark,
    /// A field's code, a note's reference, a picture.
    Other,
}

impl<'t> Layout<'t> {
    /// Reads a part.
    ///
    /// # Errors
    /// When its XML cannot be read or goes over a bound.
    pub(super) fn read(part: &str, text: &'t str, limits: &Limits) -> Result<Self, PackageError> {
        let mut scan = Scan {
            layout: Self {
                text,
                paragraphs: Vec::new(),
                runs: Vec::new(),
                shells: Vec::new(),
                children: Vec::new(),
                ids: BTreeSet::new(),
                namespace: TRANSITIONAL,
            },
            open: Vec::new(),
            in_paragraphs: Vec::new(),
            in_children: Vec::new(),
            going: 0,
        };
        let mut reader = XmlReader::new(part, text, limits);
        while let Some(node) = reader.read()? {
            match node {
                Node::Open(element) => scan.open(&element, reader.span()),
                Node::Close => scan.close(&reader.span()),
                Node::Text { .. } => {}
            }
        }
        scan.layout.shells.sort_by_key(|shell| shell.start);
        Ok(scan.layout)
    }

    /// The paragraph that opens at an offset.
    pub(super) fn paragraph_at(&self, start: usize) -> Option<usize> {
        self.paragraphs.binary_search_by_key(&start, |paragraph| paragraph.open.start).ok()
    }

    /// The innermost run around an offset.
    pub(super) fn run_at(&self, at: usize) -> Option<usize> {
        let behind = self.runs.partition_point(|run| run.open.start <= at);
        // What opened last may have closed; then an earlier one is around it.
        (0..behind).rev().find(|&run| self.runs[run].close.end > at)
    }

    /// The shell around an offset.
    pub(super) fn shell_at(&self, at: usize) -> Option<&Range<usize>> {
        let behind = self.shells.partition_point(|shell| shell.start <= at);
        self.shells.get(behind.checked_sub(1)?).filter(|shell| shell.end > at)
    }

    /// The element directly inside the paragraph that a run is or stands in.
    pub(super) fn child_of(&self, run: &RunAt) -> Range<usize> {
        self.children.get(run.child).cloned().unwrap_or(run.open.start..run.close.end)
    }

    /// What an element put at this place must say of its namespace: nothing
    /// where `w` is the prefix there.
    pub(super) fn declaration(&self, paragraph: usize) -> String {
        let open = self.paragraphs.get(paragraph).map(|paragraph| paragraph.open.clone());
        let tag = open.and_then(|open| self.text.get(open)).unwrap_or_default();
        if tag.starts_with("<w:") {
            String::new()
        } else {
            format!(r#" xmlns:w="{}""#, self.namespace)
        }
    }
}

/// What an open element is.
#[derive(Debug, Clone, Copy)]
enum Open {
    Other,
    Paragraph(usize),
    ParagraphProperties,
    Run(usize),
    RunProperties,
    Text { preserve: bool },
    Character,
    Mark,
    Shell,
    Gone,
}

/// An element with its start tag.
struct Level {
    open: Open,
    tag: Range<usize>,
    /// Its place among the children of paragraphs, where it is one.
    child: Option<usize>,
}

struct Scan<'t> {
    layout: Layout<'t>,
    open: Vec<Level>,
    /// The paragraphs that are open.
    in_paragraphs: Vec<usize>,
    /// The children of paragraphs that are open.
    in_children: Vec<usize>,
    /// How many open elements take away what is in them.
    going: usize,
}

impl Scan<'_> {
    fn open(&mut self, element: &Element<'_>, tag: Range<usize>) {
        let parent = self.open.last().map_or(Open::Other, |level| level.open);
        if self.open.is_empty() && self.layout.text[tag.clone()].contains(STRICT) {
            self.layout.namespace = STRICT;
        }
        let child = matches!(parent, Open::Paragraph(_)).then(|| {
            self.layout.children.push(tag.clone());
            self.layout.children.len() - 1
        });
        if child.is_some() {
            self.in_children.push(self.layout.children.len() - 1);
        }
        let open = match element.namespace {
            Namespace::Word => self.word(element, parent, &tag),
            Namespace::Math if matches!(element.local(), "oMath" | "oMathPara") => Open::Shell,
            _ => Open::Other,
        };
        self.open.push(Level { open, tag, child });
    }

    fn word(&mut self, element: &Element<'_>, parent: Open, tag: &Range<usize>) -> Open {
        if let Some(id) = element.attribute("id").and_then(|id| id.trim().parse().ok()) {
            self.layout.ids.insert(id);
        }
        match (element.local(), parent) {
            ("p", _) => {
                let host = self.in_paragraphs.first().copied();
                let paragraph = self.layout.paragraphs.len();
                self.layout.paragraphs.push(ParagraphAt {
                    open: tag.clone(),
                    properties: None,
                    close: tag.end..tag.end,
                    host,
                });
                self.in_paragraphs.push(paragraph);
                Open::Paragraph(paragraph)
            }
            ("pPr", Open::Paragraph(_)) => Open::ParagraphProperties,
            ("rPr", Open::Run(_)) => Open::RunProperties,
            ("r", _) => self.run(tag),
            ("t", Open::Run(_)) => {
                let preserve = element.attribute("space").as_deref() == Some("preserve");
                Open::Text { preserve }
            }
            ("tab" | "br" | "cr" | "noBreakHyphen" | "softHyphen" | "sym", Open::Run(_))
            | ("lastRenderedPageBreak" | "ptab", Open::Run(_)) => Open::Character,
            ("commentReference" | "annotationRef", Open::Run(_)) => Open::Mark,
            ("ruby", _) => Open::Shell,
            ("del" | "moveFrom", _) => {
                self.going += 1;
                Open::Gone
            }
            _ => Open::Other,
        }
    }

    fn run(&mut self, tag: &Range<usize>) -> Open {
        let Some(&paragraph) = self.in_paragraphs.last() else { return Open::Other };
        self.layout.runs.push(RunAt {
            open: tag.clone(),
            properties: None,
            close: tag.end..tag.end,
            paragraph,
            children: Vec::new(),
            gone: self.going > 0,
            child: self.in_children.last().copied().unwrap_or_default(),
        });
        Open::Run(self.layout.runs.len() - 1)
    }

    fn close(&mut self, tag: &Range<usize>) {
        let Some(Level { open, tag: start, child }) = self.open.pop() else { return };
        let range = start.start..tag.end;
        if let Some(child) = child {
            self.in_children.pop();
            self.layout.children[child].end = range.end;
        }
        match open {
            Open::Paragraph(paragraph) => {
                self.in_paragraphs.pop();
                self.layout.paragraphs[paragraph].close = tag.clone();
            }
            Open::Run(run) => self.layout.runs[run].close = tag.clone(),
            Open::Shell => self.shell(&range),
            Open::Gone => self.going -= 1,
            _ => {}
        }
        match self.open.last().map(|level| level.open) {
            Some(Open::Paragraph(paragraph)) => {
                if matches!(open, Open::ParagraphProperties) {
                    self.layout.paragraphs[paragraph].properties = Some(range.clone());
                }
            }
            Some(Open::Run(run)) => {
                let run = &mut self.layout.runs[run];
                let kind = match open {
                    Open::RunProperties => {
                        run.properties = Some(range);
                        return;
                    }
                    Open::Text { preserve } => {
                        ChildKind::Text { open: start, close: tag.clone(), preserve }
                    }
                    Open::Character => ChildKind::Character,
                    Open::Mark => ChildKind::Mark,
                    _ => ChildKind::Other,
                };
                run.children.push(ChildAt { range, kind });
            }
            _ => {}
        }
    }

    /// Notes a shell, in place of those in it.
    fn shell(&mut self, range: &Range<usize>) {
        while self.layout.shells.pop_if(|shell| shell.start >= range.start).is_some() {}
        self.layout.shells.push(range.clone());
    }
}
