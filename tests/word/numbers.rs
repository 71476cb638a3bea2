//! Automatic numbers, as Word counts and writes them.

use crate::package::{Word, paragraph};

/// A level of a list: format, text, and whatever else it says.
fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>"#
    )
}

fn definition(id: usize, inside: &str) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="{id}">{inside}</w:abstractNum>"#)
}

fn list(id: usize, definition: usize, overrides: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>"#)
}

fn item(list: usize, level: usize, text: &str) -> String {
    let place = format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#);
    paragraph(&place, text)
}

/// Shows what stands in front of each paragraph of the body.
fn numbers(body: &str, numbering: &str, styles: &str) -> Vec<String> {
    let word = Word::body(body).with("numbering", numbering).with("styles", styles);
    let document = word.read();
    let shown = |block: &fineprint::read::Block| {
        block.marker.as_ref().map_or_else(String::new, |marker| marker.text.clone())
    };
    document.blocks.iter().map(shown).collect()
}

fn contract_levels() -> String {
    level(0, "decimal", "%1.", "")
        + &level(1, "decimal", "%1.%2", "")
        + &level(2, "lowerLetter", "(%3)", "")
        + &level(3, "lowerRoman", "(%4)", "")
}

#[test]
fn clauses_count_by_level_and_deeper_levels_start_anew() {
    let numbering = definition(0, &contract_levels()) + &list(1, 0, "");
    let levels = [0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1];
    let body: String = levels.iter().map(|at| item(1, *at, "x")).collect();
    assert_eq!(
        numbers(&body, &numbering, ""),
        ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "(ii)", "1.3", "(a)", "2.", "2.1"]
    );
}

#[test]
fn a_number_stands_before_its_text_with_a_tab_and_gives_the_depth() {
    let numbering = definition(0, &contract_levels()) + &list(1, 0, "");
    let word = Word::body(&(item(1, 0, "Fees") + &item(1, 1, "The fee is due.")))
        .with("numbering", &numbering);
    let document = word.read();
    assert_eq!(&*document.source.text, "1.\tFees\n1.1\tThe fee is due.\n");
    assert_eq!(document.blocks[1].text.as_str(), "The fee is due.");
    assert_eq!(document.blocks[1].depth, 2);
}

#[test]
fn a_skipped_level_counts_as_its_first() {
    let numbering = definition(0, &contract_levels()) + &list(1, 0, "");
    assert_eq!(numbers(&(item(1, 1, "x") + &item(1, 1, "y")), &numbering, ""), ["1.1", "1.2"]);
}

#[test]
fn lists_of_one_definition_count_on_unless_they_start_anew() {
    let restart = r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>"#;
    let numbering = definition(0, &contract_levels())
        + &list(1, 0, "")
        + &list(2, 0, "")
        + &list(3, 0, restart);
    let body: String = [1, 1, 2, 3, 3, 1].iter().map(|list| item(*list, 0, "x")).collect();
    assert_eq!(numbers(&body, &numbering, ""), ["1.", "2.", "3.", "5.", "6.", "7."]);
}

#[test]
fn a_list_may_replace_a_level() {
    let replaced = format!(
        r#"<w:lvlOverride w:ilvl="0">{}</w:lvlOverride>"#,
        level(0, "upperRoman", "ARTICLE %1", "")
    );
    let numbering = definition(0, &contract_levels()) + &list(1, 0, &replaced);
    let body = item(1, 0, "x") + &item(1, 1, "y");
    assert_eq!(numbers(&body, &numbering, ""), ["ARTICLE I", "I.1"]);
}

#[test]
fn legal_numbering_writes_articles_in_figures() {
    let levels =
        level(0, "upperRoman", "Article %1", "") + &level(1, "decimalZero", "%1.%2", "<w:isLgl/>");
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let body = item(1, 0, "x") + &item(1, 1, "y");
    assert_eq!(numbers(&body, &numbering, ""), ["Article I", "1.01"]);
}

