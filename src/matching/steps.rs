//! A parsed expression as the steps of a walk. What searches with them is
//! `walk`.
//!
//! The build script makes them with this very file.

use super::options::{First, Options, key};
use regex_syntax::hir::{self, Hir, HirKind, Look};

/// Most steps of one expression.
const MOST_STEPS: usize = 4_096;

/// An expression as steps, the first of which is where a match begins.
#[derive(Debug)]
pub(crate) struct Steps {
    pub(super) steps: Vec<Step>,
    /// With what a match may begin.
    pub(super) first: First,
    /// Two for each group that is asked for.
    pub(super) edges_of_groups: usize,
}

/// One step; the one behind it is next unless it says otherwise. There are
/// hundreds of thousands: what is large stands elsewhere.
#[derive(Debug)]
pub(super) enum Step {
    /// These bytes.
    Text(Box<[u8]>),
    /// One character of a class.
    One(Box<Class>),
    /// So many characters of a class; as many as there are first if `greedy`.
    Run { class: Box<Class>, least: u32, most: u32, greedy: bool },
    /// A place between two characters.
    Edge(Edge),
    /// To one step, and where that leads nowhere to another.
    Fork { first: u32, second: u32 },
    /// To one of several steps.
    Options(Box<Options>),
    /// To another step.
    Jump(u32),
    /// An edge of a group: twice its number for where it begins, one more for its end.
    Group { slot: u32 },
    /// A match.
    Done,
}

/// A class of characters.
#[derive(Debug, Clone)]
pub(super) struct Class {
    /// Those of ASCII, a bit each.
    pub(super) ascii: u128,
    /// The others, in order.
    pub(super) wide: Box<[(char, char)]>,
}

/// A place between two characters, by what stands around it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edge {
    /// Nothing before it.
    Start,
    /// Nothing behind it.
    End,
    /// No letter, digit or `_` of ASCII before it.
    NoWordBefore,
    /// The same behind it.
    NoWordBehind,
    /// A word begins or ends here, in any script.
    AnyWord,
}

impl Step {
    /// The key of the character that a text begins with.
    pub(super) fn key(&self) -> Option<u8> {
        let Step::Text(text) = self else { return None };
        match text.first()? {
            byte if byte.is_ascii() => Some(*byte),
            _ => std::str::from_utf8(text).ok()?.chars().next().map(key),
        }
    }
}

impl Class {
    /// Whether it holds a character of ASCII.
    pub(super) fn contains_ascii(&self, byte: u8) -> bool {
        self.ascii & 1 << byte != 0
    }

    /// Whether it holds a character beyond ASCII.
    pub(super) fn contains(&self, c: char) -> bool {
        let at = self.wide.partition_point(|&(_, last)| last < c);
        self.wide.get(at).is_some_and(|&(first, _)| first <= c)
    }

    /// `None` for classes of bytes that are no characters.
    fn new(class: &hir::Class) -> Option<Self> {
        let hir::Class::Unicode(class) = class else {
            return class_of_bytes(class);
        };
        let mut ascii = 0;
        let mut wide = Vec::new();
        for range in class.iter() {
            for byte in u32::from(range.start())..=u32::from(range.end()).min(127) {
                ascii |= 1 << byte;
            }
            if !range.end().is_ascii() {
                wide.push((range.start().max('\u{80}'), range.end()));
            }
        }
        Some(Self { ascii, wide: wide.into() })
    }
}

fn class_of_bytes(class: &hir::Class) -> Option<Class> {
    let hir::Class::Bytes(class) = class else { return None };
    let mut ascii = 0;
    for range in class.iter() {
        if !range.end().is_ascii() {
            return None;
        }
        for byte in range.start()..=range.end() {
            ascii |= 1 << byte;
        }
    }
    Some(Class { ascii, wide: Box::default() })
}

impl Edge {
    pub(super) const ALL: [Self; 5] =
        [Self::Start, Self::End, Self::NoWordBefore, Self::NoWordBehind, Self::AnyWord];

    fn new(look: Look) -> Option<Self> {
        match look {
            Look::Start => Some(Self::Start),
            Look::End => Some(Self::End),
            Look::WordStartHalfAscii => Some(Self::NoWordBefore),
            Look::WordEndHalfAscii => Some(Self::NoWordBehind),
            Look::WordUnicode => Some(Self::AnyWord),
            _ => None,
        }
    }

    /// Whether a place is such an edge, by the characters around it.
    pub(super) fn stands(self, before: Option<char>, behind: Option<char>) -> bool {
        let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        let any = |c: Option<char>| c.is_some_and(regex_syntax::is_word_character);
        match self {
            Self::Start => before.is_none(),
            Self::End => behind.is_none(),
            Self::NoWordBefore => !ascii(before),
            Self::NoWordBehind => !ascii(behind),
            Self::AnyWord => any(before) != any(behind),
        }
    }
}

impl Steps {
    /// The steps of an expression; `None` where it takes too many, or asks for
    /// what a walk cannot do.
    pub(super) fn new(hir: &Hir) -> Option<Self> {
        Self::build(hir, Builder { steps: Vec::new(), groups: None })
    }

