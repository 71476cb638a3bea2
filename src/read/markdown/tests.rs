use super::*;
use crate::read::{Block, BlockKind};

fn read(text: &str) -> Document {
    read_markdown("t.md", text.to_owned())
}

/// Marker, depth and text of every block.
fn outline(text: &str) -> Vec<(String, usize, String)> {
    let marker = |block: &Block| block.marker.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    let line = |block: &Block| (marker(block), block.depth, block.text.as_str().to_owned());
    read(text).blocks.iter().map(line).collect()
}

fn texts(text: &str) -> Vec<String> {
    read(text).blocks.iter().map(|block| block.text.as_str().to_owned()).collect()
}

fn kinds(text: &str) -> Vec<BlockKind> {
    read(text).blocks.into_iter().map(|block| block.kind).collect()
}

fn strong(block: &Block) -> Vec<&str> {
    block.strong.iter().map(|range| &block.text.as_str()[range.clone()]).collect()
}

fn lines(block: &Block) -> Vec<&str> {
    let text = block.text.as_str();
    let ends = block.breaks.iter().copied().chain([text.len()]);
    let starts = std::iter::once(0).chain(block.breaks.iter().copied());
    starts.zip(ends).map(|(from, to)| text[from..to].trim_end()).collect()
}

/// The source of the words `of` in the only block that holds them.
fn source_of(document: &Document, of: &str) -> String {
    let block = document.blocks.iter().find(|block| block.text.as_str().contains(of));
    block.map_or_else(String::new, |block| {
        let at = block.text.as_str().find(of).unwrap_or_default();
        document.source.slice(block.text.origin(at..at + of.len())).to_owned()
    })
}

#[test]
fn list_markers_are_those_of_the_source() {
    let text = "10. ten\n11. eleven\n\n10. ten again\n    - inner\n\n3) three\n";
    let expected = [
        ("10.", 1, "ten"),
        ("11.", 1, "eleven"),
        ("10.", 1, "ten again"),
        ("-", 2, "inner"),
        ("3)", 1, "three"),
    ];
    let expected = expected.map(|(m, depth, text)| (m.to_owned(), depth, text.to_owned()));
    assert_eq!(outline(text), expected);
    let document = read(text);
    for block in &document.blocks {
        let marker = block.marker.as_ref().expect("a list item has a marker");
        assert_eq!(document.source.slice(marker.span), marker.text);
        assert!(block.span.contains(marker.span));
    }
}

#[test]
fn a_number_without_text_is_kept_as_text() {
    assert_eq!(
        outline("1. 1. nested\n"),
        [(String::new(), 1, "1.".to_owned()), ("1.".to_owned(), 2, "nested".to_owned())]
    );
    assert_eq!(texts("7.\n\nFees are due.\n"), ["7.", "Fees are due."]);
    assert_eq!(texts("-\n\n- a\n"), ["a"]);
}

#[test]
fn a_second_paragraph_of_an_item_has_no_marker() {
    let blocks = outline("1. one\n\n   more\n");
    assert_eq!(blocks[1], (String::new(), 1, "more".to_owned()));
}

#[test]
fn adjacent_clauses_keep_their_line_starts() {
    let document =
        read("1. DEFINITIONS\n1.1 Fees.  \n1.2 Credits<br>1.3 Term\\\n    (a) One year.");
    assert_eq!(
        lines(&document.blocks[0]),
        ["DEFINITIONS", "1.1 Fees.", "1.2 Credits", "1.3 Term", "(a) One year."]
    );
}

#[test]
fn entities_and_escapes_map_to_their_source() {
    let document = read("**1\\. Definisi** R&amp;D &nbsp;fees \\*\\*");
    assert_eq!(document.blocks[0].text.as_str(), "1. Definisi R&D \u{A0}fees **");
    assert_eq!(strong(&document.blocks[0]), ["1. Definisi"]);
    assert_eq!(source_of(&document, "R&D"), "R&amp;D");
    assert_eq!(source_of(&document, "1. D"), "1\\. D");
}

