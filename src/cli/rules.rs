//! `fineprint rules`: list and prove the rules.

use super::args::{RulesList, RulesTest};
use super::screen::Screen;
use super::settings::{known_rules, known_rules_with_tests};
use super::{CLEAN, FINDINGS, TROUBLE};
use crate::check::prove;
use crate::matching::Lang;
use crate::report::rule_list;
use std::io;

/// Exit code 1 where a rule is not proved.
pub(super) fn test(arguments: &RulesTest, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules_with_tests(&arguments.rules, screen) else {
        return Ok(TROUBLE);
    };
    let proof = prove(&catalogue, &arguments.prefix, &arguments.fixtures);
    if proof.rules == 0 {
        screen.complain(&format!("no rule's id begins with {}", arguments.prefix));
        return Ok(TROUBLE);
    }
    screen.out(|out| {
        let mut rule = "";
        for failure in &proof.failures {
            if failure.rule != rule {
                writeln!(out, "{} ({})", failure.rule, failure.path)?;
                rule = &failure.rule;
            }
            writeln!(out, "  {}", failure.what)?;
        }
        writeln!(
            out,
            "{} rules, {} tests in {} language blocks, {} parts proved, {} known gaps, {} blocks unattested, {} failures",
            proof.rules,
            proof.tests,
            proof.blocks,
            proof.parts,
            proof.gaps,
            proof.unattested,
            proof.failures.len()
        )
    })?;
    Ok(if proof.failures.is_empty() { CLEAN } else { FINDINGS })
}

pub(super) fn list(arguments: &RulesList, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&arguments.rules, &[], screen) else { return Ok(TROUBLE) };
    let lang = arguments.lang.asked().unwrap_or(Lang::En);
    let list = rule_list(&catalogue, &arguments.prefix, lang);
    if list.is_empty() {
        screen.complain(&format!("no rule's id begins with {}", arguments.prefix));
        return Ok(TROUBLE);
    }
    screen.out(|out| out.write_all(list.as_bytes()))?;
    Ok(CLEAN)
}
