//! Where the settings file lies: in the folder of the contract or one above,
//! up to the root of its repository.

use crate::source::repository;
use std::path::{Path, PathBuf};

/// The file's name.
pub const NAME: &str = "fineprint.yaml";
/// The name it may have as well.
const OTHER_NAME: &str = "fineprint.yml";

/// The nearest settings file for a folder, which is given from the root.
/// Outside a repository only the folder itself is looked at, so that a file
/// left in `/tmp` or a home folder rules nobody.
///
/// # Errors
/// A sentence, when one folder has two such files.
pub fn find(folder: &Path) -> Result<Option<PathBuf>, String> {
    let inside = folder.join(NAME);
    let root = repository(&inside).unwrap_or(folder);
    for above in folder.ancestors() {
        let files: Vec<PathBuf> = [NAME, OTHER_NAME]
            .map(|name| above.join(name))
            .into_iter()
            .filter(|f| f.is_file())
            .collect();
        match files.as_slice() {
            [] => {}
            [file] => return Ok(Some(file.clone())),
            _ => {
                return Err(format!(
                    "{} holds both {NAME} and {OTHER_NAME}: keep one",
                    above.display()
                ));
            }
        }
        if above == root {
            break;
        }
    }
    Ok(None)
}
