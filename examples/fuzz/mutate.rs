//! Damages that are the same for the same seed: what a broken transfer, another
//! program or an attacker makes of a file.

use std::io::{Cursor, Read, Write};

/// Pieces that mean something to one reader or another.
const PIECES: [&str; 40] = [
    "\n",
    "\n\n",
    "  ",
    "\t",
    "- ",
    "> ",
    "# ",
    "1. ",
    "1.1.1 ",
    "(a) ",
    "| a | b |\n|---|---|\n",
    "```\n",
    "<!-- fineprint: allow fees/late: x -->",
    "<table><tr><td>",
    "</td>",
    "[x]: y\n",
    "**",
    "&amp;",
    "\u{feff}",
    "\u{202e}",
    "第五条",
    "百分之九十九点九",
    "壹拾贰万元整",
    "99.9%",
    "USD 1,000,000.00",
    "thirty (30) days",
    "tiga puluh (30) hari",
    "2026-02-30",
    "99999999999999999999",
    "-0.0000000001",
    "24x7",
    "\"",
    "'",
    "{",
    "[",
    ": ",
    "&a *a ",
    "%",
    "\\",
    "\0",
];

/// Pieces of Word's XML.
const XML: [&str; 10] = [
    "<w:p>",
    "</w:p>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:ins w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:ins>",
    "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"-1\"/></w:numPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "&a;",
    "<w:commentReference w:id=\"0\"/>",
];

/// The longest a mutated input grows, in bytes.
const LONGEST: usize = 1 << 20;

/// Numbers that look drawn by lot and are not (xorshift64*).
pub(crate) struct Lot(u64);

impl Lot {
    /// Numbers for a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `below`, which is not 0.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(drawn).unwrap_or(0) % below.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// The bytes with a few damages; `other` is where foreign pieces are taken from.
pub(crate) fn mutated(bytes: &[u8], other: &[u8], lot: &mut Lot) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=lot.below(6) {
        damage(&mut bytes, other, &PIECES, lot);
    }
    bytes
}

/// A Word file with damages in one of its parts, or of the package itself.
pub(crate) fn mutated_word(bytes: &[u8], other: &[u8], lot: &mut Lot) -> Vec<u8> {
    if lot.below(8) == 0 {
        return mutated(bytes, other, lot);
    }
    repacked(bytes, lot).unwrap_or_else(|| mutated(bytes, other, lot))
}

fn repacked(bytes: &[u8], lot: &mut Lot) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    // Most of the text is in one part, which is damaged most of the time.
    let main = archive.index_for_name("word/document.xml");
    let chosen = main.filter(|_| lot.below(3) > 0).unwrap_or_else(|| lot.below(archive.len()));
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        member.by_ref().take(LONGEST as u64).read_to_end(&mut content).ok()?;
        if index == chosen {
            for _ in 0..=lot.below(4) {
                let pieces: &[&str] = if lot.below(2) == 0 { &XML } else { &PIECES };
                let own = content.clone();
                damage(&mut content, &own, pieces, lot);
            }
        }
        let name = member.name().ok()?.into_owned();
        out.start_file(name, options).ok()?;
        out.write_all(&content).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

fn damage(bytes: &mut Vec<u8>, other: &[u8], pieces: &[&str], lot: &mut Lot) {
    let at = lot.below(bytes.len() + 1);
    let some = |lot: &mut Lot, of: &[u8], most: usize| {
        let start = lot.below(of.len() + 1);
        let length = lot.below(most) + 1;
        of[start..(start + length).min(of.len())].to_vec()
    };
    match lot.below(8) {
        0 => drop(bytes.drain(at..(at + lot.below(80) + 1).min(bytes.len()))),
        1 => {
            let own = bytes.clone();
            let copy = some(lot, &own, 200);
            bytes.splice(at..at, copy);
        }
        2 => {
            let foreign = some(lot, other, 400);
            bytes.splice(at..at, foreign);
        }
        3 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = u8::try_from(lot.below(256)).unwrap_or(0);
            }
        }
        4 | 5 => {
            let piece = lot.of(pieces).bytes();
            bytes.splice(at..at, piece);
        }
        6 => {
            // What is harmless once may be slow a thousand times.
            let times = 1 << lot.below(13);
            let piece = if lot.below(2) == 0 {
                lot.of(pieces).as_bytes().to_vec()
            } else {
                let own = bytes.clone();
                some(lot, &own, 40)
            };
            bytes.splice(at..at, piece.repeat(times));
        }
        _ => bytes.truncate(at.max(bytes.len() / 2)),
    }
    bytes.truncate(LONGEST);
}
