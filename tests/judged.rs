//! The rules on contracts written and labelled without sight of them: how many
//! of the defects are raised, and how many of the near misses are left alone.
//!
//! The rules were developed on one set. The other is frozen: only its scores
//! are looked at, so that nobody tunes to it, and they may not fall.

#![allow(clippy::print_stdout)]

#[path = "../examples/accuracy/labels.rs"]
mod labels;
#[path = "../examples/accuracy/raised.rs"]
mod raised;

use fineprint::catalogue::Catalogue;
use std::path::Path;

#[test]
fn defects_are_raised_and_near_misses_left_alone() {
    let catalogue = Catalogue::load(&[]).expect("the bundled rules are sound");
    // Set, percent of the defects at least, percent of the near misses at most.
    for (set, least, most) in [("developed", 94, 3), ("frozen", 64, 8)] {
        let scores = raised::measure(&catalogue, &Path::new("judged").join(set));
        let scores = scores.expect("the contracts are there");
        println!("\n{set}\n");
        raised::print(&scores);
        let all = scores["all"];
        assert!(all.raised * 100 >= all.defects * least, "{set}: too few defects are raised");
        assert!(all.violated * 100 <= all.decoys * most, "{set}: too many false alarms");
    }
}
