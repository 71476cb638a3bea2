//! `fineprint sla`: the arithmetic of service levels, by hand or from a
//! contract.

use super::args::{Language, Parties, Reading};
use super::contracts::too_slow;
use super::inputs::read_or_complain;
use super::screen::Screen;
use super::settings::known_rules;
use super::{CLEAN, TROUBLE};
use crate::arithmetic::Tier;
use crate::check::Judging;
use crate::matching::{Lang, fold};
use crate::quantity::{PerUnit, Quantity, QuantityKind, quantities};
use crate::report::{SumsAsked, promises_text, sums, sums_text};
use crate::source::Deadline;
use clap::Args;
use rust_decimal::Decimal;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct Sla {
    /// An availability such as 99.9%, or a contract
    #[arg(value_name = "PERCENT|FILE", required_unless_present_any = ["serial", "parallel", "outage"])]
    target: Option<String>,
    /// Time that does not count as downtime, such as "12 h/week"
    #[arg(long, value_name = "TIME/PERIOD")]
    exclude: Option<String>,
    /// Availabilities of services that are all needed: 99.95,99.99
    #[arg(long, value_name = "PERCENTS", value_delimiter = ',')]
    serial: Vec<String>,
    /// Availabilities of services of which one suffices: 99.9,99.9
    #[arg(long, value_name = "PERCENTS", value_delimiter = ',')]
    parallel: Vec<String>,
    /// The length of an outage in a month: 8h
    #[arg(long, value_name = "TIME")]
    outage: Option<String>,
    /// The fee of a month
    #[arg(long, value_name = "SUM", requires = "outage")]
    fee: Option<String>,
    /// Credits below an uptime: "99.9:10,99.0:25,95:100"
    #[arg(long, value_name = "UPTIME:CREDIT", value_delimiter = ',', requires = "fee")]
    ladder: Vec<String>,
    /// The most that is credited, in per cent of the fee
    #[arg(long, value_name = "PERCENT", requires = "ladder")]
    cap: Option<String>,
    /// What an hour of outage costs the customer
    #[arg(long, value_name = "SUM", requires = "ladder")]
    loss: Option<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    parties: Parties,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// The language; auto: the contract's own, else English
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

pub(super) fn run(arguments: &Sla, screen: &mut Screen) -> io::Result<u8> {
    if let Some(target) = &arguments.target
        && percent(target).is_err()
        && (Path::new(target).exists() || !target.ends_with('%'))
    {
        return of_file(arguments, Path::new(target), screen);
    }
    match asked(arguments) {
        Ok(asked) => {
            let lang = arguments.lang.asked().unwrap_or(Lang::En);
            let groups = sums(&asked, lang);
            let (width, style) = (screen.width(), screen.style());
            screen.out(|out| sums_text(&groups, out, width, style, lang))?;
            Ok(CLEAN)
        }
        Err(complaint) => {
            screen.complain(&complaint);
            Ok(TROUBLE)
        }
    }
}

fn of_file(arguments: &Sla, path: &Path, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&arguments.rules, &[path.to_owned()], screen) else {
        return Ok(TROUBLE);
    };
    let Some(document) = read_or_complain(path, &arguments.reading, screen) else {
        return Ok(TROUBLE);
    };
    let named = arguments.parties.named();
    let limit = arguments.reading.limits().seconds;
    let deadline = Deadline::after(limit);
    let judging = Judging { lang: arguments.lang.asked(), deadline, ..Judging::default() };
    let review = crate::review(&catalogue, vec![document], &named, judging);
    if review.unfinished {
        screen.complain_of(&too_slow(&review.documents, limit));
        return Ok(TROUBLE);
    }
    let lang = arguments.lang.asked().or(review.languages.first().copied()).unwrap_or(Lang::En);
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| promises_text(&[review], out, width, style, lang))?;
    Ok(CLEAN)
}

