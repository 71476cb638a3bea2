//! The languages fineprint reads.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// A language of contracts, rules and reports.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Chinese.
    Zh,
    /// Malay.
    Ms,
}

impl Lang {
    /// All of them, in the order in which reports name them.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Ms];

    /// The one of three things that is this language's.
    pub fn choose<T>(self, en: T, zh: T, ms: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
            Self::Ms => ms,
        }
    }
}

/// Function words that tell Malay from English, and from Indonesian where the
/// two differ.
const MALAY: &[&str] = &[
    "yang",
    "dan",
    "adalah",
    "hendaklah",
    "tidak",
    "kepada",
    "daripada",
    "oleh",
    "dengan",
    "ini",
    "bagi",
    "untuk",
    "atau",
    "perkhidmatan",
    "perjanjian",
    "pelanggan",
    "pembekal",
    "akan",
    "dalam",
    "pihak",
    "mana-mana",
    "hari",
    "bulan",
    "yuran",
    "boleh",
    "setiap",
    "klausa",
];
const ENGLISH: &[&str] = &[
    "the",
    "of",
    "and",
    "shall",
    "to",
    "in",
    "any",
    "this",
    "is",
    "be",
    "by",
    "for",
    "or",
    "not",
    "will",
    "may",
    "with",
    "services",
    "agreement",
    "customer",
    "a",
    "on",
    "are",
    "as",
];

/// Words of one of two close languages that the other does not use.
const MALAY_ONLY: &[&str] = &[
    "hendaklah",
    "bahawa",
    "kerana",
    "perkhidmatan",
    "yuran",
    "fasal",
    "klausa",
    "daripada",
    "syarikat",
    "caj",
    "ialah",
    "kewajipan",
    "pembekal",
    "akta",
    "notis",
];
const INDONESIAN_ONLY: &[&str] = &[
    "bahwa",
    "karena",
    "layanan",
    "biaya",
    "pasal",
    "hukum",
    "perseroan",
    "kewajiban",
    "tagihan",
    "faktur",
    "rupiah",
    "ayat",
    "pemberitahuan",
    "kesepakatan",
    "pengadilan",
    "sengketa",
];

/// Whether a folded text is Indonesian, which shares most function words with
/// Malay and is not read.
pub fn is_indonesian(folded: &str) -> bool {
    let (mut indonesian, mut malay) = (0usize, 0usize);
    for word in folded.split(|c: char| !c.is_ascii_alphabetic() && c != '-') {
        indonesian += usize::from(INDONESIAN_ONLY.contains(&word));
        malay += usize::from(MALAY_ONLY.contains(&word));
    }
    indonesian > 2 && indonesian > malay * 2
}

/// The languages of a folded paragraph: Chinese where ideographs stand,
/// English and Malay by their function words. A few quoted terms of another
/// language do not count, a sentence of it does.
pub fn languages_of(folded: &str) -> Vec<Lang> {
    let (mut han, mut letters) = (0usize, 0usize);
    for c in folded.chars() {
        if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
            han += 1;
        } else if c.is_ascii_alphabetic() {
            letters += 1;
        }
    }
    let mut found = Vec::new();
    let (mut malay, mut english) = (0usize, 0usize);
    for word in folded.split(|c: char| !c.is_ascii_alphabetic() && c != '-') {
        malay += usize::from(MALAY.contains(&word));
        english += usize::from(ENGLISH.contains(&word));
    }
    if han * 4 >= letters && han > 0 {
        found.push(Lang::Zh);
    }
    if malay > 0 && (malay * 2 >= english || malay >= 4) {
        found.push(Lang::Ms);
    }
    if letters > han && english > 0 && (english * 2 >= malay || english >= 6) {
        found.push(Lang::En);
    }
    if found.is_empty() && letters > 0 {
        found.push(Lang::En);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malay_is_told_from_indonesian() {
        let malay = "pelanggan hendaklah membayar yuran kepada syarikat dalam tempoh 30 hari daripada tarikh notis";
        let indonesian = "pelanggan wajib membayar biaya layanan dalam waktu 30 hari sejak tagihan diterima sesuai pasal 5 ayat 2";
        assert!(is_indonesian(indonesian) && !is_indonesian(malay));
        assert_eq!(languages_of(malay), [Lang::Ms]);
    }
}
