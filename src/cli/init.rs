//! `fineprint init`: a commented settings file to start from.

use super::screen::Screen;
use super::{CLEAN, TROUBLE};
use crate::config::{NAME, TEMPLATE};
use clap::Args;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to write it into
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

pub(super) fn run(arguments: &Init, screen: &mut Screen) -> io::Result<u8> {
    let path = if arguments.folder.as_os_str() == "." {
        PathBuf::from(NAME)
    } else {
        arguments.folder.join(NAME)
    };
    let shown = path.display();
    let mut how = OpenOptions::new();
    how.write(true);
    // `create_new` looks and writes in one step: nothing is lost to a race.
    let how = if arguments.force { how.create(true).truncate(true) } else { how.create_new(true) };
    match how.open(&path).and_then(|mut file| file.write_all(TEMPLATE.as_bytes())) {
        Ok(()) => {
            screen.out(|out| writeln!(out, "wrote {shown}"))?;
            Ok(CLEAN)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            screen.complain(&format!("{shown} is there already; --force writes over it"));
            Ok(TROUBLE)
        }
        Err(error) => {
            screen.complain(&format!("{shown}: cannot be written: {error}"));
            Ok(TROUBLE)
        }
    }
}
