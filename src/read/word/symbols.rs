//! `w:sym`: characters of symbol fonts as ordinary ones.

/// The character a symbol element shows. Code points of the private use area
/// are places in a font; of those only what a contract's meaning may hang on
/// is known, the rest shows as a replacement character.
pub(super) fn symbol(font: &str, code: &str) -> char {
    const UNKNOWN: char = '\u{FFFD}';
    let Ok(code) = u32::from_str_radix(code.trim(), 16) else { return UNKNOWN };
    let place = match code {
        0xF000..=0xF0FF => code - 0xF000,
        _ => return char::from_u32(code).filter(|c| !c.is_control()).unwrap_or(UNKNOWN),
    };
    let font = font.to_lowercase();
    if font.contains("wingdings 2") {
        match place {
            0x50 | 0x52 => '☑',
            0x4F | 0x51 | 0x53 | 0x54 => '☒',
            0x2A | 0xA3 => '☐',
            _ => UNKNOWN,
        }
    } else if font.contains("wingdings") {
        match place {
            0x6F | 0x71 | 0x72 | 0xA8 => '☐',
            0xFC => '✓',
            0xFE => '☑',
            0xFB => '✗',
            0xFD | 0x78 => '☒',
            0x6C | 0x9F | 0xA7 => '•',
            0xE0 => '→',
            _ => UNKNOWN,
        }
    } else {
        match place {
            0x20 | 0x21 | 0x23 | 0x25 | 0x26 | 0x28 | 0x29 | 0x2B | 0x2C | 0x2E..=0x3F => {
                char::from_u32(place).unwrap_or(UNKNOWN)
            }
            0x2D => '−',
            0xA3 => '≤',
            0xB3 => '≥',
            0xB1 => '±',
            0xB4 => '×',
            0xB7 => '•',
            0xB9 => '≠',
            0xB8 => '÷',
            0xA5 => '∞',
            0xD2 => '®',
            0xD3 => '©',
            0xD4 => '™',
            0xAE => '→',
            0xE5 => '∑',
            0xB0 => '°',
            _ => UNKNOWN,
        }
    }
}
