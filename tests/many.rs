//! Many contracts in one run: lists of files, lines as they are ready, a bad
//! file that stops nothing, and Ctrl-C.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

const CHARGED: &str = "# Services Agreement\n\n3.1 Additional charges may apply.\n";

fn check(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fineprint"));
    command.args(["check", "--no-config", "--side", "both", "--format", "jsonl"]);
    command.args(arguments).current_dir(folder).env_remove("GITHUB_WORKSPACE");
    command
}

fn fed(mut command: Command, list: &str) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(ended: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&ended.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The paths of lines of one kind, each once, in their order.
fn paths(lines: &[Value], schema: &str) -> Vec<String> {
    let mut paths: Vec<String> = lines
        .iter()
        .filter(|line| line["schema"] == schema)
        .map(|line| line["path"].as_str().unwrap().to_owned())
        .collect();
    paths.dedup();
    paths
}

#[test]
fn a_list_of_files_is_checked_in_its_order_and_a_bad_one_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.md", "a.md", "with space.md"] {
        fs::write(folder.path().join(name), CHARGED).unwrap();
    }
    fs::write(folder.path().join("bad.docx"), "no zip").unwrap();
    let list = "b.md\r\n\nbad.docx\nwith space.md\nnot-there.md\na.md\n";
    let ended = fed(check(folder.path(), &["--files-from", "-"]), list);
    assert_eq!(ended.status.code(), Some(2));
    let found = lines(&ended);
    assert_eq!(paths(&found, "fineprint.finding/1"), ["b.md", "with space.md", "a.md"]);
    assert_eq!(paths(&found, "fineprint.notice/1"), ["bad.docx", "not-there.md"]);
    let last = found.last().unwrap();
    assert_eq!(last["schema"], "fineprint.summary/1");
    assert_eq!((&last["contracts"], &last["unread"]), (&3.into(), &2.into()));

    fs::write(folder.path().join("list"), "b.md\0with space.md\0a.md").unwrap();
    let ended = check(folder.path(), &["-0", "--files-from", "list"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    let again = lines(&ended);
    assert_eq!(paths(&again, "fineprint.finding/1"), ["b.md", "with space.md", "a.md"]);
}

#[test]
fn an_empty_list_is_no_input_and_one_that_is_not_there_is_trouble() {
    let folder = tempfile::tempdir().unwrap();
    let ended = fed(check(folder.path(), &["--files-from", "-"]), "\n");
    assert_eq!(ended.status.code(), Some(3));
    let ended = check(folder.path(), &["--files-from", "nowhere"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("nowhere: there is no such file"));
}

#[test]
fn lines_are_the_same_whether_they_are_streamed_or_written_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.md", "b.md"] {
        let suppressed = "<!-- fineprint: allow fees/nothing: x -->\n\n";
        fs::write(folder.path().join(name), format!("{suppressed}{CHARGED}")).unwrap();
    }
    let ended = check(folder.path(), &["a.md", "nowhere.md", "b.md", "--output", "jsonl=out"]);
    let ended = { ended }.output().unwrap();
    assert_eq!(fs::read(folder.path().join("out")).unwrap(), ended.stdout);
    let found = lines(&ended);
    let mistakes: Vec<&Value> =
        found.iter().filter(|line| line["kind"] == "malformed-suppression").collect();
    assert_eq!(mistakes.len(), 2);
    assert_eq!((&mistakes[1]["contract"], &mistakes[1]["line"]), (&2.into(), &1.into()));
    assert!(mistakes[0]["message"].as_str().unwrap().contains("there is no rule fees/nothing"));
}

#[test]
fn an_unused_suppression_has_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = "<!-- fineprint: allow data/hostage: agreed -->\n\n3.1 The fee is USD 5 a month.\n";
    fs::write(folder.path().join("a.md"), text).unwrap();
    let found = lines(&check(folder.path(), &["a.md"]).output().unwrap());
    let note = found.iter().find(|line| line["kind"] == "note").unwrap();
    assert!(note["message"].as_str().unwrap().starts_with("Unused suppression of data/hostage"));
}

/// A run whose second contract is a pipe nobody has written to yet.
fn held_up(folder: &Path) -> (Child, BufReader<std::process::ChildStdout>) {
    fs::write(folder.join("first.md"), CHARGED).unwrap();
    assert!(Command::new("mkfifo").arg(folder.join("second.md")).status().unwrap().success());
    let mut child = check(folder, &["first.md", "second.md"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

#[test]
fn a_contract_is_written_while_the_next_is_still_at_work() {
    let folder = tempfile::tempdir().unwrap();
    let (mut child, mut out) = held_up(folder.path());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert!(line.contains("first.md"), "{line}");
    fs::write(folder.path().join("second.md"), CHARGED).unwrap();
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("\"path\":\"second.md\""));
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn ctrl_c_leaves_whole_lines_of_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let (mut child, mut out) = held_up(folder.path());
    let mut text = String::new();
    out.read_line(&mut text).unwrap();
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    out.read_to_string(&mut text).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(text.ends_with('\n'));
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["path"], "first.md");
    }
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains("interrupted after 1 of 2 contracts"), "{said}");
}
