//! Marks put between the words of a part. Nothing is taken out: a run that must
//! be cut is closed and opened again, and words that are struck out get other
//! tags by letters put into the old ones.

use super::layout::{ChildAt, ChildKind, Layout, RunAt};
use super::tag::{BLANK, Tag, shown};
use crate::ooxml::Rewrite;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Which end of some words a mark stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    End,
}

/// What is put at one place, in this order: the end of a deletion, the ends of
/// comments, new words, the starts of comments, the start of a deletion.
#[derive(Debug, Default)]
struct Spot {
    /// The run that is cut here, and which of its children, if it is a text.
    inside: Option<(usize, Option<usize>)>,
    closes: bool,
    ends: String,
    words: String,
    starts: String,
    opens: String,
}

/// Everything that is put into one part.
pub(super) struct Patch<'l> {
    layout: &'l Layout<'l>,
    spots: BTreeMap<usize, Spot>,
    /// What is struck out, by the places around it, with the start tag that
    /// says so.
    struck: Vec<(Range<usize>, String)>,
    /// Text elements of which a part is struck out: run and child.
    touched: BTreeSet<(usize, usize)>,
    paragraphs: BTreeMap<usize, String>,
}

impl<'l> Patch<'l> {
    /// Nothing yet.
    pub(super) fn new(layout: &'l Layout<'l>) -> Self {
        Self {
            layout,
            spots: BTreeMap::new(),
            struck: Vec::new(),
            touched: BTreeSet::new(),
            paragraphs: BTreeMap::new(),
        }
    }

    /// What it is put into.
    pub(super) fn layout(&self) -> &'l Layout<'l> {
        self.layout
    }

    /// Puts the start of a comment's range at a place.
    pub(super) fn start_comment(&mut self, place: usize, mark: &str) {
        self.spots.entry(place).or_default().starts.push_str(mark);
    }

    /// Puts the end of a comment's range, and its mark, at a place.
    pub(super) fn end_comment(&mut self, place: usize, mark: &str) {
        self.spots.entry(place).or_default().ends.push_str(mark);
    }

    /// Puts new words at a place.
    pub(super) fn insert(&mut self, place: usize, words: &str) {
        self.spots.entry(place).or_default().words.push_str(words);
    }

    /// Puts a paragraph in front of another.
    pub(super) fn insert_before(&mut self, paragraph: usize, xml: &str) {
        if let Some(paragraph) = self.layout.paragraphs.get(paragraph) {
            self.paragraphs.entry(paragraph.open.start).or_default().push_str(xml);
        }
    }

    /// The place at which a mark can stand for a byte of the part: `at` is the
    /// first byte of the words, or the byte behind their last. `None` where no
    /// run is.
    pub(super) fn place(&mut self, at: usize, edge: Edge) -> Option<usize> {
        let layout = self.layout;
        let byte = match edge {
            Edge::Start => at,
            Edge::End => at.checked_sub(1)?,
        };
        let shell = layout.shell_at(byte);
        let run = match shell {
            Some(shell) => layout.run_at(shell.start).filter(|&run| {
                // Its own runs begin behind it.
                layout.runs[run].open.start < shell.start
            }),
            None => layout.run_at(byte),
        };
        let Some(index) = run else {
            let shell = shell?;
            return Some(if edge == Edge::Start { shell.start } else { shell.end });
        };
        let run = &layout.runs[index];
        let child = run.children.iter().position(|child| child.range.contains(&byte))?;
        let ChildAt { range, kind } = &run.children[child];
        if let ChildKind::Text { open, close, preserve } = kind
            && shell.is_none()
        {
            let inside = shown(layout.text, open.end..close.start, *preserve);
            if at > inside.start && at < inside.end {
                self.spots.entry(at).or_default().inside = Some((index, Some(child)));
                return Some(at);
            }
        }
        let (first, last) = (child == 0, child + 1 == run.children.len());
        Some(match edge {
            Edge::Start if first => run.open.start,
            Edge::End if last => run.close.end,
            edge => {
                let at = if edge == Edge::Start { range.start } else { range.end };
                self.spots.entry(at).or_default().inside = Some((index, None));
                at
            }
        })
    }

