//! The guide for writers of rules is what a reader sees who follows it: its
//! files are written, its changes made and its commands run, in its order.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

const GUIDE: &str = include_str!("../docs/writing-rules.md");

/// A fenced block: what stands behind its fence, and its text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut rest = GUIDE;
    while let Some((_, from)) = rest.split_once("\n```") {
        let (fence, body) = from.split_once('\n').unwrap();
        let (text, behind) = body.split_once("\n```").unwrap();
        found.push((fence, text));
        rest = behind;
    }
    found
}

/// What a command of the guide prints.
fn printed(folder: &Path, command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_fineprint")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(program.to_owned()).chain(std::env::split_paths(&path));
    let ended = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    String::from_utf8([ended.stdout, ended.stderr].concat()).unwrap()
}

/// Runs the commands of a session; a line of three dots stands for what the
/// guide leaves out.
fn run(folder: &Path, session: &str) {
    for said in format!("\n{session}").split("\n$ ").skip(1) {
        let (command, shown) = said.split_once('\n').unwrap_or((said, ""));
        let printed = printed(folder, command);
        let mut rest = printed.as_str();
        let pieces: Vec<&str> = shown.split("...").map(|p| p.trim_matches('\n')).collect();
        for piece in &pieces {
            let at = rest.find(piece).unwrap_or_else(|| {
                panic!("for {command} the guide shows\n\n{piece}\n\nand it prints\n\n{printed}")
            });
            rest = &rest[at + piece.len()..];
        }
        let cut = pieces.last().is_some_and(|last| last.is_empty());
        assert!(
            cut || rest.trim().is_empty(),
            "{command} prints more than the guide shows: {rest}"
        );
    }
}

/// Makes a change as a reader makes it: by what stands around it.
fn change(path: &Path, difference: &str) {
    let side = |other: char| {
        let lines = difference.lines().filter(|line| !line.starts_with(other));
        lines.map(|line| format!("{}\n", &line[1..])).collect::<String>()
    };
    let (old, new) = (side('+'), side('-'));
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(text.matches(&old).count(), 1, "the guide changes\n{old}\nin\n{text}");
    std::fs::write(path, text.replace(&old, &new)).unwrap();
}

#[test]
fn the_guide_leads_from_an_idea_to_a_tested_rule() {
    let folder = tempfile::tempdir().unwrap();
    let mut commands = 0;
    for (fence, text) in blocks() {
        let (language, file) = fence.split_once(' ').unwrap_or((fence, ""));
        let (file, at_end) =
            file.split_once(", at the end").map_or((file, false), |(f, _)| (f, true));
        let path = folder.path().join(file);
        match language {
            "console" => {
                run(folder.path(), text);
                commands += 1;
            }
            "diff" => change(&path, text),
            _ if at_end => {
                let before = std::fs::read_to_string(&path).unwrap();
                std::fs::write(&path, format!("{before}{text}\n")).unwrap();
            }
            _ => std::fs::write(&path, format!("{text}\n")).unwrap(),
        }
    }
    assert!(commands > 5, "the guide has commands");
}

#[test]
fn every_command_it_names_in_passing_works() {
    let folder = tempfile::tempdir().unwrap();
    for said in GUIDE.split('`').filter(|said| said.starts_with("fineprint ")) {
        let command = said.replace("RULE", "fees/overage");
        let printed = printed(folder.path(), &format!("{command} && echo done"));
        assert!(printed.ends_with("done\n"), "{command}: {printed}");
    }
}

#[test]
fn every_page_it_links_is_there() {
    for link in GUIDE.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(Path::new("docs").join(link).is_file(), "{link}");
    }
}
