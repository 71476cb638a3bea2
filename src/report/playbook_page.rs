//! A playbook's page, in Markdown that reads well in a terminal too: its
//! positions in words, its wording, who approves what.

use super::phrases::Phrases;
use crate::catalogue::Catalogue;
use crate::matching::Lang;
use crate::playbook::{Playbook, PositionWords};
use std::fmt::Write;
use std::io;

/// The page. An error says that this build of the program has a mistake in
/// `phrases.yaml`.
pub fn playbook_page(playbook: &Playbook, catalogue: &Catalogue, lang: Lang) -> io::Result<String> {
    let phrases = Phrases::load(lang)?;
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = write_page(&mut page, playbook, catalogue, &phrases, lang);
    Ok(page)
}

fn write_page(
    page: &mut String,
    playbook: &Playbook,
    catalogue: &Catalogue,
    p: &Phrases,
    lang: Lang,
) -> std::fmt::Result {
    if let Some(about) = playbook.about(lang) {
        writeln!(page, "# {}\n", about.title)?;
        writeln!(page, "{}\n", p.playbook.side(p.side(playbook.side)))?;
        if !about.about.is_empty() {
            writeln!(page, "{}\n", about.about)?;
        }
    }
    for position in playbook.in_words(catalogue, lang) {
        entry(page, &position, p)?;
    }
    let trimmed = page.trim_end().len();
    page.truncate(trimmed);
    page.push('\n');
    Ok(())
}

fn entry(page: &mut String, position: &PositionWords, p: &Phrases) -> std::fmt::Result {
    let w = &p.playbook;
    let subject = position.subject.as_ref().map_or_else(String::new, |s| format!(" ({s})"));
    writeln!(page, "## {}{subject} (`{}`)\n", position.title, position.name)?;
    let missing = position.missing.map(|met| w.met(met).to_owned());
    let approvals: Vec<String> = position
        .approvals
        .iter()
        .map(|(by, demand)| {
            demand.as_ref().map_or_else(|| by.clone(), |demand| w.up_to(by, demand))
        })
        .collect();
    let approvals = Some(approvals.join(&p.semicolon)).filter(|all| !all.is_empty());
    let lines = [
        (&w.ideal, &position.ideal, &position.ask),
        (&w.acceptable, &Some(position.acceptable.clone()), &position.fallback),
        (&w.walk_away, &position.walk_away, &None),
        (&w.missing, &missing, &None),
        (&w.approvals, &approvals, &None),
        (&w.least, &None, &position.least),
        (&w.trade, &position.trade, &None),
        (&p.note, &position.note, &None),
    ];
    for (key, said, wording) in lines {
        if said.is_none() && wording.is_none() {
            continue;
        }
        let said = said.as_deref().unwrap_or_default();
        writeln!(page, "- {}", format!("{key}{}{said}", p.colon).trim_end())?;
        if let Some(wording) = wording {
            writeln!(page, "  > {wording}")?;
        }
    }
    writeln!(page)
}
