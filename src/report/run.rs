//! What one run of the program has to say, and for whom.

use crate::check::{Finding, Review, Severity, Side, Status};
use crate::matching::Lang;

/// Everything one report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The contracts, in the order in which they were given.
    pub reviews: &'a [Review],
    /// Files that could not be read.
    pub failures: &'a [Failure],
    /// Whose eyes the report is for. [`Side::Both`] lists everything; with one
    /// side, what harms only the other is counted and not listed.
    pub side: Side,
    /// The language of the report's own words.
    pub lang: Lang,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Failure {
    /// The path as the user gave it.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
    /// What the user can do, where there is something.
    pub remedy: Option<String>,
}

/// How many findings of each sort there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Listed findings of critical severity.
    pub critical: usize,
    /// Listed findings of high severity.
    pub high: usize,
    /// Listed findings of medium severity.
    pub medium: usize,
    /// Listed findings of low severity.
    pub low: usize,
    /// Findings allowed by a suppression.
    pub suppressed: usize,
    /// Findings that harm only the other side, and are therefore not listed.
    pub other_side: usize,
    /// Findings accepted in the baseline.
    pub baselined: usize,
}

impl Run<'_> {
    /// Whether a finding harms a side the report is for.
    pub fn concerns(&self, finding: &Finding) -> bool {
        finding.concerns(self.side)
    }

    /// The findings of a review that are listed and count, in clause order.
    pub fn listed<'r>(&self, review: &'r Review) -> impl Iterator<Item = &'r Finding> + use<'r> {
        let side = self.side;
        review.findings.iter().filter(move |f| f.status == Status::Reported && f.concerns(side))
    }

    /// The findings of a review that a suppression allows, in clause order.
    pub fn suppressed<'r>(
        &self,
        review: &'r Review,
    ) -> impl Iterator<Item = &'r Finding> + use<'r> {
        let side = self.side;
        review.findings.iter().filter(move |f| f.status == Status::Suppressed && f.concerns(side))
    }

    /// The findings of a review that harm a side the report is for, whether
    /// they count or not, in clause order.
    pub fn concerned<'r>(&self, review: &'r Review) -> impl Iterator<Item = &'r Finding> + use<'r> {
        let side = self.side;
        review.findings.iter().filter(move |finding| finding.concerns(side))
    }

    /// The listed findings of all contracts, the gravest first; among equals
    /// the order stays.
    pub fn gravest_first(&self) -> Vec<(&Review, &Finding)> {
        let mut all: Vec<(&Review, &Finding)> = self
            .reviews
            .iter()
            .flat_map(|review| self.listed(review).map(move |finding| (review, finding)))
            .collect();
        all.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
        all
    }

    /// Counts over one review.
    pub fn counts(&self, review: &Review) -> Counts {
        let mut counts = Counts::default();
        for finding in &review.findings {
            *match (self.concerns(finding), finding.status, finding.severity) {
                (false, Status::Reported, _) => &mut counts.other_side,
                (false, ..) => continue,
                (true, Status::Suppressed, _) => &mut counts.suppressed,
                (true, Status::Baselined, _) => &mut counts.baselined,
                (true, Status::Reported, Severity::Critical) => &mut counts.critical,
                (true, Status::Reported, Severity::High) => &mut counts.high,
                (true, Status::Reported, Severity::Medium) => &mut counts.medium,
                (true, Status::Reported, Severity::Low) => &mut counts.low,
            } += 1;
        }
        counts
    }

    /// Counts over all reviews.
    pub fn total(&self) -> Counts {
        self.reviews.iter().map(|review| self.counts(review)).fold(Counts::default(), Counts::plus)
    }

    /// Whether all work could be done: every file read, every suppression
    /// understood.
    pub fn is_whole(&self) -> bool {
        self.failures.is_empty() && self.reviews.iter().all(|review| review.mistakes.is_empty())
    }

    /// The gravest severity that is listed, for `--fail-on`.
    pub fn gravest(&self) -> Option<Severity> {
        self.reviews.iter().flat_map(|review| self.listed(review)).map(|f| f.severity).max()
    }
}

impl Counts {
    /// Findings listed at one severity.
    pub fn at(&self, severity: Severity) -> usize {
        match severity {
            Severity::Critical => self.critical,
            Severity::High => self.high,
            Severity::Medium => self.medium,
            Severity::Low => self.low,
        }
    }

    fn plus(self, more: Self) -> Self {
        Self {
            critical: self.critical + more.critical,
            high: self.high + more.high,
            medium: self.medium + more.medium,
            low: self.low + more.low,
            suppressed: self.suppressed + more.suppressed,
            other_side: self.other_side + more.other_side,
            baselined: self.baselined + more.baselined,
        }
    }
}
