//! Where one block holds several clauses: numbers behind line breaks, and
//! clauses that a filing runs together on one line.

use super::chains::Chains;
use super::contents::contents;
use super::label::Label;
use super::marks::{Number, marks};
use crate::read::{Block, BlockKind, Document};
use crate::source::Format;

/// Where a block is cut.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    /// The offsets in its text at which a further clause begins.
    pub(super) at: Vec<usize>,
    /// Those, and 0, at which a schedule is named that does not begin there.
    pub(super) named: Vec<usize>,
    /// Whether it is part of a table of contents.
    pub(super) contents: bool,
}

/// The cuts of each block of a document.
pub(super) fn cuts(document: &Document) -> Vec<Cuts> {
    let mut cuts: Vec<Cuts> = document
        .blocks
        .iter()
        .zip(contents(document))
        .map(|(block, contents)| {
            let at = if contents { Vec::new() } else { at_breaks(block) };
            Cuts { at, named: Vec::new(), contents }
        })
        .collect();
    if document.source.format != Format::Text {
        return cuts;
    }
    let marks: Vec<_> = document
        .blocks
        .iter()
        .enumerate()
        .filter(|(index, block)| block.kind == BlockKind::Paragraph && !cuts[*index].contents)
        .flat_map(|(index, block)| marks(document, index, block, &cuts[index].at))
        .collect();
    let mut chains = Chains::new(&marks);
    for (index, mark) in marks.iter().enumerate() {
        let begins = chains.take(index);
        let part = matches!(mark.number, Number::Part(_));
        if begins && mark.at > 0 {
            cuts[mark.block].at.push(mark.at);
        } else if !begins && part {
            cuts[mark.block].named.push(mark.at);
        }
    }
    for cuts in &mut cuts {
        cuts.at.sort_unstable();
        cuts.at.dedup();
    }
    cuts
}

fn at_breaks(block: &Block) -> Vec<usize> {
    let text = block.text.as_str();
    let begins = |cut: &usize| *cut < text.len() && begins_clause(&text[..*cut], &text[*cut..]);
    block.breaks.iter().copied().filter(begins).collect()
}

