//! The review as a Word file of its own, to be forwarded: summary, findings,
//! term sheet, and what to negotiate in which order.

use super::look::{CHAPTER, ENTRY, QUOTE, SMALL, TITLE, keyed, page, styled, table, words};
use crate::check::{Finding, Review};
use crate::report::Run;
use crate::report::headline::cited;
use crate::report::negotiation::{Ask, Rank, asks, capital, parts, titled, value, worst_first};
use crate::report::phrases::Phrases;
use docx_rs::{Docx, Paragraph};
use std::io::{self, Cursor, Write};

/// Writes the memo, a Word file. The same run gives the same bytes. Fails as
/// `out` fails.
pub fn memo(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::load(run.lang)?;
    let mut memo = Memo { run, p: &phrases, page: page() };
    memo.say(styled(TITLE, &phrases.memo.title));
    for failure in run.failures {
        let remedy = failure.remedy.as_ref().map(|remedy| format!("{}{remedy}", phrases.semicolon));
        let path = format!("{}{}", failure.path, phrases.colon);
        let text = format!("{path}{}{}", failure.message, remedy.unwrap_or_default());
        memo.key(&capital(&phrases.summary.unread), &text);
    }
    for review in run.reviews {
        memo.contract(review);
    }
    memo.say(styled(SMALL, &phrases.web.disclaimer));
    let mut file = Cursor::new(Vec::new());
    memo.page.build().pack(&mut file).map_err(io::Error::other)?;
    out.write_all(file.get_ref())
}

/// A memo being written.
struct Memo<'a> {
    run: &'a Run<'a>,
    p: &'a Phrases,
    page: Docx,
}

