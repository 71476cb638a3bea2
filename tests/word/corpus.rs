//! Real documents, where they are at hand: none may panic or hang, and all
//! positions hold.

use crate::package::assert_positions;
use fineprint::read::{WordOptions, read_word};
use std::path::{Path, PathBuf};

#[test]
fn real_documents_are_read_with_exact_positions() {
    let root = std::env::var("FINEPRINT_CORPUS").unwrap_or_else(|_| "../shared/corpus".to_owned());
    let files = word_files(&Path::new(&root).join("docx"));
    if files.is_empty() {
        eprintln!("skipped: no Word files under {root}/docx");
        return;
    }
    let mut refused = Vec::new();
    for file in &files {
        let bytes = std::fs::read(file).unwrap();
        let mut options = WordOptions::default();
        let document = match read_word("corpus.docx", &bytes, &options) {
            Ok(document) => document,
            Err(error) => {
                refused.push(format!("{}: {error}", file.display()));
                continue;
            }
        };
        assert_positions(&bytes, &document);
        if document.blocks.iter().any(|block| !block.revisions.is_empty()) {
            options.as_original = true;
            assert_positions(&bytes, &read_word("corpus.docx", &bytes, &options).unwrap());
        }
    }
    eprintln!("{} of {} files refused:\n{}", refused.len(), files.len(), refused.join("\n"));
    assert!(refused.len() * 5 < files.len(), "most real documents can be read");
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
