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
        if let Some(key) = steps.get(from).and_then(Step::key) {
            first.add(key);
            return first;
        }
        let (mut open, mut seen) = (vec![from], Vec::new());
        while let Some(at) = open.pop() {
            if seen.contains(&at) {
                continue;
            }
            seen.push(at);
            match &steps[at] {
                step @ Step::Text(_) => {
                    step.key().map_or_else(|| open.push(at + 1), |key| first.add(key));
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

    /// The keys in order, if they are few.
    fn few(&self) -> Option<impl Iterator<Item = u8>> {
        let count: u32 = self.keys.iter().map(|keys| keys.count_ones()).sum();
        (!self.nothing && count <= NARROW).then(|| (0..).zip(self.keys).flat_map(ones))
    }
}

/// The numbers of a word's bits that are set, from the word's place on.
fn ones((word, mut bits): (u8, u64)) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros() as u8;
        // Without the lowest bit.
        bits = bits.checked_sub(1).map(|less| bits & less)?;
        Some(word << 6 | bit)
    })
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
        let mut keys = First::default();
        // Each key with the alternatives it may begin; the others come with every key.
        let mut known: Vec<(u8, usize)> = Vec::with_capacity(first.len());
        let mut wide = Vec::new();
        for (at, first) in first.iter().enumerate() {
            match first.few() {
                Some(few) => known.extend(few.map(|key| (key, at))),
                None => wide.push(at),
            }
        }
        known.sort_unstable();
        known.iter().for_each(|&(key, _)| keys.add(key));
        let (mut from, mut worth) = (Vec::new(), Vec::with_capacity(known.len() + wide.len()));
        for group in known.chunk_by(|a, b| a.0 == b.0) {
            from.push(worth.len() as u32);
            let start = worth.len();
            worth.extend(group.iter().map(|&(_, at)| at).chain(wide.iter().copied()));
            worth[start..].sort_unstable();
        }
        from.push(worth.len() as u32);
        worth.extend(wide);
        let worth = worth.into_iter().map(|at| self.targets[at]).collect();
        (self.keys, self.from, self.worth) = (keys.keys, from.into(), worth);
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
