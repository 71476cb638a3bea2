//! `fineprint explain`: a rule's page.

use super::args::Explain;
use super::screen::Screen;
use super::settings::known_rules_with_tests;
use super::{CLEAN, TROUBLE};
use crate::matching::Lang;
use crate::report::rule_page;
use std::io;

pub(super) fn run(arguments: &Explain, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules_with_tests(&arguments.rules, screen) else {
        return Ok(TROUBLE);
    };
    let lang = arguments.lang.asked().unwrap_or(Lang::En);
    if catalogue.is_position(&arguments.rule) {
        screen.complain(&format!(
            "{} is a playbook's: `fineprint playbook show FILE` or `show NAME` prints it",
            arguments.rule
        ));
        return Ok(TROUBLE);
    }
    let Some(page) = rule_page(&catalogue, &arguments.rule, lang)? else {
        let like = catalogue.like(&arguments.rule);
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
