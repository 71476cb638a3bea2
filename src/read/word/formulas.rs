//! Formulas on one line, as one would type them: (T-D)/(T), √(x), t^(2).

use super::elements::Open;
use super::story::Walker;
use crate::ooxml::Element;

/// A part of a formula that puts signs around what is in it.
#[derive(Debug, Default)]
pub(super) struct Formula {
    /// Before its next content.
    before: String,
    /// Between two contents.
    between: String,
    after: String,
}

impl Walker<'_> {
    pub(super) fn open_math(&mut self, element: &Element<'_>) -> Open {
        let sign = || element.attribute("val").unwrap_or_default().chars().take(1).collect();
        match element.local() {
            "r" => return self.begin_run(),
            "t" => return Open::Text { preserve: true },
            "num" => return self.bracket("("),
            "den" => return self.bracket("/("),
            "d" => return self.begin_formula("(", "|", ")"),
            "rad" => return self.begin_formula("√(", "", ")"),
            "nary" => return self.begin_formula("∫", "", ""),
            "e" => self.say_before(),
            "sub" if matches!(self.parent(), Some(Open::Formula)) => {
                self.say_before();
                return self.bracket("_(");
            }
            "sup" => {
                self.say_before();
                return self.bracket("^(");
            }
            "begChr" => self.with_formula(|formula| formula.before = sign()),
            "sepChr" => self.with_formula(|formula| formula.between = sign()),
            "endChr" => self.with_formula(|formula| formula.after = sign()),
            "naryPr" => return Open::NaryProperties,
            "chr" if matches!(self.parent(), Some(Open::NaryProperties)) => {
                self.with_formula(|formula| formula.before = sign());
            }
            _ => {}
        }
        Open::Other
    }

    fn bracket(&mut self, text: &str) -> Open {
        self.say_element(text);
        Open::Bracketed
    }

    fn begin_formula(&mut self, before: &str, between: &str, after: &str) -> Open {
        let [before, between, after] = [before, between, after].map(str::to_owned);
        self.formulas.push(Formula { before, between, after });
        Open::Formula
    }

    fn with_formula(&mut self, act: impl FnOnce(&mut Formula)) {
        if let Some(formula) = self.formulas.last_mut() {
            act(formula);
        }
    }

    /// What stands before the content that opens, where it is the formula's own.
    fn say_before(&mut self) {
        if matches!(self.parent(), Some(Open::Formula))
            && let Some(formula) = self.formulas.last_mut()
        {
            let next = formula.between.clone();
            let before = std::mem::replace(&mut formula.before, next);
            self.say_element(&before);
        }
    }

    pub(super) fn end_formula(&mut self) {
        if let Some(formula) = self.formulas.pop() {
            self.say_element(&formula.after);
        }
    }
}
