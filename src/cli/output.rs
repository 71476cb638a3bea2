//! Where reports go: standard output, and files that are whole or not there.

use super::args::ReportFormat;
use super::screen::{Screen, WIDTH_WITHOUT_TERMINAL};
use crate::catalogue::Catalogue;
use crate::report::{
    Run, Style, github, html, json, json_lines, markdown, memo, negotiation_html,
    negotiation_markdown, sarif, terminal,
};
use clap::ValueEnum;
use std::fs::{self, Permissions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// A report in a format, at a place: `sarif=report.sarif`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) format: ReportFormat,
    /// `None` for standard output.
    path: Option<PathBuf>,
}

/// Reads `FORMAT=PATH`; `-` is standard output.
pub(super) fn target(text: &str) -> Result<Target, String> {
    let names = || {
        let all = ReportFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        all.map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join(", ")
    };
    let (format, path) = text
        .split_once('=')
        .ok_or_else(|| format!("write FORMAT=PATH, such as sarif={text}; formats: {}", names()))?;
    let format = ReportFormat::from_str(format, true)
        .map_err(|_| format!("{format} is no format; formats: {}", names()))?;
    match path {
        "" => Err(format!("no path behind {text}; - is standard output")),
        "-" => Ok(Target { format, path: None }),
        path => Ok(Target { format, path: Some(PathBuf::from(path)) }),
    }
}

/// The reports one run writes.
#[derive(Debug)]
pub(super) struct Targets {
    files: Vec<(ReportFormat, PathBuf)>,
    screen: ReportFormat,
}

impl Targets {
    /// What goes where; an error says what cannot be, before any work is done.
    pub(super) fn new(asked: Option<ReportFormat>, targets: &[Target]) -> Result<Self, String> {
        let mut screen = asked;
        let mut files: Vec<(ReportFormat, PathBuf)> = Vec::new();
        for Target { format, path } in targets {
            let Some(path) = path else {
                if screen.replace(*format).is_some() {
                    return Err("two reports cannot both go to standard output".to_owned());
                }
                continue;
            };
            if files.iter().any(|(_, other)| other == path) {
                return Err(format!("two reports cannot both go to {}", path.display()));
            }
            possible(path)?;
            files.push((*format, path.clone()));
        }
        if screen == Some(ReportFormat::Memo) && io::stdout().is_terminal() {
            return Err("a Word file is nothing for a terminal; say --output memo=FILE".to_owned());
        }
        Ok(Self { files, screen: screen.unwrap_or(ReportFormat::Terminal) })
    }

    /// Whether standard output is for people, who see there what went wrong.
    pub(super) fn on_terminal(&self) -> bool {
        self.screen == ReportFormat::Terminal
    }

    /// Whether standard output takes each contract as soon as it is judged.
    pub(super) fn streams(&self) -> bool {
        self.screen == ReportFormat::Jsonl
    }

    /// Whether a report goes to a file.
    pub(super) fn has_files(&self) -> bool {
        !self.files.is_empty()
    }

    /// Writes all reports, files first, and to standard output what is not
    /// `streamed` there already; whether all files could be written. Fails as
    /// standard output fails.
    pub(super) fn write(
        &self,
        run: &Run,
        catalogue: &Catalogue,
        streamed: bool,
        screen: &mut Screen,
    ) -> io::Result<bool> {
        let mut whole = true;
        for (format, path) in &self.files {
            let mut text = Vec::new();
            match format {
                ReportFormat::Negotiation if is_page(path) => negotiation_html(run, &mut text)?,
                _ => {
                    format.write(run, catalogue, &mut text, WIDTH_WITHOUT_TERMINAL, Style::PLAIN)?
                }
            }
            if let Err(error) = replace(path, &text) {
                screen.complain(&format!("cannot write {}: {error}", path.display()));
                whole = false;
            }
        }
        if streamed {
            return Ok(whole);
        }
        let (width, style) = (screen.width(), screen.style());
        screen.out(|out| self.screen.write(run, catalogue, out, width, style))?;
        Ok(whole)
    }
}

impl ReportFormat {
    fn write(
        self,
        run: &Run,
        catalogue: &Catalogue,
        out: &mut dyn Write,
        width: usize,
        style: Style,
    ) -> io::Result<()> {
        match self {
            Self::Terminal => terminal(run, out, width, style),
            Self::Html => html(run, out),
            Self::Markdown => markdown(run, out),
            Self::Json => json(run, out),
            Self::Jsonl => json_lines(run, out),
            Self::Sarif => sarif(run, catalogue, out),
            Self::Github => github(run, out),
            Self::Memo => memo(run, out),
            Self::Negotiation => negotiation_markdown(run, out),
        }
    }
}

/// Whether a file is for a browser, by its name.
fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm")
    })
}

/// The folder a file is in.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Says early what would fail at the end.
pub(super) fn possible(path: &Path) -> Result<(), String> {
    let folder = folder(path);
    if path.is_dir() {
        Err(format!("cannot write {}: it is a folder", path.display()))
    } else if !folder.is_dir() {
        let folder = folder.display();
        Err(format!("cannot write {}: there is no folder {folder}", path.display()))
    } else {
        Ok(())
    }
}

/// Puts a whole file in the place of another, or of none. A pipe or a device
/// cannot be replaced and is written to.
pub(super) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    let known = fs::metadata(path).ok();
    if known.as_ref().is_some_and(|known| !known.is_file()) {
        return fs::OpenOptions::new().write(true).open(path)?.write_all(text);
    }
    // A link stays a link: what it points at is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fineprint-");
    let permissions = known.map(|known| known.permissions()).or_else(new_file);
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder(&path))?;
    file.write_all(text)?;
    file.persist(&path)?;
    Ok(())
}

/// What a new file allows, less what the user's mask takes away.
#[cfg(unix)]
fn new_file() -> Option<Permissions> {
    Some(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

#[cfg(not(unix))]
fn new_file() -> Option<Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_takes_the_place_of_an_old_one_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.json");
        for text in ["first and long", "second"] {
            replace(&path, text.as_bytes()).expect("written");
            assert_eq!(fs::read_to_string(&path).expect("read"), text);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_file_keeps_who_may_read_it() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&file, "old").expect("written");
        fs::set_permissions(&file, Permissions::from_mode(0o640)).expect("set");
        symlink(&file, &link).expect("linked");
        replace(&link, b"new").expect("written");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_to_string(&file).expect("read"), "new");
        assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn standard_output_takes_one_report() {
        let json = target("json=-").expect("a target");
        assert!(Targets::new(Some(ReportFormat::Json), std::slice::from_ref(&json)).is_err());
        assert!(Targets::new(None, &[json.clone(), json.clone()]).is_err());
        assert!(!Targets::new(None, &[json]).expect("possible").on_terminal());
    }
}
