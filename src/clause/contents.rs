//! Tables of contents, which are no clauses: a heading that says so and the
//! short lines under it, or lines of titles and page numbers run together.

use super::label::Label;
use crate::catalogue::vocabulary;
use crate::matching::{Expression, fold};
use crate::read::{Block, BlockKind, Document};
use std::ops::Range;
use std::sync::LazyLock;

/// Longest line of a table of contents, in characters.
const LONGEST_LINE: usize = 160;
/// Longest paragraph of several lines that ends in a page number, in bytes.
const LONGEST_LINES: usize = 2_000;
/// Longest line that ends as a sentence and is one for certain, in words.
const LONGEST_TITLE: usize = 8;
/// Fewest lines of a table.
const FEWEST_LINES: usize = 3;
/// Fewest lines, run together, of a table that nothing announces.
const FEWEST_UNANNOUNCED: usize = 8;
/// Share of a paragraph that lines run together make up: one in this many at least.
const SHARE: usize = 2;
/// How many paragraphs back the heading, or the page of the table before, may stand.
const BACK: usize = 6;
/// Longest heading of a table of contents, in characters.
const LONGEST_HEADING: usize = 40;
/// Most paragraphs of one table.
const LONGEST_TABLE: usize = 400;

/// For each block of a document, whether it is part of a table of contents.
pub(super) fn contents(document: &Document) -> Vec<bool> {
    let blocks = &document.blocks;
    let mut found = vec![false; blocks.len()];
    let mut last: Option<usize> = None;
    for (index, block) in blocks.iter().enumerate() {
        if found[index] || !is_text(block) {
            continue;
        }
        let heads = is_heading(block.text.as_str());
        if heads && let Some(lines) = table_below(blocks, index) {
            found[lines.clone()].fill(true);
            last = Some(lines.end - 1);
        } else if heads {
            last = Some(index);
        } else if runs_together(block.text.as_str(), last.is_some_and(|at| index - at <= BACK)) {
            found[index] = true;
            last = Some(index);
        }
    }
    found
}

fn is_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. })
}

/// Whether a paragraph is the heading of a table of contents.
fn is_heading(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST_HEADING {
        return false;
    }
    let folded = fold(text.trim_end_matches([':', '：']));
    let bare = folded.as_str().trim_end_matches("(continued)").trim();
    vocabulary().headings.contents.iter().any(|heading| heading == bare)
}

/// The short lines under a heading, if they are labelled and their first label
/// stands again behind them.
fn table_below(blocks: &[Block], heading: usize) -> Option<Range<usize>> {
    let mut first: Option<Label> = None;
    let mut lines = 0;
    let mut end = heading + 1;
    let limit = blocks.len().min(heading + LONGEST_TABLE);
    for (at, block) in blocks[..limit].iter().enumerate().skip(heading + 1) {
        let text = block.text.as_str().trim();
        if !is_text(block) && block.kind != BlockKind::Margin {
            break;
        }
        let several = text.len() <= LONGEST_LINES && text.chars().count() > LONGEST_LINE;
        if runs_together(text, true) || (several && ends_in_page(text)) {
            first = first.or_else(|| label_of(block));
            lines += FEWEST_LINES;
            end = at + 1;
            continue;
        }
        let sentence =
            text.ends_with(['.', ';', '。', '；']) && text.split(' ').count() > LONGEST_TITLE;
        if text.chars().count() > LONGEST_LINE || sentence {
            break;
        }
        let label = label_of(block);
        match (&first, label) {
            // The contract begins.
            (Some(first), Some(label)) if lines >= FEWEST_LINES && label.text == first.text => {
                break;
            }
            (_, Some(label)) => {
                lines += 1;
                first.get_or_insert(label);
                end = at + 1;
            }
            _ if ends_in_page(text) => end = at + 1,
            _ => {}
        }
    }
    let first = first.filter(|_| lines >= FEWEST_LINES)?;
    let again = blocks[end..].iter().filter(|block| is_text(block)).filter_map(label_of);
    let again =
        again.into_iter().any(|label| label.style == first.style && label.text == first.text);
    again.then_some(heading..end)
}

fn label_of(block: &Block) -> Option<Label> {
    let marker = block.marker.as_ref().and_then(|marker| Label::of_marker(&marker.text));
    marker.or_else(|| Label::at_start(block.text.as_str()))
}

