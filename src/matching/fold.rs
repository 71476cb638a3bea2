//! Folding: text made comparable, with the way back.
//!
//! Curly quotes, dashes, full-width and non-breaking characters have one plain
//! form, ASCII is lower case, runs of white space are one space, and there is
//! no space inside Chinese, whose traditional characters become simplified ones.
//! Words are never changed here.

use super::plain::{Plain, is_wide, plain};
use crate::source::{Mapped, Span};

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
        assert_eq!(fold("乙方應於三十日內開立電子發票").as_str(), "乙方应于三十日内开立电子发票");
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
