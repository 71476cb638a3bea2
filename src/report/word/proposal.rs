//! Proposed wording as tracked changes: what it takes the place of is struck
//! out, and it stands behind.

use super::comment::{AUTHOR, text_element};
use super::patch::{Edge, Patch};
use super::standing::{block_of, bytes_of, paragraph_of};
use crate::check::{Finding, SuggestAs};
use crate::ooxml::{Node, XmlReader};
use crate::read::{Block, BlockKind, Document};
use crate::source::Limits;
use crate::source::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// Wording put into one document.
pub(super) struct Proposals<'p, 'l> {
    patch: &'p mut Patch<'l>,
    document: &'p Document,
    date: &'p str,
    /// What was put in: the same wording stands once, however often it is found.
    said: BTreeSet<&'p str>,
    /// What was struck out, and where wording in its place stands.
    struck: Vec<(Span, usize)>,
}

impl<'p, 'l> Proposals<'p, 'l> {
    /// Nothing put in yet.
    pub(super) fn new(patch: &'p mut Patch<'l>, document: &'p Document, date: &'p str) -> Self {
        Self { patch, document, date, said: BTreeSet::new(), struck: Vec::new() }
    }

    /// How many wordings were put in.
    pub(super) fn count(&self) -> usize {
        self.said.len()
    }

    /// Puts a finding's wording in, where it has any that can stand in the
    /// contract. `paragraph` is the layout's that the finding stands in.
    pub(super) fn add(
        &mut self,
        finding: &'p Finding,
        paragraph: usize,
        number: &mut dyn FnMut() -> u32,
    ) {
        let Some(wording) = finding.suggest.as_deref() else { return };
        // Where a clause is missing and no place is known for it, the comment
        // has the wording.
        let placeless = finding.missing && finding.clause.address.is_empty();
        if finding.suggest_as == SuggestAs::Advice || placeless || self.said.contains(wording) {
            return;
        }
        let words = finding.primary().span;
        // What is missing is often shown on the heading where it belongs.
        let on_heading =
            finding.missing && finding.clause.heading.contains(finding.primary().text.trim());
        let done = match finding.suggest_as {
            SuggestAs::Sentence if on_heading => false,
            SuggestAs::Sentence => self.replace(finding.sentence, wording, number),
            SuggestAs::AfterWords => self.follow(words, wording, number),
            SuggestAs::Clause | SuggestAs::Advice => false,
        };
        if done || self.add_behind(words, paragraph, wording, number) {
            self.said.insert(wording);
        }
    }

    /// The bytes of the main part that some words were read from.
    fn bytes(&self, words: Span) -> Option<Range<usize>> {
        let block = &self.document.blocks[block_of(self.document, words)?];
        bytes_of(block, block.text.range_of(words))
    }

    /// Strikes words out and puts wording behind them. False where they cannot
    /// be struck out whole.
    fn replace(&mut self, words: Span, wording: &str, number: &mut dyn FnMut() -> u32) -> bool {
        if let Some((_, place)) = self.struck.iter().find(|(span, _)| *span == words) {
            let place = *place;
            let Some(bytes) = self.bytes(words) else { return false };
            let run = self.inserted(&bytes, &spaced(wording), number());
            self.patch.insert(place, &run);
            return true;
        }
        let overlaps = self.struck.iter().any(|(span, _)| span.overlaps(words));
        let Some(bytes) =
            self.bytes(words).filter(|bytes| !overlaps && self.patch.can_strike(bytes))
        else {
            return false;
        };
        let Some(start) = self.patch.place(bytes.start, Edge::Start) else { return false };
        let Some(end) = self.patch.place(bytes.end, Edge::End) else { return false };
        let Some(beside) = self.patch.beside(bytes.end - 1, end) else { return false };
        let tag = self.tag("del", &bytes, number());
        self.patch.strike(start..end, tag);
        let run = self.inserted(&bytes, wording, number());
        self.patch.insert(beside, &run);
        self.struck.push((words, beside));
        true
    }

    /// Puts wording behind words, in their sentence.
    fn follow(&mut self, words: Span, wording: &str, number: &mut dyn FnMut() -> u32) -> bool {
        let Some(bytes) = self.bytes(words) else { return false };
        let Some(end) = self.patch.place(bytes.end, Edge::End) else { return false };
        let Some(beside) = self.patch.beside(bytes.end - 1, end) else { return false };
        let wording = spaced(wording.trim_end_matches(['.', '。']));
        let run = self.inserted(&bytes, &wording, number());
        self.patch.insert(beside, &run);
        true
    }

    /// Puts wording behind the sentences of a paragraph; behind a heading, and
    /// behind a list or table that the paragraph begins, into a paragraph of
    /// its own.
    fn add_behind(
        &mut self,
        words: Span,
        paragraph: usize,
        wording: &str,
        number: &mut dyn FnMut() -> u32,
    ) -> bool {
        let Some(index) = block_of(self.document, words) else { return false };
        let block = &self.document.blocks[index];
        let text = block.text.as_str().trim_end();
        let begins = matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
            && !text.ends_with(SENTENCE_ENDS);
        if begins && let Some(next) = self.behind(index) {
            self.add_paragraph(block, paragraph, next, wording, number);
            return true;
        }
        let layout = self.patch.layout();
        let Some(bytes) = bytes_of(block, 0..text.len()) else { return false };
        let Some(end) = layout.paragraphs.get(paragraph).map(|at| at.close.start) else {
            return false;
        };
        let run = self.inserted(&bytes, &spaced(wording), number());
        self.patch.insert(end, &run);
        true
    }

