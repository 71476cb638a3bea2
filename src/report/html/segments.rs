//! A block's text cut where marks and bold words begin and end.

use crate::check::Severity;
use std::ops::Range;

/// Words that a finding points at.
pub(super) struct Mark {
    /// Where in the block's text.
    pub(super) range: Range<usize>,
    pub(super) severity: Severity,
    /// The finding's place on the page.
    pub(super) card: String,
    /// The finding's title.
    pub(super) title: String,
    /// The name of this place, where the finding leads back here.
    pub(super) id: Option<String>,
}

/// A piece of text that looks the same all over.
pub(super) struct Segment {
    pub(super) text: String,
    pub(super) strong: bool,
    /// The gravest finding that points at it.
    pub(super) mark: Option<SegmentMark>,
    /// Places that begin here.
    pub(super) ids: Vec<String>,
}

/// How a segment is marked.
pub(super) struct SegmentMark {
    pub(super) severity: &'static str,
    pub(super) card: String,
    /// The titles of all findings that point at it.
    pub(super) title: String,
}

impl Segment {
    /// Text without a mark.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: super::cleaned(text), strong: false, mark: None, ids: Vec::new() }
    }
}

/// A text in segments.
pub(super) fn segments(text: &str, strong: &[Range<usize>], marks: &[Mark]) -> Vec<Segment> {
    segments_in(text, 0..text.len(), strong, marks)
}

/// A part of a text in segments.
pub(super) fn segments_in(
    text: &str,
    part: Range<usize>,
    strong: &[Range<usize>],
    marks: &[Mark],
) -> Vec<Segment> {
    let mut cuts: Vec<usize> = strong
        .iter()
        .chain(marks.iter().map(|mark| &mark.range))
        .flat_map(|range| [range.start, range.end])
        .chain([part.start, part.end])
        .filter(|&cut| part.start <= cut && cut <= part.end && text.is_char_boundary(cut))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let holds =
        |range: &Range<usize>, at: &Range<usize>| range.start <= at.start && at.end <= range.end;
    let segment = |ends: &[usize]| {
        let at = ends[0]..ends[1];
        let mut over: Vec<&Mark> = marks.iter().filter(|mark| holds(&mark.range, &at)).collect();
        over.sort_by_key(|mark| std::cmp::Reverse(mark.severity));
        let begins = over.iter().filter(|mark| mark.range.start == at.start);
        Segment {
            ids: begins.filter_map(|mark| mark.id.clone()).collect(),
            text: super::cleaned(&text[at.clone()]),
            strong: strong.iter().any(|range| holds(range, &at)),
            mark: over.first().map(|mark| SegmentMark {
                severity: super::class(mark.severity),
                card: mark.card.clone(),
                title: over.iter().map(|mark| mark.title.as_str()).collect::<Vec<_>>().join("\n"),
            }),
        }
    };
    cuts.windows(2).map(segment).collect()
}

/// The lines of a paragraph that begin with a clause number, which its author
/// meant as paragraphs; other lines are only folded text.
pub(super) fn lines(text: &str, breaks: &[usize]) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    starts.extend(breaks.iter().copied().filter(|&at| text.get(at..).is_some_and(numbered)));
    starts.push(text.len());
    starts.windows(2).map(|ends| ends[0]..ends[1].max(ends[0])).collect()
}

/// Whether a line begins as a clause does: `4.2`, `(b)`, `第三条`; not `99.9%`.
fn numbered(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or("");
    let figure = word.starts_with(|c: char| c.is_ascii_digit());
    let number = word.chars().all(|c| c.is_ascii_digit() || ".、)".contains(c));
    word.starts_with(['(', '（', '第']) || figure && number && word.contains(['.', '、', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(range: Range<usize>, severity: Severity, card: &str) -> Mark {
        let id = Some(format!("w-{card}"));
        Mark { range, severity, card: card.into(), title: card.into(), id }
    }

    #[test]
    fn where_marks_overlap_the_gravest_is_seen_and_all_are_named() {
        let marks = [mark(4..13, Severity::Low, "low"), mark(8..17, Severity::High, "high")];
        let cut = segments("the fee may be raised", &[0..3, 17..21], &marks);
        let seen: Vec<(&str, bool, &str)> = cut
            .iter()
            .map(|s| (s.text.as_str(), s.strong, s.mark.as_ref().map_or("", |m| m.card.as_str())))
            .collect();
        let plain = ("the", true, "");
        assert_eq!(
            seen,
            [
                plain,
                (" ", false, ""),
                ("fee ", false, "low"),
                ("may b", false, "high"),
                ("e ra", false, "high"),
                ("ised", true, "")
            ]
        );
        assert_eq!(cut[3].mark.as_ref().map(|m| m.title.as_str()), Some("high\nlow"));
        assert_eq!(cut[3].ids, ["w-high"]);
        assert!(cut[4].ids.is_empty());
    }

    #[test]
    fn a_mark_inside_a_character_moves_no_text() {
        let cut = segments("费用", &[], &[mark(1..3, Severity::Low, "low")]);
        let text: String = cut.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(text, "费用");
    }

    #[test]
    fn folded_lines_stay_together_and_numbered_ones_do_not() {
        let text = "3.1 up to 99.9% is due 30 days after 3.2 no more";
        assert_eq!(lines(text, &[10, 23, 37]), [0..37, 37..48]);
    }
}
