//! A package written again with text put into some of its parts: what is not
//! named is copied as it is packed, in the order in which it stood.

use super::package::damaged;
use super::{Package, PackageError};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::ops::Range;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Text put at one place, and how many bytes behind it go.
#[derive(Debug, Clone, Default)]
struct Edit {
    text: String,
    removed: usize,
}

/// Text that is put into parts of a package, and parts that are new.
#[derive(Debug, Clone, Default)]
pub struct Rewrite {
    /// By the part's name in lower case: offsets into the decoded part, and
    /// what is put there.
    edits: BTreeMap<String, BTreeMap<usize, Edit>>,
    added: Vec<(String, String)>,
}

impl Rewrite {
    /// Puts text at a byte offset of a part as [`Package::part`] gives it,
    /// behind what was put there before.
    pub fn insert(&mut self, part: &str, at: usize, text: &str) {
        let part = self.edits.entry(part.to_lowercase()).or_default();
        part.entry(at).or_default().text.push_str(text);
    }

    /// Puts text in the place of some bytes of a part, which must not hold
    /// another place of the rewrite.
    pub fn replace(&mut self, part: &str, range: Range<usize>, text: &str) {
        let part = self.edits.entry(part.to_lowercase()).or_default();
        part.insert(range.start, Edit { text: text.to_owned(), removed: range.len() });
    }

    /// Adds a part, in UTF-8, behind all others.
    pub fn add(&mut self, part: &str, text: String) {
        self.added.push((part.to_owned(), text));
    }
}

impl Package<'_> {
    /// The package with a rewrite done.
    ///
    /// # Errors
    /// When a part cannot be unpacked, or an insertion stands at no place of
    /// its part.
    pub fn rewritten(&mut self, rewrite: &Rewrite) -> Result<Vec<u8>, PackageError> {
        let mut changed: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        for (name, edits) in &rewrite.edits {
            let Some(member) = self.member(name) else {
                return Err(PackageError::MissingPart { part: name.clone() });
            };
            let bytes = self.unpack(member, name)?;
            let spliced = splice(&bytes, edits);
            changed.insert(
                member,
                spliced.ok_or_else(|| PackageError::Encoding { part: name.clone() })?,
            );
        }
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for member in 0..self.archive.len() {
            let file = self.archive.by_index_raw(member).map_err(damaged)?;
            match changed.get(&member) {
                Some(bytes) => {
                    let options = file.options();
                    let name = file.name().map_err(damaged)?.into_owned();
                    drop(file);
                    write(&mut writer, &name, options, bytes)?;
                }
                None => writer.raw_copy_file(file).map_err(damaged)?,
            }
        }
        for (name, text) in &rewrite.added {
            // Not the time of day: the same file gives the same bytes.
            let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
            write(&mut writer, name, options, text.as_bytes())?;
        }
        Ok(writer.finish().map_err(damaged)?.into_inner())
    }
}

fn write(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    options: SimpleFileOptions,
    bytes: &[u8],
) -> Result<(), PackageError> {
    writer.start_file(name, options).map_err(damaged)?;
    writer.write_all(bytes).map_err(|error| damaged(error.into()))
}

/// The bytes of a part with texts put in, in the part's own encoding. `None`
/// where an offset is none of its text.
fn splice(bytes: &[u8], edits: &BTreeMap<usize, Edit>) -> Option<Vec<u8>> {
    let wide = |mark: &[u8; 2], encode: fn(u16) -> [u8; 2]| {
        let text = put_in(&crate::source::decode(bytes).ok()?, edits)?;
        Some(mark.iter().copied().chain(text.encode_utf16().flat_map(encode)).collect())
    };
    if bytes.starts_with(b"\xFF\xFE") {
        return wide(b"\xFF\xFE", u16::to_le_bytes);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return wide(b"\xFE\xFF", u16::to_be_bytes);
    }
    let (mark, text) = bytes.split_at(if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 });
    let text = put_in(std::str::from_utf8(text).ok()?, edits)?;
    Some([mark, text.as_bytes()].concat())
}

fn put_in(text: &str, edits: &BTreeMap<usize, Edit>) -> Option<String> {
    let mut spliced = String::with_capacity(text.len() + edits.len() * 64);
    let mut copied = 0;
    for (&at, edit) in edits {
        spliced.push_str(text.get(copied..at)?);
        spliced.push_str(&edit.text);
        copied = at + edit.removed;
    }
    spliced.push_str(text.get(copied..)?);
    Some(spliced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_put_in_in_the_encoding_of_the_part() {
        let edit = |at, text: &str, removed| (at, Edit { text: text.to_owned(), removed });
        let edits = BTreeMap::from([edit(0, "<", 0), edit(3, "条", 1), edit(5, ">", 0)]);
        let wide = |mark: u16, text: &str| -> Vec<u8> {
            std::iter::once(mark).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        };
        for (before, after) in [
            ("第yx".as_bytes().to_vec(), "<第条x>".as_bytes().to_vec()),
            ("\u{FEFF}第yx".as_bytes().to_vec(), "\u{FEFF}<第条x>".as_bytes().to_vec()),
            (wide(0xFEFF, "第yx"), wide(0xFEFF, "<第条x>")),
        ] {
            assert_eq!(splice(&before, &edits), Some(after));
        }
        assert_eq!(splice(b"x", &edits), None, "no such place");
    }
}
