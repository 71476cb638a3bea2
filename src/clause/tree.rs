//! The tree of clauses, from labels and heading levels together.

use super::label::Label;
use super::unit::{Role, Unit};
use crate::catalogue::Cite;
use crate::matching::is_wide;
use std::ops::Range;

/// One clause: a label or a heading, and the units under it.
#[derive(Debug, Clone)]
pub struct Clause {
    /// The clause above; `None` for a document's root.
    pub parent: Option<usize>,
    /// Which document.
    pub document: usize,
    /// The number as it stands, if it has one.
    pub label: Option<Label>,
    /// As a person would cite it; empty for the root.
    pub address: String,
    /// Its heading or run-in heading, or empty.
    pub heading: String,
    /// Its units and those of all clauses under it.
    pub units: Range<usize>,
    /// Whether it is a schedule or annex.
    pub part: bool,
    /// How deep it stands; the root is 0.
    pub depth: usize,
}

/// A clause still open while units are read.
struct Open {
    clause: usize,
    style: String,
    rank: u8,
    /// The level of the heading that opened it.
    heading: Option<u8>,
    path: Vec<u32>,
}

/// Ranks of styles that always stand above others; 9 is decided by what is open.
fn rank(style: &str) -> u8 {
    match style {
        "part-latin" | "part-han" => 1,
        "chapter" | "article" => 2,
        "article-han" | "section" => 3,
        _ => 9,
    }
}

/// Builds the clauses of one document. Returns them with, for each unit, the
/// clause it belongs to; indices count from `first_clause` and `first_unit`.
pub(super) fn tree(
    units: &[Unit],
    document: usize,
    first_clause: usize,
    first_unit: usize,
) -> (Vec<Clause>, Vec<usize>) {
    let root = Clause {
        parent: None,
        document,
        label: None,
        address: String::new(),
        heading: String::new(),
        units: first_unit..first_unit + units.len(),
        part: false,
        depth: 0,
    };
    let mut builder = Builder { clauses: vec![root], open: Vec::new(), first_clause, document };
    let mut owners = Vec::with_capacity(units.len());
    for (index, unit) in units.iter().enumerate() {
        let at = first_unit + index;
        builder.take(unit, at, index == 0);
        owners.push(builder.current());
    }
    builder.close_to(0, first_unit + units.len());
    (builder.clauses, owners)
}

struct Builder {
    clauses: Vec<Clause>,
    open: Vec<Open>,
    first_clause: usize,
    document: usize,
}

impl Builder {
    fn current(&self) -> usize {
        self.open.last().map_or(self.first_clause, |open| open.clause)
    }

    fn clause(&self, index: usize) -> &Clause {
        &self.clauses[index - self.first_clause]
    }

    /// Closes open clauses until `keep` remain.
    fn close_to(&mut self, keep: usize, end: usize) {
        while self.open.len() > keep {
            if let Some(open) = self.open.pop() {
                self.clauses[open.clause - self.first_clause].units.end = end;
            }
        }
    }

    fn take(&mut self, unit: &Unit, at: usize, first: bool) {
        let heading = match unit.role {
            Role::Heading(level) => Some(level),
            Role::Aside | Role::Note => return,
            _ => None,
        };
        let text = unit.text.as_str().trim();
        match (&unit.label, heading) {
            (None, None) => {}
            (None, Some(_)) if text.is_empty() => {}
            // The title of the whole document is no clause.
            (None, Some(level)) if first && level <= 2 => {
                self.clauses[0].heading = text.to_owned();
            }
            (None, Some(level)) => {
                let keep = self
                    .open
                    .iter()
                    .position(|open| match open.heading {
                        Some(other) => other >= level,
                        None => level < 7 || open.rank == 9,
                    })
                    // Bold lines stand inside whatever numbered clause is open.
                    .filter(|_| level < 7 || !self.open.iter().any(|o| o.heading.is_none()))
                    .unwrap_or(self.open.len());
                self.close_to(keep, at);
                self.push(None, String::new(), 9, heading, Vec::new(), text, at);
            }
            (Some(label), _) => self.take_label(unit, label, heading, at),
        }
    }

