//! Figures on the page: the term sheet, downtime as a table, ladders of
//! credits as bars.

use crate::arithmetic::{Period, Wording, downtime, human_minutes};
use crate::check::{Credit, LadderStep, Review, SheetLine};
use crate::matching::Lang;
use crate::report::headline::cited;
use crate::report::phrases::Phrases;
use rust_decimal::Decimal;

/// The periods downtime is shown over.
const PERIODS: [Period; 5] =
    [Period::Day, Period::Week, Period::Month30, Period::Quarter, Period::Year];
/// Length of a bar of a hundred per cent, in units of the drawing.
const BAR: u32 = 160;
/// Height of a row, in units of the drawing.
const ROW: usize = 26;

/// The figures of a contract.
pub(super) struct Numbers {
    pub(super) terms: Vec<TermRow>,
    pub(super) downtime: Option<Downtime>,
    pub(super) ladders: Vec<LadderDrawing>,
}

/// A line of the term sheet.
pub(super) struct TermRow {
    pub(super) title: String,
    pub(super) value: String,
    pub(super) subject: String,
    pub(super) sums: String,
    pub(super) clause: String,
}

/// The downtime that availabilities allow.
pub(super) struct Downtime {
    pub(super) promises: Vec<Promise>,
    /// Each period with the time every promise allows in it.
    pub(super) rows: Vec<(String, Vec<String>)>,
}

/// An availability, and what it is of.
pub(super) struct Promise {
    pub(super) figure: String,
    pub(super) of: String,
}

/// A ladder of credits.
pub(super) struct LadderDrawing {
    pub(super) title: String,
    pub(super) height: usize,
    pub(super) bars: Vec<Bar>,
    /// The whole in words, for those who do not see it.
    pub(super) spoken: String,
    /// What a percentage is of.
    pub(super) of: String,
}

/// A row of a ladder.
pub(super) struct Bar {
    /// Top of the row, and the line its words stand on.
    pub(super) top: usize,
    pub(super) baseline: usize,
    pub(super) band: String,
    pub(super) credit: String,
    pub(super) length: String,
}

impl Numbers {
    /// The figures of a review, in the language of the report.
    pub(super) fn new(p: &Phrases, review: &Review, lang: Lang) -> Self {
        let plain = review.sheet.iter().filter(|line| line.rows.is_empty());
        Self {
            terms: plain.map(|line| term(p, line)).collect(),
            downtime: table(review, lang),
            ladders: review
                .sheet
                .iter()
                .filter(|line| !line.rows.is_empty())
                .map(|line| ladder(p, line))
                .collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.ladders.is_empty()
    }
}

fn term(p: &Phrases, line: &SheetLine) -> TermRow {
    // What an availability comes to is in the table of downtime.
    let sums = if line.available.is_some() { "" } else { &*line.sums.join(&p.semicolon) };
    TermRow {
        title: line.title.clone(),
        value: super::cleaned(&line.value),
        subject: super::cleaned(&line.subject),
        sums: super::cleaned(sums),
        clause: super::cleaned(&cited(&line.clause.address, "§")),
    }
}

fn table(review: &Review, lang: Lang) -> Option<Downtime> {
    let wording = Wording::of(lang);
    let promised: Vec<(&SheetLine, Decimal)> =
        review.sheet.iter().filter_map(|line| Some((line, line.available?))).collect();
    let row = |period: &Period| {
        let said = wording.in_period("", *period)?.trim().to_owned();
        let time = |&(_, available): &(&SheetLine, Decimal)| {
            Some(human_minutes(downtime(available, period.minutes())?, wording))
        };
        Some((said, promised.iter().map(time).collect::<Option<Vec<String>>>()?))
    };
    let promises = promised.iter().map(|(line, available)| Promise {
        figure: format!("{}%", available.normalize()),
        of: titled(line),
    });
    (!promised.is_empty()).then(|| Downtime {
        promises: promises.collect(),
        rows: PERIODS.iter().filter_map(row).collect(),
    })
}

/// A title with the service it is for and its clause.
fn titled(line: &SheetLine) -> String {
    let place = cited(&line.clause.address, "§");
    let parts =
        [line.title.as_str(), &line.subject, &place].into_iter().filter(|part| !part.is_empty());
    super::cleaned(&parts.collect::<Vec<_>>().join(" · "))
}

fn ladder(p: &Phrases, line: &SheetLine) -> LadderDrawing {
    let most = line.rows.iter().map(|step| size(step.credit)).max().unwrap_or_default();
    let bars: Vec<Bar> = line
        .rows
        .iter()
        .enumerate()
        .map(|(index, step)| Bar {
            top: index * ROW,
            baseline: index * ROW + ROW * 2 / 3,
            band: band(step),
            credit: step.credit.to_string(),
            length: length(step.credit, most),
        })
        .collect();
    let spoken: Vec<String> =
        bars.iter().map(|bar| format!("{}{}{}", bar.band, p.colon, bar.credit)).collect();
    let first = line.rows.first();
    LadderDrawing {
        title: titled(line),
        height: line.rows.len() * ROW,
        spoken: super::cleaned(&spoken.join(&p.semicolon)),
        of: super::cleaned(first.map_or("", |step| &step.of)),
        bars,
    }
}

/// A band of uptime with the signs people use.
fn band(step: &LadderStep) -> String {
    super::cleaned(&step.band.to_string().replace(">=", "≥").replace("<=", "≤"))
}

fn size(credit: Credit) -> Decimal {
    match credit {
        Credit::Nothing => Decimal::ZERO,
        Credit::Percent(value) | Credit::Days(value) | Credit::Sum(value, _) => value,
    }
}

/// How long a bar is: a percentage as a part of the whole fee, anything else
/// beside the most that is paid.
fn length(credit: Credit, most: Decimal) -> String {
    let whole = match credit {
        Credit::Nothing | Credit::Percent(_) => Decimal::ONE_HUNDRED,
        Credit::Days(_) | Credit::Sum(..) => most,
    };
    let part = size(credit).checked_div(whole).unwrap_or_default();
    let length = part.clamp(Decimal::ZERO, Decimal::ONE).checked_mul(Decimal::from(BAR));
    length.unwrap_or_default().round_dp(1).normalize().to_string()
}
