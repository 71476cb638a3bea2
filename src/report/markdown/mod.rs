//! The report as Markdown for a comment under a pull request: the verdict
//! first, the rest folded, and never longer than a comment may be.

mod escape;

pub(super) use escape::escaped;

use super::Run;
use super::headline::cited;
use super::phrases::Phrases;
use super::terms::with_place;
use crate::check::{Finding, Review, Severity, Status};
use std::io::{self, Write};

/// Characters a comment on GitHub may have, less room for the closing line.
const LONGEST: usize = 65_000;
/// Characters that the tables of all contracts may take together.
const TABLES: usize = 30_000;
/// By this the next run finds the comment it should replace.
const MARKER: &str = "<!-- fineprint report -->";

/// Writes the report: what was found, a table of findings for each contract
/// with its key terms, then each finding in full, the gravest first, as many
/// as fit. Fails only as `out` fails.
pub fn markdown(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(run.lang)?;
    let comment = Comment { run, phrases: &phrases, text: String::new(), chars: 0 };
    out.write_all(comment.written().as_bytes())
}

/// A comment that knows how long it is.
struct Comment<'a> {
    run: &'a Run<'a>,
    phrases: &'a Phrases,
    text: String,
    chars: usize,
}

impl Comment<'_> {
    fn written(mut self) -> String {
        let counted = self.phrases.counted(self.run.total(), true);
        self.add(&format!("{MARKER}\n## fineprint: {counted}\n"), LONGEST);
        for failure in self.run.failures {
            let p = self.phrases;
            let remedy = failure.remedy.as_ref().map(|r| format!("{}{}", p.semicolon, escaped(r)));
            let line = format!(
                "\n**{}**{}{}{}{}{}\n",
                p.summary.unread,
                p.colon,
                escaped(&self.run.path(&failure.path)),
                p.colon,
                escaped(&failure.message),
                remedy.unwrap_or_default()
            );
            self.add(&line, TABLES);
        }
        for review in self.run.reviews {
            self.contract(review);
        }
        let all = self.run.gravest_first();
        let fitting = all.iter().take_while(|(review, finding)| {
            let entry = entry(self.phrases, self.run, review, finding);
            self.add(&entry, LONGEST)
        });
        let left = all.len() - fitting.count();
        if left > 0 {
            self.text.push_str(&format!("\n{}\n", self.phrases.comment_cut(left)));
        }
        self.text
    }

    /// Adds a piece, unless the text would then be longer than `most`.
    fn add(&mut self, piece: &str, most: usize) -> bool {
        let chars = piece.chars().count();
        let fits = self.chars + chars <= most;
        if fits {
            self.text.push_str(piece);
            self.chars += chars;
        }
        fits
    }

    /// One contract: who is who, the table of its findings, and what else was
    /// read.
    fn contract(&mut self, review: &Review) {
        let p = self.phrases;
        let files = review.documents.iter().map(|d| escaped(&self.run.path(&d.source.path)));
        let files: Vec<String> = files.collect();
        let parties = p.parties(review, "§").map(|party| escaped(&party)).join(&p.semicolon);
        let described = p.described(review);
        let title = format!("\n### {}{}{described}\n\n{parties}\n", files.join(" + "), p.colon);
        if !self.add(&title, TABLES) {
            return;
        }
        for warning in review.all_warnings() {
            self.add(&format!("\n*{}*{}{}\n", p.note, p.colon, escaped(warning)), TABLES);
        }
        let mut findings: Vec<&Finding> = self.run.listed(review).collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        if !findings.is_empty() {
            self.add("\n| | | |\n|---|---|---|\n", TABLES);
        }
        for (index, finding) in findings.iter().enumerate() {
            let missing =
                if finding.says_missing() { format!("*{}* ", p.missing) } else { String::new() };
            let row = format!(
                "| {} | {} | {missing}{} `{}` |\n",
                strong(p, finding.severity),
                escaped(&cited(&finding.clause.address, "§")),
                escaped(&finding.title),
                finding.rule
            );
            if !self.add(&row, TABLES) {
                let more = p.more(findings.len() - index);
                self.text.push_str(&format!("| | | {more} |\n"));
                break;
            }
        }
        self.beside(review);
    }

    /// What is not a finding that counts: figures, what was allowed, what
    /// favours the reader, what raised nothing.
    fn beside(&mut self, review: &Review) {
        let (p, run) = (self.phrases, self.run);
        let figures = review.sheet.iter().map(|line| {
            let sums = if line.sums.is_empty() { String::new() } else { p.colon.clone() };
            let sums = format!("{sums}{}", escaped(&line.sums.join(&p.semicolon)));
            format!("- {}{}{}{sums}\n", escaped(&line.title), p.colon, escaped(&with_place(line)))
        });
        self.folded(&p.summary.numbers, &figures.collect::<String>());
        let counts = run.counts(review);
        let not_counted = [
            (Status::Suppressed, p.suppressed(counts.suppressed)),
            (Status::Baselined, p.baselined(counts.baselined)),
        ];
        for (status, title) in not_counted {
            let of = run.concerned(review).filter(|finding| finding.status == status);
            self.folded(&title, &of.map(|finding| allowed(p, finding)).collect::<String>());
        }
        if counts.other_side > 0 {
            self.add(&format!("\n{}\n", p.favour(counts.other_side)), TABLES);
        }
        let quiet = review.quiet.iter().map(|(title, clause)| {
            escaped(format!("{title} {}", cited(&clause.address, "§")).trim_end())
        });
        let quiet = quiet.collect::<Vec<_>>().join(&p.comma);
        self.folded(&p.summary.quiet, &if quiet.is_empty() { quiet } else { quiet + "\n" });
    }

    /// A part that opens on a click; nothing where there is nothing in it.
    fn folded(&mut self, title: &str, lines: &str) {
        if !lines.is_empty() {
            let folded = format!("\n<details><summary>{title}</summary>\n\n{lines}\n</details>\n");
            self.add(&folded, TABLES);
        }
    }
}