impl Memo<'_> {
    fn say(&mut self, paragraph: Paragraph) {
        let page = std::mem::replace(&mut self.page, Docx::new());
        self.page = page.add_paragraph(paragraph);
    }

    /// What introduces it, and the text; nothing where there is none.
    fn key(&mut self, key: &str, text: &str) {
        if !text.trim().is_empty() {
            self.say(keyed(&format!("{key}{}", self.p.colon), text.trim()));
        }
    }

    fn rows(&mut self, widths: &[usize], head: Vec<&str>, rows: Vec<Vec<String>>) {
        let head = head.into_iter().map(capital).collect();
        let all = std::iter::once(head).chain(rows).collect();
        let page = std::mem::replace(&mut self.page, Docx::new());
        self.page = page.add_table(table(widths, all)).add_paragraph(words(""));
    }

    fn chapter(&mut self, title: &str) {
        self.say(styled(CHAPTER, &capital(title)));
    }

    fn contract(&mut self, review: &Review) {
        let p = self.p;
        let files: Vec<&str> =
            review.documents.iter().map(|document| document.source.path.as_str()).collect();
        self.key(&p.memo.contract, &format!("{} ({})", files.join(" + "), p.described(review)));
        let parties = p.parties(review, "§").join(&p.semicolon);
        self.key(&capital(&p.summary.parties), &parties);
        self.summary(review);
        self.chapter(&p.memo.by_clause);
        let listed: Vec<&Finding> = self.run.listed(review).collect();
        if listed.is_empty() {
            self.say(words(&p.nothing));
        }
        for finding in &listed {
            self.finding(review, finding);
        }
        self.terms(review);
        self.positions(review);
        self.negotiation(review);
    }

    fn summary(&mut self, review: &Review) {
        let (p, counts) = (self.p, self.run.counts(review));
        self.chapter(&p.memo.summary);
        self.say(words(&capital(&p.counted(counts, true))));
        let missing: Vec<&str> = self
            .run
            .listed(review)
            .filter(|finding| finding.missing)
            .map(|finding| finding.title.as_str())
            .collect();
        self.key(&capital(&p.summary.missing), &missing.join(&p.semicolon));
        if counts.other_side > 0 {
            self.key(&capital(&p.summary.other_side), &p.favour(counts.other_side));
        }
        for warning in review.all_warnings() {
            self.key(&capital(&p.note), warning);
        }
    }

    fn finding(&mut self, review: &Review, finding: &Finding) {
        let p = self.p;
        let place = cited(&finding.clause.address, "§");
        self.say(styled(ENTRY, format!("{place} {}", finding.title).trim()));
        let mut kind = p.severity(finding.severity).to_owned();
        if finding.missing {
            kind = format!("{kind}{}{}", p.comma, p.missing);
        }
        self.key(&capital(&kind), &finding.message);
        for (index, label) in finding.labels.iter().enumerate() {
            let several = review.documents.len() > 1;
            let file = review.documents.get(label.document).filter(|_| several);
            let file = file.map_or("", |document| document.source.path.as_str());
            let further = if index > 0 { cited(&label.address, "§") } else { String::new() };
            let place = format!("{file} {further}");
            let note = label.note.as_deref().filter(|_| index > 0).unwrap_or_default();
            let quote = format!("{} “{}” {note}", place.trim(), label.text.trim());
            self.say(styled(QUOTE, quote.trim()));
        }
        self.key(&capital(&p.why), &finding.why);
        if let Some(working) = &finding.working {
            self.say(words(&format!("= {working}")));
        }
        self.key(&capital(&p.propose), finding.suggest.as_deref().unwrap_or_default());
        self.key(&capital(&p.note), finding.caveat.as_deref().unwrap_or_default());
        let rules: Vec<&str> =
            std::iter::once(&finding.rule).chain(&finding.also).map(|rule| &**rule).collect();
        self.say(styled(SMALL, &rules.join(&p.comma)));
    }

    fn terms(&mut self, review: &Review) {
        let p = self.p;
        if review.sheet.is_empty() {
            return;
        }
        self.chapter(&p.web.terms);
        let rows = review.sheet.iter().map(|line| {
            let subject = Some(&line.subject).filter(|subject| !subject.is_empty());
            let title = match subject {
                Some(subject) => format!("{}{}{subject}", line.title, p.colon),
                None => line.title.clone(),
            };
            let sums = line.sums.join(&p.semicolon);
            let value = if sums.is_empty() {
                line.value.clone()
            } else {
                format!("{}{}{sums}", line.value, p.colon)
            };
            vec![title, value, cited(&line.clause.address, "§")]
        });
        let head = vec![p.web.term.as_str(), &p.web.value, &p.web.clause];
        self.rows(&[32, 52, 16], head, rows.collect());
    }

    /// How the contract stands to the playbook.
    fn positions(&mut self, review: &Review) {
        let p = self.p;
        if review.positions.is_empty() {
            return;
        }
        self.chapter(&p.playbook.title);
        let rows = worst_first(review).into_iter().map(|line| {
            let value = value(p, line).to_owned();
            let met = p.playbook.met(line.met);
            let met = match &line.approval {
                Some(by) => format!("{met}{}{by}", p.colon),
                None => met.to_owned(),
            };
            vec![titled(line), value, capital(&met), cited(&line.clause.address, "§")]
        });
        let head = vec![p.web.term.as_str(), &p.web.value, &p.playbook.title, &p.web.clause];
        self.rows(&[32, 26, 26, 16], head, rows.collect());
    }

    /// What must change, should change, and would be nice to have.
    fn negotiation(&mut self, review: &Review) {
        let p = self.p;
        let asks = asks(self.run, review);
        if asks.is_empty() {
            return;
        }
        self.chapter(&p.memo.negotiation);
        for rank in Rank::ALL {
            let of: Vec<&Ask> = asks.iter().filter(|ask| ask.rank == rank).collect();
            if of.is_empty() {
                continue;
            }
            self.say(styled(ENTRY, &capital(p.rank(rank))));
            let head = vec![p.web.clause.as_str(), &p.memo.issue, &p.propose];
            self.rows(&[16, 32, 52], head, of.into_iter().map(|ask| self.ask(ask)).collect());
        }
    }

    /// The row of one ask: a playbook's has its fallbacks and trade beside it.
    fn ask(&self, ask: &Ask) -> Vec<String> {
        let wording = if ask.own {
            let parts = parts(self.p, ask);
            let lines =
                parts.iter().map(|(key, text)| format!("{}{}{text}", capital(key), self.p.colon));
            lines.collect::<Vec<_>>().join("\n")
        } else {
            ask.ask.unwrap_or_default().to_owned()
        };
        vec![ask.cited(self.p), ask.title.to_owned(), wording]
    }
}
