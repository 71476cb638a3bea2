//! The closing summary: at most 24 lines that suffice alone.

use super::Page;
use super::typeset::{columns, crop, crop_start, fold, pad};
use crate::check::{Finding, Review};
use crate::report::headline::SEVERITIES;
use crate::report::printable::printable;
use crate::report::{Counts, Run};
use std::io::{self, Write};

/// How many lines each part may take. With the six of one line each (the line
/// across, the contract, the findings, the other side, what raised nothing and
/// what was not read) and two for the parties they make the 24.
struct Limits {
    worst: usize,
    missing: usize,
    numbers: usize,
}

const ALONE: Limits = Limits { worst: 5, missing: 3, numbers: 6 };
const ONE_OF_SEVERAL: Limits = Limits { worst: 2, missing: 1, numbers: 2 };
/// Columns in front of the gravest findings.
const INDENT: usize = 4;
/// Which part of the width the clauses of one rule may take.
const PLACES: usize = 6;
/// Contracts that a total names one by one, the gravest first.
const NAMED: usize = 8;

/// Writes the summary of one contract, a short one where there are several.
pub(super) fn of_review(
    page: &Page,
    run: &Run,
    review: &Review,
    out: &mut dyn Write,
) -> io::Result<()> {
    let limits = if run.reviews.len() > 1 { ONE_OF_SEVERAL } else { ALONE };
    let p = &page.phrases;
    let mut table = Table::new(page, &page.contract(review));
    table.add(&p.summary.parties, 2, page.parties(review, table.room()));
    let counts = run.counts(review);
    let advised = p.counted(counts, true);
    let fits = columns(&advised) <= table.room();
    let counted = if fits { advised } else { p.counted(counts, false) };
    table.add(&p.summary.findings, 1, vec![table.crop(&counted)]);

    let named = (review.documents.len() > 1).then_some(review);
    let worst = gravest(run.listed(review).map(|finding| (named, finding)), limits.worst);
    table.below(ranked(page, &worst));
    let missing = run.listed(review).filter(|finding| finding.says_missing());
    let missing = missing.map(|finding| printable(&finding.title)).collect();
    table.list(&p.summary.missing, limits.missing, missing, &p.semicolon);
    table.entries(&p.summary.numbers, limits.numbers, numbers(page, review));
    if counts.other_side > 0 {
        let text = table.crop(&p.favour(counts.other_side));
        table.add(&p.summary.other_side, 1, vec![text]);
    }
    let quiet = review.quiet.iter().map(|(title, clause)| {
        printable(format!("{title} {}", page.cited(&clause.address)).trim_end())
    });
    table.list(&p.summary.quiet, 1, quiet.collect(), &p.comma);
    if run.reviews.len() == 1 {
        table.list(&p.summary.unread, 1, unread(run), &p.comma);
    }
    table.write(out)
}

/// Writes the total over several contracts.
pub(super) fn of_run(page: &Page, run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let p = &page.phrases;
    let title = format!("{}{}{}", p.total, p.colon, p.contracts(run.reviews.len()));
    let mut table = Table::new(page, &title);
    let total = run.total();
    table.add(&p.summary.findings, 1, vec![table.crop(&p.counted(total, false))]);
    let all = run
        .reviews
        .iter()
        .flat_map(|review| run.listed(review).map(move |finding| (Some(review), finding)));
    let worst = gravest(all, ALONE.worst);
    table.below(ranked(page, &worst));
    let mut each: Vec<(Counts, &Review)> =
        run.reviews.iter().map(|review| (run.counts(review), review)).collect();
    each.sort_by_key(|(counts, _)| std::cmp::Reverse(SEVERITIES.map(|s| counts.at(s))));
    let each = each.into_iter().map(|(counts, review)| {
        let counted = p.counted(counts, false);
        let path = review.documents.first().map_or("", |d| d.source.path.as_str());
        let room = table.room().saturating_sub(columns(&counted) + columns(&p.colon));
        let path = crop_start(&printable(path), room, page.paint.ellipsis());
        format!("{path}{}{counted}", p.colon)
    });
    let each = each.collect();
    table.entries(&p.summary.contracts, NAMED, each);
    if total.other_side > 0 {
        let text = table.crop(&p.favour(total.other_side));
        table.add(&p.summary.other_side, 1, vec![text]);
    }
    table.list(&p.summary.unread, 2, unread(run), &p.comma);
    table.write(out)
}

