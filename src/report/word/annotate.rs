//! `fineprint annotate`: the findings of a contract as comments in its own
//! Word file.

use super::comment::{AUTHOR, Comment};
use super::comments_part::CommentsPart;
use super::layout::Layout;
use super::patch::Patch;
use super::proposal::Proposals;
use super::standing::{Anchor, Standing, anchor};
use crate::check::{Finding, Review};
use crate::ooxml::{Package, PackageError, Rewrite};
use crate::report::Run;
use crate::report::phrases::Phrases;
use crate::source::Limits;
use crate::source::Span;
use std::collections::BTreeSet;
use std::io;

/// What is to be put into a contract.
#[derive(Debug, Clone, Copy)]
pub struct Annotating<'a> {
    /// For whom, and in which language.
    pub run: &'a Run<'a>,
    /// The contract.
    pub review: &'a Review,
    /// Which of its documents the file is.
    pub document: usize,
    /// When the comments were made: `2026-05-01T09:00:00Z`.
    pub date: &'a str,
    /// Whether proposed wording is put into the text as tracked changes.
    pub suggest: bool,
}

/// A Word file with comments in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotated {
    /// The file.
    pub bytes: Vec<u8>,
    /// Comments put in.
    pub comments: usize,
    /// Findings they speak of.
    pub findings: usize,
    /// Findings that a comment of an earlier run speaks of already.
    pub known: usize,
    /// Comments that do not stand on their words, because Word takes none there.
    pub beside: usize,
    /// Findings for which the file has no paragraph that takes a comment.
    pub homeless: usize,
    /// Wordings put in as tracked changes.
    pub proposals: usize,
}

/// Why a file could not be annotated.
#[derive(Debug, thiserror::Error)]
pub enum AnnotateError {
    /// It is no Word file that can be read.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// This build of the program lacks its own words.
    #[error(transparent)]
    Phrases(#[from] io::Error),
}

/// Findings of one comment.
struct Group<'a> {
    findings: Vec<&'a Finding>,
    span: Span,
}

/// Puts comments on the listed findings of a document, and with
/// [`Annotating::suggest`] their wording, into the file it was read from.
/// Every part but those that hold comments stays as it is, byte for byte, and
/// nothing is taken out of the document's own.
///
/// # Errors
/// When the file is not the Word file of the document, or cannot be read.
pub fn annotate(
    asked: &Annotating,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Annotated, AnnotateError> {
    let phrases = Phrases::load(asked.run.lang)?;
    let mut package = Package::open(bytes, limits)?;
    let main = package.main().to_owned();
    let Some(text) = package.part(&main)? else {
        return Err(PackageError::MissingPart { part: main }.into());
    };
    let layout = Layout::read(&main, &text, limits)?;
    let part = CommentsPart::find(&mut package)?;
    let mut numbers = Numbers { used: part.ids().chain(layout.ids.iter().copied()).collect() };
    let Some(document) = asked.review.documents.get(asked.document) else {
        return Ok(Annotated { bytes: bytes.to_vec(), ..Annotated::default() });
    };
    let (groups, known) = groups(asked);
    let mut done = Annotated { known, ..Annotated::default() };
    let mut patch = Patch::new(&layout);
    let mut anchored: Vec<(Group<'_>, Anchor)> = Vec::new();
    for group in groups {
        match anchor(&mut patch, document, group.span) {
            Some(place) => anchored.push((group, place)),
            None => done.homeless += group.findings.len(),
        }
    }
    if asked.suggest {
        let mut proposals = Proposals::new(&mut patch, document, asked.date);
        for (group, place) in anchored.iter().filter(|(_, a)| a.standing == Standing::Words) {
            for finding in &group.findings {
                proposals.add(finding, place.paragraph, &mut || numbers.next());
            }
        }
        done.proposals = proposals.count();
    }
    let mut comments = String::new();
    for (group, anchor) in &anchored {
        let id = numbers.next();
        let mut comment = Comment::default();
        for finding in &group.findings {
            comment.add(&phrases, asked.review, finding, anchor.standing);
        }
        comments.push_str(&comment.xml(id, asked.date));
        let declared = layout.declaration(anchor.paragraph);
        let start = format!(r#"<w:commentRangeStart{declared} w:id="{id}"/>"#);
        patch.start_comment(anchor.places.start, &start);
        let end = format!(
            r#"<w:commentRangeEnd{declared} w:id="{id}"/><w:r{declared}><w:commentReference w:id="{id}"/></w:r>"#
        );
        patch.end_comment(anchor.places.end, &end);
        done.comments += 1;
        done.findings += group.findings.len();
        done.beside += usize::from(anchor.standing != Standing::Words);
    }
    if done.comments == 0 {
        return Ok(Annotated { bytes: bytes.to_vec(), ..done });
    }
    let mut rewrite = Rewrite::default();
    patch.write(&main, &mut rewrite);
    part.write(&comments, layout.namespace, &mut package, &mut rewrite)?;
    Ok(Annotated { bytes: package.rewritten(&rewrite)?, ..done })
}

/// The findings of the document by comment: what is missing at one place has
/// one comment, every other finding its own. And how many were there before.
fn groups<'a>(asked: &Annotating<'a>) -> (Vec<Group<'a>>, usize) {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut known = 0;
    let listed = asked.run.listed(asked.review);
    for finding in listed.filter(|finding| finding.document() == asked.document) {
        let span = finding.primary().span;
        if is_known(asked, finding) {
            known += 1;
            continue;
        }
        let same = groups.iter_mut().find(|group| {
            group.span == span && finding.missing && group.findings.iter().all(|f| f.missing)
        });
        match same {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { findings: vec![finding], span }),
        }
    }
    (groups, known)
}

/// Whether a comment of an earlier run, on the same words, ends with the rule.
fn is_known(asked: &Annotating, finding: &Finding) -> bool {
    let remarks = asked.review.documents.get(asked.document).map(|document| &document.remarks);
    remarks.into_iter().flatten().any(|remark| {
        remark.author.as_deref() == Some(AUTHOR)
            && remark.span.overlaps(finding.primary().span)
            && remark.text.lines().any(|line| line.trim() == &*finding.rule)
    })
}

/// Numbers nothing in the file has yet.
struct Numbers {
    used: BTreeSet<u32>,
}

impl Numbers {
    fn next(&mut self) -> u32 {
        // After the largest where there is room, as Word counts.
        let after = self.used.last().map_or(0, |last| last.saturating_add(1));
        let id = if after < LAST { after } else { self.lowest_free() };
        self.used.insert(id);
        id
    }

    fn lowest_free(&self) -> u32 {
        (0..LAST).find(|id| !self.used.contains(id)).unwrap_or(LAST)
    }
}

/// Word counts in 32 bits with a sign.
const LAST: u32 = i32::MAX as u32;
