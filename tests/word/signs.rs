//! What Word shows that does not stand in the file as the words it shows:
//! signs of symbol fonts, formulas, fields without a result, switched styles.

use crate::package::{Word, paragraph};
use fineprint::read::{BlockKind, Document, Gap};

fn run(inside: &str) -> String {
    format!("<w:r>{inside}</w:r>")
}

fn text(words: &str) -> String {
    run(&format!(r#"<w:t xml:space="preserve">{words}</w:t>"#))
}

fn styled(properties: &str, words: &str) -> String {
    run(&format!("<w:rPr>{properties}</w:rPr><w:t>{words}</w:t>"))
}

fn read(runs: &str) -> Document {
    Word::body(&format!("<w:p>{runs}</w:p>")).read()
}

fn field(code: &str) -> String {
    run(r#"<w:fldChar w:fldCharType="begin"/>"#)
        + &run(&format!("<w:instrText>{code}</w:instrText>"))
        + &run(r#"<w:fldChar w:fldCharType="end"/>"#)
}

fn with_result(code: &str, result: &str) -> String {
    let separate = run(r#"<w:fldChar w:fldCharType="separate"/>"#);
    field(code).replacen(
        &run(r#"<w:fldChar w:fldCharType="end"/>"#),
        &(separate + result + &run(r#"<w:fldChar w:fldCharType="end"/>"#)),
        1,
    )
}

#[test]
fn symbol_fonts_show_signs_and_not_their_letters() {
    let symbol =
        |font: &str, code: &str| run(&format!(r#"<w:sym w:font="{font}" w:char="{code}"/>"#));
    let boxes = symbol("Wingdings", "F0A8")
        + &symbol("Wingdings", "00FE")
        + &symbol("Wingdings 2", "F0A3")
        + &symbol("Symbol", "F0B3")
        + &symbol("Symbol", "F061")
        + &symbol("MS Gothic", "2610");
    assert_eq!(read(&boxes).blocks[0].text.as_str(), "☐☑☐≥α☐");
    let wingdings = r#"<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>"#;
    let document = read(&(styled(wingdings, "o\u{F0FE}x") + &text(" agreed")));
    assert_eq!(document.blocks[0].text.as_str(), "☐☑☒ agreed");
    let symbol = r#"<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>"#;
    assert_eq!(read(&styled(symbol, "\u{F0A3} 5 days")).blocks[0].text.as_str(), "≤ 5 days");
}

#[test]
fn fields_that_keep_no_result_show_what_their_code_says() {
    let document = read(
        &(text("To ")
            + &field(" MACROBUTTON NoMacro [Name of Customer] ")
            + &field(r#" SYMBOL 168 \f "Wingdings" \s 10 "#)
            + &field(r#" SYMBOL 0xA3 \f "Wingdings 2" "#)
            + &with_result(r#" SET Price "500" "#, &text("500"))
            + &with_result(" REF Price ", &text(" 500"))),
    );
    assert_eq!(document.blocks[0].text.as_str(), "To [Name of Customer]☐☐ 500");
    assert!(document.warnings.is_empty(), "{:?}", document.warnings);
}

#[test]
fn numbers_that_only_a_field_shows_are_said_to_be_missing() {
    let document = read(&(field(" AUTONUM ") + &text(" Fees") + &field(" LISTNUM LegalDefault ")));
    assert_eq!(document.gaps, [Gap::Numbers]);
    let told = |name: &str| document.warnings.iter().any(|warning| warning.contains(name));
    assert!(told("AUTONUM") && told("LISTNUM"), "{:?}", document.warnings);
}

#[test]
fn formulas_keep_their_brackets_and_signs() {
    let m = |words: &str| format!("<m:r><m:t>{words}</m:t></m:r>");
    let brackets =
        |properties: &str, inside: &str| format!("<m:d>{properties}<m:e>{inside}</m:e></m:d>");
    let formula = |inside: &str| read(&format!("<m:oMath>{inside}</m:oMath>"));
    let shown = |inside: &str| formula(inside).blocks[0].text.as_str().to_owned();
    assert_eq!(shown(&(brackets("", &m("T-D")) + &m("×100%"))), "(T-D)×100%");
    let square = r#"<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>"#;
    assert_eq!(shown(&brackets(square, &m("x"))), "[x]");
    assert_eq!(shown(&format!("<m:rad><m:deg/><m:e>{}</m:e></m:rad>", m("y"))), "√(y)");
    assert_eq!(
        shown(&format!(
            r#"<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{}</m:sub><m:sup>{}</m:sup><m:e>{}</m:e></m:nary>"#,
            m("i"),
            m("n"),
            m("z")
        )),
        "∑_(i)^(n)z"
    );
}

#[test]
fn a_style_of_words_switches_back_what_the_style_of_the_paragraph_switched() {
    let style = |kind: &str, id: &str, properties: &str| {
        format!(
            r#"<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{id}"/><w:rPr>{properties}</w:rPr></w:style>"#
        )
    };
    let styles = style("paragraph", "Secret", "<w:vanish/><w:b/>")
        + &style("character", "Aside", "<w:vanish/><w:b/>")
        + &style("character", "Plain", r#"<w:vanish w:val="0"/>"#);
    let secret =
        |runs: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{runs}</w:p>"#);
    let of = |style: &str, words: &str| styled(&format!(r#"<w:rStyle w:val="{style}"/>"#), words);
    let hidden = |body: &str| {
        let document = Word::body(body).with("styles", &styles).read();
        (document.blocks[0].hidden, document.blocks[0].strong.is_empty())
    };
    assert_eq!(hidden(&secret(&text("Secret."))), (true, false));
    assert_eq!(hidden(&secret(&of("Aside", "Shown."))), (false, true));
    assert_eq!(hidden(&secret(&of("Plain", "Secret."))), (true, false));
    assert_eq!(hidden(&format!("<w:p>{}</w:p>", of("Aside", "Secret."))), (true, false));
}

#[test]
fn a_paragraph_that_its_style_hides_takes_no_number() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    let styles = r#"<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>"#;
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let body = paragraph(list, "Fees")
        + &paragraph(&format!(r#"<w:pStyle w:val="Secret"/>{list}"#), "Secret.")
        + &paragraph(&format!("{list}<w:rPr><w:vanish/></w:rPr>"), "")
            .replace("<w:t xml:space=\"preserve\"></w:t>", "")
        + &paragraph(list, "Term");
    let word = Word::body(&body).with("numbering", numbering).with("styles", styles);
    assert_eq!(word.text(), "1.\tFees\nSecret.\n\n2.\tTerm\n");
}

#[test]
fn lines_of_contents_that_are_no_field_any_more_are_kept_apart() {
    let style = |id: &str, name: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>"#
        )
    };
    let styles = style("c", "toc 1") + &style("h", "标题 2");
    let line = |id: &str, words: &str, page: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{id}"/></w:pPr>{}{}{}</w:p>"#,
            text(words),
            if page.is_empty() { String::new() } else { run("<w:tab/>") },
            text(page)
        )
    };
    let body = line("c", "1. Fees", "12")
        + &line("c", "Fees are due monthly.", "")
        + &line("h", "费用", "");
    let document = Word::body(&body).with("styles", &styles).read();
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind.clone()).collect();
    assert_eq!(kinds, [BlockKind::Margin, BlockKind::Paragraph, BlockKind::Heading { level: 2 }]);
}
