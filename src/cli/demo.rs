//! `fineprint demo`: a bundled bad contract, checked.

use super::args::{Demo, Language};
use super::check::{Judged, report, targets};
use super::screen::Screen;
use super::{TROUBLE, load_rules};
use crate::check::Judging;
use crate::clause::NamedParties;
use crate::config::Settings;
use crate::read::read_markdown;
use std::io;

const ENGLISH: &str = include_str!("../../fixtures/hosting-en.md");
const CHINESE: &str = include_str!("../../fixtures/rtc-services-zh.md");
const MALAY: &str = include_str!("../../fixtures/awan-ms.md");

pub(super) fn run(arguments: &Demo, screen: &mut Screen) -> io::Result<u8> {
    let Some(targets) = targets(&arguments.output, screen) else { return Ok(TROUBLE) };
    let Some(catalogue) = load_rules(&[], screen) else { return Ok(TROUBLE) };
    // Settings of the folder it is called in say nothing of the demonstration.
    let settings = Settings::new(None, &arguments.view.flags());
    let (name, text) = match settings.language.value {
        Language::Auto | Language::En => ("demo-en.md", ENGLISH),
        Language::Zh => ("demo-zh.md", CHINESE),
        Language::Ms => ("demo-ms.md", MALAY),
    };
    let documents = vec![read_markdown(name, text.to_owned())];
    let judging = Judging { lang: settings.language.value.asked(), ..Judging::default() };
    let review = crate::review(&catalogue, documents, &NamedParties::default(), judging);
    report(&catalogue, Judged::of(review), &settings, None, &targets, screen)
}