#[test]
fn restart_rules_of_a_level_are_kept() {
    let levels = level(0, "decimal", "%1.", "")
        + &level(1, "decimal", "S%2", r#"<w:lvlRestart w:val="0"/>"#)
        + &level(2, "lowerLetter", "%3)", r#"<w:lvlRestart w:val="1"/>"#);
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let body: String = [0, 1, 2, 1, 2, 0, 1, 2].iter().map(|at| item(1, *at, "x")).collect();
    assert_eq!(numbers(&body, &numbering, ""), ["1.", "S1", "a)", "S2", "b)", "2.", "S3", "a)"]);
}

#[test]
fn styles_give_headings_their_numbers_through_what_they_are_based_on() {
    let styles = r#"
        <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
            <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
            <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Firm"/><w:basedOn w:val="H2"/></w:style>"#;
    let levels = level(0, "decimal", "%1.", r#"<w:pStyle w:val="H1"/>"#)
        + &level(1, "decimal", "%1.%2", r#"<w:pStyle w:val="H2"/>"#);
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let styled =
        |style: &str, more: &str| paragraph(&format!(r#"<w:pStyle w:val="{style}"/>{more}"#), "x");
    let body = styled("H1", "")
        + &styled("H2", "")
        + &styled("H2", r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#)
        + &styled("Own", r#"<w:numPr><w:ilvl w:val="1"/></w:numPr>"#)
        + &styled("N", "");
    assert_eq!(numbers(&body, &numbering, styles), ["1.", "1.1", "", "1.2", ""]);
    let document = Word::body(&body).with("numbering", &numbering).with("styles", styles).read();
    use fineprint::read::BlockKind::{Heading, Paragraph};
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            Heading { level: 1 },
            Heading { level: 2 },
            Heading { level: 2 },
            Heading { level: 2 },
            Paragraph
        ]
    );
}

#[test]
fn a_level_of_the_paragraphs_own_wins_over_that_of_its_style() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
        <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let levels =
        level(0, "decimal", "%1.", r#"<w:pStyle w:val="H1"/>"#) + &level(1, "decimal", "%1.%2", "");
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let styled = |more: &str| paragraph(&format!(r#"<w:pStyle w:val="H1"/>{more}"#), "x");
    let body = styled("") + &styled(r#"<w:numPr><w:ilvl w:val="1"/></w:numPr>"#) + &styled("");
    assert_eq!(numbers(&body, &numbering, styles), ["1.", "1.1", "2."]);
}

#[test]
fn a_definition_may_borrow_that_of_a_numbering_style() {
    let lender = r#"<w:styleLink w:val="Legal"/>"#.to_owned() + &contract_levels();
    let numbering = definition(7, r#"<w:numStyleLink w:val="Legal"/>"#)
        + &definition(8, &lender)
        + &list(1, 7, "")
        + &list(2, 8, "");
    let body = item(1, 0, "x") + &item(1, 1, "y") + &item(2, 1, "z");
    assert_eq!(numbers(&body, &numbering, ""), ["1.", "1.1", "1.2"]);
}

#[test]
fn chinese_articles_and_bullets_are_shown_as_word_shows_them() {
    let levels = level(0, "chineseCountingThousand", "第%1条", "")
        + &level(1, "chineseCountingThousand", "（%2）", "")
        + &level(2, "decimalEnclosedCircleChinese", "%3", "")
        + &level(3, "bullet", "\u{F0B7}", "");
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let mut places = vec![0; 11];
    places.extend([1, 2, 2, 3]);
    let body: String = places.iter().map(|at| item(1, *at, "x")).collect();
    let shown = numbers(&body, &numbering, "");
    assert_eq!(shown[10..], ["第十一条", "（一）", "①", "②", "•"]);
}

#[test]
fn a_bare_section_break_and_a_hidden_number_take_no_number() {
    let hidden = level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>");
    let numbering = definition(0, &contract_levels())
        + &definition(1, &hidden)
        + &list(1, 0, "")
        + &list(2, 1, "");
    let section = r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/></w:pPr></w:p>"#;
    let body = item(1, 0, "x") + section + &item(1, 0, "y") + &item(2, 0, "z");
    assert_eq!(numbers(&body, &numbering, ""), ["1.", "2.", ""]);
}

#[test]
fn a_format_we_do_not_know_is_said() {
    let numbering = definition(0, &level(0, "bahtText", "%1.", "")) + &list(1, 0, "");
    let document = Word::body(&item(1, 0, "x")).with("numbering", &numbering).read();
    assert_eq!(&*document.source.text, "1.\tx\n");
    assert!(document.warnings[0].contains("`bahtText`"), "{:?}", document.warnings);
}

#[test]
fn circles_and_absurd_numbers_in_a_hostile_file_end() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>"#;
    let levels = level(0, "lowerLetter", "%1 %9", r#"<w:start w:val="4294967295"/>"#);
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let body = paragraph(r#"<w:pStyle w:val="A"/>"#, "x")
        + &item(1, 99, "y")
        + &item(1, 0, "z")
        + &item(404, 0, "no such list");
    assert_eq!(numbers(&body, &numbering, styles).len(), 4);
}

#[test]
fn a_tab_a_space_or_nothing_follows_a_number() {
    let text = |suffix: &str, lvl_text: &str| {
        let levels = level(0, "chineseCountingThousand", lvl_text, suffix);
        let numbering = definition(0, &levels) + &list(1, 0, "");
        Word::body(&item(1, 0, "费用")).with("numbering", &numbering).text()
    };
    assert_eq!(text("", "第%1条"), "第一条\t费用\n");
    assert_eq!(text(r#"<w:suff w:val="tab"/>"#, "第%1条 "), "第一条\t费用\n");
    assert_eq!(text(r#"<w:suff w:val="space"/>"#, "第%1条"), "第一条 费用\n");
    assert_eq!(text(r#"<w:suff w:val="nothing"/>"#, "第%1条"), "第一条费用\n");
    assert_eq!(text(r#"<w:suff w:val="nothing"/>"#, "第%1条 "), "第一条 费用\n");
}

#[test]
fn a_number_may_show_several_levels_and_words_around_them() {
    let levels = level(0, "upperRoman", "Schedule %1", "")
        + &level(1, "decimal", "Part %1-%2", "")
        + &level(2, "lowerLetter", "%1.%2(%3), %9%%", "");
    let numbering = definition(0, &levels) + &list(1, 0, "");
    let body: String = [0, 1, 1, 2].iter().map(|at| item(1, *at, "x")).collect();
    assert_eq!(
        numbers(&body, &numbering, ""),
        ["Schedule I", "Part I-1", "Part I-2", "I.2(a), 1%%"]
    );
}

#[test]
fn a_list_of_its_own_may_start_a_level_anew_and_write_it_otherwise() {
    let changed = format!(
        r#"<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/>{}</w:lvlOverride>"#,
        level(1, "upperLetter", "%1%2", "")
    );
    let numbering = definition(0, &contract_levels()) + &list(1, 0, "") + &list(2, 0, &changed);
    let body = item(1, 0, "x") + &item(1, 1, "x") + &item(2, 1, "x") + &item(2, 1, "x");
    assert_eq!(numbers(&body, &numbering, ""), ["1.", "1.1", "1D", "1E"]);
}

#[test]
fn legal_numbering_writes_chinese_chapters_in_figures() {
    let levels = level(0, "chineseCounting", "第%1章", "")
        + &level(1, "chineseCounting", "%1.%2", "<w:isLgl/>");
    let numbering = definition(0, &levels) + &list(1, 0, "");
    assert_eq!(numbers(&(item(1, 0, "x") + &item(1, 1, "x")), &numbering, ""), ["第一章", "1.1"]);
}

#[test]
fn a_custom_format_counts_with_leading_zeros() {
    let custom = concat!(
        r#"<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><mc:Choice Requires="w14">"#,
        r#"<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>"#,
        r#"<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="C-%1"/></w:lvl>"#
    );
    let numbering = definition(0, custom) + &list(1, 0, "");
    assert_eq!(numbers(&(item(1, 0, "x") + &item(1, 0, "x")), &numbering, ""), ["C-009", "C-010"]);
}
