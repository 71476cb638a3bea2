//! Each way of numbering that was met in real documents, as addresses.

use super::super::unit::units;
use super::*;
use crate::read::{Document, read_markdown, read_text};
use crate::source::Format;

fn addresses_of(document: &Document) -> Vec<String> {
    let found = units(document, 0);
    let (clauses, _) = tree(&found, 0, 0, 0, document.source.format == Format::Markdown);
    clauses.into_iter().skip(1).map(|clause| clause.address).collect()
}

fn markdown(text: &str) -> Vec<String> {
    addresses_of(&read_markdown("t.md", text.to_owned()))
}

fn plain(text: &str) -> Vec<String> {
    addresses_of(&read_text("t.txt", text.to_owned()))
}

#[test]
fn letters_and_roman_numbers_hang_under_their_clause() {
    assert_eq!(
        markdown(
            "## 4. Fees\n\n4.2 The Vendor may:\n\n(a) raise\n\n(b) charge:\n\n(i) x\n\n(ii) y\n\n(c) stop\n\n4.3 End."
        ),
        ["4", "4.2", "4.2(a)", "4.2(b)", "4.2(b)(i)", "4.2(b)(ii)", "4.2(c)", "4.3"]
    );
}

#[test]
fn the_letter_i_comes_after_h() {
    let text: Vec<String> = ('a'..='k').map(|c| format!("({c}) item")).collect();
    let found = plain(&format!("1. List\n\n{}", text.join("\n\n")));
    assert_eq!(found[9..], ["1(i)", "1(j)", "1(k)"]);
}

#[test]
fn numbers_given_as_html_ids_in_nested_lists() {
    let text = "1. <span class=\"header_2\" id=\"1\">Uptime</span>\n    1. <span class=\"header_3\" id=\"1.1\">Target.</span> The\n        1. deeper\n    2. <span class=\"header_3\" id=\"1.2\">Credits.</span> The";
    let found = markdown(text);
    assert_eq!([&found[0], &found[1], &found[3]], ["1", "1.1", "1.2"]);
}

#[test]
fn a_sub_clause_is_never_put_under_a_letter() {
    assert_eq!(
        markdown("2. Duties\n\n2.1 First:\n\n(a) one\n\n(b) two\n\n2.2 Second"),
        ["2", "2.1", "2.1(a)", "2.1(b)", "2.2"]
    );
}

#[test]
fn chinese_articles_are_cited_with_their_clauses() {
    assert_eq!(
        markdown(
            "## 第五条 付款\n\n5.1 甲方付款。\n\n（一）首付款；\n\n## 附件一 价格\n\n1. 单价\n\n2. 总价"
        ),
        ["第五条", "第五条 5.1", "第五条 5.1（一）", "附件一", "附件一 1", "附件一 2"]
    );
}

#[test]
fn chinese_lists_without_articles() {
    assert_eq!(
        plain("一、转让标的：\n\n（一）专利\n\n1、名称\n\n（二）技术\n\n二、价款"),
        ["一", "一（一）", "一（一） 1", "一（二）", "二"]
    );
    assert_eq!(
        plain("第一条、合同标的\n\n1．技术服务的目标\n\n（1）指标\n\n第二条、价款\n\n1．总价"),
        ["第一条", "第一条 1", "第一条 1（1）", "第二条", "第二条 1"]
    );
}

#[test]
fn five_clauses_on_adjacent_lines() {
    assert_eq!(
        markdown("## 4. 赔偿\n4.1 本服务可用性。\n4.2 赔偿按月计算。\n4.3 不予现金。"),
        ["4", "4.1", "4.2", "4.3"]
    );
    assert_eq!(markdown("### 4．双方陈述\n\n**<br>3.1.2 甲方保证** 无误。"), ["4", "3.1.2"]);
}

#[test]
fn malay_clauses_and_schedules() {
    assert_eq!(
        markdown(
            "## Klausa 3 Bayaran\n\n3.1 Pelanggan membayar.\n\n## Lampiran A Fi\n\n1. Harga\n\n2. Cukai"
        ),
        ["Klausa 3", "Klausa 3 3.1", "Lampiran A", "Lampiran A 1", "Lampiran A 2"]
    );
    assert_eq!(
        markdown(
            "## 2.0 SKOP PERKHIDMATAN\n\n- 2.1 Penyedia\n- 2.2 Pelanggan\n\n**3\\. Definisi**\n\n## 14. UNDANG-UNDANG"
        ),
        ["2.0", "2.1", "2.2", "3", "14"]
    );
}

#[test]
fn lettered_chapters_hold_numbers() {
    assert_eq!(
        markdown(
            "## A. Definitions\n\n1. An account\n1. A service\n\n## B. Account\n\n#### 1. Controls\n\n#### 2. Rules"
        ),
        ["A", "A.1", "A.2", "B", "B.1", "B.2"]
    );
}

