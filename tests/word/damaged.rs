//! Contracts of this project, damaged: none may panic, and what is still read
//! stands where it says.

use crate::mutation::{self, Mutation, damaged};
use crate::package::assert_positions;
use fineprint::read::{WordOptions, read_word};
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;

/// A package as the names and contents of its members.
type Members = Vec<(String, Vec<u8>)>;

static CONTRACTS: LazyLock<Vec<Members>> = LazyLock::new(|| {
    ["rtc-order-en", "cloud-zh", "sokongan-ms", "rules/hidden", "rules/pending"]
        .map(|name| members(&std::fs::read(format!("fixtures/{name}.docx")).unwrap()))
        .to_vec()
});

fn members(bytes: &[u8]) -> Members {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut members = Members::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        members.push((file.name().unwrap().into_owned(), bytes));
    }
    members
}

fn packed(members: &Members) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: &[u8], as_original: bool) {
    let options = WordOptions { as_original, ..WordOptions::default() };
    if let Ok(document) = read_word("t.docx", bytes, &options) {
        assert_positions(bytes, &document);
    }
}

const PIECES: &[&str] = &[
    "<w:p/>",
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>x</w:t></w:r>",
    "<w:tbl>",
    "</w:tc>",
    "<w:br/>",
    "<w:tab/>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:numId w:val=\"3\"/>",
    "<w:ilvl w:val=\"99\"/>",
    "<w:sectPr/>",
    "<w:ins w:id=\"1\" w:author=\"A\">",
    "<w:del>",
    "</w:del>",
    "<w:lvlRestart w:val=\"0\"/>",
    "<w:isLgl/>",
    "<w:start w:val=\"4294967295\"/>",
    "&amp;",
    "&#0;",
    "&x;",
    "<![CDATA[<w:t>]]>",
    "<!-- -->",
    "<?x?>",
    "第一条",
    "\n",
];

/// The values of attributes exchanged for others, so that the XML stays whole:
/// for each pair, the one at the first place takes the value at the second.
fn shuffled(xml: &str, pairs: &[(usize, usize)]) -> String {
    let mut pieces: Vec<String> = xml.split('"').map(str::to_owned).collect();
    let values = pieces.len() / 2;
    for (to, from) in pairs.iter().filter(|_| values > 0) {
        pieces[to % values * 2 + 1] = pieces[from % values * 2 + 1].clone();
    }
    pieces.join("\"")
}

/// Where a tag may be put between two others.
fn between_tags(xml: &str, at: usize) -> usize {
    let gaps: Vec<usize> = xml.match_indices("><").map(|(at, _)| at + 1).collect();
    if gaps.is_empty() { xml.len() } else { gaps[at % gaps.len()] }
}

const WHOLE: &[&str] = &[
    "<w:p/>",
    "<w:r><w:t>x</w:t></w:r>",
    "<w:br/>",
    "<w:tab/>",
    "<w:vanish/>",
    "<w:b/>",
    "<w:sectPr/>",
    "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:ins w:author=\"A\"/>",
    "<w:del/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:vMerge/>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:isLgl/>",
    "<w:lvlRestart w:val=\"0\"/>",
    "<w:suff w:val=\"nothing\"/>",
    "<w:commentRangeStart w:id=\"1\"/>",
    "<w:footnoteReference w:id=\"1\"/>",
];

proptest! {
    #![proptest_config(mutation::cases(150))]

    #[test]
    fn damaged_parts_are_read_with_exact_positions_or_refused(
        contract in any::<prop::sample::Index>(),
        part in any::<prop::sample::Index>(),
        damages in mutation::mutations(PIECES),
    ) {
        let mut members = CONTRACTS[contract.index(CONTRACTS.len())].clone();
        let part = part.index(members.len());
        members[part].1 = damaged(std::mem::take(&mut members[part].1), &damages);
        read(&packed(&members), false);
    }

    #[test]
    fn packages_with_shuffled_values_and_strange_elements_are_read(
        contract in any::<prop::sample::Index>(),
        pairs in prop::collection::vec(any::<(usize, usize)>(), 0..40),
        elements in prop::collection::vec((any::<usize>(), prop::sample::select(WHOLE)), 0..20),
        as_original: bool,
    ) {
        let mut members = CONTRACTS[contract.index(CONTRACTS.len())].clone();
        let parts = ["word/document.xml", "word/numbering.xml", "word/styles.xml"];
        for (_, bytes) in members.iter_mut().filter(|(name, _)| parts.contains(&name.as_str())) {
            let mut xml = shuffled(&String::from_utf8(std::mem::take(bytes)).unwrap(), &pairs);
            for (at, element) in &elements {
                xml.insert_str(between_tags(&xml, *at), element);
            }
            *bytes = xml.into_bytes();
        }
        read(&packed(&members), as_original);
    }

    #[test]
    fn damaged_zips_are_read_or_refused(damages in mutation::mutations(&["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}"])) {
        read(&damaged(packed(&CONTRACTS[1]), &damages), false);
    }
}

#[test]
fn a_damage_damages() {
    let text = || b"contract".to_vec();
    assert_eq!(damaged(text(), &[Mutation::Delete(0, 3), Mutation::Cut(3)]), b"tra");
    assert_eq!(
        damaged(text(), &[Mutation::Copy(0, 3, 0), Mutation::Insert(3, "or")]),
        b"conorcontract"
    );
    assert_eq!(damaged(Vec::new(), &[Mutation::Replace(5, b'x'), Mutation::Cut(1)]), b"");
}
