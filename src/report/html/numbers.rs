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

/// Availabilities with the downtime they allow.
pub(super) struct Downtime {
    pub(super) periods: Vec<String>,
    pub(super) rows: Vec<DowntimeRow>,
}

/// One availability.
pub(super) struct DowntimeRow {
    pub(super) figure: String,
    pub(super) of: String,
    pub(super) times: Vec<String>,
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
    TermRow {
        title: line.title.clone(),
        value: super::cleaned(&line.value),
        subject: super::cleaned(&line.subject),
        sums: super::cleaned(&line.sums.join(&p.semicolon)),
        clause: super::cleaned(&cited(&line.clause.address, "§")),
    }
}

fn table(review: &Review, lang: Lang) -> Option<Downtime> {
    let wording = Wording::of(lang);
    let mut rows: Vec<DowntimeRow> = Vec::new();
    for line in &review.sheet {
        let Some(available) = line.available else { continue };
        let figure = format!("{}%", available.normalize());
        let of = [line.title.as_str(), &line.subject, &cited(&line.clause.address, "§")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let time = |period: &Period| {
            let minutes = downtime(available, period.minutes())?;
            Some(human_minutes(minutes, wording))
        };
        let times: Option<Vec<String>> = PERIODS.iter().map(time).collect();
        rows.extend(times.map(|times| DowntimeRow { figure, of: super::cleaned(&of), times }));
    }
    let period =
        |period: &Period| wording.in_period("", *period).unwrap_or_default().trim().to_owned();
    (!rows.is_empty()).then(|| Downtime { periods: PERIODS.iter().map(period).collect(), rows })
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
    let place = cited(&line.clause.address, "§");
    let title = [line.title.as_str(), &line.subject, &place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    LadderDrawing {
        title: super::cleaned(&title),
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
