//! Where sentences end in folded text.

use std::ops::Range;

/// Words before a full stop that do not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "no", "nos", "inc", "ltd", "co", "corp", "llc", "e.g", "i.e", "sec", "sect", "art", "cl",
    "para", "paras", "approx", "vs", "v", "mr", "mrs", "ms", "dr", "st", "u.s", "u.k", "sdn",
    "bhd", "pte", "p.a", "a.m", "p.m", "fig", "cf", "incl", "excl", "ext", "tel", "s.d.n", "s.a",
    "n.v", "b.v", "gmbh", "bil", "jld", "dll", "cth", "ph.d", "ch", "pp", "vol",
];

/// Longest sentence, in bytes, for those who never end one: each pattern and
/// its polarity look at the whole sentence around every place they find.
const LONGEST: usize = 8 << 10;
/// Longest question that is one sentence with its answer, in bytes.
const SHORT_QUESTION: usize = 42;

/// Splits folded text into sentences: at 。 ! ?, and at a full stop that a
/// space follows, unless an abbreviation, an initial or a bare number stands
/// before it. A short question is one sentence with its answer: "Unpaid for 30
/// days? We delete everything." What goes on for ever is divided at a space, or
/// anywhere where it has none. Every byte belongs to one sentence; leading space
/// is left out.
pub fn sentences(folded: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut end_sentence = |start: &mut usize, end: usize| {
        let from = *start + (folded[*start..end].len() - folded[*start..end].trim_start().len());
        if from < end {
            found.push(from..end);
        }
        *start = end;
    };
    let mut chars = folded.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let ends = match c {
            '?' => !is_aside(&folded[start..at]),
            '。' | '!' => true,
            '.' => {
                next.is_none_or(|n| n == ' ' || n == '"' || n == '\'')
                    && !abbreviated(&folded[start..at])
                    && !bounds(&folded[start..at], &folded[at + 1..])
            }
            c => at >= start + if c == ' ' { LONGEST } else { 2 * LONGEST },
        };
        if ends {
            let mut end = at + c.len_utf8();
            while let Some(&(q, c)) = chars.peek()
                && matches!(c, '"' | '\'' | ')')
            {
                end = q + c.len_utf8();
                chars.next();
            }
            end_sentence(&mut start, end);
        }
    }
    end_sentence(&mut start, folded.len());
    found
}

/// Whether a question is so short that it only says when its answer holds.
fn is_aside(question: &str) -> bool {
    let question = question.trim_start();
    question.len() <= SHORT_QUESTION && !question.contains('?')
}

/// Whether a full stop stands between "max" or "min" and its figure.
fn bounds(before: &str, behind: &str) -> bool {
    let word = before.rsplit([' ', '(', ':']).next().unwrap_or_default();
    matches!(word, "max" | "min" | "maks")
        && behind.trim_start().starts_with(|c: char| !c.is_alphabetic() && c != '"')
}

/// Whether a full stop after this text belongs to its last word.
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '"']).next().unwrap_or_default().trim_end_matches('.');
    let whole = word.len() == before.trim_start().len();
    word.is_empty()
        || ABBREVIATIONS.contains(&word)
        || (word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic()))
        || (whole && word.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_a_sentence() {
        assert_eq!(split("answer in max. 2 hours. next").len(), 2);
        assert_eq!(
            split("acme inc. shall pay no. 4.2 fees. the u.s. tax is extra. see (a)."),
            ["acme inc. shall pay no. 4.2 fees.", "the u.s. tax is extra.", "see (a)."]
        );
    }

    #[test]
    fn a_short_question_is_one_sentence_with_its_answer() {
        for text in [
            "unpaid for 30 days? we delete everything.",
            "逾期30天?我们删除全部数据。",
            "tidak dibayar 30 hari? kami padam semuanya.",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(
            split("what happens to my files when i leave the service? we delete them.").len(),
            2
        );
        assert_eq!(
            split("who? we, of course. that is all."),
            ["who? we, of course.", "that is all."]
        );
    }

    #[test]
    fn a_sentence_without_an_end_is_divided_and_nothing_is_lost() {
        for text in ["fees and ".repeat(9000), "费".repeat(20_000)] {
            let found = split(&text);
            assert!(found.len() > 1 && found.iter().all(|s| s.len() < 2 * LONGEST + 8));
            let bytes: usize = found.iter().map(|sentence| sentence.trim_end().len()).sum();
            assert!(bytes + found.len() >= text.trim_end().len());
        }
    }

    #[test]
    fn chinese_sentences_end_without_a_space() {
        assert_eq!(
            split("费用另计。乙方不退款;甲方付款。"),
            ["费用另计。", "乙方不退款;甲方付款。"]
        );
    }
}
