//! Which tags are HTML, and which are placeholders such as `<Customer Name>`.

use super::tags::Tag;
use std::collections::HashSet;

/// Elements whose names nobody uses for a placeholder.
const PLAIN: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "nobr",
    "ol",
    "optgroup",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements whose names are also words of a contract: `<Address>`, `<Title>`.
const AMBIGUOUS: &[&str] = &[
    "address", "area", "article", "aside", "audio", "base", "body", "button", "canvas", "data",
    "datalist", "details", "dialog", "figure", "footer", "form", "frame", "head", "header",
    "input", "label", "legend", "link", "main", "map", "menu", "meta", "meter", "nav", "noscript",
    "object", "option", "output", "param", "picture", "progress", "section", "select", "source",
    "summary", "time", "title", "track", "video",
];

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Bare words that are attributes.
const BOOLEAN: &[&str] =
    &["hidden", "open", "disabled", "checked", "reversed", "nowrap", "noshade", "compact"];

/// Knows which ambiguous elements a file really uses.
#[derive(Debug)]
pub(super) struct Elements {
    closed: HashSet<String>,
}

impl Elements {
    /// Looks through a file for end tags.
    pub(super) fn of(text: &str) -> Self {
        let closed = text
            .match_indices("</")
            .map(|(at, _)| &text.as_bytes()[at + 2..])
            .map(|rest| rest.iter().take(12).take_while(|b| b.is_ascii_alphanumeric()))
            .map(|name| name.map(|&b| char::from(b.to_ascii_lowercase())).collect())
            .collect();
        Self { closed }
    }

    /// Whether a tag is markup; if not, it is text that someone is to fill in.
    pub(super) fn is_markup(&self, tag: &Tag<'_>) -> bool {
        let name = tag.name.as_str();
        let bare = |a: &super::tags::Attribute<'_>| a.value.is_none() && !BOOLEAN.contains(&a.name);
        if !tag.closing && tag.attributes().any(|a| bare(&a)) {
            return false;
        }
        let used = tag.closing || self.closed.contains(name) || tag.attributes().next().is_some();
        PLAIN.contains(&name) || (AMBIGUOUS.contains(&name) && used)
    }
}

/// Whether an element begins and ends a line.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The level of a heading element.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

#[cfg(test)]
mod tests {
    use super::super::tags::{self, Piece};
    use super::*;

    fn markup(file: &str, tag: &str) -> bool {
        match tags::read(tag) {
            Some((Piece::Tag(tag), _)) => Elements::of(file).is_markup(&tag),
            _ => false,
        }
    }

    #[test]
    fn placeholders_are_told_from_elements() {
        for placeholder in
            ["<Customer Name>", "<insert date>", "<Address>", "<time of delivery>", "<Provider>"]
        {
            assert!(!markup("", placeholder), "{placeholder}");
        }
        for element in ["<br/>", "<SPAN class=x>", "</span>", "<label for=a>", "<details open>"] {
            assert!(markup("", element), "{element}");
        }
        assert!(markup("<Title>x</Title>", "<Title>"));
    }
}
