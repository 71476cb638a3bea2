//! `fineprint rules new`: a rule that works, to change into one's own.

use crate::catalogue::{RuleFile, rule_schema};
use crate::cli::screen::Screen;
use crate::cli::settings::{known_rules, rules_dirs};
use crate::cli::{CLEAN, TROUBLE};
use crate::matching::Lang;
use clap::Args;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where rules go that nobody gave a place.
const FOLDER: &str = "house";

/// What editors know the rules of a folder by.
const SCHEMA: &str = "check.schema.json";

const HEAD: &str = include_str!("template/head.yaml");
const EN: &str = include_str!("template/en.yaml");
const ZH: &str = include_str!("template/zh.yaml");
const MS: &str = include_str!("template/ms.yaml");

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesNew {
    /// The new rule's id, such as house/parrots: small letters, digits and hyphens
    #[arg(value_name = "GROUP/NAME", value_parser = id)]
    id: String,
    /// The folder of your rules (default: that of the settings, otherwise house)
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// The languages the rule speaks, such as en,zh,ms
    #[arg(long, value_name = "LANG", value_enum, value_delimiter = ',', default_value = "en")]
    lang: Vec<Lang>,
}

/// Reads `house/parrots`.
fn id(text: &str) -> Result<String, String> {
    let sound = |part: &str| {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !part.is_empty() && !part.starts_with('-') && part.chars().all(letters)
    };
    match text.split_once('/') {
        Some((group, name)) if sound(group) && sound(name) => Ok(text.to_owned()),
        _ => Err("write GROUP/NAME in small letters, digits and hyphens".to_owned()),
    }
}

pub(super) fn run(arguments: &RulesNew, screen: &mut Screen) -> io::Result<u8> {
    let id = arguments.id.as_str();
    let Some(known) = rules_dirs(screen) else { return Ok(TROUBLE) };
    let folder = arguments.rules.clone().or_else(|| known.first().cloned());
    let folder = folder.unwrap_or_else(|| PathBuf::from(FOLDER));
    let path = folder.join("checks").join(format!("{id}.yaml"));
    let Some(bundled) = known_rules(&[], &[], screen) else { return Ok(TROUBLE) };
    if bundled.has_rule(id) && !path.exists() {
        screen.complain(&format!(
            "there is a rule {id} already; to change it, `fineprint rules show --yaml {id}` prints its file, which goes to {}",
            path.display()
        ));
        return Ok(TROUBLE);
    }
    if let Err(error) = write(&folder, &path, &text(arguments, &folder)) {
        screen.complain(&match error.kind() {
            io::ErrorKind::AlreadyExists => {
                format!("{} is there already; nothing was written", path.display())
            }
            _ => format!("{}: cannot be written: {error}", path.display()),
        });
        return Ok(TROUBLE);
    }
    let dir = folder.display();
    let given = known.contains(&folder);
    let option = if given { String::new() } else { format!(" --rules {dir}") };
    screen.out(|out| {
        writeln!(out, "wrote {}", path.display())?;
        writeln!(out, "  prove it        fineprint rules test{option} {id}")?;
        writeln!(out, "  see it at work  fineprint check{option} --inspect {id} CONTRACT")?;
        if !given {
            writeln!(out, "  keep it on      rules-dirs: [{dir}] in fineprint.yaml")?;
        }
        Ok(())
    })?;
    Ok(CLEAN)
}

/// The file: the head, and a block for each language that is asked for.
fn text(arguments: &RulesNew, folder: &Path) -> String {
    let dir = folder.display().to_string();
    let mut text = HEAD.replace("{dir}", &dir).replace("{id}", &arguments.id);
    for lang in Lang::ALL.into_iter().filter(|lang| arguments.lang.contains(lang)) {
        text.push_str(lang.choose(EN, ZH, MS));
    }
    text
}

/// Writes a rule that is not there yet, and the schema beside its folder.
fn write(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    // `create_new` looks and writes in one step: nothing is lost to a race.
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())?;
    let schema = serde_json::to_string_pretty(&rule_schema(RuleFile::Check))?;
    fs::write(folder.join(SCHEMA), schema + "\n")
}
