//! The days by which a contract wants something done, from its key terms and
//! the days it runs from and to.
//!
//! What a term is counted from is said in its file (`deadline`).

use crate::arithmetic::{
    BusinessHours, Term, TermEnd, Wording, last_notice_day, notice_working, period_working,
};
use crate::catalogue::{Anchor, Catalogue};
use crate::check::{Review, SheetLine};
use crate::matching::Lang;
use jiff::ToSpan;
use jiff::civil::Date;

/// Most months whose claims are listed.
const MOST_MONTHS: usize = 12;
/// Most renewals that are reckoned forward.
const MOST_RENEWALS: usize = 100;

/// What the dates of a contract are reckoned from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// The first day of the term, where the user says it.
    pub start: Option<Date>,
    /// The last day of the term, where the user says it.
    pub end: Option<Date>,
    /// The day from which on deadlines are wanted.
    pub from: Date,
}

/// The dates of a contract.
#[derive(Debug, Clone)]
pub struct Dates<'a> {
    /// The first day of its term.
    pub start: Option<Date>,
    /// The last day of its term: of the renewal that runs on the day asked for.
    pub end: Option<Date>,
    /// How often it has renewed by then.
    pub renewals: usize,
    /// What must be done: the dated first, by day; then what hangs on an event.
    pub deadlines: Vec<Deadline<'a>>,
}

/// Something that must be done by a day.
#[derive(Debug, Clone)]
pub struct Deadline<'a> {
    /// The key term it follows from.
    pub line: &'a SheetLine,
    /// What must be done, in the report's language.
    pub task: String,
    /// By when; several where it comes back every month, none where it hangs
    /// on something that may happen.
    pub days: Vec<Date>,
    /// How the first day was reckoned.
    pub working: Option<String>,
}

/// Reckons the dates of a contract that was judged.
pub fn dates<'a>(catalogue: &Catalogue, review: &'a Review, asked: Asked, lang: Lang) -> Dates<'a> {
    let start = asked.start.or(review.start);
    let stated = asked.end.map(TermEnd::Stated).or_else(|| match (review.end, asked.start) {
        (Some(TermEnd::Reckoned { months, .. }), Some(start)) => {
            Some(TermEnd::Reckoned { start, months })
        }
        (None, Some(start)) => {
            let months = whole_months(length(review, "initial-term")?)?;
            Some(TermEnd::Reckoned { start, months })
        }
        (end, _) => end,
    });
    let renewal = length(review, "renewal-term").and_then(whole_months);
    let (end, renewals) = running(stated, renewal, asked.from);
    let clock = Clock { start, end, from: asked.from, wording: Wording::of(lang) };
    let mut deadlines: Vec<Deadline> = review
        .sheet
        .iter()
        .filter_map(|line| {
            let rule = catalogue.terms.iter().find(|rule| *rule.name == *line.term)?;
            let (days, working) = clock.days(rule.file.deadline?, term(line)?);
            let task = rule.file.task(lang).to_owned();
            Some(Deadline { line, task, days, working })
        })
        .collect();
    deadlines.sort_by_key(|deadline| (deadline.days.is_empty(), deadline.days.first().copied()));
    Dates { start, end: end.and_then(TermEnd::day), renewals, deadlines }
}

/// The days of a contract that periods are counted from.
struct Clock {
    start: Option<Date>,
    end: Option<TermEnd>,
    from: Date,
    wording: &'static Wording,
}

impl Clock {
    /// The days on which a period ends, and the sum for the first.
    fn days(&self, anchor: Anchor, term: Term) -> (Vec<Date>, Option<String>) {
        let after =
            |from: Option<Date>| from.and_then(|day| period_working(day, term, self.wording));
        let one = |found: Option<(Date, String)>| match found {
            Some((day, sum)) => (vec![day], Some(sum)),
            None => (Vec::new(), None),
        };
        match anchor {
            Anchor::BeforeEnd => one(self.end.and_then(|end| {
                let day = last_notice_day(end.day()?, term, &BusinessHours::office())?;
                Some((day, notice_working(end, term, self.wording)?))
            })),
            Anchor::AfterStart => one(after(self.start)),
            Anchor::AfterEnd => one(after(self.end.and_then(TermEnd::day))),
            Anchor::AfterMonth => {
                let sums: Vec<(Date, String)> =
                    self.month_ends().filter_map(|day| after(Some(day))).collect();
                let days = sums.iter().map(|(day, _)| *day).collect();
                (days, sums.into_iter().next().map(|(_, sum)| sum))
            }
            Anchor::AfterEvent => (Vec::new(), None),
        }
    }

    /// The ends of the months of the term, from the day asked for: a year of
    /// them, where both ends of the term are known.
    fn month_ends(&self) -> impl Iterator<Item = Date> {
        let last = self.end.and_then(TermEnd::day);
        let first = self.start.map(|start| start.max(self.from));
        let ends = first.zip(last).into_iter().flat_map(|(first, last)| {
            let months = std::iter::successors(Some(first.first_of_month()), |month| {
                month.checked_add(1.month()).ok()
            });
            months.map(Date::last_of_month).take_while(move |end| end.first_of_month() <= last)
        });
        ends.take(MOST_MONTHS)
    }
}