    /// A new paragraph that looks as one of the blocks does, in front of
    /// another of the layout's: rejected, it leaves nothing.
    fn add_paragraph(
        &mut self,
        block: &Block,
        paragraph: usize,
        next: usize,
        wording: &str,
        number: &mut dyn FnMut() -> u32,
    ) {
        let declared = self.patch.layout().declaration(next);
        let change =
            |id: u32| format!(r#"<w:ins w:id="{id}" w:author="{AUTHOR}" w:date="{}""#, self.date);
        let (mark, words) = (change(number()), change(number()));
        let bytes = bytes_of(block, 0..block.text.len());
        let is_heading = matches!(block.kind, BlockKind::Heading { .. });
        let look = bytes.filter(|_| !is_heading).and_then(|bytes| self.look(&bytes));
        let xml = format!(
            "<w:p{declared}><w:pPr>{}<w:rPr>{mark}/></w:rPr></w:pPr>{words}><w:r>{}{}</w:r></w:ins></w:p>",
            self.properties(is_heading, paragraph),
            look.unwrap_or_default(),
            text_element(wording)
        );
        self.patch.insert_before(next, &xml);
    }

    /// The paragraph of the layout behind a block, or behind the list or table
    /// that it begins.
    fn behind(&self, block: usize) -> Option<usize> {
        let blocks = &self.document.blocks;
        let mut last = block;
        while last < block + LONGEST_LIST
            && let Some(next) = blocks.get(last + 1)
            && match next.kind {
                BlockKind::Cell(_) => true,
                BlockKind::Paragraph => goes_on(&blocks[last]),
                _ => false,
            }
        {
            last += 1;
        }
        let layout = self.patch.layout();
        let next = blocks.get(last + 1).filter(|next| {
            !next.hidden && matches!(next.kind, BlockKind::Paragraph | BlockKind::Heading { .. })
        })?;
        paragraph_of(layout, next).filter(|&next| layout.paragraphs[next].host.is_none())
    }

    /// The properties of a new paragraph: those of the one that was found, but
    /// neither a heading's nor a number, which would move all that follow.
    fn properties(&self, is_heading: bool, paragraph: usize) -> String {
        let layout = self.patch.layout();
        let range = layout.paragraphs.get(paragraph).and_then(|at| at.properties.clone());
        let xml = range.and_then(|range| layout.text.get(range)).unwrap_or_default();
        let kept: &[&str] =
            if is_heading { &["bidi", "jc"] } else { &["pStyle", "bidi", "spacing", "ind", "jc"] };
        let mut properties: Vec<String> = Vec::new();
        let children = children(xml);
        for name in kept {
            let found = children.iter().find(|(local, _)| local == name);
            properties.extend(found.map(|(_, range)| xml[range.clone()].to_owned()));
        }
        let unnumbered = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>"#;
        let behind_style = usize::from(properties.first().is_some_and(|p| p.contains("pStyle")));
        properties.insert(behind_style, unnumbered.to_owned());
        properties.concat()
    }

    /// How the run looks that some bytes end in.
    fn look(&self, bytes: &Range<usize>) -> Option<String> {
        let layout = self.patch.layout();
        let run = &layout.runs[layout.run_at(bytes.end.checked_sub(1)?)?];
        let alone = layout.child_of(run) == (run.open.start..run.close.end);
        let look = layout.text.get(run.properties.clone()?)?;
        // A tracked change of a look is that run's own; a link's look too.
        (alone && !look.contains("rPrChange")).then(|| look.to_owned())
    }

    /// The start tag of a tracked change.
    fn tag(&self, name: &str, bytes: &Range<usize>, id: u32) -> String {
        let layout = self.patch.layout();
        let run = layout.run_at(bytes.start);
        let paragraph = run.map_or(0, |run| layout.runs[run].paragraph);
        let declared = layout.declaration(paragraph);
        format!(r#"<w:{name}{declared} w:id="{id}" w:author="{AUTHOR}" w:date="{}">"#, self.date)
    }

    /// Wording as a tracked insertion that looks as the words do.
    fn inserted(&self, bytes: &Range<usize>, wording: &str, id: u32) -> String {
        let look = self.look(bytes).unwrap_or_default();
        format!("{}<w:r>{look}{}</w:r></w:ins>", self.tag("ins", bytes, id), text_element(wording))
    }
}

/// What a sentence ends with; behind it another can begin.
const SENTENCE_ENDS: [char; 12] = ['.', '。', '!', '！', '?', '？', '"', '”', ')', '）', ']', '】'];

/// Wording with the blank that stands between sentences, which Chinese has not.
fn spaced(wording: &str) -> String {
    let blank = if wording.starts_with(|c: char| c.is_ascii()) { " " } else { "" };
    format!("{blank}{wording}")
}

/// As many paragraphs and cells a list or table may have for wording to stand behind it.
const LONGEST_LIST: usize = 200;

/// Whether a paragraph is not the end of its sentence.
fn goes_on(block: &Block) -> bool {
    let text = block.text.as_str().trim_end();
    text.ends_with([':', '：', ';', '；', ',', '，'])
        || [" and", " or", " dan", " atau"].iter().any(|word| text.ends_with(word))
}

/// The elements directly inside an element, by their names without prefixes.
fn children(xml: &str) -> Vec<(String, Range<usize>)> {
    let mut reader = XmlReader::new("", xml, &Limits::default());
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut found = Vec::new();
    while let Ok(Some(node)) = reader.read() {
        match node {
            Node::Open(element) => open.push((element.local().to_owned(), reader.span().start)),
            Node::Close => {
                let Some((name, start)) = open.pop() else { break };
                if open.len() == 1 {
                    found.push((name, start..reader.span().end));
                }
            }
            Node::Text { .. } => {}
        }
    }
    found
}
