//! Bytes of a known or guessed format to a [`Document`].

use super::{Document, ReadError, WordOptions, read_markdown, read_text, read_word};
use crate::ooxml::foreign;
use crate::source::{Bound, Exceeded, Format, Limits, decode};

/// The format a file name ends in, if it is one we read.
pub fn format_of(path: &str) -> Option<Format> {
    let (_, ending) = path.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "docx" | "docm" | "dotx" | "dotm" => Some(Format::Word),
        "txt" | "text" => Some(Format::Text),
        _ => None,
    }
}

/// Reads a file's bytes as the format given, or as its name says, or as plain
/// text.
///
/// # Errors
/// When the bytes are not what the format wants, or hold nothing to read.
pub fn read(
    path: &str,
    bytes: &[u8],
    format: Option<Format>,
    word: &WordOptions,
) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let format = format.or_else(|| format_of(path)).unwrap_or(Format::Text);
    if format != Format::Word
        && let Some(error) = foreign(bytes)
    {
        return Err(error.into());
    }
    let mut document = match format {
        Format::Markdown => read_markdown(path, decode(bytes)?),
        Format::Text => read_text(path, decode(bytes)?),
        Format::Word => read_word(path, bytes, word)?,
    };
    within(&document, &word.limits)?;
    super::redactions::warn(&mut document);
    // "Nothing raised" would be false comfort for a scan.
    if document.blocks.is_empty() { Err(ReadError::NoText) } else { Ok(document) }
}

/// The bounds every format has, at the first place that goes over one.
fn within(document: &Document, limits: &Limits) -> Result<(), Exceeded> {
    for block in &document.blocks {
        let line = || document.source.position(block.span.start).line;
        let (length, depth) = (block.text.as_str().len() as u64, block.depth as u64);
        if length > limits.paragraph_bytes {
            let place = format!("the paragraph in line {}", line());
            Bound::ParagraphBytes.check(length, limits.paragraph_bytes, &place)?;
        }
        if depth > limits.list_depth {
            Bound::ListDepth.check(
                depth,
                limits.list_depth,
                &format!("the list in line {}", line()),
            )?;
        }
    }
    Ok(())
}
