//! Why a file cannot be read as a Word package.

use crate::source::Exceeded;

/// What is wrong with a file that should be a Word document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// Neither a zip nor anything we can name.
    #[error("this is not a Word document (.docx): it is not a zip package")]
    NotZip,
    /// A PDF, under its own or another name.
    #[error("this is a PDF, whose text has no order to rely on; PDF files are not read")]
    Pdf,
    /// Rich Text Format, under its own or another name.
    #[error("this is an RTF file; RTF is not read")]
    Rtf,
    /// The binary format of Word 97 to 2003, or another of its age.
    #[error("this is a file in the old binary Office format (.doc), which is not read")]
    LegacyDoc,
    /// Encrypted with a password.
    #[error("this document is protected by a password")]
    Encrypted,
    /// A spreadsheet, a presentation or another kind of package.
    #[error("this is {kind}, not a Word document")]
    NotWord {
        /// What it is, with its article.
        kind: &'static str,
    },
    /// A zip that ends early or contradicts itself.
    #[error("this document is truncated or damaged ({reason})")]
    Damaged {
        /// What the zip reader met.
        reason: String,
    },
    /// A part the document cannot do without is not there.
    #[error("this document has no part `{part}`; it was not made by Word, or is damaged")]
    MissingPart {
        /// The part's name.
        part: String,
    },
    /// A part that is neither UTF-8 nor UTF-16.
    #[error("part `{part}` is not UTF-8 or UTF-16 text")]
    Encoding {
        /// The part's name.
        part: String,
    },
    /// XML that is not well formed.
    #[error("part `{part}` is not well-formed XML at byte {offset}: {reason}")]
    Xml {
        /// The part's name.
        part: String,
        /// Where in the decoded part.
        offset: usize,
        /// What the parser met.
        reason: String,
    },
    /// A document type declaration, which Word never writes and attackers do.
    #[error("part `{part}` declares a DTD, which Word documents may not")]
    Dtd {
        /// The part's name.
        part: String,
    },
    /// Over one of the bounds on untrusted files.
    #[error(transparent)]
    Bound(#[from] Exceeded),
}

impl PackageError {
    /// What the user can do about it.
    pub fn remedy(&self) -> String {
        match self {
            Self::NotZip => "open it in the program it came from and save it as .docx",
            Self::Pdf => "ask for the Word file, or open the PDF in Word and save it as .docx",
            Self::Rtf | Self::LegacyDoc => "open it in Word and save it as .docx",
            Self::Encrypted => {
                "open it in Word, remove the password (File > Info > Protect Document) and save it"
            }
            Self::NotWord { .. } => "save the contract as .docx, .md or .txt",
            Self::Damaged { .. } => "download it again, or ask for a new copy",
            Self::MissingPart { .. } | Self::Encoding { .. } | Self::Xml { .. } => {
                "open it in Word and save it again"
            }
            Self::Dtd { .. } => "open it in Word and save it again, if you trust it",
            Self::Bound(exceeded) => return exceeded.remedy(),
        }
        .to_owned()
    }
}
