//! Numbering definitions: which lists a document has and how each level of
//! them is written. Counting is the business of `counters`.

use crate::ooxml::{Element, Node, PackageError, XmlReader};
use crate::source::Limits;
use std::collections::{BTreeMap, HashMap};

/// Word counts no further.
pub(super) const HIGHEST: u32 = 32_767;

/// Characters of a level's text that are kept: it is written before every
/// paragraph of the level.
const LONGEST_TEXT: usize = 64;

/// Levels a list has.
pub(super) const LEVELS: usize = 9;

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Definitions by `abstractNumId`.
    definitions: BTreeMap<i64, Definition>,
    /// Lists by `numId`.
    lists: HashMap<i64, List>,
}

/// A definition several lists may share, and with it their counters.
#[derive(Debug, Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    /// The numbering style whose definition stands in for this one.
    borrows: Option<String>,
    /// The numbering style this is the definition of.
    lends: Option<String>,
}

/// A list: a definition and what it changes in it.
#[derive(Debug, Default)]
pub(super) struct List {
    definition: i64,
    /// The definition (`abstractNumId`) whose levels and counters it uses: its
    /// own, or that of the numbering style its own borrows from.
    pub(super) counts_by: i64,
    /// Levels at which the list starts anew, and with which number.
    pub(super) starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// How one level is written.
#[derive(Debug)]
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) format: String,
    /// The pattern of a format of the author's own: `001, 002, 003, ...`.
    pub(super) custom: Option<String>,
    /// The number's text, with `%1` to `%9` for the numbers of the levels.
    pub(super) text: String,
    /// The paragraph style this level belongs to.
    style: Option<String>,
    /// The level (from 1) after which it restarts; 0 never; by default any higher.
    pub(super) restart: Option<usize>,
    /// Whether all numbers are written in Arabic figures.
    pub(super) legal: bool,
    /// Whether the number itself is hidden.
    pub(super) hidden: bool,
    /// What stands between the number and the words.
    pub(super) suffix: Suffix,
}

/// What stands between a number and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    Tab,
    Space,
    Nothing,
}

impl Level {
    const fn new() -> Self {
        Self {
            start: 1,
            format: String::new(),
            custom: None,
            text: String::new(),
            style: None,
            restart: None,
            legal: false,
            hidden: false,
            suffix: Suffix::Tab,
        }
    }

    fn read(&mut self, element: &Element<'_>) {
        match element.local() {
            "start" => self.start = count(element),
            "numFmt" => {
                self.format = element.attribute("val").unwrap_or_default();
                self.custom = element.attribute("format");
            }
            "lvlText" => {
                let text = element.attribute("val").unwrap_or_default();
                self.text = text.chars().take(LONGEST_TEXT).collect();
            }
            "pStyle" => self.style = element.attribute("val"),
            "lvlRestart" => self.restart = element.number().and_then(|n| usize::try_from(n).ok()),
            "isLgl" => self.legal = element.is_on(),
            "vanish" => self.hidden = element.is_on(),
            "suff" => {
                self.suffix = match element.attribute("val").as_deref() {
                    Some("space") => Suffix::Space,
                    Some("nothing") => Suffix::Nothing,
                    _ => Suffix::Tab,
                };
            }
            _ => {}
        }
    }
}

static UNDEFINED: Level = Level::new();

impl Numbering {
    /// Reads the numbering part.
    pub(super) fn parse(part: &str, text: &str, limits: &Limits) -> Result<Self, PackageError> {
        let mut reader = XmlReader::new(part, text, limits);
        let mut numbering = Self::default();
        let mut place = Place::default();
        while let Some(node) = reader.read()? {
            let Node::Open(element) = node else { continue };
            match element.local() {
                "numPicBullet" | "pPrChange" | "rPrChange" => reader.skip()?,
                _ => numbering.read(&element, &mut place),
            }
        }
        numbering.borrow();
        Ok(numbering)
    }

