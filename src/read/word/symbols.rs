//! Characters of symbol fonts as ordinary ones.

/// A font whose letters are signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SymbolFont {
    Symbol,
    Wingdings,
    Wingdings2,
}

impl SymbolFont {
    /// The font of this name, if it is one of them.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name.trim().to_lowercase().as_str() {
            "symbol" => Some(Self::Symbol),
            "wingdings" => Some(Self::Wingdings),
            "wingdings 2" => Some(Self::Wingdings2),
            _ => None,
        }
    }

    /// The sign at a place of the font; of those only what a contract's meaning
    /// may hang on is known.
    fn sign(self, place: u32) -> Option<char> {
        match self {
            Self::Symbol => symbol_sign(place),
            Self::Wingdings => Some(match place {
                0x6F | 0x71 | 0x72 | 0xA8 => '☐',
                0xFC => '✓',
                0xFE => '☑',
                0xFB => '✗',
                0xFD | 0x78 => '☒',
                0x6C | 0x9F | 0xA7 => '•',
                0xE0 => '→',
                _ => return None,
            }),
            Self::Wingdings2 => Some(match place {
                0x50 | 0x52 => '☑',
                0x4F | 0x51 | 0x53 | 0x54 => '☒',
                0x2A | 0xA3 => '☐',
                _ => return None,
            }),
        }
    }

    /// What a character of a text in this font shows, where it is another.
    /// Letters in Symbol are left as they are: they may be meant as letters.
    pub(super) fn shown(self, c: char) -> Option<char> {
        let place = match u32::from(c) {
            code @ 0xF000..=0xF0FF => code - 0xF000,
            code @ 0..=0xFF if self != Self::Symbol => code,
            _ => return None,
        };
        self.sign(place)
    }
}

/// The character a symbol element shows: a place in a font, which may stand in
/// the private use area, or an ordinary character. A sign that is not known is
/// a replacement character.
pub(super) fn symbol(font: &str, code: u32) -> char {
    const UNKNOWN: char = '\u{FFFD}';
    let private = (0xF000..=0xF0FF).contains(&code);
    match SymbolFont::named(font) {
        Some(font) if private => font.sign(code - 0xF000).unwrap_or(UNKNOWN),
        Some(font) if code <= 0xFF => font.sign(code).unwrap_or(UNKNOWN),
        None if private && !font.to_lowercase().contains("dings") => {
            symbol_sign(code - 0xF000).unwrap_or(UNKNOWN)
        }
        None if private => UNKNOWN,
        _ => char::from_u32(code).filter(|c| !c.is_control()).unwrap_or(UNKNOWN),
    }
}

fn symbol_sign(place: u32) -> Option<char> {
    const UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let letter = |letters: &str, first: u32| letters.chars().nth((place - first) as usize);
    Some(match place {
        0x20 | 0x21 | 0x23 | 0x25 | 0x26 | 0x28 | 0x29 | 0x2B | 0x2C | 0x2E..=0x3F => {
            char::from_u32(place)?
        }
        0x41..=0x5A => letter(UPPER, 0x41)?,
        0x61..=0x7A => letter(LOWER, 0x61)?,
        0x2D => '−',
        0xA3 => '≤',
        0xB3 => '≥',
        0xB1 => '±',
        0xB4 => '×',
        0xB7 => '•',
        0xB9 => '≠',
        0xBB => '≈',
        0xB8 => '÷',
        0xA5 => '∞',
        0xD2 => '®',
        0xD3 => '©',
        0xD4 => '™',
        0xAE => '→',
        0xE5 => '∑',
        0xB0 => '°',
        0xD6 => '√',
        _ => return None,
    })
}
