//! The pages about all rules: one a group, and an index; with the schemas of
//! rule files.

use super::rule_page::shown_cases;
use crate::catalogue::{Catalogue, Rule, RuleFile, RuleText, Severity, rule_schema, yaml_name};
use crate::matching::Lang;
use std::collections::BTreeMap;
use std::fmt::{Result, Write};

/// The first line of each page, by which one that is no longer needed is known.
pub const MARK: &str =
    "<!-- Written by `fineprint rules docs`: change the rule files and run it again. -->";

/// Most sentences of a kind that a page shows of a rule in one language.
const MOST_CASES: usize = 1;

/// The schemas that editors check rule files by.
const SCHEMAS: [(&str, RuleFile); 3] = [
    ("check.schema.json", RuleFile::Check),
    ("provision.schema.json", RuleFile::Provision),
    ("term.schema.json", RuleFile::Term),
];

/// All pages, and the schemas of rule files, each with the name of its file. The catalogue needs its tests.
pub fn rule_docs(catalogue: &Catalogue) -> Vec<(String, String)> {
    let mut groups: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in &catalogue.rules {
        let group = rule.id.split_once('/').map_or("", |(group, _)| group);
        groups.entry(group).or_default().push(rule);
    }
    let mut pages = vec![("index.md".to_owned(), page(|page| index(page, catalogue, &groups)))];
    for (group, rules) in &groups {
        pages.push((format!("{group}.md"), page(|page| of_group(page, catalogue, group, rules))));
    }
    for (name, of) in SCHEMAS {
        // A schema is JSON already: it cannot fail to be written.
        let text = serde_json::to_string_pretty(&rule_schema(of)).unwrap_or_default();
        pages.push((name.to_owned(), text + "\n"));
    }
    pages
}

fn page(write: impl FnOnce(&mut String) -> Result) -> String {
    let mut text = format!("{MARK}\n\n");
    // Writing to a string cannot fail.
    let _ = write(&mut text);
    let end = text.trim_end().len();
    text.truncate(end);
    text.push('\n');
    text
}

/// Each group with its rules counted, and each rule with a link.
fn index(page: &mut String, catalogue: &Catalogue, groups: &BTreeMap<&str, Vec<&Rule>>) -> Result {
    writeln!(page, "# The rules\n")?;
    writeln!(
        page,
        "What each rule finds, why it matters, what to propose, and sentences it raises and does not raise. \
         `fineprint explain RULE` prints one of them, `fineprint rules new` starts one of your own.\n"
    )?;
    let head = ["group", "pack", "rules"].map(str::to_owned).into_iter();
    let levels = LEVELS.iter().map(yaml_name);
    let languages = Lang::ALL.iter().map(yaml_name);
    row(page, head.chain(levels).chain(languages))?;
    row(page, ["---", "---"].into_iter().chain(["--:"; 8]).map(str::to_owned))?;
    let all: Vec<&Rule> = catalogue.rules.iter().collect();
    for (group, rules) in groups {
        let packs: Vec<&str> = catalogue.packs_of(group).collect();
        let front = [format!("[{group}]({group}.md)"), packs.join(", ")];
        row(page, front.into_iter().chain(counts(rules)))?;
    }
    row(page, ["all".to_owned(), String::new()].into_iter().chain(counts(&all)))?;
    for (group, rules) in groups {
        writeln!(page, "\n## {group}\n")?;
        for rule in rules {
            let (title, severity) = (plain(&rule.text(Lang::En).title), yaml_name(&rule.severity));
            writeln!(page, "- [{title}]({group}.md#{}) `{}` {severity}", anchor(rule), rule.id)?;
        }
    }
    Ok(())
}

/// The columns of severities, the gravest first.
const LEVELS: [Severity; 4] = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low];

/// How many rules there are, of each severity, and in each language.
fn counts(rules: &[&Rule]) -> impl Iterator<Item = String> {
    let count = |fits: &dyn Fn(&Rule) -> bool| rules.iter().filter(|rule| fits(rule)).count();
    let mut counts = vec![rules.len()];
    counts.extend(LEVELS.iter().map(|level| count(&|rule| rule.severity == *level)));
    let speaks = |rule: &Rule, lang: Lang| rule.texts.iter().any(|text| text.lang == lang);
    counts.extend(Lang::ALL.iter().map(|&lang| count(&|rule| speaks(rule, lang))));
    counts.into_iter().map(|count| count.to_string())
}

