//! Tracked changes: read as accepted, or as the text was before them.

use crate::package::Word;
use fineprint::read::{Document, Revision, RevisionKind, WordOptions};

fn both(body: &str) -> (Document, Document) {
    let word = Word::body(body);
    let original = WordOptions { as_original: true, ..WordOptions::default() };
    (word.read(), word.read_with(&original).unwrap())
}

const BY: &str = r#"w:id="1" w:author="Tan" w:date="2026-05-01T09:00:00Z""#;

#[test]
fn words_stand_as_accepted_or_as_original_and_changes_are_listed() {
    let body = format!(
        r#"<w:p><w:r><w:t xml:space="preserve">Pay within </w:t></w:r>
        <w:del {BY}><w:r><w:delText>30</w:delText></w:r></w:del>
        <w:ins {BY}><w:r><w:t>6</w:t></w:r><w:r><w:t>0</w:t></w:r></w:ins>
        <w:r><w:t xml:space="preserve"> days.</w:t></w:r></w:p>"#
    );
    let (accepted, original) = both(&body);
    assert_eq!(&*accepted.source.text, "Pay within 60 days.\n");
    assert_eq!(&*original.source.text, "Pay within 30 days.\n");
    let change = |kind| Revision {
        kind,
        range: 11..13,
        author: "Tan".to_owned(),
        date: "2026-05-01T09:00:00Z".to_owned(),
    };
    assert_eq!(accepted.blocks[0].revisions, [change(RevisionKind::Insertion)]);
    assert_eq!(original.blocks[0].revisions, [change(RevisionKind::Deletion)]);
    assert_eq!(
        accepted.warnings,
        [
            "Tracked changes by Tan of 2026-05-01 are pending (1 insertion, 1 deletion); they are read as accepted."
        ]
    );
    assert!(original.warnings[0].ends_with("read as rejected."));
}

#[test]
fn paragraphs_whose_mark_is_deleted_run_on() {
    let body = format!(
        r#"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>
        <w:p><w:r><w:t>two.</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr><w:del {BY}><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>
        <w:p><w:r><w:t>Three.</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr><w:ins {BY}><w:r><w:t>New.</w:t></w:r></w:ins></w:p>
        <w:p><w:r><w:t>Four.</w:t></w:r></w:p>"#
    );
    let (accepted, original) = both(&body);
    assert_eq!(&*accepted.source.text, "One two.\nThree.\nNew.\nFour.\n");
    assert_eq!(&*original.source.text, "One \ntwo.\nGone.\nThree.\nFour.\n");
}

#[test]
fn moved_words_and_changed_rows_follow_the_reading() {
    let row = |change: &str, words: &str| {
        format!(
            "<w:tr><w:trPr>{change}</w:trPr><w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr>"
        )
    };
    let body = format!(
        r#"<w:p><w:moveFrom {BY}><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><w:r><w:t>A.</w:t></w:r></w:p>
        <w:p><w:r><w:t>B.</w:t></w:r><w:moveTo {BY}><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>
        <w:tbl>{}{}{}</w:tbl>"#,
        row(&format!("<w:del {BY}/>"), "old"),
        row(&format!("<w:ins {BY}/>"), "new"),
        row("", "same"),
    );
    let (accepted, original) = both(&body);
    assert_eq!(&*accepted.source.text, "A.\nB.Moved.\nnew\nsame\n");
    assert_eq!(&*original.source.text, "Moved.A.\nB.\nold\nsame\n");
    let pending = |block: &fineprint::read::Block| {
        let kinds: Vec<RevisionKind> = block.revisions.iter().map(|change| change.kind).collect();
        (block.text.as_str().to_owned(), kinds)
    };
    assert_eq!(pending(&accepted.blocks[2]), ("new".to_owned(), vec![RevisionKind::Insertion]));
    assert_eq!(pending(&original.blocks[2]), ("old".to_owned(), vec![RevisionKind::Deletion]));
    assert_eq!(pending(&accepted.blocks[3]), ("same".to_owned(), vec![]));
}

#[test]
fn former_properties_are_not_taken_for_present_ones() {
    let body = format!(
        r#"<w:p><w:pPr><w:pPrChange {BY}><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>
        <w:r><w:rPr><w:rPrChange {BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Shown.</w:t></w:r></w:p>"#
    );
    let (accepted, _) = both(&body);
    assert_eq!(accepted.blocks[0].kind, fineprint::read::BlockKind::Paragraph);
    assert!(!accepted.blocks[0].hidden);
}

#[test]
fn numbers_and_looks_before_a_tracked_change_are_those_of_the_original() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let inserted = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="3" w:author="Tan"/></w:numPr>"#;
    let body = format!(
        r#"<w:p><w:pPr>{list}<w:pPrChange {BY}><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>
        <w:p><w:pPr>{inserted}</w:pPr><w:r><w:t>Term</w:t></w:r></w:p>
        <w:p><w:pPr><w:pPrChange {BY}><w:pPr>{list}</w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Law</w:t></w:r></w:p>"#
    );
    let word = Word::body(&body).with("numbering", numbering);
    let original = WordOptions { as_original: true, ..WordOptions::default() };
    let (accepted, original) = (word.read(), word.read_with(&original).unwrap());
    assert_eq!(&*accepted.source.text, "1.\tFees\n2.\tTerm\nLaw\n");
    assert_eq!(&*original.source.text, "Fees\nTerm\n1.\tLaw\n");
    assert_eq!(original.blocks[0].kind, fineprint::read::BlockKind::Heading { level: 1 });
    assert!(accepted.blocks[2].strong.is_empty() && !original.blocks[2].strong.is_empty());
}

#[test]
fn changes_are_summed_up_by_author_with_their_days() {
    let by = |author: &str, day: u8| {
        format!(r#"w:id="1" w:author="{author}" w:date="2026-05-{day:02}T09:00:00Z""#)
    };
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p><w:ins {}>{}</w:ins><w:ins {}>{}</w:ins><w:moveFrom {}>{}</w:moveFrom></w:p><w:p><w:moveTo {}>{}</w:moveTo></w:p>",
        by("Tan", 4),
        run("A"),
        by("Tan", 1),
        run("B"),
        by("Lee", 2),
        run("C"),
        by("Lee", 2),
        run("C"),
    );
    let (accepted, _) = both(&body);
    assert_eq!(
        accepted.warnings,
        [
            "Tracked changes by Lee of 2026-05-02 are pending (1 move); they are read as accepted.",
            "Tracked changes by Tan of 2026-05-01 to 2026-05-04 are pending (2 insertions); they are read as accepted.",
        ]
    );
}

#[test]
fn a_break_that_is_deleted_begins_no_line() {
    let body = format!(
        r#"<w:p><w:r><w:t>see clause</w:t></w:r><w:del {BY}><w:r><w:br/></w:r></w:del><w:r><w:t xml:space="preserve"> 4.2 below</w:t></w:r></w:p>"#
    );
    let (accepted, original) = both(&body);
    assert!(accepted.blocks[0].breaks.is_empty());
    assert_eq!(original.blocks[0].breaks, ["see clause ".len()]);
}
