use super::*;

fn read(text: &str) -> Document {
    read_text("t.txt", text.to_owned())
}

fn texts(document: &Document, kind: BlockKind) -> Vec<&str> {
    let of_kind = |block: &&Block| block.kind == kind;
    document.blocks.iter().filter(of_kind).map(|block| block.text.as_str()).collect()
}

#[test]
fn wrapped_lines_join_and_blank_lines_split() {
    let text =
        "4.2 The Vendor shall\r\n    pay within 30 days.\r\n(b) And more.\r\n\r\n第五条 付款";
    let document = read(text);
    let first = &document.blocks[0];
    assert_eq!(first.text.as_str(), "4.2 The Vendor shall pay within 30 days. (b) And more.");
    let lines: Vec<&str> = first.breaks.iter().map(|&at| &first.text.as_str()[at..][..3]).collect();
    assert_eq!(lines, ["pay", "(b)"]);
    assert_eq!(document.blocks[1].text.as_str(), "第五条 付款");
    let at = first.text.as_str().find("30 days").unwrap_or_default();
    assert_eq!(document.source.slice(first.text.origin(at..at + 7)), "30 days");
}

#[test]
fn a_wide_gap_inside_a_line_is_a_lost_line_end() {
    let document = read("terminate by             agreement;  and      (b) pay [***].");
    let block = &document.blocks[0];
    assert_eq!(block.text.as_str(), "terminate by agreement; and (b) pay [***].");
    let lines: Vec<&str> = block.breaks.iter().map(|&at| &block.text.as_str()[at..][..3]).collect();
    assert_eq!(lines, ["agr", "(b)"]);
}

#[test]
fn page_numbers_and_running_headers_are_kept_apart() {
    let clause = "The Vendor shall provide the Services with reasonable care.\n".repeat(20);
    let mut text = String::new();
    for page in 1..=4 {
        text += &format!("{clause}\nACME MASTER AGREEMENT\n\n{page}\n\n");
    }
    text += "Fee per month\n\n30\n\nBy: ______\nName:\n\nBy: ______\nName:\n\nBy: ______\nName:\n";
    let document = read(&text);
    let margins = texts(&document, BlockKind::Margin);
    assert_eq!(margins[..2], ["ACME MASTER AGREEMENT", "1"]);
    assert_eq!(margins.len(), 8);
    assert!(texts(&document, BlockKind::Paragraph).contains(&"30"));
    assert_eq!(text.matches("Name:").count(), 3);
    assert!(texts(&document, BlockKind::Paragraph).contains(&"By: ______ Name:"));
}

#[test]
fn a_sentence_runs_over_a_page_end() {
    let document = read("The fee is due\nPage 3 of 10\n\x0Con the first day.");
    assert_eq!(texts(&document, BlockKind::Paragraph), ["The fee is due on the first day."]);
    assert_eq!(texts(&document, BlockKind::Margin), ["Page 3 of 10"]);
}

#[test]
fn nothing_and_blanks_have_no_blocks() {
    for text in ["", " \n\t\r\n\x0C\n", "\u{3000}"] {
        assert!(read(text).blocks.is_empty());
    }
}

#[test]
fn a_page_number_inside_a_line_is_taken_out_where_numbers_count_on() {
    let page = "The Vendor shall provide the Services with reasonable care. ".repeat(20);
    let text = format!(
        "{page}on a weekly    2    3    basis to the Customer. {page}by fax    3          4.  Fees. {page}x    4    y\n"
    );
    let document = read(&text);
    assert_eq!(texts(&document, BlockKind::Margin), ["2", "3", "3", "4"]);
    let words = texts(&document, BlockKind::Paragraph)[0];
    assert!(words.contains("on a weekly basis to the Customer."), "{words}");
    assert!(words.contains("by fax 4. Fees."), "{words}");
    let table = read("Tier    1    10%\nTier    2    20%\n");
    assert_eq!(texts(&table, BlockKind::Paragraph), ["Tier 1 10% Tier 2 20%"]);
}

#[test]
fn page_ends_that_stand_one_above_the_other_and_short_pages_are_counted() {
    let page = "The Vendor shall provide the Services with reasonable care.\n".repeat(20);
    let exhibit = "EXHIBIT B\n\nSee the schedules that are attached.";
    let text = format!(
        "{page}\ni\n\n{page}\n\nii\n\n{page}\n2\n3\n\n{page}\n3\n4\n\n{exhibit}\n\n5\n\n{exhibit}\n\n6\n\nII\n"
    );
    let document = read(&text);
    assert_eq!(texts(&document, BlockKind::Margin), ["i", "ii", "2", "3", "3", "4", "5", "6"]);
    assert!(texts(&document, BlockKind::Paragraph).contains(&"II"));
}

#[test]
fn the_stamp_of_a_filing_service_is_no_contract_text() {
    let document =
        read("The fee is due.\n\nSource: ACME INC, S-1/A, 9/20/2019\n\nSource: the Annex\n");
    assert_eq!(texts(&document, BlockKind::Margin), ["Source: ACME INC, S-1/A, 9/20/2019"]);
    assert_eq!(texts(&document, BlockKind::Paragraph), ["The fee is due.", "Source: the Annex"]);
}

#[test]
fn lines_that_underline_words_are_no_part_of_the_sentence() {
    let document = read(
        "7. Exclusivity. Sabah Oil will not\n   -----------\nname another sponsor.    ------- Law.\n\nBy:      ------ Name:\n\nFee   Due\n====  ====\n",
    );
    assert_eq!(
        texts(&document, BlockKind::Paragraph),
        [
            "7. Exclusivity. Sabah Oil will not name another sponsor. Law.",
            "By: ------ Name:",
            "Fee Due"
        ]
    );
}

#[test]
fn a_footer_that_ends_in_the_number_of_the_page_is_kept_apart() {
    let page = "The Vendor shall provide the Services with reasonable care.\n".repeat(20);
    let with = |footer: &dyn Fn(u32) -> String| {
        let text: String = (1..=4).map(|n| format!("{page}\n{}\n\n", footer(n))).collect();
        texts(&read(&text), BlockKind::Margin).len()
    };
    assert_eq!(with(&|n| format!("Acme confidential          {n}")), 4);
    assert_eq!(with(&|n| format!("Acme Master Agreement | {n}")), 4);
    assert_eq!(with(&|n| format!("{n}/4")), 4);
    assert_eq!(with(&|n| format!("{n} | P a g e")), 4);
    let long = "*** Words on this page have been left out, and were filed with the Commission under a request for confidence, which it granted.";
    assert_eq!(with(&|n| format!("{long}   {n}")), 4);
    assert_eq!(with(&|n| format!("Schedule {n}")), 0);
    assert_eq!(with(&|n| format!("Fee for support          {}", n * 100)), 0);
}
