//! Contracts of one file each, read and judged for a sheet: commands that list
//! what contracts say, and do not gate.

use super::args::{Language, Parties, Reading};
use super::contracts::too_slow;
use super::inputs::read_all;
use super::screen::Screen;
use crate::catalogue::Catalogue;
use crate::check::{Judging, Review};
use crate::matching::Lang;
use crate::read::Document;
use crate::report::Failure;
use crate::source::Deadline;
use rayon::prelude::*;
use std::path::PathBuf;

/// What files gave.
pub(super) struct Singles {
    /// A contract a file, in order.
    pub(super) reviews: Vec<Review>,
    /// Files that could not be read, or took too long; each has been said.
    pub(super) failures: Vec<Failure>,
    /// The language of the sheet's own words.
    pub(super) lang: Lang,
}

/// Reads and judges files; `None` where there are none, which has been said.
pub(super) fn judged(
    catalogue: &Catalogue,
    paths: &[PathBuf],
    reading: &Reading,
    parties: &Parties,
    language: Language,
    screen: &mut Screen,
) -> Option<Singles> {
    let inputs = read_all(paths, reading, screen);
    if inputs.documents.is_empty() && inputs.failures.is_empty() {
        screen.complain("no contracts here: nothing ends in .md, .markdown, .docx or .txt");
        return None;
    }
    let named = parties.named();
    let limits = reading.limits();
    let review = |document: Document, lang: Option<Lang>| {
        let deadline = Deadline::after(limits.seconds);
        let judging = Judging { lang, deadline, ..Judging::default() };
        crate::review(catalogue, vec![document], &named, judging)
    };
    let mut documents = inputs.documents.into_iter();
    // The first contract's language is the language of the whole sheet.
    let first = documents.next().map(|document| review(document, language.asked()));
    let own = first.as_ref().and_then(|review| review.languages.first().copied());
    let lang = language.asked().or(own).unwrap_or(Lang::En);
    let rest: Vec<Document> = documents.collect();
    let rest: Vec<Review> =
        rest.into_par_iter().map(|document| review(document, Some(lang))).collect();
    let (unfinished, reviews): (Vec<Review>, Vec<Review>) =
        first.into_iter().chain(rest).partition(|review| review.unfinished);
    let slow = unfinished.iter().map(|review| too_slow(&review.documents, limits.seconds));
    let failures: Vec<Failure> = inputs.failures.into_iter().chain(slow).collect();
    failures.iter().for_each(|failure| screen.complain_of(failure));
    Some(Singles { reviews, failures, lang })
}
