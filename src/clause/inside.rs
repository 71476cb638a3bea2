//! Numbers inside a line of plain text that look as if a clause began there:
//! behind the end of a sentence, a wide gap or a title, and not as references.

use super::label::{Label, half_width, letter_number, numbers, roman_number};
use super::marks::{Number, Standing};
use super::series::{Item, Series};
use crate::catalogue::{Cite, vocabulary};
use crate::matching::{Captures, Expression, is_wide};
use std::ops::Range;
use std::sync::LazyLock;

/// Offset in the line, number, and how it stands there.
pub(super) type Found = (usize, Number, Standing);

/// Longest title before the first letter of a clause, in bytes.
const LONGEST_TITLE: usize = 60;
/// Longest Chinese title between an article's number and its first clause, in characters.
const LONGEST_HAN_TITLE: usize = 12;
/// How much of a long line is read to tell whether a schedule begins, in bytes.
const LOOK_AHEAD: usize = 500;
/// Words that begin a schedule in the middle of a line are as long at least.
const SHORTEST_PART: usize = 5;
/// Figures that stand before a clause number at the end of an address are as many at least.
const SHORTEST_POSTCODE: usize = 4;

/// Clause numbers and letters inside a line.
pub(super) fn numbers_inside<'t>(
    text: &'t str,
    wide: &'t impl Fn(Range<usize>) -> bool,
) -> impl Iterator<Item = Found> + 't {
    static NUMBER: LazyLock<Option<Expression>> = LazyLock::new(|| {
        Expression::new(
            r"(?x)\s(?<label>
            (?:(?:(?<word>(?:Section|SECTION|Clause|Article|ARTICLE|Klausa|Fasal|Perkara|Seksyen)\s+))?
                (?<n>\d{1,2}(?:\.\d{1,2}){0,4})(?<dot>\.?)
              |\((?<l>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)
              |(?<d>[A-Z]|[a-z]|[ivx]{1,5})\.))
            \s+(?:\([a-z]\)\s+)?(?<next>[A-Za-z\x22“\[_])",
        )
        .ok()
    });
    NUMBER.iter().flat_map(move |regex| {
        let (mut from, mut read_to) = (0, 0);
        // Where the clause around begins, as far as numbers tell.
        let mut begun = 0;
        std::iter::from_fn(move || {
            loop {
                let found = regex.captures_at(text, from)?;
                let group = |name| found.name(name);
                let number = group("n").or(group("l")).or(group("d"))?;
                let at = group("label")?.start();
                // The next number may stand right behind this one: 4. Term. 4.1.
                from = number.end();
                let Some(gap) = gap_before(text, read_to, at) else { continue };
                read_to = from;
                let is_path = group("n").is_some();
                let lead = Lead { text: &text[..gap.start], begun, wide: wide(gap) };
                let read = if is_path { path(&found, &lead) } else { item(&found, &lead) };
                if let Some((number, standing)) = read {
                    if is_path {
                        begun = at;
                    }
                    return Some((at, number, standing));
                }
            }
        })
    })
}

/// What stands before a number.
struct Lead<'t> {
    text: &'t str,
    /// Where the clause around begins.
    begun: usize,
    /// Whether blanks that stand for a line end are between.
    wide: bool,
}

impl Lead<'_> {
    fn ends(&self, stops: &[char]) -> bool {
        self.text.ends_with(stops)
    }
}

fn starts_small(found: &Captures) -> bool {
    found.name("next").is_some_and(|c| c.as_str().starts_with(char::is_lowercase))
}

