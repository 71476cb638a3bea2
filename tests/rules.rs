//! The bundled rules, proved: every test of every rule holds, and no part of a
//! rule can be removed without a test noticing. What `fineprint rules test` runs.

#![allow(clippy::print_stdout)]

use fineprint::catalogue::Catalogue;
use fineprint::check::prove;
use std::path::Path;

#[test]
fn every_bundled_rule_is_proved() {
    let catalogue = Catalogue::load_with_tests(&[]).unwrap_or_else(|errors| {
        let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{} mistakes in rules/:\n{}", messages.len(), messages.join("\n"));
    });
    let proof = prove(&catalogue, "", Path::new("fixtures"));
    println!(
        "{} rules, {} tests in {} language blocks, {} parts proved, {} known gaps",
        proof.rules, proof.tests, proof.blocks, proof.parts, proof.gaps
    );
    let failures: Vec<String> =
        proof.failures.iter().map(|f| format!("{} ({}): {}", f.rule, f.path, f.what)).collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
