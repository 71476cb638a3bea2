//! The zip of a Word document and the parts in it.

use super::relations::{Relation, parse, relations_part};
use super::{ContentTypes, PackageError, disguise};
use crate::source::{Bound, Limits};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Parts smaller than this may be packed as tightly as they like.
const RATIO_FROM: u64 = 1 << 20;

/// An opened Word package. Parts are unpacked when asked for, within the
/// bounds it was opened with.
pub struct Package<'a> {
    pub(super) archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Members by their names in lower case: part names do not tell case apart.
    members: HashMap<String, usize>,
    limits: Limits,
    unpacked: u64,
    main: String,
    strict: bool,
    types: ContentTypes,
}

impl<'a> Package<'a> {
    /// Opens a file and finds its main part.
    ///
    /// # Errors
    /// When the file is something else than a Word document, is encrypted or
    /// damaged, or goes over a bound.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, PackageError> {
        Bound::FileBytes.check(bytes.len() as u64, limits.file_bytes, "the file")?;
        if let Some(refusal) = disguise::refusal(bytes) {
            return Err(refusal);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        Bound::Entries.check(archive.len() as u64, limits.entries, "the file")?;
        let mut package = Self {
            members: index(&archive)?,
            archive,
            limits: limits.clone(),
            unpacked: 0,
            main: String::new(),
            strict: false,
            types: ContentTypes::default(),
        };
        if let Some(text) = package.part(ContentTypes::PART)? {
            package.types = ContentTypes::parse(&text, limits)?;
        }
        package.find_main()?;
        Ok(package)
    }

    fn find_main(&mut self) -> Result<(), PackageError> {
        let relations = self.relations("")?;
        if let Some(relation) = relations.iter().find(|r| r.kind == "officeDocument") {
            self.main = relation.target.clone();
            self.strict = relation.strict;
        } else {
            "word/document.xml".clone_into(&mut self.main);
        }
        if let Some(kind) = self.types.of(&self.main).and_then(other_kind) {
            return Err(PackageError::NotWord { kind });
        }
        if self.has(&self.main) {
            return Ok(());
        }
        let part = if self.main.is_empty() { "word/document.xml" } else { &self.main };
        Err(PackageError::MissingPart { part: part.to_owned() })
    }

    /// Name of the main part, usually `word/document.xml`.
    pub fn main(&self) -> &str {
        &self.main
    }

    /// Whether the package is ISO Strict: other namespaces, other types.
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// The bounds the package was opened with.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What each part is.
    pub fn content_types(&self) -> &ContentTypes {
        &self.types
    }

    /// Whether the package has a part of this name.
    pub fn has(&self, part: &str) -> bool {
        self.members.contains_key(&part.to_lowercase())
    }

    /// Whether the file carries a digital signature.
    pub fn is_signed(&self) -> bool {
        self.has_folder("_xmlsignatures")
    }

    /// Whether any part lies in this folder.
    pub fn has_folder(&self, folder: &str) -> bool {
        let prefix = format!("{}/", folder.to_lowercase());
        self.members.keys().any(|name| name.starts_with(&prefix))
    }

    /// A part as text, without a byte-order mark; UTF-16 is decoded. `None`
    /// when the package has no such part.
    ///
    /// # Errors
    /// When it goes over a bound, is damaged, or is neither UTF-8 nor UTF-16.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, PackageError> {
        let Some(member) = self.member(name) else { return Ok(None) };
        let bytes = self.unpack(member, name)?;
        let decoded = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            crate::source::decode(&bytes).ok()
        } else {
            let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
            std::str::from_utf8(text).ok().map(str::to_owned)
        };
        decoded.map(Some).ok_or_else(|| PackageError::Encoding { part: name.to_owned() })
    }

    /// The member of the zip that holds a part.
    pub(super) fn member(&self, part: &str) -> Option<usize> {
        self.members.get(&part.to_lowercase()).copied()
    }

    pub(super) fn unpack(&mut self, member: usize, name: &str) -> Result<Vec<u8>, PackageError> {
        let limit = self.limits.part_bytes.min(self.limits.total_bytes);
        let file = self.archive.by_index(member).map_err(damaged)?;
        let packed = file.compressed_size().max(1);
        let mut bytes = Vec::new();
        // The size in the header is a claim; only what comes out counts.
        file.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| PackageError::Damaged { reason: format!("part `{name}`: {error}") })?;
        let size = bytes.len() as u64;
        Bound::PartBytes.check(size, self.limits.part_bytes, name)?;
        if size > RATIO_FROM {
            Bound::Ratio.check(size / packed, self.limits.ratio, name)?;
        }
        self.unpacked = self.unpacked.saturating_add(size);
        Bound::TotalBytes.check(self.unpacked, self.limits.total_bytes, "the file")?;
        Ok(bytes)
    }

    /// The relationships of a part, or of the package where `part` is empty;
    /// none when it has no relationships.
    ///
    /// # Errors
    /// As [`Package::part`], or when their XML is not well formed.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, PackageError> {
        let name = relations_part(part);
        match self.part(&name)? {
            Some(text) => parse(part, &name, &text, &self.limits),
            None => Ok(Vec::new()),
        }
    }
}

fn index(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<HashMap<String, usize>, PackageError> {
    let mut members = HashMap::new();
    for member in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(member) else { continue };
        // Some writers use the separators of Windows.
        let name = name.replace('\\', "/").trim_start_matches('/').to_lowercase();
        if members.insert(name.clone(), member).is_some() {
            // Programs would differ in which of the two they show.
            return Err(PackageError::Damaged { reason: format!("two parts named `{name}`") });
        }
    }
    Ok(members)
}

pub(super) fn damaged(error: ZipError) -> PackageError {
    match error {
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => {
            PackageError::Encrypted
        }
        error => PackageError::Damaged { reason: error.to_string() },
    }
}

/// The kind of a package whose main part says it is not word processing.
fn other_kind(content_type: &str) -> Option<&'static str> {
    let content_type = content_type.to_lowercase();
    if content_type.contains("spreadsheet") || content_type.contains("ms-excel") {
        Some("a spreadsheet")
    } else if content_type.contains("presentation") || content_type.contains("ms-powerpoint") {
        Some("a presentation")
    } else if content_type.contains("visio") {
        Some("a Visio drawing")
    } else {
        None
    }
}
