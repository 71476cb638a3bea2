//! The page of sums, `fineprint sla`: what an availability allows, what
//! exclusions and dependencies leave of it, and what an outage is worth.

use crate::arithmetic::{
    Convention, Period, Tier, Wording, any_of, contract_uptime, cover_ratio, credit,
    credit_working, downtime, effective_working, filled, human_minutes, in_series,
    in_series_at_worst, pro_rata, rounded, separated,
};
use crate::matching::Lang;
use rust_decimal::Decimal;

/// All conventions for the length of a period.
const PERIODS: [Period; 10] = [
    Period::Day,
    Period::Week,
    Period::Month28,
    Period::Month29,
    Period::Month30,
    Period::Month31,
    Period::AverageMonth,
    Period::Quarter,
    Period::Year,
    Period::AverageYear,
];

/// What is to be worked out; what is `None` or empty is left out.
#[derive(Debug, Clone, Default)]
pub struct SumsAsked {
    /// An availability, in per cent.
    pub available: Option<Decimal>,
    /// Minutes that do not count, and the minutes of the period they are of.
    pub excluded: Option<(Decimal, Decimal)>,
    /// Availabilities that are all needed, in per cent.
    pub serial: Vec<Decimal>,
    /// Availabilities of which one suffices, in per cent.
    pub parallel: Vec<Decimal>,
    /// Minutes of an outage in a month.
    pub outage: Option<Decimal>,
    /// The fee of a month.
    pub fee: Option<Decimal>,
    /// What credits are paid.
    pub ladder: Vec<Tier>,
    /// The most that is paid, in per cent of the fee.
    pub cap: Option<Decimal>,
    /// What an hour of outage costs the customer.
    pub loss: Option<Decimal>,
}

/// Sums under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are about.
    pub title: String,
    /// One sum a line.
    pub lines: Vec<String>,
}

/// The sums, in a language. What cannot be done is left out.
pub fn sums(asked: &SumsAsked, lang: Lang) -> Vec<Group> {
    let words = Wording::of(lang);
    [allowed(asked, words), excluded(asked, words), together(asked, words), outage(asked, words)]
        .into_iter()
        .flatten()
        .filter(|group| !group.lines.is_empty())
        .collect()
}

fn per_cent(value: Decimal) -> String {
    format!("{}%", separated(value.normalize()))
}

fn allowed(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let available = asked.available?;
    let line = |period: &Period| {
        let minutes = downtime(available, period.minutes())?;
        words.in_period(&human_minutes(minutes, words), *period)
    };
    Some(Group {
        title: filled(&words.page.allows, &[("available", &per_cent(available))]),
        lines: PERIODS.iter().filter_map(line).collect(),
    })
}

fn excluded(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let (minutes, of) = asked.excluded?;
    let hour = Decimal::from(60);
    let (hours, of_hours) = (minutes.checked_div(hour)?, of.checked_div(hour)?);
    let line = |convention, said: &str| {
        let sum = effective_working(asked.available?, hours, of_hours, convention, words)?;
        Some(format!("{sum} ({said})"))
    };
    Some(Group {
        title: words.page.excluded.clone(),
        lines: [
            line(Convention::Both, &words.page.leaves),
            line(Convention::NumeratorOnly, &words.page.stays),
        ]
        .into_iter()
        .flatten()
        .collect(),
    })
}

/// Services that need each other, or stand in for each other.
fn together(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let month = |available: Decimal| {
        let minutes = downtime(available, Period::Month30.minutes())?;
        words.in_period(&human_minutes(minutes, words), Period::Month30)
    };
    let line = |said: &str, sum: String, all: Decimal| {
        Some(format!("{said}: {sum} = {}%, {}", rounded(all, 4), month(all)?))
    };
    let mut lines = Vec::new();
    if let Some(all) = in_series(&asked.serial).filter(|_| !asked.serial.is_empty()) {
        let sum: Vec<String> = asked.serial.iter().map(|part| per_cent(*part)).collect();
        lines.extend(line(&words.page.serial, sum.join(" x "), all));
        if let Some(worst) = in_series_at_worst(&asked.serial) {
            let sum: Vec<String> =
                asked.serial.iter().map(|part| format!("(1 - {})", per_cent(*part))).collect();
            lines.extend(line(
                &words.page.serial_at_worst,
                format!("1 - {}", sum.join(" - ")),
                worst,
            ));
        }
    }
    if let Some(any) = any_of(&asked.parallel).filter(|_| !asked.parallel.is_empty()) {
        let sum: Vec<String> =
            asked.parallel.iter().map(|part| format!("(1 - {})", per_cent(*part))).collect();
        lines.extend(line(&words.page.parallel, format!("1 - {}", sum.join(" x ")), any));
    }
    let title = words.page.together.clone();
    (!lines.is_empty()).then_some(Group { title, lines })
}

fn outage(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let minutes = asked.outage?;
    let month = Period::Month30.minutes();
    let hour = Decimal::from(60);
    let zero = Decimal::ZERO;
    let uptime = contract_uptime(month, minutes, zero, Convention::NumeratorOnly)?;
    let title = filled(&words.page.outage, &[("outage", &human_minutes(minutes, words))]);
    let hours = minutes.checked_div(hour)?;
    let share = format!("{}/{}", rounded(hours, 2), rounded(month.checked_div(hour)?, 2));
    let mut lines = vec![format!("1 - {share} = {}%", rounded(uptime, 3))];
    let Some(fee) = asked.fee else { return Some(Group { title, lines }) };
    let said = |title: &str, sum: String| format!("{title}: {sum}");
    if let Some(sum) = credit_working(fee, uptime, &asked.ladder, asked.cap, words)
        .filter(|_| !asked.ladder.is_empty())
    {
        lines.push(said(&words.page.credit, sum));
    }
    if let Some(part) = pro_rata(fee, minutes, month) {
        let sum = format!("{} x {share} = {}", separated(fee.normalize()), rounded(part, 2));
        lines.push(said(&words.page.pro_rata, sum));
    }
    if let Some(loss) = asked.loss.and_then(|loss| loss.checked_mul(hours))
        && let Some(paid) = credit(fee, uptime, &asked.ladder, asked.cap)
        && let Some(ratio) = cover_ratio(paid, loss)
    {
        let sum = format!("{} / {} = {}%", rounded(paid, 2), rounded(loss, 2), rounded(ratio, 2));
        lines.push(said(&words.page.cover, sum));
    }
    Some(Group { title, lines })
}