    fn take_label(&mut self, unit: &Unit, label: &Label, heading: Option<u8>, at: usize) {
        let mut style = label.style.clone();
        if style == "roman-paren" && self.continues_letters(label) {
            style = "letter-paren".to_owned();
        }
        if let Some(depth) = unit.list_depth
            && label.cite == Cite::Path
            && label.path.len() == 1
        {
            style = format!("item-{depth}");
        }
        let rank = rank(&style);
        let keep = self.keep_for(&style, rank, &label.path, heading, unit.list_depth);
        self.close_to(keep, at);
        let mut path = label.path.clone();
        if style.starts_with("item-")
            && let Some(parent) = self.open.last().filter(|open| open.style.starts_with("item-"))
        {
            path = [parent.path.clone(), path].concat();
        }
        let text = unit.text.as_str().trim();
        let title = if heading.is_some() {
            text.to_owned()
        } else {
            run_in_heading(unit).map_or_else(String::new, |range| text_of(unit, range))
        };
        self.push(Some(label.clone()), style, rank, heading, path, &title, at);
    }

    /// How many open clauses stay open above a new label.
    fn keep_for(
        &self,
        style: &str,
        rank: u8,
        path: &[u32],
        heading: Option<u8>,
        list_depth: Option<usize>,
    ) -> usize {
        let open = &self.open;
        if rank < 9 {
            return open.iter().position(|o| o.rank >= rank).unwrap_or(open.len());
        }
        if style == "decimal" {
            if path.len() > 1 {
                let above = &path[..path.len() - 1];
                let parent =
                    open.iter().rposition(|o| o.path == above && (o.rank == 9 || above.len() == 1));
                if let Some(parent) = parent {
                    return parent + 1;
                }
                // A sub-number whose own parent is missing: beside others of its length.
                if let Some(sibling) =
                    open.iter().rposition(|o| o.style == style && o.path.len() == path.len())
                {
                    return sibling;
                }
                if let Some(shorter) =
                    open.iter().rposition(|o| o.style == style && o.path.len() < path.len())
                {
                    return shorter + 1;
                }
            } else if let Some(sibling) =
                open.iter().position(|o| o.style == style && o.path.len() == 1)
            {
                return sibling;
            }
        } else if let Some(sibling) = open.iter().rposition(|o| o.style == style) {
            return sibling;
        }
        if let Some(level) = heading {
            return open
                .iter()
                .position(|o| o.rank == 9 && o.heading.is_none_or(|other| other >= level))
                .unwrap_or(open.len());
        }
        if let Some(depth) = list_depth {
            // A list of depth d hangs under an item of depth d - 1, or under the clause the list stands in.
            let outer = open.iter().position(|o| {
                o.style
                    .strip_prefix("item-")
                    .and_then(|d| d.parse::<usize>().ok())
                    .is_some_and(|d| d >= depth)
            });
            if let Some(outer) = outer {
                return outer;
            }
        }
        open.len()
    }

    /// Whether `(i)`, `(v)` or `(x)` comes after the letter before it.
    fn continues_letters(&self, label: &Label) -> bool {
        let letter = label.text.trim_matches(['(', ')', '（', '）']);
        let [byte] = letter.as_bytes() else { return false };
        let before = u32::from(byte - b'a');
        self.open.iter().any(|open| open.style == "letter-paren" && open.path == [before])
            && !self.open.iter().any(|open| open.style == "roman-paren")
    }

