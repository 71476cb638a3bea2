//! Stories: what the program's users do in a week, as shell scripts in
//! `tests/stories`, each run in a fresh folder.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

/// Functions all stories share: `expect CODE COMMAND...` runs a command, keeps
/// what it printed in `said` and ends the story where the exit code differs;
/// `says WORDS` and `silent_on WORDS` look into it.
const PRELUDE: &str = r#"
set -u
fail() { echo "story: $*"; cat said; exit 1; }
expect() {
    expected=$1; shift
    "$@" >said 2>&1; code=$?
    [ "$code" = "$expected" ] || fail "$* ended with $code and not with $expected"
}
says() { grep -qF -e "$1" said || fail "nobody says: $1"; }
silent_on() { if grep -qF -e "$1" said; then fail "somebody says: $1"; fi; }
"#;

fn tell(story: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = std::fs::read_to_string(root.join("tests/stories").join(story)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_fineprint")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(program.to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let ended = Command::new("sh")
        .args(["-c", &format!("{PRELUDE}{script}")])
        .current_dir(folder.path())
        .env("PATH", path.unwrap())
        .env("FIXTURES", root.join("fixtures"))
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(ended.status.success(), "{story}: {said}{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn a_lawyer_keeps_a_template_in_a_repository() {
    tell("template.sh");
}

#[test]
fn a_lawyer_adopts_an_old_text() {
    tell("old-text.sh");
}

#[test]
fn a_deal_is_several_files() {
    tell("deal.sh");
}

#[test]
fn a_vendor_audits_its_own_terms() {
    tell("vendor.sh");
}

#[test]
fn a_draft_goes_back_in_word() {
    tell("word.sh");
}

#[test]
fn a_workflow_runs_the_action() {
    tell("action.sh");
}

#[test]
fn a_contract_is_renewed() {
    tell("renewal.sh");
}

#[test]
fn both_sides_have_a_playbook() {
    tell("playbook.sh");
}
