//! `[Content_Types].xml`: what each part of a package is.

use super::{Node, PackageError, XmlReader};
use crate::source::Limits;
use std::collections::HashMap;

/// The content types of a package's parts.
#[derive(Debug, Clone, Default)]
pub struct ContentTypes {
    by_extension: HashMap<String, String>,
    by_part: HashMap<String, String>,
}

impl ContentTypes {
    /// The member that holds them.
    pub const PART: &'static str = "[Content_Types].xml";

    pub(super) fn parse(text: &str, limits: &Limits) -> Result<Self, PackageError> {
        let mut reader = XmlReader::new(Self::PART, text, limits);
        let mut types = Self::default();
        while let Some(node) = reader.read()? {
            let Node::Open(element) = node else { continue };
            let (map, key) = match element.local() {
                "Default" => (&mut types.by_extension, element.attribute("Extension")),
                "Override" => (&mut types.by_part, element.attribute("PartName")),
                _ => continue,
            };
            if let (Some(key), Some(value)) = (key, element.attribute("ContentType")) {
                map.insert(key.trim_start_matches('/').to_lowercase(), value);
            }
        }
        Ok(types)
    }

    /// The content type of a part, by its name without a leading slash.
    pub fn of(&self, part: &str) -> Option<&str> {
        let part = part.to_lowercase();
        let extension = part.rsplit_once('.').map_or("", |(_, extension)| extension);
        self.by_part.get(&part).or_else(|| self.by_extension.get(extension)).map(String::as_str)
    }
}
