//! The part of a Word file that holds its comments, made or extended, and what
//! the package must know of it.

use crate::ooxml::{ContentTypes, Node, Package, PackageError, Rewrite, XmlReader, relations_part};
use std::collections::BTreeSet;
use std::ops::Range;

const CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The root element of a part.
struct Root {
    /// With a colon behind it; empty where it has none.
    prefix: String,
    /// Its name with the prefix.
    name: String,
    tag: Range<usize>,
    /// Where its end tag begins; `None` where the element is empty.
    end: Option<usize>,
    /// Numbers its elements have.
    ids: BTreeSet<u32>,
}

/// The part that holds the comments of a package.
pub(super) struct CommentsPart {
    name: String,
    /// What is there already.
    root: Option<Root>,
    /// Whether the main part refers to it.
    related: bool,
}

impl CommentsPart {
    /// Finds it, or a name for it.
    ///
    /// # Errors
    /// When it, or the relationships of the main part, cannot be read.
    pub(super) fn find(package: &mut Package<'_>) -> Result<Self, PackageError> {
        let main = package.main().to_owned();
        let relations = package.relations(&main)?;
        let known = relations.into_iter().find(|r| r.kind == "comments" && !r.external);
        let related = known.is_some();
        let name = match known {
            Some(relation) => relation.target,
            None => free_name(package, &main),
        };
        let root = match package.part(&name)? {
            Some(text) => Some(root(&name, &text, package)?),
            None => None,
        };
        Ok(Self { name, root, related })
    }

    /// Numbers that comments have already.
    pub(super) fn ids(&self) -> impl Iterator<Item = u32> {
        self.root.iter().flat_map(|root| root.ids.iter().copied())
    }

    /// Writes comments down: `w:comment` elements of a namespace.
    ///
    /// # Errors
    /// When what must be extended cannot be read.
    pub(super) fn write(
        &self,
        comments: &str,
        namespace: &str,
        package: &mut Package<'_>,
        rewrite: &mut Rewrite,
    ) -> Result<(), PackageError> {
        match &self.root {
            Some(root) => {
                let declared = if root.prefix == "w:" {
                    comments.to_owned()
                } else {
                    let open = format!(r#"<w:comment xmlns:w="{namespace}" "#);
                    comments.replace("<w:comment ", &open)
                };
                root.append(&self.name, &declared, rewrite);
            }
            None => {
                let text = format!(
                    r#"{DECLARATION}<w:comments xmlns:w="{namespace}">{comments}</w:comments>"#
                );
                rewrite.add(&self.name, text);
            }
        }
        if !self.related {
            self.relate(package, rewrite)?;
        }
        if package.content_types().of(&self.name) == Some(CONTENT_TYPE) {
            return Ok(());
        }
        let Some(types) = package.part(ContentTypes::PART)? else { return Ok(()) };
        let root = root(ContentTypes::PART, &types, package)?;
        let kind = format!(
            r#"<{}Override PartName="/{}" ContentType="{CONTENT_TYPE}"/>"#,
            root.prefix, self.name
        );
        root.append(ContentTypes::PART, &kind, rewrite);
        Ok(())
    }

    /// Tells the main part of it.
    fn relate(&self, package: &mut Package<'_>, rewrite: &mut Rewrite) -> Result<(), PackageError> {
        let main = package.main().to_owned();
        let relations = package.relations(&main)?;
        let kinds = if package.is_strict() { STRICT_RELATION } else { RELATION };
        let id = (1..)
            .map(|n: u32| format!("rIdComments{n}"))
            .find(|id| relations.iter().all(|relation| relation.id != *id))
            .unwrap_or_default();
        let file = self.name.rsplit('/').next().unwrap_or(&self.name);
        let relation = |prefix: &str| {
            format!(r#"<{prefix}Relationship Id="{id}" Type="{kinds}/comments" Target="{file}"/>"#)
        };
        let part = relations_part(&main);
        match package.part(&part)? {
            Some(text) => {
                let root = root(&part, &text, package)?;
                root.append(&part, &relation(&root.prefix), rewrite);
            }
            None => {
                let text = format!(
                    r#"{DECLARATION}<Relationships xmlns="{RELATIONS}">{}</Relationships>"#,
                    relation("")
                );
                rewrite.add(&part, text);
            }
        }
        Ok(())
    }
}

impl Root {
    /// Puts elements behind all others; an empty element is opened for them.
    fn append(&self, part: &str, elements: &str, rewrite: &mut Rewrite) {
        match self.end {
            Some(end) => rewrite.insert(part, end, elements),
            None => {
                let slash = self.tag.end.saturating_sub(2)..self.tag.end;
                rewrite.replace(part, slash, &format!(">{elements}</{}>", self.name));
            }
        }
    }
}

/// `comments.xml` beside the main part, or the first such name that is free.
fn free_name(package: &Package<'_>, main: &str) -> String {
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let names = (1..).map(|n: u32| format!("{folder}comments{n}.xml"));
    std::iter::once(format!("{folder}comments.xml"))
        .chain(names)
        .find(|name| !package.has(name))
        .unwrap_or_default()
}

fn root(part: &str, text: &str, package: &Package<'_>) -> Result<Root, PackageError> {
    let mut reader = XmlReader::new(part, text, package.limits());
    let mut root = Root {
        prefix: String::new(),
        name: String::new(),
        tag: 0..0,
        end: None,
        ids: BTreeSet::new(),
    };
    let mut depth = 0;
    while let Some(node) = reader.read()? {
        match node {
            Node::Open(element) => {
                if depth == 0 {
                    let tag = text.get(reader.span()).unwrap_or_default();
                    let behind = |c: char| c.is_ascii_whitespace() || c == '>' || c == '/';
                    let name = tag.trim_start_matches('<').split(behind).next();
                    root.name = name.unwrap_or_default().to_owned();
                    let prefix = root.name.split_once(':');
                    root.prefix = prefix.map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
                    root.tag = reader.span();
                }
                root.ids.extend(element.attribute("id").and_then(|id| id.parse::<u32>().ok()));
                depth += 1;
            }
            Node::Close => {
                depth -= 1;
                let span = reader.span();
                if depth == 0 && !span.is_empty() {
                    root.end = Some(span.start);
                }
            }
            Node::Text { .. } => {}
        }
    }
    Ok(root)
}
