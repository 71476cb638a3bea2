//! Content controls bound to data that stands elsewhere in the package: Word
//! shows the data when it opens the file, whatever the control holds.

use crate::ooxml::{Node, Package, PackageError, Relation, XmlReader};
use crate::source::Limits;

/// As many bound controls are looked up, and no larger parts of data: each
/// look reads a part from its start.
const MOST_BOUND: usize = 256;
const LARGEST_STORE: usize = 1 << 18;

/// Words longer than this many bytes are not compared with data.
pub(super) const LONGEST_HELD: usize = 1 << 12;

/// A control that is bound, and what it holds.
#[derive(Debug)]
pub(super) struct Bound {
    /// Its title or tag.
    pub(super) name: String,
    pub(super) binding: Binding,
    /// Its words in the document.
    pub(super) held: String,
}

/// Where the data stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Binding {
    /// The `itemID` of the part.
    pub(super) store: String,
    /// An XPath of names and places: `/a:offer[1]/a:fee[1]`.
    pub(super) path: String,
}

/// A control that shows other words in Word than the file holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Differing {
    pub(super) name: String,
    pub(super) held: String,
    pub(super) shown: String,
}

/// The controls whose data is not what they hold. `relations` are those of the
/// main part. What cannot be looked up is left out.
///
/// # Errors
/// When a part of data goes over a bound or is damaged.
pub(super) fn differing(
    bound: Vec<Bound>,
    package: &mut Package<'_>,
    relations: &[Relation],
    limits: &Limits,
) -> Result<Vec<Differing>, PackageError> {
    let mut found = Vec::new();
    if bound.is_empty() {
        return Ok(found);
    }
    let stores = stores(package, relations, limits)?;
    for Bound { name, binding, held } in bound.into_iter().take(MOST_BOUND) {
        let store = stores.iter().find(|(id, ..)| id.eq_ignore_ascii_case(&binding.store));
        let (Some((_, part, text)), Some(steps)) = (store, steps(&binding.path)) else { continue };
        let Some(shown) = value(part, text, &steps, limits)? else { continue };
        let [held, shown] = [held, shown].map(|words| {
            let words: Vec<&str> = words.split_whitespace().collect();
            words.join(" ")
        });
        if !shown.is_empty() && shown != held {
            found.push(Differing { name, held, shown });
        }
    }
    Ok(found)
}

/// The parts of data: `itemID`, name and text of each.
fn stores(
    package: &mut Package<'_>,
    relations: &[Relation],
    limits: &Limits,
) -> Result<Vec<(String, String, String)>, PackageError> {
    let mut stores = Vec::new();
    for relation in relations.iter().filter(|r| r.kind == "customXml" && !r.external) {
        let part = &relation.target;
        let properties = package.relations(part)?;
        let Some(properties) = properties.iter().find(|r| r.kind == "customXmlProps") else {
            continue;
        };
        let (Some(about), Some(text)) = (package.part(&properties.target)?, package.part(part)?)
        else {
            continue;
        };
        if let Some(Node::Open(item)) = XmlReader::new(&properties.target, &about, limits).read()?
            && let Some(id) = item.attribute("itemID")
            && text.len() <= LARGEST_STORE
        {
            stores.push((id, part.clone(), text));
        }
    }
    Ok(stores)
}

/// Names without prefixes and places from 1; `None` for what is no such path.
fn steps(path: &str) -> Option<Vec<(&str, usize)>> {
    let step = |step| -> Option<(&str, usize)> {
        let (name, place) = str::split_once(step, '[').unwrap_or((step, "1]"));
        let name = name.rsplit(':').next()?;
        let place = place.strip_suffix(']')?.parse().ok()?;
        (!name.is_empty() && !name.contains(['@', '(', '*', '.'])).then_some((name, place))
    };
    path.strip_prefix('/')?.split('/').map(step).collect()
}

/// The text of the element at the end of a path.
fn value(
    part: &str,
    text: &str,
    steps: &[(&str, usize)],
    limits: &Limits,
) -> Result<Option<String>, PackageError> {
    let mut reader = XmlReader::new(part, text, limits);
    // How deep the reader is, how many steps lead there, and how many elements
    // of the next step's name have gone by.
    let (mut depth, mut taken, mut seen) = (0, 0, 0);
    let mut found = String::new();
    while let Some(node) = reader.read()? {
        match node {
            Node::Open(element) => {
                if depth == taken
                    && let Some((name, place)) = steps.get(taken)
                    && element.local() == *name
                {
                    seen += 1;
                    if seen == *place {
                        (taken, seen) = (taken + 1, 0);
                    }
                }
                depth += 1;
            }
            Node::Text { text, .. } if taken == steps.len() => found.push_str(&text),
            Node::Text { .. } => {}
            // The way led here, and to nothing further.
            Node::Close if depth == taken => return Ok((taken == steps.len()).then_some(found)),
            Node::Close => depth -= 1,
        }
    }
    Ok(None)
}