#[test]
fn emphasis_beside_chinese_quotes_is_what_was_meant() {
    let document = read("**“服务”**指下列各项，另外**《合同》**有效。");
    assert_eq!(document.blocks[0].text.as_str(), "“服务”指下列各项，另外《合同》有效。");
    assert_eq!(strong(&document.blocks[0]), ["“服务”", "《合同》"]);
    let document = read("本**“服务”**指");
    assert_eq!(document.blocks[0].text.as_str(), "本“服务”指");
    assert_eq!(source_of(&document, "服务”指"), "服务”**指");
}

#[test]
fn redactions_and_blanks_stay() {
    let text = "Fee of [***] and [***], [*] or [**]. By: ______(name)______ ____ 2 * 3";
    assert_eq!(texts(text), [text]);
}

#[test]
fn placeholders_stay_and_tags_go() {
    assert_eq!(
        texts("<Customer Name> pays <span class=\"x\">the</span> <u>Fee</u> by <insert date>.\n"),
        ["<Customer Name> pays the Fee by <insert date>."]
    );
    assert_eq!(texts("<Customer Name>\nsigns here\n"), ["<Customer Name> signs here"]);
}

#[test]
fn clause_numbers_in_ids_are_markers() {
    let text = "1. <span class=\"header_2\" id=\"1\">Uptime</span>\n    1. <span id=\"1.1\">Target</span> is 99 %.\n";
    let document = read(text);
    let markers: Vec<_> = document.blocks.iter().filter_map(|b| b.marker.clone()).collect();
    assert_eq!(markers[0].text, "1");
    assert_eq!((markers[1].text.as_str(), document.source.slice(markers[1].span)), ("1.1", "1.1"));
    let anchored = outline("<a id=\"4.2\"></a>\n\n## Fees\n\ntext <a id=\"4.3\"></a>more\n");
    assert_eq!(anchored[0].0, "4.2");
    assert_eq!(anchored[1].0, "");
}

#[test]
fn indented_sub_clauses_are_paragraphs() {
    let text = "The Vendor shall:\n\n    (i) pay **all** sums;\n    and more\n\n        (ii) go.\n";
    let document = read(text);
    assert_eq!(texts(text)[1..], ["(i) pay all sums; and more", "(ii) go."]);
    assert!(kinds(text).iter().all(|kind| *kind == BlockKind::Paragraph));
    assert_eq!(strong(&document.blocks[1]), ["all"]);
    assert_eq!(lines(&document.blocks[1]), ["(i) pay all sums;", "and more"]);
}

#[test]
fn parties_are_no_link_definitions() {
    let text = "[Provider]: Acme\n[Site]: https://acme.example\n\n[Provider] pays. See [Site].\n\n- [Fee]: 10\n";
    assert_eq!(texts(text), ["[Provider]: Acme", "[Provider] pays. See Site.", "[Fee]: 10"]);
    assert_eq!(outline(text)[2].0, "-");
}

#[test]
fn front_matter_is_no_contract_text() {
    assert_eq!(texts("---\ntitle: Terms\n---\n\n# Terms\n"), ["Terms"]);
    assert_eq!(source_of(&read("---\ntitle: Terms\n---\n\n# Fees\n"), "Fees"), "Fees");
}

#[test]
fn comments_are_remarks_with_their_block() {
    let text = "One.\n\n<!-- fineprint: allow fees/x: agreed -->\nTwo <!-- inline -->words.\n\nThree.<!-- end";
    let document = read(text);
    let found: Vec<_> = document.remarks.iter().map(|r| (r.text.as_str(), r.block)).collect();
    assert_eq!(found[0], ("fineprint: allow fees/x: agreed", 1));
    assert_eq!(texts(text)[1..], ["Two words.", "Three.<!-- end"]);
    assert_eq!(
        document.source.slice(document.remarks[0].span),
        "<!-- fineprint: allow fees/x: agreed -->"
    );
    assert_eq!(found[1], ("inline", 1));
}