/// Whether a line inside a paragraph begins a clause of its own: it has a
/// label, and what stands before ends a sentence or is a bare title.
fn begins_clause(before: &str, after: &str) -> bool {
    let Some(label) = Label::at_start(after).filter(|label| label.at_breaks) else { return false };
    let before = before.trim_end().trim_end_matches('*');
    let ended = before.ends_with([
        '.', ';', ':', '。', '；', '：', '!', '?', '！', '？', ')', '）', '"', '”', '、',
    ]);
    let title =
        before.len() < 180 && Label::at_start(before).is_some() && before.chars().count() < 60;
    let conjunction = [" and", " or", " dan", " atau"].iter().any(|word| before.ends_with(word));
    let certain = label.path.len() > 1 || !label.text.is_ascii();
    let goes_on = after[label.len.min(after.len())..].starts_with(char::is_lowercase);
    let inside_words = before.ends_with(|c: char| c.is_ascii_alphanumeric());
    ended || title || conjunction || (certain && !goes_on && !inside_words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_text;

    fn pieces(text: &str) -> Vec<String> {
        let document = read_text("t.txt", text.to_owned());
        let mut pieces = Vec::new();
        for (block, cuts) in document.blocks.iter().zip(cuts(&document)) {
            let text = block.text.as_str();
            let ends: Vec<usize> = [vec![0], cuts.at, vec![text.len()]].concat();
            pieces.extend(ends.windows(2).map(|pair| text[pair[0]..pair[1]].trim().to_owned()));
        }
        pieces
    }

    #[test]
    fn clauses_on_one_line_come_apart() {
        assert_eq!(
            pieces("4. Term. 4.1 Start. It begins. 4.2 End. See Section 9. 2 copies."),
            ["4. Term.", "4.1 Start. It begins.", "4.2 End. See Section 9. 2 copies."]
        );
        assert_eq!(
            pieces("2 PROVISION OF DOCUMENTATION 2.1 Provision The Maker gives. 3. FEES 3.1 Price"),
            [
                "2 PROVISION OF DOCUMENTATION",
                "2.1 Provision The Maker gives.",
                "3. FEES",
                "3.1 Price"
            ]
        );
    }

    #[test]
    fn paragraphs_with_letters_come_apart_and_lists_inside_a_sentence_do_not() {
        assert_eq!(
            pieces(
                "2.2 Payment. (a) The Recipient pays (i) fees and (ii) costs. (b) The Provider invoices."
            ),
            [
                "2.2 Payment.",
                "(a) The Recipient pays (i) fees and (ii) costs.",
                "(b) The Provider invoices."
            ]
        );
        assert_eq!(pieces("5.1 Either party may (a) Terminate; or (b) Suspend.").len(), 1);
    }

    #[test]
    fn references_inside_a_line_are_left_alone() {
        assert_eq!(
            pieces("7.1 Subject to Section 7.2 Customer shall pay under Clause 7.3 Fees.").len(),
            1
        );
    }

    const LONG: &str = "The Supplier keeps the goods in its own store until they are collected.";

    #[test]
    fn a_page_that_begins_in_the_middle_of_a_sentence_goes_on_counting() {
        let text = format!(
            "16. Costs. {LONG}\n\n17. Law. {LONG}\n\nof its lawyers and witnesses. 18. Notices. {LONG} 19. Waiver. {LONG}"
        );
        assert_eq!(pieces(&text)[3..].len(), 2, "{:?}", pieces(&text));
        // (e) stands under 7.1: 7.2 comes next.
        let text =
            format!("7.1 Duties. {LONG}\n\n(e) as above. 7.2 Care. {LONG} 7.3 Skill. {LONG}");
        assert_eq!(pieces(&text).len(), 4);
    }

    #[test]
    fn the_first_clause_of_a_line_needs_others_behind_it() {
        let text = format!(
            "The parties agree as follows: 1. Services (a) Scope. {LONG} (b) Skill. {LONG} 2. Fees. {LONG} 3. Term. {LONG}"
        );
        let found = pieces(&text);
        let starts: Vec<&str> = found.iter().map(|piece| &piece[..4]).collect();
        assert_eq!(starts, ["The ", "1. S", "(a) ", "(b) ", "2. F", "3. T"]);
        assert_eq!(pieces("They met at noon: 1. Peter spoke. Nothing else was done.").len(), 1);
        // A table of contents is no contract.
        assert_eq!(pieces("CONTENTS 1. Term 2. Fees 3. Law 4. Costs 5. Notices").len(), 1);
    }

    #[test]
    fn sections_and_schedules_in_the_middle_of_a_line() {
        let text = format!(
            "Section 3.01 Fees. {LONG} Section 3.02. Taxes. {LONG} Section 3.01 applies. EXHIBIT B - PRICES 1. Goods. {LONG} 2. Work. {LONG}"
        );
        let found = pieces(&text);
        let starts: Vec<&str> = found.iter().map(|piece| &piece[..9]).collect();
        assert_eq!(starts, ["Section 3", "Section 3", "EXHIBIT B", "1. Goods.", "2. Work. "]);
    }

    #[test]
    fn articles_in_capitals_in_the_middle_of_a_line() {
        let text = format!(
            "ARTICLE I. GOODS 1.1 Scope. {LONG} 1.2 Care. {LONG} ARTICLE II. FEES 2.1 Sum. {LONG}"
        );
        assert_eq!(pieces(&text).len(), 5, "{:?}", pieces(&text));
    }

    #[test]
    fn what_a_list_or_a_header_names_begins_nothing() {
        let text = format!(
            "1. Goods. {LONG} 2. Fees. {LONG}\n\nEXHIBIT A PRICES AS OF THE DATE HEREOF\n\n3. Term. {LONG} 4. Law. {LONG}"
        );
        let document = read_text("t.txt", text);
        assert_eq!(cuts(&document)[1].named, [0]);
        let contents = "1. Payment of Operating Expenses 9 2. Additional Documents and Notices 39 3. Governing Law and Jurisdiction 41 4. Signatures";
        assert_eq!(pieces(contents).len(), 1, "{:?}", pieces(contents));
    }

    #[test]
    fn items_of_a_run_on_list_come_apart_where_they_go_on() {
        let text = format!(
            "1. Rights. The Sponsor has the following: (i) Its name is on the stage. {LONG} (ii) Its logo is on the site. {LONG} (iii) It has a tent. 2. Fees. {LONG}"
        );
        assert_eq!(pieces(&text).len(), 5, "{:?}", pieces(&text));
        let text = format!(
            "RECITALS   A. Club owns a team. {LONG} B. Sponsor wants its name known. M. D. Miller signs. 1. Term. {LONG} 2. Fees. {LONG}"
        );
        let found = pieces(&text);
        assert!(found[1].starts_with("A. Club") && found[2].starts_with("B. Sponsor"), "{found:?}");
        assert_eq!(found.len(), 5);
        let letters: Vec<String> = ('g'..='k').map(|c| format!("({c}) Own. {LONG}")).collect();
        let text = format!("(a) A. {LONG}\n\n1.1 X. {LONG}\n\n{}", letters.join("\n\n"));
        assert_eq!(pieces(&text).len(), 7);
    }

    #[test]
    fn the_last_clauses_of_a_list_and_of_an_address() {
        let text = format!(
            "6. Duties. {LONG} 6.1 Provide training; 6.2 Provide service; and 6.3 Refrain from claims. 7. Care. 7.1 The maker warrants that: 7.1.1 it is formed; 7.1.2 it may act; and 7.1.3 it will not grant. 7.2 Notices go to Houston, TX 77027 7.3 The captions bind nobody."
        );
        let found = pieces(&text);
        let starts: Vec<&str> =
            found.iter().map(|piece| piece.split(' ').next().unwrap()).collect();
        assert_eq!(
            starts,
            ["6.", "6.1", "6.2", "6.3", "7.", "7.1", "7.1.1", "7.1.2", "7.1.3", "7.2", "7.3"]
        );
        assert_eq!(
            pieces("4.1 Under Sections 4.1 [FEES], 4.2 [TERM] and 4.3 [LAW] it ends.").len(),
            1
        );
    }

    #[test]
    fn schedules_behind_the_header_of_a_page() {
        let text = format!(
            "1. Goods. {LONG} 2. Fees. {LONG}\n\nExecution version   CONFIDENTIAL TREATMENT REQUESTED   EXHIBIT 9 - SPARE PARTS\n\n1. Parts. {LONG}\n\nEXHIBIT 10 Sponsorship Benefits For purposes of clarity, all of them are due in each year of the term, and none of them is due outside of it. {LONG}"
        );
        let found = pieces(&text);
        assert!(found[3].starts_with("EXHIBIT 9 -"), "{found:?}");
        assert!(read_text("t.txt", text).blocks.len() == 4);
    }

    #[test]
    fn chinese_and_malay_clauses_on_one_line_come_apart() {
        let found = pieces(
            "第一条 服务范围。乙方按照第二条提供服务。第二条 付款。甲方按第一条约定付款。第三条 期限为一年。",
        );
        assert_eq!(found.len(), 3, "{found:?}");
        let found = pieces(
            "第4条 知识产权 第5条 保密 5.1 双方负有保密义务。 5.2 保密期限为三年，逾期按第8.2款处理。 5.3 税费由乙方承担。",
        );
        assert_eq!(found.len(), 5, "{found:?}");
        let text = "Perkara 1. Skop. Pembekal memberi perkhidmatan menurut Perkara 3. Perkara 2. Bayaran. Pelanggan membayar dalam tempoh tiga puluh hari selepas invois diterima. Perkara 3. Tempoh. Perjanjian ini berkuat kuasa selama setahun.";
        assert_eq!(pieces(text).len(), 3, "{:?}", pieces(text));
    }
}
