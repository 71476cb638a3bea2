//! Comments and tracked changes put into a contract: they stand on the words,
//! and nothing else is touched.

use crate::package::{Word, paragraph};
use fineprint::catalogue::Catalogue;
use fineprint::check::{
    ClauseRef, Finding, Judging, Label, Review, Severity, Side, Status, SuggestAs,
};
use fineprint::clause::{Kind, NamedParties};
use fineprint::matching::Lang;
use fineprint::ooxml::Package;
use fineprint::read::{Document, WordOptions, read_word};
use fineprint::report::{Annotated, Annotating, Run, annotate};
use fineprint::source::{Limits, Span};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

const DATE: &str = "2026-01-01T00:00:00Z";

fn read(bytes: &[u8]) -> Document {
    read_word("contract.docx", bytes, &WordOptions::default()).unwrap()
}

fn read_as_original(bytes: &[u8]) -> Document {
    let options = WordOptions { as_original: true, ..WordOptions::default() };
    read_word("contract.docx", bytes, &options).unwrap()
}

/// A finding on a span of the text, with wording to propose.
fn finding(document: &Document, number: usize, span: Span, suggest_as: SuggestAs) -> Finding {
    let text = document.source.slice(span).to_owned();
    Finding {
        rule: format!("test/rule-{number}").into(),
        severity: Severity::High,
        side: Side::Customer,
        title: "Title & <more>".into(),
        message: "Message.".into(),
        why: "Why.".into(),
        missing: false,
        called_for: false,
        status: Status::Reported,
        reason: None,
        clause: ClauseRef::default(),
        working: None,
        suggest: Some(format!("Wording {number}.")),
        suggest_as,
        sentence: span,
        caveat: None,
        fingerprint: String::new(),
        also: Vec::new(),
        labels: vec![Label {
            document: 0,
            span,
            text,
            primary: true,
            note: None,
            address: String::new(),
        }],
    }
}

fn on(document: &Document, words: &str) -> Finding {
    let start = document.source.text.find(words).expect(words);
    finding(document, 0, Span::new(start, start + words.len()), SuggestAs::Clause)
}

fn put_in(bytes: &[u8], findings: Vec<Finding>, suggest: bool) -> Annotated {
    let review = Review {
        documents: vec![read(bytes)],
        languages: vec![Lang::En],
        kind: Kind::Other,
        customer: None,
        vendor: None,
        findings,
        sheet: Vec::new(),
        positions: Vec::new(),
        quiet: Vec::new(),
        warnings: Vec::new(),
        mistakes: Vec::new(),
        start: None,
        end: None,
        inspection: None,
        unfinished: false,
    };
    annotate_review(bytes, &review, suggest)
}

fn annotate_review(bytes: &[u8], review: &Review, suggest: bool) -> Annotated {
    let reviews = std::slice::from_ref(review);
    let run = Run { reviews, failures: &[], side: Side::Customer, lang: Lang::En, root: None };
    let asked = Annotating { run: &run, review, document: 0, date: DATE, suggest };
    annotate(&asked, bytes, &Limits::default()).unwrap()
}

/// The words each of our comments stands on, by its last line.
fn commented(document: &Document) -> Vec<(&str, &str)> {
    let own = document.remarks.iter().filter(|r| r.author.as_deref() == Some("fineprint"));
    own.map(|r| (r.text.lines().last().unwrap(), document.source.slice(r.span))).collect()
}

/// A member's name, its packed bytes and its own.
type Member = (String, Vec<u8>, Vec<u8>);

fn members(bytes: &[u8]) -> Vec<Member> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut member = |index: usize| {
        let (mut packed, mut own) = (Vec::new(), Vec::new());
        zip.by_index_raw(index).unwrap().read_to_end(&mut packed).unwrap();
        let mut file = zip.by_index(index).unwrap();
        // A picture may have a wrong checksum; it is copied all the same.
        let _ = file.read_to_end(&mut own);
        (file.name().unwrap().into_owned(), packed, own)
    };
    (0..zip_len(bytes)).map(&mut member).collect()
}

fn zip_len(bytes: &[u8]) -> usize {
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()
}

/// Whether the first can be had from the second by taking bytes out.
fn is_left_of(old: &[u8], new: &[u8]) -> bool {
    let mut new = new.iter();
    old.iter().all(|byte| new.any(|other| other == byte))
}

