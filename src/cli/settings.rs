//! The settings of a run: which file, what it says, and the rules it selects.

use super::playbook::load_playbook;
use super::screen::Screen;
use super::{load_rules, load_rules_with_tests};
use crate::catalogue::{Catalogue, Side, YamlError};
use crate::config::{Flags, Loaded, NAME, Origin, Settings, Told, find};
use crate::source::{absolute, relative, text_within};
use clap::Args;
use std::path::{Path, PathBuf};

/// Largest settings file, in bytes: the YAML reader is quadratic in nesting.
const LARGEST_FILE: u64 = 1 << 20;

/// Which settings file.
#[derive(Debug, Args)]
pub(super) struct SettingsFile {
    /// The settings file (default: fineprint.yaml in the contract's folder or
    /// above, up to the repository's root)
    #[arg(long = "config", value_name = "FILE")]
    path: Option<PathBuf>,
    /// Use no settings file
    #[arg(long = "no-config", conflicts_with = "path")]
    none: bool,
}

/// The settings, with the file they are from.
pub(super) struct InForce {
    pub(super) settings: Settings,
    file: Option<Loaded>,
}

impl InForce {
    fn rules_dirs(&self) -> Vec<PathBuf> {
        self.settings.rules_dirs.iter().map(|told| shown(&told.value)).collect()
    }

    /// The rules that the settings select, with those of their playbook, whose
    /// side is the report's unless another is asked for. Mistakes are shown at
    /// their places.
    pub(super) fn catalogue(&mut self, screen: &mut Screen) -> Option<Catalogue> {
        let mut catalogue = load_rules(&self.rules_dirs(), screen)?;
        if let Some(named) = &self.settings.playbook.value {
            let playbook = load_playbook(&shown(named), &catalogue, screen)?;
            let side = &mut self.settings.side;
            if side.origin == Origin::Default {
                *side = Told { value: playbook.side, origin: Origin::Playbook };
            } else if side.value != playbook.side && side.value != Side::Both {
                let wrong = format!(
                    "{} is the {}'s playbook, and {} says otherwise",
                    shown(named).display(),
                    if playbook.side == Side::Vendor { "vendor" } else { "customer" },
                    side.origin
                );
                screen.complain(&wrong);
                return None;
            }
            playbook.enter(&mut catalogue);
        }
        let wrong = self.file.as_ref().map_or_else(Vec::new, |file| file.wrong_names(&catalogue));
        self.settings.select(&mut catalogue);
        complain_of(wrong, screen).is_some().then_some(catalogue)
    }
}

/// The bundled rules, with those of the command line or, where it names none,
/// of the settings for some paths: for commands that explain or read and do not
/// judge. Mistakes are shown at their places.
pub(super) fn known_rules(
    given: &[PathBuf],
    paths: &[PathBuf],
    screen: &mut Screen,
) -> Option<Catalogue> {
    load_rules(&known_dirs(given, paths, screen)?, screen)
}

/// The same with their tests, as the current folder's settings know them.
pub(super) fn known_rules_with_tests(given: &[PathBuf], screen: &mut Screen) -> Option<Catalogue> {
    load_rules_with_tests(&known_dirs(given, &[], screen)?, screen)
}

fn known_dirs(given: &[PathBuf], paths: &[PathBuf], screen: &mut Screen) -> Option<Vec<PathBuf>> {
    if !given.is_empty() {
        return Some(given.to_vec());
    }
    let chosen = SettingsFile { path: None, none: false };
    Some(settings(&chosen, &Flags::default(), paths, screen)?.rules_dirs())
}

/// The folders of rules that the current folder's settings name. What is wrong
/// with these is said.
pub(super) fn rules_dirs(screen: &mut Screen) -> Option<Vec<PathBuf>> {
    known_dirs(&[], &[], screen)
}

/// Finds and reads the settings for some paths. What is wrong is said; then
/// there are none.
pub(super) fn settings(
    chosen: &SettingsFile,
    flags: &Flags,
    paths: &[PathBuf],
    screen: &mut Screen,
) -> Option<InForce> {
    let found = match chosen {
        SettingsFile { none: true, .. } => Ok(None),
        SettingsFile { path: Some(path), .. } => {
            absolute(path).map(Some).map_err(|e| e.to_string())
        }
        SettingsFile { path: None, .. } => nearest(paths),
    };
    let path = match found {
        Ok(path) => path,
        Err(complaint) => {
            screen.complain(&complaint);
            return None;
        }
    };
    let file = match path {
        Some(path) => Some(read(&path, screen)?),
        None => None,
    };
    Some(InForce { settings: Settings::new(file.as_ref(), flags), file })
}

/// The settings file that the folders of the paths lead to, else the current
/// folder's. Two of them cannot both hold.
fn nearest(paths: &[PathBuf]) -> Result<Option<PathBuf>, String> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths.iter().filter(|path| path.as_os_str() != "-") {
        let path = absolute(path).map_err(|error| error.to_string())?;
        let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
        if let Some(file) = folder.map(find).transpose()?.flatten()
            && !found.contains(&file)
        {
            found.push(file);
        }
    }
    if let [one, other, ..] = found.as_slice() {
        return Err(format!(
            "the paths have two settings files, {} and {}: check them one by one, or name one with --config",
            shown(one).display(),
            shown(other).display()
        ));
    }
    match found.pop() {
        Some(file) => Ok(Some(file)),
        None => find(&absolute(Path::new(".")).map_err(|error| error.to_string())?),
    }
}

fn read(path: &Path, screen: &mut Screen) -> Option<Loaded> {
    let name = shown(path).display().to_string();
    let text = match text_within(path, LARGEST_FILE) {
        Ok(text) => text,
        Err(error) => {
            let hint = if error.kind() == std::io::ErrorKind::NotFound {
                format!("; `fineprint init` writes a {NAME}")
            } else {
                String::new()
            };
            screen.complain(&format!("{name}: the settings cannot be read: {error}{hint}"));
            return None;
        }
    };
    match Loaded::read(&name, path, text) {
        Ok(loaded) => Some(loaded),
        Err(errors) => {
            complain_of(errors, screen);
            None
        }
    }
}

/// Shows mistakes; nothing where there is one.
fn complain_of(errors: Vec<YamlError>, screen: &mut Screen) -> Option<()> {
    errors.iter().for_each(|error| screen.diagnose(error));
    errors.is_empty().then_some(())
}

/// A path as messages name it: from the current folder, where that is shorter.
pub(super) fn shown(path: &Path) -> PathBuf {
    match absolute(Path::new(".")) {
        Ok(here) if path.is_absolute() => relative(&here, path),
        _ => path.to_owned(),
    }
}
