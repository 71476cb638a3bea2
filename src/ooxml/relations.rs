//! Relationships: which part of a package belongs to which, and as what.

use super::{Node, PackageError, XmlReader};
use crate::source::Limits;

/// One relationship of a part, or of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its id, by which XML refers to it.
    pub id: String,
    /// What it is: the last segment of the type's URI, `styles`, `comments`.
    pub kind: String,
    /// Whether the type's URI is that of ISO Strict rather than Transitional.
    pub strict: bool,
    /// Name of the part it leads to, without a leading slash; for an external
    /// target, the address.
    pub target: String,
    /// Whether the target lies outside the package.
    pub external: bool,
}

/// Name of the part that holds the relationships of `part`; of the package
/// itself where `part` is empty.
pub fn relations_part(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// Reads the relationships of `owner` from the text of `part`.
pub(super) fn parse(
    owner: &str,
    part: &str,
    text: &str,
    limits: &Limits,
) -> Result<Vec<Relation>, PackageError> {
    let mut reader = XmlReader::new(part, text, limits);
    let mut relations = Vec::new();
    while let Some(node) = reader.read()? {
        let Node::Open(element) = node else { continue };
        if element.local() != "Relationship" {
            continue;
        }
        let uri = element.attribute("Type").unwrap_or_default();
        let target = element.attribute("Target").unwrap_or_default();
        let external = element.attribute("TargetMode").as_deref() == Some("External");
        relations.push(Relation {
            id: element.attribute("Id").unwrap_or_default(),
            kind: uri.rsplit('/').next().unwrap_or_default().to_owned(),
            strict: uri.starts_with("http://purl.oclc.org/ooxml/"),
            target: if external { target } else { resolve(owner, &target) },
            external,
        });
    }
    Ok(relations)
}

/// A target is relative to the folder of the part that names it.
fn resolve(owner: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = owner.split('/').collect();
    path.pop();
    for segment in target.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_the_part_that_names_them() {
        assert_eq!(resolve("word/document.xml", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word/document.xml", "../custom/./item.xml"), "custom/item.xml");
        assert_eq!(resolve("word/document.xml", "/word/comments.xml"), "word/comments.xml");
        assert_eq!(resolve("", "../../../etc/passwd"), "etc/passwd");
        assert_eq!(relations_part("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(relations_part(""), "_rels/.rels");
    }
}
