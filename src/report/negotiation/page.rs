//! The negotiation list as one self-contained page, to print and take to the
//! table: room beside each ask for what was agreed.
//!
//! Wording and titles may hold a stranger's text; all goes through the
//! template's escaping, and the page allows itself no script and no network.

use super::markdown::{capital, parts};
use super::{Ask, Rank, asks};
use crate::check::{Review, Severity};
use crate::report::Run;
use crate::report::phrases::Phrases;
use crate::report::printable::printable;
use askama::Template;
use std::io::{self, Write};

const STYLE: &str = include_str!("negotiation.css");

/// Writes the page, in the language of the report. Fails only as `out` fails.
pub fn negotiation_html(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(run.lang)?;
    let page = Page {
        p: &phrases,
        lang: run.lang.choose("en", "zh-Hans", "ms"),
        title: capital(&phrases.memo.negotiation),
        contracts: run.reviews.iter().map(|review| contract(run, &phrases, review)).collect(),
        style: STYLE,
    };
    let text = page.render().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

#[derive(Template)]
#[template(path = "negotiation.html")]
struct Page<'a> {
    p: &'a Phrases,
    lang: &'static str,
    title: String,
    contracts: Vec<Contract>,
    style: &'static str,
}

struct Contract {
    files: String,
    parties: String,
    counted: String,
    /// Each rank there is, with its asks.
    ranks: Vec<(String, Vec<Row>)>,
}

struct Row {
    place: String,
    title: String,
    message: String,
    class: &'static str,
    severity: String,
    own: bool,
    parts: Vec<(String, String)>,
}

fn contract(run: &Run, p: &Phrases, review: &Review) -> Contract {
    let files: Vec<&str> = review.documents.iter().map(|d| d.source.path.as_str()).collect();
    let asks = asks(run, review);
    let ranks = Rank::ALL.into_iter().filter_map(|rank| {
        let rows: Vec<Row> =
            asks.iter().filter(|ask| ask.rank == rank).map(|ask| row(p, ask)).collect();
        (!rows.is_empty()).then(|| (capital(p.rank(rank)), rows))
    });
    Contract {
        files: printable(&files.join(" + ")),
        parties: printable(&p.parties(review, "§").join(&p.semicolon)),
        counted: p.counted(run.counts(review), true),
        ranks: ranks.collect(),
    }
}

fn row(p: &Phrases, ask: &Ask) -> Row {
    let own = |(key, text): (String, &str)| (capital(&key), printable(text));
    Row {
        place: printable(&ask.cited(p)),
        title: printable(ask.title),
        message: printable(&ask.message),
        class: match ask.severity {
            Some(Severity::Critical) => "critical",
            Some(Severity::High) => "high",
            Some(Severity::Medium) => "medium",
            Some(Severity::Low) | None => "low",
        },
        severity: ask.severity.map_or_else(String::new, |s| p.severity(s).to_owned()),
        own: ask.own,
        parts: parts(p, ask).into_iter().map(own).collect(),
    }
}
