//! Files as git has them at a revision, `HEAD~1:terms.md`.

use std::io::Read;
use std::process::{ChildStdout, Command, Stdio};

/// Whether a name may be a file of a revision: on Windows, `C:\draft.md` is none.
pub(super) fn is_revision(name: &str) -> bool {
    name.split_once(':').is_some_and(|(revision, path)| {
        revision.len() > 1 && !revision.starts_with('-') && !path.is_empty()
    })
}

/// Hands a file's bytes to `take`.
///
/// # Errors
/// What git says when there is no such file, or why git does not start.
pub(super) fn read<T>(name: &str, take: impl FnOnce(ChildStdout) -> T) -> Result<T, String> {
    let mut git = Command::new("git")
        .args(["cat-file", "blob", name])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let taken = git.stdout.take().map(take);
    // Whoever stops taking ends git too, which then has nothing to say.
    let mut said = String::new();
    if let Some(mut stderr) = git.stderr.take() {
        stderr.read_to_string(&mut said).map_err(|error| error.to_string())?;
    }
    let ended = git.wait().map_err(|error| error.to_string())?;
    match taken {
        Some(taken) if ended.success() || said.is_empty() => Ok(taken),
        _ => Err(said.trim().trim_start_matches("fatal: ").to_owned()),
    }
}