#[test]
fn filings_number_in_many_ways() {
    assert_eq!(
        plain(
            "EXHIBIT 10.4\n\nLICENCE AGREEMENT\n\nRECITALS\n\nA. The Vendor sells.\n\nB. The Client buys.\n\n1. DEFINITIONS\n\n1A. FEES\n\n1A.1 Rates"
        )[1..],
        ["A", "B", "1", "1A", "1A.1"]
    );
    assert_eq!(
        plain(
            "ARTICLE IV\n\nPAYMENT\n\n4.01 Fees. The\n\n4.02 Tax. The\n\nSection 4.03. Costs\n\nEXHIBIT A\n\nB.1 First"
        ),
        ["ARTICLE IV", "4.01", "4.02", "Section 4.03", "EXHIBIT A", "EXHIBIT A B.1"]
    );
    assert_eq!(
        plain("3. ORDERS\n\nA. Distributor may\n\nB. MINIMUM\n\n4. PRICES"),
        ["3", "3.A", "3.B", "4"]
    );
}

#[test]
fn a_number_whose_parent_was_lost_stands_beside_its_like() {
    assert_eq!(plain("2.4 Setoff. No\n\n3. Termination.\n\n3.1 Breach. A"), ["2.4", "3", "3.1"]);
}

#[test]
fn numbers_under_plain_headings_are_cited_with_them() {
    assert_eq!(
        markdown(
            "# Terms\n\n## Payment\n\n1. Free it is.\n\n## Ending\n\n1. You may stop.\n2. We may stop."
        ),
        ["Payment", "Payment 1", "Ending", "Ending 1", "Ending 2"]
    );
}

#[test]
fn dates_figures_and_references_open_no_clause() {
    let text = "1. Term\n\n30 Days after the invoice.\n\n12 March 2026\n\n99.9 percent is owed.\n\n4.2 of this Agreement applies.\n\nSection 9 Customer data is kept.\n\n2026.3.1 起\n\n2. Fees";
    assert_eq!(plain(text), ["1", "2"]);
}

#[test]
fn a_table_of_contents_is_no_tree() {
    assert_eq!(plain("1. Term ........ 2\n\n2. Fees ........ 3\n\n1. Term\n\n2. Fees"), ["1", "2"]);
}

#[test]
fn recitals_under_bold_headings_and_bold_only_headings() {
    assert_eq!(
        markdown(
            "**MENGINGATKAN:**\n\n(i) Penyedia menjual;\n\n(ii) Pelanggan membeli.\n\n**1\\. Definisi**\n\n1.1 Fi."
        ),
        ["(i)", "(ii)", "1", "1.1"]
    );
    assert_eq!(
        markdown("# Terms\n\n**Signing up**\n\nOpen an account.\n\n**Leaving**\n\nClose it."),
        ["Signing up", "Leaving"]
    );
}

#[test]
fn codes_of_tenders_in_cells_of_their_own() {
    let found = markdown("| | |\n|---|---|\n| C-8-3-2 | The supplier answers within an hour. |");
    assert!(found.iter().any(|address| address.contains("C-8-3-2")), "{found:?}");
}

#[test]
fn fixed_line_breaks_inside_sentences_open_no_clause() {
    assert_eq!(
        markdown(
            "第一条 甲方委托乙方\n提供服务，期限为\n十二个月。\n\n1．技术服务的目标\n\n（1）指标"
        ),
        ["第一条", "第一条 1", "第一条 1（1）"]
    );
}

#[test]
fn a_list_that_begins_late_and_a_year_that_begins_a_line() {
    assert_eq!(
        markdown("## 一、服务\n\n乙方提供服务。\n2. 违约责任由乙方承担。\n\n## 二、期限"),
        ["一", "一 2", "二"]
    );
    assert_eq!(
        markdown("1. Term\n\nIt began in\n2019. A year later it ended.\n\n2. Fees"),
        ["1", "2"]
    );
}

#[test]
fn lists_that_begin_anew_do_not_nest_for_ever() {
    let list = "1. first one of them\n\n2. second one of them\n\n";
    let text = format!("8. DUTIES\n\n{}9. FEES", list.repeat(5));
    let found = plain(&text);
    let longest = found.iter().map(|address| address.len()).max();
    assert!(longest <= Some("8(2)".len()), "{found:?}");
    assert_eq!(found.last().map(String::as_str), Some("9"));
}

#[test]
fn letters_go_on_behind_hh() {
    let letters: Vec<String> =
        ('a'..='z').map(String::from).chain(('a'..='r').map(|c| format!("{c}{c}"))).collect();
    let text: Vec<String> = letters.iter().map(|letter| format!("({letter}) item")).collect();
    let found = plain(&format!("1. List\n\n{}", text.join("\n\n")));
    let expected: Vec<String> = letters.iter().map(|letter| format!("1({letter})")).collect();
    assert_eq!(found[1..], expected);
}

