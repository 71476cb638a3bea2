//! Suppressions where they are written: before a block in Markdown, on words
//! in Word.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use docx_rs::{Comment, Docx, Paragraph, Run};
use fineprint::catalogue::Catalogue;
use fineprint::check::{Judging, Review, Status};
use fineprint::clause::NamedParties;
use fineprint::read::{Document, WordOptions, read_markdown, read_word};
use std::io::Cursor;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(&[]).unwrap());

const PARTIES: &str =
    "This agreement is between Mango Ltd (the \"Customer\") and Palm Ltd (the \"Provider\").";
const HOSTAGE: &str =
    "The Provider may withhold Customer Data until every sum owed by the Customer is paid.";

fn review(document: Document) -> Review {
    fineprint::review(&CATALOGUE, vec![document], &NamedParties::default(), Judging::default())
}

/// The status of each finding of the rule on data held back, with the reason.
fn hostages(review: &Review) -> Vec<(Status, Option<&str>)> {
    let found = review.findings.iter().filter(|finding| &*finding.rule == "data/hostage");
    found
        .map(|finding| (finding.status, finding.reason.as_ref().map(|reason| reason.text.as_str())))
        .collect()
}

/// A Word file: the clause twice, a comment on a part of the first.
fn word(comment: &str) -> Document {
    let (on, off) = HOSTAGE.split_once(" until").unwrap();
    let text = |text: &str| Paragraph::new().add_run(Run::new().add_text(text));
    let comment = Comment::new(1)
        .author("Counsel")
        .add_paragraph(Paragraph::new().add_run(Run::new().add_text(comment)));
    let commented = Paragraph::new()
        .add_run(Run::new().add_text("1. "))
        .add_comment_start(comment)
        .add_run(Run::new().add_text(on))
        .add_comment_end(1)
        .add_run(Run::new().add_text(format!(" until{off}")));
    let docx = Docx::new()
        .add_paragraph(text("Hosting Agreement"))
        .add_paragraph(text(PARTIES))
        .add_paragraph(commented)
        .add_paragraph(text(&format!("2. {}", HOSTAGE.replace("every sum", "all sums"))));
    let mut file = Cursor::new(Vec::new());
    docx.build().pack(&mut file).unwrap();
    read_word("draft.docx", file.get_ref(), &WordOptions::default()).unwrap()
}

#[test]
fn a_comment_in_word_allows_what_its_words_raise() {
    let review = review(word("fineprint: allow data/hostage: pilot only, agreed 2026-05"));
    assert_eq!(
        hostages(&review),
        [(Status::Suppressed, Some("pilot only, agreed 2026-05")), (Status::Reported, None)]
    );
    assert!(review.mistakes.is_empty() && review.warnings.is_empty(), "{:?}", review.warnings);
}

#[test]
fn a_malformed_comment_in_word_is_at_its_words() {
    let review = review(word("fineprint: allow data/hostage"));
    assert_eq!(hostages(&review), [(Status::Reported, None), (Status::Reported, None)]);
    let mistake = &review.mistakes[0];
    let words = review.documents[0].source.slice(mistake.span);
    assert_eq!(words, "The Provider may withhold Customer Data");
    assert!(mistake.message.contains("the reason is missing"), "{}", mistake.message);
}

#[test]
fn a_comment_of_counsel_is_no_suppression() {
    let review = review(word("Please allow this; fineprint is too strict here."));
    assert_eq!(hostages(&review).len(), 2);
    assert!(review.mistakes.is_empty() && review.warnings.is_empty(), "{:?}", review.warnings);
}

#[test]
fn a_comment_in_markdown_allows_the_block_behind_it_and_no_other() {
    let allow = "<!-- fineprint: allow data/hostage: pilot only -->";
    let other = HOSTAGE.replace("every sum", "all sums");
    let text = format!("# Hosting\n\n{PARTIES}\n\n{allow}\n1. {HOSTAGE}\n\n2. {other}\n");
    let review_one = review(read_markdown("a.md", text));
    assert_eq!(
        hostages(&review_one),
        [(Status::Suppressed, Some("pilot only")), (Status::Reported, None)]
    );
    let table = format!(
        "# Hosting\n\n{PARTIES}\n\n{allow}\n\n| no | term |\n|---|---|\n| 1 | {HOSTAGE} |\n\n1. {other}\n"
    );
    let review_table = review(read_markdown("a.md", table));
    assert_eq!(
        hostages(&review_table),
        [(Status::Suppressed, Some("pilot only")), (Status::Reported, None)]
    );
}

#[test]
fn each_language_says_what_is_unused() {
    use fineprint::matching::Lang;
    let text = format!("# Hosting\n\n<!-- fineprint: allow data/hostage: pilot -->\n{PARTIES}\n");
    for lang in Lang::ALL {
        let judging = Judging { lang: Some(lang), ..Judging::default() };
        let document = read_markdown("a.md", text.clone());
        let review =
            fineprint::review(&CATALOGUE, vec![document], &NamedParties::default(), judging);
        assert_eq!(review.warnings.len(), 1, "{lang:?}");
        let warning = &review.warnings[0];
        assert!(warning.contains("data/hostage") && warning.contains("a.md:3"), "{warning}");
    }
}
