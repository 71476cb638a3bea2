//! The report's own words, in the language of the report. They stand in
//! `phrases.yaml`, so that a translator needs no Rust.

use super::negotiation::Rank;
use crate::check::{Met, Severity, Side};
use crate::clause::Kind;
use crate::compare::{ClauseChange, Comparison, Direction, FindingChanges};
use crate::dates::Dates;
use crate::matching::Lang;
use serde::Deserialize;
use std::collections::HashMap;
use std::io;

/// One language's words. `{n}` stands for a number, `{name}` for a word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Phrases {
    severities: HashMap<Severity, String>,
    /// What to do with a finding, where it decides over the signature.
    advice: HashMap<Severity, String>,
    kinds: HashMap<Kind, String>,
    languages: HashMap<Lang, String>,
    /// Between a word and what it introduces.
    pub(super) colon: String,
    /// Between the members of a list.
    pub(super) comma: String,
    /// Between sums, and between longer members.
    pub(super) semicolon: String,
    /// In front of the title of what is absent.
    pub(super) missing: String,
    pub(super) why: String,
    pub(super) propose: String,
    /// In front of a caveat.
    pub(super) note: String,
    /// In front of the rules that a finding beat.
    pub(super) also: String,
    pub(super) customer: String,
    pub(super) vendor: String,
    /// In place of a party that could not be told.
    pub(super) unknown: String,
    /// A party's `{role}` and `{name}`, and the `{clause}` that shows it.
    party: String,
    /// `{n}` findings at severity `{name}`.
    count: String,
    /// The same with the `{advice}`.
    advised: String,
    as_for: String,
    suppressed: String,
    /// Over the findings that are suppressed.
    pub(super) allowed: String,
    baselined: String,
    favours: String,
    favour: String,
    more: String,
    /// Nothing was raised.
    pub(super) nothing: String,
    pub(super) total: String,
    contracts: String,
    pub(super) summary: SummaryTitles,
    pub(super) page: PageTitles,
    both: String,
    annotations_cut: String,
    comment_cut: String,
    /// What the rules of a group are about, by the group's name.
    groups: HashMap<String, String>,
    pub(super) web: WebTitles,
    pub(super) comment: CommentPhrases,
    pub(super) memo: MemoTitles,
    pub(super) playbook: PlaybookPhrases,
    pub(super) compare: ComparePhrases,
    pub(super) dates: DatePhrases,
}

/// The words of positions and of the negotiation list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PlaybookPhrases {
    pub(super) title: String,
    met: HashMap<Met, String>,
    /// In place of a value that the contract does not have.
    pub(super) silent: String,
    /// In place of a value that is words.
    pub(super) stated: String,
    /// In front of what is not found and need not be there.
    pub(super) no_matter: String,
    /// Whose playbook it is, by `{name}`.
    side: String,
    pub(super) acceptable: String,
    pub(super) ideal: String,
    pub(super) walk_away: String,
    pub(super) approvals: String,
    /// Who approves: `{name}` as far as `{demand}`.
    up_to: String,
    pub(super) missing: String,
    pub(super) ask: String,
    pub(super) fallback: String,
    pub(super) least: String,
    pub(super) trade: String,
    /// Over the room for what was agreed.
    pub(super) outcome: String,
    pub(super) none: String,
}

impl PlaybookPhrases {
    /// Which position is met.
    pub(super) fn met(&self, met: Met) -> &str {
        self.met.get(&met).map_or("", String::as_str)
    }

    /// Whose playbook it is.
    pub(super) fn side(&self, side: &str) -> String {
        self.side.replace("{name}", side)
    }

    /// Who approves as far as a demand.
    pub(super) fn up_to(&self, name: &str, demand: &str) -> String {
        self.up_to.replace("{name}", name).replace("{demand}", demand)
    }
}

/// The words of a sheet of dates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DatePhrases {
    /// From `{start}` to `{end}`.
    runs: String,
    /// To `{end}`.
    ends: String,
    /// From `{start}`.
    starts: String,
    /// Behind the end, after `{n}` renewals.
    renewed: String,
    /// Neither day can be told, and what to do.
    pub(super) unknown: String,
    /// Beside a day that is over.
    pub(super) past: String,
    /// Beside a day that comes back.
    pub(super) monthly: String,
}

impl DatePhrases {
    /// From when to when a contract runs, as far as that is known.
    pub(super) fn runs(&self, dates: &Dates) -> Option<String> {
        let (template, start, end) = match (dates.start, dates.end) {
            (Some(start), Some(end)) => (&self.runs, start, end),
            (None, Some(end)) => (&self.ends, end, end),
            (Some(start), None) => (&self.starts, start, start),
            (None, None) => return None,
        };
        let runs =
            template.replace("{start}", &start.to_string()).replace("{end}", &end.to_string());
        let renewed = numbered(&self.renewed, dates.renewals);
        Some(if dates.renewals > 0 { runs + &renewed } else { runs })
    }
}