/// A finding, and its contract where its file is not plain.
type Ranked<'r> = (Option<&'r Review>, &'r Finding);

/// At most so many findings, the gravest first; among equals the order stays.
/// Of one rule in one contract the gravest speaks for all, with the clauses of
/// the others.
fn gravest<'r>(
    findings: impl Iterator<Item = Ranked<'r>>,
    most: usize,
) -> Vec<(Ranked<'r>, Vec<&'r Finding>)> {
    let mut findings: Vec<Ranked<'r>> = findings.collect();
    findings.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
    let mut spoken: Vec<(Ranked<'r>, Vec<&'r Finding>)> = Vec::new();
    for (review, finding) in findings {
        let same = spoken.iter_mut().find(|((other, first), _)| {
            first.rule == finding.rule
                && other.map(std::ptr::from_ref) == review.map(std::ptr::from_ref)
        });
        match same {
            Some((_, others)) => others.push(finding),
            None => spoken.push(((review, finding), Vec::new())),
        }
    }
    spoken.truncate(most);
    spoken
}

/// A line for each finding: severity, clause, title and, where there is room,
/// rule; the file as well where there are several.
fn ranked(page: &Page, findings: &[(Ranked, Vec<&Finding>)]) -> Vec<String> {
    let ellipsis = page.paint.ellipsis();
    let cells: Vec<(String, String, &Finding)> = findings
        .iter()
        .map(|&((review, finding), ref others)| {
            let severity = page.phrases.severity(finding.severity).to_owned();
            let document = finding.labels.first().map_or(0, |label| label.document);
            let path = review.and_then(|review| review.documents.get(document));
            let path = path.map_or("", |document| file_name(&document.source.path));
            let mut place = page.cited(&finding.clause.address);
            let all: Vec<String> =
                others.iter().map(|other| page.cited(&other.clause.address)).collect();
            let all = format!("{place}{}{}", page.phrases.comma, all.join(&page.phrases.comma));
            place = match others.len() {
                0 => place,
                _ if columns(&all) <= page.width / PLACES => all,
                n => format!("{place} +{n}"),
            };
            let place = printable(&format!("{path} {place}"));
            (severity, crop_start(place.trim(), page.width / 4, ellipsis), finding)
        })
        .collect();
    let severities = cells.iter().map(|cell| columns(&cell.0)).max().unwrap_or(0);
    let places = cells.iter().map(|cell| columns(&cell.1)).max().unwrap_or(0);
    let room = page.width.saturating_sub(INDENT + severities + places + 4);
    let line = |(severity, place, finding): (String, String, &Finding)| {
        let rule = printable(&finding.rule);
        let title = crop(&printable(&finding.title), room, ellipsis);
        // Half an id helps nobody, and the finding itself names it.
        let fits = columns(&title) + 2 + columns(&rule) <= room;
        let rule = if fits { format!("  {}", page.paint.faint(&rule)) } else { String::new() };
        let severity = page.paint.at(finding.severity, &pad(&severity, severities));
        format!("{severity}  {}  {title}{rule}", pad(&place, places))
    };
    cells.into_iter().map(line).collect()
}

