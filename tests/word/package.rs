//! Word packages made in memory.

use fineprint::ooxml::Package;
use fineprint::read::{Document, ReadError, WordOptions, read_word};
use std::collections::HashMap;
use std::io::{Cursor, Write};
use std::ops::Range;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document under construction. Parts are given without their root element.
#[derive(Default)]
pub(crate) struct Word {
    parts: Vec<(String, Vec<u8>)>,
    relations: String,
    /// The relationships part of the main part, where a test writes its own.
    own_relations: Option<String>,
}

impl Word {
    /// A document with this body.
    pub(crate) fn body(xml: &str) -> Self {
        Self::default()
            .raw("word/document.xml", root("document", &format!("<w:body>{xml}</w:body>")))
    }

    /// Adds a part of the main part: `styles`, `numbering`, `footnotes`.
    pub(crate) fn with(mut self, kind: &str, xml: &str) -> Self {
        let id = self.parts.len();
        self.relations += &format!(
            r#"<Relationship Id="rId{id}" Type="{RELATIONS}/{kind}" Target="{kind}{id}.xml"/>"#
        );
        let element = match kind {
            "header" => "hdr",
            "footer" => "ftr",
            other => other,
        };
        self.raw(&format!("word/{kind}{id}.xml"), root(element, xml))
    }

    /// Adds a member as it is.
    pub(crate) fn raw(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.parts.push((name.to_owned(), bytes.as_ref().to_vec()));
        self
    }

    /// Replaces the relationships of the main part.
    pub(crate) fn relations(mut self, xml: &str) -> Self {
        self.own_relations = Some(xml.to_owned());
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let open = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
        let top = format!(
            r#"{open}<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"#
        );
        let own = format!("{open}{}</Relationships>", self.relations);
        let own = self.own_relations.clone().unwrap_or(own);
        let links = [("_rels/.rels", top), ("word/_rels/document.xml.rels", own)];
        let links = links.map(|(name, xml)| (name.to_owned(), xml.into_bytes()));
        for (name, bytes) in links.iter().chain(&self.parts) {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// The document, read with the usual options.
    pub(crate) fn read(&self) -> Document {
        self.read_with(&WordOptions::default()).unwrap()
    }

    /// The document, read as given, with its positions proven.
    pub(crate) fn read_with(&self, options: &WordOptions) -> Result<Document, ReadError> {
        let bytes = self.bytes();
        let document = read_word("contract.docx", &bytes, options)?;
        assert_positions(&bytes, &document);
        Ok(document)
    }

    /// The text as Word shows it.
    pub(crate) fn text(&self) -> String {
        self.read().source.text.to_string()
    }
}

/// A paragraph with properties and one run of text.
pub(crate) fn paragraph(properties: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#
    )
}

fn root(element: &str, xml: &str) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8"?><w:{0} xmlns:w="{1}""#,
            r#" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#,
            r#" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{2}</w:{0}>"#
        ),
        element, W, xml
    )
}

/// Every block's text, marker and remark stands in the source where it says,
/// and every run in the XML.
pub(crate) fn assert_positions(bytes: &[u8], document: &Document) {
    let source = &document.source;
    let mut package = Package::open(bytes, &WordOptions::default().limits).unwrap();
    let mut parts = HashMap::new();
    for block in &document.blocks {
        let text = block.text.as_str();
        let mapped = source.slice(block.text.origin(0..text.len()));
        assert_eq!(mapped, text);
        assert!(text.is_empty() || block.span.contains(block.text.origin(0..text.len())));
        assert!(!source.slice(block.span).contains('\n'), "a block is one line");
        if let Some(marker) = &block.marker {
            assert_eq!(source.slice(marker.span), marker.text);
            assert!(block.span.contains(marker.span));
        }
        for at in &block.breaks {
            assert!(*at > 0 && *at < text.len() && text.is_char_boundary(*at));
        }
        for range in block.strong.iter().chain(block.revisions.iter().map(|r| &r.range)) {
            assert!(text.get(range.clone()).is_some());
        }
        let origin = block.origin.as_ref().unwrap();
        let part: &String = parts
            .entry(origin.part.clone())
            .or_insert_with(|| package.part(&origin.part).unwrap().unwrap());
        let xml = |range: Range<usize>| part.get(range).unwrap();
        assert!(xml(origin.paragraph.clone()).starts_with('<'));
        assert!(xml(origin.paragraph.clone()).ends_with('>'));
        let mut covered = 0;
        for run in &origin.runs {
            assert_eq!(run.text.start, covered, "runs cover the text without gaps");
            covered = run.text.end;
            let shown = &text[run.text.clone()];
            if run.verbatim {
                let plain = |c: char| if c.is_ascii_control() { ' ' } else { c };
                assert_eq!(xml(run.xml.clone()).chars().map(plain).collect::<String>(), shown);
            }
        }
        assert_eq!(covered, text.len());
    }
    for remark in &document.remarks {
        source.slice(remark.span);
        assert!(remark.block <= document.blocks.len());
    }
}
