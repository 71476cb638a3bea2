//! The negotiation list as Markdown, to be edited and sent on.

use super::{Ask, Rank, asks};
use crate::check::Review;
use crate::report::Run;
use crate::report::markdown::escaped;
use crate::report::phrases::Phrases;
use std::io::{self, Write};

/// Writes the list of every contract. Fails only as `out` fails.
pub fn negotiation_markdown(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(run.lang)?;
    for (index, review) in run.reviews.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        contract(run, &phrases, review, out)?;
    }
    Ok(())
}

fn contract(run: &Run, p: &Phrases, review: &Review, out: &mut dyn Write) -> io::Result<()> {
    let files: Vec<&str> = review.documents.iter().map(|d| d.source.path.as_str()).collect();
    let title = capital(&p.memo.negotiation);
    writeln!(out, "# {title}{}{}\n", p.colon, escaped(&files.join(" + ")))?;
    writeln!(out, "{}", escaped(&p.parties(review, "§").join(&p.semicolon)))?;
    let asks = asks(run, review);
    if asks.is_empty() {
        writeln!(out, "\n{}", capital(&p.playbook.none))?;
    }
    for rank in Rank::ALL {
        let of: Vec<&Ask> = asks.iter().filter(|ask| ask.rank == rank).collect();
        if !of.is_empty() {
            writeln!(out, "\n## {} ({})", capital(p.rank(rank)), of.len())?;
        }
        for (number, ask) in of.iter().enumerate() {
            entry(p, number + 1, ask, out)?;
        }
    }
    Ok(())
}

fn entry(p: &Phrases, number: usize, ask: &Ask, out: &mut dyn Write) -> io::Result<()> {
    let place = ask.cited(p);
    let severity = ask.severity.map_or_else(String::new, |s| format!(" ({})", p.severity(s)));
    let head = format!("{place} {}", ask.title);
    writeln!(out, "\n{number}. **{}**{severity}", escaped(head.trim()))?;
    if !ask.message.is_empty() {
        writeln!(out, "    {}", escaped(&ask.message))?;
    }
    for (key, text) in parts(p, ask) {
        writeln!(out, "    - {}{}{}", capital(&key), p.colon, escaped(text))?;
    }
    Ok(())
}

/// What is asked, fallen back to and asked in return, each with what
/// introduces it.
pub(in crate::report) fn parts<'a>(p: &Phrases, ask: &Ask<'a>) -> Vec<(String, &'a str)> {
    let w = &p.playbook;
    let least = match ask.approval {
        Some(by) => format!("{} ({by})", w.least),
        None => w.least.clone(),
    };
    let first = if ask.advice { &p.propose } else { &w.ask };
    let all = [
        (first.clone(), ask.ask),
        (w.fallback.clone(), ask.fallback),
        (least, ask.least),
        (w.trade.clone(), ask.trade),
        (p.why.clone(), Some(ask.why).filter(|why| !why.is_empty())),
    ];
    all.into_iter().filter_map(|(key, text)| Some((key, text?))).collect()
}

/// The first letter large, as a line of its own begins.
pub(in crate::report) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
