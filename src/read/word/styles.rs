//! Styles: what a paragraph or run inherits through the chain of styles its
//! own is based on.

use crate::ooxml::{Element, Node, PackageError, XmlReader};
use crate::source::Limits;
use std::collections::HashMap;

/// A chain longer than this is a circle.
const LONGEST_CHAIN: usize = 64;

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    /// Places in `styles`.
    by_id: HashMap<String, usize>,
    /// The style of paragraphs that name none.
    default: Option<usize>,
}

#[derive(Debug, Default)]
struct Style {
    id: String,
    name: String,
    based_on: Option<String>,
    /// The place of the style it is based on, once all are read.
    parent: Option<usize>,
    list: Option<i64>,
    level: Option<usize>,
    outline: Option<u8>,
    bold: Option<bool>,
    hidden: Option<bool>,
    on_colour: bool,
}

/// What a style says once its ancestors have been asked.
#[derive(Debug, Default, Clone)]
pub(super) struct Inherited<'s> {
    /// The list (`numId`) it is in.
    pub(super) list: Option<i64>,
    /// The styles asked for the list, from the first to the one that names it.
    pub(super) asked: Vec<&'s str>,
    /// Numbering level, from 0.
    pub(super) level: Option<usize>,
    /// Outline level, from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// Whether the text is bold.
    pub(super) bold: Option<bool>,
    /// Whether the text is hidden.
    pub(super) hidden: Option<bool>,
    /// Whether the text stands on a colour.
    pub(super) on_colour: bool,
    /// Whether it is a style of tables of contents.
    pub(super) contents: bool,
}

impl Styles {
    /// Reads the styles part.
    pub(super) fn parse(part: &str, text: &str, limits: &Limits) -> Result<Self, PackageError> {
        let mut reader = XmlReader::new(part, text, limits);
        let mut styles = Self::default();
        while let Some(node) = reader.read()? {
            let Node::Open(element) = node else { continue };
            match element.local() {
                "style" => styles.begin(&element),
                // How parts of a table look, and how a style looked before a tracked change.
                "tblStylePr" | "pPrChange" | "rPrChange" => reader.skip()?,
                "docDefaults" | "latentStyles" => reader.skip()?,
                _ => {
                    if let Some(style) = styles.styles.last_mut() {
                        style.read(&element);
                    }
                }
            }
        }
        for style in &mut styles.styles {
            style.parent = style.based_on.as_ref().and_then(|id| styles.by_id.get(id)).copied();
        }
        Ok(styles)
    }

    fn begin(&mut self, element: &Element<'_>) {
        let id = element.attribute("styleId").unwrap_or_default();
        let place = self.styles.len();
        let paragraph = element.attribute("type").as_deref() == Some("paragraph");
        let default = element.attribute("default");
        if paragraph && matches!(default.as_deref(), Some("1" | "true" | "on")) {
            self.default = Some(place);
        }
        self.by_id.insert(id.clone(), place);
        self.styles.push(Style { id, ..Style::default() });
    }

    /// What the style of a paragraph says: its own, or the default where it
    /// names none or one that is not there.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Inherited<'_> {
        self.inherited(id.and_then(|id| self.by_id.get(id)).copied().or(self.default))
    }

    /// What the style of a run says.
    pub(super) fn of_run(&self, id: &str) -> Inherited<'_> {
        self.inherited(self.by_id.get(id).copied())
    }

    fn inherited(&self, place: Option<usize>) -> Inherited<'_> {
        let mut result = Inherited::default();
        let mut next = place;
        let mut named = None;
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|place| self.styles.get(place)) else { break };
            if result.list.is_none() {
                result.asked.push(&style.id);
                result.list = style.list;
                result.level = result.level.or(style.level);
            }
            result.outline = result.outline.or(style.outline);
            result.bold = result.bold.or(style.bold);
            result.hidden = result.hidden.or(style.hidden);
            result.on_colour |= style.on_colour;
            named = named.or_else(|| heading_by_name(&style.name));
            result.contents |= is_contents(&style.name);
            next = style.parent;
        }
        result.outline = result.outline.or(named);
        result
    }
}

impl Style {
    fn read(&mut self, element: &Element<'_>) {
        match element.local() {
            "name" => self.name = element.attribute("val").unwrap_or_default(),
            "basedOn" => self.based_on = element.attribute("val"),
            "numId" => self.list = element.number(),
            "ilvl" => self.level = element.number().and_then(|n| usize::try_from(n).ok()),
            "outlineLvl" => self.outline = element.number().and_then(|n| u8::try_from(n).ok()),
            "b" => self.bold = Some(element.is_on()),
            "vanish" => self.hidden = Some(element.is_on()),
            "shd" | "highlight" => self.on_colour = true,
            _ => {}
        }
    }
}

/// Word's own heading styles keep their English names in every language, those
/// of other programs may not; some leave out their outline level. A title is the highest heading.
fn heading_by_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" {
        return Some(0);
    }
    let level = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题"))?;
    let level: u8 = level.trim().parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

/// Whether a style is that of the lines of a table of contents.
fn is_contents(name: &str) -> bool {
    let level = name.get(..4).filter(|start| start.eq_ignore_ascii_case("toc "));
    level.is_some() && name[4..].trim().parse::<u8>().is_ok()
}
