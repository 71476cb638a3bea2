//! The XML of a part as a sequence of nodes with byte positions: any prefix,
//! Transitional or Strict, depth bounded, no DTD, no entities but XML's own.

use super::PackageError;
use crate::source::{Bound, Limits};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::reader::NsReader;
use std::borrow::Cow;
use std::ops::Range;

/// The namespaces a contract's text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// WordprocessingML, Transitional or Strict.
    Word,
    /// Office math.
    Math,
    /// Markup compatibility: `AlternateContent` and its choices.
    Compatibility,
    /// Anything else.
    Other,
}

impl Namespace {
    fn of(result: &ResolveResult<'_>) -> Self {
        let ResolveResult::Bound(namespace) = result else { return Self::Other };
        match namespace.0 {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            _ => Self::Other,
        }
    }
}

/// How the namespaces begin that Word understands the contents of.
const WORD_KNOWS: [&str; 4] = [
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
];

/// An element as it opens.
#[derive(Debug, Clone)]
pub struct Element<'a> {
    /// The namespace of its name.
    pub namespace: Namespace,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Its name without a prefix.
    pub fn local(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of the attribute with this local name, unescaped.
    pub fn attribute(&self, local: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == local)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.clone().into_owned(), Cow::into_owned))
    }

    /// The attribute `val` as a whole number.
    pub fn number(&self) -> Option<i64> {
        self.attribute("val")?.trim().parse().ok()
    }

    /// Whether a property such as `<w:b/>` is on: it is, unless it says not.
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off"))
    }
}

/// What [`XmlReader::read`] meets. An empty element opens and closes.
#[derive(Debug)]
pub enum Node<'a> {
    /// An element opens.
    Open(Element<'a>),
    /// The element that opened last and has not closed, closes.
    Close,
    /// Characters.
    Text {
        /// As a person reads them.
        text: Cow<'a, str>,
        /// Whether they stand in the XML byte for byte.
        verbatim: bool,
    },
}

/// Reads one part. Of alternative contents only the first that Word knows is
/// seen: a text box is not read twice.
pub struct XmlReader<'a> {
    reader: NsReader<&'a [u8]>,
    part: &'a str,
    depth: u64,
    limit: u64,
    at: Range<usize>,
    /// For each open `AlternateContent`: its depth, and whether a choice was taken.
    alternatives: Vec<(u64, bool)>,
}

impl<'a> XmlReader<'a> {
    /// Reads `text`, the content of `part`.
    pub fn new(part: &'a str, text: &'a str, limits: &Limits) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part, depth: 0, limit: limits.xml_depth, at: 0..0, alternatives: Vec::new() }
    }

    /// Where the node just read stands in the part's text: for an element, its
    /// start tag; for a close, the end tag (empty after an empty element).
    pub fn span(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Name of the part.
    pub fn part(&self) -> &'a str {
        self.part
    }

    /// The next node, or `None` at the end of the part.
    ///
    /// # Errors
    /// When the XML is not well formed, ends early, declares a DTD or nests
    /// too deep.
    pub fn read(&mut self) -> Result<Option<Node<'a>>, PackageError> {
        loop {
            let Some(node) = self.next()? else { return Ok(None) };
            let Node::Open(element) = &node else { return Ok(Some(node)) };
            if element.namespace != Namespace::Compatibility {
                return Ok(Some(node));
            }
            match element.local() {
                "AlternateContent" => self.alternatives.push((self.depth, false)),
                "Choice" | "Fallback" => {
                    let known = self.is_known(element);
                    if let Some((depth, taken)) = self.alternatives.last_mut()
                        && *depth + 1 == self.depth
                    {
                        if *taken || !known {
                            self.skip()?;
                            continue;
                        }
                        *taken = true;
                    }
                }
                _ => {}
            }
            return Ok(Some(node));
        }
    }

    /// Whether Word knows all namespaces that a choice requires; a fallback
    /// requires none.
    fn is_known(&self, choice: &Element<'_>) -> bool {
        let required = choice.attribute("Requires").unwrap_or_default();
        required.split_ascii_whitespace().all(|prefix| {
            let name = format!("{prefix}:any");
            let (resolved, _) = self.reader.resolver().resolve_element(QName(&name));
            let ResolveResult::Bound(namespace) = resolved else { return false };
            WORD_KNOWS.iter().any(|start| namespace.0.starts_with(start))
        })
    }

    /// Passes over the element that has just opened, its close included.
    ///
    /// # Errors
    /// As [`XmlReader::read`].
    pub fn skip(&mut self) -> Result<(), PackageError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Result<Option<Node<'a>>, PackageError> {
        loop {
            let start = position(&self.reader);
            let (resolved, event) = match self.reader.read_resolved_event() {
                Ok(read) => read,
                Err(error) => return Err(self.error(start, error.to_string())),
            };
            let namespace = Namespace::of(&resolved);
            self.at = start..position(&self.reader);
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    Bound::XmlDepth.check(self.depth, self.limit, self.part)?;
                    return Ok(Some(Node::Open(Element { namespace, start })));
                }
                Event::End(_) => {
                    self.alternatives.pop_if(|(depth, _)| *depth == self.depth);
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Node::Close));
                }
                Event::Text(text) => {
                    return Ok(Some(Node::Text { text: text.into_inner(), verbatim: true }));
                }
                Event::CData(data) => {
                    return Ok(Some(Node::Text { text: data.into_inner(), verbatim: false }));
                }
                Event::GeneralRef(reference) => {
                    let text = self.character(&reference)?.into();
                    return Ok(Some(Node::Text { text, verbatim: false }));
                }
                Event::DocType(_) => return Err(PackageError::Dtd { part: self.part.to_owned() }),
                Event::Eof if self.depth > 0 => {
                    return Err(self.error(start, "the part ends inside an element".to_owned()));
                }
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn character(&self, reference: &BytesRef<'_>) -> Result<String, PackageError> {
        let named = match reference.resolve_char_ref() {
            Ok(Some(character)) => return Ok(character.to_string()),
            Ok(None) => quick_xml::escape::resolve_predefined_entity(reference),
            Err(error) => return Err(self.error(self.at.start, error.to_string())),
        };
        named
            .map(str::to_owned)
            .ok_or_else(|| self.error(self.at.start, "an entity XML does not know".to_owned()))
    }

    fn error(&self, offset: usize, reason: String) -> PackageError {
        PackageError::Xml { part: self.part.to_owned(), offset, reason }
    }
}

/// The reader counts in `u64`; a part in memory is never longer than `usize`.
fn position(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}