/// Everything but the parts about comments is what it was; those lost nothing.
fn assert_untouched(before: &[u8], after: &[u8]) {
    let main = Package::open(before, &Limits::default()).unwrap().main().to_lowercase();
    let (old, new) = (members(before), members(after));
    for ((name, packed, own), (new_name, new_packed, new_own)) in old.iter().zip(&new) {
        assert_eq!(name, new_name, "in the same order");
        let lower = name.to_lowercase();
        let about = lower == main || lower.contains("comments") || lower.ends_with(".rels");
        if about || lower == "[content_types].xml" {
            assert!(is_left_of(own, new_own), "{name} lost something");
        } else {
            assert_eq!(packed, new_packed, "{name} is copied as it is packed");
        }
    }
}

/// The file with a comment on some words: it stands on them, the text is what
/// it was.
fn assert_comment(word: &Word, words: &str) -> Annotated {
    let bytes = word.bytes();
    let before = read(&bytes);
    let done = put_in(&bytes, vec![on(&before, words)], false);
    let after = read(&done.bytes);
    assert_eq!(after.source.text, before.source.text);
    assert_eq!(commented(&after), [("test/rule-0", words)]);
    assert_untouched(&bytes, &done.bytes);
    done
}

fn run(inside: &str) -> String {
    format!("<w:r><w:rPr><w:i/></w:rPr>{inside}</w:r>")
}