/// The arguments as figures, or what is wrong with the first that is none.
fn asked(arguments: &Sla) -> Result<SumsAsked, String> {
    let available = arguments.target.as_deref().map(percent).transpose()?;
    if arguments.exclude.is_some() && available.is_none() {
        return Err(
            "--exclude needs an availability: fineprint sla 99.9% --exclude \"12 h/week\"".into()
        );
    }
    let percents = |option: &str, list: &[String]| {
        let read: Result<Vec<Decimal>, String> = list.iter().map(|text| percent(text)).collect();
        read.map_err(|complaint| format!("{option}: {complaint}"))
    };
    Ok(SumsAsked {
        available,
        excluded: arguments.exclude.as_deref().map(excluded).transpose()?,
        serial: percents("--serial", &arguments.serial)?,
        parallel: percents("--parallel", &arguments.parallel)?,
        outage: arguments.outage.as_deref().map(outage).transpose()?,
        fee: arguments.fee.as_deref().map(|text| sum("--fee", text)).transpose()?,
        ladder: arguments.ladder.iter().map(|row| tier(row)).collect::<Result<_, _>>()?,
        cap: arguments.cap.as_deref().map(percent).transpose()?,
        loss: arguments.loss.as_deref().map(|text| sum("--loss", text)).transpose()?,
    })
}

/// `99.9%`, or `99.9`.
fn percent(text: &str) -> Result<Decimal, String> {
    let figure = text.trim().trim_end_matches(['%', '％']).trim();
    let value: Decimal =
        figure.parse().map_err(|_| format!("{text} is no percentage: write one such as 99.9%"))?;
    if value < Decimal::ZERO || value > Decimal::ONE_HUNDRED {
        return Err(format!("{text} is no availability: it lies between 0% and 100%"));
    }
    Ok(value)
}

fn sum(option: &str, text: &str) -> Result<Decimal, String> {
    let value: Option<Decimal> = text.trim().replace([',', '_'], "").parse().ok();
    value
        .filter(|value| *value > Decimal::ZERO)
        .ok_or_else(|| format!("{option}: {text} is no sum of money: write figures such as 10000"))
}

/// `99.9:10`: below 99.9% of uptime, 10% of the fee.
fn tier(text: &str) -> Result<Tier, String> {
    let wrong = || {
        format!("--ladder: {text} is no row: write UPTIME:CREDIT such as 99.9:10, joined by commas")
    };
    let (below, rate) = text.split_once(':').ok_or_else(wrong)?;
    let part = |text: &str| percent(text).map_err(|_| wrong());
    Ok(Tier { below: part(below)?, rate: part(rate)? })
}

/// A length of time, read as in a contract; `h`, `min` and `/` are understood.
fn length(text: &str) -> Option<Quantity> {
    let mut words = String::new();
    for c in fold(text).as_str().chars() {
        match c {
            '/' => words.push_str(" per "),
            _ if words.ends_with(|last: char| last.is_ascii_digit()) && c.is_ascii_alphabetic() => {
                words.push(' ');
                words.push(c);
            }
            _ => words.push(c),
        }
    }
    let spelled: Vec<&str> = words
        .split_whitespace()
        .map(|word| match word {
            "h" | "hr" | "hrs" => "hours",
            "m" | "min" | "mins" => "minutes",
            "s" | "sec" => "seconds",
            "d" => "days",
            "w" | "wk" => "week",
            "mo" => "month",
            "y" | "yr" => "year",
            other => other,
        })
        .collect();
    let found = quantities(&spelled.join(" "));
    found.into_iter().find(|q| q.kind() == QuantityKind::Duration && q.upper.is_none())
}

fn outage(text: &str) -> Result<Decimal, String> {
    let minutes = length(text).and_then(|length| length.in_minutes());
    minutes.filter(|minutes| *minutes <= Decimal::from(30 * 24 * 60)).ok_or_else(|| {
        format!("--outage: {text} is no outage of up to 30 days: write one such as 8h or 45 min")
    })
}

/// Excluded minutes and the minutes of the period they are of; a month is 30
/// days.
fn excluded(text: &str) -> Result<(Decimal, Decimal), String> {
    let wrong = || {
        format!("--exclude: cannot read {text}: write a time and its period such as \"12 h/week\"")
    };
    let length = length(text).ok_or_else(wrong)?;
    let per = length.per.first().ok_or_else(wrong)?;
    let PerUnit::Time(unit) = per.unit else { return Err(wrong()) };
    let of = unit.in_minutes().checked_mul(per.count).ok_or_else(wrong)?;
    let minutes = length.in_minutes().ok_or_else(wrong)?;
    if minutes >= of {
        return Err(format!("--exclude: {text} leaves nothing of the period"));
    }
    Ok((minutes, of))
}
