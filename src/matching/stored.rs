//! What the build prepared (`store`), read back from its bytes.

use super::dialect::PartText;
use super::gate::Gate;
use super::options::Options;
use super::steps::{Class, Edge, Step, Steps};
use std::borrow::Cow;

/// Bytes being read; `None` where they end too early or make no sense.
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    /// A number.
    pub(super) fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// Bytes whose count stands before them.
    pub(super) fn bytes(&mut self) -> Option<&'b [u8]> {
        let count = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    /// The same as text.
    pub(super) fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    fn fixed<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*bytes)
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// The parts of a pattern.
    pub(super) fn parts(&mut self) -> Option<Vec<PartText<'b>>> {
        let count = self.number()?;
        (0..count).map(|_| self.part()).collect()
    }

    fn part(&mut self) -> Option<PartText<'b>> {
        let gap = self.number()?;
        let expression = self.text()?.into();
        let mut literals = Vec::new();
        for _ in 0..self.number()? {
            let count = self.number()?;
            let set: Option<_> = (0..count).map(|_| self.text().map(Cow::from)).collect();
            literals.push(set?);
        }
        let steps = match self.number()? {
            0 => None,
            count => Some(self.steps(count)?),
        };
        Some(PartText { gap, expression, literals, steps })
    }

    fn steps(&mut self, count: usize) -> Option<Steps> {
        let edges_of_groups = self.number()?;
        let mut steps = Vec::with_capacity(count);
        for _ in 0..count {
            steps.push(self.step()?);
        }
        Some(Steps::of(steps, edges_of_groups))
    }

    fn step(&mut self) -> Option<Step> {
        Some(match self.number()? {
            0 => Step::Done,
            1 => Step::Text(self.bytes()?.into()),
            2 => Step::One(self.class()?.into()),
            kind @ (3 | 4) => {
                let class = self.class()?.into();
                Step::Run { class, least: self.small()?, most: self.small()?, greedy: kind == 3 }
            }
            5 => {
                let number = self.number()?;
                Step::Edge(Edge::ALL.into_iter().find(|edge| *edge as usize == number)?)
            }
            6 => Step::Fork { first: self.small()?, second: self.small()? },
            7 => Step::Jump(self.small()?),
            9 => {
                let count = self.number()?;
                let targets: Option<_> = (0..count).map(|_| self.small()).collect();
                Step::Options(Options::new(targets?).into())
            }
            8 => Step::Group { slot: self.small()? },
            _ => return None,
        })
    }

    fn class(&mut self) -> Option<Class> {
        let ascii = u128::from_le_bytes(self.fixed()?);
        let count = self.number()?;
        let mut wide = Vec::with_capacity(count);
        for _ in 0..count {
            wide.push((char::from_u32(self.small()?)?, char::from_u32(self.small()?)?));
        }
        Some(Class { ascii, wide: wide.into() })
    }

    /// A gate.
    pub(super) fn gate(&mut self) -> Option<Gate> {
        let labels = self.bytes()?.to_vec();
        let rests = self.bytes()?.to_vec();
        let [children, ending, owned] = [self.list()?, self.list()?, self.list()?];
        let [owners, sets, always] = [self.list()?, self.list()?, self.list()?];
        let literals = self.list()?.as_chunks().0.to_vec();
        Some(Gate { labels, children, ending, literals, rests, owned, owners, sets, always })
    }

    fn list(&mut self) -> Option<Vec<u32>> {
        let (numbers, _) = self.bytes()?.as_chunks();
        Some(numbers.iter().map(|number| u32::from_le_bytes(*number)).collect())
    }
}