/// The words of a comparison.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ComparePhrases {
    /// In front of what changed in the clauses' words.
    pub(super) words: String,
    /// What a change means for `{name}`.
    worse_for: String,
    better_for: String,
    neutral: String,
    /// In place of a value that a version does not have.
    pub(super) none: String,
    /// How many findings came, went, weigh otherwise and stayed.
    gained: String,
    resolved: String,
    reweighed: String,
    same: String,
    /// How many passages are new, gone, reworded, and only elsewhere.
    added: String,
    removed: String,
    reworded: String,
    moved: String,
    /// In front of a passage in the same words.
    pub(super) redirected: String,
    redirections: String,
    /// Nothing changed.
    pub(super) nothing: String,
}

/// The titles of the Word memo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MemoTitles {
    pub(super) title: String,
    /// In front of the files.
    pub(super) contract: String,
    pub(super) summary: String,
    pub(super) by_clause: String,
    pub(super) issue: String,
    pub(super) negotiation: String,
    /// Over what is critical or high, what is medium, what is low.
    pub(super) must: String,
    pub(super) should: String,
    pub(super) nice: String,
}

/// Why a comment in Word does not stand on the words it is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CommentPhrases {
    pub(super) text_box: String,
    pub(super) footnote: String,
    pub(super) margin: String,
    pub(super) hidden: String,
}

/// The words of the HTML report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WebTitles {
    /// Over the gravest findings.
    pub(super) first: String,
    /// Over the term sheet.
    pub(super) terms: String,
    pub(super) downtime: String,
    /// In front of a ladder's `{of}`: what its percentages are of.
    ladder_of: String,
    /// Over the contract and over its findings.
    pub(super) contract: String,
    pub(super) findings: String,
    /// In front of what may be hidden.
    pub(super) show: String,
    /// How many findings are shown; the script fills `{shown}` and `{all}`.
    pub(super) shown: String,
    /// What opens the reasons of a finding.
    pub(super) more: String,
    pub(super) term: String,
    pub(super) value: String,
    pub(super) clause: String,
    /// What a report is not.
    pub(super) disclaimer: String,
}

/// The titles of a rule's page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PageTitles {
    pub(super) harms: String,
    pub(super) since: String,
    pub(super) propose: String,
    pub(super) raised: String,
    pub(super) not_raised: String,
    /// In front of the rules it silences on the same words.
    pub(super) beats: String,
    pub(super) sources: String,
    pub(super) unattested: String,
}

/// What stands in front of the lines of the closing summary.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SummaryTitles {
    pub(super) parties: String,
    pub(super) findings: String,
    pub(super) missing: String,
    pub(super) numbers: String,
    pub(super) other_side: String,
    pub(super) quiet: String,
    pub(super) unread: String,
    pub(super) contracts: String,
}

impl Phrases {
    /// The words of a language. An error says that this build of the program
    /// has a mistake in `phrases.yaml`.
    pub(super) fn load(lang: Lang) -> io::Result<Self> {
        let mut all: HashMap<Lang, Self> =
            serde_yaml::from_str(include_str!("phrases.yaml")).map_err(io::Error::other)?;
        all.remove(&lang).ok_or_else(|| io::Error::other(format!("no phrases in {lang:?}")))
    }

    pub(super) fn severity(&self, severity: Severity) -> &str {
        self.severities.get(&severity).map_or("", String::as_str)
    }

    pub(super) fn side(&self, side: Side) -> &str {
        match side {
            Side::Customer => &self.customer,
            Side::Vendor => &self.vendor,
            Side::Both => &self.both,
        }
    }

    pub(super) fn kind(&self, kind: Kind) -> &str {
        self.kinds.get(&kind).map_or("", String::as_str)
    }

    pub(super) fn language(&self, lang: Lang) -> &str {
        self.languages.get(&lang).map_or("", String::as_str)
    }

    /// "customer Acme Ltd (§1.1)".
    pub(super) fn party(&self, role: &str, name: &str, clause: &str) -> String {
        let shown = self.party.replace("{role}", role);
        match shown.split_once("{name}") {
            Some((front, _)) if clause.is_empty() => format!("{front}{name}"),
            Some((front, back)) => format!("{front}{name}{}", back.replace("{clause}", clause)),
            None => shown,
        }
    }

    /// "4 high", or "4 high (negotiate)".
    pub(super) fn count(&self, n: usize, severity: Severity, advised: bool) -> String {
        let advice = self.advice.get(&severity).filter(|_| advised);
        let template = if advice.is_some() { &self.advised } else { &self.count };
        numbered(template, n)
            .replace("{name}", self.severity(severity))
            .replace("{advice}", advice.map_or("", String::as_str))
    }

