//! Folding: text made comparable, with the way back.
//!
//! Curly quotes, dashes, full-width and non-breaking characters have one plain
//! form, ASCII is lower case, runs of white space are one space, and there is
//! no space inside Chinese. Words are never changed here.

use crate::source::{Mapped, Span};

/// What a mapping of one character gives.
enum Plain {
    Char(char),
    Space,
    Nothing,
}

/// The plain form of one character.
fn plain(c: char) -> Plain {
    Plain::Char(match c {
        c if c.is_whitespace() || c == '\u{200B}' || c == '\u{FEFF}' => return Plain::Space,
        '\u{00AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' => return Plain::Nothing,
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{2032}' | '\u{02BC}' | '`' | '´' => '\'',
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2033}' | '「' | '」' | '『' | '』' | '«'
        | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' => '-',
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(c as u32 - 0xFEE0).map_or(c, |half| half.to_ascii_lowercase())
        }
        '￥' => '¥',
        c if super::slot::reserved(c) => '\u{FFFD}',
        c => c.to_lowercase().next().filter(|_| c.to_lowercase().count() == 1).unwrap_or(c),
    })
}

/// The plain form of a character that stands in a pattern, if it is not its own.
pub(super) fn plain_in_pattern(c: char) -> Option<char> {
    match plain(c) {
        Plain::Char(p) if p != c => Some(p),
        Plain::Space if c != ' ' => Some(' '),
        _ => None,
    }
}

/// Whether Chinese is written without spaces around this character.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{2FA1F}' | '●' | '℃')
}

/// Folds a text; the result maps back to offsets of that text.
pub fn fold(text: &str) -> Mapped {
    let mut folded = Mapped::default();
    let mut space: Option<Span> = None;
    let mut before: Option<char> = None;
    let mut plain_char = [0; 4];
    for (at, c) in text.char_indices() {
        let origin = Span::new(at, at + c.len_utf8());
        match plain(c) {
            Plain::Nothing => {}
            Plain::Space => space = Some(space.map_or(origin, |s| s.cover(origin))),
            Plain::Char(p) => {
                if let Some(gap) = space.take()
                    && let Some(b) = before
                    && !(is_wide(b) || is_wide(c))
                {
                    if gap.len() == 1 && &text[gap.range()] == " " {
                        folded.push(" ", gap.start);
                    } else {
                        folded.push_for(" ", gap);
                    }
                }
                let word = p.encode_utf8(&mut plain_char);
                if word.len() == origin.len() {
                    folded.push(word, at);
                } else {
                    folded.push_for(word, origin);
                }
                before = Some(c);
            }
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_writing_become_one() {
        assert_eq!(
            fold("The\u{00A0} “Customer’s”  e\u{2011}mail").as_str(),
            "the \"customer's\" e-mail"
        );
        assert_eq!(
            fold("服务 费（含税）：３０％，\n 使用 API 接口").as_str(),
            "服务费(含税):30%,使用api接口"
        );
        assert_eq!(fold("non\u{00AD}stop").as_str(), "nonstop");
    }

    #[test]
    fn a_range_of_folded_text_maps_to_what_it_was_made_from() {
        let text = "根据 “ＳＬＡ” 的规定";
        let folded = fold(text);
        let at = folded.as_str().find("sla").unwrap_or_default();
        assert_eq!(&text[folded.origin(at..at + 3).range()], "ＳＬＡ");
    }
}
