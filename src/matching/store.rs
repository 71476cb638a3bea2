//! What the build prepares: numbers, texts, the parts of patterns and their
//! gate, as bytes.
//!
//! The build script writes with this very file; `stored` reads back.

use super::dialect::PartText;
use super::gate::Gate;
use super::steps::{Class, Step, Steps};

/// Bytes being written.
#[derive(Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    /// The bytes.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// A number, seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// How many bytes, and these.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// The parts of a pattern.
    pub(crate) fn parts(&mut self, parts: &[PartText]) {
        self.number(parts.len());
        for part in parts {
            self.number(part.gap);
            self.bytes(part.expression.as_bytes());
            self.number(part.literals.len());
            for set in &part.literals {
                self.number(set.len());
                for literal in set {
                    self.bytes(literal.as_bytes());
                }
            }
            self.steps(part.steps.as_ref());
        }
    }

    fn steps(&mut self, steps: Option<&Steps>) {
        let Some(steps) = steps else { return self.number(0) };
        self.number(steps.steps.len());
        self.number(steps.edges_of_groups);
        for step in &steps.steps {
            self.step(step);
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Done => self.number(0),
            Step::Text(text) => {
                self.number(1);
                self.bytes(text);
            }
            Step::One(class) => {
                self.number(2);
                self.class(class);
            }
            Step::Run { class, least, most, greedy } => {
                self.number(if *greedy { 3 } else { 4 });
                self.class(class);
                self.number(*least as usize);
                self.number(*most as usize);
            }
            Step::Edge(edge) => {
                self.number(5);
                self.number(*edge as usize);
            }
            Step::Fork { first, second } => {
                self.number(6);
                self.number(*first as usize);
                self.number(*second as usize);
            }
            Step::Jump(to) => {
                self.number(7);
                self.number(*to as usize);
            }
            Step::Options(options) => {
                self.number(9);
                self.number(options.targets.len());
                options.targets.iter().for_each(|&to| self.number(to as usize));
            }
            Step::Group { slot } => {
                self.number(8);
                self.number(*slot as usize);
            }
        }
    }

    fn class(&mut self, class: &Class) {
        self.0.extend_from_slice(&class.ascii.to_le_bytes());
        self.number(class.wide.len());
        for &(first, last) in &class.wide {
            self.number(first as usize);
            self.number(last as usize);
        }
    }

    /// A gate.
    pub(crate) fn gate(&mut self, gate: &Gate) {
        self.bytes(&gate.labels);
        self.bytes(&gate.rests);
        let literals = gate.literals.as_flattened();
        let Gate { children, ending, owned, owners, sets, always, .. } = gate;
        for list in [children, ending, owned, owners, sets, always] {
            self.list(list);
        }
        self.list(literals);
    }

    fn list(&mut self, list: &[u32]) {
        self.bytes(&list.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>());
    }
}

#[cfg(test)]
mod tests {
    use super::super::dialect::translate;
    use super::super::stored::Reader;
    use super::*;

    #[test]
    fn parts_are_read_back_as_they_were_stored() {
        for pattern in ["fees? (may|will|shall)+ ~9~ [^.;费]{2,}?rise", r"^\b(a|bc){3}$", "{money}"]
        {
            let parts = translate(pattern).unwrap();
            let mut writer = Writer::default();
            writer.parts(&parts);
            let bytes = writer.into_bytes();
            let read = Reader(&bytes).parts().unwrap();
            assert_eq!(format!("{read:?}"), format!("{parts:?}"));
        }
    }
}
