//! Well-formed XML that makes no sense as a document.

use crate::package::Word;
use fineprint::read::WordOptions;
use proptest::prelude::*;

/// Elements that mean something to the reader, in every wrong place.
const ELEMENTS: [&str; 36] = [
    "w:p",
    "w:p",
    "w:r",
    "w:r",
    "w:t",
    "w:t xml:space=\"preserve\"",
    "w:pPr",
    "w:rPr",
    "w:numPr",
    "w:numId w:val=\"1\"",
    "w:ilvl w:val=\"8\"",
    "w:b",
    "w:vanish",
    "w:del w:author=\"A\"",
    "w:ins",
    "w:delText",
    "w:tbl",
    "w:tr",
    "w:trPr",
    "w:tc",
    "w:tcPr",
    "w:vMerge",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "w:fldChar w:fldCharType=\"begin\"",
    "w:fldChar w:fldCharType=\"separate\"",
    "w:fldChar w:fldCharType=\"end\"",
    "w:instrText",
    "w:commentRangeStart w:id=\"1\"",
    "w:commentRangeEnd w:id=\"1\"",
    "w:footnoteReference w:id=\"1\"",
    "w:br",
    "w:tab",
    "m:den",
];

fn document(steps: &[u8]) -> String {
    let mut xml = String::new();
    let mut open: Vec<&str> = Vec::new();
    for step in steps {
        match ELEMENTS.get(usize::from(*step)) {
            Some(element) => {
                xml += &format!("<{element}>");
                open.push(element);
            }
            None if step % 3 == 0 => xml += " 费用 &amp; fee\n",
            None => close(&mut xml, open.pop()),
        }
    }
    while let Some(element) = open.pop() {
        close(&mut xml, Some(element));
    }
    xml
}

fn close(xml: &mut String, element: Option<&str>) {
    if let Some(name) = element.and_then(|element| element.split(' ').next()) {
        *xml += &format!("</{name}>");
    }
}

proptest! {
    #[test]
    fn any_tree_of_elements_is_read_with_exact_positions(
        steps in prop::collection::vec(0_u8..110, 0..150),
        as_original: bool,
    ) {
        let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:lvlText w:val="%9."/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
        let note = r#"<w:footnote w:id="1"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>"#;
        let comment = r#"<w:comment w:id="1"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>"#;
        let word = Word::body(&document(&steps))
            .with("numbering", numbering)
            .with("footnotes", note)
            .with("comments", comment);
        let options = WordOptions { as_original, ..WordOptions::default() };
        prop_assert!(word.read_with(&options).is_ok());
    }
}
