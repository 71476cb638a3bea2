//! Paths made comparable, without following links.

use std::io;
use std::path::{Component, Path, PathBuf};

/// A path from the root, without `.` and `..`. Links are not followed.
///
/// # Errors
/// When the path is empty or there is no current folder.
pub fn absolute(path: &Path) -> io::Result<PathBuf> {
    let mut plain = PathBuf::new();
    for component in std::path::absolute(path)?.components() {
        match component {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    Ok(plain)
}

/// The root of the repository that holds a path from the root: the nearest
/// folder above it with a `.git`.
pub fn repository(path: &Path) -> Option<&Path> {
    path.ancestors().skip(1).find(|above| above.join(".git").exists())
}

/// The way from a folder to a path, both from the root; the path itself where
/// they share nothing.
pub fn relative(folder: &Path, path: &Path) -> PathBuf {
    let shared = folder.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    // Only the root in common: the way up and down again helps nobody.
    if shared <= 1 && folder.components().count() > 1 {
        return path.to_owned();
    }
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(path.components().skip(shared)).collect();
    if way.as_os_str().is_empty() { PathBuf::from(".") } else { way }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_another_folder() {
        for (folder, path, way) in [
            ("/srv/repo", "/srv/repo/templates/msa.md", "templates/msa.md"),
            ("/srv/repo/templates", "/srv/repo/fineprint.yaml", "../fineprint.yaml"),
            ("/srv/repo", "/srv/repo", "."),
            ("/srv/repo", "/tmp/a.md", "/tmp/a.md"),
        ] {
            assert_eq!(relative(Path::new(folder), Path::new(path)), Path::new(way));
        }
        assert_eq!(absolute(Path::new("/a/./b/../c")).unwrap(), Path::new("/a/c"));
    }
}
