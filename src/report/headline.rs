//! What every format says of a contract in a few words: what it is, who is
//! who, how much was found.

use super::Counts;
use super::phrases::Phrases;
use crate::check::{Review, ReviewedParty, Severity};

/// The severities, the gravest first.
pub(super) const SEVERITIES: [Severity; 4] =
    [Severity::Critical, Severity::High, Severity::Medium, Severity::Low];

/// A clause's address as it is cited: numbers with a section sign, names as
/// they are.
pub(super) fn cited(address: &str, section: &str) -> String {
    let number = address.starts_with(|c: char| c.is_ascii_digit());
    format!("{}{address}", if number { section } else { "" })
}

impl Phrases {
    /// What a contract is: its kind and its languages.
    pub(super) fn described(&self, review: &Review) -> String {
        let mut what = vec![self.kind(review.kind)];
        what.extend(review.languages.iter().map(|&lang| self.language(lang)));
        what.join(&self.comma)
    }

    /// The customer and the vendor, each with the clause that shows it.
    pub(super) fn parties(&self, review: &Review, section: &str) -> [String; 2] {
        let party = |role: &str, party: &Option<ReviewedParty>| match party {
            Some(party) => self.party(role, &party.name, &cited(&party.evidence, section)),
            None => format!("{role} {}", self.unknown),
        };
        [party(&self.customer, &review.customer), party(&self.vendor, &review.vendor)]
    }

    /// "1 critical, 4 high; 2 suppressed"; advised, "1 critical (do not sign)".
    pub(super) fn counted(&self, counts: Counts, advised: bool) -> String {
        let raised: Vec<String> = SEVERITIES
            .iter()
            .filter(|&&severity| counts.at(severity) > 0)
            .map(|&severity| self.count(counts.at(severity), severity, advised))
            .collect();
        let raised =
            if raised.is_empty() { self.nothing.clone() } else { raised.join(&self.comma) };
        let mut parts = vec![raised];
        parts.extend((counts.suppressed > 0).then(|| self.suppressed(counts.suppressed)));
        parts.extend((counts.baselined > 0).then(|| self.baselined(counts.baselined)));
        parts.join(&self.semicolon)
    }
}