fn text(words: &str) -> String {
    run(&format!(r#"<w:t xml:space="preserve">{words}</w:t>"#))
}

fn body(inside: &str) -> Word {
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    Word::body(inside).raw("[Content_Types].xml", types)
}

fn in_paragraph(runs: &str) -> Word {
    body(&format!("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>{runs}</w:p>"))
}

#[test]
fn a_comment_stands_on_its_words_wherever_they_are() {
    let split = text("The fee may be ra") + &text("ised at ") + &text("any time.");
    assert_comment(&in_paragraph(&split), "raised at any");
    assert_comment(&in_paragraph(&split), "The fee may be raised at any time.");
    let cell =
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Plan A, no cap</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_comment(&body(cell), "no cap");
    for (open, close) in [
        (r#"<w:ins w:id="7" w:author="A">"#, "</w:ins>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        (
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>",
            "</w:sdtContent></w:sdt>",
        ),
        ("<w:smartTag>", "</w:smartTag>"),
    ] {
        let inside = format!("{}{open}{}{close}{}", text("We "), text("may raise fees"), text("."));
        assert_comment(&in_paragraph(&inside), "may raise");
        assert_comment(&in_paragraph(&inside), "raise fees.");
    }
    let mixed = run("<w:t>A&amp;B</w:t><w:tab/><w:t>pays</w:t><w:br/><w:t>all</w:t>");
    for words in ["A&B", "B\tpays", "pays all", "&", "all"] {
        assert_comment(&in_paragraph(&mixed), words);
    }
}

#[test]
fn blanks_that_are_not_shown_stay_so() {
    let unkept = "<w:r><w:t>  one two three four \n </w:t></w:r>".to_owned() + &text("|");
    for words in ["one", "two", "three", "four", "two three", "one two three four"] {
        assert_comment(&in_paragraph(&unkept), words);
    }
    let bytes = in_paragraph(&unkept).bytes();
    let document = read(&bytes);
    let findings = vec![on(&document, "one"), on(&document, "two"), on(&document, "three")];
    let after = read(&put_in(&bytes, findings, false).bytes);
    assert_eq!(after.source.text, document.source.text);
}

#[test]
fn words_that_take_no_comment_have_it_on_their_paragraph() {
    let boxed = text("Host.")
        + &run(
            "<w:pict><w:txbxContent><w:p><w:r><w:t>No refunds.</w:t></w:r></w:p></w:txbxContent></w:pict>",
        );
    let noted = text("Fees are due") + &run(r#"<w:footnoteReference w:id="2"/>"#) + &text(".");
    let note = r#"<w:footnote w:id="2"><w:p><w:r><w:t>No refunds.</w:t></w:r></w:p></w:footnote>"#;
    let hidden = text("Shown.") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>No refunds.</w:t></w:r>";
    let margin = "<w:p><w:r><w:t>No refunds.</w:t></w:r></w:p>";
    for (word, place, why) in [
        (in_paragraph(&boxed), "Host.", "text box"),
        (in_paragraph(&noted).with("footnotes", note), "Fees are due.", "footnote"),
        (in_paragraph(&hidden), "Shown.", "hides"),
        (in_paragraph(&text("First.")).with("footer", margin), "First.", "footer"),
    ] {
        let bytes = word.bytes();
        let done = put_in(&bytes, vec![on(&read(&bytes), "No refunds.")], true);
        assert_eq!((done.comments, done.beside, done.proposals), (1, 1, 0), "{why}");
        let after = read(&done.bytes);
        assert_eq!(commented(&after), [("test/rule-0", place)]);
        let said = &after.remarks[0].text;
        assert!(said.contains(why) && said.contains("“No refunds.”"), "{said}");
        assert_untouched(&bytes, &done.bytes);
    }
}

#[test]
fn formulas_and_pronunciations_are_not_cut() {
    let formula = text("Credit ")
        + "<m:oMath><m:r><m:t>A=B</m:t></m:r></m:oMath>"
        + &run(
            "<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby>",
        );
    let bytes = in_paragraph(&formula).bytes();
    let document = read(&bytes);
    let done = put_in(&bytes, vec![on(&document, "=B字")], false);
    let after = read(&done.bytes);
    assert_eq!(after.source.text, document.source.text);
    assert_eq!(commented(&after), [("test/rule-0", "A=B字")]);
}

#[test]
fn signs_and_what_a_button_shows_take_comments() {
    let signs = text("Paid: ")
        + r#"<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>oþ</w:t></w:r>"#
        + &text(" yes");
    assert_comment(&in_paragraph(&signs), "☐");
    assert_comment(&in_paragraph(&signs), "☐☑ yes");
    let button = text("To ")
        + &run(r#"<w:fldChar w:fldCharType="begin"/>"#)
        + &run("<w:instrText> MACROBUTTON None [Name] </w:instrText>")
        + &run(r#"<w:fldChar w:fldCharType="end"/>"#)
        + &text(".");
    assert_comment(&in_paragraph(&button), "[Name]");
    assert_comment(&in_paragraph(&button), "To [Name].");
    let formula = text("Credit ")
        + "<m:oMath><m:d><m:e><m:r><m:t>A</m:t></m:r></m:e></m:d></m:oMath>"
        + &text(" of fees");
    assert_comment(&in_paragraph(&formula), "(A)");
    assert_comment(&in_paragraph(&formula), "Credit (A) of");
}

#[test]
fn comments_that_are_there_stay_and_ours_are_not_repeated() {
    let inside = r#"<w:commentRangeStart w:id="4"/>"#.to_owned()
        + &text("We may raise fees.")
        + r#"<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>"#;
    let comment =
        r#"<w:comment w:id="4" w:author="Lee"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>"#;
    let bytes = in_paragraph(&inside).with("comments", comment).bytes();
    let first = put_in(&bytes, vec![on(&read(&bytes), "may raise")], false);
    assert_untouched(&bytes, &first.bytes);
    let document = read(&first.bytes);
    let seen: Vec<_> = document
        .remarks
        .iter()
        .map(|r| (r.author.as_deref().unwrap(), document.source.slice(r.span)))
        .collect();
    assert_eq!(seen, [("Lee", "We may raise fees."), ("fineprint", "may raise")]);
    let again = put_in(&first.bytes, vec![on(&document, "may raise")], false);
    assert_eq!((again.comments, again.known), (0, 1));
    assert_eq!(again.bytes, first.bytes);
}

#[test]
fn prefixes_strict_files_and_utf_16_take_comments() {
    let strict = r#"<?xml version="1.0"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>第一条 We may raise fees</x:t></x:r></x:p></x:body></x:document>"#;
    let plain = r#"<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>第一条 We may raise fees</t></r></p></body></document>"#;
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(strict.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", plain.as_bytes()].concat();
    for main in [strict.as_bytes(), plain.as_bytes(), &wide, &marked] {
        for types in [
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
            r#"<c:Types xmlns:c="http://schemas.openxmlformats.org/package/2006/content-types"><c:Default Extension="xml" ContentType="application/xml"/></c:Types>"#,
        ] {
            let word =
                Word::default().raw("word/document.xml", main).raw("[Content_Types].xml", types);
            let done = assert_comment_in(&word, "may raise");
            let mut package = Package::open(&done.bytes, &Limits::default()).unwrap();
            let kind = package.content_types().of("word/comments.xml").unwrap().to_owned();
            assert!(kind.ends_with("comments+xml"), "{kind}");
            let comments = package.part("word/comments.xml").unwrap().unwrap();
            assert_eq!(
                comments.contains("purl.oclc.org"),
                main != plain.as_bytes() && main != marked
            );
        }
    }
}

/// As [`assert_comment`], where an empty list of types is opened.
fn assert_comment_in(word: &Word, words: &str) -> Annotated {
    let bytes = word.bytes();
    let done = put_in(&bytes, vec![on(&read(&bytes), words)], false);
    assert_eq!(commented(&read(&done.bytes)), [("test/rule-0", words)]);
    done
}

/// The result with a proposal for words, read as accepted and as rejected.
fn proposed(word: &Word, words: &str, suggest_as: SuggestAs) -> (String, String) {
    let bytes = word.bytes();
    let document = read(&bytes);
    let done = put_in(&bytes, vec![Finding { suggest_as, ..on(&document, words) }], true);
    assert_untouched(&bytes, &done.bytes);
    let read = |document: Document| document.source.text.to_string();
    (read(self::read(&done.bytes)), read(read_as_original(&done.bytes)))
}

#[test]
fn wording_takes_the_place_that_its_rule_says() {
    let word = body(&(paragraph("", "Fees rise. Terms hold.") + &paragraph("", "Next.")));
    let before = "Fees rise. Terms hold.\nNext.\n";
    for (suggest_as, accepted) in [
        (SuggestAs::Sentence, "Wording 0. Terms hold.\nNext.\n"),
        (SuggestAs::AfterWords, "Fees rise. Wording 0 Terms hold.\nNext.\n"),
        (SuggestAs::Clause, "Fees rise. Terms hold. Wording 0.\nNext.\n"),
        (SuggestAs::Advice, before),
    ] {
        let (as_accepted, as_rejected) = proposed(&word, "Fees rise.", suggest_as);
        assert_eq!(as_accepted, accepted, "{suggest_as:?}");
        assert_eq!(as_rejected, before, "{suggest_as:?}");
    }
}

#[test]
fn wording_stands_beside_links_and_behind_lists_and_takes_no_notes_along() {
    let linked = in_paragraph(
        &(text("See ")
            + "<w:hyperlink>"
            + &text("the price list")
            + "</w:hyperlink>"
            + &text(" now.")),
    );
    let (accepted, _) = proposed(&linked, "See the price", SuggestAs::Sentence);
    assert_eq!(accepted, " listWording 0. now.\n");
    let list = paragraph("", "We may charge for:")
        + &paragraph("", "calls;")
        + &paragraph("", "and video.")
        + &paragraph("", "Next.");
    let (accepted, _) = proposed(&body(&list), "may charge", SuggestAs::Clause);
    assert_eq!(accepted, "We may charge for:\ncalls;\nand video.\nWording 0.\nNext.\n");
    let noted = text("Fees ") + &run(r#"<w:footnoteReference w:id="2"/>"#) + &text("rise.");
    let (accepted, _) = proposed(&in_paragraph(&noted), "Fees rise.", SuggestAs::Sentence);
    assert_eq!(accepted, "Fees rise. Wording 0.\n", "a note is not struck out unseen");
}

#[test]
fn the_same_wording_is_proposed_once_and_signed_files_are_known() {
    let word = body(&(paragraph("", "Fees rise.") + &paragraph("", "Fees rise again.")));
    let bytes = word.bytes();
    let document = read(&bytes);
    let done =
        put_in(&bytes, vec![on(&document, "Fees rise."), on(&document, "Fees rise again.")], true);
    assert_eq!((done.comments, done.proposals), (2, 1));
    let signed = word.raw("_xmlsignatures/sig1.xml", "<s/>").bytes();
    assert!(Package::open(&signed, &Limits::default()).unwrap().is_signed());
}

#[test]
fn what_is_missing_at_one_place_is_one_comment() {
    let bytes = in_paragraph(&text("Agreement")).bytes();
    let document = read(&bytes);
    let missing =
        |n| Finding { missing: true, ..finding(&document, n, Span::new(0, 9), SuggestAs::Clause) };
    let done = put_in(&bytes, vec![missing(0), missing(1)], true);
    assert_eq!((done.comments, done.findings, done.proposals), (1, 2, 0));
}

/// A run: its text, whether blanks in it are kept, what stands before it.
fn piece() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec("[a-z第条 ]{0,6}|&amp;|&#37;", 0..4);
    let element =
        prop_oneof![Just(""), Just("<w:tab/>"), Just("<w:br/>"), Just("<w:noBreakHyphen/>")];
    let around = prop_oneof![
        Just(("", "")),
        Just((r#"<w:ins w:id="3" w:author="B">"#, "</w:ins>")),
        Just((r#"<w:del w:id="4" w:author="B">"#, "</w:del>")),
        Just(("<w:hyperlink>", "</w:hyperlink>")),
    ];
    // In a font of signs, some letters show others.
    let look = prop_oneof![Just("<w:b/>"), Just(r#"<w:rFonts w:ascii="Wingdings"/>"#)];
    let run = (words, any::<bool>(), element, around, look);
    run.prop_map(|(words, keep, element, (open, close), look)| {
        let keep = if keep { r#" xml:space="preserve""# } else { "" };
        let t = if open.starts_with("<w:del") { "delText" } else { "t" };
        format!(
            "{open}<w:r><w:rPr>{look}</w:rPr>{element}<w:{t}{keep}>{}</w:{t}></w:r>{close}",
            words.concat()
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_words_of_any_paragraph(
        paragraphs in proptest::collection::vec(proptest::collection::vec(piece(), 1..6), 1..4),
        places in proptest::collection::vec((0_usize..200, 1_usize..12, 0_usize..4), 1..8),
    ) {
        let inside: String = paragraphs.iter().map(|runs| format!("<w:p>{}</w:p>", runs.concat())).collect();
        let bytes = body(&inside).bytes();
        let document = read(&bytes);
        let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
        prop_assume!(!blocks.is_empty());
        let mut wanted = BTreeMap::new();
        let mut findings = Vec::new();
        for (number, (at, len, kind)) in places.into_iter().enumerate() {
            let block = blocks[at % blocks.len()];
            let text = document.source.slice(block);
            let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = at % (chars.len() - 1).max(1);
            let to = (from + len).min(chars.len() - 1);
            let span = Span::new(block.start + chars[from.min(to)], block.start + chars[to]);
            let words = document.source.slice(span).trim();
            if words.is_empty() { continue; }
            let kinds = [SuggestAs::Sentence, SuggestAs::AfterWords, SuggestAs::Clause, SuggestAs::Advice];
            wanted.insert(format!("test/rule-{number}"), words.to_owned());
            findings.push(finding(&document, number, span, kinds[kind]));
        }
        prop_assume!(!findings.is_empty());
        let done = put_in(&bytes, findings.clone(), false);
        assert_untouched(&bytes, &done.bytes);
        let after = read(&done.bytes);
        prop_assert_eq!(&after.source.text, &document.source.text);
        let found: BTreeMap<String, String> =
            commented(&after).into_iter().map(|(rule, words)| (rule.to_owned(), words.to_owned())).collect();
        prop_assert_eq!(found, wanted);
        prop_assert_eq!(&read_as_original(&done.bytes).source.text, &read_as_original(&bytes).source.text);

        let done = put_in(&bytes, findings, true);
        assert_untouched(&bytes, &done.bytes);
        prop_assert_eq!(&read_as_original(&done.bytes).source.text, &read_as_original(&bytes).source.text);
    }
}

fn contracts() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(root.join("fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "docx"))
        .collect();
    files.extend(crate::corpus::corpus("docx"));
    files.retain(|file| !file.to_string_lossy().contains("poi-robustness"));
    files
}

#[test]
fn a_check_of_the_result_says_the_same() {
    let catalogue = Catalogue::load(&[]).unwrap();
    let review = |bytes: &[u8]| {
        fineprint::review(
            &catalogue,
            vec![read(bytes)],
            &NamedParties::default(),
            Judging::default(),
        )
    };
    for file in contracts() {
        let bytes = std::fs::read(&file).unwrap();
        let before = review(&bytes);
        let done = annotate_review(&bytes, &before, false);
        assert_untouched(&bytes, &done.bytes);
        assert_eq!(done.homeless, 0, "{}", file.display());
        let after = review(&done.bytes);
        assert_eq!(after.findings, before.findings, "{}", file.display());
        let reviewed = read_as_original(&annotate_review(&bytes, &before, true).bytes);
        assert_eq!(
            reviewed.source.text,
            read_as_original(&bytes).source.text,
            "{}",
            file.display()
        );
    }
}

#[test]
fn odd_files_take_comments_on_every_paragraph() {
    let (mut files, mut comments) = (0, 0);
    for file in crate::corpus::corpus("docx/poi-robustness") {
        let bytes = std::fs::read(&file).unwrap();
        let Ok(document) = read_word("contract.docx", &bytes, &WordOptions::default()) else {
            continue;
        };
        let spans = document.blocks.iter().map(|block| {
            let text = block.text.as_str();
            let middle = text.char_indices().map(|(at, _)| at).nth(text.chars().count() / 2);
            block.text.origin(middle.unwrap_or(0)..text.len())
        });
        let findings: Vec<Finding> = spans
            .take(40)
            .enumerate()
            .map(|(number, span)| finding(&document, number, span, SuggestAs::Clause))
            .collect();
        let done = put_in(&bytes, findings, false);
        assert_untouched(&bytes, &done.bytes);
        let after = read(&done.bytes);
        assert_eq!(after.source.text, document.source.text, "{}", file.display());
        assert_eq!(commented(&after).len(), done.comments, "{}", file.display());
        files += 1;
        comments += done.comments;
    }
    eprintln!("{files} files, {comments} comments");
}
