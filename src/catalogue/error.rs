//! What is wrong with a YAML file that a person wrote, a rule or the settings,
//! at its place.

use miette::{Diagnostic, NamedSource, SourceSpan};

/// A mistake in one file.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub struct YamlError {
    message: String,
    #[source_code]
    source_code: NamedSource<String>,
    #[label("here")]
    /// `None` where the mistake is a file itself, not something in it.
    at: Option<SourceSpan>,
    #[help]
    help: Option<String>,
}

impl YamlError {
    /// An error the YAML reader found.
    pub(crate) fn yaml(path: &str, text: &str, error: &serde_yaml::Error) -> Self {
        let at = error.location().map_or(0, |place| place.index().min(text.len()));
        let message = error.to_string();
        let message = match message.rfind(" at line ") {
            Some(end) if error.location().is_some() => message[..end].to_owned(),
            _ => message,
        };
        Self::new(path, text, at, message, None)
    }

    /// An error about a name: pointed at where the name first stands as a value.
    pub(crate) fn about(
        path: &str,
        text: &str,
        name: &str,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        if name.is_empty() {
            return Self::new(path, text, 0, message.into(), help);
        }
        let letter = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let at = text
            .match_indices(name)
            .find(|(at, _)| {
                !text[..*at].ends_with(letter)
                    && !text[at + name.len()..].starts_with(|c: char| letter(c) || c == ':')
            })
            .map_or(0, |(at, _)| at);
        Self {
            at: (!text.is_empty()).then(|| (at, name.len().min(text.len() - at)).into()),
            ..Self::new(path, text, at, message.into(), help)
        }
    }

    /// An error at a byte offset of the text, and in what is behind it on the
    /// line.
    pub(crate) fn new(
        path: &str,
        text: &str,
        at: usize,
        message: String,
        help: Option<String>,
    ) -> Self {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let length = text[at..].find('\n').unwrap_or(text.len() - at).clamp(0, 40);
        let length = (0..=length).rev().find(|l| text.is_char_boundary(at + l)).unwrap_or(0);
        Self {
            message: format!("{path}: {message}"),
            source_code: NamedSource::new(path, text.to_owned()).with_language("yaml"),
            at: (!text.is_empty()).then(|| (at, length).into()),
            help,
        }
    }
}
