//! The last few texts that bundled patterns were looked for in, each with
//! those of them that may match there: terms try hundreds of patterns on the
//! same cell or label, one after the other.

use super::gate::Scan;
use super::prepared::bundled_gate;
use std::cell::RefCell;
use std::collections::VecDeque;

/// How many texts are kept: a cell is looked at beside its row, its heading
/// and what stands over its table.
const TEXTS: usize = 6;

/// From which question about a text on one pass over it with the gate is less
/// work than to look for each pattern's literals.
const WORTH_A_PASS: u32 = 16;

thread_local! {
    static LOOKED: RefCell<Looked> =
        RefCell::new(Looked { scan: bundled_gate().scan(), texts: VecDeque::new() });
}

struct Looked {
    scan: Scan<'static>,
    /// The newest first.
    texts: VecDeque<Text>,
}

struct Text {
    text: String,
    /// How often it was asked about.
    asked: u32,
    /// The numbers of the patterns that may match, in order, once that is known.
    admitted: Option<Vec<u32>>,
}

/// Whether a bundled pattern, by its number, may match in a text; `None` where
/// it is not yet worth finding out.
pub(super) fn admits(number: u32, text: &str) -> Option<bool> {
    LOOKED.with_borrow_mut(|Looked { scan, texts }| {
        let at = texts.iter().position(|known| known.text == text).unwrap_or_else(|| {
            let mut oldest = (texts.len() == TEXTS).then(|| texts.pop_back()).flatten();
            let mut own = oldest.take().map_or_else(String::new, |oldest| oldest.text);
            own.clear();
            own.push_str(text);
            texts.push_front(Text { text: own, asked: 0, admitted: None });
            0
        });
        let known = &mut texts[at];
        known.asked += 1;
        if known.admitted.is_none() && known.asked >= WORTH_A_PASS {
            known.admitted = Some(scan.candidates(text));
        }
        known.admitted.as_ref().map(|admitted| admitted.binary_search(&number).is_ok())
    })
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::super::prepared;
    use super::*;

    #[test]
    fn what_is_turned_away_does_not_match() {
        let texts = ["response time: 4 hours", "服务可用性不低于", "yuran tambahan akan dikenakan"];
        for text in texts {
            for pattern in prepared::all().take(3_000).filter_map(Pattern::prepared) {
                let Some(number) = pattern.number() else { continue };
                if admits(number, text) == Some(false) {
                    let found =
                        pattern.find_admitted(&super::super::Places::of(text, 0..text.len()));
                    assert!(found.is_empty(), "{}: {text}", pattern.written());
                }
            }
        }
    }
}
