//! What is not read, and what the user is told.

use crate::package::{Word, paragraph};
use fineprint::ooxml::PackageError;
use fineprint::read::{ReadError, WordOptions, read_word};
use fineprint::source::{Bound, Exceeded, Limits};

fn refusal(bytes: &[u8]) -> ReadError {
    read_word("x.docx", bytes, &WordOptions::default()).unwrap_err()
}

fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn other_files_under_the_name_of_a_word_file_are_named() {
    let sheet = Word::body("").raw(
        "[Content_Types].xml",
        r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#,
    );
    for (bytes, words) in [
        (b"".to_vec(), "empty"),
        (b"%PDF-1.7 ...".to_vec(), "PDF"),
        (b"{\\rtf1 hello}".to_vec(), "RTF"),
        (b"just text".to_vec(), "not a zip"),
        (compound("WordDocument"), "old binary"),
        (compound("EncryptedPackage"), "password"),
        (sheet.bytes(), "a spreadsheet"),
    ] {
        let message = refusal(&bytes).to_string();
        assert!(message.contains(words), "{words}: {message}");
    }
}

#[test]
fn damaged_packages_are_refused_with_the_part() {
    let whole = Word::body(&paragraph("", "Fees")).bytes();
    assert!(matches!(
        refusal(&whole[..whole.len() - 30]),
        ReadError::Package(PackageError::Damaged { .. })
    ));
    assert!(matches!(
        refusal(&Word::default().bytes()),
        ReadError::Package(PackageError::MissingPart { part }) if part == "word/document.xml"
    ));
    for xml in ["<a><b></a>", "<a>", "<a>&unknown;</a>", "<a", "<a>&#0;</a>"] {
        let error = refusal(&Word::default().raw("word/document.xml", xml).bytes());
        assert!(
            matches!(&error, ReadError::Package(PackageError::Xml { part, .. }) if part == "word/document.xml"),
            "{xml}: {error}"
        );
    }
    let error = refusal(&Word::default().raw("word/document.xml", b"<a>\xFF</a>").bytes());
    assert!(matches!(error, ReadError::Package(PackageError::Encoding { .. })), "{error}");
}

#[test]
fn a_dtd_is_refused_wherever_it_stands() {
    let bomb = r#"<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>"#;
    let main = Word::default().raw("word/document.xml", bomb);
    let types = Word::body("").raw("[Content_Types].xml", bomb);
    for word in [main, types] {
        let error = refusal(&word.bytes());
        assert!(matches!(error, ReadError::Package(PackageError::Dtd { .. })), "{error}");
    }
}

#[test]
fn every_bound_holds_and_is_named() {
    let body = paragraph("", &"fee ".repeat(1000));
    let nested = |open: &str, close: &str, times| open.repeat(times) + &close.repeat(times);
    let usual = Limits::default;
    let cases = [
        (Bound::FileBytes, Limits { file_bytes: 100, ..usual() }, body.clone()),
        (Bound::Entries, Limits { entries: 2, ..usual() }, body.clone()),
        (Bound::PartBytes, Limits { part_bytes: 2000, ..usual() }, body.clone()),
        (Bound::TotalBytes, Limits { total_bytes: 4500, ..usual() }, body),
        (Bound::Ratio, usual(), paragraph("", &" ".repeat(8 << 20))),
        (Bound::XmlDepth, usual(), nested("<w:sdt>", "</w:sdt>", 300)),
        (Bound::TableDepth, usual(), nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 40)),
    ];
    for (expected, limits, body) in cases {
        let options = WordOptions { limits, ..WordOptions::default() };
        let error = read_word("x.docx", &Word::body(&body).bytes(), &options).unwrap_err();
        let ReadError::Package(PackageError::Bound(Exceeded { bound, .. })) = &error else {
            panic!("{expected:?}: {error}")
        };
        assert_eq!(*bound, expected);
        let remedy = error.remedy().unwrap_or_default();
        assert!(remedy.contains(expected.name()), "{error}: {remedy}");
    }
}

#[test]
fn no_truncation_of_a_part_or_file_panics() {
    let word = Word::body(&paragraph("<w:numPr/>", "Fees &amp; taxes"));
    let bytes = word.bytes();
    for end in 0..bytes.len() {
        let _ = read_word("x.docx", &bytes[..end], &WordOptions::default());
    }
    let xml = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;
    for end in 0..xml.len() {
        let word = Word::default().raw("word/document.xml", &xml[..end]);
        let _ = read_word("x.docx", &word.bytes(), &WordOptions::default());
    }
}
