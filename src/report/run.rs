//! What one run of the program has to say, and for whom.

use crate::check::{Finding, Review, Severity, Side, Status};
use crate::matching::Lang;
use crate::source::absolute;
use std::borrow::Cow;
use std::path::Path;

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
    /// The repository's root, from the root of the disk: where the paths in
    /// reports for programs begin. `None`: they stay as the user gave them.
    pub root: Option<&'a Path>,
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
    /// A file as programs elsewhere know it: from the repository's root, with
    /// slashes. As the user gave it where it lies outside.
    pub fn path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let inside = self.root.filter(|_| path != "-").and_then(|root| {
            let whole = absolute(Path::new(path)).ok()?;
            let inside = whole.strip_prefix(root).ok()?;
            let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
            Some(parts?.join("/"))
        });
        inside.map_or(Cow::Borrowed(path), Cow::Owned)
    }

    /// A place such as `draft.md:12`, its path as [`Run::path`] has it.
    pub fn place<'p>(&self, place: &'p str) -> Cow<'p, str> {
        match place.rsplit_once(':') {
            Some((path, line)) if self.root.is_some() => {
                Cow::Owned(format!("{}:{line}", self.path(path)))
            }
            _ => Cow::Borrowed(place),
        }
    }

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
        let mut total = Counts::default();
        self.reviews.iter().for_each(|review| total += self.counts(review));
        total
    }

    /// Whether all work could be done: every file read, every suppression
    /// understood.
    pub fn is_whole(&self) -> bool {
        self.failures.is_empty() && self.reviews.iter().all(|review| review.mistakes.is_empty())
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

    /// The gravest severity that is listed, for `--fail-on`.
    pub fn gravest(&self) -> Option<Severity> {
        let gravest_first = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low];
        gravest_first.into_iter().find(|&severity| self.at(severity) > 0)
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.critical += more.critical;
        self.high += more.high;
        self.medium += more.medium;
        self.low += more.low;
        self.suppressed += more.suppressed;
        self.other_side += more.other_side;
        self.baselined += more.baselined;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_get_paths_from_the_root_of_the_repository() {
        let here = absolute(Path::new(".")).expect("a folder");
        let above = here.parent().expect("a folder above");
        let run = Run {
            reviews: &[],
            failures: &[],
            side: Side::Both,
            lang: Lang::En,
            root: Some(above),
        };
        let name = here.file_name().and_then(|name| name.to_str()).expect("a name");
        for given in ["drafts/a b.md", "./drafts/x/../a b.md"] {
            assert_eq!(run.path(given), format!("{name}/drafts/a b.md"));
            let whole = here.join(given);
            assert_eq!(run.path(whole.to_str().expect("text")), format!("{name}/drafts/a b.md"));
        }
        assert_eq!(run.place("a.md:12"), format!("{name}/a.md:12"));
        assert_eq!(run.path("-"), "-");
        assert_eq!(run.path("/elsewhere/a.md"), "/elsewhere/a.md");
        assert_eq!(Run { root: None, ..run }.path("../a.md"), "../a.md");
    }
}
