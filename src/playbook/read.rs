//! A playbook's text to a [`Playbook`], with every mistake at its place.

use super::file::{AboutFile, PlaybookFile};
use super::places::Text;
use super::resolve::resolve;
use crate::catalogue::{Catalogue, Position, Side, YamlError, from_yaml};
use crate::matching::Lang;

/// A playbook whose names are those of a catalogue.
#[derive(Debug)]
pub struct Playbook {
    /// Whose positions these are.
    pub side: Side,
    /// What it is, a language each; at least one.
    pub about: Vec<PlaybookAbout>,
    pub(super) positions: Vec<Position>,
}

/// What a playbook is, in one language.
#[derive(Debug, Clone)]
pub struct PlaybookAbout {
    /// Which.
    pub lang: Lang,
    /// Its name.
    pub title: String,
    /// For whom it is, or empty.
    pub about: String,
}

impl Playbook {
    /// Reads the text of a playbook, which messages call `name`.
    ///
    /// # Errors
    /// The first mistake of form, else all names and figures that mean nothing,
    /// each at its place.
    pub fn read(name: &str, text: &str, catalogue: &Catalogue) -> Result<Self, Vec<YamlError>> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut file: PlaybookFile = from_yaml(name, text).map_err(|error| vec![*error])?;
        let shown = Text { name, text };
        let abouts: Vec<(Lang, AboutFile)> =
            [(Lang::En, file.en.take()), (Lang::Zh, file.zh.take()), (Lang::Ms, file.ms.take())]
                .into_iter()
                .filter_map(|(lang, about)| Some((lang, about?)))
                .collect();
        let mut errors = Vec::new();
        if abouts.is_empty() {
            let help = "give it en:, zh: or ms: with a title".to_owned();
            let message = "the playbook speaks no language".to_owned();
            errors.push(shown.error(None, "", message, Some(help)));
        }
        if file.side == Side::Both {
            let message = "a playbook is one side's: customer or vendor".to_owned();
            errors.push(shown.error(None, "both", message, None));
        }
        let positions = resolve(catalogue, &file, &abouts, shown, &mut errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        let about = abouts.into_iter().map(|(lang, about)| PlaybookAbout {
            lang,
            title: about.title,
            about: about.about.unwrap_or_default().trim().to_owned(),
        });
        Ok(Self { side: file.side, about: about.collect(), positions })
    }

    /// What it is, in a language or in the first it has.
    pub fn about(&self, lang: Lang) -> Option<&PlaybookAbout> {
        self.about.iter().find(|about| about.lang == lang).or_else(|| self.about.first())
    }
}
