//! Where in the tree a new clause goes: which of the open clauses stay open
//! above it. Numbers decide before headings, headings before the order of
//! styles, since writers keep their numbers right and little else.

use super::label::{LETTER, Label};
use crate::catalogue::Cite;

/// A clause still open while units are read.
pub(super) struct Open {
    pub(super) clause: usize,
    style: Style,
    /// The level of the heading that opened it.
    heading: Option<u8>,
    titled: bool,
    /// Nesting of the list whose marker opened it.
    pub(super) list_depth: Option<usize>,
    path: Vec<u32>,
}

/// A label or heading that is about to open a clause.
pub(super) struct Arrival<'a> {
    pub(super) label: Option<&'a Label>,
    pub(super) heading: Option<u8>,
    pub(super) titled: bool,
    pub(super) list_depth: Option<usize>,
}

/// The place found.
pub(super) struct Placed {
    /// How many open clauses stay open.
    pub(super) keep: usize,
    /// Whether the number is that of a list marker.
    pub(super) item: bool,
    /// The number a person sees, where every item of a list is written `1.`.
    pub(super) counted: Option<u32>,
    style: Style,
    path: Vec<u32>,
}

/// Labels of one style count together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// No label.
    Heading,
    /// Schedules, then chapters and articles, then sections: always above others.
    Ranked(u8),
    /// `4`, `4.2`, and list markers.
    Number,
    /// `B.1` under `B`.
    LetterNumber,
    /// `C-8-3-2`.
    Code,
    /// Letters, Roman and Chinese numbers; one style for each form.
    Series(&'static str),
}

const SERIES: [&str; 12] = [
    "han-list",
    "han-paren",
    "digit-paren",
    "roman-paren",
    "letter-paren",
    "capital-paren",
    "circled",
    "capital-dot",
    "letter-dot",
    "roman-dot",
    "roman-capital",
    "other",
];

fn style_of(label: &Label) -> Style {
    match label.style.as_str() {
        "part-latin" | "part-han" => Style::Ranked(1),
        "chapter" | "article" => Style::Ranked(2),
        "article-han" | "section" => Style::Ranked(3),
        "decimal" => Style::Number,
        "letter-decimal" => Style::LetterNumber,
        "code" => Style::Code,
        other => Style::Series(SERIES.iter().find(|s| **s == other).unwrap_or(&"other")),
    }
}

/// Whether a heading is one of the format's own and not told from bold,
/// capitals or a number.
fn is_real(level: u8) -> bool {
    level < 7
}

impl Placed {
    pub(super) fn open(self, arrival: &Arrival<'_>, clause: usize) -> Open {
        Open {
            clause,
            style: self.style,
            heading: arrival.heading,
            titled: arrival.titled,
            list_depth: arrival.list_depth,
            path: self.path,
        }
    }
}

impl Open {
    fn is_plain_heading(&self) -> bool {
        self.style == Style::Heading && self.heading.is_some_and(|level| !is_real(level))
    }

    /// Whether a number may begin with this clause's own: 4.2 under 4,
    /// `ARTICLE IV` or 第四条.
    fn leads(&self, style: Style) -> bool {
        match style {
            Style::LetterNumber => {
                matches!(self.style, Style::LetterNumber | Style::Series("capital-dot"))
            }
            Style::Code => self.style == Style::Code,
            _ => matches!(
                self.style,
                Style::Number | Style::Ranked(2 | 3) | Style::Series("han-list")
            ),
        }
    }

    /// The path as numbers under it write it.
    fn prefix(&self, style: Style) -> Vec<u32> {
        if style == Style::LetterNumber && self.style == Style::Series("capital-dot") {
            return self.path.iter().map(|letter| letter * LETTER).collect();
        }
        self.path.clone()
    }
}

