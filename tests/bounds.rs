//! What a stranger's file, folder or disk may do to us, and what the user is
//! told: the file, the bound, and the flag that raises it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const CHARGED: &str = "# Services Agreement\n\n3.1 Additional charges may apply.\n";

fn fineprint(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fineprint"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let always = ["check", "--no-config", "--side", "both", "--format", "json"];
    fineprint(folder, &[&always, arguments].concat())
}

fn said(ended: &Output) -> String {
    String::from_utf8_lossy(&ended.stderr).into_owned()
}

#[test]
fn a_file_over_a_bound_is_named_with_the_place_and_the_flag_and_the_next_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("good.md"), "# A\n").unwrap();
    let list = (0..100).map(|level| format!("{}- a\n", "  ".repeat(level))).collect::<String>();
    for (name, text, bound, place) in [
        ("big.txt", "a ".repeat(200), "file-bytes=300", "the file is larger"),
        ("long.md", format!("# A\n\n{}\n", "a ".repeat(100)), "paragraph-bytes=150", "line 3"),
        ("list.md", list, "list-depth=70", "the list in line"),
        ("slow.md", CHARGED.to_owned(), "seconds=0", "takes longer, in seconds, than"),
    ] {
        fs::write(folder.join(name), text).unwrap();
        let ended = check(folder, &["--bound", bound, name, "good.md"]);
        let words = said(&ended);
        assert_eq!(ended.status.code(), Some(2), "{name}: {words}");
        let flag = bound.split_once('=').unwrap().0;
        for part in [name, place, &format!("raise it: --bound {flag}=N")] {
            assert!(words.contains(part), "{name}: no {part} in {words}");
        }
        if bound != "seconds=0" {
            assert!(String::from_utf8_lossy(&ended.stdout).contains("\"path\": \"good.md\""));
        }
        let raised = format!("{flag}=1000000");
        let ended = check(folder, &["--bound", &raised, "--bound", "list-depth=1000", name]);
        assert_ne!(ended.status.code(), Some(2), "{name}: {}", said(&ended));
    }
}

#[test]
fn the_usual_bounds_stop_what_no_contract_has() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("wall.txt"), "word ".repeat(300_000)).unwrap();
    let list = (0..200).map(|level| format!("{}- a\n", "  ".repeat(level))).collect::<String>();
    fs::write(folder.join("stairs.md"), list).unwrap();
    for name in ["wall.txt", "stairs.md"] {
        let ended = check(folder, &[name]);
        assert_eq!(ended.status.code(), Some(2), "{name}");
        assert!(said(&ended).contains("the limit of"), "{}", said(&ended));
    }
}

/// Once every sentence of a paragraph had the figures of the whole read again.
#[test]
fn a_paragraph_of_a_thousand_figures_is_judged_to_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let line = "  ve hundred) within thirty (30) daays.\n";
    let text =
        format!("SERVICE AGREEMENT\n\n1. FEES\n\n1.1 The Customer pays.\n{}", line.repeat(2_000));
    fs::write(folder.join("figures.txt"), text).unwrap();
    let ended = check(folder, &["figures.txt"]);
    assert_eq!(ended.status.code(), Some(0), "{}", said(&ended));
}

/// Once every figure was held against every word beside any figure.
#[test]
fn a_sentence_of_two_thousand_rates_is_judged_to_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let rates = "te payment bears 1.5% a m".repeat(2_000);
    let text = format!("SERVICE AGREEMENT\n\n1. FEES\n\n1.1 The Customer pays; la{rates}");
    fs::write(folder.join("rates.txt"), text).unwrap();
    let ended = check(folder, &["rates.txt"]);
    assert!(matches!(ended.status.code(), Some(0 | 1)), "{}", said(&ended));
}

#[test]
fn of_too_many_findings_the_gravest_stay_and_the_rest_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let text =
        format!("{CHARGED}\n3.2 The Provider may withhold Customer Data until it is paid.\n");
    fs::write(folder.join("a.md"), text).unwrap();
    let ended = check(folder, &["--bound", "findings=1", "a.md"]);
    assert_eq!(ended.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    let document = &report["documents"][0];
    assert_eq!(document["findings"].as_array().unwrap().len(), 1);
    assert_eq!(document["findings"][0]["rule"], "data/hostage");
    let warnings = document["warnings"].to_string();
    assert!(warnings.contains("--bound findings=N"), "{warnings}");
}

