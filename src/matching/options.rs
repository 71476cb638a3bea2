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
    /// Those that begin with few keys, by key.
    narrow: Box<[(u8, u32)]>,
    /// The others.
    any: Box<[u32]>,
}

impl Options {
    /// Alternatives of which nothing else is known.
    pub(super) fn new(targets: Vec<u32>) -> Self {
        let any = (0..targets.len() as u32).collect();
        Self { targets: targets.into(), narrow: Box::default(), any }
    }

    /// Sorts them by what each begins with.
    pub(super) fn sort_by_key(&mut self, first: &[First]) {
        let (mut narrow, mut any) = (Vec::new(), Vec::new());
        for (option, first) in (0..).zip(first) {
            match first.few() {
                Some(keys) => narrow.extend(keys.map(|key| (key, option))),
                None => any.push(option),
            }
        }
        narrow.sort_unstable();
        (self.narrow, self.any) = (narrow.into(), any.into());
    }

    /// The next worth trying before a character of a key, or at the end.
    pub(super) fn next(&self, key: Option<u8>, from: u32) -> Option<u32> {
        let narrow = key.and_then(|key| {
            let at = self.narrow.partition_point(|&entry| entry < (key, from));
            self.narrow.get(at).filter(|entry| entry.0 == key).map(|entry| entry.1)
        });
        let any = self.any.get(self.any.partition_point(|&option| option < from)).copied();
        match (narrow, any) {
            (Some(narrow), Some(any)) => Some(narrow.min(any)),
            (narrow, any) => narrow.or(any),
        }
    }
}