/// Finds the place of a clause among the open ones.
pub(super) fn place(open: &[Open], arrival: &Arrival<'_>, counts_items: bool) -> Placed {
    let Some(label) = arrival.label else {
        let keep = keep_heading(open, arrival.heading.unwrap_or(9));
        return Placed {
            keep,
            item: false,
            counted: None,
            style: Style::Heading,
            path: Vec::new(),
        };
    };
    let style = style_of(label);
    // A heading of the format closes what is not above it, whatever the number.
    let open = match arrival.heading {
        Some(level) if is_real(level) && label.cite != Cite::Suffix => {
            &open[..keep_heading(open, level)]
        }
        _ => open,
    };
    let mut path = label.path.clone();
    let mut counted = None;
    let item = style == Style::Number && arrival.list_depth.is_some();
    if let (true, Some(last)) = (item && counts_items, same_list(open, arrival))
        && path[0] <= open[last].path[0]
    {
        path = vec![open[last].path[0] + 1];
        counted = Some(path[0]);
    }
    let keep = match style {
        Style::Ranked(rank) => open
            .iter()
            .position(|o| {
                !matches!(o.style, Style::Ranked(above) if above < rank) && !holds(o, rank)
            })
            .unwrap_or(open.len()),
        Style::Number if path.len() == 1 => keep_single(open, arrival, path[0]),
        Style::Number | Style::LetterNumber | Style::Code => keep_path(open, style, &path),
        Style::Series(_) | Style::Heading => {
            keep_series(open, arrival, style, path.last().copied())
        }
    };
    // The items of a nested list count inside their item.
    let mut full = path;
    if item
        && let Some(above) =
            open[..keep].last().filter(|o| o.list_depth.is_some() && o.style == style)
    {
        full = [above.path.clone(), full].concat();
    }
    Placed { keep, item, counted, style, path: full }
}

/// Whether a real heading without a number may hold articles: a chapter.
fn holds(open: &Open, rank: u8) -> bool {
    rank > 1 && open.style == Style::Heading && open.heading.is_some_and(is_real)
}

/// The open item of the list a new item belongs to.
fn same_list(open: &[Open], arrival: &Arrival<'_>) -> Option<usize> {
    let at = open.iter().rposition(|o| o.list_depth.is_some())?;
    let same = open[at].list_depth == arrival.list_depth;
    (same && open[at].style == Style::Number && open[at].path.len() == 1).then_some(at)
}

fn keep_heading(open: &[Open], level: u8) -> usize {
    if is_real(level) {
        // Schedules and articles written as plain text hold headings.
        let closes = |o: &Open| match o.heading {
            Some(other) if is_real(other) => other >= level,
            _ => !matches!(o.style, Style::Ranked(_)),
        };
        return open.iter().position(closes).unwrap_or(open.len());
    }
    // A bold or capital line stands inside the numbered clause that is open,
    // and otherwise beside the one before it.
    let same = open.iter().position(|o| o.is_plain_heading() && o.heading >= Some(level.min(7)));
    let numbered = |o: &Open| o.titled && !matches!(o.style, Style::Heading);
    same.filter(|&at| !open[at + 1..].iter().any(numbered)).unwrap_or(open.len())
}

/// A number with points: under the longest number it begins with.
fn keep_path(open: &[Open], style: Style, path: &[u32]) -> usize {
    let above = &path[..path.len() - 1];
    let under = |o: &Open| {
        let prefix = o.prefix(style);
        o.leads(style) && !prefix.is_empty() && above.starts_with(&prefix)
    };
    // The innermost, but the whole of it before a part of it.
    if let Some(parent) = open.iter().rposition(|o| o.leads(style) && o.prefix(style) == above) {
        return parent + 1;
    }
    if let Some(ancestor) = open.iter().rposition(under) {
        return ancestor + 1;
    }
    // 11.7 between 12.6 and 12.8 is a slip of the writer's.
    let single = open.iter().position(|o| o.style == style && o.path.len() == 1);
    if let (Style::Number, Some(at), [number, _]) = (style, single, path)
        && open[at].path[0] == number + 1
        && open[at + 1..].iter().any(|o| o.style == style && o.path.len() == 2)
        && *path.last().unwrap_or(&0) > 1
    {
        return at + 1;
    }
    if let Some(first) = open.iter().position(|o| o.style == style) {
        return first;
    }
    open.iter()
        .rposition(|o| matches!(o.style, Style::Ranked(_) | Style::Heading))
        .map_or(0, |at| at + 1)
}

