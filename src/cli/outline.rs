//! `fineprint outline`: what was understood of a contract before any rule
//! judged it.

use super::args::{Outline, OutlineFormat};
use super::inputs::read_or_complain;
use super::screen::Screen;
use super::settings::known_rules;
use super::{CLEAN, TROUBLE};
use crate::clause::Contract;
use crate::report::{outline, outline_json, outline_text};
use std::io;

pub(super) fn run(arguments: &Outline, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) =
        known_rules(&arguments.rules, std::slice::from_ref(&arguments.path), screen)
    else {
        return Ok(TROUBLE);
    };
    let Some(document) = read_or_complain(&arguments.path, &arguments.reading, screen) else {
        return Ok(TROUBLE);
    };
    let contract =
        Contract::new(vec![document], &arguments.parties.named()).at_stage(arguments.stage);
    let width = screen.width();
    if let Some(outline) = outline(&catalogue, &contract) {
        screen.out(|out| match arguments.format {
            OutlineFormat::Text => outline_text(&outline, out, width),
            OutlineFormat::Json => outline_json(&outline, out),
        })?;
    }
    Ok(CLEAN)
}
