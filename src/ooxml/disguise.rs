//! What a file is that is not a zip: other formats, often under a borrowed name.

use super::PackageError;

/// The reason a file cannot be opened as a zip, by its first bytes.
pub(super) fn refusal(bytes: &[u8]) -> Option<PackageError> {
    // Adobe's reader accepts a PDF header anywhere in the first kilobyte.
    let head = &bytes[..bytes.len().min(1024)];
    if bytes.starts_with(b"PK") {
        None
    } else if head.windows(5).any(|w| w == b"%PDF-") {
        Some(PackageError::Pdf)
    } else {
        foreign(bytes).or(Some(PackageError::NotZip))
    }
}

/// What a file is that begins as no text and no Word document begins: a PDF, an
/// RTF file, an old `.doc` or a document under a password.
pub fn foreign(bytes: &[u8]) -> Option<PackageError> {
    if bytes.starts_with(b"%PDF-") {
        Some(PackageError::Pdf)
    } else if bytes.starts_with(b"{\\rtf") {
        Some(PackageError::Rtf)
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Some(compound(bytes))
    } else {
        None
    }
}

/// An OLE compound file is either an old `.doc` or the envelope of an
/// encrypted `.docx`. Stream names stand in its directory as UTF-16.
fn compound(bytes: &[u8]) -> PackageError {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|w| w == name) {
        PackageError::Encrypted
    } else {
        PackageError::LegacyDoc
    }
}
