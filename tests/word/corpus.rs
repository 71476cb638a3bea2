//! Real documents, where they are at hand: none may panic or hang, and all
//! positions hold.

use crate::package::assert_positions;
use fineprint::ooxml::PackageError;
use fineprint::read::{ReadError, WordOptions, read_word};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The Word files in a folder of the corpus.
pub(crate) fn corpus(folder: &str) -> Vec<PathBuf> {
    let root = std::env::var("FINEPRINT_CORPUS").unwrap_or_else(|_| "../shared/corpus".to_owned());
    let files = word_files(&Path::new(&root).join(folder));
    if files.is_empty() {
        eprintln!("skipped: no Word files under {root}/{folder}");
    }
    files
}

#[test]
fn real_contracts_are_read_with_exact_positions() {
    let files = corpus("docx");
    for file in files.iter().filter(|file| !file.to_string_lossy().contains("poi-robustness")) {
        let bytes = std::fs::read(file).unwrap();
        let mut options = WordOptions::default();
        assert_positions(&bytes, &read_word("corpus.docx", &bytes, &options).unwrap());
        options.as_original = true;
        assert_positions(&bytes, &read_word("corpus.docx", &bytes, &options).unwrap());
    }
}

/// Odd files that Word does not open either, by the reason it has. All the
/// damaged ones are zips without a usable directory.
const REFUSED: [(&str, &str); 16] = [
    ("ExternalEntityInText", "DTD"),
    ("bug53475-password-is-pass", "password"),
    ("bug53475-password-is-solrcell", "password"),
    ("protected_agile", "password"),
    ("clusterfuzz-testcase-minimized-POIFuzzer-6709287337197568", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-4791943399604224", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-4959857092198400", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-5166796835258368", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-5564805011079168", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-5569740188549120", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-6061520554164224", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-6120975439364096", "damaged"),
    ("clusterfuzz-testcase-minimized-POIXWPFFuzzer-6442791109263360", "damaged"),
    ("crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd", "damaged"),
    ("truncated62886", "damaged"),
];

/// Why a file is refused, in a word.
fn reason(error: &ReadError) -> &'static str {
    match error {
        ReadError::Package(PackageError::Encrypted) => "password",
        ReadError::Package(PackageError::Dtd { .. }) => "DTD",
        ReadError::Package(PackageError::Damaged { .. }) => "damaged",
        _ => "other",
    }
}

#[test]
fn odd_files_are_read_or_refused_for_a_reason_in_time_and_memory() {
    let mut read = 0;
    for file in corpus("docx/poi-robustness") {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).unwrap();
        let start = Instant::now();
        let result = read_word("corpus.docx", &bytes, &WordOptions::default());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(120), "{name} took {took:?}");
        let expected = REFUSED.iter().find(|(refused, _)| *refused == name);
        match result {
            Ok(document) => {
                assert_eq!(expected, None, "{name} is read");
                assert_positions(&bytes, &document);
                eprintln!("| {name} | read | {} blocks | {took:.0?} |", document.blocks.len());
                read += 1;
            }
            Err(error) => {
                eprintln!("| {name} | refused | {error} | {took:.0?} |");
                assert_eq!(expected.map(|(_, why)| *why), Some(reason(&error)), "{name}: {error}");
            }
        }
    }
    if let Some(peak) = peak_memory() {
        eprintln!("{read} files read, at most {} MiB", peak >> 20);
        assert!(peak < 1 << 30, "no more than 1 GiB, but {peak} bytes");
    }
}

/// The most memory this process has held, in bytes, where the system says.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib << 10)
}

fn word_files(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "docx") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
