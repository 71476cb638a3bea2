//! HTML tags and comments, found without a parser of HTML: Markdown lets any
//! fragment through, balanced or not.

use std::ops::Range;

/// A tag longer than this is text with a stray `<`.
const MAX_TAG_BYTES: usize = 4096;

/// What begins with `<` and is not text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// A comment; `closed` is false when the text ends inside it.
    Comment { text: &'t str, closed: bool },
    /// Anything with the shape of a tag, HTML or not.
    Tag(Tag<'t>),
}

/// A start or end tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// The name in lower case.
    pub(super) name: String,
    pub(super) closing: bool,
    attributes: &'t str,
    attributes_at: usize,
}

/// One attribute; the range is the value's place in the tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'t> {
    pub(super) name: &'t str,
    /// `None` for a bare word.
    pub(super) value: Option<&'t str>,
    pub(super) place: Range<usize>,
}

/// Reads the comment or tag at the start of `text`, with its length in bytes.
pub(super) fn read(text: &str) -> Option<(Piece<'_>, usize)> {
    if let Some(body) = text.strip_prefix("<!--") {
        for empty in [">", "->"] {
            if body.starts_with(empty) {
                return Some((Piece::Comment { text: "", closed: true }, 4 + empty.len()));
            }
        }
        return Some(match body.find("-->") {
            Some(end) => (Piece::Comment { text: body[..end].trim(), closed: true }, 4 + end + 3),
            None => (Piece::Comment { text: body.trim(), closed: false }, text.len()),
        });
    }
    let closing = text.starts_with("</");
    let name_at = if closing { 2 } else { 1 };
    let name = name_at_start(text.get(name_at..)?)?;
    let attributes_at = name_at + name.len();
    let len = attributes_at + tag_end(&text[attributes_at..])? + 1;
    let attributes = &text[attributes_at..len - 1];
    let name = name.to_ascii_lowercase();
    Some((Piece::Tag(Tag { name, closing, attributes, attributes_at }), len))
}

fn name_at_start(text: &str) -> Option<&str> {
    let len = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    (len > 0 && text.as_bytes()[0].is_ascii_alphabetic()).then(|| &text[..len])
}

/// Offset of the `>` that ends a tag, outside quoted values.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate().take(MAX_TAG_BYTES) {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        before = byte;
    }
    None
}

impl<'t> Tag<'t> {
    /// The attributes in order.
    pub(super) fn attributes(&self) -> impl Iterator<Item = Attribute<'t>> {
        let (text, base) = (self.attributes, self.attributes_at);
        let mut at = 0;
        std::iter::from_fn(move || {
            at += text[at..].find(|c: char| !c.is_whitespace() && c != '/')?;
            let ends = |c: char| c.is_whitespace() || c == '=' || c == '/';
            let name_len = text[at..].find(ends).unwrap_or(text.len() - at);
            let name = &text[at..at + name_len];
            at += name_len;
            let Some(rest) = text[at..].strip_prefix('=') else {
                return Some(Attribute { name, value: None, place: base + at..base + at });
            };
            at += 1;
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            at += usize::from(quote.is_some());
            let len = match quote {
                Some(quote) => text[at..].find(quote),
                None => text[at..].find(char::is_whitespace),
            }
            .unwrap_or(text.len() - at);
            let place = base + at..base + at + len;
            let value = Some(&text[at..at + len]);
            at = (at + len + usize::from(quote.is_some())).min(text.len());
            Some(Attribute { name, value, place })
        })
    }

    /// The value of an attribute.
    pub(super) fn value(&self, name: &str) -> Option<&'t str> {
        self.attributes().find(|a| a.name.eq_ignore_ascii_case(name)).and_then(|a| a.value)
    }

    /// Whether the element is made invisible by its own attributes.
    pub(super) fn conceals(&self) -> bool {
        let hidden = |a: &Attribute| a.name.eq_ignore_ascii_case("hidden");
        let style: String = self
            .value("style")
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let invisible = |rule: &str| {
            matches!(
                rule,
                "display:none"
                    | "display:none!important"
                    | "visibility:hidden"
                    | "opacity:0"
                    | "font-size:0"
                    | "font-size:0px"
            )
        };
        self.attributes().any(|a| hidden(&a)) || style.split(';').any(invisible)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Tag<'_> {
        match read(text) {
            Some((Piece::Tag(tag), len)) if len == text.len() => tag,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn values_are_found_with_their_place() {
        let text = "<span class=\"header_2\" id='1.1' data=x hidden>";
        let attributes: Vec<_> = tag(text).attributes().collect();
        let values: Vec<_> = attributes.iter().map(|a| (a.name, a.value)).collect();
        let expected = [
            ("class", Some("header_2")),
            ("id", Some("1.1")),
            ("data", Some("x")),
            ("hidden", None),
        ];
        assert_eq!(values, expected);
        assert_eq!(&text[attributes[1].place.clone()], "1.1");
        assert!(tag(text).conceals() && tag("<div style='Display: none; x:y'>").conceals());
        assert!(!tag("<div style='display:block'>").conceals());
    }

    #[test]
    fn comments_and_broken_tags() {
        let closed = |text| Piece::Comment { text, closed: true };
        assert_eq!(read("<!-- a > b --> c"), Some((closed("a > b"), 14)));
        assert_eq!(read("<!--> c"), Some((closed(""), 5)));
        assert_eq!(read("<!-- a"), Some((Piece::Comment { text: "a", closed: false }, 6)));
        assert!(
            ["< b", "<", "<5 %", "<a <b>", "</", "<a href='x>"]
                .into_iter()
                .all(|text| read(text).is_none())
        );
        assert!(read(&format!("<a {}>", "b".repeat(9000))).is_none());
    }
}
