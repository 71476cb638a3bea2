//! A Word package: its zip opened safely, its parts as text, its
//! relationships and content types, and its XML with byte positions.
//!
//! Nothing here knows paragraphs, numbers or comments. Reading a contract is
//! the business of `read::word`, putting comments into one that of the report.

mod content_types;
mod disguise;
mod error;
mod package;
mod relations;
mod rewrite;
mod xml;

pub use content_types::ContentTypes;
pub use disguise::foreign;
pub use error::PackageError;
pub use package::Package;
pub use relations::{Relation, relations_part};
pub use rewrite::Rewrite;
pub use xml::{Element, Namespace, Node, XmlReader};
