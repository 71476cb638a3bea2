//! A rule's page, in Markdown that reads well in a terminal too.

use super::phrases::Phrases;
use crate::catalogue::{Catalogue, Rule, RuleFile, RuleText, TestCase, yaml_name};
use crate::matching::Lang;
use std::fmt::Write;
use std::io;

/// The page of one rule, or `None` where there is no such rule. An error says
/// that this build of the program has a mistake in `phrases.yaml`.
pub fn rule_page(catalogue: &Catalogue, id: &str, lang: Lang) -> io::Result<Option<String>> {
    let Some(rule) = catalogue.rules.iter().find(|rule| &*rule.id == id) else { return Ok(None) };
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = write_page(&mut page, rule, rule.text(lang), &Phrases::load(lang)?);
    Ok(Some(page))
}

/// One line a rule: severity, id and title; of a provision or a key term name
/// and title.
pub fn rule_list(catalogue: &Catalogue, of: RuleFile, prefix: &str, lang: Lang) -> String {
    let all: Vec<(String, &str, &str)> = match of {
        RuleFile::Check => {
            let rules = catalogue.rules.iter();
            let severity = |rule: &Rule| format!("{:8}  ", yaml_name(&rule.severity));
            rules.map(|r| (severity(r), &*r.id, r.text(lang).title.as_str())).collect()
        }
        RuleFile::Provision => {
            let provisions = catalogue.provisions.iter();
            provisions.map(|p| (String::new(), &*p.name, p.title(lang))).collect()
        }
        RuleFile::Term => {
            let terms = catalogue.terms.iter();
            terms.map(|t| (String::new(), &*t.name, t.file.title(lang))).collect()
        }
    };
    let lines: Vec<_> = all.into_iter().filter(|(_, name, _)| name.starts_with(prefix)).collect();
    let width = lines.iter().map(|(_, name, _)| name.len()).max().unwrap_or(0);
    let mut list = String::new();
    for (front, name, title) in lines {
        let _ = writeln!(list, "{front}{name:width$}  {title}");
    }
    list
}

fn write_page(
    page: &mut String,
    rule: &Rule,
    text: &RuleText,
    phrases: &Phrases,
) -> std::fmt::Result {
    let p = &phrases.page;
    writeln!(page, "# {}\n", text.title)?;
    let languages: Vec<String> = rule.texts.iter().map(|text| yaml_name(&text.lang)).collect();
    writeln!(
        page,
        "`{}` | {} | {}{}{} | {} | {} {}\n",
        rule.id,
        phrases.severity(rule.severity),
        p.harms,
        phrases.colon,
        phrases.side(rule.harms),
        languages.join(" "),
        p.since,
        rule.since
    )?;
    writeln!(page, "{}\n", text.why.trim())?;
    if let Some(suggest) = &text.suggest {
        writeln!(page, "## {}\n\n> {}\n", p.propose, suggest.trim())?;
    }
    for (title, cases) in [(&p.raised, &text.flags), (&p.not_raised, &text.passes)] {
        let shown: Vec<&str> = shown_cases(cases).collect();
        if !shown.is_empty() {
            writeln!(page, "## {title}\n")?;
            for case in shown {
                writeln!(page, "- {}", case.trim().replace("[[", "**").replace("]]", "**"))?;
            }
            writeln!(page)?;
        }
    }
    if !rule.beats.is_empty() {
        writeln!(page, "{}{}{}\n", p.beats, phrases.colon, rule.beats.join(", "))?;
    }
    if !rule.covers.is_empty() {
        writeln!(page, "Covers: {}\n", rule.covers.join(", "))?;
    }
    if !rule.sources.is_empty() {
        writeln!(page, "## {}\n", p.sources)?;
        for source in &rule.sources {
            writeln!(page, "- {source}")?;
        }
        writeln!(page)?;
    }
    if text.unattested {
        writeln!(page, "{}\n", p.unattested)?;
    }
    let trimmed = page.trim_end().len();
    page.truncate(trimmed);
    page.push('\n');
    Ok(())
}

/// The tests that are sentences, and can be shown on a page.
pub(super) fn shown_cases(cases: &[TestCase]) -> impl Iterator<Item = &str> {
    cases.iter().filter_map(|case| match case {
        TestCase::Sentence(text) => Some(text.as_str()),
        TestCase::Contract(_) | TestCase::Fixture(_) => None,
    })
}