    #[expect(clippy::too_many_arguments, reason = "one call site for each kind of opening")]
    fn push(
        &mut self,
        label: Option<Label>,
        style: String,
        rank: u8,
        heading: Option<u8>,
        path: Vec<u32>,
        title: &str,
        at: usize,
    ) {
        let parent = self.current();
        let above = self.clause(parent);
        let nested_item = style.starts_with("item-")
            && self.open.last().is_some_and(|open| open.style.starts_with("item-"));
        let address = match &label {
            Some(label) => address(label, nested_item, style.starts_with("item-"), above),
            None => title.to_owned(),
        };
        let part = label.as_ref().is_some_and(|label| label.cite == Cite::Part);
        let depth = above.depth + 1;
        self.clauses.push(Clause {
            parent: Some(parent),
            document: self.document,
            label,
            address,
            heading: title.trim_end_matches(['.', ':', '：']).to_owned(),
            units: at..at,
            part,
            depth,
        });
        let clause = self.first_clause + self.clauses.len() - 1;
        self.open.push(Open { clause, style, rank, heading, path });
    }
}

/// The address of a clause, as a person would cite it.
fn address(label: &Label, nested_item: bool, item: bool, above: &Clause) -> String {
    let text = &label.text;
    let behind = |address: &str| {
        if address.is_empty() {
            text.clone()
        } else if address.is_ascii()
            && above.part
            && !address.starts_with("Lampiran")
            && !address.starts_with("Jadual")
        {
            format!("{address}, {text}")
        } else {
            format!("{address} {text}")
        }
    };
    if above.address.is_empty() || above.label.is_none() {
        return text.clone();
    }
    match label.cite {
        Cite::Part => text.clone(),
        Cite::Suffix => {
            let close =
                text.starts_with(['(', '（', '①']) || is_wide(text.chars().next().unwrap_or(' '));
            if close {
                format!("{}{text}", above.address)
            } else {
                format!("{}({text})", above.address)
            }
        }
        Cite::Path if nested_item => format!("{}.{text}", above.address),
        Cite::Path if item => format!("{}({text})", above.address),
        Cite::Path => {
            let Some(upper) = &above.label else { return text.clone() };
            match upper.cite {
                // 4.2 under 4, and under Section 4, needs no more than its own number.
                Cite::Path => {
                    let begins =
                        label.path.len() > upper.path.len() && label.path.starts_with(&upper.path);
                    match above.address.strip_suffix(upper.text.as_str()) {
                        Some(lead) if begins => format!("{lead}{text}"),
                        _ => behind(&above.address),
                    }
                }
                Cite::Own if upper.text.is_ascii() && label.path.starts_with(&upper.path) => {
                    text.clone()
                }
                Cite::Own | Cite::Part | Cite::Suffix => behind(&above.address),
            }
        }
        Cite::Own => {
            if above.part {
                behind(&above.address)
            } else {
                text.clone()
            }
        }
    }
}

/// The run-in heading of a paragraph: its bold start, or a short title before
/// the first full stop with text behind it.
pub(super) fn run_in_heading(unit: &Unit) -> Option<Range<usize>> {
    if matches!(unit.role, Role::Heading(_)) || unit.label.is_none() {
        return None;
    }
    let text = unit.text.as_str();
    let bold = unit.bold_start;
    if bold > 0 && bold < text.len() && text[..bold].chars().count() <= 80 {
        return Some(0..bold);
    }
    let end = text.find(['.', '。', ':', '：'])?;
    let title = text[..end].trim();
    let rest = text[end..].trim_start_matches(['.', '。', ':', '：']);
    let words: Vec<&str> = title.split_whitespace().collect();
    let capitals = words
        .iter()
        .filter(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()))
        .count();
    let small = words
        .iter()
        .filter(|w| {
            matches!(
                **w,
                "of" | "and"
                    | "the"
                    | "for"
                    | "to"
                    | "in"
                    | "on"
                    | "or"
                    | "by"
                    | "dan"
                    | "bagi"
                    | "with"
                    | "a"
            )
        })
        .count();
    let latin = title.is_ascii()
        && (1..=8).contains(&words.len())
        && capitals + small == words.len()
        && rest.starts_with(' ');
    (latin && !rest.trim().is_empty()).then_some(0..end)
}

fn text_of(unit: &Unit, range: Range<usize>) -> String {
    unit.text.as_str()[range].trim().to_owned()
}
