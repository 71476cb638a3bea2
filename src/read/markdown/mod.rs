//! Markdown: parser events become blocks with the way back to the source.
//!
//! The parser is pulldown-cmark; this module decides what of its view of a
//! contract to believe. People write contracts, not CommonMark: sub-clauses
//! are indented like code, placeholders look like HTML tags, `[Provider]: Acme`
//! is a party and no link. What is a clause is decided elsewhere.

mod assemble;
mod blocks;
mod code;
mod definitions;
mod draft;
mod elements;
mod fragment;
mod front_matter;
mod html;
mod inline;
mod markers;
mod stars;
mod table;
mod tags;

use super::Document;
use crate::source::{Format, Source};
use assemble::Assembly;
use pulldown_cmark::{Options, Parser};

/// Reads the text of a Markdown file. Every text is valid Markdown, so this
/// cannot fail; what had to be guessed is among the document's warnings.
///
/// `path` is the name positions are reported under.
pub fn read_markdown(path: &str, text: String) -> Document {
    let source = Source::new(path, Format::Markdown, text);
    let body = front_matter::end(&source.text);
    let mut assembly = Assembly::new(&source, body);
    // Task lists, smart quotes, mathematics and heading attributes stay off:
    // `[x]`, `"`, `$` and `{amount}` are contract text.
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(&source.text[body..], options).into_offset_iter() {
        assembly.event(event, range.start + body..range.end + body);
    }
    let parts = assembly.finish();
    Document {
        blocks: parts.blocks,
        title: front_matter::title(&source.text[..body]),
        remarks: parts.remarks,
        warnings: parts.warnings,
        gaps: Vec::new(),
        source,
    }
}

#[cfg(test)]
mod tests;