/// A number with or without points, and the word before it.
fn path(found: &Captures, lead: &Lead) -> Option<(Number, Standing)> {
    let number = found.name("n")?.as_str();
    let path = numbers(number);
    let dotted = found.name("dot").is_some_and(|dot| !dot.as_str().is_empty());
    let numbered = dotted || path.len() > 1 || number.contains('.');
    let ended = lead.ends(&['.', ';', ':', ')', ']']);
    let small = starts_small(found);
    let apart = match found.name("word") {
        Some(_) => (dotted && ended) || lead.wide,
        None => numbered && ((ended || lead.wide) && !refers(lead.text) || titled(lead.text)),
    };
    let listed = is_listed(lead.text) || (lead.ends(&[':', ';']) && path.len() > 2);
    let inside = path.len() > 1
        && found.name("word").is_none()
        && ((listed && (!small || path.len() > 2)) || (!small && ends_address(lead.text)));
    let standing = match (apart && !small, inside) {
        (true, _) => Standing::Apart,
        (false, true) => Standing::Listed,
        (false, false) => return None,
    };
    (!path.is_empty()).then_some((Number::Path(path), standing))
}

/// A letter, a small roman number or a figure in brackets, and letters with a dot.
fn item(found: &Captures, lead: &Lead) -> Option<(Number, Standing)> {
    let small = starts_small(found);
    if let Some(letter) = found.name("d") {
        let number = dotted(letter.as_str())?;
        let ended = lead.ends(&['.', ';', ':', ')', ']']) && !is_initial(lead.text);
        let apart = !small && (ended || lead.wide || (number.number == 1 && titled(lead.text)));
        return apart.then_some((Number::Item(number), Standing::Apart));
    }
    let text = found.name("l")?.as_str();
    let number = bracketed(text)?;
    let title = (number.series, number.number) == (Series::Letter, 1)
        && lead.text.len() - lead.begun <= LONGEST_TITLE
        && titled(lead.text);
    let further = number.number > 1 && lead.wide;
    let apart = !small && (lead.ends(&['.', ':']) || title || further);
    let standing = match (apart, is_listed(lead.text)) {
        (true, _) => Standing::Apart,
        (false, true) => Standing::Listed,
        (false, false) => return None,
    };
    Some((Number::Item(number), standing))
}

/// What a letter or figure in brackets counts. A letter that is a roman number
/// as well is read as one; the sequence around may tell otherwise.
pub(super) fn bracketed(text: &str) -> Option<Item> {
    let letter = letter_number(text);
    if let Ok(number) = text.parse() {
        return Some(Item { series: Series::Figure, number, letter: None });
    }
    if let Some(number) = small_roman(text) {
        return Some(Item { series: Series::Roman, number, letter });
    }
    let lower = text.starts_with(|c: char| c.is_ascii_lowercase());
    Some(Item { series: Series::Letter, number: letter.filter(|_| lower)?, letter: None })
}

/// What a letter with a dot behind it counts.
pub(super) fn dotted(text: &str) -> Option<Item> {
    let letter = letter_number(text);
    if let Some(number) = small_roman(text) {
        return Some(Item { series: Series::RomanDot, number, letter });
    }
    let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
    let series = if capital { Series::Capital } else { Series::LetterDot };
    Some(Item { series, number: letter?, letter: None })
}

fn small_roman(text: &str) -> Option<u32> {
    let letters = text.bytes().all(|letter| b"ivx".contains(&letter));
    roman_number(text).filter(|_| letters)
}