    /// A place at or behind another at which new words can stand: beside what
    /// the paragraph consists of, not inside a link or another's insertion.
    pub(super) fn beside(&self, byte: usize, place: usize) -> Option<usize> {
        let run = &self.layout.runs[self.layout.run_at(byte)?];
        let child = self.layout.child_of(run);
        Some(if child == (run.open.start..run.close.end) { place } else { child.end })
    }

    /// Whether words are such that they can be struck out: text, and nothing
    /// that a reader would miss unseen.
    pub(super) fn can_strike(&self, words: &Range<usize>) -> bool {
        let mut runs = self.runs_in(words).peekable();
        runs.peek().is_some()
            && self.layout.shell_at(words.start).is_none()
            && runs.all(|(_, run)| {
                run.gone || run.children.iter().all(|child| !matches!(child.kind, ChildKind::Other))
            })
    }

    /// Strikes out what stands between two places. `tag` opens the change.
    pub(super) fn strike(&mut self, places: Range<usize>, tag: String) {
        self.struck.push((places, tag));
    }

    fn runs_in(&self, words: &Range<usize>) -> impl Iterator<Item = (usize, &'l RunAt)> + use<'l> {
        let layout = self.layout;
        let words = words.clone();
        let first = layout.run_at(words.start).unwrap_or(0);
        let runs = layout.runs.iter().enumerate().skip(first);
        runs.take_while({
            let end = words.end;
            move |(_, run)| run.open.start < end
        })
        .filter(move |(_, run)| run.close.end > words.start)
    }

    /// Marks the pieces of runs that are struck out.
    fn wrap(&mut self) {
        for (words, tag) in self.struck.clone() {
            let runs: Vec<(usize, &RunAt)> = self.runs_in(&words).collect();
            for (index, run) in runs {
                let has_words = run.children.iter().any(|c| !matches!(c.kind, ChildKind::Mark));
                if run.gone || !has_words {
                    continue;
                }
                let start = words.start.max(run.open.start);
                let end = words.end.min(run.close.end);
                self.wrap_piece(index, start..end, &tag);
                for (child, at) in run.children.iter().enumerate() {
                    if at.range.start < end && at.range.end > start {
                        self.touched.insert((index, child));
                    }
                }
            }
        }
    }

    /// Wraps what of a run lies between two places, in pieces where it is cut.
    fn wrap_piece(&mut self, run: usize, piece: Range<usize>, tag: &str) {
        let (mut from, to) = (piece.start, piece.end);
        let inner: Vec<usize> = self
            .spots
            .range(from.saturating_add(1)..to.max(from.saturating_add(1)))
            .filter(|(at, spot)| **at < to && spot.inside.is_some_and(|(inside, _)| inside == run))
            .map(|(at, _)| *at)
            .collect();
        for at in inner.into_iter().chain([to]) {
            self.spots.entry(from).or_default().opens = tag.to_owned();
            self.spots.entry(at).or_default().closes = true;
            from = at;
        }
    }

    fn is_struck(&self, piece: &Range<usize>) -> bool {
        self.struck.iter().any(|(words, _)| words.start <= piece.start && piece.end <= words.end)
    }

    /// Writes everything down as insertions into a part.
    pub(super) fn write(mut self, part: &str, rewrite: &mut Rewrite) {
        self.wrap();
        for (at, spot) in &self.spots {
            let marks = self.marks(spot);
            match spot.inside {
                Some((run, None)) => {
                    let run = &self.layout.runs[run];
                    let text = format!("{}{marks}{}", self.end_of(run), self.start_of(run));
                    rewrite.insert(part, *at, &text);
                }
                None => rewrite.insert(part, *at, &marks),
                // With the text it is in.
                Some((_, Some(_))) => {}
            }
        }
        let cut = self.spots.values().filter_map(|spot| match spot.inside {
            Some((run, Some(child))) => Some((run, child)),
            _ => None,
        });
        let texts: BTreeSet<(usize, usize)> = cut.chain(self.touched.iter().copied()).collect();
        for (run, child) in texts {
            self.write_text(run, child, part, rewrite);
        }
        for (at, xml) in &self.paragraphs {
            rewrite.insert(part, *at, xml);
        }
    }

    fn marks(&self, spot: &Spot) -> String {
        let closes = if spot.closes { "</w:del>" } else { "" };
        format!("{closes}{}{}{}{}", spot.ends, spot.words, spot.starts, spot.opens)
    }

    fn end_of(&self, run: &RunAt) -> &str {
        self.layout.text.get(run.close.clone()).unwrap_or_default()
    }

    /// The start tag of a run again, with its properties.
    fn start_of(&self, run: &RunAt) -> String {
        let properties = run.properties.clone().and_then(|range| self.layout.text.get(range));
        let open = self.layout.text.get(run.open.clone()).unwrap_or_default();
        format!("{open}{}", properties.unwrap_or_default())
    }

    /// Cuts a text element, and gives the pieces that are struck out the tags
    /// of deleted text.
    fn write_text(&self, run: usize, child: usize, part: &str, rewrite: &mut Rewrite) {
        let source = self.layout.text;
        let run_at = &self.layout.runs[run];
        let Some(ChildAt { kind: ChildKind::Text { open, close, preserve }, .. }) =
            run_at.children.get(child)
        else {
            return;
        };
        let (open_tag, close_tag) = (&source[open.clone()], &source[close.clone()]);
        let inside = open.end..close.start;
        let shown = shown(source, inside.clone(), *preserve);
        let cuts: Vec<(usize, &Spot)> = self
            .spots
            .range(inside)
            .filter(|(_, spot)| spot.inside == Some((run, Some(child))))
            .map(|(at, spot)| (*at, spot))
            .collect();
        let edges: Vec<usize> = [shown.start]
            .into_iter()
            .chain(cuts.iter().map(|(at, _)| *at))
            .chain([shown.end])
            .collect();
        let struck: Vec<bool> =
            edges.windows(2).map(|piece| self.is_struck(&(piece[0]..piece[1]))).collect();
        let (start_tag, end_tag) = (Tag::new(open_tag, *preserve), Tag::new(close_tag, *preserve));
        if struck.first() == Some(&true) {
            rewrite.insert(part, open.start + start_tag.name_end - 1, "delTex");
        }
        if struck.last() == Some(&true) && !close_tag.is_empty() {
            rewrite.insert(part, close.start + end_tag.name_end - 1, "delTex");
        }
        for (index, (at, spot)) in cuts.iter().enumerate() {
            let (left, right) = (struck[index], struck[index + 1]);
            let (first, last) = (index == 0, index + 1 == cuts.len());
            let before = &source[edges[index]..*at];
            let after = &source[*at..edges[index + 2]];
            // Blanks at the ends of an unpreserved text are not shown: those
            // that come to stand at an end get an element of their own.
            let trailing = before.len() - before.trim_end_matches(BLANK).len();
            let leading = after.len() - after.trim_start_matches(BLANK).len();
            if !*preserve && first && trailing > 0 {
                let tags = format!("{}{}", end_tag.named(left), start_tag.preserving(left));
                rewrite.insert(part, at - trailing, &tags);
            }
            let opening = if *preserve || last && leading == 0 {
                start_tag.named(right)
            } else {
                start_tag.preserving(right)
            };
            let text = format!(
                "{}{}{}{}{opening}",
                end_tag.named(left),
                self.end_of(run_at),
                self.marks(spot),
                self.start_of(run_at)
            );
            rewrite.insert(part, *at, &text);
            if !*preserve && last && leading > 0 {
                let tags = format!("{}{}", end_tag.named(right), start_tag.named(right));
                rewrite.insert(part, at + leading, &tags);
            }
        }
    }
}
