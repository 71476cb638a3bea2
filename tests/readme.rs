//! The README's picture is what the program prints, and its commands are those
//! that this test and the others run.

use std::process::Command;

const README: &str = include_str!("../README.md");

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    let blocks = README.split(fence.as_str()).skip(1);
    blocks.map(|rest| rest.split("\n```").next().unwrap_or_default()).collect()
}

#[test]
fn the_picture_is_what_the_program_prints() {
    let picture = blocks("text")[0];
    let (command, shown) = picture.split_once('\n').expect("a command and what it prints");
    let arguments =
        command.strip_prefix("$ fineprint ").expect("the picture begins with a command");
    let ended = Command::new(env!("CARGO_BIN_EXE_fineprint"))
        .args(arguments.split(' '))
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .output()
        .expect("the program starts");
    let printed = String::from_utf8(ended.stdout).expect("a report is text");
    let mut rest = printed.as_str();
    // A line of three dots stands for what the picture leaves out.
    for piece in shown.split("\n...\n") {
        let at = rest.find(piece).unwrap_or_else(|| {
            panic!("the README shows\n\n{piece}\n\nand the program prints\n\n{printed}")
        });
        rest = &rest[at + piece.len()..];
    }
    assert_eq!(rest.trim(), "", "the picture ends where the report ends");
}

#[test]
fn two_commands_are_enough() {
    assert_eq!(blocks("sh"), ["cargo run --release -- check fixtures/hosting-en.md", "cargo test"]);
}

#[test]
fn every_page_it_links_is_there() {
    for link in README.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(link.starts_with("https://") || std::path::Path::new(link).is_file(), "{link}");
    }
}