    /// In place of what was said in full of another clause.
    pub(super) fn as_for(&self, clause: &str) -> String {
        self.as_for.replace("{clause}", clause)
    }

    /// How many findings a suppression allows.
    pub(super) fn suppressed(&self, n: usize) -> String {
        numbered(&self.suppressed, n)
    }

    /// How many findings the baseline accepts.
    pub(super) fn baselined(&self, n: usize) -> String {
        numbered(&self.baselined, n)
    }

    /// How many findings harm only the other side.
    pub(super) fn favour(&self, n: usize) -> String {
        numbered(if n == 1 { &self.favours } else { &self.favour }, n)
    }

    /// How many members of a list are left out.
    pub(super) fn more(&self, n: usize) -> String {
        numbered(&self.more, n)
    }

    /// How many annotations are left out.
    pub(super) fn annotations_cut(&self, n: usize) -> String {
        numbered(&self.annotations_cut, n)
    }

    /// How many findings a comment has no room for.
    pub(super) fn comment_cut(&self, n: usize) -> String {
        numbered(&self.comment_cut, n)
    }

    /// How much the asks of a rank matter.
    pub(super) fn rank(&self, rank: Rank) -> &str {
        match rank {
            Rank::Must => &self.memo.must,
            Rank::Should => &self.memo.should,
            Rank::Nice => &self.memo.nice,
        }
    }

    /// What a group of rules is about; a group of the user's own has its name.
    pub(super) fn group<'g>(&'g self, group: &'g str) -> &'g str {
        self.groups.get(group).map_or(group, String::as_str)
    }

    /// What the percentages of a ladder are of.
    pub(super) fn ladder_of(&self, of: &str) -> String {
        self.web.ladder_of.replace("{of}", of)
    }

    /// How many contracts a total is over.
    pub(super) fn contracts(&self, n: usize) -> String {
        numbered(&self.contracts, n)
    }
}

impl ComparePhrases {
    /// What a change means: "worse for the customer".
    pub(super) fn direction(&self, direction: Direction, side: &str) -> String {
        let template = match direction {
            Direction::Worse => &self.worse_for,
            Direction::Better => &self.better_for,
            Direction::Neutral => &self.neutral,
        };
        template.replace("{name}", side)
    }

    /// How many findings came, went, weigh otherwise and stayed.
    pub(super) fn findings(&self, changes: &FindingChanges) -> Vec<String> {
        counted(&[
            (&self.gained, changes.gained.len()),
            (&self.resolved, changes.resolved.len()),
            (&self.reweighed, changes.reweighed.len()),
            (&self.same, changes.same + changes.moved.len()),
        ])
    }

    /// How many passages are new, gone, reworded, and only elsewhere.
    pub(super) fn clauses(&self, comparison: &Comparison) -> Vec<String> {
        let of = |sort: fn(&ClauseChange) -> bool| {
            comparison.clauses.iter().filter(|change| sort(change)).count()
        };
        counted(&[
            (&self.added, of(|change| matches!(change, ClauseChange::Added(_)))),
            (&self.removed, of(|change| matches!(change, ClauseChange::Removed(_)))),
            (&self.reworded, of(|change| matches!(change, ClauseChange::Reworded { .. }))),
            (&self.redirections, of(|change| matches!(change, ClauseChange::Redirected { .. }))),
            (&self.moved, comparison.moved),
        ])
    }
}

/// What there is of each sort, with its number.
fn counted(sorts: &[(&String, usize)]) -> Vec<String> {
    sorts.iter().filter(|(_, n)| *n > 0).map(|(template, n)| numbered(template, *n)).collect()
}

fn numbered(template: &str, n: usize) -> String {
    template.replace("{n}", &n.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_every_severity_kind_and_language() {
        for lang in Lang::ALL {
            let phrases = Phrases::load(lang).expect("phrases.yaml is whole");
            assert_eq!(phrases.severities.len(), 4, "{lang:?}");
            for kind in [
                Kind::ServicesAgreement,
                Kind::Sla,
                Kind::OrderForm,
                Kind::TermsOfService,
                Kind::Dpa,
                Kind::Nda,
                Kind::Licence,
                Kind::Quotation,
                Kind::Supply,
                Kind::Employment,
                Kind::PriceList,
                Kind::Corporate,
                Kind::Policy,
                Kind::Other,
            ] {
                assert!(!phrases.kind(kind).is_empty(), "{lang:?} {kind:?}");
            }
            assert_eq!(phrases.advice.len(), 2, "{lang:?}");
            assert_eq!(phrases.playbook.met.len(), 6, "{lang:?}");
            assert!(Lang::ALL.iter().all(|&named| !phrases.language(named).is_empty()));
        }
    }
}
