//! What is filled in, and what Word shows that is not text of its own.

use crate::package::{Word, paragraph};
use fineprint::read::{BlockKind, Control, Document, Gap};

fn run(inside: &str) -> String {
    format!("<w:r>{inside}</w:r>")
}

fn text(words: &str) -> String {
    run(&format!(r#"<w:t xml:space="preserve">{words}</w:t>"#))
}

fn control(properties: &str, content: &str) -> String {
    format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

fn read(paragraphs: &str) -> Document {
    Word::body(paragraphs).read()
}

#[test]
fn content_controls_have_names_and_say_what_is_still_asked_for() {
    let customer = control(r#"<w:alias w:val="Customer"/><w:tag w:val="c1"/>"#, &text("Acme Ltd"));
    let day = control(r#"<w:tag w:val="effective-date"/><w:showingPlcHdr/>"#, &text("[Date]"));
    let document = read(&format!("<w:p>{}{customer}{}{day}</w:p>", text("For "), text(" from ")));
    assert_eq!(document.blocks[0].text.as_str(), "For Acme Ltd from [Date]");
    assert_eq!(
        document.blocks[0].controls,
        [
            Control { name: "Customer".to_owned(), range: 4..12, filled: true },
            Control { name: "effective-date".to_owned(), range: 18..24, filled: false },
        ]
    );
    assert_eq!(document.warnings, ["Fields are not filled in: effective-date."]);
}

#[test]
fn a_control_around_paragraphs_rows_and_cells_changes_nothing_in_them() {
    let words = |words: &str| format!("<w:p>{}</w:p>", text(words));
    let cell = |inside: &str| format!("<w:tc>{inside}</w:tc>");
    let named = r#"<w:alias w:val="Terms"/>"#;
    let body = control(named, &(words("One.") + &words("Two.")))
        + &format!(
            "<w:tbl>{}<w:tr>{}</w:tr></w:tbl>",
            control(named, &format!("<w:tr>{}</w:tr>", cell(&words("99.9%")))),
            control(named, &cell(&words("10%"))),
        );
    let document = read(&body);
    assert_eq!(&*document.source.text, "One.\nTwo.\n99.9%\n10%\n");
    let rows = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Cell(cell) => Some(cell.row),
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [0, 1]);
    assert!(document.blocks.iter().all(|block| block.controls[0].name == "Terms"));
}

#[test]
fn form_fields_show_their_state() {
    let field = |definition: &str, result: &str| {
        run(&format!(
            r#"<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/>{definition}</w:ffData></w:fldChar>"#
        )) + &run("<w:instrText>FORM</w:instrText>")
            + &run(r#"<w:fldChar w:fldCharType="separate"/>"#)
            + result
            + &run(r#"<w:fldChar w:fldCharType="end"/>"#)
    };
    let check = |state: &str| field(&format!("<w:checkBox><w:sizeAuto/>{state}</w:checkBox>"), "");
    let plans = r#"<w:listEntry w:val="Gold"/><w:listEntry w:val="Silver"/>"#;
    let body = format!(
        "<w:p>{}{}{}{}{}{}</w:p>",
        check(""),
        check(r#"<w:default w:val="1"/><w:checked w:val="0"/>"#),
        check("<w:checked/>"),
        field(&format!(r#"<w:ddList><w:result w:val="1"/>{plans}</w:ddList>"#), &text("old")),
        field(&format!("<w:ddList>{plans}</w:ddList>"), ""),
        field("<w:textInput/>", &text("typed")),
    );
    assert_eq!(&*read(&body).source.text, "☐☐☒SilverGoldtyped\n");
}

#[test]
fn a_heading_whose_mark_is_hidden_shares_its_line() {
    let mark = "<w:outlineLvl w:val=\"1\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    let document = read(&(paragraph(mark, "Fees. ") + &paragraph("", "The fee is due.")));
    assert_eq!(&*document.source.text, "Fees. The fee is due.\n");
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind.clone()).collect();
    assert_eq!(kinds, [BlockKind::Heading { level: 2 }, BlockKind::Paragraph]);
}

#[test]
fn a_watermark_is_kept_with_the_headers() {
    let mark = run(
        r#"<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="DRAFT"/></v:shape></w:pict>"#,
    );
    let document =
        Word::body(&paragraph("", "Fees")).with("header", &format!("<w:p>{mark}</w:p>")).read();
    let last = document.blocks.last().unwrap();
    assert_eq!((last.text.as_str(), &last.kind), ("DRAFT", &BlockKind::Margin));
}

#[test]
fn words_that_are_not_read_are_said() {
    let object = |program: &str| {
        run(&format!(
            r#"<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="{program}"/></w:object>"#
        ))
    };
    let body = |runs: &str| format!("<w:p>{}{runs}</w:p>", text("Prices:"));
    let document = read(&body(&object("Excel.Sheet.12")));
    assert_eq!(document.warnings, ["Text of 1 embedded object, such as a sheet, is not read."]);
    assert_eq!(document.gaps, [Gap::Words]);
    let diagram = r#"<w:r><w:drawing><dgm:relIds xmlns:dgm="urn:d"/></w:drawing></w:r>"#;
    assert_eq!(read(&body(diagram)).warnings, ["Words in 1 diagram are not read."]);
    let chunk = read(&(body("") + "<w:altChunk/>"));
    assert_eq!(chunk.gaps, [Gap::Words]);
    assert!(read(&body(&object("Equation.3"))).gaps.is_empty());
}

#[test]
fn strict_packages_and_parts_in_utf_16_are_read_whole() {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let w = r#"xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main""#;
    let relation = |id: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="r{id}" Type="{strict}/{kind}" Target="{target}"/>"#)
    };
    let relations = format!(
        "<Relationships>{}{}{}</Relationships>",
        relation(1, "numbering", "numbering.xml"),
        relation(2, "styles", "styles.xml"),
        relation(3, "footnotes", "footnotes.xml"),
    );
    let document = format!(
        r#"<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>费用</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:body></w:document>"#
    );
    let styles = format!(
        r#"<w:styles {w}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#
    );
    let numbering = format!(
        r#"<w:numbering {w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    );
    let notes = format!(
        r#"<w:footnotes {w}><w:footnote w:id="1"><w:p><w:r><w:t>不含税</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let utf16 = |xml: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(xml.encode_utf16()).flat_map(u16::to_be_bytes).collect()
    };
    let document = Word::default()
        .raw("word/document.xml", utf16(&document))
        .raw("word/styles.xml", utf16(&styles))
        .raw("word/numbering.xml", utf16(&numbering))
        .raw("word/footnotes.xml", utf16(&notes))
        .relations(&relations)
        .read();
    assert_eq!(&*document.source.text, "第三条\t费用\n不含税\n");
    assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 1 });
}

#[test]
fn a_control_nobody_filled_in_is_a_place_left_open() {
    let asked = r#"<w:alias w:val="Fee"/><w:showingPlcHdr/>"#;
    let day = control(asked, &text("Click to enter the fee."));
    let document =
        read(&format!("<w:p>{}{day}</w:p>", text("1. Fees. Acme shall pay Brackwater ")));
    let catalogue = fineprint::catalogue::Catalogue::load(&[]).unwrap();
    let parties = fineprint::clause::NamedParties::default();
    let judging = fineprint::check::Judging::default();
    let review = fineprint::review(&catalogue, vec![document], &parties, judging);
    let found = review.findings.iter().find(|f| &*f.rule == "structure/placeholder");
    assert_eq!(found.unwrap().labels[0].text, "Click to enter the fee.");
}

#[test]
fn what_seems_missing_counts_less_where_words_could_not_be_read() {
    let catalogue = fineprint::catalogue::Catalogue::load(&[]).unwrap();
    let review = |more: &str| {
        let words = "<w:p><w:r><w:t>Master Services Agreement. The Vendor shall provide the hosted service to the Customer and the Customer shall pay the fees.</w:t></w:r></w:p>";
        let document = read(&format!("{words}{more}"));
        let parties = fineprint::clause::NamedParties::default();
        let judging = fineprint::check::Judging::default();
        fineprint::review(&catalogue, vec![document], &parties, judging).findings
    };
    let (whole, part) = (review(""), review("<w:altChunk/>"));
    let missing = |findings: &[fineprint::check::Finding]| {
        findings
            .iter()
            .filter(|f| f.missing)
            .map(|f| (f.rule.clone(), f.severity))
            .collect::<Vec<_>>()
    };
    let (whole, lowered) = (missing(&whole), missing(&part));
    assert!(!whole.is_empty());
    for ((rule, before), (_, after)) in whole.iter().zip(&lowered) {
        assert_eq!(*after, before.lowered(), "{rule}");
    }
    assert!(part.iter().filter(|f| f.missing).all(|f| f.caveat.is_some()));
}

#[test]
fn a_control_that_shows_other_data_than_it_holds_is_said() {
    let bound = |name: &str, path: &str, words: &str| {
        control(
            &format!(
                r#"<w:alias w:val="{name}"/><w:dataBinding w:xpath="{path}" w:storeItemID="{{A1}}"/><w:text/>"#
            ),
            &text(words),
        )
    };
    let body = format!(
        "<w:p>{}{}{}{}</w:p>",
        bound("Fee", "/n:offer[1]/n:fee[2]", "500"),
        bound("Customer", "/n:offer[1]/n:customer[1]", " Acme  Ltd"),
        bound("Gone", "/n:offer[1]/n:gone[1]", "x"),
        bound("Empty", "/n:offer[1]/n:empty[1]", "[Day]"),
    );
    const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let word = Word::body(&body)
        .relations(&format!(
            r#"<Relationship Id="c" Type="{TYPES}/customXml" Target="../customXml/item1.xml"/>"#
        ))
        .raw(
            "customXml/item1.xml",
            r#"<o:offer xmlns:o="urn:o"><o:fee>1</o:fee><o:customer>Acme Ltd</o:customer><o:fee><o:x/>900</o:fee><o:empty/></o:offer>"#,
        )
        .raw("customXml/itemProps1.xml", r#"<d:datastoreItem xmlns:d="urn:d" d:itemID="{a1}"/>"#)
        .raw(
            "customXml/_rels/item1.xml.rels",
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p" Type="{TYPES}/customXmlProps" Target="itemProps1.xml"/></Relationships>"#
            ),
        );
    let document = word.read();
    assert_eq!(
        document.warnings,
        [
            "The field `Fee` holds “500”, which is read, but Word shows “900” in it: open the file in Word and save it."
        ]
    );
    assert_eq!(document.gaps, [Gap::Words]);
}
