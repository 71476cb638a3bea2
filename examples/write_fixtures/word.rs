//! Turns an outline into a Word file with automatic numbering.
//!
//! An outline is plain text, one paragraph a line, and the first characters
//! say what the paragraph is:
//!
//! | line | paragraph |
//! |---|---|
//! | `! words` | the document's title |
//! | `# words` | a numbered heading, level 1 |
//! | `## words` | a numbered clause, level 2 |
//! | `### words` | a numbered item, level 3 |
//! | `@ words` | a numbered schedule's heading |
//! | `% words` | a numbered paragraph of a schedule |
//! | `\| cell \| cell \|` | a row of a table; the first row is bold |
//! | `words` | a paragraph without a number |
//!
//! `**words**` are bold. Numbers are never typed: Word computes them from the
//! numbering that [`Scheme`] describes. What the outlines say is not decided here.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat,
    Numbering, NumberingId, Paragraph, Run, RunFonts, SpecialIndentType, Start, Style, StyleType,
    Table, TableCell, TableRow, WidthType,
};
use std::io::Cursor;

/// How a language numbers clauses and schedules: for each level the Word
/// number format and the text around the number.
pub(crate) struct Scheme {
    /// Articles, clauses and items.
    pub(crate) clauses: [(&'static str, &'static str); 3],
    /// Schedules and the paragraphs in them.
    pub(crate) schedules: [(&'static str, &'static str); 2],
    /// The font for Latin letters and the one for Chinese characters.
    pub(crate) fonts: (&'static str, &'static str),
}

/// `1.`, `1.1`, `(a)`; `Schedule 1`, `1.`.
pub(crate) const ENGLISH: Scheme = Scheme {
    clauses: [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")],
    schedules: [("decimal", "Schedule %1"), ("decimal", "%2.")],
    fonts: ("Calibri", "SimSun"),
};

/// `第一条`, `（一）`, `1．`; `附件一`, `1、`.
pub(crate) const CHINESE: Scheme = Scheme {
    clauses: [
        ("chineseCountingThousand", "第%1条"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3．"),
    ],
    schedules: [("chineseCountingThousand", "附件%1"), ("decimal", "%2、")],
    fonts: ("Times New Roman", "SimSun"),
};

/// `Klausa 1`, `1.1`, `(a)`; `Lampiran A`, `1.`.
pub(crate) const MALAY: Scheme = Scheme {
    clauses: [("decimal", "Klausa %1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")],
    schedules: [("upperLetter", "Lampiran %1"), ("decimal", "%2.")],
    fonts: ("Arial", "SimSun"),
};

/// Identifiers of the two lists; docx-rs keeps 1 for a list of its own.
const CLAUSES: usize = 2;
const SCHEDULES: usize = 3;
/// Twentieths of a point by which each level is set in.
const INDENT: i32 = 567;
/// The width of the text on the page, in twentieths of a point.
const PAGE: usize = 9026;

/// The bytes of the Word file for an outline; the same on every run.
///
/// # Errors
/// Fails if the package cannot be written.
pub(crate) fn write(outline: &str, scheme: &Scheme) -> std::io::Result<Vec<u8>> {
    let mut docx = start(scheme);
    let mut rows = Vec::new();
    for line in outline.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(row) = line.strip_prefix('|') {
            rows.push(row.trim_end_matches('|'));
            continue;
        }
        docx = finish_table(docx, &mut rows).add_paragraph(paragraph(line));
    }
    let mut bytes = Cursor::new(Vec::new());
    finish_table(docx, &mut rows).build().pack(&mut bytes)?;
    Ok(bytes.into_inner())
}

fn start(scheme: &Scheme) -> Docx {
    let (latin, han) = scheme.fonts;
    let heading =
        |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).bold().size(24);
    Docx::new()
        .default_fonts(RunFonts::new().ascii(latin).hi_ansi(latin).east_asia(han))
        .add_style(heading("Title", "Title").size(32).align(AlignmentType::Center))
        .add_style(heading("Heading1", "heading 1").outline_lvl(0))
        .add_abstract_numbering(levels(CLAUSES, &scheme.clauses))
        .add_numbering(Numbering::new(CLAUSES, CLAUSES))
        .add_abstract_numbering(levels(SCHEDULES, &scheme.schedules))
        .add_numbering(Numbering::new(SCHEDULES, SCHEDULES))
}

fn levels(id: usize, formats: &[(&str, &str)]) -> AbstractNumbering {
    let mut numbering = AbstractNumbering::new(id);
    for (depth, (format, text)) in formats.iter().enumerate() {
        let left = INDENT * (depth as i32 + 1);
        let level = Level::new(
            depth,
            Start::new(1),
            NumberFormat::new(*format),
            LevelText::new(*text),
            LevelJc::new("left"),
        )
        .indent(Some(left), Some(SpecialIndentType::Hanging(INDENT)), None, None);
        numbering = numbering.add_level(level);
    }
    numbering
}

fn paragraph(line: &str) -> Paragraph {
    let numbered =
        |list, level| Paragraph::new().numbering(NumberingId::new(list), IndentLevel::new(level));
    let (mark, words) = line.split_once(' ').unwrap_or((line, ""));
    let (empty, words) = match mark {
        "!" => (Paragraph::new().style("Title"), words),
        "#" => (numbered(CLAUSES, 0).style("Heading1"), words),
        "##" => (numbered(CLAUSES, 1), words),
        "###" => (numbered(CLAUSES, 2), words),
        "@" => (numbered(SCHEDULES, 0).style("Heading1"), words),
        "%" => (numbered(SCHEDULES, 1), words),
        _ => (Paragraph::new(), line),
    };
    runs(empty, words)
}

/// Adds the words, a run for each change between plain and bold.
fn runs(mut paragraph: Paragraph, words: &str) -> Paragraph {
    for (index, piece) in words.split("**").enumerate().filter(|(_, piece)| !piece.is_empty()) {
        let run = Run::new().add_text(piece);
        paragraph = paragraph.add_run(if index % 2 == 1 { run.bold() } else { run });
    }
    paragraph
}

fn finish_table(docx: Docx, rows: &mut Vec<&str>) -> Docx {
    if rows.is_empty() {
        return docx;
    }
    let columns = rows[0].split('|').count();
    let width = PAGE / columns;
    let table = rows.drain(..).enumerate().map(|(index, row)| {
        let cells = row.split('|').map(|cell| {
            let words = cell.trim();
            let bold = format!("**{words}**");
            let words = if index == 0 { bold.as_str() } else { words };
            TableCell::new()
                .width(width, WidthType::Dxa)
                .add_paragraph(runs(Paragraph::new(), words))
        });
        TableRow::new(cells.collect())
    });
    let table = Table::new(table.collect());
    docx.add_table(table.set_grid(vec![width; columns]).width(PAGE, WidthType::Dxa))
}