#[test]
fn sections_without_a_dot_follow_their_articles() {
    assert_eq!(
        plain(
            "ARTICLE II\n\nSection 2.01 Fees\n\nThe fees.\n\nARTICLE III\n\nSection 3.01 Term\n\nOne year.\n\n(a) more\n\nSection 3.02 Law"
        ),
        [
            "ARTICLE II",
            "Section 2.01",
            "ARTICLE III",
            "Section 3.01",
            "Section 3.01(a)",
            "Section 3.02"
        ]
    );
}

#[test]
fn the_number_of_a_filing_is_no_schedule_on_any_page() {
    assert_eq!(
        plain(
            "QuickLinks\n\nExhibit 99.12\n\nTRANSPORT\n\n1. Term\n\nOne year.\n\nExhibit 99.12\n\n2. Fees\n\nExhibit A-1\n\n1. Prices"
        ),
        ["TRANSPORT", "1", "2", "Exhibit A-1", "Exhibit A-1 1"]
    );
}

#[test]
fn a_heading_that_only_says_the_contract_begins_is_in_no_address() {
    assert_eq!(
        markdown(
            "# Supply\n\n## RECITALS\n\n1. They sell.\n\n## AGREEMENT\n\n1. Term.\n\n2. Fees."
        ),
        ["RECITALS", "1", "AGREEMENT", "1", "2"]
    );
}

#[test]
fn a_slip_in_one_number_throws_the_rest_nowhere() {
    assert_eq!(
        plain("11. LAW\n\n12. DUTIES\n\n12.5 The\n\n12.6 The\n\n11.7 The\n\n12.8 The\n\n13. END"),
        ["11", "12", "12.5", "12.6", "11.7", "12.8", "13"]
    );
}

#[test]
fn schedules_counted_in_words_and_codes_in_markdown() {
    assert_eq!(
        plain(
            "1. Term\n\nOne year.\n\nSCHEDULE ONE\n\nThe Price List\n\n1. Goods\n\nJADUAL KEDUA\n\n1. Harga"
        ),
        ["1", "SCHEDULE ONE", "SCHEDULE ONE 1", "JADUAL KEDUA", "JADUAL KEDUA 1"]
    );
    assert_eq!(
        markdown(
            "# Terms\n\n### 4.1 Payment\n\n### 4.1A. Disclaimer.\n\n(a) It is off.\n\n### 4.2 Tax"
        ),
        ["4.1", "4.1A", "4.1A(a)", "4.2"]
    );
    assert_eq!(
        markdown(
            "# Terms\n\n## I see this is hosted. Does that mean it will change for me over the years?\n\nNo."
        ),
        ["I see this is hosted. Does that mean it will change for me over the years?"]
    );
}

#[test]
fn an_agreement_filed_as_an_exhibit_is_no_exhibit() {
    assert_eq!(
        plain("EXHIBIT B\n\nCOOPERATION AGREEMENT\n\n1. Term\n\nOne year.\n\n2. Fees"),
        ["1", "2"]
    );
    assert_eq!(plain("EXHIBIT B\n\nPRICES\n\n1. Goods")[..2], ["EXHIBIT B", "EXHIBIT B 1"]);
}

#[test]
fn pages_and_references_that_run_over_them_open_no_clause() {
    assert_eq!(
        plain(
            "1. Term\n\nEXHIBIT A\n\nThe prices.\n\nA-1\n\nSource: ACME, 10-Q, 8/1/2018\n\n\n\nEXHIBIT B\n\nThe goods, as set out in Section\n\n7.1.2 [Goods] of the list.\n\n[GRAPHIC OMITTED]\n\nSIGNATURES APPEAR ON FOLLOWING PAGES"
        ),
        ["1", "EXHIBIT A", "EXHIBIT B"]
    );
}

/// The headings of the clauses of a plain text.
fn headings(text: &str) -> Vec<String> {
    let document = read_text("t.txt", text.to_owned());
    let found = units(&document, 0);
    let (clauses, _) = tree(&found, 0, 0, 0, false);
    clauses.into_iter().skip(1).map(|clause| clause.heading).collect()
}

#[test]
fn titles_on_a_line_of_their_own_behind_a_dash_or_before_a_sentence() {
    assert_eq!(
        headings(
            "Section 1 — Definitions\n\nThe terms.\n\n2. Fees\nThe Customer pays.\n\n3. Survival In addition to the fees, costs are due.\n\n4. No Waiver No waiver is a waiver.\n\n5. Customer Data shall be kept.\n\n6. RADIO a. The radio plays."
        ),
        ["Definitions", "Fees", "Survival", "No Waiver", "", ""]
    );
    assert_eq!(
        headings("第一条 违约责任\n乙方迟延的，应当承担责任。\n\n第二条 甲方委托乙方\n提供服务。"),
        ["违约责任", ""]
    );
}
