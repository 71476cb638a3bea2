//! `fineprint completions`: what a shell needs to complete arguments.

use super::CLEAN;
use super::args::{Arguments, Completions};
use super::screen::Screen;
use clap::CommandFactory;
use std::io;

pub(super) fn run(arguments: &Completions, screen: &mut Screen) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "fineprint", &mut script);
    screen.out(|out| out.write_all(&script))?;
    Ok(CLEAN)
}
