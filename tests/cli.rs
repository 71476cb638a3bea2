//! The command line as its users meet it. The cases are data: `tests/cli/cases`
//! holds sessions of commands and what they print, with their input beside
//! them. `TRYCMD=overwrite cargo test --test cli` rewrites them.

use std::io::Read;
use std::process::{Command, Stdio};

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .case("tests/cli/cases/*.trycmd")
        .case("tests/cli/cases/*.toml");
}

fn fineprint(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fineprint"));
    command.args(arguments);
    command
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    for arguments in [&["rules", "list"][..], &["check", "fixtures/hosting-en.md"]] {
        let mut child = fineprint(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut said = String::new();
        let mut stderr = child.stderr.take().expect("standard error is piped");
        stderr.read_to_string(&mut said).expect("standard error is text");
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{arguments:?}");
        assert_eq!(said, "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_said() {
    for arguments in [&["rules", "list"][..], &["check", "--format", "json", "fixtures/nda-en.md"]]
    {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let ended = fineprint(arguments).stdout(full).output().expect("the program starts");
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(said.starts_with("fineprint: cannot write the report: "), "{said}");
    }
}

#[test]
fn colour_is_sent_where_it_is_asked_for_and_nowhere_else() {
    let escapes = |arguments: &[&str], no_color: bool| {
        let mut command = fineprint(&["check", "fixtures/nda-en.md"]);
        command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        if no_color {
            command.env("NO_COLOR", "1");
        }
        command.output().expect("the program starts").stdout.contains(&0x1B)
    };
    assert!(!escapes(&[], false), "a pipe");
    assert!(!escapes(&["--color", "never"], false));
    assert!(escapes(&["--color", "always"], false));
    assert!(escapes(&["--color", "always"], true), "the flag is nearer than the environment");
}
