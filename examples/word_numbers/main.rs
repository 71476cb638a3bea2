//! Prints how many of the automatic numbers in Word files are those another
//! program prints. `scripts/word-numbers` prepares the two folders.

#![allow(clippy::print_stdout)]

mod compare;

use compare::{Comparison, compare};
use fineprint::read::{WordOptions, read_word};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [docx, txt] = folders.as_slice() else {
        return Err("wanted: a folder of .docx files and one of their texts".into());
    };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(docx)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    println!("| file | numbers | equal | differ | only ours | only theirs |");
    println!("|---|---:|---:|---:|---:|---:|");
    let mut all = Comparison::default();
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().replace(':', "/");
        match compare_file(file, txt) {
            Ok(found) => {
                row(&name, &found);
                all.add(found);
            }
            Err(reason) => println!("| {name} | not compared: {reason} |"),
        }
    }
    row("all", &all);
    for difference in &all.differences {
        println!("\n{difference}");
    }
    Ok(if all.is_equal() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare_file(file: &Path, texts: &Path) -> Result<Comparison, Box<dyn Error>> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let printed = std::fs::read_to_string(texts.join(format!("{name}.txt")))
        .map_err(|_| "the other program printed nothing")?;
    let document = read_word(&name, &std::fs::read(file)?, &WordOptions::default())?;
    Ok(compare(&document, &printed))
}

fn row(name: &str, found: &Comparison) {
    let Comparison { equal, differ, only_ours, only_theirs, .. } = found;
    let numbers = found.numbers();
    println!("| {name} | {numbers} | {equal} | {differ} | {only_ours} | {only_theirs} |");
}
