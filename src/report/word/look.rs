//! How the memo looks: fonts, styles, paragraphs, tables.

use crate::report::printable::printable;
use docx_rs::{
    Docx, LineSpacing, Paragraph, Run, RunFonts, Shading, Style, StyleType, Table, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

/// The width of a page's text, in twentieths of a point: A4 less the margins.
const TEXT_WIDTH: usize = 9000;
const LATIN: &str = "Calibri";
/// On every computer with Chinese Word; others show their own in its place.
const CHINESE: &str = "Microsoft YaHei";
const GREY: &str = "666666";
const SHADE: &str = "F0F0F0";

/// A style of the memo's paragraphs, by its id in the file.
pub(super) const TITLE: &str = "Title";
pub(super) const CHAPTER: &str = "Heading1";
pub(super) const ENTRY: &str = "Heading2";
pub(super) const QUOTE: &str = "Quote";
/// What stands behind the rest: ids of rules, what a report is not.
pub(super) const SMALL: &str = "Small";

/// An empty memo with its styles.
pub(super) fn page() -> Docx {
    let style = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").next("Normal")
    };
    let around = |before: u32, after: u32| LineSpacing::new().before(before).after(after);
    Docx::new()
        .default_fonts(RunFonts::new().ascii(LATIN).hi_ansi(LATIN).east_asia(CHINESE).cs(LATIN))
        .default_size(21)
        .page_size(11906, 16838)
        .page_margin(docx_rs::PageMargin::new().top(1300).bottom(1300).left(1453).right(1453))
        .add_style(
            Style::new("Normal", StyleType::Paragraph).name("Normal").line_spacing(around(0, 80)),
        )
        .add_style(style(TITLE, "Title").size(40).bold().line_spacing(around(0, 200)))
        .add_style(
            style(CHAPTER, "heading 1")
                .size(28)
                .bold()
                .outline_lvl(0)
                .line_spacing(around(360, 120)),
        )
        .add_style(
            style(ENTRY, "heading 2").size(23).bold().outline_lvl(1).line_spacing(around(280, 60)),
        )
        .add_style(style(QUOTE, "Quote").indent(Some(340), None, Some(340), None).color("333333"))
        .add_style(style(SMALL, "Small").size(17).color(GREY))
}

/// A paragraph of one style.
pub(super) fn styled(style: &str, text: &str) -> Paragraph {
    let heading = style == CHAPTER || style == ENTRY;
    words(text).style(style).keep_next(heading)
}

/// A paragraph of plain words.
pub(super) fn words(text: &str) -> Paragraph {
    Paragraph::new().add_run(run(text))
}

/// A paragraph with what introduces it.
pub(super) fn keyed(key: &str, text: &str) -> Paragraph {
    Paragraph::new().add_run(run(key).bold()).add_run(run(text))
}

fn run(text: &str) -> Run {
    Run::new().add_text(printable(text))
}

/// A table; widths are shares of a hundred, and the first row is its header. A
/// line of a cell's text is a paragraph.
pub(super) fn table(widths: &[usize], rows: Vec<Vec<String>>) -> Table {
    let widths: Vec<usize> = widths.iter().map(|share| share * TEXT_WIDTH / 100).collect();
    let rows = rows.into_iter().enumerate().map(|(index, cells)| {
        let cells = cells.iter().zip(&widths).map(|(text, width)| {
            let cell = text.lines().chain(text.is_empty().then_some("")).fold(
                TableCell::new().width(*width, WidthType::Dxa),
                |cell, line| {
                    let run = run(line);
                    let run = if index == 0 { run.bold() } else { run };
                    let spacing = LineSpacing::new().after(0);
                    cell.add_paragraph(Paragraph::new().add_run(run).line_spacing(spacing))
                },
            );
            if index == 0 { cell.shading(Shading::new().fill(SHADE)) } else { cell }
        });
        TableRow::new(cells.collect()).cant_split()
    });
    Table::new(rows.collect())
        .set_grid(widths.clone())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(50, 90, 50, 90))
}