/// A single number: next to the one before it, wherever that stands.
fn keep_single(open: &[Open], arrival: &Arrival<'_>, number: u32) -> usize {
    let single =
        |o: &Open| o.style == Style::Number && (o.path.len() == 1 || o.list_depth.is_some());
    let last = |o: &Open| o.path.last().copied().unwrap_or_default();
    if let Some(depth) = arrival.list_depth {
        let before = |o: &Open| o.list_depth == Some(depth) && single(o);
        if let Some(at) = open.iter().rposition(|o| before(o) && last(o) < number) {
            return at;
        }
        if (number > 1 || arrival.titled)
            && let Some(at) = open.iter().position(before)
        {
            return at;
        }
    }
    if number > 1
        && let Some(at) = open.iter().rposition(|o| single(o) && last(o) == number - 1)
    {
        return at;
    }
    // 3 after 2.4, where the title of 2 was lost.
    let higher =
        |o: &Open| o.style == Style::Number && o.list_depth.is_none() && o.path[0] < number;
    if (arrival.titled || open.last().is_some_and(|o| o.path.first() == Some(&(number - 1))))
        && arrival.list_depth.is_none()
        && let Some(at) = open.iter().position(|o| higher(o) && o.path.len() > 1)
        && !open[..at].iter().any(higher)
    {
        return at;
    }
    if number > 1
        && let Some(at) = open
            .iter()
            .position(|o| single(o) && last(o) < number)
            .or_else(|| open.iter().position(single))
    {
        return at;
    }
    // A list that begins anew takes the place of the inner one before it: text
    // without lists of its own shows no deeper nesting.
    if number == 1 && arrival.list_depth.is_none() {
        let plain = |o: &Open| single(o) && o.list_depth.is_none();
        let inner = open.iter().enumerate().filter(|(_, o)| plain(o)).nth(1);
        if let Some((at, _)) = inner {
            return at;
        }
    }
    outside_untitled(open, arrival)
}

/// Letters and the like: next to the one before, or a new level.
fn keep_series(open: &[Open], arrival: &Arrival<'_>, style: Style, number: Option<u32>) -> usize {
    let number = number.unwrap_or_default();
    let same = |o: &Open| o.style == style;
    let before = |o: &Open| same(o) && o.path.last().is_some_and(|last| last + 1 == number);
    open.iter()
        .rposition(before)
        .or_else(|| open.iter().rposition(same))
        .unwrap_or_else(|| outside_untitled(open, arrival))
}

/// A title begins nothing inside a mere sentence: recitals and the items of a
/// list end before it, and so does a capital line above them.
fn outside_untitled(open: &[Open], arrival: &Arrival<'_>) -> usize {
    let mut keep = open.len();
    let closes = |label: &Label| match label.cite {
        Cite::Suffix => false,
        // "A. Offer. Every recipient" may well be an item of a list.
        Cite::Own => arrival.heading.is_some() || !matches!(style_of(label), Style::Series(_)),
        Cite::Path | Cite::Part => true,
    };
    if arrival.titled && arrival.label.is_some_and(closes) {
        let ends = |o: &Open| !o.titled && !matches!(o.style, Style::Ranked(_));
        while keep > 0 && ends(&open[keep - 1]) {
            keep -= 1;
        }
        while keep > 0 && open[keep - 1].is_plain_heading() {
            keep -= 1;
        }
    }
    keep
}