fn strong(p: &Phrases, severity: Severity) -> String {
    match severity {
        Severity::Critical | Severity::High => format!("**{}**", p.severity(severity)),
        Severity::Medium | Severity::Low => p.severity(severity).to_owned(),
    }
}

/// A finding that does not count, with the reason.
fn allowed(p: &Phrases, finding: &Finding) -> String {
    let reason =
        finding.reason.as_ref().map(|reason| format!("{}{}", p.colon, escaped(&reason.text)));
    format!(
        "- {} {} `{}`{}\n",
        escaped(&cited(&finding.clause.address, "§")),
        escaped(&finding.title),
        finding.rule,
        reason.unwrap_or_default()
    )
}

/// A finding in full.
fn entry(p: &Phrases, run: &Run, review: &Review, finding: &Finding) -> String {
    let file = review.documents.get(finding.document()).map(|d| run.path(&d.source.path));
    let several = run.reviews.len() > 1 || review.documents.len() > 1;
    let place = [file.as_deref().filter(|_| several), Some(&*cited(&finding.clause.address, "§"))]
        .into_iter()
        .flatten()
        .filter(|place| !place.is_empty())
        .map(escaped)
        .collect::<Vec<_>>()
        .join(" ");
    let mut text = format!(
        "\n<details><summary>{}{}{place} {}</summary>\n\n",
        p.severity(finding.severity),
        p.colon,
        escaped(&finding.title)
    );
    for (index, label) in finding.labels.iter().enumerate() {
        let note = label.note.as_ref().filter(|_| index > 0);
        let note = note.map(|note| format!(" {}", escaped(note))).unwrap_or_default();
        text.push_str(&format!("> “{}”{note}\n\n", escaped(label.text.trim())));
    }
    text.push_str(&format!("{}\n\n", escaped(&finding.message)));
    let said = [
        ("=", finding.working.as_deref()),
        (&p.why, Some(&*finding.why)),
        (&p.propose, finding.suggest.as_deref()),
        (&p.note, finding.caveat.as_deref()),
    ];
    for (key, words) in said {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            text.push_str(&format!("- **{key}** {}\n", escaped(words)));
        }
    }
    text.push_str("\n</details>\n");
    text
}