/// Whether a line ends in a page number or is one.
fn ends_in_page(text: &str) -> bool {
    let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(text.len() - title.len()))
        && (title.is_empty() || title.ends_with([' ', '.', '\t', '…']))
}

/// Whether a paragraph is lines of a table of contents run together: number,
/// title and page, the pages counting on.
fn runs_together(text: &str, announced: bool) -> bool {
    static LINE: LazyLock<Option<Expression>> = LazyLock::new(|| {
        Expression::new(
            r"(?:(?i:article|section|part|clause)\s+)?(?:[IVXLC]+\b|\d{1,2}(?:\.\d{1,2})*)[.:]?\s+(?:[-–—]\s+)?(?<title>\p{L}[^\d]{2,120}?)[\s.…]\s*(?<page>\d{1,3})(?:\s|$)",
        )
        .ok()
    });
    let Some(line) = LINE.as_ref() else { return false };
    let announced = announced || {
        let head: String = text.chars().take(LONGEST_HEADING).collect();
        let head = fold(&head);
        vocabulary().headings.contents.iter().any(|heading| head.as_str().contains(heading))
    };
    let fewest = if announced { FEWEST_LINES } else { FEWEST_UNANNOUNCED };
    // Each line ends in a page.
    if text.chars().filter(|c| c.is_numeric()).count() < fewest {
        return false;
    }
    let (mut count, mut covered, mut page) = (0, 0, 0);
    for found in line.captures_iter(text) {
        let next: u32 = found.name("page").and_then(|page| page.as_str().parse().ok()).unwrap_or(0);
        if next < page {
            return false;
        }
        page = next;
        count += 1;
        covered += found.get(0).map_or(0, |whole| whole.as_str().len());
    }
    count >= fewest && covered * SHARE >= text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{read_markdown, read_text};

    fn count(document: &Document) -> usize {
        contents(document).into_iter().filter(|found| *found).count()
    }

    const BODY: &str = "1. TERM. This agreement lasts for as long as the parties like, and then it ends for good.\n\n2. FEES. They are due.\n\n3. LAW. It governs.\n";

    #[test]
    fn lines_under_a_heading_end_where_the_contract_begins() {
        for heading in ["Table of Contents", "CONTENTS:", "目录", "ISI KANDUNGAN"] {
            let text = format!(
                "{heading}\n\n1.\n\n2.\n\nTERM\n\nFEES\n\nPage\n\n1\n\n4\n\n3. LAW 5\n\nSUPPLY AGREEMENT\n\n{BODY}"
            );
            assert_eq!(count(&read_text("t.txt", text)), 9, "{heading}");
        }
        let text = "## Contents\n\n1. [Term](#a)\n2. [Fees](#b)\n3. [Law](#c)\n\n## 1. Term\n\nOne year.\n\n## 2. Fees\n\n## 3. Law\n";
        assert_eq!(count(&read_markdown("t.md", text.to_owned())), 4);
    }

    #[test]
    fn lines_of_both_kinds_make_one_table() {
        let text = format!(
            "TABLE OF CONTENTS\n\n1. TERM 1\n\n1.1 Start of Term 1 1.2 End of Term 2 1.3 Renewal of it 3\n\n2. FEES\n\n18\n\n3. LAW 19\n\n{BODY}"
        );
        assert_eq!(count(&read_text("t.txt", text)), 6);
    }

    #[test]
    fn lines_run_together_with_their_pages() {
        let page = "TABLE OF CONTENTS ARTICLE 1 - DEFINITIONS 1 ARTICLE 2 - PROGRAM 1 2.1 Scope of Work 2 2.2 Fees 3";
        let next = "3. Term 5 4. Law and Place 6 4.1 Court 6";
        let text = format!("{page}\n\n{next}\n\n{BODY}");
        assert_eq!(count(&read_text("t.txt", text)), 2);
        assert_eq!(count(&read_text("t.txt", format!("{next}\n\n{BODY}"))), 0);
    }

    #[test]
    fn clauses_and_prices_are_no_contents() {
        assert_eq!(count(&read_text("t.txt", format!("Contents\n\n{BODY}"))), 0);
        assert!(!runs_together("1 Gold 200 2 Silver 100 3 Bronze 50", true));
    }
}
