//! What a reader of the document sees, and what the reader of the file keeps
//! apart.

use crate::package::{Word, paragraph};
use fineprint::read::{Block, BlockKind, Cell};

fn run(inside: &str) -> String {
    format!("<w:r>{inside}</w:r>")
}

fn text(words: &str) -> String {
    run(&format!(r#"<w:t xml:space="preserve">{words}</w:t>"#))
}

fn in_paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn texts(document: &fineprint::read::Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text.as_str()).collect()
}

#[test]
fn a_paragraph_is_one_line_whatever_is_in_it() {
    let body = in_paragraph(
        &(text("Fee:")
            + &run("<w:tab/>")
            + &text("A&amp;B\nLtd")
            + &run("<w:br/>")
            + &text("non")
            + &run("<w:noBreakHyphen/>")
            + &text("com")
            + &run("<w:softHyphen/>")
            + &text("pete")
            + &run(r#"<w:sym w:font="Symbol" w:char="F0A3"/>"#)
            + &text("5 &#37;")
            + &run("<w:br/>")),
    );
    let document = Word::body(&body).read();
    assert_eq!(&*document.source.text, "Fee:\tA&B Ltd non-compete≤5 % \n");
    assert_eq!(document.blocks[0].breaks, ["Fee:\tA&B Ltd ".len()]);
}

#[test]
fn blanks_around_text_count_only_where_the_file_says_so() {
    let body = in_paragraph(
        "<w:r><w:t> A </w:t></w:r><w:r><w:t xml:space=\"preserve\"> B</w:t></w:r><w:r><w:t>\n  &amp; C\n </w:t></w:r>",
    );
    assert_eq!(Word::body(&body).text(), "A B& C\n");
}

#[test]
fn fields_show_their_results_and_contents_are_left_out() {
    let field = |code: &str, result: &str| {
        run(r#"<w:fldChar w:fldCharType="begin"/>"#)
            + &run(&format!("<w:instrText>{code}</w:instrText>"))
            + &run(r#"<w:fldChar w:fldCharType="separate"/>"#)
            + result
            + &run(r#"<w:fldChar w:fldCharType="end"/>"#)
    };
    let nested = field("IF ", &text("yes"));
    let body =
        in_paragraph(&field(r"TOC \o 1-3", &(text("1. Fees ") + &field("PAGEREF", &text("3")))))
            + &in_paragraph(&(text("See clause ") + &field("REF _1", &text("4.2")) + &nested))
            + &in_paragraph(&format!(
                r#"<w:fldSimple w:instr="DATE">{}</w:fldSimple>"#,
                text("1 May")
            ))
            + &in_paragraph(&format!("<w:hyperlink>{}</w:hyperlink>", text("https://example.com")));
    let document = Word::body(&body).read();
    assert_eq!(texts(&document), ["See clause 4.2yes", "1 May", "https://example.com"]);
}

#[test]
fn a_field_that_never_ends_hides_nothing() {
    let body = in_paragraph(&(run(r#"<w:fldChar w:fldCharType="begin"/>"#) + &text("Liability")))
        + &in_paragraph(&text("is unlimited."));
    assert_eq!(Word::body(&body).text(), "Liability\nis unlimited.\n");
}

#[test]
fn content_controls_and_simple_formulas_are_read() {
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"Name\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}",
        in_paragraph(&text("Acme Ltd")),
        in_paragraph(
            "<m:oMath><m:r><m:t>A=</m:t></m:r><m:f><m:num><m:r><m:t>T-D</m:t></m:r></m:num><m:den><m:r><m:t>T</m:t></m:r></m:den></m:f></m:oMath>"
        )
    );
    assert_eq!(Word::body(&body).text(), "Acme Ltd\nA=(T-D)/(T)\n");
}

#[test]
fn a_text_box_is_read_once_and_after_its_paragraph() {
    let content =
        |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", in_paragraph(&text(words)));
    let body = in_paragraph(
        &(text("Before, ")
            + &run(&format!(
                "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{}</w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent>",
                content("In the box."),
                content("In the box."),
            ))
            + &text("after.")
            + &run(&format!("<w:pict>{}</w:pict>", content("An old box.")))),
    );
    let document = Word::body(&body).read();
    assert_eq!(texts(&document), ["Before, after.", "In the box.", "An old box."]);
}

#[test]
fn of_alternatives_the_first_that_word_knows_is_read() {
    let one_of = |namespace: &str, new: &str, old: &str| {
        format!(
            r#"<w:p xmlns:x="{namespace}"><mc:AlternateContent><mc:Choice Requires="x">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>"#,
            text(new),
            text(old)
        )
    };
    let body = one_of("http://schemas.microsoft.com/office/word/2010/wordml", "Capped.", "Old.")
        + &one_of("http://example.com/unknown", "Nobody sees this.", "Uncapped.");
    assert_eq!(Word::body(&body).text(), "Capped.\nUncapped.\n");
}

#[test]
fn lists_in_text_boxes_count_by_themselves() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    let list = r#"<w:numPr><w:numId w:val="1"/></w:numPr>"#;
    let boxed = format!(
        "<w:p><w:pPr>{list}</w:pPr>{}{}</w:p>",
        text("Fees"),
        run(&format!(
            "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>",
            paragraph(list, "Boxed")
        ))
    );
    let word = Word::body(&(boxed + &paragraph(list, "Term"))).with("numbering", numbering);
    assert_eq!(word.text(), "1.\tFees\n1.\tBoxed\n2.\tTerm\n");
}

#[test]
fn a_table_is_read_cell_by_cell() {
    let cell = |properties: &str, inside: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>")
    };
    let words = |words: &str| in_paragraph(&text(words));
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", &words("inner")));
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="2"/>"#, &words("Uptime")),
        cell("", &words("Credit")),
        cell(r#"<w:vMerge w:val="restart"/>"#, &words("99.9%")),
        cell("", "<w:p/>"),
        cell("", &(words("10%") + &words("of the fee"))),
        cell("<w:vMerge/>", "<w:p/>"),
        cell("", &(inner + "<w:p/>")),
    );
    let document = Word::body(&body).read();
    let cells: Vec<_> = document
        .blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Cell(Cell { table, row, column, header }) => {
                (table, row, column, header, block.text.as_str())
            }
            _ => panic!("not a cell"),
        })
        .collect();
    assert_eq!(
        cells,
        [
            (0, 0, 0, true, "Uptime"),
            (0, 0, 2, true, "Credit"),
            (0, 1, 0, false, "99.9%"),
            (0, 1, 1, false, ""),
            (0, 1, 2, false, "10%"),
            (0, 1, 2, false, "of the fee"),
            (1, 0, 0, false, "inner"),
        ]
    );
}

#[test]
fn a_bold_first_row_is_a_header() {
    let cell = |inside: &str| format!("<w:tc><w:p>{inside}</w:p></w:tc>");
    let bold = run("<w:rPr><w:b/></w:rPr><w:t>Level</w:t>");
    let body = format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        cell(&bold),
        cell(&text("Urgent"))
    );
    let document = Word::body(&body).read();
    let header = |block: &Block| matches!(&block.kind, BlockKind::Cell(cell) if cell.header);
    assert_eq!(document.blocks.iter().map(header).collect::<Vec<_>>(), [true, false]);
    assert_eq!(document.blocks[0].strong.as_slice(), std::slice::from_ref(&(0..5)));
}

#[test]
fn notes_follow_their_paragraph_and_margins_stand_last() {
    let reference = |element: &str, id: u8| run(&format!(r#"<w:{element} w:id="{id}"/>"#));
    let body =
        in_paragraph(&(text("Fees") + &reference("footnoteReference", 2) + &text(" are due.")))
            + &in_paragraph(&(text("End.") + &reference("endnoteReference", 1)));
    let note = |element: &str, id: u8, words: &str| {
        format!(r#"<w:{element} w:id="{id}">{}</w:{element}>"#, in_paragraph(&text(words)))
    };
    let document = Word::body(&body)
        .with("footnotes", &(note("footnote", 1, "unused") + &note("footnote", 2, "Except taxes.")))
        .with("endnotes", &note("endnote", 1, "Annex."))
        .with("footer", &in_paragraph(&text("Confidential")))
        .with("header", &in_paragraph(&text("Acme")))
        .with("header", &in_paragraph(&text("Acme")))
        .read();
    let kinds: Vec<_> = document.blocks.iter().map(|b| (b.text.as_str(), b.kind.clone())).collect();
    assert_eq!(
        kinds,
        [
            ("Fees are due.", BlockKind::Paragraph),
            ("Except taxes.", BlockKind::Note),
            ("End.", BlockKind::Paragraph),
            ("Annex.", BlockKind::Note),
            ("Acme", BlockKind::Margin),
            ("Confidential", BlockKind::Margin),
        ]
    );
}

#[test]
fn hidden_words_are_kept_apart_and_said() {
    let hidden = |words: &str| run(&format!("<w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t>"));
    let body =
        in_paragraph(&(text("The fee is fixed") + &hidden(" until we raise it") + &text(".")))
            + &in_paragraph(&hidden("Secret."));
    let document = Word::body(&body).read();
    let seen: Vec<_> = document.blocks.iter().map(|b| (b.text.as_str(), b.hidden)).collect();
    assert_eq!(
        seen,
        [("The fee is fixed.", false), ("until we raise it", true), ("Secret.", true)]
    );
    assert!(document.warnings.iter().any(|w| w.contains("hides text")), "{:?}", document.warnings);
}

#[test]
fn words_nobody_can_see_are_marked_where_they_stand() {
    let words = |look: &str| run(&format!("<w:rPr>{look}</w:rPr><w:t>, until we raise it</w:t>"));
    let unseen = |look: &str, around: &str| {
        let body = format!("<w:p>{around}{}{}</w:p>", text("The fee is fixed"), words(look));
        let block = Word::body(&body).read().blocks.remove(0);
        assert_eq!(block.text.as_str(), "The fee is fixed, until we raise it");
        block.unseen.iter().map(|range| block.text.as_str()[range.clone()].to_owned()).collect()
    };
    let none: [String; 0] = [];
    let white = r#"<w:color w:val="FFFFFF"/>"#;
    for look in [white, r#"<w:sz w:val="2"/>"#] {
        let seen: Vec<String> = unseen(look, "");
        assert_eq!(seen, [", until we raise it"]);
    }
    let dark = r#"<w:shd w:val="clear" w:fill="1F3864"/>"#;
    let on_dark = format!("<w:pPr>{dark}</w:pPr>");
    for (look, around) in [
        (format!("{white}{dark}"), ""),
        (white.to_owned(), on_dark.as_str()),
        (r#"<w:color w:val="FF0000"/><w:sz w:val="16"/>"#.to_owned(), ""),
    ] {
        let seen: Vec<String> = unseen(&look, around);
        assert_eq!(seen, none);
    }
}

#[test]
fn comments_become_remarks_on_the_words_they_are_about() {
    let body = in_paragraph(
        &(text("We may ")
            + r#"<w:commentRangeStart w:id="0"/>"#
            + &text("change")
            + r#"<w:commentRangeEnd w:id="0"/>"#
            + &run(r#"<w:commentReference w:id="0"/>"#)
            + &text(" fees.")),
    ) + &in_paragraph(&(text("Signed.") + &run(r#"<w:commentReference w:id="1"/>"#)));
    let comment = |id: u8, words: &str| {
        format!(
            r#"<w:comment w:id="{id}" w:author="Lee">{}{}</w:comment>"#,
            in_paragraph(&text(words)),
            in_paragraph(&text("More."))
        )
    };
    let document = Word::body(&body)
        .with(
            "comments",
            &(comment(1, "By whom?") + &comment(0, "fineprint: allow fees") + &comment(9, "Lost.")),
        )
        .read();
    let remarks: Vec<_> = document
        .remarks
        .iter()
        .map(|r| (r.text.as_str(), document.source.slice(r.span), r.block))
        .collect();
    assert_eq!(
        remarks,
        [
            ("fineprint: allow fees\nMore.", "change", 0),
            ("By whom?\nMore.", "Signed.", 1),
            ("Lost.\nMore.", "", 2),
        ]
    );
    assert_eq!(document.remarks[0].author.as_deref(), Some("Lee"));
}

#[test]
fn prefixes_strict_files_and_utf_16_read_alike() {
    let plain = Word::body(&paragraph("", "第一条 Fees")).text();
    let strict = r#"<?xml version="1.0"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>第一条 Fees</x:t></x:r></x:p></x:body></x:document>"#;
    let unprefixed = r#"<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>第一条 Fees</t></r></p></body></document>"#;
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(strict.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", unprefixed.as_bytes()].concat();
    for bytes in [strict.as_bytes(), unprefixed.as_bytes(), &utf16, &marked] {
        assert_eq!(Word::default().raw("word/document.xml", bytes).text(), plain);
    }
}

#[test]
fn protection_and_signatures_are_said() {
    let document = Word::body(&paragraph("", "x"))
        .with("settings", r#"<w:documentProtection w:edit="comments" w:enforcement="1"/>"#)
        .raw("_xmlsignatures/sig1.xml", "<Signature/>")
        .read();
    assert_eq!(document.warnings.len(), 2, "{:?}", document.warnings);
    assert!(document.warnings[0].contains("only comments may be added"));
    assert!(document.warnings[1].contains("digital signature"));
}
