//! Numbers inside the lines of a plain text at which a clause may begin. Which
//! of them do is decided in `chains`.

use super::label::{Label, half_width, letter_number, numbers};
use crate::catalogue::Cite;
use crate::read::{Block, Document};
use crate::source::{Mapped, Source};
use regex::Regex;
use std::sync::LazyLock;

/// A number at which a clause may begin.
pub(super) struct Mark {
    /// Which block of the document.
    pub(super) block: usize,
    /// Offset in the block's text.
    pub(super) at: usize,
    /// Offset in the file, to tell how far apart two marks stand.
    pub(super) place: usize,
    pub(super) number: Number,
    pub(super) standing: Standing,
}

/// What a mark counts.
pub(super) enum Number {
    /// `4`, `4.2`, `Section 4.2`, `ARTICLE IV`.
    Path(Vec<u32>),
    /// `(b)`.
    Letter(u32),
    /// 第五条.
    Article(u32),
    /// A schedule, in small letters.
    Part(String),
}

/// How a mark stands among the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// At the start of a paragraph, or behind a line end that begins a clause.
    First,
    /// The same, but a figure may stand there as well.
    Weak,
    /// Behind the end of a sentence, a wide gap or a title.
    Apart,
    /// A further item of a list inside a sentence.
    Listed,
}

/// Blanks as wide as this in the file stand for a lost line end.
const WIDE_GAP: usize = 3;
/// Longest title before the first letter of a clause, in bytes.
const LONGEST_TITLE: usize = 60;
/// Longest line of a table of contents, in bytes.
const LONGEST_LINE: usize = 140;
/// Longest line that begins a schedule for certain, in bytes.
const LONGEST_PART: usize = 140;
/// How much of a long line is read to tell whether a schedule begins, in bytes.
const LOOK_AHEAD: usize = 500;
/// Words that begin a schedule in the middle of a line are as long at least.
const SHORTEST_PART: usize = 5;

/// Whether blanks of a text are a wide gap in the file.
pub(super) fn is_wide_gap(source: &Source, text: &Mapped, gap: std::ops::Range<usize>) -> bool {
    let written = source.slice(text.origin(gap));
    written.chars().count() >= WIDE_GAP && !written.contains('\n')
}

/// The marks of a paragraph, in text order.
pub(super) fn marks(document: &Document, block: usize, from: &Block, cuts: &[usize]) -> Vec<Mark> {
    let text = from.text.as_str();
    let place = |at: usize| from.text.origin(at..at).start;
    let mut found: Vec<Mark> = std::iter::once(0)
        .chain(cuts.iter().copied())
        .filter_map(|at| {
            let (number, standing) = first(&text[at..])?;
            Some(Mark { block, at, place: place(at), number, standing })
        })
        .collect();
    let wide = |gap: regex::Match| is_wide_gap(&document.source, &from.text, gap.range());
    let inside = inside(text, &wide).chain(parts(text, &wide)).chain(articles(text, &wide));
    for (at, number, standing) in inside {
        if at > 0 && !cuts.contains(&at) {
            found.push(Mark { block, at, place: place(at), number, standing });
        }
    }
    found.sort_by_key(|mark| mark.at);
    drop_contents(text, &mut found);
    found
}

/// Takes out the lines of a table of contents: a title and a page number, one
/// after the other.
fn drop_contents(text: &str, marks: &mut Vec<Mark>) {
    let numbers: Vec<usize> = marks
        .iter()
        .filter(|mark| matches!(mark.number, Number::Path(_)))
        .map(|mark| mark.at)
        .collect();
    let paged: Vec<bool> = numbers
        .windows(2)
        .map(|pair| {
            let line = text[pair[0]..pair[1]].trim_end();
            let title = line.trim_end_matches(|c: char| c.is_ascii_digit());
            let page = line.len() - title.len();
            line.len() <= LONGEST_LINE && (1..=3).contains(&page) && title.ends_with([' ', '.'])
        })
        .collect();
    let is_line = |at: usize| paged.get(at).copied().unwrap_or(false);
    let listed: Vec<usize> = (0..numbers.len())
        .filter(|&at| {
            let above = at > 0 && is_line(at - 1);
            // The last line has no number behind it.
            (is_line(at) && (above || is_line(at + 1))) || (above && at > 1 && is_line(at - 2))
        })
        .map(|at| numbers[at])
        .collect();
    // Schedules behind its first line are named in it.
    let first = listed.first().copied().filter(|_| listed.len() > 2);
    marks.retain(|mark| {
        let named = matches!(mark.number, Number::Part(_)) && first.is_some_and(|at| mark.at > at);
        mark.at == 0 || !(named || listed.binary_search(&mark.at).is_ok())
    });
}

