//! Documents another library wrote.

use crate::package::assert_positions;
use docx_rs::{
    AbstractNumbering, Comment, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat,
    Numbering, NumberingId, Paragraph, Run, Start, Table, TableCell, TableRow,
};
use fineprint::read::{WordOptions, read_word};
use std::io::Cursor;

#[test]
fn a_contract_written_by_docx_rs_is_read() {
    let level = |at, format: &str, text: &str| {
        let format = NumberFormat::new(format);
        Level::new(at, Start::new(1), format, LevelText::new(text), LevelJc::new("left"))
    };
    let words = |words: &str| Paragraph::new().add_run(Run::new().add_text(words));
    let numbered =
        |at, text: &str| words(text).numbering(NumberingId::new(2), IndentLevel::new(at));
    let remark = Comment::new(1).author("Lee").add_paragraph(words("Why?"));
    let commented = Paragraph::new()
        .add_comment_start(remark)
        .add_run(Run::new().add_text("Acme & Co"))
        .add_comment_end(1);
    let cell = |text| TableCell::new().add_paragraph(words(text));
    let docx = Docx::new()
        .add_abstract_numbering(
            AbstractNumbering::new(2)
                .add_level(level(0, "decimal", "%1."))
                .add_level(level(1, "decimal", "%1.%2")),
        )
        .add_numbering(Numbering::new(2, 2))
        .add_paragraph(commented)
        .add_paragraph(numbered(0, "Fees"))
        .add_paragraph(numbered(1, "费用为 100 元。"))
        .add_table(Table::new(vec![TableRow::new(vec![cell("Uptime"), cell("99.9%")])]));
    let mut file = Cursor::new(Vec::new());
    docx.build().pack(&mut file).unwrap();
    let bytes = file.into_inner();
    let document = read_word("contract.docx", &bytes, &WordOptions::default()).unwrap();
    assert_positions(&bytes, &document);
    assert_eq!(
        &*document.source.text,
        "Acme & Co\n1.\tFees\n1.1\t费用为 100 元。\nUptime\n99.9%\n"
    );
    assert_eq!(document.remarks[0].text, "Why?");
    assert_eq!(document.source.slice(document.remarks[0].span), "Acme & Co");
}
