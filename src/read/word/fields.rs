//! Fields: instructions that are never shown, and results that are.

use super::controls::FormField;
use super::symbols::symbol;
use crate::ooxml::Element;
use std::collections::BTreeSet;

/// Fields open at the place being read.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many of the open fields hide what is inside them.
    hiding: usize,
    /// How many of them are tables of contents.
    contents: usize,
    /// Treat what stands before a field's result as text: a field of this
    /// story never ends, so that its code would swallow the rest.
    pub(super) show_codes: bool,
    /// Names of fields that show a number which is not in the file.
    pub(super) uncounted: BTreeSet<&'static str>,
}

#[derive(Debug, Default)]
struct Field {
    code: String,
    in_result: bool,
    contents: bool,
    hides: bool,
    form: Option<FormField>,
}

/// A field's name is its first word; the rest of a long code is not kept.
const LONGEST_CODE: usize = 256;

/// Fields that number a paragraph or a place in one. Word counts them when it
/// shows them and keeps no result.
const COUNTERS: [&str; 4] = ["AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"];

impl Field {
    /// Looks at the code, once all of it is read.
    fn judge(&mut self) {
        // Tables of contents, of authorities and indexes repeat the contract's words.
        self.contents = self.is_any(&["TOC", "TOA", "INDEX"]);
        // What is set or asked for is kept for other fields to show, and a
        // form field's own state is shown, not what was left as its result.
        self.hides = self.contents || self.is_any(&["SET", "ASK"]) || self.form.is_some();
    }

    fn is_any(&self, names: &[&str]) -> bool {
        let own = self.words().next().unwrap_or_default();
        names.iter().any(|name| own.eq_ignore_ascii_case(name))
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.code.split_whitespace()
    }

    /// What it shows though it has no result.
    fn shown(&self) -> Option<String> {
        if self.is_any(&["MACROBUTTON", "GOTOBUTTON"]) {
            // The name, the macro or place, and the words to click on.
            let place = self.words().nth(1)?;
            let (_, words) = self.code.split_once(place)?;
            Some(words.trim().to_owned())
        } else if self.is_any(&["SYMBOL"]) {
            let code = self.words().nth(1)?;
            let hex = code.strip_prefix("0x").or_else(|| code.strip_prefix("0X"));
            let code = hex.map_or_else(|| code.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?;
            let (_, font) = self.code.split_once("\\f").unwrap_or_default();
            let font = font.trim_start();
            let font = match font.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => font.split_whitespace().next(),
            };
            Some(symbol(font.unwrap_or_default(), code).to_string())
        } else {
            None
        }
    }
}

impl Fields {
    /// A field begins, with its code.
    pub(super) fn begin(&mut self) {
        self.push(Field { hides: !self.show_codes, ..Field::default() });
    }

    /// A field that has its code as an attribute begins, with its result.
    pub(super) fn begin_simple(&mut self, code: &str) {
        let code = code.chars().take(LONGEST_CODE).collect();
        let mut field = Field { code, in_result: true, ..Field::default() };
        field.judge();
        self.push(field);
    }

    fn push(&mut self, field: Field) {
        self.hiding += usize::from(field.hides);
        self.contents += usize::from(field.contents);
        self.open.push(field);
    }

    fn pop(&mut self) -> Option<Field> {
        let field = self.open.pop()?;
        self.hiding -= usize::from(field.hides);
        self.contents -= usize::from(field.contents);
        Some(field)
    }

    /// More of the code of the innermost field.
    pub(super) fn code(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut()
            && field.code.len() < LONGEST_CODE
        {
            field.code.push_str(text);
        }
    }

    /// The innermost field's code ends and its result begins.
    pub(super) fn separate(&mut self) {
        let Some(mut field) = self.pop() else { return };
        field.in_result = true;
        field.judge();
        self.push(field);
    }

    /// The innermost field ends. What it shows besides its result, if anything.
    pub(super) fn end(&mut self) -> Option<String> {
        let field = self.pop()?;
        if let Some(form) = field.form {
            return Some(form.shown().to_owned());
        }
        if !self.hide() {
            let counts = COUNTERS.iter().filter(|name| field.is_any(&[name]));
            self.uncounted.extend(counts);
        }
        if field.in_result { None } else { field.shown() }
    }

    /// The innermost field is a form field.
    pub(super) fn take_form(&mut self, form: FormField) {
        if let Some(field) = self.open.last_mut() {
            field.form = Some(form);
        }
    }

    /// More of the form field's definition.
    pub(super) fn define(&mut self, element: &Element<'_>) {
        if let Some(form) = self.open.last_mut().and_then(|field| field.form.as_mut()) {
            form.read(element);
        }
    }

    /// Whether text here is not shown.
    pub(super) fn hide(&self) -> bool {
        self.hiding > 0
    }

    /// Whether the place is in a table of contents.
    pub(super) fn in_contents(&self) -> bool {
        self.contents > 0
    }

    /// Whether a field's code never ended.
    pub(super) fn is_code_open(&self) -> bool {
        self.open.iter().any(|field| !field.in_result)
    }
}