fn row(page: &mut String, cells: impl Iterator<Item = String>) -> Result {
    writeln!(page, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// The anchor of a rule: its id without the group, which is the page.
fn anchor(rule: &Rule) -> &str {
    rule.id.split_once('/').map_or(&*rule.id, |(_, name)| name)
}

fn of_group(page: &mut String, catalogue: &Catalogue, group: &str, rules: &[&Rule]) -> Result {
    let packs: Vec<&str> = catalogue.packs_of(group).collect();
    writeln!(page, "# {group}\n")?;
    let pack = match packs.as_slice() {
        [] => String::new(),
        packs => format!(" in the pack `{}`", packs.join("`, `")),
    };
    let plural = if rules.len() == 1 { "rule" } else { "rules" };
    writeln!(page, "{} {plural}{pack}. [All groups](index.md)\n", rules.len())?;
    rules.iter().try_for_each(|rule| of_rule(page, rule))
}

fn of_rule(page: &mut String, rule: &Rule) -> Result {
    let text = rule.text(Lang::En);
    writeln!(page, "<a id=\"{}\"></a>\n\n## {}\n", anchor(rule), plain(&text.title))?;
    let languages: Vec<String> = rule.texts.iter().map(|text| yaml_name(&text.lang)).collect();
    writeln!(
        page,
        "`{}` | {} | harms: {} | {} | since {}\n",
        rule.id,
        yaml_name(&rule.severity),
        yaml_name(&rule.harms),
        languages.join(" "),
        rule.since
    )?;
    for text in &rule.texts {
        in_language(page, text)?;
    }
    let link = |id: &str| match id.split_once('/') {
        Some((group, name)) => format!("[`{id}`]({group}.md#{name})"),
        None => format!("`{id}`"),
    };
    if !rule.beats.is_empty() {
        let beaten: Vec<String> = rule.beats.iter().map(|id| link(id)).collect();
        writeln!(page, "On the same words it speaks for {}.\n", beaten.join(", "))?;
    }
    if !rule.sources.is_empty() {
        let sources: Vec<String> = rule.sources.iter().map(|source| plain(source)).collect();
        writeln!(page, "Sources: {}.\n", sources.join("; "))?;
    }
    if !rule.covers.is_empty() {
        writeln!(page, "Covers: `{}`.\n", rule.covers.join("`, `"))?;
    }
    Ok(())
}

/// What a rule says in one language, and sentences it raises and does not. The
/// heading says the title in English.
fn in_language(page: &mut String, text: &RuleText) -> Result {
    let (name, colon) = match text.lang {
        Lang::En => ("English", ""),
        Lang::Zh => ("中文", "："),
        Lang::Ms => ("Bahasa Melayu", ": "),
    };
    let title = if colon.is_empty() { "" } else { &text.title };
    writeln!(page, "**{name}** {}{colon}{}\n", plain(title), plain(&text.why))?;
    if let Some(suggest) = &text.suggest {
        writeln!(page, "> {}\n", plain(suggest))?;
    }
    for (sign, cases) in [("raised", &text.flags), ("not raised", &text.passes)] {
        for case in shown_cases(cases).take(MOST_CASES) {
            writeln!(page, "- {sign}: {}", marked(case))?;
        }
    }
    writeln!(page)
}

/// Words as Markdown shows them: on one line, nothing in them a mark.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '*' | '_' | '`' | '<' | '[' | ']' | '|' | '\\' | '#' | '~') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// A test with its underlined words in bold. A space of Markdown beside the
/// stars would make them letters, and so would a letter beside a bracket.
fn marked(case: &str) -> String {
    let mut shown = String::new();
    for (index, piece) in case.split("[[").enumerate() {
        match piece.split_once("]]") {
            Some((words, rest)) if index > 0 => {
                let _ = write!(shown, "<b>{}</b>{}", spaced(words), spaced(rest));
            }
            _ => shown.push_str(&spaced(piece)),
        }
    }
    shown.trim().to_owned()
}

/// As [`plain`], with the spaces at the ends that joined words need.
fn spaced(text: &str) -> String {
    let space = |at: bool| if at { " " } else { "" };
    let (before, after) =
        (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{}{}", space(before), plain(text), space(after && !text.trim().is_empty()))
}
