//! `fineprint text`: the text that positions count in.

use super::args::Text;
use super::inputs::read_one;
use super::screen::Screen;
use super::{CLEAN, TROUBLE};
use std::io;

pub(super) fn run(arguments: &Text, screen: &mut Screen) -> io::Result<u8> {
    match read_one(&arguments.path, &arguments.reading) {
        Ok(document) => {
            screen.out(|out| out.write_all(document.source.text.as_bytes()))?;
            Ok(CLEAN)
        }
        Err(failure) => {
            screen.complain_of(&failure);
            Ok(TROUBLE)
        }
    }
}