#[test]
fn an_unclosed_comment_or_fence_is_said() {
    let document = read("One.\n\n<!-- a\n\nTwo.\n");
    assert_eq!(document.blocks.len(), 1);
    assert!(document.warnings[0].contains("line 3"));
    let document = read("```\n1. The fee\n\nis due.\n");
    assert!(document.warnings[0].contains("line 1"));
    assert_eq!(document.blocks.len(), 2);
    assert_eq!(kinds("```\nlet x;\n```\n"), [BlockKind::Code]);
}

#[test]
fn prose_above_a_rule_is_no_heading() {
    let heading = |level| BlockKind::Heading { level };
    assert_eq!(kinds("Section 7\n---\n"), [heading(2)]);
    assert_eq!(kinds("# **Fees** {#fees}\n"), [heading(1)]);
    assert_eq!(texts("# **Fees** {#fees}\n\n# Fee {amount}\n"), ["Fees", "Fee {amount}"]);
    for prose in [
        "The Vendor may at any time charge additional fees for all of it.\n---\n",
        "Fees\nare due\n---\n",
        "乙方有权随时单方面调整服务费用并通知甲方，甲方继续使用即视为同意。\n---\n",
    ] {
        assert_eq!(kinds(prose), [BlockKind::Paragraph], "{prose}");
    }
}

#[test]
fn headings_in_list_items_keep_the_marker() {
    let text = "1.  #### MECHANICS.\n\n    1.  **Period**. A month.\n";
    let blocks = outline(text);
    assert_eq!(blocks[0], ("1.".to_owned(), 1, "MECHANICS.".to_owned()));
    assert_eq!(blocks[1], ("1.".to_owned(), 2, "Period. A month.".to_owned()));
    assert_eq!(kinds(text)[0], BlockKind::Heading { level: 4 });
}

