//! How long the parts of a run take: `cargo bench`.
//!
//! Inputs are the project's own fixtures in all three languages, repeated to
//! the size asked for. Against other tools, and whole processes:
//! `benches/peers.py`.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use fineprint::catalogue::Catalogue;
use fineprint::check::Judging;
use fineprint::clause::NamedParties;
use fineprint::read::{WordOptions, read, read_markdown};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::load(&[]).expect("the bundled rules are sound"));

const CONTRACTS: [&str; 3] = [
    include_str!("../fixtures/hosting-en.md"),
    include_str!("../fixtures/fair-zh.md"),
    include_str!("../fixtures/fair-ms.md"),
];
const WORD: &[u8] = include_bytes!("../fixtures/cloud-zh.docx");

fn main() {
    LazyLock::force(&CATALOGUE);
    divan::main();
}

/// A text of three languages, of about so many kilobytes.
fn text(kilobytes: usize) -> String {
    let mut text = String::new();
    for contract in CONTRACTS.iter().cycle() {
        if text.len() >= kilobytes << 10 {
            break;
        }
        text.push_str(contract);
        text.push_str("\n\n");
    }
    text
}

/// The bundled rules, from the binary to ready.
#[divan::bench]
fn load_rules() -> Catalogue {
    Catalogue::load(&[]).expect("the bundled rules are sound")
}

/// From text to findings; the time must grow as the text does.
#[divan::bench(args = [60, 120, 240, 480], sample_count = 10)]
fn review(bencher: Bencher, kilobytes: usize) {
    let text = text(kilobytes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let document = read_markdown("contract.md", black_box(text.clone()));
        fineprint::review(&CATALOGUE, vec![document], &NamedParties::default(), Judging::default())
    });
}

/// A Word file, reading only.
#[divan::bench]
fn read_word(bencher: Bencher) {
    bencher
        .counter(BytesCount::new(WORD.len()))
        .bench(|| read("contract.docx", black_box(WORD), None, &WordOptions::default()));
}