/// What the label at the start of a text counts.
fn first(text: &str) -> Option<(Number, Standing)> {
    let label = Label::at_start(text)?;
    let standing = if label.weak { Standing::Weak } else { Standing::First };
    let single = label.path.first().copied();
    let number = match label.style.as_str() {
        // A long line may only name it.
        _ if label.cite == Cite::Part => {
            let long = text.len() > LONGEST_PART;
            let standing = if long { Standing::Weak } else { standing };
            return Some((Number::Part(label.text.to_lowercase()), standing));
        }
        "decimal" | "section" | "article" => Number::Path(label.path),
        "article-han" => Number::Article(single?),
        "letter-paren" => Number::Letter(single?),
        // (i) may come after (h).
        "roman-paren" => Number::Letter(letter_number(label.text.trim_matches(['(', ')']))?),
        _ => return None,
    };
    Some((number, standing))
}

type Found = (usize, Number, Standing);

/// Clause numbers and letters inside a line.
fn inside<'t>(
    text: &'t str,
    wide: &'t impl Fn(regex::Match<'t>) -> bool,
) -> impl Iterator<Item = Found> + 't {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?<before>\S)(?<gap>\s+)(?:(?:(?<word>(?:Section|SECTION|Clause|Article|ARTICLE|Klausa|Fasal|Perkara|Seksyen)\s+))?(?<n>\d{1,2}(?:\.\d{1,2}){0,4})(?<dot>\.?)|\((?<l>[a-z]{1,2})\))\s+(?:\([a-z]\)\s+)?(?<next>[A-Za-z(\x22“])",
        )
        .ok()
    });
    NUMBER.iter().flat_map(move |regex| {
        let mut from = 0;
        // Where the clause around begins, as far as numbers tell.
        let mut begun = 0;
        std::iter::from_fn(move || {
            loop {
                let found = regex.captures_at(text, from)?;
                let group = |name| found.name(name);
                let (before, gap) = (group("before")?, group("gap")?);
                let number = group("n").or(group("l"))?;
                // The next number may stand right behind this one: 4. Term. 4.1.
                from = number.end();
                let lead = &text[..before.end()];
                let ended = matches!(before.as_str(), "." | ";" | ":" | ")");
                let small =
                    group("next").is_some_and(|c| c.as_str().starts_with(char::is_lowercase));
                let (at, number, standing) = if group("l").is_some() {
                    let Some(letter) = letter_number(number.as_str()) else { continue };
                    let title = letter == 1 && lead.len() - begun <= LONGEST_TITLE && titled(lead);
                    let apart = !small && (matches!(before.as_str(), "." | ":") || title);
                    let standing = match (apart, is_listed(lead)) {
                        (true, _) => Standing::Apart,
                        (false, true) => Standing::Listed,
                        (false, false) => continue,
                    };
                    (gap.end(), Number::Letter(letter), standing)
                } else {
                    let path = numbers(number.as_str());
                    let dotted = group("dot").is_some_and(|dot| !dot.is_empty());
                    let numbered = dotted || path.len() > 1 || number.as_str().contains('.');
                    let apart = match group("word") {
                        Some(_) => dotted && (ended || wide(gap)),
                        None => numbered && ((ended || wide(gap)) && !refers(lead) || titled(lead)),
                    };
                    if small || !apart || path.is_empty() {
                        continue;
                    }
                    begun = gap.end();
                    (gap.end(), Number::Path(path), Standing::Apart)
                };
                return Some((at, number, standing));
            }
        })
    })
}