#[test]
fn tables_are_read_cell_by_cell_with_cells_beyond_the_header() {
    let text = "| Uptime | Credit |\n|---|---|\n| 99 \\| 98 | 5 % | note **a** |\n";
    let document = read(text);
    let cells: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Cell(c) => Some((c.row, c.column, c.header, block.text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        cells,
        [
            (0, 0, true, "Uptime"),
            (0, 1, true, "Credit"),
            (1, 0, false, "99 | 98"),
            (1, 1, false, "5 %"),
            (1, 2, false, "note a"),
        ]
    );
}

#[test]
fn html_becomes_text_lists_and_cells() {
    let text = "<h2>Fees</h2>\n<p>R&amp;D<br>is <b>due</b></p>\n<ol><li>one<li>two</ol>\n\n<table><tr><th>A</th></tr>\n<tr><td colspan=2>1</td><td>2</td></tr></table>\n";
    let document = read(text);
    assert_eq!(texts(text), ["Fees", "R&D is due", "one", "two", "A", "1", "2"]);
    assert_eq!(kinds(text)[0], BlockKind::Heading { level: 2 });
    assert_eq!(outline(text)[3], ("2.".to_owned(), 1, "two".to_owned()));
    assert!(matches!(&document.blocks[6].kind, BlockKind::Cell(c) if c.row == 1 && c.column == 2));
    assert_eq!(strong(&document.blocks[1]), ["due"]);
    assert_eq!(source_of(&document, "R&D is"), "R&amp;D<br>is");
}

#[test]
fn hidden_text_is_apart_and_flagged() {
    let document =
        read("The fee is 5 %<span style=\"display:none\"> plus any surcharge</span> a year.\n");
    let blocks: Vec<_> = document.blocks.iter().map(|b| (b.text.as_str(), b.hidden)).collect();
    assert_eq!(blocks, [("The fee is 5 % a year.", false), ("plus any surcharge", true)]);
    let document = read("<div hidden>\n\nSecret.\n\n</div>\n\nOpen.\n");
    let blocks: Vec<_> = document.blocks.iter().map(|b| (b.text.as_str(), b.hidden)).collect();
    assert_eq!(blocks, [("Secret.", true), ("Open.", false)]);
}

#[test]
fn struck_text_is_read_as_deleted() {
    let document = read("Pay in ~~30~~ 60 days (~50% less~ or <del>so</del>).\n");
    assert_eq!(document.blocks[0].text.as_str(), "Pay in  60 days (~50% less~ or ).");
    assert!(document.warnings[0].contains("(2, the first in line 1)"));
}

#[test]
fn footnotes_are_notes_and_references_take_no_room() {
    let text = "The fee[^1] is due.\n\n[^1]: Net of tax.\n";
    assert_eq!(texts(text), ["The fee is due.", "Net of tax."]);
    assert_eq!(kinds(text)[1], BlockKind::Note);
    assert_eq!(outline(text)[1].0, "1");
}

#[test]
fn quotes_code_and_rules() {
    let text = "> Quoted `code\n> here`\n> text\n\n***\n___\n";
    let document = read(text);
    assert_eq!(texts(text), ["Quoted code here text"]);
    assert_eq!(lines(&document.blocks[0]), ["Quoted code here", "text"]);
}

#[test]
fn a_byte_order_mark_hides_no_front_matter_and_crlf_is_one_break() {
    let text = "\u{FEFF}---\r\ntitle: T\r\n---\r\n\r\n1. Fees\r\n1.1 Due.\r\n";
    let document =
        crate::read::read("t.md", text.as_bytes(), None, &crate::read::WordOptions::default());
    let document = document.expect("it is UTF-8");
    assert_eq!(lines(&document.blocks[0]), ["Fees", "1.1 Due."]);
}

#[test]
fn repeated_and_late_list_numbers_are_those_written() {
    let markers = |text| outline(text).into_iter().map(|(marker, ..)| marker).collect::<Vec<_>>();
    assert_eq!(markers("1. a\n1. b\n1. c\n"), ["1.", "1.", "1."]);
    assert_eq!(markers("2019. A year\n"), ["2019."]);
}

#[test]
fn hard_wrapped_sentences_are_one_text() {
    assert_eq!(
        texts("The Supplier shall answer\nwithin four hours and\nrepair within a day.\n"),
        ["The Supplier shall answer within four hours and repair within a day."]
    );
}

#[test]
fn figures_and_quotes_stay_as_written() {
    let text = "USD $5 and $10 for \"Fees\" at x~2 or $$";
    assert_eq!(texts(text), [text]);
}

#[test]
fn deep_nesting_and_long_runs_end() {
    for text in [
        "> ".repeat(20_000) + "x",
        "- ".repeat(20_000) + "x",
        "<div>\n".repeat(20_000),
        "<ol><li>\n".repeat(20_000),
        "[".repeat(50_000),
        "*".repeat(50_000),
        "**a ".repeat(20_000),
        "<a <".repeat(20_000),
        "<!-- ".repeat(20_000),
        "</".repeat(50_000),
    ] {
        read(&text);
    }
}

#[test]
fn products_keep_their_asterisks() {
    for text in
        ["Fee = qty*price*12", "Credit = fee*3*2 or 2**3", "可用性=（总时间-停机时间）*100%"]
    {
        assert_eq!(texts(text), [text]);
    }
    assert_eq!(texts("不*得*转让"), ["不得转让"]);
}

#[test]
fn html_lists_count_as_they_say() {
    let text = r#"<ol type="a"><li>One</li><li>Two</li><li value="5">Five</li></ol><ol type="I" start="3"><li>Three</li></ol>"#;
    let markers: Vec<String> = outline(text).into_iter().map(|(marker, ..)| marker).collect();
    assert_eq!(markers, ["a.", "b.", "e.", "III."]);
}
