//! The baseline of a run: read, applied, written again.

use super::output::replace;
use super::screen::Screen;
use super::settings::shown;
use crate::catalogue::YamlError;
use crate::check::{Baseline, Files, Review};
use crate::config::Settings;
use crate::matching::Lang;
use crate::source::{absolute, relative, text_within};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Largest baseline, in bytes: a hundred thousand entries and more.
const LARGEST_FILE: u64 = 64 << 20;

/// A baseline and its file.
pub(super) struct Accepted {
    baseline: Baseline,
    /// From the root.
    path: PathBuf,
    update: bool,
}

/// The names of files from the baseline's folder, with slashes, so that they
/// are the same on every machine.
struct FromFolder<'p> {
    folder: &'p Path,
}

impl Files for FromFolder<'_> {
    fn name(&self, path: &str) -> String {
        match absolute(Path::new(path)) {
            Ok(from_root) if path != "-" => {
                relative(self.folder, &from_root).to_string_lossy().replace('\\', "/")
            }
            _ => path.to_owned(),
        }
    }

    fn exists(&self, name: &str) -> bool {
        self.folder.join(name).is_file()
    }
}

/// Reads the baseline of the settings, if there is one.
///
/// # Errors
/// What is wrong has been said.
pub(super) fn load(
    settings: &Settings,
    update: bool,
    screen: &mut Screen,
) -> Result<Option<Accepted>, ()> {
    let Some(given) = &settings.baseline.value else {
        if update {
            screen.complain(
                "--update-baseline needs to know where: --baseline FILE, or baseline: in fineprint.yaml",
            );
            return Err(());
        }
        return Ok(None);
    };
    let name = shown(given).display().to_string();
    let path = absolute(given).map_err(|error| screen.complain(&format!("{name}: {error}")))?;
    let baseline = match text_within(&path, LARGEST_FILE) {
        Ok(text) => {
            Baseline::parse(&text).map_err(|error| screen.diagnose(&at(&name, &text, &error)))?
        }
        Err(error) if error.kind() == ErrorKind::NotFound && update => Baseline::default(),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            screen.complain(&format!("there is no baseline {name}; --update-baseline writes one"));
            return Err(());
        }
        Err(error) => {
            screen.complain(&format!("{name}: the baseline cannot be read: {error}"));
            return Err(());
        }
    };
    Ok(Some(Accepted { baseline, path, update }))
}

/// A mistake in a baseline, at its place.
fn at(name: &str, text: &str, error: &serde_json::Error) -> YamlError {
    let line: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(front, _)| front);
    let help = "after a merge, take either side whole and run --update-baseline again";
    YamlError::new(name, text, line, message.to_owned(), Some(help.to_owned()))
}

impl Accepted {
    /// Marks what was accepted before and warns of what is stale; with
    /// `--update-baseline`, accepts what is reported and writes the file. False
    /// where it could not be written, which has been said.
    pub(super) fn apply(
        &self,
        reviews: &mut [Review],
        settings: &Settings,
        lang: Lang,
        screen: &mut Screen,
    ) -> bool {
        let folder = self.path.parent().unwrap_or(&self.path);
        let files = FromFolder { folder };
        let stale = self.baseline.accept(reviews, &files);
        if !self.update {
            Baseline::warn(&stale, reviews, &files, lang);
            return true;
        }
        let side = settings.side.value;
        let (baseline, changed) =
            self.baseline.update(reviews, &files, |finding| finding.concerns(side));
        let name = shown(&self.path).display().to_string();
        let written = baseline
            .write()
            .map_err(std::io::Error::other)
            .and_then(|text| replace(&self.path, text.as_bytes()));
        match written {
            Ok(()) => screen
                .complain(&format!("{name}: {} added, {} removed", changed.added, changed.removed)),
            Err(ref error) => screen.complain(&format!("{name}: cannot be written: {error}")),
        }
        written.is_ok()
    }
}