    fn borrow(&mut self) {
        let lenders: HashMap<&str, i64> = self
            .definitions
            .iter()
            .filter_map(|(id, definition)| Some((definition.lends.as_deref()?, *id)))
            .collect();
        for list in self.lists.values_mut() {
            let own = self.definitions.get(&list.definition).filter(|own| own.levels.is_empty());
            let style = own.and_then(|own| own.borrows.as_deref());
            let lender = style.and_then(|style| lenders.get(style));
            list.counts_by = lender.copied().unwrap_or(list.definition);
        }
    }

    fn read(&mut self, element: &Element<'_>, place: &mut Place) {
        let id = |name| element.attribute(name).and_then(|id| id.parse::<i64>().ok());
        let level = || {
            element
                .attribute("ilvl")
                .and_then(|level| level.parse::<usize>().ok())
                .filter(|level| *level < LEVELS)
        };
        match element.local() {
            "abstractNum" => *place = Place::Definition(id("abstractNumId").unwrap_or(-1), None),
            "num" => *place = Place::List(id("numId").unwrap_or(-1), None, false),
            "lvlOverride" => {
                if let Place::List(_, at, inside) = place {
                    (*at, *inside) = (level(), false);
                }
            }
            "lvl" => match place {
                Place::Definition(_, at) => *at = level(),
                Place::List(_, at, inside) => (*at, *inside) = (level().or(*at), true),
                Place::Outside => {}
            },
            _ => {}
        }
        match place {
            Place::Definition(id, at) => {
                self.definitions.entry(*id).or_default().read(element, *at);
            }
            Place::List(id, at, inside) => {
                self.lists.entry(*id).or_default().read(element, *at, *inside);
            }
            Place::Outside => {}
        }
    }

    /// The list with this `numId`.
    pub(super) fn list(&self, id: i64) -> Option<&List> {
        self.lists.get(&id)
    }

    /// How a level of a list is written.
    pub(super) fn level<'n>(&'n self, list: &'n List, at: usize) -> &'n Level {
        list.levels
            .get(&at)
            .or_else(|| self.definitions.get(&list.counts_by)?.levels.get(&at))
            .unwrap_or(&UNDEFINED)
    }

    /// The level a paragraph style is linked to.
    pub(super) fn level_of_style(&self, list: &List, style: &str) -> Option<usize> {
        let definition = self.definitions.get(&list.counts_by)?;
        let mut levels = definition.levels.iter();
        levels.find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }
}

/// Where in the numbering part the reader is: in which definition or list, at
/// which level, and whether inside a level that replaces the definition's.
#[derive(Default)]
enum Place {
    #[default]
    Outside,
    Definition(i64, Option<usize>),
    List(i64, Option<usize>, bool),
}

impl Definition {
    fn read(&mut self, element: &Element<'_>, at: Option<usize>) {
        match (element.local(), at) {
            ("numStyleLink", _) => self.borrows = element.attribute("val"),
            ("styleLink", _) => self.lends = element.attribute("val"),
            (_, Some(at)) => self.levels.entry(at).or_insert_with(Level::decimal).read(element),
            (_, None) => {}
        }
    }
}

impl List {
    fn read(&mut self, element: &Element<'_>, at: Option<usize>, inside_level: bool) {
        match (element.local(), at) {
            ("abstractNumId", _) => self.definition = element.number().unwrap_or(-1),
            ("startOverride", Some(at)) => {
                self.starts.insert(at, count(element));
            }
            (_, Some(at)) if inside_level => {
                self.levels.entry(at).or_insert_with(Level::decimal).read(element);
            }
            _ => {}
        }
    }
}

impl Level {
    fn decimal() -> Self {
        Self { format: "decimal".to_owned(), ..Self::new() }
    }
}

fn count(element: &Element<'_>) -> u32 {
    element.number().and_then(|n| u32::try_from(n).ok()).unwrap_or(0).min(HIGHEST)
}
