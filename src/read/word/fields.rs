//! Fields: instructions that are never shown, and results that are.

use super::controls::FormField;
use crate::ooxml::Element;

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

impl Fields {
    /// A field begins, with its code.
    pub(super) fn begin(&mut self) {
        self.push(Field { hides: !self.show_codes, ..Field::default() });
    }

    /// A field that has its code as an attribute begins, with its result.
    pub(super) fn begin_simple(&mut self, code: &str) {
        let contents = is_contents(code);
        self.push(Field { in_result: true, contents, hides: contents, ..Field::default() });
    }

    fn push(&mut self, field: Field) {
        self.hiding += usize::from(field.hides);
        self.contents += usize::from(field.contents);
        self.open.push(field);
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
        let Some(mut field) = self.open.pop() else { return };
        self.hiding -= usize::from(field.hides);
        self.contents -= usize::from(field.contents);
        field.in_result = true;
        field.contents = is_contents(&field.code);
        // A form field's own state is shown, not what was left as its result.
        field.hides = field.contents || field.form.is_some();
        self.push(field);
    }

    /// The innermost field ends; where it is a form field, it is given back to
    /// be shown.
    pub(super) fn end(&mut self) -> Option<FormField> {
        let field = self.open.pop()?;
        self.hiding -= usize::from(field.hides);
        self.contents -= usize::from(field.contents);
        field.form
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

/// Tables of contents, of authorities and indexes repeat the contract's words.
fn is_contents(code: &str) -> bool {
    let name = code.split_whitespace().next().unwrap_or_default();
    ["TOC", "TOA", "INDEX"].iter().any(|contents| name.eq_ignore_ascii_case(contents))
}