    /// The same, noting where the groups of a match stand.
    pub(super) fn with_groups(hir: &Hir) -> Option<Self> {
        Self::build(hir, Builder { steps: Vec::new(), groups: Some(0) })
    }

    fn build(hir: &Hir, mut builder: Builder) -> Option<Self> {
        builder.add(hir)?;
        builder.steps.push(Step::Done);
        let edges_of_groups = builder.groups.map_or(0, |groups| 2 * groups as usize);
        Some(Self::of(builder.steps, edges_of_groups))
    }

    /// Steps with what follows from them worked out.
    pub(super) fn of(mut steps: Vec<Step>, edges_of_groups: usize) -> Self {
        for at in 0..steps.len() {
            if let Step::Options(options) = &steps[at] {
                let first: Vec<First> =
                    options.targets.iter().map(|&to| First::of(&steps, to as usize)).collect();
                if let Step::Options(options) = &mut steps[at] {
                    options.sort_by_key(&first);
                }
            }
        }
        let first = First::of(&steps, 0);
        Self { steps, first, edges_of_groups }
    }
}

/// Steps being made.
struct Builder {
    steps: Vec<Step>,
    /// How many groups there are, where they are asked for.
    groups: Option<u32>,
}

impl Builder {
    /// Recursion is bounded: the parser admits 250 levels of nesting.
    fn add(&mut self, hir: &Hir) -> Option<()> {
        if self.steps.len() > MOST_STEPS {
            return None;
        }
        match hir.kind() {
            HirKind::Empty => {}
            HirKind::Literal(literal) => {
                // Walks begin and end between characters.
                std::str::from_utf8(&literal.0).ok()?;
                self.steps.push(Step::Text(literal.0.clone()));
            }
            HirKind::Class(class) => self.steps.push(Step::One(Class::new(class)?.into())),
            HirKind::Look(look) => self.steps.push(Step::Edge(Edge::new(*look)?)),
            HirKind::Capture(capture) => {
                if let Some(groups) = &mut self.groups {
                    *groups = (*groups).max(capture.index);
                    let slot = 2 * (capture.index - 1);
                    self.steps.push(Step::Group { slot });
                    self.add(&capture.sub)?;
                    self.steps.push(Step::Group { slot: slot + 1 });
                } else {
                    self.add(&capture.sub)?;
                }
            }
            HirKind::Concat(parts) => {
                for part in parts {
                    self.add(part)?;
                }
            }
            HirKind::Alternation(options) => self.alternatives(options)?,
            HirKind::Repetition(repetition) => self.repeated(repetition)?,
        }
        Some(())
    }

    fn alternatives(&mut self, options: &[Hir]) -> Option<()> {
        let place = self.place();
        let (mut targets, mut jumps) = (Vec::new(), Vec::new());
        for option in options {
            targets.push(self.steps.len() as u32);
            self.add(option)?;
            jumps.push(self.place());
        }
        self.steps[place] = Step::Options(Options::new(targets).into());
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len() as u32);
        }
        Some(())
    }

    fn repeated(&mut self, repetition: &hir::Repetition) -> Option<()> {
        let hir::Repetition { min, max, greedy, ref sub } = *repetition;
        if let Some(class) = self.single(sub) {
            let class = class.into();
            self.steps.push(Step::Run { class, least: min, most: max.unwrap_or(u32::MAX), greedy });
            return Some(());
        }
        for _ in 0..min {
            self.add(sub)?;
        }
        let fork_to = |fork: usize, out: usize| {
            let (onward, out) = (next(fork), out as u32);
            let [first, second] = if greedy { [onward, out] } else { [out, onward] };
            Step::Fork { first, second }
        };
        match max {
            None => {
                // A turn that takes nothing would never end.
                sub.properties().minimum_len().filter(|&least| least > 0)?;
                let fork = self.place();
                self.add(sub)?;
                self.steps.push(Step::Jump(fork as u32));
                self.steps[fork] = fork_to(fork, self.steps.len());
            }
            Some(max) => {
                let mut forks = Vec::new();
                for _ in min..max {
                    forks.push(self.place());
                    self.add(sub)?;
                }
                for fork in forks {
                    self.steps[fork] = fork_to(fork, self.steps.len());
                }
            }
        }
        Some(())
    }

    /// The class of an expression that matches one character.
    fn single(&self, hir: &Hir) -> Option<Class> {
        match hir.kind() {
            HirKind::Class(class) => Class::new(class),
            HirKind::Capture(capture) if self.groups.is_none() => self.single(&capture.sub),
            HirKind::Literal(literal) => {
                let mut chars = std::str::from_utf8(&literal.0).ok()?.chars();
                let (c, rest) = (chars.next()?, chars.next());
                let class = hir::ClassUnicode::new([hir::ClassUnicodeRange::new(c, c)]);
                rest.is_none().then(|| Class::new(&hir::Class::Unicode(class)))?
            }
            _ => None,
        }
    }

    /// Room for a step that is known later.
    fn place(&mut self) -> usize {
        self.steps.push(Step::Done);
        self.steps.len() - 1
    }
}

fn next(step: usize) -> u32 {
    step as u32 + 1
}
