//! `fineprint text`: the text that positions count in.

use super::args::Text;
use super::inputs::read_or_complain;
use super::screen::Screen;
use super::{CLEAN, TROUBLE};
use std::io;

pub(super) fn run(arguments: &Text, screen: &mut Screen) -> io::Result<u8> {
    let Some(document) = read_or_complain(&arguments.path, &arguments.reading, screen) else {
        return Ok(TROUBLE);
    };
    screen.out(|out| out.write_all(document.source.text.as_bytes()))?;
    Ok(CLEAN)
}