#[test]
fn yaml_that_is_a_bomb_is_refused_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("a.md"), CHARGED).unwrap();
    fs::create_dir_all(folder.join("house/checks/own")).unwrap();
    let laughs = (1..12).fold("a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned(), |yaml, at| {
        let ones = vec![format!("*a{}", at - 1); 9].join(", ");
        format!("{yaml}a{at}: &a{at} [{ones}]\n")
    });
    let deep = format!("harms: {}\n", "[".repeat(100_000));
    let long = format!("# {}\n", "x".repeat(1 << 20));
    for (name, yaml) in [("laughs", &laughs), ("deep", &deep), ("long", &long)] {
        for path in ["fineprint.yaml", "house/checks/own/rule.yaml"] {
            fs::write(folder.join(path), yaml).unwrap();
            let began = Instant::now();
            let arguments: &[&str] = if path.starts_with("house") {
                &["check", "--no-config", "--rules", "house", "a.md"]
            } else {
                &["check", "a.md"]
            };
            let ended = fineprint(folder, arguments);
            assert_eq!(ended.status.code(), Some(2), "{name} {path}");
            assert!(said(&ended).contains(path), "{name}: {}", said(&ended));
            assert!(began.elapsed() < Duration::from_secs(20), "{name} {path}");
            fs::remove_file(folder.join(path)).unwrap();
        }
    }
}

#[test]
fn a_pattern_too_large_to_compile_is_refused_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("a.md"), CHARGED).unwrap();
    fs::create_dir_all(folder.join("house/checks/own")).unwrap();
    let seed = include_str!("../fuzz/seeds/rule/charges.yaml");
    let rule = seed.replace(r"\bx{1,100}\b", r"\p{L}{900}");
    fs::write(folder.join("house/checks/own/rule.yaml"), rule).unwrap();
    let ended = fineprint(folder, &["check", "--no-config", "--rules", "house", "a.md"]);
    assert_eq!(ended.status.code(), Some(2));
    for part in ["house/checks/own/rule.yaml:16:", "KiB when compiled"] {
        assert!(said(&ended).contains(part), "{}", said(&ended));
    }
}

#[test]
fn links_that_lead_in_circles_or_nowhere_are_told_and_followed_once() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("deals")).unwrap();
    fs::write(folder.join("deals/good.md"), CHARGED).unwrap();
    symlink("../deals", folder.join("deals/again")).unwrap();
    symlink("circle.md", folder.join("deals/circle.md")).unwrap();
    symlink("gone.md", folder.join("deals/nowhere.md")).unwrap();
    let ended = check(folder, &["deals"]);
    assert_eq!(ended.status.code(), Some(2));
    let words = said(&ended);
    assert!(words.contains("circle.md: "), "{words}");
    assert!(words.contains("nowhere.md: there is no such file"), "{words}");
    let report: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(report["documents"].as_array().unwrap().len(), 1);
}

#[test]
fn a_pipe_in_a_folder_holds_nobody_up_and_a_device_without_end_is_bounded() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("good.md"), CHARGED).unwrap();
    assert!(Command::new("mkfifo").arg(folder.join("pipe.md")).status().unwrap().success());
    assert_eq!(check(folder, &["."]).status.code(), Some(1));
    let ended =
        check(folder, &["--format-in", "text", "--bound", "file-bytes=100000", "/dev/zero"]);
    assert_eq!(ended.status.code(), Some(2));
    assert!(said(&ended).contains("/dev/zero: the file is larger"), "{}", said(&ended));
}

#[test]
fn a_file_nobody_may_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let path = folder.join("secret.md");
    fs::write(&path, CHARGED).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        // Whoever may read everything cannot see this.
        return;
    }
    let ended = check(folder, &["secret.md"]);
    assert_eq!(ended.status.code(), Some(2));
    assert!(said(&ended).contains("secret.md: you may not read it"));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_disk_that_takes_no_more_leaves_the_old_report() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("a.md"), CHARGED).unwrap();
    fs::write(folder.join("out.html"), "old").unwrap();
    // A file may have one block, and the signal that would say so is ignored.
    let script = format!(
        "trap '' XFSZ; ulimit -f 1; exec {} check --no-config --output html=out.html a.md",
        env!("CARGO_BIN_EXE_fineprint")
    );
    let ended = Command::new("sh").args(["-c", &script]).current_dir(folder).output().unwrap();
    assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
    assert!(said(&ended).contains("cannot write out.html: "), "{}", said(&ended));
    assert_eq!(fs::read_to_string(folder.join("out.html")).unwrap(), "old");
    assert_eq!(names(folder), ["a.md", "out.html"]);
}

#[test]
fn a_run_that_is_killed_leaves_the_old_report() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(Command::new("mkfifo").arg(folder.join("pipe.md")).status().unwrap().success());
    fs::write(folder.join("a.md"), CHARGED).unwrap();
    fs::write(folder.join("out.json"), "old").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_fineprint"))
        .args(["check", "--no-config", "--output", "json=out.json", "a.md", "pipe.md"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(500));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read_to_string(folder.join("out.json")).unwrap(), "old");
    assert_eq!(names(folder), ["a.md", "out.json", "pipe.md"]);
}
