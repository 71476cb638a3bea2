//! Positions of what the readers read: on text built from the pieces contracts
//! are made of, and on real contracts.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "support/mutation.rs"]
mod mutation;

use fineprint::read::{Block, Document, WordOptions, read, read_markdown, read_text};
use fineprint::source::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Every character of a block's text is the source's own, a blank that stands
/// for a line end or `<br>`, or what a character reference stands for.
fn check(document: &Document) {
    let source = &*document.source.text;
    let inside = |span: Span| {
        span.start <= span.end
            && source.is_char_boundary(span.start)
            && source.is_char_boundary(span.end)
    };
    for block in &document.blocks {
        assert!(inside(block.span), "{block:?}");
        let text = block.text.as_str();
        assert!(!text.trim().is_empty(), "{block:?}");
        assert_eq!(text.trim_end(), text);
        for (at, c) in text.char_indices() {
            let span = block.text.origin(at..at + c.len_utf8());
            assert!(inside(span) && block.span.contains(span), "{c:?} {span:?} {block:?}");
            let origin = document.source.slice(span);
            let stands_for = c.is_whitespace()
                || (origin.starts_with('&') && origin.ends_with(';'))
                || origin.contains('\n')
                || c == '\u{FFFD}';
            assert!(origin.starts_with(c) || stands_for, "{c:?} is not {origin:?} in {block:?}");
        }
        check_marks(document, block);
    }
    for remark in &document.remarks {
        assert!(inside(remark.span) && remark.block <= document.blocks.len());
        let origin = document.source.slice(remark.span);
        assert!(remark.text.split_whitespace().all(|word| origin.contains(word)), "{remark:?}");
    }
}

fn check_marks(document: &Document, block: &Block) {
    let text = block.text.as_str();
    if let Some(marker) = &block.marker
        && marker.text != "•"
    {
        let origin = document.source.slice(marker.span);
        assert!(origin == marker.text || origin.starts_with("<li"), "{marker:?} {origin:?}");
        assert!(block.span.contains(marker.span));
    }
    assert!(block.breaks.is_sorted() && block.breaks.iter().all(|&at| at > 0 && at < text.len()));
    assert!(block.breaks.iter().all(|&at| text.is_char_boundary(at)));
    for range in &block.strong {
        assert!(range.start < range.end && text.get(range.clone()).is_some(), "{block:?}");
    }
}

/// Pieces of contracts and of what disturbs their reading.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "1. ", "10. ", "1.1 ", "(a) ", "（一）", "第五条 ", "- ", "> ", "# ", "## ", "    ", "\t",
            "| a | b |\n|---|---|\n", "| 1 | 2 | 3 |", "|", "```\n", "---", "___", "***", "[^1]", "[^1]: ",
        ]),
        4 => prop::sample::select(vec![
            "**", "*", "__", "_", "~~", "~", "`", "“服务”", "《合同》", "[***]", "______", "\\*", "1\\.",
            "&amp;", "&nbsp;", "&bogus;", "[Provider]: Acme", "[Provider]", "](", ")", "[", "]",
        ]),
        3 => prop::sample::select(vec![
            "<br>", "<br/>", "<span id=\"1.1\">", "</span>", "<Customer Name>", "<!-- fineprint: x -->",
            "<!--", "-->", "<div style=\"display:none\">", "</div>", "<table>", "<tr>", "<td>", "</table>",
            "<ol>", "<li>", "</ol>", "<b>", "</b>", "<del>", "</del>", "<p>", "<", ">", "{#id}",
        ]),
        6 => prop::sample::select(vec![
            "The Vendor shall pay", " ", "fees", "甲方应付款", "30 (tiga puluh) hari", ". ", "；", "é", "\u{3000}",
            "Page 3 of 10", "- 3 -", "12",
        ]),
        5 => prop::sample::select(vec!["\n", "\n\n", "\r\n", "  \n", "\\\n", "\n    ", "\n   ", "\x0C", "\n> "]),
    ]
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(mutation::cases(1500))]

    #[test]
    fn markdown_maps_back(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&read_markdown("t.md", pieces.concat()));
    }

    #[test]
    fn text_maps_back(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&read_text("t.txt", pieces.concat()));
    }
}

/// Contracts of this project, to be damaged.
fn contracts(extension: &str) -> Vec<Vec<u8>> {
    let files = files(Path::new("fixtures"), extension);
    files.into_iter().map(|(_, text)| text.into_bytes()).collect()
}

static CONTRACTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| contracts("md"));

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    "\x0C",
    "\0",
    "\u{FEFF}",
    "\u{200B}",
    "\u{3000}",
    "1. ",
    "(a) ",
    "第五条 ",
    "Page 3 of 10",
    "[***]",
    "|",
    "|---|---|",
    "**",
    "`",
    "```",
    "> ",
    "# ",
    "---\n",
    "<!--",
    "-->",
    "<table><tr><td>",
    "</td>",
    "<ol><li>",
    "<span id=\"1.1\">",
    "<br>",
    "[x]: y",
    "[^1]",
    "&amp;",
    "&#x110000;",
    "\\",
    "{#a}",
    "~~",
];

proptest! {
    #![proptest_config(mutation::cases(400))]

    #[test]
    fn damaged_contracts_are_read_with_exact_positions(
        contract in any::<prop::sample::Index>(),
        window in any::<prop::sample::Index>(),
        damages in mutation::mutations(PIECES),
    ) {
        // A piece of the contract is enough, and leaves time for more damages.
        let contract = &CONTRACTS[contract.index(CONTRACTS.len())];
        let start = window.index(contract.len());
        let piece = contract[start..(start + 3000).min(contract.len())].to_vec();
        let text = String::from_utf8_lossy(&mutation::damaged(piece, &damages)).into_owned();
        check(&read_markdown("t.md", text.clone()));
        check(&read_text("t.txt", text));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        mark in prop::sample::select(vec![&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF", b"PK\x03\x04", b"%PDF-"]),
        name in prop::sample::select(vec!["a.md", "a.txt", "a.docx", "a"]),
    ) {
        let bytes = [mark, &bytes].concat();
        if let Ok(document) = read(name, &bytes, None, &WordOptions::default()) {
            check(&document);
        }
    }
}

fn corpus() -> Option<PathBuf> {
    let named = std::env::var_os("FINEPRINT_CORPUS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from("../shared/corpus"));
    let there = folder.is_dir();
    if !there {
        println!("skipped: no corpus at {}", folder.display());
    }
    there.then_some(folder)
}

/// The files under a folder with an extension, read.
fn files(folder: &Path, extension: &str) -> Vec<(String, String)> {
    let mut folders = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                let text = fineprint::source::decode(&std::fs::read(&path).unwrap()).unwrap();
                found.push((path.display().to_string(), text));
            }
        }
    }
    found.sort();
    found
}

/// Letters and digits of the source, and those of them that no block, marker
/// or remark holds.
fn missing(document: &Document) -> (usize, Vec<usize>) {
    let source = &*document.source.text;
    let mut held = vec![false; source.len()];
    for block in &document.blocks {
        let text = block.text.as_str();
        for (at, c) in text.char_indices() {
            held[block.text.origin(at..at + c.len_utf8()).range()].fill(true);
        }
        if let Some(marker) = &block.marker {
            held[marker.span.range()].fill(true);
        }
    }
    for remark in &document.remarks {
        held[remark.span.range()].fill(true);
    }
    let letters = source.char_indices().filter(|(_, c)| c.is_alphanumeric());
    let lost = letters.clone().filter(|(at, _)| !held[*at]).map(|(at, _)| at).collect();
    (letters.count(), lost)
}

#[test]
fn real_plain_text_is_read_whole() {
    let Some(corpus) = corpus() else { return };
    for (path, text) in files(&corpus.join("cuad/contracts"), "txt") {
        let document = read_text(&path, text);
        check(&document);
        assert_eq!(missing(&document).1, [0_usize; 0], "{path}");
    }
}

/// What Markdown writes in letters that a person does not read: front matter,
/// addresses of links, tags, fence labels, references to footnotes.
const MARKUP: &[&str] = &[
    r"\A---\s*?\n(?s:.*?)\n---\s*?\n",
    r"\]\([^)\s]*\)",
    r"(?m)^ *\[[^\]]+\]: +\S*(://|#|/)\S*.*$",
    r#"</?[a-z]+( [a-z-]+="[^"]*")*/?>"#,
    r"(?m)^ *```\w*",
    r"\]\[[^\]]*\]",
    r"&[a-z]+;",
    r"(?m)^ *\d+\. <span [^>]*id=",
];

#[test]
fn real_markdown_is_read_whole() {
    let Some(corpus) = corpus() else { return };
    let markup = regex::Regex::new(&MARKUP.join("|")).unwrap();
    let (mut all, mut lost) = (0, 0);
    for (path, text) in files(&corpus.join("markdown"), "md") {
        let document = read_markdown(&path, text);
        check(&document);
        let (letters, mut missing) = missing(&document);
        for found in markup.find_iter(&document.source.text) {
            missing.retain(|at| !found.range().contains(at));
        }
        let lines: BTreeSet<_> =
            missing.iter().map(|&at| document.source.position(at).line).collect();
        assert!(missing.len() * 500 <= letters, "{path}: lines {lines:?}");
        all += letters;
        lost += missing.len();
    }
    println!("{lost} of {all} letters and digits are in no block");
    assert!(lost * 10_000 <= all);
}