/// Whether a text ends in the first letter of a name: M. D. Miller.
fn is_initial(lead: &str) -> bool {
    let word = lead.rsplit([' ', '.']).nth(1).unwrap_or("");
    lead.ends_with('.') && word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a text ends in a postcode or a telephone number.
fn ends_address(lead: &str) -> bool {
    let figures = lead.len() - lead.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    figures >= SHORTEST_POSTCODE
}

/// Schedules and articles inside a line: behind a wide gap or the end of a
/// sentence, and in capitals, unless little stands behind them.
pub(super) fn parts_inside<'t>(
    text: &'t str,
    wide: &'t impl Fn(Range<usize>) -> bool,
) -> impl Iterator<Item = Found> + 't {
    static WORD: LazyLock<Option<Expression>> = LazyLock::new(|| {
        Expression::new(&format!(r"\s(?<word>[A-Z][A-Za-z]{{{},}})\s", SHORTEST_PART - 1)).ok()
    });
    WORD.iter().flat_map(move |regex| {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let word = regex.captures_at(text, from)?.name("word")?;
                from = word.end();
                let Some(gap) = gap_before(text, 0, word.start()) else { continue };
                let lead = &text[..gap.start];
                let loud = word.as_str().chars().all(|c| c.is_ascii_uppercase());
                let ended = loud && lead.ends_with(['.', ']', ')', ':']);
                if !(ended || wide(gap)) || refers(lead) {
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

/// 第五条 and 5.2 before Chinese words, behind the end of a sentence or a title,
/// and not as the object of a sentence.
pub(super) fn han_inside<'t>(
    text: &'t str,
    wide: &'t impl Fn(Range<usize>) -> bool,
) -> impl Iterator<Item = Found> + 't {
    static NUMBER: LazyLock<Option<Expression>> = LazyLock::new(|| {
        Expression::new(
            r"(?x)(?<article>第\s*[一二三四五六七八九十百零〇\d０-９]{1,5}\s*条)(?<apart>\s?)(?<next>[^\s款项第规约中所的之和及与或、，,。；;至到或项）)])
              |(?<n>\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?\s*\p{Han}",
        )
        .ok()
    });
    let regex = NUMBER.as_ref().filter(|_| text.chars().any(is_wide));
    let found = regex.into_iter().flat_map(|regex| regex.captures_iter(text));
    found.filter_map(move |found| {
        let number = found.name("article").or(found.name("n"))?;
        let gap = gap_before(text, 0, number.start())?;
        let lead = &text[..gap.start];
        let ended = lead.ends_with(['。', '；', '：', '.', ';', ':', '！', '？']);
        let plain: String = number.as_str().chars().map(half_width).collect();
        let path = numbers(&plain);
        let spaced = !gap.is_empty();
        let read = if found.name("article").is_some() {
            let spaced = spaced && found.name("apart").is_some_and(|gap| !gap.as_str().is_empty());
            let apart = ended || wide(gap) || (spaced && heads_article(lead));
            apart.then_some(Number::Article(*path.first()?))
        } else {
            let title = spaced && path.last() == Some(&1) && heads_article(lead);
            (ended || wide(gap) || title).then_some(Number::Path(path))
        };
        read.map(|read| (number.start(), read, Standing::Apart))
    })
}

/// The blanks before a place of a text; `None` where nothing but blanks stands between `from` and it.
fn gap_before(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let lead = text[from..at].trim_end();
    (!lead.is_empty()).then(|| from + lead.len()..at)
}

/// Whether a text ends in an article's number and a short title: 第五条 保密.
fn heads_article(lead: &str) -> bool {
    let Some(at) = lead.rfind('条') else { return false };
    let title = lead[at + '条'.len_utf8()..].trim();
    let last = title.chars().next_back();
    title.chars().count() <= LONGEST_HAN_TITLE && last.is_some_and(char::is_alphabetic)
}

/// Whether a number stands right behind a title in capitals or title case:
/// `2 PROVISION OF DOCUMENTATION 2.1 Provision`.
fn titled(lead: &str) -> bool {
    let from = lead.len().saturating_sub(LONGEST_TITLE);
    let from = (from..=lead.len()).find(|&at| lead.is_char_boundary(at)).unwrap_or(lead.len());
    let tail = &lead[from..];
    let word = tail.rsplit(' ').next().unwrap_or(tail);
    let whole = word.ends_with(|c: char| c.is_alphanumeric() || c == ')');
    let capital = word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    capital && whole && !refers(lead)
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
pub(super) fn refers(lead: &str) -> bool {
    let word = lead.trim_end().rsplit([' ', '(', ',']).next().unwrap_or(lead).to_lowercase();
    vocabulary().references.leads.contains(&word)
}
