//! Several reports from one run, as files that are whole or not there.

use std::path::Path;
use std::process::{Command, Output};

const CONTRACT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/hosting-en.md");

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fineprint"));
    command.args(["check", "--side", "both", CONTRACT]).args(arguments).current_dir(folder);
    command.output().expect("the program starts")
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("the report is there")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("an entry"))).collect();
    names.sort();
    names
}

#[test]
fn one_run_writes_every_format_and_its_exit_code_is_the_verdict() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let formats = ["github", "html", "json", "jsonl", "markdown", "memo", "sarif", "terminal"];
    let targets: Vec<String> =
        formats.iter().map(|name| format!("--output={name}=out.{name}")).collect();
    let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
    let alone = check(folder, &[]);
    let ended = check(folder, &targets);
    assert_eq!(ended.status.code(), alone.status.code());
    assert_eq!(ended.stdout, alone.stdout, "standard output is what it was");
    assert_eq!(names(folder), formats.map(|name| format!("out.{name}")));
    for format in formats {
        let shown = check(folder, &["--format", format]);
        let file = folder.join(format!("out.{format}"));
        assert_eq!(std::fs::read(file).expect("the report is there"), shown.stdout, "{format}");
        assert!(!shown.stdout.is_empty(), "{format}");
    }
}

#[test]
fn standard_output_can_take_another_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let ended = check(folder.path(), &["--output", "json=-"]);
    assert!(ended.stdout.starts_with(b"{"));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_cannot_be_written_leaves_the_old_report_and_is_trouble() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    std::fs::write(folder.join("old.html"), "old").expect("written");
    std::fs::create_dir(folder.join("sub")).expect("made");
    for target in ["html=sub", "sarif=nowhere/out.sarif"] {
        let ended = check(folder, &["--output", "html=old.html", "--output", target]);
        assert_eq!(ended.status.code(), Some(2), "{target}");
        assert!(ended.stdout.is_empty());
        assert!(String::from_utf8_lossy(&ended.stderr).starts_with("fineprint: cannot write "));
        assert_eq!(read(folder, "old.html"), "old", "nothing is written where not all can be");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_the_other_reports_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let ended = check(
        folder.path(),
        &["--output", "json=/dev/full", "--output", "jsonl=out.jsonl", "--format", "github"],
    );
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.starts_with("fineprint: cannot write /dev/full: "), "{said}");
    assert_eq!(names(folder.path()), ["out.jsonl"]);
    assert!(!ended.stdout.is_empty());
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fineprint"));
        let ended = command.args(["completions", shell]).output().expect("the program starts");
        let script = String::from_utf8(ended.stdout).expect("a script is text");
        assert!(ended.status.success() && script.contains("fail-on"), "{shell}");
    }
}

#[test]
fn programs_get_paths_from_the_root_of_the_repository_wherever_the_check_is_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let drafts = folder.path().join("repo/drafts");
    std::fs::create_dir_all(&drafts).expect("made");
    std::fs::create_dir(folder.path().join("repo/.git")).expect("made");
    let contract = drafts.join("my 合同 #2.md");
    std::fs::copy(CONTRACT, &contract).expect("copied");
    let whole = contract.to_str().expect("text");
    for (from, given) in [("repo", "drafts"), ("repo/drafts", "."), (".", whole)] {
        for (workspace, before) in [("nowhere", ""), (".", "repo/")] {
            let run = |format: &str| {
                let ended = Command::new(env!("CARGO_BIN_EXE_fineprint"))
                    .args(["check", "--format", format, given])
                    .current_dir(folder.path().join(from))
                    .env("GITHUB_WORKSPACE", folder.path().join(workspace).components().as_path())
                    .output()
                    .expect("the program starts");
                String::from_utf8(ended.stdout).expect("text")
            };
            let path = format!("{before}drafts/my 合同 #2.md");
            let uri = format!("{before}drafts/my%20%E5%90%88%E5%90%8C%20%232.md");
            for (format, said) in [
                ("sarif", format!("\"uri\": \"{uri}\",\n            \"uriBaseId\": \"%SRCROOT%\"")),
                ("github", format!("::error file={path},line=")),
                ("json", format!("\"path\": \"{path}\"")),
                ("jsonl", format!("\"path\":\"{path}\"")),
            ] {
                let report = run(format);
                assert!(report.contains(&said), "{format} from {from}: {said}");
                assert!(!report.contains(whole), "{format} from {from}");
            }
        }
    }
}
