//! Small damages to texts and XML, drawn by proptest: what a broken transfer,
//! another program or an attacker makes of a file.

use proptest::prelude::*;

/// One damage. Places are taken modulo the length of what is damaged.
#[derive(Debug, Clone)]
pub(crate) enum Mutation {
    /// Removes bytes.
    Delete(usize, usize),
    /// Copies bytes to another place.
    Copy(usize, usize, usize),
    /// Replaces a byte.
    Replace(usize, u8),
    /// Inserts a piece.
    Insert(usize, &'static str),
    /// Drops all from here on.
    Cut(usize),
}

/// A few damages, with these pieces to insert.
pub(crate) fn mutations(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<Mutation>> {
    let place = any::<usize>;
    let one = prop_oneof![
        2 => (place(), 1_usize..80).prop_map(|(at, len)| Mutation::Delete(at, len)),
        2 => (place(), 1_usize..200, place()).prop_map(|(at, len, to)| Mutation::Copy(at, len, to)),
        2 => (place(), any::<u8>()).prop_map(|(at, byte)| Mutation::Replace(at, byte)),
        4 => (place(), prop::sample::select(pieces)).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        1 => place().prop_map(Mutation::Cut),
    ];
    prop::collection::vec(one, 1..8)
}

/// The bytes with the damages done.
pub(crate) fn damaged(mut bytes: Vec<u8>, mutations: &[Mutation]) -> Vec<u8> {
    for mutation in mutations {
        let len = bytes.len().max(1);
        let range = |at: usize, count: usize| {
            let start = (at % len).min(bytes.len());
            start..(start + count).min(bytes.len())
        };
        match *mutation {
            Mutation::Delete(at, count) => drop(bytes.drain(range(at, count))),
            Mutation::Copy(at, count, to) => {
                let copy = bytes[range(at, count)].to_vec();
                let to = range(to, 0).start;
                bytes.splice(to..to, copy);
            }
            Mutation::Replace(at, byte) => {
                if let Some(place) = bytes.get_mut(at % len) {
                    *place = byte;
                }
            }
            Mutation::Insert(at, piece) => {
                let at = range(at, 0).start;
                bytes.splice(at..at, piece.bytes());
            }
            Mutation::Cut(at) => bytes.truncate(at % len),
        }
    }
    bytes
}

/// So many cases, unless `PROPTEST_CASES` asks for another number.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { default } else { ProptestConfig { cases: usual, ..default } }
}
