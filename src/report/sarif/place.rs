//! Where things stand, in SARIF's terms: files, regions and clauses.

use super::model::{
    Artifact, ArtifactLocation, Location, LogicalLocation, Offsets, PhysicalLocation, Region, Text,
    UriBase, UriBases,
};
use crate::check::{ClauseRef, Label};
use crate::read::Document;
use crate::report::Run;
use crate::source::{Format, Span};
use std::fmt::Write;

/// A Word file has no lines of its own.
const WORD_LINES: &str = "Lines and columns count in what `fineprint text` prints of this file.";

/// A file that was read.
pub(super) fn artifact(run: &Run, document: &Document) -> Artifact {
    let (mime_type, description) = match document.source.format {
        Format::Markdown => ("text/markdown", None),
        Format::Text => ("text/plain", None),
        Format::Word => (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Some(Text { text: WORD_LINES }),
        ),
    };
    Artifact { location: of_path(&run.path(&document.source.path)), mime_type, description }
}

/// A file as a whole.
pub(super) fn whole(run: &Run, path: &str) -> Location<'static> {
    Location {
        id: None,
        message: None,
        physical_location: PhysicalLocation {
            artifact_location: of_path(&run.path(path)),
            region: None,
        },
        logical_locations: None,
    }
}

/// The words of a label, in one of the artifacts.
pub(super) fn location<'a>(
    run: &Run,
    artifacts: &[Artifact],
    document: &'a Document,
    label: &'a Label,
) -> Location<'a> {
    let message = label.note.as_deref().map(|text| Text { text });
    Location { message, ..words(run, artifacts, document, label.span) }
}

/// Words of a document, in one of the artifacts.
pub(super) fn words<'a>(
    run: &Run,
    artifacts: &[Artifact],
    document: &'a Document,
    span: Span,
) -> Location<'a> {
    let source = &document.source;
    let text = source.slice(span);
    let (start, end) = (source.position(span.start), source.position(span.end));
    // What is counted in a Word file's text says nothing about its bytes.
    let offsets = (source.format != Format::Word).then(|| Offsets {
        char_offset: source.text[..span.start].chars().count(),
        char_length: text.chars().count(),
        byte_offset: span.start,
        byte_length: span.len(),
    });
    let mut location = whole(run, &source.path);
    let physical = &mut location.physical_location;
    physical.artifact_location.index = artifacts
        .iter()
        .position(|artifact| artifact.location.uri == physical.artifact_location.uri);
    physical.region = Some(Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        offsets,
        snippet: Text { text },
    });
    location
}

/// A clause by its address; none in front of the first.
pub(super) fn clause(clause: &ClauseRef) -> Option<[LogicalLocation<'_>; 1]> {
    (!clause.address.is_empty()).then_some([LogicalLocation {
        name: &clause.heading,
        fully_qualified_name: &clause.address,
        kind: "clause",
    }])
}

/// What relative URIs start from. Where that is on this machine is nobody's
/// business, and would make the report another one on the next.
pub(super) fn bases() -> UriBases {
    UriBases { root: UriBase { description: Text { text: "The root of the repository." } } }
}

/// A path as a URI: relative ones to the root of the checkout, absolute ones
/// as files of this machine.
pub(super) fn of_path(path: &str) -> ArtifactLocation {
    let slashed = path.replace('\\', "/");
    let drive = slashed.as_bytes().get(1) == Some(&b':');
    if drive || slashed.starts_with('/') {
        let root = if drive { "file:///" } else { "file://" };
        let uri = format!("{root}{}", encoded(&slashed));
        return ArtifactLocation { uri, uri_base_id: None, index: None };
    }
    let relative = slashed.strip_prefix("./").unwrap_or(&slashed);
    ArtifactLocation { uri: encoded(relative), uri_base_id: Some("%SRCROOT%"), index: None }
}

/// A path with everything escaped that has a meaning in a URI.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::of_path;

    #[test]
    fn paths_become_uris() {
        let uri = |path: &str| of_path(path).uri;
        assert_eq!(uri("./drafts/my msa#2.md"), "drafts/my%20msa%232.md");
        assert_eq!(uri("合同.docx"), "%E5%90%88%E5%90%8C.docx");
        assert_eq!(uri("/tmp/a.md"), "file:///tmp/a.md");
        assert_eq!(uri(r"C:\deals\a.md"), "file:///C%3A/deals/a.md");
        assert_eq!(of_path("/tmp/a.md").uri_base_id, None);
    }
}
