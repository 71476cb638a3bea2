//! Characters that are written in several ways, and their one plain form.

use super::traditional::simplified;

/// What a mapping of one character gives.
pub(super) enum Plain {
    Char(char),
    Space,
    Nothing,
}

/// The plain form of one character.
pub(super) fn plain(c: char) -> Plain {
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
        '\u{2027}' => '点',
        c if is_wide(c) => simplified(c),
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
