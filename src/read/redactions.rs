//! Words that were taken out before the file was given to us: `[***]`,
//! `******`, `[REDACTED]`, black bars. They stay in the text as they stand.

use super::Document;

/// As many stars or bars alone are a redaction; fewer are a product or a note.
const FEWEST: usize = 3;

/// Says how many places of a document are redacted.
pub(super) fn warn(document: &mut Document) {
    let places = places(document);
    if places > 0 {
        let places = if places == 1 { "1 place".to_owned() } else { format!("{places} places") };
        document.warnings.push(format!("Words were taken out of the document in {places}."));
    }
}

/// In how many places words were taken out.
pub fn places(document: &Document) -> usize {
    document.blocks.iter().map(|block| count(block.text.as_str())).sum()
}

fn count(text: &str) -> usize {
    let is_mark = |c: char| matches!(c, '*' | '█' | '■');
    let mut places = 0;
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| is_mark(c) || matches!(c, '[' | '【')) {
        let from = &rest[start..];
        let brackets = from.starts_with(['[', '【']);
        let inner = from.trim_start_matches(['[', '【', ' ']);
        let marks = inner.chars().take_while(|c| is_mark(*c)).count();
        let after = inner.trim_start_matches(is_mark);
        let closed = after.trim_start().starts_with([']', '】']);
        let said =
            brackets && inner.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("redacted"));
        places += usize::from(marks >= FEWEST || (brackets && closed && marks > 0) || said);
        let read = (rest.len() - after.len()).max(start + 1);
        rest = rest.get(read..).unwrap_or(after);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redactions_are_counted_and_stars_of_other_kinds_are_not() {
        for (text, places) in [
            ("pay [***] within [ * ] days, $ *** or [**] mg", 4),
            ("[Redacted] and ****** and 【***】", 3),
            ("the sum of ████ 元", 1),
            ("* See note 2 * 3 ** of [Customer] [", 0),
            ("Confidential] [REDACTED: price]", 1),
            ("【甲方】", 0),
        ] {
            assert_eq!(count(text), places, "{text}");
        }
    }
}
