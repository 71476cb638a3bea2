//! Which Word contracts there are, and how each is numbered.

use super::word::{CHINESE, ENGLISH, MALAY, Scheme};

/// The file's name in `fixtures/`, its outline and its numbering.
pub(crate) const ALL: [(&str, &str, &Scheme); 3] = [
    ("cloud-zh.docx", include_str!("cloud-zh.outline"), &CHINESE),
    ("rtc-order-en.docx", include_str!("rtc-order-en.outline"), &ENGLISH),
    ("sokongan-ms.docx", include_str!("sokongan-ms.outline"), &MALAY),
];
