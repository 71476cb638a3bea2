//! `fineprint explain`: a rule's page.

use super::args::Explain;
use super::screen::Screen;
use super::{CLEAN, TROUBLE, load_rules_with_tests};
use crate::matching::Lang;
use crate::report::rule_page;
use std::io;

pub(super) fn run(arguments: &Explain, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = load_rules_with_tests(&arguments.rules, screen) else {
        return Ok(TROUBLE);
    };
    let lang = arguments.lang.asked().unwrap_or(Lang::En);
    let Some(page) = rule_page(&catalogue, &arguments.rule, lang)? else {
        let like = nearest(&arguments.rule, catalogue.rule_ids());
        screen.complain(&format!(
            "there is no rule {}; {} (fineprint rules list shows all)",
            arguments.rule,
            if like.is_empty() {
                "none is like it".to_owned()
            } else {
                format!("do you mean {}?", like.join(", "))
            }
        ));
        return Ok(TROUBLE);
    };
    screen.out(|out| out.write_all(page.as_bytes()))?;
    Ok(CLEAN)
}

/// Rules that share a word with what was asked, at most five.
fn nearest<'r>(asked: &str, ids: impl Iterator<Item = &'r str>) -> Vec<&'r str> {
    let words: Vec<&str> = asked.split(['/', '-', '_', ' ']).filter(|w| w.len() > 2).collect();
    let shared = |id: &str| words.iter().filter(|word| id.contains(**word)).count();
    let mut found: Vec<&str> = ids.filter(|id| shared(id) > 0).collect();
    found.sort_by_key(|id| std::cmp::Reverse(shared(id)));
    found.truncate(5);
    found
}
