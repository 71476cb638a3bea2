//! A contract's text made safe to show: it may hold escape sequences that would
//! drive the reader's terminal, and marks that turn the reading direction.

/// A character as it may be printed; `None` where it has no look of its own.
/// What would steer the terminal or turn the reading direction becomes `�`.
pub(in crate::report) fn shown(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{fe0f}' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('\u{fffd}'),
        c if c.is_control() => Some('\u{fffd}'),
        c => Some(c),
    }
}

/// A text as it may be printed, on one line.
pub(in crate::report) fn printable(text: &str) -> String {
    text.chars().filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_contract_cannot_steer_the_terminal() {
        assert_eq!(printable("a\u{1b}[2Jb\tc\u{202e}d\u{200b}"), "a\u{fffd}[2Jb c\u{fffd}d");
    }
}
