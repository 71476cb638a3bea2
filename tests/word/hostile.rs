//! Well-formed XML that makes no sense as a document.

use crate::package::Word;
use fineprint::read::WordOptions;
use proptest::prelude::*;

/// Elements that mean something to the reader, in every wrong place.
const ELEMENTS: [&str; 55] = [
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
    "w:sdt",
    "w:sdtPr",
    "w:alias w:val=\"Name\"",
    "w:showingPlcHdr",
    "w:sdtContent",
    "w:ffData",
    "w:checkBox",
    "w:checked",
    "w:ddList",
    "w:listEntry w:val=\"Gold\"",
    "w:pPrChange",
    "w:rPrChange",
    "w:moveTo w:author=\"B\" w:date=\"２０２６-05-01\"",
    "w:moveFrom",
    "w:sectPr",
    "w:fldSimple w:instr=\"TOC\"",
    "w:sym w:font=\"Wingdings\" w:char=\"F0FE\"",
    "w:pict><textpath string=\"DRAFT\"/",
    "w:cellDel",
];

fn document(steps: &[u8]) -> String {
    let mut xml = String::new();
    let mut open: Vec<&str> = Vec::new();
    for step in steps {
        match ELEMENTS.get(usize::from(*step)) {
            // Some hold an element of their own, which closes in itself.
            Some(element) if element.ends_with('/') => xml += &format!("<{element}></w:pict>"),
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
    #![proptest_config(crate::mutation::cases(500))]

    #[test]
    fn any_tree_of_elements_is_read_with_exact_positions(
        steps in prop::collection::vec(0_u8..150, 0..150),
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