/// Key terms with their sums; those with sums first, for there is not always
/// room for all.
fn numbers(page: &Page, review: &Review) -> Vec<String> {
    let p = &page.phrases;
    let mut lines: Vec<_> = review.sheet.iter().filter(|line| !line.words).collect();
    lines.sort_by_key(|line| line.sums.is_empty());
    let text = lines.into_iter().map(|line| {
        let sums = line.sums.join(&p.semicolon);
        // "99.9%: 99.9% = 43.2 min" says the figure twice.
        let opens = sums.starts_with(&line.value.replace(' ', ""));
        let value = match (sums.is_empty(), opens) {
            (true, _) => line.value.clone(),
            (false, true) => sums,
            (false, false) => format!("{}{}{sums}", line.value, p.semicolon),
        };
        let address = page.cited(&line.clause.address);
        printable(format!("{address} {}{}{value}", line.title, p.colon).trim_start())
    });
    text.collect()
}

/// The last part of a path, as both kinds of system write paths.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn unread(run: &Run) -> Vec<String> {
    run.failures.iter().map(|failure| printable(&failure.path)).collect()
}

/// Lines under a rule, with a title in front of each group.
struct Table<'p> {
    page: &'p Page,
    lines: Vec<String>,
    keys: usize,
}

impl<'p> Table<'p> {
    fn new(page: &'p Page, title: &str) -> Self {
        let s = &page.phrases.summary;
        let keys = [
            &s.parties,
            &s.findings,
            &s.missing,
            &s.numbers,
            &s.other_side,
            &s.quiet,
            &s.unread,
            &s.contracts,
        ];
        let keys = keys.into_iter().map(|key| columns(key)).max().unwrap_or(0);
        let title = crop(title, page.width, page.paint.ellipsis());
        let lines = vec![page.paint.across(page.width), page.paint.strong(&title)];
        Self { page, lines, keys }
    }

    /// Columns beside the titles.
    fn room(&self) -> usize {
        self.page.width - self.keys - 4
    }

    fn crop(&self, text: &str) -> String {
        crop(text, self.room(), self.page.paint.ellipsis())
    }

    /// Adds a group of lines that already fit; what is over `most` is left out.
    fn add(&mut self, title: &str, most: usize, lines: Vec<String>) {
        let mut title = self.page.paint.faint(&pad(title, self.keys));
        for line in lines.into_iter().take(most) {
            self.lines.push(format!("  {title}  {line}"));
            title = " ".repeat(self.keys);
        }
    }

    /// Adds lines under the last group, which use the whole width.
    fn below(&mut self, lines: Vec<String>) {
        self.lines.extend(lines.iter().map(|line| format!("{}{line}", " ".repeat(INDENT))));
    }

    /// Adds as many members of a list as fill `most` lines, and how many more
    /// there are.
    fn list(&mut self, title: &str, most: usize, members: Vec<String>, between: &str) {
        let text = |kept: usize| {
            let mut shown = members[..kept].to_vec();
            shown.extend(
                (kept < members.len()).then(|| self.page.phrases.more(members.len() - kept)),
            );
            fold(&shown.join(between), self.room())
        };
        // What is wider than the lines together is not worth folding.
        let mut free = self.room() * most;
        let fitting = members.iter().take_while(|member| {
            let rest = free.checked_sub(columns(member));
            free = rest.unwrap_or(0);
            rest.is_some()
        });
        let kept = (1..=fitting.count()).rev().find(|&kept| text(kept).len() <= most);
        if let Some(kept) = kept.or((!members.is_empty()).then_some(1)) {
            let lines = text(kept);
            self.add(title, most, lines);
        }
    }

    /// Adds entries, each folded, as many as fit into `most` lines, and how
    /// many more there are.
    fn entries(&mut self, title: &str, most: usize, entries: Vec<String>) {
        let count = entries.len();
        let mut lines: Vec<String> = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let folded = fold(&entry, self.room());
            let last = usize::from(index + 1 < count);
            if index > 0 && lines.len() + folded.len() + last > most {
                lines.push(self.page.phrases.more(count - index));
                break;
            }
            lines.extend(folded);
        }
        self.add(title, most, lines);
    }

    fn write(self, out: &mut dyn Write) -> io::Result<()> {
        for line in self.lines {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
