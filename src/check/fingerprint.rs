//! Names for findings that outlive edits around them.

use crate::clause::{Contract, folded_heading};
use crate::provision::Occurrence;
use sha2::{Digest, Sha256};

/// A finding's name: 16 hex digits of a hash over the rule, the headings above
/// and the sentence with its parties and quantities marked. Clause numbers,
/// line breaks and the parties' names do not enter; what is absent is named by
/// its rule alone.
pub(super) fn fingerprint(
    rule: &str,
    contract: &Contract,
    at: &Occurrence,
    missing: bool,
) -> String {
    let mut hash = Sha256::new();
    hash.update(rule.as_bytes());
    if !missing {
        for clause in contract.path_of(at.unit) {
            hash.update([0]);
            hash.update(folded_heading(&clause.heading).as_bytes());
        }
        hash.update([1]);
        hash.update(&contract.paragraphs[at.unit].marked.as_str().as_bytes()[at.sentence.clone()]);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Tells findings with one name apart, in text order: a second one gets `-2`.
pub(super) fn number_repeats<'f>(names: impl Iterator<Item = &'f mut String>) {
    let mut seen = std::collections::HashMap::new();
    for name in names {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            name.push_str(&format!("-{count}"));
        }
    }
}