/// The last day of the period that runs on a day: the term's own, else that of
/// the renewal; and how many renewals that takes.
fn running(end: Option<TermEnd>, renewal: Option<u32>, from: Date) -> (Option<TermEnd>, usize) {
    let Some((last, months)) = end.and_then(TermEnd::day).zip(renewal) else { return (end, 0) };
    if last >= from {
        return (end, 0);
    }
    let ends = (1..=MOST_RENEWALS).map(|count| {
        let start = last.checked_add(1.day()).ok()?;
        let months = u32::try_from(count).ok()?.checked_mul(months)?;
        TermEnd::Reckoned { start, months }.day().map(|day| (day, count))
    });
    let current = ends.map_while(|end| end).find(|(day, _)| *day >= from);
    match current {
        Some((day, count)) => (Some(TermEnd::Stated(day)), count),
        None => (end, 0),
    }
}

/// The length of a key term that the contract has once.
fn length(review: &Review, name: &str) -> Option<Term> {
    let mut lengths = review.sheet.iter().filter(|line| line.term == name).map(term);
    let first = lengths.next()?;
    first.filter(|_| lengths.all(|other| other == first))
}

fn whole_months(term: Term) -> Option<u32> {
    match term {
        Term::Months(months) => Some(months),
        Term::Days(365) => Some(12),
        Term::Days(_) | Term::BusinessDays(_) => None,
    }
}

/// A line's value as a period; of a range the longer end. Hours are no days.
fn term(line: &SheetLine) -> Option<Term> {
    let figure = line.figure.rsplit('-').next()?;
    let number: u32 = figure.parse().ok()?;
    Some(match line.unit.as_str() {
        "days" => Term::Days(number),
        "business-days" => Term::BusinessDays(number),
        "weeks" => Term::Days(number.checked_mul(7)?),
        "months" => Term::Months(number),
        "quarters" => Term::Months(number.checked_mul(3)?),
        "years" => Term::Months(number.checked_mul(12)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Judging;
    use crate::clause::NamedParties;
    use crate::read::read_markdown;
    use jiff::civil::date;

    const CONTRACT: &str = "# Hosting Agreement\n\nBetween Palm Ltd (the \"Vendor\") and Mango Ltd \
        (the \"Customer\").\n\n1. This Agreement commences on 1 March 2026 and runs for an initial \
        term of twelve months. It then renews automatically for successive terms of one year \
        unless a party gives at least 90 days' notice before the end of the term.\n\n\
        2. The Customer shall pay each invoice within 30 days of its date.\n\n\
        3. After the end of this Agreement the Customer may retrieve its data for 30 days.\n";

    /// A key term and its days.
    type Days = (String, Vec<Date>);

    /// The end of the term, the renewals until then, and the days of each key term.
    fn reckoned(asked: Asked) -> (Option<Date>, usize, Vec<Days>) {
        let catalogue = Catalogue::load(&[]).unwrap();
        let document = read_markdown("a.md", CONTRACT.to_owned());
        let named = NamedParties::default();
        let review = crate::review(&catalogue, vec![document], &named, Judging::default());
        let dates = dates(&catalogue, &review, asked, Lang::En);
        let rows = dates.deadlines.into_iter().map(|d| (d.line.term.clone(), d.days)).collect();
        (dates.end, dates.renewals, rows)
    }

    #[test]
    fn the_notice_and_what_follows_the_end() {
        let (end, renewals, rows) = reckoned(Asked { from: date(2026, 6, 1), ..Asked::default() });
        assert_eq!((end, renewals), (Some(date(2027, 2, 28)), 0));
        assert_eq!(
            rows,
            [
                ("renewal-notice-time".to_owned(), vec![date(2026, 11, 30)]),
                ("retrieval-period".to_owned(), vec![date(2027, 3, 30)]),
                ("payment-days".to_owned(), vec![]),
            ]
        );
    }

    #[test]
    fn a_renewal_that_runs_has_its_own_end() {
        let (end, renewals, rows) = reckoned(Asked { from: date(2028, 1, 1), ..Asked::default() });
        assert_eq!((end, renewals), (Some(date(2028, 2, 29)), 1));
        assert_eq!(rows[0].1, [date(2027, 12, 1)]);
    }

    #[test]
    fn what_the_user_says_of_the_term_holds() {
        let asked =
            Asked { start: Some(date(2026, 7, 1)), from: date(2026, 7, 1), ..Asked::default() };
        assert_eq!(reckoned(asked).0, Some(date(2027, 6, 30)));
        let asked = Asked { end: Some(date(2026, 12, 31)), ..asked };
        assert_eq!(reckoned(asked).0, Some(date(2026, 12, 31)));
    }
}