/// Schedules and articles inside a line: behind a wide gap or the end of a
/// sentence, and in capitals, unless little stands behind them.
fn parts<'t>(
    text: &'t str,
    wide: &'t impl Fn(regex::Match<'t>) -> bool,
) -> impl Iterator<Item = Found> + 't {
    static WORD: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?<before>\S)(?<gap>\s+)(?<word>[A-Z][A-Za-z]+)\s").ok());
    WORD.iter().flat_map(move |regex| {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let found = regex.captures_at(text, from)?;
                let (before, gap) = (found.name("before")?, found.name("gap")?);
                let word = found.name("word")?;
                from = word.end();
                let loud = word.as_str().chars().all(|c| c.is_ascii_uppercase());
                let ended = matches!(before.as_str(), "." | "]" | ")") && loud;
                if word.len() < SHORTEST_PART
                    || !(ended || wide(gap))
                    || refers(&text[..before.end()])
                {
                    continue;
                }
                let near = word.end() + LOOK_AHEAD;
                let near = (near..text.len()).find(|&at| text.is_char_boundary(at));
                let near = near.unwrap_or(text.len());
                let part = Label::at_start(&text[word.start()..near])
                    .filter(|label| label.cite == Cite::Part || (loud && label.style == "article"));
                if let Some(label) = part {
                    let number = if label.cite == Cite::Part {
                        Number::Part(label.text.to_lowercase())
                    } else {
                        Number::Path(label.path)
                    };
                    return Some((word.start(), number, Standing::Apart));
                }
            }
        })
    })
}

/// 第五条 behind the end of a sentence, and not as the object of one.
fn articles<'t>(
    text: &'t str,
    wide: &'t impl Fn(regex::Match<'t>) -> bool,
) -> impl Iterator<Item = Found> + 't {
    static ARTICLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?<before>\S)(?<gap>\s*)(?<n>第\s*[一二三四五六七八九十百零〇\d０-９]{1,5}\s*条)(?<next>[^款项第规约中所的之和及与或、，,。；;至到或项）)])",
        )
        .ok()
    });
    ARTICLE.iter().flat_map(|regex| regex.captures_iter(text)).filter_map(move |found| {
        let (before, gap, number) = (found.name("before")?, found.name("gap")?, found.name("n")?);
        let ended = matches!(before.as_str(), "。" | "；" | "：" | "." | ";" | ":" | "！" | "？");
        let plain: String = number.as_str().chars().map(half_width).collect();
        let article = numbers(&plain).first().copied()?;
        (ended || wide(gap)).then_some((number.start(), Number::Article(article), Standing::Apart))
    })
}

/// Whether a number stands right behind a title in capitals or title case:
/// `2 PROVISION OF DOCUMENTATION 2.1 Provision`.
fn titled(lead: &str) -> bool {
    let from = lead.len().saturating_sub(LONGEST_TITLE);
    let from = (from..=lead.len()).find(|&at| lead.is_char_boundary(at)).unwrap_or(lead.len());
    let tail = &lead[from..];
    let word = tail.rsplit(' ').next().unwrap_or(tail);
    word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && !refers(lead)
}

/// Whether the words before a letter end an item of a list: `;`, `; and`, `, or`.
fn is_listed(lead: &str) -> bool {
    let joined = [" and", " or", " dan", " atau"].iter().find_map(|word| lead.strip_suffix(word));
    match joined {
        Some(before) => before.ends_with([';', ',']),
        None => lead.ends_with(';'),
    }
}

/// Whether the words before a number make it a reference.
fn refers(lead: &str) -> bool {
    const BEFORE: [&str; 20] = [
        "section",
        "sections",
        "clause",
        "clauses",
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "exhibit",
        "schedule",
        "annex",
        "appendix",
        "and",
        "or",
        "to",
        "no.",
        "part",
        "klausa",
        "perkara",
        "lampiran",
    ];
    let word = lead.rsplit([' ', '(', ',']).next().unwrap_or(lead);
    BEFORE.iter().any(|known| word.eq_ignore_ascii_case(known))
}
