//! Bytes to text: UTF-8 with and without a byte-order mark, UTF-16 and
//! GB18030. What is none of these is refused with the place of the first bad
//! byte.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// Why bytes are not text we can read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DecodeError {
    /// Neither UTF-8 nor another encoding we know.
    #[error("not UTF-8, UTF-16 or GB18030 text: invalid byte at line {line}, offset {offset}")]
    Unknown {
        /// Line of the first byte that is not UTF-8, from 1.
        line: usize,
        /// Its offset from the start of the file.
        offset: usize,
    },
    /// A binary file.
    #[error("this is not text: it holds NUL bytes")]
    Binary,
}

/// Decodes a file's bytes. A byte-order mark decides; without one, valid UTF-8
/// is UTF-8, and text with bytes above 127 that is valid GB18030 and mostly
/// Chinese is GB18030. Line endings are left as they are; the mark is dropped.
pub fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    let with_mark = [(&b"\xFF\xFE"[..], UTF_16LE), (&b"\xFE\xFF"[..], UTF_16BE)];
    for (mark, encoding) in with_mark {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return encoding
                .decode_without_bom_handling_and_without_replacement(rest)
                .map(|text| text.into_owned())
                .ok_or(DecodeError::Unknown { line: 1, offset: 0 });
        }
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) if text.contains('\0') => Err(DecodeError::Binary),
        Ok(text) => Ok(text.to_owned()),
        Err(_) if rest.contains(&0) => Err(DecodeError::Binary),
        Err(error) => chinese(rest).ok_or_else(|| {
            let offset = error.valid_up_to();
            let line = rest[..offset].iter().filter(|&&b| b == b'\n').count() + 1;
            DecodeError::Unknown { line, offset: offset + (bytes.len() - rest.len()) }
        }),
    }
}

/// GB18030 accepts almost any bytes, so the result must also look like
/// Chinese: nine in ten of its non-ASCII characters common ideographs or
/// full-width punctuation.
fn chinese(bytes: &[u8]) -> Option<String> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let wide: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    let common = wide
        .iter()
        .filter(|c| matches!(c, '\u{4E00}'..='\u{9FA5}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '\u{2010}'..='\u{2030}'))
        .count();
    (wide.len() > 1 && common * 10 >= wide.len() * 9).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "第一条 乙方应在30日内付款。Fee 5%\r\n";
        let mut utf16 = vec![0xFF, 0xFE];
        utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let mut utf16be = vec![0xFE, 0xFF];
        utf16be.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let (gb, _, _) = GB18030.encode(text);
        for bytes in [text.as_bytes(), &utf16, &utf16be, &marked, &gb] {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_place() {
        assert_eq!(decode(b"a\nb\xE9 caf\xE9"), Err(DecodeError::Unknown { line: 2, offset: 3 }));
        assert_eq!(decode(b"%PDF\0\x01"), Err(DecodeError::Binary));
    }
}
