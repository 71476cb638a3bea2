//! Small Word files with marks no outline can give: hidden text and tracked
//! changes. Rules are tested on them.

use docx_rs::{Docx, Insert, Paragraph, Run};
use std::io::Cursor;

/// Each file's name in `fixtures/` and its bytes.
///
/// # Errors
/// Fails if a package cannot be written.
pub(crate) fn all() -> std::io::Result<[(&'static str, Vec<u8>); 2]> {
    let plain = |words: &str| Paragraph::new().add_run(Run::new().add_text(words));
    let hidden = Paragraph::new().add_run(
        Run::new().add_text("The Customer shall also pay all costs of the Provider.").vanish(),
    );
    let inserted = Insert::new(Run::new().add_text("sixty (60) days"))
        .author("Provider")
        .date("2026-03-01T09:00:00Z");
    let pending = Paragraph::new()
        .add_run(Run::new().add_text("The Customer shall pay within "))
        .add_insert(inserted)
        .add_run(Run::new().add_text(" of the invoice."));
    Ok([
        ("rules/hidden.docx", pack(vec![plain("Services Agreement"), hidden])?),
        ("rules/pending.docx", pack(vec![plain("Services Agreement"), pending])?),
    ])
}

fn pack(paragraphs: Vec<Paragraph>) -> std::io::Result<Vec<u8>> {
    let docx = paragraphs.into_iter().fold(Docx::new(), Docx::add_paragraph);
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes)?;
    Ok(bytes.into_inner())
}
