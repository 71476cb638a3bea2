//! Which of many alternatives are worth trying, by the next character.
//!
//! The build script uses this very file.

use super::steps::{Class, Step};

/// An alternative that may begin with more keys is tried whatever comes next.
const NARROW: u32 = 8;

/// What stands for a character: itself if it is of ASCII, else one of as many
/// others.
pub(super) fn key(c: char) -> u8 {
    if c.is_ascii() { c as u8 } else { 128 | (c as u32 & 127) as u8 }
}

/// With what something may begin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct First {
    /// The keys of characters, a bit each.
    keys: [u64; 4],
    /// Whether it may match nothing.
    pub(super) nothing: bool,
}

impl First {
    /// Of a walk from a step on.
    pub(super) fn of(steps: &[Step], from: usize) -> Self {
        let mut first = Self::default();
        let (mut open, mut seen) = (vec![from], Vec::new());
        while let Some(at) = open.pop() {
            if seen.contains(&at) {
                continue;
            }
            seen.push(at);
            match &steps[at] {
                Step::Text(text) => {
                    let c = std::str::from_utf8(text).ok().and_then(|text| text.chars().next());
                    c.map_or_else(|| open.push(at + 1), |c| first.add(key(c)));
                }
                Step::One(class) => first.add_class(class),
                Step::Run { class, least, .. } => {
                    first.add_class(class);
                    if *least == 0 {
                        open.push(at + 1);
                    }
                }
                Step::Edge(_) | Step::Group { .. } => open.push(at + 1),
                Step::Jump(to) => open.push(*to as usize),
                Step::Fork { first, second } => open.extend([*first as usize, *second as usize]),
                Step::Options(options) => {
                    open.extend(options.targets.iter().map(|&to| to as usize));
                }
                Step::Done => first.nothing = true,
            }
        }
        first
    }

    /// Whether it may begin with a character of a key.
    pub(super) fn has(&self, key: u8) -> bool {
        self.nothing || self.keys[usize::from(key >> 6)] & 1 << (key & 63) != 0
    }

    fn add(&mut self, key: u8) {
        self.keys[usize::from(key >> 6)] |= 1 << (key & 63);
    }

    fn add_class(&mut self, class: &Class) {
        self.keys[0] |= class.ascii as u64;
        self.keys[1] |= (class.ascii >> 64) as u64;
        for &(from, to) in &class.wide {
            // As many characters in a row have every key.
            (from..=to).take(128).for_each(|c| self.add(key(c)));
        }
    }

    /// The keys, if they are few.
    fn few(&self) -> Option<impl Iterator<Item = u8>> {
        let count: u32 = self.keys.iter().map(|keys| keys.count_ones()).sum();
        let keys = self.keys;
        (!self.nothing && count <= NARROW).then(|| {
            (0..=u8::MAX).filter(move |key| keys[usize::from(key >> 6)] & 1 << (key & 63) != 0)
        })
    }
}

/// Alternatives, in the order in which they are tried.
#[derive(Debug)]
pub(super) struct Options {
    /// The step at which each begins.
    pub(super) targets: Box<[u32]>,
    /// The keys some of them begin with and others do not, a bit each.
    keys: [u64; 4],
    /// For each of these keys, where in `worth` its alternatives begin, and one
    /// more: where those worth trying before any other key do.
    from: Box<[u32]>,
    /// The alternatives' steps.
    worth: Box<[u32]>,
}

impl Options {
    /// Alternatives of which nothing else is known.
    pub(super) fn new(targets: Vec<u32>) -> Self {
        let worth = targets.clone().into();
        Self { targets: targets.into(), keys: [0; 4], from: Box::new([0]), worth }
    }

    /// Sorts them by what each begins with.
    pub(super) fn sort_by_key(&mut self, first: &[First]) {
        let narrow: Vec<Option<Vec<u8>>> =
            first.iter().map(|first| first.few().map(Iterator::collect)).collect();
        let mut keys = First::default();
        narrow.iter().flatten().flatten().for_each(|&key| keys.add(key));
        let (mut from, mut worth) = (Vec::new(), Vec::new());
        let known = (0..=u8::MAX).filter(|&key| keys.has(key)).map(Some);
        for key in known.chain([None]) {
            from.push(worth.len() as u32);
            let fits = |narrow: &Option<Vec<u8>>| match (narrow, key) {
                (Some(keys), Some(key)) => keys.contains(&key),
                (Some(_), None) => false,
                (None, _) => true,
            };
            let fitting = self.targets.iter().zip(&narrow).filter(|(_, narrow)| fits(narrow));
            worth.extend(fitting.map(|(&target, _)| target));
        }
        (self.keys, self.from, self.worth) = (keys.keys, from.into(), worth.into());
    }

    /// The steps of those worth trying before a character of a key, or at the end.
    pub(super) fn worth(&self, key: Option<u8>) -> &[u32] {
        let others = self.from.len() - 1;
        let at = key.map_or(others, |key| {
            let (word, bit) = (usize::from(key >> 6), key & 63);
            if self.keys[word] & 1 << bit == 0 {
                return others;
            }
            let below = self.keys[word] & ((1 << bit) - 1);
            let before: u32 = self.keys[..word].iter().map(|keys| keys.count_ones()).sum();
            (before + below.count_ones()) as usize
        });
        let from = self.from[at] as usize;
        let to = self.from.get(at + 1).map_or(self.worth.len(), |&to| to as usize);
        &self.worth[from..to]
    }
}
